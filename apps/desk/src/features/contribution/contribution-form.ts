import type { Category, ContributionInput, ContributionKind, Discipline, Informant, Setting, TakesPart, WindowOfTolerance } from '@samenspel/graphql-documents/desk'
import type { Contribution } from '../family/family.ts'
import { subjectKey, subjectOf, type SubjectChoice } from '../family/subjects.ts'

/** The four parts of a practice story, in its order. */
export const fourParts = ['situation', 'parentsTold', 'whatWeDo', 'possibleMeaning'] as const
export const categories = ['DEVELOPMENT', 'MEDICAL', 'MENTAL_HEALTH', 'RELATIONSHIP', 'SOCIAL', 'CONTACT', 'PLANNING'] as const satisfies readonly Category[]
export const windows = ['ABOVE', 'WITHIN', 'BELOW'] as const satisfies readonly WindowOfTolerance[]

export const informants = ['PARENT', 'OTHER_CAREGIVER', 'GROUP_WORKER', 'TEACHER', 'PROFESSIONAL'] as const satisfies readonly Informant[]
export const waysOfTakingPart = ['YES', 'PARTLY', 'NOT_NOW'] as const satisfies readonly TakesPart[]

/** Kinds that anybody writes, the usual ones first; a signal about being a parent is for whoever treats an adult. */
export const kindsFor = (discipline: Discipline | null): readonly ContributionKind[] =>
  ['FOUR_PART', 'NOTE', 'PROCEDURE', 'SCREENING', ...discipline === 'ADULT_MENTAL_HEALTH' ? ['PARENT_SIGNAL'] as const : [], 'DOCUMENT']

/** Names of instruments that are used often, to choose from: names alone, since their words are protected (K-10). */
export const instruments = ['ASQ:SE', 'BITSEA', 'CBCL 1½–5', 'CoSoS', 'ITSEA', 'KIPPPI', 'M-CHAT', 'SDQ 3–4', 'Sensory Profile', 'Vineland', 'Bayley-III', 'EPDS', 'OBVL', 'OBVL-K', 'PRFQ'] as const

/** What belongs to one kind alone. */
type Detail = 'procedureName' | 'whatHelped' | 'until' | 'instrument' | 'version' | 'ageMonths' | 'informant' | 'score' | 'norm' | 'takesPart' | 'availability' | 'askAbout'

/** A contribution as the form and its draft hold it. */
export type ContributionValues = Readonly<Record<'kind' | 'subject' | 'category' | 'setting' | 'occurredOn' | 'window' | 'childsVoice' | 'forParents' | 'inConfidence' | (typeof fourParts)[number] | Detail, string>>

/** Whom a new contribution is about, until somebody chooses: the child; for whoever treats a parent, that parent's own record. */
export const usualSubject = (discipline: Discipline | null, choices: readonly SubjectChoice[]): string =>
  (choices.find((choice) => discipline === 'ADULT_MENTAL_HEALTH' && choice.kind === 'ADULT') ?? choices[0])?.key ?? 'CASE'

const categoryOf: Partial<Record<Discipline, Category>> = { HOSPITAL: 'MEDICAL', GP: 'MEDICAL', MIDWIFE: 'MEDICAL', CHILD_HEALTH_CLINIC: 'DEVELOPMENT', DAY_CENTRE: 'DEVELOPMENT', YOUTH_CARE: 'SOCIAL', NEIGHBOURHOOD_TEAM: 'SOCIAL', ADULT_MENTAL_HEALTH: 'MENTAL_HEALTH' }
const settingOf: Partial<Record<Discipline, Setting>> = { DAY_CENTRE: 'GROUP', HOSPITAL: 'WARD', HOME_SUPPORT: 'HOME', YOUTH_CARE: 'HOME' }

/** The form as it opens: today, about the child, where this discipline most often is, so that little is left to choose. */
export const newContribution = (discipline: Discipline | null, subject: string, today: string): ContributionValues => ({
  kind: 'FOUR_PART',
  subject,
  category: (discipline === null ? undefined : categoryOf[discipline]) ?? 'RELATIONSHIP',
  setting: (discipline === null ? undefined : settingOf[discipline]) ?? 'PRACTICE',
  occurredOn: today,
  window: '',
  situation: '',
  parentsTold: '',
  whatWeDo: '',
  possibleMeaning: '',
  childsVoice: '',
  forParents: '',
  inConfidence: '',
  procedureName: '', whatHelped: '', until: '', instrument: '', version: '', ageMonths: '', informant: 'PARENT', score: '', norm: '', takesPart: 'YES', availability: '', askAbout: '',
})

/** What somebody wrote, to put it right: whom it is about and under which label stay. */
export const valuesOf = (written: Contribution): ContributionValues => ({
  ...newContribution(null, subjectKey({ kind: written.subject.kind, memberIds: [...written.subject.memberIds] }), written.occurredOn),
  kind: written.kind, category: written.category, setting: written.setting, window: written.window ?? '', situation: written.situation, parentsTold: written.parentsTold ?? '', whatWeDo: written.whatWeDo ?? '',
  possibleMeaning: written.possibleMeaning ?? '', childsVoice: written.childsVoice ?? '', forParents: written.forParents ?? '',
  ...written.procedure !== null && { procedureName: written.procedure.name, whatHelped: written.procedure.whatHelped, until: written.procedure.until ?? '' },
  ...written.screening !== null && { ...written.screening, ageMonths: String(written.screening.ageMonths) },
  ...written.parentSignal !== null && { takesPart: written.parentSignal.takesPart, availability: written.parentSignal.availability ?? '', askAbout: written.parentSignal.askAbout ?? '' },
})

/** Whole months between birth, or the day it is due, and a day; before birth they count down to it. Nothing while neither is known. */
export const ageInMonths = (subject: string, members: readonly { readonly id: string; readonly birthDate?: string | null; readonly dueDate?: string | null }[], on: string): string => {
  const { memberIds: [id] } = subjectOf(subject)
  const member = members.find((one) => one.id === id)
  const since = member?.birthDate ?? member?.dueDate ?? null
  try {
    if (since === null) return ''
    const born = Temporal.PlainDate.from(since)
    const { months } = born.until(on, { largestUnit: 'months' })
    // A month that has begun before birth counts: the day before it is due is a month before.
    return String(Temporal.PlainDate.compare(on, born) < 0 && Temporal.PlainDate.compare(born.add({ months }), on) !== 0 ? months - 1 : months)
  } catch {
    return ''
  }
}

/** From this age on it is asked: it counts from twelve, or once a young person can weigh it (BE), and what was written before counts too. */
const ageOfConfidence = 10

/** Whether a contribution is about a young person who may have told it in confidence. */
export const mayBeConfidential = (subject: string, members: readonly { readonly id: string; readonly birthDate: string | null }[], today: string): boolean => {
  const { kind, memberIds } = subjectOf(subject)
  if (kind !== 'CHILD' && kind !== 'SIBLING' && kind !== 'RELATION') return false
  return members.some(({ id, birthDate }) => birthDate !== null && memberIds.includes(id) && isOfThatAge(birthDate, today))
}

const isOfThatAge = (birthDate: string, today: string): boolean => {
  const { years } = Temporal.PlainDate.from(birthDate).until(today, { largestUnit: 'years' })
  return years >= ageOfConfidence && years < 18
}

/** Where the child's own voice and how tense it was belong. */
export const isChildsStory = (kind: string): boolean => kind === 'NOTE' || kind === 'FOUR_PART' || kind === 'PROCEDURE'

const ifAny = (text: string): string | undefined => text.trim() === '' ? undefined : text

/** What is sent: the parts of its kind. What was typed for another kind stays in the draft, and goes nowhere. */
export const inputOf = (values: ContributionValues, canBeConfidential = false, corrects?: string): ContributionInput => {
  const isFourPart = values.kind === 'FOUR_PART'
  const isSignal = values.kind === 'PARENT_SIGNAL'
  return {
    kind: values.kind as ContributionKind,
    subject: subjectOf(values.subject),
    category: isSignal ? 'SOCIAL' : values.category as Category,
    setting: values.setting as Setting,
    occurredOn: values.occurredOn,
    situation: values.situation,
    parentsTold: isFourPart ? ifAny(values.parentsTold) : undefined,
    whatWeDo: isFourPart ? ifAny(values.whatWeDo) : undefined,
    possibleMeaning: isFourPart ? ifAny(values.possibleMeaning) : undefined,
    childsVoice: isChildsStory(values.kind) ? ifAny(values.childsVoice) : undefined,
    forParents: ifAny(values.forParents),
    inConfidenceBecause: canBeConfidential ? ifAny(values.inConfidence) : undefined,
    window: values.window === '' || !isChildsStory(values.kind) ? undefined : values.window as WindowOfTolerance,
    procedure: values.kind === 'PROCEDURE' ? { name: values.procedureName, whatHelped: values.whatHelped, until: ifAny(values.until) } : undefined,
    screening: values.kind === 'SCREENING' ? { instrument: values.instrument, version: values.version, ageMonths: Number(values.ageMonths), informant: values.informant as Informant, score: values.score, norm: values.norm } : undefined,
    parentSignal: isSignal ? { takesPart: values.takesPart as TakesPart, availability: ifAny(values.availability), askAbout: ifAny(values.askAbout) } : undefined,
    corrects,
  }
}

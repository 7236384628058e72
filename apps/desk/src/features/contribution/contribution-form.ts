import type { Category, ContributionInput, ContributionKind, Discipline, Setting, WindowOfTolerance } from '@samenspel/graphql-documents/desk'
import { subjectOf, type SubjectChoice } from '../family/subjects.ts'

/** The four parts of a practice story, in its order. */
export const fourParts = ['situation', 'parentsTold', 'whatWeDo', 'possibleMeaning'] as const
export const categories = ['DEVELOPMENT', 'MEDICAL', 'MENTAL_HEALTH', 'RELATIONSHIP', 'SOCIAL', 'CONTACT', 'PLANNING'] as const satisfies readonly Category[]
export const windows = ['ABOVE', 'WITHIN', 'BELOW'] as const satisfies readonly WindowOfTolerance[]

/** A contribution as the form and its draft hold it. */
export type ContributionValues = Readonly<Record<'kind' | 'subject' | 'category' | 'setting' | 'occurredOn' | 'window' | 'childsVoice' | 'forParents' | 'inConfidence' | (typeof fourParts)[number], string>>

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
})

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

const ifAny = (text: string): string | undefined => text.trim() === '' ? undefined : text

/** What is sent. A quick note has one text; what was typed in the other parts stays in the draft, not in the note. */
export const inputOf = (values: ContributionValues, canBeConfidential = false): ContributionInput => {
  const isNote = values.kind === 'NOTE'
  return {
    kind: values.kind as ContributionKind,
    subject: subjectOf(values.subject),
    category: values.category as Category,
    setting: values.setting as Setting,
    occurredOn: values.occurredOn,
    situation: values.situation,
    parentsTold: isNote ? undefined : ifAny(values.parentsTold),
    whatWeDo: isNote ? undefined : ifAny(values.whatWeDo),
    possibleMeaning: isNote ? undefined : ifAny(values.possibleMeaning),
    childsVoice: ifAny(values.childsVoice),
    forParents: ifAny(values.forParents),
    inConfidenceBecause: canBeConfidential ? ifAny(values.inConfidence) : undefined,
    window: values.window === '' ? undefined : values.window as WindowOfTolerance,
  }
}

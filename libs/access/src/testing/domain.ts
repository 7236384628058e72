/**
 * The whole of a small world, scene by scene: who looks × about whom × what × by whom × which mark × what gives a right × what takes one
 * away. Random scenes find what nobody thought of; this leaves nothing out of what somebody did.
 */
import { relation, type Subject } from '@samenspel/kernel'
import { plainEntry, type Entry } from '../entries.ts'
import { noFacts, type Consent, type Facts } from '../facts.ts'
import type { CareViewer, OfficeViewer, PortalViewer, Viewer } from '../viewers.ts'
import { now, type Scene } from './scenes.ts'

const recorded = '2026-06-01'
const always = { from: '2020-01-01' }
const everybody = ['parent-1', 'parent-2', 'relative', 'child', 'sibling']

const family = (person: string): PortalViewer => ({ kind: 'portal', person, secondFactor: true })
const care = (organisation: string, discipline: CareViewer['discipline'], purpose: CareViewer['purpose'] = 'treatment'): CareViewer =>
  ({ kind: 'care', person: 'professional', organisation, ...(discipline !== undefined && { discipline }), secondFactor: true, purpose })
const office = (which: OfficeViewer['office'], purpose: OfficeViewer['purpose']): OfficeViewer =>
  ({ kind: 'office', office: which, person: 'professional', organisation: 'organisation-1', secondFactor: true, purpose })

type Part = { readonly viewer?: Partial<Viewer>; readonly entry?: Partial<Entry>; readonly facts?: Partial<Facts> }
/** One choice: what it changes of a scene, seen who looks and about whom. */
type Choice = (viewer: Viewer, subject: Subject) => Part

const viewers = {
  parent: family('parent-1'), otherParent: family('parent-2'), relative: family('relative'),
  worker: care('organisation-1', 'dayCentre'), inAnEmergency: care('organisation-1', 'dayCentre', 'emergency'), forALegalClaim: care('organisation-1', 'dayCentre', 'legalClaim'),
  youthWorker: care('organisation-2', 'youthCare'), coordinator: care('organisation-3', 'imhSpecialist'), privacyOfficer: office('privacyOfficer', 'accountability'),
  administrator: office('orgAdmin', 'administration'),
} as const satisfies Readonly<Record<string, Viewer>>

const subjects = {
  child: { kind: 'child', person: 'child' }, parent: { kind: 'adult', person: 'parent-1' }, otherParent: { kind: 'adult', person: 'parent-2' },
  pregnancy: { kind: 'unborn', person: 'parent-1' }, dyad: relation('parent-1', 'child'), couple: relation('parent-1', 'parent-2'),
} as const satisfies Readonly<Record<string, Subject>>

const categories = ['development', 'contact', 'planning', 'plan', 'safety', 'unlabelled', 'workingNote', 'accessLog'] as const satisfies readonly Entry['category'][]

const authors = {
  self: (viewer: Viewer): Entry['author'] => viewer.kind === 'portal' ? { person: viewer.person } : { person: viewer.person, organisation: viewer.organisation, ...(viewer.discipline !== undefined && { discipline: viewer.discipline }) },
  colleague: (): Entry['author'] => ({ person: 'colleague', organisation: 'organisation-1', discipline: 'dayCentre' }),
  elsewhere: (): Entry['author'] => ({ person: 'another', organisation: 'organisation-4', discipline: 'hospital' }),
} as const

const marks = {
  plain: () => ({}), draft: () => ({ entry: { draft: true } }), locating: () => ({ entry: { locating: true } }), secret: () => ({ entry: { secret: true } }),
  restricted: () => ({ entry: { restricted: true } }), inConfidence: () => ({ entry: { inConfidence: true } }), mentionsTheOther: () => ({ entry: { mentions: ['parent-2'], locating: true } }),
  takesPart: ({ person }) => ({ entry: { participants: [person] } }), released: ({ person }) => ({ entry: { releasedTo: [person] } }),
  shielded: ({ person }) => ({ entry: { shields: [{ person, from: '2026-01-01T00:00:00.000Z' }] } }), card: () => ({ entry: { kind: 'card', current: true } }),
  question: ({ person }) => ({ entry: { kind: 'consult', identified: false, addressees: [person] } }),
} as const satisfies Readonly<Record<string, Choice>>

const consentTo = (subject: Subject, changed: Partial<Consent> = {}): Consent =>
  ({ effect: 'grant', subject, category: '*', recipient: { kind: 'all' }, period: always, signedBy: everybody, ...changed })

const grounds = {
  none: () => ({}),
  consent: (_, subject) => ({ facts: { consents: [consentTo(subject)] } }),
  consentOfOthers: (_, subject) => ({ facts: { consents: [consentTo(subject, { signedBy: ['relative'] }), consentTo({ kind: 'surroundings', person: 'child' })] } }),
  authority: ({ person }) => ({ facts: { authority: [{ child: 'child', adult: person, period: always, verified: true }] } }),
  emergency: ({ person }, subject) => ({ facts: { breakGlass: [{ by: person, person: 'person' in subject ? subject.person : 'child', at: '2026-09-15T06:00:00.000Z' }] } }),
  track: ({ person }) => ({ facts: { safety: { members: [person], discussedWithParents: false, investigated: [] } } }),
} as const satisfies Readonly<Record<string, Choice>>

const hindrances = {
  none: () => ({}),
  noSecondFactor: () => ({ viewer: { secondFactor: false } }),
  objection: (_, subject) => ({ facts: { consents: [consentTo(subject), consentTo(subject, { effect: 'objection', category: 'development', recipient: { kind: 'organisation', organisation: 'organisation-1' } })] } }),
  protection: ({ person }) => ({ facts: { protections: [{ viewer: person, person: 'parent-2' }] } }),
  highConflict: () => ({ facts: { highConflict: ['parent-1', 'parent-2'] } }),
  closedForSafety: ({ person }) => ({ facts: { closings: [{ person, from: '2026-01-01T00:00:00.000Z' }] } }),
  discussed: () => ({ facts: { safety: { members: [], discussedWithParents: true, investigated: [] } } }),
  investigated: ({ person }) => ({ facts: { safety: { members: [], discussedWithParents: true, investigated: [person] } } }),
  closed: () => ({ facts: { state: 'closed' } }),
  leftBefore: (viewer) => ({ facts: { team: teamOf(viewer, { from: '2020-01-01', until: '2026-05-31' }) } }),
  leftAfter: (viewer) => ({ facts: { team: teamOf(viewer, { from: '2020-01-01', until: '2026-09-14' }) } }),
  excluded: ({ person }) => ({ facts: { excluded: [person] } }),
  young: () => ({ facts: { children: [{ person: 'child', born: '2010-01-01', letsParentsRead: false }] } }),
  authorityEnded: ({ person }) => ({ facts: { authority: [{ child: 'child', adult: person, period: { from: '2020-01-01', until: '2026-09-14' }, verified: true }] } }),
  flanders: () => ({ facts: { jurisdiction: 'BE' } }),
} as const satisfies Readonly<Record<string, Choice>>

const teamOf = (viewer: Viewer, period: Facts['team'][number]['period']): Facts['team'] => viewer.kind !== 'care' || viewer.discipline === undefined ? [] :
  [{ person: viewer.person, organisation: viewer.organisation, discipline: viewer.discipline, role: viewer.discipline === 'imhSpecialist' ? 'coordinator' : 'member', period }]

const dimensions = [viewers, subjects, categories, authors, marks, grounds, hindrances].map((dimension): readonly unknown[] => Object.values(dimension))

/** How many scenes there are. */
export const sizeOfDomain = dimensions.reduce((size, { length }) => size * length, 1)

/** Which choice of each dimension a scene has, by its number. */
export const choicesOf = (number: number): readonly number[] => {
  let rest = number
  return dimensions.map(({ length }) => {
    const choice = rest % length
    rest = Math.floor(rest / length)
    return choice
  })
}

export const sizesOfDimensions: readonly number[] = dimensions.map(({ length }) => length)

/** One scene of the domain; it asks to read, or for a line of the log. @param number from 0 up to `sizeOfDomain` */
export const sceneNumber = (number: number): Scene => {
  const [viewer, subject, category, author, ...choices] = choicesOf(number).map((choice, i) => dimensions[i]![choice]) as
    [Viewer, Subject, Entry['category'], (viewer: Viewer) => Entry['author'], ...Choice[]]
  const parts = choices.map((choice) => choice(viewer, subject))
  const entry: Entry = {
    ...plainEntry, subject, category, author: author(viewer), recorded, occurred: recorded, ...(category === 'accessLog' && { about: 'development' }),
    ...Object.assign({}, ...parts.map((part) => part.entry)) as Partial<Entry>,
  }
  const facts: Facts = {
    ...noFacts('NL'),
    children: [{ person: 'child', born: '2024-03-10', letsParentsRead: false }],
    team: teamOf(viewer, always), registrations: [{ person: 'professional', period: always }],
    employments: ['organisation-1', 'organisation-2', 'organisation-3'].map((organisation) => ({ person: 'professional', organisation, period: always })),
    ...Object.assign({}, ...parts.map((part) => part.facts)) as Partial<Facts>,
  }
  return {
    viewer: Object.assign({}, viewer, ...parts.map((part) => part.viewer)) as Viewer, action: category === 'accessLog' ? 'readAccessLog' : 'read', entry,
    // Whoever signs for a child holds authority, whatever else is so.
    facts: { ...facts, authority: [...facts.authority, ...holders(viewer)] }, now,
  }
}

const holders = ({ person }: Viewer): Facts['authority'] => ['parent-1', 'parent-2'].filter((adult) => adult !== person).map((adult) => ({ child: 'child', adult, period: always, verified: true }))


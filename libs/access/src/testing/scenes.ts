/**
 * Random scenes in a small world, so that rules meet: few people, organisations and moments, so that a viewer is often the one
 * whom a fact is about. Names of people are ids here as everywhere.
 */
import { relation, type Discipline, type IsoInstant, type OrganisationId, type Period, type PersonId, type Subject } from '@samenspel/kernel'
import fc, { type Arbitrary } from 'fast-check'
import { actions, type Action, type Entry } from '../entries.ts'
import type { Authority, Consent, Facts, Membership } from '../facts.ts'
import type { Interval } from '../moments.ts'
import type { CareViewer, OfficeViewer, PortalViewer, Purpose, Viewer } from '../viewers.ts'

export type Scene = { readonly viewer: Viewer; readonly action: Action; readonly entry: Entry; readonly facts: Facts; readonly now: IsoInstant }

export const now: IsoInstant = '2026-09-15T08:00:00.000Z'

export const parents = ['parent-1', 'parent-2'] as const
const adults: readonly PersonId[] = [...parents, 'relative']
const children: readonly PersonId[] = ['child', 'sibling']
const professionals: readonly PersonId[] = ['professional', 'colleague']
const everybody = [...adults, ...children, ...professionals]

const posts: readonly { readonly organisation: OrganisationId; readonly discipline: Discipline }[] = [
  { organisation: 'organisation-1', discipline: 'dayCentre' }, { organisation: 'organisation-1', discipline: 'homeSupport' },
  { organisation: 'organisation-2', discipline: 'youthCare' }, { organisation: 'organisation-3', discipline: 'imhSpecialist' },
  { organisation: 'organisation-4', discipline: 'juvenileCourt' },
]
const organisations = ['organisation-1', 'organisation-2', 'organisation-3', 'organisation-4'] as const

// ── Small pieces

/** True once in so many times. */
const rarely = (times = 6): Arbitrary<boolean> => fc.integer({ min: 1, max: times }).map((n) => n === times)
const some = <Value>(one: Arbitrary<Value>, maxLength = 2): Arbitrary<readonly Value[]> => fc.array(one, { maxLength, size: 'max' })
const seldom = <Value>(one: Arbitrary<Value>, times?: number): Arbitrary<readonly Value[]> =>
  fc.tuple(rarely(times), one).map(([is, value]) => is ? [value] : [])

/** Around today, 15 September 2026: under way, on its first or last day, past, still to come. */
const period: Arbitrary<Period> = fc.constantFrom<Period[]>(
  { from: '2020-01-01' }, { from: '2020-01-01' }, { from: '2020-01-01' }, { from: '2026-09-15' }, { from: '2026-01-01', until: '2026-09-15' },
  { from: '2020-01-01', until: '2026-05-31' }, { from: '2026-09-16' },
)
const interval: Arbitrary<Interval> = fc.constantFrom<Interval[]>(
  { from: '2026-09-15T06:00:00.000Z' }, { from: now }, { from: '2026-09-15T04:00:00.000Z', until: now }, { from: '2026-09-15T08:00:01.000Z' },
)
const opening = fc.constantFrom<IsoInstant[]>('2026-09-15T07:00:00.000Z', '2026-09-15T04:00:01.000Z', now, '2026-09-15T04:00:00.000Z', '2026-09-15T08:00:01.000Z')
const adult = fc.constantFrom(...adults)
const child = fc.constantFrom(...children)
const professional = fc.constantFrom('professional', 'professional', 'colleague')

const subject: Arbitrary<Subject> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Subject>({ kind: 'child', person: 'child' }) },
  { weight: 1, arbitrary: fc.constant<Subject>({ kind: 'sibling', person: 'sibling' }) },
  { weight: 3, arbitrary: adult.map((person): Subject => ({ kind: 'adult', person })) },
  { weight: 1, arbitrary: fc.constantFrom(...parents).map((person): Subject => ({ kind: 'unborn', person })) },
  { weight: 2, arbitrary: fc.constantFrom(relation('parent-1', 'child'), relation('parent-2', 'child'), relation('parent-1', 'parent-2'), relation('child', 'sibling'), relation('child', 'colleague')) },
  { weight: 1, arbitrary: fc.constant<Subject>({ kind: 'surroundings', person: 'child' }) },
)

// ── Viewers

const purpose: Arbitrary<Purpose> = fc.constantFrom<Purpose[]>('treatment', 'treatment', 'treatment', 'treatment', 'treatment', 'treatment', 'emergency', 'emergency', 'emergency', 'emergency', 'legalClaim', 'research')
const secondFactor = rarely(20).map((is) => !is)
const portalViewer: Arbitrary<PortalViewer> = fc.record({ kind: fc.constant('portal'), person: adult, secondFactor })
const careViewer: Arbitrary<CareViewer> = fc.tuple(fc.constantFrom(...posts), purpose, secondFactor, fc.constantFrom('meeting', undefined))
  .map(([post, comesFor, factor, context]) => ({ kind: 'care', person: 'professional', ...post, purpose: comesFor, secondFactor: factor, ...(context !== undefined && { context }) }))
const officeViewer: Arbitrary<OfficeViewer> = fc.record({
  kind: fc.constant('office'), office: fc.constantFrom<OfficeViewer['office'][]>('orgAdmin', 'privacyOfficer', 'privacyOfficer', 'support', 'policyViewer'),
  person: fc.constant('professional'), organisation: fc.constantFrom(...organisations), secondFactor,
  purpose: fc.constantFrom<Purpose[]>('accountability', 'accountability', 'treatment', 'emergency', 'administration', 'legalClaim'),
})
const viewer: Arbitrary<Viewer> = fc.oneof({ weight: 5, arbitrary: portalViewer }, { weight: 5, arbitrary: careViewer }, { weight: 1, arbitrary: officeViewer })

// ── Entries

const category = fc.constantFrom<Entry['category'][]>(
  'development', 'development', 'development', 'mentalHealth', 'plan', 'contact', 'contact', 'planning', 'planning', 'safety', 'safety', 'unlabelled', 'workingNote', 'accessLog')

const author: Arbitrary<Entry['author']> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(professional, fc.constantFrom(...posts)).map(([person, post]) => ({ person, ...post })) },
  { weight: 1, arbitrary: fc.record({ person: adult }) },
)

const entry: Arbitrary<Entry> = fc.record({
  kind: fc.constantFrom<Entry['kind'][]>('ordinary', 'ordinary', 'ordinary', 'card', 'feedback', 'consult', 'invitation'),
  subject, category, author,
  recorded: fc.constantFrom('2026-06-01', '2026-05-31', '2026-09-15'),
  occurred: fc.constantFrom('2026-05-30', '2026-09-01'),
  draft: rarely(12), locating: rarely(2), secret: rarely(), inConfidence: rarely(8), restricted: rarely(8), identified: rarely(2), current: rarely(2),
  mentions: some(fc.constantFrom(...everybody)),
  participants: some(fc.constantFrom(...everybody)),
  addressees: seldom(professional, 3),
  releasedTo: seldom(adult, 3),
  shields: seldom(fc.tuple(adult, interval).map(([person, during]) => ({ person, ...during })), 4),
}).chain((plain) => plain.category !== 'accessLog' ? fc.constant(plain) : fc.record({
  about: fc.constantFrom<NonNullable<Entry['about']>[]>('development', 'mentalHealth', 'contact', 'planning', 'safety', 'unlabelled'),
  lookedBy: fc.constantFrom(undefined, undefined, ...adults),
}).map(({ about, lookedBy }) => ({ ...plain, about, ...(lookedBy !== undefined && { lookedBy }) })))

// ── Facts

const authority: Arbitrary<Authority> = fc.record({ child, adult, period, verified: rarely().map((is) => !is) })
const consent: Arbitrary<Consent> = fc.record({
  effect: fc.constantFrom<Consent['effect'][]>('grant', 'grant', 'grant', 'objection'), subject,
  category: fc.constantFrom<Consent['category'][]>('development', 'contact', 'planning', 'safety', '*', '*', '*'),
  recipient: fc.constantFrom<Consent['recipient'][]>(
    { kind: 'all' }, { kind: 'all' }, { kind: 'organisation', organisation: 'organisation-1' }, { kind: 'discipline', discipline: 'imhSpecialist' },
    { kind: 'discipline', discipline: 'youthCare' }),
  period,
  signedBy: fc.oneof({ weight: 4, arbitrary: fc.constant(everybody) }, { weight: 1, arbitrary: some(adult) }),
}).chain((plain) => fc.tuple(rarely(5), opening, rarely(5)).map(([withdrawn, withdrawnAt, forMeeting]) =>
  ({ ...plain, ...(withdrawn && { withdrawnAt }), ...(forMeeting && { context: 'meeting' }) })))
const membership: Arbitrary<Membership> = fc.tuple(professional, fc.constantFrom(...posts), period, fc.constantFrom<Membership['role'][]>('coordinator', 'member'))
  .map(([person, post, during, role]) => ({ person, ...post, role, period: during }))

const childFacts = (person: PersonId, born: readonly string[]): Arbitrary<Facts['children'][number]> =>
  fc.tuple(fc.constantFrom(...born), fc.constantFrom(undefined, true, false), rarely(3)).map(([date, judgedCapable, letsParentsRead]) =>
    ({ person, born: date, letsParentsRead, ...(judgedCapable !== undefined && { judgedCapable }) }))

/** Ended on the last day, or under way: a professional is mostly employed, and mostly in the team. */
const jobs = fc.tuple(rarely(12), period).map(([is, during]) => organisations.map((organisation) => ({ person: 'professional', organisation, period: is ? during : { from: '2020-01-01' } })))
const teamOf = (one: Viewer): Arbitrary<readonly Membership[]> => {
  if (one.kind !== 'care' || one.discipline === undefined) return some(membership, 1)
  const { person, organisation, discipline } = one
  const own = fc.tuple(fc.oneof({ weight: 2, arbitrary: fc.constant<Period>({ from: '2020-01-01' }) }, { weight: 1, arbitrary: period }), fc.constantFrom<Membership['role'][]>('coordinator', 'member')).map(([during, role]): Membership =>
    ({ person, organisation, discipline, role, period: during }))
  return fc.tuple(some(own), some(membership, 1)).map(([mine, others]) => [...mine, ...others])
}

const factsFor = (one: Viewer, about: Entry): Arbitrary<Facts> => fc.record({
  jurisdiction: fc.constantFrom<Facts['jurisdiction'][]>('NL', 'BE'),
  state: fc.constantFrom<Facts['state'][]>('active', 'active', 'active', 'active', 'paused', 'closed'),
  children: fc.tuple(
    childFacts('child', ['2024-03-10', '2024-03-10', '2014-09-15', '2010-09-15', '2008-09-15']),
    childFacts('sibling', ['2020-05-01', '2014-09-16', '2010-09-16'])),
  pregnancies: fc.constant([]),
  authority: fc.tuple(some(authority, 2), fc.constantFrom(...parents), rarely(3)).map(([list, holder, alsoSibling]) => [
    ...list, { child: 'child', adult: holder, period: { from: '2008-01-01' }, verified: true },
    ...(alsoSibling ? [{ child: 'sibling', adult: holder, period: { from: '2008-01-01' }, verified: true }] : [])]),
  holdersDisagree: rarely(3),
  consents: some(fc.oneof({ weight: 2, arbitrary: consent.map((given) => ({ ...given, subject: about.subject })) }, { weight: 1, arbitrary: consent }), 5),
  team: teamOf(one),
  registrations: some(fc.record({ person: fc.constant('professional'), period })),
  employments: jobs,
  groupDuties: seldom(fc.record({ person: professional, period }), 4),
  ownFamily: seldom(professional, 20), excluded: seldom(professional, 12),
  breakGlass: fc.array(fc.record({
    by: fc.constantFrom(one.person, one.person, 'colleague'),
    person: fc.constantFrom('child', ...('person' in about.subject ? [about.subject.person, about.subject.person] : adults)),
    at: opening,
  }), { minLength: one.kind === 'care' && one.purpose === 'emergency' ? 1 : 0, maxLength: 2, size: 'max' }),
  youthCareExchanges: some(fc.record({
    subject: fc.constantFrom(about.subject, { kind: 'child', person: 'child' }), recipient: fc.constantFrom(...organisations),
    agreement: fc.constantFrom<Facts['youthCareExchanges'][number]['agreement'][]>('obtained', 'soughtNotObtained'),
  })),
  safety: fc.record({ members: seldom(professional, 2), discussedWithParents: rarely(2), investigated: seldom(adult, 3) }),
  protections: seldom(fc.record({ viewer: fc.constantFrom(one.person, ...adults), person: fc.constantFrom('sibling', ...adults) }), 2),
  highConflict: fc.constantFrom(undefined, undefined, undefined, [...parents]),
  closings: seldom(fc.tuple(adult, interval).map(([person, during]) => ({ person, ...during })), 4),
}).map(({ highConflict, ...rest }) => highConflict === undefined ? rest : { ...rest, highConflict })

/** A whole request: who wants what, with what is true then. */
export const scenes: Arbitrary<Scene> = fc.tuple(viewer, entry, fc.constantFrom(...actions, 'read' as const, 'read' as const)).chain(([one, about, action]) =>
  factsFor(one, about).map((facts) => ({
    viewer: one, action: about.category === 'accessLog' && action !== 'annotate' ? 'readAccessLog' : action, entry: about, facts, now,
  })))

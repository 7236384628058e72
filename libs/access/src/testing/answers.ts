/** What is asked of a decision's parts besides the decision itself, each with the answer: by their specs, and of every mutant. */
import { plainEntry, type Entry } from '../entries.ts'
import type { Consent, Facts } from '../facts.ts'
import type { OfficeViewer, Viewer } from '../viewers.ts'
import { entryOf, factsOf, grantOf, now, parent, specialist, worker } from './family.ts'
import type { Access } from './mutants.ts'

/** A question to the parts, and what they must answer. */
export type Answer = readonly [what: string, asked: (access: Access) => unknown, expected: unknown]

// ── Buttons

const privacyOfficer: OfficeViewer = { kind: 'office', office: 'privacyOfficer', person: 'officer', organisation: 'day-centre', secondFactor: true, purpose: 'accountability' }
const officer = { employments: [{ person: 'officer', organisation: 'day-centre', period: { from: '2026-01-01' } }] }
const team = (until: string) => ({ team: factsOf().team.map((membership) => ({ ...membership, period: { from: '2026-01-01', until } })) })
const registered = (person: string, until: string): Partial<Facts> => ({ registrations: [{ person, period: { from: '2020-01-01', until } }] })
const standingIn = (until: string) => ({ ...registered('worker', until), team: factsOf().team.map((one) => one.person === 'worker' ? { ...one, role: 'substitute' as const } : one) })
const grandchild = { person: 'another child', born: '2021-01-01', letsParentsRead: false }

const beforeBirth: Partial<Facts> = { children: [], pregnancies: [{ unborn: 'unborn-child', carriedBy: 'parent-1' }] }

export const offers: readonly (readonly [whom: string, viewer: Viewer, facts: Partial<Facts>, offered: readonly string[]])[] = [
  ['a member of the team', worker, {}, ['contribute']],
  ['a member on the last day', worker, team('2026-09-15'), ['contribute']],
  ['a member who left yesterday', worker, team('2026-09-14'), []],
  ['a member of a closed case', worker, { state: 'closed' }, []],
  ['a member who left the organisation', worker, { employments: [] }, []],
  ['a member who is family', worker, { ownFamily: ['worker'] }, []],
  ['a member without second factor', { ...worker, secondFactor: false }, {}, []],
  ['a member who comes for research', { ...worker, purpose: 'research' }, {}, []],
  ['a member in the name of another organisation', { ...worker, organisation: 'hospital' }, {}, []],
  ['the coordinator', specialist, {}, ['contribute', 'coordinate', 'plan']],
  ['the coordinator while the family rests', specialist, { state: 'paused' }, ['contribute', 'coordinate']],
  ['the coordinator of a closed case', specialist, { state: 'closed' }, []],
  ['the coordinator on the last day of the registration', specialist, registered('specialist', '2026-09-15'), ['contribute', 'coordinate', 'plan']],
  ['the coordinator whose registration ended yesterday', specialist, registered('specialist', '2026-09-14'), ['contribute']],
  ['the coordinator with the registration of somebody else', specialist, registered('worker', '2027-01-01'), ['contribute']],
  ['who stands in for the coordinator', worker, standingIn('2027-01-01'), ['contribute', 'coordinate', 'plan']],
  ['who stands in, of a closed case', worker, { ...standingIn('2027-01-01'), state: 'closed' }, []],
  ['who stands in, with a registration that ended yesterday', worker, standingIn('2026-09-14'), ['contribute']],
  ['who stood in until yesterday', worker, { ...standingIn('2027-01-01'), team: standingIn('').team.map((one) => ({ ...one, period: { from: '2026-01-01', until: '2026-09-14' } })) }, []],
  ['the coordinator beside who stands in', specialist, { team: standingIn('').team }, ['contribute', 'coordinate', 'plan']],
  ['a parent with authority', parent('parent-1'), {}, ['contribute', 'readAccessLog']],
  ['a parent with authority over one of two children', parent('parent-1'), { children: [...factsOf().children, grandchild] }, ['contribute', 'readAccessLog']],
  ['a parent without authority', parent('parent-1'), { authority: [] }, ['readAccessLog']],
  ['a parent for whom the file is closed', parent('parent-1'), { closings: [{ person: 'parent-1', from: '2026-09-15T00:00:00.000Z' }] }, ['readAccessLog']],
  ['a parent of a closed case', parent('parent-1'), { state: 'closed' }, ['readAccessLog']],
  ['a parent without second factor', { ...parent('parent-1'), secondFactor: false }, {}, []],
  ['the privacy officer', privacyOfficer, officer, ['readAccessLog', 'decideErasure']],
  ['the privacy officer without second factor (L-08)', { ...privacyOfficer, secondFactor: false }, officer, []],
  ['the privacy officer of whom nobody knows where they work', privacyOfficer, {}, []],
  ['the privacy officer for another purpose', { ...privacyOfficer, purpose: 'treatment' }, officer, []],
  ['the administrator (T11)', { ...privacyOfficer, office: 'orgAdmin', purpose: 'administration' }, officer, []],
  ['a member of the team before birth', worker, beforeBirth, ['contribute']],
  ['a member who left before birth', worker, { ...beforeBirth, ...team('2026-09-14') }, []],
  ['a member before birth who is family', worker, { ...beforeBirth, ownFamily: ['worker'] }, []],
  ['the coordinator before birth', specialist, beforeBirth, ['contribute', 'coordinate', 'plan']],
  ['who is pregnant (G-09)', parent('parent-1'), beforeBirth, ['contribute', 'readAccessLog']],
  ['the other parent before birth', parent('parent-2'), beforeBirth, ['readAccessLog']],
  ['who carried a child, without authority over it', parent('parent-1'), { authority: [], pregnancies: [{ unborn: 'child', carriedBy: 'parent-1' }] }, ['readAccessLog']],
  ['a parent of a case of which the children are not known', parent('parent-1'), { children: [] }, ['readAccessLog']],
]

const offered = ({ abilities }: Access, viewer: Viewer, facts: Facts, at = now): readonly string[] => Object.entries(abilities(viewer, facts, at)).filter(([, is]) => is).map(([ability]) => ability)

const buttons: readonly Answer[] = [
  ...offers.map(([whom, viewer, changed, expected]): Answer => [`buttons for ${whom}`, (access) => offered(access, viewer, factsOf('NL', changed)), expected]),
  ['no buttons at a moment that is none', (access) => offered(access, specialist, factsOf(), 'now'), []],
]

// ── The gate

const clinic = { discipline: 'adultMentalHealth', organisation: 'clinic' } as const
const open = factsOf('NL', { consents: [grantOf({ category: 'medical' }), grantOf({ category: 'contact' })] })
const protecting = factsOf('NL', { protections: [{ viewer: 'parent-1', person: 'parent-2' }] })
const sealed = (changed: Partial<Entry> = {}, place?: string) => [{ entry: entryOf(changed), content: 'a letter', ...(place !== undefined && { place }) }]
const line = { discipline: 'adultMentalHealth', day: '2026-05-30' } as const

const gate: readonly Answer[] = [
  ['content with its place', (access) => access.disclose(specialist, sealed({ locating: true }, 'the ward'), open, now), [{ outcome: 'content', locating: true, policies: ['P03'], content: 'a letter', place: 'the ward' }]],
  ['content that has no place', (access) => access.disclose(specialist, sealed({ locating: true }), open, now).map((one) => [one, 'place' in one]), [[{ outcome: 'content', locating: true, policies: ['P03'], content: 'a letter' }, false]]],
  ['content without its place', (access) => access.disclose(parent('parent-1'), sealed({ locating: true }, 'the ward'), protecting, now), [{ outcome: 'content', locating: false, policies: ['P05'], content: 'a letter' }]],
  ['that there is something', (access) => access.disclose(specialist, sealed({ category: 'mentalHealth', author: clinic }, 'at home'), open, now), [{ outcome: 'existence', locating: false, policies: ['P04'], line }]],
  ['that there is something by the family', (access) => access.disclose(specialist, sealed({ category: 'mentalHealth', author: {} }), open, now).map((one) => 'line' in one && Object.entries(one.line)), [[['day', '2026-05-30']]]],
  ['nothing', (access) => access.disclose(specialist, sealed({ category: 'safety' }, 'the school'), open, now), [{ outcome: 'nothing', locating: false, policies: ['F04'] }]],
  ['a line of the log, which answers to its own action', (access) => access.disclose(parent('parent-1'), sealed({ category: 'accessLog', about: 'medical' }), factsOf(), now), [{ outcome: 'content', locating: false, policies: ['P05'], content: 'a letter' }]],
  ['a line of the log, at work', (access) => access.disclose(worker, sealed({ category: 'accessLog', about: 'medical' }), factsOf(), now), [{ outcome: 'nothing', locating: false, policies: ['default'] }]],
  ['an appointment of which no copy is taken along', (access) => (['read', 'export'] as const).map((action) => access.disclose(parent('relative'), sealed({ category: 'planning', participants: ['relative'] }), factsOf(), now, action)[0]?.outcome), ['content', 'nothing']],
  ['two entries of different classes', (access) => access.disclose(specialist, [...sealed({ category: 'safety' }), ...sealed({})], open, now).map(({ outcome }) => outcome), ['nothing', 'content']],
  ['one entry for each of two classes that differ in a day only', (access) => access.disclose(specialist, [...sealed({ author: clinic, category: 'social', occurred: '2026-05-01' }), ...sealed({ author: clinic, category: 'social', occurred: '2026-05-02' })], open, now).map((one) => 'line' in one && one.line.day), ['2026-05-01', '2026-05-02']],
  ['lines of existence, merged and in order', (access) => access.mergeExistence([{ discipline: 'hospital', day: '2026-05-30' }, { day: '2026-05-30' }, { discipline: 'gp', day: '2026-05-30' }, { discipline: 'hospital', day: '2026-05-01' }, { discipline: 'gp', day: '2026-05-30' }, { day: '2026-05-30' }]),
    [{ discipline: 'hospital', day: '2026-05-01' }, { day: '2026-05-30' }, { discipline: 'gp', day: '2026-05-30' }, { discipline: 'hospital', day: '2026-05-30' }]],
]

// ── Why consent says what it says

const child = { kind: 'child', person: 'child' } as const
const reader = { organisation: 'day-centre', discipline: 'dayCentre' } as const
const no = (changed: Partial<Consent> = {}): Consent => grantOf({ effect: 'objection', ...changed })
const organisation = { kind: 'organisation', organisation: 'day-centre' } as const
const said: Readonly<Record<string, Consent>> = {
  broadYes: grantOf(), exactYes: grantOf({ recipient: organisation }), broadNo: no(), elsewhere: grantOf({ recipient: { kind: 'organisation', organisation: 'hospital' } }), exactNo: no({ recipient: organisation }),
}
const why = ({ explainConsent, momentIn }: Access, ...names: readonly string[]) => {
  const consents = names.map((name) => ({ ...grantOf(), ...said[name], name }))
  const { outcome, decides, givesWay } = explainConsent(child, 'medical', reader, factsOf('NL', { consents }), consents, momentIn('NL', now))
  return [outcome, decides.map(({ name }) => name), givesWay.map(({ name }) => name)]
}
const stillNeeded = ({ missingSigners, momentIn }: Access, facts: Facts, subject: Consent['subject'], signedBy: readonly string[]) => missingSigners({ subject, signedBy }, facts, momentIn(facts.jurisdiction, now))
const dyad = { kind: 'relation', persons: ['child', 'parent-1'] } as const

const consents: readonly Answer[] = [
  ['why: the exact yes, while a broad one and a broad no give way', (access) => why(access, 'broadYes', 'exactYes', 'broadNo', 'elsewhere'), ['grant', ['exactYes'], ['broadYes', 'broadNo']]],
  ['why: of a yes and a no as exact as each other, the no', (access) => why(access, 'exactYes', 'exactNo', 'broadYes'), ['objection', ['exactNo'], ['exactYes', 'broadYes']]],
  ['why: nothing was said', (access) => why(access, 'elsewhere'), ['none', [], []]],
  ['who still signs: both', (access) => stillNeeded(access, factsOf(), child, []), ['parent-1', 'parent-2']],
  ['who still signs: the other', (access) => stillNeeded(access, factsOf(), child, ['parent-1']), ['parent-2']],
  ['who still signs: nobody', (access) => stillNeeded(access, factsOf(), child, ['parent-1', 'parent-2']), []],
  ['who still signs in Flanders: one of both', (access) => stillNeeded(access, factsOf('BE'), child, []), ['parent-1', 'parent-2']],
  ['who still signs in Flanders: nobody, once one did', (access) => stillNeeded(access, factsOf('BE'), child, ['parent-2']), []],
  ['who still signs in Flanders while they disagree', (access) => stillNeeded(access, factsOf('BE', { holdersDisagree: true }), child, ['parent-2']), ['parent-1']],
  ['who still signs about a bond: each once', (access) => stillNeeded(access, factsOf(), dyad, []), ['parent-1', 'parent-2']],
  ['who still signs about the case: nobody can', (access) => stillNeeded(access, factsOf(), { kind: 'case' }, []), []],
  ['all labels together: a yes to one of two is none', ({ consentOnAll, momentIn }) => consentOnAll(child, ['medical', 'social'], reader, factsOf('NL', { consents: [grantOf({ category: 'medical' })] }), momentIn('NL', now)), 'none'],
  ['all labels together: a yes to both', ({ consentOnAll, momentIn }) => consentOnAll(child, ['medical', 'social'], reader, factsOf('NL', { consents: [grantOf()] }), momentIn('NL', now)), 'grant'],
  ['no label at all is no yes', ({ consentOnAll, momentIn }) => consentOnAll(child, [], reader, factsOf('NL', { consents: [grantOf()] }), momentIn('NL', now)), 'none'],
  ['standing about the case: nobody has it', ({ hasStanding, momentIn }) => hasStanding(grantOf({ subject: { kind: 'case' } }), factsOf(), momentIn('NL', now)), false],
  ['what is equal beats nothing', ({ isMoreSpecific }) => isMoreSpecific(grantOf(), no()), false],
  ['what is more exact on one point and less on another beats nothing', ({ isMoreSpecific }) => isMoreSpecific(grantOf({ category: 'medical' }), no({ recipient: organisation })), false],
]

// ── What is missing refuses

const reads = ({ decide }: Access, viewer: Viewer, entry: Entry, facts: Facts, at = now) => decide(viewer, 'read', entry, facts, at)
const without = (fact: keyof Facts): Facts => Object.fromEntries(Object.entries(factsOf('NL', { consents: [grantOf()] })).filter(([key]) => key !== fact)) as Facts
const ofAge = (born?: string): Partial<Facts> => ({ children: [{ person: 'child', letsParentsRead: false, ...(born !== undefined && { born }) }] })

const missing: readonly Answer[] = [
  ['a moment that is none', (access) => reads(access, parent('parent-1'), entryOf(), factsOf(), 'yesterday'), { outcome: 'nothing', policies: ['default'] }],
  ['a country that is none', (access) => reads(access, parent('parent-1'), entryOf(), factsOf('FR' as 'NL')), { outcome: 'nothing', policies: ['default'] }],
  ...(['jurisdiction', 'children', 'authority', 'closings', 'protections'] as const).map((fact): Answer => [`for a parent, ${fact}`, (access) => reads(access, parent('parent-1'), entryOf(), without(fact)).outcome, 'nothing']),
  ...(['jurisdiction', 'children', 'authority', 'consents', 'state', 'team', 'employments', 'ownFamily', 'excluded'] as const).map((fact): Answer => [`for a professional, ${fact}`, (access) => reads(access, worker, entryOf(), without(fact)).outcome, 'nothing']),
  ...[undefined, 'unknown', '2024-02-31', '2024'].map((born): Answer => [`a date of birth that is ${born ?? 'missing'}`, (access) => reads(access, parent('parent-1'), entryOf({ releasedTo: ['parent-1'] }), factsOf('NL', ofAge(born))), { outcome: 'nothing', policies: ['F09'] }]),
  ['a day that is none, of which somebody held authority', (access) => reads(access, parent('parent-1'), entryOf({ recorded: '2026-6-1' }), factsOf()).outcome, 'nothing'],
  ['what a line of the log was about', (access) => access.decide(parent('parent-1'), 'readAccessLog', entryOf({ category: 'accessLog' }), factsOf(), now), { outcome: 'nothing', policies: ['F04'] }],
  ['an entry with nothing but what all have', (access) => access.decide(parent('parent-1'), 'read', { ...plainEntry, subject: child, category: 'medical', author: {}, recorded: '2026-06-01', occurred: '2026-06-01' }, factsOf(), now).policies, ['P05']],
]

export const answers: readonly Answer[] = [...buttons, ...gate, ...consents, ...missing]

/** Whether what was asked got another answer, or none. */
export const isAnsweredOtherwise = (access: Access, [, asked, expected]: Answer): boolean => {
  try { return JSON.stringify(asked(access)) !== JSON.stringify(expected) } catch { return true }
}

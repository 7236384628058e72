import { describe, expect, test } from '@jest/globals'
import { decide, type Outcome } from './decide.ts'
import { actions, type Action, type Entry } from './entries.ts'
import type { Facts } from './facts.ts'
import { always, doctor, entryOf, factsOf, grantOf, now, parent, specialist, worker } from './testing/family.ts'
import type { CareViewer, OfficeViewer, PortalViewer, Viewer } from './viewers.ts'

/** What one policy adds or takes away, where the matrix has no row for it. */

const allowed = (viewer: Viewer, entry: Entry, facts: Facts): readonly Action[] =>
  actions.filter((action) => decide(viewer, action, entry, facts, now).outcome !== 'nothing')
const reading = (viewer: Viewer, entry: Entry, facts: Facts): Outcome => decide(viewer, 'read', entry, facts, now).outcome

const outsider: CareViewer = { ...worker, person: 'outsider', organisation: 'clinic', discipline: 'childHealthClinic' }
const withOutsider = (changed: Partial<Facts> = {}, jurisdiction: Facts['jurisdiction'] = 'NL') =>
  factsOf(jurisdiction, { employments: [...factsOf().employments, { person: 'outsider', organisation: 'clinic', period: always }], ...changed })
const officer: OfficeViewer = { kind: 'office', office: 'privacyOfficer', person: 'officer', organisation: 'hospital', secondFactor: true, purpose: 'accountability' }
const withOfficer = (changed: Partial<Facts> = {}) => factsOf('NL', { employments: [{ person: 'officer', organisation: 'hospital', period: always }], ...changed })
const relative: PortalViewer = parent('relative')
const young = (born: string, judgedCapable?: boolean): Partial<Facts> =>
  ({ children: [{ person: 'child', born, letsParentsRead: false, ...(judgedCapable !== undefined && { judgedCapable }) }], authority: [{ child: 'child', adult: 'parent-1', period: { from: '2000-01-01' }, verified: true }] })
const all = ['seeExistence', 'read', 'readLocating', 'annotate', 'correctByStatement', 'export'] as const

describe('each permit gives these actions and no other', () => {
  const own = (person: string) => entryOf({ author: { person }, locating: true })
  const safety = entryOf({ category: 'safety', locating: true })
  const appointment = entryOf({ category: 'planning', participants: ['relative'], author: {} })
  const question = entryOf({ kind: 'consult', identified: false, addressees: ['outsider'], author: {}, locating: true })
  test.each<[string, Viewer, Entry, Facts, readonly Action[]]>([
    ['P01, an author of the family', relative, own('relative'), factsOf(), ['seeExistence', 'read', 'readLocating', 'annotate', 'export']],
    ['P01, an author outside the team', outsider, entryOf({ author: { person: 'outsider', organisation: 'clinic' }, locating: true }), withOutsider(), ['seeExistence', 'read', 'readLocating', 'annotate', 'export']],
    ['P02, a colleague', doctor, entryOf({ locating: true }), factsOf(), ['seeExistence', 'read', 'readLocating', 'annotate', 'export']],
    ['P03, with consent', worker, entryOf({ locating: true }), factsOf('NL', { consents: [grantOf()] }), ['seeExistence', 'read', 'readLocating', 'annotate']],
    ['P03, for the plan', worker, entryOf({ category: 'plan' }), factsOf('NL', { consents: [grantOf()] }), ['seeExistence', 'read', 'annotate', 'export']],
    ['P03, for a message to somebody outside the team', outsider, entryOf({ kind: 'feedback', addressees: ['outsider'], locating: true }), withOutsider({ consents: [grantOf()] }), ['seeExistence', 'read']],
    ['P04, the coordinator', specialist, entryOf({ locating: true }), factsOf(), ['seeExistence', 'read']],
    ['P05, authority', parent('parent-1'), entryOf({ locating: true }), factsOf(), all],
    ['P05, authority, for an appointment without them', parent('parent-1'), entryOf({ category: 'planning' }), factsOf(), all.filter((action) => action !== 'readLocating')],
    ['P06, the own record', relative, entryOf({ subject: { kind: 'adult', person: 'relative' }, locating: true }), factsOf(), all],
    ['P07, an emergency', { ...outsider, purpose: 'emergency' }, entryOf({ locating: true }), withOutsider({ breakGlass: [{ by: 'outsider', person: 'child', at: now }] }), ['seeExistence', 'read', 'readLocating']],
    ['P08, a release', relative, entryOf({ releasedTo: ['relative'], locating: true }), factsOf(), ['seeExistence', 'read']],
    ['P09, taking part', relative, appointment, factsOf(), ['seeExistence', 'read', 'readLocating']],
    ['P10, a current card', worker, entryOf({ kind: 'card', current: true, locating: true }), factsOf(), ['seeExistence', 'read']],
    ['P11, the safety track', worker, safety, factsOf('NL', { safety: { members: ['worker'], discussedWithParents: false, investigated: [] } }), ['seeExistence', 'read', 'readLocating', 'annotate']],
    ['P12, a question without a name', outsider, question, withOutsider(), ['seeExistence', 'read', 'annotate']],
    ['P13, the log', officer, entryOf({ category: 'accessLog', about: 'medical' }), withOfficer(), ['readAccessLog']],
    ['P13, but no entry', officer, entryOf(), withOfficer(), []],
  ])('%s', (_, viewer, entry, facts, expected) => { expect(allowed(viewer, entry, facts)).toEqual(expected) })
})

describe('a permit is for whom it names', () => {
  test.each<[string, Viewer, Entry, Facts]>([
    ['P03: a message to somebody else stays shut', outsider, entryOf({ kind: 'feedback', addressees: ['worker'] }), withOutsider({ consents: [grantOf()] })],
    ['P05: authority at home opens nothing at work', worker, entryOf(), factsOf('NL', { authority: [{ child: 'child', adult: 'worker', period: always, verified: true }] })],
    ['P08: a release to somebody of the family opens nothing at work', worker, entryOf({ releasedTo: ['worker'] }), factsOf()],
    ['P10: work in a group opens nothing at home', relative, entryOf({ kind: 'card', current: true }), factsOf('NL', { groupDuties: [{ person: 'relative', period: always }] })],
    ['P11: work in the safety track opens nothing at home', relative, entryOf({ category: 'safety' }), factsOf('NL', { safety: { members: ['relative'], discussedWithParents: true, investigated: [] } })],
    ['P12: a question put to somebody at work stays there', relative, entryOf({ kind: 'consult', identified: false, addressees: ['relative'] }), factsOf()],
    ['P09: whoever took part in something else than an appointment', relative, entryOf({ participants: ['relative'] }), factsOf()],
    ['P12: an addressed entry is no question', outsider, entryOf({ identified: false, addressees: ['outsider'] }), withOutsider()],
    ['P02: a membership for another organisation', { ...doctor, organisation: 'day-centre' }, entryOf({ author: { organisation: 'day-centre', discipline: 'hospital' } }),
      factsOf('NL', { employments: [{ person: 'doctor', organisation: 'day-centre', period: always }] })],
  ])('%s', (_, viewer, entry, facts) => { expect(reading(viewer, entry, facts)).toBe('nothing') })
})

describe('who works where is a fact about one person, in one role', () => {
  const colleague = entryOf({ author: { person: 'somebody', organisation: 'day-centre', discipline: 'dayCentre' } })
  const [, , ...others] = factsOf().team
  const membership = { person: 'worker', organisation: 'day-centre', discipline: 'dayCentre', role: 'member', period: always } as const
  const job = { person: 'worker', organisation: 'day-centre', period: always }
  test.each<[string, Partial<Facts>, Outcome]>([
    ['in the team and employed', { team: [membership], employments: [job] }, 'content'],
    ['only a colleague is in the team', { team: [{ ...membership, person: 'somebody' }], employments: [job] }, 'nothing'],
    ['in the team for another discipline', { team: [{ ...membership, discipline: 'homeSupport' }], employments: [job] }, 'nothing'],
    ['in the team for another organisation', { team: [{ ...membership, organisation: 'hospital' }, ...others], employments: [job] }, 'nothing'],
    ['only a colleague is employed', { team: [membership], employments: [{ ...job, person: 'somebody' }] }, 'nothing'],
    ['employed elsewhere', { team: [membership], employments: [{ ...job, organisation: 'hospital' }] }, 'nothing'],
    ['no longer employed', { team: [membership], employments: [{ ...job, period: { from: '2020-01-01', until: '2026-09-14' } }] }, 'nothing'],
  ])('%s', (_, changed, expected) => { expect(reading(worker, colleague, factsOf('NL', changed))).toBe(expected) })

  test.each<[string, Partial<Facts>, Outcome]>([
    ['the coordinator', {}, 'existence'],
    ['a member who is registered', { team: factsOf().team.map((one) => ({ ...one, role: 'member' })) }, 'nothing'],
    ['a coordinator whose colleague is registered', { registrations: [{ person: 'worker', period: always }] }, 'nothing'],
  ])('existence shows to %s', (_, changed, expected) => { expect(reading(specialist, entryOf(), factsOf('NL', changed))).toBe(expected) })

  test('registrations of others beside the own one change nothing', () => {
    expect(reading(specialist, entryOf(), factsOf('NL', { registrations: [{ person: 'worker', period: always }, ...factsOf().registrations] }))).toBe('existence')
  })
  test('who was in the team twice keeps reading what came before the last day (C-14)', () => {
    const periods = [{ from: '2026-01-01', until: '2026-03-31' }, { from: '2026-05-01', until: '2026-07-31' }]
    const facts = factsOf('NL', { team: periods.map((period) => ({ ...membership, period })), employments: [job] })
    expect(reading(worker, { ...colleague, recorded: '2026-07-31' }, facts)).toBe('content')
    expect(reading(worker, { ...colleague, recorded: '2026-08-01' }, facts)).toBe('nothing')
  })
  test('work in the group and in the safety track is personal as well', () => {
    expect(reading(outsider, entryOf({ kind: 'card', current: true }), withOutsider({ groupDuties: [{ person: 'worker', period: always }] }))).toBe('nothing')
    expect(reading(worker, entryOf({ category: 'safety' }), factsOf('NL', { safety: { members: ['doctor'], discussedWithParents: true, investigated: [] } }))).toBe('nothing')
  })
})

describe('an emergency (P07) opens one person to who opened it', () => {
  const doctorOnCall: CareViewer = { ...outsider, purpose: 'emergency' }
  const opened = (by: string, person: string) => withOutsider({ breakGlass: [{ by, person, at: now }], pregnancies: [{ unborn: 'unborn-child', carriedBy: 'parent-1' }] })
  test.each<[string, string, string, Partial<Entry>, Outcome]>([
    ['the child', 'outsider', 'child', {}, 'content'],
    ['opened by somebody else', 'worker', 'child', {}, 'nothing'],
    ['another person', 'outsider', 'parent-1', {}, 'nothing'],
    ['an adult', 'outsider', 'parent-1', { subject: { kind: 'adult', person: 'parent-1' } }, 'content'],
    ['who carries, for the pregnancy', 'outsider', 'parent-1', { subject: { kind: 'unborn', person: 'unborn-child' } }, 'content'],
    ['the child, but not its surroundings', 'outsider', 'child', { subject: { kind: 'surroundings', person: 'child' } }, 'nothing'],
    ['the child, but not a bond with it', 'outsider', 'child', { subject: { kind: 'relation', persons: ['child', 'parent-1'] } }, 'nothing'],
  ])('%s', (_, by, person, changed, expected) => { expect(reading(doctorOnCall, entryOf(changed), opened(by, person))).toBe(expected) })
})

describe('a forbid is for whom it names', () => {
  const during = { from: '2026-01-01T00:00:00.000Z' }
  const consents = [grantOf()]
  const working = (changed: Partial<Facts>) => factsOf('NL', { consents, ...changed })

  test('F01, F02, F03, F08: what is kept from somebody at home is not kept from professionals', () => {
    const entry = entryOf({ mentions: ['parent-2'], shields: [{ person: 'worker', ...during }], category: 'planning', participants: [] })
    expect(reading(worker, entry, working({
      protections: [{ viewer: 'worker', person: 'parent-2' }], closings: [{ person: 'worker', ...during }], highConflict: ['parent-1', 'parent-2'],
    }))).toBe('content')
  })
  test('F02: the own line in the log of a child is not the own record alone', () => {
    const facts = factsOf('NL', { protections: [{ viewer: 'parent-1', person: 'parent-2' }] })
    const line = entryOf({ category: 'accessLog', about: 'medical', lookedBy: 'parent-1' })
    expect(decide(parent('parent-1'), 'readAccessLog', line, facts, now).policies).toEqual(['P05'])
    expect(decide(parent('parent-1'), 'readAccessLog', { ...line, mentions: ['parent-2'] }, facts, now).policies).toEqual(['F02'])
  })
  test('F02: what is released about the case itself is nobody\'s own record', () => {
    const facts = factsOf('NL', { protections: [{ viewer: 'parent-1', person: 'parent-2' }] })
    const released = entryOf({ subject: { kind: 'case' }, releasedTo: ['parent-1'] })
    expect(reading(parent('parent-1'), released, facts)).toBe('content')
    expect(reading(parent('parent-1'), { ...released, mentions: ['parent-2'] }, facts)).toBe('nothing')
  })
  test('F07: a professional who is family reads at home what a parent reads', () => {
    expect(reading(parent('parent-1'), entryOf(), factsOf('NL', { ownFamily: ['parent-1'], excluded: ['parent-1'] }))).toBe('content')
  })
  test('F07: the juvenile court is shut in Belgium only (C-10)', () => {
    const judge: CareViewer = { ...outsider, discipline: 'juvenileCourt' }
    const team = [{ person: 'outsider', organisation: 'clinic', discipline: 'juvenileCourt', role: 'member', period: always } as const]
    expect(reading(judge, entryOf(), withOutsider({ team, consents }))).toBe('content')
    expect(reading(judge, entryOf(), withOutsider({ team, consents }, 'BE'))).toBe('nothing')
  })
  test('F09: the choice of a young person about parents says nothing about care', () => {
    const facts = { ...factsOf('NL', young('2010-01-01')), consents: [grantOf({ signedBy: ['parent-1'] })] }
    expect(reading(worker, entryOf({ inConfidence: true }), facts)).toBe('content')
    expect(reading(parent('parent-1'), entryOf(), facts)).toBe('nothing')
  })
  test('F10: the log of a closed case is still reviewed', () => {
    const line = entryOf({ category: 'accessLog', about: 'medical', author: {} })
    expect(decide(officer, 'readAccessLog', line, withOfficer({ state: 'closed' }), now)).toEqual({ outcome: 'content', policies: ['P13'] })
  })
  test('F11: a line about a restricted entry is still reviewed', () => {
    const line = entryOf({ category: 'accessLog', about: 'medical', restricted: true })
    expect(decide(officer, 'readAccessLog', line, withOfficer(), now)).toEqual({ outcome: 'content', policies: ['P13'] })
  })
  test('F06: the log is for the privacy officer only, whatever purpose somebody gives', () => {
    const line = entryOf({ category: 'accessLog', about: 'medical' })
    for (const office of ['orgAdmin', 'support', 'policyViewer'] as const) {
      expect(decide({ ...officer, office }, 'readAccessLog', line, withOfficer(), now)).toEqual({ outcome: 'nothing', policies: ['F06'] })
    }
    const emergency = factsOf('NL', { breakGlass: [{ by: 'worker', person: 'child', at: now }] })
    expect(decide({ ...worker, purpose: 'emergency' }, 'readAccessLog', line, emergency, now)).toEqual({ outcome: 'nothing', policies: ['F06'] })
    expect(decide({ ...worker, purpose: 'accountability' }, 'readAccessLog', line, factsOf(), now)).toEqual({ outcome: 'nothing', policies: ['F06'] })
  })
})

describe('place and time (F03)', () => {
  const under = factsOf('NL', { protections: [{ viewer: 'parent-1', person: 'parent-2' }] })
  const conflict = factsOf('NL', { highConflict: ['parent-1', 'parent-2'] })
  const own = { subject: { kind: 'adult', person: 'parent-1' } } as const

  test('somebody under protection of another still finds the own place and the own appointment', () => {
    expect(allowed(parent('parent-1'), entryOf({ ...own, category: 'contact' }), under)).toEqual(all)
    expect(allowed(parent('parent-1'), entryOf({ ...own, category: 'planning' }), under)).toEqual(all)
  })
  test('and no place inside a report, not even the own one', () => {
    expect(allowed(parent('parent-1'), entryOf({ ...own, locating: true }), under)).toEqual(all.filter((action) => action !== 'readLocating'))
  })
  test('high conflict hides appointments and where the other parent is, and nothing else', () => {
    expect(reading(parent('parent-1'), entryOf({ category: 'planning' }), conflict)).toBe('nothing')
    expect(allowed(parent('parent-1'), entryOf({ category: 'contact' }), conflict)).toEqual(all)
    expect(allowed(parent('parent-1'), entryOf({ locating: true, mentions: ['parent-2'] }), conflict)).toEqual(all.filter((action) => action !== 'readLocating'))
    expect(allowed(parent('parent-1'), entryOf({ locating: true, mentions: ['parent-1', 'relative'] }), conflict)).toEqual(all)
  })
})

describe('the young person (F09, G-12)', () => {
  const confided = entryOf({ inConfidence: true })
  test.each<[string, Facts['jurisdiction'], Partial<Facts>, Entry, Outcome]>([
    ['NL: eleven, told in confidence', 'NL', young('2015-01-01'), confided, 'content'],
    ['NL: eleven and capable, told in confidence', 'NL', young('2015-01-01', true), confided, 'content'],
    ['NL: twelve, told in confidence', 'NL', young('2014-09-15'), confided, 'nothing'],
    ['BE: eleven, judged by nobody, told in confidence', 'BE', young('2015-01-01'), confided, 'content'],
    ['BE: eleven and not capable, told in confidence', 'BE', young('2015-01-01', false), confided, 'content'],
    ['BE: eleven and capable, told in confidence', 'BE', young('2015-01-01', true), confided, 'nothing'],
    ['BE: sixteen, judged by nobody', 'BE', young('2010-01-01'), entryOf(), 'content'],
    ['NL: sixteen, judged by nobody', 'NL', young('2010-01-01'), entryOf(), 'nothing'],
    ['NL: sixteen and not capable', 'NL', young('2010-01-01', false), entryOf(), 'content'],
  ])('%s', (_, jurisdiction, changed, entry, expected) => { expect(reading(parent('parent-1'), entry, factsOf(jurisdiction, changed))).toBe(expected) })
})

describe('youth care in Belgium (P03, C-09)', () => {
  const fromYouthCare = (changed: Partial<Entry> = {}) => entryOf({ author: { organisation: 'youth-care', discipline: 'youthCare' }, category: 'social', ...changed })
  const exchange = (agreement: Facts['youthCareExchanges'][number]['agreement'], recipient = 'day-centre') =>
    ({ youthCareExchanges: [{ subject: { kind: 'child', person: 'child' }, recipient, agreement } as const] })

  test('agreement that was sought and not obtained opens place and time of a contact as well', () => {
    expect(allowed(worker, fromYouthCare({ category: 'contact' }), factsOf('BE', exchange('soughtNotObtained')))).toEqual(['seeExistence', 'read', 'readLocating', 'annotate'])
  })
  test('an exchange opens the file to its recipient only', () => {
    expect(reading(worker, fromYouthCare(), factsOf('BE', exchange('soughtNotObtained', 'hospital')))).toBe('nothing')
  })
  test('an exchange about another child opens nothing', () => {
    const about = { kind: 'sibling', person: 'sibling' } as const
    expect(reading(worker, fromYouthCare(), factsOf('BE', { youthCareExchanges: [{ subject: about, recipient: 'day-centre', agreement: 'soughtNotObtained' }] }))).toBe('nothing')
  })
  test('agreement that was obtained shows as consent, and opens nothing without', () => {
    expect(reading(worker, fromYouthCare(), factsOf('BE', exchange('obtained')))).toBe('nothing')
    expect(reading(worker, fromYouthCare(), factsOf('BE', { ...exchange('obtained'), consents: [grantOf()] }))).toBe('content')
  })
  test('it is the same in the other direction', () => {
    const youthWorker: CareViewer = { ...worker, organisation: 'youth-care', discipline: 'youthCare' }
    const facts = factsOf('BE', {
      consents: [grantOf()], team: [{ person: 'worker', organisation: 'youth-care', discipline: 'youthCare', role: 'member', period: always }],
      employments: [{ person: 'worker', organisation: 'youth-care', period: always }],
    })
    expect(reading(youthWorker, entryOf(), facts)).toBe('nothing')
    expect(reading(youthWorker, entryOf(), { ...facts, ...exchange('obtained', 'youth-care') })).toBe('content')
  })
})

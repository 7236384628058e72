/**
 * Scenes that random ones seldom are: one fact beside that of somebody else, one day beside an edge, a person who isn't born, the case
 * itself. What should become of them says the model (`oracle/`), which knows none of the code.
 */
import type { Subject } from '@samenspel/kernel'
import type { Action, Entry } from '../entries.ts'
import type { Facts } from '../facts.ts'
import type { CareViewer, PortalViewer, Viewer } from '../viewers.ts'
import { always, doctor, entryOf, factsOf, grantOf, now, parent, specialist, worker } from './family.ts'
import type { Scene } from './scenes.ts'

type Odd = readonly [what: string, viewer: Viewer, entry: Partial<Entry>, facts: Partial<Facts>, action?: Action, at?: string]

const mother = parent('parent-1')
const relative: PortalViewer = parent('relative')
const outsider: CareViewer = { ...worker, person: 'outsider', organisation: 'clinic', discipline: 'childHealthClinic' }
const employed = [...factsOf().employments, { person: 'outsider', organisation: 'clinic', period: always }]
const youthWorker: CareViewer = { ...worker, discipline: 'youthCare' }
const inYouthCare = factsOf().team.map((one) => one.person === 'worker' ? { ...one, discipline: 'youthCare' as const } : one)
const membership = { person: 'worker', organisation: 'day-centre', discipline: 'dayCentre', role: 'member', period: always } as const
const ofColleague = { author: { person: 'somebody', organisation: 'day-centre', discipline: 'dayCentre' } } as const
const theCase: Subject = { kind: 'case' }
const unborn: Subject = { kind: 'unborn', person: 'unborn-child' }
const carried = [{ unborn: 'unborn-child', carriedBy: 'parent-1' }]
const carrier: Subject = { kind: 'unborn', person: 'parent-1' }
const young = (born: string, judgedCapable?: boolean): Partial<Facts> => ({
  children: [{ person: 'child', born, letsParentsRead: false, ...(judgedCapable !== undefined && { judgedCapable }) }],
  authority: [{ child: 'child', adult: 'parent-1', period: { from: '2000-01-01' }, verified: true }],
})
const during = { from: '2026-01-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' }
const emergency: CareViewer = { ...outsider, purpose: 'emergency' }
const sibling: Subject = { kind: 'sibling', person: 'sibling' }
const withSibling: Partial<Facts> = {
  children: [...factsOf().children, { person: 'sibling', born: '2020-05-01', letsParentsRead: false }],
  authority: [...factsOf().authority, { child: 'sibling', adult: 'parent-1', period: always, verified: true }],
}
const exchange = (subject: Subject, agreement: 'obtained' | 'soughtNotObtained' = 'soughtNotObtained'): Partial<Facts> =>
  ({ jurisdiction: 'BE', team: inYouthCare, youthCareExchanges: [{ subject, recipient: 'day-centre', agreement }] })
const child: Subject = { kind: 'child', person: 'child' }

const odd: readonly Odd[] = [
  ['a shield that ends later', mother, { shields: [{ person: 'parent-1', ...during }] }, {}],
  ['a closing that ends later', mother, {}, { closings: [{ person: 'parent-1', ...during }] }],
  ...['2014-09-15', '2014-09-16', '2014-01-01', '2014-12-01', '2015-01-01', '2013-12-01'].map((born): Odd => [`told in confidence, born on ${born}`, mother, { inConfidence: true }, young(born)]),
  ...['2010-09-15', '2010-09-16', '2010-01-01', '2010-12-01', '2011-01-01', '2009-12-01'].map((born): Odd => [`who decides, born on ${born}`, mother, {}, young(born)]),
  ...['2008-09-15', '2008-09-16', '2008-01-01', '2008-12-01', '2009-01-01', '2007-12-01'].map((born): Odd => [`of age, born on ${born}`, mother, {}, { ...young(born), children: [{ person: 'child', born, letsParentsRead: true }] }]),
  ['the case itself, for a parent', mother, { subject: theCase }, {}],
  ['the case itself, released', relative, { subject: theCase, releasedTo: ['relative'] }, {}],
  ['the case itself, released, naming who stays unnamed', relative, { subject: theCase, releasedTo: ['relative'], mentions: ['parent-2'] }, { protections: [{ viewer: 'relative', person: 'parent-2' }] }],
  ['the case itself, about which nobody consents', worker, { subject: theCase }, { consents: [grantOf({ subject: theCase })] }],
  ['the own line in the log of a child, naming who stays unnamed', mother, { category: 'accessLog', about: 'medical', lookedBy: 'parent-1', mentions: ['parent-2'] }, { protections: [{ viewer: 'parent-1', person: 'parent-2' }] }, 'readAccessLog'],
  ['the own line in the own log, naming who stays unnamed', mother, { subject: { kind: 'adult', person: 'parent-1' }, category: 'accessLog', about: 'medical', lookedBy: 'parent-1', mentions: ['parent-2'] }, { protections: [{ viewer: 'parent-1', person: 'parent-2' }] }, 'readAccessLog'],
  ['a pregnancy named after the child, for who carries', mother, { subject: unborn }, { pregnancies: carried }],
  ['and for the other', parent('parent-2'), { subject: unborn }, { pregnancies: carried }],
  ['consent named after who carries', worker, { subject: unborn }, { pregnancies: carried, consents: [grantOf({ subject: carrier, signedBy: ['parent-1'] })] }],
  ['consent named after the unborn child', worker, { subject: carrier }, { pregnancies: carried, consents: [grantOf({ subject: unborn, signedBy: ['parent-1'] })] }],
  ['consent about who carries, as an adult', worker, { subject: unborn }, { pregnancies: carried, consents: [grantOf({ subject: { kind: 'adult', person: 'parent-1' }, signedBy: ['parent-1'] })] }],
  ['consent about the pregnancy, for who carries as an adult', worker, { subject: { kind: 'adult', person: 'parent-1' } }, { pregnancies: carried, consents: [grantOf({ subject: unborn, signedBy: ['parent-1'] })] }],
  ['consent about another pregnancy', worker, { subject: unborn }, { pregnancies: [...carried, { unborn: 'another', carriedBy: 'parent-2' }], consents: [grantOf({ subject: { kind: 'unborn', person: 'another' }, signedBy: ['parent-1', 'parent-2'] })] }],
  ['an emergency of who carries', emergency, { subject: unborn }, { employments: employed, pregnancies: carried, breakGlass: [{ by: 'outsider', person: 'parent-1', at: now }] }],
  ['an emergency of the unborn child alone', emergency, { subject: unborn }, { employments: employed, pregnancies: carried, breakGlass: [{ by: 'outsider', person: 'unborn-child', at: now }] }],
  ['a bond with the unborn child', mother, { subject: { kind: 'relation', persons: ['parent-1', 'unborn-child'] } }, { pregnancies: carried }],
  ['and for the other parent', parent('parent-2'), { subject: { kind: 'relation', persons: ['parent-1', 'unborn-child'] } }, { pregnancies: carried }],
  ['a bond of a child', emergency, { subject: { kind: 'relation', persons: ['child', 'parent-1'] } }, { employments: employed, breakGlass: [{ by: 'outsider', person: 'child', at: now }] }],
  ['consent for a discipline against a no to everybody', worker, {}, { consents: [grantOf({ recipient: { kind: 'discipline', discipline: 'dayCentre' } }), grantOf({ effect: 'objection' })] }],
  ['a no to a discipline against consent for everybody', worker, {}, { consents: [grantOf(), grantOf({ effect: 'objection', recipient: { kind: 'discipline', discipline: 'dayCentre' } })] }],
  ['consent for an organisation, a no to the discipline about this label', worker, {}, { consents: [grantOf({ recipient: { kind: 'organisation', organisation: 'day-centre' } }), grantOf({ effect: 'objection', category: 'medical', recipient: { kind: 'discipline', discipline: 'dayCentre' } })] }],
  ['consent for everybody about this label, a no to the organisation', worker, {}, { consents: [grantOf({ category: 'medical' }), grantOf({ effect: 'objection', recipient: { kind: 'organisation', organisation: 'day-centre' } })] }],
  ['without a label, with consent to one of all', worker, { category: 'unlabelled', author: { person: 'worker' } }, { consents: [grantOf({ category: 'medical' })] }],
  ['only a colleague is employed', worker, ofColleague, { team: [membership], employments: [{ person: 'somebody', organisation: 'day-centre', period: always }] }],
  ['employed elsewhere', worker, ofColleague, { team: [membership], employments: [{ person: 'worker', organisation: 'hospital', period: always }] }],
  ['only a colleague is in the team', worker, ofColleague, { team: [{ ...membership, person: 'somebody' }] }],
  ['in the team for another organisation', worker, ofColleague, { team: [{ ...membership, organisation: 'hospital' }] }],
  ['in the team for another discipline', worker, ofColleague, { team: [{ ...membership, discipline: 'homeSupport' }] }],
  ['a coordinator whose colleague is registered', specialist, {}, { registrations: [{ person: 'worker', period: always }] }],
  ['a duty in the group that ended yesterday', worker, { kind: 'card', current: true }, { team: [], groupDuties: [{ person: 'worker', period: { from: '2020-01-01', until: '2026-09-14' } }] }],
  ['a duty in the group that ends today', worker, { kind: 'card', current: true }, { team: [], groupDuties: [{ person: 'worker', period: { from: '2020-01-01', until: '2026-09-15' } }] }],
  ['an exchange agreed about another child', youthWorker, {}, { ...withSibling, ...exchange(sibling) }],
  ['an exchange sought about a sibling', youthWorker, { subject: sibling }, { ...withSibling, ...exchange(sibling) }],
  ['an exchange sought about the surroundings', youthWorker, { subject: { kind: 'surroundings', person: 'child' } }, exchange({ kind: 'surroundings', person: 'child' })],
  ['an exchange sought about a parent', youthWorker, { subject: { kind: 'adult', person: 'parent-1' } }, exchange({ kind: 'adult', person: 'parent-1' })],
  ['where to find somebody, by an exchange that was sought', youthWorker, { category: 'contact' }, exchange(child), 'readLocating'],
  ['where an appointment is, by an exchange that was sought', youthWorker, { category: 'planning' }, exchange(child), 'readLocating'],
  ['a place in a letter, by an exchange that was sought', youthWorker, { locating: true }, exchange(child), 'readLocating'],
  ['a message with consent, remarked on from outside the team', outsider, { kind: 'feedback', addressees: ['outsider'] }, { employments: employed, consents: [grantOf()] }, 'annotate'],
  ['the place in a message, from outside the team', outsider, { kind: 'feedback', addressees: ['outsider'], locating: true }, { employments: employed, consents: [grantOf()] }, 'readLocating'],
  ['a yes of both while a third holds authority that nobody verified', worker, {}, { authority: [...factsOf().authority, { child: 'child', adult: 'relative', period: always, verified: false }], consents: [grantOf()] }],
  ['a yes while nobody holds authority', worker, {}, { authority: [], consents: [grantOf()] }],
  ['a yes about a sibling', worker, { subject: sibling }, { ...withSibling, consents: [grantOf({ subject: sibling, signedBy: ['parent-1'] })] }],
  ['a bond of two children with authority over one', mother, { subject: { kind: 'relation', persons: ['child', 'sibling'] } }, { ...withSibling, authority: factsOf().authority }],
  ['a note of one\'s own of an earlier job, with consent', worker, { category: 'workingNote', author: { person: 'worker', organisation: 'hospital', discipline: 'hospital' } }, { consents: [grantOf()] }],
  ['consent about the surroundings, for the child', worker, {}, { consents: [grantOf({ subject: { kind: 'surroundings', person: 'child' } })] }],
  ['authority at home, at work', worker, {}, { authority: [...factsOf().authority, { child: 'child', adult: 'worker', period: always, verified: true }] }],
  ['in the early hours of the day on which consent begins', worker, {}, { consents: [grantOf({ period: { from: '2026-09-15' } })] }, 'read', '2026-09-14T22:30:00.000Z'],
  ['late on the day before', worker, {}, { consents: [grantOf({ period: { from: '2026-09-15' } })] }, 'read', '2026-09-14T21:59:59.000Z'],
  ['who works in no discipline, for what was written in none', { kind: 'care', person: 'outsider', organisation: 'clinic', secondFactor: true, purpose: 'treatment' }, { author: { person: 'somebody', organisation: 'clinic' } }, { employments: employed }],
  ['a doctor, for what was written in no organisation', doctor, { author: { person: 'parent-1' } }, {}],
]

export const oddScenes: readonly (readonly [what: string, scene: Scene])[] = odd.map(([what, viewer, entry, facts, action = 'read', at = now]) =>
  [what, { viewer, action, entry: entryOf(entry), facts: factsOf(facts.jurisdiction ?? 'NL', facts), now: at }])

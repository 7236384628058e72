import { noFacts, type Authority, type Consent, type Facts, type Membership } from '../facts.ts'
import { plainEntry, type Entry } from '../entries.ts'
import type { CareViewer, PortalViewer } from '../viewers.ts'

/** A small family with two parents who hold authority, and three professionals of different organisations. */
export const always = { from: '2000-01-01' }
export const now = '2026-09-15T08:00:00.000Z'
export const today = '2026-09-15'

const over = (adult: string): Authority => ({ child: 'child', adult, period: { from: '2024-03-10' }, verified: true })
const member = (person: string, organisation: string, discipline: Membership['discipline'], role: Membership['role'] = 'member'): Membership =>
  ({ person, organisation, discipline, role, period: { from: '2026-01-01' } })

export const factsOf = (jurisdiction: Facts['jurisdiction'] = 'NL', changed: Partial<Facts> = {}): Facts => ({
  ...noFacts(jurisdiction),
  children: [{ person: 'child', born: '2024-03-10', letsParentsRead: false }],
  authority: [over('parent-1'), over('parent-2')],
  team: [member('worker', 'day-centre', 'dayCentre'), member('doctor', 'hospital', 'hospital'), member('specialist', 'practice', 'imhSpecialist', 'coordinator')],
  registrations: [{ person: 'specialist', period: always }],
  employments: [['worker', 'day-centre'], ['doctor', 'hospital'], ['specialist', 'practice']].map(([person = '', organisation = '']) => ({ person, organisation, period: always })),
  ...changed,
})

export const parent = (person: string): PortalViewer => ({ kind: 'portal', person, secondFactor: true })
const professional = (person: string, organisation: string, discipline: CareViewer['discipline']): CareViewer =>
  ({ kind: 'care', person, organisation, discipline, secondFactor: true, purpose: 'treatment' })
export const worker = professional('worker', 'day-centre', 'dayCentre')
export const doctor = professional('doctor', 'hospital', 'hospital')
export const specialist = professional('specialist', 'practice', 'imhSpecialist')

/** By the doctor about the child, unless said otherwise. */
export const entryOf = (changed: Partial<Entry> = {}): Entry => ({
  ...plainEntry, subject: { kind: 'child', person: 'child' }, category: 'medical', author: { person: 'another-doctor', organisation: 'hospital', discipline: 'hospital' },
  recorded: '2026-06-01', occurred: '2026-05-30', ...changed,
})

/** A yes to all that both parents signed, unless said otherwise. */
export const grantOf = (changed: Partial<Consent> = {}): Consent => ({
  effect: 'grant', subject: { kind: 'child', person: 'child' }, category: '*', recipient: { kind: 'all' }, period: { from: '2026-01-01' },
  signedBy: ['parent-1', 'parent-2'], ...changed,
})

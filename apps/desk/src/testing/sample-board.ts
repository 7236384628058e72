/** A board with two invented families, and where their wishes may go. */
import { hanne, overloadSignal, sampleFamily } from './sample-family.ts'

const monday = '2026-11-30', tuesday = '2026-12-01', wednesday = '2026-12-02', thursday = '2026-12-03'
export const days = { monday, tuesday, wednesday, thursday }

const hospital = { id: 'z', name: 'Ziekenhuis Druivendal', discipline: 'HOSPITAL' }
const dayCentre = { id: 'kdc', name: 'KDC De Wilgenboom', discipline: 'DAY_CENTRE' }
export const eva = { id: 'eva', name: 'Eva Smit', title: 'kinderarts', discipline: 'HOSPITAL', organisation: hospital }
const karim = { id: 'karim', name: 'Karim Aydin', title: 'fysiotherapeut', discipline: 'DAY_CENTRE', organisation: dayCentre }

const need = (id: string, label: string, change: object = {}) => ({
  id, label, discipline: 'HOSPITAL', organisation: hospital, minutes: 30, urgency: 3, everyWeeks: null, toleranceDays: null, from: monday, deadline: '2026-12-18', preferred: monday, modalities: ['ONSITE'], attendance: [['sem', 'anouk']], professionals: [eva], status: 'OPEN', ...change,
})
const part = (id: string, label: string, start: string, end: string, change: object = {}) => ({
  id, bundleId: 'b', needId: `need ${id}`, label, discipline: 'HOSPITAL', organisation: hospital, professionals: [eva], attendees: ['sem'], date: thursday, start, end, modality: 'ONSITE', isEvening: false, status: 'CONFIRMED', cancelledLate: false, canBecomeDigital: false, canCancel: false, ...change,
})
const bundle = (id: string, kind: string, parts: readonly { readonly date: string; readonly start: string; readonly end: string }[]) =>
  ({ id, kind, date: parts[0]?.date, start: parts[0]?.start, end: parts.at(-1)?.end, parts, travel: null, minding: null })
const burden = (change: object = {}) => ({ unplanned: 0, restTouched: 0, travelDays: 0, trips: 0, careDays: 0, minutes: 0, lateness: 0, ...change })

export type SampleBoard = ReturnType<typeof sampleBoard>
export const sampleBoard = () => ({
  from: monday, until: '2026-12-06', plansFrom: monday, plansUntil: '2027-01-22', closedDays: [] as string[],
  families: [
    {
      id: 'bosman', name: 'Gezin Bosman', zone: 'Europe/Amsterdam', members: [{ id: 'noor', role: 'CHILD', firstName: 'Noor', age: '2 jaar', isIndexChild: true, inHousehold: true }],
      moments: [{ id: 'm3', proposalId: 'p', bundle: bundle('b3', 'EVENING', [part('talk', 'Gesprek met Femke', '20:00', '20:45', { date: wednesday, isEvening: true, modality: 'DIGITAL', status: 'PROPOSED' })]) }],
      needs: [] as object[], proposals: [{ id: 'p', kind: 'SOONEST', status: 'SENT', sentAt: '2026-11-24T10:00:00.000Z', savings: null, answers: [{ memberId: 'lisa', firstName: 'Lisa', answer: null }] }], changeRequests: [] as object[], overloadSignals: [overloadSignal()],
    },
    {
      id: 'verhoeven', name: 'Gezin Verhoeven', zone: 'Europe/Amsterdam', members: sampleFamily().members,
      moments: [{ id: 'm1', proposalId: null, bundle: bundle('b1', 'VISIT', [part('doctor', 'Bloed prikken', '10:15', '10:45'), part('scan', 'Foto', '10:45', '11:15'), part('physio', 'Fysiotherapie', '11:30', '12:15', { organisation: dayCentre, discipline: 'DAY_CENTRE', professionals: [karim] })]) }],
      needs: [need('neurologist', 'Kinderneuroloog'), need('talk', 'Kennismaken', { organisation: dayCentre, discipline: 'DAY_CENTRE', professionals: [karim], urgency: 1 })],
      proposals: [{ id: 'q', kind: 'FEWEST_TRAVEL_DAYS', status: 'CONFIRMED', sentAt: '2026-11-20T10:00:00.000Z', savings: { before: burden({ trips: 3, travelDays: 3 }), after: burden({ trips: 1, travelDays: 1 }), sentences: [] }, answers: [] }],
      changeRequests: [] as object[], overloadSignals: [] as object[],
    },
  ],
  freeTime: [{ professional: eva, date: tuesday, from: '09:00', to: '11:00' }, { professional: hanne, date: tuesday, from: '09:00', to: '11:00' }],
})

const way = (start: string, end: string) => ({ start, end, modality: 'ONSITE', place: { id: 'clinic', name: 'Polikliniek kinderen' }, attendees: ['sem', 'anouk'], professionals: [eva], isEvening: false })

/** Wednesday is asleep, on Thursday nobody offers time. */
export const sampleWays = [
  { date: tuesday, ways: [way('09:30', '10:00'), way('09:00', '09:30')], sentence: null, rules: [] },
  { date: wednesday, ways: [], sentence: 'Dan slaapt Sem.', rules: ['nap'] },
  { date: thursday, ways: [], sentence: 'Eva Smit heeft dan geen tijd vrij.', rules: ['offer'] },
]

const week = (monday_: string, change: object = {}) => ({ monday: monday_, visits: 0, travelMinutes: 0, contacts: 0, evenings: 0, windows: 3, windowsKept: 3, ...change })

/** What the server says of a draft. */
export const sampleCheck = (parts: readonly { readonly needId: string; readonly date: string; readonly start: string }[], change: object = {}) => ({
  familyId: 'verhoeven', goneNeedIds: [] as string[], broken: [] as object[],
  plan: {
    id: `plan ${JSON.stringify(parts)}`, kind: 'BY_HAND', status: 'DRAFT', sentAt: null, proven: false, travelDaysPossiblyFewer: 0, unplanned: [], eveningReasons: [], moves: [], answers: [], awaitsMe: false, savings: null,
    bundles: parts.map((one) => bundle(`draft ${one.needId} ${one.date}`, 'VISIT', [part(`draft ${one.needId} ${one.date} ${one.start}`, 'Kinderneuroloog', one.start, '12:00', { date: one.date, needId: one.needId, status: 'PROPOSED' })])),
  },
  burdens: { now: burden({ unplanned: 4 }), apart: burden({ trips: 3, minutes: 80 }), plan: burden({ unplanned: 4 - 3 * Math.min(1, parts.length), trips: parts.length, minutes: 30 * parts.length }) },
  load: { now: [week('2026-11-23'), week(monday)], apart: [week('2026-11-23'), week(monday, { visits: 3 })], plan: [week('2026-11-23'), week(monday, { visits: parts.length })] },
  ...change,
})

import { expect, test } from '@jest/globals'
import { ofRegion, regionCase, type PlanningCase } from '@samenspel/agenda'
import { isCaseRefused, planRegion, readCase } from '@samenspel/bundling'

const day = '2027-01-12'
const hour = { [day]: [['10:00', '10:30'] as const] }

/** A family that asks half an hour of one professional; nobody offers more than that half hour. */
const familyOf = (id: string, change: Partial<PlanningCase['case']['families'][number]['needs'][number]> = {}, interpreters?: PlanningCase['case']['interpreters']): PlanningCase => ({
  persons: { child: `child of ${id}`, parentA: `mother of ${id}` }, leftOut: [],
  case: {
    format: 'bundling-case/1', name: id, zone: 'Europe/Amsterdam', planningDays: [day], places: ['home', 'clinic'],
    professionals: Object.fromEntries([...new Set((change.staffing ?? [['physio']]).flat())].map((one) => [one, { discipline: 'dayCentre', organisation: 'centre', free: hour, freeFor: { 'onsite@clinic': hour } }])),
    ...(interpreters !== undefined && { interpreters }),
    rooms: { clinic: { [day]: [['08:00', '18:00']] } },
    families: [{
      id, child: { ageYears: 1, naps: [] }, bedtime: '19:30', sitter: false, parentsApart: false, dayCentre: null, rest: [], order: [], travelMinutes: [[0, 15], [15, 0]],
      caps: { childMinutesPerDay: 90, appointmentsPerDay: 3, tripsPerWeek: 3, eveningsPerWeek: 1, waitMinutes: 45, homeMinutes: 30 },
      unavailable: { parentA: {}, parentB: { [day]: [['00:00', '23:59', 'work']] } },
      needs: [{ id: `need of ${id}`, label: 'x', minutes: 30, urgency: 2, from: day, deadline: day, preferred: day, modalities: ['onsite@clinic'], attendance: [['child', 'parentA']], staffing: [['physio']], ...change }],
    }],
  },
})
const plan = async (...families: readonly PlanningCase[]) => {
  const read = readCase(JSON.parse(JSON.stringify(regionCase(families))))
  if (isCaseRefused(read)) throw new Error(JSON.stringify(read))
  return (await planRegion(read, { rounds: 2 })).appointments
}

test('of two families that can only have the same half hour one gets it, in the names of its own case', async () => {
  const [north, south] = [familyOf('north'), familyOf('south')]
  const found = await plan(north, south)
  expect(found).toHaveLength(1)
  expect([...ofRegion(north, found), ...ofRegion(south, found)]).toMatchObject([{ date: day, start: '10:00', place: 'clinic', professionals: ['physio'] }])
})

test('an interpreter is no more at two families at once than anybody else', async () => {
  const speakers = (id: string) => ({ eden: { languages: [`need of ${id}`], free: hour, freeFor: { 'onsite@clinic': hour } } })
  const [north, south] = [familyOf('north', { interpreter: 'need of north' }, speakers('north')), familyOf('south', { interpreter: 'need of south', staffing: [['speech']] }, speakers('south'))]
  const found = await plan(north, south)
  expect(found).toHaveLength(1)
  expect([...ofRegion(north, found), ...ofRegion(south, found)][0]).toMatchObject({ interpreter: 'eden' })
})

test('a room is no more for two families at once, though each has a professional of its own', async () => {
  const inRoom = (id: string, staffing: readonly (readonly string[])[], rooms: readonly string[]): PlanningCase => {
    const one = familyOf(id, { staffing })
    return { ...one, case: { ...one.case, roomsAt: { clinic: rooms.map((room) => ({ id: room, equipment: [], free: { [day]: [['09:00', '17:00'] as const] } })) } } }
  }
  const [north, south] = [inRoom('north', [['physio']], ['one']), inRoom('south', [['speech']], ['one'])]
  const found = await plan(north, south)
  expect(found).toHaveLength(1)
  expect([...ofRegion(north, found), ...ofRegion(south, found)]).toMatchObject([{ start: '10:00', place: 'clinic', room: 'one' }])
  expect(await plan(inRoom('north', [['physio']], ['one', 'two']), inRoom('south', [['speech']], ['one', 'two']))).toHaveLength(2)
})

test('rush hours and who has no car come along, each in the ways of its own family', async () => {
  const north = familyOf('north'), south = familyOf('south')
  const [family] = north.case.families
  const slower = { from: '09:00', to: '10:00', minutes: [[0, 30], [30, 0]] }
  const busy: PlanningCase = { ...north, case: { ...north.case, families: [{ ...family!, travel: [{ ...slower }, { from: '10:00', to: '10:05', minutes: [[0, 25], [25, 0]] }, { from: '10:05', to: '10:10', minutes: [[0, 20], [20, 0]] }], withoutCar: { parent: 'parentB', travelMinutes: [[0, 45], [45, 0]] } }] } }
  const { families: [first, second], places } = regionCase([busy, south])
  const clinic = places.indexOf('north clinic')
  expect(first?.travel?.map(({ minutes }) => minutes[0]?.[clinic])).toEqual([30, 25, 20])
  expect(first?.withoutCar?.travelMinutes[0]?.[clinic]).toBe(45)
  expect(second).not.toHaveProperty('travel')
  expect(await plan(busy, south)).toHaveLength(1)
})

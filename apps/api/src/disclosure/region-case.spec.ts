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

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Attendee, BundlingCase } from '../format/case.ts'
import type { Appointment } from '../format/plan.ts'
import { plan } from '../plan.ts'
import { loadCase, references } from '../testing/cases.ts'
import { checkPlan, type Violation } from './check-plan.ts'

type OtherChecker = { readonly evaluate: (instance: BundlingCase, plan: { readonly appointments: readonly Appointment[] }) => { readonly violations: readonly { readonly code: string }[]; readonly burden: unknown } }
const other = await import(new URL('../../cases/check.mjs', import.meta.url).href) as OtherChecker

const codes = (violations: readonly { readonly code: string }[]): readonly string[] => [...new Set(violations.map(one => one.code))].sort()

const story = loadCase('story-overburdened')
const visit = (need: string, date: string, start: string, place: string): Appointment => {
  const professionals: Readonly<Record<string, string>> = { n05: 'physio-1', n07: 'imh-1', n17: 'paediatrician-1' }
  return { family: 'family-1', need, date, start, modality: 'onsite', place, attendees: ['child', 'parentA'], professionals: [professionals[need]!] }
}

describe('the worked example of the format', () => {
  const weigh = (...appointments: readonly Appointment[]) => {
    const { restTouched, trips, minutes, lateness } = checkPlan(story, appointments).burden
    return { restTouched, trips, minutes, lateness }
  }
  test('a visit glued to bringing the child is no trip', () => {
    expect(weigh(visit('n05', '2027-01-11', '09:15', 'day-centre'))).toEqual({ restTouched: 0, trips: 0, minutes: 15, lateness: 0 })
  })
  test('two waits are shorter than the wait after which a parent goes home', () => {
    expect(weigh(visit('n07', '2027-01-12', '09:45', 'day-centre'), visit('n17', '2027-01-12', '11:15', 'hospital'))).toMatchObject({ trips: 1, minutes: 85, lateness: 4 })
  })
  test('an hour is too long to wait: the parent goes home for half an hour', () => {
    expect(weigh(visit('n07', '2027-01-12', '10:00', 'day-centre'), visit('n17', '2027-01-12', '11:30', 'hospital'))).toMatchObject({ trips: 1, minutes: 70, lateness: 4 })
  })
})

/** Plans that are allowed, to be damaged. */
const allowed = await Promise.all(references('S', 'M').map(async ({ name }) => {
  const instance = loadCase(name)
  return { instance, appointments: (await plan(instance)).appointments }
}))

type Damage = (instance: BundlingCase, appointments: readonly Appointment[], one: Appointment, pick: number) => readonly Appointment[]
type Change = { readonly [Field in keyof Appointment]?: Appointment[Field] | undefined }
const change = (how: (one: Appointment, instance: BundlingCase, pick: number, all: readonly Appointment[]) => Change): Damage =>
  (instance, appointments, one, pick) => appointments.map(each => each === one ? withoutUndefined({ ...each, ...how(each, instance, pick, appointments) }) : each)
const withoutUndefined = (one: unknown): Appointment => JSON.parse(JSON.stringify(one)) as Appointment
const anyOf = <Item>(list: readonly Item[], pick: number): Item => list[pick % list.length]!
const clock = (quarters: number): string => `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String(quarters % 4 * 15).padStart(2, '0')}`
const attendance: readonly (readonly Attendee[])[] = [['child'], ['parentA'], ['parentB'], ['child', 'parentA'], ['child', 'parentB'], ['parentA', 'parentB'], []]

const damages: Readonly<Record<string, Damage>> = {
  'another time': change((_one, _instance, pick) => ({ start: clock(32 + pick % 50) })),
  'another date': change((_one, instance, pick) => ({ date: anyOf(instance.planningDays, pick) })),
  'the time of another appointment': change((_one, _instance, pick, all) => ({ date: anyOf(all, pick).date, start: anyOf(all, pick).start })),
  'other attendees': change((_one, _instance, pick) => ({ attendees: anyOf(attendance, pick) })),
  'another professional': change((_one, instance, pick) => ({ professionals: [anyOf(Object.keys(instance.professionals), pick)] })),
  'another form': change((_one, instance, pick) => {
    const form = anyOf([...instance.places.slice(1), 'home', 'digital'], pick)
    return form === 'home' || form === 'digital' ? { place: undefined, modality: form } : { modality: 'onsite', place: form }
  }),
  'a time between the quarters': change(one => ({ start: `${one.start.slice(0, 3)}07` })),
  'a date outside the plan': change(() => ({ date: '2027-01-16' })),
  'a need that nobody has': change(() => ({ need: 'n99' })),
  'the same need twice': (_instance, appointments, one) => [...appointments, one],
}

describe('a damaged plan', () => {
  test.each(Object.entries(damages))('%s is judged as the other checker judges it (A-03)', (_name, damage) => {
    fc.assert(fc.property(fc.constantFrom(...allowed), fc.nat(), fc.nat(), ({ instance, appointments }, which, pick) => {
      if (appointments.length === 0) return
      const damaged = damage(instance, appointments, anyOf(appointments, which), pick)
      const ours = checkPlan(instance, damaged)
      const theirs = other.evaluate(instance, { appointments: damaged })
      expect(codes(ours.violations)).toEqual(codes(theirs.violations))
      if (theirs.violations.length === 0) expect(ours.burden).toEqual(theirs.burden)
    }), { numRuns: 150, seed: 7 })
  })

  test('names the rule and the needs', () => {
    const late = visit('n17', '2027-01-29', '11:15', 'hospital')
    expect(checkPlan(story, [late]).violations).toContainEqual({ code: 'window', family: 'family-1', needs: ['n17'], date: '2027-01-29' } satisfies Violation)
  })
})

describe('an allowed plan', () => {
  test('weighs the same for the other checker', () => {
    for (const { instance, appointments } of allowed) expect(other.evaluate(instance, { appointments })).toEqual({ violations: [], burden: checkPlan(instance, appointments).burden })
  })
  test('may plan nothing: then only what is unplanned weighs', () => {
    expect(checkPlan(story, [])).toEqual({ violations: [], burden: { unplanned: 36, restTouched: 0, travelDays: 0, trips: 0, careDays: 0, minutes: 0, lateness: 0 } })
  })
})

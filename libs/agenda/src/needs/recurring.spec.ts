import { describe, expect, test } from '@jest/globals'
import { addDays, daysBetween, fold, isRefused, type IsoDate } from '@samenspel/kernel'
import fc from 'fast-check'
import { agenda } from '../agenda.ts'
import { toBundlingCase } from '../bundling-case/to-bundling-case.ts'
import type { AgendaCommand, AgendaEvent } from '../events.ts'
import type { Agenda } from '../state.ts'
import { weekdayOf } from '../rhythm/week.ts'
import { appointmentsWith, needsToPlan, needStatus } from '../statuses.ts'
import { aboutChild, coordinator, mother, now, physiotherapy, physiotherapyPart, proposal, self, today, zone } from '../testing/family.ts'
import { factsOf } from '../testing/planning.ts'
import { addNeed, answer, confirm, happened, send } from '../testing/story.ts'
import type { NeedDetails, Recurrence } from './events.ts'
import { occurrenceId } from './occurrence.ts'
import { withOccurrences, type Horizon } from './recurring.ts'

const everyTwoWeeks = { everyWeeks: 2, toleranceDays: 3 }
const exercises = { ...physiotherapy, needId: 'exercises', series: 'exercises', from: '2027-01-11', preferred: '2027-01-11', deadline: '2027-01-15', recurrence: everyTwoWeeks } as const satisfies NeedDetails
const ask = addNeed(exercises)

/** A time of it that stands on a day. */
const plannedOn = (number: number, date: IsoDate, more: { readonly insteadOf?: string; readonly id?: string; readonly at?: string } = {}): readonly AgendaCommand[] => {
  const { insteadOf, id = `time-${number}`, at = now } = more
  const part = { ...physiotherapyPart, needId: occurrenceId('exercises', number), appointmentId: id, bundleId: id, date, ...(insteadOf !== undefined && { insteadOf }) }
  return [send(proposal(`proposal of ${id}`, part)), answer(`proposal of ${id}`, mother), confirm(`proposal of ${id}`, [id, 'physio'])].map((command): AgendaCommand => ({ ...command, at }))
}
const cancel = (id: string): AgendaCommand => ({ type: 'CancelAppointment', by: coordinator, at: now, zone, appointmentId: id })
const pause = (from: IsoDate, until: IsoDate): AgendaCommand => ({ type: 'PausePlanning', by: self(mother), at: now, subject: aboutChild, pauseId: 'pause', from, reason: 'away', until, today })

const eightWeeks = { from: today, until: addDays(today, 56) }
const known = (commands: readonly AgendaCommand[], horizon: Horizon = eightWeeks): Agenda => withOccurrences(fold(agenda, happened(ask, ...commands)), horizon)
const open = (commands: readonly AgendaCommand[], horizon: Horizon = eightWeeks) =>
  needsToPlan(known(commands, horizon)).map(({ needId, from, preferred, deadline }) => [needId, from, preferred, deadline])

describe('what is asked again and again', () => {
  test('is recorded once, and open as often as the horizon holds', () => {
    expect(happened(ask)).toHaveLength(1)
    expect(open([])).toEqual([
      ['exercises', '2027-01-11', '2027-01-11', '2027-01-15'], ['exercises.2', '2027-01-22', '2027-01-25', '2027-01-28'],
      ['exercises.3', '2027-02-05', '2027-02-08', '2027-02-11'], ['exercises.4', '2027-02-19', '2027-02-22', '2027-02-25'],
    ])
  })
  test('opens the next by itself when the horizon moves on', () => {
    expect(open([], { ...eightWeeks, until: '2027-03-08' }).at(-1)?.[0]).toBe('exercises.5')
  })
  test('counts from the last that stands', () => {
    expect(open(plannedOn(1, '2027-01-13'))[0]).toEqual(['exercises.2', '2027-01-24', '2027-01-27', '2027-01-30'])
  })
  test('counts from the new day of what was moved', () => {
    const moved = [...plannedOn(1, '2027-01-12'), ...plannedOn(1, '2027-01-15', { insteadOf: 'time-1', id: 'moved' })]
    expect(open(moved)[0]).toEqual(['exercises.2', '2027-01-26', '2027-01-29', '2027-02-01'])
  })
  test('does not count what was cancelled: that is asked again, under the same number', () => {
    expect(open([...plannedOn(1, '2027-01-13'), cancel('time-1')])[0]?.[0]).toBe('exercises')
  })
  test('asks what was cancelled between two others again while there is room, and not after', () => {
    const commands = [...plannedOn(1, '2027-01-12'), ...plannedOn(2, '2027-01-26'), ...plannedOn(3, '2027-02-09'), cancel('time-2')]
    expect(open(commands)[0]).toEqual(['exercises.2', '2027-01-23', '2027-01-26', '2027-01-29'])
    expect(open(commands, { from: '2027-02-01', until: '2027-03-20' })[0]).toEqual(['exercises.4', '2027-02-20', '2027-02-23', '2027-02-26'])
  })
  test('comes as soon as it can after a pause, and the next count from there', () => {
    const paused = [...plannedOn(1, '2027-01-12'), pause('2027-01-20', '2027-02-10')]
    expect(open(paused)).toEqual([
      ['exercises.2', '2027-02-11', '2027-02-11', '2027-02-17'], ['exercises.3', '2027-02-22', '2027-02-25', '2027-02-28'],
    ])
  })
  test('leaves the next a day that is far enough away, however late it comes in its window', () => {
    const strict = { ...ask, recurrence: { everyWeeks: 1, toleranceDays: 0 } } as AgendaCommand
    const late = withOccurrences(fold(agenda, happened(strict, pause('2027-01-11', '2027-01-31'))), eightWeeks)
    const [one, two] = needsToPlan(late)
    expect([one, two].map((need) => [need?.from, need?.deadline])).toEqual([['2027-02-01', '2027-02-07'], ['2027-02-08', '2027-02-14']])
  })
  test('has a week more for each lighter week in which it would end', () => {
    const lighter = [...plannedOn(1, '2027-01-12'), { type: 'LightenWeeks', by: self(mother), at: now, subject: aboutChild, weeks: ['2027-01-25'], today } as const]
    expect(open(lighter)[0]).toEqual(['exercises.2', '2027-01-23', '2027-01-26', '2027-02-05'])
  })
  test('goes round holidays', () => {
    const closed = new Set(Array.from({ length: 7 }, (_, day) => addDays('2027-01-23', day)))
    expect(open(plannedOn(1, '2027-01-12'), { ...eightWeeks, isClosed: (date) => closed.has(date) })[0]).toEqual(['exercises.2', '2027-02-01', '2027-02-01', '2027-02-07'])
  })
  test('counts days of the calendar, over the night in which the clock changes too', () => {
    const spring = { ...ask, from: '2027-03-22', preferred: '2027-03-22', deadline: '2027-03-26' } as AgendaCommand
    const agendaNow = fold(agenda, happened(spring, ...plannedOn(1, '2027-03-24')))
    expect(needsToPlan(withOccurrences(agendaNow, { from: today, until: '2027-04-10' })).map(({ preferred }) => preferred)).toEqual(['2027-04-07'])
  })
  test('ends when it is withdrawn: what stands stays, what was proposed goes', () => {
    const commands: readonly AgendaCommand[] = [...plannedOn(1, '2027-01-12'), send(proposal('next', { ...physiotherapyPart, needId: 'exercises.2', appointmentId: 'next', date: '2027-01-26' })), { type: 'WithdrawNeed', by: coordinator, at: now, needId: 'exercises.2' }]
    const state = known(commands)
    expect(happened(ask, ...commands).slice(-2)).toMatchObject([{ type: 'NeedWithdrawn', needId: 'exercises' }, { type: 'ProposalWithdrawn', proposalId: 'next' }])
    expect(needsToPlan(state)).toEqual([])
    expect([...state.needs.byId.values()].map((need) => needStatus(state, need))).toEqual(['planned', 'withdrawn'])
  })
  test.each<readonly [string, Partial<NeedDetails>]>([
    ['less than a week apart', { recurrence: { everyWeeks: 0, toleranceDays: 0 } }],
    ['more than half a year apart', { recurrence: { everyWeeks: 27, toleranceDays: 0 } }],
    ['so loosely that two could fall together', { recurrence: { everyWeeks: 1, toleranceDays: 4 } }],
    ['with a part of a day', { recurrence: { everyWeeks: 1, toleranceDays: 0.5 } }],
  ])('%s is refused', (_, change) => {
    expect(agenda.decide(addNeed({ ...exercises, ...change }), agenda.initial)).toMatchObject({ refusal: { code: 'recurrence-invalid' } })
  })
  test('is no series of some weeks besides', () => {
    expect(agenda.decide({ ...ask, furtherWeeks: ['second'] } as AgendaCommand, agenda.initial)).toMatchObject({ refusal: { code: 'recurrence-invalid' } })
  })
  test('is never proposed twice in one period', () => {
    const events = happened(ask, ...plannedOn(1, '2027-01-12'))
    const tooSoon = send(proposal('too soon', { ...physiotherapyPart, needId: 'exercises.2', appointmentId: 'x', date: '2027-01-20' }))
    const both = send(proposal('both', { ...physiotherapyPart, needId: 'exercises.2', appointmentId: 'x', date: '2027-02-05' }, { ...physiotherapyPart, needId: 'exercises.3', appointmentId: 'y', date: '2027-02-09' }))
    for (const command of [tooSoon, both]) expect(agenda.decide(command, fold(agenda, events))).toMatchObject({ refusal: { code: 'outside-window' } })
  })
  test('is in the case of a period when it is due in it, with what lies between', () => {
    const facts = factsOf(ask)
    const planning = toBundlingCase({ ...facts, agenda: withOccurrences(facts.agenda, eightWeeks) }, { from: '2027-01-11', weeks: 3, lighter: false })
    expect(planning.case.families[0]?.needs.map(({ id }) => id).filter((id) => id.startsWith('exercises'))).toEqual(['exercises', 'exercises.2'])
    expect(planning.case.families[0]?.order).toEqual([{ before: 'exercises', after: 'exercises.2', minDays: 11, maxDays: 17 }])
  })
})

describe('over any history', () => {
  type Step = { readonly do: 'plan' | 'cancel' | 'happen' | 'rest'; readonly pick: number; readonly days: number }
  const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.record({ do: fc.constantFrom('plan', 'plan', 'plan', 'cancel', 'happen', 'rest'), pick: fc.nat(20), days: fc.nat(20) }), { maxLength: 12 })
  const recurrences: fc.Arbitrary<Recurrence> = fc.integer({ min: 1, max: 6 }).chain((everyWeeks) => fc.record({ everyWeeks: fc.constant(everyWeeks), toleranceDays: fc.nat(Math.floor((everyWeeks * 7 - 1) / 2)) }))

  /** Plans the first open time on a day of its window, cancels, tells that it took place, or lets time pass. */
  const lived = (recurrence: Recurrence, history: readonly Step[]) => {
    let day = today
    let events: readonly AgendaEvent[] = happened(addNeed({ ...exercises, recurrence }))
    const at = () => `${day}T06:00:00.000Z`
    const tried = (command: AgendaCommand): boolean => {
      const decision = agenda.decide(command, fold(agenda, events))
      if (isRefused(decision)) return false
      events = [...events, ...decision.events]
      return true
    }
    const seen = () => withOccurrences(fold(agenda, events), { from: day, until: addDays(day, 56) })
    const planned: { readonly date: IsoDate; readonly deadline: IsoDate; readonly accepted: boolean }[] = []
    history.forEach((step, index) => {
      if (step.do === 'rest') { day = addDays(day, step.days); return }
      const standing = appointmentsWith(seen(), 'confirmed')
      if (step.do === 'plan') {
        const need = needsToPlan(seen())[0]
        if (need === undefined) return
        const date = addDays(need.from, step.days % (daysBetween(need.from, need.deadline) + 1))
        if (date <= day) return
        const id = `time-${index}`
        const accepted = tried({ ...send(proposal(id, { ...physiotherapyPart, needId: need.needId, appointmentId: id, bundleId: id, date })), at: at() })
        planned.push({ date, deadline: need.deadline, accepted })
        tried({ ...answer(id, mother), at: at() })
        tried({ ...confirm(id, [id, 'physio']), at: at() })
        return
      }
      const one = standing[step.pick % Math.max(1, standing.length)]
      if (one === undefined) return
      tried(step.do === 'cancel'
        ? { type: 'CancelAppointment', by: coordinator, at: at(), zone, appointmentId: one.appointmentId }
        : { type: 'RecordOutcome', by: coordinator, at: at(), zone, appointmentId: one.appointmentId, outcome: 'tookPlace' })
    })
    return { agenda: seen(), events, day, planned }
  }

  test('no two stand in one period, and what is offered by its window is taken', () => {
    fc.assert(fc.property(recurrences, steps, (recurrence, history) => {
      const { agenda: state, planned } = lived(recurrence, history)
      const days = appointmentsWith(state, 'confirmed', 'tookPlace', 'unknown').map(({ date }) => date).sort()
      days.slice(1).forEach((date, index) => { expect(daysBetween(days[index]!, date)).toBeGreaterThanOrEqual(recurrence.everyWeeks * 7 - recurrence.toleranceDays) })
      expect(planned.filter(({ accepted }) => !accepted)).toEqual([])
    }), { numRuns: 100 })
  })
  test('the next is within the tolerance of the last that stands, or as soon as can be when that is over; the same history gives the same', () => {
    fc.assert(fc.property(recurrences, steps, (recurrence, history) => {
      const { agenda: state, events, day } = lived(recurrence, history)
      expect(withOccurrences(fold(agenda, events), { from: day, until: addDays(day, 56) })).toEqual(state)
      const last = appointmentsWith(state, 'confirmed', 'tookPlace', 'unknown').map(({ date }) => date).sort().at(-1)
      const next = needsToPlan(state).filter(({ from }) => last === undefined || from > last)
      expect(next.length).toBeGreaterThan(0)
      if (last !== undefined) {
        const due = addDays(last, recurrence.everyWeeks * 7)
        const window = Array.from({ length: 2 * recurrence.toleranceDays + 1 }, (_, days) => addDays(due, days - recurrence.toleranceDays))
        if (window.some((date) => date >= day && weekdayOf(date) <= 5)) expect(next[0]?.deadline).toBe(window.at(-1))
        // Over, or a weekend: then within a weekend of what can be.
        else expect(daysBetween(window[0]! > day ? window[0]! : day, next[0]!.from)).toBeLessThanOrEqual(3)
      }
      next.slice(1).forEach((need, index) => {
        expect(daysBetween(next[index]!.preferred, need.preferred)).toBeGreaterThanOrEqual(recurrence.everyWeeks * 7)
        expect(state.needs.order).toContainEqual(expect.objectContaining({ before: next[index]!.needId, after: need.needId, minDays: recurrence.everyWeeks * 7 - recurrence.toleranceDays }))
      })
    }), { numRuns: 100 })
  })
})

import { describe, expect, test } from '@jest/globals'
import { agenda, calendar } from '@samenspel/agenda'
import { familyCase, practiceShelf } from '@samenspel/family-case'
import { consultation, referral } from '@samenspel/front-door'
import { isRefused, type Decision } from '@samenspel/kernel'
import { expectSameAtOnce } from '@samenspel/kernel/testing'
import { organisation, practitioner } from '@samenspel/register'
import { demoRegion } from './demo-region.ts'
import { personas } from './personas.ts'
import type { Step } from './step.ts'

/** Carries out every command in memory, stream by stream, and tells which were refused. */
const play = (steps: readonly Step[]) => {
  const streams = new Map<string, unknown>()
  const recorded = new Map<string, readonly unknown[]>()
  const atOnce = new Map<string, () => void>()
  const refused: string[] = []
  for (const step of steps) {
    const key = `${step.to}-${step.id}`
    const next = <State, Command, Event>(decider: { initial: State; evolve: (state: State, event: Event) => State; decide: (command: Command, state: State) => Decision<Event> }, command: Command) => {
      const state = (streams.has(key) ? streams.get(key) : decider.initial) as State
      const decision = decider.decide(command, state)
      if (isRefused(decision)) refused.push(`${step.command.type} ${step.command.at}: ${JSON.stringify(decision.refusal)}`)
      else {
        streams.set(key, decision.events.reduce(decider.evolve, state))
        const events = [...(recorded.get(key) ?? []) as readonly Event[], ...decision.events]
        recorded.set(key, events)
        atOnce.set(key, () => { expectSameAtOnce(decider, events) })
      }
    }
    switch (step.to) {
      case 'organisation': next(organisation, step.command); break
      case 'practitioner': next(practitioner, step.command); break
      case 'calendar': next(calendar, step.command); break
      case 'family': next(familyCase, step.command); break
      case 'agenda': next(agenda, step.command); break
      case 'referral': next(referral, step.command); break
      case 'consultation': next(consultation, step.command); break
      case 'shelf': next(practiceShelf, step.command); break
      case 'document': break
    }
  }
  return { streams, refused, atOnce }
}

/** A whole week, the changes to and from summer time, a leap day and the turn of the year. */
const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2027-03-28', '2026-10-25', '2028-02-29', '2027-01-01', '2027-05-31']

describe('the demo region', () => {
  test.each(days)('opened on %s, every command of its past is accepted', (today) => {
    expect(play(demoRegion(today)).refused).toEqual([])
  })
  test('each of its streams is the same when it is folded at once', () => {
    for (const expectSame of play(demoRegion('2026-11-24')).atOnce.values()) expectSame()
  })
  test('it has at least four organisations, twelve practitioners with a calendar and eight families', () => {
    const kinds = [...play(demoRegion('2026-11-24')).streams.keys()].map((key) => key.split('-')[0])
    const count = (kind: string) => kinds.filter((name) => name === kind).length
    expect(count('organisation')).toBeGreaterThanOrEqual(4)
    expect(count('calendar')).toBeGreaterThanOrEqual(12)
    expect(count('family')).toBe(8)
  })
  test('at its front door some wait, one can’t, one asks without a name, and every family of its stories came that way', () => {
    const door = demoRegion('2026-11-24').filter((step) => step.to === 'referral' || step.to === 'consultation')
    const opened = demoRegion('2026-11-24').flatMap((step) => step.to === 'family' && step.command.type === 'OpenFamily' ? [step.id] : [])
    const received = door.filter(({ command }) => command.type === 'ReceiveReferral'), closed = door.filter(({ command }) => command.type === 'CloseReferral')
    expect(received).toHaveLength(9)
    expect(closed).toHaveLength(7)
    expect(closed.every(({ id }) => opened.includes(id))).toBe(true)
    // One was asked without a name first, and became a referral with a consent (C-12).
    expect(door.filter(({ command }) => command.type === 'AskConsultation')).toHaveLength(2)
  })
  test('each of its seven stories goes from a referral to a plan in force that was looked back at', () => {
    const ofKind = (type: string) => new Set(demoRegion('2026-11-24').flatMap((step) => step.to === 'family' && step.command.type === type ? [step.id] : []))
    const referred = new Set(demoRegion('2026-11-24').flatMap(({ to, id, command }) => to === 'referral' && command.type === 'CloseReferral' ? [id] : []))
    expect([...referred].map((id) => [id, ofKind('ActivatePlanVersion').has(id), ofKind('EvaluatePlan').has(id)])).toEqual([...referred].map((id) => [id, true, true]))
  })
  test('the same day gives the same region', () => {
    expect(demoRegion('2026-11-24')).toEqual(demoRegion('2026-11-24'))
  })
  test('nothing of its past happens in the future', () => {
    for (const { command } of demoRegion('2026-11-24')) expect(command.at < '2026-11-24').toBe(true)
  })
  test('every persona who is a family member belongs to a family of the region', () => {
    const members = demoRegion('2026-11-24').flatMap((step) => step.to === 'family' && step.command.type === 'OpenFamily' ? step.command.members.map(({ memberId }) => memberId) : [])
    for (const persona of personas.filter(({ role }) => role === 'familyMember')) expect(members).toContain(persona.person)
  })
})

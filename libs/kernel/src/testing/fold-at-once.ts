import { expect } from '@jest/globals'
import { fold, type Decider } from '../decider.ts'
import { growing } from '../growing.ts'

/** Events that are folded at once, from any state that was there before, come to the same as one by one, and what was before stays as it was. */
export const expectSameAtOnce = <State, Event>(decider: Pick<Decider<State, never, Event>, 'initial' | 'evolve'>, events: readonly Event[]): void => {
  const last = fold(decider, events)
  for (const from of new Set([0, Math.floor(events.length / 2)])) {
    const before = fold(decider, events.slice(0, from))
    const copy = structuredClone(before)
    expect(growing(() => events.slice(from).reduce(decider.evolve, before))).toEqual(last)
    expect(before).toEqual(copy)
  }
}

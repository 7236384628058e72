import { expect } from '@jest/globals'
import { fold, type Decider, type Refusal } from '../decider.ts'

/** Reads as the domain speaks: given these facts, when this is asked, then these facts follow, or a refusal. */
export const specify = <State, Command, Event>(decider: Decider<State, Command, Event>) => ({
  given: (...past: readonly Event[]) => ({
    when: (command: Command) => {
      const decision = decider.decide(command, fold(decider, past))
      return {
        then: (...events: readonly Event[]) => { expect(decision).toEqual({ events }) },
        thenNothing: () => { expect(decision).toEqual({ events: [] }) },
        /** `about`: what the sentence names, where that counts. */
        thenRefused: (code: string, about?: Refusal['about']) => { expect(decision).toMatchObject({ refusal: { code, ...(about && { about }) } }) },
      }
    },
    state: () => fold(decider, past),
  }),
})

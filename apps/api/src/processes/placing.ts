import { nextPlacing, type PlacingStep } from '@samenspel/family-case'
import { compareTexts, dayOf, newId, system, zoneOf, type Clock, type FamilyId } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'

type Files = Pick<AllFiles, 'cases' | 'shelf'>

export type Placing = {
  /**
   * Puts cards on the shelf whose day has come, and takes away what was called back. It can be stopped anywhere: the next step is worked
   * out from what is recorded. All cards of one look are placed before any file hears of it, in an order that tells nothing of the files.
   */
  readonly settle: (families: readonly FamilyId[]) => Promise<void>
}

/** More cards than one file ever has on their way. */
const mostRounds = 20

export const openPlacing = ({ cases, shelf }: Files, clock: Clock): Placing => {
  const stepOf = async (family: FamilyId): Promise<readonly (PlacingStep & { readonly family: FamilyId })[]> => {
    const file = await cases.state(family)
    const step = file.isOpen ? nextPlacing(file, dayOf(clock(), zoneOf(file.family.jurisdiction))) : undefined
    return step === undefined ? [] : [{ ...step, family }]
  }
  const atShelf = (step: PlacingStep) => shelf.handle('practice', step.kind === 'place'
    ? { type: 'PlaceShelfCard', by: system, at: clock(), cardId: step.cardId, publisher: step.releasedBy, content: step.content }
    : { type: 'WithdrawShelfCard', by: system, at: clock(), cardId: step.cardId }, newId())
  return {
    settle: async (families) => {
      for (let round = 0; round < mostRounds; round += 1) {
        const steps = (await Promise.all(families.map(stepOf))).flat().sort((a, b) => compareTexts(a.cardId, b.cardId))
        if (steps.length === 0) return
        for (const step of steps) await atShelf(step)
        for (const { family, kind, cardId } of steps) await cases.handle(family, { type: kind === 'place' ? 'NotePracticeCardPlaced' : 'NotePracticeCardRemoved', by: system, at: clock(), cardId }, newId())
      }
    },
  }
}

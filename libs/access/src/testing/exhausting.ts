import { decide } from '../decide.ts'
import { choicesOf, sceneNumber, sizeOfDomain, sizesOfDimensions } from './domain.ts'
import { familyInvariants } from './family-invariants.ts'
import { generalInvariants, type Invariant } from './invariants.ts'

export const invariants: readonly Invariant[] = [...generalInvariants, ...familyInvariants].sort((a, b) => a.number - b.number)

/** What came of asking every `step`-th scene of the domain, from `first` on, about every invariant: where one broke, and how often each had something to hold. */
export const exhaust = (step: number, first = 0): { readonly scenes: number; readonly broken: readonly string[]; readonly premises: ReadonlyMap<number, number> } => {
  const premises = new Map<number, number>(invariants.map(({ number }) => [number, 0]))
  const broken: string[] = []
  let scenes = 0
  for (let number = first; number < sizeOfDomain; number += step) {
    const scene = sceneNumber(number)
    scenes += 1
    for (const invariant of invariants) {
      const held = invariant.check(decide, scene)
      if (held === 'vacuous') continue
      premises.set(invariant.number, (premises.get(invariant.number) ?? 0) + 1)
      if (!held && broken.length < 20) broken.push(`${invariant.number}: scene ${number}`)
    }
  }
  return { scenes, broken, premises }
}

/** Pairs of choices of two dimensions that no such scene has: none, or the step leaves something out. */
export const pairsLeftOut = (step: number): number => {
  const met = new Set<string>()
  for (let number = 0; number < sizeOfDomain; number += step) {
    const choices = choicesOf(number)
    choices.forEach((a, i) => { choices.slice(i + 1).forEach((b, j) => { met.add(`${i} ${a} ${i + 1 + j} ${b}`) }) })
  }
  const all = sizesOfDimensions.flatMap((a, i) => sizesOfDimensions.slice(i + 1).map((b) => a * b)).reduce((sum, pairs) => sum + pairs, 0)
  return all - met.size
}

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide } from './decide.ts'
import type { Decide } from './testing/check.ts'
import { invariants } from './testing/exhausting.ts'
import type { Invariant } from './testing/invariants.ts'
import { scenes } from './testing/scenes.ts'

/** The same scenes in every run: a red test stays red until somebody understands it. */
const seed = 20260915

/** Runs an invariant; tells whether it held, and how often there was something to hold. */
const run = ({ check }: Invariant, by: Decide, numRuns: number) => {
  let premises = 0
  const result = fc.check(fc.property(scenes, (scene) => {
    const held = check(by, scene)
    if (held !== 'vacuous') premises += 1
    return held !== false
  }), { seed, numRuns })
  return { premises, counterexample: result.counterexample?.[0] }
}

describe.each(invariants.map((invariant) => ({ name: `${invariant.number}. ${invariant.sentence}`, invariant })))('$name', ({ invariant }) => {
  test('holds, and its premise as well', () => {
    const { premises, counterexample } = run(invariant, decide, 3000)
    expect(counterexample).toBeUndefined()
    expect(premises).toBeGreaterThan(20)
  })
  test('notices a bug', () => {
    expect(run(invariant, invariant.bug, 10_000).counterexample).toBeDefined()
  })
})

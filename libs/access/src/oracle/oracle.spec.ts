import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { decide } from '../decide.ts'
import { checkMatrix } from '../matrix/check.ts'
import type { Verdict } from '../decide.ts'
import { scenes } from '../testing/scenes.ts'
import { modelSays } from './model-says.ts'

const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort()

test('who read the model alone agrees with every row of the privacy officer', () => {
  const text = readFileSync(new URL('../../matrix.csv', import.meta.url), 'utf8')
  expect(checkMatrix(text, ({ viewer, action, entry, facts, now }) => modelSays(viewer, action, entry, facts, now) as Verdict)).toMatchObject({ disagreements: [], unreadable: [] })
})

test('and with the policies in random scenes, to the rules that decided', () => {
  fc.assert(fc.property(scenes, ({ viewer, action, entry, facts, now }) => {
    const [is, should] = [decide(viewer, action, entry, facts, now), modelSays(viewer, action, entry, facts, now)]
    expect({ outcome: is.outcome, policies: sorted(is.policies) }).toEqual({ outcome: should.outcome, policies: sorted(should.policies) })
  }), { seed: 20260915, numRuns: 4000 })
})

import { describe, expect, test } from '@jest/globals'
import { plan } from './index.ts'
import { generateCase } from './generator/generate-case.ts'
import { loadCase, references } from './testing/cases.ts'

describe('the greatest families', () => {
  test.each(references('XXL').map(one => [one.name, one.best] as const))('%s weighs what the reference weighs, and that is proven', async (name, best) => {
    expect(await plan(loadCase(name))).toMatchObject({ burden: best, proven: true })
  }, 600_000)

  /** Burdens that two ways of proving agreed on: with rows added to the relaxation, and before without. */
  test.each([[3, [11, 0, 10, 14, 22, 1000, 306]], [7, [14, 4, 17, 20, 22, 1085, 307]], [16, [8, 3, 14, 15, 21, 835, 504]], [18, [16, 2, 6, 8, 18, 585, 411]]])('one that was made up (%i) weighs what it weighed by an older way of proving', async (seed, burden) => {
    expect(await plan(generateCase('XXL', seed))).toMatchObject({ burden, proven: true })
  }, 600_000)
})

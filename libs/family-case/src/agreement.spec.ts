import { describe, expect, test } from '@jest/globals'
import { agreementOf } from './agreement.ts'
import { father, mother } from './testing/case.ts'

describe('agreeing together (G-01, G-10)', () => {
  test.each<[string, readonly string[], readonly (readonly [string, 'yes' | 'no' | 'question'])[], boolean, string, readonly string[]]>([
    ['NL: both said yes', [mother, father], [[mother, 'yes'], [father, 'yes']], true, 'agreed', []],
    ['NL: one is missing', [mother, father], [[mother, 'yes']], true, 'incomplete', [father]],
    ['NL: one has a question', [mother, father], [[mother, 'yes'], [father, 'question']], true, 'incomplete', [father]],
    ['BE: one speaks for both', [mother, father], [[mother, 'yes']], false, 'agreed', []],
    ['BE: nobody speaks for a parent who says no', [mother, father], [[mother, 'yes'], [father, 'no']], false, 'refused', [father]],
    ['BE: a question of the other holds nothing up', [mother, father], [[mother, 'yes'], [father, 'question']], false, 'agreed', []],
    ['BE: a question alone is no yes', [mother, father], [[mother, 'question']], false, 'incomplete', [mother, father]],
    ['one parent with authority alone', [mother], [[mother, 'yes']], true, 'agreed', []],
    ['a yes of somebody without authority is none', [mother], [[father, 'yes']], false, 'incomplete', [mother]],
    ['nobody with verified authority', [], [], true, 'incomplete', []],
  ])('%s', (_, holders, answers, needsAll, status, awaited) => { expect(agreementOf(holders, new Map(answers), needsAll)).toEqual({ status, awaited }) })
})

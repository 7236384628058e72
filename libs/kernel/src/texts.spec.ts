import { describe, expect, test } from '@jest/globals'
import { longestText, refuseText } from './texts.ts'

describe('a text', () => {
  test('that says something is taken, in any script', () => {
    for (const text of ['Hij at een hapje.', '🥕', 'قالت الأم', 'a'.repeat(longestText)]) expect(refuseText('situation', text)).toBeUndefined()
  })
  test('that says nothing is refused', () => {
    for (const text of ['', ' ', '\n\t ', '\u00a0']) expect(refuseText('situation', text)).toEqual({ refusal: { code: 'text-empty', about: { field: 'situation' } } })
  })
  test('that is too long is refused with how long it may be', () => {
    expect(refuseText('situation', 'a'.repeat(longestText + 1))).toEqual({ refusal: { code: 'text-too-long', about: { field: 'situation', longest: longestText } } })
    expect(refuseText('name', 'abcd', 3)).toEqual({ refusal: { code: 'text-too-long', about: { field: 'name', longest: 3 } } })
  })
})

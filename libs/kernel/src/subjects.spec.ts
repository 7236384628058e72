import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isSameSubject, relation, subjectKey, type Subject } from './subjects.ts'

const persons = ['1', '2', '3'].map((digit) => `${digit}0000000-0000-4000-8000-000000000000`)
const aPerson = fc.constantFrom(...persons)
const aSubject: fc.Arbitrary<Subject> = fc.oneof(
  fc.constant<Subject>({ kind: 'case' }),
  fc.tuple(fc.constantFrom('child', 'sibling', 'adult', 'unborn', 'surroundings'), aPerson).map(([kind, person]): Subject => ({ kind, person })),
  fc.tuple(aPerson, aPerson).map(([one, other]) => relation(one, other)),
)

describe('a subject', () => {
  test('has one key, which nothing else has: another kind of record about the same person is another subject', () => {
    fc.assert(fc.property(aSubject, aSubject, (one, other) => {
      expect(subjectKey(one) === subjectKey(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      expect(isSameSubject(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other))
    }))
  })
  test('between two people is the same whoever is named first', () => {
    fc.assert(fc.property(aPerson, aPerson, (one, other) => {
      expect(relation(one, other)).toEqual(relation(other, one))
    }))
  })
})

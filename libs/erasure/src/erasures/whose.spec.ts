import { describe, expect, test } from '@jest/globals'
import { relation, type Subject } from '@samenspel/kernel'
import { isRecordOf, recordsOf, whoMustAsk } from './whose.ts'

const [child, brother, mother, father] = ['c', 'd', 'm', 'f']
const kin = { children: [child, brother], indexChild: child }

describe('who has to ask', () => {
  test('for a child under twelve everybody with authority; from twelve the child too; from sixteen the child alone', () => {
    const asking = (age: number | undefined, holders = [mother, father]) => whoMustAsk({ person: child, age, holders })
    expect([asking(11), asking(12), asking(15), asking(16), asking(undefined)]).toEqual([[mother, father], [child, mother, father], [child, mother, father], [child], [child]])
    expect([asking(3, []), asking(13, []), asking(17, [])]).toEqual([[], [], [child]])
  })
})

describe('whose record it is', () => {
  const own: readonly Subject[] = [{ kind: 'adult', person: father }, { kind: 'unborn', person: mother }, { kind: 'surroundings', person: child }, { kind: 'sibling', person: brother }, { kind: 'child', person: child }]
  test('that of whom it is about, in whatever kind; what is about the case is nobody’s', () => {
    for (const person of [child, brother, mother, father]) {
      for (const subject of own) expect(isRecordOf(subject, person, kin)).toBe('person' in subject && subject.person === person)
      expect(isRecordOf({ kind: 'case' }, person, kin)).toBe(false)
    }
  })
  test('a relation goes with the child for whom the case is, not with the parent', () => {
    for (const other of [mother, father, brother]) {
      expect([isRecordOf(relation(other, child), child, kin), isRecordOf(relation(other, child), other, kin)]).toEqual([true, false])
    }
  })
  test('a relation of another child goes with that child; between two adults, with either', () => {
    expect([isRecordOf(relation(mother, brother), brother, kin), isRecordOf(relation(mother, brother), mother, kin)]).toEqual([true, false])
    expect([isRecordOf(relation(mother, father), mother, kin), isRecordOf(relation(mother, father), father, kin), isRecordOf(relation(mother, father), child, kin)]).toEqual([true, true, false])
  })
  test('they are named by their keys', () => {
    expect([...recordsOf([...own, relation(mother, father), relation(father, child)], father, kin)]).toEqual(['adult:f', 'relation:f+m'])
  })
})

import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { decide, decideBy, policies } from '../decide.ts'
import { checkMatrix, checkRows } from './check.ts'
import { readRows } from './rows.ts'

const text = readFileSync(new URL('../../matrix.csv', import.meta.url), 'utf8')
const rows = readRows(text)
const heading = text.slice(0, text.indexOf('\n'))
const matrixOf = (...lines: readonly string[]) => [heading, ...lines].join('\n')

describe('the access matrix', () => {
  test('agrees with the policies in every row', () => {
    expect(checkMatrix(text)).toEqual({ agree: 305, disagreements: [] })
  })
  test('names every policy at least once', () => {
    const named = new Set(rows.flatMap((row) => row.policy_ids.split('+')))
    expect(policies.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([])
  })
  test('notices when a policy is dropped, whichever it is', () => {
    const unnoticed = policies.filter((dropped) => {
      const without = decideBy(policies.filter((policy) => policy !== dropped))
      return checkRows(rows, without).disagreements.length === 0
    })
    expect(unnoticed.map(({ id }) => id)).toEqual([])
  })
  test('gives the same answers whatever the order of the policies', () => {
    const backwards = decideBy([...policies].reverse())
    expect(checkRows(rows, backwards).disagreements).toEqual([])
  })
})

describe('a row that is wrong', () => {
  const row = 'X1;parentWithAuthority;mother;child;development;dayCentre;-;read;content;P05;reden;G-02'

  test('is reported with what was expected and what was decided', () => {
    expect(checkMatrix(matrixOf(row, row.replace('content;P05', 'nothing;F01'))))
      .toEqual({ agree: 1, disagreements: [{ id: 'X1', expected: 'nothing F01', got: 'content P05' }] })
  })
  test.each([
    ['a fact that does not exist', row.replace(';-;', ';moon=full;'), 'cannot read "moon=full"'],
    ['a word that does not exist', row.replace(';-;', ';kind=letter;'), 'cannot read "kind=letter"'],
    ['a date that does not exist', row.replace(';-;', ';authority=2026-02-30..;'), 'cannot read "2026-02-30.."'],
    ['a viewer that does not exist', row.replace('parentWithAuthority;mother', 'neighbour;gp/gp-1'), 'cannot read "neighbour"'],
    ['a consent with a part that does not exist', row.replace(';-;', ';grant(child,medical,all,2026-01-01..,if:sunny);'), 'cannot read "grant(child,medical,all,2026-01-01..,if:sunny)"'],
  ])('counts as a disagreement with %s', (_, wrong, got) => {
    expect(checkMatrix(matrixOf(wrong))).toEqual({ agree: 0, disagreements: [{ id: 'X1', expected: 'content P05', got }] })
  })
  test('a text with other columns is no matrix', () => {
    expect(() => checkMatrix('name;colour\nmoon;white')).toThrow('matrix-columns')
  })
  test('a cell may stand between quotes', () => {
    expect(checkMatrix(matrixOf(row.replace('reden', '"reden; met ""teken"""')))).toEqual({ agree: 1, disagreements: [] })
  })
  test('the order of policy ids in a cell does not matter', () => {
    expect(checkMatrix(matrixOf('X2;partner;dayCentre/kdc-1;child;development;dayCentre;author=self;read;content;P02+P01;reden;C-01')).agree).toBe(1)
  })
})

test('the decision that people get is the one the matrix is checked with', () => {
  expect(checkRows(rows, decide)).toEqual(checkMatrix(text))
})

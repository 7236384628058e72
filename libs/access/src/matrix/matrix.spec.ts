import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { decide, decideBy, policies } from '../decide.ts'
import { checkMatrix, checkRows, type DecideScene } from './check.ts'
import { moreRows } from '../testing/more-rows.ts'
import { readRows } from './rows.ts'

const text = readFileSync(new URL('../../matrix.csv', import.meta.url), 'utf8')
const rows = readRows(text)
const by = (decide: ReturnType<typeof decideBy>): DecideScene => ({ viewer, action, entry, facts, now }) => decide(viewer, action, entry, facts, now)
const heading = text.slice(0, text.indexOf('\n'))
const matrixOf = (...lines: readonly string[]) => [heading, ...lines].join('\n')

describe('the access matrix', () => {
  test('agrees with the policies in every row', () => {
    expect(checkMatrix(text)).toEqual({ agree: 305, disagreements: [], unreadable: [] })
  })
  test('names every policy at least once', () => {
    const named = new Set(rows.flatMap((row) => row.policy_ids.split('+')))
    expect(policies.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([])
  })
  test('notices when a policy is dropped, whichever it is', () => {
    const unnoticed = policies.filter((dropped) => {
      const without = decideBy(policies.filter((policy) => policy !== dropped))
      return checkRows(rows, by(without)).disagreements.length === 0
    })
    expect(unnoticed.map(({ id }) => id)).toEqual([])
  })
  test('gives the same answers whatever the order of the policies', () => {
    const backwards = decideBy([...policies].reverse())
    expect(checkRows(rows, by(backwards)).disagreements).toEqual([])
  })
})

describe('a row that is wrong', () => {
  const row = 'X1;parentWithAuthority;mother;child;development;dayCentre;-;read;content;P05;reden;G-02'

  test('is reported with what was expected and what was decided', () => {
    expect(checkMatrix(matrixOf(row, row.replace('content;P05', 'nothing;F01'))))
      .toEqual({ agree: 1, disagreements: [{ id: 'X1', line: 3, expected: 'nothing F01', got: 'content P05' }], unreadable: [] })
  })
  test.each([
    ['a fact that does not exist', row.replace(';-;', ';moon=full;'), 'cannot read "moon=full"'],
    ['a word that does not exist', row.replace(';-;', ';kind=letter;'), 'cannot read "kind=letter"'],
    ['a date that does not exist', row.replace(';-;', ';authority=2026-02-30..;'), 'cannot read "authority=2026-02-30.."'],
    ['a viewer that does not exist', row.replace('parentWithAuthority;mother', 'neighbour;gp/gp-1'), 'cannot read "neighbour"'],
    ['a consent with a part that does not exist', row.replace(';-;', ';grant(child,medical,all,2026-01-01..,if:sunny);'), 'cannot read "grant(child,medical,all,2026-01-01..,if:sunny)"'],
    ['a fact without a value', row.replace(';-;', ';mfa;'), 'cannot read "mfa"'],
    ['a fact that is said twice', row.replace(';-;', ';mfa=no mfa=yes;'), 'cannot read "mfa=yes"'],
    ['a birthday that does not exist', row.replace(';-;', ';born=2023-02-29;'), 'cannot read "born=2023-02-29"'],
    ['a word that does not exist about what nobody asks here', row.replace(';-;', ';ijh=perhaps;'), 'cannot read "ijh=perhaps"'],
    ['an hour that does not exist', row.replace(';-;', ';now=2026-09-15T24:00;'), 'cannot read "now=2026-09-15T24:00"'],
    ['a consent that is withdrawn twice', row.replace(';-;', ';grant(child,*,all,2026-01-01..,withdrawn@2026-02-01T10:00,withdrawn@2026-03-01T10:00);'), 'cannot read "grant(child,*,all,2026-01-01..,withdrawn@2026-02-01T10:00,withdrawn@2026-03-01T10:00)"'],
    ['a shield without a moment', row.replace(';-;', ';shielded=father;'), 'cannot read "shielded=father"'],
    ['an action that does not exist', row.replace(';read;', ';peek;'), 'cannot read "peek"'],
    ['an outcome that does not exist', row.replace(';content;', ';allow;'), 'cannot read "allow"'],
    ['a policy that does not exist', row.replace(';P05;', ';P05+P99;'), 'cannot read "P99"'],
    ['a subject that does not exist', row.replace(';child;', ';cousin;'), 'cannot read "cousin"'],
    ['a category that does not exist', row.replace(';development;', ';sleep;'), 'cannot read "sleep"'],
    ['a discipline that does not exist', row.replace(';dayCentre;', ';school;'), 'cannot read "school"'],
    ['a professional without an organisation', row.replace('parentWithAuthority;mother', 'partner;dayCentre'), 'cannot read ""'],
    ['a person without a name', row.replace(';mother;', ';;'), 'cannot read ""'],
    ['too few cells', 'X1;partner;dayCentre/kdc-1', 'has 3 cells, and needs 10'],
  ])('cannot be read with %s', (_, wrong, problem) => {
    expect(checkMatrix(matrixOf(row, wrong))).toEqual({ agree: 1, disagreements: [], unreadable: [{ id: 'X1', line: 3, problem }] })
  })
  test('that goes wrong on its way to a decision is named, and no other with it', () => {
    const fails: DecideScene = () => { throw new Error('no such fact') }
    expect(checkMatrix(matrixOf(row), fails)).toEqual({ agree: 0, disagreements: [], unreadable: [{ id: 'X1', line: 2, problem: 'no such fact' }] })
  })
  test('a text with other columns is no matrix', () => {
    expect(() => checkMatrix('name;colour\nmoon;white')).toThrow('matrix-columns')
  })
  test('a cell may stand between quotes', () => {
    expect(checkMatrix(matrixOf(row.replace('reden', '"reden; met ""teken"""')))).toEqual({ agree: 1, disagreements: [], unreadable: [] })
  })
  test('a table reads the same as other programs write it', () => {
    const [plain, quoted] = [matrixOf(row), [heading, row].map((line) => line.split(';').map((cell) => `"${cell}"`).join(';')).join('\n')]
    const ways = [
      plain, `\uFEFF${plain}`, plain.replaceAll('\n', '\r\n'), `${plain}\r\n;;;;;;;;;;;\n\n`, quoted, plain.replace(';reden;G-02', ''), plain.replace('reden', '"een reden\nop twee regels"'), plain.replace('reden', 'zij zegt "ja"'),
      plain.replace(';reason_nl;source', '').replace(';reden;G-02', ''), plain.replace(';-;', ';;'), plain.replace(';read;', '; read ;'),
    ]
    for (const written of ways) expect([written, checkMatrix(written)]).toEqual([written, { agree: 1, disagreements: [], unreadable: [] }])
  })
  test('a quote that isn\'t closed is no table', () => {
    expect(() => checkMatrix(matrixOf(row, row.replace('reden', '"reden')))).toThrow(/^line \d+: a quote isn't closed$/)
  })
  test('the order of policy ids in a cell does not matter', () => {
    expect(checkMatrix(matrixOf('X2;partner;dayCentre/kdc-1;child;development;dayCentre;author=self;read;content;P02+P01;reden;C-01')).agree).toBe(1)
  })
})

test('the decision that people get is the one the matrix is checked with', () => {
  expect(checkRows(rows, by(decide))).toEqual(checkMatrix(text))
})

describe('a row reads as the model means it', () => {
  test.each(moreRows)('%s', (_, row) => { expect(checkMatrix(matrixOf(row))).toEqual({ agree: 1, disagreements: [], unreadable: [] }) })
})

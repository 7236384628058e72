import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { decide, decideBy, policies } from '../decide.ts'
import { checkMatrix, checkRows, type DecideScene } from './check.ts'
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
      .toEqual({ agree: 1, disagreements: [{ id: 'X1', expected: 'nothing F01', got: 'content P05' }], unreadable: [] })
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
  ])('cannot be read with %s', (_, wrong, problem) => {
    expect(checkMatrix(matrixOf(row, wrong))).toEqual({ agree: 1, disagreements: [], unreadable: [{ id: 'X1', problem }] })
  })
  test('says its id when it is cut off', () => {
    expect(() => checkMatrix(matrixOf('X9;partner;dayCentre/kdc-1'))).toThrow('row X9 has 3 cells')
  })
  test('a text with other columns is no matrix', () => {
    expect(() => checkMatrix('name;colour\nmoon;white')).toThrow('matrix-columns')
  })
  test('a cell may stand between quotes', () => {
    expect(checkMatrix(matrixOf(row.replace('reden', '"reden; met ""teken"""')))).toEqual({ agree: 1, disagreements: [], unreadable: [] })
  })
  test('the order of policy ids in a cell does not matter', () => {
    expect(checkMatrix(matrixOf('X2;partner;dayCentre/kdc-1;child;development;dayCentre;author=self;read;content;P02+P01;reden;C-01')).agree).toBe(1)
  })
})

test('the decision that people get is the one the matrix is checked with', () => {
  expect(checkRows(rows, by(decide))).toEqual(checkMatrix(text))
})

/** Rows that the matrix has no like of, decided as the model says. */
describe('a row reads as the model means it', () => {
  const rowOf = (viewer: string, subject: string, category: string, discipline: string, circumstances: string, action: string, expected: string, ids: string) =>
    ['Y1', viewer, subject, category, discipline, circumstances, action, expected, ids, 'reden', 'bron'].join(';')
  const worker = 'partner;dayCentre/kdc-1'
  const mother = 'parentWithAuthority;mother'
  test.each<[string, string]>([
    ['a team in two periods, between them', rowOf(worker, 'child', 'development', 'dayCentre', 'team=2026-01-01..2026-03-31,2026-10-01.. recorded=2026-03-31', 'read', 'content', 'P02')],
    ['and what was recorded between them', rowOf(worker, 'child', 'development', 'dayCentre', 'team=2026-01-01..2026-03-31,2026-10-01.. recorded=2026-04-01', 'read', 'nothing', 'F10')],
    ['periods of authority that overlap', rowOf(mother, 'child', 'medical', 'hospital', 'authority=2026-01-01..2026-07-01,2026-05-01.. recorded=2026-05-15', 'read', 'content', 'P05')],
    ['a yes by one of two holders', rowOf(worker, 'child', 'medical', 'hospital', 'grant(child,medical,all,2026-01-01..,by:mother)', 'read', 'nothing', 'default')],
    ['a yes by the one whom another names as well', rowOf(worker, 'child', 'medical', 'hospital', 'holders=mother grant(child,medical,all,2026-01-01..,by:mother+father)', 'read', 'content', 'P03')],
    ['a yes whose standing is given, of nobody in particular', rowOf(worker, 'child', 'medical', 'hospital', 'holders=none grant(child,medical,all,2026-01-01..)', 'read', 'content', 'P03')],
    ['a yes by a holder while nobody holds', rowOf(worker, 'child', 'medical', 'hospital', 'holders=none grant(child,medical,all,2026-01-01..,by:mother)', 'read', 'nothing', 'default')],
    ['a no by one holder in Belgium', rowOf(worker, 'child', 'medical', 'hospital', 'jurisdiction=BE grant(child,medical,all,2026-01-01..) objection(child,medical,all,2026-01-01..,by:father)', 'read', 'nothing', 'default')],
    ['a yes by one holder in Belgium while they disagree', rowOf(worker, 'child', 'medical', 'hospital', 'jurisdiction=BE disagreement=yes grant(child,medical,all,2026-01-01..,by:father)', 'read', 'nothing', 'default')],
    ['a yes of one parent about a relation of adults', rowOf(worker, 'relation', 'relationship', 'imhSpecialist', 'dyad=mother-father grant(relation,relationship,all,2026-01-01..,by:mother)', 'read', 'nothing', 'default')],
    ['a yes of both about it', rowOf(worker, 'relation', 'relationship', 'imhSpecialist', 'dyad=mother-father grant(relation,relationship,all,2026-01-01..,by:mother+father)', 'read', 'content', 'P03')],
    ['one of both, who may not read it alone', rowOf(mother, 'relation', 'relationship', 'imhSpecialist', 'dyad=mother-father', 'read', 'nothing', 'F01')],
    ['a professional in a relation, who need not sign', rowOf(worker, 'relation', 'relationship', 'homeSupport', 'dyad=child-homeSupport grant(relation,relationship,all,2026-01-01..,by:mother+father)', 'read', 'content', 'P03')],
    ['a pregnancy that ended in a birth stays hers', rowOf('parentWithAuthority;father', 'unborn', 'medical', 'midwife', 'born=2026-03-10 recorded=2026-01-10', 'read', 'nothing', 'F01')],
    ['and she reads it', rowOf(mother, 'unborn', 'medical', 'midwife', 'born=2026-03-10 recorded=2026-01-10', 'read', 'content', 'P06')],
    ['about which she alone says yes', rowOf(worker, 'unborn', 'medical', 'midwife', 'grant(unborn,medical,all,2026-01-01..,by:mother)', 'read', 'content', 'P03')],
    ['a withdrawal in the hour that comes twice, before', rowOf(worker, 'child', 'medical', 'hospital', 'now=2026-10-25T02:29 grant(child,medical,all,2026-01-01..,withdrawn@2026-10-25T02:30)', 'read', 'content', 'P03')],
    ['and in it', rowOf(worker, 'child', 'medical', 'hospital', 'now=2026-10-25T02:30 grant(child,medical,all,2026-01-01..,withdrawn@2026-10-25T02:30)', 'read', 'nothing', 'default')],
    ['the hour that is skipped', rowOf(worker, 'child', 'medical', 'hospital', 'now=2027-03-28T02:30 grant(child,medical,all,2026-01-01..,withdrawn@2027-03-28T03:30)', 'read', 'nothing', 'default')],
    ['the last second of break-glass', rowOf('outsider;hospital/zkh-1', 'child', 'medical', 'dayCentre', 'purpose=emergency breakGlass=child@2026-09-15T06:00 now=2026-09-15T09:59:59', 'read', 'content', 'P07')],
    ['four hours after it was opened', rowOf('outsider;hospital/zkh-1', 'child', 'medical', 'dayCentre', 'purpose=emergency breakGlass=child@2026-09-15T06:00', 'read', 'nothing', 'F06')],
    ['break-glass of two persons', rowOf('outsider;hospital/zkh-1', 'unborn', 'medical', 'midwife', 'purpose=emergency breakGlass=child@2026-09-15T09:00+mother@2026-09-15T09:30', 'read', 'content', 'P07')],
    ['break-glass and the end of a team', rowOf(worker, 'child', 'medical', 'hospital', 'purpose=emergency breakGlass=child@2026-09-15T09:00 team=2026-01-01..2026-02-01 case=closed', 'readLocating', 'nothing', 'default')],
    ['who was born on 29 February is sixteen on 1 March', rowOf(mother, 'child', 'medical', 'hospital', 'born=2012-02-29 now=2028-02-29T00:00', 'read', 'nothing', 'F09')],
    ['and is eighteen on 1 March of a common year', rowOf(mother, 'child', 'medical', 'hospital', 'born=2008-02-29 childConsent=yes now=2026-02-28T23:59 recorded=2026-01-10', 'read', 'content', 'P05')],
    ['from midnight', rowOf(mother, 'child', 'medical', 'hospital', 'born=2008-02-29 childConsent=yes now=2026-03-01T00:00 recorded=2026-01-10', 'read', 'nothing', 'default')],
    ['shields of two persons, each with its own time', rowOf('parentWithAuthority;father', 'child', 'medical', 'hospital', 'shielded=mother@2026-01-01T00:00..+father@2026-01-01T00:00..2026-09-15T10:00', 'read', 'content', 'P05')],
    ['a shield that two persons share', rowOf(mother, 'child', 'medical', 'hospital', 'shielded=mother+father@2026-01-01T00:00..', 'read', 'nothing', 'F08')],
    ['a closing that came back', rowOf(mother, 'child', 'medical', 'hospital', 'closedForSafety=2026-01-01T00:00..2026-02-01T00:00,2026-09-15T10:00..', 'read', 'nothing', 'F08')],
    ['somebody without a discipline', rowOf('outsider;-', 'child', 'medical', 'hospital', '-', 'read', 'nothing', 'default')],
    ['a purpose that is nothing at work', rowOf(worker, 'child', 'development', 'dayCentre', 'purpose=ownRights', 'read', 'nothing', 'F06')],
    ['the own line in the log', rowOf('caregiver;grandmother', 'child', 'accessLog', 'system', 'actor=self', 'readAccessLog', 'nothing', 'default')],
    ['a line about what one may not know', rowOf(mother, 'child', 'accessLog', 'system', 'about=safety', 'readAccessLog', 'nothing', 'F04')],
    ['consent for one meeting, in it', rowOf(worker, 'child', 'medical', 'hospital', 'context=mdo grant(child,medical,all,2026-01-01..,ctx:mdo)', 'read', 'content', 'P03')],
    ['and outside', rowOf(worker, 'child', 'medical', 'hospital', 'grant(child,medical,all,2026-01-01..,ctx:mdo)', 'read', 'nothing', 'default')],
  ])('%s', (_, row) => { expect(checkMatrix(matrixOf(row))).toEqual({ agree: 1, disagreements: [], unreadable: [] }) })
})

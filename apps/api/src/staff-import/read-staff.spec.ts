import { describe, expect, test } from '@jest/globals'
import { csvOf, withoutGuard } from '../csv/write-rows.ts'
import { Refused } from '../graphql/refused.ts'
import { longestList, readStaff } from './read-staff.ts'

const places = [{ id: 'front', name: 'Huis, voorkant' }, { id: 'back', name: 'Achterkant' }]
const codeOf = (act: () => unknown) => {
  try { act() } catch (error) { return error instanceof Refused ? error.refusal.code : String(error) }
  return undefined
}
const valuesOf = (...lines: readonly string[]) => readStaff(lines.join('\n'), places).people.map(({ values }) => values)

describe('a list of people', () => {
  test('is parted by semicolons, commas or tabs, with or without a mark before it, with names in Dutch or English in any order', () => {
    const ada = { name: 'Ada, de 1e', title: 'arts', email: 'ada@example.org', registeredFrom: '2026-01-31' }
    expect(valuesOf('\uFEFFNaam;Functie;E-mail;Registratie vanaf', '"Ada, de 1e";arts;ada@example.org;31-1-2026')).toEqual([ada])
    expect(valuesOf('E mail,REGISTERED_FROM,name,Function', 'ada@example.org,2026-01-31,"Ada, de 1e",arts')).toEqual([ada])
    expect(valuesOf('naam\tfunctie\te-mail\tregistratie van', 'Ada, de 1e\tarts\tada@example.org\t31/01/2026')).toEqual([ada])
    expect(valuesOf('sep=,', 'naam,functie', 'Ada,"arts; ""vast"""')).toEqual([{ name: 'Ada', title: 'arts; "vast"' }])
  })
  test('names disciplines and languages as they are said, and places as they are called', () => {
    expect(valuesOf('naam;discipline;talen;plekken', 'Ada;Ziekenhuis;Nederlands / tr;Huis, voorkant', 'Bo;youth care;dutch, Arabic;achterkant | huis')).toEqual([
      { name: 'Ada', discipline: 'hospital', languages: ['nl', 'tr'], places: ['front'] }, { name: 'Bo', discipline: 'youthCare', languages: ['nl', 'ar'] },
    ])
  })
  test('says of each cell that can’t be read which it is, and reads the others', () => {
    const { people, unread } = readStaff('naam;discipline;talen;plekken;in dienst;schoenmaat;naam\nAda;bloemist;Klingon;Elders;30-2-2026;38;x;y', places)
    expect(people.map(({ line, problems }) => [line, problems.map(({ column, code }) => [column, code])])).toEqual([[2, [[undefined, 'columns'], ['discipline', 'discipline'], ['languages', 'language'], ['places', 'place-unknown'], ['from', 'date']]]])
    expect(unread).toEqual(['schoenmaat', 'naam'])
  })
  test('without names of columns, without rows, too long, or no list at all is refused', () => {
    expect([
      codeOf(() => readStaff('Ada;arts', places)), codeOf(() => readStaff('naam;functie', places)), codeOf(() => readStaff(' ', places)), codeOf(() => readStaff('x'.repeat(longestList + 1), places)),
      codeOf(() => readStaff(`naam\n${'Ada\n'.repeat(301)}`, places)), codeOf(() => readStaff('naam;functie\n"Ada;arts', places)),
    ]).toEqual(['file-not-staff', 'file-empty', 'file-empty', 'file-too-large', 'file-too-many-lines', 'file-not-csv'])
  })
})

describe('a list for another program', () => {
  test.each(['=1+1', '+31 6', '-2', '@x', ' =A1', '\u200B=A1', '|cmd', '%x', '\t=1'])('holds no formula: %j', (cell) => {
    const [, written = ''] = csvOf([['naam'], [cell]]).split('\r\n')
    expect(written.replace(/^"/, '')).toMatch(/^'/)
    expect(valuesOf('naam', csvOf([[`${cell}`]]).replace('\uFEFF', ''))).toEqual([{ name: cell.trim() }])
  })
  test('keeps what is no formula as it is', () => {
    expect(csvOf([['O\'Neil', '\'s Gravenhage', 'a;b', 'c "d"', '1-2']])).toBe('\uFEFF"O\'Neil";"\'s Gravenhage";"a;b";"c ""d""";1-2\r\n')
    expect(['\'s Gravenhage', '\'+31'].map(withoutGuard)).toEqual(['\'s Gravenhage', '+31'])
  })
})

import { describe, expect, test } from '@jest/globals'
import { csvOf, withoutGuard } from '../csv/write-rows.ts'
import { Refused } from '../graphql/refused.ts'
import { readClosedDays } from './read-closed-days.ts'
import { longestList } from './read-list.ts'
import { readPlaces } from './read-places.ts'
import { readStaff } from './read-staff.ts'
import { roomsIn, timesIn } from './words.ts'

const places = [{ id: 'front', name: 'Huis, voorkant' }, { id: 'back', name: 'Achterkant' }]
const codeOf = (act: () => unknown) => {
  try { act() } catch (error) { return error instanceof Refused ? error.refusal.code : String(error) }
  return undefined
}
const valuesOf = (...lines: readonly string[]) => readStaff(lines.join('\n'), places).rows.map(({ values }) => values)

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
    const { rows, unread } = readStaff('naam;discipline;talen;plekken;in dienst;schoenmaat;naam\nAda;bloemist;Klingon;Elders;30-2-2026;38;x;y', places)
    expect(rows.map(({ line, problems }) => [line, problems.map(({ column, code }) => [column, code])])).toEqual([[2, [[undefined, 'columns'], ['discipline', 'discipline'], ['languages', 'language'], ['places', 'place-unknown'], ['from', 'date']]]])
    expect(unread).toEqual(['schoenmaat', 'naam'])
  })
  test('without names of columns, without rows, too long, or no list at all is refused', () => {
    expect([
      codeOf(() => readStaff('Ada;arts', places)), codeOf(() => readStaff('naam;functie', places)), codeOf(() => readStaff(' ', places)), codeOf(() => readStaff('x'.repeat(longestList + 1), places)),
      codeOf(() => readStaff(`naam\n${'Ada\n'.repeat(301)}`, places)), codeOf(() => readStaff('naam;functie\n"Ada;arts', places)),
    ]).toEqual(['file-not-list', 'file-empty', 'file-empty', 'file-too-large', 'file-too-many-lines', 'file-not-csv'])
  })
})

describe('a list of places', () => {
  test('says of each day when a place is open, as people write it, and which rooms it has', () => {
    const { rows, unread } = readPlaces('Plek;Adres;Ma;dinsdag;woensdag;zondag;kamers;ligt bij\nGroep Linde;Dorpsweg 9;8.30-12 en 13:00 – 17 uur;dicht;;dicht;Speelkamer: mat, camera | Kamer 2;Huis, voorkant', [{ name: 'huis, Voorkant', point: { x: 1, y: 2 } }])
    expect(unread).toEqual(['zondag'])
    expect(rows).toEqual([{ line: 2, problems: [], values: {
      name: 'Groep Linde', address: 'Dorpsweg 9', near: { name: 'huis, Voorkant', point: { x: 1, y: 2 } }, days: { monday: [{ from: '08:30', to: '12:00' }, { from: '13:00', to: '17:00' }], tuesday: [] },
      rooms: [{ name: 'Speelkamer', equipment: ['mat', 'camera'] }, { name: 'Kamer 2', equipment: [] }],
    } }])
  })
  test.each(['morgen', '17-9', '9-25', '9-12, 11-13', '9-10, 10-11, 11-12, 13-14', '9.75-12'])('reads no times in %j', (said) => { expect(timesIn(said)).toBeUndefined() })
  test.each([['9-10, 10-11', 2], ['09:00 tot 12:30', 1], ['8u30-12u', 1], ['Gesloten', 0]])('reads %j', (said, count) => { expect(timesIn(said)).toHaveLength(count) })
  test('names each room', () => { expect([roomsIn(': mat'), roomsIn('|')]).toEqual([undefined, undefined]) })
})

describe('a list of closed days', () => {
  test('is about a day or a period, and about the places that it names', () => {
    expect(readClosedDays('datum;t/m;plek\n24-12-2027;2-1-2028;\n15/3/2027;;achterkant\n1-1-2027;morgen;Elders', places).rows).toEqual([
      { line: 2, problems: [], values: { from: '2027-12-24', until: '2028-01-02' } }, { line: 3, problems: [], values: { from: '2027-03-15', places: ['back'] } },
      { line: 4, problems: [{ column: 'until', code: 'date' }, { column: 'place', code: 'place-unknown' }], values: { from: '2027-01-01' } },
    ])
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

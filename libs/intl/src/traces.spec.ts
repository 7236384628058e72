import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { noNames, tracesIn, type KnownNames } from './traces.ts'

const known: KnownNames = {
  persons: ['Sem', 'Anouk Verhoeven', 'Gezin Verhoeven', 'Joost van den Berg', 'Roos', 'Mina El Amrani', 'Noël', 'Hanne Kuiper'], organisations: ['IMH-praktijk De Schakel', 'Kinderdagcentrum De Wilgenboom'],
  places: ['Rankstraat 8, Druivendal'], caseNumbers: ['V-12AB34CD'],
}
const refused = (text: string) => tracesIn(text, known).filter(({ weight }) => weight === 'refused').map(({ kind, found }) => `${kind} ${found}`)
const doubtful = (text: string, names = known) => tracesIn(text, names).filter(({ weight }) => weight === 'doubtful').map(({ kind, found }) => `${kind} ${found}`)

describe('traces of who it is about', () => {
  test('names of people, however they are written', () => {
    expect(refused('sem en SEM, Sems beker, Semmie niet; noel, Noël; mevrouw Verhoeven')).toEqual(['person sem', 'person SEM', 'person Sems', 'person noel', 'person Noël', 'person Verhoeven'])
    expect(refused('Anoukje at met haar vader.')).toEqual(['person Anoukje'])
    expect(refused('De familie El Amrani')).toEqual(['person Amrani'])
  })
  test('a name that is an ordinary word too is refused with a capital, and pointed at without', () => {
    expect([refused('Een roos op tafel, een berg was'), doubtful('Een roos op tafel, een berg was')]).toEqual([[], ['person roos', 'person berg']])
    expect(refused('Roos kreeg tijd. Meneer Van den Berg ook.')).toEqual(['person Roos', 'person Berg'])
  })
  test('organisations and places by what is their own, and not by what they are', () => {
    expect(refused('Het kinderdagcentrum en de praktijk keken samen. Kinderdagcentrum is een lang woord.')).toEqual([])
    expect(refused('Bij De Wilgenboom in Druivendal, om de hoek van de Rankstraat')).toEqual(['organisation Wilgenboom', 'place Druivendal', 'place Rankstraat'])
    expect(doubtful('Zij was de schakel tussen groep en thuis')).toEqual(['organisation schakel'])
  })
  test('numbers, days and addresses by their form', () => {
    expect(refused('Bel 06-1234 5678 of 0800 555 0110 of +31 6 1234 5678, mail a.b@voorbeeld.nl')).toEqual(['phone 06-1234 5678', 'phone 0800 555 0110', 'phone +31 6 1234 5678', 'mail a.b@voorbeeld.nl'])
    expect(refused('op 12 maart, op 3 mei 2024, 2024-03-12, 12-3-24, maart 2024, March 3rd, de 1e januari')).toEqual(['date 12 maart', 'date 3 mei 2024', 'date 2024-03-12', 'date 12-3-24', 'date maart 2024', 'date March 3rd', 'date 1e januari'])
    expect(refused('Nummer 123456782, dossier V-12AB34CD, 1234 AB, Kerkstraat 12a, zie www.voorbeeld.nl')).toEqual(['number 123456782', 'caseNumber V-12AB34CD', 'postcode 1234 AB', 'address Kerkstraat 12a', 'link www.voorbeeld.nl'])
  })
  test('what may tell is pointed at: a capital within a sentence, a month, a year, an exact age, a large number', () => {
    expect(doubtful('Zij kwamen uit Gent, in oktober. Sinds 2019 wonen 340 mensen daar. Het kind was 2 jaar en 3 maanden.', noNames)).toEqual(['capital Gent', 'month oktober', 'year 2019', 'number 340', 'age 2 jaar en 3 maanden'])
  })
  test('nothing in words that could be of anybody', () => {
    const text = 'Een peuter at niets in de groep, na een tijd van voeding door een slangetje. Haar ouders telden elk hapje.\nZij kreeg de lepel in eigen hand: 3 keer per dag, 10 minuten. De IMH-specialist en het KDC keken 24/7 mee. 👶 مرحبا'
    expect(tracesIn(text, known)).toEqual([])
    expect(tracesIn('', known)).toEqual([])
  })
  test('each place is pointed at once, where it stands', () => {
    const text = 'Op 12 maart 2024 at Sem.'
    expect(tracesIn(text, known).map(({ found, start }) => [found, text.slice(start, start + found.length)])).toEqual([['12 maart 2024', '12 maart 2024'], ['Sem', 'Sem']])
  })
})

describe('whatever else stands around it', () => {
  const filler = fc.array(fc.constantFrom('een', 'kind', 'at', 'niet', 'de groep', 'en', '👶', 'tijd.', 'مرحبا', '(zo)', 'nu,'), { maxLength: 8 }).map((words) => words.join(' '))
  const name = fc.constantFrom('Sem', 'Anouk', 'Verhoeven', 'Amrani', 'Noël', 'Hanne', 'Joost')
  const written = fc.tuple(name, fc.constantFrom((text: string) => text, (text: string) => text.toUpperCase(), (text: string) => text.toLowerCase(), (text: string) => text.normalize('NFD')), fc.constantFrom('', 's', '’s', ',', '.', '!', '-')).map(([text, as, end]) => as(text) + end)
  test('no name of somebody goes through', () => {
    fc.assert(fc.property(filler, written, filler, (before, one, after) => expect(refused([before, one, after].join(' '))).not.toEqual([])), { numRuns: 1000 })
  })
  test('no day, phone number or address of mail goes through', () => {
    const day = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2015, max: 2027 }), fc.constantFrom('-', '/', '.')).map(([d, m, y, sign]) => [d, m, y].join(sign))
    const phone = fc.tuple(fc.constantFrom('06', '+316', '0031 6', '06-'), fc.integer({ min: 10_000_000, max: 99_999_999 }), fc.constantFrom('', ' ')).map(([start, number, gap]) => start + gap + String(number).replaceAll(/(..)/gu, `$1${gap}`).trim())
    const mail = fc.emailAddress().filter((one) => /^[\w.]+@/u.test(one))
    fc.assert(fc.property(filler, fc.oneof(day, phone, mail), filler, (before, one, after) => expect(refused([before, one, after].join(' '))).not.toEqual([])), { numRuns: 1000 })
  })
  test('what is found lies in the text, in order and apart', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.array(written, { maxLength: 3 }), (noise, names) => {
      const text = [noise, ...names].join(' ')
      let end = 0
      for (const { start, found } of tracesIn(text, known)) {
        expect([start >= end, text.slice(start, start + found.length)]).toEqual([true, found])
        end = start + found.length
      }
    }))
  })
})

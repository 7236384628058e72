import { describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { Refused } from '../graphql/refused.ts'
import { mostLines, type Reading } from './reading.ts'
import { longestFile, readFile } from './read-file.ts'

const reading: Reading = {
  today: '2026-10-12', now: '2026-10-12T08:00:00.000Z', zone: 'Europe/Amsterdam', places: [{ id: 'centre', name: 'De Wilgenboom' }, { id: 'annex', name: 'Bijgebouw' }], modalities: ['onsite'], usualPlaces: ['centre'],
}
const codeOf = (act: () => unknown) => {
  try { act() } catch (error) { return error instanceof Refused ? error.refusal.code : 'no refusal' }
  return undefined
}

describe('a list', () => {
  const csv = (...lines: readonly string[]) => readFile('csv', lines.join('\r\n'), reading)
  const problems = (...lines: readonly string[]) => csv('datum;van;tot;vorm;plaats;vervalt', ...lines).lines.map(({ line, problem }) => [line, problem])
  test('with semicolons or commas, in Dutch or English, with dates as people write them', () => {
    const offers = [{ date: '2026-10-20', from: '09:00', to: '12:00', modalities: ['onsite', 'digital'], places: ['centre'] }, { date: '2026-10-21', from: '13:30', to: '15:00', modalities: ['home'], places: [] }]
    expect(csv('\uFEFFDatum;Van;Tot;Vorm;Plaats', '20-10-2026;9.00;12.00;op locatie + beeld;de wilgenboom', '', '2026-10-21;13:30;15:00;thuis;').lines.flatMap((line) => line.offers)).toEqual(offers)
    expect(csv('date,from,to,form,place', '"2026-10-20",9:00,12:00,"onsite, digital",De Wilgenboom', '21/10/2026,13:30,15:00,home,').lines.flatMap((line) => line.offers)).toEqual(offers)
    expect(csv('datum;van;tot', '20-10-2026;9:00;12:00').lines[0]?.offers).toEqual([{ date: '2026-10-20', from: '09:00', to: '12:00', modalities: ['onsite'], places: ['centre'] }])
  })
  test('names each line that is wrong, and why', () => {
    expect(problems(
      '30-2-2026;9:00;12:00;thuis;', '20-10-2026;9 uur;12:00;thuis;', '20-10-2026;12:00;9:00;thuis;', '20-10-2026;9:05;12:00;thuis;', '20-10-2026;9:00;12:00;telefoon;', '20-10-2026;9:00;12:00;op locatie;Elders',
      '20-10-2026;9:00;12:00;thuis;;gisteren', '20-10-2026;9:00;12:00;thuis;;11-10-2026', '20-10-2026;9:00;12:00;thuis;', '2026-10-20;09:00;12:00;thuis;', '20-10-2026;13:00;14:00;thuis;;;;en meer', '20-10-2026;9:00;12:00;constructor;',
    )).toEqual([[2, 'date'], [3, 'time'], [4, 'reversed'], [5, 'grid'], [6, 'form'], [7, 'place-unknown'], [8, 'lapse'], [9, 'lapse'], [10, undefined], [11, 'double'], [12, 'columns'], [13, 'form']])
  })
  test('says when an offer lapses: when a day is over, or at an hour', () => {
    const [first, second] = csv('datum;van;tot;vorm;vervalt', '20-10-2026;9:00;12:00;thuis;15-10-2026', '20-10-2026;13:00;14:00;thuis;15-10-2026 12:00').lines
    expect([first?.offers[0]?.lapsesAt, second?.offers[0]?.lapsesAt]).toEqual(['2026-10-15T22:00:00.000Z', '2026-10-15T10:00:00.000Z'])
  })
  test('leaves out what has been, and what is more than half a year away; it speaks for the days that it names', () => {
    const { leftOut, from, until } = csv('datum;van;tot;vorm', '11-10-2026;9:00;12:00;thuis', '20-10-2026;9:00;12:00;thuis', '2-11-2026;9:00;12:00;thuis', '1-6-2027;9:00;12:00;thuis')
    expect({ leftOut, from, until }).toEqual({ leftOut: 2, from: '2026-10-20', until: '2026-11-02' })
  })
  test('without the names of its columns, without anything, too long, or no list at all is refused', () => {
    expect(codeOf(() => csv('20-10-2026;9:00;12:00'))).toBe('file-not-csv')
    expect(codeOf(() => csv('  ', ' '))).toBe('file-empty')
    expect(codeOf(() => csv('datum;van;tot', '"20-10-2026;9:00'))).toBe('file-not-csv')
    expect(codeOf(() => readFile('csv', 'x'.repeat(longestFile + 1), reading))).toBe('file-too-large')
    expect(codeOf(() => csv('datum;van;tot', ...Array.from({ length: mostLines + 1 }, () => '1;2;3')))).toBe('file-too-many-lines')
    expect(codeOf(() => csv('datum;van;tot', `${'x'.repeat(3_000)};9:00;12:00`))).toBe('file-not-csv')
  })
})

const calendarOf = (...components: readonly string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Invented//EN', ...components, 'END:VCALENDAR', ''].join('\r\n')
const event = (uid: string, ...lines: readonly string[]) => ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261001T000000Z', ...lines, 'END:VEVENT'].join('\r\n')
const free = 'TRANSP:TRANSPARENT'

describe('a calendar', () => {
  const ics = (components: readonly string[], more: Partial<Reading> = {}) => readFile('ics', calendarOf(...components), { ...reading, ...more })
  const times = (components: readonly string[], more: Partial<Reading> = {}) => ics(components, more).lines.flatMap(({ offers }) => offers.map(({ date, from, to }) => `${date} ${from} ${to}`))

  test('offers what stands there as free: of a zone of its own, in UTC, on the wall, for a length', () => {
    expect(times([
      event('a', 'DTSTART;TZID=Europe/London:20261020T090000', 'DTEND;TZID=Europe/London:20261020T110000', free), event('b', 'DTSTART:20261021T070000Z', 'DTEND:20261021T080000Z', free),
      event('c', 'DTSTART:20261022T090000', 'DTEND:20261022T100000', free), event('d', 'DTSTART;TZID=W. Europe Standard Time:20261023T090000', 'DURATION:PT90M', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'),
      event('busy', 'DTSTART:20261024T070000Z', 'DTEND:20261024T080000Z'), event('off', 'DTSTART:20261025T070000Z', 'DTEND:20261025T080000Z', free, 'STATUS:CANCELLED'),
    ])).toEqual(['2026-10-20 10:00 12:00', '2026-10-21 09:00 10:00', '2026-10-22 09:00 10:00', '2026-10-23 09:00 10:30'])
  })
  test('or what carries the chosen word, folded or not, in any case', () => {
    const folded = 'SUMMARY:Spreekuur voor same\r\n nspel'
    expect(times([event('a', 'DTSTART:20261020T090000', 'DTEND:20261020T110000', folded), event('b', 'DTSTART:20261021T090000', 'DTEND:20261021T110000', free, 'SUMMARY:Lunch')], { word: 'Samenspel' })).toEqual(['2026-10-20 09:00 11:00'])
  })
  test('over the night in which the clock changes stays at its hour, with what is left out or moved of a series', () => {
    expect(times([
      event('a', 'DTSTART;TZID=Europe/Amsterdam:20261012T090000', 'DTEND;TZID=Europe/Amsterdam:20261012T100000', 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;TZID=Europe/Amsterdam:20261102T090000', free),
      event('a', 'RECURRENCE-ID;TZID=Europe/Amsterdam:20261019T090000', 'DTSTART;TZID=Europe/Amsterdam:20261020T130000', 'DTEND;TZID=Europe/Amsterdam:20261020T140000', free),
    ])).toEqual(['2026-10-12 09:00 10:00', '2026-10-20 13:00 14:00', '2026-10-26 09:00 10:00'])
  })
  test('of whole days is free while places are open; over midnight it is two days; to the quarter of an hour, never longer', () => {
    expect(times([
      event('a', 'DTSTART;VALUE=DATE:20261020', 'DTEND;VALUE=DATE:20261022', free), event('b', 'DTSTART:20261023T220000', 'DTEND:20261024T013000', free), event('c', 'DTSTART:20261026T090700', 'DTEND:20261026T095900', free),
    ])).toEqual(['2026-10-20 08:00 18:00', '2026-10-21 08:00 18:00', '2026-10-23 22:00 23:45', '2026-10-24 00:00 01:30', '2026-10-26 09:15 09:45'])
  })
  test('without the hours in which something else stands', () => {
    expect(times([
      event('a', 'DTSTART:20261020T090000', 'DTEND:20261020T120000', 'SUMMARY:vrij'), event('b', 'DTSTART:20261020T100500', 'DTEND:20261020T103000', 'SUMMARY:Vergadering'), event('c', 'DTSTART;VALUE=DATE:20261021', 'SUMMARY:Vakantie'),
      event('d', 'DTSTART:20261021T090000', 'DTEND:20261021T120000', 'SUMMARY:vrij'), event('e', 'DTSTART:20261020T113000', 'DTEND:20261020T130000', 'SUMMARY:vrij'),
    ], { word: 'vrij' })).toEqual(['2026-10-20 09:00 10:00', '2026-10-20 10:30 12:00', '2026-10-20 12:00 13:00'])
  })
  test('offers the free periods of a list of busy and free', () => {
    expect(times([['BEGIN:VFREEBUSY', 'UID:f', 'DTSTAMP:20261001T000000Z', 'DTSTART:20261012T000000Z', 'DTEND:20261101T000000Z', 'FREEBUSY;FBTYPE=FREE:20261020T070000Z/20261020T090000Z,20261021T070000Z/PT1H', 'FREEBUSY;FBTYPE=BUSY:20261022T070000Z/PT1H', 'END:VFREEBUSY'].join('\r\n')]))
      .toEqual(['2026-10-20 09:00 11:00', '2026-10-21 09:00 10:00'])
  })
  test('names what it can not read, and asks for a form and a place', () => {
    const rule = (text: string) => event('a', 'DTSTART:20261020T090000', 'DTEND:20261020T110000', free, `RRULE:${text}`)
    for (const text of ['FREQ=SECONDLY', 'FREQ=MINUTELY', 'FREQ=HOURLY', 'FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8', 'FREQ=DAILY;BYMINUTE=0,15,30,45', `FREQ=MONTHLY;BYMONTHDAY=${Array.from({ length: 31 }, (_, day) => day + 1).join(',')};BYYEARDAY=${Array.from({ length: 200 }, (_, day) => day + 1).join(',')}`]) {
      expect(ics([rule(text)]).lines.map(({ problem }) => problem)).toEqual(['recurrence'])
    }
    // An event that ends as something else.
    expect(ics([rule('FREQ=DAILY').replace('END:VEVENT', 'END:VTIMEZONE')]).lines.map(({ problem }) => problem)).toEqual(['recurrence'])
    expect(ics([event('old', 'DTSTART:19000101T090000', 'DTEND:19000101T100000', free, 'RRULE:FREQ=DAILY')]).lines.map(({ problem }) => problem)).toEqual(['recurrence'])
    expect(ics([event('long', 'DTSTART:20261020T090000', 'DTEND:20281020T100000', free)]).lines.map(({ problem }) => problem)).toEqual(['too-long'])
    expect(ics([rule('FREQ=DAILY')], { modalities: [] }).lines.map(({ problem }) => problem)).toEqual(['form-missing'])
    expect(ics([rule('FREQ=DAILY')], { usualPlaces: [] }).lines.map(({ problem }) => problem)).toEqual(['place-missing'])
  })
  test('that is none, or without end, is refused', () => {
    expect(codeOf(() => readFile('ics', 'datum;van;tot', reading))).toBe('file-not-ics')
    expect(codeOf(() => ics(Array.from({ length: 1_001 }, (_, index) => `BEGIN:VEVENT\nUID:${index}\nEND:VEVENT`)))).toBe('file-too-many-lines')
  })
  test('speaks for the whole half year, so that what is gone from it is gone', () => {
    const { from, until } = ics([event('a', 'DTSTART:20261020T090000', 'DTEND:20261020T110000', free)])
    expect({ from, until }).toEqual({ from: '2026-10-12', until: '2027-04-12' })
  })
  test('whatever stands in it, never takes the server down and offers only whole quarters inside a day', () => {
    const line = fc.oneof(
      fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'UID:__proto__', 'UID:constructor', free, 'SUMMARY:vrij', 'DTSTART:20261020T090000', 'DTEND:20261020T100000', 'DTSTART;VALUE=DATE:20261020', 'DURATION:-PT5H', 'DURATION:P9999999D',
        'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31', 'RRULE:FREQ=', 'EXDATE:x', 'RECURRENCE-ID:20261020T090000', 'BEGIN:VTIMEZONE', 'TZID:x', 'END:VTIMEZONE', 'DTSTART;TZID=Nowhere/Else:20261020T090000', 'BEGIN:VFREEBUSY', 'FREEBUSY;FBTYPE=FREE:x/y', 'END:VFREEBUSY'),
      fc.string({ maxLength: 40 }),
    )
    const said = jest.spyOn(console, 'warn')
    fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const read = (() => { try { return ics(lines) } catch (error) { expect(error).toBeInstanceOf(Refused); return undefined } })()
      for (const { from, to } of read?.lines.flatMap(({ offers }) => offers) ?? []) expect([from < to, /:(00|15|30|45)$/.test(from), /:(00|15|30|45)$/.test(to)]).toEqual([true, true, true])
    }), { numRuns: 300 })
    // Nor does a word of it come into the output of the server.
    expect(said).not.toHaveBeenCalled()
  })
})

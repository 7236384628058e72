import { describe, expect, test } from '@jest/globals'
import { addDays, type IsoDate } from '@samenspel/kernel'
import fc from 'fast-check'
import { dueOn, retentionOf, yearsAfter, type RecordFacts } from './retention.ts'
import { retentionTable, tableWith } from './table.ts'

const care = (more: Partial<RecordFacts>): RecordFacts => ({ country: 'NL', record: 'careRecord', controller: 'healthCare', days: {}, abuseMark: false, protectionOrder: false, ...more })

describe('how long a record is kept', () => {
  test('in the Netherlands twenty years after the last change (P-04)', () => {
    expect(retentionOf(care({ days: { lastChange: '2026-05-06' } }))).toEqual({ earliest: '2046-05-06', latest: undefined, rows: ['nl-treatment'] })
  })
  test('with youth care also twenty years after help ended; while it goes on, without an end', () => {
    expect(retentionOf(care({ controller: 'youthCare', days: { lastChange: '2026-05-06', endOfHelp: '2027-01-01' } })).earliest).toBe('2047-01-01')
    expect(retentionOf(care({ controller: 'youthCare', days: { lastChange: '2026-05-06' } })).earliest).toBeUndefined()
  })
  test('with a mark of child abuse at least until the 34th birthday (P-05)', () => {
    expect(retentionOf(care({ days: { lastChange: '2026-05-06', birth: '2024-02-29' }, abuseMark: true })).earliest).toBe('2058-03-01')
    expect(retentionOf(care({ days: { lastChange: '2046-05-06', birth: '2024-02-29' }, abuseMark: true })).earliest).toBe('2066-05-06')
    expect(retentionOf(care({ days: { lastChange: '2026-05-06' }, abuseMark: true })).earliest).toBeUndefined()
  })
  test('with a supervision order or guardianship until thirty years after majority (P-06)', () => {
    expect(retentionOf(care({ days: { lastChange: '2026-05-06', birth: '2025-07-08' }, protectionOrder: true })).earliest).toBe('2073-07-08')
  })
  test('in Belgium thirty to fifty years after the last contact (P-07), in youth help until the age of 35', () => {
    const belgian = care({ country: 'BE', days: { lastContact: '2026-05-06', birth: '2025-07-08' } })
    expect(retentionOf(belgian)).toMatchObject({ earliest: '2056-05-06', latest: '2076-05-06' })
    expect(retentionOf({ ...belgian, controller: 'youthCare' })).toMatchObject({ earliest: '2060-07-08', latest: '2076-05-06' })
  })
  test('lines of the access log five years; notes of one’s own no longer than one', () => {
    expect(retentionOf(care({ record: 'accessLog', days: { recording: '2026-05-06' } })).earliest).toBe('2031-05-06')
    expect(retentionOf(care({ record: 'workingNotes', days: { recording: '2026-05-06' } }))).toMatchObject({ earliest: '2026-05-06', latest: '2027-05-06' })
  })
  test('lines of the access log longer where an installation set it so, by country, and never shorter (L-09)', () => {
    const log = (country: 'NL' | 'BE', years: number) => retentionOf(care({ country, record: 'accessLog', days: { recording: '2026-05-06' } }), tableWith({ NL: years, BE: 10 })).earliest
    expect([log('NL', 7), log('NL', 1), log('BE', 7)]).toEqual(['2033-05-06', '2031-05-06', '2036-05-06'])
  })
  test('a safety track from when it was closed, by country, and a worry about abuse until the 34th birthday (P-04, P-05, P-07)', () => {
    const track = care({ record: 'safetyTrack', days: { lastChange: '2026-05-06', birth: '2024-03-10' } })
    expect(retentionOf(track)).toMatchObject({ earliest: '2046-05-06', latest: undefined })
    expect(retentionOf({ ...track, abuseMark: true }).earliest).toBe('2058-03-10')
    expect(retentionOf({ ...track, days: { birth: '2024-03-10' } }).earliest).toBeUndefined()
    expect(retentionOf({ ...track, country: 'BE' })).toMatchObject({ earliest: '2056-05-06', latest: '2076-05-06' })
    expect(retentionOf({ ...track, country: 'BE', controller: 'youthCare' }).earliest).toBe('2059-03-10')
  })
  test('a safety track as long as the record it belongs to: after the end of help, and until thirty years after majority with an order (P-04, P-06)', () => {
    const track = care({ record: 'safetyTrack', days: { lastChange: '2026-05-06', birth: '2024-03-10' } })
    expect(retentionOf({ ...track, protectionOrder: true }).earliest).toBe('2072-03-10')
    expect(retentionOf({ ...track, controller: 'youthCare' }).earliest).toBeUndefined()
    expect(retentionOf({ ...track, controller: 'youthCare', days: { ...track.days, endOfHelp: '2030-02-01' } }).earliest).toBe('2050-02-01')
  })
  test('for each country, kind of organisation and whatever is known, a safety track goes no sooner than the record it belongs to', () => {
    for (const country of ['NL', 'BE'] as const) for (const controller of ['healthCare', 'youthCare'] as const) for (const holds of [{}, { abuseMark: true }, { protectionOrder: true }]) {
      const of = (record: 'careRecord' | 'safetyTrack') => retentionOf(care({ country, controller, record, ...holds, days: { lastChange: '2026-05-06', lastContact: '2026-05-06', endOfHelp: '2026-05-06', birth: '2024-03-10' } })).earliest
      expect(of('safetyTrack')).toBe(of('careRecord'))
    }
  })
  test('every row says where it comes from, and is called by a name of its own', () => {
    expect(new Set(retentionTable.map(({ id }) => id)).size).toBe(retentionTable.length)
    for (const { source, least, most } of retentionTable) expect([source.length > 5, (most ?? least) >= least]).toEqual([true, true])
  })
})

describe('what comes due', () => {
  const belgian = retentionOf(care({ country: 'BE', days: { lastContact: '2026-05-06' } }))
  test('may be destroyed from the first day on, must be on the last', () => {
    expect(['2056-05-05', '2056-05-06', '2076-05-05', '2076-05-06'].map((day) => dueOn(belgian, day))).toEqual([undefined, 'mayBeDestroyed', 'mayBeDestroyed', 'mustBeDestroyed'])
  })
})

describe('whatever the facts are', () => {
  const day = fc.integer({ min: 0, max: 60_000 }).map((days): IsoDate => addDays('1950-01-01', days))
  const leapDay = fc.integer({ min: 488, max: 524 }).map((number): IsoDate => `${number * 4}-02-29`)
  const anyDay = fc.oneof(day, leapDay)
  const facts = fc.record({
    country: fc.constantFrom('NL' as const, 'BE' as const), record: fc.constantFrom('careRecord' as const, 'accessLog' as const, 'workingNotes' as const, 'safetyTrack' as const), controller: fc.constantFrom('healthCare' as const, 'youthCare' as const),
    days: fc.record({ lastChange: anyDay, endOfHelp: anyDay, lastContact: anyDay, birth: anyDay, recording: anyDay }, { requiredKeys: [] }), abuseMark: fc.boolean(), protectionOrder: fc.boolean(),
  })
  /** Counted by the calendar: whether so many whole years lie between two days. */
  const areOver = (from: IsoDate, years: number, today: IsoDate): boolean => {
    const [a, b] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(today)]
    return b.year - a.year > years || (b.year - a.year === years && (b.month > a.month || (b.month === a.month && b.day >= a.day)))
  }

  test('nothing is proposed before every least time is over, and all of it is from the day after', () => {
    let premises = 0
    fc.assert(fc.property(facts, (given) => {
      const { earliest, rows } = retentionOf(given)
      const applying = retentionTable.filter(({ id }) => rows.includes(id))
      expect(applying.every(({ from }) => given.days[from] !== undefined)).toBe(earliest !== undefined)
      if (earliest === undefined) return
      premises += 1
      const over = (today: IsoDate) => applying.every(({ from, least }) => areOver(given.days[from]!, least, today))
      expect([over(addDays(earliest, -1)), over(earliest)]).toEqual([false, true])
    }), { numRuns: 2_000 })
    expect(premises).toBeGreaterThan(200)
  })
  test('nothing is due while a day that counts is unknown, and nothing must go before it may', () => {
    fc.assert(fc.property(facts, anyDay, (given, today) => {
      const retention = retentionOf(given)
      const due = dueOn(retention, today)
      if (retention.earliest === undefined || today < retention.earliest) expect(due).toBeUndefined()
      else expect(due).toBeDefined()
      if (retention.latest !== undefined && retention.earliest !== undefined) expect(retention.latest >= retention.earliest).toBe(true)
    }), { numRuns: 2_000 })
  })
  test('one fact more never brings it forward', () => {
    fc.assert(fc.property(facts, (given) => {
      const { earliest } = retentionOf(given)
      for (const more of [{ abuseMark: true }, { protectionOrder: true }]) {
        const later = retentionOf({ ...given, ...more }).earliest
        if (earliest === undefined) expect(later).toBeUndefined()
        else expect(later === undefined || later >= earliest).toBe(true)
      }
    }), { numRuns: 1_000 })
  })
  test('a leap day has its day in every year', () => {
    expect([yearsAfter('2024-02-29', 4), yearsAfter('2024-02-29', 1), yearsAfter('2023-02-28', 1)]).toEqual(['2028-02-29', '2025-03-01', '2024-02-28'])
  })
})

import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { emptyAgenda } from '@samenspel/agenda'
import { outlineOf } from '@samenspel/family-case'
import { writeInstant, type IsoInstant } from '@samenspel/kernel'
import fc from 'fast-check'
import { usualUrgentNumbers } from '../settings.ts'
import { beginLife, type Onlooker } from '../testing/life.ts'
import { lives, onlookers } from '../testing/life-happenings.ts'
import { openRecord, viewOf } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { open, type Opened } from './gate.ts'
import { openOutline } from './knowing.ts'
import { readLines } from './log-lines.ts'
import type { CaseRecord } from './case-record.ts'
import type { Asking } from './viewer.ts'

/** The same lives in every run: a red test stays red until somebody understands it. */
const seed = 20261130

type Look = { readonly record: CaseRecord; readonly asking: Asking; readonly now: IsoInstant }

const parts = { visits: { last: () => Promise.resolve(undefined), mark: () => Promise.resolve(), drop: () => Promise.resolve() }, urgentNumbers: usualUrgentNumbers }

/** Everything that somebody gets to see, and the lines that it leaves. */
const seen = async ({ record, asking, now }: Look): Promise<string> => {
  const looked = await openRecord(parts, { record, asking, now, operation: 'family' })
  if (looked === undefined) return 'nothing'
  const lines = looked.keep('lines', now, () => readLines(looked.occasion, looked.opened, new Set(['contributions', 'members', 'consents', 'existence', 'bundles']), () => false))
  return JSON.stringify([looked.opened.items, looked.opened.existence, viewOf(looked), lines.map((line) => ({ ...line, id: '', at: '' }))])
}

/** The same with nothing kept: what is kept is kept of one record. */
const seenAnew = (look: Look): Promise<string> => seen({ ...look, record: { ...look.record } })

const inWords = (opened: Opened | undefined): string => opened === undefined ? 'nothing' : JSON.stringify([opened.items, opened.existence, [...opened.named], [...opened.professionals], opened.head])
const outline = ({ record, asking, now }: Look): string => inWords(openOutline(record, asking, now))
const outlineAnew = ({ record, asking, now }: Look): string => inWords(open({ ...record, file: outlineOf(record.file), agenda: emptyAgenda }, asking, factsOf(record, asking), now))

const later = (now: IsoInstant, minutes: number): IsoInstant => writeInstant(Temporal.Instant.from(now).add({ minutes }))

/** Minutes after one another: some for what ends after hours, some for what ends with a day, and a year in which somebody comes of age. */
const steps = fc.array(fc.constantFrom(0, 1, 1, 30, 59, 120, 239, 240, 241, 600, 1_440, 1_440, 44_640, 525_600), { minLength: 2, maxLength: 8 })

describe('what was worked out of a record', () => {
  test('is at every moment what would be worked out anew, for everybody, whatever happened', async () => {
    let changes = 0
    await fc.assert(fc.asyncProperty(lives, steps, async ([begins, events], minutes) => {
      const life = beginLife(begins)
      for (const one of events) life.live(one)
      const { record, now: first } = life.lookOf(onlookers[0]!)
      const askings = new Map(onlookers.map((onlooker) => [onlooker, life.lookOf(onlooker).asking]))
      const before = new Map<Asking, string>()
      // Some look at one record, one after the other; at the end on a clock that was turned back.
      for (const some of [onlookers.slice(0, 6), onlookers.slice(6, 12), onlookers.slice(12)]) for (const now of [...minutes.reduce<readonly IsoInstant[]>((all, step) => [...all, later(all.at(-1)!, step)], [first]), first]) {
        for (const asking of some.map((onlooker) => askings.get(onlooker)!)) {
          const is = await seen({ record, asking, now })
          expect(is).toBe(await seenAnew({ record, asking, now }))
          expect(outline({ record, asking, now })).toBe(outlineAnew({ record, asking, now }))
          if (before.has(asking) && before.get(asking) !== is) changes += 1
          before.set(asking, is)
        }
      }
    }), { numRuns: 25, seed })
    expect(changes).toBeGreaterThan(50)
  })

  test('is used again while nothing passes that makes a difference', async () => {
    const life = beginLife({ country: 'NL', born: '2024-03-10' })
    const guide: Onlooker = { who: 'guide', purpose: 'treatment', secondFactor: true }
    life.live({ type: 'joins', who: 'guide' })
    life.live({ type: 'registered', days: 300 })
    life.live({ type: 'written', by: 'guide', about: 'child', label: 'social', daysAgo: 0 })
    const { record, asking, now } = life.lookOf(guide)
    const look = async (at: IsoInstant, who = asking, of = record) => (await openRecord(parts, { record: of, asking: who, now: at, operation: 'family' }))?.opened
    const opened = await look(now)
    expect(opened?.items.length).toBeGreaterThan(0)
    expect(await look(later(now, 1))).toBe(opened)
    // For nobody else, in no other language, and of no other record.
    expect(await look(now, { ...asking, viewer: { ...asking.viewer, secondFactor: false } })).not.toBe(opened)
    expect(await look(now, { ...asking, session: { ...asking.session, language: 'en' } })).not.toBe(opened)
    expect(await look(now, { ...asking, session: { ...asking.session, app: 'tablet' } })).not.toBe(opened)
    expect(await look(now, asking, { ...record })).not.toBe(opened)
    expect(await look(now)).toBe(opened)
    // Nor on another day.
    expect(await look(later(now, 1_440))).not.toBe(opened)
  })

  test('asks of every moment whether it has come where that is heard: no rule and no view compares with the present by itself', async () => {
    const [here, rules] = [import.meta.dirname, join(import.meta.dirname, '../../../../libs/access/src')]
    const views = (await readdir(join(here, 'views'))).map((name) => join(here, 'views', name))
    const files = [...views, ...(await readdir(rules)).map((name) => join(rules, name)), ...['gate', 'facts', 'items', 'deciding', 'log-lines', 'peace', 'tracks', 'household', 'on-tablet'].map((name) => join(here, `${name}.ts`))].filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    const byItself = /Instant\.compare\([^)]*\bnow\b|[<>]=? *(\w+\.)?now\b(?!\.today)|\bnow(\.at)?\)? *[<>]=? |\.(until|since)\((\w+\.)?now\b|Temporal\.Now|Date\.now/
    const found = await Promise.all(files.map(async (file) => (await readFile(file, 'utf8')).split('\n').filter((line) => byItself.test(line)).map((line) => `${basename(file)}: ${line.trim()}`)))
    expect(found.flat()).toEqual([])
  })

  test('is for nobody at home, whom no answer may tell by its time that something was recorded', async () => {
    const life = beginLife({ country: 'NL', born: '2024-03-10' })
    const { record, asking, now } = life.lookOf({ who: 'mother', purpose: 'own', secondFactor: true })
    const look = async () => (await openRecord(parts, { record, asking, now, operation: 'family' }))?.opened
    const opened = await look()
    expect(opened?.items.length).toBeGreaterThan(0)
    expect(await look()).not.toBe(opened)
  })

  test('a yes that is withdrawn shows at once', async () => {
    const life = beginLife({ country: 'NL', born: '2024-03-10' })
    const worker: Onlooker = { who: 'worker', purpose: 'treatment', secondFactor: true }
    life.live({ type: 'joins', who: 'worker' })
    life.live({ type: 'written', by: 'doctor', about: 'child', label: 'social', daysAgo: 1 })
    life.live({ type: 'yes', about: 'child', label: '*', towards: 'org centre', signed: ['mother', 'father'] })
    const isRead = async () => (await seen(life.lookOf(worker))).includes('"kind":"contribution"')
    expect(await isRead()).toBe(true)
    life.live({ type: 'withdrawn', consent: 0 })
    expect(await isRead()).toBe(false)
  })

  test('an emergency that is over shows at that very moment', async () => {
    const life = beginLife({ country: 'NL', born: '2024-03-10' })
    const worker: Onlooker = { who: 'worker', purpose: 'emergency', secondFactor: true }
    life.live({ type: 'written', by: 'doctor', about: 'child', label: 'medical', daysAgo: 1 })
    life.live({ type: 'opened', by: 'worker', person: 'child' })
    const look = life.lookOf(worker)
    expect(await seen(look)).not.toBe('nothing')
    expect(await seen({ ...look, now: later(look.now, 238) })).not.toBe('nothing')
    expect(await seen({ ...look, now: later(look.now, 240) })).toBe('nothing')
  })
})

/**
 * The notation of the matrix's column `circumstances`: facts with a space between them, `key=value` or a consent.
 * What can't be read is an error, never a default: a row must say what it means, once.
 */
import { isDate, momentOf, type IsoDate, type IsoInstant, type Period, type Zone } from '@samenspel/kernel'
import type { Interval } from '../moments.ts'

type Check = (value: string) => unknown

const word = (...words: readonly string[]): Check => (value) => words.includes(value) || fail(value)
const yesOrNo = word('yes', 'no')
const day: Check = (value) => isDate(value) || fail(value)
const moment: Check = (value) => readMoment(value, 'Europe/Amsterdam')
const intervals: Check = (value) => readIntervals(value, 'Europe/Amsterdam')
const periods: Check = (value) => readPeriods(value)
const persons: Check = (value) => names(value)
const name: Check = (value) => readName(value)
const dyad: Check = (value) => value.split('-').length === 2 && value.split('-').every((person) => readName(person)) || fail(value)

/** Everything that a row can say, and how: each is checked in every row, also where no policy reads it. */
const checks = {
  now: moment, recorded: day, occurred: day, asOf: (value) => isDate(value) || moment(value), author: word('self'), org: name,
  kind: word('ordinary', 'card', 'feedback', 'consult', 'invitation'), current: yesOrNo, identified: yesOrNo, draft: yesOrNo, locating: yesOrNo,
  mentions: persons, secret: yesOrNo, confidence: yesOrNo, restricted: yesOrNo, shielded: (value) => readShields(value, 'Europe/Amsterdam'), dyad, person: name,
  participant: yesOrNo, released: yesOrNo, about: name, actor: name,
  mfa: yesOrNo, purpose: word('treatment', 'emergency', 'legalClaim', 'research', 'administration', 'accountability', 'support', 'policy', 'ownRights'),
  team: periods, employed: yesOrNo, ownFamily: yesOrNo, excluded: yesOrNo, groupWorker: yesOrNo, addressee: yesOrNo, trackMember: yesOrNo, registration: periods,
  breakGlass: (value) => readOpenings(value, 'Europe/Amsterdam'), authority: periods, authorityStatus: word('verified', 'unverified'), siblingAuthority: periods,
  protectedFrom: persons, highConflict: yesOrNo, investigated: yesOrNo, closedForSafety: intervals,
  jurisdiction: word('NL', 'BE'), case: word('active', 'paused', 'closed'), holders: persons, disagreement: yesOrNo, step3: word('done', 'no'), born: day,
  siblingBorn: day, childConsent: yesOrNo, capable: yesOrNo, context: name, ijh: word('obtained', 'soughtNotObtained', 'no'),
} satisfies Readonly<Record<string, Check>>
type Key = keyof typeof checks
const isKey = (written: string): written is Key => Object.hasOwn(checks, written)

/** A consent as written; the names are still those of the matrix. */
export type WrittenConsent = {
  readonly effect: 'grant' | 'objection'
  readonly subject: string
  readonly category: string
  readonly recipient: string
  readonly period: Period
  readonly signedBy?: readonly string[]
  readonly withdrawnAt?: string
  readonly context?: string
}

export type Notation = {
  readonly consents: readonly WrittenConsent[]
  /** Everything else that a row says, in its order. */
  readonly facts: readonly (readonly [key: string, value: string])[]
  /** The value as written, or nothing when the row doesn't say. */
  readonly text: (key: Key) => string | undefined
  /** One of some words, or what holds when the row doesn't say. */
  readonly oneOf: <const Word extends string, Default>(key: Key, words: readonly Word[], otherwise: Default) => Word | Default
  readonly isYes: (key: Key) => boolean
  /** A day, of a key that says one. */
  readonly day: (key: Key) => IsoDate | undefined
  readonly persons: (key: Key) => readonly string[] | undefined
  readonly periods: (key: Key) => readonly Period[] | undefined
}

const unreadable = (what: string): RangeError => new RangeError(`cannot read "${what}"`)

/** @throws RangeError naming the part that can't be read. */
export const readNotation = (circumstances: string): Notation => {
  const parts = circumstances === '-' ? [] : circumstances.split(/\s+/).filter((part) => part !== '')
  const isConsent = (part: string) => /^(grant|objection)\(/.test(part)
  const facts = new Map<Key, string>()
  for (const part of parts.filter((one) => !isConsent(one))) {
    const [key, value] = readFact(part)
    if (facts.has(key)) fail(part)
    facts.set(key, value)
  }
  const text = (key: Key) => facts.get(key)
  const oneOf: Notation['oneOf'] = (key, words, otherwise) => {
    const value = text(key)
    if (value === undefined) return otherwise
    return words.find((word) => word === value) ?? fail(`${key}=${String(value)}`)
  }
  return {
    consents: parts.filter(isConsent).map(readConsent),
    facts: [...facts],
    text,
    oneOf,
    isYes: (key) => oneOf(key, ['yes', 'no'], 'no') === 'yes',
    day: text,
    persons: (key) => names(text(key)),
    periods: (key) => {
      const value = text(key)
      return value === undefined ? undefined : readPeriods(value)
    },
  }
}

const fail = (what: string): never => { throw unreadable(what) }

const names = (value: string | undefined): readonly string[] | undefined =>
  value === undefined ? undefined : value === 'none' ? [] : value.split('+').map(readName)

/** A person or an organisation, by a name of letters, digits and dashes. */
export const readName = (written: string): string => /^[A-Za-z][\w-]*$/.test(written) ? written : fail(written)

const readFact = (part: string): readonly [Key, string] => {
  const [, key = '', value = ''] = /^(\w+)=(.+)$/.exec(part) ?? fail(part)
  if (!isKey(key)) return fail(part)
  try { checks[key](value) } catch { fail(part) }
  return [key, value]
}

const readPeriods = (written: string): readonly Period[] => written === 'none' ? [] : written.split(',').map(readPeriod)

const readPeriod = (written: string): Period => {
  const [from = '', until = '', ...rest] = written.split('..')
  if (!isDate(from) || (until !== '' && !isDate(until)) || rest.length > 0) throw unreadable(written)
  return until === '' ? { from } : { from, until }
}

const readConsent = (written: string): WrittenConsent => {
  const [, effect, inside] = /^(grant|objection)\((.*)\)$/.exec(written) ?? fail(written)
  const [subject, category, recipient, period, ...more] = inside!.split(',')
  if (subject === undefined || category === undefined || recipient === undefined || period === undefined) throw unreadable(written)
  const after = (mark: string) => more.find((part) => part.startsWith(mark))?.slice(mark.length)
  const marks = more.map((part) => /^(by:|withdrawn@|ctx:)./.exec(part)?.[1] ?? fail(written))
  if (new Set(marks).size < marks.length) throw unreadable(written)
  const [signedBy, withdrawnAt, context] = [names(after('by:')), after('withdrawn@'), after('ctx:')]
  return {
    effect: effect as 'grant' | 'objection', subject, category, recipient, period: readPeriod(period),
    ...(signedBy && { signedBy }), ...(withdrawnAt !== undefined && { withdrawnAt }), ...(context !== undefined && { context }),
  }
}

/** A local time, `YYYY-MM-DDTHH:MM` or to the second, in the zone of the case. */
export const readMoment = (written: string, zone: Zone): IsoInstant => {
  const [date = '', time = '', ...rest] = written.split('T')
  if (!isDate(date) || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time) || rest.length > 0) throw unreadable(written)
  return momentOf(date, time, zone)
}

/** From one local time to another, the second left out or open. */
const readInterval = (written: string, zone: Zone): Interval => {
  const [from = '', until = '', ...rest] = written.split('..')
  if (rest.length > 0) throw unreadable(written)
  return until === '' ? { from: readMoment(from, zone) } : { from: readMoment(from, zone), until: readMoment(until, zone) }
}

/** Several intervals with a comma between them. */
export const readIntervals = (written: string, zone: Zone): readonly Interval[] => written.split(',').map((interval) => readInterval(interval, zone))

/** `who@t1..t2`; persons joined with `+` share the intervals that follow the last of them, unless each has its own. */
export const readShields = (written: string, zone: Zone): readonly (Interval & { readonly person: string })[] => {
  let waiting: readonly string[] = []
  const shields = written.split('+').flatMap((part) => {
    const [name = '', intervals, ...rest] = part.split('@')
    if (rest.length > 0) throw unreadable(written)
    waiting = [...waiting, readName(name)]
    if (intervals === undefined) return []
    const persons = waiting
    waiting = []
    return persons.flatMap((person) => readIntervals(intervals, zone).map((interval) => ({ person, ...interval })))
  })
  return waiting.length > 0 ? fail(written) : shields
}

/** `person@t`, several with `+` between them. */
export const readOpenings = (written: string, zone: Zone): readonly { readonly person: string; readonly at: IsoInstant }[] => written.split('+').map((part) => {
  const [person = '', at = '', ...rest] = part.split('@')
  if (rest.length > 0) throw unreadable(written)
  return { person: readName(person), at: readMoment(at, zone) }
})

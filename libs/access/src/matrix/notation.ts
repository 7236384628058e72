/**
 * The notation of the matrix's column `circumstances`: facts with a space between them, `key=value` or a consent.
 * What can't be read is an error, never a default: a row must say what it means.
 */
import { isDate, isTime, momentOf, type IsoInstant, type Period, type Zone } from '@samenspel/kernel'
import type { Interval } from '../moments.ts'

const keys = [
  'now', 'recorded', 'occurred', 'asOf', 'author', 'org', 'kind', 'current', 'identified', 'draft', 'locating', 'mentions', 'secret', 'confidence',
  'restricted', 'shielded', 'dyad', 'person', 'participant', 'released', 'about', 'actor',
  'mfa', 'purpose', 'team', 'employed', 'ownFamily', 'excluded', 'groupWorker', 'addressee', 'trackMember', 'registration', 'breakGlass', 'authority',
  'authorityStatus', 'siblingAuthority', 'protectedFrom', 'highConflict', 'investigated', 'closedForSafety',
  'jurisdiction', 'case', 'holders', 'disagreement', 'step3', 'born', 'siblingBorn', 'childConsent', 'capable', 'context', 'ijh',
] as const
type Key = (typeof keys)[number]

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
  /** The value as written, or nothing when the row doesn't say. */
  readonly text: (key: Key) => string | undefined
  /** One of some words, or what holds when the row doesn't say. */
  readonly oneOf: <const Word extends string, Default>(key: Key, words: readonly Word[], otherwise: Default) => Word | Default
  readonly isYes: (key: Key) => boolean
  readonly persons: (key: Key) => readonly string[] | undefined
  readonly periods: (key: Key) => readonly Period[] | undefined
}

const unreadable = (what: string): RangeError => new RangeError(`cannot read "${what}"`)

/** @throws RangeError naming the part that can't be read. */
export const readNotation = (circumstances: string): Notation => {
  const parts = circumstances === '-' ? [] : circumstances.split(/\s+/).filter((part) => part !== '')
  const isConsent = (part: string) => /^(grant|objection)\(/.test(part)
  const facts = new Map(parts.filter((part) => !isConsent(part)).map(readFact))
  const text = (key: Key) => facts.get(key)
  const oneOf: Notation['oneOf'] = (key, words, otherwise) => {
    const value = text(key)
    if (value === undefined) return otherwise
    return words.find((word) => word === value) ?? fail(`${key}=${value}`)
  }
  return {
    consents: parts.filter(isConsent).map(readConsent),
    text,
    oneOf,
    isYes: (key) => oneOf(key, ['yes', 'no'], 'no') === 'yes',
    persons: (key) => names(text(key)),
    periods: (key) => {
      const value = text(key)
      return value === undefined ? undefined : value === 'none' ? [] : value.split(',').map(readPeriod)
    },
  }
}

const fail = (what: string): never => { throw unreadable(what) }

const names = (value: string | undefined): readonly string[] | undefined =>
  value === undefined ? undefined : value === 'none' ? [] : value.split('+')

const readFact = (part: string): readonly [Key, string] => {
  const [, name, value] = /^(\w+)=(.+)$/.exec(part) ?? fail(part)
  return [keys.find((key) => key === name) ?? fail(part), value!]
}

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
  if (!more.every((part) => /^(by:|withdrawn@|ctx:)/.test(part))) throw unreadable(written)
  const [signedBy, withdrawnAt, context] = [names(after('by:')), after('withdrawn@'), after('ctx:')]
  return {
    effect: effect as 'grant' | 'objection', subject, category, recipient, period: readPeriod(period),
    ...(signedBy && { signedBy }), ...(withdrawnAt !== undefined && { withdrawnAt }), ...(context !== undefined && { context }),
  }
}

/** A local time, `YYYY-MM-DDTHH:MM`, in the zone of the case. */
export const readMoment = (written: string, zone: Zone): IsoInstant => {
  const [date = '', time = '', ...rest] = written.split('T')
  if (!isDate(date) || !isTime(time) || rest.length > 0) throw unreadable(written)
  return momentOf(date, time, zone)
}

/** From one local time to another, the second left out or open. */
export const readInterval = (written: string, zone: Zone): Interval => {
  const [from = '', until = '', ...rest] = written.split('..')
  if (rest.length > 0) throw unreadable(written)
  return until === '' ? { from: readMoment(from, zone) } : { from: readMoment(from, zone), until: readMoment(until, zone) }
}

/** `who@t1..t2`, where several persons joined with `+` share the interval that follows them. */
export const readShields = (written: string, zone: Zone): readonly (Interval & { readonly person: string })[] => {
  const [, persons, interval] = /^([^@]+)@(.+)$/.exec(written) ?? fail(written)
  return persons!.split('+').map((person) => ({ person, ...readInterval(interval!, zone) }))
}

/** `person@t`. */
export const readOpening = (written: string, zone: Zone): { readonly person: string; readonly at: IsoInstant } => {
  const [person = '', at = '', ...rest] = written.split('@')
  if (person === '' || rest.length > 0) throw unreadable(written)
  return { person, at: readMoment(at, zone) }
}

/**
 * The rules of access as a privacy officer reads them: every policy in a sentence, and the examples of the matrix in words, each
 * decided by the program that answers here. Nothing of it is about a family.
 */
import { policies, readNotation, readRows, sceneOf, type MatrixRow, type Notation, type WrittenConsent } from '@samenspel/access'
import { createDates, type Language } from '@samenspel/intl'
import { isRuleText, ruleText } from '@samenspel/intl/rules'
import type { Period } from '@samenspel/kernel'
import type { AccessExample, AccessPolicy, AccessRules } from '../graphql/types/accountability.ts'
import { ownMatrix } from './own-matrix.ts'
import { decidePlayed } from './playing.ts'

const known = new Map<Language, AccessRules>()

/** All rules and examples in one language; worked out once. */
export const accessRules = (language: Language): AccessRules => {
  const rules = known.get(language) ?? { policies: policies.map(policyIn(language)), examples: readRows(ownMatrix()).map(exampleIn(language)) }
  known.set(language, rules)
  return rules
}

const policyIn = (language: Language) => ({ id, effect, sentence, basis }: (typeof policies)[number]): AccessPolicy =>
  ({ id, permits: effect === 'permit', sentence: sentence[language], basis })

const exampleIn = (language: Language) => {
  const words = wordsIn(language)
  return (row: MatrixRow): AccessExample => {
    const notation = readNotation(row.circumstances)
    const { outcome, policies: ids } = decidePlayed(sceneOf(row))
    const asAgreed = outcome === row.expected && [...ids].sort().join('+') === row.policy_ids.split('+').sort().join('+')
    return {
      id: row.id, who: words.viewer(row), whose: words.subject(row.subject, notation), category: words.of('category', row.category), action: words.of('action', row.action),
      outcome: words.of('outcome', outcome), isAllowed: outcome === 'content', isNothing: outcome === 'nothing',
      circumstances: [words.writer(row), ...notation.facts.flatMap(([key, value]) => words.fact(key, value, notation)), ...notation.consents.map((consent) => words.consent(consent, notation))],
      policies: ids.filter((id) => id !== 'default'), reason: row.reason_nl, isAsAgreed: asAgreed,
    }
  }
}

/** The notation of the matrix in words; what has no words stands as it was written. */
const wordsIn = (language: Language) => {
  const text = ruleText(language)
  const dates = createDates(language, 'Europe/Amsterdam')

  const of = (group: string, word: string): string => {
    const key = `${group}.${word}`
    return isRuleText(key) ? text(key) : word
  }
  const list = (some: readonly string[]): string => some.length < 2 ? some.join('') : text('list.and', { some: some.slice(0, -1).join(', '), last: some.at(-1) ?? '' })
  const person = (name: string): string => isRuleText(`person.${name}`) ? of('person', name) : of('discipline', name)
  const persons = (names: string): string => names === 'none' ? text('period.none') : list(names.split('+').map(person))
  const organisation = (id: string): string => {
    const [kind = '', number = ''] = id.split('-')
    const key = `organisation.${kind}`
    return isRuleText(key) ? text(key, { number }) : id
  }
  /** `2026-09-15T10:00` */
  const moment = (written: string): string => {
    const [day = '', time = ''] = written.split('T')
    return time === '' ? dates.date(day) : text('day.at', { day: dates.date(day), time: dates.time(time) })
  }
  const period = ({ from, until }: Period): string =>
    until === undefined ? text('period.from', { from: dates.date(from) }) : text('period.between', { from: dates.date(from), until: dates.date(until) })
  const interval = (written: string): string => {
    const [from = '', until = ''] = written.split('..')
    return until === '' ? text('period.from', { from: moment(from) }) : text('interval.between', { from: moment(from), until: moment(until) })
  }
  /** `who@when`, several joined with `+`. */
  const personsAt = (written: string, when: (one: string) => string): string => list(written.split('+').map((one) => {
    const [name = '', at] = one.split('@')
    return at === undefined ? person(name) : `${person(name)}, ${at.split(',').map(when).join(', ')}`
  }))
  const subject = (name: string, notation: Notation): string => {
    if (name === 'relation') {
      const [one = '', other = ''] = (notation.text('dyad') ?? 'mother-child').split('-')
      return text('subject.relation', { one: person(one), other: person(other) })
    }
    return name === 'otherAdult' && notation.text('person') !== undefined ? person(notation.text('person') ?? '') : of('subject', name)
  }

  const valueOf = (key: string, value: string, notation: Notation): string => {
    switch (key) {
      case 'now': case 'asOf': case 'recorded': case 'occurred': case 'born': case 'siblingBorn': return moment(value)
      case 'team': case 'registration': case 'authority': case 'siblingAuthority': {
        const periods = notation.periods(key) ?? []
        return periods.length === 0 ? text('period.none') : list(periods.map(period))
      }
      case 'closedForSafety': return list(value.split(',').map(interval))
      case 'shielded': return personsAt(value, interval)
      case 'breakGlass': return personsAt(value, moment)
      case 'mentions': case 'protectedFrom': case 'holders': return persons(value)
      case 'person': case 'actor': return person(value)
      case 'org': return organisation(value)
      case 'about': return of('category', value)
      default: return value
    }
  }

  return {
    of, subject,
    viewer: ({ viewer, viewer_detail }: MatrixRow): string => {
      const [discipline = '', organisationId] = viewer_detail.split('/')
      const detail = organisationId === undefined ? person(discipline) : discipline === '-' ? organisation(organisationId) : `${of('discipline', discipline)}, ${organisation(organisationId)}`
      return detail === '-' ? of('viewer', viewer) : text('row.who', { viewer: of('viewer', viewer), detail })
    },
    writer: ({ author_discipline }: MatrixRow): string => text('row.writtenBy', { writer: of('discipline', author_discipline) }),
    /** Nothing for what says only what holds anyhow, and for what stands elsewhere in the row. */
    fact: (key: string, value: string, notation: Notation): readonly string[] => {
      if (key === 'dyad' || key === 'person') return []
      const [exact, filled] = [`fact.${key}.${value}`, `fact.${key}`]
      if (isRuleText(exact)) return [text(exact)]
      return isRuleText(filled) ? [text(filled, { value: valueOf(key, value, notation) })] : []
    },
    consent: ({ effect, subject: about, category, recipient, period: during, signedBy, withdrawnAt, context }: WrittenConsent, notation: Notation): string => {
      const [kind, name = ''] = recipient.split(':')
      const forWhom = kind === 'org' ? organisation(name) : kind === 'disc' ? of('discipline', name) : text('recipient.all')
      let said = text(`consent.${effect}`, { subject: subject(about, notation), category: of('category', category), recipient: forWhom, period: period(during) })
      if (signedBy !== undefined) said = signedBy.length === 0 ? text('consent.byNobody', { consent: said }) : text('consent.by', { consent: said, persons: list(signedBy.map(person)) })
      if (withdrawnAt !== undefined) said = text('consent.withdrawn', { consent: said, moment: moment(withdrawnAt) })
      return context === undefined ? said : text('consent.context', { consent: said, context })
    },
  }
}

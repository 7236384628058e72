import { describe, expect, test } from '@jest/globals'
import { addDays, momentOf, zoneOf, type IsoInstant, type Jurisdiction, type Period, type Subject } from '@samenspel/kernel'
import { decide, type Outcome } from './decide.ts'
import type { Entry } from './entries.ts'
import type { Facts } from './facts.ts'
import { always, doctor, entryOf, factsOf, grantOf, parent, specialist, worker } from './testing/family.ts'

/** Days on which clocks change, leap days and turns of the year: where an edge is easily missed. */
const days = ['2026-03-29', '2026-10-25', '2028-02-29', '2027-03-28', '2026-12-31', '2027-01-01']
const jurisdictions: readonly Jurisdiction[] = ['NL', 'BE']
const child: Subject = { kind: 'child', person: 'child' }

type Judge = (facts: Facts, now: IsoInstant) => Outcome
type PeriodRule = { readonly name: string; readonly facts: (jurisdiction: Jurisdiction, period: Period) => Facts; readonly judge: Judge; readonly inside: Outcome; readonly outside: Outcome }

const early = entryOf({ recorded: '2020-01-01', subject: child })
const since = (period: Period) => ({ person: 'worker', organisation: 'day-centre', discipline: 'dayCentre', role: 'member', period } as const)

const periodRules: readonly PeriodRule[] = [
  {
    name: 'a consent', inside: 'content', outside: 'nothing',
    facts: (jurisdiction, period) => factsOf(jurisdiction, { consents: [grantOf({ period })], team: [since(always)] }),
    judge: (facts, now) => decide(worker, 'read', early, facts, now).outcome,
  },
  {
    name: 'an objection', inside: 'nothing', outside: 'content',
    facts: (jurisdiction, period) => factsOf(jurisdiction, { consents: [grantOf({ period: always }), grantOf({ effect: 'objection', period })], team: [since(always)] }),
    judge: (facts, now) => decide(worker, 'read', early, facts, now).outcome,
  },
  {
    name: 'a membership of the team', inside: 'content', outside: 'nothing',
    facts: (jurisdiction, period) => factsOf(jurisdiction, { consents: [grantOf({ period: always })], team: [since(period)] }),
    judge: (facts, now) => decide(worker, 'annotate', early, facts, now).outcome,
  },
  {
    name: 'an authority', inside: 'content', outside: 'nothing',
    facts: (jurisdiction, period) => factsOf(jurisdiction, { authority: [{ child: 'child', adult: 'parent-1', verified: true, period }, { child: 'child', adult: 'parent-1', verified: true, period: { from: '2020-01-01', until: '2020-01-01' } }] }),
    judge: (facts, now) => decide(parent('parent-1'), 'read', early, facts, now).outcome,
  },
  {
    name: 'a registration', inside: 'existence', outside: 'nothing',
    facts: (jurisdiction, period) => factsOf(jurisdiction, { registrations: [{ person: 'specialist', period }] }),
    judge: (facts, now) => decide(specialist, 'read', early, facts, now).outcome,
  },
  {
    name: 'an employment', inside: 'content', outside: 'nothing',
    facts: (jurisdiction, period) => factsOf(jurisdiction, { employments: [{ person: 'doctor', organisation: 'hospital', period }] }),
    judge: (facts, now) => decide(doctor, 'read', early, facts, now).outcome,
  },
  {
    name: 'a duty in the group', inside: 'content', outside: 'nothing',
    facts: (jurisdiction, period) => factsOf(jurisdiction, { team: [], groupDuties: [{ person: 'worker', period }] }),
    judge: (facts, now) => decide(worker, 'read', { ...early, kind: 'card', current: true }, facts, now).outcome,
  },
]

const second = (at: IsoInstant, seconds: number): IsoInstant => Temporal.Instant.from(at).add({ seconds }).toString({ fractionalSecondDigits: 3 })

describe.each(jurisdictions)('14. the edges of a period, in %s', (jurisdiction) => {
  const midnight = (day: string) => momentOf(day, '00:00', zoneOf(jurisdiction))
  test.each(periodRules.flatMap((rule) => days.flatMap((first) => [first, addDays(first, 1)].map((last) => ({ name: rule.name, first, last, rule })))))(
    '$name from $first to $last', ({ rule, first, last }) => {
      const facts = rule.facts(jurisdiction, { from: first, until: last })
      const edges = [midnight(first), second(midnight(addDays(last, 1)), -1)]
      const beyond = [second(midnight(first), -1), midnight(addDays(last, 1))]
      expect(edges.map((now) => rule.judge(facts, now))).toEqual([rule.inside, rule.inside])
      expect(beyond.map((now) => rule.judge(facts, now))).toEqual([rule.outside, rule.outside])
    })
})

describe('14. what works from a minute on', () => {
  type Instant = { readonly name: string; readonly judge: (at: IsoInstant, now: IsoInstant) => Outcome; readonly before: Outcome; readonly from: Outcome }
  const reading = (entry: Entry, facts: Facts, now: IsoInstant) => decide(parent('parent-1'), 'read', entry, facts, now).outcome
  const emergency = { ...doctor, purpose: 'emergency' } as const
  const fromElsewhere = entryOf({ author: { person: 'somebody', organisation: 'clinic', discipline: 'childHealthClinic' }, recorded: '2020-01-01' })
  const opened = (at: IsoInstant, now: IsoInstant) => decide(emergency, 'read', fromElsewhere, factsOf('NL', { breakGlass: [{ by: 'doctor', person: 'child', at }] }), now).outcome
  const instants: readonly Instant[] = [
    { name: 'a withdrawal', before: 'content', from: 'nothing', judge: (withdrawnAt, now) => decide(worker, 'read', early, factsOf('NL', { consents: [grantOf({ withdrawnAt })], team: [since(always)] }), now).outcome },
    { name: 'a shield', before: 'content', from: 'nothing', judge: (from, now) => reading(entryOf({ shields: [{ person: 'parent-1', from }] }), factsOf(), now) },
    { name: 'the lifting of a shield', before: 'nothing', from: 'content', judge: (until, now) => reading(entryOf({ shields: [{ person: 'parent-1', from: '2020-01-01T00:00:00.000Z', until }] }), factsOf(), now) },
    { name: 'a closing', before: 'content', from: 'nothing', judge: (from, now) => reading(entryOf(), factsOf('NL', { closings: [{ person: 'parent-1', from }] }), now) },
    { name: 'the end of a closing', before: 'nothing', from: 'content', judge: (until, now) => reading(entryOf(), factsOf('NL', { closings: [{ person: 'parent-1', from: '2020-01-01T00:00:00.000Z', until }] }), now) },
    { name: 'break-glass', before: 'nothing', from: 'content', judge: opened },
    { name: 'the end of break-glass after four hours', before: 'content', from: 'nothing', judge: (end, now) => opened(second(end, -4 * 3600), now) },
  ]
  // The hours in which clocks change, in UTC, and an ordinary one.
  const moments = ['2026-10-25T01:00:00.000Z', '2027-03-28T01:00:00.000Z', '2028-02-28T23:00:00.000Z', '2026-09-15T08:00:00.000Z']
  test.each(instants.flatMap((instant) => moments.map((at) => ({ name: instant.name, at, instant }))))('$name at $at', ({ instant, at }) => {
    expect(instant.judge(at, second(at, -1))).toBe(instant.before)
    expect(instant.judge(at, at)).toBe(instant.from)
  })
})

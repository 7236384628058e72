import fc, { type Arbitrary } from 'fast-check'
import { abouts, adults, beginLife, carers, kids, labels, purposes, type Beginning, type Carer, type Decision, type Event, type Mistake, type Onlooker } from './life.ts'
import { foretell } from './life-oracle.ts'

const carer = fc.constantFrom(...Object.keys(carers) as Carer[])
const adult = fc.constantFrom(...adults)
const parent = fc.constantFrom('mother' as const, 'father' as const)
const kid = fc.constantFrom('child' as const, 'child' as const, ...kids)
const about = fc.constantFrom('child' as const, 'child' as const, 'child' as const, ...abouts)
const label = fc.constantFrom(...labels)
const part = fc.integer({ min: 0, max: 5 })
const whole = fc.constant(['mother', 'father'] as const)

/** Days that something lasts: mostly without an end. */
const lasting = fc.constantFrom(undefined, undefined, 0, 1, 30)
const withDays = <Value extends object>({ days, ...rest }: Value & { readonly days?: number | undefined }) => ({ ...rest, ...(days !== undefined && { days }) })

const decision: Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constantFrom('shield' as const, 'release' as const), part, whom: adult }),
  fc.record({ kind: fc.constantFrom('confidence' as const, 'secret' as const), part }),
  fc.record({ kind: fc.constant('closing' as const), whom: adult }),
  fc.record({ kind: fc.constant('protection' as const), whom: adult, from: adult }),
  fc.record({ kind: fc.constantFrom('highConflict' as const, 'disagreement' as const) }),
  fc.record({ kind: fc.constant('openness' as const), kid }),
  fc.record({ kind: fc.constant('capacity' as const), kid, isCapable: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('ownFamily' as const, 'exclusion' as const), carer }),
  fc.record({ kind: fc.constant('exchange' as const), about, with: fc.constantFrom('bureau' as const, 'hospital' as const), agreement: fc.constantFrom('obtained' as const, 'soughtNotObtained' as const) }),
)

const event: Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('later' as const), days: fc.constantFrom(0, 0, 1, 1, 2, 31), minutes: fc.constantFrom(0, 30, 238, 239, 240, 241, 900) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('joins' as const, 'joins' as const, 'joins' as const, 'leaves' as const, 'leaves' as const), who: carer }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('quits' as const), who: carer }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('registered' as const), days: fc.constantFrom(0, 1, 300) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('onDuty' as const), who: carer, days: lasting }).map((one): Event => withDays(one)) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('placed' as const), days: lasting }).map((one): Event => withDays(one)) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('authority' as const), adult, kid, status: fc.constantFrom('verified' as const, 'verified' as const, 'unverified' as const, 'none' as const), from: fc.constantFrom(-400, -1, 0, 1), days: fc.constantFrom(undefined, 1, 400, 402) }).map((one): Event => withDays(one)) },
  { weight: 6, arbitrary: fc.record({
    type: fc.constantFrom('yes' as const, 'yes' as const, 'yes' as const, 'no' as const), about, label: fc.constantFrom('*' as const, '*' as const, ...labels),
    towards: fc.constantFrom('all' as const, 'all' as const, 'org centre' as const, 'org hospital' as const, 'org bureau' as const, 'disc dayCentre' as const, 'disc hospital' as const, 'disc imhSpecialist' as const),
    signed: fc.oneof({ weight: 3, arbitrary: whole }, { weight: 1, arbitrary: fc.subarray([...adults]) }), days: lasting,
  }).map((one): Event => withDays(one)) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('withdrawn' as const), consent: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 8, arbitrary: fc.record({ type: fc.constant('written' as const), by: fc.oneof({ weight: 3, arbitrary: carer }, { weight: 1, arbitrary: adult }), about, label, daysAgo: fc.constantFrom(0, 0, 1, 40) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('card' as const), by: carer }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('appointment' as const), by: parent, about, label, goes: fc.subarray([...adults]) }) },
  { weight: 1, arbitrary: fc.constant<Event>({ type: 'invited' }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('looked' as const), who: fc.oneof(carer, adult), about, label: fc.constantFrom(...labels, 'safety' as const, 'unlabelled' as const) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('lookedAt' as const), who: fc.oneof(carer, adult), part }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('decided' as const), decision }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('lifted' as const), decision: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('restricted' as const, 'restricted' as const, 'unrestricted' as const), part }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('closed' as const, 'reopened' as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('worry' as const), by: carer, investigated: fc.subarray([...adults]) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('circleJoined' as const, 'circleLeft' as const), who: carer }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('noted' as const), by: carer }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('talked' as const), by: carer, skipped: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('noteReleased' as const), part, to: adult }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('opened' as const), by: carer, person: fc.constantFrom(...kids, ...adults) }) },
)

const beginning: Arbitrary<Beginning> = fc.record({ country: fc.constantFrom('NL' as const, 'NL' as const, 'BE' as const), born: fc.constantFrom('2024-03-10', '2024-03-10', '2014-03-26', '2010-03-26', '2008-03-26', '2012-02-29') })

/** Everybody, in every capacity in which they can look. */
export const onlookers: readonly Onlooker[] = [
  ...adults.map((who): Onlooker => ({ who, purpose: 'own', secondFactor: true })), { who: 'mother', purpose: 'own', secondFactor: false }, { who: 'officer', purpose: 'accountability', secondFactor: true },
  ...(Object.keys(carers) as Carer[]).map((who): Onlooker => ({ who, purpose: 'treatment', secondFactor: true })), ...(['worker', 'doctor'] as const).flatMap((who) => purposes.slice(1).map((purpose): Onlooker => ({ who, purpose, secondFactor: true }))),
  { who: 'worker', purpose: 'treatment', secondFactor: false },
]

/** A life: how it begins, and what happens in it. */
export const lives: Arbitrary<readonly [Beginning, readonly Event[]]> = fc.tuple(beginning, fc.array(event, { minLength: 4, maxLength: 40, size: 'max' }))

/** How often anything was shown to whom: what nobody sees proves nothing. */
export type Shown = ReadonlyMap<string, number>

/**
 * Lives random lives twice, once as the system and once as who read the model, and compares what everybody gets to see at the end.
 * @param isShortened whether what shows a difference is made as short as it can be
 * @returns how often there was something to see, and, when there is a difference, after how many lives and the shortest that shows it
 */
export const compareLives = (numRuns: number, seed: number, mistake?: Mistake, isShortened = true): { readonly shown: Shown; readonly found?: { readonly runs: number; readonly life: readonly Event[]; readonly who: string } } => {
  const shown = new Map<string, number>()
  let who = ''
  const result = fc.check(fc.property(lives, ([begins, events]) => {
    const [system, should] = [beginLife(begins, mistake), foretell(begins)]
    for (const one of events) { system.live(one); should.live(one) }
    return onlookers.every((onlooker) => {
      const [is, must] = [system.shown(onlooker), should.shown(onlooker)]
      for (const line of must) for (const letter of line.includes(' on ') ? 'E' : line.split(' ')[1] ?? '') shown.set(letter, (shown.get(letter) ?? 0) + 1)
      if (is.join('\n') === must.join('\n')) return true
      who = `${onlooker.who} ${onlooker.purpose}\nis ${is.join(', ')}\nshould ${must.join(', ')}`
      return false
    })
  }), { numRuns, seed, endOnFailure: !isShortened })
  return { shown, ...(result.counterexample && { found: { runs: result.numRuns, life: result.counterexample[0][1], who } }) }
}

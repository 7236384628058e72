import fc, { type Arbitrary } from 'fast-check'
import { bugs, labels, live, parents, people, workers, type Bug, type Happening, type Worker } from './lived.ts'
import { oracle } from './lived-oracle.ts'

const worker = fc.constantFrom(...Object.keys(workers) as Worker[])
const somebody = fc.constantFrom(...people)
const about = fc.constantFrom('child' as const, 'child' as const, 'mother' as const)
const label = fc.constantFrom(...labels, '*' as const)
const to = fc.constantFrom('centre' as const, 'hospital' as const, 'all' as const)
const signed = fc.oneof({ weight: 4, arbitrary: fc.constant([...parents]) }, { weight: 1, arbitrary: fc.subarray([...parents]) })
const days = fc.constantFrom(undefined, undefined, 0, 1, 2)

const consent = (type: 'give' | 'object'): Arbitrary<Happening> => fc.record({ about, label, to, signed, days }).map(({ days: lasting, ...rest }) => ({ type, ...rest, ...(lasting !== undefined && { days: lasting }) }))

const happening: Arbitrary<Happening> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Happening>({ type: 'day' }) },
  { weight: 2, arbitrary: worker.map((who): Happening => ({ type: 'join', who })) },
  { weight: 1, arbitrary: worker.map((who): Happening => ({ type: 'leave', who })) },
  { weight: 4, arbitrary: consent('give') },
  { weight: 1, arbitrary: consent('object') },
  { weight: 2, arbitrary: fc.record({ about, label, to }).map((rest): Happening => ({ type: 'withdraw', ...rest })) },
  { weight: 4, arbitrary: fc.record({ who: worker, about, label: fc.constantFrom(...labels) }).map((rest): Happening => ({ type: 'entry', ...rest })) },
  { weight: 1, arbitrary: fc.record({ entry: fc.integer({ min: 1, max: 4 }), from: fc.constantFrom(...parents) }).map((rest): Happening => ({ type: 'shield', ...rest })) },
  { weight: 5, arbitrary: somebody.map((who): Happening => ({ type: 'look', who })) },
  { weight: 1, arbitrary: somebody.map((who): Happening => ({ type: 'search', who })) },
  { weight: 1, arbitrary: somebody.map((who): Happening => ({ type: 'subscribe', who })) },
)

/** How often something was shown, counted or told: what no happening asks about proves nothing. */
export type Asked = { looks: number; searches: number; news: number }

/**
 * Lives random days twice, once as the system and once as who read the model, and compares all that is shown.
 * @returns how many runs it took to find a difference, and the shortest days that show it; nothing when there is none.
 */
export const compareDays = (numRuns: number, seed: number, bug?: Bug): { readonly asked: Asked; readonly found?: { readonly runs: number; readonly days: readonly Happening[] } } => {
  const asked: Asked = { looks: 0, searches: 0, news: 0 }
  const result = fc.check(fc.property(fc.array(happening, { maxLength: 30, size: 'max' }), (lived) => {
    const [system, should] = [live(bug), oracle()]
    return lived.every((one) => {
      const [is, must] = [system.live(one), should.live(one)]
      if (must !== '') asked[one.type === 'look' ? 'looks' : one.type === 'search' ? 'searches' : 'news'] += 1
      return is === must
    })
  }), { numRuns, seed })
  return { asked, ...(result.counterexample && { found: { runs: result.numRuns, days: result.counterexample[0] } }) }
}

export { bugs }

/** The cases of `cases/` and their reference burdens, for tests. */
import { readFileSync } from 'node:fs'
import type { BundlingCase } from '../format/case.ts'
import type { BurdenVector } from '../format/plan.ts'

export type Reference = {
  readonly name: string
  readonly class: string
  readonly best: BurdenVector
  readonly firstFree: BurdenVector
  readonly conflict?: { readonly need: string; readonly minimal: readonly string[] }
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../cases/${file}`, import.meta.url), 'utf8'))

export const loadCase = (name: string): BundlingCase => read(`${name}.json`) as BundlingCase

/** @param classes which classes; `S`, `M`, `L`, `XL25`, `XXL`, `story`, `infeasible`, `region`. */
export const references = (...classes: readonly string[]): readonly Reference[] =>
  (read('reference.json') as { readonly cases: readonly Reference[] }).cases.filter(one => classes.includes(one.class))

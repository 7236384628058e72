/** Made-up cases for the bench and for tests: the same class and seed always give the same case. */
import { caseFormat, type BundlingCase, type Family } from '../format/case.ts'
import { randomNumbers } from '../search/random-numbers.ts'
import { places, planningDaysOf, professionalsOf, roomsOf } from './calendars.ts'
import { familyOf, type FamilyShape } from './family.ts'

type CaseClass = FamilyShape & {
  readonly weeks: number
  /** The share of each calendar that is taken already. */
  readonly load: number
}

const classes = {
  S: { weeks: 2, kinds: 4, mostNeeds: 99, load: 0.75 },
  M: { weeks: 4, kinds: 8, mostNeeds: 99, load: 0.75 },
  L: { weeks: 6, kinds: 12, mostNeeds: 99, load: 0.75 },
  XL25: { weeks: 8, kinds: 12, mostNeeds: 25, load: 0.75 },
  /** All kinds of care: 62 appointments. */
  XXL: { weeks: 8, kinds: 25, mostNeeds: 99, load: 0.75 },
} as const satisfies Record<string, CaseClass>

export type GeneratedClass = keyof typeof classes
export const generatedClasses = Object.keys(classes) as readonly GeneratedClass[]

/** One family with calendars to itself. */
export const generateCase = (of: GeneratedClass, seed: number): BundlingCase => caseOf(`${of} ${seed}`, of, classes[of], seed, 1, 1)

/** In a region a third of each calendar is left for the needs of these weeks. */
const regionClass: CaseClass = { weeks: 4, kinds: 8, mostNeeds: 99, load: 0.4 }

/** Many families on shared calendars: four weeks, eight kinds of care each, about a professional for every three families. */
export const generateRegion = (families: number, seed: number): BundlingCase =>
  caseOf(`region of ${families}, ${seed}`, 'region', regionClass, seed, families, families * 1.6 / 150)

const caseOf = (name: string, of: string, shape: CaseClass, seed: number, families: number, size: number): BundlingCase => {
  const planningDays = planningDaysOf(shape.weeks)
  const draw = randomNumbers(seed * 7919 + 1)
  const professionals = professionalsOf(planningDays, shape.load, size, draw)
  const rooms = roomsOf(planningDays, draw)
  const all = Array.from({ length: families }, (_, index): Family => familyOf(`family-${index + 1}`, planningDays, professionals, shape, randomNumbers(seed * 104_729 + index * 31 + 7)))
  return { format: caseFormat, name, class: of, zone: 'Europe/Amsterdam', planningDays, places, professionals, rooms, families: all }
}

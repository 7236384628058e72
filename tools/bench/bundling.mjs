// How good the planner's plans are, and how soon: processor time of one thread, since other programs make the clock say little.
// Beside each time stands that of a fixed piece of work, taken in the same run: machines differ, ratios stay.
import { againstFirstFree } from './bundling/against-first-free.mjs'
import { eventLoop } from './bundling/event-loop.mjs'
import { eventLoopOfTheApi } from './bundling/event-loop-of-the-api.mjs'
import { given } from './bundling/given.mjs'
import { judged, oracles as otherSolvers } from './bundling/other-solver.mjs'
import { questions } from './bundling/questions.mjs'
import { generatedRegion, givenRegion } from './bundling/region.mjs'

const usualFamilies = 150
const usualMinutes = 1
/** A night. */
const nightMinutes = 480

/**
 * @param families when given, only a region of so many is planned, in `minutes` at most
 * @param oracles only compares with solvers that are too heavy for the usual run
 * @returns the figures of the suite
 */
export const measure = async ({ families, minutes = nightMinutes, oracles = false } = {}) => {
  if (oracles) return otherSolvers()
  if (families !== undefined) return generatedRegion(families, minutes, telling())
  return [...given(), ...questions(), ...againstFirstFree(), ...await judged(), ...await eventLoop(), ...await eventLoopOfTheApi(), ...givenRegion(), ...generatedRegion(usualFamilies, usualMinutes)]
}

/** Every half minute a line on the error output. */
const telling = () => {
  let told = performance.now()
  return ({ familiesDone, rounds, burden }) => {
    if (performance.now() - told < 30_000) return
    told = performance.now()
    console.error(`${familiesDone} families, ${rounds} rounds, unplanned ${burden.unplanned}, travel days ${burden.travelDays}`)
  }
}

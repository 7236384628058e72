// Families on shared calendars: the given region, and generated ones. They end by the clock, since that is what a coordinator waits for.
import { figure, loadCase, named, part, solver, taken, yardstick } from './engine.mjs'

const [{ generateRegion }, { burdenParts, compareBurdens }, { checkPlan }, { planRegionWith }, { firstFreeRegion }, { budgetOf }] = await Promise.all(
  ['generator/generate-case.ts', 'format/plan.ts', 'checker/check-plan.ts', 'region/plan-region.ts', 'region/first-free-region.ts', 'search/budget.ts'].map(part))

const now = () => performance.now()

/** The given region in a minute, against its reference. */
export const givenRegion = () => {
  const [{ best }] = named('region')
  const { burden } = planRegionWith(loadCase('region-20'), { solver, budget: budgetOf(60, now) })
  const most = (name, percent) => Math.ceil(best[burdenParts.indexOf(name)] * (1 + percent / 100))
  return [['unplanned', 5], ['travelDays', 3]].map(([name, percent]) => figure(`region of 20, 60 s by the clock: ${name}`, burden[name], `against ${best[burdenParts.indexOf(name)]}`, `≤ ${most(name, percent)}`, burden[name] <= most(name, percent)))
}

/** How often somebody is booked twice, in all calendars; the checker knows nothing of the planner. */
const bookedTwice = (instance, appointments) => {
  const { violations } = checkPlan(instance, appointments)
  return { twice: violations.filter(({ code }) => code === 'doubleBooked').length, others: violations.filter(({ code }) => code !== 'doubleBooked').length }
}

/**
 * A generated region, against first free times.
 * @param minutes by the clock, at most; it ends sooner when many rounds in a row find nothing lighter.
 * @param onProgress told once each family is planned, and then of each round
 */
export const generatedRegion = (families, minutes, onProgress = () => {}) => {
  const instance = generateRegion(families, 1)
  const needs = instance.families.reduce((count, { needs: own }) => count + own.length, 0)
  const free = firstFreeRegion(instance)
  const [began, work] = [now(), taken()]
  let oneByOne
  let mostMemory = 0
  const plan = planRegionWith(instance, {
    solver, budget: budgetOf(minutes * 60, now),
    onProgress: (progress) => {
      if (progress.familiesDone === families) oneByOne ??= taken() - work
      mostMemory = Math.max(mostMemory, process.memoryUsage.rss())
      onProgress(progress)
    },
  })
  const seconds = (now() - began) / 1000
  const { twice, others } = bookedTwice(instance, plan.appointments)
  const fewer = 100 * (1 - plan.burden.travelDays / free.burden.travelDays)
  const name = `region of ${families}, ${minutes < 60 ? `${minutes} min` : `${minutes / 60} h`} by the clock`
  const exact = plan.families.filter((one) => one.exact).length
  return [
    figure(`${name}: fewer travel days than with first free times`, fewer, `% (${free.burden.travelDays} → ${plan.burden.travelDays})`, '≥ 50 %', fewer >= 50),
    figure(`${name}: unplanned, by urgency`, plan.burden.unplanned, `against ${free.burden.unplanned}`, 'no more', plan.burden.unplanned <= free.burden.unplanned),
    figure(`${name}: booked twice`, twice, '', '0', twice === 0),
    figure(`${name}: other rules broken`, others, '', '0', others === 0),
    figure(`${name}: rest touched`, plan.burden.restTouched, `against ${free.burden.restTouched}`),
    figure(`${name}: planned exactly`, exact, `of ${families} families with ${needs} needs`, 'all', exact === families),
    figure(`${name}: one after the other, processor time for each family`, oneByOne / families, 'ms', '', undefined, yardstick()),
    figure(`${name}: burden before the rounds and after`, plan.rounds, `rounds, ${burdenParts.slice(0, 3).map((part) => `${plan.before[part]} → ${plan.burden[part]}`).join(', ')}`),
    figure(`${name}: the worst-off family is no worse off`, compareBurdens(plan.worstOff.now.load, plan.worstOff.before.load) <= 0 ? 'yes' : 'no', '', 'yes', compareBurdens(plan.worstOff.now.load, plan.worstOff.before.load) <= 0),
    figure(`${name}: ended after`, seconds, `s (${plan.ended}), ${Math.round((taken() - work) / 1000)} s of the processor`),
    figure(`${name}: memory of the whole process, at most`, mostMemory / 2 ** 20, 'MB'),
  ]
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { demoId } from '@samenspel/demo-region'
import { documents, type Document } from '../testing/documents.ts'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { inTime } from '../testing/in-time.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { answer } from '../testing/walk.ts'

const verhoeven = demoId('family verhoeven'), claes = demoId('family claes')
/** A Tuesday. */
const clock = () => '2026-11-24T09:00:00.000Z'
let api: RunningApi
let all: Awaited<ReturnType<typeof people>>
let texts: ReadonlyMap<string, Document>

beforeAll(async () => {
  api = await startApi({ clock })
  all = await people(api)
  texts = new Map((await documents()).map((one) => [one.name, one]))
})
afterAll(() => api.stop())

type Weight = { readonly trips: number; readonly travelDays: number; readonly evenings: number }
type Family = {
  readonly id: string; readonly name: string; readonly runId: string | null; readonly proposalId: string | null; readonly isSent: boolean; readonly planned: number; readonly unplanned: number
  readonly before: Weight | null; readonly after: Weight | null; readonly proof: string; readonly fairness: string | null; readonly isWorse: boolean
}
type Run = { readonly id: string; readonly state: string; readonly search: string; readonly endsBy: string; readonly from: string; readonly familiesAsked: number; readonly familiesDone: number; readonly ended: string | null; readonly fairness: string | null; readonly families: readonly Family[] }

const textOf = (name: string): string => texts.get(name)?.text ?? ''
const start = (somebody: Somebody, input: Readonly<Record<string, unknown>>, commandId: string = randomUUID()) => command(somebody, textOf('StartRegion'), { input }, commandId)
const started = async (input: Readonly<Record<string, unknown>>, commandId?: string): Promise<Run> => dataOf<{ startRegion: Run }>(await start(all.hanne, input, commandId)).startRegion
const runOf = async (somebody: Somebody, id: string): Promise<Run> => dataOf<{ regionRun: Run }>(await somebody.ask(textOf('RegionRun'), { id })).regionRun
const stop = async (somebody: Somebody, id: string) => somebody.ask(textOf('StopRegion'), { id })
const done = async (id: string): Promise<Run> => {
  let run = await runOf(all.hanne, id)
  while (run.state === 'RUNNING') {
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    run = await runOf(all.hanne, id)
  }
  return run
}
const own = async (): Promise<readonly string[]> =>
  dataOf<{ planningBoard: { families: readonly { id: string }[] } }>(await all.hanne.ask(textOf('PlanningBoard'), { from: '2026-11-30', until: '2026-12-06' })).planningBoard.families.map(({ id }) => id)
const linesOf = async (family: string) => (await api.accessLog.read(family)).filter(({ operation }) => ['planRegion', 'regionRun'].includes(operation))

type Bundle = { readonly bundles: readonly { readonly parts: readonly { readonly date: string; readonly start: string; readonly end: string; readonly professionals: readonly { readonly id: string }[] }[] }[] }
const partsOf = async ({ runId }: Family) =>
  dataOf<{ proposalRun: { proposals: readonly Bundle[] } }>(await all.hanne.ask(textOf('ProposalRun'), { id: runId })).proposalRun.proposals.flatMap(({ bundles }) => bundles.flatMap(({ parts }) => parts))

describe('planning families together', () => {
  let run: Run
  let ids: readonly string[]
  beforeAll(async () => {
    ids = await own()
    const { id } = await started({ familyIds: ids, weeks: 4 })
    // A region goes on looking for as long as it may: the best so far is enough to look at.
    let now = await runOf(all.hanne, id)
    while (now.state === 'RUNNING' && now.familiesDone < now.familiesAsked) {
      await new Promise((resolve) => { setTimeout(resolve, 50) })
      now = await runOf(all.hanne, id)
    }
    await stop(all.hanne, id)
    run = await done(id)
  })

  test('gives every family that was chosen a line of its own, with what its plan asks beside first free times', () => {
    expect(run.families.map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect(run.state).toBe('DONE')
    const family = run.families.find(({ id }) => id === verhoeven)
    expect(family?.planned).toBeGreaterThan(0)
    expect(family?.after?.trips).toBeLessThan(family?.before?.trips ?? 0)
    expect(family?.proof).toMatch(/\.$/)
    expect(family?.fairness).toMatch(/\.$/)
  })

  test('gives no hour of a professional to two of them', async () => {
    const taken = (await Promise.all(run.families.filter(({ runId }) => runId !== null).map(partsOf))).map((parts) => parts.flatMap(({ date, start: from, end, professionals }) => professionals.map(({ id }) => ({ who: id, date, from, end }))))
    expect(taken.length).toBeGreaterThan(1)
    const collide = taken.flatMap((own_, index) => own_.filter((a) => taken.slice(index + 1).flat().some((b) => a.who === b.who && a.date === b.date && a.from < b.end && b.from < a.end)))
    expect(collide).toEqual([])
  })

  test('sends nothing by itself; each family’s proposal is sent like any other, and only that family hears of it', async () => {
    const proposalsOf = async (somebody: Somebody, id: string) => dataOf<{ family: { proposals: readonly { id: string; status: string }[] } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { proposals { id status } } }', { id })).family.proposals
    const family = run.families.find(({ id }) => id === verhoeven)
    expect((await proposalsOf(all.anouk, verhoeven)).map(({ id }) => id)).not.toContain(family?.proposalId)
    dataOf(await command(all.hanne, textOf('SendProposals'), { familyId: verhoeven, runId: family?.runId, proposalIds: [family?.proposalId] }))
    expect((await proposalsOf(all.anouk, verhoeven)).map(({ id }) => id)).toContain(family?.proposalId)
    const again = await runOf(all.hanne, run.id)
    expect(again.families.filter(({ isSent }) => isSent).map(({ id }) => id)).toEqual([verhoeven])
    await answer(all.anouk, verhoeven, family?.proposalId ?? '')
    expect((await proposalsOf(all.anouk, verhoeven)).find(({ id }) => id === family?.proposalId)?.status).toMatch(/SENT|CONFIRMED/)
  })

  test('leaves lines at each family that was opened for it, and at no other', async () => {
    for (const id of ids) expect(await linesOf(id)).toContainEqual(expect.objectContaining({ action: 'read', outcome: 'done', operation: 'planRegion' }))
    expect(await linesOf(claes)).toEqual([])
  })

  test('is seen and stopped by nobody else', async () => {
    for (const somebody of [all.lotte, all.anouk, all.paul]) {
      expect(codesOf(await somebody.ask(textOf('RegionRun'), { id: run.id }))).toEqual(['run-unknown'])
      expect(codesOf(await stop(somebody, run.id))).toEqual(['run-unknown'])
    }
  })
})

test('a family for which somebody does not plan refuses the whole run, and leaves a line there', async () => {
  expect(codesOf(await start(all.hanne, { familyIds: [verhoeven, claes] }))).toEqual(['not-found'])
  expect(codesOf(await start(all.lotte, { familyIds: [verhoeven] }))).toEqual(['not-coordinator'])
  expect(await linesOf(claes)).toContainEqual(expect.objectContaining({ outcome: 'refused' }))
})

test('one that is asked again is the same, a second one at the same time is refused, and what was asked to stop hands over what it has', async () => {
  const families = { familyIds: await own(), weeks: 4 }
  const { run } = await inTime(async () => {
    const commandId = randomUUID()
    const { id } = await started(families, commandId)
    expect((await started(families, commandId)).id).toBe(id)
    const second = await start(all.hanne, { familyIds: [verhoeven] })
    if (second.data) await stop(all.hanne, (second.data as { startRegion: Run }).startRegion.id)
    await stop(all.hanne, id)
    return { second, run: await done(id) }
  }, ({ second }) => codesOf(second).includes('region-busy'))
  expect(run).toMatchObject({ state: 'DONE', familiesAsked: families.familyIds.length })
  expect(run.families).toHaveLength(run.familiesDone)
})

const latest = async (somebody: Somebody): Promise<string | null> => dataOf<{ latestRegionRun: string | null }>(await somebody.ask(textOf('LatestRegionRun'))).latestRegionRun

test('a search for a night plans from the day after the morning, is found again without its address, and hands over what it has when it is stopped', async () => {
  const familyIds = await own()
  const run = await inTime(async () => {
    const { id, search, endsBy, from } = await started({ familyIds, weeks: 4, from: '2026-11-25', search: 'NIGHT' })
    expect({ search, endsBy, from }).toEqual({ search: 'NIGHT', endsBy: '2026-11-24T17:00:00Z', from: '2026-11-26' })
    expect(await latest(all.hanne)).toBe(id)
    expect(await latest(all.lotte)).toBeNull()
    await stop(all.hanne, id)
    return done(id)
  }, ({ ended }) => ended === 'Gestopt. Dit is het beste tot nu toe.')
  expect(run).toMatchObject({ state: 'DONE' })
})

test('of a family that shares its calendars with nobody, what is found is proven the best', async () => {
  const run = await done((await started({ familyIds: [verhoeven], weeks: 2 })).id)
  expect(run.ended).toBe('Klaar: veel rondes vonden niets lichters meer.')
  expect(run.families[0]?.proof).toBe('Bewezen het beste: ook met alle vrije tijd voor zich alleen kan het niet lichter.')
  expect(run.families[0]).toMatchObject({ isWorse: false, fairness: 'Ruimte maken voor andere gezinnen kostte dit gezin niets.' })
})

test.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
  ['without families', { familyIds: [] }, 'region-empty'],
  ['with more families than anybody coordinates', { familyIds: Array.from({ length: 151 }, () => randomUUID()) }, 'region-too-large'],
  ['by somebody who plans for none', { familyIds: [randomUUID()], search: 'QUARTER' }, 'not-found'],
  ['over too many weeks', { familyIds: [verhoeven], weeks: 9 }, 'weeks-impossible'],
])('%s it is refused', async (_, input, code) => { expect(codesOf(await start(all.hanne, input))).toEqual([code]) })

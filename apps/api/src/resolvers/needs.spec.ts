import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { addDays } from '@samenspel/kernel'
import { codesOf, dataOf, people } from '../testing/family.ts'
import { inTime } from '../testing/in-time.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { proposalsFor } from '../testing/walk.ts'

const verhoeven = demoId('family verhoeven')
const today = '2026-11-24'
let api: RunningApi
let all: Awaited<ReturnType<typeof people>>
beforeAll(async () => {
  api = await startApi({ clock: () => `${today}T09:00:00.000Z` })
  all = await people(api)
})
afterAll(() => api.stop())

type Planner = {
  readonly needs: readonly { readonly id: string; readonly label: string; readonly status: string; readonly from: string }[]
  readonly places: readonly { readonly id: string; readonly organisationId: string }[]
  readonly parentsApart: boolean
}
type Team = readonly { readonly professional: { readonly id: string; readonly name: string; readonly organisation: { readonly id: string } } }[]
const planner = async (somebody: Somebody): Promise<Planner> =>
  dataOf<{ planner: Planner }>(await somebody.ask('query ($id: ID!) { planner(familyId: $id) { needs { id label status from } places { id organisationId } parentsApart } }', { id: verhoeven })).planner
const family = async (somebody: Somebody) => dataOf<{ family: { team: Team; members: readonly { readonly id: string; readonly firstName: string }[]; needs: Planner['needs'] } }>(
  await somebody.ask('query ($id: ID!) { family(id: $id) { team { professional { id name organisation { id } } } members { id firstName } needs { id label status from } } }', { id: verhoeven })).family

const ask = (somebody: Somebody, input: Readonly<Record<string, unknown>>, commandId: string = randomUUID()) =>
  somebody.ask('mutation ($commandId: ID!, $familyId: ID!, $input: NeedInput!) { addNeed(commandId: $commandId, familyId: $familyId, input: $input) { id } }', { commandId, familyId: verhoeven, input })

/** A walk with the child, asked by somebody's own organisation. */
const walk = async (somebody: Somebody, name: RegExp, changes: Readonly<Record<string, unknown>> = {}) => {
  const { team, members } = await family(somebody)
  const own = team.find(({ professional }) => name.test(professional.name))!.professional
  const member = (firstName: string) => members.find((one) => one.firstName === firstName)!.id
  return {
    label: 'Samen wandelen', organisationId: own.organisation.id, category: 'RELATIONSHIP', minutes: 30, urgency: 1, from: addDays(today, 6), deadline: addDays(today, 20),
    modalities: ['HOME'], placeIds: [], attendance: [[member('Sem'), member('Anouk')], [member('Sem'), member('Joost')]], professionalIds: [own.id], allTogether: false, ...changes,
  }
}

describe('asking an appointment of a family', () => {
  test('who coordinates asks it, once a week for some weeks, and the planner takes it along', async () => {
    const commandId = randomUUID()
    const input = await walk(all.hanne, /Hanne/, { weeks: 2, sameTime: true })
    dataOf(await ask(all.hanne, input, commandId))
    // The same command again asks nothing twice.
    dataOf(await ask(all.hanne, input, commandId))
    expect((await planner(all.hanne)).needs.filter(({ label }) => label === 'Samen wandelen').map(({ from }) => from).sort()).toEqual([addDays(today, 6), addDays(today, 13)])
    const run = await proposalsFor(all.hanne, verhoeven)
    expect(run.proposals.length).toBeGreaterThan(0)
  })
  test('a professional of the team asks for the own organisation, not for another', async () => {
    const own = await walk(all.lotte, /Lotte/, { label: 'Spelen in de groep', modalities: ['DIGITAL'] })
    dataOf(await ask(all.lotte, own))
    const { team } = await family(all.lotte)
    const other = team.find(({ professional }) => professional.organisation.id !== own.organisationId)!.professional
    expect(codesOf(await ask(all.lotte, { ...own, organisationId: other.organisation.id }))).toEqual(['not-coordinator'])
  })
  test('the family asks none of itself, and nobody asks who or where the team is not', async () => {
    const input = await walk(all.hanne, /Hanne/)
    expect(codesOf(await ask(all.anouk, input))).toEqual(['not-coordinator'])
    expect(codesOf(await ask(all.hanne, { ...input, professionalIds: [randomUUID()] }))).toEqual(['not-found'])
    expect(codesOf(await ask(all.hanne, { ...input, modalities: ['ONSITE'], placeIds: [randomUUID()] }))).toEqual(['not-found'])
    expect(codesOf(await ask(all.hanne, { ...input, attendance: [[randomUUID()]] }))).toEqual(['not-found'])
    expect(codesOf(await ask(all.hanne, { ...input, language: 'Tigrinya' }))).toEqual(['interpreter-missing'])
    expect(codesOf(await ask(all.hanne, { ...input, minutes: 20 }))).toEqual(['length-invalid'])
    expect(codesOf(await ask(all.hanne, { ...input, weeks: 0 }))).toEqual(['series-missing'])
    expect(codesOf(await ask(all.hanne, { ...input, preparationMinutes: 3 }))).toEqual(['preparation-invalid'])
    expect(codesOf(await ask(all.hanne, { ...input, everyWeeks: 1, toleranceDays: 4 }))).toEqual(['recurrence-invalid'])
    expect(codesOf(await ask(all.hanne, { ...input, everyWeeks: 2, weeks: 2 }))).toEqual(['recurrence-invalid'])
  })
  test('again and again it is open as often as the next weeks hold, and none is left when any of them is withdrawn', async () => {
    const label = 'Steeds weer oefenen'
    const open = async () => (await planner(all.hanne)).needs.filter((need) => need.label === label && need.status === 'OPEN')
    dataOf(await ask(all.hanne, await walk(all.hanne, /Hanne/, { label, everyWeeks: 2, toleranceDays: 3 })))
    expect((await open()).map(({ from }) => from)).toEqual([6, 17, 31, 45].map((days) => addDays(today, days)))
    const [, second] = await open()
    dataOf(await all.hanne.ask('mutation ($commandId: ID!, $familyId: ID!, $needId: ID!) { withdrawNeed(commandId: $commandId, familyId: $familyId, needId: $needId) { id } }', { commandId: randomUUID(), familyId: verhoeven, needId: second!.id }))
    expect(await open()).toEqual([])
  })
  test('it is withdrawn by who may ask it', async () => {
    const { id } = dataOf<{ addNeed: { id: string } }>(await ask(all.hanne, await walk(all.hanne, /Hanne/, { label: 'Nog een gesprek' }))).addNeed
    const withdraw = (somebody: Somebody, needId: string) => somebody.ask('mutation ($commandId: ID!, $familyId: ID!, $needId: ID!) { withdrawNeed(commandId: $commandId, familyId: $familyId, needId: $needId) { id } }', { commandId: randomUUID(), familyId: verhoeven, needId })
    expect(codesOf(await withdraw(all.anouk, id)).length).toBe(1)
    expect(codesOf(await withdraw(all.hanne, randomUUID()))).toEqual(['not-found'])
    dataOf(await withdraw(all.hanne, id))
    expect((await planner(all.hanne)).needs.map((need) => need.id)).not.toContain(id)
  })
})

describe('the order of appointments', () => {
  type Order = { readonly beforeId: string; readonly afterId: string; readonly minDays: number; readonly maxDays: number | null }
  const ordersFor = async (somebody: Somebody): Promise<readonly Order[]> =>
    dataOf<{ planner: { orders: readonly Order[] } }>(await somebody.ask('query ($id: ID!) { planner(familyId: $id) { orders { beforeId afterId minDays maxDays } } }', { id: verhoeven })).planner.orders
  const set = (somebody: Somebody, input: Readonly<Record<string, unknown>>) =>
    somebody.ask('mutation ($commandId: ID!, $familyId: ID!, $input: NeedOrderInput!) { setNeedOrder(commandId: $commandId, familyId: $familyId, input: $input) { id } }', { commandId: randomUUID(), familyId: verhoeven, input })
  const letGo = (somebody: Somebody, beforeId: string, afterId: string) =>
    somebody.ask('mutation ($commandId: ID!, $familyId: ID!, $beforeId: ID!, $afterId: ID!) { withdrawNeedOrder(commandId: $commandId, familyId: $familyId, beforeId: $beforeId, afterId: $afterId) { id } }', { commandId: randomUUID(), familyId: verhoeven, beforeId, afterId })
  const [neurologist, therapy, physio] = [demoId('verhoeven neurologist'), demoId('verhoeven therapy'), demoId('verhoeven physio')]
  const asked = async (somebody: Somebody, label: string, changes: Readonly<Record<string, unknown>> = {}) =>
    dataOf<{ addNeed: { id: string } }>(await ask(somebody, await walk(somebody, somebody === all.lotte ? /Lotte/ : /Hanne/, { label, ...changes }))).addNeed.id

  test('is said, said anew and taken back by who coordinates; a proposal keeps to it', async () => {
    const measurement = await asked(all.hanne, 'Meten op schoot')
    const talk = await asked(all.hanne, 'Uitslag', { comesAfter: { needId: measurement, minDays: 2 } })
    expect(await ordersFor(all.hanne)).toEqual([{ beforeId: measurement, afterId: talk, minDays: 2, maxDays: null }])
    dataOf(await set(all.hanne, { beforeId: measurement, afterId: talk, minDays: 3, maxDays: 14 }))
    expect(await ordersFor(all.hanne)).toEqual([{ beforeId: measurement, afterId: talk, minDays: 3, maxDays: 14 }])
    expect(codesOf(await set(all.hanne, { beforeId: talk, afterId: measurement, minDays: 1 }))).toEqual(['order-circular'])
    expect(codesOf(await set(all.hanne, { beforeId: measurement, afterId: talk, minDays: 0 }))).toEqual(['gap-invalid'])
    expect(codesOf(await set(all.hanne, { beforeId: measurement, afterId: talk, minDays: 3, maxDays: 2 }))).toEqual(['gap-invalid'])
    const { id } = await proposalsFor(all.hanne, verhoeven)
    type Parts = { readonly proposalRun: { readonly proposals: readonly { readonly bundles: readonly { readonly parts: readonly { readonly needId: string; readonly date: string }[] }[] }[] } }
    const { proposalRun } = dataOf<Parts>(await all.hanne.ask('query ($id: ID!) { proposalRun(id: $id) { proposals { bundles { parts { needId date } } } } }', { id }))
    for (const { bundles } of proposalRun.proposals) {
      const dateOf = (needId: string) => bundles.flatMap(({ parts }) => parts).find((part) => part.needId === needId)?.date
      const [first, then] = [dateOf(measurement), dateOf(talk)]
      if (first !== undefined && then !== undefined) expect(then >= addDays(first, 3) && then <= addDays(first, 14)).toBe(true)
    }
    dataOf(await letGo(all.hanne, measurement, talk))
    expect(await ordersFor(all.hanne)).toEqual([])
  })
  test('is said only of appointments that one may ask for, and that one knows', async () => {
    const playing = await asked(all.lotte, 'Spelen', { modalities: ['DIGITAL'] })
    const singing = await asked(all.lotte, 'Zingen', { modalities: ['DIGITAL'], comesAfter: { needId: playing, minDays: 1 } })
    expect(await ordersFor(all.hanne)).toEqual([{ beforeId: playing, afterId: singing, minDays: 1, maxDays: null }])
    // The day centre doesn't know of the mother's own talks: they answer as what isn't there.
    for (const unknown of [therapy, randomUUID()]) {
      expect(codesOf(await set(all.lotte, { beforeId: unknown, afterId: playing, minDays: 1 }))).toEqual(['not-found'])
      expect(codesOf(await set(all.lotte, { beforeId: playing, afterId: unknown, minDays: 1 }))).toEqual(['not-found'])
      expect(codesOf(await letGo(all.lotte, unknown, playing))).toEqual(['not-found'])
      expect(codesOf(await ask(all.lotte, await walk(all.lotte, /Lotte/, { comesAfter: { needId: unknown, minDays: 1 } })))).toEqual(['not-found'])
    }
    expect(codesOf(await set(all.anouk, { beforeId: physio, afterId: neurologist, minDays: 1 }))).toEqual(['not-coordinator'])
    dataOf(await letGo(all.lotte, playing, singing))
    expect(await ordersFor(all.hanne)).toEqual([])
  })
})

describe('a search', () => {
  test('that is stopped keeps the best so far, and nobody else stops it', async () => {
    const stop = (somebody: Somebody, id: string) => somebody.ask('mutation ($id: ID!) { stopProposals(id: $id) { state isStopped proposals { id } error } }', { id })
    const lines = async () => (await api.accessLog.read(verhoeven)).filter(({ operation }) => operation === 'stopProposals').length
    const stopped = await inTime(async () => {
      const { id } = dataOf<{ startProposals: { id: string } }>(await all.hanne.ask('mutation ($commandId: ID!, $familyId: ID!) { startProposals(commandId: $commandId, familyId: $familyId, input: { lighter: false }) { id } }', { commandId: randomUUID(), familyId: verhoeven })).startProposals
      expect(codesOf(await stop(all.lotte, id))).toEqual(['run-unknown'])
      expect(codesOf(await stop(all.hanne, randomUUID()))).toEqual(['run-unknown'])
      const before = await lines()
      const answered = dataOf<{ stopProposals: { state: string; isStopped: boolean; error: string | null } }>(await stop(all.hanne, id)).stopProposals
      expect(await lines()).toBeGreaterThan(before)
      return answered
    }, ({ isStopped }) => isStopped)
    expect(stopped).toMatchObject({ state: 'DONE', error: null })
    // The next search is not in the way of the one that was stopped, and stopping what is done changes nothing.
    const next = await proposalsFor(all.hanne, verhoeven)
    expect(dataOf<{ stopProposals: { state: string; isStopped: boolean; proposals: readonly unknown[] } }>(await stop(all.hanne, next.id)).stopProposals).toMatchObject({ state: 'DONE', isStopped: false, proposals: next.proposals.map(({ id }) => ({ id })) })
  })
})

describe('parents who may not meet (A-12)', () => {
  test('are known to who coordinates, and no parent can ask or read it', async () => {
    const set = (somebody: Somebody, apart: boolean) => somebody.ask('mutation ($commandId: ID!, $familyId: ID!, $apart: Boolean!) { setParentsApart(commandId: $commandId, familyId: $familyId, apart: $apart) { id } }', { commandId: randomUUID(), familyId: verhoeven, apart })
    expect(codesOf(await set(all.anouk, true))).toEqual(['not-coordinator'])
    expect(codesOf(await set(all.lotte, true))).toEqual(['not-coordinator'])
    dataOf(await set(all.hanne, true))
    expect((await planner(all.hanne)).parentsApart).toBe(true)
    expect(codesOf(await all.anouk.ask('query ($id: ID!) { planner(familyId: $id) { parentsApart } }', { id: verhoeven }))).toEqual(['not-coordinator'])
    const found = await proposalsFor(all.hanne, verhoeven)
    expect(found.proposals.length).toBeGreaterThan(0)
    type Parts = { readonly proposalRun: { readonly proposals: readonly { readonly bundles: readonly { readonly parts: readonly { readonly attendees: readonly string[]; readonly modality: string }[] }[] }[] } }
    const { members } = await family(all.hanne)
    const parents = members.filter(({ firstName }) => ['Anouk', 'Joost'].includes(firstName)).map(({ id }) => id)
    const run = dataOf<Parts>(await all.hanne.ask('query ($id: ID!) { proposalRun(id: $id) { proposals { bundles { parts { attendees modality } } } } }', { id: found.id }))
    for (const { attendees, modality } of run.proposalRun.proposals.flatMap(({ bundles }) => bundles.flatMap(({ parts }) => parts))) {
      if (parents.every((parent) => attendees.includes(parent))) expect(modality).toBe('DIGITAL')
    }
    dataOf(await set(all.hanne, false))
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { addDays } from '@samenspel/kernel'
import { codesOf, dataOf, people } from '../testing/family.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { proposalsFor } from '../testing/walk.ts'

const verhoeven = demoId('family verhoeven')
const today = '2026-11-24'
let api: RunningApi
let all: Awaited<ReturnType<typeof people>>
beforeAll(async () => {
  api = await startApi({ clock: () => `${today}T09:00:00.000Z` })
  all = await people(api)
}, 60_000)
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

describe('parents who may not meet', () => {
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

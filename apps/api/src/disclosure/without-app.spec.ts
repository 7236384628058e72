/** Families without the app: a yes that was said, a visit on paper, and the mail of the demo region that can be read. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { setTimeout } from 'node:timers/promises'
import { demoId, personas } from '@samenspel/demo-region'
import { dayOf, newId, systemClock } from '@samenspel/kernel'
import { openAccessLog } from './access-log.ts'
import { command, dataOf } from '../testing/family.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { settled } from '../testing/settled.ts'
import { answer, proposalsFor, send } from '../testing/walk.ts'

const verhoeven = demoId('family verhoeven')
const personOf = (id: string) => personas.find((persona) => persona.id === id)!.person
const [anouk, joost] = [personOf('mother'), personOf('father')]
const today = dayOf(systemClock(), 'Europe/Amsterdam')

let api: RunningApi
let coordinator: Somebody
let mother: Somebody
let father: Somebody
let proposalId: string

beforeAll(async () => {
  api = await startApi()
  ;[coordinator, mother, father] = [await api.as('coordinator'), await api.as('mother'), await api.as('father')]
  const run = await proposalsFor(coordinator, verhoeven)
  proposalId = run.proposals[0]!.id
  await send(coordinator, verhoeven, run, proposalId)
}, 120_000)
afterAll(() => api.stop())

const spokenYes = (who: Somebody, change: Readonly<Record<string, unknown>> = {}) => command(who, `mutation ($commandId: ID!, $familyId: ID!, $proposalId: ID!, $memberId: ID!, $how: SpokenWay!, $on: Date!) {
  recordSpokenYes(commandId: $commandId, familyId: $familyId, proposalId: $proposalId, memberId: $memberId, how: $how, on: $on) { id } }`, { familyId: verhoeven, proposalId, memberId: joost, how: 'BY_PHONE', on: today, ...change })
const answersOf = async (who: Somebody) => dataOf<{ family: { proposals: { id: string; answers: { memberId: string; answer: string | null; spoken: { how: string; words: string } | null }[] }[] } }>(
  await who.ask('query ($id: ID!) { family(id: $id) { proposals { id answers { memberId answer spoken { how on words } } } } }', { id: verhoeven })).family.proposals.find(({ id }) => id === proposalId)?.answers
const codeOf = ({ errors }: Awaited<ReturnType<typeof spokenYes>>) => errors?.[0]?.extensions['code']

describe('a yes that was said', () => {
  test('is recorded by who coordinates alone, for somebody who is asked, on a day that can be', async () => {
    expect(codeOf(await spokenYes(await api.as('pedagogical-worker')))).toMatch(/not-coordinator|not-found/)
    expect(codeOf(await spokenYes(mother))).toBe('not-coordinator')
    expect(codeOf(await spokenYes(coordinator, { memberId: newId() }))).toBe('not-found')
    expect(codeOf(await spokenYes(coordinator, { proposalId: newId() }))).toBe('not-found')
    expect(codeOf(await spokenYes(coordinator, { on: '2099-01-01' }))).toBe('spoken-on-another-day')
    expect(codeOf(await spokenYes(coordinator, { memberId: demoId('verhoeven sem') }))).toBe('not-asked')
  })
  test('is the father\'s own; he and the coordinator read how and when it was said, and who noted it', async () => {
    dataOf(await spokenYes(coordinator))
    for (const who of [coordinator, father, mother]) {
      const given = (await answersOf(who))?.find(({ memberId }) => memberId === joost)
      expect(given).toMatchObject({ answer: 'YES', spoken: { how: 'BY_PHONE', on: today } })
      expect(given?.spoken?.words).toMatch(/^mondeling, aan de telefoon, op .+, genoteerd door Hanne/)
    }
    const [event] = [...(await api.files.agendas.state(verhoeven)).proposals.byId.get(proposalId)!.answers.values()]
    expect(event?.by).toMatchObject({ person: personOf('coordinator'), onBehalfOf: joost })
  })
})

describe('a visit on paper', () => {
  type Printed = { parent: string; date: string; parts: { id: string; purpose: string | null; professionals: string[]; placeName: string | null; address: string | null; goes: string }[]; call: { name: string; phone: string | null } | null }
  const print = (who: Somebody, visitId: string, parentId: string, language = 'NL') => who.ask(`query ($familyId: ID!, $visitId: ID!, $parentId: ID!, $language: Language!) {
    printedVisit(familyId: $familyId, visitId: $visitId, parentId: $parentId, language: $language) { id parent kind date start end leaveAt backAt minding parts { id modality start end placeName address professionals goes purpose bring } call { name phone } } }`, { familyId: verhoeven, visitId, parentId, language })
  const printed = async (...parts: Parameters<typeof print>) => dataOf<{ printedVisit: Printed }>(await print(...parts)).printedVisit
  const parts = async () => [...(await api.files.agendas.state(verhoeven)).proposals.appointments.values()].filter((one) => one.proposalId === proposalId)

  beforeAll(async () => {
    await answer(mother, verhoeven, proposalId)
    await settled(api.files, verhoeven)
  }, 30_000)

  test('holds what that parent may know, and whom to ring; nothing of another\'s own appointment', async () => {
    const own = (await parts()).filter(({ subject }) => subject.kind === 'adult')
    const [therapy] = own
    expect(therapy).toBeDefined()
    for (const { bundleId, asked } of await parts()) {
      for (const parent of [anouk, joost]) {
        const answered = await print(coordinator, bundleId, parent)
        if (!asked.includes(parent) && answered.errors !== undefined) { expect(codeOf(answered)).toBe('visit-unknown'); continue }
        const visit = dataOf<{ printedVisit: Printed }>(answered).printedVisit
        const hidden = own.filter(({ subject }) => subject.kind === 'adult' && subject.person !== parent).map(({ appointmentId }) => appointmentId)
        expect(visit.parts.filter(({ id }) => hidden.includes(id))).toEqual([])
        expect(visit.call?.phone).toMatch(/\d/)
      }
    }
  })
  test('says of an adult\'s own appointment when and at which address, and not with whom or what for', async () => {
    const therapy = (await parts()).find(({ subject }) => subject.kind === 'adult' && subject.person === anouk)!
    const answered = await print(coordinator, therapy.bundleId, anouk)
    // Who coordinates may not know its time: then it isn't on their paper either.
    if (answered.errors !== undefined) { expect(codeOf(answered)).toBe('visit-unknown'); return }
    const part = dataOf<{ printedVisit: Printed }>(answered).printedVisit.parts.find(({ id }) => id === therapy.appointmentId)
    if (part !== undefined) expect(part).toMatchObject({ purpose: null, professionals: [], placeName: null })
  })
  test('is taken along by who coordinates alone, of a visit that stands, and the log says so', async () => {
    const visit = (await parts()).find(({ subject, asked }) => subject.kind === 'child' && asked.includes(anouk))!
    expect(codeOf(await print(await api.as('pedagogical-worker'), visit.bundleId, anouk))).toMatch(/not-coordinator/)
    expect(codeOf(await print(mother, visit.bundleId, anouk))).toBe('not-coordinator')
    expect(codeOf(await print(coordinator, newId(), anouk))).toBe('visit-unknown')
    expect(codeOf(await print(coordinator, visit.bundleId, newId()))).toBe('visit-unknown')
    const log = openAccessLog(api.stores.accessLog, api.stores.keys)
    const exports = async () => (await log.read(verhoeven)).filter(({ action, operation, outcome }) => action === 'export' && operation === 'printedVisit' && outcome === 'done').length
    const before = await exports()
    const page = await printed(coordinator, visit.bundleId, anouk, 'EN')
    expect([page.parent, page.date]).toEqual(['Anouk', visit.date])
    log.forget()
    expect(await exports()).toBeGreaterThan(before)
  })
})

describe('the mail of the demo region', () => {
  const page = async (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(`${api.url}${path}`, { headers })
  test('can be read on a page by whoever tries the region, in both languages', async () => {
    let list = ''
    for (let tries = 0; !/href="\/demo\/mail\/[0-9a-f-]{36}/.test(list) && tries < 300; tries += 1) { await setTimeout(20); list = await (await page('/demo/mail?language=nl')).text() }
    const link = /href="(\/demo\/mail\/[0-9a-f-]{36}\?language=nl)"/.exec(list)?.[1]
    expect(list).toContain('Wat er in de mail zou komen')
    const mail = await (await page(link ?? '/')).text()
    expect(mail).toMatch(/Er is een bericht voor u|Een herinnering van Samenspel/)
    expect(mail).toContain('druivendal.example')
    expect(await (await page('/demo/mail?language=en')).text()).toContain('What would come by mail')
    expect(await (await page(`/demo/mail/${newId()}?language=nl`)).text()).toContain('Deze mail is er niet (meer).')
  })
  test('is for this machine only', async () => {
    const { request } = await import('node:http')
    const status = (path: string) => new Promise<number | undefined>((resolve) => { request(`${api.url}${path}`, { headers: { host: 'elders.example' } }, (response) => { response.resume(); resolve(response.statusCode) }).end() })
    expect([await status('/demo/mail'), await status(`/demo/mail/${newId()}`)]).toEqual([403, 403])
  })
})

/** Two who work on one plan at the same moment, from two processes on one store: each decided on what stood before the other wrote. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openFiles } from '../composition/open-files.ts'
import type { AllFiles } from '../composition/files.ts'
import type { Stores } from '../composition/stores.ts'
import { demoId, personas } from '@samenspel/demo-region'
import { newId } from '@samenspel/kernel'
import { command, dataOf, people } from '../testing/family.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'

const verhoeven = demoId('family verhoeven')
const now = '2026-11-24T09:00:00.000Z'
const lotte = personas.find(({ id }) => id === 'pedagogical-worker')!
const by = { person: lotte.person, role: 'professional', organisation: lotte.organisation!.id, discipline: 'dayCentre' } as const

/** What the other one does between a decision and its being written, once. */
let meanwhile: ((elsewhere: AllFiles) => Promise<unknown>) | undefined
/** The application's own way to what is kept, with a moment for somebody else just before it writes. */
const between = (stores: Stores): Stores => {
  const elsewhere = openFiles(stores.events)
  return {
    ...stores,
    events: {
      ...stores.events,
      append: async (...asked) => {
        const act = meanwhile
        meanwhile = undefined
        await act?.(elsewhere)
        return stores.events.append(...asked)
      },
    },
  }
}

let api: RunningApi
let hanne: Somebody, group: Somebody
beforeAll(async () => {
  api = await startApi({ clock: () => now, instead: between })
  ;({ hanne, lotte: group } = await people(api))
})
afterAll(() => api.stop())

type Card = { readonly id: string; readonly version: string; readonly title: string; readonly text: string }
type Plan = { readonly agreementCards: readonly Card[]; readonly guidingQuestion: { readonly version: string; readonly text: string } | null; readonly actions: readonly { readonly text: string }[] }
const planOf = async (somebody: Somebody): Promise<Plan> => dataOf<{ family: Plan }>(await somebody.ask('query ($id: ID!) { family(id: $id) { agreementCards { id version title text } guidingQuestion { version text } actions { text } } }', { id: verhoeven })).family
const changeCard = (somebody: Somebody, { id, version, title }: Card, text: string) => command(somebody,
  'mutation ($commandId: ID!, $familyId: ID!, $cardId: ID!, $version: ID!, $input: AgreementCardInput!) { changeAgreementCard(commandId: $commandId, familyId: $familyId, cardId: $cardId, version: $version, input: $input) { id } }',
  { familyId: verhoeven, cardId: id, version, input: { title, text, settings: ['HOME', 'GROUP'] } })
const changesCard = ({ id: cardId, version: from, title }: Card, text: string) => ({ cases }: AllFiles) =>
  cases.handle(verhoeven, { type: 'ChangeAgreementCard', by, at: now, cardId, from, version: newId(), title, text, settings: ['home', 'group'] }, newId())
const eventsOf = async (): Promise<number> => {
  const events = await Array.fromAsync(api.stores.log.readStream(`family-${verhoeven}`))
  return events.length
}

describe('two who edit the same plan at once', () => {
  test('in the same text: the second is told what stands there now, with both texts, and nothing is written over', async () => {
    const [card] = (await planOf(hanne)).agreementCards
    const before = await eventsOf()
    meanwhile = changesCard(card!, 'Eerst het liedje.')
    const { errors } = await changeCard(hanne, card!, 'Eerst de lamp.')
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'changed-meanwhile', about: { yours: expect.stringContaining('Eerst de lamp.'), theirs: expect.stringContaining('Eerst het liedje.') } })
    expect(await eventsOf()).toBe(before + 1)
    const [now] = (await planOf(hanne)).agreementCards
    expect(now?.text).toBe('Eerst het liedje.')
    // From what stands now it can be said again.
    dataOf(await changeCard(hanne, now!, 'Eerst het liedje, dan de lamp.'))
    expect((await planOf(group)).agreementCards[0]?.text).toBe('Eerst het liedje, dan de lamp.')
  })
  test('in two texts of it: both stand, and neither has to do anything again', async () => {
    const { agreementCards: [card], guidingQuestion } = await planOf(hanne)
    meanwhile = changesCard(card!, 'De gele lepel.')
    dataOf(await command(hanne, 'mutation ($commandId: ID!, $familyId: ID!, $version: ID, $text: String!) { changeGuidingQuestion(commandId: $commandId, familyId: $familyId, version: $version, text: $text) { id } }',
      { familyId: verhoeven, version: guidingQuestion!.version, text: 'Wat geeft dit gezin nu rust?' }))
    const plan = await planOf(group)
    expect([plan.agreementCards[0]?.text, (await planOf(hanne)).guidingQuestion?.text]).toEqual(['De gele lepel.', 'Wat geeft dit gezin nu rust?'])
  })
  test('ten who press at the same moment on what all of them read: one is first, and nine are told', async () => {
    const [card] = (await planOf(hanne)).agreementCards
    const texts = Array.from({ length: 10 }, (_, index) => `Versie ${index}`)
    const answers = await Promise.all(texts.map((text, index) => changeCard(index % 2 === 0 ? hanne : group, card!, text)))
    const first = texts.filter((_, index) => answers[index]?.errors === undefined)
    expect(first).toHaveLength(1)
    expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions['code'])).toEqual(Array(9).fill('changed-meanwhile'))
    expect((await planOf(hanne)).agreementCards[0]?.text).toBe(first[0])
  })
})

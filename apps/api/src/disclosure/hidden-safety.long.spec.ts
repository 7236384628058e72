/**
 * A safety track changes nothing for whoever isn't in its circle, not one byte (S-04, T5, invariant 16): the same days are lived twice,
 * once with and once without a whole track, and everybody asks everything. `hidden.spec.ts` holds a shorter one.
 */
import { setImmediate } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { demoId, personas as demoPersonas } from '@samenspel/demo-region'
import { agendaEvents } from '@samenspel/agenda'
import { familyCaseEvents } from '@samenspel/family-case'
import { trackEvents } from '@samenspel/safety'
import { tellingTypes } from '../messages/reasons.ts'
import { askEverything, withoutIds, type Prying } from '../testing/ask-everything.ts'
import { command, dataOf } from '../testing/family.ts'
import { connectLive } from '../testing/live-client.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { addMember, closeTrack, completeTask, openTrack, readTracks, takeStep, type Track } from '../testing/safety.ts'

const today = '2026-11-24'
const clock = () => `${today}T09:00:00.000Z`
const verhoeven = demoId('family verhoeven')
const [sem, anouk, joost] = ['sem', 'anouk', 'joost'].map((name) => demoId(`verhoeven ${name}`)) as [string, string, string]
const femke = demoId('practitioner femke')
const secret = 'tussen-ons-tweeen'

const outsiders = ['father', 'mother', 'coordinator', 'coach', 'paediatrician', 'therapist', 'pregnant-woman', 'privacy-officer'] as const
const circle = ['pedagogical-worker', 'youth-care-worker'] as const

type People = Readonly<Record<string, Somebody>>

/** Every step, refusals too, and what follows from a decision; the talk is left out. */
const worry = async (people: People): Promise<void> => {
  const { 'pedagogical-worker': lotte, 'youth-care-worker': colleague } = people as { 'pedagogical-worker': Somebody; 'youth-care-worker': Somebody }
  const { openSafetyTrack: { id: trackId } } = dataOf<{ openSafetyTrack: { id: string } }>(await openTrack(lotte, verhoeven, { childId: sem, words: `Signalen ${secret}`, investigated: [anouk, joost] }))
  const track = { familyId: verhoeven, trackId }
  dataOf(await addMember(lotte, track, femke))
  // Too early: a refusal leaves lines too.
  expect((await takeStep(lotte, track, { step: 'WEIGHING', words: secret, examinations: secret, results: secret })).errors).toHaveLength(1)
  for (const input of [
    { step: 'CONSULTATION', words: secret, on: today, adviser: 'VEILIG_THUIS', anonymous: true }, { step: 'TALK', words: secret, skipped: 'SAFETY_OF_CHILD' },
    { step: 'WEIGHING', words: secret, examinations: secret, results: secret },
    {
      step: 'DECISION', words: secret, outcome: 'REPORT', consent: 'NOT_ASKED',
      considerations: ['SUSPICION', 'DANGER', 'CAN_HELP', 'HELP_ACCEPTED', 'HELP_WORKS'].map((consideration) => ({ consideration, yes: true })),
    },
  ]) dataOf(await takeStep(colleague, track, input))
  const [read] = dataOf<{ safetyTracks: readonly Track[] }>(await readTracks(lotte, verhoeven)).safetyTracks
  for (const task of read?.circle?.tasks ?? []) dataOf(await completeTask(lotte, track, task.id))
  dataOf(await closeTrack(lotte, track, secret))
  // A second one, under way.
  dataOf(await openTrack(lotte, verhoeven, { childId: sem, words: secret }))
}

/** Commands with the id of a track that may be there. */
const prying = (trackId: string): readonly Prying[] => [
  ['addSafetyMember', `mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { addSafetyMember(commandId: $commandId, familyId: $familyId, trackId: $id, personId: "${femke}") { id } }`, trackId],
  ['closeSafetyTrack', 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { closeSafetyTrack(commandId: $commandId, familyId: $familyId, trackId: $id, words: "Dicht") { id } }', trackId],
  ['releaseSafetyNotes', `mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { releaseSafetyNotes(commandId: $commandId, familyId: $familyId, trackId: $id, noteIds: [$id], personId: "${joost}") { id } }`, trackId],
  ['shieldSafetyNote', `mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { shieldSafetyNote(commandId: $commandId, familyId: $familyId, trackId: $id, noteId: $id, personId: "${joost}", reason: "Nog niet.", reviewOn: "2026-12-24") { id } }`, trackId],
  ['askUnseenRestriction', `mutation ($commandId: ID!, $familyId: ID!) { askUnseenRestriction(commandId: $commandId, familyId: $familyId, personId: "${sem}", ground: CONTESTED) { familyId } }`, trackId],
  ['requestErasure', `mutation ($commandId: ID!, $familyId: ID!) { requestErasure(commandId: $commandId, familyId: $familyId, input: { personId: "${sem}", askedBy: ["${anouk}", "${joost}"], receivedOn: "2026-11-24", controllers: ["case", "${demoId('organisation wilgenboom')}"] }) { familyId } }`, trackId],
  ['Erasures', 'query { erasures { nodes { caseNumber records { name earliest } } } }', trackId],
]

/**
 * Whoever reviews the access log finds every line there (P13), and beside a request about what somebody doesn't see, of which organisations
 * those lines are: nothing else of the request may differ.
 */
const withoutReadersOfUnseen = (answer: string): string => answer.startsWith('DataRequests ')
  ? `DataRequests ${JSON.stringify(JSON.parse(answer.slice('DataRequests '.length)), (_, value: unknown) => isUnseen(value) ? { ...value, recipients: [] } : value)}`
  : answer
const isUnseen = (value: unknown): value is object => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'UNSEEN'

const live = async (withTrack: boolean) => {
  const api = await startApi({ clock })
  try {
    const people: Record<string, Somebody> = {}
    for (const { id } of demoPersonas) people[id] = await api.as(id)
    const heard = await listen(api, people, async () => { if (withTrack) await worry(people) })
    const answers = new Map<string, readonly string[]>()
    const [track] = [...(await api.files.tracks.state(verhoeven)).keys()]
    for (const id of [...circle, ...outsiders]) {
      const isOutside = outsiders.some((outsider) => outsider === id)
      const all = await askEverything(api, people[id] as Somebody, verhoeven, { isParent: id === 'father' || id === 'mother', prying: isOutside ? prying(track ?? demoId('no track')) : [] })
      answers.set(id, withoutIds(id === 'privacy-officer' ? all.filter((one) => !/^(AccessLog |log pages|log file)/.test(one)).map(withoutReadersOfUnseen) : all))
    }
    for (const id of ['father', 'mother'] as const) answers.set(`${id} again`, withoutIds(await askEverything(api, people[id] as Somebody, verhoeven, { isParent: true, prying: [] })))
    return { answers, heard }
  } finally {
    await api.stop()
  }
}

/** How often an open page of the coordinator is told that something changed: once by what she may see, and by nothing else. */
const listen = async (api: RunningApi, { coordinator, 'pedagogical-worker': lotte }: People, meanwhile: () => Promise<void>): Promise<number> => {
  const client = connectLive(api.url, { cookie: coordinator?.cookie ?? '' })
  const heard = client.listen('subscription ($id: ID!) { familyChanged(familyId: $id) { familyId } }', { id: verhoeven })
  const isNoted = async () => (await api.accessLog.read(verhoeven)).some(({ operation }) => operation === 'familyChanged')
  while (!await isNoted()) await setImmediate()
  await meanwhile()
  dataOf(await command(lotte as Somebody, 'mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
    { familyId: verhoeven, input: { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [sem] }, category: 'SOCIAL', setting: 'GROUP', occurredOn: today, situation: 'Sem bouwde een toren.' } }))
  let count = 0
  for (let message = await heard.next(); message !== undefined; message = await heard.next()) { if (count === 0) heard.stop(); count += 1 }
  client.close()
  return count
}

let without: Awaited<ReturnType<typeof live>>
let withIt: Awaited<ReturnType<typeof live>>
beforeAll(async () => {
  without = await live(false)
  withIt = await live(true)
}, 900_000)

describe('S-04, T5: a whole safety track', () => {
  test.each([...outsiders, 'father again', 'mother again'])('changes no byte of any answer to %s', (id) => {
    expect(without.answers.get(id)?.length).toBeGreaterThan(40)
    expect(withIt.answers.get(id)).toEqual(without.answers.get(id))
  })
  test.each(outsiders)('comes with no word to %s', (id) => { expect(withIt.answers.get(id)?.join()).not.toContain(secret) })
  test.each(circle)('is there for %s', (id) => { expect(withIt.answers.get(id)?.filter((one) => one.includes(secret)).map((one) => one.split(' ')[0])).toEqual(['SafetyTracks']) })
  test('makes no sound on an open page', () => { expect([without.heard, withIt.heard]).toEqual([1, 1]) })
  test('gives no reason for any mail', () => {
    expect(tellingTypes.some((type) => type in agendaEvents || type in familyCaseEvents)).toBe(true)
    expect(tellingTypes.filter((type) => type in trackEvents)).toEqual([])
  })
})

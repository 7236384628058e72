import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { demoId } from '@samenspel/demo-region'
import type { Category } from '@samenspel/kernel'
import { documents, type Document } from '../testing/documents.ts'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { accepted } from '../testing/marked-region.ts'
import { startApi, type Answer, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { answer, send } from '../testing/walk.ts'
import type { DraftPart } from './board.ts'

const verhoeven = demoId('family verhoeven'), claes = demoId('family claes')
const sem = demoId('verhoeven sem'), anouk = demoId('verhoeven anouk'), joost = demoId('verhoeven joost')
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

const textOf = (name: string): string => texts.get(name)?.text ?? ''
const inDecember = { from: '2026-11-30', until: '2026-12-11' }
const asked = (part: DraftPart) => ({ ...part, modality: part.modality.toUpperCase() })

type Moment = { readonly proposalId: string | null; readonly bundle: { readonly date: string; readonly parts: readonly { readonly label: string; readonly status: string }[] } }
type Board = {
  readonly plansFrom: string; readonly plansUntil: string; readonly closedDays: readonly string[]
  readonly families: readonly { readonly id: string; readonly name: string; readonly moments: readonly Moment[]; readonly needs: readonly { readonly id: string; readonly label: string }[] }[]
  readonly freeTime: readonly { readonly professional: { readonly name: string }; readonly date: string; readonly from: string; readonly to: string }[]
}
type Way = { readonly start: string; readonly end: string; readonly modality: string; readonly place: { readonly id: string } | null; readonly attendees: readonly string[]; readonly professionals: readonly { readonly id: string }[] }
type Day = { readonly date: string; readonly ways: readonly Way[]; readonly sentence: string | null; readonly rules: readonly string[] }
type Burden = Readonly<Record<string, number>>
type Load = { readonly monday: string; readonly visits: number; readonly contacts: number; readonly travelMinutes: number; readonly evenings: number; readonly windows: number; readonly windowsKept: number }
type Check = {
  readonly goneNeedIds: readonly string[]; readonly broken: readonly { readonly rule: string; readonly needIds: readonly string[]; readonly sentence: string }[]
  readonly plan: { readonly bundles: readonly { readonly date: string; readonly parts: readonly { readonly label: string }[] }[] }
  readonly burdens: Readonly<Record<'now' | 'apart' | 'plan', Burden>>; readonly load: Readonly<Record<'now' | 'apart' | 'plan', readonly Load[]>>
}

const boardOf = async (somebody: Somebody, period = inDecember): Promise<Board> => dataOf<{ planningBoard: Board }>(await somebody.ask(textOf('PlanningBoard'), period)).planningBoard
const check = (somebody: Somebody, ...parts: readonly DraftPart[]): Promise<Answer> => somebody.ask(textOf('CheckDraft'), { familyId: verhoeven, parts: parts.map(asked) })
const checked = async (...parts: readonly DraftPart[]): Promise<Check> => dataOf<{ checkDraft: Check }>(await check(all.hanne, ...parts)).checkDraft
const waysOf = async (need: string, ...parts: readonly DraftPart[]): Promise<readonly Day[]> =>
  dataOf<{ draftWays: readonly Day[] }>(await all.hanne.ask(textOf('DraftWays'), { familyId: verhoeven, needId: demoId(`verhoeven ${need}`), parts: parts.map(asked) })).draftWays
const propose = (somebody: Somebody, parts: readonly DraftPart[], commandId: string = randomUUID()) => command(somebody, textOf('ProposeDraft'), { familyId: verhoeven, parts: parts.map(asked) }, commandId)

/** The lightest way to place a wish of the family on the first day that has one. */
const lightest = async (need: string, ...beside: readonly DraftPart[]): Promise<DraftPart> => {
  const day = (await waysOf(need, ...beside)).find(({ ways }) => ways.length > 0)
  const [way] = day?.ways ?? []
  if (day === undefined || way === undefined) throw new Error(`nowhere for ${need}`)
  return {
    needId: demoId(`verhoeven ${need}`), date: day.date, start: way.start, modality: way.modality.toLowerCase() as DraftPart['modality'], attendees: way.attendees, professionals: way.professionals.map(({ id }) => id),
    ...(way.place !== null && { placeId: way.place.id }),
  }
}

describe('the board', () => {
  test('holds the families for whom its reader plans, with what still has to be planned, and no other', async () => {
    const { families, plansFrom, plansUntil } = await boardOf(all.hanne)
    expect(families.map(({ name }) => name)).toContain('Gezin Verhoeven')
    expect(families.map(({ id }) => id)).not.toContain(claes)
    expect(families.find(({ id }) => id === verhoeven)?.needs.map(({ label }) => label)).toEqual(expect.arrayContaining(['Kinderneuroloog', 'Uw eigen gesprek', 'Diëtist']))
    expect([plansFrom, plansUntil]).toEqual(['2026-11-25', '2027-01-15'])
  })
  test('is empty for whoever plans for nobody, also for parents and for an office', async () => {
    for (const somebody of [all.lotte, all.nadia, all.anouk, all.joost, all.paul]) expect(await boardOf(somebody)).toMatchObject({ families: [], freeTime: [], closedDays: [] })
  })
  test('shows what professionals still offer on the days that can be planned, and nothing of whom else they see', async () => {
    const { freeTime } = await boardOf(all.hanne, { from: '2026-11-23', until: '2026-12-11' })
    expect(freeTime.map(({ professional: { name } }) => name)).toContain('Karim Aydin')
    expect(freeTime.every(({ date }) => date > '2026-11-24')).toBe(true)
  })
  test('leaves one line about each kind of data, and none about a family that it does not show', async () => {
    const lines = async (family: string) => (await api.accessLog.read(family)).filter(({ operation }) => operation === 'planningBoard')
    const before = (await lines(verhoeven)).length
    await boardOf(all.hanne)
    const left = (await lines(verhoeven)).slice(before)
    expect(new Set(left.map(({ subject, category }) => JSON.stringify([subject, category]))).size).toBe(left.length)
    expect(left).toContainEqual(expect.objectContaining({ action: 'read', outcome: 'done', category: 'medical', subject: { kind: 'child', person: sem } }))
    expect(await lines(claes)).toEqual([])
  })
  test.each([['2026-12-11', '2026-12-10'], ['2026-11-01', '2026-12-31']])('has a first and a last day: %s to %s is refused', async (from, until) => {
    expect(codesOf(await all.hanne.ask(textOf('PlanningBoard'), { from, until }))).toEqual(['board-period-impossible'])
  })
})

describe('a plan by hand', () => {
  test('is told day by day where a wish may go, the lightest way first, and else what stands in the way', async () => {
    const days = await waysOf('dietician')
    expect(days[0]?.date).toBe('2026-11-25')
    expect(days.every(({ ways }) => ways.length === 0)).toBe(true)
    const wednesday = days.find(({ date }) => date === '2026-12-09')
    expect(wednesday).toMatchObject({ sentence: 'Dan is er beschermde tijd: Middag met Tijn.', rules: ['unavailable'] })
    expect(days.find(({ date }) => date === '2026-12-10')?.sentence).toBe('Bram Dekker heeft dan geen tijd vrij.')
    expect(days.find(({ date }) => date === '2026-12-25')).toMatchObject({ ways: [], sentence: expect.any(String) })
    expect((await waysOf('physio')).some(({ ways }) => ways.length > 0)).toBe(true)
  })

  test('is judged with the broken rule named, and weighed beside what stands and beside first free times', async () => {
    const physio = await lightest('physio')
    const fine = await checked(physio)
    expect(fine.broken).toEqual([])
    expect(fine.plan.bundles.map(({ date }) => date)).toEqual([physio.date])
    expect(fine.burdens.plan['unplanned']).toBeLessThan(fine.burdens.now['unplanned'] ?? 0)
    expect(fine.burdens.now).toMatchObject({ travelDays: 0, trips: 0, minutes: 0 })
    const asleep = await checked({ ...physio, start: '12:45' })
    expect(asleep.broken).toContainEqual({ rule: 'nap', needIds: [physio.needId], date: physio.date, sentence: expect.stringMatching(/: Dan slaapt Sem\.$/) })
  })

  test('every way that is offered is one that the check allows, beside the rest of the plan', async () => {
    const first = await lightest('physio')
    const second = await lightest('neurologist', first)
    const third = await lightest('talk', first, second)
    expect((await checked(first, second, third)).broken).toEqual([])
    // Two at once for the same parent: the second is not offered there.
    const day = (await waysOf('neurologist', { ...first, date: second.date, start: second.start }, third)).find(({ date }) => date === second.date)
    expect(day?.ways.some(({ start, attendees }) => start === second.start && attendees.some((person) => first.attendees.includes(person)))).toBe(false)
  })

  test('tells the weeks of the family before and after, the past ones too', async () => {
    const physio = await lightest('physio')
    const { load } = await checked(physio)
    expect(load.plan).toHaveLength(12)
    expect(load.plan[0]?.monday).toBe('2026-10-26')
    const week = (list: readonly Load[]) => list.find(({ monday }) => monday <= physio.date && physio.date < addWeek(monday))
    expect((week(load.plan)?.contacts ?? 0) - (week(load.now)?.contacts ?? 0)).toBe(1)
    expect(load.apart.reduce((sum, { contacts }) => sum + contacts, 0)).toBeGreaterThan(load.now.reduce((sum, { contacts }) => sum + contacts, 0))
    expect(week(load.plan)?.windows).toBeGreaterThan(0)
    // A letter from elsewhere is carried too, by whoever goes.
    dataOf(await command(all.hanne, 'mutation ($commandId: ID!, $familyId: ID!, $input: ElsewhereInput!) { addElsewhereAppointment(commandId: $commandId, familyId: $familyId, input: $input) { id } }', {
      familyId: verhoeven, input: { label: 'Echo', date: '2026-12-16', start: '10:00', minutes: 30, modality: 'ONSITE', place: 'Ziekenhuis', travelMinutes: 20, attendees: [sem, joost], category: 'MEDICAL' },
    }))
    const after = (await checked(physio)).load.now
    const total = (list: readonly Load[], of: 'contacts' | 'visits' | 'travelMinutes') => list.reduce((sum, one) => sum + one[of], 0)
    expect([total(after, 'contacts') - total(load.now, 'contacts'), total(after, 'visits') - total(load.now, 'visits'), total(after, 'travelMinutes') - total(load.now, 'travelMinutes')]).toEqual([1, 1, 40])
  })

  test('says which wish is no longer open, and judges the rest', async () => {
    const gone = { ...await lightest('physio'), needId: randomUUID() }
    expect(await checked(gone)).toMatchObject({ goneNeedIds: [gone.needId], broken: [], plan: { bundles: [] } })
    expect(codesOf(await propose(all.hanne, [gone]))).toEqual(['draft-outdated'])
  })

  test('becomes a proposal that is sent and agreed to like any other; the same command again is the same proposal', async () => {
    const parts = [await lightest('physio')]
    parts.push(await lightest('talk', ...parts))
    expect(codesOf(await propose(all.hanne, []))).toEqual(['proposal-empty'])
    expect(codesOf(await propose(all.hanne, [{ ...parts[0] as DraftPart, start: '12:45' }]))).toEqual(['draft-breaks-rules'])
    const commandId = randomUUID()
    type Made = { readonly proposeDraft: { readonly id: string; readonly state: 'DONE'; readonly proposals: readonly { readonly id: string; readonly kind: string; readonly bundles: readonly unknown[] }[] } }
    const made = dataOf<Made>(await propose(all.hanne, parts, commandId)).proposeDraft
    expect(dataOf<Made>(await propose(all.hanne, parts, commandId)).proposeDraft.proposals[0]?.id).toBe(made.proposals[0]?.id)
    expect(made.proposals).toMatchObject([{ kind: 'BY_HAND' }])
    const [proposal] = made.proposals
    if (proposal === undefined) throw new Error('no proposal')
    await send(all.hanne, verhoeven, made, proposal.id)
    const proposed = (await boardOf(all.hanne, { from: '2026-11-25', until: '2026-12-31' })).families.find(({ id }) => id === verhoeven)?.moments
    expect(proposed?.map(({ proposalId }) => proposalId)).toEqual(proposal.bundles.map(() => proposal.id))
    for (const parent of [all.anouk, all.joost]) await answer(parent, verhoeven, proposal.id)
    const standing = (await boardOf(all.hanne, { from: '2026-11-25', until: '2026-12-31' })).families.find(({ id }) => id === verhoeven)?.moments
    expect(standing?.flatMap(({ proposalId, bundle }) => bundle.parts.map(({ status }) => [proposalId, status]))).toEqual([[null, 'CONFIRMED'], [null, 'CONFIRMED']])
    // What stands is in the way of what comes.
    expect((await checked()).burdens.now['careDays']).toBeGreaterThan(0)
  })

  test('is for whoever coordinates: others learn nothing, whether or not there is such a family', async () => {
    const part = { needId: demoId('verhoeven physio'), date: '2026-12-01', start: '09:00', modality: 'digital', attendees: [joost], professionals: [] } as const
    for (const somebody of [all.lotte, all.anouk]) expect(codesOf(await check(somebody, part))).toEqual(['not-coordinator'])
    for (const somebody of [all.theresa, all.paul]) expect(codesOf(await check(somebody, part))).toEqual(['not-found'])
    expect(codesOf(await propose(all.lotte, [part]))).toEqual(['not-coordinator'])
    expect(codesOf(await all.hanne.ask(textOf('DraftWays'), { familyId: verhoeven, needId: demoId('claes talk'), parts: [] }))).toEqual(['not-found'])
  })
})

const addWeek = (monday: string): string => Temporal.PlainDate.from(monday).add({ days: 7 }).toString()

test('a wish that its reader may not see leaves no trace on the board, in a check, or where another may go: not one byte', async () => {
  const physio = { needId: demoId('verhoeven neurologist'), date: '2026-12-08', start: '10:45', modality: 'onsite', placeId: demoId('location ziekenhuis'), attendees: [sem, anouk, joost], professionals: [demoId('practitioner ties')] } as const
  const hidden = randomUUID()
  const everything = async (): Promise<readonly string[]> => {
    const bytes = [await all.hanne.askBytes(textOf('PlanningBoard'), inDecember), await all.hanne.askBytes(textOf('CheckDraft'), { familyId: verhoeven, parts: [asked(physio)] })]
    // Whoever guesses the id of what is hidden is told that there is nothing.
    bytes.push(await all.hanne.askBytes(textOf('CheckDraft'), { familyId: verhoeven, parts: [asked({ ...physio, needId: hidden })] }), await all.hanne.askBytes(textOf('DraftWays'), { familyId: verhoeven, needId: hidden, parts: [] }))
    for (const need of ['neurologist', 'therapy']) bytes.push(await all.hanne.askBytes(textOf('DraftWays'), { familyId: verhoeven, needId: demoId(`verhoeven ${need}`), parts: [] }))
    return bytes.map((one) => one.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id'))
  }
  const before = await everything()
  const need = (needId: string, category: Category) => accepted(api.files, {
    to: 'agenda', id: verhoeven,
    command: {
      type: 'AddNeed', by: { person: demoId('practitioner ties'), role: 'professional', organisation: demoId('organisation ziekenhuis'), discipline: 'hospital' }, at: clock(), today: '2026-11-24', members: [sem, anouk, joost],
      subject: { kind: 'child', person: sem }, needId, label: 'Nog iets', discipline: 'hospital', organisation: demoId('organisation ziekenhuis'), minutes: 30, urgency: 3,
      from: '2026-11-30', deadline: '2026-12-18', preferred: '2026-11-30', modalities: [{ kind: 'onsite', place: demoId('location ziekenhuis') }], attendance: [[sem, anouk, joost]], staffing: [[demoId('practitioner ties')]], category,
    },
  })
  await need(hidden, 'safety')
  expect(await everything()).toEqual(before)
  // Where it may be seen, it is there.
  await need(randomUUID(), 'medical')
  expect((await everything())[0]).not.toBe(before[0])
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import type { OpenCase } from '@samenspel/family-case'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { ask, startApi, type Answer, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { proposalsFor, send } from '../testing/walk.ts'

const today = '2026-11-24'
const verhoeven = demoId('family verhoeven'), bosman = demoId('family bosman'), claes = demoId('family claes')
const own = (name: string) => demoId(`verhoeven ${name}`)
const sem = own('sem'), anouk = own('anouk')

let api: RunningApi
let all: Awaited<ReturnType<typeof people>>
beforeAll(async () => {
  api = await startApi({ clock: () => `${today}T09:00:00.000Z` })
  all = await people(api)
})
afterAll(() => api.stop())

const position = () => api.stores.events.lastPosition()

/** What was answered, after seeing that nothing at all was recorded. */
const withoutWriting = async (act: () => Promise<Answer>): Promise<Answer> => {
  const before = await position()
  const answer = await act()
  expect(await position()).toEqual(before)
  return answer
}
const refusedWith = async (act: () => Promise<Answer>): Promise<unknown> => (await withoutWriting(act)).errors?.[0]?.extensions['code']

const note = { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [sem] }, category: 'DEVELOPMENT', setting: 'GROUP', occurredOn: today, situation: 'Sem zwaaide.' }
const contribute = (somebody: Somebody, input: Readonly<Record<string, unknown>> = {}, more: Readonly<Record<string, unknown>> = {}, commandId?: string) =>
  command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id familyId } }',
    { familyId: verhoeven, input: { ...note, ...input }, ...more }, commandId)

type Written = { readonly family: { readonly contributions: { readonly nodes: readonly { readonly id: string; readonly situation: string }[] } } }
const written = async (somebody: Somebody) => dataOf<Written>(await somebody.ask('query ($id: ID!) { family(id: $id) { contributions(first: 100) { nodes { id situation } } } }', { id: verhoeven })).family.contributions.nodes

type Goals = { readonly family: { readonly goals: readonly { readonly id: string; readonly version: string; readonly title: string; readonly isMentalising: boolean; readonly levels: readonly { readonly value: number; readonly text: string }[] }[] } }
const goals = async () => dataOf<Goals>(await all.hanne.ask('query ($id: ID!) { family(id: $id) { goals { id version title isMentalising levels { value text } } } }', { id: verhoeven })).family.goals

describe('the same command twice', () => {
  test('one after the other has one effect and one answer', async () => {
    const commandId = randomUUID()
    const first = await contribute(all.lotte, { situation: 'Eenmaal.' }, {}, commandId)
    const after = await position()
    expect(await contribute(all.lotte, { situation: 'Eenmaal.' }, {}, commandId)).toEqual(first)
    expect(await position()).toEqual(after)
    expect((await written(all.lotte)).filter(({ situation }) => situation === 'Eenmaal.')).toHaveLength(1)
  })
  test('at once too', async () => {
    const commandId = randomUUID()
    const answers = await Promise.all(Array.from({ length: 5 }, () => contribute(all.lotte, { situation: 'Tegelijk.' }, {}, commandId)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]?.errors).toBeUndefined()
    expect((await written(all.lotte)).filter(({ situation }) => situation === 'Tegelijk.')).toHaveLength(1)
  })
  test('by somebody else is a command of their own', async () => {
    const commandId = randomUUID()
    await contribute(all.lotte, { situation: 'Van Lotte.' }, {}, commandId)
    await contribute(all.femke, { situation: 'Van Femke.' }, {}, commandId)
    expect((await written(all.hanne)).map(({ situation }) => situation)).toEqual(expect.arrayContaining(['Van Lotte.', 'Van Femke.']))
  })
  test('asks one search for proposals', async () => {
    const commandId = randomUUID()
    const start = () => command(all.hanne, 'mutation ($commandId: ID!, $familyId: ID!) { startProposals(commandId: $commandId, familyId: $familyId, input: { lighter: false }) { id } }', { familyId: bosman }, commandId)
    expect(await start()).toEqual(await start())
  })
  test('that has no id of the right form is refused', async () => { expect(await refusedWith(() => contribute(all.lotte, {}, {}, 'again'))).toBe('request-invalid') })
})

describe('two people edit one text', () => {
  const change = (title: string, goalId: string, version: string, levels: Goals['family']['goals'][number]['levels']) => command(all.hanne,
    'mutation ($commandId: ID!, $familyId: ID!, $goalId: ID!, $version: ID!, $input: GoalInput!) { changeGoal(commandId: $commandId, familyId: $familyId, goalId: $goalId, version: $version, input: $input) { id } }',
    { familyId: verhoeven, goalId, version, input: { title, subject: note.subject, route: 'BOND', scale: 'FIVE', levels, start: -1, isParentsOwn: false } })

  test('the second of a goal finds both texts, and can go on from there', async () => {
    const goal = (await goals()).find(({ isMentalising }) => isMentalising)
    if (goal === undefined) throw new Error('no mentalising goal')
    dataOf(await change('Zien wat Sem vertelt', goal.id, goal.version, goal.levels))
    const { errors } = await withoutWriting(() => change('Zien wat Sem bedoelt 👀', goal.id, goal.version, goal.levels))
    expect(errors).toMatchObject([{ extensions: { code: 'changed-meanwhile', about: { yours: expect.stringMatching(/^Zien wat Sem bedoelt 👀\n/), theirs: expect.stringMatching(/^Zien wat Sem vertelt\n/), version: expect.any(String) } } }])
    const { version } = errors?.[0]?.extensions['about'] as { version: string }
    dataOf(await change('Zien wat Sem bedoelt 👀', goal.id, version, goal.levels))
    expect((await goals()).find(({ id }) => id === goal.id)?.title).toBe('Zien wat Sem bedoelt 👀')
  })
  test('of two at once, one is first', async () => {
    const goal = (await goals())[1]
    if (goal === undefined) throw new Error('no second goal')
    const answers = await Promise.all(['Eerst', 'Tweede'].map((title) => change(title, goal.id, goal.version, goal.levels)))
    expect(answers.flatMap(codesOf)).toEqual(['changed-meanwhile'])
  })
  test('a card of the group goes the same way', async () => {
    type Cards = { readonly family: { readonly agreementCards: readonly { readonly id: string; readonly version: string }[] } }
    const [card] = dataOf<Cards>(await all.lotte.ask('query ($id: ID!) { family(id: $id) { agreementCards { id version } } }', { id: verhoeven })).family.agreementCards
    const edit = (somebody: Somebody, text: string) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $cardId: ID!, $version: ID!, $input: AgreementCardInput!) { changeAgreementCard(commandId: $commandId, familyId: $familyId, cardId: $cardId, version: $version, input: $input) { id } }',
      { familyId: verhoeven, cardId: card?.id, version: card?.version, input: { title: 'Muts', text, settings: ['HOME'] } })
    dataOf(await edit(all.lotte, 'Zelf vasthouden.'))
    expect((await withoutWriting(() => edit(all.femke, 'Eerst voelen.'))).errors).toMatchObject([{ extensions: { code: 'changed-meanwhile', about: { yours: 'Muts\nEerst voelen.', theirs: 'Muts\nZelf vasthouden.' } } }])
  })
})

describe('a text', () => {
  test.each([
    ['Emoji, samen en met huidskleur', '👨‍👩‍👧‍👦 👩🏽‍🍼 🥕 ✊🏿'], ['Van rechts naar links', 'مرحبا בית "שלום" ‏(١٢٣)‎'], ['Losse accenten en ligaturen', 'e\u0301 ﬁ ﷺ Å Å'],
    ['Opmaak die geen opmaak is', '<script>alert("x")</script> {{x}} ${y} \\u0041 %00 \' --'], ['Regels en spaties', '  een\n\n\ttwee \u00a0 drie  '],
  ])('is kept exactly: %s', async (_, situation) => {
    const { addContribution: { id } } = dataOf<{ addContribution: { id: string } }>(await contribute(all.lotte, { situation }))
    expect((await written(all.hanne)).find((one) => one.id === id)?.situation).toBe(situation)
  })
  test.each([
    ['of 100 kB', { situation: 'a'.repeat(99_000) }, 'text-too-long'], ['one sign too long', { situation: 'a'.repeat(10_001) }, 'text-too-long'],
    ['that is empty', { situation: '' }, 'text-empty'], ['of blanks alone', { situation: ' \n\u00a0\t' }, 'text-empty'], ['half of a four-part one', { kind: 'FOUR_PART', situation: 'Nu.' }, 'four-parts-missing'],
  ])('%s is refused', async (_, input, code) => { expect(await refusedWith(() => contribute(all.lotte, input))).toBe(code) })
  test('longer than a request is refused as a whole', async () => { expect(await refusedWith(() => contribute(all.lotte, { situation: '€'.repeat(60_000) }))).toBe('request-too-large') })
})

describe('a date or time', () => {
  test.each(['2026-02-30', '2027-02-29', '2026-13-01', '24-11-2026', '2026-11-24T10:00:00Z', '20261124', '', '2026-W48-2', '+002026-11-24'])('that is no date is refused: %s', async (occurredOn) => {
    expect(await refusedWith(() => contribute(all.lotte, { occurredOn }))).toBe('date-impossible')
  })
  test('that has not come is refused', async () => { expect(await refusedWith(() => contribute(all.lotte, { occurredOn: '2026-11-25' }))).toBe('date-in-future') })
})

describe('a wish for another moment', () => {
  let proposalId: string
  beforeAll(async () => {
    const run = await proposalsFor(all.hanne, verhoeven)
    proposalId = run.proposals[0]?.id ?? ''
    await send(all.hanne, verhoeven, run, proposalId)
  })
  const wish = (date: string, from: string, to: string) => command(all.anouk,
    'mutation ($commandId: ID!, $familyId: ID!, $proposalId: ID, $windows: [TimeWindowInput!]) { askOtherMoment(commandId: $commandId, familyId: $familyId, proposalId: $proposalId, windows: $windows) { id } }',
    { familyId: verhoeven, proposalId, windows: [{ date, from, to }] })

  test.each([
    ['10:00', '09:00', 'times-reversed'], ['10:00', '10:00', 'times-reversed'], ['24:00', '25:00', 'date-impossible'], ['9:00', '10:00', 'date-impossible'], ['10.00', '11.00', 'date-impossible'],
  ])('from %s to %s is refused', async (from, to, code) => { expect(await refusedWith(() => wish('2026-12-10', from, to))).toBe(code) })
  test('that has passed is refused', async () => { expect(await refusedWith(() => wish('2026-11-23', '09:00', '10:00'))).toBe('in-the-past') })
  test('need not keep to quarters of an hour', async () => { expect((await wish('2026-12-10', '09:05', '10:07')).errors).toBeUndefined() })
})

describe("what isn't one's own", () => {
  /** Every command about a thing, with a place for its id; what really is elsewhere, or may not be known to who asks, is tried too. */
  const about: readonly (readonly [name: string, fields: string, somebody: () => Somebody, kinds: string])[] = [
    ['changeGoal', 'goalId: $id, version: $id, input: { title: "x", subject: { kind: CASE, memberIds: [] }, route: CHILD, scale: FIVE, levels: [], start: 0, isParentsOwn: false }', () => all.hanne, 'goal'],
    ['scoreGoal', 'goalId: $id, value: 0, on: "2026-11-24"', () => all.hanne, 'goal'],
    ['changeAgreementCard', 'cardId: $id, version: $id, input: { title: "x", text: "y", settings: [HOME] }', () => all.lotte, 'card'],
    ['completeAction', 'actionId: $id', () => all.lotte, 'action'],
    ['answerReflectionPrompt', 'promptId: $id, text: "x"', () => all.hanne, 'prompt'],
    ['closeReflectionPrompt', 'promptId: $id', () => all.hanne, 'prompt'],
    ['answerOverloadSignal', 'signalId: $id', () => all.hanne, 'signal'],
    ['withdrawProposal', 'proposalId: $id', () => all.hanne, 'proposal'],
    ['recordOutcome', 'appointmentId: $id, outcome: UNKNOWN', () => all.hanne, 'appointment'],
    ['closeChangeRequest', 'requestId: $id', () => all.hanne, 'request'],
    ['answerProposal', 'proposalId: $id, answer: YES', () => all.anouk, 'proposal'],
    ['askOtherMoment', 'proposalId: $id', () => all.anouk, 'proposal'],
    ['askOtherMoment', 'appointmentId: $id', () => all.anouk, 'appointment'],
    ['makeDigital', 'appointmentId: $id', () => all.anouk, 'appointment'],
    ['cancelAppointment', 'appointmentId: $id', () => all.anouk, 'appointment'],
    ['addAction', 'ownerId: $id, text: "Bellen"', () => all.lotte, 'person'],
  ]
  test.each(about)('%s is refused as if it were nowhere', async (name, fields, somebody, kind) => {
    const attempt = (id: string) => withoutWriting(() => command(somebody(), `mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { ${name}(commandId: $commandId, familyId: $familyId, ${fields}) { id } }`, { familyId: verhoeven, id }))
    const nowhere = await attempt(randomUUID())
    expect(codesOf(nowhere)).toEqual(['not-found'])
    const { plan } = await api.files.cases.state(bosman) as OpenCase
    const elsewhere: Readonly<Record<string, string | undefined>> = { goal: plan.goals[1]?.goalId, card: plan.cards[0]?.cardId, person: demoId('practitioner nadia'), action: own('mentalising'), appointment: own('therapy') }
    expect(await attempt(elsewhere[kind] ?? verhoeven)).toEqual(nowhere)
  })

  test("another family's id is refused like one that is nowhere", async () => {
    for (const familyId of [bosman, claes, randomUUID(), 'x', '']) {
      const attempt = (family: string) => withoutWriting(() => contribute(all.femke, {}, { familyId: family }))
      expect(await attempt(familyId)).toEqual(await attempt(randomUUID()))
      expect(codesOf(await attempt(familyId))).toEqual(['not-found'])
    }
  })

  test('nobody else is somebody of this family', async () => {
    for (const person of [demoId('bosman noor'), randomUUID(), 'x']) {
      expect(await refusedWith(() => contribute(all.lotte, { subject: { kind: 'CHILD', memberIds: [person] } }))).toBe('not-found')
    }
    for (const [kind, memberIds] of [['CHILD', []], ['RELATION', [sem]], ['RELATION', [sem, sem]], ['ADULT', [sem]], ['CHILD', [anouk]], ['CASE', []], ['CASE', [sem]]] as const) {
      expect(await refusedWith(() => contribute(all.lotte, { subject: { kind, memberIds } }))).toBe('subject-unknown')
    }
  })

  test('who is no professional here does not write here; who has no session does nothing', async () => {
    expect(await refusedWith(() => contribute(all.joost))).toBe('not-in-team')
    expect(await refusedWith(() => contribute(all.paul))).toBe('not-found')
    expect(await refusedWith(() => ask(api.url, 'mutation { addAction(commandId: "x", familyId: "y", ownerId: "z", text: "w") { id } }'))).toBe('not-signed-in')
    expect(await refusedWith(() => command(all.lotte, 'mutation ($commandId: ID!, $familyId: ID!) { changeGuidingQuestion(commandId: $commandId, familyId: $familyId, text: "Wie ben ik?") { id } }', { familyId: verhoeven }))).toBe('not-coordinator')
  })
})

describe('the analysis', () => {
  type Hypothesis = { readonly id: string; readonly version: string; readonly statement: string; readonly category: string; readonly mechanism: string; readonly supporting: readonly string[]; readonly opposing: readonly string[]; readonly confidence: string; readonly nextTest: string }
  type Analysis = {
    readonly factors: readonly { readonly id: string; readonly title: string; readonly dismissed: { readonly reason: string } | null }[]
    readonly hypotheses: readonly Hypothesis[]
    readonly blindSpots: { readonly domains: readonly string[]; readonly layers: readonly string[]; readonly disciplines: readonly string[]; readonly parents: readonly string[] } | null
  }
  const analysis = async (somebody: Somebody): Promise<Analysis> => dataOf<{ family: { analysis: Analysis } }>(await somebody.ask(
    'query ($id: ID!) { family(id: $id) { analysis { factors { id title dismissed { reason } } hypotheses { id version statement category mechanism supporting opposing confidence nextTest } blindSpots { domains layers disciplines parents } } } }', { id: verhoeven },
  )).family.analysis
  const hands = own('hypothesis hands')
  const change = (somebody: Somebody, { id: hypothesisId, version, ...input }: Hypothesis) => command(somebody,
    'mutation ($commandId: ID!, $familyId: ID!, $hypothesisId: ID!, $version: ID!, $input: HypothesisInput!) { changeHypothesis(commandId: $commandId, familyId: $familyId, hypothesisId: $hypothesisId, version: $version, input: $input) { id } }',
    { familyId: verhoeven, hypothesisId, version, input })
  const found = ({ hypotheses }: Analysis): Hypothesis => hypotheses.find(({ id }) => id === hands) ?? ((): never => { throw new Error('the hypothesis is not there') })()

  test('shows everybody the links that they read; who words a hypothesis anew takes away none that stand before another’s eyes', async () => {
    const [whole, ofGroup] = [await analysis(all.hanne), await analysis(all.lotte)]
    const titles = (one: Analysis, ids: readonly string[]) => one.factors.filter(({ id }) => ids.includes(id)).map(({ title }) => title)
    expect(titles(whole, found(whole).supporting)).toEqual(['Maanden van prikken en meten'])
    expect(JSON.stringify(ofGroup)).not.toContain('prikken')
    expect(found(ofGroup).supporting).toEqual([])
    expect(codesOf(await change(all.lotte, { ...found(ofGroup), nextTest: 'Een week zonder muts.' }))).toEqual([])
    expect(found(await analysis(all.hanne))).toMatchObject({ nextTest: 'Een week zonder muts.', supporting: found(whole).supporting, opposing: found(whole).opposing })
  })
  test('lets nobody link, change or dismiss what they don’t read', async () => {
    const hidden = own('factor hospital')
    const dismiss = (somebody: Somebody) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $factorId: ID!, $reason: String!) { dismissFactor(commandId: $commandId, familyId: $familyId, factorId: $factorId, reason: $reason) { id } }', { familyId: verhoeven, factorId: hidden, reason: 'Klopt niet.' })
    expect(await refusedWith(() => dismiss(all.lotte))).toBe('not-found')
    const seen = found(await analysis(all.lotte))
    expect(await refusedWith(() => change(all.lotte, { ...seen, opposing: [...seen.opposing, hidden] }))).toBe('not-found')
    expect(codesOf(await dismiss(all.hanne))).toEqual([])
    expect((await analysis(all.hanne)).factors.find(({ id }) => id === hidden)?.dismissed).toEqual({ reason: 'Klopt niet.' })
  })
  test('tells a professional what nothing they read tells about, and a parent not', async () => {
    const { blindSpots } = await analysis(all.hanne)
    expect(blindSpots?.layers).toContain('MACRO')
    // What was dismissed doesn't count: it was the only one of this domain.
    expect(blindSpots?.domains).toEqual(['CHILD_CHARACTERISTICS'])
    expect((await analysis(all.anouk)).blindSpots).toBeNull()
    // The day centre reads nothing of what the hospital wrote, and may know the hospital is in the team.
    expect((await analysis(all.lotte)).blindSpots?.disciplines).toContain('ziekenhuis')
  })
  test('lets who coordinates alone decide and choose where the work begins', async () => {
    const decide = (somebody: Somebody) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $hypothesisId: ID!) { decideHypothesis(commandId: $commandId, familyId: $familyId, hypothesisId: $hypothesisId, outcome: SUPPORTED, reason: "Het helpt.") { id } }', { familyId: verhoeven, hypothesisId: hands })
    const begin = (somebody: Somebody) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $input: PortOfEntryInput!) { setPortOfEntry(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
      { familyId: verhoeven, input: { subject: note.subject, route: 'CHILD', why: 'Eerst rust.', parentsQuestion: 'Waarom schrikt hij zo?', reviewOn: '2027-01-05' } })
    expect(await refusedWith(() => decide(all.lotte))).toBe('not-coordinator')
    expect(await refusedWith(() => begin(all.lotte))).toBe('not-coordinator')
    expect([codesOf(await decide(all.hanne)), codesOf(await begin(all.hanne))]).toEqual([[], []])
  })
})

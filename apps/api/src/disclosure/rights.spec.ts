/** What people ask about their data, and what a privacy officer does with it and with looks that stand out, over the API as the apps ask it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { takeCopy } from '../testing/take-copy.ts'

const verhoeven = demoId('family verhoeven'), claes = demoId('family claes')
const sem = demoId('verhoeven sem'), anouk = demoId('verhoeven anouk')

let now = '2026-11-24T09:00:00.000Z'
let api: RunningApi
let all: Awaited<ReturnType<typeof people>>

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  api = await startApi({ clock: () => now })
  all = await people(api)
})
afterAll(() => api.stop())

type Said = { readonly id: string; readonly entryId: string; readonly by: string; readonly isOwn: boolean; readonly text: string; readonly answers: string | null; readonly mayAnswer: boolean }
type Written = { readonly id: string; readonly situation: string; readonly category: string; readonly author: { readonly id: string }; readonly statements: readonly Said[] }
const writtenFor = async (somebody: Somebody): Promise<readonly Written[]> => {
  const { family } = dataOf<{ family: { contributions: { nodes: readonly Omit<Written, 'statements'>[] }; statements: readonly Said[] } | null }>(
    await somebody.ask('query ($id: ID!) { family(id: $id) { contributions(first: 50) { nodes { id situation category author { id } } } statements { id entryId by isOwn text answers mayAnswer } } }', { id: verhoeven }))
  return family?.contributions.nodes.map((one) => ({ ...one, statements: family.statements.filter(({ entryId }) => entryId === one.id) })) ?? []
}
const addNote = async (somebody: Somebody, situation: string): Promise<string> => dataOf<{ addContribution: { id: string } }>(await command(somebody,
  'mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
  { familyId: verhoeven, input: { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [sem] }, category: 'DEVELOPMENT', setting: 'GROUP', occurredOn: '2026-11-23', situation } })).addContribution.id

const correct = (somebody: Somebody, entryId: string, text: string, entryKind = 'CONTRIBUTION') => command(somebody,
  'mutation ($commandId: ID!, $familyId: ID!, $entryKind: StatedKind!, $entryId: ID!, $text: String!) { addStatement(commandId: $commandId, familyId: $familyId, entryKind: $entryKind, entryId: $entryId, text: $text) { id } }', { familyId: verhoeven, entryKind, entryId, text })
const answer = (somebody: Somebody, statementId: string, text: string) => command(somebody,
  'mutation ($commandId: ID!, $familyId: ID!, $statementId: ID!, $text: String!) { answerStatement(commandId: $commandId, familyId: $familyId, statementId: $statementId, text: $text) { id } }', { familyId: verhoeven, statementId, text })
type Entry = { readonly id: string; readonly kind: string; readonly title: string; readonly by: string; readonly mayState: boolean; readonly mayRestrict: boolean; readonly statements: readonly { readonly text: string; readonly answers: string | null }[] }
const aboutUs = async (somebody: Somebody, kind?: string): Promise<readonly Entry[]> => dataOf<{ writtenAboutUs: { nodes: readonly Entry[] } | null }>(
  await somebody.ask('query ($id: ID!, $kind: StatedKind) { writtenAboutUs(familyId: $id, kind: $kind, first: 100) { nodes { id kind title by mayState mayRestrict statements { text answers } } } }', { id: verhoeven, ...(kind !== undefined && { kind }) })).writtenAboutUs?.nodes ?? []

const askErasure = (somebody: Somebody, personId: string, familyId = verhoeven) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $personId: ID!) { askErasure(commandId: $commandId, familyId: $familyId, personId: $personId) { id } }', { familyId, personId })
const askRestriction = (somebody: Somebody, entryId: string) => command(somebody,
  'mutation ($commandId: ID!, $familyId: ID!, $entryId: ID!) { askRestriction(commandId: $commandId, familyId: $familyId, entryId: $entryId, ground: CONTESTED) { id } }', { familyId: verhoeven, entryId })

type Request = { readonly id: string; readonly kind: string; readonly about: string; readonly receivedOn: string; readonly answerBy: string; readonly status: string; readonly reason: string | null; readonly certificate: { readonly json: string } | null }
type OwnData = { readonly persons: readonly { readonly id: string; readonly isSelf: boolean; readonly mustAsk: number }[]; readonly requests: readonly Request[] }
const ownData = async (somebody: Somebody, familyId = verhoeven): Promise<OwnData | null> => dataOf<{ ownData: OwnData | null }>(
  await somebody.ask('query ($id: ID!) { ownData(familyId: $id) { persons { id isSelf mustAsk } requests { id kind about receivedOn answerBy status reason certificate { json } } } }', { id: familyId })).ownData
const requestsOf = async (somebody: Somebody): Promise<readonly Request[]> => (await ownData(somebody))?.requests ?? []

type Desk = { readonly id: string; readonly kind: string; readonly about: string; readonly status: string | null; readonly isLate: boolean; readonly answerBy: string | null; readonly recipients: readonly { readonly name: string }[]; readonly told: readonly string[]; readonly toldOn: string | null }
const deskOf = async (somebody: Somebody): Promise<readonly Desk[]> => dataOf<{ dataRequests: { nodes: readonly Desk[] } }>(
  await somebody.ask('{ dataRequests { nodes { id kind about status isLate answerBy recipients { name } told toldOn } } }')).dataRequests.nodes
const decide = (somebody: Somebody, mutation: string, requestId: string, more = '') => command(somebody, `mutation ($commandId: ID!, $familyId: ID!, $requestId: ID!) { ${mutation}(commandId: $commandId, familyId: $familyId, requestId: $requestId${more}) { id } }`, { familyId: verhoeven, requestId })

test('a parent reads a step of a goal in the words that were agreed for it: a number alone tells nothing', async () => {
  const { writtenAboutUs } = dataOf<{ writtenAboutUs: { nodes: readonly { title: string; lines: readonly { label: string; text: string }[] }[] } }>(
    await all.joost.ask('query ($id: ID!) { writtenAboutUs(familyId: $id, first: 100) { nodes { title lines { label text } } } }', { id: verhoeven }))
  const steps = writtenAboutUs.nodes.flatMap(({ lines }) => lines).filter(({ label }) => label === 'Stap').map(({ text }) => text)
  expect(steps.length).toBeGreaterThan(2)
  for (const step of steps) expect(step).toMatch(/^\p{L}.+ \(stap [−+]?\d\)$/u)
})

describe('own words beside what somebody wrote (P-03)', () => {
  test('are read by everybody who may read it, and the original stays', async () => {
    const id = await addNote(all.lotte, 'Sem speelde een kwartier met water.')
    await correct(all.anouk, id, 'Het was een half uur.')
    for (const somebody of [all.anouk, all.joost, all.lotte, all.hanne]) {
      const read = (await writtenFor(somebody)).find((one) => one.id === id)
      expect(read).toMatchObject({ situation: 'Sem speelde een kwartier met water.', statements: [{ by: 'Anouk', isOwn: somebody === all.anouk, text: 'Het was een half uur.' }] })
    }
  })
  test('go along in a copy, and say what they stand beside', async () => {
    const { file } = await takeCopy(api, all.joost, verhoeven)
    expect(file).toContain('Het was een half uur.')
    expect(file).toMatch(/Staat naast[\s\S]{0,200}23 november 2026/)
  })
  test('are put by nobody beside what they may not read, or as somebody of the team', async () => {
    const [one] = await writtenFor(all.anouk)
    const id = one?.id ?? ''
    for (const somebody of [all.theresa, all.lotte, all.nadia, all.paul]) expect(codesOf(await correct(somebody, id, 'Nee.'))).toEqual(['not-found'])
    expect(codesOf(await correct(all.anouk, randomUUID(), 'Nee.'))).toEqual(['not-found'])
    expect(codesOf(await correct(all.anouk, id, ' '))).toEqual(['text-empty'])
    expect((await writtenFor(all.anouk)).find((written) => written.id === id)?.statements.map(({ text }) => text)).not.toContain('Nee.')
  })
  test('are put beside a part of every kind that a parent reads', async () => {
    const entries = await aboutUs(all.anouk)
    const kinds = [...new Set(entries.map(({ kind }) => kind))]
    expect(kinds).toEqual(expect.arrayContaining(['CONTRIBUTION', 'MEMBER', 'TEAM_MEMBER', 'LIFE_EVENT', 'GOAL', 'AGREEMENT_CARD', 'NEED']))
    for (const kind of kinds) {
      const one = entries.find((entry) => entry.kind === kind && entry.mayState && !entry.title.includes('Joost'))
      if (one === undefined) continue
      expect([kind, codesOf(await correct(all.anouk, one.id, `Anders dan bij ${kind}.`, kind))]).toEqual([kind, []])
      expect((await aboutUs(all.anouk, kind)).find(({ id }) => id === one.id)?.statements.map(({ text }) => text)).toContain(`Anders dan bij ${kind}.`)
    }
    expect(await aboutUs(all.hanne)).toEqual([])
    expect(await aboutUs(all.theresa)).toEqual([])
  })
  test('are read where that is read beside which they stand: not by who reads as much of the child, and not that part', async () => {
    const need = (await aboutUs(all.anouk, 'NEED')).find(({ statements }) => statements.length > 0)
    const readers = await Promise.all([all.hanne, all.lotte, all.joost].map(async (somebody) => dataOf<{ family: { needs: readonly { id: string }[]; statements: readonly Said[] } }>(
      await somebody.ask('query ($id: ID!) { family(id: $id) { needs { id } statements { id entryId by isOwn text answers mayAnswer } } }', { id: verhoeven })).family))
    for (const { needs, statements } of readers) expect(statements.some(({ entryId }) => entryId === need?.id)).toBe(needs.some(({ id }) => id === need?.id))
    expect(readers[0]?.needs.map(({ id }) => id)).toContain(need?.id)
  })
  test('are answered by who recorded it, or who coordinates; both stay, and the family reads the answer', async () => {
    const id = await addNote(all.lotte, 'Sem at een boterham.')
    await correct(all.joost, id, 'Het was een beschuit.')
    const said = async (somebody: Somebody) => (await writtenFor(somebody)).find((one) => one.id === id)?.statements ?? []
    const [words] = await said(all.lotte)
    expect(await Promise.all([all.lotte, all.hanne, all.joost].map(async (somebody) => (await said(somebody))[0]?.mayAnswer))).toEqual([true, true, false])
    for (const somebody of [all.theresa, all.joost, all.paul]) expect(codesOf(await answer(somebody, words?.id ?? '', 'Nee.'))).toEqual(['not-found'])
    expect(codesOf(await answer(all.lotte, words?.id ?? '', 'Dat klopt.'))).toEqual([])
    expect((await said(all.joost)).map(({ text, answers }) => [text, answers])).toEqual([['Het was een beschuit.', null], ['Dat klopt.', words?.id]])
    expect(codesOf(await answer(all.hanne, (await said(all.hanne))[1]?.id ?? '', 'Nog iets.'))).toEqual(['not-a-statement'])
  })
})

describe('keeping an entry shut (GDPR 18)', () => {
  test('is asked by a parent, decided by the privacy officer, and then professionals see that there is something and not what', async () => {
    const id = await addNote(all.lotte, 'Sem viel van de stoel.')
    await writtenFor(all.eva)
    expect(codesOf(await askRestriction(all.anouk, id))).toEqual([])
    expect(codesOf(await askRestriction(all.anouk, id))).toEqual(['restriction-underway'])
    const [asked] = await requestsOf(all.anouk)
    expect(asked).toMatchObject({ kind: 'RESTRICTION', status: 'WAITING', receivedOn: '2026-11-24', answerBy: '2026-12-24', about: 'wat iemand schreef van 23 november 2026' })
    expect(await requestsOf(all.joost)).toEqual([])
    const requestId = asked?.id ?? ''
    expect((await writtenFor(all.lotte)).map((one) => one.id)).toContain(id)
    expect(codesOf(await decide(all.hanne, 'setRestriction', requestId))).toEqual(['not-found'])
    expect(codesOf(await decide(all.paul, 'setRestriction', requestId))).toEqual([])
    for (const somebody of [all.lotte, all.hanne, all.eva]) expect((await writtenFor(somebody)).map((one) => one.id)).not.toContain(id)
    for (const somebody of [all.anouk, all.joost]) expect((await writtenFor(somebody)).map((one) => one.id)).toContain(id)
    expect(await all.lotte.askBytes('query ($id: ID!) { family(id: $id) { contributions(first: 50) { nodes { situation } } changes { sentence } } }', { id: verhoeven })).not.toContain('viel van de stoel')
    expect(codesOf(await decide(all.paul, 'liftRestriction', requestId))).toEqual([])
    expect((await writtenFor(all.lotte)).map((one) => one.id)).toContain(id)
    expect((await requestsOf(all.anouk))[0]).toMatchObject({ status: 'LIFTED' })
  })
  test('is asked of other parts than contributions as well; who there is, and what is planned, is put right in another way', async () => {
    const entries = await aboutUs(all.anouk)
    const card = entries.find(({ kind, mayRestrict }) => kind === 'AGREEMENT_CARD' && mayRestrict)
    const cards = async (somebody: Somebody) => dataOf<{ family: { agreementCards: readonly { id: string }[]; existence: readonly { discipline: string }[] } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { agreementCards { id } existence { discipline on } } }', { id: verhoeven })).family
    const before = await cards(all.hanne)
    expect(before.agreementCards.map(({ id }) => id)).toContain(card?.id)
    expect(codesOf(await askRestriction(all.anouk, card?.id ?? ''))).toEqual([])
    const requestId = (await requestsOf(all.anouk)).find(({ about }) => about.startsWith('een afspraak op een kaart'))?.id ?? ''
    expect(codesOf(await decide(all.paul, 'setRestriction', requestId))).toEqual([])
    const after = await cards(all.hanne)
    expect(after.agreementCards.map(({ id }) => id)).not.toContain(card?.id)
    expect(after.existence.length).toBe(before.existence.length + 1)
    expect((await cards(all.anouk)).agreementCards.map(({ id }) => id)).toContain(card?.id)
    expect(codesOf(await decide(all.paul, 'liftRestriction', requestId))).toEqual([])
    for (const kind of ['MEMBER', 'TEAM_MEMBER', 'NEED', 'APPOINTMENT']) {
      const one = entries.find((entry) => entry.kind === kind)
      expect([kind, one?.mayRestrict ?? false]).toEqual([kind, false])
      if (one !== undefined) expect(codesOf(await askRestriction(all.anouk, one.id))).toEqual(['not-found'])
    }
  })
  test('shuts along what was said beside what hangs below it: words are read where that is read beside which they stand', async () => {
    const of = async (somebody: Somebody) => dataOf<{ family: { goals: readonly { id: string; scores: readonly { id: string }[] }[]; statements: readonly Said[] } }>(
      await somebody.ask('query ($id: ID!) { family(id: $id) { goals { id scores { id } } statements { id entryId by isOwn text answers mayAnswer } } }', { id: verhoeven })).family
    const words = 'Anders dan bij GOAL_SCORE.'
    const said = (await of(all.hanne)).statements.find(({ text }) => text === words)
    const goal = (await of(all.hanne)).goals.find(({ scores }) => scores.some(({ id }) => id === said?.entryId))
    expect(codesOf(await askRestriction(all.anouk, goal?.id ?? ''))).toEqual([])
    const requestId = (await requestsOf(all.anouk)).find(({ about, status }) => about.startsWith('een doel') && status === 'WAITING')?.id ?? ''
    expect(codesOf(await decide(all.paul, 'setRestriction', requestId))).toEqual([])
    expect((await of(all.hanne)).statements.map(({ text }) => text)).not.toContain(words)
    expect((await of(all.anouk)).statements.map(({ text }) => text)).toContain(words)
    expect(codesOf(await decide(all.paul, 'liftRestriction', requestId))).toEqual([])
    expect((await of(all.hanne)).statements.map(({ text }) => text)).toContain(words)
  })
  test('is refused on a ground that who asked reads', async () => {
    const id = await addNote(all.lotte, 'Sem bouwde een toren.')
    await askRestriction(all.joost, id)
    const [asked] = await requestsOf(all.joost)
    await decide(all.paul, 'refuseRestriction', asked?.id ?? '', ', ground: INTEREST_OF_CHILD')
    expect((await requestsOf(all.joost))[0]).toMatchObject({ status: 'REFUSED', reason: 'Uw kind heeft dit nu nodig.' })
    expect((await requestsOf(all.anouk)).every(({ status }) => status === 'LIFTED')).toBe(true)
  })
  test('cannot be asked of what is not theirs', async () => {
    const [one] = await writtenFor(all.anouk)
    for (const somebody of [all.theresa, all.hanne]) expect(codesOf(await askRestriction(somebody, one?.id ?? ''))).toEqual(['not-found'])
  })
  test('is told to the organisations that had read of it, and that is noted (GDPR 19)', async () => {
    const [shut] = (await deskOf(all.paul)).filter(({ kind, status }) => kind === 'RESTRICTION' && status === 'LIFTED')
    expect(shut?.about).toBe('wat iemand schreef, 23 november 2026, Kinderdagcentrum De Wilgenboom')
    expect(shut?.recipients.map(({ name }) => name)).not.toContain('Kinderdagcentrum De Wilgenboom')
    expect(shut?.recipients.length).toBeGreaterThan(0)
    expect(codesOf(await decide(all.paul, 'noteRecipientsTold', shut?.id ?? '', ', on: "2026-11-25"'))).toEqual(['date-in-future'])
    expect(codesOf(await decide(all.paul, 'noteRecipientsTold', shut?.id ?? '', ', on: "2026-11-24"'))).toEqual([])
    expect((await deskOf(all.paul)).find(({ id }) => id === shut?.id)).toMatchObject({ toldOn: '2026-11-24', told: shut?.recipients.map(({ name }) => name) })
  })
  test('shows the officer no name and no word of what it says', async () => {
    const bytes = JSON.stringify(await deskOf(all.paul))
    expect(bytes).toContain('STATEMENT')
    for (const word of ['Anouk', 'Joost', 'Sem ', 'toren', 'stoel', 'half uur', 'Verhoeven']) expect(bytes).not.toContain(word)
    expect(await deskOf(all.hanne)).toEqual([])
  })
})

describe('asking to erase (P-08, P-09)', () => {
  test('of a small child takes everybody with authority, each for themselves; nobody sees that the other asked', async () => {
    expect((await ownData(all.anouk))?.persons).toContainEqual({ id: sem, isSelf: false, mustAsk: 2 })
    expect(codesOf(await askErasure(all.anouk, sem))).toEqual([])
    const hers = (await requestsOf(all.anouk)).find(({ kind }) => kind === 'ERASURE')
    expect(hers).toMatchObject({ about: 'Sem', status: 'WAITING_FOR_OTHERS', receivedOn: '2026-11-24', answerBy: '2026-12-24' })
    expect((await requestsOf(all.joost)).filter(({ kind }) => kind === 'ERASURE')).toEqual([])
    expect(codesOf(await askErasure(all.anouk, sem))).toEqual(['erasure-underway'])
    now = '2026-11-26T09:00:00.000Z'
    all = await people(api)
    await askErasure(all.joost, sem)
    expect((await requestsOf(all.joost)).find(({ kind }) => kind === 'ERASURE')).toMatchObject({ status: 'WAITING', receivedOn: '2026-11-26', answerBy: '2026-12-26' })
    expect((await requestsOf(all.anouk)).find(({ kind }) => kind === 'ERASURE')).toMatchObject({ status: 'WAITING', receivedOn: '2026-11-24' })
  })
  test('stands among the requests that the privacy officer decides, and a refusal is read with its ground', async () => {
    const { erasures } = dataOf<{ erasures: { nodes: readonly { id: string; status: string; answerBy: string }[] } }>(await all.paul.ask('{ erasures { nodes { id status answerBy } } }'))
    expect(erasures.nodes).toMatchObject([{ status: 'REQUESTED', answerBy: '2026-12-24' }])
    await command(all.paul, 'mutation ($commandId: ID!, $familyId: ID!, $erasureId: ID!) { refuseErasure(commandId: $commandId, familyId: $familyId, erasureId: $erasureId, ground: INTEREST_OF_CHILD) { id } }', { familyId: verhoeven, erasureId: erasures.nodes[0]?.id })
    for (const somebody of [all.anouk, all.joost]) expect((await requestsOf(somebody)).find(({ kind }) => kind === 'ERASURE')).toMatchObject({ status: 'REFUSED', reason: 'Wissen is nu niet goed voor uw kind.' })
  })
  test('is not asked for the other parent, nor in another family, nor by a professional', async () => {
    expect(codesOf(await askErasure(all.joost, anouk))).toEqual([(await ownData(all.joost))?.persons.some(({ id }) => id === anouk) === true ? 'never' : 'not-yours-to-ask'])
    expect(codesOf(await askErasure(all.theresa, sem))).toEqual(['not-found'])
    expect(codesOf(await askErasure(all.hanne, sem))).toEqual(['not-found'])
    expect(codesOf(await askErasure(all.anouk, randomUUID()))).toEqual(['person-unknown'])
  })
  test('in Belgium waits for the least time, as the officer is told', async () => {
    const self = (await ownData(all.theresa, claes))?.persons.find(({ isSelf }) => isSelf)
    expect(codesOf(await askErasure(all.theresa, self?.id ?? '', claes))).toEqual([])
    const [open] = dataOf<{ erasures: { nodes: readonly { id: string; familyId: string }[] } }>(await all.paul.ask('{ erasures { nodes { id familyId } } }')).erasures.nodes
    expect(codesOf(await command(all.paul, 'mutation ($commandId: ID!, $familyId: ID!, $erasureId: ID!) { grantErasure(commandId: $commandId, familyId: $familyId, erasureId: $erasureId, ground: REQUEST, records: [{ controller: "case" }]) { id } }', { familyId: claes, erasureId: open?.id }))).toEqual(['minimum-not-reached'])
  })
})

type Finding = { readonly id: string; readonly familyId: string; readonly rule: string; readonly why: string; readonly who: string; readonly verdict: string | null; readonly word: string | null }
const findings = async (somebody: Somebody, more = ''): Promise<readonly Finding[]> => dataOf<{ accessReview: { nodes: readonly Finding[] } }>(await somebody.ask(`{ accessReview(first: 100${more}) { nodes { id familyId rule why who verdict word } } }`)).accessReview.nodes
const judge = (somebody: Somebody, findingId: string, word = 'Avonddienst, nagevraagd.') => command(somebody,
  'mutation ($commandId: ID!, $familyId: ID!, $findingId: ID!, $word: String!) { judgeLook(commandId: $commandId, familyId: $familyId, findingId: $findingId, verdict: FITS, word: $word) { id } }', { familyId: verhoeven, findingId, word })

describe('the review (L-13, T3)', () => {
  const look = (somebody: Somebody, id = verhoeven) => somebody.ask('query ($id: ID!) { family(id: $id) { goals { title } } }', { id })

  test('finds whoever looks where they have no business, at night, or into a watched file; a day of work is not found', async () => {
    now = '2026-11-27T10:00:00.000Z'
    all = await people(api)
    await look(all.lotte)
    expect((await findings(all.paul, ', month: "2026-11"')).filter(({ who }) => who === 'Lotte Jansen')).toEqual([])
    await look(all.lotte, claes)
    now = '2026-11-28T01:30:00.000Z'
    all = await people(api)
    await look(all.eva)
    const found = await findings(all.paul, ', month: "2026-11"')
    expect(found).toEqual(expect.arrayContaining([
      expect.objectContaining({ rule: 'REFUSED', who: 'Lotte Jansen', familyId: claes }), expect.objectContaining({ rule: 'AFTER_HOURS', familyId: verhoeven, verdict: null, why: 'Keek tussen tien uur ’s avonds en zes uur ’s ochtends.' }),
    ]))
    await command(all.paul, 'mutation ($commandId: ID!, $familyId: ID!) { setExtraWatch(commandId: $commandId, familyId: $familyId, isWatched: true) { id } }', { familyId: verhoeven })
    expect((await findings(all.paul)).map(({ rule }) => rule)).toContain('EXTRA_WATCH')
    await command(all.paul, 'mutation ($commandId: ID!, $familyId: ID!) { setExtraWatch(commandId: $commandId, familyId: $familyId, isWatched: false) { id } }', { familyId: verhoeven })
    expect(await findings(all.paul, ', month: "2025-01"')).toEqual([])
  })
  test('is judged with a word, once; a report counts it; and it can be looked at again', async () => {
    const night = (await findings(all.paul)).find(({ rule }) => rule === 'AFTER_HOURS')
    const id = night?.id ?? ''
    expect(codesOf(await judge(all.paul, id, ' '))).toEqual(['text-empty'])
    expect(codesOf(await judge(all.paul, id))).toEqual([])
    expect(codesOf(await judge(all.paul, id))).toEqual(['finding-judged'])
    expect((await findings(all.paul)).find((one) => one.id === id)).toMatchObject({ verdict: 'FITS', word: 'Avonddienst, nagevraagd.' })
    expect((await findings(all.paul, ', isOpen: true')).map((one) => one.id)).not.toContain(id)
    const { accessReviewReport: { counts } } = dataOf<{ accessReviewReport: { counts: readonly { rule: string; found: number; open: number; fits: number }[] } }>(await all.paul.ask('{ accessReviewReport(month: "2026-11") { counts { rule found open fits doesNotFit } } }'))
    expect(counts.find(({ rule }) => rule === 'AFTER_HOURS')).toMatchObject({ fits: 1 })
    expect(codesOf(await all.paul.ask('{ accessReviewReport(month: "2026-13") { month } }'))).toEqual(['date-impossible'])
    await command(all.paul, 'mutation ($commandId: ID!, $familyId: ID!, $findingId: ID!) { reopenLook(commandId: $commandId, familyId: $familyId, findingId: $findingId) { id } }', { familyId: verhoeven, findingId: id })
    expect((await findings(all.paul)).find((one) => one.id === id)).toMatchObject({ verdict: null })
  })
  test('leaves lines of its own, which the family reads, and is nobody else\'s (L-08, T11)', async () => {
    const lines = (await api.accessLog.read(verhoeven)).filter(({ by }) => by.role === 'privacyOfficer')
    expect(lines.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['accessReview', 'judgeLook', 'reopenLook', 'setExtraWatch']))
    for (const somebody of [all.hanne, all.lotte, all.anouk]) {
      expect(await findings(somebody)).toEqual([])
      expect(codesOf(await judge(somebody, randomUUID()))).toEqual(['not-found'])
    }
  })
})

describe('the log as a file (L-06)', () => {
  const take = (somebody: Somebody | undefined, body: object) => fetch(`${api.url}/access-log`, { method: 'POST', headers: { 'content-type': 'application/json', ...(somebody !== undefined && { cookie: somebody.cookie }) }, body: JSON.stringify(body) })
  type File = { readonly madeAvailable?: readonly { readonly who: string; readonly at: string; readonly what: string }[]; readonly viewed: readonly { readonly who: string; readonly records: readonly { readonly user: string; readonly actionCode: string; readonly subjectType: string; readonly subjects: readonly string[] }[] }[] }
  const jsonFor = async (somebody: Somebody, more: object = {}) => await (await take(somebody, { familyId: verhoeven, form: 'json', ...more })).json() as File

  test('tells a parent who made what available when and who looked, and nothing of the other parent (F01)', async () => {
    const hers = await jsonFor(all.anouk)
    expect(hers.madeAvailable?.map(({ who }) => who)).toEqual(expect.arrayContaining(['Lotte Jansen', 'U']))
    expect(hers.viewed.length).toBeGreaterThan(3)
    const joost = demoId('verhoeven joost')
    expect(hers.viewed.flatMap(({ records }) => records.map(({ user }) => user))).not.toContain(joost)
    // A relation of the child is in the child's record, and names both: of the other parent's own record there is nothing.
    expect(hers.viewed.flatMap(({ records }) => records).filter(({ subjectType, subjects }) => subjectType === 'adult' && subjects.includes(joost))).toEqual([])
    expect(JSON.stringify(hers.viewed.map(({ records, ...line }) => [line, records.map((record) => ({ ...record, subjects: [] }))]))).not.toContain(joost)
  })
  test('is a PDF of the same lines', async () => {
    const answer = await take(all.anouk, { familyId: verhoeven, form: 'pdf' })
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'application/pdf', 'attachment; filename="samenspel-access-log-2026-11-28.pdf"'])
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1').startsWith('%PDF-')).toBe(true)
  })
  test('is the same lines as FHIR AuditEvent, one for each, with no name in it (L-11)', async () => {
    const answer = await take(all.anouk, { familyId: verhoeven, form: 'fhir' })
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'application/fhir+json; charset=utf-8', 'attachment; filename="samenspel-access-log-2026-11-28.fhir.json"'])
    const bundle = await answer.json() as { readonly entry: readonly { readonly resource: { readonly id: string; readonly agent: readonly { readonly who: { readonly identifier: { readonly value: string } } }[] } }[] }
    const records = (await jsonFor(all.anouk)).viewed.flatMap(({ records: own }) => own) as unknown as readonly { readonly eventId: string; readonly eventCode: string }[]
    // The later file tells of the earlier one too.
    expect(records.map(({ eventId }) => eventId)).toEqual(expect.arrayContaining(bundle.entry.map(({ resource }) => resource.id)))
    expect(bundle.entry.length).toBeGreaterThan(3)
    expect(bundle.entry.flatMap(({ resource }) => resource.agent.map(({ who }) => who.identifier.value))).not.toContain(`urn:uuid:${demoId('verhoeven joost')}`)
    expect(JSON.stringify(bundle)).not.toMatch(/Anouk|Joost|Lotte|Verhoeven/)
  })
  test('holds what was chosen, and every line with its codes for the officer', async () => {
    const night = await jsonFor(all.paul, { from: '2026-11-28', kind: 'looked' })
    expect(night.viewed.length).toBeGreaterThan(0)
    expect(night.madeAvailable).toBeUndefined()
    expect(new Set(night.viewed.flatMap(({ records }) => records.map(({ actionCode }) => actionCode)))).toEqual(new Set(['R']))
    expect(JSON.stringify(night)).not.toMatch(/Anouk|Joost|Verhoeven/)
  })
  test('is refused as if there were no such family, or what was asked is not understood', async () => {
    for (const [somebody, body, code] of [[all.theresa, { familyId: verhoeven, form: 'pdf' }, 'not-found'], [all.lotte, { familyId: verhoeven, form: 'json' }, 'not-found'], [all.anouk, { familyId: randomUUID(), form: 'pdf' }, 'not-found'],
      [all.anouk, { familyId: verhoeven, form: 'xml' }, 'request-invalid'], [all.anouk, { familyId: verhoeven, form: 'pdf', from: '2026-02-30' }, 'date-impossible'], [undefined, { familyId: verhoeven, form: 'pdf' }, 'not-signed-in']] as const) {
      expect(await (await take(somebody, body)).json()).toMatchObject({ errors: [{ extensions: { code } }] })
    }
  })
})

describe('a parent narrows the log (L-05)', () => {
  type Log = { readonly accessLog: { readonly organisations: readonly { readonly id: string; readonly name: string }[]; readonly nodes: readonly { readonly organisation: string | null; readonly action: string }[] } }
  const log = async (somebody: Somebody, more = '') => dataOf<Log>(await somebody.ask(`query ($id: ID!) { accessLog(familyId: $id, first: 100${more}) { organisations { id name } nodes { organisation action } } }`, { id: verhoeven })).accessLog

  test('to one organisation, and to what somebody did', async () => {
    const { organisations } = await log(all.anouk)
    const centre = organisations.find(({ name }) => name === 'Kinderdagcentrum De Wilgenboom')
    const own = await log(all.anouk, `, organisationId: "${centre?.id ?? ''}"`)
    expect(new Set(own.nodes.map(({ organisation }) => organisation))).toEqual(new Set(['Kinderdagcentrum De Wilgenboom']))
    expect(own.organisations).toEqual(organisations)
    expect(new Set((await log(all.anouk, ', kind: WROTE')).nodes.map(({ action }) => action))).toEqual(new Set(['schreef over']))
  })
})

describe('how a bond is rated (077)', () => {
  const bond = async (somebody: Somebody): Promise<readonly string[]> => dataOf<{ family: { classifications: readonly { readonly parts: readonly { readonly id: string; readonly axis: string }[] }[] } }>(
    await somebody.ask('query ($id: ID!) { family(id: $id) { classifications { parts { id axis } } } }', { id: verhoeven })).family.classifications.flatMap(({ parts }) => parts.filter(({ axis }) => axis === 'CAREGIVING').map(({ id }) => id))
  const made = async (text: string, variables: Readonly<Record<string, unknown>>): Promise<string> => Object.values(dataOf<Readonly<Record<string, { readonly id: string }>>>(await command(all.hanne, text, { familyId: verhoeven, ...variables })))[0]?.id ?? ''

  test('is read by who rated it and who coordinates alone, until it was talked about with that parent', async () => {
    const classificationId = await made('mutation ($commandId: ID!, $familyId: ID!, $input: ClassificationInput!) { startClassification(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
      { input: { childId: sem, edition: 'DC05V2021', occurredOn: now.slice(0, 10), occasions: 2, settings: ['HOME'] } })
    const part = await made('mutation ($commandId: ID!, $familyId: ID!, $classificationId: ID!, $input: ClassificationPartInput!) { addClassificationPart(commandId: $commandId, familyId: $familyId, classificationId: $classificationId, input: $input) { id } }',
      { classificationId, input: { axis: 'CAREGIVING', caregiver: anouk, level: 2, aspects: [{ aspect: 'comfort', value: 'CONCERN', note: 'Nog te bespreken' }] } })
    expect(await bond(all.hanne)).toContain(part)
    for (const somebody of [all.anouk, all.joost, all.lotte]) {
      expect(await bond(somebody)).not.toContain(part)
      expect(await somebody.askBytes('query ($id: ID!) { family(id: $id) { changes { id targetId } existence { on } } }', { id: verhoeven })).not.toContain(part)
    }
    expect((await takeCopy(api, all.anouk, verhoeven)).copy.page).not.toContain('Nog te bespreken')
    await made('mutation ($commandId: ID!, $familyId: ID!, $partId: ID!) { discussBondRating(commandId: $commandId, familyId: $familyId, partId: $partId) { id } }', { partId: part })
    expect(await bond(all.anouk)).toContain(part)

    // What is kept from somebody as a whole is kept with its parts: also where they stand by themselves.
    const parts = async () => (await aboutUs(all.joost, 'CLASSIFICATION_PART')).map(({ id }) => id)
    expect(await parts()).toContain(part)
    await made('mutation ($commandId: ID!, $familyId: ID!, $input: SafeguardInput!) { setSafeguard(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
      { input: { kind: 'SHIELD', personIds: [demoId('verhoeven joost')], entryKind: 'CLASSIFICATION', entryId: classificationId, reason: 'Om de rust.', reviewOn: '2027-02-01' } })
    expect(await parts()).not.toContain(part)
  })
})

describe('a meeting about the plan (K-11)', () => {
  type Meeting = { readonly id: string; readonly attendees: readonly { readonly name: string }[]; readonly points: readonly { readonly id: string; readonly text: string; readonly by: string }[]; readonly report: { readonly id: string } | null }
  const meetingsOf = async (somebody: Somebody): Promise<readonly Meeting[]> => dataOf<{ family: { meetings: readonly Meeting[] } }>(
    await somebody.ask('query ($id: ID!) { family(id: $id) { meetings { id attendees { name } points { id text by } report { id } } } }', { id: verhoeven })).family.meetings
  const packFor = (somebody: Somebody, person: string) => somebody.ask('query ($f: ID!, $m: ID!, $p: ID!) { meetingPack(familyId: $f, meetingId: $m, personId: $p) { points { text } inputs { text } attendees } }', { f: verhoeven, m: demoId('verhoeven meeting coming'), p: person })
  const textsIn = (meetings: readonly Meeting[]) => JSON.stringify(meetings)

  test('shows each what they may read: a parent\'s own point not to the other parent, nor to whom that parent lets read nothing', async () => {
    const [hanne, lotte, anouks, joosts] = (await Promise.all([all.hanne, all.lotte, all.anouk, all.joost].map(meetingsOf))).map(textsIn)
    for (const read of [hanne, lotte, anouks, joosts]) expect(read).toContain('Minder losse afspraken.')
    for (const read of [hanne, joosts]) expect(read).toContain('Ik slaap slecht')
    for (const read of [lotte, anouks]) expect(read).not.toContain('Ik slaap slecht')
  })
  test('is not there for who isn\'t asked and doesn\'t know what is planned, though the plan opens', async () => {
    expect(await meetingsOf(all.nadia)).toEqual([])
    expect(codesOf(await packFor(all.nadia, demoId('practitioner nadia')))).toEqual(['not-found'])
  })
  test('on paper for somebody else it holds what both may read; others print only their own', async () => {
    const forLotte = JSON.stringify(dataOf(await packFor(all.hanne, demoId('practitioner lotte'))))
    expect(forLotte).toContain('Minder losse afspraken.')
    expect(forLotte).not.toContain('Ik slaap slecht')
    expect(JSON.stringify(dataOf(await packFor(all.hanne, demoId('verhoeven joost'))))).toContain('Ik slaap slecht')
    expect(codesOf(await packFor(all.lotte, demoId('practitioner hanne')))).toEqual(['not-coordinator'])
    expect(codesOf(await packFor(all.hanne, demoId('practitioner nadia')))).toEqual(['not-asked'])
  })
  const pages = `query ($id: ID!) { family(id: $id) {
    changes { text } actions { id text } meetings { id purpose status version closedAt toTell without { parents reason teller } attendees { name isPresent }
      points { id text minutes { notes decision } actions { text } source { id } } inputs { text } report { discussed agreed next } absent { name told words } }
  } writtenAboutUs(familyId: $id, first: 100) { nodes { id kind title lines { text } } } }`
  const readBy = (...somebodies: readonly Somebody[]) => Promise.all(somebodies.map((one) => one.askBytes(pages, { id: verhoeven })))
  const atMeeting = async (somebody: Somebody, mutation: string, types: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const names = types === '' ? '' : types.split(', ').map((one) => one.slice(1, one.indexOf(':'))).map((name) => `, ${name}: $${name}`).join('')
    dataOf(await command(somebody, `mutation ($commandId: ID!, $familyId: ID!, $meetingId: ID!${types === '' ? '' : `, ${types}`}) { ${mutation}(commandId: $commandId, familyId: $familyId, meetingId: $meetingId${names}) { id } }`, { familyId: verhoeven, meetingId: demoId('verhoeven meeting coming'), ...variables }))
  }
  test('what is written down at it is read at home once it was closed, and under a point by nobody who doesn\'t read that; who wasn\'t there reads of themselves alone', async () => {
    const { points } = (await meetingsOf(all.hanne)).find(({ id }) => id === demoId('verhoeven meeting coming')) ?? { points: [] }
    const [shared, his] = ['Minder losse', 'Ik slaap slecht'].map((words) => points.find(({ text }) => text.includes(words))?.id)
    const minutes = (pointId: string | undefined, notes: string, decision: string) => atMeeting(all.hanne, 'writeMeetingMinutes', '$pointId: ID!, $input: MeetingMinutesInput!', { pointId, input: { notes, decision } })
    const before = await readBy(all.lotte, all.nadia, all.anouk, all.joost)
    await minutes(his, 'Over zijn nachten.', 'Een nacht doorslapen.')
    expect(await readBy(all.lotte, all.nadia, all.anouk, all.joost)).toEqual(before)
    await minutes(shared, 'Over hun week.', 'Een middag vrij.')
    await atMeeting(all.hanne, 'writeMeetingReport', '$input: MeetingReportInput!', { input: { discussed: 'Hoe de week gaat.', agreed: 'Minder reizen.', next: '' } })
    expect(await readBy(all.nadia, all.anouk, all.joost)).toEqual(before.slice(1))
    const [colleague] = await readBy(all.lotte)
    for (const words of ['Over hun week.', 'Een middag vrij.', 'Hoe de week gaat.']) expect(colleague).toContain(words)
    for (const personId of [demoId('practitioner hanne'), anouk]) await atMeeting(all.hanne, 'noteMeetingPresence', '$personId: ID!, $present: Boolean!', { personId, present: true })
    await atMeeting(all.hanne, 'closeMeeting', '')
    await atMeeting(all.hanne, 'informParent', '$parentId: ID!, $told: Boolean!, $words: String', { parentId: demoId('verhoeven joost'), told: true, words: 'Hij belde terug.' })
    const [lottes, nadias, hers, own] = await readBy(all.lotte, all.nadia, all.anouk, all.joost)
    expect(nadias).toBe(before[1])
    for (const read of [lottes, hers, own]) for (const words of ['Over hun week.', 'Een middag vrij.', 'Minder reizen.']) expect(read).toContain(words)
    for (const [read, knows] of [[lottes, false], [hers, false], [own, true]] as const) for (const words of ['Over zijn nachten.', 'Een nacht doorslapen.']) expect(read?.includes(words)).toBe(knows)
    const absentIn = (read: string | undefined) => (JSON.parse(read ?? '') as { data: { family: { meetings: readonly { id: string; absent: readonly { name: string; words: string | null }[] }[] } } }).data.family.meetings.find(({ id }) => id === demoId('verhoeven meeting coming'))?.absent.map(({ name, words }) => [name, words])
    expect([lottes, hers, own].map(absentIn)).toEqual([[['Joost', 'Hij belde terug.']], [], [['Joost', null]]])
  })
  test('why a parent isn\'t asked is read at home by that parent alone', async () => {
    const asked = [demoId('practitioner hanne'), anouk].map((personId) => ({ personId, presence: 'MUST' }))
    dataOf(await command(all.hanne, 'mutation ($commandId: ID!, $familyId: ID!, $input: MeetingInput!) { conveneMeeting(commandId: $commandId, familyId: $familyId, input: $input) { id } }', {
      familyId: verhoeven, input: { purpose: 'Een gesprek apart', attendees: asked, without: { reason: 'Hij wil eerst apart praten.', tellerId: demoId('practitioner hanne') } },
    }))
    const [hers, his, lottes] = await readBy(all.anouk, all.joost, all.lotte)
    for (const read of [hers, his, lottes]) expect(read).toContain('Een gesprek apart')
    expect([hers, his, lottes].map((read) => read?.includes('Hij wil eerst apart praten.'))).toEqual([false, true, true])
  })
  describe('between some of those who help', () => {
    let meetingId: string
    const own = async (somebody: Somebody) => (await meetingsOf(somebody)).find(({ id }) => id === meetingId)
    const act = async (somebody: Somebody, mutation: string, types: string, variables: Readonly<Record<string, unknown>>): Promise<string> => {
      const names = types.split(', ').map((one) => one.slice(1, one.indexOf(':')))
      return dataOf<Readonly<Record<string, { readonly id: string }>>>(await command(somebody, `mutation ($commandId: ID!, $familyId: ID!, ${types}) { ${mutation}(commandId: $commandId, familyId: $familyId, ${names.map((name) => `${name}: $${name}`).join(', ')}) { id } }`, { familyId: verhoeven, ...variables }))[mutation]?.id ?? ''
    }
    const object = (category: string, organisation: string) => act(all.anouk, 'objectToSharing', '$input: SharingInput!', { input: { subject: { kind: 'CHILD', memberIds: [sem] }, category, recipient: { kind: 'ORGANISATION', organisationId: demoId(`organisation ${organisation}`) }, from: now.slice(0, 10) } })
    const takeBack = (consentId: string) => act(all.anouk, 'withdrawConsent', '$consentId: ID!', { consentId })
    const shieldFrom = (entryKind: string, entryId: string) => act(all.hanne, 'setSafeguard', '$input: SafeguardInput!', { input: { kind: 'SHIELD', personIds: [demoId('verhoeven joost')], reviewOn: '2027-02-01', reason: 'Om de rust.', entryKind, entryId } })
    const lift = (safeguardId: string) => act(all.hanne, 'liftSafeguard', '$safeguardId: ID!, $reason: String!', { safeguardId, reason: 'Het is besproken.' })
    beforeAll(async () => {
      meetingId = await act(all.hanne, 'conveneMeeting', '$input: MeetingInput!', { input: {
        purpose: 'Over de nachten', attendees: [demoId('practitioner hanne'), demoId('practitioner nadia'), anouk].map((personId) => ({ personId, presence: 'MUST' })), without: { reason: 'Dat wil hij zelf.', tellerId: demoId('practitioner hanne') },
      } })
    })

    test('nobody is named of whom a reader doesn\'t know', async () => {
      expect((await own(all.hanne))?.attendees).toHaveLength(3)
      expect((await own(all.joost))?.attendees).toHaveLength(2)
    })
    test('it is there for who isn\'t asked only where the plan opens as well as what is planned', async () => {
      expect(await own(all.eva)).toBeDefined()
      const objection = await object('PLAN', 'ziekenhuis')
      expect(await own(all.eva)).toBeUndefined()
      await takeBack(objection)
    })
    test('what it could be about is for professionals', async () => {
      const material = async (somebody: Somebody) => dataOf<{ family: { meetingMaterial: readonly unknown[] } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { meetingMaterial { id } } }', { id: verhoeven })).family.meetingMaterial
      expect((await material(all.hanne)).length).toBeGreaterThan(0)
      expect(await material(all.anouk)).toEqual([])
    })
    test('a page for somebody else holds nothing that opens to them and not to who prints it', async () => {
      const words = 'Sem klapt mee'
      const pages = async () => JSON.stringify([await packFor(all.lotte, demoId('practitioner lotte')), await packFor(all.hanne, demoId('practitioner lotte'))].map((pack) => JSON.stringify(dataOf(pack)).includes(words)))
      expect(await pages()).toBe('[true,true]')
      const objection = await object('DEVELOPMENT', 'schakel')
      expect(await pages()).toBe('[true,false]')
      await takeBack(objection)
    })
    test('a point doesn\'t lead to a part of the file that its reader doesn\'t read', async () => {
      const leads = async () => (await readBy(all.joost))[0]?.includes(`"source":{"id":"${demoId('verhoeven rest')}"}`)
      expect(await leads()).toBe(true)
      const shield = await shieldFrom('GOAL', demoId('verhoeven rest'))
      expect(await leads()).toBe(false)
      await lift(shield)
    })
    const log = async (somebody: Somebody) => dataOf<{ accessLog: { nodes: readonly { readonly what: string; readonly times: number }[] } }>(await somebody.ask('query ($id: ID!) { accessLog(familyId: $id, first: 100, kind: WROTE) { nodes { what times } } }', { id: verhoeven })).accessLog.nodes
    test('of one to which neither parent comes no line tells who may not know where the other is', async () => {
      const protection = await act(all.hanne, 'setSafeguard', '$input: SafeguardInput!', { input: { kind: 'PROTECTION', personIds: [anouk, demoId('verhoeven joost')], reviewOn: '2027-02-01', reason: 'Om de rust.' } })
      const [his, hers] = [await log(all.joost), await log(all.anouk)]
      await act(all.hanne, 'conveneMeeting', '$input: MeetingInput!', { input: {
        purpose: 'Onder ons', attendees: ['hanne', 'lotte'].map((name) => ({ personId: demoId(`practitioner ${name}`), presence: 'MUST' })), without: { reason: 'Eerst samen nadenken.', tellerId: demoId('practitioner hanne') },
      } })
      expect(await log(all.joost)).toEqual(his)
      expect(await log(all.anouk)).not.toEqual(hers)
      await lift(protection)
    })
    test('of one that is shielded no line tells whatever is written at it', async () => {
      const shield = await shieldFrom('MEETING', meetingId)
      const [his, hers] = [await log(all.joost), await log(all.anouk)]
      await act(all.hanne, 'addMeetingPoints', '$meetingId: ID!, $points: [MeetingPointInput!]!', { meetingId, points: [{ text: 'De nachten' }] })
      await act(all.hanne, 'giveMeetingInput', '$meetingId: ID!, $subject: SubjectInput!, $category: Category!, $text: String!', { meetingId, subject: { kind: 'CHILD', memberIds: [sem] }, category: 'PLAN', text: 'Hij slaapt beter.' })
      const [point] = (await own(all.hanne))?.points ?? []
      await act(all.hanne, 'writeMeetingMinutes', '$meetingId: ID!, $pointId: ID!, $input: MeetingMinutesInput!', { meetingId, pointId: point?.id, input: { notes: 'Over de nachten.', decision: '' } })
      await act(all.hanne, 'writeMeetingReport', '$meetingId: ID!, $input: MeetingReportInput!', { meetingId, input: { discussed: 'De nachten.', agreed: '', next: '' } })
      expect(await log(all.joost)).toEqual(his)
      expect(await log(all.anouk)).not.toEqual(hers)
      await lift(shield)
    })
  })
  test('what it closed on is put right beside it by who wrote it, and by no colleague', async () => {
    const report = (await meetingsOf(all.hanne)).find(({ id }) => id === demoId('verhoeven meeting autumn'))?.report?.id ?? ''
    expect(codesOf(await correct(all.hanne, report, 'Het was over vier maanden.', 'MEETING_REPORT'))).toEqual([])
    expect(codesOf(await correct(all.lotte, report, 'Nee.', 'MEETING_REPORT'))).toEqual(['not-found'])
  })
})

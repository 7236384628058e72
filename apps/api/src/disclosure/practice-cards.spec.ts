/** Practice cards over the API: from a file to every professional, with each parent's yes and without the family. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { entries } from '@samenspel/family-case'
import { noNames, tracesIn } from '@samenspel/intl/traces'
import { newId } from '@samenspel/kernel'
import { openPlacing } from '../processes/placing.ts'
import { openUnfinished } from '../read-models/unfinished.ts'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'

const verhoeven = demoId('family verhoeven'), bosman = demoId('family bosman')
const [anouk, joost] = ['anouk', 'joost'].map((name) => demoId(`verhoeven ${name}`)) as [string, string]
/** A week before the first of December, and the first seconds of that day. Who is signed in stays in the week before. */
const writtenAt = '2026-11-24T09:00:00.000Z', dayAt = '2026-11-30T23:00:30.000Z'
let api: RunningApi
let who: Awaited<ReturnType<typeof people>>
beforeAll(async () => {
  api = await startApi({ clock: () => writtenAt })
  who = await people(api)
})
afterAll(() => api.stop())

const words = {
  title: 'Handen die eerst laten zien', situation: 'Een kind schrok van elke hand, na een lange tijd in het ziekenhuis.', tried: 'Eerst laten zien, dan pas doen.', whatHelped: 'Dat iedereen het zo deed.', talk: 'De ouders zagen het als eersten.',
  ages: ['TODDLER'], routes: ['CHILD', 'BOND'], settings: ['GROUP', 'HOME'],
}
type Release = { readonly placeOn: string; readonly isPlaced: boolean; readonly isWithdrawn: boolean; readonly cardId: string | null }
type FileCard = { readonly version: string; readonly answers: readonly { readonly firstName: string; readonly isYes: boolean }[]; readonly awaited: readonly { readonly firstName: string }[]; readonly yourAnswer: boolean | null; readonly release: Release | null }
const cardOf = async (somebody: Somebody, id = verhoeven): Promise<FileCard | null> => dataOf<{ family: { plan: { practiceCard: FileCard | null } } }>(await somebody.ask(
  'query ($id: ID!) { family(id: $id) { plan { practiceCard { version answers { firstName isYes } awaited { firstName } yourAnswer release { placeOn isPlaced isWithdrawn cardId } } } } }', { id })).family.plan.practiceCard
const write = async (input: object, version?: string) => command(who.hanne, 'mutation ($commandId: ID!, $familyId: ID!, $version: ID, $input: PracticeCardInput!) { writePracticeCard(commandId: $commandId, familyId: $familyId, version: $version, input: $input) { id } }', { familyId: verhoeven, version, input })
const say = async (somebody: Somebody, parentId: string, isYes: boolean) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $version: ID!, $parentId: ID!, $isYes: Boolean!) { answerPracticeCard(commandId: $commandId, familyId: $familyId, version: $version, parentId: $parentId, isYes: $isYes) { id } }',
  { familyId: verhoeven, version: (await cardOf(somebody))?.version, parentId, isYes })
const release = async (somebody = who.hanne, commandId = newId()) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $version: ID!) { releasePracticeCard(commandId: $commandId, familyId: $familyId, version: $version) { id } }', { familyId: verhoeven, version: (await cardOf(who.hanne))?.version }, commandId)
const withdraw = (somebody: Somebody, id: string, commandId = newId()) => command(somebody, 'mutation ($commandId: ID!, $id: ID!, $reason: String!) { withdrawPracticeCard(commandId: $commandId, id: $id, reason: $reason) { id } }', { id, reason: 'Te herkenbaar' }, commandId)
type Found = { readonly id: string; readonly title: string; readonly isOwn: boolean }
const find = (somebody: Somebody, sought: object = {}) => somebody.ask('query ($words: String, $age: CardAge, $route: Route, $setting: Setting) { practiceCards(words: $words, age: $age, route: $route, setting: $setting) { nodes { id title isOwn year } pageInfo { hasNextPage } } }', sought as Readonly<Record<string, unknown>>)
const titles = async (somebody: Somebody, sought: object = {}) => dataOf<{ practiceCards: { nodes: readonly Found[] } }>(await find(somebody, sought)).practiceCards.nodes.map(({ title }) => title)
const read = async (somebody: Somebody, id: string) => dataOf<{ practiceCard: (Found & { readonly withdrawn: { readonly reason: string | null } | null }) | null }>(await somebody.ask('query ($id: ID!) { practiceCard(id: $id) { id title isOwn withdrawn { reason } } }', { id })).practiceCard
/** What the software does once the day is there, and every twenty seconds. */
const look = async (at = dayAt): Promise<void> => openPlacing(api.files, () => at).settle(await openUnfinished(api.stores.tables.reading).cardsDue(at))
const linesOf = async (family = verhoeven) => (await api.accessLog.read(family)).length
const released = async () => {
  if (await cardOf(who.hanne) === null) dataOf(await write(words))
  dataOf(await say(who.anouk, anouk, true))
  dataOf(await say(who.joost, joost, true))
  dataOf(await release())
}
const placed = async (): Promise<string> => {
  await released()
  await look()
  return (await cardOf(who.hanne))?.release?.cardId ?? 'none'
}

describe('writing', () => {
  test('is refused while names, numbers or days are left: of the family, who helps it, organisations and places', async () => {
    const refused = async (situation: string) => (await write({ ...words, situation })).errors?.map(({ extensions, message }) => [extensions['code'], message])[0]
    for (const [text, found] of [
      ['Sem schrok', 'Sem'], ['De ouders heetten Verhoeven', 'Verhoeven'], ['Lotte liet het zien', 'Lotte'], ['Bij De Wilgenboom ging het goed', 'Wilgenboom'], ['Wij wonen in Druivendal', 'Druivendal'], ['Op 12 maart begon het', '12 maart'], ['Bel 0800 555 0110', '0800 555 0110'],
      // Also an organisation that has nothing to do with this family.
      ['Op kamer twee van De Wieg', 'Wieg'],
    ] as const) expect(await refused(text)).toEqual(['practice-card-traces', expect.stringContaining(found)])
    expect(await cardOf(who.hanne)).toBeNull()
  })
  test('finds on the screen what the server refuses, with the same names', async () => {
    const known = dataOf<{ namesToLeaveOut: Parameters<typeof tracesIn>[1] }>(await who.hanne.ask('query ($id: ID!) { namesToLeaveOut(familyId: $id) { persons organisations places } }', { id: verhoeven })).namesToLeaveOut
    expect(tracesIn('Sem, Lotte en Anouk in De Wilgenboom', { ...noNames, ...known }).filter(({ weight }) => weight === 'refused').map(({ found }) => found)).toEqual(['Sem', 'Lotte', 'Anouk', 'Wilgenboom'])
  })
  test('shows these names to who coordinates alone, and leaves a line', async () => {
    const before = await linesOf()
    const ask = (somebody: Somebody) => somebody.ask('query ($id: ID!) { namesToLeaveOut(familyId: $id) { persons } }', { id: verhoeven })
    for (const [somebody, code] of [[who.lotte, 'not-coordinator'], [who.anouk, 'not-coordinator'], [who.theresa, 'not-found']] as const) expect(codesOf(await ask(somebody))).toEqual([code])
    expect(await linesOf()).toBe(before + 3)
  })
})

describe('publishing', () => {
  test('needs each parent’s yes; the other’s words are nobody’s but their own', async () => {
    dataOf(await write(words))
    dataOf(await say(who.anouk, anouk, true))
    expect(codesOf(await release())).toEqual(['practice-card-not-allowed'])
    expect((await cardOf(who.joost))?.answers).toEqual([])
    // Whom it waits for stands on the start pages: of the parent, then of who publishes it, and of nobody else.
    const asked = async (somebody: Somebody) => dataOf<{ family: { isAskedAboutCard: boolean } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { isAskedAboutCard } }', { id: verhoeven })).family.isAskedAboutCard
    const told = async (somebody: Somebody) => dataOf<{ today: { items: readonly { text: string; place: string; familyId: string }[] } }>(await somebody.ask('{ today { items { text place familyId } } }')).today.items.flatMap(({ text, place, familyId }) => place === 'FAMILY_PLAN' && familyId === verhoeven && text.includes('praktijkkaart') ? [text] : [])
    expect([await asked(who.anouk), await asked(who.joost), await asked(who.hanne)]).toEqual([false, true, false])
    expect([await told(who.hanne), await told(who.lotte)]).toEqual([['Ja of nee van Joost op de praktijkkaart.'], []])
    dataOf(await say(who.joost, joost, true))
    expect([await asked(who.joost), await told(who.hanne), await told(who.lotte)]).toEqual([false, ['Alle ouders zeggen ja op de praktijkkaart. U kunt haar vrijgeven.'], []])
    expect(codesOf(await release(who.lotte))).toEqual(['not-coordinator'])
    const commandId = newId()
    dataOf(await release(who.hanne, commandId))
    dataOf(await release(who.hanne, commandId))
    expect(await cardOf(who.hanne)).toMatchObject({ release: { placeOn: '2026-12-01', isPlaced: false, cardId: expect.any(String) } })
    // Parents learn the day, and not what it is called elsewhere.
    expect((await cardOf(who.anouk))?.release).toEqual({ placeOn: '2026-12-01', isPlaced: false, isWithdrawn: false, cardId: null })
  })
  test('waits for its day, and then every professional finds it, without a line in any log', async () => {
    await look(writtenAt)
    expect(await titles(who.eva, { words: 'handen' })).toEqual([])
    const from = await api.stores.events.lastPosition()
    await look()
    const order: string[] = []
    for await (const { stream, content } of api.stores.events.readAll({ after: from })) order.push(`${stream.split('-')[0] ?? ''} ${'cardId' in content ? String(content.cardId) : ''}`)
    // With that of another family, in an order that is neither's, and before either file hears of it.
    expect([order.map((one) => one.split(' ')[0]), order.slice(0, 2)]).toEqual([['shelf', 'shelf', 'family', 'family'], order.slice(0, 2).toSorted()])
    const before = await linesOf()
    expect(await titles(who.eva, { words: 'handen' })).toEqual([words.title])
    expect(await titles(who.nadia, { words: 'HANDEN ziekenhuis', age: 'TODDLER', route: 'BOND', setting: 'HOME' })).toEqual([words.title])
    expect(await titles(who.nadia, { words: 'handen', age: 'BABY' })).toEqual([])
    expect(await linesOf()).toBe(before)
    expect((await cardOf(who.joost))?.release).toMatchObject({ isPlaced: true })
  })
  test('is for professionals alone', async () => {
    for (const somebody of [who.anouk, who.theresa, who.paul]) {
      expect(codesOf(await find(somebody))).toEqual(['not-found'])
      expect(codesOf(await withdraw(somebody, demoId('practice card tube')))).toEqual(['not-found'])
    }
  })
  test('leaves nothing at the card that leads to a family: not in its stream, its envelope or its words', async () => {
    const { cardId } = (await cardOf(who.hanne))?.release ?? {}
    const stored: string[] = []
    for await (const event of api.stores.log.readStream('shelf-practice')) stored.push(JSON.stringify(event), Buffer.from(event.data).toString('latin1'))
    for await (const opened of api.stores.events.read('shelf-practice')) stored.push(JSON.stringify(opened))
    const all = stored.join('\n')
    expect([all.includes(cardId ?? 'none'), stored.length > 10]).toEqual([true, true])
    const file = await api.files.cases.state(verhoeven)
    if (!file.isOpen) throw new Error('not open')
    const ids = [verhoeven, file.family.caseNumber, ...file.family.members.flatMap(({ memberId, firstName }) => [memberId, `"${firstName}"`]), ...entries(file).flatMap(({ id, kind }) => kind === 'teamMember' ? [] : [id])]
    for (const id of ids) expect([id, all.includes(id)]).toEqual([id, false])
    // And the file alone knows the card: its events name it under seal only.
    const ofFamily: string[] = []
    for await (const event of api.stores.log.readStream(`family-${verhoeven}`)) ofFamily.push(JSON.stringify(event), Buffer.from(event.data).toString('latin1'))
    expect(ofFamily.join('\n')).not.toContain(cardId)
  })
})

describe('taking away', () => {
  test('a parent’s no does it before the answer, and the file tells nobody who said it', async () => {
    const { cardId } = (await cardOf(who.hanne))?.release ?? {}
    dataOf(await say(who.joost, joost, false))
    expect(await titles(who.eva, { words: 'handen' })).toEqual([])
    expect(await read(who.eva, cardId ?? 'none')).toBeNull()
    // Who published it sees that it is gone, and no word of why.
    expect(await read(who.hanne, cardId ?? 'none')).toMatchObject({ isOwn: true, withdrawn: { reason: null } })
    expect(await cardOf(who.anouk)).toMatchObject({ yourAnswer: true, release: null, answers: [{ firstName: 'Anouk', isYes: true }] })
  })
  test('who published does it with a reason, once; for everybody else it was never there, and the file says that it went', async () => {
    const id = await placed()
    expect(codesOf(await withdraw(who.eva, id))).toEqual(['not-the-publisher'])
    const commandId = newId()
    dataOf(await withdraw(who.hanne, id, commandId))
    dataOf(await withdraw(who.hanne, id, commandId))
    expect([await titles(who.eva, { words: 'handen' }), await read(who.eva, id), codesOf(await withdraw(who.eva, id))]).toEqual([[], null, ['not-found']])
    const own = dataOf<{ ownWithdrawnCards: { nodes: readonly { id: string; withdrawn: { reason: string | null } }[] } }>(await who.hanne.ask('{ ownWithdrawnCards { nodes { id withdrawn { reason } } } }')).ownWithdrawnCards.nodes
    expect(own[0]).toEqual({ id, withdrawn: { reason: 'Te herkenbaar' } })
    expect(dataOf<{ ownWithdrawnCards: { nodes: readonly unknown[] } }>(await who.eva.ask('{ ownWithdrawnCards { nodes { id } } }')).ownWithdrawnCards.nodes).toEqual([])
    expect((await cardOf(who.hanne))?.release).toMatchObject({ isPlaced: false, isWithdrawn: true })
  })
  test('who coordinates does it from the file too, and may release it anew under another name', async () => {
    const { cardId } = (await cardOf(who.hanne))?.release ?? {}
    dataOf(await command(who.hanne, 'mutation ($commandId: ID!, $familyId: ID!, $cardId: ID!) { recallPracticeCard(commandId: $commandId, familyId: $familyId, cardId: $cardId) { id } }', { familyId: verhoeven, cardId }))
    expect((await cardOf(who.hanne))?.release).toBeNull()
    const again = await placed()
    expect([again === cardId, await titles(who.eva, { words: 'handen' })]).toEqual([false, [words.title]])
  })
})

test('no card of the demo region says who it is about, and who waits for a parent’s word isn’t found', async () => {
  const register = dataOf<{ namesToLeaveOut: Parameters<typeof tracesIn>[1] }>(await who.hanne.ask('query ($id: ID!) { namesToLeaveOut(familyId: $id) { persons organisations places } }', { id: bosman })).namesToLeaveOut
  const all = [...(await api.files.shelf.state('practice')).values()].flatMap(({ content }) => Object.values(content).filter((value) => typeof value === 'string'))
  for (const text of all) expect([text, tracesIn(text, { ...noNames, ...register })]).toEqual([text, []])
  expect(await titles(who.eva, { words: 'lepel zelf koos' })).toEqual([])
})

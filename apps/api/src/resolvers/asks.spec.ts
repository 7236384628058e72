/** What a parent asks about who helps, and about the file: who reads it, and what comes of it (care goes on). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import type { OpenCase } from '@samenspel/family-case'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'

const verhoeven = demoId('family verhoeven')
const [anouk, joost] = ['anouk', 'joost'].map((name) => demoId(`verhoeven ${name}`)) as [string, string]
const [hanneId, lotteId, femkeId] = ['hanne', 'lotte', 'femke'].map((name) => demoId(`practitioner ${name}`)) as [string, string, string]

let api: RunningApi
let who: Awaited<ReturnType<typeof people>>
beforeAll(async () => {
  api = await startApi()
  who = await people(api)
})
afterAll(() => api.stop())

type Ask = { readonly id: string; readonly kind: string; readonly status: string; readonly words: string | null; readonly parent: { firstName: string }; readonly about: { name: string } | null; readonly readers: readonly { name: string }[]; readonly notedBy: string | null; readonly isComing: boolean; readonly mayAnswer: boolean; readonly mayPassOn: boolean; readonly mayWithdraw: boolean; readonly mayNoteWithdrawal: boolean; readonly answer: { outcome: string; words: string; by: string } | null }
const fields = 'id kind status words parent { firstName } about { name } readers { name } notedBy isComing mayAnswer mayPassOn mayWithdraw mayNoteWithdrawal answer { outcome words by }'
const asksSeenBy = async (somebody: Somebody): Promise<readonly Ask[]> => dataOf<{ family: { asks: readonly Ask[] } | null }>(await somebody.ask(`query ($id: ID!) { family(id: $id) { asks { ${fields} } } }`, { id: verhoeven })).family?.asks ?? []
const make = (somebody: Somebody, input: object) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $input: AskInput!) { makeAsk(commandId: $commandId, familyId: $familyId, input: $input) { id } }', { familyId: verhoeven, input })
const made = async (somebody: Somebody, input: object): Promise<string> => dataOf<{ makeAsk: { id: string } }>(await make(somebody, input)).makeAsk.id
const answerTo = (somebody: Somebody, askId: string, outcome = 'STAYS', words = 'Wij bellen op dinsdag.') =>
  command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $askId: ID!, $outcome: AskOutcome!, $words: String!) { answerAsk(commandId: $commandId, familyId: $familyId, askId: $askId, outcome: $outcome, words: $words) { id } }', { familyId: verhoeven, askId, outcome, words })
const about = (name: 'passAsk' | 'withdrawAsk') => (somebody: Somebody, askId: string) => command(somebody, `mutation ($commandId: ID!, $familyId: ID!, $askId: ID!) { ${name}(commandId: $commandId, familyId: $familyId, askId: $askId) { id } }`, { familyId: verhoeven, askId })
const passOn = about('passAsk'), takeBack = about('withdrawAsk')
/** Everything that a professional sees of the family and of the day, as it came over the line. */
const bytesOf = (somebody: Somebody) => Promise.all([
  somebody.askBytes(`query ($id: ID!) { family(id: $id) { name members { firstName } changes { text } hasNews asks { id } consents { id } } }`, { id: verhoeven }), somebody.askBytes('{ today { count items { id text } } }'),
])
const told = async (somebody: Somebody) => dataOf<{ today: { items: readonly { text: string; place: string; familyId: string }[] } }>(await somebody.ask('{ today { items { text place familyId } } }')).today.items.filter(({ place, familyId }) => place === 'TEAM' && familyId === verhoeven).map(({ text }) => text)
const linesOf = async (operation: string, by: string) => (await api.accessLog.read(verhoeven)).filter((line) => line.operation === operation && line.by.person === by)

describe('another provider', () => {
  test('who coordinates reads it and is told; whom it is about, their colleagues and the other parent see not one byte of it', async () => {
    const outside = [who.femke, who.joost, who.lotte, who.eva, who.nadia]
    const before = await Promise.all(outside.map(bytesOf))
    const id = await made(who.anouk, { kind: 'OTHER_PROVIDER', aboutId: femkeId, words: 'Ik durf bij haar weinig te zeggen.' })
    expect(await Promise.all(outside.map(bytesOf))).toEqual(before)
    expect(await asksSeenBy(who.anouk)).toMatchObject([{ id, status: 'OPEN', about: { name: 'Femke Mulder' }, mayWithdraw: true, mayAnswer: false, readers: [{ name: 'Hanne de Wit' }, { name: 'Mirjam Postma' }] }])
    expect(await asksSeenBy(who.hanne)).toMatchObject([{ id, parent: { firstName: 'Anouk' }, words: 'Ik durf bij haar weinig te zeggen.', mayAnswer: true, mayPassOn: false, mayWithdraw: false }])
    expect(await told(who.hanne)).toEqual(['Anouk wil liever iemand anders dan Femke Mulder. Praat er eerst over met Anouk.'])
    for (const other of [who.femke, who.joost, who.theresa]) expect(codesOf(await answerTo(other, id))).toEqual(['not-found'])
    expect(codesOf(await takeBack(who.joost, id))).toEqual(['not-found'])
  })
  test('both who asks and who reads leave lines, and the parent finds who read', async () => {
    expect((await linesOf('makeAsk', anouk)).map(({ subject, action }) => ({ subject, action }))).toEqual([{ subject: { kind: 'adult', person: anouk }, action: 'write' }])
    expect((await linesOf('today', hanneId)).some(({ subject, policies }) => subject.kind === 'adult' && subject.person === anouk && policies.includes('P12'))).toBe(true)
    expect((await linesOf('answerAsk', femkeId)).map(({ outcome }) => outcome)).toEqual(['refused'])
  })
  test('the parent reads what was agreed; as long as that isn’t so, it stands with who coordinates', async () => {
    const [ask] = await asksSeenBy(who.hanne)
    dataOf(await answerTo(who.hanne, ask!.id, 'ANOTHER', 'Vanaf maart komt iemand anders van De Brug.'))
    expect(await asksSeenBy(who.anouk)).toMatchObject([{ status: 'ANSWERED', answer: { outcome: 'ANOTHER', words: 'Vanaf maart komt iemand anders van De Brug.', by: 'Hanne de Wit' }, isComing: true, mayWithdraw: false }])
    expect(await told(who.hanne)).toEqual(['Afgesproken met Anouk: iemand anders dan Femke Mulder. Dat is nog niet geregeld.'])
    expect(codesOf(await answerTo(who.hanne, ask!.id))).toEqual(['ask-closed'])
    const { family } = dataOf<{ family: { team: readonly { id: string; professional: { id: string } }[] } }>(await who.hanne.ask('query ($id: ID!) { family(id: $id) { team { id professional { id } } } }', { id: verhoeven }))
    const membershipId = family.team.find(({ professional }) => professional.id === femkeId)!.id
    const ends = (until: string) => command(who.hanne, 'mutation ($commandId: ID!, $familyId: ID!, $membershipId: ID!, $until: Date!) { endTeamMembership(commandId: $commandId, familyId: $familyId, membershipId: $membershipId, until: $until, reason: "Iemand anders neemt het over.") { id } }', { familyId: verhoeven, membershipId, until })
    dataOf(await ends('2099-01-01'))
    expect(await told(who.hanne)).toEqual([])
  })
  test('noted for who says it aloud, by somebody of the team', async () => {
    const id = await made(who.eva, { kind: 'OTHER_PROVIDER', aboutId: lotteId, parentId: joost, words: 'Liever een ander.', spoken: { how: 'BY_PHONE', on: '2026-01-05' } })
    expect(await asksSeenBy(who.joost)).toMatchObject([{ id, notedBy: 'Eva Smit', mayWithdraw: true }])
    expect((await asksSeenBy(who.hanne)).map((one) => one.id)).toContain(id)
    expect(await asksSeenBy(who.lotte)).toEqual([])
    expect((await asksSeenBy(who.anouk)).map((one) => one.id)).not.toContain(id)
    // Whoever reads it, or noted it, notes that it was taken back, with how it was said.
    const said = (somebody: Somebody, spoken: object | null = { how: 'BY_PHONE', on: '2026-01-05' }) =>
      command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $askId: ID!, $spoken: SpokenInput) { withdrawAsk(commandId: $commandId, familyId: $familyId, askId: $askId, spoken: $spoken) { id } }', { familyId: verhoeven, askId: id, spoken })
    expect(codesOf(await said(who.lotte))).toEqual(['not-found'])
    expect(await asksSeenBy(who.eva)).toMatchObject([{ id, mayAnswer: false, mayNoteWithdrawal: true }])
    expect(codesOf(await said(who.hanne, null))).toEqual(['said-how-missing'])
    expect((await asksSeenBy(who.hanne)).find((one) => one.id === id)).toMatchObject({ mayWithdraw: false, mayNoteWithdrawal: true })
    dataOf(await said(who.hanne))
    expect(await asksSeenBy(who.joost)).toMatchObject([{ status: 'WITHDRAWN', mayWithdraw: false, mayNoteWithdrawal: false }])
    expect((await asksSeenBy(who.hanne)).map((one) => one.id)).not.toContain(id)
  })
})

describe('another coordinator', () => {
  test('lands with whom the parent chose, and with who coordinates only once it is passed on', async () => {
    const before = await bytesOf(who.hanne)
    const id = await made(who.anouk, { kind: 'OTHER_COORDINATOR', throughId: lotteId })
    expect(await bytesOf(who.hanne)).toEqual(before)
    expect(codesOf(await answerTo(who.hanne, id))).toEqual(['not-found'])
    expect(await asksSeenBy(who.lotte)).toMatchObject([{ id, mayAnswer: false, mayPassOn: true, about: { name: 'Hanne de Wit' } }])
    expect(await told(who.lotte)).toEqual(['Anouk wil liever een andere coördinator. Praat erover met Anouk.'])
    expect(codesOf(await answerTo(who.lotte, id))).toEqual(['not-coordinator'])
    dataOf(await passOn(who.lotte, id))
    expect((await asksSeenBy(who.hanne))[0]).toMatchObject({ id, mayAnswer: true })
    expect((await asksSeenBy(who.anouk))[0]).toMatchObject({ readers: [{ name: 'Lotte Jansen' }, { name: 'Hanne de Wit' }, { name: 'Mirjam Postma' }] })
    dataOf(await answerTo(who.hanne, id))
    expect((await asksSeenBy(who.anouk))[0]).toMatchObject({ status: 'ANSWERED', isComing: false })
    expect(codesOf(await make(who.joost, { kind: 'OTHER_COORDINATOR', throughId: demoId('practitioner nadia') }))).toEqual(['not-found'])
  })
})

describe('no shared file', () => {
  const contributions = async (somebody: Somebody) => dataOf<{ family: { contributions: { nodes: readonly { author: { name: string } }[] } } | null }>(await somebody.ask('query ($id: ID!) { family(id: $id) { contributions(first: 50) { nodes { author { name } } } } }', { id: verhoeven })).family?.contributions.nodes.map(({ author }) => author.name)
  const ownHouse = new Set(['Lotte Jansen', 'Karim Aydin'])
  test('stops reading at once, keeps what each organisation wrote, and tells who coordinates', async () => {
    expect(new Set(await contributions(who.lotte)).size).toBeGreaterThan(ownHouse.size)
    const team = async () => (await api.files.cases.state(verhoeven) as OpenCase).careTeam
    const before = await team()
    const id = await made(who.anouk, { kind: 'NO_SHARED_FILE', words: 'Te veel mensen lezen mee.' })
    expect(new Set(await contributions(who.lotte))).toEqual(ownHouse)
    expect(await team()).toEqual(before)
    expect((await asksSeenBy(who.hanne))[0]).toMatchObject({ id, kind: 'NO_SHARED_FILE', mayAnswer: true })
    expect(await told(who.hanne)).toContain('Anouk wil geen gedeeld dossier. Spreek af hoe de zorg doorgaat.')
    expect(codesOf(await make(who.anouk, { kind: 'NO_SHARED_FILE' }))).toEqual(['already-asked'])
    const stopped = (await api.files.cases.state(verhoeven) as OpenCase).consents.filter(({ effect, subject }) => effect === 'grant' && subject.kind === 'adult' && subject.person === joost)
    expect(stopped.length).toBeGreaterThan(0)
    expect(stopped.every(({ withdrawnAt }) => withdrawnAt === undefined)).toBe(true)
  })
  test('is answered with how care goes on, and taken back without bringing back what was shared (C-04)', async () => {
    const [ask] = await asksSeenBy(who.anouk)
    dataOf(await answerTo(who.hanne, ask!.id, 'CARE_GOES_ON', 'Ieder houdt het eigen dossier. Ik bel u elke week.'))
    expect((await asksSeenBy(who.anouk))[0]).toMatchObject({ status: 'ANSWERED', mayWithdraw: true, answer: { words: 'Ieder houdt het eigen dossier. Ik bel u elke week.' } })
    dataOf(await takeBack(who.anouk, ask!.id))
    const { consents } = await api.files.cases.state(verhoeven) as OpenCase
    expect(consents.filter(({ effect, recipient, withdrawnAt }) => effect === 'objection' && recipient.kind === 'all' && withdrawnAt === undefined)).toEqual([])
    expect(new Set(await contributions(who.lotte))).toEqual(ownHouse)
  })
})

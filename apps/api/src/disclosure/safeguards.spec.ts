import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { noFacts, decide, plainEntry } from '@samenspel/access'
import { connectLive, type LiveClient } from '../testing/live-client.ts'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { startApi, type Answer, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { carriedOut, decideErasure, everyController } from '../testing/erased-father.ts'
import { takeCopy } from '../testing/take-copy.ts'
import { recordNamed } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { loadRecord } from './record.ts'
import { askingOf } from './viewer.ts'

const verhoeven = demoId('family verhoeven')
const sem = demoId('verhoeven sem'), joost = demoId('verhoeven joost'), grandmother = demoId('verhoeven grandmother')

let now = '2026-11-24T09:00:00.000Z'
let api: RunningApi
let all: Awaited<ReturnType<typeof people>>
const open: LiveClient[] = []
beforeAll(async () => {
  api = await startApi({ clock: () => now })
  all = await people(api)
})
afterAll(async () => {
  for (const client of open) client.close()
  await api.stop()
})

const types: Readonly<Record<string, string>> = {
  setSafeguard: '$input: SafeguardInput!', liftSafeguard: '$safeguardId: ID!, $reason: String!', reviewSafeguard: '$safeguardId: ID!, $reviewOn: Date!, $reason: String!', recordAuthority: '$input: AuthorityInput!',
  verifyAuthority: '$authorityId: ID!, $proof: AuthorityProofInput', correctAuthority: '$authorityId: ID!, $reason: String!, $instead: AuthorityInput', reviewAuthorityGap: '$gapId: ID!, $note: String!',
  addGuardian: '$name: String!, $isInstitution: Boolean!', keepWorkingNote: '$text: String!, $noteId: ID, $version: ID', removeWorkingNote: '$noteId: ID!', addContribution: '$input: ContributionInput!',
  excludeProfessional: '$professionalId: ID!', admitProfessional: '$exclusionId: ID!', closeCase: '$words: String!', reopenCase: '$words: String!', placeInGroup: '$childId: ID!, $groupId: ID!, $from: Date!, $until: Date',
  endGroupPlacement: '$placementId: ID!, $until: Date!', addLifeEvent: '$input: LifeEventInput!', takeOwnContribution: '$contributionId: ID!', endGoal: '$goalId: ID!, $outcome: GoalEnding!, $words: String!',
}
const ask = (somebody: Somebody, name: string, variables: Readonly<Record<string, unknown>>, commandId: string = randomUUID()): Promise<Answer> => {
  const own = types[name] ?? ''
  const given = [...own.matchAll(/\$(\w+)/g)].map(([, word]) => `${word}: $${word}`).join(', ')
  return command(somebody, `mutation ($commandId: ID!, $familyId: ID!, ${own}) { ${name}(commandId: $commandId, familyId: $familyId, ${given}) { id } }`, { familyId: verhoeven, ...variables }, commandId)
}
const done = async (...asked: Parameters<typeof ask>): Promise<string> => dataOf<Readonly<Record<string, { readonly id: string }>>>(await ask(...asked))[asked[1]]?.id ?? ''

const safeguard = (kind: string, personIds: readonly string[], more: Readonly<Record<string, unknown>> = {}) => ({ input: { kind, personIds, reviewOn: '2027-02-01', reason: 'Om de rust te bewaren.', ...more } })
const lift = (somebody: Somebody, safeguardId: string) => done(somebody, 'liftSafeguard', { safeguardId, reason: 'Het is niet meer nodig.' })

type Read = { readonly family: { readonly contributions: { readonly nodes: readonly { readonly id: string; readonly situation: string }[] } } | null }
const contributionsOf = async (somebody: Somebody) => dataOf<Read>(await somebody.ask('query ($id: ID!) { family(id: $id) { contributions(first: 50) { nodes { id situation } } } }', { id: verhoeven })).family?.contributions.nodes ?? []
const everything = 'query ($id: ID!) { family(id: $id) { name members { id firstName phone } authorities { adult status } team { professional { name } } guidingQuestion { text } goals { title scores { value } } agreementCards { title } actions { text } lifeLine { title } contributions(first: 50) { nodes { situation } pageInfo { endCursor hasNextPage } } existence { on } appointments { id date } needs { id } changes { text } hasNews helpLines { number } can { contribute } } }'
const bytesOf = (somebody: Somebody) => somebody.askBytes(everything, { id: verhoeven })

const viewOfSafeguards = 'query ($id: ID!) { safeguards(familyId: $id) { coordinates authority { id adultId status isCheckDue mistake check { seen by checkOn } } today { adultId childId status } safeguards { id kind personIds entry reviewOn isDue mayLift liftedAt reasons { step text } } } }'
type View = { readonly safeguards: { readonly coordinates: boolean; readonly authority: readonly { readonly id: string; readonly adultId: string; readonly status: string; readonly isCheckDue: boolean; readonly mistake: string | null; readonly check: { readonly seen: string; readonly by: string } | null }[]; readonly today: readonly { readonly adultId: string; readonly childId: string; readonly status: string }[]; readonly safeguards: readonly { readonly id: string; readonly kind: string; readonly entry: string | null; readonly isDue: boolean; readonly liftedAt: string | null; readonly reasons: readonly { readonly text: string }[] }[] } }
const safeguardsFor = async (somebody: Somebody) => dataOf<View>(await somebody.ask(viewOfSafeguards, { id: verhoeven })).safeguards

/** What stands on the start page to be looked at again, of authority and safeguards. */
const tasks = async (somebody: Somebody) => dataOf<{ readonly today: { readonly items: readonly { readonly id: string; readonly place: string; readonly since: string | null; readonly until: string | null }[] } }>(
  await somebody.ask('{ today { items { id place since until } } }')).today.items.filter(({ place }) => place === 'SAFEGUARDS').map(({ id, since, until }) => ({ id, since, until }))

describe('a family as it was known at an earlier moment', () => {
  const lookBack = 'query ($id: ID!, $knownAt: Instant) { family(id: $id, knownAt: $knownAt) { members { age } guidingQuestion { text } contributions(first: 50) { nodes { id situation } } can { contribute coordinate plan } appointments { id date } team { professional { name } } existence { on } } }'
  type Past = { readonly family: { readonly guidingQuestion: { readonly text: string } | null; readonly contributions: { readonly nodes: readonly { readonly id: string; readonly situation: string }[] }; readonly can: Readonly<Record<string, boolean>>; readonly existence: readonly unknown[] } | null }
  const asKnown = async (somebody: Somebody, knownAt: string | null) => dataOf<Past>(await somebody.ask(lookBack, { id: verhoeven, knownAt })).family
  const then = '2026-11-01T12:00:00.000Z'

  test('shows what was recorded by then, and nothing can be done there', async () => {
    const [past, today] = [await asKnown(all.hanne, then), await asKnown(all.hanne, null)]
    const before = past?.contributions.nodes.map(({ id }) => id) ?? []
    expect(before.length).toBeGreaterThan(0)
    expect(before.length).toBeLessThan(today?.contributions.nodes.length ?? 0)
    expect(today?.contributions.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(before))
    expect(Object.values(past?.can ?? {})).toEqual([false, false, false])
    expect(await asKnown(all.hanne, '2020-01-01T00:00:00.000Z')).toBeNull()
  })
  test('opens by the rights of today: what was closed since stays shut, and whoever reads nothing now reads nothing then', async () => {
    const read = async () => (await asKnown(all.femke, then))?.contributions.nodes.map(({ id }) => id) ?? []
    const before = await read()
    expect(before.length).toBeGreaterThan(0)
    const id = await done(all.anouk, 'excludeProfessional', { professionalId: demoId('practitioner femke') })
    expect((await read()).length).toBeLessThan(before.length)
    await done(all.anouk, 'admitProfessional', { exclusionId: id })
    expect(await read()).toEqual(before)
    expect(await all.nadia.askBytes(lookBack, { id: demoId('family bosman'), knownAt: then })).toBe(await all.nadia.askBytes(lookBack, { id: randomUUID(), knownAt: then }))
  })
  test('is for professionals alone, and never of a day to come; each look has its line', async () => {
    expect(codesOf(await all.anouk.ask(lookBack, { id: verhoeven, knownAt: then }))).toEqual(['only-for-professionals'])
    expect(codesOf(await all.hanne.ask(lookBack, { id: verhoeven, knownAt: '2027-11-01T12:00:00.000Z' }))).toEqual(['date-in-future'])
    const lines = async () => (await api.accessLog.read(verhoeven)).filter(({ operation }) => operation === 'familyAsKnown')
    const before = (await lines()).length
    await asKnown(all.nadia, then)
    expect((await lines()).slice(before).map(({ outcome }) => outcome)).toContain('done')
    const after = (await lines()).length
    expect(await asKnown(all.nadia, '2020-01-01T00:00:00.000Z')).toBeNull()
    expect((await lines()).slice(after).map(({ outcome }) => outcome)).toEqual(['refused'])
  })
})

const lineOf = async (somebody: Somebody, family: string, version: string) => dataOf<{ family: { plan: { lines: readonly { id: string; version: string }[] } } }>(
  await somebody.ask('query ($id: ID!) { family(id: $id) { plan { lines { id version } } } }', { id: family })).family.plan.lines.find((one) => one.version === version)?.id

describe('a part that is shielded from one parent (G-04)', () => {
  test('is gone for that parent alone, with whatever would tell of it, until it is lifted', async () => {
    const [part] = (await contributionsOf(all.joost)).filter(({ situation }) => situation.includes('klapte Sem mee'))
    const hers = await bytesOf(all.anouk), his = await bytesOf(all.joost)
    const id = await done(all.hanne, 'setSafeguard', safeguard('SHIELD', [joost], { entryKind: 'CONTRIBUTION', entryId: part?.id }))
    expect(await bytesOf(all.anouk)).toBe(hers)
    expect((await contributionsOf(all.joost)).map((one) => one.id)).not.toContain(part?.id)
    const { copy } = await takeCopy(api, all.joost, verhoeven)
    expect(copy.page).not.toContain('klapte Sem mee')
    expect(await all.joost.askBytes('query ($id: ID!) { accessLog(familyId: $id) { nodes { what action } } }', { id: verhoeven })).not.toContain('maatregel')
    const own = (await safeguardsFor(all.hanne)).safeguards.find((one) => one.id === id)
    expect(own).toMatchObject({ kind: 'SHIELD', isDue: false, reasons: [{ text: 'Om de rust te bewaren.' }] })
    expect(own?.entry).toContain('klapte Sem mee')
    await lift(all.hanne, id)
    expect(await bytesOf(all.joost)).toBe(his)
  })
  /** What goes along with a whole, where the demo region has it. */
  const below: Readonly<Record<string, readonly string[]>> = {
    GOAL: ['GOAL_SCORE'], CLASSIFICATION: ['CLASSIFICATION_PART'], MEETING: ['MEETING_INPUT', 'MEETING_MINUTES', 'MEETING_POINT', 'MEETING_REPORT'], MEETING_POINT: ['MEETING_MINUTES'], CONTRIBUTION: ['QUESTION'], NEED: ['APPOINTMENT'],
  }
  test('may be of any kind that a parent reads, and is gone for that parent alone with what hangs below it and every word of it, until it is lifted; what is somebody’s own is not kept from them', async () => {
    const pages = 'query ($id: ID!) { family(id: $id) { changes { text } plan { versions { parts { title text before } went { title } } plain { question looked goals { words } lines { words } reached { words } } } meetings { id purpose } goals { title } } writtenAboutUs(familyId: $id, first: 100) { nodes { id kind title lines { text } } } }'
    type Written = { readonly id: string; readonly kind: string; readonly title: string; readonly lines: readonly { readonly text: string }[] }
    const read = (somebody: Somebody) => somebody.askBytes(pages, { id: verhoeven })
    const partsIn = (bytes: string) => (JSON.parse(bytes) as { readonly data: { readonly writtenAboutUs: { readonly nodes: readonly Written[] } } }).data.writtenAboutUs.nodes
    const wordsOf = (parts: readonly Written[]) => parts.flatMap(({ title, lines }) => [title, ...lines.map(({ text }) => text)])
    const [before, hers] = [await read(all.joost), await read(all.anouk)]
    const his = partsIn(before)
    const kept = new Map<string, Set<string>>()
    const isKept = (kind: string) => kept.has(kind) && (below[kind] ?? []).every((one) => kept.get(kind)?.has(one) === true)
    const kinds = [...new Set(his.map(({ kind }) => kind))]
    for (const { kind, id: entryId } of his.filter(({ id }) => id !== joost && hers.includes(id))) {
      if (isKept(kind)) continue
      const asked = await ask(all.hanne, 'setSafeguard', safeguard('SHIELD', [joost], { entryKind: kind, entryId }))
      // To what he comes along himself he isn't kept from.
      if (codesOf(asked)[0] === 'comes-along') continue
      const without = await read(all.joost)
      const left = partsIn(without)
      const gone = his.filter(({ kind: one, id }) => !left.some((other) => other.kind === one && other.id === id))
      expect([kind, gone.some(({ id }) => id === entryId)]).toEqual([kind, true])
      // What says the same as something that he does read tells nothing.
      const still = wordsOf(left).join(' ')
      for (const words of wordsOf(gone).filter((text) => text.length > 20 && !still.includes(text))) expect([kind, without.includes(JSON.stringify(words).slice(1, -1))]).toEqual([kind, false])
      if (!kept.has(kind)) expect([kind, await read(all.anouk) === hers]).toEqual([kind, true])
      kept.set(kind, new Set([...kept.get(kind) ?? [], ...gone.map((one) => one.kind)]))
      await lift(all.hanne, dataOf<{ setSafeguard: { id: string } }>(asked).setSafeguard.id)
    }
    expect(kinds.filter((kind) => !isKept(kind))).toEqual([])
    expect(kinds).toEqual(expect.arrayContaining(['QUESTION', 'EVALUATION', 'ACTION', 'PORT_OF_ENTRY', 'HYPOTHESIS', 'FACTOR', 'AGREEMENT_CARD', 'SUPPORT', 'GUIDING_QUESTION', 'TEAM_MEMBER', 'DYAD', 'LIFE_EVENT', 'MEMBER', ...Object.keys(below)]))
    expect(await read(all.joost)).toBe(before)
    const own = demoId('verhoeven sem')
    for (const entry of [{ entryKind: 'MEMBER', entryId: joost }, { entryKind: 'RHYTHM', entryId: joost }, { entryKind: 'RHYTHM', entryId: own }]) expect([entry, codesOf(await ask(all.hanne, 'setSafeguard', safeguard('SHIELD', [joost], entry)))]).toEqual([entry, ['comes-along']])
  })
  test('may be a line or a text of the plan, an evaluation or the practice card, and stays gone in every wording', async () => {
    const bosman = demoId('family bosman'), mark = demoId('bosman mark')
    const [ilse, his] = await Promise.all([api.as('mother-of-noor'), api.as('father-of-noor')])
    const plan = 'query ($id: ID!) { family(id: $id) { changes { text } plan { lines { version text forParents endedBecause } texts { version text } evaluations { id helped } practiceCard { version situation } versions { parts { title text before } went { title } } plain { question lines { words } looked } } } writtenAboutUs(familyId: $id, first: 100) { nodes { kind id } } }'
    type Plan = { readonly family: { readonly plan: { readonly lines: readonly { readonly version: string; readonly text: string }[]; readonly texts: readonly { readonly version: string; readonly text: string }[]; readonly evaluations: readonly { readonly id: string; readonly helped: string }[]; readonly practiceCard: { readonly version: string; readonly situation: string } } } }
    const read = (somebody: Somebody) => somebody.askBytes(plan, { id: bosman })
    const { lines: [line], texts: [words], evaluations: [looked], practiceCard } = dataOf<Plan>(await ilse.ask(plan, { id: bosman })).family.plan
    const before = await read(his), hers = await read(ilse)
    const parts = [['PLAN_PART', line?.version, line?.text], ['PLAN_PART', words?.version, words?.text], ['EVALUATION', looked?.id, looked?.helped], ['PRACTICE_CARD', practiceCard.version, practiceCard.situation]] as const
    for (const [entryKind, entryId, said = ''] of parts) {
      expect(before).toContain(JSON.stringify(said).slice(1, -1))
      const id = await done(all.hanne, 'setSafeguard', { ...safeguard('SHIELD', [mark], { entryKind, entryId }), familyId: bosman })
      expect([entryKind, (await read(his)).includes(JSON.stringify(said).slice(1, -1)), await read(ilse) === hers]).toEqual([entryKind, false, true])
      await done(all.hanne, 'liftSafeguard', { safeguardId: id, reason: 'Het is besproken.', familyId: bosman })
      expect(await read(his)).toBe(before)
    }
    const anew = async (text: string, variables: Readonly<Record<string, unknown>>) => { dataOf(await command(all.hanne, text, { familyId: bosman, ...variables })) }
    const hidden = await Promise.all([['PLAN_PART', line?.version], ['PRACTICE_CARD', practiceCard.version]].map(([entryKind, entryId]) => done(all.hanne, 'setSafeguard', { ...safeguard('SHIELD', [mark], { entryKind, entryId }), familyId: bosman })))
    const without = await read(his)
    await anew('mutation ($commandId: ID!, $familyId: ID!, $lineId: ID!, $version: ID!) { writePlanLine(commandId: $commandId, familyId: $familyId, lineId: $lineId, version: $version, input: { route: CHILD, text: "Anders gezegd", forParents: "Anders gezegd" }) { id } }', { lineId: await lineOf(all.hanne, bosman, line?.version ?? ''), version: line?.version })
    await anew('mutation ($commandId: ID!, $familyId: ID!, $version: ID!) { writePracticeCard(commandId: $commandId, familyId: $familyId, version: $version, input: { title: "Anders gezegd", situation: "Anders gezegd", tried: "Anders gezegd", whatHelped: "Anders gezegd", ages: [TODDLER], routes: [CHILD], settings: [GROUP] }) { id } }', { version: practiceCard.version })
    expect(await read(ilse)).toContain('Anders gezegd')
    expect(await read(his)).toBe(without)
    for (const id of hidden) await done(all.hanne, 'liftSafeguard', { safeguardId: id, reason: 'Het is besproken.', familyId: bosman })
    expect(await read(his)).toContain('Anders gezegd')
  })
  test('takes along how it ended: a goal, and a line of the plan', async () => {
    const bosman = demoId('family bosman'), mark = demoId('bosman mark')
    const [ilse, his] = await Promise.all([api.as('mother-of-noor'), api.as('father-of-noor')])
    type Ending = { readonly family: { readonly goals: readonly { readonly id: string; readonly isMentalising: boolean; readonly ended: unknown }[]; readonly plan: { readonly lines: readonly { readonly version: string; readonly endedBecause: string | null }[] } } }
    const ending = 'query ($id: ID!) { family(id: $id) { goals { id isMentalising ended { words } } plan { lines { version endedBecause } } } }'
    const { goals, plan: { lines } } = dataOf<Ending>(await all.hanne.ask(ending, { id: bosman })).family
    const goal = goals.find(({ ended, isMentalising }) => ended === null && !isMentalising), line = lines.find(({ endedBecause }) => endedBecause !== null)
    await done(all.hanne, 'endGoal', { familyId: bosman, goalId: goal?.id, outcome: 'REACHED', words: 'Noor eet nu zelf mee.' })
    const ends = ['Noor eet nu zelf mee.', line?.endedBecause ?? 'no line ended']
    const readAlong = async (somebody: Somebody) => `${(await takeCopy(api, somebody, bosman)).copy.page} ${await somebody.askBytes(ending, { id: bosman })}`
    const before = await readAlong(his)
    for (const words of ends) expect(before).toContain(words)
    const hidden = await Promise.all([['GOAL', goal?.id], ['PLAN_PART', line?.version]].map(([entryKind, entryId]) => done(all.hanne, 'setSafeguard', { ...safeguard('SHIELD', [mark], { entryKind, entryId }), familyId: bosman })))
    const [without, hers] = [await readAlong(his), await readAlong(ilse)]
    expect(ends.map((words) => [without.includes(words), hers.includes(words)])).toEqual([[false, true], [false, true]])
    for (const id of hidden) await done(all.hanne, 'liftSafeguard', { safeguardId: id, reason: 'Het is besproken.', familyId: bosman })
  })
  test('of who is protected takes along all words that name them, or where the family is, of whoever wrote them; and no others (F02)', async () => {
    const note = (by: Somebody, situation: string) => done(by, 'addContribution', { input: { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [sem] }, category: 'DEVELOPMENT', setting: 'HOME', occurredOn: '2026-11-23', situation } })
    const [named, small, where, plain] = [await note(all.lotte, 'Sem lachte toen Anouk zong.'), await note(all.lotte, 'Hij zocht anoukjes hand.'), await note(all.lotte, 'Op de Wilgenboom at hij goed.'), await note(all.lotte, 'Hij bouwde een toren onder de linde.')]
    const seen = async (somebody: Somebody) => (await contributionsOf(somebody)).map(({ id }) => id).filter((id) => [named, small, where, plain].includes(id)).toSorted()
    const whole = [named, small, where, plain].toSorted()
    expect([await seen(all.joost), await seen(all.anouk)]).toEqual([whole, whole])
    expect(await bytesOf(all.joost)).toContain('Start op De Wilgenboom')
    const id = await done(all.hanne, 'setSafeguard', safeguard('PROTECTION', [demoId('verhoeven anouk'), joost]))
    expect([await seen(all.joost), await seen(all.anouk), await seen(all.lotte)]).toEqual([[plain], whole, whole])
    const bytes = await bytesOf(all.joost)
    for (const word of ['De Wilgenboom', 'Anouk zong']) expect(bytes).not.toContain(word)
    await lift(all.hanne, id)
    expect(await seen(all.joost)).toEqual(whole)
    // Of a child who is protected, the own record may say its name; what says where it is goes.
    const ofChild = await done(all.hanne, 'setSafeguard', safeguard('PROTECTION', [sem, joost]))
    expect(await seen(all.joost)).toEqual([named, small, plain].toSorted())
    await lift(all.hanne, ofChild)
  })
  test('takes along a meeting to which somebody comes who is protected, with all that was brought and said there', async () => {
    type Written = { readonly writtenAboutUs: { readonly nodes: readonly { readonly id: string; readonly kind: string }[] } }
    const ofMeetings = async () => dataOf<Written>(await all.joost.ask('query ($id: ID!) { writtenAboutUs(familyId: $id, first: 100) { nodes { id kind } } }', { id: verhoeven })).writtenAboutUs.nodes.filter(({ kind }) => kind.startsWith('MEETING'))
    const before = await ofMeetings()
    expect(new Set(before.map(({ kind }) => kind))).toEqual(new Set(['MEETING', ...below['MEETING'] ?? []]))
    const id = await done(all.hanne, 'setSafeguard', safeguard('PROTECTION', [demoId('verhoeven anouk'), joost]))
    expect(await ofMeetings()).toEqual([])
    await lift(all.hanne, id)
    expect(await ofMeetings()).toEqual(before)
  })
  test('is put right and taken along without a line in that parent’s log', async () => {
    const note = (situation: string, more = {}) => ({ input: { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [sem] }, category: 'MEDICAL', setting: 'GROUP', occurredOn: '2026-11-20', situation, ...more } })
    const others = async (somebody: Somebody) => dataOf<{ readonly accessLog: { readonly nodes: readonly { readonly who: string }[] } }>(
      await somebody.ask('query ($id: ID!) { accessLog(familyId: $id, first: 100) { nodes { who what action times } } }', { id: verhoeven })).accessLog.nodes.filter(({ who }) => who !== 'U')
    const made = await done(all.lotte, 'addContribution', note('Niet voor hem'))
    const id = await done(all.hanne, 'setSafeguard', safeguard('SHIELD', [joost], { entryKind: 'CONTRIBUTION', entryId: made }))
    const [his, hers] = [await others(all.joost), await others(all.anouk)]
    const corrected = await done(all.lotte, 'addContribution', note('Ook niet voor hem', { corrects: made }))
    await done(all.lotte, 'takeOwnContribution', { contributionId: corrected })
    expect(await others(all.joost)).toEqual(his)
    expect(await others(all.anouk)).not.toEqual(hers)
    await lift(all.hanne, id)
  })
  test('is shielded by who wrote it, who sees that and no other safeguard', async () => {
    const [part] = (await contributionsOf(all.lotte)).filter(({ situation }) => situation.includes('verstijfde'))
    const id = await done(all.lotte, 'setSafeguard', safeguard('SHIELD', [joost], { entryKind: 'CONTRIBUTION', entryId: part?.id }))
    const closing = await done(all.hanne, 'setSafeguard', safeguard('CLOSING', [grandmother]))
    expect((await safeguardsFor(all.lotte)).safeguards.map((one) => one.id)).toEqual([id])
    expect(codesOf(await ask(all.lotte, 'liftSafeguard', { safeguardId: closing, reason: 'x' }))).toEqual(['not-coordinator'])
    expect(codesOf(await ask(all.femke, 'setSafeguard', safeguard('SHIELD', [joost], { entryKind: 'CONTRIBUTION', entryId: part?.id })))).toEqual(['not-coordinator'])
    await lift(all.lotte, id)
    await lift(all.hanne, closing)
  })
  test('cannot be one that who asks may not see, nor one without reason or day of review', async () => {
    const [hidden] = (await contributionsOf(all.nadia)).filter(({ situation }) => situation.includes('Slaapt licht'))
    expect(hidden).toBeDefined()
    expect(codesOf(await ask(all.lotte, 'setSafeguard', safeguard('SHIELD', [joost], { entryKind: 'CONTRIBUTION', entryId: hidden?.id })))).toEqual(['not-found'])
    expect(codesOf(await ask(all.hanne, 'setSafeguard', safeguard('CLOSING', [joost], { reason: '' })))).toEqual(['text-empty'])
    expect(codesOf(await ask(all.hanne, 'setSafeguard', safeguard('CLOSING', [joost], { reviewOn: undefined })))).toEqual(['review-date-missing'])
    expect(codesOf(await ask(all.hanne, 'setSafeguard', safeguard('SHIELD', [joost])))).toEqual(['request-invalid'])
    expect(codesOf(await ask(all.anouk, 'setSafeguard', safeguard('CLOSING', [joost])))).toEqual(['not-coordinator'])
    expect(codesOf(await all.anouk.ask(viewOfSafeguards, { id: verhoeven }))).toEqual(['not-found'])
  })
  test('that nobody looked at again is work for who coordinates, and stays shielded', async () => {
    const id = await done(all.hanne, 'setSafeguard', safeguard('CLOSING', [grandmother], { reviewOn: '2026-11-25' }))
    expect(await tasks(all.hanne)).toEqual([])
    now = '2026-11-25T09:00:00.000Z'
    all = await people(api)
    expect(await tasks(all.hanne)).toEqual([{ id: `review review ${id}`, since: null, until: '2026-11-25' }])
    expect(await tasks(all.lotte)).toEqual([])
    await done(all.hanne, 'reviewSafeguard', { safeguardId: id, reviewOn: '2027-01-01', reason: 'Nog nodig.' })
    expect(await tasks(all.hanne)).toEqual([])
    await lift(all.hanne, id)
  })
})

describe('the file of the children, closed to one parent (G-05, T13)', () => {
  test('is shut at the next request and on a page that is open, while authority stays, and opens again', async () => {
    const client = connectLive(api.url, { cookie: all.joost.cookie })
    open.push(client)
    const noted = async () => (await api.accessLog.read(verhoeven)).filter(({ by, operation }) => operation === 'familyChanged' && by.person === joost).length
    const heard = client.listen('subscription ($id: ID!) { familyChanged(familyId: $id) { familyId } }', { id: verhoeven })
    while (await noted() === 0) await setImmediate()
    const hers = await bytesOf(all.anouk)
    const id = await done(all.hanne, 'setSafeguard', safeguard('CLOSING', [joost]))
    const his = await bytesOf(all.joost)
    expect([his.includes('klapte Sem mee'), (await contributionsOf(all.joost)).length]).toEqual([false, 0])
    expect(await bytesOf(all.anouk)).toBe(hers)
    // What is told once is that something changed: from then on nothing of the children comes.
    await heard.next()
    expect((await safeguardsFor(all.hanne)).today).toEqual(expect.arrayContaining([{ adultId: joost, childId: sem, status: 'VERIFIED' }]))
    await lift(all.hanne, id)
    expect((await contributionsOf(all.joost)).length).toBeGreaterThan(0)
  })
})

describe('somebody without authority (G-03)', () => {
  test('reads one part that was given to them, and nothing else', async () => {
    const [part] = (await contributionsOf(all.hanne)).filter(({ situation }) => situation.includes('klapte Sem mee'))
    const facts = async () => {
      const record = await loadRecord(api.files, verhoeven)
      const asking = await askingOf({ person: grandmother, role: 'familyMember', app: 'parent', language: 'nl', key: '', secondFactor: true }, api.files)
      if (record === undefined) throw new Error('no family')
      const { open: openFor } = await import('./gate.ts')
      return openFor(record, asking, factsOf(record, asking), now)
    }
    const before = await facts()
    const id = await done(all.hanne, 'setSafeguard', safeguard('RELEASE', [grandmother], { entryKind: 'CONTRIBUTION', entryId: part?.id, reviewOn: undefined }))
    const after = await facts()
    expect((after?.items ?? []).filter(({ item }) => !(before?.items ?? []).some((one) => one.item.id === item.id && one.item.kind === item.kind)).map(({ item }) => item.id)).toEqual([part?.id])
    await lift(all.hanne, id)
    expect(await facts()).toEqual(before)
  })
})

describe('a professional who stays out (C-11)', () => {
  const exclusions = 'query ($id: ID!) { ownExclusions(familyId: $id) { mayExclude excluded { id name what } team { id name } } }'
  type Own = { readonly ownExclusions: { readonly mayExclude: boolean; readonly excluded: readonly { readonly id: string; readonly name: string }[]; readonly team: readonly { readonly id: string; readonly name: string }[] } }
  const ownOf = async (somebody: Somebody) => dataOf<Own>(await somebody.ask(exclusions, { id: verhoeven })).ownExclusions
  const femke = demoId('practitioner femke')

  test('reads nothing of others from that moment, keeps the own part, and the other parent sees no trace of it', async () => {
    const before = await contributionsOf(all.femke)
    const his = await bytesOf(all.joost)
    const hisExclusions = await all.joost.askBytes(exclusions, { id: verhoeven })
    const id = await done(all.anouk, 'excludeProfessional', { professionalId: femke })
    const after = await contributionsOf(all.femke)
    expect([before.length > after.length, after.length > 0]).toEqual([true, true])
    expect((await ownOf(all.anouk)).excluded).toMatchObject([{ id, name: 'Femke Mulder' }])
    expect([await bytesOf(all.joost), await all.joost.askBytes(exclusions, { id: verhoeven })]).toEqual([his, hisExclusions])
    expect(await all.joost.askBytes('query ($id: ID!) { accessLog(familyId: $id) { nodes { what action who } } }', { id: verhoeven })).not.toContain('"who":"Anouk')
    expect(codesOf(await ask(all.joost, 'admitProfessional', { exclusionId: id }))).toEqual(['safeguard-unknown'])
    expect((await safeguardsFor(all.hanne)).safeguards.find((one) => one.id === id)).toMatchObject({ kind: 'EXCLUSION', mayLift: false })
    expect(codesOf(await ask(all.hanne, 'liftSafeguard', { safeguardId: id, reason: 'x' }))).toEqual(['not-yours'])
    await done(all.anouk, 'admitProfessional', { exclusionId: id })
    expect((await contributionsOf(all.femke)).length).toBe(before.length)
  })
  test('is not who coordinates, and is decided by nobody without authority', async () => {
    expect(codesOf(await ask(all.anouk, 'excludeProfessional', { professionalId: demoId('practitioner hanne') }))).toEqual(['coordinator-stays'])
    expect(codesOf(await ask(all.theresa, 'excludeProfessional', { professionalId: femke }))).toEqual(['not-found'])
    expect(codesOf(await ask(all.lotte, 'excludeProfessional', { professionalId: femke }))).toEqual(['not-of-the-family'])
    expect(codesOf(await all.lotte.ask(exclusions, { id: verhoeven }))).toEqual(['not-found'])
  })
  test('may be family of the family, says so, and finds it no more', async () => {
    const id = await done(all.femke, 'setSafeguard', safeguard('OWN_FAMILY', [], { professionalId: femke, reviewOn: undefined }))
    expect(await all.femke.askBytes('query ($id: ID!) { family(id: $id) { name } }', { id: verhoeven })).toBe(await all.femke.askBytes('query ($id: ID!) { family(id: $id) { name } }', { id: demoId('no family') }))
    await lift(all.hanne, id)
    expect((await contributionsOf(all.femke)).length).toBeGreaterThan(0)
    expect(codesOf(await ask(all.femke, 'setSafeguard', safeguard('OWN_FAMILY', [], { professionalId: demoId('practitioner lotte'), reviewOn: undefined })))).toEqual(['not-coordinator'])
  })
})

describe('a part that its author keeps secret', () => {
  test('is not even known to be there to who coordinates, nor that something holds for it', async () => {
    const existence = () => all.hanne.askBytes('query ($id: ID!) { family(id: $id) { existence { discipline on } } safeguards(familyId: $id) { safeguards { id kind entry } } }', { id: verhoeven })
    const before = await existence()
    const made = await done(all.nadia, 'addContribution', { input: { kind: 'NOTE', subject: { kind: 'ADULT', memberIds: [demoId('verhoeven anouk')] }, category: 'MEDICAL', setting: 'PRACTICE', occurredOn: '2026-11-19', situation: 'Alleen voor ons' } })
    expect(await existence()).not.toBe(before)
    const id = await done(all.nadia, 'setSafeguard', safeguard('SECRET', [], { entryKind: 'CONTRIBUTION', entryId: made, reviewOn: undefined }))
    expect(await existence()).toBe(before)
    expect((await safeguardsFor(all.nadia)).safeguards.map((one) => one.id)).toContain(id)
    expect(codesOf(await ask(all.hanne, 'liftSafeguard', { safeguardId: id, reason: 'x' }))).toEqual(['safeguard-unknown'])
    await lift(all.nadia, id)
  })
})

describe('somebody of the family whom a professional isn’t told of', () => {
  test('is as nobody to who writes: no refusal tells that there is one, and nobody learns a name by writing about an id (T8)', async () => {
    const known = async (somebody: Somebody) => dataOf<{ family: { members: readonly { id: string }[] } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { members { id } } }', { id: verhoeven })).family.members
    const told = new Set((await known(all.eva)).map(({ id }) => id))
    const hidden = (await known(all.hanne)).filter(({ id }) => !told.has(id))
    expect(hidden.length).toBeGreaterThan(0)
    const input = (person: string) => ({ subject: { kind: 'ADULT', memberIds: [person] }, category: 'SOCIAL', occurredOn: '2026-11-20', precision: 'DAY', title: 'Iets', weight: 'NEUTRAL' })
    for (const person of [randomUUID(), ...hidden.map(({ id }) => id)]) {
      const { subject, category, occurredOn, ...event } = input(person)
      expect(codesOf(await ask(all.eva, 'addLifeEvent', { input: { subject, category, occurredOn, ...event } }))).toEqual(['not-found'])
      expect(codesOf(await ask(all.eva, 'addContribution', { input: { subject, category, occurredOn, kind: 'NOTE', setting: 'WARD', situation: 'Over iemand' } }))).toEqual(['not-found'])
    }
    expect((await known(all.eva)).map(({ id }) => id).sort()).toEqual([...told].sort())
  })
})

describe('who works in the group of a child (K-14)', () => {
  const stand = demoId('practitioner who fills in')
  const kindsFor = async (at: string) => {
    const asking = await askingOf({ person: stand, role: 'professional', app: 'desk', language: 'nl', key: '', secondFactor: true }, api.files)
    // By the door that every question comes through, which knows no strangers.
    const record = await recordNamed({ files: api.files, log: api.accessLog, clock: () => at }, asking, verhoeven, 'family', 'quietly')
    if (record === undefined) return []
    const { open: openFor } = await import('./gate.ts')
    return [...new Set(openFor(record, asking, factsOf(record, asking), at)?.items.map(({ item }) => item.kind) ?? [])]
  }
  const named = (somebody: Somebody, text: string, variables: Readonly<Record<string, unknown>>) => command(somebody, text, variables)

  test('sees its agreement cards on the days of duty, and nothing else, ever', async () => {
    const by = { person: demoId('practitioner lotte'), role: 'system' } as const
    await api.files.practitioners.handle(stand, { type: 'RegisterPractitioner', by, at: now, practitionerId: stand, name: 'Ina Kuiper', title: 'pedagogisch medewerker', discipline: 'dayCentre', organisation: demoId('organisation wilgenboom') }, randomUUID())
    expect(await kindsFor(now)).toEqual([])
    const group = dataOf<{ openGroup: { id: string } }>(await named(all.lotte, 'mutation ($commandId: ID!, $name: String!) { openGroup(commandId: $commandId, name: $name) { id } }', { name: 'Bijengroep' })).openGroup.id
    const duty = 'mutation ($commandId: ID!, $groupId: ID!, $professionalId: ID!, $from: Date!, $until: Date) { recordGroupDuty(commandId: $commandId, groupId: $groupId, professionalId: $professionalId, from: $from, until: $until) { id } }'
    const today = now.slice(0, 10)
    expect(codesOf(await named(all.ruud, duty, { groupId: group, professionalId: stand, from: today }))).toEqual(['not-group-leader'])
    expect(codesOf(await named(all.eva, duty, { groupId: group, professionalId: stand, from: today }))).toEqual(['works-elsewhere'])
    dataOf(await named(all.lotte, duty, { groupId: group, professionalId: stand, from: today, until: today }))
    expect(await kindsFor(now)).toEqual([])
    expect(codesOf(await ask(all.eva, 'placeInGroup', { childId: sem, groupId: group, from: today }))).toEqual(['group-unknown'])
    const placement = await done(all.lotte, 'placeInGroup', { childId: sem, groupId: group, from: today })
    expect(await kindsFor(now)).toEqual(['agreementCard'])
    expect(await kindsFor(`${Temporal.PlainDate.from(today).add({ days: 1 }).toString()}T09:00:00.000Z`)).toEqual([])
    // The card that holds, and not one that held: also for who looks back (P10).
    const before = now
    now = new Date(Date.parse(now) + 60_000).toISOString()
    const card = dataOf<{ family: { agreementCards: readonly { id: string; version: string; text: string }[] } }>(await all.lotte.ask('query ($id: ID!) { family(id: $id) { agreementCards { id version text } } }', { id: verhoeven })).family.agreementCards[0]
    dataOf(await named(all.lotte, 'mutation ($commandId: ID!, $familyId: ID!, $cardId: ID!, $version: ID!, $input: AgreementCardInput!) { changeAgreementCard(commandId: $commandId, familyId: $familyId, cardId: $cardId, version: $version, input: $input) { id } }',
      { familyId: verhoeven, cardId: card?.id, version: card?.version, input: { title: 'Anders', text: 'Zo doen we het nu.', settings: ['GROUP'] } }))
    const cardsBefore = async (person: string) => {
      const { openAsKnown, recordAsKnown } = await import('./as-known.ts')
      const asking = await askingOf({ person, role: 'professional', app: 'desk', language: 'nl', key: '', secondFactor: true }, api.files)
      const record = await loadRecord(api.files, verhoeven)
      const then = record && await recordAsKnown(api.files, record, before)
      return record && then && JSON.stringify(openAsKnown(record, then, asking, factsOf(record, asking), now)?.items.filter(({ item: { kind } }) => kind === 'agreementCard') ?? [])
    }
    expect(await cardsBefore(demoId('practitioner lotte'))).toContain(card?.text)
    expect(await cardsBefore(stand)).not.toContain(card?.text)
    const family = await all.lotte.askBytes('query ($id: ID!) { family(id: $id) { placements { child group isOwn } } }', { id: verhoeven })
    expect(JSON.parse(family)).toMatchObject({ data: { family: { placements: [{ child: 'Sem', group: 'Bijengroep', isOwn: true }] } } })
    const own = (somebody: Somebody) => somebody.askBytes('{ ownGroups { groups { name isLeader duties { professional { name } isToday } } colleagues { name } } }')
    expect(await own(all.lotte)).toContain('Ina Kuiper')
    expect(await own(all.ruud)).not.toContain('Ina Kuiper')
    await done(all.lotte, 'endGroupPlacement', { placementId: placement, until: today })
  })
})

describe('who stood in for the coordinator', () => {
  test('neither knows where the family lives nor sees its safeguards, once they left the team', async () => {
    const stood = demoId('practitioner mirjam')
    const by = { person: demoId('practitioner hanne'), role: 'professional', organisation: demoId('organisation schakel'), discipline: 'imhSpecialist' } as const
    const asking = await askingOf({ person: stood, role: 'professional', app: 'desk', language: 'nl', key: '', secondFactor: true }, api.files)
    const file = await api.files.cases.state(verhoeven)
    const membership = file.isOpen ? file.careTeam.members.find(({ practitionerId }) => practitionerId === stood) : undefined
    const until = now.slice(0, 10)
    const { position } = await api.files.cases.handle(verhoeven, { type: 'EndTeamMembership', by, at: now, registrationValid: true, membershipId: membership?.membershipId ?? '', until, reason: 'Ander werk' }, randomUUID())
    expect(position).toBeDefined()
    const record = await loadRecord(api.files, verhoeven)
    if (record === undefined) throw new Error('no family')
    const { open: openFor } = await import('./gate.ts')
    const { coordinatesHere } = await import('./disclosing.ts')
    const seen = (at: string) => { const opened = openFor(record, asking, factsOf(record, asking), at); return [opened?.items.some(({ item }) => item.kind === 'home'), opened?.head.substitute, coordinatesHere(record, asking, at)] }
    expect(seen(now)).toEqual([true, stood, true])
    expect(seen(`${Temporal.PlainDate.from(until).add({ days: 1 }).toString()}T09:00:00.000Z`)).toEqual([false, undefined, false])
  })
})

describe('a case that is closed (C-14, P-15)', () => {
  test('is read at home as before, by each organisation its own part, and nobody adds to it until it goes on', async () => {
    const his = await contributionsOf(all.joost), hers = await contributionsOf(all.femke)
    const note = { input: { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [sem] }, category: 'DEVELOPMENT', setting: 'GROUP', occurredOn: '2026-11-20', situation: 'Nog iets' } }
    expect(codesOf(await ask(all.lotte, 'closeCase', { words: 'x' }))).toEqual(['not-coordinator'])
    await done(all.hanne, 'closeCase', { words: 'De doelen zijn gehaald.' })
    expect((await contributionsOf(all.joost)).map(({ id }) => id)).toEqual(his.map(({ id }) => id))
    const left = await contributionsOf(all.femke)
    expect([hers.length > left.length, left.length > 0]).toEqual([true, true])
    expect(codesOf(await ask(all.lotte, 'addContribution', note))).toEqual(['case-closed'])
    const closing = 'query ($id: ID!) { family(id: $id) { closing { words by } can { contribute plan } } }'
    expect(dataOf(await all.anouk.ask(closing, { id: verhoeven }))).toMatchObject({ family: { closing: { words: 'De doelen zijn gehaald.', by: 'Hanne de Wit' } } })
    expect(dataOf(await all.lotte.ask(closing, { id: verhoeven }))).toMatchObject({ family: { can: { contribute: false } } })
    expect((await takeCopy(api, all.anouk, verhoeven)).copy.page).toContain('De doelen zijn gehaald.')
    await done(all.hanne, 'reopenCase', { words: 'De ouders vroegen het.' })
    expect((await contributionsOf(all.femke)).length).toBe(hers.length)
    await done(all.lotte, 'addContribution', note)
    expect(codesOf(await ask(all.hanne, 'reopenCase', { words: 'x' }))).toEqual(['case-not-closed'])
  })
})

describe('authority that turns out to have ended (G-06, G-08)', () => {
  test('closes the file at once, and what was read in the meantime is gone through by who coordinates, before the eyes of the privacy officer', async () => {
    await bytesOf(all.joost)
    await done(all.hanne, 'recordAuthority', { input: { childId: sem, adultId: joost, status: 'NONE', basis: 'COURT_DECISION', source: 'COURT', from: '2026-11-20' } })
    expect((await contributionsOf(all.joost)).map(({ situation }) => situation).filter((text) => text.includes('klapte Sem mee'))).toEqual([])
    const gaps = 'query ($id: ID!) { authorityGaps(familyId: $id) { id child adult from until knownAt reads { on what times } reviewNote reviewedBy reviewedAt } }'
    type Gaps = { readonly authorityGaps: readonly { readonly id: string; readonly child: string; readonly adult: string; readonly from: string; readonly until: string; readonly knownAt: string; readonly reads: readonly { readonly what: string; readonly times: number }[]; readonly reviewNote: string | null; readonly reviewedAt: string | null }[] }
    const [gap] = dataOf<Gaps>(await all.hanne.ask(gaps, { id: verhoeven })).authorityGaps
    expect(gap).toMatchObject({ child: 'Sem', adult: 'Joost', from: '2026-11-20', until: '2026-11-25', reviewNote: null })
    expect(gap?.reads.map(({ what }) => what)).toEqual(expect.arrayContaining([expect.stringContaining('Sem')]))
    // Of nobody else: the mother and the team looked on the same days.
    const his = (await api.accessLog.read(verhoeven)).filter(({ by, action, subject }) => by.person === joost && action !== 'write' && JSON.stringify(subject).includes(sem))
    expect(gap?.reads.reduce((sum, { times }) => sum + times, 0)).toBe(his.filter(({ at }) => at < (gap?.knownAt ?? '')).length)
    const officer = await all.paul.askBytes(gaps, { id: verhoeven })
    expect(officer).toContain('"2026-11-20"')
    for (const name of ['Sem', 'Joost', 'Anouk']) expect(officer).not.toContain(name)
    expect(codesOf(await all.lotte.ask(gaps, { id: verhoeven }))).toEqual(['not-coordinator'])
    expect(codesOf(await all.joost.ask(gaps, { id: verhoeven }))).toEqual(['not-found'])
    expect(await tasks(all.hanne)).toEqual([{ id: 'review gap ' + (gap?.id ?? ''), since: '2026-11-25', until: null }])
    await done(all.hanne, 'reviewAuthorityGap', { gapId: gap?.id, note: 'Alleen het plan gelezen.' })
    expect(await tasks(all.hanne)).toEqual([])
    expect(dataOf<Gaps>(await all.hanne.ask(gaps, { id: verhoeven })).authorityGaps[0]).toMatchObject({ reviewNote: 'Alleen het plan gelezen.' })
    expect(await all.paul.askBytes(gaps, { id: verhoeven })).not.toContain('Alleen het plan')
  })
  test('was a mistake: it is put right, and the file is as it was', async () => {
    const fact = (await safeguardsFor(all.hanne)).authority.find(({ status, adultId }) => status === 'NONE' && adultId === joost)
    await done(all.hanne, 'correctAuthority', { authorityId: fact?.id, reason: 'Het ging over een ander kind.' })
    expect((await contributionsOf(all.joost)).some(({ situation }) => situation.includes('klapte Sem mee'))).toBe(true)
    expect((await safeguardsFor(all.hanne)).authority.find(({ id }) => id === fact?.id)).toMatchObject({ mistake: 'Het ging over een ander kind.' })
    expect(await all.anouk.askBytes(everything, { id: verhoeven })).not.toContain('NONE')
  })
  test('of somebody who only says so opens nothing, until somebody saw the proof', async () => {
    const guardian = await done(all.hanne, 'addGuardian', { name: 'Voogdij Druivendal', isInstitution: true })
    await done(all.hanne, 'recordAuthority', { input: { childId: sem, adultId: guardian, status: 'UNVERIFIED', basis: 'GUARDIANSHIP', source: 'STATEMENT', from: '2026-11-01' } })
    const fact = async () => (await safeguardsFor(all.hanne)).authority.find(({ adultId }) => adultId === guardian)
    expect(await fact()).toMatchObject({ status: 'UNVERIFIED', check: null })
    expect(codesOf(await ask(all.hanne, 'verifyAuthority', { authorityId: (await fact())?.id }))).toEqual(['authority-unconfirmed'])
    expect(codesOf(await ask(all.lotte, 'verifyAuthority', { authorityId: (await fact())?.id, proof: { source: 'COURT', seen: 'x', seenOn: '2026-11-24' } }))).toEqual(['not-coordinator'])
    await done(all.hanne, 'verifyAuthority', { authorityId: (await fact())?.id, proof: { source: 'COURT', seen: 'De beschikking van 1 november', seenOn: '2026-11-24', checkOn: '2026-12-01' } })
    expect(await fact()).toMatchObject({ status: 'VERIFIED', isCheckDue: false, check: { seen: 'De beschikking van 1 november', by: 'Hanne de Wit' } })
    now = '2026-12-01T09:00:00.000Z'
    all = await people(api)
    expect(await fact()).toMatchObject({ isCheckDue: true })
  })
})

describe('a birthday (G-12, R19)', () => {
  test('changes at local midnight what parents read of a young person, and nobody does anything', () => {
    const person = demoId('somebody'), parent = demoId('parent')
    const facts = { ...noFacts('NL'), children: [{ person, born: '2010-11-30', letsParentsRead: false }], authority: [{ child: person, adult: parent, period: { from: '2010-11-30' }, verified: true }] }
    const entry = { ...plainEntry, subject: { kind: 'child', person }, category: 'development', author: { person: demoId('author'), organisation: demoId('place') }, recorded: '2026-11-01', occurred: '2026-11-01' } as const
    const reads = (at: string) => decide({ kind: 'portal', person: parent, secondFactor: true }, 'read', entry, facts, at).outcome
    expect(reads('2026-11-29T22:59:59.999Z')).toBe('content')
    expect(reads('2026-11-29T23:00:00.000Z')).toBe('nothing')
  })
})

describe('working notes (C-15, T4)', () => {
  const notes = 'query ($id: ID!) { workingNotes(familyId: $id) { id text version keptUntil } }'
  type Notes = { readonly workingNotes: readonly { readonly id: string; readonly text: string; readonly version: string; readonly keptUntil: string }[] }
  const notesOf = async (somebody: Somebody) => dataOf<Notes>(await somebody.ask(notes, { id: verhoeven })).workingNotes

  test('are for who wrote them, in no answer, copy or log line of anybody else, and in no event', async () => {
    const commandId = randomUUID()
    const id = await done(all.lotte, 'keepWorkingNote', { text: 'Mijn twijfel over muts en schrik' }, commandId)
    expect(await done(all.lotte, 'keepWorkingNote', { text: 'Mijn twijfel over muts en schrik' }, commandId)).toBe(id)
    expect(await notesOf(all.lotte)).toMatchObject([{ id, text: 'Mijn twijfel over muts en schrik', keptUntil: '2027-06-01' }])
    for (const somebody of [all.hanne, all.ruud, all.nadia]) expect(await notesOf(somebody)).toEqual([])
    expect(codesOf(await all.anouk.ask(notes, { id: verhoeven }))).toEqual(['not-a-professional'])
    expect(codesOf(await all.theresa.ask(notes, { id: verhoeven }))).toEqual(['not-found'])
    expect(codesOf(await ask(all.hanne, 'keepWorkingNote', { text: 'Van mij', noteId: id, version: (await notesOf(all.lotte))[0]?.version }))).toEqual(['note-unknown'])
    await done(all.hanne, 'removeWorkingNote', { noteId: id })
    expect(await notesOf(all.lotte)).toHaveLength(1)
    for (const somebody of [all.hanne, all.anouk]) expect(await bytesOf(somebody)).not.toContain('Mijn twijfel')
    expect((await takeCopy(api, all.anouk, verhoeven)).copy.page).not.toContain('aantekening')
    for await (const { content } of api.stores.events.read(`family-${verhoeven}`)) expect(JSON.stringify(content)).not.toContain('Mijn twijfel')
  })
  test('are changed in one window at a time, and not left empty', async () => {
    const [note] = await notesOf(all.lotte)
    await done(all.lotte, 'keepWorkingNote', { text: 'Anders bekeken', noteId: note?.id, version: note?.version })
    expect(codesOf(await ask(all.lotte, 'keepWorkingNote', { text: 'Van het andere venster', noteId: note?.id, version: note?.version }))).toEqual(['note-changed'])
    expect(codesOf(await ask(all.lotte, 'keepWorkingNote', { text: '  ' }))).toEqual(['text-empty'])
    expect((await notesOf(all.lotte)).map(({ text }) => text)).toEqual(['Anders bekeken'])
  })
  test('are gone after their term', async () => {
    now = '2027-06-02T09:00:00.000Z'
    all = await people(api)
    expect(await notesOf(all.lotte)).toEqual([])
    expect(await api.stores.state.selectFrom('working_note').selectAll().execute()).toEqual([])
  })
})

describe('what was withheld for somebody who is protected', () => {
  test('stays so when they are erased and nobody knows their name any more, also as it is put right afterwards; nothing that is kept for it holds a word (F02)', async () => {
    const anouk = demoId('verhoeven anouk')
    const note = (situation: string, more: Readonly<Record<string, unknown>> = {}) => done(all.lotte, 'addContribution', { input: { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [sem] }, category: 'DEVELOPMENT', setting: 'HOME', occurredOn: '2026-11-23', situation, ...more } })
    const [named, plain] = [await note('Sem danste toen Anouk floot.'), await note('Hij bouwde een brug van blokken.')]
    const seen = async (somebody: Somebody, ...ids: readonly string[]) => (await contributionsOf(somebody)).map(({ id }) => id).filter((id) => ids.includes(id)).toSorted()
    await done(all.hanne, 'setSafeguard', safeguard('PROTECTION', [anouk, joost], { reviewOn: Temporal.PlainDate.from(now.slice(0, 10)).add({ days: 90 }).toString() }))
    expect(await seen(all.joost, named, plain)).toEqual([plain])
    await carriedOut(api, await decideErasure(api.files, everyController, anouk))
    expect(await seen(all.joost, named, plain)).toEqual([plain])
    const later = await note('Sem danste toen Anouk zacht floot.', { corrects: named })
    expect([await seen(all.joost, named, plain, later), (await seen(all.lotte, later, plain)).length]).toEqual([[plain], 2])
    expect(await bytesOf(all.joost)).not.toContain('floot')
    const file = await api.files.cases.state(verhoeven)
    const mentions = file.isOpen ? file.safeguards.flatMap((one) => one.mentions ?? []) : []
    expect(mentions.some(({ kind, id }) => kind === 'contribution' && id === named)).toBe(true)
    expect(JSON.stringify(mentions)).not.toMatch(/anouk|floot/i)
  })
})

/**
 * The canary: every text that anybody wrote holds a token of its own, and every answer to anybody is searched for all of them.
 * Who may find which is written down in `testing/who-may-read.ts`.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { addDays } from '@samenspel/kernel'
import { demoId } from '@samenspel/demo-region'
import { buildSchema } from 'graphql'
import { documents, everyFieldOfFamily, textsIn, type Document } from '../testing/documents.ts'
import { expectedFor, type Expected } from '../testing/expected-readers.ts'
import { command, dataOf } from '../testing/family.ts'
import { markedRegion, play, tokens, tokensIn } from '../testing/marked-region.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { askCopy } from '../testing/take-copy.ts'
import { logFileText } from '../testing/take-log.ts'
import { confirmed, openFeed } from '../testing/walk.ts'
import { idOf, mayRead, personaIds, personas, type PersonaId, type Reading } from '../testing/who-may-read.ts'

const today = '2026-11-24'
const clock = () => `${today}T09:00:00.000Z`
const verhoeven = demoId('family verhoeven')
const sem = idOf('verhoeven', 'sem'), tijn = idOf('verhoeven', 'tijn'), anouk = idOf('verhoeven', 'anouk'), joost = idOf('verhoeven', 'joost')

const next = tokens()
/** Every token: what it is, for a message, and who may and must find it. */
const expected = new Map<string, Expected & { readonly what: string }>()
const expect1 = (what: string, readers: Expected): string => {
  const token = next()
  expected.set(token, { what, ...readers })
  return token
}
const readersOf = (reading: Reading): Expected => {
  const may = new Set(personaIds.filter((id) => mayRead(id, reading)))
  return { may, must: may }
}

/** What each persona found, in which answers. */
const found = new Map<PersonaId, Map<string, string>>(personaIds.map((id) => [id, new Map()]))
const search = (id: PersonaId, where: string, bytes: string): void => {
  for (const token of tokensIn(bytes)) if (!found.get(id)?.has(token)) found.get(id)?.set(token, where)
}

const printed: string[] = []
let api: RunningApi
let somebody: Readonly<Record<PersonaId, Somebody>>

const writeInput = `mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }`
const lifeInput = `mutation ($commandId: ID!, $familyId: ID!, $input: LifeEventInput!) { addLifeEvent(commandId: $commandId, familyId: $familyId, input: $input) { id } }`
const goalInput = `mutation ($commandId: ID!, $familyId: ID!, $input: GoalInput!) { addGoal(commandId: $commandId, familyId: $familyId, input: $input) { id } }`
const cardInput = `mutation ($commandId: ID!, $familyId: ID!, $input: AgreementCardInput!) { addAgreementCard(commandId: $commandId, familyId: $familyId, input: $input) { id } }`

const subjects: readonly (readonly [about: string, kind: string, memberIds: readonly string[]])[] = [
  ['sem', 'CHILD', [sem]], ['tijn', 'SIBLING', [tijn]], ['anouk', 'ADULT', [anouk]], ['joost', 'ADULT', [joost]],
  ['anouk+sem', 'RELATION', [anouk, sem].sort()], ['joost+sem', 'RELATION', [joost, sem].sort()], ['around sem', 'SURROUNDINGS', [sem]],
]
const labels = { medical: 'MEDICAL', mentalHealth: 'MENTAL_HEALTH', social: 'SOCIAL', contact: 'CONTACT', planning: 'PLANNING' } as const
const writers = ['coordinator', 'pedagogical-worker', 'paediatrician', 'youth-care-worker', 'therapist'] as const

/** Everybody of the team writes about everybody of whom they are told, under every kind of label. */
const writeEverywhere = async (): Promise<void> => {
  for (const writer of writers) {
    const { works } = personas[writer]
    const { family } = dataOf<{ family: { members: readonly { id: string }[] } }>(await somebody[writer].ask('query ($id: ID!) { family(id: $id) { members { id } } }', { id: verhoeven }))
    const told = subjects.filter(([, , memberIds]) => memberIds.every((one) => family.members.some(({ id }) => id === one)))
    expect(told.length).toBeGreaterThan(1)
    for (const [about, kind, memberIds] of told) {
      await Promise.all(Object.entries(labels).map(async ([label, category]) => {
        const text = (field: string) => expect1(`${field} by ${writer} about ${about}, ${label}`, readersOf({ family: 'verhoeven', about, labels: [label], from: works }))
        dataOf(await command(somebody[writer], writeInput, {
          familyId: verhoeven,
          input: {
            kind: 'FOUR_PART', subject: { kind, memberIds }, category, setting: 'HOME', occurredOn: today, situation: text('situation'), parentsTold: text('parentsTold'),
            whatWeDo: text('whatWeDo'), possibleMeaning: text('possibleMeaning'), childsVoice: text('childsVoice'), forParents: text('forParents'),
          },
        }))
      }))
      const life = (field: string) => expect1(`${field} of a life event by ${writer} about ${about}`, readersOf({ family: 'verhoeven', about, labels: ['mentalHealth'], from: works }))
      dataOf(await command(somebody[writer], lifeInput, {
        familyId: verhoeven, input: { subject: { kind, memberIds }, category: 'MENTAL_HEALTH', occurredOn: today, precision: 'DAY', title: life('title'), text: life('text'), weight: 'STRAIN' },
      }))
    }
  }
}

const writeThePlan = async (): Promise<void> => {
  const { 'coordinator': hanne, 'therapist': nadia, 'pedagogical-worker': lotte } = somebody
  // No scale measures a grown person (K-09).
  for (const [about, kind, memberIds] of subjects.filter(([, ofKind]) => ofKind !== 'ADULT')) {
    const text = (field: string) => expect1(`${field} of a goal about ${about}`, readersOf({ family: 'verhoeven', about, labels: ['plan'], from: 'schakel' }))
    dataOf(await command(hanne, goalInput, {
      familyId: verhoeven,
      input: { title: text('title'), subject: { kind, memberIds }, route: 'PARENTS', scale: 'FIVE', levels: [-2, -1, 0, 1, 2].map((value) => ({ value, text: text('level') })), start: -2, isParentsOwn: false, forParents: text('forParents') },
    }))
  }
  const newest = dataOf<{ family: { plan: { versions: readonly { id: string }[] } } }>(await hanne.ask('query ($id: ID!) { family(id: $id) { plan { versions { id } } } }', { id: verhoeven })).family.plan.versions[0]?.id
  for (const id of ['mother', 'father'] as const) {
    const { is } = personas[id]
    const words = expect1(`an answer to the plan by ${id}`, readersOf({ family: 'verhoeven', about: is, labels: ['plan'], from: 'the family', author: is }))
    dataOf(await command(somebody[id], 'mutation ($commandId: ID!, $familyId: ID!, $planVersionId: ID!, $parentId: ID!, $words: String!) { answerPlanVersion(commandId: $commandId, familyId: $familyId, planVersionId: $planVersionId, parentId: $parentId, answer: QUESTION, words: $words) { id } }',
      { familyId: verhoeven, planVersionId: newest, parentId: id === 'mother' ? anouk : joost, words }))
  }
  const judged = expect1('a decision about a hypothesis', readersOf({ family: 'verhoeven', about: 'anouk+sem', labels: ['relationship'], from: 'schakel' }))
  dataOf(await command(hanne, 'mutation ($commandId: ID!, $familyId: ID!, $hypothesisId: ID!, $reason: String!) { decideHypothesis(commandId: $commandId, familyId: $familyId, hypothesisId: $hypothesisId, outcome: SUPPORTED, reason: $reason) { id } }',
    { familyId: verhoeven, hypothesisId: idOf('verhoeven', 'hypothesis hands'), reason: judged }))
  const card = (field: string) => expect1(`${field} of a card`, readersOf({ family: 'verhoeven', about: 'sem', labels: ['plan'], from: 'linde' }))
  dataOf(await command(nadia, cardInput, { familyId: verhoeven, input: { title: card('title'), text: card('text'), settings: ['HOME'] } }))
  const action = expect1('action', readersOf({ family: 'verhoeven', about: 'sem', labels: ['plan'], from: 'wilgenboom' }))
  dataOf(await command(lotte, 'mutation ($commandId: ID!, $familyId: ID!, $text: String!, $ownerId: ID!) { addAction(commandId: $commandId, familyId: $familyId, text: $text, ownerId: $ownerId) { id } }',
    { familyId: verhoeven, text: action, ownerId: anouk }))
}

/** What parents say, and what the team wonders. */
const sayAndWonder = async (): Promise<void> => {
  for (const id of ['mother', 'father'] as const) {
    const { is } = personas[id]
    const words = expect1(`too much, says ${id}`, readersOf({ family: 'verhoeven', about: is, labels: ['social'], from: 'the family', author: is }))
    dataOf(await command(somebody[id], 'mutation ($commandId: ID!, $familyId: ID!, $words: String) { signalTooMuch(commandId: $commandId, familyId: $familyId, choice: CALL_ME, words: $words) { id } }', { familyId: verhoeven, words }))
  }
  const { family } = dataOf<{ family: { reflectionPrompts: readonly { id: string }[] } }>(await somebody.coordinator.ask('query ($id: ID!) { family(id: $id) { reflectionPrompts { id } } }', { id: verhoeven }))
  for (const id of ['coordinator', 'coach'] as const) {
    const text = expect1(`reflection by ${id}`, readersOf({ family: 'verhoeven', about: 'the case', labels: ['social'], from: 'schakel', only: ['hanne', 'ruud'] }))
    dataOf(await command(somebody[id], 'mutation ($commandId: ID!, $familyId: ID!, $promptId: ID!, $text: String!) { answerReflectionPrompt(commandId: $commandId, familyId: $familyId, promptId: $promptId, text: $text) { id } }',
      { familyId: verhoeven, promptId: family.reflectionPrompts[0]?.id, text }))
  }
}

/** What documents ask about besides a family. */
type Met = { readonly runId: string; readonly visitId: string; readonly appointmentId: string }

/** Appointments that stand, and a wish for another moment from each parent. */
const meet = async (): Promise<Met> => {
  const { coordinator, mother, father } = somebody
  const { runId } = await confirmed(coordinator, [mother, father], verhoeven)
  for (const id of ['mother', 'father'] as const) {
    const { is } = personas[id]
    const { family } = dataOf<{ family: { appointments: readonly { id: string; canCancel: boolean }[] } }>(await somebody[id].ask('query ($id: ID!) { family(id: $id) { appointments { id canCancel } } }', { id: verhoeven }))
    const words = expect1(`another moment for ${id}`, readersOf({ family: 'verhoeven', about: is, labels: ['planning'], from: 'the family', with: [is] }))
    dataOf(await command(somebody[id], 'mutation ($commandId: ID!, $familyId: ID!, $appointmentId: ID, $words: String) { askOtherMoment(commandId: $commandId, familyId: $familyId, appointmentId: $appointmentId, words: $words) { id } }',
      { familyId: verhoeven, appointmentId: family.appointments.find(({ canCancel }) => canCancel)?.id, words }))
  }
  const [appointment] = [...(await api.files.agendas.state(verhoeven)).proposals.appointments.values()].filter(({ subject, asked }) => subject.kind === 'child' && asked.includes(anouk))
  return { runId, visitId: appointment?.bundleId ?? '', appointmentId: appointment?.appointmentId ?? '' }
}

/** A safety track, which nobody knows of but the two who work in it (S-04). */
const worryTogether = async (): Promise<void> => {
  const circle = { may: new Set<PersonaId>(['pedagogical-worker', 'youth-care-worker']), must: new Set<PersonaId>(['pedagogical-worker', 'youth-care-worker']) }
  const word = (what: string) => expect1(`${what} of a safety track`, circle)
  const { 'pedagogical-worker': lotte, 'youth-care-worker': femke } = somebody
  const { openSafetyTrack: { id: trackId } } = dataOf<{ openSafetyTrack: { id: string } }>(await command(lotte,
    'mutation ($commandId: ID!, $familyId: ID!, $input: SafetySignalsInput!) { openSafetyTrack(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
    { familyId: verhoeven, input: { childId: sem, words: word('signals'), investigated: [joost] } }))
  dataOf(await command(lotte, 'mutation ($commandId: ID!, $familyId: ID!, $trackId: ID!, $personId: ID!) { addSafetyMember(commandId: $commandId, familyId: $familyId, trackId: $trackId, personId: $personId) { id } }',
    { familyId: verhoeven, trackId, personId: demoId('practitioner femke') }))
  for (const input of [
    { step: 'CONSULTATION', words: word('consultation'), on: today, adviser: 'VEILIG_THUIS', anonymous: true }, { step: 'TALK', words: word('why no talk'), skipped: 'SAFETY_OF_CHILD' },
    { step: 'WEIGHING', words: word('weighing'), examinations: word('examinations'), results: word('results') },
  ]) dataOf(await command(femke, 'mutation ($commandId: ID!, $familyId: ID!, $trackId: ID!, $input: SafetyStepInput!) { takeSafetyStep(commandId: $commandId, familyId: $familyId, trackId: $trackId, input: $input) { id } }', { familyId: verhoeven, trackId, input }))
  dataOf(await command(femke, 'mutation ($commandId: ID!, $familyId: ID!, $trackId: ID!, $words: String!, $ownerId: ID!) { addSafetyTask(commandId: $commandId, familyId: $familyId, trackId: $trackId, words: $words, ownerId: $ownerId) { id } }',
    { familyId: verhoeven, trackId, words: word('task'), ownerId: demoId('practitioner lotte') }))
}

const keepDrafts = async (): Promise<void> => {
  for (const id of personaIds) {
    if (!('children' in personas[id]) && id !== 'privacy-officer') {
      const content = expect1(`draft of ${id}`, { may: new Set([id]), must: new Set([id]) })
      dataOf(await somebody[id].ask('mutation ($familyId: ID!, $content: String!) { saveDraft(familyId: $familyId, form: "contribution", content: $content) { form } }', { familyId: verhoeven, content }))
    }
  }
}

// ── The sweep

/** Pages of a list that are looked through; the log is read page by page elsewhere. */
const mostPages = 12

/** Documents that somebody got an answer to, other than that there is nothing. */
const answered = new Set<string>()

/** What stands for each variable that a document may have; one of which nothing is known here can't be swept, and a test says so. */
const valuesFor = (asked: string, { visitId, appointmentId }: Met) => ({
  familyId: asked, id: asked, form: 'contribution', first: 50, from: today, until: '2026-12-20', day: today, needId: asked, parts: [], language: 'NL', visitId, appointmentId, parentId: anouk,
  input: { content: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n', source: 'ICS', modalities: ['DIGITAL'], places: [] }, after: undefined,
  words: undefined, age: undefined, route: undefined, setting: undefined, organisationId: undefined, kind: undefined, month: '2026-11', isOpen: undefined, knownAt: undefined, consentId: asked, proposalId: asked, unsuitable: [], closed: false, whose: undefined, referralId: demoId('referral waiting'), consultationId: demoId('consultation open'),
  subject: { kind: 'CHILD', memberIds: [demoId('verhoeven sem')] }, area: undefined, searchId: undefined, meetingId: demoId('verhoeven meeting coming'), personId: demoId('practitioner hanne'), content: 'naam;functie\nIemand;arts', list: 'STAFF', isExample: false, closings: [{ from: today, until: '2026-12-20' }], locationId: demoId('location schakel'),
})

const sweepQueries = async (queries: readonly Document[], met: Met): Promise<void> => {
  const cards = [...(await api.files.shelf.state('practice')).keys()]
  for (const id of personaIds) {
    // The clock stands still here, and with it the minute in which a session may ask so much.
    await api.stores.state.deleteFrom('allowance').execute()
    for (const document of queries) {
      const isOfFamily = document.variables.some((name) => name === 'familyId' || name === 'id') && document.name !== 'ProposalRun'
      const asked = document.name === 'ShelfCard' ? cards : !isOfFamily ? [met.runId] : asksAbout(id).map((family) => demoId(`family ${family}`))
      for (const one of asked) await sweepOne(id, document, one, met, document.name.startsWith('AccessLog') ? 1 : mostPages)
    }
  }
}

/** Their own families, one of others, and one of nobody who can sign in here. */
const asksAbout = (id: PersonaId): readonly string[] => {
  const persona = personas[id]
  return [...new Set(['verhoeven', 'claes', 'janssens', ...'teams' in persona ? persona.teams : []])]
}

/** Asks one document, page after page. */
const sweepOne = async (id: PersonaId, { name, text, variables }: Document, asked: string, met: Met, pages: number): Promise<void> => {
  let after: string | undefined = name === 'OlderContributions' ? 'the first page' : undefined
  for (let page = 0; page < pages; page += 1) {
    const bytes = await somebody[id].askBytes(text, { ...valuesFor(asked, met), ...(name === 'SearchFamily' && { input: { words: 'tk' } }), ...(after !== undefined && { after }) })
    search(id, name, bytes)
    if (/"data":\{"\w+":[^n]/.test(bytes)) answered.add(name)
    after = variables.includes('after') ? /"endCursor":"([^"]+)","hasNextPage":true/.exec(bytes)?.[1] : undefined
    if (after === undefined) return
  }
}

const sweepEverything = async (met: Met): Promise<void> => {
  const queries = (await documents()).filter(({ kind }) => kind === 'query')
  await sweepQueries(queries, met)
  const schema = buildSchema(await readFile(join(import.meta.dirname, '../../schema.graphql'), 'utf8'))
  for (const id of personaIds) {
    for (const { field, text } of everyFieldOfFamily(schema)) search(id, `Family.${field}`, await somebody[id].askBytes(text, { id: verhoeven }))
    for (const family of ['bosman', 'el amrani', 'claes'] as const) search(id, family, await somebody[id].askBytes('query ($id: ID!) { family(id: $id) { rhythm { label } helpLines { label number } } }', { id: demoId(`family ${family}`) }))
  }
  // Whole, now that it has the lines of all of this.
  const log = queries.filter(({ name }) => name === 'AccessLog')
  for (const id of ['mother', 'father', 'pregnant-woman', 'privacy-officer'] as const) {
    for (const document of log) for (const family of ['verhoeven', 'claes']) await sweepOne(id, document, demoId(`family ${family}`), met, mostPages)
  }
  // Whoever looks back finds no more than now, however far.
  for (const id of personaIds) for (const { name, text } of queries.filter(({ variables }) => variables.includes('knownAt'))) {
    for (const days of [1, 30, 90]) search(id, `${name} ${days} days ago`, await somebody[id].askBytes(text, { ...valuesFor(verhoeven, met), knownAt: `${addDays(today, -days)}T12:00:00.000Z` }))
  }
  for (const id of ['mother', 'father', 'pregnant-woman'] as const) search(id, 'calendar feed', await (await fetch(`${api.url}${await openFeed(somebody[id])}`)).text())
  for (const id of personaIds) for (const family of ['verhoeven', 'claes']) search(id, 'copy', await (await askCopy(api, somebody[id], demoId(`family ${family}`))).text())
  for (const id of personaIds) for (const family of ['verhoeven', 'claes']) search(id, 'log file', await logFileText(api, somebody[id], demoId(`family ${family}`)))
  for (const id of personaIds) search(id, 'start page', await (await fetch(api.url, { headers: { cookie: somebody[id].cookie } })).text())
}

beforeAll(async () => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) jest.spyOn(console, method).mockImplementation((...parts: readonly unknown[]) => { printed.push(parts.map(String).join(' ')) })
  const { steps, marked } = markedRegion(today, next)
  for (const one of marked) {
    const { may, must } = expectedFor(one)
    const known = expected.get(one.token)
    expected.set(one.token, {
      what: `${one.step.command.type}.${one.field} in ${one.step.to} ${one.step.id}`, may: known === undefined ? may : known.may.union(may), must: known === undefined ? must : known.must.union(must),
    })
  }
  api = await startApi({ clock, prepare: (stores, files) => play(stores, files, today, steps) })
  somebody = Object.fromEntries(await Promise.all(personaIds.map(async (id) => [id, await api.as(id)]))) as Record<PersonaId, Somebody>
  await writeEverywhere()
  await writeThePlan()
  await sayAndWonder()
  await worryTogether()
  const met = await meet()
  await keepDrafts()
  await sweepEverything(met)
})
afterAll(() => api.stop())

const told = (tokensFound: readonly string[], where?: ReadonlyMap<string, string>) => tokensFound.map((token) => `${token} ${expected.get(token)?.what ?? 'unknown'}${where === undefined ? '' : ` (${where.get(token)})`}`)

describe.each(personaIds)('%s', (id) => {
  test('finds nothing that belongs to others', () => {
    const mine = found.get(id) ?? new Map<string, string>()
    expect(told([...mine.keys()].filter((token) => expected.get(token)?.may.has(id) !== true), mine)).toEqual([])
  })
  test('finds all that belongs to them', () => {
    expect(told([...expected].filter(([token, { must }]) => must.has(id) && found.get(id)?.has(token) !== true).map(([token]) => token))).toEqual([])
  })
})

describe('every document of both apps', () => {
  test('is swept with a value for each of its variables', async () => {
    const known = Object.keys(valuesFor('', { runId: '', visitId: '', appointmentId: '' }))
    const unknown = (await documents()).filter(({ kind, variables }) => kind === 'query' && variables.some((name) => !known.includes(name)))
    expect(unknown.map(({ name }) => name)).toEqual([])
  })
  test('that asks was answered to somebody, so that there was something to search', async () => {
    const asking = (await documents()).filter(({ kind }) => kind === 'query').map(({ name }) => name)
    expect(asking.filter((name) => !answered.has(name) && !(name in answeredElsewhere))).toEqual([])
  })
  test('is in one of the folders that are swept', async () => {
    const files = (await readdir(join(import.meta.dirname, '../../../../libs/graphql-documents/src'), { recursive: true })).filter((name) => name.endsWith('.graphql'))
    const named = (await Promise.all(files.map((name) => readFile(join(import.meta.dirname, '../../../../libs/graphql-documents/src', name), 'utf8'))))
      .flatMap((text) => [...text.matchAll(/^(?:query|mutation|subscription) (\w+)/gm)].map(([, name]) => name))
    expect([...new Set((await documents()).map(({ name }) => name))].sort()).toEqual([...new Set(named)].sort())
  })
  test('that changes or listens gets back no text of others, or one that is swept by another name', async () => {
    const schema = buildSchema(await readFile(join(import.meta.dirname, '../../schema.graphql'), 'utf8'))
    const ownTexts = /^(?:Draft\.form|Me\.title|OpenedFeed\.url|MessageSettings\.\w+)$/
    const others = (await documents()).filter(({ kind, text }) => kind !== 'query' && textsIn(schema, text).some((one) => !ownTexts.test(one)))
    expect(others.map(({ name }) => name).sort()).toEqual(Object.keys(sweptElsewhere).sort())
  })
})

/** Questions about what isn't so in this region, or that take more than a name to be answered; who asks them whole, and looks at what comes back. */
const answeredElsewhere: Readonly<Record<string, string>> = {
  HelpSuggestions: 'resolvers/consents.spec.ts', Erasure: 'erasing.spec.ts', DraftWays: 'board.spec.ts', FreeTimePreview: 'resolvers/offers.spec.ts', OtherTimes: 'resolvers/week.spec.ts', OtherDays: 'resolvers/week.spec.ts', PrintedVisit: 'without-app.spec.ts',
  EmergencyFamily: 'safety.spec.ts', TimesToPropose: 'replanning.spec.ts', ClosingTouches: 'replanning.spec.ts', RegionRun: 'region-planning.spec.ts', LatestRegionRun: 'region-planning.spec.ts', ReadUnderConsent: 'consents.spec.ts',
}

/** Documents with texts that are no question of their own, and where those texts are looked at. */
const sweptElsewhere: Readonly<Record<string, string>> = {
  ProposeDraft: 'as ProposalRun', StartProposals: 'as ProposalRun', ProposalRunChanged: 'as ProposalRun', AskWhy: 'views/why.spec.ts', WhyAnswered: 'views/why.spec.ts',
  MakeDoorLink: 'without-app.spec.ts', MakeTabletCode: 'sign-in/sign-in.spec.ts', MakeWorkerCode: 'sign-in/sign-in.spec.ts', MakeParentCode: 'sign-in/sign-in.spec.ts',
  StartReplanning: 'as ProposalRun', StopProposals: 'as ProposalRun', StartRegion: 'region-planning.spec.ts', StopRegion: 'region-planning.spec.ts', RegionRunChanged: 'region-planning.spec.ts',
}

describe('what the server keeps and prints', () => {
  test('tells nothing on the screen of the operator', () => { expect(printed.filter((line) => tokensIn(line).size > 0)).toEqual([]) })
  test('holds no text of anybody in clear', async () => {
    const files = (await readdir(api.folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(3)
    for (const { parentPath, name } of files) expect([name, ...tokensIn((await readFile(join(parentPath, name))).toString('latin1'))]).toEqual([name])
  })
})

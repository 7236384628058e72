import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { subjectKey } from '@samenspel/kernel'
import { buildSchema, Kind, parse } from 'graphql'
import { answers } from '../testing/answers.ts'
import { hearConnections } from '../testing/connections.ts'
import { documents, type Document } from '../testing/documents.ts'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { openSessions } from '../sessions/sessions.ts'
import { ask as askApi, startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { askCopy } from '../testing/take-copy.ts'
import { logFileText } from '../testing/take-log.ts'
import { openFeed } from '../testing/walk.ts'
import { type LogLine } from './access-log.ts'
import { recordOf } from './log-record.ts'

const verhoeven = demoId('family verhoeven'), elAmrani = demoId('family el amrani')
const sem = demoId('verhoeven sem'), anouk = demoId('verhoeven anouk')

let now = '2026-11-24T09:00:00.000Z'
let isFailing = false
/** Streams of events that were read, and lines that were written. */
const work = { reads: 0, lines: 0 }
let api: RunningApi
let connections: () => ReadonlySet<string>
let all: Awaited<ReturnType<typeof people>>
let asked: readonly Document[]
let everyDocument: readonly Document[]

/** The ways to ask that a document of a front end holds. */
const rootsOf = ({ text }: Pick<Document, 'text'>): readonly string[] => parse(text).definitions.flatMap((one) => one.kind === Kind.OPERATION_DEFINITION
  ? one.selectionSet.selections.flatMap((selection) => 'name' in selection ? [`${one.operation[0]?.toUpperCase() ?? ''}${one.operation.slice(1)}.${selection.name.value}`] : []) : [])

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  connections = hearConnections()
  api = await startApi({
    clock: () => now,
    instead: ({ accessLog, events, ...stores }) => ({
      ...stores,
      events: { ...events, read: (...read) => { work.reads += 1; return events.read(...read) } },
      accessLog: { ...accessLog, append: (...appended) => { work.lines += 1; return isFailing ? Promise.reject(new Error('the disk is full')) : accessLog.append(...appended) } },
    }),
  })
  all = await people(api)
  everyDocument = await documents()
  asked = everyDocument.filter((document) => document.kind !== 'subscription' && rootsOf(document).some((root) => answers[root] === 'line'))
})
afterAll(() => api.stop())

const linesOf = (family = verhoeven): Promise<readonly LogLine[]> => api.accessLog.read(family)

/** The lines that doing something leaves. */
const linesLeftBy = async (act: () => Promise<unknown>, family = verhoeven): Promise<readonly LogLine[]> => {
  const before = (await linesOf(family)).length
  await act()
  return (await linesOf(family)).slice(before)
}

describe('of a family at which nobody looked yet', () => {
  const bosman = demoId('family bosman')
  const question = 'query ($id: ID!) { accessLog(familyId: $id) { nodes { who } organisations { id } } }'
  const log = (somebody: Somebody) => somebody.ask(question, { id: bosman })

  test('is empty for who may read it, on paper too, and not there for anybody else', async () => {
    expect(await linesOf(bosman)).toEqual([])
    expect(dataOf(await log(await api.as('mother-of-noor')))).toEqual({ accessLog: { nodes: [], organisations: [] } })
    expect((await linesOf(bosman)).at(-1)).toMatchObject({ action: 'readAccessLog', outcome: 'done', policies: ['P06'] })
    // The look of one parent is nothing to the other.
    expect(JSON.parse(await logFileText(api, await api.as('father-of-noor'), bosman))).toMatchObject({ viewed: [] })
    for (const stranger of [all.anouk, all.nadia]) {
      expect(codesOf(await log(stranger))).toEqual(['not-found'])
      expect(await logFileText(api, stranger, bosman)).toContain('not-found')
    }
  })
})

const subject = { kind: 'CHILD', memberIds: [sem] }
const levels = [-2, -1, 0, 1, 2].map((value) => ({ value, text: `Trede ${value}` }))
const elsewhere = { label: 'Scan', date: '2026-12-01', start: '10:10', minutes: 45, modality: 'ONSITE', place: 'Ziekenhuis', attendees: [sem] }
const sharing = { subject, category: 'MEDICAL', recipient: { kind: 'ALL' }, from: '2026-11-24' }
const factor = { category: 'DEVELOPMENT', origin: 'CHILD', domain: 'CHILD_CHARACTERISTICS', layer: 'MICRO', direction: 'PROTECTIVE', title: 'Zwaait', evidence: 'Elke ochtend.', heardFrom: [anouk] }
const hypothesis = { category: 'RELATIONSHIP', statement: 'Zwaaien helpt', mechanism: 'Het maakt gaan voorspelbaar', supporting: [], opposing: [], confidence: 'LOW', nextTest: 'Een week zwaaien' }
const grandmother = { role: 'GRANDPARENT', firstName: 'Riet', inHousehold: false }
const axis = { axis: 'IMPRESSION', text: 'Een rustig kind.' }
const meeting = { purpose: 'Samen kijken', attendees: [demoId('practitioner hanne'), anouk, demoId('verhoeven joost')].map((personId) => ({ personId, presence: 'MUST' })) }
const inputs: Readonly<Record<string, unknown>> = {
  ConveneMeeting: meeting, ChangeMeeting: meeting, AskMeetingTime: { label: 'Gesprek', minutes: 60, from: '2026-12-01', deadline: '2026-12-20', modalities: ['DIGITAL'], placeIds: [] },
  WriteMeetingMinutes: { notes: 'Sem zwaait.', decision: '' }, WriteMeetingReport: { discussed: 'Sem zwaait.', agreed: '', next: '' },
  AddMember: grandmother, ChangeMember: grandmother, AddDyad: { kind: 'OTHER' }, ChangeDyad: { kind: 'OTHER' }, RecordSupport: { name: 'De school', kind: 'SCHOOL' },
  StartClassification: { childId: sem, edition: 'DC05V2021', occurredOn: '2026-11-24', occasions: 1, settings: ['HOME'] }, AddClassificationPart: axis, ChangeClassificationPart: axis,
  AddLifeEvent: { subject, category: 'SOCIAL', occurredOn: '2026-11-24', precision: 'DAY', title: 'Zwaaide', weight: 'STRENGTH' },
  AddFactor: factor, ChangeFactor: factor, AddHypothesis: hypothesis, ChangeHypothesis: hypothesis,
  SetPortOfEntry: { subject, route: 'CHILD', why: 'Eerst rust.', parentsQuestion: 'Waarom schrikt hij?', reviewOn: '2027-01-05' },
  AddContribution: { kind: 'NOTE', subject, category: 'SOCIAL', setting: 'HOME', occurredOn: '2026-11-24', situation: 'Sem zwaaide.' },
  SearchFamily: { words: 'zwaaien' },
  AskColleague: { colleagueId: demoId('practitioner lotte'), wish: 'ANSWER', text: 'Zwaait hij ook?', subject, category: 'SOCIAL' },
  AddGoal: { title: 'Zwaaien', subject, route: 'CHILD', scale: 'FIVE', levels, start: -1, isParentsOwn: false },
  ChangeGoal: { title: 'Zwaaien', subject, route: 'CHILD', scale: 'FIVE', levels, start: -1, isParentsOwn: false },
  AddAgreementCard: { title: 'Zwaaien', text: 'Bij het raam.', settings: ['HOME'] },
  ChangeAgreementCard: { title: 'Zwaaien', text: 'Bij het raam.', settings: ['HOME'] },
  WritePlanLine: { route: 'CHILD', text: 'Elke ochtend zwaaien.' }, WritePracticeCard: { title: 'Zwaaien', situation: 'Een kind zwaaide.', tried: 'Kijken.', whatHelped: 'Terugzwaaien.', ages: ['BABY'], routes: ['CHILD'], settings: ['HOME'] },
  EvaluatePlan: { on: '2026-11-24', helped: 'Zwaaien.', next: 'Meer zwaaien.', nextStep: 'GO_ON', goals: [{ goalId: demoId('verhoeven comfort'), value: 0 }] },
  AddNeed: {
    label: 'Samen zwaaien', organisationId: demoId('organisation schakel'), category: 'SOCIAL', minutes: 30, urgency: 1, from: '2026-12-01', deadline: '2026-12-20', modalities: ['HOME'], placeIds: [],
    attendance: [[sem, anouk]], professionalIds: [demoId('practitioner hanne')], allTogether: false,
  },
  SetNeedOrder: { beforeId: demoId('verhoeven physio'), afterId: demoId('verhoeven neurologist'), minDays: 1 },
  OpenSafetyTrack: { childId: sem, words: 'Sem schrok.', investigated: [] },
  TakeSafetyStep: { step: 'SIGNALS', words: 'Sem schrok.' },
  GiveConsent: sharing,
  ObjectToSharing: sharing,
  AskWhy: { kind: 'EARLIER', needId: randomUUID(), proposalId: randomUUID() },
  StartProposals: { lighter: false },
  StartReplanning: { lostAppointmentIds: [], withoutChild: ['2026-12-01'], lighter: false },
  StartRegion: { familyIds: [verhoeven] },
  AddElsewhereAppointment: elsewhere,
  ChangeElsewhereAppointment: elsewhere,
  RequestConsent: { sharing, why: 'Dan helpt iedereen.', howExplained: 'Aan tafel.' },
  AskHelp: { subject, kind: 'EATING', why: 'Samen zwaaien bij het eten.', serviceIds: [randomUUID()] },
  MakeAsk: { kind: 'OTHER_PROVIDER', aboutId: randomUUID() },
  NoteAsk: { kind: 'OTHER_PROVIDER', aboutId: randomUUID(), parentId: anouk },
  ProposeProviders: { serviceIds: [randomUUID()] },
  InviteChosenProvider: { professionalId: randomUUID(), question: 'Is er plek?', from: '2026-11-24' },
  ProposeTreatment: { childId: sem, what: 'Oefenen met eten', treatedBy: 'de logopedist', isSubstantial: false },
  NoteConsent: sharing,
  NoteObjection: sharing,
  InvitePartner: { professionalId: randomUUID(), subject, category: 'CONTACT', question: 'Kunt u meedenken?', from: '2026-11-24' },
  RecordAuthority: { childId: sem, adultId: demoId('verhoeven grandmother'), status: 'UNVERIFIED', basis: 'BY_LAW', source: 'STATEMENT', from: '2026-01-01' },
  SetSafeguard: { kind: 'CLOSING', personIds: [demoId('verhoeven grandmother')], reviewOn: '2027-01-01', reason: 'Om de rust te bewaren.' },
  RequestErasure: { personId: anouk, askedBy: [anouk], receivedOn: '2026-11-24', controllers: ['case'] },
}

const variablesFor = ({ name }: Pick<Document, 'name'>): Readonly<Record<string, unknown>> => ({
  commandId: randomUUID(), familyId: verhoeven, id: verhoeven, first: 5, after: 'nowhere', form: 'contribution', content: 'Een half woord', text: 'Wie zwaait er mee?', version: randomUUID(), subject, factorId: randomUUID(), classificationId: randomUUID(), partId: randomUUID(), hypothesisId: randomUUID(),
  questionId: randomUUID(), contributionId: randomUUID(), goalId: randomUUID(), cardId: randomUUID(), actionId: randomUUID(), promptId: randomUUID(), signalId: randomUUID(), requestId: randomUUID(), needId: name === 'DraftWays' ? demoId('verhoeven physio') : randomUUID(), apart: true, appointmentId: randomUUID(), proposalId: randomUUID(),
  trackId: randomUUID(), beforeId: randomUUID(), afterId: randomUUID(), personId: name === 'AskErasure' ? randomUUID() : anouk, personIds: [anouk], noteIds: [randomUUID()], taskId: randomUUID(), words: 'Klaar.',
  runId: randomUUID(), proposalIds: [randomUUID()], ownerId: anouk, value: 0, on: '2026-11-24', outcome: name === 'DecideHypothesis' ? 'SUPPORTED' : name === 'EndGoal' ? 'REACHED' : name === 'AnswerAsk' ? 'STAYS' : 'UNKNOWN', answer: 'YES', choice: 'CALL_ME', input: inputs[name],
  from: '2026-11-24', until: '2026-11-30', pauseId: randomUUID(), weeks: ['2026-11-30'], week: '2026-11-30', memberId: anouk, blocks: [], windows: [],
  variant: 'LIGHT', topic: 'STRENGTHS', lineId: randomUUID(), planVersionId: randomUUID(), isYes: true, without: undefined, forParents: undefined, spoken: name === 'NoteProviderAnswer' || name === 'NoteAskWithdrawn' ? { how: 'BY_PHONE', on: '2026-11-24' } : undefined,
  limits: { childMinutesPerDay: 90, appointmentsPerDay: 3, tripsPerWeek: 3, eveningsPerWeek: 1, waitMinutes: 45, homeMinutes: 30, sitter: false },
  erasureId: randomUUID(), ground: name === 'RefuseErasure' ? 'LEGAL_DUTY' : name === 'AskRestriction' || name === 'AskUnseenRestriction' ? 'CONTESTED' : name === 'RefuseRestriction' ? 'INTEREST_OF_CHILD' : 'REQUEST',
  findingId: randomUUID(), verdict: 'FITS', word: 'Een avondbezoek.', isWatched: true, entryKind: 'CONTRIBUTION', entryId: randomUUID(), statementId: randomUUID(), record: 'ACCESS_LOG', records: [{ controller: 'case' }], way: { kind: 'CALL' },
  organisationId: name.endsWith('StopSharing') ? randomUUID() : undefined, consentId: randomUUID(), invitationId: randomUUID(), yes: true, treatmentId: randomUUID(), askId: randomUUID(), agrees: true, searchId: randomUUID(), optionId: randomUUID(), because: 'NOT_NEEDED', ...(name === 'HelpSuggestions' && { kind: 'EATING' }),
  noted: name === 'NoteTreatmentAnswer' ? { parentId: anouk, way: 'SPOKEN', how: 'Aan tafel.' } : { signedBy: [anouk], basis: 'SPOKEN', howExplained: 'Aan tafel.' }, saidBy: anouk,
  authorityId: randomUUID(), proof: { source: 'COURT', seen: 'De beschikking', seenOn: '2026-11-23' }, reason: name === 'PausePlanning' ? 'TIME_TOGETHER' : 'Een vergissing', gapId: 'loss', note: 'Nagelopen', name: 'Voogdij Druivendal', isInstitution: true,
  childId: sem, groupId: randomUUID(), placementId: randomUUID(), membershipId: randomUUID(), isCoach: true, professionalId: randomUUID(), exclusionId: randomUUID(), safeguardId: randomUUID(), reviewOn: '2027-01-01', noteId: name === 'KeepWorkingNote' ? undefined : randomUUID(),
  dyadId: randomUUID(), isCorrection: false, memberIds: [anouk, sem], children: [{ firstName: 'Fien' }], birthDate: '2026-11-24', movers: [], partner: grandmother, of: anouk, address: 'Kade 2', nearPlaceId: randomUUID(),
  unsuitable: [], otherDays: [], parts: [], time: { date: '2026-12-01', from: '10:00', to: '10:30', ...(name.endsWith('MeetingTime') || name === 'ConveneMeeting' ? { place: 'Via beeld' } : { modality: 'ONSITE' }) },
  meetingId: randomUUID(), pointId: randomUUID(), pointIds: [], points: [{ text: 'Zwaaien' }], aboutSelf: false, category: 'SOCIAL', present: true, told: true, dueOn: '2026-12-20', visitId: randomUUID(), parentId: anouk, language: 'NL', how: 'BY_PHONE', ...(name === 'RecordSeparation' && { form: 'SEPARATED' }), ...(name === 'RecordNewPartner' && { form: 'TOGETHER' }),
})

const addLifeEvent = (somebody: Somebody) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $input: LifeEventInput!) { addLifeEvent(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
  { familyId: verhoeven, input: { subject, category: 'SOCIAL', occurredOn: '2026-11-24', precision: 'DAY', title: 'Zwaaien', weight: 'STRENGTH' } })

describe('every request about a family', () => {
  const ask = (somebody: Somebody, document: Document) => () => somebody.askBytes(document.text, variablesFor(document))

  test('of a front end leaves a line, done or refused', async () => {
    for (const document of asked) {
      const somebody = document.app === 'desk' ? all.hanne : all.anouk
      expect([document.name, (await linesLeftBy(ask(somebody, document))).length > 0]).toEqual([document.name, true])
    }
  })

  test('leaves a line of refusal when it comes from somebody of another family, and no other (L-03)', async () => {
    for (const document of asked.filter(({ variables }) => variables.includes('familyId') || variables.includes('id'))) {
      const left = await linesLeftBy(ask(all.theresa, document))
      expect([document.name, left.length > 0, ...new Set(left.map(({ outcome }) => outcome))]).toEqual([document.name, true, 'refused'])
    }
  })

  test('costs a stranger the same reads and the same line, and gives the same bytes, whether there is such a family or not (T9)', async () => {
    const askedFor = async (somebody: Somebody, document: Document, family: string) => {
      const before = { ...work }
      const bytes = await somebody.askBytes(document.text, { ...variablesFor(document), familyId: family, id: family })
      return { name: document.name, reads: work.reads - before.reads, lines: work.lines - before.lines, bytes: bytes.replaceAll(family, 'the family') }
    }
    // Of a parent and a professional in turn.
    for (const [index, document] of asked.filter(({ variables }) => variables.includes('familyId') || variables.includes('id')).entries()) {
      const [somebody, family] = index % 2 === 0 ? [all.theresa, verhoeven] : [all.nadia, elAmrani]
      const hidden = await askedFor(somebody, document, family)
      expect([hidden.name, hidden.lines > 0]).toEqual([document.name, true])
      expect(await askedFor(somebody, document, randomUUID())).toEqual(hidden)
    }
  })

  test('is known, with what it leaves: whoever adds a way to ask says so (L-01)', async () => {
    const schema = buildSchema(await readFile(join(import.meta.dirname, '../../schema.graphql'), 'utf8'))
    const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name ?? ''}.${field}`))
    const controllers = (await Array.fromAsync(glob(join(import.meta.dirname, '../**/*.controller.ts')))).map((file) => readFileSync(file, 'utf8'))
    const doors = controllers.flatMap((source) => source.split('@Controller(').slice(1).flatMap((part) => {
      const at = /^'([^']*)'/.exec(part)?.[1] ?? ''
      return [...part.matchAll(/@(Get|Post|Put|Patch|Delete|All)\((?:'([^']*)')?\)/g)].map(([, verb, path]) => `${verb?.toUpperCase() ?? ''} /${[at, path ?? ''].filter(Boolean).join('/')}`)
    }))
    expect([...new Set([...fields, ...doors])].sort()).toEqual(Object.keys(answers).sort())
  })

  test('is one that a front end asks, or is asked here', async () => {
    const covered = new Set(everyDocument.flatMap(rootsOf))
    const life = await linesLeftBy(() => addLifeEvent(all.hanne))
    expect(life).toMatchObject([{ action: 'write', outcome: 'done', category: 'social', subject: { kind: 'child', person: sem } }])
    const inGraphql = Object.keys(answers).filter((one) => /^(Query|Mutation|Subscription)\./.test(one))
    expect(inGraphql.filter((root) => !covered.has(root))).toEqual([])
  })

  test('that tells of no family holds no name of one', async () => {
    const own = everyDocument.filter((document) => document.kind === 'query' && rootsOf(document).every((root) => answers[root] === 'nothing'))
    expect(own.length).toBeGreaterThan(2)
    for (const document of own) {
      for (const somebody of [all.hanne, all.paul]) expect(await somebody.askBytes(document.text, variablesFor(document))).not.toMatch(/Verhoeven|Anouk|Joost|Sem\b|El Amrani|Claes/)
    }
  })

  test('as a file leaves a line too: a copy, the log itself, done or refused', async () => {
    for (const [somebody, action, outcome] of [[all.anouk, 'exportAccessLog', 'done'], [all.theresa, 'exportAccessLog', 'refused']] as const) {
      const left = await linesLeftBy(() => fetch(`${api.url}/access-log`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: somebody.cookie }, body: JSON.stringify({ familyId: verhoeven, form: 'json' }) }))
      expect(left).toMatchObject([{ action, outcome, operation: 'accessLogFile' }])
    }
    expect(await linesLeftBy(() => askCopy(api, all.theresa, verhoeven))).toMatchObject([{ action: 'export', outcome: 'refused' }])
  })

  test('as a document too: sent again it is kept once, and of what is refused no byte is kept (decision 074)', async () => {
    const parts = async () => (await Array.fromAsync(api.stores.log.readStream(`documents-${verhoeven}`))).length
    const about = (more: object = {}) => ({ familyId: verhoeven, commandId: randomUUID(), subject: { kind: 'child', memberIds: [sem] }, category: 'medical', setting: 'home', occurredOn: '2026-11-24', situation: 'De brief van de arts.', ...more })
    const sends = async (somebody: Somebody, said: object) => {
      const form = new FormData()
      form.append('about', JSON.stringify(said))
      form.append('file', new Blob(['Beste collega']), 'brief.txt')
      const response = await fetch(`${api.url}/documents`, { method: 'POST', headers: { cookie: somebody.cookie }, body: form })
      return { status: response.status, said: await response.json() as { readonly id?: string; readonly errors?: readonly { readonly extensions: { readonly code: string } }[] } }
    }
    const takes = (somebody: Somebody, contributionId: unknown) => fetch(`${api.url}/documents/take`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: somebody.cookie }, body: JSON.stringify({ familyId: verhoeven, contributionId }) })
    const before = await parts()
    for (const [somebody, said, status, code] of [[all.hanne, about({ situation: '' }), 422, 'text-empty'], [all.theresa, about(), 404, 'not-found']] as const) {
      const left = await linesLeftBy(async () => { const answer = await sends(somebody, said); expect([answer.status, answer.said.errors?.[0]?.extensions.code]).toEqual([status, code]) })
      expect(left).toMatchObject([{ outcome: 'refused', operation: 'addDocument' }])
    }
    expect(await parts()).toBe(before)
    const sent = about()
    const [first, again] = [await sends(all.hanne, sent), await sends(all.hanne, sent)]
    expect([first.status, await parts()]).toEqual([200, before + 1])
    expect(again).toEqual(first)
    expect(await linesLeftBy(async () => { expect(await (await takes(all.hanne, first.said.id)).text()).toBe('Beste collega') })).toMatchObject([{ outcome: 'done', operation: 'document', category: 'medical', subject: { kind: 'child', person: sem } }])
    expect(await linesLeftBy(async () => { expect((await takes(all.theresa, first.said.id)).status).toBe(404) })).toMatchObject([{ outcome: 'refused', operation: 'document' }])
  })

  test('a calendar feed too, with the calendar as its place', async () => {
    const url = await openFeed(all.joost)
    const left = await linesLeftBy(() => fetch(`${api.url}${url}`))
    expect(left.length).toBeGreaterThan(0)
    expect(left).toEqual(left.map((line) => ({ ...line, accessPoint: 'calendar', operation: 'calendarFeed', action: 'read' })))
  })
})

describe('a line', () => {
  test('says all that the standard asks (L-02)', async () => {
    const lines = await linesOf()
    expect(lines.length).toBeGreaterThan(50)
    for (const line of lines) {
      expect(line).toMatchObject({ at: now, operation: expect.stringMatching(/^[a-z]\w+$/), by: { person: expect.any(String), role: expect.any(String) }, subject: { kind: expect.any(String) } })
      if (line.by.role !== 'familyMember') expect(line.by.organisation).toBeDefined()
      if (line.by.role === 'professional') expect(line.by.discipline).toBeDefined()
      if (!['write', 'readOwn', 'writeOwn', 'exportOwn'].includes(line.action)) expect([line.operation, line.policies.length > 0]).toEqual([line.operation, true])
      if (line.policies.includes('P03') && line.category !== 'contact') expect([line.category, subjectKey(line.subject), line.consents.length > 0]).toEqual([line.category, subjectKey(line.subject), true])
    }
  })

  test('is complete as the standard names its parts, none of them empty (L-02)', async () => {
    const installation = api.stores.signingKey.installation
    const lines = await linesOf()
    const empty = lines.flatMap((line) => Object.entries(recordOf(line, 'NL', randomUUID())).filter(([part, value]) => part !== 'consents' && (value === '' || value == null || (Array.isArray(value) && (value.length === 0 || value.includes(''))))).map(([part]) => `${line.operation} ${part}`))
    expect(empty).toEqual([])
    for (const line of lines) {
      const { eventCode, dateTime, actionCode, source, rules, consents, responsible } = recordOf(line, 'NL', randomUUID())
      expect([line.operation, source]).toEqual([line.operation, installation])
      expect([eventCode, /^[CRUDE]$/.test(actionCode), /^2026-11-24T10:\d\d:\d\d\.\d{3}\+01:00$/.test(dateTime)]).toEqual([line.operation, true, true])
      expect(responsible).toBe(line.by.onBehalfOf ?? line.by.person)
      if (rules.includes('P03') && line.category !== 'contact') expect(consents.length).toBeGreaterThan(0)
    }
  })

  test('names in whose name a substitute acts', async () => {
    const left = await linesLeftBy(() => command(all.hanne, 'mutation ($commandId: ID!, $familyId: ID!) { changeGuidingQuestion(commandId: $commandId, familyId: $familyId, version: null, text: "Wie waakt?") { id } }', { familyId: elAmrani }), elAmrani)
    expect(left).toMatchObject([{ by: { person: demoId('practitioner hanne'), onBehalfOf: demoId('practitioner mirjam') }, action: 'write' }])
  })

  test('tells whom a command was about', async () => {
    const write = (kind: string, memberIds: readonly string[], category: string) => linesLeftBy(() => command(all.nadia, 'mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
      { familyId: verhoeven, input: { ...inputs['AddContribution'] as object, subject: { kind, memberIds }, category } }))
    expect(await write('ADULT', [anouk], 'MENTAL_HEALTH')).toMatchObject([{ subject: { kind: 'adult', person: anouk }, category: 'mentalHealth', outcome: 'done' }])
    // What isn't there leaves no trace of what was made up.
    expect(await write('ADULT', [randomUUID()], 'MENTAL_HEALTH')).toMatchObject([{ subject: { kind: 'child', person: sem }, outcome: 'refused' }])
  })
})

const read = 'query ($familyId: ID!, $first: Int = 100, $from: Date, $until: Date) { accessLog(familyId: $familyId, first: $first, from: $from, until: $until) { nodes { at times who role organisation action what because refused } } }'
type Read = { readonly accessLog: { readonly nodes: readonly { readonly at: string; readonly times: number; readonly who: string; readonly role: string; readonly action: string; readonly what: string; readonly refused: boolean; readonly because: readonly string[] }[] } }
const readBy = async (somebody: Somebody, more: Readonly<Record<string, unknown>> = {}) => dataOf<Read>(await somebody.ask(read, { familyId: verhoeven, ...more })).accessLog.nodes

describe('whoever reads the log', () => {
  test('finds, as a parent, who looked, but not the other parent', async () => {
    await all.joost.ask('query ($id: ID!) { family(id: $id) { members { firstName } } }', { id: verhoeven })
    const lines = await readBy(all.anouk)
    expect(lines.map(({ who }) => who)).toEqual(expect.arrayContaining(['Hanne de Wit', 'U', 'Nadia Brouwer']))
    expect(lines.map(({ who }) => who)).not.toContain('Joost')
    const his = await readBy(all.joost)
    expect(his.map(({ who }) => who)).not.toContain('Anouk')
    expect(his.filter(({ what }) => what.includes('Anouk') && !what.includes('Sem'))).toEqual([])
  })

  test('finds, as a parent, same lines of one day as one, with the first time (L-05)', async () => {
    now = '2026-11-24T09:05:00.000Z'
    await all.lotte.ask('query ($id: ID!) { family(id: $id) { goals { title } } }', { id: verhoeven })
    now = '2026-11-24T09:10:00.000Z'
    await all.lotte.ask('query ($id: ID!) { family(id: $id) { goals { title } } }', { id: verhoeven })
    const ofLotte = (await readBy(all.anouk)).filter(({ who, what }) => who === 'Lotte Jansen' && what === 'het plan voor Sem')
    expect(ofLotte).toMatchObject([{ times: 2, at: '2026-11-24T09:05:00.000Z', action: 'las over', refused: false }])
    expect(ofLotte[0]?.because[0]).toMatch(/toestemming/)
  })

  test('finds the lines of the days asked for', async () => {
    now = '2026-11-25T08:00:00.000Z'
    // Everybody signs in again in the morning.
    all = await people(api)
    const today = await readBy(all.anouk, { from: '2026-11-25' })
    expect(today.every(({ at }) => at.startsWith('2026-11-25'))).toBe(true)
    expect(await readBy(all.anouk, { until: '2026-11-23' })).toEqual([])
  })

  test('leaves a line by that', async () => {
    expect(await linesLeftBy(() => readBy(all.paul))).toMatchObject([{ action: 'readAccessLog', by: { role: 'privacyOfficer' }, outcome: 'done', policies: ['P13'] }])
    expect((await readBy(all.anouk)).find(({ who }) => who === 'functionaris gegevensbescherming')).toMatchObject({ action: 'las', what: 'het logboek' })
  })

  test('is refused as one who has no right to it, as if there were no such family', async () => {
    for (const somebody of [all.lotte, all.hanne, all.theresa]) {
      const here = await somebody.ask(read, { familyId: verhoeven }), nowhere = await somebody.ask(read, { familyId: randomUUID() })
      expect(codesOf(here)).toEqual(['not-found'])
      expect(here).toEqual(nowhere)
    }
    expect((await linesOf()).slice(-3).every(({ action, outcome }) => action === 'readAccessLog' && outcome === 'refused')).toBe(true)
  })
})

describe('the privacy officer', () => {
  test('reads of every line on what ground it was, also of what somebody wrote or kept for themselves', async () => {
    await all.lotte.ask('query ($id: ID!) { draft(familyId: $id, form: "contribution") { content } }', { id: verhoeven })
    await all.lotte.ask('mutation ($id: ID!) { markVisited(familyId: $id) { id } }', { id: verhoeven })
    await addLifeEvent(all.hanne)
    const lines = await readBy(all.paul)
    expect(lines.filter(({ because, refused }) => because.length === 0 && !refused)).toEqual([])
    expect(lines.slice(0, 3)).toMatchObject([
      { who: 'Hanne de Wit', action: 'schreef over', because: ['Wie in het team zit, legt vast wat nodig is voor de hulp.'] },
      { who: 'Lotte Jansen', action: 'bewaarde', what: 'iets dat niemand anders ziet', because: ['Wat iemand voor zichzelf bewaart, ziet niemand anders.'] },
      { who: 'Lotte Jansen', action: 'las', what: 'iets dat niemand anders ziet' },
    ])
  })

  test('finds lines and case numbers, and not one family', async () => {
    const bytes = JSON.stringify(await readBy(all.paul))
    expect(bytes).toContain('Hanne de Wit')
    for (const name of ['Anouk', 'Joost', 'Sem', 'Tijn', 'Verhoeven']) expect(bytes).not.toContain(name)
    expect(dataOf<{ accessLogCases: { nodes: unknown[] } }>(await all.paul.ask('{ accessLogCases { nodes { number } } }')).accessLogCases.nodes).toHaveLength(8)
    // Whoever signed in with one factor finds none: the rules decide, not the role.
    const organisation = (await openSessions(api.stores.state, () => now).find('desk', all.paul.cookie.split('=')[1] ?? ''))?.organisation
    const one = await openSessions(api.stores.state, () => now).open('desk', { person: demoId('officer paul'), role: 'privacyOfficer', ...(organisation !== undefined && { organisation }) }, 'nl', { secondFactor: false, device: '' })
    expect((await askApi(api.url, '{ accessLogCases { nodes { number } } }', {}, { cookie: `samenspel_desk=${one}` })).data).toEqual({ accessLogCases: { nodes: [] } })
    expect(dataOf(await all.paul.ask('query ($id: ID!) { family(id: $id) { name } families { nodes { name } } }', { id: verhoeven }))).toEqual({ family: null, families: { nodes: [] } })
    for (const text of ['query ($id: ID!) { planner(familyId: $id) { from } }', 'query ($id: ID!) { draft(familyId: $id, form: "contribution") { content } }', 'mutation ($id: ID!) { markVisited(familyId: $id) { id } }']) {
      expect(codesOf(await all.paul.ask(text, { id: verhoeven }))).toEqual(['not-found'])
    }
  })
})

describe('while the log cannot be written', () => {
  test('nobody gets an answer about a family, and afterwards everybody does', async () => {
    const url = await openFeed(all.joost)
    isFailing = true
    try {
      for (const document of asked) {
        const bytes = await (document.app === 'desk' ? all.hanne : all.anouk).askBytes(document.text, variablesFor(document))
        expect([document.name, bytes.includes('"errors"')]).toEqual([document.name, true])
        expect(bytes).not.toMatch(/Sem|Verhoeven|Karim/)
      }
      const feed = await fetch(`${api.url}${url}`)
      expect([feed.status, (await feed.text()).includes('BEGIN:VCALENDAR')]).toEqual([500, false])
    } finally {
      isFailing = false
    }
    expect(dataOf(await all.anouk.ask('query ($id: ID!) { family(id: $id) { name } }', { id: verhoeven }))).toEqual({ family: { name: 'Gezin Verhoeven' } })
  })
})

describe('opening a family', () => {
  const open = (somebody: Somebody, members: readonly unknown[], commandId?: string) =>
    command(somebody, 'mutation ($commandId: ID!, $input: OpenFamilyInput!) { openFamily(commandId: $commandId, input: $input) { id familyId } }', { input: { name: 'Gezin Voorbeeld', members } }, commandId)
  const pregnant = { role: 'MOTHER', firstName: 'Ina', isIndexChild: false, inHousehold: true }
  const partner = { role: 'FATHER', firstName: 'Kees', isIndexChild: false, inHousehold: true }
  const unborn = { role: 'UNBORN_CHILD', firstName: 'Baby', dueDate: '2027-03-01', carriedBy: 0, isIndexChild: true, inHousehold: true }
  type Seen = { readonly family: { readonly members: readonly { readonly id: string; readonly role: string; readonly version: string | null; readonly birthDate: string | null }[]; readonly homes: readonly unknown[]; readonly authorities: readonly unknown[]; readonly goals: readonly { readonly isMentalising: boolean }[]; readonly coordinator: { readonly id: string } } | null }
  const seen = async (somebody: Somebody, id: string) => dataOf<Seen>(await somebody.ask('query ($id: ID!) { family(id: $id) { members { id role version birthDate } homes { address } authorities { child } goals { isMentalising } coordinator { id } } }', { id })).family

  test('makes who opens it the coordinator, leaves a line there, and twice the same is one family; a pregnancy becomes two children with records of their own (G-09)', async () => {
    const commandId = randomUUID()
    const made = dataOf<{ openFamily: { id: string } }>(await open(all.hanne, [pregnant, partner, unborn], commandId)).openFamily.id
    expect(dataOf<{ openFamily: { id: string } }>(await open(all.hanne, [pregnant, partner, unborn], commandId)).openFamily.id).toBe(made)
    expect((await linesOf(made)).filter(({ action }) => action === 'write')).toMatchObject([{ operation: 'openFamily', outcome: 'done' }, { operation: 'openFamily', outcome: 'done' }])
    const family = await seen(all.hanne, made)
    expect(family).toMatchObject({ coordinator: { id: demoId('practitioner hanne') }, goals: [{ isMentalising: true }], homes: [] })
    const baby = family?.members.find(({ role }) => role === 'UNBORN_CHILD')
    dataOf(await command(all.hanne, 'mutation ($commandId: ID!, $familyId: ID!, $memberId: ID!, $children: [NewBornInput!]!) { recordBirth(commandId: $commandId, familyId: $familyId, memberId: $memberId, birthDate: "2026-11-23", children: $children) { id } }',
      { familyId: made, memberId: baby?.id, children: [{ firstName: 'Noor' }, { firstName: 'Fien' }] }))
    const after = await seen(all.hanne, made)
    expect(after?.members.filter(({ role }) => role === 'CHILD').map(({ birthDate }) => birthDate)).toEqual(['2026-11-23', '2026-11-23'])
    // Nobody's authority follows from a birth.
    expect(after?.authorities).toEqual([])
    // To everybody else there is no such family.
    for (const somebody of [all.lotte, all.anouk]) expect(await seen(somebody, made)).toBeNull()
  })

  test('is for an IMH specialist with a registration that is valid; who tries in vain leaves a line in no family\'s log', async () => {
    for (const somebody of [all.lotte, all.anouk]) expect(codesOf(await open(somebody, [pregnant, unborn]))).toEqual(['not-an-opener'])
    expect(codesOf(await open(all.hanne, [pregnant, { ...unborn, carriedBy: 7 }]))).toEqual(['opening-needs-carrier'])
    expect(codesOf(await open(all.hanne, [pregnant]))).toEqual(['index-child-missing'])
  })
})

test('whatever is asked reaches no other machine, where the settings name none (T20)', async () => {
  await fetch(api.url)
  expect([...connections()].filter((host) => !['127.0.0.1', '::1', 'localhost'].includes(host) && !host.startsWith('/'))).toEqual([])
  expect(connections().size).toBeGreaterThan(0)
})

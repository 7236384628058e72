/**
 * One person is erased out of a shared story: every text of the father holds a token, and afterwards none is found, in no file, with no
 * key that is left, in no answer to anybody; and the others find what they found before.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { isErased } from '@samenspel/event-codec'
import { buildSchema } from 'graphql'
import { ownKey } from '../composition/own-key.ts'
import { auditAll } from '../integrity/audit.ts'
import { openLogs } from '../operations/open-logs.ts'
import { newId } from '@samenspel/kernel'
import { openOutbox } from '../messages/outbox.ts'
import { keyScopeOf, openPreferences } from '../messages/preferences.ts'
import type { Tables } from '../read-models/tables.ts'
import { openDrafts } from '../sessions/drafts.ts'
import { documents, everyFieldOfFamily } from '../testing/documents.ts'
import { anouk, carriedOut, clock, decideErasure, everyController, joost, liveOn, marked, own, sem, today, tokensOfFather, verhoeven, visits } from '../testing/erased-father.ts'
import { play, tokens } from '../testing/marked-region.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { openFeed } from '../testing/walk.ts'
import { personaIds, type PersonaId } from '../testing/who-may-read.ts'
import { controllersOf, readCertificate, readRanges, type Certificate } from './certificate.ts'
import { ledgerFile, readLedger } from './ledger.ts'

const next = tokens()
const region = marked(next)
const his = new Set(tokensOfFather(region.marked))
const others = new Set(region.marked.map(({ token }) => token).filter((token) => !his.has(token)))
const text = (ofFather: boolean): string => {
  const token = next()
  ;(ofFather ? his : others).add(token)
  return `Woorden ${token}`
}

let api: RunningApi
let people: Readonly<Record<PersonaId, Somebody>>
let schema: ReturnType<typeof buildSchema>
let erasureId: string
let certificate: Certificate
let before: Answers
let after: Answers
let feedOfFather: string
const printed: string[] = []

type Answers = ReadonlyMap<string, string>

/** Of whom every field is asked by itself too; the others find nothing that these don't. */
const closest: ReadonlySet<PersonaId> = new Set(['coordinator', 'youth-care-worker', 'mother', 'father'])

/** What everybody is answered to everything that an app can ask, part by part; without the log of looking itself. */
const askEverything = async (): Promise<Answers> => {
  const answers = new Map<string, string>()
  for (const id of personaIds) {
    for (const { name, text: query, kind } of await documents()) {
      if (kind === 'query' && !name.startsWith('AccessLog')) answers.set(`${id} ${name}`, await people[id].askBytes(query, { familyId: verhoeven, id: verhoeven, form: 'contribution', first: 50, after: 'nowhere' }))
    }
    if (closest.has(id)) for (const { field, text: query } of everyFieldOfFamily(schema)) answers.set(`${id} Family.${field}`, await people[id].askBytes(query, { id: verhoeven }))
  }
  for (const id of ['mother', 'pregnant-woman'] as const) answers.set(`${id} feed`, await (await fetch(`${api.url}${await openFeed(people[id])}`)).text())
  return answers
}

/** Texts that are shown with an appointment alone: of his own, or of the proposal that is withdrawn since it asks him. */
const shownWithHisAppointments = new Set(region.marked.filter(({ step: { to, command } }) => to === 'organisation' || to === 'practitioner' || (command.type === 'AddNeed' && command.needId === own('talk'))).map(({ token }) => token))

const mentionsHim = (answer: string): boolean => answer.includes(joost) || answer.includes('Joost') || [...his].some((token) => answer.includes(token))

const bytesOf = async (folder: string): Promise<readonly (readonly [name: string, bytes: Buffer])[]> => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  return Promise.all(files.map(async ({ parentPath, name }) => [name, await readFile(join(parentPath, name))] as const))
}
/** A text as a file may hold it: as it is, in two bytes a letter, and in base64 at each of its three offsets. */
/** The signs of base64 that a token alone decides, by how many bytes stand before it; fewer of them stand in a long log by chance. */
const whole: readonly (readonly [number, number])[] = [[0, 9], [2, 10], [3, 12]]
const formsOf = (token: string): readonly Buffer[] => [
  Buffer.from(token), Buffer.from(token, 'utf16le'), ...[0, 1, 2].map((offset) => Buffer.from(Buffer.concat([Buffer.alloc(offset), Buffer.from(token)]).toString('base64').slice(...whole[offset]!))),
]
/** Everything that is kept, opened with every key that is left. */
const openedWithAllKeys = async ({ stores, files }: RunningApi): Promise<string> => {
  const parts: string[] = []
  stores.keys.forget()
  for await (const { content, envelope } of stores.events.readAll()) parts.push(JSON.stringify([content, envelope]))
  const drafts = openDrafts(stores.state, await ownKey(stores.keys, 'drafts'), clock)
  for (const { person, family, form } of await stores.state.selectFrom('draft').selectAll().execute()) parts.push(JSON.stringify(await drafts.find(person, family, form)))
  for (const table of ['session', 'visit', 'mark'] as const) parts.push(JSON.stringify(await stores.state.selectFrom(table).selectAll().execute()))
  parts.push(JSON.stringify(await files.cases.state(verhoeven)), JSON.stringify([...(await files.agendas.state(verhoeven)).proposals.appointments]))
  return parts.join('\n')
}
const found = (where: string, set: ReadonlySet<string>): readonly string[] => [...set].filter((token) => where.includes(token))

beforeAll(async () => {
  for (const method of ['log', 'warn', 'error'] as const) jest.spyOn(console, method).mockImplementation((...parts: readonly unknown[]) => { printed.push(parts.map(String).join(' ')) })
  schema = buildSchema(await readFile(join(import.meta.dirname, '../../schema.graphql'), 'utf8'))
  api = await startApi({ clock, prepare: (stores, files) => play(stores, files, today, region.steps) })
  people = Object.fromEntries(await Promise.all(personaIds.map(async (id) => [id, await api.as(id)]))) as Record<PersonaId, Somebody>
  await liveOn(api, text)
  const mailToken = next()
  his.add(mailToken)
  await openPreferences(api.stores.state, api.stores.keys).change(joost, 'nl', (before) => ({ ...before, address: `${mailToken}@example.org` }))
  await openOutbox(api.stores.state).note({ id: newId(), kind: 'news', person: joost, role: 'familyMember', about: { kind: 'proposal', id: newId() }, zone: 'Europe/Amsterdam' }, clock(), '2099-01-01T00:00:00.000Z')
  feedOfFather = await openFeed(people.father)
  for (const id of ['mother', 'pregnant-woman'] as const) await openFeed(people[id])
  before = await askEverything()
  erasureId = await decideErasure(api.files)
  const signed = await carriedOut(api, erasureId)
  certificate = readCertificate(signed, api.stores.signingKey)
  after = await askEverything()
})
afterAll(() => api.stop())

describe('what was written about the father', () => {
  test('was found by those who may know it', () => {
    const all = [...before.values()].join('\n')
    expect(found(all, his).length).toBeGreaterThan(8)
  })
  test('has no mail on its way any more, no address to send it to, and no key that would open one from an old copy', async () => {
    for (const table of ['message', 'mail_person'] as const) expect(await api.stores.state.selectFrom(table).selectAll().where('person', '=', joost).execute()).toEqual([])
    expect(await api.stores.keys.ofScope(keyScopeOf(joost))).toEqual([])
  })
  test('is in no answer to anybody', () => {
    for (const [name, answer] of after) expect([name, ...found(answer, his)]).toEqual([name])
  })
  test('opens with no key that is left, while all that belongs to others does', async () => {
    const everything = await openedWithAllKeys(api)
    expect(found(everything, his)).toEqual([])
    expect(found(everything, others).length).toBeGreaterThan(others.size * 0.9)
  })
  test('stands in no file, in no form (P-11)', async () => {
    const files = await bytesOf(api.folder)
    expect(files.map(([name]) => name)).toEqual(expect.arrayContaining(['events.sqlite', 'keys.sqlite', 'state.sqlite', 'read-models.sqlite', 'access-log.sqlite', 'master.erasures']))
    const forms = [...his].flatMap((token) => formsOf(token).map((form) => [token, form] as const))
    for (const [name, bytes] of files) expect([name, ...forms.filter(([, form]) => bytes.includes(form)).map(([token]) => token)]).toEqual([name])
  })
  test('is told to no operator', () => { expect(printed.filter((line) => [...his, ...others].some((token) => line.includes(token)))).toEqual([]) })
})

describe('the others', () => {
  test('are answered byte for byte as before, wherever he was not in it', () => {
    // What a proposal was for that asked him too is sought again, and what waited for him waits no more.
    const untouched = [...before].filter(([name, answer]) => !mentionsHim(answer) && !name.endsWith(' SoughtFor') && !name.endsWith(' TodayCount') && !name.endsWith(' Today') && !name.startsWith('father') && !name.endsWith('Family.existence') && !['privacy-officer Erasures', 'privacy-officer AccessReview', 'privacy-officer DoorLooks'].includes(name))
    expect(untouched.length).toBeGreaterThan(100)
    for (const [name, answer] of untouched) expect([name, after.get(name)]).toEqual([name, answer])
  })
  test('find all else that they found before', () => {
    const lost = (name: string, answer: string) => found(answer, others).filter((token) => after.get(name)?.includes(token) !== true && !shownWithHisAppointments.has(token))
    for (const [name, answer] of before) if (!name.startsWith('father')) expect([name, ...lost(name, answer)]).toEqual([name])
  })
  test('are no longer told that there is something in a record that is gone', () => {
    expect(before.get('coordinator Family.existence')).toContain('YOUTH_CARE')
    expect(after.get('coordinator Family.existence')).toBe('{"data":{"family":{"existence":[]}}}\n')
  })
  test('see where he stood that somebody was erased', () => {
    const members = after.get('coordinator Family.members') ?? ''
    expect(JSON.parse(members)).toMatchObject({ data: { family: { members: expect.arrayContaining([expect.objectContaining({ id: joost, firstName: '(gewist)', name: null, birthDate: null, phone: null })]) as unknown } } })
    expect(after.get('coordinator Family.actions')).toContain('"owner":"(gewist)"')
    expect([...after.values()].filter((answer) => answer.includes('"errors"') && answer.includes('internal'))).toEqual([])
  })
})

describe('the agenda', () => {
  test('keeps what was agreed for the child, with him among those who come along', async () => {
    const { proposals } = await api.files.agendas.state(verhoeven)
    expect(proposals.appointments.get(visits.neurologist.appointmentId)).toMatchObject({ attendees: [sem, anouk, joost], course: { kind: 'as-planned' } })
    expect((await api.files.calendars.state(demoId('practitioner ties'))).taken.get(visits.neurologist.appointmentId)).toMatchObject({ state: 'booked' })
  })
  test('has let go of his own, and the time is free again', async () => {
    const { proposals, needs } = await api.files.agendas.state(verhoeven)
    expect([proposals.appointments.has(visits.his.appointmentId), needs.byId.has(own('his talk'))]).toEqual([false, false])
    expect((await api.files.calendars.state(demoId('practitioner femke'))).taken.has(visits.his.appointmentId)).toBe(false)
  })
  test('withdraws what was proposed with him in it, and leaves what was not', async () => {
    const { proposals: { byId } } = await api.files.agendas.state(verhoeven)
    expect([byId.get(own('one for both'))?.progress.status, byId.get(own('one for her'))?.progress.status]).toEqual(['withdrawn', 'sent'])
  })
  test('opens nothing at the address of his calendar', async () => {
    expect((await fetch(`${api.url}${feedOfFather}`)).status).toBe(404)
    // The tables were made anew of what can still be read: that he ever had one stands nowhere.
    expect((await api.stores.tables.reading.withTables<Tables>().selectFrom('calendar_feed').select('person').execute()).map(({ person }) => person)).not.toContain(joost)
  })
})

describe('he himself', () => {
  test('is signed out, and his visits and drafts are gone, as are drafts about him; those of others are not', async () => {
    expect(await people.father.ask('{ me { id } }')).toMatchObject({ errors: [{ extensions: { code: 'not-signed-in' } }] })
    const rows = await api.stores.state.selectFrom('draft').select(['person', 'form']).where('family', '=', verhoeven).execute()
    expect(rows).toEqual([{ person: demoId('practitioner hanne'), form: 'contribution' }])
    expect(await api.stores.state.selectFrom('visit').select('person').where('family', '=', verhoeven).execute()).toEqual([{ person: anouk }])
  })
  test('is still his child’s father when he signs in again, without a name', async () => {
    const again = await api.as('father')
    const answer = await again.ask('query ($id: ID!) { me { name } family(id: $id) { name contributions(first: 3) { nodes { id } } } }', { id: verhoeven })
    expect(answer).toMatchObject({ data: { me: { name: '(gewist)' }, family: { contributions: { nodes: [{}, {}, {}] } } } })
  })
  test('has a new record when something new is written, and that is read', async () => {
    const answer = await people.coordinator.ask('mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }', {
      commandId: demoId('something new'), familyId: verhoeven, input: { kind: 'NOTE', subject: { kind: 'ADULT', memberIds: [joost] }, category: 'SOCIAL', setting: 'HOME', occurredOn: today, situation: 'Hij belde vandaag.' },
    })
    expect(answer.errors).toBeUndefined()
    const file = await api.files.cases.state(verhoeven)
    expect(file.isOpen && file.contributions.all.filter(({ subject }) => subject.kind === 'adult' && subject.person === joost).map(({ situation }) => situation)).toEqual(['Hij belde vandaag.'])
  })
})

describe('the proof', () => {
  test('the events are all there, unchanged, and the log is the one that was signed before', async () => {
    const logs = openLogs(join(api.folder, 'data'))
    try {
      const audit = await auditAll({ dataFolder: join(api.folder, 'data'), ...logs, keys: api.stores.keys, progress: () => undefined })
      expect(audit.findings).toEqual([])
      expect(audit.events.erased).toBe(certificate.events)
    } finally {
      await logs.close()
    }
  })
  test('the certificate counts what nobody can read, and says where it stands (P-14)', async () => {
    const erased: number[] = []
    let index = 0
    for await (const { content } of api.stores.events.readAll()) {
      if (isErased(content)) erased.push(index)
      index += 1
    }
    expect(readRanges(certificate.leaves)).toEqual(erased)
    expect([certificate.events, certificate.tree.size < index]).toEqual([erased.length, true])
    expect(erased.length).toBeGreaterThan(20)
  })
  test('it names nobody, and not the id of whom it is about', () => {
    const whole = JSON.stringify(certificate)
    expect([...his, ...others, joost, verhoeven, 'Joost', 'Verhoeven'].filter((word) => whole.includes(word))).toEqual([])
    expect(certificate.subject).toMatch(/^[0-9a-f]{32}$/)
  })
  test('it says who decided, on what ground, about whose records, what became of the keys, and who read of it', () => {
    expect(certificate).toMatchObject({
      erasure: erasureId, ground: 'request', receivedOn: '2026-11-20', jurisdiction: 'NL', retentionClasses: ['care-record', 'coordination'], destroyedAt: clock(), keyBackupsEndOn: '2026-12-24',
      decidedBy: { person: demoId('paul'), organisation: demoId('organisation schakel') }, recipients: [],
    })
    expect(controllersOf(certificate)).toEqual(everyController)
    expect(certificate.epochAfter).not.toBe(certificate.epochBefore)
  })
  test('the ledger beside the master key holds it, in ids alone', () => {
    const file = ledgerFile({ masterKeyFile: join(api.folder, 'keys/master.key') })
    expect(readLedger(file, api.stores.signingKey).map(({ entry }) => [entry.erasureId, entry.keys.length])).toEqual([[erasureId, certificate.keys.length]])
  })
  test('all of it is the same after a restart', async () => {
    await api.restart()
    expect(found(await openedWithAllKeys(api), his)).toEqual([])
  })
})

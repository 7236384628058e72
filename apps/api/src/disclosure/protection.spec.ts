/**
 * A parent who is protected from the other (T1, T2): every text of the region holds a token of its own, and all that the other parent
 * can ask is searched for those that say where or when somebody is. Then the visit changes, and not one byte of it does.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AgendaCommand, ProposedPart } from '@samenspel/agenda'
import { demoId } from '@samenspel/demo-region'
import { buildSchema } from 'graphql'
import { documents, everyFieldOfFamily } from '../testing/documents.ts'
import { codesOf, command, dataOf } from '../testing/family.ts'
import { accepted, markedRegion, play, tokens, tokensIn, type Marked } from '../testing/marked-region.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { takeCopy } from '../testing/take-copy.ts'
import { logFileText } from '../testing/take-log.ts'
import { openFeed } from '../testing/walk.ts'

const today = '2026-11-24', day = '2026-12-08'
const clock = () => `${today}T09:00:00.000Z`
const verhoeven = demoId('family verhoeven')
const own = (name: string) => demoId(`verhoeven ${name}`)
const sem = own('sem'), anouk = own('anouk'), joost = own('joost')
const practitioner = (key: string) => demoId(`practitioner ${key}`)
const hanne = { person: practitioner('hanne'), role: 'professional', organisation: demoId('organisation schakel'), discipline: 'imhSpecialist' } as const

const part = (name: string, need: string, attendees: readonly string[], start: string, end: string, who: string): ProposedPart => ({
  appointmentId: own(`appointment ${name}`), bundleId: own('one visit'), needId: own(need), date: day, start, end, evening: false, homeMinutes: 15, glued: false,
  modality: { kind: 'onsite', place: demoId('location wilgenboom') }, attendees, practitioners: [practitioner(who)],
})
/** For whom who looked works. */
const practitionerOrganisation = demoId('organisation schakel')
const visit = part('physio', 'physio', [sem, anouk], '09:00', '09:45', 'karim')

let api: RunningApi
let coordinator: Somebody, mother: Somebody, father: Somebody
/** Where the marked texts of the family and the region stand. */
let marked: readonly Marked[]

const inAgenda = (request: AgendaCommand): Promise<void> => accepted(api.files, { to: 'agenda', id: verhoeven, command: request })

beforeAll(async () => {
  const region = markedRegion(today, tokens())
  marked = region.marked
  api = await startApi({ clock, prepare: (stores, files) => play(stores, files, today, region.steps) })
  ;[coordinator, mother, father] = await Promise.all(['coordinator', 'mother', 'father'].map((id) => api.as(id))) as [Somebody, Somebody, Somebody]
  await accepted(api.files, { to: 'calendar', id: practitioner('karim'), command: {
    type: 'OfferFreeTime', by: { person: practitioner('karim'), role: 'professional' }, at: clock(), practitioner: practitioner('karim'), today, freeTimeId: demoId('free for a visit'), date: day, from: '09:00', to: '09:45',
    modalities: ['onsite'], places: [demoId('location wilgenboom')],
  } })
  await inAgenda({ type: 'SendProposals', by: hanne, at: clock(), adults: [anouk, joost], zone: 'Europe/Amsterdam', proposals: [{ proposalId: own('proposal'), kind: 'fewestTravelDays', proven: true, travelDaysPossiblyFewer: 0, parts: [visit], unplanned: [] }] })
  dataOf(await command(mother, 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { answerProposal(commandId: $commandId, familyId: $familyId, proposalId: $id, answer: YES) { id } }', { familyId: verhoeven, id: own('proposal') }))
})
afterAll(() => api.stop())

const set = async (kind: string, personIds: readonly string[]): Promise<string> => dataOf<{ setSafeguard: { id: string } }>(await command(coordinator, 'mutation ($commandId: ID!, $familyId: ID!, $input: SafeguardInput!) { setSafeguard(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
  { familyId: verhoeven, input: { kind, personIds, reason: 'Zij woont waar hij het niet mag weten.', reviewOn: '2027-02-01' } })).setSafeguard.id
const lift = (safeguardId: string) => command(coordinator, 'mutation ($commandId: ID!, $familyId: ID!, $safeguardId: ID!) { liftSafeguard(commandId: $commandId, familyId: $familyId, safeguardId: $safeguardId, reason: "Voorbij.") { id } }', { familyId: verhoeven, safeguardId })

/** All that a parent can ask; apart from it what tells of their own looks, which are one more each time. */
const askEverything = async (somebody: Somebody): Promise<{ readonly same: readonly string[]; readonly looks: readonly string[] }> => {
  const schema = buildSchema(await readFile(join(import.meta.dirname, '../../schema.graphql'), 'utf8'))
  const same: string[] = [], looks: string[] = []
  const variables = { familyId: verhoeven, id: verhoeven, form: 'contribution', first: 50, from: '2026-11-30', until: '2026-12-11', needId: own('physio'), parts: [], appointmentId: visit.appointmentId, visitId: visit.bundleId, parentId: anouk, language: 'NL' }
  for (const { name, text, kind, app } of await documents()) {
    if (kind === 'query' && app === 'parent') (text.includes('accessLog') ? looks : same).push(`${name} ${await somebody.askBytes(text, variables)}`)
  }
  for (const { field, text } of everyFieldOfFamily(schema)) same.push(`${field} ${await somebody.askBytes(text, { id: verhoeven })}`)
  same.push(await somebody.askBytes('query ($familyId: ID!, $appointmentId: ID!) { otherTimes(familyId: $familyId, appointmentId: $appointmentId) { __typename } }', variables))
  looks.push(await somebody.askBytes('query ($familyId: ID!) { accessLog(familyId: $familyId, first: 100) { organisations { id name } nodes { at tellsHour who role organisation what action because } } }', variables))
  same.push(await (await fetch(`${api.url}${await openFeed(somebody)}`)).text())
  return { same, looks }
}

type LogFile = { readonly viewed: readonly { readonly at: string; readonly who: string; readonly records: readonly object[] }[]; readonly madeAvailable: readonly object[] }

/** The lines of the log that others left, as a parent reads them. */
const othersIn = (looks: readonly string[]): readonly object[] => {
  const { accessLog: { nodes } } = (JSON.parse(looks.at(-1) ?? '') as { data: { accessLog: { nodes: readonly { who: string }[] } } }).data
  return nodes.filter(({ who }) => who !== 'U')
}

/** What a parent takes along; apart from it `page` and `others`: without ids, and without the lines that their own looks left, which are more each time. */
const takeAlong = async (somebody: Somebody): Promise<{ readonly bytes: string; readonly page: string; readonly others: LogFile }> => {
  const { copy: { page } } = await takeCopy(api, somebody, verhoeven)
  const log = await logFileText(api, somebody, verhoeven)
  const { viewed, madeAvailable } = JSON.parse(log) as LogFile
  return {
    // The clock stands at a moment of the visit.
    bytes: page + log.replaceAll(clock(), 'now'),
    page: page.replaceAll(/<article[^>]*>\s*<h3>[^<]*: U<\/h3>.*?<\/article>\s*/gs, '').replaceAll(/\be\d+\b|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id'),
    others: { viewed: viewed.filter(({ who }) => who !== 'U'), madeAvailable },
  }
}

/** What the father wrote of himself, or is his: his own number, his own week. */
const isHis = ({ step: { command }, of }: Marked): boolean => of['memberId'] === joost || 'person' in command && command.person === joost

/** Her name and whatever else stands in her own record. */
const hers = (): readonly string[] => marked.filter(({ of }) => of['memberId'] === anouk).map(({ token }) => token)

/** What says where or when somebody is: addresses, numbers, places and organisations, what an appointment is, the hours of a week. */
const isLocating = (one: Marked): boolean => !marked.some((other) => other.token === one.token && isHis(other)) && locates(one)
const locates = ({ step, field }: Marked): boolean =>
  ['address', 'phone', 'number'].includes(field) || step.to === 'organisation' || step.to === 'family' && step.command.type === 'RecordSupport' || step.to === 'agenda' && ['label', 'purpose', 'bring'].includes(field)

describe('a parent who is protected from the other', () => {
  test('is nowhere in what the other can ask, print or take along, and no visit of hers changes a byte of it', async () => {
    const before = await askEverything(father)
    expect([...tokensIn(before.same.join('\n'))].some((token) => marked.some((one) => one.token === token && isLocating(one)))).toBe(true)
    for (const one of [coordinator, await api.as('pedagogical-worker')]) await one.ask('query ($id: ID!) { family(id: $id) { contributions(first: 50) { nodes { id } } agreementCards { id } } }', { id: verhoeven })
    const id = await set('PROTECTION', [anouk, joost])
    const first = await askEverything(father)
    const taken = await takeAlong(father)
    const all = [...first.same, ...first.looks, taken.bytes].join('\n')
    const found = marked.filter((one) => isLocating(one) && tokensIn(all).has(one.token)).map(({ field, step, token }) => `${step.to} ${field} ${token}`)
    expect(found).toEqual([])
    // In words that somebody wrote freely her name may stand; those are shielded by hand.
    for (const hidden of [...hers(), anouk, '09:00', '09:45', visit.appointmentId, visit.bundleId]) expect([hidden, all.includes(hidden)]).toEqual([hidden, false])
    // Of whatever others did, the day: of a plan that holds as of any record. Of his own yes he reads the moment. The clock stands at a moment of the visit.
    const moments = [...first.same.join('\n').matchAll(/"(?:at|inForceSince|drawnAt|completedAt|changedAt|closedAt|recordedAt)":"([^"]+)"(?!,"firstName":"Joost)/g)].map(([, at]) => at ?? '')
    expect(moments.length).toBeGreaterThan(20)
    expect(moments.filter((at) => !/T2[23]:00:00.000Z$/.test(at))).toEqual([])
    // Of who looked, a day and that it was somebody of the team; and nobody narrows them to those of one organisation.
    const log = 'query ($familyId: ID!, $organisationId: ID) { accessLog(familyId: $familyId, first: 100, organisationId: $organisationId) { organisations { id } nodes { at tellsHour who organisation } } }'
    type Log = { readonly accessLog: { readonly organisations: readonly object[]; readonly nodes: readonly { readonly who: string; readonly tellsHour: boolean }[] } }
    const [narrowed, whole] = await Promise.all([practitionerOrganisation, undefined].map(async (organisationId) => dataOf<Log>(await father.ask(log, { familyId: verhoeven, organisationId })).accessLog))
    expect([narrowed?.organisations, whole?.organisations, narrowed?.nodes.some(({ tellsHour }) => tellsHour)]).toEqual([[], [], false])
    expect(narrowed?.nodes.filter(({ who }) => who !== 'U')).toEqual(whole?.nodes.filter(({ who }) => who !== 'U'))
    expect([...first.looks.join('\n').matchAll(/"at":"([^"]+)"/g)].every(([, at]) => at === '2026-11-23T23:00:00.000Z')).toBe(true)
    expect(taken.others.viewed.length).toBeGreaterThan(0)
    expect(taken.others.viewed.filter(({ at, records }) => at !== '2026-11-23T23:00:00.000Z' || records.length > 0)).toEqual([])
    expect(codesOf(await father.ask('query ($familyId: ID!, $id: ID!) { otherTimes(familyId: $familyId, appointmentId: $id) { __typename } }', { familyId: verhoeven, id: visit.appointmentId }))).toEqual(['not-found'])

    // She lives elsewhere now, is to be reached otherwise, and goes another time, by another way.
    await accepted(api.files, { to: 'family', id: verhoeven, command: { type: 'RecordHome', by: hanne, at: clock(), registrationValid: true, homeId: own('other home'), address: 'Elders 1', point: { x: 9, y: 9 } } })
    await accepted(api.files, { to: 'family', id: verhoeven, command: { type: 'RecordHelpLine', by: hanne, at: clock(), registrationValid: true, helpLineId: own('other gp'), kind: 'ownGp', label: 'Een andere huisarts', number: '0900 1' } })
    dataOf(await command(mother, 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { cancelAppointment(commandId: $commandId, familyId: $familyId, appointmentId: $id) { id } }', { familyId: verhoeven, id: visit.appointmentId }))
    dataOf(await command(mother, 'mutation ($commandId: ID!, $familyId: ID!) { signalTooMuch(commandId: $commandId, familyId: $familyId, choice: CALL_ME, words: "Ik ben weg") { id } }', { familyId: verhoeven }))
    const second = await askEverything(father)
    // A feed has a new address each time; what it holds is the same.
    expect(second.same).toEqual(first.same)
    const again = await takeAlong(father)
    expect(again.others).toEqual(taken.others)
    expect(again.page).toEqual(taken.page)
    expect(othersIn(second.looks)).toEqual(othersIn(first.looks))
    // She herself sees it all, and so does who coordinates.
    expect(await mother.askBytes('query ($id: ID!) { family(id: $id) { appointments { id start } } }', { id: verhoeven })).toContain(visit.appointmentId)
    dataOf(await lift(id))
    expect((await askEverything(father)).same.join('\n')).toContain(anouk)
  })
  test('in high conflict, neither learns from the file when the other goes where (F03)', async () => {
    const id = await set('HIGH_CONFLICT', [anouk, joost])
    const bytes = await father.askBytes('query ($id: ID!) { family(id: $id) { appointments { id start place { name } } needs { label } members { firstName phone } } }', { id: verhoeven })
    expect(bytes).not.toContain(visit.appointmentId)
    expect(bytes).not.toContain('0800 555 0301')
    dataOf(await lift(id))
  })
})

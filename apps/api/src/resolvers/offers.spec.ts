import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { answer, openFeed, proposalsFor, send } from '../testing/walk.ts'

const verhoeven = demoId('family verhoeven')
const sem = demoId('verhoeven sem'), anouk = demoId('verhoeven anouk'), joost = demoId('verhoeven joost')
const [wilgenboom, schakel] = [demoId('location wilgenboom'), demoId('location schakel')]
/** A Tuesday. */
let now = '2026-11-24T09:00:00.000Z'
let api: RunningApi
let all: Awaited<ReturnType<typeof people>>

beforeAll(async () => {
  api = await startApi({ clock: () => now })
  all = await people(api)
})
afterAll(() => api.stop())
const later = async (moment: string): Promise<void> => {
  now = moment
  all = await people(api)
}

// ── A professional's own calendar

type Offer = { readonly id: string; readonly date: string; readonly from: string; readonly to: string; readonly isLapsed: boolean; readonly series: string | null; readonly source: string | null }
type Taken = { readonly date: string; readonly state: string; readonly familyName: string | null; readonly label: string | null }
type Week = { readonly from: string; readonly offers: readonly Offer[]; readonly taken: readonly Taken[]; readonly places: readonly { readonly id: string }[]; readonly meeting: { readonly kind: string; readonly url: string | null } | null }
const weekQuery = 'query ($day: Date) { myCalendar(day: $day) { from offers { id date from to isLapsed series source } taken { date state familyName label } places { id } meeting { kind url } } }'
const week = async (somebody: Somebody, day?: string): Promise<Week> => dataOf<{ myCalendar: Week }>(await somebody.ask(weekQuery, { day })).myCalendar
const times = ({ offers }: Pick<Week, 'offers'>) => offers.map(({ date, from, to }) => `${date} ${from} ${to}`)

const change = (somebody: Somebody, name: string, args: string, types: string, variables: object) =>
  command(somebody, `mutation ($commandId: ID!, ${types}) { ${name}(commandId: $commandId, ${args}) { offered withdrawn } }`, variables as Readonly<Record<string, unknown>>)
const offer = (somebody: Somebody, input: object) => change(somebody, 'offerFreeTime', 'input: $input', '$input: OfferInput!', { input: { modalities: ['ONSITE'], places: [schakel], from: '16:00', to: '17:00', ...input } })
const withdraw = (somebody: Somebody, freeTimeIds: readonly string[], alsoLater = false) => change(somebody, 'withdrawFreeTime', 'freeTimeIds: $ids, alsoLater: $alsoLater', '$ids: [ID!]!, $alsoLater: Boolean', { ids: freeTimeIds, alsoLater })
type Changed = Readonly<Record<string, { readonly offered: readonly string[]; readonly withdrawn: readonly string[] }>>
const csv = (...lines: readonly string[]) => ({ source: 'CSV', content: ['datum;van;tot;vorm;plaats', ...lines].join('\n'), modalities: [], places: [] })
const bring = (somebody: Somebody, input: object) => change(somebody, 'importFreeTime', 'input: $input', '$input: FreeTimeFileInput!', { input })
const preview = async (somebody: Somebody, input: object) => dataOf<{ freeTimePreview: { readonly wrong: number; readonly added: number; readonly same: number; readonly gone: number; readonly inUse: readonly string[]; readonly lines: readonly { readonly line: number; readonly problem: string | null }[] } }>(
  await somebody.ask('query ($input: FreeTimeFileInput!) { freeTimePreview(input: $input) { wrong added same gone inUse lines { line problem } } }', { input })).freeTimePreview

describe('my own calendar', () => {
  const friday = '2027-02-05'
  test('is offered every week, withdrawn from a day on, and each change is undone', async () => {
    const added = dataOf<Changed>(await offer(all.hanne, { date: friday, repeatUntil: '2027-02-26', lapsesDaysBefore: 7 }))['offerFreeTime']!
    expect(added.offered).toHaveLength(4)
    const [first] = (await week(all.hanne, friday)).offers.filter(({ date }) => date === friday)
    expect(first?.series).not.toBeNull()
    const second = (await week(all.hanne, '2027-02-12')).offers.find(({ date }) => date === '2027-02-12')
    const gone = dataOf<Changed>(await withdraw(all.hanne, [second?.id ?? ''], true))['withdrawFreeTime']!
    expect(gone.withdrawn).toHaveLength(3)
    expect(times(await week(all.hanne, '2027-02-19'))).toEqual([])
    dataOf(await change(all.hanne, 'undoFreeTime', 'offered: [], withdrawn: $ids', '$ids: [ID!]!', { ids: gone.withdrawn }))
    expect(times(await week(all.hanne, '2027-02-19'))).toEqual(['2027-02-19 16:00 17:00'])
    expect(codesOf(await offer(all.hanne, { date: '2027-02-19' }))).toEqual(['free-time-known'])
    dataOf(await change(all.hanne, 'undoFreeTime', 'offered: $ids, withdrawn: []', '$ids: [ID!]!', { ids: added.offered }))
    expect(times(await week(all.hanne, friday))).toEqual([])
  })
  test('says no in words that help, and never touches another’s', async () => {
    expect(codesOf(await offer(all.hanne, { date: friday, from: '16:10' }))).toEqual(['time-off-grid'])
    expect(codesOf(await offer(all.hanne, { date: friday, places: [wilgenboom] }))).toEqual(['place-unknown'])
    expect(codesOf(await offer(all.hanne, { date: '2026-11-20' }))).toEqual(['window-past'])
    expect(codesOf(await offer(all.hanne, { date: friday, repeatUntil: '2029-01-01' }))).toEqual(['too-many-offers'])
    expect(codesOf(await offer(all.hanne, { date: '2026-11-25', lapsesDaysBefore: 7 }))).toEqual(['lapse-invalid'])
    const [of] = (await week(all.eva, '2026-12-01')).offers
    expect(codesOf(await withdraw(all.hanne, [of?.id ?? '']))).toEqual(['unknown-free-time'])
    expect(codesOf(await offer(all.anouk, { date: friday }))).toEqual(['no-calendar'])
    expect(codesOf(await all.anouk.ask(weekQuery))).toEqual(['no-calendar'])
  })
  test('a file is shown first, brought in once, replaced by a newer one, and refused while a line is wrong', async () => {
    const march = csv('1-3-2027;9:00;12:00;op locatie;De Schakel', '2-3-2027;9:00;12:00;beeld;')
    expect(await preview(all.hanne, march)).toMatchObject({ added: 2, same: 0, gone: 0, wrong: 0 })
    expect(times(await week(all.hanne, '2027-03-01'))).toEqual([])
    dataOf(await bring(all.hanne, march))
    expect(times(await week(all.hanne, '2027-03-01'))).toEqual(['2027-03-01 09:00 12:00', '2027-03-02 09:00 12:00'])
    expect(await preview(all.hanne, march)).toMatchObject({ added: 0, same: 2, gone: 0 })
    const end = await api.stores.events.lastPosition()
    dataOf(await bring(all.hanne, march))
    expect(await api.stores.events.lastPosition()).toBe(end)
    const newer = csv('1-3-2027;10:00;12:00;op locatie;De Schakel', '2-3-2027;9:00;12:00;beeld;', '3-3-2027;nooit;12:00;thuis;')
    expect(await preview(all.hanne, newer)).toMatchObject({ added: 1, same: 1, gone: 1, wrong: 1, lines: [{ line: 2, problem: null }, { line: 3, problem: null }, { line: 4, problem: 'Deze tijd lezen wij niet. Schrijf bijvoorbeeld 9:00.' }] })
    expect(codesOf(await bring(all.hanne, newer))).toEqual(['file-has-wrong-lines'])
    dataOf(await bring(all.hanne, { ...newer, skipWrong: true }))
    expect(times(await week(all.hanne, '2027-03-01'))).toEqual(['2027-03-01 10:00 12:00', '2027-03-02 09:00 12:00'])
    expect(codesOf(await bring(all.hanne, { ...march, source: 'ICS' }))).toEqual(['file-not-ics'])
  })
  test('begins its talks in its own way, by a link that is one', async () => {
    const choose = (somebody: Somebody, way: object) => command(somebody, 'mutation ($commandId: ID!, $way: MeetingWayInput!) { chooseMeetingWay(commandId: $commandId, way: $way) { id } }', { way })
    expect(codesOf(await choose(all.hanne, { kind: 'LINK', url: 'http://beeld.example.org' }))).toEqual(['link-invalid'])
    dataOf(await choose(all.hanne, { kind: 'LINK', url: ' https://beeld.example.org/hanne ' }))
    expect((await week(all.hanne)).meeting).toEqual({ kind: 'LINK', url: 'https://beeld.example.org/hanne' })
    dataOf(await choose(all.hanne, { kind: 'NONE' }))
    expect((await week(all.hanne)).meeting).toBeNull()
  })
})

// ── Appointments made elsewhere

type Part = { readonly id: string; readonly label: string; readonly date: string; readonly start: string | null; readonly elsewhere: { readonly canChange: boolean; readonly place: string | null; readonly enteredBy: string } | null; readonly meeting: { readonly kind: string; readonly url: string | null } | null; readonly modality: string; readonly status: string }
const parts = async (somebody: Somebody): Promise<readonly Part[]> => dataOf<{ family: { appointments: readonly Part[] } }>(await somebody.ask(
  'query ($id: ID!) { family(id: $id) { appointments { id label date start modality status elsewhere { canChange place enteredBy } meeting { kind url } } } }', { id: verhoeven })).family.appointments
const elsewhere = async (somebody: Somebody) => (await parts(somebody)).filter((part) => part.elsewhere !== null)
const letter = { label: 'Scan', date: '2027-01-12', start: '10:40', minutes: 45, modality: 'ONSITE', place: 'Ziekenhuis in de stad', attendees: [sem, anouk] }
const tell = (somebody: Somebody, name: string, args: string, types: string, variables: object) =>
  command(somebody, `mutation ($commandId: ID!, $familyId: ID!${types}) { ${name}(commandId: $commandId, familyId: $familyId${args}) { id } }`, { familyId: verhoeven, ...variables })
const add = (somebody: Somebody, input: object = {}) => tell(somebody, 'addElsewhereAppointment', ', input: $input', ', $input: ElsewhereInput!', { input: { ...letter, ...input } })
const remove = (somebody: Somebody, id: string) => tell(somebody, 'removeElsewhereAppointment', ', appointmentId: $id', ', $id: ID!', { id })
const changeIt = (somebody: Somebody, id: string, input: object = {}) => tell(somebody, 'changeElsewhereAppointment', ', appointmentId: $id, input: $input', ', $id: ID!, $input: ElsewhereInput!', { id, input: { ...letter, ...input } })

describe('an appointment made elsewhere', () => {
  test('of the child shows to both parents and the coordinator; where and when only to who goes, who entered it, and whom the family lets know', async () => {
    dataOf(await add(all.anouk))
    expect(await elsewhere(all.anouk)).toMatchObject([{ label: 'Scan', start: '10:40', elsewhere: { place: 'Ziekenhuis in de stad', canChange: true, enteredBy: 'Anouk' } }])
    expect(await elsewhere(all.joost)).toMatchObject([{ label: 'Scan', start: null, elsewhere: { place: null, canChange: false } }])
    const [seen] = await elsewhere(all.hanne)
    expect(seen).toMatchObject({ label: 'Scan', elsewhere: { canChange: seen?.start !== null } })
    expect(await elsewhere(all.femke)).toEqual([])
  })
  test('stands in the own feed, without a word of what or where', async () => {
    const feed = await (await fetch(`${api.url}${await openFeed(all.anouk)}`)).text()
    expect(feed).toContain('DTSTART:20270112T094000Z')
    expect(feed).not.toMatch(/Scan|Ziekenhuis in/)
    const fathers = await (await fetch(`${api.url}${await openFeed(all.joost)}`)).text()
    expect(fathers).not.toContain('20270112T094000Z')
  })
  test('of the mother alone is hers: the father finds no trace, and can not guess it', async () => {
    const { id } = Object.values(dataOf<Record<string, { id: string }>>(await add(all.anouk, { label: 'Eigen gesprek', attendees: [anouk], date: '2027-01-13' })))[0]!
    expect((await elsewhere(all.anouk)).map(({ label }) => label)).toEqual(['Scan', 'Eigen gesprek'])
    expect((await elsewhere(all.joost)).map(({ label }) => label)).toEqual(['Scan'])
    expect(codesOf(await changeIt(all.joost, id))).toEqual(['not-found'])
    expect(codesOf(await remove(all.joost, id))).toEqual(['not-found'])
    expect(await all.joost.askBytes('query ($id: ID!) { family(id: $id) { changes { text at } hasNews appointments { id date } bundles { id date } } }', { id: verhoeven })).not.toMatch(/Eigen gesprek|2027-01-13/)
  })
  test('is changed by who entered it and by the coordinator; of the child’s that becomes the mother’s own, the father keeps nothing', async () => {
    const [scan] = await elsewhere(all.anouk)
    expect(codesOf(await changeIt(all.joost, scan?.id ?? ''))).toEqual(['not-yours'])
    dataOf(await changeIt(all.anouk, scan?.id ?? '', { start: '11:10' }))
    expect(await elsewhere(all.anouk)).toMatchObject([{ start: '11:10' }, {}])
    dataOf(await changeIt(all.hanne, scan?.id ?? '', { start: '11:20', category: 'MEDICAL' }))
    dataOf(await changeIt(all.anouk, scan?.id ?? '', { label: 'Toch van mij', attendees: [anouk] }))
    expect((await elsewhere(all.joost))).toEqual([])
    expect((await elsewhere(all.anouk)).map(({ label }) => label).sort()).toEqual(['Eigen gesprek', 'Toch van mij'])
  })
  test('is entered by a parent for themselves or a child, by a professional of the team, at a place that is known or written', async () => {
    expect(codesOf(await add(all.anouk, { attendees: [joost] }))).toEqual(['not-for-others'])
    expect(codesOf(await add(all.theresa))).toEqual(['not-found'])
    expect(codesOf(await add(all.anouk, { attendees: [demoId('claes theresa')] }))).toEqual(['not-found'])
    expect(codesOf(await add(all.anouk, { placeId: schakel }))).toEqual(['place-unknown'])
    expect(codesOf(await add(all.anouk, { minutes: 900, start: '20:00' }))).toEqual(['times-reversed'])
    expect(codesOf(await add(all.anouk, { date: '2026-11-20' }))).toEqual(['in-the-past'])
    expect(codesOf(await add(all.anouk, { place: '' }))).toEqual(['text-empty'])
    dataOf(await add(all.lotte, { label: 'Bij ons op bezoek', placeId: wilgenboom, attendees: [sem], category: 'DEVELOPMENT' }))
    expect((await elsewhere(all.anouk)).map(({ label }) => label)).toContain('Bij ons op bezoek')
  })
  test('leaves its line in the access log, about whom it is, without a word of it', async () => {
    const lines = await api.accessLog.read(verhoeven)
    expect(lines.filter(({ operation, outcome }) => operation === 'addElsewhereAppointment' && outcome === 'done').map(({ subject, action, category }) => [subject, action, category])).toEqual(expect.arrayContaining([
      [{ kind: 'child', person: sem }, 'write', 'medical'], [{ kind: 'adult', person: anouk }, 'write', 'medical'],
    ]))
    expect(JSON.stringify(lines)).not.toMatch(/Scan|Eigen gesprek|Ziekenhuis in/)
  })
})

// ── Races, and what begins on a screen

describe('a proposal that can not be had any more', () => {
  type Proposal = { readonly id: string; readonly status: string; readonly releasedBecause: string | null; readonly bundles: readonly { readonly parts: readonly { readonly needId: string; readonly date: string; readonly start: string; readonly attendees: readonly string[] }[] }[] }
  const proposals = async (somebody: Somebody) => dataOf<{ family: { proposals: readonly Proposal[] } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { proposals { id status releasedBecause bundles { parts { needId date start attendees } } } } }', { id: verhoeven })).family.proposals
  let lost: Proposal
  test('is released; parents read one calm sentence, the coordinator why, and as something new', async () => {
    const run = await proposalsFor(all.hanne, verhoeven)
    await send(all.hanne, verhoeven, run, run.proposals[0]?.id ?? '')
    const [sent] = (await proposals(all.hanne)).filter(({ status }) => status === 'SENT')
    const part = sent?.bundles.flatMap((bundle) => bundle.parts).find(({ attendees }) => attendees.includes(anouk))
    dataOf(await add(all.anouk, { label: 'Brief', date: part?.date, start: part?.start, attendees: [anouk] }))
    lost = (await proposals(all.hanne)).find(({ id }) => id === sent?.id)!
    expect(lost).toMatchObject({ status: 'RELEASED', releasedBecause: 'Een van de tijden past niet meer voor het gezin.' })
    for (const parent of [all.anouk, all.joost]) expect((await proposals(parent)).find(({ id }) => id === lost.id)).toMatchObject({ status: 'RELEASED', releasedBecause: 'Een van deze tijden kan niet meer. Dat ligt niet aan u. Er staat niets vast.' })
    expect(codesOf(await command(all.joost, 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { answerProposal(commandId: $commandId, familyId: $familyId, proposalId: $id, answer: YES) { id } }', { familyId: verhoeven, id: lost.id }))).toEqual(['proposal-released'])
    const { changes } = dataOf<{ family: { changes: readonly { text: string }[] } }>(await all.hanne.ask('query ($id: ID!) { family(id: $id) { changes { text } } }', { id: verhoeven })).family
    expect(changes.map(({ text }) => text)).toContain('een voorstel kon niet doorgaan')
  })
  test('gets a next one in which as little as possible stands elsewhere', async () => {
    const found = await proposalsFor(all.hanne, verhoeven, { lighter: false, after: lost.id })
    type Run = { readonly proposals: readonly (Proposal & { readonly kind: string })[] }
    const run = dataOf<{ proposalRun: Run }>(await all.hanne.ask('query ($id: ID!) { proposalRun(id: $id) { proposals { id kind bundles { parts { needId date start attendees } } } } }', { id: found.id })).proposalRun
    const before = new Map(lost.bundles.flatMap((bundle) => bundle.parts).map((part) => [part.needId, `${part.date} ${part.start}`]))
    const [first] = run.proposals
    expect(first?.kind).toBe('FEWEST_CHANGES')
    const after = first?.bundles.flatMap((bundle) => bundle.parts) ?? []
    expect(after.length).toBe(before.size)
    const changed = after.filter((part) => before.get(part.needId) !== `${part.date} ${part.start}`)
    // What was lost moves; at least as much stays where it was.
    expect(changed.length).toBeGreaterThanOrEqual(1)
    expect(changed.length * 2).toBeLessThanOrEqual(after.length)
    expect(codesOf(await all.hanne.ask('mutation ($commandId: ID!, $familyId: ID!, $input: PlannerInput!) { startProposals(commandId: $commandId, familyId: $familyId, input: $input) { id } }', { commandId: randomUUID(), familyId: verhoeven, input: { lighter: false, after: randomUUID() } }))).toEqual(['not-found'])
    await send(all.hanne, verhoeven, found, first?.id ?? '')
    await answer(all.anouk, verhoeven, first?.id ?? '')
    await answer(all.joost, verhoeven, first?.id ?? '')
  })
})

describe('a talk by picture', () => {
  test('shows its link to who is in it: to the professional always, to a parent on the day itself, to nobody else ever', async () => {
    const digital = (await parts(all.anouk)).filter(({ modality, status, elsewhere: made }) => modality === 'DIGITAL' && status === 'CONFIRMED' && made === null)
    const agenda = await api.files.agendas.state(verhoeven)
    const talk = digital.map(({ id }) => agenda.proposals.appointments.get(id)).find((part) => part?.attendees.includes(joost) === true) ?? agenda.proposals.appointments.get(digital[0]?.id ?? '')
    if (talk === undefined) throw new Error('no talk by picture in the region')
    const [practitioner = ''] = talk.practitioners
    const holderNow = () => Object.entries({ hanne: all.hanne, lotte: all.lotte, femke: all.femke, nadia: all.nadia }).find(([name]) => demoId(`practitioner ${name}`) === practitioner)![1]
    const holder = holderNow()
    const other = holder === all.hanne ? all.eva : all.hanne
    const give = (somebody: Somebody, way: object) => tell(somebody, 'giveMeetingWay', ', appointmentId: $id, way: $way', ', $id: ID!, $way: MeetingWayInput!', { id: talk.appointmentId, way })
    expect(codesOf(await give(all.anouk, { kind: 'LINK', url: 'https://beeld.example.org/eigen' }))).toEqual(['not-with-you'])
    dataOf(await give(holder, { kind: 'LINK', url: 'https://beeld.example.org/eigen' }))
    const meetingFor = async (somebody: Somebody) => (await parts(somebody)).find(({ id }) => id === talk.appointmentId)?.meeting
    expect(await meetingFor(holder)).toMatchObject({ kind: 'LINK', url: 'https://beeld.example.org/eigen' })
    expect(await meetingFor(all.anouk)).toMatchObject({ kind: 'LINK', url: null })
    expect(await other.askBytes('query ($id: ID!) { family(id: $id) { appointments { id meeting { kind url } } bundles { parts { meeting { url } } } } }', { id: verhoeven })).not.toContain('beeld.example.org')
    const feed = await (await fetch(`${api.url}${await openFeed(all.anouk)}`)).text()
    expect(feed).not.toContain('beeld.example.org')
    await later(`${talk.date}T06:00:00.000Z`)
    expect(await meetingFor(all.anouk)).toMatchObject({ kind: 'LINK', url: 'https://beeld.example.org/eigen' })
    const mine = await week(holderNow(), talk.date)
    expect(mine.taken.filter(({ date }) => date === talk.date)).toMatchObject([{ state: 'BOOKED', familyName: 'Gezin Verhoeven' }])
    const lines = await api.accessLog.read(verhoeven)
    expect(lines.filter(({ operation }) => operation === 'myCalendar').map(({ by, action }) => [by.person, action])).toContainEqual([practitioner, 'read'])
  })
})

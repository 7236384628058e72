/** What a family says of its week, as people say it through the API. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { addDays } from '@samenspel/kernel'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { confirmed, proposalsFor, send } from '../testing/walk.ts'

const verhoeven = demoId('family verhoeven')
const own = (name: string) => demoId(`verhoeven ${name}`)
const sem = own('sem'), anouk = own('anouk'), joost = own('joost')
/** A Tuesday. */
let now = '2026-11-24T09:00:00.000Z'
let api: RunningApi
let all: Awaited<ReturnType<typeof people>>
beforeAll(async () => {
  api = await startApi({ clock: () => now })
  all = await people(api)
})
afterAll(() => api.stop())

type Block = { readonly id: string; readonly kind: string; readonly label: string; readonly weekdays: readonly number[]; readonly from: string; readonly to: string }
type Week = {
  readonly rhythms: readonly { readonly memberId: string; readonly version: string | null; readonly blocks: readonly (Block & { readonly place: { readonly id: string } | null; readonly broughtBy: string | null })[] }[]
  readonly limits: { readonly version: string | null; readonly tripsPerWeek: number; readonly sitter: boolean } | null
  readonly pace: { readonly pause: { readonly id: string; readonly from: string; readonly reviewOn: string; readonly until: string | null; readonly by: string | null } | null; readonly lighterWeeks: readonly string[] } | null
  readonly silence: { readonly isRest: boolean; readonly rest: object | null } | null
  readonly dayCentres: readonly { readonly name: string }[]
}
const weekOf = async (somebody: Somebody): Promise<Week> => dataOf<{ family: Week }>(await somebody.ask(`query ($id: ID!) { family(id: $id) {
  rhythms { memberId version blocks { id kind label weekdays from to place { id } broughtBy } } limits { version tripsPerWeek contactsPerWeek motherMinutesPerDay dayHours { weekday from to } sitter } pace { pause { id from reviewOn until by } lighterWeeks } silence { isRest rest { id from reviewOn reason words askedBy } } dayCentres { name } } }`, { id: verhoeven })).family

const rest = (label: string): Block => ({ id: randomUUID(), kind: 'PROTECTED_REST', label, weekdays: [4], from: '10:00', to: '12:00' })
const nap = (to: string): Block => ({ id: own('block nap'), kind: 'NAP', label: 'Middagslaap', weekdays: [1, 2, 3, 4, 5, 6, 7], from: '12:30', to })
const setRhythm = (somebody: Somebody, memberId: string, version: string | null | undefined, blocks: readonly object[], saidBy?: string) => command(somebody,
  `mutation ($commandId: ID!, $familyId: ID!, $memberId: ID!, $version: String, $blocks: [RhythmBlockInput!]!, $saidBy: ID) {
    setRhythm(commandId: $commandId, familyId: $familyId, memberId: $memberId, version: $version, blocks: $blocks, saidBy: $saidBy) { id } }`, { familyId: verhoeven, memberId, version, blocks, saidBy })
const versionFor = async (somebody: Somebody, memberId: string) => (await weekOf(somebody)).rhythms.find((one) => one.memberId === memberId)?.version
const tell = (somebody: Somebody, words: string) => command(somebody, `mutation ($commandId: ID!, $familyId: ID!) { ${words.replace('(', '(commandId: $commandId, familyId: $familyId, ')} { id } }`, { familyId: verhoeven })

describe('the rhythm of a family', () => {
  test('is set by each parent for themselves and for the children, and read back as it was set', async () => {
    expect((await weekOf(all.joost)).rhythms.map(({ memberId }) => memberId).sort()).toEqual([sem, own('tijn'), joost].sort())
    const { rhythms, dayCentres } = await weekOf(all.anouk)
    expect(rhythms.find(({ memberId }) => memberId === sem)?.blocks.find(({ kind }) => kind === 'DAY_CENTRE')).toMatchObject({ label: 'De Wilgenboom', broughtBy: anouk, place: { id: demoId('location wilgenboom') } })
    expect(dayCentres.length).toBeGreaterThan(0)
    dataOf(await setRhythm(all.anouk, anouk, await versionFor(all.anouk, anouk), [rest('Wandelen')]))
    expect((await weekOf(all.anouk)).rhythms.find(({ memberId }) => memberId === anouk)?.blocks).toMatchObject([{ kind: 'PROTECTED_REST', label: 'Wandelen', weekdays: [4], from: '10:00', to: '12:00' }])
  })
  test('of one parent is nothing that the other reads, sets or suggests', async () => {
    expect(JSON.stringify(await weekOf(all.joost))).not.toContain('Wandelen')
    expect(codesOf(await setRhythm(all.joost, anouk, undefined, []))).toEqual(['not-yourself'])
    expect(codesOf(await setRhythm(all.joost, anouk, undefined, [], anouk))).toEqual(['not-yourself'])
    expect((await weekOf(all.anouk)).rhythms.find(({ memberId }) => memberId === anouk)?.blocks).toHaveLength(1)
  })
  test('of a child that two parents change at once loses nothing: the second reads that it changed', async () => {
    const [mothers, fathers] = [await versionFor(all.anouk, sem), await versionFor(all.joost, sem)]
    expect(fathers).toBe(mothers)
    dataOf(await setRhythm(all.anouk, sem, mothers, [nap('14:15')]))
    const refused = await setRhythm(all.joost, sem, fathers, [nap('13:30')])
    expect(codesOf(refused)).toEqual(['rhythm-changed'])
    expect(refused.errors?.[0]?.message).toContain('Iemand heeft deze week net veranderd.')
    dataOf(await setRhythm(all.joost, sem, await versionFor(all.joost, sem), [nap('13:30')]))
  })
  test('is typed in by who coordinates after the word of a parent, and of nobody else', async () => {
    const version = await versionFor(all.hanne, joost)
    expect(codesOf(await setRhythm(all.hanne, joost, version, [rest('Slapen na de nachtdienst')]))).toEqual(['said-by-missing'])
    expect(codesOf(await setRhythm(all.hanne, joost, version, [rest('Slapen na de nachtdienst')], anouk))).toEqual(['not-yourself'])
    expect(codesOf(await setRhythm(all.hanne, joost, version, [rest('Slapen na de nachtdienst')], own('grandmother')))).toEqual(['not-a-parent'])
    dataOf(await setRhythm(all.hanne, joost, version, [rest('Slapen na de nachtdienst')], joost))
    expect((await weekOf(all.joost)).rhythms.find(({ memberId }) => memberId === joost)?.blocks).toMatchObject([{ label: 'Slapen na de nachtdienst' }])
    expect((await api.files.agendas.state(verhoeven)).rhythm.byPerson.get(joost)?.by).toMatchObject({ person: demoId('practitioner hanne'), onBehalfOf: joost })
    expect(codesOf(await setRhythm(all.lotte, joost, version, [], joost))).toEqual(['not-coordinator'])
  })
  test('and limits, pace and day centres are no business of the rest of the team', async () => {
    for (const somebody of [all.lotte, all.eva, all.nadia]) expect(await weekOf(somebody)).toMatchObject({ rhythms: [], limits: null, pace: null, dayCentres: [] })
    expect(codesOf(await setRhythm(all.theresa, sem, undefined, []))).toEqual(['not-found'])
  })
  test('of limits is set by the parents, one after the other', async () => {
    const limits = (tripsPerWeek: number) => `limits: { childMinutesPerDay: 120, appointmentsPerDay: 4, tripsPerWeek: ${tripsPerWeek}, eveningsPerWeek: 2, waitMinutes: 45, homeMinutes: 30, sitter: true }`
    const version = (await weekOf(all.anouk)).limits?.version ?? ''
    dataOf(await tell(all.anouk, `setLimits(version: "${version}", ${limits(2)})`))
    expect(codesOf(await tell(all.joost, `setLimits(version: "${version}", ${limits(3)})`))).toEqual(['limits-changed'])
    expect((await weekOf(all.joost)).limits).toMatchObject({ tripsPerWeek: 2, sitter: true })
    expect(codesOf(await tell(all.hanne, `setLimits(version: "${version}", ${limits(3)})`))).toEqual(['said-by-missing'])
  })
  test('of limits can hold the appointments of a week and the hours of a day; what is left open has none', async () => {
    const set = async (more: string) => tell(all.anouk, `setLimits(version: "${(await weekOf(all.anouk)).limits?.version ?? ''}", limits: { childMinutesPerDay: 120, appointmentsPerDay: 4, tripsPerWeek: 2, eveningsPerWeek: 2, waitMinutes: 45, homeMinutes: 30, sitter: true ${more} })`)
    dataOf(await set(', contactsPerWeek: 3, dayHours: [{ weekday: 1, from: "09:30", to: "12:00" }]'))
    expect((await weekOf(all.joost)).limits).toMatchObject({ contactsPerWeek: 3, motherMinutesPerDay: null, dayHours: [{ weekday: 1, from: '09:30', to: '12:00' }] })
    expect((await api.files.agendas.state(verhoeven)).rhythm.limits).toMatchObject({ caps: { contactsPerWeek: 3 }, dayHours: [{ weekday: 1 }] })
    expect(codesOf(await set(', dayHours: [{ weekday: 8, from: "09:30", to: "12:00" }]'))).toEqual(['weekday-invalid'])
    expect(codesOf(await set(', dayHours: [{ weekday: 2, from: "12:00", to: "09:30" }]'))).toEqual(['times-reversed'])
    dataOf(await set(''))
    expect((await weekOf(all.joost)).limits).toMatchObject({ contactsPerWeek: null, dayHours: [] })
  })
})

describe('a pause', () => {
  test('asked for by one parent holds for both; who asked is told to who coordinates alone', async () => {
    dataOf(await tell(all.anouk, 'pausePlanning(from: "2026-11-24", reason: TIME_TOGETHER, words: "Even niets.", reviewOn: "2026-12-08")'))
    expect((await weekOf(all.joost)).pace?.pause).toMatchObject({ from: '2026-11-24', until: null, reviewOn: '2026-12-08', by: null })
    expect((await weekOf(all.hanne)).pace?.pause).toMatchObject({ by: 'Anouk' })
    expect(codesOf(await tell(all.joost, 'pausePlanning(from: "2026-12-01", reason: AWAY, until: "2026-12-07")'))).toEqual(['already-paused'])
  })
  test('is known, with its day, to everybody who works with the family; who asked and why to who coordinates alone (K-13)', async () => {
    const days = { from: '2026-11-24', reviewOn: '2026-12-08' }, nothing = { id: null, reason: null, words: null, askedBy: null }
    const restOf = async (somebody: Somebody) => (await weekOf(somebody)).silence
    expect(await restOf(all.lotte)).toEqual({ isRest: true, rest: { ...days, ...nothing } })
    expect(await restOf(all.hanne)).toEqual({ isRest: true, rest: { ...days, id: expect.any(String), reason: 'TIME_TOGETHER', words: 'Even niets.', askedBy: 'Anouk' } })
    expect(await restOf(all.joost)).toEqual({ isRest: true, rest: { ...days, ...nothing, id: expect.any(String) } })
  })
  test('goes on when who coordinates asked how it is, and never begins without the word of a parent (K-13)', async () => {
    const pauseId = (await weekOf(all.hanne)).pace?.pause?.id ?? ''
    expect(codesOf(await tell(all.lotte, `movePauseReview(pauseId: "${pauseId}", reviewOn: "2026-12-15")`))).toEqual(['not-coordinator'])
    dataOf(await tell(all.hanne, `movePauseReview(pauseId: "${pauseId}", reviewOn: "2026-12-15")`))
    expect((await weekOf(all.anouk)).pace?.pause).toMatchObject({ reviewOn: '2026-12-15' })
    expect(codesOf(await tell(all.hanne, 'pausePlanning(from: "2026-11-24", reason: UNSAID, reviewOn: "2026-12-08")'))).toEqual(['said-by-missing'])
  })
  test('leaves nothing to plan, until somebody ends it (K-13)', async () => {
    expect(codesOf(await command(all.hanne, 'mutation ($commandId: ID!, $familyId: ID!) { startProposals(commandId: $commandId, familyId: $familyId, input: { lighter: false }) { id } }', { familyId: verhoeven }))).toEqual(['planning-paused'])
    const id = (await weekOf(all.hanne)).pace?.pause?.id ?? ''
    expect(codesOf(await tell(all.lotte, `resumePlanning(pauseId: "${id}")`))).toEqual(['not-coordinator'])
    dataOf(await tell(all.hanne, `resumePlanning(pauseId: "${id}")`))
    expect((await weekOf(all.anouk)).pace?.pause).toBeNull()
    expect(codesOf(await tell(all.anouk, `resumePlanning(pauseId: "${id}")`))).toEqual(['unknown-pause'])
  })
  test('for some weeks is planned around, and a lighter week has at most one visit', async () => {
    dataOf(await tell(all.hanne, `pausePlanning(from: "2026-11-24", reason: AWAY, until: "2026-12-06", saidBy: "${joost}")`))
    dataOf(await tell(all.joost, 'lightenWeeks(weeks: ["2026-12-07"])'))
    const { id } = await proposalsFor(all.hanne, verhoeven, { lighter: false, weeks: 3 })
    type Run = { readonly proposalRun: { readonly proposals: readonly { readonly bundles: readonly { readonly date: string; readonly kind: string }[] }[] } }
    const { proposals } = dataOf<Run>(await all.hanne.ask('query ($id: ID!) { proposalRun(id: $id) { proposals { bundles { date kind } } } }', { id })).proposalRun
    expect(proposals.length).toBeGreaterThan(0)
    for (const { bundles } of proposals) {
      expect(bundles.filter(({ date }) => date < '2026-12-07')).toEqual([])
      expect(bundles.filter(({ date, kind }) => kind === 'VISIT' && date < '2026-12-14').length).toBeLessThanOrEqual(1)
    }
    dataOf(await tell(all.anouk, 'makeWeekOrdinary(week: "2026-12-07")'))
    dataOf(await tell(all.anouk, `resumePlanning(pauseId: "${(await weekOf(all.anouk)).pace?.pause?.id ?? ''}")`))
    expect((await weekOf(all.hanne)).pace).toEqual({ pause: null, lighterWeeks: [] })
  })
})

type Appointment = { readonly id: string; readonly label: string; readonly date: string; readonly start: string | null; readonly end: string | null; readonly status: string; readonly canCancel: boolean; readonly canUndoUntil: string | null; readonly notReinstatedBecause: string | null }
const appointmentsOf = async (somebody: Somebody): Promise<readonly Appointment[]> => dataOf<{ family: { appointments: readonly Appointment[] } }>(
  await somebody.ask('query ($id: ID!) { family(id: $id) { appointments { id label date start end status canCancel canUndoUntil notReinstatedBecause } } }', { id: verhoeven })).family.appointments
const one = async (somebody: Somebody, id: string): Promise<Appointment | undefined> => (await appointmentsOf(somebody)).find((appointment) => appointment.id === id)

describe('a proposal that was sent', () => {
  type Found = { readonly appointmentId: string; readonly label: string; readonly date: string; readonly from: string; readonly to: string; readonly modality: string }
  const otherDays = (somebody: Somebody, proposalId: string, unsuitable: readonly object[] = []) =>
    somebody.ask('query ($familyId: ID!, $proposalId: ID!, $unsuitable: [UnsuitableTimeInput!]!) { otherDays(familyId: $familyId, proposalId: $proposalId, unsuitable: $unsuitable) { appointmentId label date from to modality } }', { familyId: verhoeven, proposalId, unsuitable })
  type Sent = { readonly id: string; readonly kind: string; readonly status: string; readonly bundles: readonly { readonly parts: readonly { readonly id: string; readonly label: string; readonly date: string; readonly start: string | null }[] }[]; readonly answers: readonly { readonly firstName: string; readonly answer: string | null }[] }
  const sentTo = async (somebody: Somebody) => dataOf<{ family: { proposals: readonly Sent[] } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { proposals { id kind status bundles { parts { id label date start } } answers { firstName answer } } } }', { id: verhoeven })).family.proposals.filter(({ status }) => status === 'SENT')
  const partsIn = ({ bundles }: Sent) => bundles.flatMap(({ parts }) => parts)

  test('has other days for a parent, found at once, which become a proposal when who coordinates says so; nobody hears of the other\'s parts', async () => {
    const run = await proposalsFor(all.hanne, verhoeven)
    await send(all.hanne, verhoeven, run, run.proposals[0]!.id)
    const proposalId = run.proposals[0]!.id
    const [mothers, fathers] = await Promise.all([sentTo(all.anouk), sentTo(all.joost)]).then((lists) => lists.map((list) => partsIn(list.find(({ id }) => id === proposalId)!)))
    const found = dataOf<{ otherDays: readonly Found[] }>(await otherDays(all.anouk, proposalId)).otherDays
    expect(found.map(({ appointmentId }) => appointmentId).sort()).toEqual([...await askedIn(proposalId, all.anouk)].sort())
    expect(found.length).toBeGreaterThan(1)
    for (const { date } of found) expect(mothers!.map((part) => part.date)).not.toContain(date)
    const foundForFather = dataOf<{ otherDays: readonly Found[] }>(await otherDays(all.joost, proposalId)).otherDays
    for (const { appointmentId } of foundForFather) expect(fathers!.map(({ id }) => id)).toContain(appointmentId)
    expect(foundForFather.map(({ label }) => label)).not.toContain('Uw eigen gesprek')
    const tuesdays = [{ weekday: 2, part: 'MORNING' }, { weekday: 2, part: 'AFTERNOON' }, { weekday: 2, part: 'EVENING' }]
    for (const { date } of dataOf<{ otherDays: readonly Found[] }>(await otherDays(all.anouk, proposalId, tuesdays)).otherDays) expect(Temporal.PlainDate.from(date).dayOfWeek).not.toBe(2)
    for (const [somebody, id] of [[all.lotte, proposalId], [all.anouk, randomUUID()]] as const) expect(codesOf(await otherDays(somebody, id))).toEqual(['not-found'])

    const days = found.map(({ appointmentId, date, from, to, modality }) => ({ appointmentId, date, from, to, modality }))
    const { askOtherMoment: { id: requestId } } = dataOf<{ askOtherMoment: { id: string } }>(await command(all.anouk, 'mutation ($commandId: ID!, $familyId: ID!, $proposalId: ID, $unsuitable: [UnsuitableTimeInput!], $otherDays: [OtherDayInput!]) { askOtherMoment(commandId: $commandId, familyId: $familyId, proposalId: $proposalId, unsuitable: $unsuitable, otherDays: $otherDays) { id } }',
      { familyId: verhoeven, proposalId, unsuitable: [{ weekday: 5, part: 'EVENING' }], otherDays: days }))
    type Requests = { readonly family: { readonly changeRequests: readonly { readonly id: string; readonly unsuitable: readonly object[]; readonly otherDays: readonly Found[] }[] } }
    const requestsOf = async (somebody: Somebody) => dataOf<Requests>(await somebody.ask('query ($id: ID!) { family(id: $id) { changeRequests { id unsuitable { weekday part } otherDays { appointmentId label date from } } } }', { id: verhoeven })).family.changeRequests.find(({ id }) => id === requestId)
    expect(await requestsOf(all.hanne)).toMatchObject({ unsuitable: [{ weekday: 5, part: 'EVENING' }], otherDays: found.map(({ appointmentId, label, date, from }) => ({ appointmentId, label, date, from })) })
    expect(await requestsOf(all.joost)).toBeUndefined()
    expect(codesOf(await tell(all.anouk, `proposeOtherDays(requestId: "${requestId}")`))).toEqual(['not-coordinator'])
    dataOf(await tell(all.hanne, `proposeOtherDays(requestId: "${requestId}")`))
    const made = (await sentTo(all.anouk)).find(({ kind, id }) => kind === 'OTHER_DAYS' && id !== proposalId)
    for (const { label, date, from } of found) expect(partsIn(made!)).toContainEqual(expect.objectContaining({ label, date, start: from }))
    // Everybody is asked again, each for themselves, and nothing stands.
    expect(made!.answers.map(({ answer }) => answer)).toEqual(made!.answers.map(() => null))
    for (const { id } of await sentTo(all.hanne)) dataOf(await tell(all.hanne, `withdrawProposal(proposalId: "${id}")`))
  })

  const askedIn = async (proposalId: string, somebody: Somebody): Promise<readonly string[]> => {
    const { me } = dataOf<{ me: { id: string } }>(await somebody.ask('{ me { id } }'))
    return [...(await api.files.agendas.state(verhoeven)).proposals.appointments.values()].filter((part) => part.proposalId === proposalId && part.asked.includes(me.id)).map(({ appointmentId }) => appointmentId)
  }
})

describe('an appointment that stands', () => {
  test('has other times to choose from, for who comes along; they never lie where something else stands', async () => {
    await confirmed(all.hanne, [all.anouk, all.joost], verhoeven)
    const [first] = (await appointmentsOf(all.anouk)).filter(({ status, label }) => status === 'CONFIRMED' && label === 'Kinderarts')
    if (first === undefined) throw new Error('nothing stands')
    const times = (somebody: Somebody, appointmentId: string) => somebody.ask('query ($familyId: ID!, $appointmentId: ID!) { otherTimes(familyId: $familyId, appointmentId: $appointmentId) { date from to modality place { name } } }', { familyId: verhoeven, appointmentId })
    type Offered = { readonly otherTimes: readonly { readonly date: string; readonly from: string; readonly to: string; readonly modality: string }[] }
    const { otherTimes } = dataOf<Offered>(await times(all.anouk, first.id))
    expect(otherTimes.length).toBeGreaterThan(0)
    expect(otherTimes.length).toBeLessThanOrEqual(5)
    const standing = (await appointmentsOf(all.anouk)).filter(({ status, id }) => status === 'CONFIRMED' && id !== first.id)
    for (const { date, from, to } of otherTimes) {
      expect([date, from]).not.toEqual([first.date, first.start])
      expect(standing.filter((other) => other.date === date && (other.start ?? '') < to && from < (other.end ?? ''))).toEqual([])
    }
    const [chosen] = otherTimes
    dataOf(await command(all.anouk, 'mutation ($commandId: ID!, $familyId: ID!, $appointmentId: ID, $chosen: ChosenTimeInput) { askOtherMoment(commandId: $commandId, familyId: $familyId, appointmentId: $appointmentId, chosen: $chosen) { id } }',
      { familyId: verhoeven, appointmentId: first.id, chosen: { date: chosen?.date, from: chosen?.from, to: chosen?.to, modality: chosen?.modality } }))
    type Requests = { readonly family: { readonly changeRequests: readonly { readonly isOpen: boolean; readonly chosen: object | null }[] } }
    expect(dataOf<Requests>(await all.hanne.ask('query ($id: ID!) { family(id: $id) { changeRequests { isOpen chosen { date from to modality } } } }', { id: verhoeven })).family.changeRequests).toContainEqual(
      { isOpen: true, chosen: { date: chosen?.date, from: chosen?.from, to: chosen?.to, modality: chosen?.modality } })
    const therapy = (await appointmentsOf(all.anouk)).find(({ label, status }) => label === 'Uw eigen gesprek' && status === 'CONFIRMED')
    for (const [somebody, id] of [[all.joost, therapy?.id ?? ''], [all.lotte, first.id], [all.joost, randomUUID()]] as const) expect(codesOf(await times(somebody, id))).toEqual(['not-found'])
  })

  test('and was taken back is named in the calendar of who holds it, as before', async () => {
    const [seen] = (await appointmentsOf(all.anouk)).filter(({ canCancel, label }) => canCancel && label === 'Kinderarts')
    dataOf(await tell(all.anouk, `cancelAppointment(appointmentId: "${seen!.id}")`))
    dataOf(await tell(all.anouk, `reinstateAppointment(appointmentId: "${seen!.id}")`))
    const { myCalendar } = dataOf<{ readonly myCalendar: { readonly taken: readonly { readonly date: string; readonly from: string; readonly familyName: string | null }[] } }>(
      await (await api.as('paediatrician')).ask('query ($day: Date) { myCalendar(day: $day) { taken { date from familyName } } }', { day: seen!.date }))
    expect(myCalendar.taken).toContainEqual({ date: seen!.date, from: seen!.start, familyName: 'Gezin Verhoeven' })
  })

  test('and is cancelled late is taken back for a day, by who cancelled: every calendar has it again, and it counts for nothing', async () => {
    const [first, second] = (await appointmentsOf(all.joost)).filter(({ canCancel }) => canCancel).sort((a, b) => a.date < b.date ? -1 : 1)
    if (first === undefined || second === undefined) throw new Error('fewer than two')
    now = `${addDays(first.date, -1)}T20:00:00.000Z`
    all = await people(api)
    dataOf(await tell(all.joost, `cancelAppointment(appointmentId: "${first.id}")`))
    expect(await one(all.joost, first.id)).toMatchObject({ status: 'CANCELLED', canUndoUntil: `${first.date}T20:00:00.000Z` })
    for (const somebody of [all.anouk, all.hanne]) expect((await one(somebody, first.id))?.canUndoUntil).toBeNull()
    expect(codesOf(await tell(all.anouk, `reinstateAppointment(appointmentId: "${first.id}")`))).toEqual(['not-yourself'])
    await noted(1)
    dataOf(await tell(all.joost, `reinstateAppointment(appointmentId: "${first.id}")`))
    expect(await one(all.joost, first.id)).toMatchObject({ status: 'CONFIRMED', canUndoUntil: null })
    const { practitioners, holds } = (await api.files.agendas.state(verhoeven)).proposals.appointments.get(first.id)!
    for (const practitioner of practitioners) expect((await api.files.calendars.state(practitioner)).taken.get(holds.at(-1)!)?.state).toBe('booked')
    await noted(0)
  })

  test('whose time was given to somebody else meanwhile stays cancelled, and says so calmly', async () => {
    const [first] = (await appointmentsOf(all.joost)).filter(({ canCancel }) => canCancel).sort((a, b) => a.date < b.date ? -1 : 1)
    const { practitioners: [practitioner], date, start, end, modality, subject } = (await api.files.agendas.state(verhoeven)).proposals.appointments.get(first!.id)!
    dataOf(await tell(all.joost, `cancelAppointment(appointmentId: "${first!.id}")`))
    const { refusal } = await api.files.calendars.handle(practitioner!, { type: 'PlaceHold', by: { person: practitioner!, role: 'professional' }, at: now, subject, appointmentId: randomUUID(), familyId: demoId('family bosman'), date, from: start, to: end, modality, expiresAt: '2027-12-31T00:00:00.000Z' }, randomUUID())
    expect(refusal).toBeUndefined()
    dataOf(await tell(all.joost, `reinstateAppointment(appointmentId: "${first!.id}")`))
    expect(await one(all.joost, first!.id)).toMatchObject({ status: 'CANCELLED', notReinstatedBecause: 'Deze tijd is intussen aan iemand anders gegeven.' })
  })
})

/** Waits until so many late cancellations since the story of the region count. */
const noted = async (more: number): Promise<void> => {
  for (;;) {
    const file = await api.files.cases.state(verhoeven)
    if (file.isOpen && file.overload.lateCancellations.length === 2 + more) return
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
}

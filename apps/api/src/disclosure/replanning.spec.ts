import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { demoId } from '@samenspel/demo-region'
import { documents, type Document } from '../testing/documents.ts'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { answer, confirmed, send } from '../testing/walk.ts'

const verhoeven = demoId('family verhoeven')
/** A Tuesday. */
const clock = () => '2026-11-24T09:00:00.000Z'
let api: RunningApi
let all: Awaited<ReturnType<typeof people>>
let texts: ReadonlyMap<string, Document>
beforeAll(async () => {
  api = await startApi({ clock })
  all = await people(api)
  texts = new Map((await documents()).filter(({ app }) => app === 'desk').map((one) => [one.name, one]))
})
afterAll(() => api.stop())

const textOf = (name: string): string => texts.get(name)?.text ?? ''
type Part = { readonly id: string; readonly label: string; readonly status: string; readonly date: string; readonly start: string; readonly needId: string }
const partsOf = async (somebody: Somebody): Promise<readonly Part[]> => dataOf<{ family: { bundles: readonly { parts: readonly Part[] }[] } }>(
  await somebody.ask('query ($id: ID!) { family(id: $id) { bundles { parts { id label status date start needId } } } }', { id: verhoeven })).family.bundles.flatMap(({ parts }) => parts)
const standing = async (somebody: Somebody) => (await partsOf(somebody)).filter(({ status }) => status === 'CONFIRMED').sort((a, b) => (a.date + a.start).localeCompare(b.date + b.start))
const momentOf = ({ id, date, start }: Part) => [id, date, start]

type Run = { readonly id: string; readonly state: 'RUNNING' | 'DONE' | 'FAILED'; readonly stays: readonly string[]; readonly proposals: readonly { readonly id: string; readonly kind: string; readonly moves: readonly string[]; readonly bundles: readonly { readonly parts: readonly Part[] }[] }[] }
const replan = (somebody: Somebody, input: Readonly<Record<string, unknown>>) => command(somebody, textOf('StartReplanning'), { familyId: verhoeven, input: { lostAppointmentIds: [], withoutChild: [], lighter: false, ...input } })
const replanned = async (input: Readonly<Record<string, unknown>>): Promise<Run> => {
  let run = dataOf<{ startReplanning: Run }>(await replan(all.hanne, input)).startReplanning
  while (run.state === 'RUNNING') {
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    run = dataOf<{ proposalRun: Run }>(await all.hanne.ask(textOf('ProposalRun'), { id: run.id })).proposalRun
  }
  return run
}

describe('of what is confirmed', () => {
  test('only what fell away moves, and it moves when everybody agreed and not before', async () => {
    await confirmed(all.hanne, [all.anouk, all.joost], verhoeven)
    const before = await standing(all.hanne)
    const run = await replanned({ lostAppointmentIds: [before[0]?.id] })
    const [proposal] = run.proposals
    expect(proposal).toMatchObject({ kind: 'FEWEST_CHANGES', moves: [expect.stringMatching(new RegExp(`^${before[0]?.label ?? ''}: nu .*, dan .*\\.$`))] })
    expect(run.stays).toHaveLength(before.length - 1)
    const parts = proposal?.bundles.flatMap(({ parts: some }) => some) ?? []
    expect(parts.map(({ needId }) => needId)).toEqual([before[0]?.needId])
    expect([parts[0]?.date, parts[0]?.start]).not.toEqual([before[0]?.date, before[0]?.start])

    await send(all.hanne, verhoeven, run, proposal?.id ?? '')
    expect((await standing(all.hanne)).map(momentOf)).toEqual(before.map(momentOf))
    const asked = dataOf<{ family: { proposals: readonly { id: string; moves: readonly string[]; awaitsMe: boolean }[] } }>(await all.anouk.ask('query ($id: ID!) { family(id: $id) { proposals { id moves awaitsMe } } }', { id: verhoeven })).family.proposals
    expect(asked.find(({ id }) => id === proposal?.id)).toMatchObject({ moves: proposal?.moves, awaitsMe: true })

    for (const parent of [all.anouk, all.joost]) await parent.ask('mutation ($commandId: ID!, $familyId: ID!, $proposalId: ID!) { answerProposal(commandId: $commandId, familyId: $familyId, proposalId: $proposalId, answer: YES) { id } }', { commandId: randomUUID(), familyId: verhoeven, proposalId: proposal?.id })
    const after = await standing(all.hanne)
    expect(after.map(({ id }) => id)).not.toContain(before[0]?.id)
    expect(after.map(({ needId }) => needId).sort()).toEqual(before.map(({ needId }) => needId).sort())
    expect(after.filter(({ needId }) => needId !== before[0]?.needId).map(momentOf)).toEqual(before.slice(1).map(momentOf))
  })

  test('what a day without the child leaves untouched stays, and nobody else may ask for it', async () => {
    const before = await standing(all.hanne)
    const run = await replanned({ withoutChild: [before.at(-1)?.date] })
    expect(run.state).toBe('DONE')
    expect(run.stays.length).toBeGreaterThan(0)
    expect(codesOf(await replan(all.lotte, { withoutChild: ['2026-12-01'] }))).toEqual(['not-coordinator'])
    expect(codesOf(await replan(all.anouk, { withoutChild: ['2026-12-01'] }))).toEqual(['not-coordinator'])
  })

  test.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ['nothing that fell away', {}, 'replan-empty'], ['an appointment of nobody', { lostAppointmentIds: [randomUUID()] }, 'not-found'],
  ])('%s is refused', async (_, input, code) => { expect(codesOf(await replan(all.hanne, input))).toEqual([code]) })
})

describe('another time for one appointment', () => {
  type Time = { readonly date: string; readonly from: string; readonly to: string; readonly modality: string }
  const timesOf = async (somebody: Somebody, appointmentId: string) => somebody.ask(textOf('TimesToPropose'), { familyId: verhoeven, appointmentId })
  const propose = (somebody: Somebody, appointmentId: string, { date, from, to, modality }: Time) => command(somebody, textOf('ProposeTime'), { familyId: verhoeven, appointmentId, time: { date, from, to, modality } })

  test('that a parent picked becomes a proposal in one go, and what was confirmed moves with their yes', async () => {
    const [part] = await standing(all.anouk)
    if (part === undefined) throw new Error('nothing stands')
    const [time] = dataOf<{ otherTimes: readonly Time[] }>(await timesOf(all.hanne, part.id)).otherTimes
    if (time === undefined) throw new Error('no other time')
    dataOf(await propose(all.hanne, part.id, time))
    type Sent = { readonly id: string; readonly status: string; readonly moves: readonly string[]; readonly answers: readonly { readonly memberId: string }[] }
    const sent = dataOf<{ family: { proposals: readonly Sent[] } }>(await all.hanne.ask('query ($id: ID!) { family(id: $id) { proposals { id status moves answers { memberId } } } }', { id: verhoeven })).family.proposals.find(({ status }) => status === 'SENT')
    expect(sent?.moves).toHaveLength(1)
    for (const [parent, who] of [[all.anouk, demoId('verhoeven anouk')], [all.joost, demoId('verhoeven joost')]] as const) if (sent?.answers.some(({ memberId }) => memberId === who) === true) await answer(parent, verhoeven, sent.id)
    const moved = (await standing(all.hanne)).find(({ needId }) => needId === part.needId)
    expect([moved?.date, moved?.start]).toEqual([time.date, time.from])
    expect((await partsOf(all.hanne)).find(({ id }) => id === part.id)?.status).toBe('MOVED')
  })

  test('that is not possible is refused; and nobody proposes one who does not coordinate', async () => {
    const [part] = await standing(all.hanne)
    const night = { date: '2026-12-01', from: '08:00', to: '08:15', modality: 'HOME' }
    expect(codesOf(await propose(all.hanne, part?.id ?? '', night))).toEqual(['time-not-possible'])
    expect(codesOf(await propose(all.lotte, part?.id ?? '', night))).not.toEqual([])
    expect(codesOf(await propose(all.anouk, part?.id ?? '', night))).toEqual(['not-coordinator'])
    expect(codesOf(await timesOf(all.nadia, part?.id ?? ''))).toEqual(['not-found'])
  })
})

describe('time that somebody of an organisation can not give after all', () => {
  type FellAway = { readonly id: string; readonly isConfirmed: boolean; readonly because: string }
  const fellAway = async (somebody: Somebody) => dataOf<{ family: { fellAway: readonly FellAway[] } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { fellAway { id isConfirmed because } } }', { id: verhoeven })).family.fellAway
  type Own = { readonly away: readonly { readonly id: string; readonly professionalId: string; readonly name: string; readonly touched: readonly { readonly familyName: string | null }[] }[]; readonly locations: readonly { readonly id: string; readonly version: string | null; readonly isUsual: boolean }[] }
  const ownOf = async (somebody: Somebody) => dataOf<{ myOrganisation: Own }>(await somebody.ask(textOf('MyOrganisation'))).myOrganisation
  const withdraw = (somebody: Somebody, input: object) => command(somebody, textOf('WithdrawTime'), { input })
  /** Something that is agreed with somebody of whom a colleague can sign in here. */
  const chosen = async () => {
    const { proposals } = await api.files.agendas.state(verhoeven)
    const organisationOf = async (person: string) => (await api.files.practitioners.state(person))?.organisation
    const staff = { lotte: all.lotte, eva: all.eva, femke: all.femke, nadia: all.nadia }
    for (const part of await standing(all.hanne)) {
      for (const practitioner of proposals.appointments.get(part.id)?.practitioners ?? []) {
        for (const [name, colleague] of Object.entries(staff)) if (await organisationOf(demoId(`practitioner ${name}`)) === await organisationOf(practitioner)) return { part, practitioner, colleague }
      }
    }
    throw new Error('nobody of the region can sign in')
  }

  test('is said by a colleague; who plans sees what it touches, plans that anew, and nothing of it is left once it is given back', async () => {
    const { part, practitioner, colleague } = await chosen()
    const away = { professionalId: practitioner, from: part.date, until: part.date }
    expect(await fellAway(all.hanne)).toEqual([])
    expect(codesOf(await withdraw(all.hanne, away))).toEqual(['not-a-colleague'])
    expect(codesOf(await withdraw(all.anouk, away))).toEqual(['no-calendar'])
    expect(codesOf(await withdraw(colleague, { ...away, until: '2026-11-01' }))).toEqual(['period-reversed'])
    dataOf(await withdraw(colleague, away))
    const found = await fellAway(all.hanne)
    expect(found.map(({ id }) => id)).toContain(part.id)
    expect(found[0]).toMatchObject({ isConfirmed: true, because: expect.stringMatching(/ is er dan niet$/) })
    for (const somebody of [all.anouk, all.joost, all.lotte]) expect(await fellAway(somebody)).toEqual([])

    const run = await replanned({ lostAppointmentIds: found.filter(({ isConfirmed }) => isConfirmed).map(({ id }) => id) })
    const moved = run.proposals[0]?.bundles.flatMap(({ parts }) => parts) ?? []
    expect(moved.filter(({ needId, date }) => needId === part.needId && date === part.date)).toEqual([])

    const [own] = (await ownOf(colleague)).away
    expect(own).toMatchObject({ professionalId: practitioner })
    // Of a colleague's time there is nothing but what opened, and that has its line.
    expect(own?.touched.every(({ familyName }) => familyName !== null)).toBe(true)
    const { me } = dataOf<{ me: { id: string } }>(await colleague.ask('{ me { id } }'))
    const lines = await api.accessLog.read(verhoeven)
    expect(lines.some(({ operation, by, action }) => operation === 'myOrganisation' && by.person === me.id && action === 'read')).toBe((own?.touched.length ?? 0) > 0)
    dataOf(await command(colleague, textOf('GiveTimeBack'), { professionalId: practitioner, awayId: own?.id }))
    expect(await fellAway(all.hanne)).toEqual([])
    expect((await ownOf(colleague)).away).toEqual([])
  })

  test('or a place that closes has the same effect; and it is set only by who saw what stands', async () => {
    const part = (await standing(all.hanne))[0]!
    const { proposals, needs } = await api.files.agendas.state(verhoeven)
    const onSite = (await standing(all.hanne)).map(({ id }) => proposals.appointments.get(id)).filter((one) => one !== undefined).filter(({ modality }) => modality.kind === 'onsite')
    const staff = [all.lotte, all.eva, all.femke, all.nadia, all.hanne]
    const organisations = await Promise.all(staff.map(async (one) => ({ one, id: dataOf<{ me: { organisation: { id: string } } }>(await one.ask('{ me { organisation { id } } }')).me.organisation.id })))
    const target = onSite.map((one) => ({ ...one, keeper: organisations.find(({ id }) => id === needs.byId.get(one.needId)?.organisation)?.one })).find(({ keeper }) => keeper !== undefined)
    if (target?.modality.kind !== 'onsite' || target.keeper === undefined) throw new Error(`nobody keeps the place of ${part.label}`)
    const use = { hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })), closed: [{ from: target.date, until: target.date }], rooms: [] }
    const set = (variables: object) => command(target.keeper!, textOf('SetLocationUse'), { locationId: target.modality.kind === 'onsite' ? target.modality.place : '', version: null, use, ...variables })
    // Before it is closed, who keeps the place reads what that touches, as far as it opens, and that has its line.
    const touches = async (somebody: Somebody, from = target.date) => somebody.ask('query ($closings: [ClosingInput!]!) { closingTouches(closings: $closings) { date from familyName label } }', { closings: [{ locationId: target.modality.kind === 'onsite' ? target.modality.place : '', from, until: target.date }] })
    const before = (await api.accessLog.read(verhoeven)).length
    const seen = dataOf<{ closingTouches: readonly { readonly date: string; readonly from: string; readonly familyName: string | null }[] }>(await touches(target.keeper)).closingTouches
    const me = dataOf<{ me: { id: string } }>(await target.keeper.ask('{ me { id } }')).me.id
    const lines = (await api.accessLog.read(verhoeven)).slice(before)
    expect(seen.every(({ date }) => date === target.date)).toBe(true)
    expect(seen.some(({ familyName, from }) => familyName !== null && from === target.start)).toBe(true)
    expect(lines.some(({ operation, by }) => operation === 'closingTouches' && by.person === me)).toBe(true)
    const everywhere = await target.keeper.ask('query ($day: Date!) { closingTouches(closings: [{ from: $day, until: $day }]) { familyName } }', { day: target.date })
    expect(dataOf<{ closingTouches: readonly { readonly familyName: string | null }[] }>(everywhere).closingTouches.map(({ familyName }) => familyName)).toEqual(expect.arrayContaining(seen.map(({ familyName }) => familyName)))
    expect(codesOf(await touches(target.keeper, '2027-12-31'))).toEqual(['period-reversed'])
    for (const somebody of [all.anouk, staff.find((one) => one !== target.keeper)!]) expect(codesOf(await touches(somebody))).toEqual([somebody === all.anouk ? 'no-calendar' : 'location-unknown'])
    dataOf(await set({}))
    const closed = await fellAway(all.hanne)
    expect(closed.find(({ id }) => id === target.appointmentId)?.because).toMatch(/ is dan gesloten$/)
    expect(codesOf(await set({ use: { ...use, closed: [] } }))).toEqual(['set-meanwhile'])
    const location = (await ownOf(target.keeper)).locations.find(({ id }) => target.modality.kind === 'onsite' && id === target.modality.place)
    expect(location).toMatchObject({ isUsual: false })
    dataOf(await set({ version: location?.version, use: { ...use, closed: [] } }))
    expect(await fellAway(all.hanne)).toEqual([])
  })

  test('a room is held with everything else once it is counted, and on the way one reckons with rush hours', async () => {
    const { proposals, needs } = await api.files.agendas.state(verhoeven)
    const staff = await Promise.all([all.lotte, all.eva, all.femke, all.nadia].map(async (one) => ({ one, id: dataOf<{ me: { organisation: { id: string } } }>(await one.ask('{ me { organisation { id } } }')).me.organisation.id })))
    const target = (await standing(all.hanne)).map(({ id }) => proposals.appointments.get(id)).filter((one) => one !== undefined).map((one) => ({ one, keeper: staff.find(({ id }) => one.modality.kind === 'onsite' && id === needs.byId.get(one.needId)?.organisation)?.one }))
      .find(({ keeper }) => keeper !== undefined)
    if (target?.one.modality.kind !== 'onsite' || target.keeper === undefined) throw new Error('nothing stands on site')
    const { place } = target.one.modality
    const location = (await ownOf(target.keeper)).locations.find(({ id }) => id === place)
    dataOf(await command(target.keeper, textOf('SetLocationUse'), { locationId: place, version: location?.version, use: { hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })), closed: [], rooms: [{ name: 'Kamer 1', equipment: [] }] } }))
    dataOf(await command(all.hanne, textOf('SetTravelTimes'), { version: null, times: { rush: [{ from: '07:00', to: '18:00', percent: 200 }], publicTransportPercent: 150, publicTransportMinutes: 10 } }))
    const run = await replanned({ lostAppointmentIds: [target.one.appointmentId] })
    const [proposal] = run.proposals
    await send(all.hanne, verhoeven, run, proposal?.id ?? '')
    const asked = (await api.files.agendas.state(verhoeven)).proposals
    const moved = [...asked.appointments.values()].find(({ proposalId, needId }) => proposalId === proposal?.id && needId === target.one.needId)
    expect(moved?.room).toBeDefined()
    expect(moved?.homeMinutes).toBeGreaterThanOrEqual(2 * target.one.homeMinutes - 5)
    for (const [parent, who] of [[all.anouk, demoId('verhoeven anouk')], [all.joost, demoId('verhoeven joost')]] as const) if ([...asked.appointments.values()].some((one) => one.proposalId === proposal?.id && one.asked.includes(who))) await answer(parent, verhoeven, proposal?.id ?? '')
    const held = [...(await api.files.calendars.state(moved?.room ?? '')).taken.values()]
    expect(held.find(({ appointmentId }) => appointmentId === moved?.appointmentId)).toMatchObject({ familyId: verhoeven, date: moved?.date, from: moved?.start, state: 'booked', isRoom: true })
    const rooms = dataOf<{ family: { appointments: readonly { readonly id: string; readonly room: string | null }[] } }>(await all.hanne.ask('query ($id: ID!) { family(id: $id) { appointments { id room } } }', { id: verhoeven })).family.appointments
    expect(rooms.find(({ id }) => id === moved?.appointmentId)?.room).toBe('Kamer 1')
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { addDays, momentOf, type IsoDate } from '@samenspel/kernel'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { accepted } from '../testing/marked-region.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { answer, proposalsFor, send } from '../testing/walk.ts'

const verhoeven = demoId('family verhoeven')
/** A Tuesday. */
let now = '2026-11-24T09:00:00.000Z'
let api: RunningApi
let all: Awaited<ReturnType<typeof people>>

/** Time goes on, and who was idle signs in again. */
const later = async (moment: string): Promise<void> => {
  now = moment
  all = await people(api)
}

beforeAll(async () => {
  api = await startApi({ clock: () => now })
  all = await people(api)
})
afterAll(() => api.stop())

type Appointment = {
  readonly id: string; readonly needId: string; readonly label: string; readonly date: IsoDate; readonly start: string | null; readonly end: string | null; readonly modality: string; readonly status: string
  readonly cancelledLate: boolean; readonly canBecomeDigital: boolean; readonly canCancel: boolean; readonly place: { readonly name: string } | null
}
type Family = {
  readonly appointments: readonly Appointment[]
  readonly proposals: readonly { readonly id: string; readonly status: string; readonly awaitsMe: boolean }[]
  readonly needs: readonly { readonly id: string; readonly label: string; readonly status: string }[]
  readonly changeRequests: readonly { readonly id: string; readonly words: string | null; readonly isOpen: boolean; readonly appointmentId: string | null; readonly firstName: string }[]
  readonly reflectionPrompts: readonly { readonly id: string; readonly isOpen: boolean }[]
  readonly overloadSignals: readonly { readonly id: string; readonly choice: string; readonly words: string | null; readonly callBy: string; readonly answeredAt: string | null; readonly remindersPaused: boolean; readonly caller: { readonly name: string; readonly phone: string } }[]
}
const fields = `appointments { id needId label date start end modality status cancelledLate canBecomeDigital canCancel place { name } } proposals { id status awaitsMe } needs { id label status }
  changeRequests { id words isOpen appointmentId firstName } reflectionPrompts { id isOpen } overloadSignals { id choice words callBy answeredAt remindersPaused caller { name phone } }`
const seen = async (somebody: Somebody): Promise<Family> => dataOf<{ family: Family }>(await somebody.ask(`query ($id: ID!) { family(id: $id) { ${fields} } }`, { id: verhoeven })).family
const toCome = async (somebody: Somebody): Promise<readonly Appointment[]> => (await seen(somebody)).appointments.filter(({ status }) => status === 'CONFIRMED')
const one = <Item>(items: readonly Item[], is: (item: Item) => boolean): Item => {
  const found = items.find(is)
  if (found === undefined) throw new Error(`none of ${JSON.stringify(items)}`)
  return found
}

/** A mutation about a thing, by its name. */
const tell = (somebody: Somebody, name: string, args: string, variables: Readonly<Record<string, unknown>> = {}) =>
  command(somebody, `mutation ($commandId: ID!, $familyId: ID!${Object.keys(variables).map((key) => `, $${key}: ${key === 'id' ? 'ID!' : 'String'}`).join('')}) { ${name}(commandId: $commandId, familyId: $familyId${args === '' ? '' : `, ${args}`}) { id } }`, { familyId: verhoeven, ...variables })

type Content = {
  readonly id: string; readonly tell: string | null; readonly besideFirst: { readonly more: readonly string[]; readonly less: readonly string[] } | null
  readonly bundles: readonly { readonly parts: readonly { readonly needId: string; readonly date: string; readonly why: string | null }[] }[]; readonly unplanned: readonly { readonly needId: string }[]
}
const contentOf = async (id: string): Promise<readonly Content[]> => dataOf<{ proposalRun: { proposals: readonly Content[] } }>(await all.hanne.ask(
  'query ($id: ID!) { proposalRun(id: $id) { proposals { id tell besideFirst { more less } bundles { parts { needId date why } } unplanned { needId } } } }', { id })).proposalRun.proposals

type Answer = { readonly id: string; readonly state: string; readonly sentences: readonly string[]; readonly changes: readonly { readonly sentence: string }[] }
const whyFields = 'id state sentences price { more less } changes { sentence price { more less } }'
const askWhy = (somebody: Somebody, input: Readonly<Record<string, unknown>>, commandId = randomUUID()) => somebody.ask(
  `mutation ($commandId: ID!, $familyId: ID!, $input: WhyInput!) { askWhy(commandId: $commandId, familyId: $familyId, input: $input) { ${whyFields} } }`, { commandId, familyId: verhoeven, input })
/** Asks, and asks the same again until the answer is there. */
const whyNot = async (input: Readonly<Record<string, unknown>>): Promise<Answer> => {
  const commandId = randomUUID()
  for (;;) {
    const { askWhy: answer } = dataOf<{ askWhy: Answer }>(await askWhy(all.hanne, input, commandId))
    if (answer.state !== 'RUNNING') return answer
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
}

describe('proposals', () => {
  test('a lighter plan has at most one visit a week', async () => {
    const { id } = await proposalsFor(all.hanne, verhoeven, { lighter: true })
    type Run = { readonly proposalRun: { readonly proposals: readonly { readonly bundles: readonly { readonly date: IsoDate; readonly kind: string }[]; readonly unplanned: readonly { readonly reason: string }[] }[] } }
    const { proposals } = dataOf<Run>(await all.hanne.ask('query ($id: ID!) { proposalRun(id: $id) { proposals { bundles { date kind } unplanned { reason } } } }', { id })).proposalRun
    expect(proposals.length).toBeGreaterThan(0)
    for (const { bundles, unplanned } of proposals) {
      expect(unplanned[0]?.reason).toBe('Bram Dekker biedt alleen tijd op woensdagmiddag, en dan is er beschermde tijd: Middag met Tijn.')
      const weeks = bundles.filter(({ kind }) => kind === 'VISIT').map(({ date }) => addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek))
      expect(new Set(weeks).size).toBe(weeks.length)
    }
  })

  test('can be asked about: why not otherwise, and what would make room', async () => {
    const run = await proposalsFor(all.hanne, verhoeven)
    const about = await contentOf(run.id)
    const { id: proposalId, bundles, unplanned } = one(about, () => true)
    const part = one(bundles.flatMap(({ parts }) => parts), () => true)
    const weekday = Temporal.PlainDate.from(part.date).dayOfWeek
    const earlier = await whyNot({ runId: run.id, proposalId, needId: part.needId, kind: 'EARLIER' })
    expect(earlier.state).toBe('DONE')
    expect(earlier.sentences[0]).toMatch(/^Dat kan(:| niet)/)
    expect((await whyNot({ runId: run.id, proposalId, needId: part.needId, kind: 'ON_WEEKDAY', weekday })).sentences).toEqual(['Zo staat het al in dit voorstel.'])
    const needId = unplanned[0]?.needId
    const free = await whyNot({ runId: run.id, proposalId, needId, kind: 'WHAT_WOULD_FREE' })
    expect(free.sentences[0]).toBe('Bram Dekker biedt alleen tijd op woensdagmiddag, en dan is er beschermde tijd: Middag met Tijn.')
    expect(free.changes.map(({ sentence }) => sentence)).toContainEqual(expect.stringMatching(/^Als dit op woensdag .* een keer kan wijken: Middag met Tijn\.$/))

    for (const wrong of [{ kind: 'WHAT_WOULD_FREE' }, { kind: 'ON_DATE' }, { kind: 'ON_WEEKDAY', weekday: 7 }, { kind: 'TOGETHER', otherNeedId: part.needId }, { kind: 'WITH', professionalId: 'nobody' }, { kind: 'EARLIER', needId: 'nothing' }]) {
      expect(codesOf(await askWhy(all.hanne, { runId: run.id, proposalId, needId: part.needId, ...wrong }))).toEqual(['why-impossible'])
    }
    expect(codesOf(await askWhy(all.hanne, { runId: run.id, proposalId: 'nothing', needId: part.needId, kind: 'EARLIER' }))).toEqual(['run-unknown'])
    expect(codesOf(await askWhy(all.anouk, { runId: run.id, proposalId, needId: part.needId, kind: 'EARLIER' }))).not.toEqual([])
  })

  test('have a sentence for the parents, and beside the first what they ask more and less', async () => {
    const [first, ...others] = await contentOf((await proposalsFor(all.hanne, verhoeven)).id)
    expect(first).toMatchObject({ tell: expect.stringMatching(/^[A-Z].*\.$/) as unknown, besideFirst: null })
    for (const other of others) expect((other.besideFirst?.more.length ?? 0) + (other.besideFirst?.less.length ?? 0)).toBeGreaterThan(0)
  })

  test('one that is withdrawn is no longer asked, and cannot be agreed to', async () => {
    const run = await proposalsFor(all.hanne, verhoeven)
    const [first, second] = run.proposals
    if (first === undefined || second === undefined) throw new Error('fewer than two proposals')
    await send(all.hanne, verhoeven, run, first.id, second.id)
    const reasons = async (somebody: Somebody) => dataOf<{ family: { proposals: readonly { readonly unplanned: readonly { readonly reason: string }[] }[] } }>(
      await somebody.ask('query ($id: ID!) { family(id: $id) { proposals { unplanned { reason } } } }', { id: verhoeven })).family.proposals[0]?.unplanned[0]?.reason
    expect(await reasons(all.anouk)).toBe('Bram Dekker biedt alleen tijd op woensdagmiddag, en dan is er beschermde tijd: Middag met Tijn.')
    // Her week is her own: he reads no more than that a parent cannot come.
    expect(codesOf(await askWhy(all.hanne, { proposalId: first.id, needId: 'nothing', kind: 'EARLIER' }))).toEqual(['why-impossible'])
    expect(await reasons(all.joost)).toBe('Bram Dekker biedt alleen tijd op woensdagmiddag, en dan kan een ouder niet.')
    expect((await seen(all.anouk)).proposals.map(({ id, status, awaitsMe }) => [id, status, awaitsMe])).toEqual(expect.arrayContaining([[first.id, 'SENT', true], [second.id, 'SENT', true]]))
    expect(codesOf(await tell(all.anouk, 'withdrawProposal', 'proposalId: $id', { id: second.id }))).toEqual(['not-coordinator'])
    dataOf(await tell(all.hanne, 'withdrawProposal', 'proposalId: $id', { id: second.id }))
    expect((await seen(all.anouk)).proposals.map(({ id }) => id)).not.toContain(second.id)
    expect(codesOf(await tell(all.anouk, 'answerProposal', 'proposalId: $id, answer: YES', { id: second.id }))).toEqual(['proposal-withdrawn'])
  })

  test('one that both parents agree to stands, in every calendar', async () => {
    const { id } = one((await seen(all.anouk)).proposals, ({ status }) => status === 'SENT')
    await answer(all.anouk, verhoeven, id)
    expect(one((await seen(all.joost)).proposals, (proposal) => proposal.id === id)).toMatchObject({ status: 'SENT', awaitsMe: true })
    await answer(all.joost, verhoeven, id)
    expect(one((await seen(all.joost)).proposals, (proposal) => proposal.id === id).status).toBe('CONFIRMED')
    const appointments = await toCome(all.anouk)
    expect(appointments.length).toBeGreaterThanOrEqual(4)
    for (const appointment of appointments) {
      const { practitioners } = (await api.files.agendas.state(verhoeven)).proposals.appointments.get(appointment.id) ?? { practitioners: [] }
      for (const practitioner of practitioners) expect((await api.files.calendars.state(practitioner)).taken.get(appointment.id)?.state).toBe('booked')
    }
  })
})

describe('an appointment', () => {
  test('does not become digital where somebody has to be there', async () => {
    const physio = one(await toCome(all.anouk), ({ label }) => label.startsWith('Fysio'))
    expect(physio.canBecomeDigital).toBe(false)
    expect(codesOf(await tell(all.anouk, 'makeDigital', 'appointmentId: $id', { id: physio.id }))).toEqual(['digital-not-allowed'])
  })
  test("of the mother's own is nothing that the father can ask about", async () => {
    const own = one(await toCome(all.anouk), ({ label }) => label === 'Uw eigen gesprek')
    expect((await seen(all.joost)).appointments.map(({ id }) => id)).not.toContain(own.id)
    for (const name of ['makeDigital', 'cancelAppointment', 'askOtherMoment']) expect(codesOf(await tell(all.joost, name, 'appointmentId: $id', { id: own.id }))).toEqual(['not-found'])
  })

  test('can be asked at another moment; the coordinator sees it and closes it', async () => {
    const neurologist = one(await toCome(all.joost), ({ label }) => label === 'Kinderneuroloog')
    dataOf(await tell(all.joost, 'askOtherMoment', 'appointmentId: $id, words: $words', { id: neurologist.id, words: 'Ik werk dan.' }))
    const request = one((await seen(all.hanne)).changeRequests, ({ appointmentId }) => appointmentId === neurologist.id)
    expect(request).toMatchObject({ words: 'Ik werk dan.', isOpen: true, firstName: 'Joost' })
    expect((await seen(all.anouk)).changeRequests.map(({ id }) => id)).not.toContain(request.id)
    expect(codesOf(await tell(all.joost, 'closeChangeRequest', 'requestId: $id', { id: request.id }))).toEqual(['not-coordinator'])
    dataOf(await tell(all.hanne, 'closeChangeRequest', 'requestId: $id', { id: request.id }))
    expect(one((await seen(all.joost)).changeRequests, ({ id }) => id === request.id).isOpen).toBe(false)
  })

  test('is cancelled in time without a reason: its time is free again, its wish open again', async () => {
    const own = one(await toCome(all.anouk), ({ label }) => label === 'Uw eigen gesprek')
    dataOf(await tell(all.anouk, 'cancelAppointment', 'appointmentId: $id', { id: own.id }))
    expect(one((await seen(all.anouk)).appointments, ({ id }) => id === own.id)).toMatchObject({ status: 'CANCELLED', canCancel: false })
    expect(one((await seen(all.hanne)).appointments, ({ id }) => id === own.id).cancelledLate).toBe(false)
    expect(one((await seen(all.anouk)).needs, ({ id }) => id === own.needId).status).toBe('OPEN')
    expect((await api.files.calendars.state(demoId('practitioner nadia'))).taken.has(own.id)).toBe(false)
    expect((await seen(all.hanne)).reflectionPrompts).toHaveLength(1)
  })

  test('becomes digital where that is possible, keeps its time, and has no place any more', async () => {
    const proposalId = randomUUID(), anouk = demoId('verhoeven anouk')
    // Nadia is there on Friday morning, by picture too; Joost is at home then.
    await accepted(api.files, {
      to: 'agenda', id: verhoeven,
      command: {
        type: 'SendProposals', by: { person: demoId('practitioner hanne'), role: 'professional' }, at: now, adults: [anouk], zone: 'Europe/Amsterdam',
        proposals: [{
          proposalId, kind: 'soonest', proven: true, travelDaysPossiblyFewer: 0, unplanned: [],
          parts: [{
            appointmentId: randomUUID(), bundleId: randomUUID(), needId: demoId('verhoeven therapy'), date: '2026-12-04', start: '09:00', end: '09:45', modality: { kind: 'onsite', place: demoId('location linde') },
            attendees: [anouk], practitioners: [demoId('practitioner nadia')], evening: false, homeMinutes: 15, glued: false,
          }],
        }],
      },
    })
    await answer(all.anouk, verhoeven, proposalId)
    const before = one(await toCome(all.anouk), ({ canBecomeDigital }) => canBecomeDigital)
    expect(before.place?.name).toBe('De Linde')
    dataOf(await tell(all.anouk, 'makeDigital', 'appointmentId: $id', { id: before.id }))
    expect(one(await toCome(all.anouk), ({ id }) => id === before.id)).toMatchObject({ date: before.date, start: before.start, end: before.end, modality: 'DIGITAL', place: null, canBecomeDigital: false })
  })

  test('cancelled late twice opens one question to the team, once the former is closed; the family never reads that it was late', async () => {
    const prompts = async () => (await seen(all.ruud)).reflectionPrompts
    const [former] = await prompts()
    dataOf(await tell(all.hanne, 'closeReflectionPrompt', 'promptId: $id', { id: former?.id }))
    const [first, second] = (await toCome(all.joost)).filter(({ canCancel }) => canCancel).sort((a, b) => a.date < b.date ? -1 : 1)
    if (first === undefined || second === undefined) throw new Error('fewer than two appointments with the father')
    for (const appointment of [first, second]) {
      await later(momentOf(addDays(appointment.date, -1), '22:00', 'Europe/Amsterdam'))
      dataOf(await tell(all.joost, 'cancelAppointment', 'appointmentId: $id', { id: appointment.id }))
      expect(one((await seen(all.hanne)).appointments, ({ id }) => id === appointment.id).cancelledLate).toBe(true)
      expect(one((await seen(all.joost)).appointments, ({ id }) => id === appointment.id).cancelledLate).toBe(false)
    }
    await until(async () => (await prompts()).length === 2)
    expect((await prompts()).map(({ isOpen }) => isOpen)).toEqual([false, true])
    expect((await seen(all.lotte)).reflectionPrompts).toEqual([])
    expect((await seen(all.joost)).reflectionPrompts).toEqual([])
  })

  test('that took place is no wish any more', async () => {
    const physio = one((await seen(all.hanne)).appointments, ({ label, status }) => label.startsWith('Fysio') && status === 'CONFIRMED')
    const record = (somebody: Somebody) => tell(somebody, 'recordOutcome', 'appointmentId: $id, outcome: TOOK_PLACE', { id: physio.id })
    type Planned = { readonly planner: { readonly needs: readonly { readonly id: string; readonly status: string }[] } }
    const planned = async () => dataOf<Planned>(await all.hanne.ask('query ($id: ID!) { planner(familyId: $id) { needs { id status } } }', { id: verhoeven })).planner.needs
    await later(momentOf(addDays(physio.date, -1), '12:00', 'Europe/Amsterdam'))
    expect(await planned()).toContainEqual({ id: physio.needId, status: 'PLANNED' })
    expect(codesOf(await record(all.lotte))).toEqual(['not-yet-begun'])
    await later(momentOf(addDays(physio.date, 1), '12:00', 'Europe/Amsterdam'))
    expect(codesOf(await record(all.anouk))).toEqual(['not-in-team'])
    dataOf(await record(all.lotte))
    expect(one((await seen(all.hanne)).appointments, ({ id }) => id === physio.id).status).toBe('TOOK_PLACE')
    expect((await planned()).map(({ id }) => id)).not.toContain(physio.needId)
    expect(new Set((await planned()).map(({ status }) => status))).not.toContain('WITHDRAWN')
  })
})

describe('it is too much now', () => {
  test('on a Friday afternoon the coordinator calls on Monday, and the father learns nothing of it', async () => {
    await later('2027-01-15T15:30:00.000Z')
    dataOf(await tell(all.anouk, 'signalTooMuch', 'choice: CALL_ME, words: $words', { words: 'Ik kan niet meer.' }))
    const [signal] = (await seen(all.anouk)).overloadSignals
    // Half an hour on Friday until 17:00, the rest on Monday from 9:00.
    expect(signal).toMatchObject({ choice: 'CALL_ME', callBy: '2027-01-18T11:30:00.000Z', answeredAt: null, remindersPaused: true, caller: { name: 'Hanne de Wit', phone: '0800 555 0110' } })
    expect((await seen(all.hanne)).overloadSignals).toMatchObject([{ id: signal?.id, words: 'Ik kan niet meer.' }])
    for (const somebody of [all.joost, all.lotte, all.eva, all.nadia]) expect((await seen(somebody)).overloadSignals).toEqual([])
    expect(codesOf(await tell(all.lotte, 'answerOverloadSignal', 'signalId: $id', { id: signal?.id }))).toEqual(['not-found'])
    expect(codesOf(await tell(all.anouk, 'answerOverloadSignal', 'signalId: $id', { id: signal?.id }))).toEqual(['not-in-team'])
    await later('2027-01-18T08:15:00.000Z')
    dataOf(await tell(all.hanne, 'answerOverloadSignal', 'signalId: $id', { id: signal?.id }))
    expect((await seen(all.anouk)).overloadSignals).toMatchObject([{ answeredAt: '2027-01-18T08:15:00.000Z', remindersPaused: false }])
  })
  test('is for a parent to say', async () => { expect(codesOf(await tell(all.lotte, 'signalTooMuch', 'choice: CALL_ME'))).toEqual(['not-of-the-family']) })
})

/** Waits for what the software does by itself. */
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!await isSo()) await new Promise((resolve) => { setTimeout(resolve, 20) })
}

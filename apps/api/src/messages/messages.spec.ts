/**
 * Mail of a region in which every text holds a token, over a real mail server: who gets it, how often, and that nothing of a case is in it.
 */
import { rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { demoId, personas } from '@samenspel/demo-region'
import { addDays, dayOf, newId, system, type IsoInstant } from '@samenspel/kernel'
import { giveAddresses } from '../demo/mailbox.ts'
import { command, dataOf } from '../testing/family.ts'
import { followed } from '../testing/followed.ts'
import { headerOf, startMailServer, type MailServer, type ReceivedMail } from '../testing/mail-server.ts'
import { accepted, markedRegion, play, tokens, tokensIn } from '../testing/marked-region.ts'
import { freePort } from '../testing/process.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { answer, proposalsFor, send } from '../testing/walk.ts'
import { openTelling } from '../disclosure/telling.ts'
import { openOutbox } from './outbox.ts'
import { openPreferences } from './preferences.ts'

const verhoeven = demoId('family verhoeven')
/** A Tuesday at noon. */
let now: IsoInstant = '2026-11-24T11:00:00.000Z'
const clock = () => now
const later = (minutes: number) => { now = Temporal.Instant.from(now).add({ minutes }).toString({ fractionalSecondDigits: 3 }) }
const addressOf = (id: string) => `${id}@druivendal.example`
const personOf = (id: string) => personas.find((persona) => persona.id === id)!.person

let server: MailServer
let api: RunningApi
const reported: string[] = []

beforeAll(async () => {
  for (const method of ['log', 'warn', 'error'] as const) jest.spyOn(console, method).mockImplementation((...parts: readonly unknown[]) => { reported.push(parts.map(String).join(' ')) })
  // It goes away and comes back at its port, which nobody else may get meanwhile.
  server = await startMailServer({ port: await freePort() })
  api = await startApi({
    clock, settings: { mail: { url: server.url, from: 'samenspel@example.org' }, publicUrl: 'https://samenspel.example.org' },
    prepare: async (stores, files) => {
      await play(stores, files, dayOf(now, 'Europe/Amsterdam'), markedRegion(dayOf(now, 'Europe/Amsterdam'), tokens()).steps)
      await giveAddresses(openPreferences(stores.state, stores.keys))
    },
  })
})
afterAll(async () => { await api.stop(); await server.stop() })

const settings = 'address unconfirmedAddress lastRefused channel language reminderHours quietFrom quietUntil'
const choose = (who: Somebody, choice: Readonly<Record<string, unknown>> = {}) => who.ask(`mutation ($choice: MessageChoiceInput!) { chooseMessages(choice: $choice) { ${settings} } }`, { choice: { channel: 'MAIL', reminderHours: 24, quietFrom: '20:00', quietUntil: '08:00', ...choice } })
const textOf = ({ text }: ReceivedMail): string => {
  const [head = '', ...body] = text.split('\r\n\r\n')
  const plain = body.join('\n\n').replaceAll('\r\n', '\n')
  return headerOf(head, 'Content-Transfer-Encoding') === 'quoted-printable' ? plain.replaceAll(/=\n/g, '').replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8')) : plain
}
const received = (count: number) => until(() => server.received.length >= count)
const to = (id: string) => server.received.filter((mail) => mail.to === addressOf(id))
/** Waits for a condition; says where it waited when it never comes. */
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; !await holds(); tries += 1) {
    if (tries > 6_000) throw new Error(`waited for ${holds.toString()}`)
    await setTimeout(20)
  }
}
/** Waits until all that was recorded has led to what it leads to, and nothing is due. */
const calm = async (): Promise<void> => {
  await followed(api.stores)
  await until(async () => (await api.stores.state.selectFrom('message').select('id').where('state', 'in', ['waiting', 'claimed', 'sending']).where('due', '<=', now).execute()).length === 0)
}

describe('mail', () => {
  test('about what waits for people when it is first looked: one each, and nothing twice', async () => {
    await received(3)
    await calm()
    for (const { id } of personas) expect([id, to(id).length]).toEqual([id, Math.min(1, to(id).length)])
    expect(to('coordinator').length).toBe(1)
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(server.received.length)
  })

  let proposalId = ''
  let mother: Somebody
  let father: Somebody
  let coordinator: Somebody
  test('of a proposal with several parts is one to every parent who is asked, however many choices were sent', async () => {
    later(3)
    coordinator = await api.as('coordinator')
    mother = await api.as('mother')
    father = await api.as('father')
    const [before, beforeFather] = [to('mother').length, to('father').length]
    later(3)
    const run = await proposalsFor(coordinator, verhoeven)
    proposalId = run.proposals[0]!.id
    await send(coordinator, verhoeven, run, ...run.proposals.map(({ id }) => id))
    await until(() => to('mother').length > before && to('father').length > beforeFather)
    await calm()
    const parts = (await api.files.agendas.state(verhoeven)).proposals.byId.get(proposalId)!.parts.length
    expect(parts).toBeGreaterThan(1)
    expect([to('mother').length - before, to('father').length - beforeFather]).toEqual([1, 1])
  })
  test('of an answer goes to who coordinates, once until they looked again', async () => {
    later(3)
    await api.as('coordinator')
    later(3)
    const before = to('coordinator').length
    const noted = (await api.stores.state.selectFrom('message').selectAll().where('person', '=', personOf('coordinator')).execute()).length
    await answer(mother, verhoeven, proposalId)
    await until(() => to('coordinator').length > before)
    await answer(father, verhoeven, proposalId)
    await until(async () => (await api.stores.state.selectFrom('message').selectAll().where('person', '=', personOf('coordinator')).execute()).length >= noted + 2)
    await calm()
    expect(to('coordinator').length - before).toBe(1)
  })
  test('of an own appointment goes to its professionals; of one that a parent may not see, that parent is not even noted', async () => {
    await until(async () => (await api.stores.state.selectFrom('message').select('id').where('kind', '=', 'reminder').where('family', '=', verhoeven).execute()).length > 0)
    await calm()
    const agenda = await api.files.agendas.state(verhoeven)
    const appointments = [...agenda.proposals.appointments.values()].filter((appointment) => appointment.proposalId === proposalId)
    const rows = await api.stores.state.selectFrom('message').selectAll().where('family', '=', verhoeven).execute()
    const own = appointments.find(({ subject, practitioners }) => subject.kind === 'adult' && subject.person === personOf('mother') && practitioners.includes(personOf('therapist')))
    expect(own).toBeDefined()
    expect(rows.some(({ person, about }) => person === personOf('therapist') && about.includes(own!.appointmentId))).toBe(true)
    const ofFather = appointments.filter(({ asked }) => asked.includes(personOf('father'))).map(({ bundleId }) => bundleId)
    const reminded = rows.filter(({ kind, person }) => kind === 'reminder' && person === personOf('father')).map(({ about }) => (JSON.parse(about) as { id: string }).id)
    expect(new Set(reminded)).toEqual(new Set(ofFather))
    expect(reminded.length).toBe(new Set(ofFather).size)
  })
  test('of time that somebody can not give after all goes once to who coordinates, to no parent, and not any more when it is given back at once', async () => {
    later(3)
    coordinator = await api.as('coordinator')
    later(3)
    const therapist = await api.as('therapist')
    const own = [...(await api.files.agendas.state(verhoeven)).proposals.appointments.values()].find((one) => one.proposalId === proposalId && one.practitioners.includes(personOf('therapist')))!
    const before = [to('coordinator').length, to('mother').length, to('father').length] as const
    const withdraw = (from: string, until: string) => command(therapist, 'mutation ($commandId: ID!, $input: AwayPeriodInput!) { withdrawTime(commandId: $commandId, input: $input) { id } }', { input: { professionalId: personOf('therapist'), from, until } })
    const giveBack = async () => {
      const { away } = await api.files.calendars.state(personOf('therapist'))
      for (const { withdrawalId } of away.values()) dataOf(await command(therapist, 'mutation ($commandId: ID!, $professionalId: ID!, $awayId: ID!) { giveTimeBack(commandId: $commandId, professionalId: $professionalId, awayId: $awayId) { id } }', { professionalId: personOf('therapist'), awayId: withdrawalId }))
    }
    dataOf(await withdraw(own.date, own.date))
    await until(() => to('coordinator').length > before[0])
    await calm()
    expect([to('coordinator').length, to('mother').length, to('father').length]).toEqual([before[0] + 1, before[1], before[2]])
    expect(to('coordinator').at(-1)).toMatchObject({ subject: 'Er is een bericht voor u' })
    // Another absence is told of for itself: of what fell away before there was a mail.
    const fellAway = async () => (await api.stores.state.selectFrom('message').select('id').where('about', 'like', '%fellAway%').execute()).length
    const once = await fellAway()
    const other = (days: number) => Temporal.PlainDate.from(own.date).add({ days }).toString()
    dataOf(await withdraw(other(60), other(61)))
    await followed(api.stores)
    expect(await fellAway()).toBe(once)
    await giveBack()
    const noted = (await api.stores.state.selectFrom('message').select('id').where('about', 'like', '%fellAway%').execute()).length
    dataOf(await withdraw(Temporal.PlainDate.from(own.date).add({ days: 60 }).toString(), Temporal.PlainDate.from(own.date).add({ days: 61 }).toString()))
    await calm()
    expect((await api.stores.state.selectFrom('message').select('id').where('about', 'like', '%fellAway%').execute()).length).toBe(noted)
    await giveBack()
  })
  test('of a holiday that an organisation chooses for every year goes once to who coordinates what was agreed on the next one, and to no parent', async () => {
    const goodFriday = '2027-03-26', needId = newId(), linde = demoId('location linde'), anouk = personOf('mother')
    const by = { person: personOf('coordinator'), role: 'professional' } as const
    await accepted(api.files, { to: 'agenda', id: verhoeven, command: {
      type: 'AddNeed', by, at: now, today: dayOf(now, 'Europe/Amsterdam'), members: [anouk], subject: { kind: 'adult', person: anouk }, needId, label: 'Gesprek', purpose: 'Praten', discipline: 'adultMentalHealth', organisation: demoId('organisation linde'),
      minutes: 45, urgency: 2, from: goodFriday, deadline: goodFriday, preferred: goodFriday, modalities: [{ kind: 'onsite', place: linde }], attendance: [[anouk]], staffing: [[personOf('therapist')]], category: 'social',
    } })
    await accepted(api.files, { to: 'agenda', id: verhoeven, command: { type: 'SendProposals', by, at: now, adults: [anouk], zone: 'Europe/Amsterdam', proposals: [{
      proposalId: newId(), kind: 'soonest', proven: true, unplanned: [],
      parts: [{ appointmentId: newId(), bundleId: newId(), needId, date: goodFriday, start: '09:00', end: '09:45', modality: { kind: 'onsite', place: linde }, attendees: [anouk], practitioners: [personOf('therapist')], evening: false, homeMinutes: 15, glued: false }],
    }] } })
    const therapist = await api.as('therapist')
    let version: string | null = null
    const noted = async () => (await api.stores.state.selectFrom('message').select(['person', 'about']).where('about', 'like', '%fellAway%').execute()).length
    /** @returns how many were noted of it */
    const choose = async (...holidays: readonly string[]): Promise<number> => {
      const before = await noted()
      dataOf(await command(therapist, 'mutation ($commandId: ID!, $version: ID, $holidays: [ID!]!) { chooseHolidays(commandId: $commandId, version: $version, holidays: $holidays) { id } }', { version, holidays }))
      version = dataOf<{ myOrganisation: { holidaysVersion: string } }>(await therapist.ask('{ myOrganisation { holidaysVersion } }')).myOrganisation.holidaysVersion
      await followed(api.stores)
      return await noted() - before
    }
    later(3)
    await api.as('coordinator')
    later(3)
    await calm()
    const before = [to('mother').length, to('father').length]
    const told = to('coordinator').length
    // On the one of May nothing was agreed.
    expect(await choose('liberationDay')).toBe(0)
    expect(await choose('liberationDay', 'goodFriday')).toBe(1)
    await until(() => to('coordinator').length > told)
    // Of a day that is closed already there was a mail.
    expect(await choose('goodFriday')).toBe(0)
    await calm()
    expect([to('coordinator').length, to('mother').length, to('father').length]).toEqual([told + 1, ...before])
  })
  test('reminds of a visit once, in the time that a parent chose, and not while it is too much (A-09)', async () => {
    const visit = [...(await api.files.agendas.state(verhoeven)).proposals.appointments.values()].filter((one) => one.proposalId === proposalId && one.asked.includes(personOf('mother'))).sort((a, b) => a.date + a.start < b.date + b.start ? -1 : 1)[0]!
    now = `${visit.date}T07:30:00.000Z`
    now = Temporal.Instant.from(now).subtract({ hours: 23 }).toString({ fractionalSecondDigits: 3 })
    mother = await api.as('mother')
    const before = to('mother').filter(({ subject }) => subject.includes('herinnering')).length
    const told = to('coordinator').length
    dataOf(await command(mother, 'mutation ($commandId: ID!, $familyId: ID!) { signalTooMuch(commandId: $commandId, familyId: $familyId, choice: CALL_ME) { id } }', { familyId: verhoeven }))
    await until(() => to('coordinator').length > told)
    dataOf(await choose(mother, { reminderHours: 48 }))
    await calm()
    expect(to('mother').filter(({ subject }) => subject.includes('herinnering')).length).toBe(before)
    expect(to('coordinator').at(-1)).toMatchObject({ subject: 'Er is een bericht voor u' })
    const { overload } = await api.files.cases.state(verhoeven) as unknown as { overload: { signals: { signalId: string }[] } }
    coordinator = await api.as('coordinator')
    dataOf(await command(coordinator, 'mutation ($commandId: ID!, $familyId: ID!, $signalId: ID!) { answerOverloadSignal(commandId: $commandId, familyId: $familyId, signalId: $signalId) { id } }', { familyId: verhoeven, signalId: overload.signals.at(-1)!.signalId }))
    dataOf(await choose(mother, { reminderHours: 48 }))
    await calm()
    expect(to('mother').filter(({ subject }) => subject.includes('herinnering')).length).toBe(before + 1)
  })
  test('of a question about sharing goes to each whose yes is asked for, and to nobody else; a yes that waits for the other parent, to that parent', async () => {
    later(3)
    const sem = demoId('verhoeven sem')
    const sharing = (subject: object) => ({ subject, category: 'MEDICAL', recipient: { kind: 'DISCIPLINE', discipline: 'GP' }, from: dayOf(now, 'Europe/Amsterdam') })
    const ask = async (subject: object) => dataOf<{ requestConsent: { id: string } }>(await command(coordinator, 'mutation ($commandId: ID!, $familyId: ID!, $input: ConsentRequestInput!) { requestConsent(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
      { familyId: verhoeven, input: { sharing: sharing(subject), why: 'Dan weet de huisarts het.', howExplained: 'Aan tafel.' } })).requestConsent.id
    const notedAbout = async (id: string) => (await api.stores.state.selectFrom('message').selectAll().where('family', '=', verhoeven).execute()).filter(({ about }) => about.includes(id)).map(({ person, kind }) => [kind, person])
    ;[mother, father] = [await api.as('mother'), await api.as('father')]
    later(3)
    const before = [to('mother').length, to('father').length]
    const ofChild = await ask({ kind: 'CHILD', memberIds: [sem] })
    await until(async () => (await notedAbout(ofChild)).length === 2)
    const ofFather = await ask({ kind: 'ADULT', memberIds: [personOf('father')] })
    await until(async () => (await notedAbout(ofFather)).length > 0)
    const { giveConsent: { id: unasked } } = dataOf<{ giveConsent: { id: string } }>(await command(father, 'mutation ($commandId: ID!, $familyId: ID!, $input: SharingInput!) { giveConsent(commandId: $commandId, familyId: $familyId, input: $input) { id } }', { familyId: verhoeven, input: sharing({ kind: 'CHILD', memberIds: [sem] }) }))
    await until(async () => (await notedAbout(unasked)).length > 0)
    await calm()
    expect(new Set((await notedAbout(ofChild)).map(([, person]) => person))).toEqual(new Set([personOf('mother'), personOf('father')]))
    expect(await notedAbout(ofFather)).toEqual([['news', personOf('father')]])
    expect(await notedAbout(unasked)).toEqual([['news', personOf('mother')]])
    // However much is asked, one mail until they looked.
    expect([to('mother').length, to('father').length]).toEqual(before.map((count) => count + 1))
  })
  test('of an invitation goes to who is invited, who learns nothing by it of the family (C-02)', async () => {
    const bosman = demoId('family bosman')
    const { invitePartner: { id } } = dataOf<{ invitePartner: { id: string } }>(await command(coordinator, 'mutation ($commandId: ID!, $familyId: ID!, $input: InvitationInput!) { invitePartner(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
      { familyId: bosman, input: { professionalId: personOf('therapist'), subject: { kind: 'CHILD', memberIds: [demoId('bosman noor')] }, category: 'CONTACT', question: 'Kunt u meedenken?', from: dayOf(now, 'Europe/Amsterdam') } }))
    const rows = async () => (await api.stores.state.selectFrom('message').selectAll().where('family', '=', bosman).execute()).filter(({ about }) => about.includes(id))
    await until(async () => (await rows()).length > 0)
    await calm()
    expect((await rows()).map(({ person, kind, state }) => [person, kind, state])).toEqual([[personOf('therapist'), 'work', 'sent']])
  })
  test('of a record that was opened in an emergency goes at once to who coordinates and to the privacy officer who reviews it, and to no other office (L-10, T15)', async () => {
    const offices = openPreferences(api.stores.state, api.stores.keys)
    const stranger = { person: newId(), organisation: newId() }
    await offices.keepOffice(stranger)
    await offices.change(stranger.person, 'nl', (before) => ({ ...before, address: 'stranger@druivendal.example' }))
    const file = await api.files.cases.state(verhoeven)
    if (!file.isOpen) throw new Error('no case')
    const open = async (): Promise<string> => {
      const eva = await api.as('paediatrician')
      const input = { caseNumber: file.family.caseNumber, birthDate: file.family.members.find(({ isIndexChild }) => isIndexChild)?.birthDate, reason: 'OTHER', words: 'Nood.' }
      return dataOf<{ openEmergency: { id: string } }>(await command(eva, 'mutation ($commandId: ID!, $input: EmergencyInput!) { openEmergency(commandId: $commandId, input: $input) { id } }', { input })).openEmergency.id
    }
    const before = [to('coordinator').length, to('privacy-officer').length] as const
    const opening = await open()
    await until(() => to('coordinator').length > before[0] && to('privacy-officer').length > before[1])
    await calm()
    expect(to('privacy-officer').length).toBe(before[1] + 1)
    expect(textOf(to('privacy-officer').at(-1)!)).toContain('Iemand wacht op u.')
    expect(server.received.some((mail) => mail.to.startsWith('stranger'))).toBe(false)
    expect(await api.stores.state.selectFrom('message').select('person').where('person', '=', stranger.person).execute()).toEqual([])
    const officer = await api.as('privacy-officer')
    expect(dataOf<Record<string, unknown>>(await officer.ask(`{ messageSettings { ${settings} } }`)).messageSettings).toMatchObject({ address: addressOf('privacy-officer') })
    // Once it was reviewed there is nothing to tell, also of what waits to be sent.
    const telling = openTelling({ files: api.files, clock })
    const reason = { id: newId(), kind: 'urgent', person: personOf('privacy-officer'), role: 'privacyOfficer', family: verhoeven, about: { kind: 'emergencyToReview', id: opening, office: personas.find(({ id }) => id === 'privacy-officer')?.organisation?.id ?? '' } } as const
    expect(await telling(reason)).toEqual({ isSilent: false })
    dataOf(await command(officer, 'mutation ($commandId: ID!, $id: ID!) { reviewEmergency(commandId: $commandId, openingId: $id, judgment: JUSTIFIED, words: "Snel.") { id } }', { id: opening }))
    expect(await telling(reason)).toBeUndefined()
  })
  test('reminds a family of nothing while it rests, and again when a person ended that (K-13)', async () => {
    const [file, { id: father }] = [await api.files.cases.state(verhoeven), { id: personas.find(({ id }) => id === 'father')!.person }]
    if (!file.isOpen) throw new Error('no case')
    const said = async (words: string) => dataOf<Record<string, { id: string }>>(await command(coordinator, `mutation ($commandId: ID!, $familyId: ID!${words.includes('$father') ? ', $father: ID!' : ''}) { made: ${words.replace('(', '(commandId: $commandId, familyId: $familyId, ')} { id } }`, { familyId: verhoeven, father }))['made']!.id
    const action = await said('addAction(text: "Neemt het boekje mee", ownerId: $father)')
    const reason = { id: newId(), kind: 'news', person: father, role: 'familyMember', family: verhoeven, about: { kind: 'action', id: action } } as const
    const telling = openTelling({ files: api.files, clock })
    expect(await telling(reason)).toEqual({ isSilent: false })
    const today = dayOf(now, 'Europe/Amsterdam')
    const pause = await said(`pausePlanning(from: "${today}", reason: TIME_TOGETHER, reviewOn: "${addDays(today, 14)}", saidBy: $father)`)
    expect(await telling(reason)).toEqual({ isSilent: true })
    expect(await telling({ ...reason, kind: 'change' })).toEqual({ isSilent: false })
    expect(await openTelling({ files: api.files, clock: () => `${addDays(today, 30)}T09:00:00.000Z` })(reason)).toEqual({ isSilent: true })
    await said(`resumePlanning(pauseId: "${pause}")`)
    expect(await telling(reason)).toEqual({ isSilent: false })
  })
  test('goes to nobody who left, about nothing at all, until they are back (F10)', async () => {
    const organisation = (await api.files.practitioners.state(personOf('therapist')))?.organisation ?? ''
    const said = { by: system, at: now, organisation } as const
    const ask = async (persona: string) => dataOf<{ addAction: { id: string } }>(await command(coordinator, 'mutation ($commandId: ID!, $familyId: ID!, $ownerId: ID!) { addAction(commandId: $commandId, familyId: $familyId, text: "Belt de school", ownerId: $ownerId) { id } }', { familyId: verhoeven, ownerId: personOf(persona) })).addAction.id
    const notedAbout = async (id: string) => (await api.stores.state.selectFrom('message').selectAll().execute()).filter(({ about }) => about.includes(id))
    await accepted(api.files, { to: 'practitioner', id: personOf('therapist'), command: { type: 'EndEmployment', ...said, until: addDays(dayOf(now, 'Europe/Amsterdam'), -1) } })
    const [gone, here] = [await ask('therapist'), await ask('paediatrician')]
    // They are followed in order: what came later was seen.
    await until(async () => (await notedAbout(here)).length > 0)
    expect(await notedAbout(gone)).toEqual([])
    await accepted(api.files, { to: 'practitioner', id: personOf('therapist'), command: { type: 'ResumeEmployment', ...said } })
    const back = await ask('therapist')
    await until(async () => (await notedAbout(back)).length > 0)
  })
  test('is not sent anew when the tables are made anew, nor when it starts again', async () => {
    await calm()
    const before = server.received.length
    const reasons = (await openOutbox(api.stores.state).newest(10_000)).length
    await api.restart(() => Promise.all(['', '-wal', '-shm'].map((end) => rm(join(api.folder, `data/read-models.sqlite${end}`), { force: true }))).then(() => undefined))
    mother = await api.as('mother')
    dataOf(await choose(mother))
    await calm()
    expect([server.received.length, (await openOutbox(api.stores.state).newest(10_000)).length]).toEqual([before, reasons])
  })

  test('after a loss none goes to the family, whatever happens; who decides for it and the professionals go on, until it was a mistake', async () => {
    coordinator = await api.as('coordinator')
    const paediatrician = await api.as('paediatrician')
    const sem = demoId('verhoeven sem')
    const silenceOf = async (who: Somebody) => dataOf<{ family: { silence: object | null; members: readonly { id: string; age: string | null }[] } }>(await who.ask('query ($id: ID!) { family(id: $id) { silence { since } members { id age } } }', { id: verhoeven })).family
    const lose = (who: Somebody) => command(who, 'mutation ($commandId: ID!, $familyId: ID!, $memberId: ID!, $on: Date) { recordLoss(commandId: $commandId, familyId: $familyId, memberId: $memberId, on: $on) { id } }', { familyId: verhoeven, memberId: sem, on: dayOf(now, 'Europe/Amsterdam') })
    const coming = [...(await api.files.agendas.state(verhoeven)).proposals.appointments.values()].filter((one) => one.proposalId === proposalId && one.course.kind === 'as-planned' && one.date > dayOf(now, 'Europe/Amsterdam'))
    const [fathers] = coming.filter(({ asked }) => asked.includes(personOf('father')))
    const cancel = (who: Somebody) => command(who, 'mutation ($commandId: ID!, $familyId: ID!, $appointmentId: ID!) { cancelAppointment(commandId: $commandId, familyId: $familyId, appointmentId: $appointmentId) { id } }', { familyId: verhoeven, appointmentId: fathers!.appointmentId })
    const wishes = async () => new Map(dataOf<{ family: { needs: readonly { id: string; status: string; attendance: readonly (readonly string[])[] }[] } }>(await coordinator.ask('query ($id: ID!) { family(id: $id) { needs { id status attendance } } }', { id: verhoeven })).family.needs.map((need) => [need.id, need]))
    const before = await wishes()
    const openFor = [...before.values()].filter(({ status }) => status === 'OPEN' || status === 'PROPOSED')
    expect(openFor.some(({ attendance }) => attendance.every((together) => together.includes(sem)))).toBe(true)
    // Before it nobody cancels for the family.
    expect((await cancel(coordinator)).errors?.[0]?.extensions['code']).toBe('not-found')
    expect((await lose(paediatrician)).errors?.[0]?.extensions['code']).toBe('not-coordinator')
    dataOf(await lose(coordinator))
    expect(await silenceOf(mother)).toMatchObject({ silence: { since: now }, members: expect.arrayContaining([expect.objectContaining({ id: sem, age: expect.stringContaining('overleden op') })]) })
    expect((await silenceOf(paediatrician)).silence).toBeNull()
    expect((await command(coordinator, 'mutation ($commandId: ID!, $familyId: ID!) { startProposals(commandId: $commandId, familyId: $familyId, input: { lighter: false }) { id } }', { familyId: verhoeven })).errors?.[0]?.extensions['code']).toBe('family-silent')
    const resting = await wishes()
    for (const { id, attendance } of openFor) if (attendance.every((together) => together.includes(sem))) expect(resting.get(id)?.status).toBe('WITHDRAWN')
    const [ofMother, ofFather] = [to('mother').length, to('father').length]
    dataOf(await cancel(coordinator))
    later(2 * 24 * 60)
    await choose(await api.as('father'), { reminderHours: 168 })
    await until(async () => (await api.stores.state.selectFrom('message').select('id').where('about', 'like', `%${fathers!.appointmentId}%`).where('role', '=', 'professional').execute()).length > 0)
    await calm()
    expect([to('mother').length, to('father').length]).toEqual([ofMother, ofFather])
    expect((await api.stores.state.selectFrom('message').select('id').where('family', '=', verhoeven).where('role', '=', 'familyMember').where('state', '=', 'waiting').where('due', '<=', now).execute())).toEqual([])
    coordinator = await api.as('coordinator')
    dataOf(await command(coordinator, 'mutation ($commandId: ID!, $familyId: ID!, $memberId: ID!) { takeBackLoss(commandId: $commandId, familyId: $familyId, memberId: $memberId) { id } }', { familyId: verhoeven, memberId: sem }))
    // What rested is asked again; what had been proposed is open, since proposals are made anew.
    const again = await wishes()
    for (const { id } of openFor) expect(again.get(id)?.status).toBe('OPEN')
    mother = await api.as('mother')
    expect(await silenceOf(mother)).toMatchObject({ silence: null, members: expect.arrayContaining([expect.objectContaining({ id: sem, age: expect.stringContaining('jaar') })]) })
  })

  describe('to an address', () => {
    const ask = (address: string) => mother.ask(`mutation ($address: String!) { askMailAddress(address: $address) { ${settings} } }`, { address })
    const confirm = (code: string) => mother.ask(`mutation ($code: String!) { confirmMailAddress(code: $code) { ${settings} } }`, { code })
    const codeIn = (mail: ReceivedMail | undefined) => /\b(\d{6})\b/.exec(mail === undefined ? '' : textOf(mail))?.[1] ?? ''
    test('begins when its owner typed in the code that was sent there; until then it goes where it went', async () => {
      expect(dataOf<Record<string, unknown>>(await ask('anouk@nieuw.example')).askMailAddress).toMatchObject({ address: addressOf('mother'), unconfirmedAddress: 'anouk@nieuw.example' })
      await until(() => server.received.some((mail) => mail.to === 'anouk@nieuw.example'))
      const code = codeIn(server.received.find((mail) => mail.to === 'anouk@nieuw.example'))
      expect((await confirm(code === '000000' ? '111111' : '000000')).errors?.[0]?.extensions['code']).toBe('mail-code-wrong')
      expect(dataOf<Record<string, unknown>>(await confirm(` ${code.slice(0, 3)} ${code.slice(3)}`)).confirmMailAddress).toMatchObject({ address: 'anouk@nieuw.example', unconfirmedAddress: null })
      expect((await confirm(code)).errors?.[0]?.extensions['code']).toBe('mail-code-ended')
    })
    test('takes no code of somebody else, none after five wrong ones, and none after a day', async () => {
      await ask('anouk@ander.example')
      await until(() => server.received.some((mail) => mail.to === 'anouk@ander.example'))
      const code = codeIn(server.received.find((mail) => mail.to === 'anouk@ander.example'))
      const father = await api.as('father')
      expect((await father.ask('mutation ($code: String!) { confirmMailAddress(code: $code) { channel } }', { code })).errors?.[0]?.extensions['code']).toBe('mail-code-ended')
      for (const wrong of ['1', '12', '123', '1234', '12345']) expect((await confirm(wrong)).errors?.[0]?.extensions['code']).toBe('mail-code-wrong')
      expect((await confirm(code)).errors?.[0]?.extensions['code']).toBe('mail-code-ended')
      await ask('anouk@derde.example')
      await until(() => server.received.some((mail) => mail.to === 'anouk@derde.example'))
      later(25 * 60)
      mother = await api.as('mother')
      expect((await confirm(codeIn(server.received.find((mail) => mail.to === 'anouk@derde.example')))).errors?.[0]?.extensions['code']).toBe('mail-code-ended')
    })
    test('is asked for at most five times a day, since it may be somebody else\'s', async () => {
      for (const number of [1, 2, 3, 4, 5]) dataOf(await ask(`anouk${number}@vijf.example`))
      expect((await ask('anouk6@vijf.example')).errors?.[0]?.extensions['code']).toBe('mail-too-many-codes')
      expect((await ask('geen adres')).errors?.[0]?.extensions['code']).toBe('mail-address-invalid')
    })
    test('can be forgotten, and hours and lead times that are none are refused', async () => {
      expect(dataOf<Record<string, unknown>>(await mother.ask(`mutation { removeMailAddress { ${settings} } }`)).removeMailAddress).toMatchObject({ address: null, unconfirmedAddress: null })
      expect((await choose(mother, { reminderHours: 0 })).errors?.[0]?.extensions['code']).toBe('mail-hours-impossible')
      expect((await choose(mother, { reminderHours: 169 })).errors?.[0]?.extensions['code']).toBe('mail-hours-impossible')
      expect((await choose(mother, { quietFrom: '24:00' })).errors?.[0]?.extensions['code']).toBe('date-impossible')
    })
    test('is nobody else\'s to see', async () => {
      expect((await api.stores.state.selectFrom('mail_person').selectAll().execute()).length).toBeGreaterThan(3)
      expect(JSON.stringify(await api.stores.state.selectFrom('mail_person').selectAll().execute())).not.toContain('example')
    })
  })

  test('of the end of one’s own registration goes to who has it, once, when it comes near, and not any more when it was renewed (K-01)', async () => {
    const today = dayOf(now, 'Europe/Amsterdam')
    const preferences = openPreferences(api.stores.state, api.stores.keys)
    const specialist = async (until: string): Promise<string> => {
      const id = newId()
      const by = { by: system, at: now }
      await api.files.practitioners.handle(id, { type: 'RegisterPractitioner', ...by, practitionerId: id, name: 'A. Voorbeeld', title: 'IMH-specialist', discipline: 'imhSpecialist', organisation: demoId('organisation schakel') }, newId())
      await registers(id, addDays(until, -1500), until)
      await preferences.change(id, 'nl', (before) => ({ ...before, address: `${id}@druivendal.example` }))
      return id
    }
    const registers = async (id: string, from: string, until: string) => {
      await api.files.practitioners.handle(id, { type: 'RecordImhRegistration', by: system, at: now, registrationId: newId(), from, termMonths: 60, until }, newId())
    }
    const mailOf = (id: string) => server.received.filter((mail) => mail.to === `${id}@druivendal.example`)
    const near = await specialist(addDays(today, 60))
    const far = await specialist(addDays(today, 300))
    const renewed = await specialist(addDays(today, 60))
    await registers(renewed, addDays(today, 61), addDays(today, 900))
    // Each new day it is looked for once more, and found the same.
    for (const days of [1, 2]) {
      later(days * 24 * 60)
      await until(async () => (await api.stores.state.selectFrom('message').select('id').where('person', '=', near).where('state', '=', 'sent').execute()).length > 0)
      await calm()
    }
    expect([near, far, renewed].map((id) => mailOf(id).length)).toEqual([1, 0, 0])
    expect(textOf(mailOf(near)[0]!)).not.toMatch(/registrati|Voorbeeld|\d{4}-\d{2}|Schakel/i)
    const telling = openTelling({ files: api.files, clock })
    const [row] = await api.stores.state.selectFrom('message').selectAll().where('person', '=', near).execute()
    const reason = { id: row!.id, kind: 'work', person: near, role: 'professional', about: JSON.parse(row!.about) as { kind: 'registration'; id: string } } as const
    expect(await telling(reason)).toEqual({ isSilent: false })
    await registers(near, addDays(today, 61), addDays(today, 900))
    expect(await telling(reason)).toBeUndefined()
  })
  test('waits while the mail server is away, which the operator is told, and then leaves', async () => {
    const father = await api.as('father')
    const port = Number(new URL(server.url).port)
    const received = server.received
    await server.stop()
    dataOf(await father.ask('mutation { askMailAddress(address: "joost@nieuw.example") { channel } }'))
    const ready = async () => (await fetch(`${api.url}/readyz`)).text()
    await until(async () => (await ready()).includes('mail: held up'))
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200)
    const again = await startMailServer({ port })
    later(3)
    // The sender looks again in its own time; asking for another address makes it look now.
    dataOf(await father.ask('mutation { askMailAddress(address: "joost@nieuwer.example") { channel } }'))
    await until(() => again.received.length >= 1)
    await until(async () => !(await ready()).includes('mail'))
    expect(again.received.map((mail) => mail.to)).toContain('joost@nieuwer.example')
    server = { ...again, received: [...received, ...again.received] }
  })

  test('holds nothing but its template: not a word of a case, not a name, not a day (C-13)', () => {
    const templates = [
      'Er staat een bericht voor u klaar in Samenspel.', 'Er komt binnenkort iets aan. Log in om te zien wat en wanneer.', 'Er is iets veranderd, of iemand vraagt iets van u.', 'Iemand wacht op u. Log in zodra u kunt.',
      /^Uw code is \d{6}\. Vul hem in bij uw instellingen\. De code werkt één dag\.$/, 'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen.',
      'Inloggen: https://samenspel.example.org/parent/', 'Inloggen: https://samenspel.example.org/desk/', 'Deze mail is automatisch verstuurd. Een antwoord komt niet aan.', 'Wilt u geen mail, of op andere tijden? Dat kiest u bij uw instellingen.',
    ]
    expect(server.received.length).toBeGreaterThan(10)
    for (const mail of server.received) {
      expect([...tokensIn(mail.text)]).toEqual([])
      const strange = textOf(mail).split('\n').filter((line) => line !== '' && !templates.some((template) => typeof template === 'string' ? template === line : template.test(line)))
      expect(strange).toEqual([])
      expect(['Er is een bericht voor u', 'Een herinnering van Samenspel', 'Uw code voor Samenspel']).toContain(mail.subject)
      expect(headerOf(mail.text, 'From')).toBe('Samenspel <samenspel@example.org>')
      expect(headerOf(mail.text, 'Auto-Submitted')).toBe('auto-generated')
    }
  })
  test('leaves no address in what the server prints', () => {
    expect(reported.filter((line) => /@|tk\d{4}x/.test(line))).toEqual([])
  })
})

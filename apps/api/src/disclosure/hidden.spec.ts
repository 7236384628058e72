/**
 * What somebody may not know changes nothing for them, not one byte (invariant 5): the same days are lived twice, once with and once
 * without a whole therapy of the mother and what is shielded from the father, and everybody who may not know of it asks everything and
 * reads their mail.
 */
import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { AgendaCommand, ProposedPart } from '@samenspel/agenda'
import { demoId, personas as demoPersonas, type Step } from '@samenspel/demo-region'
import type { FamilyCaseCommand } from '@samenspel/family-case'
import { giveAddresses } from '../demo/mailbox.ts'
import { openPreferences } from '../messages/preferences.ts'
import { askEverything, withoutIds, type Prying } from '../testing/ask-everything.ts'
import { dataOf, command } from '../testing/family.ts'
import { followed } from '../testing/followed.ts'
import { startMailServer, type MailServer } from '../testing/mail-server.ts'
import { accepted } from '../testing/marked-region.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { answer } from '../testing/walk.ts'

const morning = '2026-11-24T09:00:00.000Z', noon = '2026-11-24T11:00:00.000Z'
const today = '2026-11-24'
const day = '2026-12-08'
const verhoeven = demoId('family verhoeven')
const own = (name: string) => demoId(`verhoeven ${name}`)
const sem = own('sem'), anouk = own('anouk'), joost = own('joost')
const place = (key: string) => ({ kind: 'onsite', place: demoId(`location ${key}`) } as const)
const practitioner = (key: string) => demoId(`practitioner ${key}`)
const acting = (key: string, organisation: string, discipline: 'imhSpecialist' | 'adultMentalHealth') =>
  ({ person: practitioner(key), role: 'professional', organisation: demoId(`organisation ${organisation}`), discipline } as const)
const hanne = acting('hanne', 'schakel', 'imhSpecialist'), nadia = acting('nadia', 'linde', 'adultMentalHealth')
const mother = { kind: 'adult', person: anouk } as const

/** Everybody who is asked has that time. */
const offer = async (api: RunningApi, ...parts: readonly ProposedPart[]): Promise<void> => {
  for (const { appointmentId, date, start, end, modality, practitioners: [person] } of parts) {
    if (person === undefined) continue
    await accepted(api.files, {
      to: 'calendar', id: person,
      command: {
        type: 'OfferFreeTime', by: { person, role: 'professional' }, at: morning, practitioner: person, today, freeTimeId: demoId(`free for ${appointmentId}`), date, from: start, to: end,
        modalities: [modality.kind], places: modality.kind === 'onsite' ? [modality.place] : [],
      },
    })
  }
}

const inAgenda = (api: RunningApi, request: AgendaCommand): Promise<void> => accepted(api.files, { to: 'agenda', id: verhoeven, command: request } satisfies Step)

const part = (name: string, need: string, rest: Pick<ProposedPart, 'start' | 'end' | 'modality' | 'attendees' | 'practitioners'> & Partial<ProposedPart>): ProposedPart =>
  ({ appointmentId: own(`appointment ${name}`), bundleId: own('one visit'), needId: need, date: day, evening: false, homeMinutes: 15, glued: false, ...rest })

const visible = [
  part('physio', own('physio'), { start: '09:00', end: '09:45', modality: place('wilgenboom'), attendees: [sem, anouk], practitioners: [practitioner('karim')] }),
  part('neurologist', own('neurologist'), { start: '10:45', end: '11:15', modality: place('ziekenhuis'), attendees: [sem, anouk, joost], practitioners: [practitioner('ties')] }),
  part('talk', own('talk'), { start: '20:15', end: '21:00', modality: { kind: 'digital' }, attendees: [anouk, joost], practitioners: [practitioner('femke')], evening: true, homeMinutes: 0, bundleId: own('evening'), minding: { kind: 'in-bed' } }),
]
const therapy = part('therapy', own('therapy'), { start: '12:00', end: '12:45', modality: place('linde'), attendees: [anouk], practitioners: [practitioner('nadia')], minding: { kind: 'other-parent', person: joost } })

const send = (proposalId: string, ...parts: readonly ProposedPart[]): AgendaCommand => ({
  type: 'SendProposals', by: hanne, at: morning, adults: [anouk, joost], zone: 'Europe/Amsterdam',
  proposals: [{ proposalId, kind: 'fewestTravelDays', proven: true, travelDaysPossiblyFewer: 0, parts, unplanned: [{ needId: own('dietician'), rules: ['offer'], otherNeeds: [] }] }],
})

type People = Readonly<Record<string, Somebody>>

/** What only the mother, the coordinator and the therapist may know. */
const liveTheTherapy = async (api: RunningApi, people: People, herWords: string | undefined): Promise<void> => {
  const { coordinator, therapist, mother: she } = people as { coordinator: Somebody; therapist: Somebody; mother: Somebody }
  const ask = async (somebody: Somebody, text: string, variables: Readonly<Record<string, unknown>>) => dataOf<Readonly<Record<string, { readonly id: string }>>>(await command(somebody, text, { familyId: verhoeven, ...variables }))
  const subject = { kind: 'ADULT', memberIds: [anouk] }

  await inAgenda(api, {
    type: 'AddNeed', by: nadia, at: morning, today, members: [sem, anouk, joost], subject: mother, needId: own('second talk'), label: 'Nog een gesprek', purpose: 'Over vroeger.',
    discipline: 'adultMentalHealth', organisation: nadia.organisation, minutes: 45, urgency: 3, from: '2026-11-30', deadline: '2026-12-18', preferred: '2026-11-30', modalities: [place('linde')],
    attendance: [[anouk]], staffing: [[nadia.person]], category: 'mentalHealth',
  })
  await ask(therapist, 'mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
    { input: { kind: 'NOTE', subject, category: 'MENTAL_HEALTH', setting: 'PRACTICE', occurredOn: today, situation: 'Over vroeger.' } })
  await ask(therapist, 'mutation ($commandId: ID!, $familyId: ID!, $input: LifeEventInput!) { addLifeEvent(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
    { input: { subject, category: 'MENTAL_HEALTH', occurredOn: today, precision: 'DAY', title: 'Toen', weight: 'STRAIN' } })
  // What she wants for herself, and what she says to the plan, are of her own record; a second version would be everybody's.
  await ask(she, 'mutation ($commandId: ID!, $familyId: ID!, $planVersionId: ID!, $parentId: ID!) { answerPlanVersion(commandId: $commandId, familyId: $familyId, planVersionId: $planVersionId, parentId: $parentId, answer: NO, words: "Eerst slapen") { id } }', { planVersionId: own('plan 2'), parentId: anouk })
  await ask(coordinator, 'mutation ($commandId: ID!, $familyId: ID!, $parentId: ID!, $version: ID!) { writeParentsGoal(commandId: $commandId, familyId: $familyId, parentId: $parentId, version: $version, text: "Slapen", spoken: { how: AT_HOME, on: "2026-11-24" }) { id } }',
    { parentId: anouk, version: herWords })
  await inAgenda(api, send(own('alone'), { ...part('second talk', own('second talk'), { start: '09:00', end: '09:45', date: '2026-12-04', modality: place('linde'), attendees: [anouk], practitioners: [nadia.person] }), bundleId: own('alone bundle') }))
  await ask(coordinator, 'mutation ($commandId: ID!, $familyId: ID!, $proposalId: ID!) { withdrawProposal(commandId: $commandId, familyId: $familyId, proposalId: $proposalId) { id } }', { proposalId: own('alone') })
  await ask(she, 'mutation ($commandId: ID!, $familyId: ID!, $appointmentId: ID) { askOtherMoment(commandId: $commandId, familyId: $familyId, appointmentId: $appointmentId, words: "Liever later") { id } }', { appointmentId: therapy.appointmentId })
  await ask(she, 'mutation ($commandId: ID!, $familyId: ID!, $appointmentId: ID!) { cancelAppointment(commandId: $commandId, familyId: $familyId, appointmentId: $appointmentId) { id } }', { appointmentId: therapy.appointmentId })
  // In vain, since it was cancelled: a refusal leaves lines too.
  await command(therapist, 'mutation ($commandId: ID!, $familyId: ID!, $appointmentId: ID!) { recordOutcome(commandId: $commandId, familyId: $familyId, appointmentId: $appointmentId, outcome: UNKNOWN) { id } }', { familyId: verhoeven, appointmentId: therapy.appointmentId })
  await ask(she, 'mutation ($commandId: ID!, $familyId: ID!) { signalTooMuch(commandId: $commandId, familyId: $familyId, choice: PAUSE_APPOINTMENTS, words: "Ik slaap niet") { id } }', {})
  await ask(she, 'mutation ($commandId: ID!, $familyId: ID!, $input: AskInput!) { makeAsk(commandId: $commandId, familyId: $familyId, input: $input) { id } }', { input: { kind: 'OTHER_PROVIDER', aboutId: practitioner('lotte'), words: 'Liever een ander' } })
  await ask(she, 'mutation ($commandId: ID!) { openCalendarFeed(commandId: $commandId) { url } }', {})
}

/** About their child, and shielded from the father by who wrote it, before anybody looks: a report and a life event; and a note that is nobody else's. */
const shieldFromTheFather = async (api: RunningApi, { therapist }: People): Promise<void> => {
  const about = { kind: 'child', person: sem } as const
  const inFile = (request: FamilyCaseCommand): Promise<void> => accepted(api.files, { to: 'family', id: verhoeven, command: request } satisfies Step)
  const [report, event] = [own('shielded report'), own('shielded event')]
  await inFile({ type: 'AddContribution', by: hanne, at: morning, subject: about, id: report, kind: 'note', category: 'mentalHealth', setting: 'practice', occurredOn: today, situation: 'Niet voor hem.' })
  await inFile({ type: 'AddLifeEvent', by: hanne, at: morning, subject: about, id: event, category: 'mentalHealth', occurredOn: today, precision: 'day', title: 'Ook niet', weight: 'strain' })
  for (const entry of [{ kind: 'contribution', id: report }, { kind: 'lifeEvent', id: event }] as const) {
    await inFile({ type: 'SetSafeguard', by: hanne, at: morning, registrationValid: true, safeguardId: own(`shield of ${entry.id}`), measure: { kind: 'shield', entry, from: joost }, reason: 'Om de rust.', reviewOn: '2027-02-01', entryBy: hanne.person, entryAbout: about })
  }
  dataOf(await command(therapist as Somebody, 'mutation ($commandId: ID!, $familyId: ID!) { keepWorkingNote(commandId: $commandId, familyId: $familyId, text: "Alleen van mij") { id } }', { familyId: verhoeven }))
}

const outsiders = ['father', 'pedagogical-worker', 'coach', 'paediatrician', 'youth-care-worker', 'pregnant-woman'] as const
const insiders = ['coordinator', 'therapist', 'mother'] as const

/** Commands about what isn't theirs to know: as if it weren't there. */
const prying: readonly Prying[] = [
  ...['makeDigital', 'cancelAppointment'].map((name) => [name, `mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { ${name}(commandId: $commandId, familyId: $familyId, appointmentId: $id) { id } }`, therapy.appointmentId] as const),
  ['askOtherMoment', 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { askOtherMoment(commandId: $commandId, familyId: $familyId, appointmentId: $id) { id } }', therapy.appointmentId],
  ['proposeTime', 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { proposeTime(commandId: $commandId, familyId: $familyId, appointmentId: $id, time: { date: "2026-12-10", from: "10:00", to: "10:45", modality: ONSITE }) { id } }', therapy.appointmentId],
  ['recordOutcome', 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { recordOutcome(commandId: $commandId, familyId: $familyId, appointmentId: $id, outcome: UNKNOWN) { id } }', therapy.appointmentId],
  ['answerProposal', 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { answerProposal(commandId: $commandId, familyId: $familyId, proposalId: $id, answer: YES) { id } }', own('alone')],
  ['withdrawProposal', 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { withdrawProposal(commandId: $commandId, familyId: $familyId, proposalId: $id) { id } }', own('alone')],
  ['startProposals', 'mutation ($commandId: ID!, $id: ID!) { startProposals(commandId: $commandId, familyId: $id, input: { lighter: false }) { id } }', verhoeven],
  ['addAction', 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { addAction(commandId: $commandId, familyId: $familyId, ownerId: $id, text: "Bellen") { id } }', nadia.person],
]

/** Lives the same days, with or without what is hidden, and asks everything. */
const live = async (withTherapy: boolean): Promise<ReadonlyMap<string, readonly string[]>> => {
  const server = await startMailServer()
  let now = morning
  const api = await startApi({ clock: () => now, settings: { mail: { url: server.url, from: 'samenspel@example.org' }, publicUrl: 'https://samenspel.example.org' } })
  try {
    await giveAddresses(openPreferences(api.stores.state, api.stores.keys))
    const people: Record<string, Somebody> = {}
    for (const { id } of demoPersonas) people[id] = await api.as(id)
    const { mother: she, father: he } = people as { mother: Somebody; father: Somebody }
    const proposalId = own('proposal')
    await offer(api, ...visible, therapy)
    await inAgenda(api, send(proposalId, ...visible, ...withTherapy ? [therapy] : []))
    await answer(he, verhoeven, proposalId)
    await answer(she, verhoeven, proposalId)
    // Asked on both days, since a look of the coordinator is in the father's log too.
    const { family } = dataOf<{ family: { plan: { parentsGoals: readonly { parentId: string; version: string }[] } } }>(await (people['coordinator'] as Somebody).ask('query ($id: ID!) { family(id: $id) { plan { parentsGoals { parentId version } } } }', { id: verhoeven }))
    const herWords = family.plan.parentsGoals.find(({ parentId }) => parentId === anouk)?.version
    if (withTherapy) {
      await liveTheTherapy(api, people, herWords)
      await shieldFromTheFather(api, people)
    }
    const answers = new Map<string, readonly string[]>()
    for (const id of [...insiders, ...outsiders]) {
      const somebody = people[id] as Somebody
      answers.set(id, withoutIds(await askEverything(api, somebody, verhoeven, { isParent: id === 'father' || id === 'mother', needId: own('neurologist'), prying: outsiders.some((outsider) => outsider === id) ? prying : [] })))
    }
    // Once more, for the lines that the others left.
    answers.set('father again', withoutIds(await askEverything(api, he, verhoeven, { isParent: true, needId: own('neurologist'), prying })))
    now = noon
    await calm(api, server)
    for (const id of outsiders) answers.set(`mail of ${id}`, mailOf(server, id))
    return answers
  } finally {
    await api.stop()
    await server.stop()
  }
}

/** Waits until the father has his mail about the visit, and all that is due has gone. */
const calm = async (api: RunningApi, server: MailServer): Promise<void> => {
  await followed(api.stores)
  const due = () => api.stores.state.selectFrom('message').select('id').where('state', 'in', ['waiting', 'claimed', 'sending']).where('due', '<=', noon).execute()
  while (mailOf(server, 'father').length === 0 || (await due()).length > 0) await setTimeout(20)
}

/** What somebody was sent, but for the ids that every mail has of its own. */
const mailOf = ({ received }: MailServer, id: string): readonly string[] =>
  received.filter(({ to }) => to === `${id}@druivendal.example`).map(({ text }) => text.replaceAll(/^(?:Message-ID|Date): .*$|boundary="[^"]*"|^--.*$/gim, ''))

let without: ReadonlyMap<string, readonly string[]>
let withIt: ReadonlyMap<string, readonly string[]>
beforeAll(async () => {
  without = await live(false)
  withIt = await live(true)
})

describe('5. a therapy of the mother, and what is shielded from the father', () => {
  test.each([...outsiders, 'father again'])('changes nothing for %s', (id) => {
    expect(without.get(id)?.length).toBeGreaterThan(40)
    expect(withIt.get(id)).toEqual(without.get(id))
  })
  test.each(outsiders)('changes no mail of %s', (id) => { expect(withIt.get(`mail of ${id}`)).toEqual(without.get(`mail of ${id}`)) })
  test.each(insiders)('is there for %s', (id) => { expect(withIt.get(id)).not.toEqual(without.get(id)) })
  test('the visit that the father was asked for stands, and is the same', () => {
    const family = without.get('father')?.find((one) => one.startsWith('FamilyForParents'))
    expect(family).toContain('"status":"CONFIRMED"')
    expect(family).toContain('Kinderneuroloog')
  })
})

/** The demo region with a token in every text, in which the father of one family is to be erased: what is his, and what is not. */
import type { AgendaCommand, ProposedPart } from '@samenspel/agenda'
import { demoId, type Step } from '@samenspel/demo-region'
import type { ErasureCommand } from '@samenspel/erasure'
import { newId, relation, type Actor, type Subject } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import { command, dataOf } from './family.ts'
import { accepted, markedRegion, type Marked } from './marked-region.ts'
import type { RunningApi, Somebody } from './running-api.ts'
import { answer } from './walk.ts'

export const today = '2026-11-24'
export const clock = () => `${today}T09:00:00.000Z`
export const verhoeven = demoId('family verhoeven')
export const own = (name: string) => demoId(`verhoeven ${name}`)
export const [sem, tijn, anouk, joost] = ['sem', 'tijn', 'anouk', 'joost'].map(own) as [string, string, string, string]
const practitioner = (key: string) => demoId(`practitioner ${key}`)
const organisation = (key: string) => demoId(`organisation ${key}`)

export const father: Subject = { kind: 'adult', person: joost }
/** Of the two adults alone: it goes with either. What he is to his child is part of the treatment of the child. */
export const couple = relation(anouk, joost)
export const officer: Actor = { person: demoId('paul'), role: 'privacyOfficer', organisation: organisation('schakel') }
export const everyController = ['case', ...['schakel', 'wilgenboom', 'ziekenhuis', 'brug', 'linde'].map(organisation)]

/** Asks that the father is erased, and grants it. @returns the id of the erasure */
export const decideErasure = async (files: AllFiles, controllers: readonly string[] = everyController, person = joost): Promise<string> => {
  const erasureId = newId()
  const ask = async (request: ErasureCommand): Promise<void> => {
    const { refusal } = await files.erasures.handle(verhoeven, request, newId())
    if (refusal !== undefined) throw new Error(`${request.type} was refused: ${refusal.code}`)
  }
  await ask({ type: 'RequestErasure', by: officer, at: clock(), erasureId, person, askedBy: [person], receivedOn: '2026-11-20', controllers, jurisdiction: 'NL', today })
  await ask({ type: 'GrantErasure', by: officer, at: clock(), erasureId, ground: 'request', today, required: [person], earliest: undefined, records: controllers.map((controller) => ({ controller, agreedOn: '2026-11-23' })) })
  return erasureId
}

/** Waits until an erasure was carried out. @returns its certificate, as it was signed */
export const carriedOut = async (api: Pick<RunningApi, 'files'>, erasureId: string): Promise<string> => {
  for (;;) {
    const progress = (await api.files.erasures.state(verhoeven)).get(erasureId)?.progress
    if (progress?.status === 'carriedOut') return progress.certificate
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
}

/** Whether a text stands in his record, and in nobody else's. */
export const isHis = ({ step: { command: request, id }, of }: Marked): boolean => {
  if (id !== verhoeven) return false
  if (request.type === 'OpenFamily') return of['memberId'] === joost
  // How who referred the family named him.
  if (request.type === 'ReceiveReferral') return of['person'] === joost
  // What he wants himself, and what he brings to a meeting about himself.
  if (request.type === 'WriteParentsGoal') return request.parent === joost
  if (request.type === 'AddParentsPoint') return request.by.person === joost && request.aboutSelf
  if (!('subject' in request) || typeof request.subject !== 'object') return false
  const { subject } = request as { readonly subject: Subject }
  return 'person' in subject ? subject.kind === 'adult' && subject.person === joost : subject.kind === 'relation' && subject.persons.every((one) => [anouk, joost].includes(one))
}

/** Texts that stand in the records of several people, such as the name of a shared evening, stay with the others. */
export const tokensOfFather = (marked: readonly Marked[]): readonly string[] => {
  const others = new Set(marked.filter((one) => !isHis(one)).map(({ token }) => token))
  return [...new Set(marked.filter(isHis).map(({ token }) => token))].filter((token) => !others.has(token))
}

export const marked = (next: () => string) => markedRegion(today, next)

const inAgenda = (files: AllFiles, request: AgendaCommand): Promise<void> => accepted(files, { to: 'agenda', id: verhoeven, command: request } satisfies Step)

const part = (name: string, need: string, rest: Pick<ProposedPart, 'start' | 'end' | 'attendees' | 'practitioners'> & Partial<ProposedPart>): ProposedPart => ({
  appointmentId: own(`appointment ${name}`), bundleId: own(`bundle ${name}`), needId: need, date: '2026-12-08', evening: false, homeMinutes: 15, glued: false, modality: { kind: 'onsite', place: demoId('location brug') }, ...rest,
})

/** An appointment for the child that both parents come along to, and one of the father's own. */
export const visits = {
  neurologist: part('neurologist', own('neurologist'), { start: '10:45', end: '11:15', modality: { kind: 'onsite', place: demoId('location ziekenhuis') }, attendees: [sem, anouk, joost], practitioners: [practitioner('ties')] }),
  his: part('his', own('his talk'), { start: '13:00', end: '13:45', attendees: [joost], practitioners: [practitioner('femke')] }),
  talk: part('talk', own('talk'), { start: '15:00', end: '15:45', attendees: [anouk, joost], practitioners: [practitioner('femke')] }),
  physio: part('physio', own('physio'), { start: '09:00', end: '09:45', modality: { kind: 'onsite', place: demoId('location wilgenboom') }, attendees: [sem, anouk], practitioners: [practitioner('karim')] }),
}

/** More happens, with the father in it: appointments that stand, proposals that wait, drafts, a calendar of his own, contributions. @param text a new token */
export const liveOn = async (api: RunningApi, text: (his: boolean) => string): Promise<void> => {
  const { files } = api
  const [hanne, femke, mother, he] = await Promise.all(['coordinator', 'youth-care-worker', 'mother', 'father'].map((id) => api.as(id))) as [Somebody, Somebody, Somebody, Somebody]
  const femkeActing: Actor = { person: practitioner('femke'), role: 'professional', organisation: organisation('brug'), discipline: 'youthCare' }
  const coordinator: Actor = { person: practitioner('hanne'), role: 'professional', organisation: organisation('schakel'), discipline: 'imhSpecialist' }
  await inAgenda(files, {
    type: 'AddNeed', by: femkeActing, at: clock(), today, members: [sem, tijn, anouk, joost], subject: father, needId: own('his talk'), label: text(true), purpose: text(true), discipline: 'youthCare', organisation: organisation('brug'),
    minutes: 45, urgency: 2, from: '2026-12-01', deadline: '2026-12-18', preferred: '2026-12-01', modalities: [{ kind: 'onsite', place: demoId('location brug') }], attendance: [[joost]], staffing: [[practitioner('femke')]], category: 'social',
  })
  for (const [name, { date, start, end, modality, practitioners: [person] }] of Object.entries(visits)) {
    await accepted(files, { to: 'calendar', id: person!, command: {
      type: 'OfferFreeTime', by: { person: person!, role: 'professional' }, at: clock(), practitioner: person!, today, freeTimeId: demoId(`free for ${name}`), date, from: start, to: end,
      modalities: [modality.kind], places: modality.kind === 'onsite' ? [modality.place] : [],
    } })
  }
  const send = (name: string, ...parts: readonly ProposedPart[]): Promise<void> => inAgenda(files, {
    type: 'SendProposals', by: coordinator, at: clock(), adults: [anouk, joost], zone: 'Europe/Amsterdam',
    proposals: [{ proposalId: own(name), kind: 'fewestTravelDays', proven: true, travelDaysPossiblyFewer: 0, parts, unplanned: [] }],
  })
  await send('confirmed one', visits.neurologist, visits.his)
  await answer(he, verhoeven, own('confirmed one'))
  await answer(mother, verhoeven, own('confirmed one'))
  await send('one for both', visits.talk)
  await answer(he, verhoeven, own('one for both'))
  await send('one for her', visits.physio)

  const contribution = `mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }`
  for (const [kind, memberIds, his] of [['ADULT', [joost], true], ['RELATION', [anouk, joost].sort(), true], ['RELATION', [joost, sem].sort(), false], ['CHILD', [sem], false], ['ADULT', [anouk], false]] as const) {
    for (const writer of [hanne, femke]) {
      dataOf(await command(writer, contribution, { familyId: verhoeven, input: { kind: 'NOTE', subject: { kind, memberIds }, category: 'SOCIAL', setting: 'HOME', occurredOn: today, situation: text(his) } }))
    }
  }
  dataOf(await command(he, 'mutation ($commandId: ID!, $familyId: ID!, $words: String) { signalTooMuch(commandId: $commandId, familyId: $familyId, choice: CALL_ME, words: $words) { id } }', { familyId: verhoeven, words: text(true) }))
  dataOf(await command(he, 'mutation ($commandId: ID!) { openCalendarFeed(commandId: $commandId) { url } }', {}))
  dataOf(await command(hanne, 'mutation ($commandId: ID!, $familyId: ID!, $text: String!, $ownerId: ID!) { addAction(commandId: $commandId, familyId: $familyId, text: $text, ownerId: $ownerId) { id } }', { familyId: verhoeven, text: text(false), ownerId: joost }))
  const draft = (somebody: Somebody, form: string, content: string) => somebody.ask('mutation ($familyId: ID!, $form: String!, $content: String!) { saveDraft(familyId: $familyId, form: $form, content: $content) { form } }', { familyId: verhoeven, form, content })
  dataOf(await draft(he, 'too-much', text(true)))
  dataOf(await draft(femke, 'contribution', JSON.stringify({ subject: `ADULT ${joost}`, situation: text(true) })))
  dataOf(await draft(hanne, `parents-goal-${joost}`, JSON.stringify({ text: text(true), version: '' })))
  dataOf(await draft(hanne, 'contribution', JSON.stringify({ subject: `CHILD ${sem}`, situation: text(false) })))
  for (const somebody of [he, mother]) dataOf(await somebody.ask('mutation ($familyId: ID!) { markVisited(familyId: $familyId) { id } }', { familyId: verhoeven }))
}

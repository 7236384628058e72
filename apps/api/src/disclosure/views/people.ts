import { ageInWords, createDates, pregnancyInWords } from '@samenspel/intl'
import { covers } from '@samenspel/kernel'
import type { Pause } from '@samenspel/agenda'
import { dyadVersionOf, versionOf, type Member as CaseMember, type Silence } from '@samenspel/family-case'
import { endsSoon, mayCoordinateBehind, registeredUntil } from '@samenspel/register'
import type { Authority, Dyad, FamilyHome, FamilySilence, FormerTeamMember, Member, Support, TeamMember } from '../../graphql/types/people.ts'
import type { HelpLine } from '../../graphql/types/overload.ts'
import { shown } from '../gate.ts'
import { nameOf, professional, type Reader } from './reader.ts'

/** Everybody of whom the reader may know: in full where their own record opens, else by name alone. */
export const membersView = (reader: Reader): readonly Member[] => {
  const { opened } = reader
  const full = new Map(shown(opened, 'member').map((one) => [one.item.value.memberId, one]))
  return [...opened.named.values()].map(({ memberId, firstName, role, isIndexChild, inHousehold, isErased }): Member => {
    const one = full.get(memberId)
    const { name, birthDate, dueDate, language: spoken, passed, drawnAs, since, until, carriedBy } = one?.item.value ?? {}
    const age = one === undefined ? undefined : ageOf(reader, one.item.value)
    const phone = one?.place?.phone
    return {
      id: memberId, role, firstName, isIndexChild, inHousehold, ...(isErased === true && { isErased }),
      ...(name !== undefined && { name }), ...(birthDate !== undefined && { birthDate }), ...(dueDate !== undefined && passed === undefined && { dueDate }),
      ...(age !== undefined && { age }), ...(passed !== undefined && { passed: { status: passed.status, ...(passed.on !== undefined && { on: passed.on }) } }),
      ...(phone !== undefined && { phone }), ...(spoken !== undefined && { language: spoken }), ...(one !== undefined && { version: versionOf(one.item.value) }),
      ...(drawnAs !== undefined && { drawnAs }), ...(since !== undefined && { since }), ...(until !== undefined && { until }), ...(carriedBy !== undefined && opened.named.has(carriedBy) && { carriedBy }),
    }
  })
}

/** An age, how far a pregnancy is, or, after a loss, that and nothing else: nobody is counted on. */
const ageOf = ({ language, today, text, zone }: Reader, { birthDate, dueDate, passed }: Pick<CaseMember, 'birthDate' | 'dueDate' | 'passed'>): string | undefined => {
  if (passed !== undefined) return passed.on === undefined ? text(`passed.${passed.status}`) : text(`passed.${passed.status}On`, { day: createDates(language, zone).date(passed.on) })
  return birthDate !== undefined ? ageInWords(language, birthDate, today) : dueDate === undefined ? undefined : pregnancyInWords(language, dueDate, today)
}

/** What is known of why a family is left in peace: after a loss, or because it rests; whether this reader sets the pace, and works with the family today. */
export type InPeace = { readonly silence: Silence | undefined; readonly rest: Pause | undefined; readonly coordinates: boolean; readonly setsPace: boolean; readonly isInTeam: boolean }

/**
 * That the family is left in peace. After a loss for who coordinates, and for those of the family who may know for whom. That it rests, and
 * until when, everybody reads who works with it, and the parents who may end it (K-13); who asked, and why, who coordinates alone.
 */
export const silenceView = (reader: Reader, { silence, rest, coordinates, setsPace, isInTeam }: InPeace): FamilySilence | undefined => {
  if (silence !== undefined && (coordinates || (reader.isPortal && membersView(reader).some(({ passed }) => passed !== undefined)))) return { since: silence.since, isRest: false }
  if (rest === undefined || !(reader.isPortal ? setsPace : isInTeam || coordinates)) return undefined
  const { pauseId, from, reviewOn, until, reason, words, by, at } = rest
  const asked = by.role === 'familyMember' ? by.person : by.onBehalfOf
  return {
    since: at, isRest: true,
    rest: {
      from, reviewOn, ...(until !== undefined && { until }), ...((coordinates || reader.isPortal) && { id: pauseId }),
      ...(coordinates && { reason, ...(words !== undefined && { words }), ...(asked !== undefined && { askedBy: nameOf(reader, asked) }) }),
    },
  }
}

export const dyadsView = ({ opened }: Reader): readonly Dyad[] => shown(opened, 'dyad').map(({ item: { id, subject, value } }) => {
  const { kind, note, form, tie, since, until, careDays = [], before = [] } = value
  return {
    id, memberIds: subject.kind === 'relation' ? subject.persons : [], version: dyadVersionOf(value), kind, careDays, before, ...(note !== undefined && { note }), ...(form !== undefined && { form }),
    ...(tie !== undefined && { tie }), ...(since !== undefined && { since }), ...(until !== undefined && { until }),
  }
})

export const supportsView = ({ opened }: Reader): readonly Support[] => shown(opened, 'support').map(({ item: { value: { supportId, version, name, kind, tie, helps, since, until } } }) =>
  ({ id: supportId, version, name, kind, ...(tie !== undefined && { tie }), ...(helps !== undefined && { helps }), ...(since !== undefined && { since }), ...(until !== undefined && { until }) }))

/** Newest first. The gate lets nobody have it but who coordinates. */
export const homesView = ({ opened }: Reader): readonly FamilyHome[] =>
  shown(opened, 'home').map(({ item: { value: { address, from } } }) => ({ address, ...(from !== undefined && { from }) })).reverse()

/** What was recorded about authority; the newest of one pair stands for it. */
export const authoritiesView = ({ opened, text }: Reader): readonly Authority[] => {
  const newest = new Map(shown(opened, 'authority').filter(({ item }) => item.value.mistaken === undefined).map(({ item: { value } }) => [`${value.child} ${value.adult}`, value]))
  return [...newest.values()].map(({ child, adult, status, basis, from, until }) =>
    ({ child, adult, status, basis: text(`authority.${basis}`), from, ...(until !== undefined && { until }) }))
}

/** @param coordinates whether this reader coordinates, or stands in */
export const teamView = (reader: Reader, coordinates: boolean): readonly TeamMember[] => {
  const { opened, today, directory } = reader
  const { coordinator, substitute, specialistOnCall, jurisdiction } = opened.head
  return shown(opened, 'teamMember').filter(({ item: { value } }) => covers(value, today)).map(({ item: { id, value } }): TeamMember => {
    const consentUntil = consentEnd(reader, value.organisation)
    const isSpecialist = value.discipline === 'imhSpecialist'
    const until = isSpecialist && (coordinates || value.practitionerId === reader.person) ? registeredUntil(directory.practitioner(value.practitionerId), today) : undefined
    const stays = value.until === undefined && value.practitionerId !== coordinator
    const canTakeOver = !coordinates || !stays ? undefined : isSpecialist && until !== undefined ? 'asSpecialist' : mayCoordinateBehind(jurisdiction, value.discipline) ? 'behindSpecialist' : undefined
    return {
      id, professional: professional(reader, value.practitionerId), isCoordinator: value.practitionerId === coordinator,
      isSubstitute: value.practitionerId === substitute, isCoach: value.isCoach, isOnCall: isSpecialist && value.practitionerId === specialistOnCall, from: value.from,
      ...(value.until !== undefined && { until: value.until }), ...(consentUntil !== undefined && { consentUntil }),
      ...(value.reason !== undefined && { reason: value.reason }), ...(until !== undefined && { registeredUntil: until }), registrationEndsSoon: endsSoon(until, jurisdiction, today),
      ...(canTakeOver !== undefined && { canTakeOver }),
    }
  })
}

/** Newest first. */
export const formerTeamView = (reader: Reader): readonly FormerTeamMember[] =>
  shown(reader.opened, 'teamMember').flatMap(({ item: { id, value } }) => value.until === undefined || value.until >= reader.today ? [] :
    [{ id, professional: professional(reader, value.practitionerId), from: value.from, until: value.until, ...(value.reason !== undefined && { reason: value.reason }) }])
    .sort((a, b) => a.until < b.until ? 1 : -1)

/** The first day on which a consent to this organisation ends, of those that the reader may see. */
const consentEnd = ({ opened, today }: Reader, organisation: string): string | undefined =>
  shown(opened, 'consent')
    .flatMap(({ item: { value: { effect, recipient, from, until, withdrawnAt } } }) =>
      effect === 'grant' && withdrawnAt === undefined && recipient.kind === 'organisation' && recipient.organisation === organisation && from <= today && until !== undefined && until >= today ? [until] : [])
    .sort()[0]

/** Whom to ring right now: the same numbers for a whole country, and those that the family has of its own. */
export const helpLinesView = ({ opened, text, directory, urgentNumbers }: Reader): readonly HelpLine[] => {
  const { jurisdiction, coordinator } = opened.head
  const known = coordinator === undefined ? undefined : directory.practitioner(coordinator)
  return [
    ...shown(opened, 'helpLine').map(({ item: { value: { kind, label, number } } }) => ({ kind, label, number })),
    { kind: 'emergency', label: text('help.emergency'), number: urgentNumbers.emergency },
    { kind: 'crisisLine', label: text(`help.crisis${jurisdiction}`), number: urgentNumbers.crisisLine[jurisdiction] },
    ...(known?.phone === undefined ? [] : [{ kind: 'coordinator', label: known.name, number: known.phone }]),
  ]
}

import { isAdult, isChild } from '@samenspel/family-case'
import type { ViewText } from '@samenspel/intl/views'
import { addDays, dayOf, hasCome, isLater, zoneOf, type Actor, type IsoDate, type IsoInstant, type OrganisationId, type PersonId, type Subject, type Zone } from '@samenspel/kernel'
import { viewText } from '@samenspel/intl/views'
import type { Language } from '../../sessions/identity.ts'
import type { UrgentNumbers } from '../../settings.ts'
import type { Practitioner } from '@samenspel/register'
import type { Named, Opened } from '../gate.ts'
import type { Directory } from '../case-record.ts'
import type { Organisation, Professional, SubjectRef } from '../../graphql/types/people.ts'

/** Who reads, and with what: everything that a view may use. It holds what opened at the gate, and nothing behind it. */
export type Reader = {
  readonly person: PersonId
  readonly isPortal: boolean
  readonly language: Language
  readonly text: (key: ViewText, values?: Readonly<Record<string, string | number>>) => string
  readonly zone: Zone
  readonly now: IsoInstant
  readonly today: IsoDate
  readonly opened: Opened
  /** Of professionals only those whom the reader may know of. */
  readonly directory: Directory
  /** When this reader looked before; nothing for a first look. */
  readonly lastVisit: IsoInstant | undefined
  /** What was recorded after it is new: since the last look, or else since a week ago. */
  readonly newSince: IsoInstant
  readonly urgentNumbers: UrgentNumbers
}

const firstLookDays = 7

export const readerOf = (
  { person, isPortal, language }: { readonly person: PersonId; readonly isPortal: boolean; readonly language: Language },
  opened: Opened, directory: Directory, lastVisit: IsoInstant | undefined, now: IsoInstant, urgentNumbers: UrgentNumbers,
): Reader => {
  const zone = zoneOf(opened.head.jurisdiction)
  const today = dayOf(now, zone)
  const text = viewText(language)
  /** Who was erased is called so wherever a name would stand. */
  const named = new Map([...opened.named].map(([id, one]) => [id, one.isErased === true ? { ...one, firstName: text('erased') } : one]))
  return {
    person, isPortal, language, text, zone, now, today, opened: { ...opened, named }, lastVisit, urgentNumbers,
    directory: {
      ...directory, practitioner: (id) => opened.professionals.has(id) ? opened.isGuarded ? withoutPlace(directory.practitioner(id)) : directory.practitioner(id) : undefined, offers: (id) => opened.professionals.has(id) ? directory.offers(id).filter(({ lapsesAt }) => lapsesAt === undefined || !hasCome(lapsesAt, now)) : [],
      meetingWay: () => undefined,
      fallen: isPortal ? () => undefined : directory.fallen,
      organisation: (id) => opened.isGuarded && !ofOwnAppointments(opened).has(id) ? undefined : directory.organisation(id),
    },
    newSince: lastVisit ?? `${addDays(today, -firstLookDays)}T00:00:00.000Z`,
  }
}

/** For whom the appointments are to which the reader comes along: these they know anyway. */
const ofOwnAppointments = ({ items }: Opened): ReadonlySet<OrganisationId> =>
  new Set(items.flatMap(({ item }) => item.kind === 'appointment' ? [item.value.need.organisation] : []))

/** Somebody as they are known to a reader from whom another is protected: an organisation and the beginning of a number say where. */
const withoutPlace = (known: Practitioner | undefined): Practitioner | undefined => {
  if (known === undefined) return undefined
  return { ...Object.fromEntries(Object.entries(known).filter(([field]) => field !== 'phone')) as Practitioner, organisation: unnamed }
}

export const dayIn = ({ zone }: Reader, at: IsoInstant): IsoDate => dayOf(at, zone)

/** New to this reader: recorded since the last look, by somebody else. */
export const isNew = ({ newSince, person }: Reader, { at, by }: { readonly at: IsoInstant; readonly by: Actor }): boolean =>
  by.person !== person && isLater(at, newSince)

// ── People

export const firstName = ({ opened, text }: Reader, person: PersonId): string => opened.named.get(person)?.firstName ?? text('somebody')

/** Whether the reader knows of somebody of the family or of those who help it; of others not even an id is told. */
export const isKnown = ({ opened }: Reader, person: PersonId): boolean => opened.named.has(person) || opened.professionals.has(person)

/** Those of several members whom the reader knows of. */
export const known = ({ opened }: Reader, persons: readonly PersonId[]): readonly PersonId[] => persons.filter((person) => opened.named.has(person))

/** Names one after the other: "a, b en c". */
export const list = ({ text }: Reader, names: readonly string[]): string =>
  names.reduce((all, name, index) => index === 0 ? name : index === names.length - 1 ? text('and', { a: all, b: name }) : `${all}, ${name}`, '')

export const namesOf = (reader: Reader, persons: readonly PersonId[]): string => list(reader, persons.map((person) => nameOf(reader, person)))

/** A person of the family by first name, a professional by full name; somebody of whom the reader doesn't know as nobody in particular. */
export const nameOf = (reader: Reader, person: PersonId): string => knownName(reader, person) ?? reader.text('somebody')

/** The same, where it is better not to mention somebody of whom the reader doesn't know. */
export const knownName = ({ opened, directory }: Reader, person: PersonId): string | undefined => opened.named.get(person)?.firstName ?? directory.practitioner(person)?.name

/** Who did something. */
export const actorName = (reader: Reader, { person, role }: Actor): string => role === 'system' ? reader.text('role.system') : nameOf(reader, person)

export const subjectRef = (reader: Reader, subject: Subject): SubjectRef => {
  const { text } = reader
  switch (subject.kind) {
    case 'case': return { kind: subject.kind, memberIds: [], label: text('subject.case') }
    case 'relation': return { kind: subject.kind, memberIds: subject.persons, label: namesOf(reader, subject.persons) }
    case 'unborn': return { kind: subject.kind, memberIds: [subject.person], label: text('subject.unborn', { name: firstName(reader, subject.person) }) }
    case 'surroundings': return { kind: subject.kind, memberIds: [subject.person], label: text('subject.surroundings', { name: firstName(reader, subject.person) }) }
    default: return { kind: subject.kind, memberIds: [subject.person], label: firstName(reader, subject.person) }
  }
}

/** Stands for the id of whoever isn't named: two of them can't be told apart. */
const unnamed = 'somebody'

/** The id of somebody of whom the reader knows. */
export const idOf = (reader: Reader, person: PersonId): PersonId => isKnown(reader, person) ? person : unnamed

/** A professional as others may know them; of one whom the reader may not know of, or who is no longer in the register, only that there is somebody. */
export const professional = (reader: Reader, id: PersonId): Professional => {
  const found = reader.directory.practitioner(id)
  return found === undefined
    ? { id: unnamed, name: reader.text('somebodyOfTeam'), title: '', organisation: { id: unnamed, name: '' }, discipline: 'imhSpecialist' }
    : { id, name: found.name, title: found.title, organisation: organisation(reader, found.organisation), discipline: found.discipline, ...(found.phone !== undefined && { phone: found.phone }) }
}

export const organisation = ({ directory }: Pick<Reader, 'directory'>, id: OrganisationId): Organisation => {
  const found = directory.organisation(id)
  return found === undefined ? { id, name: '' } : { id, name: found.name, discipline: found.discipline }
}

export const children = ({ opened }: Reader): readonly Named[] => [...opened.named.values()].filter(isChild)
export const adults = ({ opened }: Reader): readonly Named[] => [...opened.named.values()].filter(isAdult)

/**
 * What a list of people comes to, beside the register as it stands: per row somebody new, a change, nothing new, or what is wrong with
 * it. Nothing is decided here; the same list on the same register gives the same plan.
 *
 * An empty cell says nothing, so it changes nothing, and who isn't in the list stays as they are: a list of a few people is enough.
 */
import { isRefused, system, type Id, type IsoDate, type PersonId } from '@samenspel/kernel'
import { isSameCell, noting, problemOf, type ListChange, type ListedRow, type ListProblem, type PlannedRow } from './list-import.ts'
import type { ImhRegistration } from './imh-registration.ts'
import { practitioner as decider, staffDetails, type Practitioner } from './practitioner.ts'
import type { StaffRow } from './staff-rows.ts'
import { detailsOf, isSameDetails, refuseDetails, sameMailbox, sameName, type StaffDetails } from './staff.ts'

/** The columns of a list, in the order in which one is written. */
export const staffColumns = ['name', 'title', 'discipline', 'email', 'phone', 'registrationNumber', 'registeredFrom', 'registeredUntil', 'languages', 'places', 'from', 'until'] as const
export type StaffColumn = (typeof staffColumns)[number]

export type ListedPerson = ListedRow<StaffColumn, Partial<StaffDetails> & { readonly until?: IsoDate; readonly registrationNumber?: string; readonly registeredFrom?: IsoDate; readonly registeredUntil?: IsoDate }>

export type PlannedPerson = PlannedRow<StaffColumn> & {
  /** Who it is, of who is known. */
  readonly person?: PersonId
  /** Somebody else of this name is in the register, with another address of mail. */
  readonly hasNamesake: boolean
}

export type StaffPlan = { readonly people: readonly PlannedPerson[]; /** What is to be decided on; of nobody with whom something is wrong. */ readonly rows: readonly StaffRow[] }

type Register = {
  /** Everybody of this organisation, also who left. */
  readonly people: readonly Practitioner[]
  readonly today: IsoDate
  /** For how long a registration holds in the country of the organisation. */
  readonly termMonths: number
  readonly discipline: StaffDetails['discipline']
  /** Who brings the list in. */
  readonly self: PersonId
  /** The ids of what a row makes. */
  readonly ids: (line: number) => { readonly person: PersonId; readonly version: Id; readonly registration: Id }
}

export const planStaffImport = (listed: readonly ListedPerson[], register: Register): StaffPlan => {
  const seen = new Map<string, number>()
  const planned = listed.map((one) => {
    const found = match(one, register.people)
    const keys = keysOf(one, found.person)
    const earlier = keys.map((key) => seen.get(key)).find((line) => line !== undefined)
    for (const key of keys) if (!seen.has(key)) seen.set(key, one.line)
    return plan(one, found, earlier, register)
  })
  return { people: planned.map(({ person }) => person), rows: planned.flatMap(({ row }) => row ?? []) }
}

type Match = { readonly person?: Practitioner; readonly isUnclear: boolean; readonly hasNamesake: boolean }

/** By the address of mail; else by the number in the register; else by the name, unless two addresses say that these are two people. */
const match = ({ values: { email, registrationNumber, name } }: ListedPerson, people: readonly Practitioner[]): Match => {
  const namesakes = name === undefined ? [] : people.filter((one) => sameName(one.name) === sameName(name))
  const hasNamesake = (person?: Practitioner) => namesakes.some(({ id }) => id !== person?.id)
  const byMail = email === undefined ? undefined : people.find(({ details }) => details?.email !== undefined && sameMailbox(details.email) === sameMailbox(email))
  const byNumber = registrationNumber === undefined ? undefined : people.find(({ registrations }) => registrations.some(({ number }) => number === registrationNumber))
  const found = byMail ?? byNumber
  if (found !== undefined) return { person: found, isUnclear: false, hasNamesake: false }
  const byName = namesakes.filter(({ details }) => email === undefined || details?.email === undefined)
  const [only] = byName
  if (byName.length > 1) return { isUnclear: true, hasNamesake: true }
  return only === undefined ? { isUnclear: false, hasNamesake: hasNamesake() } : { person: only, isUnclear: false, hasNamesake: hasNamesake(only) }
}

/** By which a second row about the same person is known. */
const keysOf = ({ values: { name, email, registrationNumber } }: ListedPerson, person: Practitioner | undefined): readonly string[] => [
  ...person === undefined ? [] : [`person ${person.id}`],
  ...email === undefined ? [] : [`mail ${sameMailbox(email)}`],
  ...registrationNumber === undefined ? [] : [`number ${registrationNumber}`],
  ...person !== undefined || email !== undefined || name === undefined ? [] : [`name ${sameName(name)}`],
]

const plan = (listed: ListedPerson, { person: known, isUnclear, hasNamesake }: Match, earlier: number | undefined, register: Register): { readonly person: PlannedPerson; readonly row?: StaffRow } => {
  const { line, values } = listed
  const { until, registrationNumber, registeredFrom, registeredUntil, ...cells } = values
  const before = known === undefined ? undefined : staffDetails(known)
  const ids = register.ids(line)
  const after = detailsOf({ name: '', title: '', discipline: register.discipline, languages: [], places: [], ...before, ...cells })
  const registration = registrationIn({ number: registrationNumber, from: registeredFrom, until: registeredUntil }, after, known, ids.registration, register)
  const problems = [...listed.problems]
  const note = noting(problems)
  if (earlier !== undefined) note('double', undefined, { line: earlier })
  if (isUnclear) note('name-twice', 'email')
  const hasLeft = known?.employedUntil !== undefined && known.employedUntil < register.today
  if (hasLeft && known.employedUntil !== until) note('has-left', 'name', { day: known.employedUntil })
  if (after.name.trim() === '') note('missing', 'name')
  if (after.title.trim() === '') note('missing', 'title')
  const refused = refuseDetails({ ...after, name: after.name.trim() === '' ? '-' : after.name, title: after.title.trim() === '' ? '-' : after.title })?.refusal
  if (refused !== undefined) note(problemOf(refused.code), columnOf(refused.about?.['field']), refused.about)
  if ('problem' in registration) note(registration.problem.code, registration.problem.column, registration.problem.about)
  const isNewEnd = until !== undefined && until !== known?.employedUntil
  // What one does opens files: nobody says it of themselves.
  if (before !== undefined && known?.id === register.self && after.discipline !== before.discipline) note('not-yourself', 'discipline')
  if (isNewEnd && known?.id === register.self) note('not-yourself', 'until')
  if (isNewEnd && !hasLeft && until < register.today) note('last-day-past', 'until')
  if (until !== undefined && after.from !== undefined && until < after.from) note('period-reversed', 'until')

  const recorded = 'registration' in registration ? registration.registration : undefined
  const changes: ListChange<StaffColumn>[] = [
    ...detailColumns.flatMap((column): readonly ListChange<StaffColumn>[] => {
      const [was, is] = [before?.[column], after[column]]
      return is === undefined || is.length === 0 || (was !== undefined && isSameCell(was, is)) ? [] : [{ column, ...(was !== undefined && was.length > 0 && { before: was }), after: is }]
    }),
    ...recorded === undefined ? [] : [
      ...recorded.number === undefined ? [] : [{ column: 'registrationNumber' as const, after: recorded.number }],
      { column: 'registeredFrom' as const, after: recorded.from }, { column: 'registeredUntil' as const, after: recorded.until },
    ],
    ...!isNewEnd ? [] : [{ column: 'until' as const, ...(known?.employedUntil !== undefined && { before: known.employedUntil }), after: until }],
  ]
  const kind = problems.length > 0 ? 'wrong' : known === undefined ? 'new' : changes.length > 0 ? 'changed' : 'same'
  const person: PlannedPerson = { line, name: after.name, kind, changes: kind === 'wrong' ? [] : changes, problems, ...(known !== undefined && { person: known.id }), hasNamesake: kind === 'new' && hasNamesake }
  if (kind !== 'new' && kind !== 'changed') return { person }
  const details = before === undefined ? after : changedOf(before, after)
  return {
    person,
    row: {
      person: known?.id ?? ids.person, version: ids.version, details, ...(recorded !== undefined && { registration: recorded }),
      ...(isNewEnd && { until: { day: until, ...(known?.employedUntil !== undefined && { seen: known.employedUntil }) } }),
    },
  }
}

const detailColumns = ['name', 'title', 'discipline', 'email', 'phone', 'languages', 'places', 'from'] as const satisfies readonly (StaffColumn & keyof StaffDetails)[]

const changedOf = (before: StaffDetails, after: StaffDetails): Partial<StaffDetails> => isSameDetails(before, after) ? {} : Object.fromEntries(
  Object.entries(after).filter(([field, value]) => { const was = before[field as keyof StaffDetails]; return was === undefined || !isSameCell(was, value) }),
)

type Said = { readonly number: string | undefined; readonly from: IsoDate | undefined; readonly until: IsoDate | undefined }

/** A registration that the register doesn't know yet, or what is wrong with it; neither where the row says nothing new. */
const registrationIn = ({ number, from, until }: Said, { discipline }: StaffDetails, known: Practitioner | undefined, registrationId: Id, { self, termMonths, today }: Register):
  { readonly registration?: ImhRegistration } | { readonly problem: ListProblem<StaffColumn> } => {
  if (number === undefined && from === undefined && until === undefined) return {}
  const standing = known?.registrations ?? []
  const same = standing.find((one) => from === undefined ? number === undefined || one.number === number : one.from === from)
  if (same !== undefined && (until === undefined || until === same.until) && (number === undefined || number === same.number)) return {}
  if (from === undefined) return { problem: { code: 'missing', column: 'registeredFrom' } }
  if (same !== undefined) return { problem: { code: 'registration-known', column: 'registeredFrom', about: { day: same.from } } }
  if (known?.id === self) return { problem: { code: 'not-yourself', column: 'registeredFrom' } }
  const state: Practitioner = { id: '', name: '', title: '', organisation: '', duties: [], ...known, registrations: standing, discipline }
  const decision = decider.decide({ type: 'RecordImhRegistration', by: system, at: `${today}T00:00:00.000Z`, registrationId, from, termMonths, ...(number !== undefined && { number }), ...(until !== undefined && { until }) }, state)
  if (isRefused(decision)) {
    const { code, about } = decision.refusal
    const column = code === 'not-an-imh-specialist' ? 'discipline' : code === 'registration-overlaps' ? 'registeredFrom' : code === 'text-too-long' ? 'registrationNumber' : 'registeredUntil'
    return { problem: { code: problemOf(code), column, ...(about !== undefined && { about }) } }
  }
  const [event] = decision.events
  return event?.type !== 'ImhRegistrationRecorded' ? {} : { registration: { registrationId, ...(number !== undefined && { number }), from, until: event.until } }
}

const columnOf = (field: unknown): StaffColumn | undefined => staffColumns.find((column) => column === field)

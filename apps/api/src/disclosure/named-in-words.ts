/** Whom words tell of that somebody wrote freely: a text that names a protected person, or where the family is, mentions that person (F02). */
import { standing, type Safeguard } from '@samenspel/family-case'
import { namesOneOf, noNames } from '@samenspel/intl/traces'
import type { Id, IsoInstant, PersonId, Subject } from '@samenspel/kernel'
import type { CaseRecord } from './case-record.ts'

/**
 * Finds, in all words of a part of the file, those who are protected from somebody: by the names they have, and by the names of the
 * organisations, groups, streets and people around the family, since these say where they are. Whose record it is may be named there: that
 * tells nothing. Whom nobody names so is found by a reader alone.
 */
export const namedInWords = (record: Pick<CaseRecord, 'file' | 'agenda' | 'directory'>): ((item: Worded) => readonly PersonId[]) => {
  const protections = standing(record.file.safeguards).filter(({ measure }) => measure.kind === 'protection')
  const kept = [...new Set(protections.flatMap(({ measure }) => measure.kind === 'protection' ? [measure.person] : []))]
  if (kept.length === 0) return () => nobody
  const knew = knownBefore(protections, record)
  const { members } = record.file.family
  const persons = kept.map((person) => {
    const member = members.find(({ memberId }) => memberId === person)
    return { person, isNamed: namesOneOf({ ...noNames, persons: [member?.firstName, member?.name].flatMap((name) => name ?? []) }) }
  })
  const tellsWhere = namesOneOf(placesOf(record))
  return (item) => {
    const { subject, value } = item
    const texts = textsIn(value)
    const whose = 'person' in subject ? subject.person : undefined
    const known = knew(item)
    return texts.some(tellsWhere) ? kept : persons.filter(({ person, isNamed }) => known.includes(person) || (person !== whose && texts.some(isNamed))).map(({ person }) => person)
  }
}

type Worded = { readonly kind: string; readonly id: Id; readonly subject: Subject; readonly value: unknown; readonly at: IsoInstant }

/** Whom a part told of when somebody was erased, by words that nobody knows since; so does what was put right in it afterwards. */
const knownBefore = (protections: readonly Safeguard[], { file: { contributions } }: Pick<CaseRecord, 'file'>): ((item: Worded) => readonly PersonId[]) => {
  const mentions = protections.flatMap(({ measure, mentions: some = [] }) => measure.kind === 'protection' ? some.map((one) => ({ ...one, person: measure.person })) : [])
  if (mentions.length === 0) return () => nobody
  const corrected = new Map(contributions.all.flatMap(({ id, corrects }) => corrects === undefined ? [] : [[id, corrects] as const]))
  const first = (id: Id): Id => corrected.get(id) ?? id
  return ({ kind, id, at }) => mentions.filter((one) => one.kind === kind && (one.id === id || (kind === 'contribution' && at >= one.at && first(id) === first(one.id)))).map(({ person }) => person)
}

const nobody: readonly PersonId[] = []

const placesOf = ({ file: { family, careTeam, placements }, agenda, directory }: Pick<CaseRecord, 'file' | 'agenda' | 'directory'>) => {
  const ids = new Set([...careTeam.members.map(({ organisation }) => organisation), ...placements.map(({ organisation }) => organisation), ...[...agenda.needs.byId.values()].map(({ organisation }) => organisation)])
  const organisations = [...ids].flatMap((id) => directory.organisation(id) ?? [])
  return {
    ...noNames,
    organisations: [...organisations.flatMap(({ name, groups }) => [name, ...groups.map((group) => group.name)]), ...family.supports.map(({ name }) => name)],
    places: [...organisations.flatMap(({ locations }) => locations.flatMap(({ name, address }) => [name, address])), ...family.home === undefined ? [] : [family.home.address]],
  }
}

/** Every text in a value, at whatever depth. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

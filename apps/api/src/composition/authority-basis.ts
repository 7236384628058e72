/**
 * On what a command rests: which role or right let somebody record this (G-11). It goes into the envelope of each event, which stays
 * readable forever, so it is a word of a closed list and nothing about anybody; of a parent with authority it names the fact that says
 * so. The deciders say what may be done; here is only said on what ground, and whoever has none records nothing.
 */
import type { Agenda } from '@samenspel/agenda'
import { findMember, holdsAuthority, isAdult, isInTeam, substituteOn, type FamilyCase, type OpenCase } from '@samenspel/family-case'
import { covers, dayOf, zoneOf, type Actor, type IsoInstant, type PersonId, type Subject } from '@samenspel/kernel'

/**
 * `rule`: the software. `office`: a privacy officer. `self`: about oneself, one's own calendar, or what one published oneself. `family`: an adult of the family about
 * what all of them share. `planned`: whose appointment it is. `staff`: what an organisation says of itself. `circle`: a safety track.
 * `frontDoor`: who sent something there, or works at it for who received it.
 */
export type AuthorityBasis =
  | 'rule' | 'office' | 'coordinator' | 'substitute' | 'team' | 'invited' | 'planned' | 'circle' | 'frontDoor' | 'emergency' | 'staff' | 'self' | 'family'
  | `authority ${string}`

/** What is asked of which stream, and what is known of it. */
export type Asked = {
  readonly kind: string
  /** The id behind the kind: a family, a person, an organisation. */
  readonly id: string
  readonly by: Actor
  readonly at: IsoInstant
  readonly subject: Subject
  /** The file of the family whose stream it is, as it stood before. */
  readonly file?: FamilyCase
  readonly agenda?: Agenda
}

/** @returns nothing when somebody has no ground at all: then nothing is recorded */
export const authorityBasisOf = (asked: Asked): AuthorityBasis | undefined => {
  switch (asked.by.role) {
    case 'system': return 'rule'
    case 'privacyOfficer': return 'office'
    case 'professional': return basisOfProfessional(asked)
    case 'familyMember': return asked.file?.isOpen === true ? basisOfFamily(asked, asked.file) : undefined
  }
}

const basisOfProfessional = ({ kind, id, by, at, file, agenda }: Asked): AuthorityBasis | undefined => {
  if (kind === 'emergency') return 'emergency'
  if (kind === 'shelf') return 'self'
  if (kind === 'circle') return 'circle'
  if (kind === 'referral' || kind === 'consultation') return 'frontDoor'
  if (kind === 'calendar' || kind === 'practitioner' || kind === 'organisation') return by.person === id ? 'self' : by.organisation === undefined ? undefined : 'staff'
  if (file === undefined) return undefined
  // Who opens a file coordinates it from then on.
  if (!file.isOpen) return 'coordinator'
  const { careTeam, family, invitations } = file
  const today = dayOf(at, zoneOf(family.jurisdiction))
  if (by.person === careTeam.coordinator) return 'coordinator'
  if (by.person === substituteOn(careTeam, today)) return 'substitute'
  if (isInTeam(careTeam, by.person, today)) return 'team'
  if (invitations.some(({ practitionerId }) => practitionerId === by.person)) return 'invited'
  return agenda !== undefined && isPlanned(agenda, by.person) ? 'planned' : undefined
}

const isPlanned = ({ proposals }: Agenda, person: PersonId): boolean => [...proposals.appointments.values()].some(({ practitioners }) => practitioners.includes(person))

const basisOfFamily = ({ by: { person }, at, subject }: Asked, { family }: OpenCase): AuthorityBasis | undefined => {
  const member = findMember(family, person)
  if (member === undefined) return undefined
  const persons = 'persons' in subject ? subject.persons : 'person' in subject ? [subject.person] : []
  if (persons.includes(person)) return 'self'
  const today = dayOf(at, zoneOf(family.jurisdiction))
  if (subject.kind === 'unborn' && family.members.some(({ memberId, carriedBy }) => memberId === subject.person && carriedBy === person)) return 'self'
  const child = persons.find((one) => holdsAuthority(family, person, one, today))
  const fact = family.authorities.findLast((one) => one.adult === person && one.child === child && one.status === 'verified' && one.mistaken === undefined && covers(one, today))
  if (fact !== undefined) return `authority ${fact.authorityId}`
  return isAdult(member) ? 'family' : undefined
}

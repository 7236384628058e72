import { isSameSubject, nothingToDo, record, relation, type Decision, type IsoDate, type PersonId } from '@samenspel/kernel'
import { refuseChoice, refuseFutureDay, refuseLine, refusePeriod, refuseTexts } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { dyadAdded, dyadFields, homeRecorded, memberAdded, refuseDyad, refuseHome, refuseMember, refuseWhoSomebodyIs } from '../family/decide.ts'
import { tieStrengths, type DyadContent, type FamilyEvent, type MemberRole } from '../family/events.ts'
import { findMember, indexChild, indexSubject, isAdult, type Family, type Member } from '../family/family.ts'
import { areDyad, refuseUnlessCoordinator, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { isSameContent, refuseEdit } from '../versions.ts'
import { supportKinds, type MemberContent, type Mover, type NetworkCommand, type NetworkEvent, type NewSupport } from './events.ts'
import { dyadContentOf, dyadVersionOf, memberContentFields, memberContentOf, versionOf } from './state.ts'

type Command<Type extends NetworkCommand['type']> = Extract<NetworkCommand, { type: Type }>
type Decided = Decision<NetworkEvent | FamilyEvent>

const supportFields: Readonly<Record<keyof NewSupport, true>> = { supportId: true, name: true, kind: true, tie: true, helps: true, since: true, until: true }

export const decideNetwork = (command: NetworkCommand, state: OpenCase): Decided =>
  refuseUnlessCoordinator(command, state) ?? decideAsCoordinator(command, state)

const decideAsCoordinator = (command: NetworkCommand, state: OpenCase): Decided => {
  switch (command.type) {
    case 'ChangeMember': return changeMember(command, state)
    case 'ChangeDyad': return changeDyad(command, state)
    case 'RecordSupport': return recordSupport(command, state)
    case 'RecordSeparation': return recordSeparation(command, state)
    case 'RecordNewPartner': return recordNewPartner(command, state)
    case 'RecordMove': return recordMove(command, state)
  }
}

/** Whose record it is stays: a child is no grown-up, a brother or sister no child for whom the case is. */
const kindOfRecord = (role: MemberRole): string => role === 'child' || role === 'sibling' || role === 'unbornChild' ? role : 'adult'

const changeMember = (command: Command<'ChangeMember'>, state: OpenCase): Decided => {
  const { memberId, version, since, until } = command
  const member = findMember(state.family, memberId)
  if (member === undefined || member.isErased === true) return refuse('person-unknown')
  if (kindOfRecord(member.role) !== kindOfRecord(command.role)) return refuse('role-of-another-record')
  if (member.isIndexChild && until !== undefined) return refuse('index-child-role')
  const content = pick<MemberContent>(command, memberContentFields)
  if (isSameContent(content, memberContentOf(member))) return nothingToDo
  const today = todayOf(command, state)
  return refuseEdit(command, memberInWords(content), wordingOfMember(member)) ??
    refuseWhoSomebodyIs({ memberId, isIndexChild: member.isIndexChild, ...content, ...(member.role === 'unbornChild' && member.carriedBy !== undefined && { carriedBy: member.carriedBy }) }, state.family, today) ??
    refuseFutureDay('since', since, today) ?? refuseFutureDay('until', until, today) ??
    record(memberChanged(command, member.subject, memberId, version, content))
}

const memberChanged = (command: Pick<NetworkCommand, 'by' | 'at'>, subject: NetworkEvent['subject'], memberId: PersonId, version: string, content: MemberContent): NetworkEvent =>
  ({ type: 'MemberChanged', subject, ...recorded(command), category: 'contact', memberId, version, ...content })

/** Both texts of a conflict are read by who coordinates. */
const memberInWords = ({ firstName, name, birthDate, dueDate, phone, since, until }: MemberContent): string => [name ?? firstName, birthDate ?? dueDate, phone, since, until].filter((part) => part !== undefined).join(' · ')
const dyadInWords = ({ note, since, until }: DyadContent): string => [since, until, note].filter((part) => part !== undefined).join(' · ')
const supportInWords = ({ name, helps }: NewSupport): string => [name, helps].filter(Boolean).join(' · ')
const wordingOfMember = (member: Member) => ({ version: versionOf(member), text: memberInWords(memberContentOf(member)) })

const changeDyad = (command: Command<'ChangeDyad'>, state: OpenCase): Decided => {
  const { dyadId, version, isCorrection } = command
  const dyad = state.family.dyads.find((one) => one.dyadId === dyadId)
  if (dyad === undefined) return refuse('dyad-unknown')
  const content = pick<DyadContent>(command, dyadFields)
  if (isSameContent(content, dyadContentOf(dyad))) return nothingToDo
  return refuseEdit(command, dyadInWords(content), { version: dyadVersionOf(dyad), text: dyadInWords(dyadContentOf(dyad)) }) ?? refuseDyad(content) ??
    record({ type: 'DyadChanged', subject: dyad.subject, ...recorded(command), category: 'relationship', dyadId, version, isCorrection, ...content })
}

const recordSupport = (command: Command<'RecordSupport'>, { family }: OpenCase): Decided => {
  const { supportId, from, version, name, kind, tie, helps, since, until } = command
  const known = family.supports.find((one) => one.supportId === supportId)
  if (known === undefined && from !== undefined) return refuse('support-unknown')
  const content = pick<NewSupport>(command, supportFields)
  if (known !== undefined && isSameContent(content, pick<NewSupport>(known, supportFields))) return nothingToDo
  const child = indexChild(family)
  const subject = child?.role === 'child' ? { kind: 'surroundings', person: child.memberId } as const : indexSubject(family)
  return refuseEdit(command, supportInWords(content), known === undefined ? undefined : { version: known.version, text: supportInWords(known) }) ??
    refuseLine('name', name) ?? refuseChoice('kind', kind, supportKinds) ?? refuseChoice('tie', tie, tieStrengths) ?? refuseTexts({ helps }) ??
    refusePeriod(since, until) ??
    record({ type: 'SupportRecorded', subject, ...recorded(command), category: 'social', version, ...content })
}

// ── What changes several things at once: one action, one decision, all of it or nothing

/** Who lives elsewhere, or at home, from a day on. */
const moved = (command: Pick<NetworkCommand, 'by' | 'at'>, movers: readonly Mover[], on: IsoDate, family: Family): NetworkEvent[] | { readonly refusal: NonNullable<Objection>['refusal'] } => {
  const events: NetworkEvent[] = []
  for (const { memberId, inHousehold, ...edit } of movers) {
    const member = findMember(family, memberId)
    if (member === undefined || member.isErased === true) return refuse('person-unknown')
    if (member.inHousehold === inHousehold) continue
    const content = { ...memberContentOf(member), inHousehold, since: on }
    const objection = refuseEdit(edit, memberInWords(content), wordingOfMember(member))
    if (objection !== undefined) return objection
    events.push(memberChanged(command, member.subject, memberId, edit.version, content))
  }
  return events
}

const recordSeparation = (command: Command<'RecordSeparation'>, state: OpenCase): Decided => {
  const { persons, dyadId, version, on, form, movers } = command
  const { family } = state
  const today = todayOf(command, state)
  if (!areDyad(persons, state) || persons.some((person) => { const member = findMember(family, person); return member === undefined || !isAdult(member) })) return refuse('person-unknown')
  const objection = refuseFutureDay('on', on, today) ?? refuseChoice('form', form, ['separated', 'divorced'])
  if (objection !== undefined) return objection
  const known = family.dyads.find(({ subject }) => isSameSubject(subject, relation(...persons)))
  if (known?.kind === 'formerPartners' && known.form === form) return nothingToDo
  if (known?.since !== undefined && known.since > on) return refuse('date-too-early', { field: 'on', earliest: known.since })
  if (known === undefined && family.dyads.some((dyad) => dyad.dyadId === dyadId)) return refuse('id-in-use')
  const places = moved(command, movers, on, family)
  if ('refusal' in places) return places
  const content: DyadContent = { kind: 'formerPartners', form, since: on, ...(known?.tie !== undefined && { tie: known.tie }), ...(known?.note !== undefined && { note: known.note }) }
  return record<NetworkEvent | FamilyEvent>(
    known === undefined ? dyadAdded(command, dyadId, persons, content)
      : { type: 'DyadChanged', subject: known.subject, ...recorded(command), category: 'relationship', dyadId: known.dyadId, version, isCorrection: false, ...content },
    ...places,
  )
}

const recordNewPartner = (command: Command<'RecordNewPartner'>, state: OpenCase): Decided => {
  const { of, partner, dyadId, form, since } = command
  const { family } = state
  const somebody = findMember(family, of)
  if (somebody === undefined || somebody.isErased === true || !isAdult(somebody)) return refuse('person-unknown')
  if (!isAdult(partner) || partner.role === 'institution' || of === partner.memberId) return refuse('choice-unknown', { field: 'role' })
  if (family.dyads.some((dyad) => dyad.dyadId === dyadId)) return refuse('id-in-use')
  const content: DyadContent = { kind: 'partners', ...(form !== undefined && { form }), ...(since !== undefined && { since }) }
  return refuseMember(partner, family, todayOf(command, state)) ?? refuseDyad(content) ?? record<FamilyEvent>(memberAdded(command, partner), dyadAdded(command, dyadId, [of, partner.memberId], content))
}

const recordMove = (command: Command<'RecordMove'>, state: OpenCase): Decided => {
  const { home, movers } = command
  const objection = refuseHome(home, state.family, todayOf(command, state))
  if (objection !== undefined) return objection
  const places = moved(command, movers, home.from, state.family)
  return 'refusal' in places ? places : record<NetworkEvent | FamilyEvent>(homeRecorded(command, home, state.family), ...places)
}

/**
 * A referral that becomes a case: the seam where triage ends and care begins. The family has the id of the referral and its people keep
 * theirs. The ids of all its steps follow from that of the referral, so that each has one effect whoever asks how often, and the referral
 * is closed last: when it was cut off half-way, asking again goes on.
 */
import { agreeingParents, aboutReferral, referral, type Referral, type ReferredParent, type TickedSignals } from '@samenspel/front-door'
import type { FamilyCaseCommand, NewMember } from '@samenspel/family-case'
import { createDates } from '@samenspel/intl'
import { viewText, type ViewText } from '@samenspel/intl/views'
import { dayOf, isRefused, longestText, zoneOf, type Id, type IsoDate, type PersonId, type Subject } from '@samenspel/kernel'
import type { AllFiles, Handled } from '../composition/files.ts'
import { derivedId } from '../ids/derived-id.ts'
import { Refused } from '../graphql/refused.ts'
import { ownId } from '../ids/own-id.ts'
import type { DoorDesk, OpenedReferral } from './door-desk.ts'

/** What who starts the case puts right or adds. */
export type NewCase = { readonly name: string; readonly childFirstName?: string; readonly birthDate?: IsoDate; readonly dueDate?: IsoDate; readonly atHome: readonly PersonId[] }

/** @returns from where in the log on it shows. @throws Refused as `referral` and `familyCase` refuse */
export const startCase = async (files: AllFiles, desk: DoorDesk, { id, state }: OpenedReferral, made: NewCase): Promise<Handled['position']> => {
  const { asking: { actor: by, session }, now: at, commandId, registrationValid } = desk
  const own = ownOf(id)
  const end = { type: 'CloseReferral', by, at, registrationValid, outcome: 'caseStarted' } as const
  // Before anything is opened it is certain that triage may end so (K-02).
  const decision = referral.decide(end, state)
  if (state.closed === undefined && isRefused(decision)) throw new Refused(decision.refusal.code, decision.refusal.about)
  const closeReferral = async (): Promise<Handled['position']> => {
    const { refusal, position } = await files.referrals.handle(id, end, ownId(session.person, commandId, 'command'))
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    return position
  }
  if (state.closed !== undefined) return closeReferral()
  const { child } = state
  if (child === undefined || by.organisation === undefined) throw new Refused('referral-unknown')
  const text = viewText(session.language)
  const step = async (name: string, command: FamilyCaseCommand): Promise<void> => {
    const { refusal } = await files.cases.handle(id, command, own(name))
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
  }
  const stamp = { by, at } as const
  const members = membersOf(state, made)
  const childName = made.childFirstName ?? child.firstName ?? text('referral.unborn')
  await step('open', {
    type: 'OpenFamily', ...stamp, registrationValid, familyId: id, name: made.name, jurisdiction: state.jurisdiction, caseNumber: caseNumberOf(id), members,
    coordinator: { membershipId: own('membership'), practitionerId: by.person, organisation: by.organisation },
    mentalisingGoal: {
      goalId: own('goal'), version: own('goal version'), title: text('referral.goal', { name: childName }), route: 'bond', scale: 'five', start: -1, isParentsOwn: false,
      levels: ([-2, -1, 0, 1, 2] as const).map((value) => ({ value, text: text(`referral.goal.${value}`) })),
    },
  })
  for (const { person } of state.parents) await step(`dyad ${person}`, { type: 'AddDyad', ...stamp, registrationValid, dyadId: own(`dyad id ${person}`), persons: [child.person, person], kind: 'parentAndChild' })
  for (const parent of agreeingParents(state)) await consentOf(state, parent, own, desk, step)
  await words(state, own, desk, step)
  return closeReferral()
}

/** The ids of what a case begins with, always the same for the same referral. */
const ownOf = (referralId: Id) => (name: string): Id => derivedId(`case of ${referralId} ${name}`)
type Own = ReturnType<typeof ownOf>

/** A number to speak about the case with; random, as its id is. */
const caseNumberOf = (id: Id): string => `V-${derivedId(`case number ${id}`).replaceAll('-', '').slice(0, 8).toUpperCase()}`

const membersOf = ({ child, parents }: Referral, { childFirstName, birthDate, dueDate, atHome }: NewCase): readonly NewMember[] => {
  if (child === undefined) return []
  const firstName = childFirstName ?? child.firstName
  const born = birthDate ?? child.birthDate, due = dueDate ?? child.dueDate
  return [
    child.carriedBy === undefined
      ? { memberId: child.person, role: 'child', firstName: firstName ?? '', ...(born !== undefined && { birthDate: born }), isIndexChild: true, inHousehold: true }
      : { memberId: child.person, role: 'unbornChild', firstName: firstName ?? 'Baby', ...(due !== undefined && { dueDate: due }), carriedBy: child.carriedBy, isIndexChild: true, inHousehold: true },
    ...parents.map(({ person, role, firstName: called, name, reach }): NewMember => ({
      memberId: person, role, firstName: called, ...(name !== undefined && { name }), isIndexChild: false, inHousehold: atHome.includes(person), ...(reach !== undefined && !reach.includes('@') && { phone: reach }),
    })),
  ]
}

type Step = (name: string, command: FamilyCaseCommand) => Promise<void>

/**
 * What a parent agreed to by being referred is made explicit: who told them, and when (C-07). It speaks about the parent's own record,
 * and about a pregnancy that is theirs; about a child who was born it can only once authority was seen.
 */
const consentOf = async ({ child, referrer, organisation, jurisdiction }: Referral, { person, toldOn }: ReferredParent, own: Own, { asking: { actor: by, session }, now: at, today }: DoorDesk, step: Step): Promise<void> => {
  const text = viewText(session.language)
  const howExplained = text('referral.explained', { who: referrer?.name ?? text('somebody'), from: referrer?.organisation ?? '', day: createDates(session.language, zoneOf(jurisdiction)).date(toldOn ?? today) })
  const about: readonly Subject[] = [{ kind: 'adult', person }, ...child?.carriedBy === person ? [{ kind: 'unborn', person } as const] : []]
  for (const subject of about) {
    await step(`consent ${subject.kind} ${person}`, {
      type: 'GiveConsent', by, at, subject, consentId: own(`consent id ${subject.kind} ${person}`), category: '*', recipient: { kind: 'organisation', organisation }, from: today,
      signedBy: [person], basis: 'impliedByReferral', askedBy: referrer?.person ?? by.person, howExplained,
    })
  }
}

/** The words of who referred, and of the family itself, begin the file; what was ticked about a parent or a bond stands in the record of each. */
const words = async (state: Referral, own: Own, { asking: { actor: by, session }, now: at }: DoorDesk, step: Step): Promise<void> => {
  const { language } = session
  const text = viewText(language)
  const { referrer, story: { family, story, urgencyReason }, jurisdiction } = state
  const occurredOn = dayOf(state.at, zoneOf(jurisdiction))
  const seen = (ticked: readonly TickedSignals[]): string => ticked.flatMap(({ group, signals }) => signals.map((signal) => text(`signal.${group}.${signal}` as ViewText))).join('; ')
  const add = (name: string, subject: Subject, category: 'social' | 'relationship' | 'mentalHealth', situation: string, parentsTold?: string) => step(`words ${name}`, {
    type: 'AddContribution', by, at, subject, id: own(`words id ${name}`), kind: parentsTold === undefined ? 'note' : 'fourPart', category, setting: 'practice', occurredOn, situation, ...(parentsTold !== undefined && { parentsTold }),
  })
  const ofChild = state.ticked.filter(({ subject }) => subject.kind === 'child' || subject.kind === 'unborn' || subject.kind === 'surroundings')
  const intro = text('referral.from', { who: referrer?.name ?? text('somebody'), from: referrer?.organisation ?? '', day: createDates(language, zoneOf(jurisdiction)).date(occurredOn) })
  await add('child', aboutReferral(state), 'social', [intro, story, urgencyReason, ...ofChild.length === 0 ? [] : [text('referral.seen', { signals: seen(ofChild) })]].filter((one) => one !== undefined).join('\n\n').slice(0, longestText), family)
  for (const [index, ticked] of state.ticked.entries()) {
    const { subject } = ticked
    if (subject.kind === 'adult' || subject.kind === 'relation') await add(`ticked ${index}`, subject, subject.kind === 'adult' ? 'mentalHealth' : 'relationship', text('referral.seen', { signals: seen([ticked]) }))
  }
}

/** What a parent's screens read from the family: pure functions over what the API disclosed. */
import type { AppointmentOfFamilyFragment, BundleOfFamilyFragment, Discipline, FamilyForParentsQuery, OverloadSignalOfFamilyFragment, ProposalOfFamilyFragment } from '@samenspel/graphql-documents/parent'
import type { BeadShape } from '@samenspel/ui'

export type Family = FamilyForParentsQuery['families']['nodes'][number]
export type Me = FamilyForParentsQuery['me']
export type Bundle = BundleOfFamilyFragment
export type Appointment = AppointmentOfFamilyFragment
export type Proposal = ProposalOfFamilyFragment
export type OverloadSignal = OverloadSignalOfFamilyFragment
export type Professional = Appointment['professionals'][number]

/** The name by which people call each other. */
export const firstNameOf = (name: string): string => name.split(' ')[0] ?? name

const byStart = (one: { readonly date: string; readonly start: string | null }, other: { readonly date: string; readonly start: string | null }): number =>
  `${one.date} ${one.start ?? ''}`.localeCompare(`${other.date} ${other.start ?? ''}`)

/** Whether an appointment still stands, or is proposed. */
const stands = (part: Appointment): boolean => part.status === 'CONFIRMED' || part.status === 'PROPOSED'

/** The stops of a visit in the order of the day; what was cancelled is no stop. */
export const stopsOf = (bundle: Bundle): readonly Appointment[] => bundle.parts.filter(stands).toSorted(byStart)

/** From when to when the family is busy with it, travel aside; absent while no time is known. */
export const hoursOf = (bundle: Bundle): { readonly from: string; readonly to: string } | undefined => {
  const stops = stopsOf(bundle)
  const from = stops[0]?.start ?? bundle.start
  const to = stops.map((part) => part.end ?? '').toSorted().at(-1) || bundle.end
  return from === null || from === undefined || to === null || to === '' ? undefined : { from, to }
}

/** Whether the family stays at home for it. */
export const isAtHome = (bundle: Bundle): boolean => bundle.kind !== 'VISIT'

/** Whether it is an evening or a call: the colour of dusk, and nothing else, says so. */
export const isDusk = (bundle: Bundle): boolean => bundle.kind === 'EVENING' || bundle.kind === 'DIGITAL'

/** The moments that are fixed and not over, nearest first. `now` is a date and a time on the wall. */
export const upcoming = (family: Family, now: { readonly date: string; readonly time: string }): readonly Bundle[] =>
  family.bundles
    .filter((bundle) => bundle.parts.some((part) => part.status === 'CONFIRMED'))
    .filter((bundle) => bundle.date > now.date || (bundle.date === now.date && (hoursOf(bundle)?.to ?? '24:00') > now.time))
    .toSorted(byStart)

const firstDate = (proposal: Proposal): string => proposal.bundles.map((bundle) => bundle.date).toSorted()[0] ?? ''

/** The proposals that are out and not decided, nearest first. */
export const openProposals = (family: Family): readonly Proposal[] =>
  family.proposals.filter((proposal) => proposal.status === 'SENT' || proposal.status === 'CONFIRMING').toSorted((one, other) => firstDate(one).localeCompare(firstDate(other)))

/** The proposal that was sent last and can't be had any more, while nothing newer came. */
export const releasedProposal = (family: Family): Proposal | undefined => {
  const newest = family.proposals.filter((proposal) => proposal.status !== 'DRAFT' && proposal.status !== 'WITHDRAWN').toSorted((one, other) => (other.sentAt ?? '').localeCompare(one.sentAt ?? ''))[0]
  return newest?.status === 'RELEASED' ? newest : undefined
}

/** The proposal that became fixed and of which a moment is still to come. */
export const confirmedProposal = (family: Family, coming: readonly Bundle[]): Proposal | undefined => {
  const ids = new Set(coming.map((bundle) => bundle.id))
  return family.proposals.find((proposal) => proposal.status === 'CONFIRMED' && proposal.bundles.some((bundle) => ids.has(bundle.id)))
}

/** The moments of a proposal, in the order of the calendar. */
export const momentsOf = (proposal: Proposal): readonly Bundle[] => proposal.bundles.toSorted(byStart)

/** My own answer to a proposal. */
export const answerOf = (proposal: Proposal, me: Me) => proposal.answers.find((answer) => answer.memberId === me.id)?.answer ?? undefined

/** The others who are asked, with what they said. */
export const othersAsked = (proposal: Proposal, me: Me): Proposal['answers'] => proposal.answers.filter((answer) => answer.memberId !== me.id)

/** The shape of a stop's bead says its kind, as the word beside it does. */
export const beadOf = (discipline: Discipline | null): BeadShape => {
  switch (discipline) {
    case 'HOSPITAL':
    case 'GP':
    case 'MIDWIFE':
    case 'CHILD_HEALTH_CLINIC':
      return 'square'
    case 'ADULT_MENTAL_HEALTH':
      return 'diamond'
    case 'IMH_SPECIALIST':
    case 'DAY_CENTRE':
    case 'YOUTH_CARE':
    case 'HOME_SUPPORT':
    case 'NEIGHBOURHOOD_TEAM':
    case 'JUVENILE_COURT':
    case null:
      return 'circle'
  }
}

/** The places of a visit, each once, in the order of the stops. */
export const placesOf = (bundle: Bundle): readonly NonNullable<Appointment['place']>[] => {
  const places = stopsOf(bundle).flatMap((part) => part.place ?? [])
  return places.filter((place, index) => places.findIndex((other) => other.id === place.id) === index)
}

/** What to bring, each thing once. */
export const thingsToBring = (bundle: Bundle): readonly string[] => [...new Set(stopsOf(bundle).flatMap((part) => part.bring ?? []))]

/** The children of the family, who live and are born, as far as this parent reads of them. */
export const childrenOf = (family: Family): Family['members'] => family.members.filter(({ role, passed }) => (role === 'CHILD' || role === 'SIBLING') && passed === null)

/** Who of the family goes along: ids of members, each once. */
export const attendeesOf = (bundle: Bundle): readonly string[] => [...new Set(stopsOf(bundle).flatMap((part) => part.attendees))]

/** A visit by its id: fixed, or in a proposal that is out. */
export const findBundle = (family: Family, id: string): Bundle | undefined =>
  [...family.bundles, ...openProposals(family).flatMap((proposal) => proposal.bundles)].find((bundle) => bundle.id === id)

/** What I dropped lately and can take back, nearest first. */
export const undoable = (family: Family): readonly Appointment[] =>
  family.bundles.flatMap(({ parts }) => parts).filter(({ canUndoUntil }) => canUndoUntil !== null).toSorted(byStart)

/** My last signal that it is too much, while nobody has called yet. */
export const openSignal = (family: Family, me: Me): OverloadSignal | undefined =>
  family.overloadSignals.filter((signal) => signal.memberId === me.id && signal.answeredAt === null).toSorted((one, other) => other.at.localeCompare(one.at))[0]

/** Whether I asked for another moment and nobody has answered yet. */
export const askedOtherMoment = (family: Family, me: Me, id: string): boolean =>
  family.changeRequests.some((request) => request.isOpen && request.memberId === me.id && (request.appointmentId === id || request.proposalId === id))

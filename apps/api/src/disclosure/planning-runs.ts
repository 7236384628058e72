import { changedParts, fromPlan, type Appointment as Standing, type PlanningCase, type ProposalDraft, type ProposalKind } from '@samenspel/agenda'
import { flavours, type Appointment, type Burden, type Flavour, type Proposals, type Replanned, type Sketch } from '@samenspel/bundling'
import { newId, type FamilyId, type Id, type PersonId } from '@samenspel/kernel'

/** One search of the engine for one coordinator, and what it has found so far. */
export type Run = {
  readonly id: Id
  readonly familyId: FamilyId
  readonly person: PersonId
  readonly state: 'running' | 'done' | 'failed'
  readonly drafts: readonly ProposalDraft[]
  /** What the engine was asked, so that questions about its proposals can be answered. */
  readonly planning: PlanningCase
  /** What it would weigh to have every need at its own first free time. */
  readonly firstFree?: Burden
  /** Of a plan that was made again, the appointments that stay as they are. */
  readonly stays?: readonly Id[]
  /** Somebody stopped it: this is what had been found by then. */
  readonly isStopped?: boolean
}

const kinds: Readonly<Record<Flavour, ProposalKind>> = {
  'fewest-travel-days': 'fewestTravelDays', 'other-days': 'otherDays', soonest: 'soonest', 'no-evenings': 'noEvenings',
}

export const flavourOf = (kind: ProposalKind): Flavour | undefined => flavours.find((flavour) => kinds[flavour] === kind)

/** What the engine can show within a moment; better ones and the comparison with first free times follow. */
export const sketchOf = (planning: PlanningCase, sketch: Sketch, proposalId: Id): ProposalDraft =>
  draft(planning, sketch, { proposalId, kind: 'fewestTravelDays', firstFree: [] })

/** The best so far of a search that somebody stopped, beside every need at its own first free time. */
export const stoppedAt = (planning: PlanningCase, sketch: Sketch, proposalId: Id, firstFree: { readonly appointments: readonly Appointment[]; readonly burden: Burden }): Pick<Run, 'drafts' | 'firstFree'> => ({
  drafts: [draft(planning, sketch, { proposalId, kind: 'fewestTravelDays', firstFree: firstFree.appointments })], firstFree: firstFree.burden,
})

export const draftsOf = (planning: PlanningCase, { proposals, firstFree }: Proposals): readonly ProposalDraft[] => proposals.map((proposal) =>
  draft(planning, proposal, {
    proposalId: newId(), kind: kinds[proposal.flavour], firstFree: firstFree.appointments,
    conflicts: proposal.unplanned.flatMap(({ need, conflict }) => conflict === undefined ? [] : [{ need, rules: conflict.rules, needs: conflict.needs }]),
  }))

/** A plan that somebody made by hand. */
export const draftByHand = (planning: PlanningCase, appointments: readonly Appointment[], proposalId: Id, firstFree: readonly Appointment[]): ProposalDraft => {
  const name = planning.case.name
  return { proposalId, kind: 'byHand', proven: false, travelDaysPossiblyFewer: 0, ...fromPlan({ planning, newId, plan: { case: name, appointments }, firstFree: { case: name, appointments: firstFree } }) }
}

type Found = Pick<Sketch, 'appointments' | 'proven' | 'travelDaysPossiblyFewer'>

type Around = {
  readonly proposalId: Id
  readonly kind: ProposalKind
  readonly firstFree: readonly Appointment[]
  readonly conflicts?: readonly { readonly need: string; readonly rules: readonly string[]; readonly needs: readonly string[] }[]
}

const draft = (planning: PlanningCase, { appointments, proven, travelDaysPossiblyFewer }: Found, { proposalId, kind, firstFree, conflicts = [] }: Around): ProposalDraft => {
  const name = planning.case.name
  return {
    proposalId, kind, proven, ...(travelDaysPossiblyFewer !== undefined && { travelDaysPossiblyFewer }),
    ...fromPlan({
      planning, newId, firstFree: { case: name, appointments: firstFree },
      plan: { case: name, appointments, conflicts: conflicts.map((conflict) => ({ family: name, ...conflict })) },
    }),
  }
}

/** A family's part of a plan that was made for many families together. */
export const draftTogether = (planning: PlanningCase, found: Found, firstFree: readonly Appointment[]): ProposalDraft =>
  draft(planning, found, { proposalId: newId(), kind: 'fewestTravelDays', firstFree })

/** A plan that was made again, with as little as possible of what stood moved. @param standing what is confirmed and was planned anew */
export const draftAgain = (planning: PlanningCase, { appointments, proven, stay, withoutAppointment }: Replanned, standing: readonly Standing[], firstFree: readonly Appointment[]): ProposalDraft => {
  const stays = new Set(standing.length === 0 ? [] : stay.map(({ need }) => need))
  const made = draft(planning, { appointments, proven }, { proposalId: newId(), kind: 'fewestChanges', firstFree: standing.length === 0 ? firstFree : [] })
  return { ...made, parts: changedParts(made.parts, standing, stays), unplanned: made.unplanned.filter(({ needId }) => withoutAppointment.includes(needId)) }
}

/** A proposal of one appointment at another time, in the place of where it stands. */
export const movedTo = (planning: PlanningCase, appointment: Appointment, standing: Standing): ProposalDraft => {
  const made = draft(planning, { appointments: [appointment], proven: false }, { proposalId: newId(), kind: 'byHand', firstFree: [] })
  return { ...made, parts: changedParts(made.parts, [standing], new Set()) }
}

/** Parts of a proposal on the days that somebody asked for, beside its other parts as they were proposed. It takes the place of a proposal that nobody confirmed. */
export const draftOnOtherDays = (planning: PlanningCase, appointments: readonly Appointment[], beside: readonly Standing[]): ProposalDraft => {
  const made = draft(planning, { appointments, proven: false }, { proposalId: newId(), kind: 'otherDays', firstFree: [] })
  const again = beside.map(({ bundleId, needId, practitioners, date, start, end, modality, attendees, homeMinutes, glued, evening, minding, firstFree, insteadOf }) => ({
    appointmentId: newId(), bundleId, needId, practitioners, date, start, end, modality, attendees, homeMinutes, glued, evening,
    ...(minding !== undefined && { minding }), ...(firstFree !== undefined && { firstFree }), ...(insteadOf !== undefined && { insteadOf }),
  }))
  return { ...made, parts: [...made.parts, ...again] }
}

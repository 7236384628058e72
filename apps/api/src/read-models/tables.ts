import type { FamilyId, Id, IsoDate, IsoInstant, OrganisationId, PersonId } from '@samenspel/kernel'

/**
 * What crosses families, made from the log and dropped at will: `read-models.sqlite` holds ids and moments, and nothing
 * that anybody said or could be found by. It tells where to look; whether somebody may see anything there is decided at the gate, from the case itself.
 */
export type Tables = {
  /** Families of which somebody is a member, or in whose team somebody is or was. */
  readonly participation: { readonly person: PersonId; readonly family: FamilyId }
  /** Families of which a child is, or was, looked after in a group, and who works or worked there: what opens with that, the gate decides by the day. */
  readonly group_family: { readonly children_group: Id; readonly family: FamilyId }
  readonly group_worker: { readonly children_group: Id; readonly person: PersonId }
  /** Every family, with its case number sealed. */
  readonly family_case: { readonly family: FamilyId; readonly sealed_number: Uint8Array }
  /** Secret calendar addresses that hold, by the hash of their token. */
  readonly calendar_feed: { readonly person: PersonId; readonly family: FamilyId; readonly token_hash: string }
  /** Signals of "it is too much now" that nobody has answered and that were not passed on. */
  readonly open_signal: { readonly signal: Id; readonly family: FamilyId; readonly call_by: IsoInstant }
  /** Files with a practice card on its way to the shelf, or from it, and from which day on there is something to do. Which card, it doesn't say. */
  readonly open_practice_card: { readonly family: FamilyId; readonly due_on: IsoDate }
  /** Confirmations that began and are not decided. */
  readonly open_confirmation: { readonly proposal: Id; readonly family: FamilyId }
  /** Everybody in the register whom a team can ask. */
  readonly practitioner: { readonly practitioner: PersonId }
  readonly organisation: { readonly organisation: OrganisationId }
  /** What came in at the front door, for whom, and whether it is done: what it says, and who may see it, the gate decides. */
  readonly door_entry: { readonly entry: Id; readonly kind: 'referral' | 'consultation'; readonly organisation: OrganisationId; readonly received_at: IsoInstant; readonly is_closed: number }
  /** Invitations to join a team, and to whom they are addressed. */
  readonly partner_invitation: { readonly invitation: Id; readonly person: PersonId; readonly family: FamilyId }
}

/** Network: what changes in a family while its case goes on. Who is put right or leaves, how bonds change, what stands around it. */
import type { Category, IsoDate, PersonId } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'
import type { DyadContent, DyadForm, NewHome, NewMember, TieStrength } from '../family/events.ts'

/** Who somebody is and where they live, as it is now. What makes it another record (child or grown-up, whose pregnancy) doesn't change. */
export type MemberContent = Pick<NewMember, 'role' | 'firstName' | 'name' | 'birthDate' | 'dueDate' | 'inHousehold' | 'drawnAs' | 'phone' | 'language'> & {
  /** Since when they live in the household, or elsewhere. */
  readonly since?: IsoDate
  /** The last day on which they belonged to the network of this family. */
  readonly until?: IsoDate
}

export const supportKinds = ['school', 'childcare', 'work', 'faith', 'leisure', 'community', 'housing', 'finance', 'health', 'other'] as const
export type SupportKind = (typeof supportKinds)[number]

export type NewSupport = {
  readonly supportId: string
  readonly name: string
  readonly kind: SupportKind
  readonly tie?: TieStrength
  /** What it gives or asks, in words that the family would use. */
  readonly helps?: string
  readonly since?: IsoDate
  readonly until?: IsoDate
}

export type NetworkEvent =
  | Fact<'MemberChanged', { category: Category; memberId: PersonId; version: string } & MemberContent>
  /** In its newest form. `isCorrection`: it never was otherwise, so nothing of what stood there is kept as what was before. */
  | Fact<'DyadChanged', { category: Category; dyadId: string; version: string; isCorrection: boolean } & DyadContent>
  /** New, or in its newest form. */
  | Fact<'SupportRecorded', { category: Category; version: string } & NewSupport>

/** Somebody whose place of living changes with what happens, and the version that was seen of them. */
export type Mover = { readonly memberId: PersonId; readonly from: string; readonly version: string; readonly inHousehold: boolean }

export type NetworkCommand =
  | Request<'ChangeMember', Coordinating & { memberId: PersonId; from: string; version: string } & MemberContent>
  | Request<'ChangeDyad', Coordinating & { dyadId: string; from: string; version: string; isCorrection: boolean } & DyadContent>
  /** `from`: the version it begins from; absent when it is new. */
  | Request<'RecordSupport', Coordinating & { from?: string; version: string } & NewSupport>
  /** Two people part: their bond changes on that day, and who moved out lives elsewhere from then on. */
  | Request<'RecordSeparation', Coordinating & { persons: readonly [PersonId, PersonId]; dyadId: string; version: string; on: IsoDate; form: Extract<DyadForm, 'separated' | 'divorced'>; movers: readonly Mover[] }>
  /** Somebody of the family has a new partner. */
  | Request<'RecordNewPartner', Coordinating & { of: PersonId; partner: NewMember; dyadId: string; form?: DyadForm; since?: IsoDate }>
  /** The household lives somewhere else from that day on; some come along, some don't. */
  | Request<'RecordMove', Coordinating & { home: NewHome & { readonly from: IsoDate }; movers: readonly Mover[] }>

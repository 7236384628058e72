/**
 * Silence: a pregnancy ended in loss, a child died, or somebody who brought it up. From then on nothing that the software does by itself reaches this family, until
 * who coordinates lets it begin again. The file stays. Types and the fact of silence tell nothing; who it is about is in the child's own record.
 */
import type { Category, IsoDate, PersonId } from '@samenspel/kernel'
import type { Fact, Request } from '../fact.ts'

/** How a life that was hoped for or lived came to its end here. */
export const memberStatuses = ['pregnancyEnded', 'died'] as const
export type MemberStatus = (typeof memberStatuses)[number]

export type SilenceEvent =
  /** In the record of the child, or of who carried it. `on`: the day, where the family named one. */
  | Fact<'MemberStatusRecorded', { category: Category; memberId: PersonId; status: MemberStatus; on?: IsoDate }>
  /** It was a mistake, and never counted. */
  | Fact<'MemberStatusCorrected', { category: Category; memberId: PersonId }>
  /** About the case, so that it holds for everybody of the family and outlives the record of any of them. */
  | Fact<'MessagesStopped', { silenceId: string }>
  | Fact<'MessagesResumed', { silenceId: string }>

export type SilenceCommand =
  /** By who coordinates or stands in; without a valid registration too, since a family must not be written to for a reason of ours. */
  | Request<'RecordLoss', { silenceId: string; memberId: PersonId; on?: IsoDate }>
  | Request<'TakeBackLoss', { memberId: PersonId }>
  /** The family may be written to again, as it said itself. */
  | Request<'ResumeMessages'>

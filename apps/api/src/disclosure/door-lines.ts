/** Which lines of the access log the front door leaves: in the log of the family that a referral may become, so that its parents find them there (L-01). */
import type { PolicyId } from '@samenspel/access'
import { newId, subjectKey, type Actor, type Category, type IsoInstant, type Subject } from '@samenspel/kernel'
import type { LoggedAction, LogLine } from './access-log.ts'

/** Who did what, from where. */
export type DoorOccasion = { readonly by: Actor; readonly operation: string; readonly now: IsoInstant; readonly accessPoint: LogLine['accessPoint']; readonly policies?: readonly PolicyId[] }

/** One line for each subject. @param subjects about whom something was read or written; about the case itself when about nobody */
export const doorLines = ({ by, operation, now, accessPoint, policies = [] }: DoorOccasion, action: LoggedAction, subjects: readonly Subject[]): readonly LogLine[] => {
  const about = new Map((subjects.length === 0 ? [{ kind: 'case' } as const] : subjects).map((subject) => [subjectKey(subject), subject]))
  return [...about.values()].map((subject) => ({
    id: newId(), at: now, by, action, operation, subject, category: labelOf(subject), outcome: 'done', policies, consents: [], emergency: false, accessPoint,
  }))
}

/** Somebody asked for something of which nothing opens: the same line whether it is there or not. */
export const refusedDoorLine = ({ by, operation, now, accessPoint }: DoorOccasion, action: LoggedAction): LogLine => ({
  id: newId(), at: now, by, action, operation, subject: { kind: 'case' }, category: 'social', outcome: 'refused', policies: ['default'], consents: [], emergency: false, accessPoint,
})

const labelOf = ({ kind }: Subject): Category | 'unlabelled' => kind === 'case' ? 'unlabelled' : kind === 'adult' ? 'contact' : kind === 'relation' ? 'relationship' : 'social'

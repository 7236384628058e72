/** The times of what is asked again and again: their ids, and what was asked in the first place. */
import type { NeedId } from '../terms.ts'
import type { Recurrence } from './events.ts'
import type { Need, Needs } from './need.ts'

/** A need that is the first of many. */
export type Recurring = Need & { readonly recurrence: Recurrence }

export const isFirst = (need: Need): need is Recurring => need.recurrence !== undefined && need.occurrence === undefined

/** The id of the so-manieth time that is asked; the first has the id of what was asked. */
export const occurrenceId = (first: NeedId, number: number): NeedId => number === 1 ? first : `${first}.${number}`

/** The need of which an id is one time, and which one; nothing for what isn't asked again and again, or was erased. */
export const firstOf = ({ byId }: Needs, needId: NeedId): { readonly first: Recurring; readonly number: number } | undefined => {
  const whole = byId.get(needId)
  if (whole !== undefined && isFirst(whole)) return { first: whole, number: 1 }
  const [, root, number] = /^(.+)\.([1-9]\d{0,3})$/.exec(needId) ?? []
  const first = root === undefined ? undefined : byId.get(root)
  return first !== undefined && isFirst(first) && Number(number) > 1 ? { first, number: Number(number) } : undefined
}

/** What was asked in the first place: itself, for a need that is asked once. */
export const askedAs = (needs: Needs, needId: NeedId): NeedId => firstOf(needs, needId)?.first.needId ?? needId

/** Of all that are asked with a need: itself, and every time that is known. */
export const isAskedWith = (needs: Needs, needId: NeedId) => (other: NeedId): boolean => askedAs(needs, other) === askedAs(needs, needId)

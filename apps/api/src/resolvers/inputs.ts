import { relation, type MeetingWay, type Subject } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import type { MeetingWayInput, SubjectInput } from '../graphql/inputs.ts'

/** @throws Refused `subject-unknown` when the number of persons doesn't fit the kind */
export const subjectOf = ({ kind, memberIds }: SubjectInput): Subject => {
  const [first, second, ...more] = memberIds
  if (kind === 'case' && first === undefined) return { kind }
  if (kind === 'relation' && first !== undefined && second !== undefined && more.length === 0) return relation(first, second)
  if (kind !== 'case' && kind !== 'relation' && first !== undefined && second === undefined) return { kind, person: first }
  throw new Refused('subject-unknown', { kind })
}

type WithoutNulls<Value> = { readonly [Key in keyof Value]: Exclude<Value[Key], null> }

/** An input without its empty fields: GraphQL writes "not given" as `null` too. */
export const withoutNulls = <Value extends object>(input: Value): WithoutNulls<Value> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined)) as WithoutNulls<Value>

/** Texts that may be left empty, without those that are. */
export const withoutBlank = <Field extends string>(texts: Readonly<Record<Field, string | null | undefined>>): Readonly<Partial<Record<Field, string>>> =>
  Object.fromEntries(Object.entries<string | null | undefined>(texts).filter(([, text]) => text != null && text.trim() !== '')) as Partial<Record<Field, string>>

/** `none` is no way at all. */
export const wayOf = ({ kind, url }: MeetingWayInput): MeetingWay | undefined =>
  kind === 'none' ? undefined : kind === 'call' ? { kind } : { kind, url: (url ?? '').trim() }

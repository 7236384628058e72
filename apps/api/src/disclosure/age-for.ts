import type { Subject } from '@samenspel/kernel'
import { shown, type Opened } from './gate.ts'

/**
 * The age that counts, in whole months: of the child whom it is about; for a parent, or a bond without a child, of the child whose file
 * it is. Before birth it counts back from the day that is expected. Only what opened counts.
 */
export const ageFor = (opened: Opened, subject: Subject, today: string): number | undefined => {
  const members = shown(opened, 'member').map(({ item: { value } }) => value)
  const persons = subject.kind === 'relation' ? subject.persons : subject.kind === 'case' ? [] : [subject.person]
  const isYoung = ({ role }: { readonly role: string }) => role === 'child' || role === 'sibling' || role === 'unbornChild'
  const counts = members.find((member) => persons.includes(member.memberId) && isYoung(member)) ?? members.find(({ role, carriedBy }) => role === 'unbornChild' && carriedBy !== undefined && persons.includes(carriedBy)) ?? members.find(({ isIndexChild }) => isIndexChild)
  const from = counts?.birthDate ?? counts?.dueDate
  if (from === undefined) return undefined
  const { months, days } = Temporal.PlainDate.from(from).until(today, { largestUnit: 'months' })
  return Math.max(days < 0 ? months - 1 : months, -9)
}

import { everyDay, workdays } from '@samenspel/week-editing'
import { useFamilyView } from '../family/family-context.tsx'
import { useJoin } from '../family/use-join.ts'
import { usePageText } from '../texts.ts'

/** A date that falls on a weekday: 5 January 2026 was a Monday. */
const dateOn = (weekday: number): string => `2026-01-${String(4 + weekday).padStart(2, '0')}`

/** Days of the week in words: "elke dag", "maandag en donderdag"; and short, as "ma". */
export const useDays = () => {
  const text = usePageText()
  const { dates } = useFamilyView()
  const join = useJoin()
  return {
    inWords: (weekdays: readonly number[]): string => {
      if (weekdays.length === everyDay.length) return text('rhythm.everyDay')
      return weekdays.join() === workdays.join() ? text('rhythm.workdays') : join(weekdays.map((day) => dates.weekday(dateOn(day))))
    },
    full: (weekday: number): string => dates.weekday(dateOn(weekday)),
    short: (weekday: number): string => dates.weekday(dateOn(weekday)).slice(0, 2),
  }
}

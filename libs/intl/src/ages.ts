import { daysFrom } from './dates.ts'
import { localeOf, type Language } from './language.ts'

const count = (language: Language, value: number, unit: 'week' | 'month' | 'year'): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'long' }).format(value)

/** Whole months from one date to another. */
const monthsBetween = (from: string, to: string): number => {
  const [years, months, days] = [0, 5, 8].map((at, index) => Number(to.slice(at, at + (index === 0 ? 4 : 2))) - Number(from.slice(at, at + (index === 0 ? 4 : 2)))) as [number, number, number]
  return years * 12 + months - (days < 0 ? 1 : 0)
}

/**
 * An age in words, as exact as people say it: weeks until two months, months until one year, years and months until
 * five, then years. Dates are `YYYY-MM-DD`.
 */
export const ageInWords = (language: Language, birthDate: string, today: string): string => {
  const months = monthsBetween(birthDate, today)
  if (months < 2) return count(language, Math.max(0, Math.floor(daysFrom(birthDate, today) / 7)), 'week')
  if (months < 12) return count(language, months, 'month')
  const years = count(language, Math.floor(months / 12), 'year')
  if (months >= 60 || months % 12 === 0) return years
  return `${years} ${language === 'nl' ? 'en' : 'and'} ${count(language, months % 12, 'month')}`
}

/** How far a pregnancy is, in whole weeks of the forty: "24 weken zwanger". */
export const pregnancyInWords = (language: Language, dueDate: string, today: string): string => {
  const weeks = Math.min(42, Math.max(0, 40 - Math.ceil(daysFrom(today, dueDate) / 7)))
  return `${count(language, weeks, 'week')} ${language === 'nl' ? 'zwanger' : 'pregnant'}`
}

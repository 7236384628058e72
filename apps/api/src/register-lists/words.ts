/** Disciplines, countries, languages, times and rooms as people write them, in Dutch or English, and as they are said. */
import type { Language } from '@samenspel/intl'
import { viewText } from '@samenspel/intl/views'
import { disciplines, isTime, type Discipline, type Jurisdiction, type LocalTime } from '@samenspel/kernel'
import { spokenLanguages, type SpokenLanguage } from '@samenspel/register'
import { languageName } from '../disclosure/spoken.ts'

const languages = ['nl', 'en'] as const satisfies readonly Language[]

export const disciplineName = (language: Language, discipline: Discipline): string => viewText(language)(`discipline.${discipline}`)

const word = (text: string): string => text.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ')
const spoken = new Map<string, SpokenLanguage>(spokenLanguages.flatMap((tag) => [tag, ...languages.map((language) => languageName(language, tag))].map((name) => [word(name), tag] as const)))
const fields = new Map<string, Discipline>(disciplines.flatMap((discipline) => [discipline, ...languages.map((language) => disciplineName(language, discipline))].map((name) => [word(name), discipline] as const)))

export const languageIn = (text: string): SpokenLanguage | undefined => spoken.get(word(text))
export const disciplineIn = (text: string): Discipline | undefined => fields.get(word(text))

export const countryName = (language: Language, country: Jurisdiction): string => viewText(language)(`country.${country}`)

/** Flanders has the rules of its country. */
const countries = new Map<string, Jurisdiction>([
  ...(['NL', 'BE'] as const).flatMap((country) => [country, ...languages.map((language) => countryName(language, country))].map((name) => [word(name), country] as const)),
  ['holland', 'NL'], ['netherlands', 'NL'], ['vlaanderen', 'BE'], ['flanders', 'BE'], ['belgie', 'BE'],
])
export const countryIn = (text: string): Jurisdiction | undefined => countries.get(word(text))

type Times = { readonly from: LocalTime; readonly to: LocalTime }

const closed = new Set(['dicht', 'gesloten', 'closed', '-', '–'])
const oneTime = String.raw`(\d{1,2})(?:[:.u](\d{2}))?(?:\s*(?:uur|u))?`
const period = new RegExp(String.raw`^${oneTime}\s*(?:-|–|tot|to|until)\s*${oneTime}$`, 'i')

/** When a place is open on a day: 8.30-12.00, 13:00 – 17 uur; or closed. @returns nothing for what can't be read, or can't be */
export const timesIn = (text: string): readonly Times[] | undefined => {
  if (closed.has(text.toLowerCase())) return []
  const periods = text.split(/[,;&+/|]|\ben\b|\band\b/i).map((part) => period.exec(part.trim()))
  const times = periods.flatMap((found): readonly Times[] => {
    const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = found ?? []
    const [from, to] = [`${fromHour.padStart(2, '0')}:${fromMinute}`, `${toHour.padStart(2, '0')}:${toMinute}`]
    return found !== null && isTime(from) && isTime(to) && from < to ? [{ from, to }] : []
  }).toSorted((a, b) => a.from < b.from ? -1 : 1)
  return times.length < periods.length || times.length > mostPeriods || times.some(({ from }, index) => from < (times[index - 1]?.to ?? '')) ? undefined : times
}
/** More stretches of one day than that are a mistake. */
const mostPeriods = 3

/** Rooms with what is in them: Speelkamer: mat, camera | Kamer 2 */
export const roomsIn = (text: string): readonly { readonly name: string; readonly equipment: readonly string[] }[] | undefined => {
  const rooms = text.split(/[|\n]/).map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const [name = '', ...rest] = part.split(':')
    return { name: name.trim(), equipment: [...new Set(rest.join(':').split(',').map((one) => one.trim()).filter((one) => one !== ''))] }
  })
  return rooms.length === 0 || rooms.some(({ name }) => name === '') ? undefined : rooms
}

/** What the catalogue's pages read from an answer of the API: pure functions. */
import type { HelpKind, ServiceCatalogueQuery, ServiceLevel } from '@samenspel/graphql-documents/desk'
import type { useText } from '../../parts/text.ts'

type Speak = ReturnType<typeof useText>

export type Catalogue = ServiceCatalogueQuery['serviceCatalogue']
export type Service = Catalogue['services'][number]

export const helpKinds = ['AROUND_BIRTH', 'CRYING_AND_SLEEPING', 'EATING', 'PARENT_AND_CHILD', 'AT_HOME', 'DEVELOPMENT', 'DAY_TREATMENT', 'PARENTS_OWN', 'AFTER_LOSS', 'OTHER_PARENTS'] as const satisfies readonly HelpKind[]
export const serviceLevels = ['PREVENTIVE', 'BASIC', 'SPECIALIST', 'INTENSIVE'] as const satisfies readonly ServiceLevel[]

/** From which month on, and up to which; a pregnancy counts below nought. */
export const beginnings = [-9, 0, 3, 6, 9, 12, 18, 24, 36, 48, 60] as const
export const ends = [0, 3, 6, 9, 12, 18, 24, 36, 48, 60, 72] as const

/** Ages to choose from, as a month that counts for each: half a pregnancy, half a year of each. */
export const agesToSeek = [-4, 6, 18, 30, 42, 54, 66] as const

/** Where an age begins or ends, in words: birth, months until two years, then years. */
export const ageWord = (text: Speak, months: number): string =>
  months < 0 ? text('services.age.pregnancy') : months === 0 ? text('services.age.birth') : months < 24 && months % 12 !== 0 ? text('services.age.months', { months }) : months % 12 === 0 ? text('services.age.years', { years: months / 12 }) : text('services.age.months', { months })

/** The last month is included, so that people say the one after it: up to the third birthday. */
export const agesInWords = (text: Speak, { ageFrom, ageUntil }: Pick<Service, 'ageFrom' | 'ageUntil'>): string => text('services.ages', { from: ageWord(text, ageFrom), until: ageWord(text, ageUntil + 1) })

export type Filters = { readonly words: string; readonly kind: string; readonly age: string; readonly level: string; readonly language: string; readonly area: string; readonly isOwn: boolean }
export const noFilters: Filters = { words: '', kind: '', age: '', level: '', language: '', area: '', isOwn: false }

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** What is left of the catalogue; every word that was typed stands somewhere in it. */
export const filtered = (services: readonly Service[], { words, kind, age, level, language, area, isOwn }: Filters): readonly Service[] => {
  const typed = plain(words).split(/\s+/).filter((word) => word !== '')
  return services.filter((service) => {
    const all = plain([service.name, service.about ?? '', service.organisation.name, ...service.areas].join(' '))
    return typed.every((word) => all.includes(word)) && (kind === '' || service.kind === kind) && (age === '' || (service.ageFrom <= Number(age) && Number(age) <= service.ageUntil)) &&
      (level === '' || service.level === level) && (language === '' || service.languages.some(({ tag }) => tag === language)) && (area === '' || service.areas.some((one) => plain(one) === plain(area))) && (!isOwn || service.isOwn)
  })
}

/**
 * What an organisation offers to families: the catalogue of services (S0: a broad and varied offer, and freedom of choice). It holds no
 * personal data: what it is, for which age, how heavy, where, in which languages, and how long one waits.
 */
import { helpKinds, isDate, longestLine, refuseText, type HelpKind, type Id, type IsoDate, type OrganisationId, type Period, type Refusal } from '@samenspel/kernel'
import { asSpokenNow, isSpokenLanguage, type SpokenLanguage } from './languages.ts'
import { refuse } from './refusals.ts'

/** From preventive to several days a week; in this order. */
export const serviceLevels = ['preventive', 'basic', 'specialist', 'intensive'] as const
export type ServiceLevel = (typeof serviceLevels)[number]

/** Of the child, in months; a pregnancy counts from nine months before. Both are included: `until` 35 is up to the third birthday. */
export type AgeRange = { readonly from: number; readonly until: number }
export const [youngest, oldest] = [-9, 71] as const

export type ServiceContent = {
  readonly name: string
  /** For who works with families, and for parents who choose: in plain words. */
  readonly about?: string
  readonly kind: HelpKind
  readonly level: ServiceLevel
  readonly ages: AgeRange
  /** Where it is given: municipalities, or parts of one, by the names that people use. */
  readonly areas: readonly string[]
  /** In which help can be asked for, besides what an interpreter makes possible. */
  readonly languages: readonly SpokenLanguage[]
  readonly from: IsoDate
  /** The last day on which it can be asked for. */
  readonly until?: IsoDate
}

/** How long one waits, as the organisation told it on a day; it grows old. */
export type WaitingTime = { readonly weeks: number; readonly toldOn: IsoDate }

/** What a service is made of, as it was noted at any time, in the words of now. */
export const serviceAsNoted = (service: ServiceContent): ServiceContent => ({ ...service, languages: [...new Set(service.languages.flatMap(asSpokenNow))] })

/** `version` names what stands, so that a change can say what it was made from. */
export type Service = ServiceContent & { readonly serviceId: Id; readonly version: Id; readonly wait?: WaitingTime }

/** Days after which a waiting time is shown as one that may have changed. */
export const waitGrowsOld = 60

const most = { areas: 30, weeks: 260 } as const

/** Names of places are told apart by their words alone, however they are typed. */
export const areaWord = (area: string): string => area.trim().toLocaleLowerCase('nl').replaceAll(/\s+/g, ' ')

/** Why this can't be a service: `text-empty`, `text-too-long`, `choice-unknown`, `ages-impossible`, `areas-missing`, `languages-missing`, `too-many-lines`, `date-impossible`, `period-reversed`. */
export const refuseService = ({ name, about, kind, level, ages, areas, languages, from, until }: ServiceContent): { readonly refusal: Refusal } | undefined => {
  const text = refuseText('name', name, longestLine) ?? (about === undefined ? undefined : refuseText('about', about, 1000))
  if (text !== undefined) return text
  if (!helpKinds.includes(kind)) return refuse('choice-unknown', { field: 'kind' })
  if (!serviceLevels.includes(level)) return refuse('choice-unknown', { field: 'level' })
  if (![ages.from, ages.until].every((age) => Number.isInteger(age) && age >= youngest && age <= oldest) || ages.until < ages.from) return refuse('ages-impossible', { youngest, oldest })
  if (areas.length === 0) return refuse('areas-missing')
  if (areas.length > most.areas) return refuse('too-many-lines', { most: most.areas })
  const wrong = areas.map((area) => refuseText('areas', area, longestLine)).find((one) => one !== undefined)
  if (wrong !== undefined) return wrong
  if (languages.length === 0) return refuse('languages-missing')
  if (!languages.every(isSpokenLanguage)) return refuse('choice-unknown', { field: 'languages' })
  if (!isDate(from)) return refuse('date-impossible', { field: 'from' })
  if (until !== undefined && !isDate(until)) return refuse('date-impossible', { field: 'until' })
  return until !== undefined && until < from ? refuse('period-reversed') : undefined
}

/** Why nobody waits so long: `wait-impossible`. */
export const refuseWeeks = (weeks: number): { readonly refusal: Refusal } | undefined =>
  Number.isInteger(weeks) && weeks >= 0 && weeks <= most.weeks ? undefined : refuse('wait-impossible', { most: most.weeks })

export const isSameService = (one: ServiceContent, other: ServiceContent): boolean => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

const inOrder = ({ name, about, kind, level, ages, areas, languages, from, until }: ServiceContent) =>
  [name, about, kind, level, ages.from, ages.until, areas, languages.toSorted(), from, until]

/** Exactly what a service is made of, with every place and language once. */
export const serviceContent = ({ name, about, kind, level, ages, areas, languages, from, until }: ServiceContent): ServiceContent => ({
  name, ...(about !== undefined && { about }), kind, level, ages: { from: ages.from, until: ages.until },
  areas: [...new Map(areas.map((area) => [areaWord(area), area.trim()] as const)).values()], languages: [...new Set(languages)], from, ...(until !== undefined && { until }),
})

// ── Which of them suit a family (K-03)

/** A service with whose it is. */
export type OfferedService = Service & { readonly organisation: OrganisationId }

/** What help is sought for: the child's age in months where it is known, and the place and language where that matters. */
export type Sought = { readonly kind: HelpKind; readonly ageMonths?: number; readonly area?: string; readonly language?: SpokenLanguage }

/** Whether a service can be asked for on a day. */
export const isOffered = ({ from, until }: Period, day: IsoDate): boolean => from <= day && (until === undefined || day <= until)

/** How many organisations are left after each question, so that it can be said why there are no more. */
export type Narrowing = { readonly ofKind: number; readonly forAge: number; readonly inArea: number; readonly inLanguage: number }

/** The services that suit, the shortest known wait first, and how they became so few. */
export const suitableServices = <One extends OfferedService>(services: readonly One[], { kind, ageMonths, area, language }: Sought, day: IsoDate): { readonly services: readonly One[]; readonly narrowing: Narrowing } => {
  const ofKind = services.filter((one) => one.kind === kind && isOffered(one, day))
  const forAge = ofKind.filter(({ ages }) => ageMonths === undefined || (ages.from <= ageMonths && ageMonths <= ages.until))
  const inArea = forAge.filter(({ areas }) => area === undefined || areas.some((one) => areaWord(one) === areaWord(area)))
  const inLanguage = inArea.filter(({ languages }) => language === undefined || languages.includes(language))
  const organisations = (some: readonly One[]): number => new Set(some.map(({ organisation }) => organisation)).size
  return {
    services: inLanguage.toSorted((a, b) => (a.wait?.weeks ?? Infinity) - (b.wait?.weeks ?? Infinity) || (a.name < b.name ? -1 : 1)),
    narrowing: { ofKind: organisations(ofKind), forAge: organisations(forAge), inArea: organisations(inArea), inLanguage: organisations(inLanguage) },
  }
}

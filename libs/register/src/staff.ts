/** What an organisation keeps of somebody who works there: who they are to colleagues, how they are told apart, where and when they work. */
import { disciplines, isDate, longestLine, refuseText, type Discipline, type IsoDate, type LocationId, type Refusal } from '@samenspel/kernel'
import { isSpokenLanguage, type SpokenLanguage } from './languages.ts'
import { refuse } from './refusals.ts'

export type StaffDetails = {
  readonly name: string
  /** What this person does, as colleagues say it: "kinderarts". */
  readonly title: string
  readonly discipline: Discipline
  readonly phone?: string
  /** The address of work. It tells people of one organisation apart, also in a list of another program; no right hangs on it. */
  readonly email?: string
  /** In which one can talk with this person. */
  readonly languages: readonly SpokenLanguage[]
  /** The places of the organisation where this person works; empty where nobody said so. */
  readonly places: readonly LocationId[]
  /** The first day of work; absent for who always worked here, as far as anybody knows. */
  readonly from?: IsoDate
}

/** An address as it is compared: whoever types a capital means the same mailbox. */
export const sameMailbox = (email: string): string => email.trim().toLowerCase()
/** A name as it is compared: with one space between its words, whatever the capitals. */
export const sameName = (name: string): string => name.trim().toLocaleLowerCase('nl').replaceAll(/\s+/g, ' ')

/** What stands before and after the one @ of an address that a mail could go to; which mailboxes exist, nobody here knows. */
const mailbox = /^[^\s@,;:<>()"\\]+@[^\s@,;:<>()"\\.]+(?:\.[^\s@,;:<>()"\\.]+)+$/u

const mostPlaces = 60

/** Why these can't be kept: `choice-unknown`, `text-empty`, `text-too-long`, `email-impossible`, `too-many-lines`, `date-impossible`; each says of which field. */
export const refuseDetails = ({ name, title, discipline, phone, email, languages, places, from }: StaffDetails): { readonly refusal: Refusal } | undefined => {
  if (!disciplines.includes(discipline)) return refuse('choice-unknown', { field: 'discipline' })
  if (!languages.every(isSpokenLanguage)) return refuse('choice-unknown', { field: 'languages' })
  if (places.length > mostPlaces) return refuse('too-many-lines', { field: 'places', most: mostPlaces })
  if (from !== undefined && !isDate(from)) return refuse('date-impossible', { field: 'from' })
  return refuseText('name', name, longestLine) ?? refuseText('title', title, longestLine) ??
    (phone === undefined ? undefined : refuseText('phone', phone, longestLine)) ??
    (email === undefined || (mailbox.test(email) && email.length <= longestLine) ? undefined : refuse('email-impossible', { field: 'email' }))
}

/** Nothing besides the fields, each in the shape in which it is kept. */
export const detailsOf = ({ name, title, discipline, phone, email, languages, places, from }: StaffDetails): StaffDetails => ({
  name, title, discipline, ...(phone !== undefined && { phone }), ...(email !== undefined && { email }), languages: [...new Set(languages)], places: [...new Set(places)], ...(from !== undefined && { from }),
})

export const isSameDetails = (one: StaffDetails, other: StaffDetails): boolean => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

const inOrder = ({ name, title, discipline, phone, email, languages, places, from }: StaffDetails) =>
  [name, title, discipline, phone ?? '', email ?? '', languages.toSorted(), places.toSorted(), from ?? '']

import type { Discipline, Jurisdiction } from '@samenspel/kernel'
import { demoId } from '../ids.ts'

/** An invented organisation with the one place where it works, on the plane of the region (kilometres). */
export type DemoOrganisation = {
  readonly id: string
  readonly name: string
  readonly discipline: Discipline
  readonly jurisdiction: Jurisdiction
  readonly location: { readonly id: string; readonly name: string; readonly address: string; readonly phone: string; readonly point: { readonly x: number; readonly y: number } }
}

const organisation = (key: string, name: string, discipline: Discipline, jurisdiction: Jurisdiction, place: string, address: string, phone: string, x: number, y: number): DemoOrganisation =>
  ({ id: demoId(`organisation ${key}`), name, discipline, jurisdiction, location: { id: demoId(`location ${key}`), name: place, address, phone, point: { x, y } } })

export const organisations = {
  schakel: organisation('schakel', 'IMH-praktijk De Schakel', 'imhSpecialist', 'NL', 'De Schakel', 'Rankstraat 8, Druivendal', '0800 555 0110', 4, 6),
  wilgenboom: organisation('wilgenboom', 'Kinderdagcentrum De Wilgenboom', 'dayCentre', 'NL', 'De Wilgenboom', 'Wilgenlaan 21, Druivendal', '0800 555 0120', 6, 3),
  ziekenhuis: organisation('ziekenhuis', 'Ziekenhuis Druivendal', 'hospital', 'NL', 'Polikliniek kinderen', 'Hospitaalplein 1, Druivendal', '0800 555 0130', 9, 5),
  brug: organisation('brug', 'Jeugdhulp De Brug', 'youthCare', 'NL', 'De Brug', 'Kadeweg 40, Druivendal', '0800 555 0140', 3, 9),
  linde: organisation('linde', 'GGZ De Linde', 'adultMentalHealth', 'NL', 'De Linde', 'Lindeplein 5, Druivendal', '0800 555 0150', 8, 6),
  rank: organisation('rank', 'IMH-team De Rank', 'imhSpecialist', 'BE', 'De Rank', 'Trosstraat 12, Druivendal-Zuid', '0800 555 0210', 5, -6),
  beuk: organisation('beuk', 'CGG De Beuk', 'adultMentalHealth', 'BE', 'De Beuk', 'Beukendreef 3, Druivendal-Zuid', '0800 555 0220', 7, -8),
  wieg: organisation('wieg', 'Vroedvrouwen De Wieg', 'midwife', 'BE', 'De Wieg', 'Kouterstraat 17, Druivendal-Zuid', '0800 555 0230', 3, -7),
  anker: organisation('anker', 'Thuisbegeleiding Het Anker', 'homeSupport', 'BE', 'Het Anker', 'Ankerplein 2, Druivendal-Zuid', '0800 555 0240', 9, -5),
} as const satisfies Readonly<Record<string, DemoOrganisation>>

import type { ModalityKind } from '@samenspel/agenda'
import type { Actor, MeetingWay } from '@samenspel/kernel'
import type { SpokenLanguage } from '@samenspel/register'
import { demoId } from '../ids.ts'
import { organisations, type DemoOrganisation } from './organisations.ts'

/** Times that a practitioner offers every week: ISO weekday, from, to, and in which forms. */
export type WeeklyOffer = readonly [weekday: number, from: string, to: string, modalities: readonly ModalityKind[]]

export type DemoPractitioner = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly organisation: DemoOrganisation
  readonly registered: boolean
  /** An address of work that leads nowhere. */
  readonly email: string
  readonly languages: readonly SpokenLanguage[]
  readonly offers: readonly WeeklyOffer[]
  /** How talks by picture begin, of those who hold them. */
  readonly meeting?: MeetingWay
}

const practitioner = (key: string, name: string, title: string, organisation: DemoOrganisation, offers: readonly WeeklyOffer[], registered = false): DemoPractitioner => {
  const meeting = meetingOf(key, offers)
  return { id: demoId(`practitioner ${key}`), name, title, organisation, registered, email: `${key}@${organisation.name.toLowerCase().split(' ').at(-1) ?? 'druivendal'}.example.org`, languages: ['nl', ...alsoSpoken[key] ?? []], offers, ...(meeting !== undefined && { meeting }) }
}

/** What some talk besides Dutch. */
const alsoSpoken: Readonly<Record<string, readonly SpokenLanguage[]>> = { hanne: ['en'], karim: ['tr', 'ar'], ties: ['en', 'de'], nadia: ['pl'], lien: ['fr'], griet: ['fr', 'en'], jan: ['vgt'], femke: ['dse'] }

/** Some call; the others have a room of their own at an address that leads nowhere. */
const meetingOf = (key: string, offers: readonly WeeklyOffer[]): MeetingWay | undefined => {
  if (!offers.some(([, , , modalities]) => modalities.includes('digital'))) return undefined
  return ['ruud', 'nadia', 'griet'].includes(key) ? { kind: 'call' } : { kind: 'link', url: `https://beeld.example.org/${key}` }
}

const { schakel, wilgenboom, ziekenhuis, brug, linde, rank, beuk, wieg, anker } = organisations
const onsite = ['onsite'] as const
const digital = ['digital'] as const
const both = ['onsite', 'digital'] as const
const atHome = ['home', 'onsite'] as const

export const practitioners = {
  hanne: practitioner('hanne', 'Hanne de Wit', 'IMH-specialist', schakel, [[1, '13:00', '16:00', both], [2, '09:00', '12:30', both], [3, '20:00', '21:00', digital], [4, '09:00', '12:00', both]], true),
  mirjam: practitioner('mirjam', 'Mirjam Postma', 'IMH-specialist', schakel, [[3, '09:00', '12:00', both], [5, '09:00', '12:00', both]], true),
  lotte: practitioner('lotte', 'Lotte Jansen', 'pedagogisch medewerker', wilgenboom, [[2, '14:00', '15:00', onsite], [3, '20:00', '21:00', digital], [4, '14:00', '15:00', onsite]]),
  sanne: practitioner('sanne', 'Sanne Vos', 'pedagogisch medewerker', wilgenboom, []),
  ruud: practitioner('ruud', 'Ruud Bakker', 'begeleider-coach', wilgenboom, [[1, '10:00', '12:00', both]]),
  karim: practitioner('karim', 'Karim Aydin', 'kinderfysiotherapeut', wilgenboom, [[1, '10:15', '11:30', onsite], [4, '11:15', '12:30', onsite]]),
  eva: practitioner('eva', 'Eva Smit', 'kinderarts', ziekenhuis, [[2, '09:30', '10:30', onsite], [4, '10:15', '11:15', onsite]]),
  ties: practitioner('ties', 'Ties van Dam', 'kinderneuroloog', ziekenhuis, [[3, '09:00', '10:30', onsite], [4, '10:30', '12:00', onsite]]),
  bram: practitioner('bram', 'Bram Dekker', 'diëtist', ziekenhuis, [[3, '13:00', '16:30', onsite]]),
  femke: practitioner('femke', 'Femke Mulder', 'jeugdhulpverlener', brug, [[2, '13:00', '14:00', onsite], [3, '20:00', '21:00', digital], [4, '20:00', '21:00', digital], [5, '10:00', '12:00', atHome]]),
  nadia: practitioner('nadia', 'Nadia Brouwer', 'psychotherapeut', linde, [[4, '12:30', '14:00', both], [5, '09:00', '12:00', both]]),
  lien: practitioner('lien', 'Lien Peeters', 'IMH-specialist', rank, [[1, '09:00', '12:00', both], [3, '09:00', '12:00', atHome], [4, '20:00', '21:00', digital]], true),
  wout: practitioner('wout', 'Wout Maes', 'IMH-specialist', rank, [[2, '09:00', '12:00', both]], true),
  griet: practitioner('griet', 'Griet Wouters', 'psycholoog', beuk, [[2, '10:00', '12:00', both], [4, '13:00', '16:00', both], [5, '09:00', '12:00', both]]),
  saskia: practitioner('saskia', 'Saskia Claeys', 'vroedvrouw', wieg, [[1, '09:00', '12:00', atHome], [3, '09:00', '12:00', atHome]]),
  jan: practitioner('jan', 'Jan Desmet', 'thuisbegeleider', anker, [[2, '13:00', '16:00', atHome], [3, '09:30', '12:00', atHome], [5, '09:00', '12:00', atHome]]),
} as const satisfies Readonly<Record<string, DemoPractitioner>>

/** A practitioner as the one who does something. */
export const acting = ({ id, organisation }: DemoPractitioner): Actor =>
  ({ person: id, role: 'professional', organisation: organisation.id, discipline: organisation.discipline })

/**
 * Who of the demo region may read what, written down from the stories by hand: who works where, who belongs to whom, and who said
 * yes to what. It shares nothing with the policies; where the two differ, one of them is wrong.
 */
import { demoId } from '@samenspel/demo-region'
import type { Subject } from '@samenspel/kernel'

export type PersonaId = keyof typeof personas

type Professional = { readonly works: string; readonly is: string; readonly teams: readonly string[] }
type Parent = { readonly is: string; readonly children: readonly string[] }

export const personas = {
  'coordinator': { is: 'hanne', works: 'schakel', teams: ['verhoeven', 'bosman', 'el amrani'] },
  'pedagogical-worker': { is: 'lotte', works: 'wilgenboom', teams: ['verhoeven', 'bosman', 'el amrani'] },
  'coach': { is: 'ruud', works: 'wilgenboom', teams: ['verhoeven', 'bosman', 'el amrani'] },
  'paediatrician': { is: 'eva', works: 'ziekenhuis', teams: ['verhoeven', 'bosman'] },
  'youth-care-worker': { is: 'femke', works: 'brug', teams: ['verhoeven'] },
  'therapist': { is: 'nadia', works: 'linde', teams: ['verhoeven'] },
  'mother': { is: 'anouk', children: ['sem', 'tijn'] },
  'father': { is: 'joost', children: ['sem', 'tijn'] },
  'pregnant-woman': { is: 'theresa', children: [] },
  'privacy-officer': { is: 'paul', works: 'schakel', teams: [] },
} as const satisfies Readonly<Record<string, Professional | Parent>>

export const personaIds = Object.keys(personas) as readonly PersonaId[]

const everyday = 'development relationship social planning plan contact'

/** Who said yes: about whom, to which organisation, for which labels. */
const yes: readonly (readonly [family: string, about: string, to: string, labels: string])[] = [
  ['verhoeven', 'sem, anouk+sem, joost+sem, around sem', 'schakel', `${everyday} medical`],
  ['verhoeven', 'sem, anouk+sem, joost+sem, around sem', 'wilgenboom', everyday],
  ['verhoeven', 'sem, anouk+sem, joost+sem, around sem', 'brug', everyday],
  ['verhoeven', 'sem', 'ziekenhuis', 'medical development planning plan social contact'],
  ['verhoeven', 'sem', 'linde', 'plan social'],
  ['verhoeven', 'tijn', 'schakel', 'planning social contact'],
  ['verhoeven', 'anouk', 'schakel', 'planning social contact plan mentalHealth'],
  ['verhoeven', 'joost', 'schakel', 'planning social contact plan'],
  ['verhoeven', 'anouk, joost', 'wilgenboom', 'contact'],
  ['bosman', 'noor, ilse+noor', 'schakel', `${everyday} medical`],
  ['bosman', 'noor', 'wilgenboom', `${everyday} medical`],
  ['bosman', 'ilse+noor', 'wilgenboom', everyday],
  ['bosman', 'noor', 'ziekenhuis', 'medical development planning plan social contact'],
  ['bosman', 'ilse, mark', 'schakel', 'plan social'],
  ['el amrani', 'hafsa', 'schakel', 'plan social'],
  ['el amrani', 'yasmina, hafsa+yasmina', 'schakel', everyday],
  ['el amrani', 'yasmina, hafsa+yasmina', 'wilgenboom', everyday],
]

/** Whom each family is about: first the child for whom the case was opened. */
export const members = {
  'verhoeven': ['sem', 'tijn', 'anouk', 'joost', 'grandmother'],
  'bosman': ['noor', 'ilse', 'mark'],
  'el amrani': ['yasmina', 'hafsa', 'said'],
  'claessens': ['joren', 'els', 'tom'],
  'moreau': ['sofia', 'ana', 'luis', 'mateo', 'leo'],
  'claes': ['theresa', 'unborn'],
  'janssens': ['luca', 'maya', 'pieter', 'nina', 'seppe'],
  'peeters': ['liv', 'sara', 'bo', 'grandmother'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type FamilyName = keyof typeof members

export const familyNames = Object.keys(members) as readonly FamilyName[]
export const idOf = (family: FamilyName, person: string): string => demoId(`${family} ${person}`)

const names = new Map(familyNames.flatMap((family) => members[family].map((person) => [idOf(family, person), person] as const)))
const nameOf = (id: string): string => names.get(id) ?? id

/** A subject as the table above calls it. */
export const calledBy = (subject: Subject): string => {
  switch (subject.kind) {
    case 'case': return 'the case'
    case 'relation': return subject.persons.map(nameOf).sort().join('+')
    case 'surroundings': return `around ${nameOf(subject.person)}`
    default: return nameOf(subject.person)
  }
}

export const indexOf = (family: FamilyName): string => family === 'claes' ? 'theresa' : members[family][0]

/** Something that can be read. */
export type Reading = {
  readonly family: FamilyName
  readonly about: string
  /** All of them must open. */
  readonly labels: readonly string[]
  /** The organisation of who wrote it. */
  readonly from: string
  readonly author?: string
  /** Who comes along: they know what, where and when. */
  readonly with?: readonly string[]
  /** It says where or when somebody is. */
  readonly locates?: boolean
  /** Only for these. */
  readonly only?: readonly string[]
}

export const mayRead = (id: PersonaId, reading: Reading): boolean => {
  const persona = personas[id]
  if (reading.only !== undefined) return reading.only.includes(persona.is)
  if (reading.with?.includes(persona.is) === true || reading.author === persona.is) return true
  return 'children' in persona ? parentReads(persona, reading) : professionalReads(persona, reading)
}

const parentReads = ({ is, children }: Parent, { about, labels, locates }: Reading): boolean => {
  if (about === is) return true
  const isOfChild = about.replace('around ', '').split('+').some((name) => children.includes(name))
  return isOfChild && !(locates === true && labels.includes('planning'))
}

const professionalReads = ({ works, teams }: Professional, { family, about, labels, from }: Reading): boolean =>
  teams.includes(family) && (from === works || labels.every((label) =>
    yes.some(([of, whom, to, what]) => of === family && whom.split(', ').includes(about) && to === works && what.split(' ').includes(label))))

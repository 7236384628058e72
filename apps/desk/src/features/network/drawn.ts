import type { Text as TextOf } from '@samenspel/intl'
import type { DeskText } from '@samenspel/intl/desk'
import type { EcomapNode, GenogramTie, Relative, TieLine } from '@samenspel/pictures'
import { isChild } from '../../parts/members.ts'
import { dyadKey, isHere, kindOf, type NetworkDyad, type NetworkFamily, type NetworkMember } from './network.ts'

type Text = TextOf<DeskText>

const generations: Partial<Record<NetworkMember['role'], Relative['generation']>> = { GRANDPARENT: 0, CHILD: 2, UNBORN_CHILD: 2, SIBLING: 2 }

/** A mother is a circle and a father a square, unless it was said otherwise. */
export const signOf = ({ role, drawnAs }: Pick<NetworkMember, 'role' | 'drawnAs'>): Relative['sign'] =>
  drawnAs === 'FEMALE' ? 'circle' : drawnAs === 'MALE' ? 'square' : role === 'MOTHER' ? 'circle' : role === 'FATHER' ? 'square' : 'diamond'

/** A person as the pictures draw them. */
export const relativeOf = (text: Text, member: NetworkMember): Relative => ({
  id: member.id, name: member.firstName, note: member.isErased === true ? undefined : member.age ?? text(`role.${member.role}`),
  sign: signOf(member),
  generation: generations[member.role] ?? 1, isIndexChild: member.isIndexChild, isUnborn: member.role === 'UNBORN_CHILD', isPassed: member.passed !== null, inHousehold: member.inHousehold,
})

/** A bond in words: a couple, married; twins. */
export const dyadInWords = (text: Text, dyad: Pick<NetworkDyad, 'kind' | 'form'>): string =>
  [text(dyadKey(kindOf(dyad))), dyad.form === null ? undefined : text(`network.form.${dyad.form}`)].filter((part) => part !== undefined).join(', ')

/** Who is drawn in the genogram: kin and who brings up a child; friends, neighbours and institutions stand in the ecomap. */
export const genogramOf = (text: Text, family: NetworkFamily): { readonly people: readonly Relative[]; readonly ties: readonly GenogramTie[] } => {
  const isKin = (member: NetworkMember) => member.role !== 'INSTITUTION' && (member.role !== 'OTHER' || family.dyads.some((dyad) => dyad.memberIds.includes(member.id) && (kindOf(dyad) !== 'OTHER' || dyad.form === 'RELATIVE') && kindOf(dyad) !== 'CAREGIVER_AND_CHILD'))
  const kin = family.members.filter(isKin)
  const people = kin.map((member) => relativeOf(text, member))
  const isThere = (id: string) => kin.some((one) => one.id === id)
  const between = family.dyads.flatMap((dyad): readonly GenogramTie[] => {
    const [one, other] = dyad.memberIds
    if (one === undefined || other === undefined || !isThere(one) || !isThere(other)) return []
    const kind = kindOf(dyad)
    const base = { id: dyad.id, between: [one, other] as const, label: dyadInWords(text, dyad) }
    switch (kind) {
      case 'PARTNERS': return [{ ...base, kind: 'partners', line: dyad.form === 'MARRIED' ? 'solid' : 'dashed' }]
      case 'FORMER_PARTNERS': return [{ ...base, kind: 'partners', line: dyad.before.some(({ form }) => form === 'MARRIED') || dyad.form === 'DIVORCED' ? 'solid' : 'dashed', cuts: dyad.form === 'DIVORCED' ? 2 : 1 }]
      case 'CAREGIVER_AND_CHILD':
        if (dyad.form !== 'FOSTER' && dyad.form !== 'STEP' && dyad.form !== 'GUARDIAN') return [{ ...base, kind: 'other' }]
        return [{ ...base, kind: 'parent-child', line: dyad.form === 'FOSTER' ? 'dotted' : 'dashed' }]
      case 'PARENT_AND_CHILD': return [{ ...base, kind: 'parent-child', line: dyad.form === 'FOSTER' ? 'dotted' : dyad.form === null || dyad.form === 'BIRTH' ? 'solid' : 'dashed' }]
      case 'SIBLINGS': return [{ ...base, kind: 'siblings', ...(dyad.form === 'TWIN' && { isTwin: true }) }]
      case 'OTHER': return [{ ...base, kind: 'other' }]
    }
  })
  const isKnown = (a: string, b: string) => between.some((tie) => tie.between.includes(a) && tie.between.includes(b))
  // What follows from other records: a pregnancy and a birth name who carries; authority by law, a parent.
  const carried = family.members.flatMap((member): readonly GenogramTie[] => member.carriedBy === null || !isThere(member.carriedBy) || isKnown(member.carriedBy, member.id) ? [] : [{ id: `carried-${member.id}`, between: [member.carriedBy, member.id], kind: 'parent-child', label: text('dyad.parentAndChild') }])
  const held = family.authorities.flatMap(({ adult, child, status }): readonly GenogramTie[] => {
    const role = family.members.find(({ id }) => id === adult)?.role
    return status === 'NONE' || (role !== 'MOTHER' && role !== 'FATHER' && role !== 'PARENT') || !isThere(adult) || !isThere(child) || isKnown(adult, child) || carried.some((tie) => tie.between.includes(adult) && tie.between.includes(child)) ? [] :
      [{ id: `authority-${adult}-${child}`, between: [adult, child], kind: 'parent-child', label: text('dyad.parentAndChild') }]
  })
  return { people, ties: [...between, ...carried, ...held] }
}

const lineOf = (tie: NetworkDyad['tie']): TieLine => tie === null ? 'plain' : ({ STRONG: 'strong', WEAK: 'weak', STRESSFUL: 'stressful', BROKEN: 'broken' } as const)[tie]

/** The household, and around it whoever and whatever belongs to it today. */
export const ecomapOf = (text: Text, family: NetworkFamily, today: string): { readonly household: readonly Relative[]; readonly nodes: readonly EcomapNode[] } => {
  const home = family.members.filter((member) => member.inHousehold && (member.passed === null || member.role === 'UNBORN_CHILD'))
  const around = family.members.filter((member) => !member.inHousehold && member.passed === null && isHere(member, today) && member.isErased !== true)
  const homeIds = new Set(home.map(({ id }) => id))
  return {
    household: home.filter(({ passed }) => passed === null).map((member) => relativeOf(text, member)),
    nodes: [
      ...around.map((member): EcomapNode => ({
        id: member.id, name: member.firstName, note: isChild(member) ? member.age ?? undefined : text(`role.${member.role}`), kind: 'person',
        ties: family.dyads.filter(({ memberIds, until }) => memberIds.includes(member.id) && memberIds.some((id) => homeIds.has(id)) && (until === null || until >= today)).map((dyad) => {
          const other = dyad.memberIds.find((id) => id !== member.id)
          return { id: dyad.id, ...(other !== undefined && { with: other }), line: lineOf(dyad.tie), label: dyadInWords(text, dyad) }
        }),
      })),
      ...family.supports.filter(({ until }) => until === null || until >= today).map((support): EcomapNode => ({
        id: support.id, name: support.name, note: text(`network.support.${support.kind}`), kind: 'place', ties: [{ id: `tie-${support.id}`, line: lineOf(support.tie), label: '' }],
      })),
      ...[...Map.groupBy(family.team, ({ professional }) => professional.organisation.name)].map(([name, people]): EcomapNode => ({
        id: `team-${name}`, name, note: people.map(({ professional }) => professional.name.split(' ')[0]).join(', '), kind: 'helper', ties: [{ id: `team-tie-${name}`, line: 'plain', label: '' }],
      })),
    ],
  }
}

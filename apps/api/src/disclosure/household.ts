/** Who lives with whom: whose week somebody knows, and may set. */
import { holdersOf, isAdult, isChild, isParent, type Family, type Member } from '@samenspel/family-case'
import type { IsoDate, PersonId } from '@samenspel/kernel'

/** The parents at whose home the child lives. */
export const parentsAtHome = ({ members }: Pick<Family, 'members'>): readonly PersonId[] =>
  members.filter((member) => isParent(member) && member.inHousehold && member.isErased !== true && member.passed === undefined).map(({ memberId }) => memberId)

/** The parents who make a child's week: they live with the child and hold authority today. */
export const carersOf = (family: Family, child: PersonId, today: IsoDate): readonly PersonId[] => {
  const holders = holdersOf(family, child, today)
  return parentsAtHome(family).filter((parent) => holders.includes(parent))
}

/** Whose weeks the family's days are made of. */
export const peopleAtHome = ({ members }: Pick<Family, 'members'>): readonly Member[] =>
  members.filter((member) => member.inHousehold && member.isErased !== true && member.passed === undefined && (isChild(member) || (isAdult(member) && isParent(member))))

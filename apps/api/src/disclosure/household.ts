/** Who lives with whom: whose week somebody knows, and may set. */
import { authorities, isAdult, isChild, isParent, type Family, type Member } from '@samenspel/family-case'
import { covers, type IsoDate, type PersonId } from '@samenspel/kernel'

/** The parents at whose home the child lives. */
export const parentsAtHome = ({ members }: Pick<Family, 'members'>): readonly PersonId[] =>
  members.filter((member) => isParent(member) && member.inHousehold && member.isErased !== true && member.passed === undefined).map(({ memberId }) => memberId)

/** The parents who make a child's week: they live with the child and hold authority today. */
export const carersOf = (family: Family, child: PersonId, today: IsoDate): readonly PersonId[] => {
  const held = authorities(family).filter((one) => one.child === child && one.status === 'verified' && covers(period(one), today)).map(({ adult }) => adult)
  return parentsAtHome(family).filter((parent) => held.includes(parent))
}

const period = ({ from, until }: { readonly from: IsoDate; readonly until?: IsoDate }) => until === undefined ? { from } : { from, until }

/** Whose weeks the family's days are made of. */
export const peopleAtHome = ({ members }: Pick<Family, 'members'>): readonly Member[] =>
  members.filter((member) => member.inHousehold && member.isErased !== true && member.passed === undefined && (isChild(member) || (isAdult(member) && isParent(member))))

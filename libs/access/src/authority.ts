import { covers, type IsoDate, type PersonId } from '@samenspel/kernel'
import type { Facts } from './facts.ts'
import { ageOn } from './moments.ts'

const ageOfMajority = 18

/**
 * Whether an adult held verified authority over a child on a day. It ends at the eighteenth birthday (G-06, G-08, G-12).
 * @throws RangeError when the child or its date of birth isn't known.
 */
export const holdsAuthority = (adult: PersonId, child: PersonId, day: IsoDate, facts: Facts): boolean =>
  facts.authority.some((held) => held.adult === adult && held.child === child && held.verified && covers(held.period, day)) &&
  isMinor(child, day, facts)

/** Whether a child of the case is under eighteen on a day. @throws RangeError when the child or its date of birth isn't known. */
export const isMinor = (child: PersonId, day: IsoDate, facts: Facts): boolean =>
  ageOn(facts.children.find(({ person }) => person === child)?.born, day) < ageOfMajority

/** Everybody who holds verified authority over a child on a day, each once. */
export const holdersOfAuthority = (child: PersonId, day: IsoDate, facts: Facts): readonly PersonId[] =>
  [...new Set(facts.authority.map(({ adult }) => adult))].filter((adult) => holdsAuthority(adult, child, day, facts))

import type { IsoDate } from '@samenspel/kernel'
import { daysFrom } from './days.ts'
import { bosman, elAmrani } from './families/day-centre-families.ts'
import { claes, claessens, janssens, moreau, peeters } from './families/flemish-families.ts'
import { frontDoor } from './families/front-door.ts'
import { verhoeven } from './families/verhoeven.ts'
import { practiceShelf } from './region/practice-shelf.ts'
import { register } from './region/register.ts'
import type { Step } from './step.ts'

/**
 * Druivendal: an invented region that plays the practice stories, as the commands of the people in it.
 * @param today the day on which the region is opened; every date is told from it.
 * @returns the commands in the order in which they happened. The same day gives the same region.
 */
export const demoRegion = (today: IsoDate): readonly Step[] => {
  const days = daysFrom(today)
  const families = [verhoeven, bosman, elAmrani, claessens, moreau, claes, janssens, peeters].flatMap((family) => family(days).steps).concat(frontDoor(days))
  return [...register(days), ...practiceShelf(days), ...families.toSorted((a, b) => a.command.at < b.command.at ? -1 : a.command.at > b.command.at ? 1 : 0)]
}

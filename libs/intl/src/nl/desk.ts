import { accessLog } from './desk/access-log.ts'
import { calendar } from './desk/calendar.ts'
import { board } from './desk/board.ts'
import { contribution } from './desk/contribution.ts'
import { erasures } from './desk/erasures.ts'
import { families } from './desk/families.ts'
import { family } from './desk/family.ts'
import { pictures } from './desk/pictures.ts'
import { plan } from './desk/plan.ts'
import { planner } from './desk/planner.ts'
import { region } from './desk/region.ts'
import { shell } from './desk/shell.ts'

/** Texts of the desk, by part of the screen. Dutch is the source; `en/desk.ts` has the same keys. */
export const desk = { ...accessLog, ...calendar, ...contribution, ...erasures, ...families, ...family, ...pictures, ...plan, ...planner, ...shell, ...board, ...region } as const

import type { desk as nl } from '../nl/desk.ts'
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
import { shell } from './desk/shell.ts'

export const desk: Record<keyof typeof nl, string> = { ...accessLog, ...calendar, ...contribution, ...erasures, ...families, ...family, ...pictures, ...plan, ...planner, ...shell, ...board }

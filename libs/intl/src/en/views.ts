import type { views as nl } from '../nl/views.ts'
import { accessLog } from './views/access-log.ts'
import { board } from './views/board.ts'
import { care } from './views/care.ts'
import { changes } from './views/changes.ts'
import { lists } from './views/lists.ts'
import { names } from './views/names.ts'
import { proposals } from './views/proposals.ts'
import { statements } from './views/statements.ts'
import { today } from './views/today.ts'
import { signals } from './signals.ts'

export const views: Record<keyof typeof nl, string> = { ...signals, ...accessLog, ...board, ...care, ...changes, ...lists, ...names, ...proposals, ...statements, ...today }

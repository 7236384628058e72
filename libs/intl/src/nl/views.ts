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

/** Words that the server puts into its answers, by topic. Dutch is the source; `en/views.ts` has the same keys. */
export const views = { ...signals, ...accessLog, ...board, ...care, ...changes, ...lists, ...names, ...proposals, ...statements, ...today } as const

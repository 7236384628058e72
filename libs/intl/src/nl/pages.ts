import { asks } from './pages/asks.ts'
import { calm } from './pages/calm.ts'
import { data } from './pages/data.ts'
import { plan } from './pages/plan.ts'
import { rhythm } from './pages/rhythm.ts'
import { settings } from './pages/settings.ts'
import { sharing } from './pages/sharing.ts'
import { visits } from './pages/visits.ts'

/** Texts of the pages of the parents' app beside the first one: fetched with them. Plain Dutch (B1), as in `parent.ts`. */
export const pages = { ...asks, ...calm, ...data, ...plan, ...rhythm, ...settings, ...sharing, ...visits } as const

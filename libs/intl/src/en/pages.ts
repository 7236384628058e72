import type { pages as nl } from '../nl/pages.ts'
import { asks } from './pages/asks.ts'
import { calm } from './pages/calm.ts'
import { data } from './pages/data.ts'
import { plan } from './pages/plan.ts'
import { rhythm } from './pages/rhythm.ts'
import { settings } from './pages/settings.ts'
import { sharing } from './pages/sharing.ts'
import { visits } from './pages/visits.ts'

export const pages: Readonly<Record<keyof typeof nl, string>> = { ...asks, ...calm, ...data, ...plan, ...rhythm, ...settings, ...sharing, ...visits }

import { join } from 'node:path'
import { startApplication, type Application } from './application.ts'
import type { Settings } from './settings.ts'

export { readSettings } from './settings.ts'

const apps = join(import.meta.dirname, '../..')

/**
 * Starts the built application, with the built apps beside it.
 * @param say tells the operator how far it is
 * @throws StartProblem with one sentence for the operator
 */
export const start = (settings: Settings, say: (sentence: string) => void): Promise<Application> =>
  startApplication({ settings, webApps: { desk: join(apps, 'desk/dist'), parent: join(apps, 'parent/dist') }, say })

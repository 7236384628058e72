import { join } from 'node:path'
import { startApplication, type Application } from './application.ts'
import { StartProblem } from './composition/start-problem.ts'
import { readSettings, type Environment } from './settings.ts'

const apps = join(import.meta.dirname, '../..')

/**
 * Starts the built application, with the built apps beside it.
 * @param say tells the operator how far it is
 * @throws StartProblem with one sentence for the operator
 */
export const start = async (environment: Environment, say: (sentence: string) => void): Promise<Application> => {
  const read = readSettings(environment, process.cwd())
  if ('problem' in read) throw new StartProblem(read.problem)
  return startApplication({ settings: read.settings, webApps: { desk: join(apps, 'desk/dist'), parent: join(apps, 'parent/dist') }, say })
}

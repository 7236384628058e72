import { join } from 'node:path'
import { startApplication } from './application.ts'
import { StartProblem } from './start-problem.ts'
import { exitWrongSetting, readSettings } from './settings.ts'

const stop = (sentence: string): never => {
  console.error(sentence)
  process.exit(exitWrongSetting)
}

const read = readSettings(process.env, process.cwd())
if ('problem' in read) stop(read.problem)
else {
  const apps = join(import.meta.dirname, '../..')
  try {
    const application = await startApplication({
      settings: read.settings, webApps: { desk: join(apps, 'desk/dist'), parent: join(apps, 'parent/dist') },
      say: (sentence) => { console.log(sentence) },
    })
    console.log(`Samenspel is open on ${application.url}`)
    // The same signal may come twice, from the keyboard and from who started this; closing once is enough.
    let closing = false
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (closing) return
        closing = true
        application.close().then(() => process.exit(0), (error: unknown) => { console.error(error); process.exit(1) })
      })
    }
  } catch (error) {
    if (error instanceof StartProblem) stop(error.message)
    throw error
  }
}

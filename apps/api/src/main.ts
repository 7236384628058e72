import { oldNode } from './old-node.ts'
import { exitWrongSetting, readSettings } from './settings.ts'
import { StartProblem } from './start-problem.ts'

const stop = (sentence: string): never => {
  console.error(sentence)
  process.exit(exitWrongSetting)
}

const tooOld = oldNode()
if (tooOld !== undefined) stop(tooOld)
const read = readSettings(process.env, process.cwd())
if ('problem' in read) stop(read.problem)
else {
  try {
    // Loaded only now: a wrong setting is said at once.
    const { start } = await import('./start.ts')
    const application = await start(read.settings, (sentence) => { console.log(sentence) })
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

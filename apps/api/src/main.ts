import { StartProblem } from './composition/start-problem.ts'
import { exitWrongSetting } from './settings.ts'
import { start } from './start.ts'

try {
  const application = await start(process.env, (sentence) => { console.log(sentence) })
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
  if (!(error instanceof StartProblem)) throw error
  console.error(error.message)
  process.exit(exitWrongSetting)
}

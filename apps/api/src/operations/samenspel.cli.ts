/** `npm run --silent samenspel -- COMMAND`; in the built application `node apps/api/dist/samenspel.js COMMAND`. */
import { oldNode } from '../old-node.ts'
import { exit } from './exit-codes.ts'

const tooOld = oldNode()
if (tooOld !== undefined) {
  process.stderr.write(`${tooOld}\n`)
  process.exit(exit.wrongSetting)
}
// Loaded only now: an older Node can't.
const { runSamenspel } = await import('./run-samenspel.ts')
process.exitCode = await runSamenspel(process.argv.slice(2), {
  environment: process.env,
  workingFolder: process.cwd(),
  print: (line) => { process.stdout.write(`${line}\n`) },
  tell: (line) => { process.stderr.write(`${line}\n`) },
})

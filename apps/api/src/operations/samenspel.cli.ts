/** `npm run --silent samenspel -- COMMAND`; in the built application `node apps/api/dist/samenspel.js COMMAND`. */
import { runSamenspel } from './run-samenspel.ts'

process.exitCode = await runSamenspel(process.argv.slice(2), {
  environment: process.env,

  workingFolder: process.cwd(),
  print: (line) => { process.stdout.write(`${line}\n`) },
  tell: (line) => { process.stderr.write(`${line}\n`) },
})

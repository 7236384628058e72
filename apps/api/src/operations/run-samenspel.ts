import { parseArgs } from 'node:util'
import { StoreInUse } from '@samenspel/event-store-sqlite'
import { systemClock } from '@samenspel/kernel'
import { errorCode } from '@samenspel/read-models'
import { StartProblem } from '../start-problem.ts'
import { readSettings, type Environment } from '../settings.ts'
import type { Asked, Command, Context } from './command.ts'
import { commands } from './commands.ts'
import { exit, OperationStopped, type ExitCode } from './exit-codes.ts'

export type Surroundings = {
  readonly environment: Environment
  readonly workingFolder: string
  /** A line on standard output. */
  readonly print: (line: string) => void
  /** A line on standard error. */
  readonly tell: (line: string) => void
}

const usage = (): string => `Usage: samenspel COMMAND [OPTIONS]

${commands.map(({ name, summary }) => `  ${name.padEnd(13)} ${summary}`).join('\n')}

samenspel COMMAND --help tells about one. Settings are those of the application (SAMENSPEL_DATA and others).
Every command takes --json: the result as one JSON object on standard output. Progress goes to standard error.

Exit codes: 0 fine; 1 found something wrong; 64 wrong usage; 66 nothing to read; 70 a mistake in this program;
73 can't create what was asked for; 74 can't read or write; 75 the application is running; 78 a wrong setting.`

/** Carries out one command line. @returns the exit code */
export const runSamenspel = async (words: readonly string[], { environment, workingFolder, print, tell }: Surroundings): Promise<ExitCode> => {
  const [name, ...rest] = words
  if (name === '--help' || name === '-h' || name === 'help') {
    print(usage())
    return exit.fine
  }
  const command = commands.find((one) => one.name === name)
  if (command === undefined) {
    tell(name === undefined ? usage() : `There is no command ${name}.\n\n${usage()}`)
    return exit.usage
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    print(command.help)
    return exit.fine
  }
  const json = rest.includes('--json')
  try {
    const asked = read(command, rest)
    const outcome = await command.run(asked, contextOf(environment, workingFolder, tell))
    if (json) print(JSON.stringify({ command: command.name, exitCode: outcome.exitCode, ...outcome.result }))
    else for (const line of outcome.lines) print(line)
    return outcome.exitCode
  } catch (error) {
    const { exitCode, message } = explained(error)
    tell(message)
    if (json) print(JSON.stringify({ command: command.name, exitCode, problem: message }))
    return exitCode
  }
}

const read = (command: Command, words: readonly string[]): Asked => {
  const wrong = (sentence: string) => new OperationStopped(exit.usage, `${sentence}\n\n${command.help}`)
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: { ...command.options, json: { type: 'boolean' } }, allowPositionals: true })
    const [fewest, most] = command.positionals
    if (positionals.length < fewest) throw wrong('Something is missing.')
    if (positionals.length > most) throw wrong(`That is too much: ${positionals.slice(most).join(' ')}.`)
    return { positionals, options: values }
  } catch (error) {
    throw error instanceof OperationStopped ? error : wrong(firstSentence(error))
  }
}

/** What Node says of words that it can't read, without its advice for programmers. */
const firstSentence = (error: unknown): string => {
  const [sentence] = (error instanceof Error ? error.message : String(error)).split('. ')
  return `${sentence?.replace(/\.$/, '')}.`
}

const contextOf = (environment: Environment, workingFolder: string, tell: Surroundings['tell']): Context => {
  const result = readSettings(environment, workingFolder)
  if ('problem' in result) throw new OperationStopped(exit.wrongSetting, result.problem)
  return { settings: result.settings, workingFolder, clock: systemClock, progress: tell }
}

/** Errors of the system that an operator can do something about. */
const ofTheSystem: Readonly<Record<string, ExitCode>> = { ENOENT: exit.noInput, EACCES: exit.inputOutput, EPERM: exit.inputOutput, EIO: exit.inputOutput, ENOSPC: exit.inputOutput, EROFS: exit.inputOutput, EEXIST: exit.cannotCreate, ENOTDIR: exit.noInput, EISDIR: exit.noInput }

const explained = (error: unknown): { readonly exitCode: ExitCode; readonly message: string } => {
  if (error instanceof OperationStopped) return { exitCode: error.exitCode, message: error.message }
  if (error instanceof StartProblem) return { exitCode: error.cause instanceof StoreInUse ? exit.tryLater : exit.wrongSetting, message: error.message }
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
  const code = errorCode(error)
  const known = ofTheSystem[code]
  if (known !== undefined) return { exitCode: known, message: `${message}.` }
  if (code === 'ERR_SQLITE_ERROR') return { exitCode: exit.inputOutput, message: `A database can't be read or written: ${message}.` }
  return { exitCode: exit.software, message: `${message}\n${error instanceof Error ? error.stack : ''}` }
}

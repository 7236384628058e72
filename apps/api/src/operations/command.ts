import type { ParseArgsConfig } from 'node:util'
import type { Clock } from '@samenspel/kernel'
import type { Settings } from '../settings.ts'
import type { ExitCode } from './exit-codes.ts'

/** What an operator asked of a command. */
export type Asked = {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

export type Context = {
  readonly settings: Settings
  /** Folders that are named on the command line are seen from here. */
  readonly workingFolder: string
  readonly clock: Clock
  /** One line for whoever waits, on standard error. */
  readonly progress: (sentence: string) => void
}

/** What came out: lines for people, and the same for programs (`--json`). */
export type Outcome = {
  readonly exitCode: Extract<ExitCode, 0 | 1>
  readonly lines: readonly string[]
  readonly result: Readonly<Record<string, unknown>>
}

/** One command of `samenspel`. A new one is a file here that makes one of these, and a row in `commands.ts`. */
export type Command = {
  readonly name: string
  /** In half a line. */
  readonly summary: string
  /** What `--help` tells: how it is called, and what each option means. */
  readonly help: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** The fewest and the most arguments besides options. */
  readonly positionals: readonly [number, number]
  /** @throws OperationStopped with one sentence for the operator */
  readonly run: (asked: Asked, context: Context) => Promise<Outcome>
}

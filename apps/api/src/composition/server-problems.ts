import { KeyStoreTooNew } from '@samenspel/event-codec'
import { KurrentdbClientMissing } from '@samenspel/event-store-kurrentdb'
import { StoreTooNew, UnsuitableServer } from '@samenspel/event-store-postgres'
import { StartProblem } from '../start-problem.ts'

/** By PostgreSQL's code, or that of the network: what an operator can do. None of them says more of a URL than the name of its setting. */
const troubles: Readonly<Record<string, (setting: string) => string>> = {
  '28P01': (setting) => `The server of ${setting} refuses the user or the password.`,
  '28000': (setting) => `The server of ${setting} refuses the user.`,
  '3D000': (setting) => `The server of ${setting} has no database of that name; make it first: docs/operate/postgresql.md.`,
  '42501': (setting) => `The user of ${setting} may not make what is needed in its database; let it own the database: docs/operate/postgresql.md.`,
  '53300': (setting) => `The server of ${setting} has no connection left; raise max_connections: docs/operate/postgresql.md.`,
  '57P03': (setting) => `The server of ${setting} is starting or stopping; try again in a moment.`,
}

/**
 * Opens something on a server; what goes wrong becomes one sentence for the operator.
 * @param setting the name of the setting that says where the server is
 * @throws StartProblem
 */
export const onServer = async <Result>(setting: string, open: () => Promise<Result>): Promise<Result> => {
  try {
    return await open()
  } catch (error) {
    throw explained(error, setting)
  }
}

const explained = (error: unknown, setting: string): unknown => {
  if (error instanceof StoreTooNew || error instanceof KeyStoreTooNew) return new StartProblem(`What the server of ${setting} holds was written by a newer version of this program.`, { cause: error })
  if (error instanceof UnsuitableServer) return new StartProblem(`The server of ${setting} can't be used. ${error.message}`)
  if (error instanceof KurrentdbClientMissing) return new StartProblem(`${error.message}.`)
  const codes = codesIn(error)
  const known = codes.map((code) => troubles[code]).find((sentence) => sentence !== undefined)
  if (known !== undefined) return new StartProblem(known(setting))
  return unreachable.some((code) => codes.includes(code)) ? new StartProblem(`The server of ${setting} can't be reached (${codes.join(', ')}).`) : error
}

/** As the three adapters say it. */
const unreachable = ['event-store-unavailable', 'key-store-unavailable', 'database-unavailable']

/** The codes of an error and of what it came from; messages may hold an address. */
const codesIn = (error: unknown): readonly string[] => {
  if (typeof error !== 'object' || error === null) return []
  const own = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? [String(error.code)] : []
  return [...own, ...('cause' in error ? codesIn(error.cause) : [])]
}

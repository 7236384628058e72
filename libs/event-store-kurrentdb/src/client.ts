import type * as kurrentdb from '@kurrent/kurrentdb-client'

/** The version that the tests run with. */
const version = '1.3.1'

export type Client = ReturnType<typeof kurrentdb.KurrentDBClient.connectionString>

/** The official client isn't part of Samenspel (its native part has a licence of its own); whoever uses KurrentDB installs it. */
export class KurrentdbClientMissing extends Error {
  readonly code = 'kurrentdb-client-missing'
  constructor(cause: unknown) {
    super(`KurrentDB needs its client, which isn't installed: npm install @kurrent/kurrentdb-client@${version}`, { cause })
    this.name = 'KurrentdbClientMissing'
  }
}

/**
 * Loads the client the first time it is needed.
 * @throws KurrentdbClientMissing, also when it is there without its native part for this platform
 */
export const loadClient = async (): Promise<typeof kurrentdb> => {
  try {
    return await import('@kurrent/kurrentdb-client')
  } catch (error) {
    throw isMissing(error) ? new KurrentdbClientMissing(error) : error
  }
}

/**
 * @param url the connection string
 * @throws an Error when the connection string can't be read
 */
export const connect = ({ KurrentDBClient }: typeof kurrentdb, url: string): Client => {
  const client = KurrentDBClient.connectionString(url)
  // Were it to find that the server takes appends in batches, it would send all of them over one stream; when that breaks while more than
  // sixteen wait, it leaves a rejection that nobody handles, and the process ends. A call for each append has its own deadline and error.
  Object.assign(client, { supports: () => Promise.resolve(false) })
  return client
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND')

import { CreateTableNode, DataTypeNode, Kysely, PostgresDialect, sql, type ColumnDefinitionNode, type KyselyPlugin, type PostgresPool, type PostgresPoolClient, type Transaction } from 'kysely'
import { Client, DatabaseError, escapeIdentifier, escapeLiteral, Pool, type ClientConfig, type PoolClient } from 'pg'
import { DatabaseUnavailable } from './database-unavailable.ts'

/** Milliseconds until a server that doesn't answer counts as gone. */
const connectWithin = 5_000
const answerWithin = 30_000
/** Of one process; who comes after them waits for a turn. */
const mostConnections = 10

/**
 * How every connection to the tables is made. A server notices within half a minute that a machine is gone, so that what this
 * machine held is let go of.
 * @param settings of the session, by the names of PostgreSQL
 */
export const connectionTo = (url: string, settings: Readonly<Record<string, string>> = {}): ClientConfig => ({
  connectionString: url, application_name: 'samenspel', connectionTimeoutMillis: connectWithin, query_timeout: answerWithin, keepAlive: true,
  options: Object.entries({ default_transaction_isolation: 'read\\ committed', tcp_keepalives_idle: '10', tcp_keepalives_interval: '5', tcp_keepalives_count: '3', idle_in_transaction_session_timeout: '60s', ...settings })
    .map(([name, value]) => `-c ${name}=${value}`).join(' '),
})

export type PostgresDatabaseParts<Tables> = {
  /** Of the database: `postgres://user:password@host:port/database`, with the parameters that the driver `pg` knows. */
  readonly url: string
  /** Where the tables lie in it: small letters and underscores. It is made when there is none. */
  readonly schema: string
  /** Makes the tables that are needed from the start and aren't there; one process at a time. */
  readonly prepare: (database: Transaction<Tables>) => Promise<void>
}

/**
 * Kysely on a schema of a PostgreSQL database, for any number of processes. Tables are written down as for SQLite: `blob` becomes
 * `bytea`, and texts compare byte by byte, as they do there.
 * @throws DatabaseUnavailable; RangeError for another name of a schema
 */
export const openPostgresDatabase = async <Tables>({ url, schema, prepare }: PostgresDatabaseParts<Tables>): Promise<Kysely<Tables>> => {
  if (!/^[a-z][a-z_]{0,62}$/.test(schema)) throw new RangeError('the name of a schema for tables is small letters and underscores')
  const pool = new Pool({ ...connectionTo(url, { search_path: schema }), max: mostConnections, idleTimeoutMillis: 300_000 })
  // A connection that is lost while it rests is let go of; the next question makes a new one.
  pool.on('error', () => {})
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: speakingOfTrouble(pool) }), plugins: [inWordsOfPostgres] })
  try {
    await database.transaction().execute(async transaction => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${sql.lit(`tables ${schema}`)}, 0))`.execute(transaction)
      await sql.raw(`do ${escapeLiteral(`begin if to_regnamespace(${escapeLiteral(schema)}) is null then create schema ${escapeIdentifier(schema)}; end if; end`)}`).execute(transaction)
      await prepare(transaction)
    })
    return database
  } catch (error) {
    await database.destroy()
    throw error
  }
}

/** Columns as PostgreSQL calls them. */
const inWordsOfPostgres: KyselyPlugin = {
  transformQuery: ({ node }) => CreateTableNode.is(node) ? { ...node, columns: node.columns.map(inItsWords) } : node,
  transformResult: ({ result }) => Promise.resolve(result),
}

const inItsWords = (column: ColumnDefinitionNode): ColumnDefinitionNode => {
  const { dataType } = column
  if (!DataTypeNode.is(dataType)) return column
  if (dataType.dataType === 'blob') return { ...column, dataType: DataTypeNode.create('bytea') }
  return dataType.dataType === 'text' ? { ...column, dataType: sql`text collate "C"`.toOperationNode() } : column
}

/** A pool that tells a database that is away from a statement that can't be carried out. */
const speakingOfTrouble = (pool: Pool): PostgresPool => {
  const known = new WeakMap<PoolClient, PostgresPoolClient>()
  const wrapped = (client: PoolClient): PostgresPoolClient => {
    let isBroken = false
    // A connection that is lost in the middle of a transaction says so by itself too, and the next statement hears of it.
    client.on('error', () => { isBroken = true })
    const query = async (text: string, parameters: readonly unknown[]) => {
      try {
        return await client.query(text, [...parameters])
      } catch (error) {
        if (isOfTheStatement(error)) throw error
        isBroken = true
        throw new DatabaseUnavailable(error)
      }
    }
    return { query: query as unknown as PostgresPoolClient['query'], release: (destroy = false) => { client.release(destroy || isBroken) } }
  }
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => { throw new DatabaseUnavailable(error) })
      const there = known.get(client) ?? wrapped(client)
      known.set(client, there)
      return there
    },
    end: () => pool.end(),
  }
}

/** Connection lost, transaction given up, resources, operator, system; and a server that takes no writes (any more). */
const classesOfTrouble = ['08', '40', '53', '57', '58']
const readOnlyServer = '25006'
const isOfTheStatement = (error: unknown): boolean =>
  error instanceof DatabaseError && error.code !== undefined && error.code !== readOnlyServer && !classesOfTrouble.includes(error.code.slice(0, 2))

/** Whether a schema of that name is in the database. @throws DatabaseUnavailable */
export const hasSchema = async (url: string, schema: string): Promise<boolean> => {
  const client = new Client(connectionTo(url))
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<[boolean]>({ rowMode: 'array', text: 'select exists (select from pg_namespace where nspname = $1)', values: [schema] })
    return rows[0]?.[0] === true
  } catch (error) {
    throw new DatabaseUnavailable(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

import type { PrivatePostgres } from '@samenspel/private-postgres'
import type { Settings } from '../settings.ts'

/** Two empty databases on one server, as an operator makes them, and what is set to use them. */
export type PostgresPlaces = {
  readonly settings: Pick<Settings, 'store' | 'tables' | 'keyStore'>
  readonly environment: Readonly<Record<string, string>>
  readonly url: string
  readonly keysUrl: string
}

export const postgresPlaces = async (postgres: PrivatePostgres): Promise<PostgresPlaces> => {
  const url = await postgres.createDatabase()
  const name = new URL(url).pathname.slice(1)
  await postgres.query(url, `CREATE DATABASE ${name}_keys`)
  const keysUrl = postgres.urlOf(`${name}_keys`)
  return {
    url, keysUrl, environment: { SAMENSPEL_STORE: url },
    settings: { store: { kind: 'postgres', url }, tables: { kind: 'postgres', url }, keyStore: { kind: 'postgres', url: keysUrl } },
  }
}

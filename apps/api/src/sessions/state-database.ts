import { notNull, openDatabase, primaryKey } from '@samenspel/read-models'
import type { Kysely } from 'kysely'
import { makeBreadthTables, type BreadthTables } from '../disclosure/breadth-tables.ts'
import { makeDoorTables, type DoorTables } from '../front-door/door-tables.ts'
import { makeMailTables, type MailTables } from '../messages/mail-tables.ts'
import { makeSignInTables, type SignInTables } from '../sign-in/sign-in-tables.ts'
import { makeTabletTables, type TabletTables } from '../tablets/tablet-tables.ts'
import { makeAllowanceTables, type AllowanceTables } from './allowance-tables.ts'
import { makeSessionTables, type SessionTables } from './session-tables.ts'

/**
 * What is neither a fact nor derived from facts: who is signed in, texts half written, when somebody last looked, where mail goes,
 * which mail is on its way, which sign-in belongs to whom, and which tablets a group shares. Losing this database signs everybody out, loses drafts,
 * working notes and mail addresses, everybody who signs in elsewhere needs a new code, every tablet too, and who referred a family can't follow it any more; it loses nothing of a family's file.
 */
export type StateDatabase = Kysely<StateTables>

export type StateTables = SessionTables & MailTables & SignInTables & TabletTables & DoorTables & AllowanceTables & BreadthTables & {
  readonly mark: { readonly name: string; readonly value: string }
}

/** Opens the file, or `:memory:`, and makes its tables. */
export const openStateDatabase = async (file: string): Promise<StateDatabase> => {
  const database = openDatabase<StateTables>({ file })
  await prepareState(database)
  return database
}

/** Makes the tables that aren't there: first those of sessions, which others refer to. */
export const prepareState = async ({ schema }: StateDatabase): Promise<void> => {
  for (const make of [makeSessionTables, makeMailTables, makeSignInTables, makeTabletTables, makeDoorTables, makeAllowanceTables, makeBreadthTables]) await make(schema)
  await schema.createTable('mark').ifNotExists().addColumn('name', 'text', primaryKey).addColumn('value', 'text', notNull).execute()
}

/** A remark of the installation about itself, such as that its demo region was opened. */
export const readMark = async (database: StateDatabase, name: string): Promise<string | undefined> =>
  (await database.selectFrom('mark').select('value').where('name', '=', name).executeTakeFirst())?.value

export const writeMark = async (database: StateDatabase, name: string, value: string): Promise<void> => {
  await database.insertInto('mark').values({ name, value }).onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute()
}

/** The first who comes makes the remark, and all others read it. */
export const writeMarkOnce = async (database: StateDatabase, name: string, make: () => Promise<string>): Promise<string> => {
  const known = await readMark(database, name)
  if (known !== undefined) return known
  await database.insertInto('mark').values({ name, value: await make() }).onConflict((conflict) => conflict.doNothing()).execute()
  return await readMark(database, name) ?? ''
}

import { expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execute, openDatabase } from './open-database.ts'
import { primaryKey } from './columns.ts'

type Tables = { readonly person: { readonly id: number; readonly name: string | null } }

test('Kysely reads, writes, returns and rolls back on node:sqlite; the reading connection sees what is committed, and can not write', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-models-'))
  const file = join(folder, 'read-models.sqlite')
  const database = openDatabase<Tables>({ file })
  await database.schema.createTable('person').addColumn('id', 'integer', primaryKey).addColumn('name', 'text').execute()
  const reading = openDatabase<Tables>({ file, readOnly: true })
  const all = () => reading.selectFrom('person').selectAll().orderBy('id').execute()

  expect(await database.insertInto('person').values({ id: 1, name: 'Zoë' }).returning('name').executeTakeFirst()).toEqual({ name: 'Zoë' })
  expect((await database.updateTable('person').set({ name: null }).where('id', '=', 1).executeTakeFirst()).numUpdatedRows).toBe(1n)
  expect(await all()).toEqual([{ id: 1, name: null }])

  const failing = database.transaction().execute(async transaction => {
    await transaction.insertInto('person').values({ id: 2, name: 'b' }).execute()
    // Another connection: it neither waits for the transaction nor sees it.
    expect(await all()).toHaveLength(1)
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(await all()).toHaveLength(1)
  expect(await Array.fromAsync(database.selectFrom('person').select('id').stream())).toEqual([{ id: 1 }])
  await expect(reading.insertInto('person').values({ id: 3, name: 'c' }).execute()).rejects.toThrow(/readonly/)

  await reading.destroy()
  await database.destroy()
  rmSync(folder, { recursive: true })
})

test('a statement that was used before sees tables that were changed since', async () => {
  const database = openDatabase<Tables>({ file: ':memory:' })
  const all = () => database.selectFrom('person').selectAll().execute()
  await database.schema.createTable('person').addColumn('id', 'integer', primaryKey).execute()
  await database.insertInto('person').values({ id: 1 }).execute()
  expect(await all()).toEqual([{ id: 1 }])
  await database.schema.alterTable('person').addColumn('name', 'text').execute()
  expect(await all()).toEqual([{ id: 1, name: null }])
  await database.schema.dropTable('person').execute()
  await expect(all()).rejects.toThrow(/no such table/)
  await database.schema.createTable('person').addColumn('name', 'text').addColumn('id', 'integer').execute()
  await database.insertInto('person').values({ id: 2, name: 'b' }).execute()
  expect(await all()).toEqual([{ id: 2, name: 'b' }])
  await database.destroy()
})

test('one statement by itself is answered at once, and waits where a transaction of others is open: it is no part of that', async () => {
  const database = openDatabase<Tables>({ file: ':memory:' })
  const all = () => execute(database, database.selectFrom('person').selectAll().compile())
  await database.schema.createTable('person').addColumn('id', 'integer', primaryKey).addColumn('name', 'text').execute()
  await execute(database, database.insertInto('person').values({ id: 1, name: 'Zoë' }).compile())
  expect(await all()).toEqual([{ id: 1, name: 'Zoë' }])
  expect(await execute(database, database.deleteFrom('person').returning('id').compile())).toEqual([{ id: 1 }])
  await expect(execute(database, database.insertInto('person').values({ id: 'no number' as unknown as number, name: null }).compile())).rejects.toThrow()

  const [entered, left] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  const failing = database.transaction().execute(async transaction => {
    await transaction.insertInto('person').values({ id: 2, name: 'b' }).execute()
    entered.resolve(undefined)
    await left.promise
    throw new Error('rolled back')
  })
  await entered.promise
  const meanwhile = all()
  left.resolve(undefined)
  await expect(failing).rejects.toThrow('rolled back')
  expect(await meanwhile).toEqual([])
  await database.destroy()
})

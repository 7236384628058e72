import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql, type Kysely } from 'kysely'
import { databaseKinds } from './databases.fixture.ts'
import { prepareQuery } from './prepare-query.ts'
import { notNull, primaryKey } from './columns.ts'

type Tables = { readonly visit: { readonly person: string; readonly times: number; readonly place: string | null } }

describe.each(databaseKinds)('in $name', ({ begin, open, end }) => {
  beforeAll(begin)
  afterAll(end)
  let database: Kysely<Tables>
  beforeEach(async () => {
    database = await open<Tables>()
    await database.schema.createTable('visit').addColumn('person', 'text', primaryKey).addColumn('times', 'integer', notNull).addColumn('place', 'text').execute()
  })
  afterEach(() => database.destroy())

  test('a prepared query is asked each time with other values, wherever they stand in it', async () => {
    const add = prepareQuery<{ person: string; times: number; place: string | null }, unknown>(database, value => database.insertInto('visit').values({ person: value('person'), times: value('times'), place: value('place') })
      .onConflict(conflict => conflict.column('person').doUpdateSet({ times: sql<number>`visit.times + excluded.times` })))
    const find = prepareQuery<{ least: number; person: string }, Tables['visit']>(database, value => database.selectFrom('visit').selectAll().where('person', '=', value('person')).where('times', '>=', value('least')))
    await add({ person: 'a', times: 1, place: 'home' })
    await add({ person: 'b', times: 5, place: null })
    await add({ person: 'a', times: 2, place: 'elsewhere' })
    expect(await find({ person: 'a', least: 3 })).toEqual([{ person: 'a', times: 3, place: 'home' }])
    expect(await find({ person: 'b', least: 1 })).toEqual([{ person: 'b', times: 5, place: null }])
    expect(await find({ person: 'b', least: 6 })).toEqual([])
  })
  test('within a transaction it is part of it', async () => {
    const add = prepareQuery<{ person: string }, unknown>(database, value => database.insertInto('visit').values({ person: value('person'), times: 1, place: null }))
    await expect(database.transaction().execute(async transaction => {
      await add({ person: 'a' }, transaction)
      throw new Error('not so')
    })).rejects.toThrow('not so')
    expect(await database.selectFrom('visit').selectAll().execute()).toEqual([])
  })
})

import { DatabaseSync } from 'node:sqlite'
import { expect, test } from '@jest/globals'
import { EventStoreReadOnly, EventStoreUnavailable } from '@samenspel/event-store'
import { DatabaseUnavailable } from '@samenspel/read-models'
import { GraphQLError } from 'graphql'
import { Refused } from './refused.ts'
import { unavailableIn } from './unavailable.ts'

const thrownBy = (act: () => unknown): unknown => {
  try { return act() } catch (error) { return error }
}

test('a store or a server that is away is told from every other mistake, also inside an answer of the API', () => {
  const away = new EventStoreUnavailable('database or disk is full')
  expect(unavailableIn(away)).toBe(away)
  expect(unavailableIn(new GraphQLError('no', { originalError: away }))).toBe(away)
  expect(unavailableIn(new DatabaseUnavailable(new Error('gone')))).toBeInstanceOf(DatabaseUnavailable)
  for (const other of [new EventStoreReadOnly('looked at'), new Refused('not-found'), new GraphQLError('no'), new TypeError('no'), undefined]) expect(unavailableIn(other)).toBeUndefined()
})

test('so is the full disk of a file beside the log, such as that of the drafts, and no other mistake of it', () => {
  const database = new DatabaseSync(':memory:')
  database.exec('PRAGMA max_page_count = 3; CREATE TABLE draft (content BLOB NOT NULL)')
  const full = thrownBy(() => database.exec('INSERT INTO draft VALUES (zeroblob(100000))'))
  expect(full).toMatchObject({ message: 'database or disk is full' })
  expect(unavailableIn(full)).toBe(full)
  expect(unavailableIn(thrownBy(() => database.exec('INSERT INTO draft VALUES (NULL)')))).toBeUndefined()
  database.close()
})

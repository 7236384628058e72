import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { writeSchema } from './schema.ts'

test('the committed schema is what the classes say; `npm run schema` writes it', async () => {
  expect(await writeSchema()).toBe(await readFile(join(import.meta.dirname, '../schema.graphql'), 'utf8'))
})

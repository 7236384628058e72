import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

const root = new URL('../../../', import.meta.url)
const page = readFileSync(new URL('docs/accountability.md', root), 'utf8')
const rows = page.split('\n').flatMap((line) => {
  const [, id = '', , where = '', tests = ''] = line.split('|').map((cell) => cell.trim())
  return /^[LP]-\d\d$/.test(id) ? [{ id, where, tests }] : []
})
/** A file, and the words by which one of its tests is known. */
const named = rows.flatMap(({ id, tests }) => [...tests.matchAll(/`([^`]+)`: \*([^*]+)\*/g)].map(([, file = '', name = '']) => [id, file, name] as const))

describe('what the norms ask of logging and of the rights of people', () => {
  test('stands on the page line by line', () => {
    const ids = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`)
    expect(rows.map(({ id }) => id)).toEqual([...ids('L', 13), ...ids('P', 15)])
  })
  test('has a test, or says that it is not in this version', () => {
    for (const { id, where } of rows) expect([id, named.some(([of]) => of === id) || where.startsWith('not in this version')]).toEqual([id, true])
  })
  test.each(named)('%s is looked at in %s: %s', (_, file, name) => {
    expect(readFileSync(new URL(file, root), 'utf8').replaceAll("\\'", "'")).toContain(name)
  })
})

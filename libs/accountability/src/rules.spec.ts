import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

/** Each rule of the field has a test that says so in its title; which one stands on a page, and this looks the page up. */
const root = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const page = read('docs/develop/rules-and-tests.md')

const rows = page.split('\n').flatMap((line) => {
  const [, id = '', , tests = ''] = line.split('|').map((cell) => cell.trim())
  return /^[A-Z]-\d\d$/.test(id) ? [{ id, tests }] : []
})
/** A rule, a file, and the title of one of its tests. */
const named = rows.flatMap(({ id, tests }) => [...tests.matchAll(/`([^`]+)`: \*([^*]+)\*/g)].map(([, file = '', title = '']) => [id, file, title] as const))

const counts = { G: 12, C: 15, L: 13, P: 15, S: 8, K: 14 }
const rules = Object.entries(counts).flatMap(([letter, count]) => Array.from({ length: count }, (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`))

/** What stands as the title of a test or of a group of them. */
const titlesIn = (file: string): readonly string[] =>
  [...read(file).matchAll(/\b(?:test|describe)(?:\.\w+)?\((['"`])((?:\\.|(?!\1)[^\\])*)\1|\b(?:test|describe)\.each[^\n]*?\((['"`])((?:\\.|(?!\3)[^\\])*)\3/g)]
    .map(([, , plain, , each]) => (plain ?? each ?? '').replaceAll(/\\(.)/g, '$1'))

const specsIn = (folder: string): readonly string[] => readdirSync(new URL(`${folder}/`, root), { withFileTypes: true }).flatMap((entry) => {
  if (entry.isDirectory()) return ['node_modules', 'dist', 'dist-spec'].includes(entry.name) ? [] : specsIn(`${folder}/${entry.name}`)
  return /\.spec\.tsx?$/.test(entry.name) ? [`${folder}/${entry.name}`] : []
})

describe('the rules of the field', () => {
  test('stand on the page, each once', () => { expect(rows.map(({ id }) => id)).toEqual(rules) })
  test('have a test each, or a sentence that says why not', () => {
    for (const { id, tests } of rows) expect([id, named.some(([of]) => of === id) || /^left out: .{40,}/.test(tests)]).toEqual([id, true])
  })
  test.each(named)('%s is tried in %s: %s', (id, file, title) => {
    expect(titlesIn(file)).toContain(title)
    expect(title).toContain(id)
  })
  test('are the only ones that a test names', () => {
    const strange = [...specsIn('apps'), ...specsIn('libs')].flatMap((file) =>
      titlesIn(file).flatMap((title) => [...title.matchAll(/\b[GCLPSK]-\d\d\b/g)].filter(([id]) => !rules.includes(id)).map(([id]) => `${file}: ${id}`)))
    expect(strange).toEqual([])
  })
})

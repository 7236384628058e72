/** What could be misused stands on a page, each case with the tests that would fail without what stands against it: they are looked up here. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const page = readFileSync(`${root}docs/security.md`, 'utf8')
const rows = page.split('\n').flatMap((line) => {
  const cells = line.split(' | ')
  const id = /^\| (T\d+|[CG]-\d\d)$/.exec(cells[0] ?? '')?.[1]
  return id === undefined ? [] : [{ id, tests: cells.at(-1) ?? '' }]
})
const specs = globSync('{apps,libs}/*/src/**/*.spec.{ts,tsx}', { cwd: root })
const plain = (words: string): string => words.replaceAll("\\'", "'").replaceAll('’', "'")

test('each of the ways to misuse it that the threat model counts is on the page, with a test', () => {
  const threats = rows.filter(({ id }) => id.startsWith('T'))
  expect(threats.map(({ id }) => id)).toEqual(threats.map((_, index) => `T${index + 1}`))
  expect(threats.length).toBeGreaterThanOrEqual(22)
  expect(rows.filter(({ tests }) => !/\.spec\.tsx?`|matrix`|matrix\.csv`|access-matrix`|libs\/|apps\//.test(tests)).map(({ id }) => id)).toEqual([])
})

test('every spec that the page names is there', () => {
  const named = rows.flatMap(({ id, tests }) => [...tests.matchAll(/`([^`*]+\.spec\.tsx?)`/g)].map(([, file = '']) => [id, file] as const))
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter(([, file]) => !specs.some((spec) => spec === file || spec.endsWith(`/${file}`)))).toEqual([])
})

test('every test that the page names by its words is in one of them', () => {
  const words = rows.flatMap(({ id, tests }) => [...tests.matchAll(/\*([^*`]{8,})\*/g)].map(([, name = '']) => [id, name] as const))
  expect(words.length).toBeGreaterThan(15)
  const all = specs.map((spec) => plain(readFileSync(`${root}${spec}`, 'utf8')))
  expect(words.filter(([, name]) => !all.some((text) => text.includes(plain(name))))).toEqual([])
})

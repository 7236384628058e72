import { expect, test } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')
const rawColour = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb|color)\(|:\s*(?:white|black|red|green|blue|gr[ae]y|yellow|orange|purple)\b/i
const withoutComments = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '')
const styleSheets = globSync(['libs/*/src/**/*.css', 'apps/*/src/**/*.css'], { cwd: root }).filter((path) => !path.endsWith('ui/src/tokens.css'))
const read = (path: string): string => withoutComments(readFileSync(resolve(root, path), 'utf8'))

test('colours stand in tokens.css and nowhere else', () => {
  expect(styleSheets.length).toBeGreaterThan(5)
  expect(styleSheets.filter((path) => rawColour.test(read(path)))).toEqual([])
})

test('screens turn around for languages written from right to left: no left or right in a style sheet', () => {
  // env(safe-area-inset-…) names sides of the phone itself, not of the text.
  const physical = /(?<!safe-area-)\b(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b|(?:^|[\s;{])(?:left|right)\s*:|text-align:\s*(?:left|right)/m
  expect(styleSheets.filter((path) => physical.test(read(path)))).toEqual([])
})

test('every token that is used is defined', () => {
  const all = [...styleSheets.map(read), read('libs/ui/src/tokens.css')].join('\n')
  const defined = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name))
  const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))
  expect([...used].filter((name) => !defined.has(name))).toEqual([])
})

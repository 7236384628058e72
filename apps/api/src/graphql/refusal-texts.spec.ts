import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { isRefusalCode, refusalText } from '@samenspel/intl/refusals'
import ts from 'typescript'

/** Where something can be refused: the domain, what it stands on, and this application. */
const folders = ['libs/kernel', 'libs/family-case', 'libs/agenda', 'libs/register', 'libs/erasure', 'libs/safety', 'libs/accountability', 'libs/front-door', 'apps/api']
/** What says no: in the domain, and here. */
const refusing = new Set(['refuse', 'refuseWith', 'Refused', 'must'])
/** Codes that are put together, with the parts that can stand in them. */
const composed: Readonly<Record<string, readonly string[]>> = { 'proposal-${}': ['proposal-withdrawn', 'proposal-released', 'proposal-confirmed'] }

const root = join(import.meta.dirname, '../../../..')

/** Every code that the source says no with. What is no text by itself is a variable that a text was put into elsewhere. */
const codesIn = (source: ts.SourceFile): ReadonlySet<string> => {
  const codes = new Set<string>()
  const take = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) { if (/^[a-z]+(-[a-z]+)+$/.test(node.text)) codes.add(node.text) }
    else if (ts.isConditionalExpression(node)) { take(node.whenTrue); take(node.whenFalse) }
    else if (ts.isTemplateExpression(node)) {
      const pattern = node.head.text + node.templateSpans.map(({ literal }) => `\${}${literal.text}`).join('')
      for (const code of composed[pattern] ?? [`${pattern} which nobody listed`]) codes.add(code)
    }
  }
  const visit = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression) && refusing.has(node.expression.text)) node.arguments?.forEach(take)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return codes
}

let codes: readonly string[]
beforeAll(async () => {
  const files = (await Promise.all(folders.map((folder) => Array.fromAsync(glob(join(root, folder, 'src/**/*.ts')))))).flat().filter((file) => !file.endsWith('.spec.ts') && !file.includes('/testing/'))
  codes = [...new Set(files.flatMap((file) => [...codesIn(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest))]))].sort()
})

describe('every code with which something is refused', () => {
  test('is found', () => {
    expect(codes).toEqual(expect.arrayContaining(['not-in-team', 'time-off-grid', 'slot-taken', 'text-empty', 'run-unknown', 'proposal-withdrawn', 'not-signed-in']))
    expect(codes.length).toBeGreaterThan(100)
  })
  test('has a sentence for people, in Dutch and in English', () => {
    expect(codes.filter((code) => !isRefusalCode(code))).toEqual([])
    for (const code of codes.filter(isRefusalCode)) {
      const [dutch, english] = [refusalText('nl')(code, { longest: 5, field: 'text' }), refusalText('en')(code, { longest: 5, field: 'text' })]
      expect([dutch, english]).toEqual([expect.stringMatching(/^[^{}]+[.?]$/), expect.stringMatching(/^[^{}]+[.?]$/)])
      expect(dutch).not.toBe(english)
    }
  })
})

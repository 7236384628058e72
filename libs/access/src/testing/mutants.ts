/**
 * All that a decision rests on, with one thing in it wrong: a condition left out or turned round, a comparison one step off, a number one
 * more or less, an element of a list gone, `some` for `every`. Each changes one place of one source file; all that is built upon that
 * file is built anew. What a rule says more than it needs shows here, and so does what no test asks.
 */
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { compileFunction } from 'node:vm'
import * as kernel from '@samenspel/kernel'
import ts from 'typescript'
import type * as abilities from '../abilities.ts'
import type * as authority from '../authority.ts'
import type * as circumstances from '../circumstances.ts'
import type * as consent from '../consent.ts'
import { decideBy, policies, type PolicyId } from '../decide.ts'
import type * as decide from '../decide.ts'
import type * as disclose from '../disclose.ts'
import * as entries from '../entries.ts'
import * as facts from '../facts.ts'
import type * as moments from '../moments.ts'
import type * as owners from '../owners.ts'

/** Every source file that a decision rests on, each after those that it uses. */
const files = ['moments', 'owners', 'authority', 'consent', 'circumstances', 'policy', 'permits', 'forbids', 'decide', 'disclose', 'abilities'] as const
type File = (typeof files)[number]

/** What those files give together. */
export type Access = typeof moments & typeof owners & typeof authority & typeof consent & typeof circumstances & typeof decide & typeof disclose & typeof abilities

export type Mutant = {
  /** Where, and what is wrong: stable while the code reads the same. */
  readonly name: string
  readonly access: () => Access
}

type Change = { readonly start: number; readonly end: number; readonly text: string; readonly name: string }
type Exports = Readonly<Record<string, unknown>>
type Build = (use: (name: string) => Exports) => Exports

/** Everything as it is, built the way mutants are. */
export const unchanged = (): Mutant => ({ name: 'unchanged', access: () => built() })

/** Each policy left out, each change of a source file, and each of a few words that the kernel gives. */
export const mutants = (): readonly Mutant[] => {
  const found = [...policies.map(withoutPolicy), ...files.flatMap(withChanges), ...Object.entries(kernelWithMistakes).map(withKernel)]
  const times = new Map<string, number>()
  return found.map((mutant) => {
    const time = (times.get(mutant.name) ?? 0) + 1
    times.set(mutant.name, time)
    return time === 1 ? mutant : { ...mutant, name: `${mutant.name} (${time})` }
  })
}

const withoutPolicy = ({ id }: { readonly id: PolicyId }): Mutant => ({
  name: `${id}: dropped`, access: () => ({ ...built(), decide: decideBy(policies.filter((one) => one.id !== id)) }),
})

const withChanges = (file: File): readonly Mutant[] => {
  const source = sourceOf(file)
  return changesIn(ts.createSourceFile(`${file}.ts`, source, ts.ScriptTarget.Latest, true)).map(({ start, end, text, name }) => ({
    name: `${file}: ${name}`, access: () => built({ [file]: compiled(source.slice(0, start) + text + source.slice(end)) }),
  }))
}

const withKernel = ([name, changed]: readonly [string, Exports]): Mutant => ({ name: `kernel: ${name}`, access: () => built({}, { ...kernel, ...changed }) })

/** What the kernel gives is changed as a whole: its own tests look inside. */
const kernelWithMistakes: Readonly<Record<string, Partial<typeof kernel>>> = {
  'covers: the first day is outside': { covers: ({ from, until }, day) => from < day && (until === undefined || day <= until) },
  'covers: the last day is outside': { covers: ({ from, until }, day) => from <= day && (until === undefined || day < until) },
  'covers: the day before is inside': { covers: ({ from, until }, day) => kernel.addDays(from, -1) <= day && (until === undefined || day <= until) },
  'covers: the day after is inside': { covers: ({ from, until }, day) => from <= day && (until === undefined || day <= kernel.addDays(until, 1)) },
  'covers: a beginning is not looked at': { covers: ({ until }, day) => until === undefined || day <= until },
  'covers: an end is not looked at': { covers: ({ from }, day) => from <= day },
  'dayOf: the day of London': { dayOf: (at) => at.slice(0, 10) },
  'dayOf: the day before, before one in the morning': { dayOf: (at, zone) => kernel.dayOf(new Date(Date.parse(at) - 3_600_000).toISOString(), zone) },
  'isSameSubject: any of a kind': { isSameSubject: (a, b) => a.kind === b.kind },
  'isSameSubject: any of a person': { isSameSubject: (a, b) => 'person' in a && 'person' in b ? a.person === b.person : kernel.isSameSubject(a, b) },
  'categories: without the last': { categories: kernel.categories.slice(0, -1) as unknown as typeof kernel.categories },
}

// ── Building

const sourceOf = (file: File): string => readFileSync(new URL(`../${file}.ts`, import.meta.url), 'utf8')

const imports = /^import \{([^}]*)\} from '([^']+)'$/gms

const compiled = (source: string): Build => {
  const script = stripTypeScriptTypes(source)
    .replaceAll(imports, (_, names: string, from: string) => `const {${names}} = use('${from}')`)
    .replaceAll(/^export /gm, '')
  const given = [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => name)
  return compileFunction(`${script}\nreturn { ${given.join(', ')} }`, ['use']) as Build
}

const plain = new Map<File, Build>()
const plainBuild = (file: File): Build => {
  const known = plain.get(file) ?? compiled(sourceOf(file))
  plain.set(file, known)
  return known
}

const built = (changed: Partial<Record<File, Build>> = {}, kernelUsed: Exports = kernel): Access => {
  const known: Record<string, Exports> = { '@samenspel/kernel': kernelUsed, './entries.ts': entries, './facts.ts': facts }
  for (const file of files) known[`./${file}.ts`] = (changed[file] ?? plainBuild(file))((name) => known[name] ?? {})
  return Object.assign({}, ...files.map((file) => known[`./${file}.ts`])) as Access
}

// ── Finding what can be wrong

const oneStepOff = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.LessThanToken, '<='], [ts.SyntaxKind.LessThanEqualsToken, '<'], [ts.SyntaxKind.GreaterThanToken, '>='], [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='], [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
])
const words = new Set(['isOneOf', 'isCategory', 'hasLabel'])
const opposites: Readonly<Record<string, string>> = { some: 'every', every: 'some' }

const changesIn = (file: ts.SourceFile): readonly Change[] => {
  const found: Change[] = []
  const short = (node: ts.Node) => node.getText(file).replaceAll(/\s+/g, ' ')
  const visit = (node: ts.Node, place: string): void => {
    if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node)) return
    const here = placeOf(node, file) ?? place
    const change = (at: ts.Node, text: string, what: string) => { found.push({ start: at.getStart(file), end: at.getEnd(), text, name: `${here}: ${what}` }) }
    /** A condition that is no chain of others and no comparison that is turned round below. */
    const negated = (at: ts.Node): void => {
      if (isCondition(at)) change(at, `!(${at.getText(file)})`, `not ${short(at)}`)
    }
    if (ts.isBinaryExpression(node)) {
      const { left, right, operatorToken: { kind } } = node
      const off = oneStepOff.get(kind)
      if (off !== undefined) change(node, `${left.getText(file)} ${off} ${right.getText(file)}`, `${off} in ${short(node)}`)
      if (isLogical(kind)) {
        const neutral = kind === ts.SyntaxKind.AmpersandAmpersandToken ? 'true' : 'false'
        // Of a longer chain, the left side is left out condition by condition.
        if (!(ts.isBinaryExpression(left) && left.operatorToken.kind === kind)) { change(left, neutral, `without ${short(left)}`); negated(left) }
        change(right, neutral, `without ${short(right)}`)
        negated(right)
      }
      if (kind === ts.SyntaxKind.QuestionQuestionToken) {
        change(node, left.getText(file), `only the first of ${short(node)}`)
        change(node, right.getText(file), `only the second of ${short(node)}`)
      }
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) change(node, node.operand.getText(file), `without the not of ${short(node)}`)
    if (ts.isConditionalExpression(node) || ts.isIfStatement(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition
      for (const answer of ['true', 'false']) change(condition, answer, `${answer} for ${short(condition)}`)
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword) change(node, 'false', 'false for true')
    if (node.kind === ts.SyntaxKind.FalseKeyword) change(node, 'true', 'true for false')
    if (ts.isNumericLiteral(node)) for (const by of [1, -1]) change(node, `(${Number(node.text.replaceAll('_', '')) + by})`, `${Number(node.text.replaceAll('_', '')) + by} for ${node.text} in ${short(node.parent)}`)
    if (ts.isCallExpression(node) && words.has(node.expression.getText(file)) && node.arguments.length > 2) {
      for (const argument of node.arguments.slice(1)) {
        change(node, `${node.expression.getText(file)}(${node.arguments.filter((one) => one !== argument).map(short).join(', ')})`, `without ${short(argument)} of ${short(node)}`)
      }
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression
      const opposite = opposites[name.text]
      if (opposite !== undefined) change(name, opposite, `${opposite} in ${short(node)}`)
      if (name.text === 'filter') change(node, expression.getText(file), `without the filter of ${short(node)}`)
    }
    if (ts.isArrayLiteralExpression(node) && node.elements.length > 1 && !ts.isAsExpression(node.parent) && node.elements.every((one) => ts.isSpreadElement(one) || ts.isStringLiteral(one))) {
      for (const element of node.elements) change(node, `[${node.elements.filter((one) => one !== element).map((one) => one.getText(file)).join(', ')}]`, `without ${short(element)} of a list`)
    }
    if (ts.isCaseClause(node)) change(node.expression, `'nothing of the kind'`, `without the case ${short(node.expression)}`)
    ts.forEachChild(node, (child) => { visit(child, here) })
  }
  visit(file, '')
  return found
}

const isLogical = (kind: ts.SyntaxKind): boolean => kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken

const isCondition = (node: ts.Node): boolean => {
  if (ts.isParenthesizedExpression(node)) return false
  if (ts.isPrefixUnaryExpression(node)) return node.operator !== ts.SyntaxKind.ExclamationToken
  if (!ts.isBinaryExpression(node)) return !ts.isObjectLiteralExpression(node)
  const { kind } = node.operatorToken
  return !isLogical(kind) && kind !== ts.SyntaxKind.EqualsEqualsEqualsToken && kind !== ts.SyntaxKind.ExclamationEqualsEqualsToken
}

/** The policy, or the function, in which a condition stands. */
const placeOf = (node: ts.Node, file: ts.SourceFile): string | undefined => {
  if (ts.isCallExpression(node) && ['permit', 'forbid'].includes(node.expression.getText(file))) return node.arguments[0]?.getText(file).replaceAll('\'', '')
  return ts.isVariableDeclaration(node) && ts.isVariableStatement(node.parent.parent) && ts.isSourceFile(node.parent.parent.parent) ? node.name.getText(file) : undefined
}

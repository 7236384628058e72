/**
 * The policies with one condition less: of every `a && b` and `a || b` in their source each side once left out, of every list of
 * actions each action once, and every `!` once. What a rule says more than it needs shows here, and so does what no test asks.
 */
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { compileFunction } from 'node:vm'
import ts from 'typescript'
import * as authority from '../authority.ts'
import * as circumstances from '../circumstances.ts'
import { decideBy, policies, type PolicyId } from '../decide.ts'
import * as moments from '../moments.ts'
import * as policy from '../policy.ts'
import type { Policy } from '../policy.ts'
import type { Decide } from './check.ts'

export type Mutant = {
  /** Where, and what is left out: stable while the rule reads the same. */
  readonly name: string
  readonly decide: Decide
}

type Change = { readonly start: number; readonly end: number; readonly text: string; readonly name: string }

const files = ['permits', 'forbids'] as const
const words: Readonly<Record<string, unknown>> = { ...authority, ...circumstances, ...moments, ...policy }

export const mutants = (): readonly Mutant[] => [...policies.map(withoutPolicy), ...files.flatMap(withoutConditions)]

const withoutPolicy = ({ id }: { readonly id: PolicyId }): Mutant => ({ name: `${id}: dropped`, decide: decideBy(policies.filter((one) => one.id !== id)) })

const withoutConditions = (file: (typeof files)[number]): readonly Mutant[] => {
  const source = readFileSync(new URL(`../${file}.ts`, import.meta.url), 'utf8')
  return changesIn(ts.createSourceFile(`${file}.ts`, source, ts.ScriptTarget.Latest, true)).map(({ start, end, text, name }) => {
    const changed = rulesIn(file, source.slice(0, start) + text + source.slice(end))
    return { name, decide: decideBy(policies.map((one) => changed.find(({ id }) => id === one.id) ?? one)) }
  })
}

/** Runs the source of a file of policies. */
const rulesIn = (file: string, source: string): readonly Policy<PolicyId>[] => {
  const script = stripTypeScriptTypes(source).replaceAll(/^import [^;]*? from '[^']+'$/gms, '').replaceAll(/^export /gm, '')
  const run = compileFunction(`${script}\nreturn ${file}`, Object.keys(words)) as (...values: readonly unknown[]) => readonly Policy<PolicyId>[]
  return run(...Object.values(words))
}

const changesIn = (file: ts.SourceFile): readonly Change[] => {
  const found: Change[] = []
  const short = (node: ts.Node) => node.getText(file).replaceAll(/\s+/g, ' ')
  const visit = (node: ts.Node, place: string): void => {
    const here = placeOf(node, file) ?? place
    const change = (at: ts.Node, text: string, what: string) => { found.push({ start: at.getStart(file), end: at.getEnd(), text, name: `${here}: without ${what}` }) }
    if (ts.isBinaryExpression(node) && isLogical(node)) {
      const neutral = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? 'true' : 'false'
      // Of a longer chain, the left side is left out condition by condition.
      if (!(ts.isBinaryExpression(node.left) && node.left.operatorToken.kind === node.operatorToken.kind)) change(node.left, neutral, short(node.left))
      change(node.right, neutral, short(node.right))
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) change(node, short(node.operand), `the not of ${short(node)}`)
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'isOneOf' && node.arguments.length > 2) {
      for (const argument of node.arguments.slice(1)) {
        const others = node.arguments.filter((one) => one !== argument).map(short)
        change(node, `isOneOf(${others.join(', ')})`, `${short(argument)} of ${short(node)}`)
      }
    }
    ts.forEachChild(node, (child) => { visit(child, here) })
  }
  visit(file, '')
  return found
}

const isLogical = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken

/** The policy, or the function, in which a condition stands. */
const placeOf = (node: ts.Node, file: ts.SourceFile): string | undefined => {
  if (ts.isCallExpression(node) && ['permit', 'forbid'].includes(node.expression.getText(file))) return node.arguments[0]?.getText(file).replaceAll('\'', '')
  return ts.isVariableDeclaration(node) && ts.isVariableStatement(node.parent.parent) && ts.isSourceFile(node.parent.parent.parent) ? node.name.getText(file) : undefined
}

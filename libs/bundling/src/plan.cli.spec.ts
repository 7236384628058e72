import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { checkPlan, type Plan } from './index.ts'
import { loadCase } from './testing/cases.ts'

const program = fileURLToPath(new URL('./plan.cli.ts', import.meta.url))
const caseFile = (name: string): string => fileURLToPath(new URL(`../cases/${name}.json`, import.meta.url))
const run = (...args: readonly string[]) => spawnSync(process.execPath, ['--conditions=@samenspel/source', program, ...args], { encoding: 'utf8' })

const folder = mkdtempSync(join(tmpdir(), 'bundling-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fileWith = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('planning from the command line', () => {
  test('prints a plan in the format, with its proof and conflicts', () => {
    const { status, stdout, stderr } = run(caseFile('infeasible-3'), '--seconds', '20')
    expect([status, stderr]).toEqual([0, ''])
    const plan = JSON.parse(stdout) as Plan
    expect(plan).toMatchObject({ case: 'infeasible-3', burden: [2, 0, 1, 1, 2, 50, 10], proven: true, bound: [2, 0, 1, 1, 2, 50, 10] })
    expect(plan.conflicts).toEqual([{ family: 'family-1', need: 'n02', rules: ['window', 'offer', 'order'], needs: ['n01'] }])
    expect(checkPlan(loadCase('infeasible-3'), plan.appointments).violations).toEqual([])
  })

  test.each([
    ['no file', () => [], 'Usage'],
    ['two files', () => [caseFile('S-1'), caseFile('S-2')], 'Usage'],
    ['an option that does not exist', () => [caseFile('S-1'), '--fast'], 'Usage'],
    ['seconds that are none', () => [caseFile('S-1'), '--seconds', 'soon'], 'Usage'],
    ['a file that is not there', () => [join(folder, 'none.json')], 'cannot be read'],
    ['a file that is not JSON', () => [fileWith('text.json', 'Dear planner,')], 'is not JSON'],
    ['another kind of file', () => [fileWith('other.json', '{"format":"something-else"}')], 'is not a bundling case: format must be bundling-case/1'],
  ])('%s: one clear sentence, exit code 2', (_what, args, sentence) => {
    const { status, stdout, stderr } = run(...args())
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

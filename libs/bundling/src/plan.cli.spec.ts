import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { checkPlan, vectorOf, type Plan } from './index.ts'
import { loadCase } from './testing/cases.ts'
import { aNeed, firstWeek, offers, smallCase, smallFamily } from './testing/small-case.ts'

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

  test('prints the plan of a kind of proposal', () => {
    const { status, stdout } = run(caseFile('M-2'), '--kind', 'soonest')
    const soonest = JSON.parse(stdout) as Plan
    expect([status, soonest.proven]).toEqual([0, true])
    const verdict = checkPlan(loadCase('M-2'), soonest.appointments)
    expect([verdict.violations, vectorOf(verdict.burden)]).toEqual([[], soonest.burden])
    expect(verdict.burden).toMatchObject({ unplanned: 6 })
    expect(verdict.burden.lateness).toBeLessThan(72)
  })

  test('prints what became of a need: its times, what stands in the way and what would free it', () => {
    const { status, stdout } = run(caseFile('infeasible-1'), '--explain', 'n01')
    expect(status).toBe(0)
    const { explained } = JSON.parse(stdout) as { readonly explained: Readonly<Record<string, unknown>> }
    expect(explained).toMatchObject({ need: 'n01', planned: false, times: { offered: 12, allowed: 0 }, conflict: { rules: ['offer', 'unavailable'], needs: [] } })
    expect((explained['changes'] as readonly { readonly change: object; readonly price: readonly object[] }[]).map(({ change, price }) => [change, price[0]])).toContainEqual(
      [{ kind: 'release', parents: ['parentA'], date: '2027-01-13', from: '12:30', to: '17:00', reason: 'siblingTime' }, { part: 'unplanned', more: -2 }])
    expect(JSON.parse(run(caseFile('infeasible-1'), '--explain', 'n02', '--kind', 'no-evenings').stdout)).toMatchObject({ explained: { need: 'n02', planned: true } })
  })

  test('prints the plan of a region, with what no plan can weigh less than and why a need is left', () => {
    const family = (number: number) => smallFamily({ id: `family-${number}`, needs: [aNeed('n1', { urgency: 2, deadline: firstWeek[0] }), aNeed('n2', { modalities: ['digital'], attendance: [['parentA']], staffing: [['pro-2']] })] })
    const hours = offers([firstWeek[0], ['10:00', '11:00'], ['19:30', '20:30']])
    const region = { ...smallCase(family(1), { 'pro-1': hours, 'pro-2': offers([firstWeek[0], ['19:30', '21:00']], [firstWeek[1], ['19:30', '21:00']]) }), families: [family(1), family(2)] }
    const { status, stdout } = run(fileWith('region.json', JSON.stringify(region)), '--region', '--seconds', '20')
    const plan = JSON.parse(stdout) as Plan
    expect([status, plan.burden?.[0], plan.proven, plan.bound]).toEqual([0, 2, false, [0, 0, 2, 2, 2, 100, 0]])
    const without = ['family-1', 'family-2'].find(id => !plan.appointments.some(one => one.family === id && one.need === 'n1'))
    expect(plan.conflicts).toEqual([{ family: without, need: 'n1', rules: ['offer', 'evening'], needs: [] }])
    const verdict = checkPlan(region, plan.appointments)
    expect([verdict.violations, vectorOf(verdict.burden)]).toEqual([[], plan.burden])
  })

  test('says when a case has no plan of a kind', () => {
    const file = fileWith('only.json', JSON.stringify(smallCase(smallFamily({ needs: [aNeed('n1')] }), { 'pro-1': offers([firstWeek[0], ['10:00', '11:00']]) })))
    const { status, stdout, stderr } = run(file, '--kind', 'other-days')
    expect([status, stdout, stderr]).toEqual([1, '', 'No plan has at least half of its appointments on other days than the first proposal.\n'])
    const tooSoon = run(caseFile('L-1'), '--kind', 'soonest', '--seconds', '0.001')
    expect([tooSoon.status, tooSoon.stdout, tooSoon.stderr]).toEqual([1, '', 'The time was too short for a plan of this kind: give more with --seconds.\n'])
  })

  test.each([
    ['no file', () => [], 'Usage'],
    ['two files', () => [caseFile('S-1'), caseFile('S-2')], 'Usage'],
    ['an option that does not exist', () => [caseFile('S-1'), '--fast'], 'Usage'],
    ['seconds that are none', () => [caseFile('S-1'), '--seconds', 'soon'], 'Usage'],
    ['a kind that does not exist', () => [caseFile('S-1'), '--kind', 'lightest'], 'lightest is no kind of proposal'],
    ['a need that does not exist', () => [caseFile('S-1'), '--explain', 'n99'], 'n99 is no need of this case'],
    ['a need that several families have', () => [caseFile('region-20'), '--explain', 'n01'], 'name one as family-1/n01'],
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

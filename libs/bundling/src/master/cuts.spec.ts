import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { unlimited } from '../search/budget.ts'
import { cutFinder } from './cuts.ts'
import { loadSolver } from './highs-solver.ts'
import { minimise } from './minimise.ts'
import { keepsRows, valueOf, type Program, type Solver } from './program.ts'

let solver: Solver
beforeAll(async () => { solver = await loadSolver() })

/** A choice between columns that each cover some of a few things: each thing at most once, some of them exactly once. */
const programs = fc.array(fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 11 }).chain(covers =>
  fc.tuple(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), fc.array(fc.integer({ min: -9, max: 9 }), { minLength: covers.length, maxLength: covers.length })).map(([once, costs]) => ({
    program: {
      columns: covers.length,
      rows: once.map((exactly, thing) => ({ columns: covers.flatMap((cover, column) => cover.includes(thing) ? [column] : []), atLeast: exactly ? 1 : -Infinity, atMost: 1 }))
        .filter(({ columns }) => columns.length > 0),
    } satisfies Program,
    costs: Float64Array.from(costs),
  })))

const choices = ({ columns }: Program): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** columns }, (_, bits) => Array.from({ length: columns }, (_, column) => column).filter(column => bits >> column & 1))

describe('rows that are added to a relaxation', () => {
  test('are broken by it, and kept by every whole choice', () => {
    let found = 0
    fc.assert(fc.property(programs, ({ program, costs }) => {
      solver.relax(program, costs, Infinity, values => {
        const rows = cutFinder(program)(values)
        for (const row of rows) {
          found++
          expect(row.columns.reduce((sum, column) => sum + values[column]!, 0)).toBeGreaterThan(1)
          for (const choice of choices(program)) if (keepsRows(program, choice)) expect(keepsRows({ ...program, rows: [row] }, choice)).toBe(true)
        }
        return rows
      }, Infinity)
    }), { numRuns: 400, seed: 2 })
    expect(found).toBeGreaterThan(20)
  })

  test('leave the cheapest choice what it is', () => {
    fc.assert(fc.property(programs, ({ program, costs }) => {
      const all = choices(program).filter(choice => keepsRows(program, choice))
      const found = minimise(solver, program, Array.from({ length: program.columns }, (_, column) => column), costs, undefined, unlimited)
      if (all.length === 0) expect(found).toEqual({ kind: 'infeasible' })
      else expect(found).toMatchObject({ value: Math.min(...all.map(choice => valueOf(costs, choice))), proven: true })
    }), { numRuns: 150, seed: 4 })
  })
})

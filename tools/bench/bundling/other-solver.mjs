// The choice between day plans, made by another solver part by part. Nothing is said when it can't be had.
import { installed } from '../peers.mjs'
import { figure, loadCase, named, part, planned } from './engine.mjs'

const [{ generateCase }, { partRow }, { burdenParts, vectorOf }] = await Promise.all(['generator/generate-case.ts', 'master/stages.ts', 'format/plan.ts'].map(part))

/** Written in TypeScript, MIT licence. */
const yalps = '0.6.4'

export const judged = async () => {
  let solve
  try {
    ({ solve } = await installed({ yalps }).bring('yalps'))
  } catch (error) {
    console.error(`YALPS is left out: ${error.message}`)
    return []
  }
  const cases = [...named('S', 'M', 'infeasible').map(({ name }) => loadCase(name)), ...Array.from({ length: 10 }, (_, index) => generateCase('S', index + 1))]
  const same = cases.filter((instance) => {
    const { ground: { master }, answer } = planned(instance)
    const rows = master.program.rows.map((row, index) => [`row ${index}`, row])
    const found = burdenParts.map((name) => {
      const objective = partRow(master, name, Infinity)
      const variables = Array.from({ length: master.program.columns }, () => [])
      for (const [key, { columns, values }] of [...rows, ['objective', objective]]) columns.forEach((column, index) => { variables[column].push([key, values?.[index] ?? 1]) })
      const bound = ({ atLeast, atMost }) => ({ ...(Number.isFinite(atLeast) && { min: atLeast }), ...(Number.isFinite(atMost) && { max: atMost }) })
      const { status, result } = solve({
        direction: 'minimize', objective: 'objective', constraints: new Map(rows.map(([key, row]) => [key, bound(row)])),
        variables: variables.map((entries, column) => [column, new Map(entries)]), binaries: true,
      }, { timeout: 20_000 })
      const value = status === 'optimal' ? Math.round(result) : Number.NaN
      rows.push([name, { ...objective, atMost: value }])
      return value
    })
    return String(found) === String(vectorOf(answer.burden))
  }).length
  return [figure(`S, M, infeasible: the same plan by YALPS ${yalps}`, same, `of ${cases.length}`, 'all', same === cases.length)]
}

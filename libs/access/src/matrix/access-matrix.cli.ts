import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkMatrix } from './check.ts'

/** `npm run --silent access-matrix -- FILE.csv`: every row that disagrees, then the count; exit 1 when any does, 2 without a readable file. */
const main = (file: string | undefined): number => {
  if (file === undefined) return complain('Usage: npm run --silent access-matrix -- FILE.csv')
  try {
    // npm changes to the root of the workspace; a path is meant from where the command was typed.
    const { agree, disagreements } = checkMatrix(readFileSync(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8'))
    for (const { id, expected, got } of disagreements) console.log(`${id}: expected ${expected}, got ${got}`)
    console.log(`${agree} agree, ${disagreements.length} disagree`)
    return disagreements.length === 0 ? 0 : 1
  } catch (problem) {
    return complain(problem instanceof RangeError ? `${file} has other columns than an access matrix.` : `${file} can't be read.`)
  }
}

const complain = (sentence: string): number => {
  console.error(sentence)
  return 2
}

process.exitCode = main(process.argv[2])

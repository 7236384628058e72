import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkMatrix, type MatrixReport } from '@samenspel/access'
import { decidePlayed } from './playing.ts'

/**
 * `npm run --silent access-matrix -- FILE.csv`: every row that disagrees, then the count. Exit 1 when any disagrees; 2 when the file
 * or one of its rows can't be read.
 */
const main = (file: string | undefined): number => {
  if (file === undefined) return complain('Usage: npm run --silent access-matrix -- FILE.csv')
  const text = textOf(file)
  if (text === undefined) return complain(`${file} can't be read.`)
  try { return report(checkMatrix(text, decidePlayed)) } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem
    return complain(problem.message === 'matrix-columns' ? `${file} has other columns than an access matrix.` : `${file}: ${problem.message}.`)
  }
}

/** npm changes to the root of the workspace; a path is meant from where the command was typed. */
const textOf = (file: string): string | undefined => {
  try { return readFileSync(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8') } catch { return undefined }
}

const report = ({ agree, disagreements, unreadable }: MatrixReport): number => {
  for (const { id, expected, got } of disagreements) console.log(`${id}: expected ${expected}, got ${got}`)
  for (const { id, line, problem } of unreadable) complain(`${id === '' ? '' : `${id}, `}line ${line}: ${problem}`)
  console.log(`${agree} agree, ${disagreements.length} disagree`)
  return unreadable.length > 0 ? 2 : disagreements.length > 0 ? 1 : 0
}

const complain = (sentence: string): number => {
  console.error(sentence)
  return 2
}

process.exitCode = main(process.argv[2])

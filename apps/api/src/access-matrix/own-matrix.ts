import { readFileSync } from 'node:fs'

/** From source the file stands where people edit it; what ships has it beside the program. */
const file = new URL(import.meta.url.endsWith('.ts') ? '../../../../libs/access/matrix.csv' : './access-matrix.csv', import.meta.url)

let read: string | undefined
/** The examples that the privacy officer keeps, as the text of a matrix. */
export const ownMatrix = (): string => read ??= readFileSync(file, 'utf8')

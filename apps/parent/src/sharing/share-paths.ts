import { paths } from '../paths.ts'

/** Where a yes and a no are given unasked; the first load doesn't know of them. */
export const sharePaths = { yes: `${paths.sharing}/ja`, no: `${paths.sharing}/nee` } as const

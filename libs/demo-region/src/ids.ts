import { createHash } from 'node:crypto'
import type { Id } from '@samenspel/kernel'

/** The id of something invented: always the same for the same name, so that the region is the same on every machine. */
export const demoId = (name: string): Id => {
  const hex = createHash('sha256').update(`Druivendal ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

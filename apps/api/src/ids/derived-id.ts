import { hash } from 'node:crypto'
import type { Id } from '@samenspel/kernel'

/** The id that follows from a text: the same text again, the same id. @param variant keeps ids of one sort apart from those of another */
export const derivedId = (text: string, variant: '8' | '9' = '8'): Id => {
  const hex = hash('sha256', text)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

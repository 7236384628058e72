/** What a file is, by its bytes alone: neither its name nor what a browser says of it counts. What is none of these isn't taken. */
import type { DocumentType } from '@samenspel/family-case'

export const fileKind = (bytes: Uint8Array): DocumentType | undefined => {
  if (startsWith(bytes, png)) return 'image/png'
  if (startsWith(bytes, jpeg)) return 'image/jpeg'
  if (startsWith(bytes, pdf)) return 'application/pdf'
  return isPlainText(bytes) ? 'text/plain' : undefined
}

export const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
const jpeg = [0xff, 0xd8, 0xff] as const
const pdf = [...Buffer.from('%PDF-')]

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)

/** Text in UTF-8 without control characters other than those that lay it out. */
const isPlainText = (bytes: Uint8Array): boolean => {
  try {
    return !/[\u0000-\u0008\u000e-\u001f\u007f]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}

const endings: Readonly<Record<DocumentType, readonly [string, ...string[]]>> = { 'application/pdf': ['pdf'], 'image/jpeg': ['jpg', 'jpeg'], 'image/png': ['png'], 'text/plain': ['txt'] }
export const endingOf = (type: DocumentType): string => endings[type][0]

/** The longest name, in characters, without its ending. */
const longestName = 100

/**
 * A name under which a file can be kept and taken along: without folders, signs that a file system minds or that turn the order of
 * letters about, and with the ending of what it is, so that nothing opens as something else.
 */
export const fileName = (given: string, type: DocumentType): string => {
  const last = given.normalize('NFC').split(/[/\\]/u).at(-1) ?? ''
  const plain = last.replaceAll(/[\p{C}<>:"|?*]/gu, ' ').replaceAll(/\s+/gu, ' ').replaceAll(/^[. ]+|[. ]+$/gu, '')
  const ending = /\.([a-z0-9]{1,5})$/iu.exec(plain)?.[1]?.toLowerCase()
  const base = ending === undefined ? plain : plain.slice(0, -ending.length - 1)
  const kept = [...base].slice(0, longestName).join('').trim()
  return `${kept === '' ? 'document' : kept}.${ending !== undefined && endings[type].includes(ending) ? ending : endingOf(type)}`
}

/** Letters for a PDF: those of the packages, unpacked once. What reads them would unpack a table anew for every letter. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

/** Where each kind of letters comes from: Latin, Greek and Cyrillic in two weights, and Arabic. */
const files = {
  regular: 'roboto-fontface/fonts/roboto/Roboto-Regular.woff',
  bold: 'roboto-fontface/fonts/roboto/Roboto-Bold.woff',
  arabic: '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff',
} as const
export type Letters = keyof typeof files

const read = new Map<Letters, Buffer>()

/** @returns a font as an OpenType file */
export const lettersOf = (letters: Letters): Buffer => {
  const known = read.get(letters) ?? unpacked(readFileSync(createRequire(import.meta.url).resolve(files[letters])))
  read.set(letters, known)
  return known
}

/** Sizes in bytes of headers and of entries in lists of tables, packed (WOFF 1.0) and plain (OpenType). */
const packed = { header: 44, entry: 20 } as const, plain = { header: 12, entry: 16 } as const

const unpacked = (woff: Buffer): Buffer => {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => {
    const at = packed.header + index * packed.entry
    const [offset, length, whole] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)]
    const data = woff.subarray(offset, offset + length)
    return { tag: woff.subarray(at, at + 4), sum: woff.readUInt32BE(at + 16), data: length < whole ? inflateSync(data) : data }
  })
  const header = Buffer.alloc(plain.header + count * plain.entry)
  const power = Math.floor(Math.log2(count))
  woff.copy(header, 0, 4, 8)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(2 ** power * plain.entry, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE((count - 2 ** power) * plain.entry, 10)
  let offset = header.length
  const pieces = tables.flatMap(({ tag, sum, data }, index) => {
    const at = plain.header + index * plain.entry
    tag.copy(header, at)
    header.writeUInt32BE(sum, at + 4)
    header.writeUInt32BE(offset, at + 8)
    header.writeUInt32BE(data.length, at + 12)
    const padding = Buffer.alloc(-data.length & 3)
    offset += data.length + padding.length
    return [data, padding]
  })
  return Buffer.concat([header, ...pieces])
}

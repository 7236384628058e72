/**
 * Pictures without what a camera or a program wrote into them: where and when it was taken, by whom and with what, and the small copies
 * of what was cut off. The picture itself is not touched; how it is turned stays, since it would lie on its side otherwise.
 */
import { crc32 } from 'node:zlib'
import type { DocumentType } from '@samenspel/family-case'
import { png } from './file-kind.ts'

export class PictureDamaged extends Error {}

/** @returns the bytes to keep. @throws PictureDamaged */
export const withoutMetadata = (bytes: Buffer, type: DocumentType): Buffer => {
  switch (type) {
    case 'image/jpeg': return cleanJpeg(bytes)
    case 'image/png': return cleanPng(bytes)
    default: return bytes
  }
}

// ── PNG: chunks

/** What makes the picture, and its colours. Texts, times, EXIF and whatever a program adds are none of these. */
const chunksToKeep: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD'])

const cleanPng = (bytes: Buffer): Buffer => {
  const kept = [bytes.subarray(0, png.length)]
  for (let at: number = png.length; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw new PictureDamaged()
    if (chunksToKeep.has(name)) kept.push(bytes.subarray(at, end))
    // What hangs behind the end is no picture.
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  throw new PictureDamaged()
}

// ── JPEG: segments

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
const exif = 0xe1
const adobe = 0xee

const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
/** Of what programs add (APP0 to APP15, comments) only Adobe's word about colours is part of the picture. */
const isAdded = (marker: number): boolean => marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && marker !== adobe)

const cleanJpeg = (bytes: Buffer): Buffer => {
  const kept: Buffer[] = []
  let turned = 1
  let at = 2
  for (;;) {
    // Any number of FF may stand before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined || marker === startOfImage) throw new PictureDamaged()
    if (marker === endOfImage) return Buffer.concat([Buffer.from([0xff, startOfImage]), ...turned === 1 ? [] : [turnedBy(turned)], ...kept, Buffer.from([0xff, endOfImage])])
    if (isAlone(marker)) { kept.push(bytes.subarray(at, at + 2)); at += 2; continue }
    if (at + 4 > bytes.length) throw new PictureDamaged()
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) throw new PictureDamaged()
    if (marker === exif) turned = orientationIn(bytes.subarray(at + 4, end)) ?? turned
    const next = marker === startOfScan ? endOfScan(bytes, end) : end
    if (!isAdded(marker)) kept.push(bytes.subarray(at, next))
    at = next
  }
}

/** Where the compressed picture ends: at the next marker that isn't part of it. */
const endOfScan = (bytes: Buffer, from: number): number => {
  for (let at = from; ;) {
    at = bytes.indexOf(0xff, at)
    const after = at === -1 ? undefined : bytes[at + 1]
    if (after === undefined) throw new PictureDamaged()
    if (after !== 0x00 && after !== 0xff && !isAlone(after)) return at
    at += after === 0xff ? 1 : 2
  }
}

const orientationTag = 0x0112
const headOfExif = 'Exif\0\0'

/** How a picture is turned, 1 to 8, as its EXIF says. */
const orientationIn = (segment: Buffer): number | undefined => {
  if (segment.length < 14 || segment.toString('latin1', 0, 6) !== headOfExif) return undefined
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = Math.min(short(directory), 100)
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * 12
    if (short(at) === orientationTag) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : undefined
  }
  return undefined
}

/** EXIF that says nothing but how the picture is turned. */
const turnedBy = (orientation: number): Buffer => {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
  const content = Buffer.concat([Buffer.from(headOfExif, 'latin1'), tiff])
  const head = Buffer.from([0xff, exif, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** Files that the region keeps with a case, drawn here: nothing of them was ever photographed or written by anybody. */
import { crc32, deflateSync } from 'node:zlib'
import type { DocumentType } from '@samenspel/family-case'

export type DemoDocument = { readonly name: string; readonly type: DocumentType; readonly bytes: Buffer }

type Colour = readonly [red: number, green: number, blue: number]
/** A shape in one colour; `holds` says whether a point lies in it. */
type Shape = { readonly colour: Colour; readonly holds: (x: number, y: number) => boolean }

const ellipse = (colour: Colour, left: number, top: number, wide: number, high: number): Shape =>
  ({ colour, holds: (x, y) => ((x - left) / wide) ** 2 + ((y - top) / high) ** 2 <= 1 })
const bar = (colour: Colour, from: number, top: number, to: number, bottom: number): Shape => ({ colour, holds: (x, y) => x >= from && x <= to && y >= top && y <= bottom })
const spoon = (colour: Colour, left: number, top: number): readonly Shape[] => [bar(colour, left - 5, top + 30, left + 5, top + 150), ellipse(colour, left, top, 26, 40), ellipse([255, 255, 255], left - 8, top - 12, 5, 10)]

const picture = (width: number, height: number, ground: Colour, shapes: readonly Shape[]): Buffer => {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = shapes.findLast(({ holds }) => holds(x, y))?.colour ?? ground
      rows.set(colour, y * (1 + width * 3) + 1 + x * 3)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits of red, green and blue each, in rows from above.
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

/** A piece of a PNG (ISO/IEC 15948): its length, its name, what it holds, and a checksum of both. */
const chunk = (name: string, holds: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), holds])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(holds.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** One page of plain lines as a PDF (ISO 32000-1), the first of them large. */
const page = (lines: readonly string[]): Buffer => {
  const shown = lines.map((line, index) => `/F1 ${index === 0 ? 20 : 13} Tf 0 -${index === 0 ? 0 : 24} Td (${line.replaceAll(/[\\()]/g, '\\$&')}) Tj`).join('\n')
  const text = `BT 60 780 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let written = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = Buffer.byteLength(written, 'latin1')
    written += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = Buffer.byteLength(written, 'latin1')
  const entries = ['0000000000 65535 f ', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n `)].join('\n')
  return Buffer.from(`${written}xref\n0 ${objects.length + 1}\n${entries}\ntrailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`, 'latin1')
}

/** The two spoons between which a girl chooses, on her plate. */
export const twoSpoons: DemoDocument = {
  name: 'Twee lepels.png', type: 'image/png',
  bytes: picture(320, 240, [235, 225, 205], [ellipse([196, 219, 214], 160, 120, 105, 100), ellipse([228, 240, 237], 160, 120, 78, 74), ...spoon([236, 178, 46], 50, 60), ...spoon([64, 116, 168], 270, 60)]),
}

/** The rhyme with which a girl falls asleep at home, written out for the group. */
export const sleepingRhyme: DemoDocument = {
  name: 'Versje voor het slapen.pdf', type: 'application/pdf',
  bytes: page(['Versje voor het slapen', '', 'Dag lamp, dag stoel, dag beer van mij,', 'de dag is uit, de dag is blij.', 'Mijn hand in jouw hand, hier ben ik,', 'en morgen zwaait de zon voor jou en mij.', '', 'Twee keer, zacht, met een hand op haar hand.']),
}

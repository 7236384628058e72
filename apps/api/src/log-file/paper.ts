/**
 * A plain document as a PDF that people can keep, print and have read aloud: tagged (headings, lists, language), with its own letters, and
 * nothing from elsewhere. It is made by the server, since what a browser prints depends on the browser, and a phone may print nothing.
 */
import { setImmediate } from 'node:timers/promises'
import type { Language } from '@samenspel/intl'
import PDFDocument from 'pdfkit'
import { lettersOf } from './letters.ts'

export type PaperItem = { readonly text: string; readonly below: readonly string[] }

export type Paper = {
  readonly language: Language
  readonly title: string
  readonly intro: readonly string[]
  /** `none` stands where a section has no items. */
  readonly sections: readonly { readonly title: string; readonly none: string; readonly items: readonly PaperItem[] }[]
  /** At the foot of each page, before its number. */
  readonly foot: string
}

/** Points. */
const margin = 56
const sizes = { title: 20, heading: 14, text: 10.5, small: 9 } as const
const ink = '#1c2530', soft = '#4a5663'

/** @returns the bytes of the PDF */
export const paperOf = async (paper: Paper): Promise<Uint8Array> => {
  const document = new PDFDocument({
    // PDF/UA is what the library calls it; its types don't know that yet.
    size: 'A4', margin, bufferPages: true, pdfVersion: '1.7', subset: 'PDF/UA' as 'PDF/A-2', lang: paper.language === 'nl' ? 'nl-NL' : 'en-GB', tagged: true, displayTitle: true, info: { Title: paper.title },
    // Its own letters from the first: the ones that every reader has know few names.
    font: lettersOf('Regular') as unknown as string,
  })
  const done = collect(document)
  document.registerFont('regular', lettersOf('Regular'))
  document.registerFont('bold', lettersOf('Bold'))
  await write(document, paper)
  document.end()
  return done
}

type Document = InstanceType<typeof PDFDocument>

const collect = (document: Document): Promise<Uint8Array> => new Promise((resolve, reject) => {
  const pieces: Buffer[] = []
  document.on('data', (piece: Buffer) => pieces.push(piece))
  document.on('end', () => { resolve(Buffer.concat(pieces)) })
  document.on('error', reject)
})

/** Of so many items others get their turn. */
const breath = 50

const write = async (document: Document, { title, intro, sections, foot }: Paper): Promise<void> => {
  const root = document.struct('Document')
  document.addStructure(root)
  const say = (tag: string, text: string, font: 'regular' | 'bold', size: number, colour: string = ink) => document.struct(tag, {}, () => { document.font(font).fontSize(size).fillColor(colour).text(text, { paragraphGap: 3, lineGap: 1.5 }) })
  root.add(say('H1', title, 'bold', sizes.title))
  for (const line of intro) root.add(say('P', line, 'regular', sizes.text, soft))
  for (const section of sections) {
    document.moveDown(0.8)
    root.add(say('H2', section.title, 'bold', sizes.heading))
    if (section.items.length === 0) { root.add(say('P', section.none, 'regular', sizes.text)); continue }
    const list = document.struct('L')
    root.add(list)
    for (const [index, { text, below }] of section.items.entries()) {
      if (index % breath === breath - 1) await setImmediate()
      const body = document.struct('LBody')
      const item = document.struct('LI')
      list.add(item)
      item.add(body)
      body.add(say('P', text, 'regular', sizes.text))
      for (const line of below) body.add(say('P', line, 'regular', sizes.small, soft))
      body.end()
      item.end()
      document.moveDown(0.35)
    }
    list.end()
  }
  root.end()
  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page)
    // Beneath the margin a text would begin a new page.
    document.page.margins.bottom = 0
    document.markContent('Artifact', { type: 'Pagination' })
    document.font('regular').fontSize(sizes.small).fillColor(soft).text(`${foot} · ${String(page - start + 1)}/${String(count)}`, margin, document.page.height - margin / 1.5, { lineBreak: false })
    document.endMarkedContent()
  }
}

/**
 * A plain document as a PDF that people can keep, print and have read aloud: tagged (headings, lists, language), with its own letters, and
 * nothing from elsewhere. It is made by the server, since what a browser prints depends on the browser, and a phone may print nothing.
 */
import { setImmediate } from 'node:timers/promises'
import type { Language } from '@samenspel/intl'
import PDFDocument from 'pdfkit'
import { lettersOf } from './letters.ts'
import { runsOf } from './runs.ts'

/** `text`, and beneath it what explains it. */
export type PaperItem = { readonly text: string; readonly below: readonly string[] }

/** What belongs together, such as a day. */
export type PaperGroup = { readonly title: string; readonly items: readonly PaperItem[] }

export type Paper = {
  readonly language: Language
  readonly title: string
  readonly intro: readonly string[]
  /** `none` stands where a section has no groups. */
  readonly sections: readonly { readonly title: string; readonly none: string; readonly groups: readonly PaperGroup[] }[]
  /** At the foot of each page, before its number. */
  readonly foot: string
}

/** Points. */
const margin = 56
const sizes = { title: 20, heading: 14, group: 11.5, text: 10.5, small: 9 } as const
const spacing = { paragraphGap: 3, lineGap: 1.5 } as const
/** How far the letters of a line stand above what they stand on, in parts of their size: what stands among them, in other letters, stands as high. */
const ascent = 0.9277
const ink = '#1c2530', soft = '#4a5663'

/** @returns the bytes of the PDF */
export const paperOf = async (paper: Paper): Promise<Uint8Array> => {
  const document = new PDFDocument({
    // PDF/UA is what the library calls it; its types don't know that yet.
    size: 'A4', margin, bufferPages: true, pdfVersion: '1.7', subset: 'PDF/UA' as 'PDF/A-2', lang: paper.language === 'nl' ? 'nl-NL' : 'en-GB', tagged: true, displayTitle: true, info: { Title: paper.title },
    // Its own letters from the first: the ones that every reader has know few names.
    font: lettersOf('regular') as unknown as string,
  })
  const done = collect(document)
  for (const letters of ['regular', 'bold', 'arabic'] as const) document.registerFont(letters, lettersOf(letters))
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

type Style = { readonly tag: string; readonly weight: 'regular' | 'bold'; readonly size: number; readonly colour: string }
const styles = {
  title: { tag: 'H1', weight: 'bold', size: sizes.title, colour: ink },
  intro: { tag: 'P', weight: 'regular', size: sizes.text, colour: soft },
  heading: { tag: 'H2', weight: 'bold', size: sizes.heading, colour: ink },
  group: { tag: 'H3', weight: 'bold', size: sizes.group, colour: ink },
  text: { tag: 'P', weight: 'regular', size: sizes.text, colour: ink },
  below: { tag: 'P', weight: 'regular', size: sizes.small, colour: soft },
} as const satisfies Record<string, Style>

/** A paragraph. Who has it read aloud hears words from the right in their own order. */
const say = (document: Document, { tag, weight, size, colour }: Style, text: string) => {
  const runs = runsOf(text)
  return document.struct(tag, runs.length > 1 || runs[0]?.isArabic === true ? { actual: text } : {}, () => {
    document.fontSize(size).fillColor(colour)
    for (const [index, run] of runs.entries()) document.font(run.isArabic ? 'arabic' : weight).text(run.text, { ...spacing, ...(run.isArabic && { baseline: -ascent * size }), continued: index < runs.length - 1 })
  })
}

const heightOf = (document: Document, { weight, size }: Style, text: string): number => document.font(weight).fontSize(size).heightOfString(text, spacing)

const heightOfItem = (document: Document, { text, below }: PaperItem): number =>
  heightOf(document, styles.text, text) + below.reduce((height, line) => height + heightOf(document, styles.below, line), 0)

/** What belongs together stands on one page, where it fits on one. */
const keepTogether = (document: Document, height: number): void => {
  if (document.y > margin && document.y + height > document.page.maxY()) document.addPage()
}

/** A heading never stands alone at the foot of a page. */
const heightOfStart = (document: Document, { title, items: [first] }: PaperGroup): number =>
  heightOf(document, styles.group, title) + (first === undefined ? 0 : heightOfItem(document, first))

const write = async (document: Document, { title, intro, sections, foot }: Paper): Promise<void> => {
  const root = document.struct('Document')
  document.addStructure(root)
  root.add(say(document, styles.title, title))
  for (const line of intro) root.add(say(document, styles.intro, line))
  let count = 0
  for (const section of sections) {
    document.moveDown(0.8)
    const [first] = section.groups
    keepTogether(document, heightOf(document, styles.heading, section.title) + (first === undefined ? 0 : heightOfStart(document, first)))
    root.add(say(document, styles.heading, section.title))
    if (first === undefined) root.add(say(document, styles.text, section.none))
    for (const group of section.groups) {
      document.moveDown(0.35)
      keepTogether(document, heightOfStart(document, group))
      root.add(say(document, styles.group, group.title))
      const list = document.struct('L')
      root.add(list)
      for (const one of group.items) {
        if (++count % breath === 0) await setImmediate()
        keepTogether(document, heightOfItem(document, one))
        const body = document.struct('LBody')
        const item = document.struct('LI')
        list.add(item)
        item.add(body)
        body.add(say(document, styles.text, one.text))
        for (const line of one.below) body.add(say(document, styles.below, line))
        body.end()
        item.end()
        document.moveDown(0.35)
      }
      list.end()
    }
  }
  root.end()
  const { start, count: pages } = document.bufferedPageRange()
  for (let page = start; page < start + pages; page++) {
    document.switchToPage(page)
    // Beneath the margin a text would begin a new page.
    document.page.margins.bottom = 0
    document.markContent('Artifact', { type: 'Pagination' })
    document.font('regular').fontSize(sizes.small).fillColor(soft).text(`${foot} · ${String(page - start + 1)}/${String(pages)}`, margin, document.page.height - margin / 1.5, { lineBreak: false })
    document.endMarkedContent()
  }
}

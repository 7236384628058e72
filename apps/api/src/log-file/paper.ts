/**
 * A plain document as a PDF that people can keep, print and have read aloud: tagged (headings, lists, language), with its own letters, and
 * nothing from elsewhere. It is made by the server, since what a browser prints depends on the browser, and a phone may print nothing.
 */
import { setImmediate } from 'node:timers/promises'
import type { Language } from '@samenspel/intl'
import PDFDocument from 'pdfkit'
import { lettersOf } from './letters.ts'
import { runsOf } from './runs.ts'
import { spelledIn, type Unwritten } from './spelled.ts'

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
  readonly unwritten: Unwritten
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

/** A document, and how its letters spell a text. */
type Page = { readonly document: Document; readonly spelled: (text: string) => string }

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

/** A paragraph. Who has it read aloud, or copies it, hears and has words from the right in their own order, and what isn't drawn. */
const say = ({ document, spelled }: Page, { tag, weight, size, colour }: Style, text: string) => {
  const drawn = spelled(text)
  const runs = runsOf(drawn)
  return document.struct(tag, drawn !== text || runs.length > 1 || runs[0]?.isArabic === true ? { actual: text } : {}, () => {
    document.fontSize(size).fillColor(colour)
    for (const [index, run] of runs.entries()) document.font(run.isArabic ? 'arabic' : weight).text(run.text, { ...spacing, ...(run.isArabic && { baseline: -ascent * size }), continued: index < runs.length - 1 })
  })
}

const heightOf = ({ document, spelled }: Page, { weight, size }: Style, text: string): number => document.font(weight).fontSize(size).heightOfString(spelled(text), spacing)

const heightOfItem = (page: Page, { text, below }: PaperItem): number =>
  heightOf(page, styles.text, text) + below.reduce((height, line) => height + heightOf(page, styles.below, line), 0)

/** What belongs together stands on one page, where it fits on one. */
const keepTogether = (document: Document, height: number): void => {
  if (document.y > margin && document.y + height > document.page.maxY()) document.addPage()
}

/** A heading never stands alone at the foot of a page. */
const heightOfStart = (page: Page, { title, items: [first] }: PaperGroup): number =>
  heightOf(page, styles.group, title) + (first === undefined ? 0 : heightOfItem(page, first))

const write = async (document: Document, { language, title, intro, sections, foot, unwritten }: Paper): Promise<void> => {
  const page: Page = { document, spelled: spelledIn(language, unwritten) }
  const root = document.struct('Document')
  document.addStructure(root)
  root.add(say(page, styles.title, title))
  for (const line of intro) root.add(say(page, styles.intro, line))
  let count = 0
  for (const section of sections) {
    document.moveDown(0.8)
    const [first] = section.groups
    keepTogether(document, heightOf(page, styles.heading, section.title) + (first === undefined ? 0 : heightOfStart(page, first)))
    root.add(say(page, styles.heading, section.title))
    if (first === undefined) root.add(say(page, styles.text, section.none))
    for (const group of section.groups) {
      document.moveDown(0.35)
      keepTogether(document, heightOfStart(page, group))
      root.add(say(page, styles.group, group.title))
      const list = document.struct('L')
      root.add(list)
      for (const one of group.items) {
        if (++count % breath === 0) await setImmediate()
        keepTogether(document, heightOfItem(page, one))
        const body = document.struct('LBody')
        const item = document.struct('LI')
        list.add(item)
        item.add(body)
        body.add(say(page, styles.text, one.text))
        for (const line of one.below) body.add(say(page, styles.below, line))
        body.end()
        item.end()
        document.moveDown(0.35)
      }
      list.end()
    }
  }
  root.end()
  const { start, count: pages } = document.bufferedPageRange()
  for (let number = start; number < start + pages; number++) {
    document.switchToPage(number)
    // Beneath the margin a text would begin a new page.
    document.page.margins.bottom = 0
    document.markContent('Artifact', { type: 'Pagination' })
    document.font('regular').fontSize(sizes.small).fillColor(soft).text(`${foot} · ${String(number - start + 1)}/${String(pages)}`, margin, document.page.height - margin / 1.5, { lineBreak: false })
    document.endMarkedContent()
  }
}

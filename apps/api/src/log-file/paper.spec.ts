import { describe, expect, test } from '@jest/globals'
import { inflateSync } from 'node:zlib'
import { paperOf, type Paper } from './paper.ts'
import { runsOf } from './runs.ts'
import { spelledIn, type Unwritten } from './spelled.ts'

const unwritten: Unwritten = { emoji: '[emoji]', sign: '[teken]', script: (name) => `[woorden in ${name} schrift]` }
const paper = (more: Partial<Paper> = {}): Paper => ({
  language: 'nl', title: 'Wie keek mee', intro: ['Gemaakt op dinsdag 24 november 2026.'], foot: 'Samenspel', unwritten,
  sections: [
    { title: 'Wie keek', none: 'Niemand.', groups: [{ title: 'maandag', items: [{ text: 'Ayşe Yıldız (arts) las over Łukasz.', below: ['Waarom: “toestemming”.'] }] }] },
    { title: 'Wie legde wat vast', none: 'Niemand.', groups: [] },
  ], ...more,
})
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
/** What stands in the compressed pieces of the file. */
const streams = (bytes: Uint8Array): readonly string[] => [...textOf(bytes).matchAll(/stream\r?\n/g)].map(({ index, 0: head }) => {
  try { return inflateSync(Buffer.from(bytes).subarray(index + head.length)).toString('latin1') } catch { return '' }
})
const unpacked = (bytes: Uint8Array): string => streams(bytes).join('\n')

/** In which sizes each page writes, from its top to its last line above the foot. */
const sizesByPage = (bytes: Uint8Array): readonly (readonly number[])[] =>
  streams(bytes).filter((stream) => stream.includes(' Tf')).map((stream) => [...stream.matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size)).slice(0, -1))

describe('a document to keep (L-06)', () => {
  test('is a PDF that says its language and its title, and is tagged for who has it read aloud', async () => {
    const file = textOf(await paperOf(paper()))
    expect(file.startsWith('%PDF-1.7')).toBe(true)
    expect(file).toMatch(/\/Lang \(nl-NL\)/)
    expect(file).toMatch(/\/Marked true/)
    expect(file).toMatch(/\/DisplayDocTitle true/)
    const kinds = [...file.matchAll(/\/S \/(H1|H2|H3|P|L|LI|LBody)\b/g)].map(([, kind]) => kind)
    expect(Object.fromEntries(Object.entries(Object.groupBy(kinds, (kind) => kind ?? '')).map(([kind, all]) => [kind, all?.length]))).toEqual({ H1: 1, H2: 2, H3: 1, L: 1, LI: 1, LBody: 1, P: 4 })
  })
  test('has letters for names from everywhere in Europe, as text that can be copied', async () => {
    const content = unpacked(await paperOf(paper()))
    for (const letter of 'şıŁ') expect(content.toLowerCase()).toContain(letter.codePointAt(0)?.toString(16).padStart(4, '0'))
  })
  test('goes on over as many pages as it needs, each with its number', async () => {
    const items = Array.from({ length: 120 }, (_, number) => ({ text: `Regel ${number} over de ontwikkeling van Sem, gelezen door iemand van het team.`, below: ['Waarom mocht dit: lid van het team.'] }))
    const file = textOf(await paperOf(paper({ sections: [{ title: 'Wie keek', none: '', groups: [{ title: 'maandag', items }] }] })))
    const pages = [...file.matchAll(/\/Type \/Page\b(?!s)/g)].length
    expect(pages).toBeGreaterThan(3)
    expect(file).toMatch(new RegExp(`/Count ${pages}\\b`))
  })
  test('never parts a look from what explains it, nor a day from its first look', async () => {
    const day = (number: number) => ({ title: `dag ${number}`, items: [{ text: `Blik ${number}`, below: Array.from({ length: 3 + number % 4 }, () => 'Waarom mocht dit.') }] })
    const pages = sizesByPage(await paperOf(paper({ sections: [{ title: 'Wie keek', none: '', groups: Array.from({ length: 60 }, (_, number) => day(number)) }] })))
    expect(pages.length).toBeGreaterThan(5)
    // 20 is the title, 11.5 a day, 9 what explains.
    for (const [page, sizes] of pages.entries()) expect([page, sizes[0], sizes.at(-1)]).toEqual([page, page === 0 ? 20 : 11.5, 9])
  })
  test('draws Arabic with its own letters, word after word from the right, and says it aloud as it is read', async () => {
    const name = '\u064A\u0627\u0633\u0645\u064A\u0646 \u0646\u0648\u0631'
    const [first = '', second = ''] = name.split(' ')
    expect(runsOf(`Lotte las over ${name} en Sem (2 keer)`)).toEqual([{ isArabic: false, text: 'Lotte las over ' }, { isArabic: true, text: second }, { isArabic: false, text: ' ' }, { isArabic: true, text: first }, { isArabic: false, text: ' en Sem (2 keer)' }])
    expect(runsOf('')).toEqual([{ isArabic: false, text: '' }])
    const file = textOf(await paperOf(paper({ sections: [{ title: 'Wie keek', none: '', groups: [{ title: 'maandag', items: [{ text: `Lotte las over ${name}`, below: [] }] }] }] })))
    expect(file).toContain('NotoSansArabic')
    expect(file).toContain('/ActualText')
  })
  test('says in a word what no letters draw, once for what stands together, and keeps it to be copied and read aloud', async () => {
    const spelled = spelledIn('nl', unwritten)
    const said: readonly (readonly [text: string, drawn: string])[] = [
      ['\u738B\u82B3 las over Sem', '[woorden in Chinees schrift] las over Sem'],
      ['\u1230\u120B\u121D \u1270\u1235\u134B (arts)', '[woorden in Ethiopisch schrift] (arts)'],
      ['Goed zo \u{1F44D}\u{1F3FD}\u{1F44F} Sem', 'Goed zo [emoji] Sem'],
      ['\u{1F468}\u200D\u{1F469}\u200D\u{1F466} \u{1F1F3}\u{1F1F1}', '[emoji]'],
      ['\u{13000} en \u0130', '[teken] en \u0130'],
      ['Jose\u0301, \u2068Ays\u0327e\u2069', 'José, Ayşe'],
      ['\u064A\u0627\u0633\u0645\u064A\u0646', '\u064A\u0627\u0633\u0645\u064A\u0646'],
      ['Sem\nTijn', 'Sem\nTijn'],
      ['', ''],
    ]
    expect(said.map(([text]) => spelled(text))).toEqual(said.map(([, drawn]) => drawn))
    const file = textOf(await paperOf(paper({ sections: [{ title: 'Wie keek', none: '', groups: [{ title: 'maandag', items: [{ text: '\u738B\u82B3 las over Sem', below: [] }] }] }] })))
    expect(file).toMatch(/\/ActualText \(\xFE\xFF\x73\x8B\x82\xB3/)
  })
  test('of nothing says so', async () => {
    expect((await paperOf(paper({ sections: [{ title: 'Wie keek', none: 'Niemand keek.', groups: [] }] }))).length).toBeGreaterThan(1000)
  })
})

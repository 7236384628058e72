import { describe, expect, test } from '@jest/globals'
import { inflateSync } from 'node:zlib'
import { paperOf, type Paper } from './paper.ts'

const paper = (more: Partial<Paper> = {}): Paper => ({
  language: 'nl', title: 'Wie keek mee', intro: ['Gemaakt op dinsdag 24 november 2026.'], foot: 'Samenspel',
  sections: [{ title: 'Wie keek', none: 'Niemand.', items: [{ text: 'Ayşe Yıldız (arts) las over Łukasz.', below: ['Waarom: “toestemming”.'] }] }, { title: 'Wie legde wat vast', none: 'Niemand.', items: [] }], ...more,
})
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
/** What stands in the compressed pieces of the file. */
const unpacked = (bytes: Uint8Array): string => [...textOf(bytes).matchAll(/stream\r?\n/g)].map(({ index, 0: head }) => {
  try { return inflateSync(Buffer.from(bytes).subarray(index + head.length)).toString('latin1') } catch { return '' }
}).join('\n')

describe('a document to keep (L-06)', () => {
  test('is a PDF that says its language and its title, and is tagged for who has it read aloud', async () => {
    const file = textOf(await paperOf(paper()))
    expect(file.startsWith('%PDF-1.7')).toBe(true)
    expect(file).toMatch(/\/Lang \(nl-NL\)/)
    expect(file).toMatch(/\/Marked true/)
    expect(file).toMatch(/\/DisplayDocTitle true/)
    const kinds = [...file.matchAll(/\/S \/(H1|H2|P|L|LI|LBody)\b/g)].map(([, kind]) => kind)
    expect(Object.fromEntries(Object.entries(Object.groupBy(kinds, (kind) => kind ?? '')).map(([kind, all]) => [kind, all?.length]))).toEqual({ H1: 1, H2: 2, L: 1, LI: 1, LBody: 1, P: 4 })
  })
  test('has letters for names from everywhere in Europe, as text that can be copied', async () => {
    const content = unpacked(await paperOf(paper()))
    for (const letter of 'şıŁ') expect(content.toLowerCase()).toContain(letter.codePointAt(0)?.toString(16).padStart(4, '0'))
  })
  test('goes on over as many pages as it needs, each with its number', async () => {
    const items = Array.from({ length: 120 }, (_, number) => ({ text: `Regel ${number} over de ontwikkeling van Sem, gelezen door iemand van het team.`, below: ['Waarom mocht dit: lid van het team.'] }))
    const file = textOf(await paperOf(paper({ sections: [{ title: 'Wie keek', none: '', items }] })))
    const pages = [...file.matchAll(/\/Type \/Page\b(?!s)/g)].length
    expect(pages).toBeGreaterThan(3)
    expect(file).toMatch(new RegExp(`/Count ${pages}\\b`))
  })
  test('of nothing says so', async () => {
    expect((await paperOf(paper({ sections: [{ title: 'Wie keek', none: 'Niemand keek.', items: [] }] }))).length).toBeGreaterThan(1000)
  })
})

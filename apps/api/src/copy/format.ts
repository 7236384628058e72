/**
 * How a copy of a family's file is written, hashed and read back: docs/decisions/022-a-copy-that-can-be-checked.md tells the form.
 * Whoever makes a copy and whoever checks one work with these functions; the page that checks itself has the same in `check-copy.js`.
 */
import { hash } from 'node:crypto'
import type { LogLeaf } from '../integrity/copy-proofs.ts'
import { logNames, type LogName } from '../integrity/logs.ts'

/** That one leaf of a log stands in the tree of its note. Every part has a fixed length, so that a copy's length tells nothing of a log. */
export type WrittenProof = {
  readonly log: LogName
  /** Hexadecimal: 32 bytes, 16 bytes, 4 bytes. */
  readonly leaf: string
  readonly cover: string
  readonly index: string
  /** Base64: the roots of the other parts, 32 bytes each, from the leaf up. */
  readonly path: string
}

/** One entry as the proof names it: the hash of its text and its leaves, and the proofs of these, in order. */
export type WrittenEntry = { readonly hash: string; readonly proofs: readonly WrittenProof[] }

/** What stands in the page for who checks it. */
export type WrittenProofs = {
  readonly form: 1
  /** The 32 bytes of the public key, in Base64. */
  readonly key: string
  /** Signed notes: the statement about the copy, and the roots of the trees of both logs. */
  readonly statement: string
  readonly notes: Readonly<Record<LogName, string>>
  readonly entries: readonly WrittenEntry[]
}

/** What the statement says: each a SHA-256 in hexadecimal. */
export type Statement = {
  readonly origin: string
  readonly made: string
  /** Of the notes. */
  readonly notes: Readonly<Record<LogName, string>>
  /** Over the hashes of all entries, in order. */
  readonly entries: string
  /** Over all words of heading, entries and foot. */
  readonly text: string
  /** Over the bytes of the file up to its proofs. */
  readonly page: string
}

export const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** The words of a piece of the page as one text: each run of spaces, tabs and newlines is one space, none at the ends. */
export const textOf = (html: string): string => inOneLine(unescaped(html.replaceAll(/<[^>]*>/g, '')))

const inOneLine = (text: string): string => text.replaceAll(/[ \t\n\f\r]+/g, ' ').replace(/^ /, '').replace(/ $/, '')
const unescaped = (text: string): string => text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

/** @param text as `textOf` gives it */
export const hashOfEntry = (text: string, leaves: readonly LogLeaf[]): string =>
  sha256([text, ...leaves.map(({ log, leaf }) => `${log} ${leaf.toString('hex')}`)].map((line) => `${line}\n`).join(''))

export const hashOfEntries = (entries: readonly Pick<WrittenEntry, 'hash'>[]): string => sha256(entries.map((entry) => `${entry.hash}\n`).join(''))

export const statementText = ({ origin, made, notes, entries, text, page }: Statement): string =>
  [origin, `made ${made}`, ...logNames.map((log) => `${log} ${notes[log]}`), `entries ${entries}`, `text ${text}`, `page ${page}`].map((line) => `${line}\n`).join('')

/** @returns nothing for a text of another form */
export const readStatement = (text: string): Statement | undefined => {
  const [, origin, made, events, accessLog, entries, words, page] = /^(\S+)\nmade (\S+)\nevents ([0-9a-f]{64})\naccess-log ([0-9a-f]{64})\nentries ([0-9a-f]{64})\ntext ([0-9a-f]{64})\npage ([0-9a-f]{64})\n$/.exec(text) ?? []
  if (origin === undefined || made === undefined || events === undefined || accessLog === undefined || entries === undefined || words === undefined || page === undefined) return undefined
  return { origin, made, notes: { events, 'access-log': accessLog }, entries, text: words, page }
}

// ── The file

const proofsBegin = '<script type="application/json" id="proofs">'
const proofsEnd = '</script>\n</body>\n</html>\n'

/** The whole file: the page up to its proofs, and these. */
export const fileOf = (page: string, proofs: WrittenProofs): string => `${page}${proofsBegin}${JSON.stringify(proofs).replaceAll('<', String.raw`\u003c`)}${proofsEnd}`

/** All words of a page that its statement is about: those of heading, entries and foot, not those of the check and the contents beside them. */
export const wordsOfPage = (page: string): string =>
  ['header', 'main', 'footer'].map((element) => textOf(new RegExp(`<${element}[^>]*>([^]*)</${element}>`).exec(page)?.[1] ?? '')).join('\n')

/** A copy as it is read back: its page, its proofs, and the pieces that are its entries. */
export type ReadCopy = { readonly page: string; readonly proofs: WrittenProofs; readonly entries: readonly { readonly title: string; readonly text: string }[] }

/** @returns nothing for a file that is no copy, whatever it holds */
export const readCopy = (file: string): ReadCopy | undefined => {
  const begin = file.indexOf(proofsBegin)
  if (begin < 0 || !file.endsWith(proofsEnd)) return undefined
  const proofs = proofsIn(file.slice(begin + proofsBegin.length, -proofsEnd.length))
  const page = file.slice(0, begin)
  const main = /<main[^>]*>([^]*)<\/main>/.exec(page)?.[1]
  if (proofs === undefined || main === undefined) return undefined
  return {
    page, proofs,
    entries: [...main.matchAll(/<article[^>]*>([^]*?)<\/article>/g)].map(([, inner = '']) => ({ text: textOf(inner), title: textOf(/<h3[^>]*>([^]*?)<\/h3>/.exec(inner)?.[1] ?? '') })),
  }
}

const proofsIn = (json: string): WrittenProofs | undefined => {
  try {
    const proofs: unknown = JSON.parse(json)
    return isProofs(proofs) ? proofs : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const isHex = (value: unknown, bytes: number): value is string => typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value)

const isProofs = (value: unknown): value is WrittenProofs => isObject(value) && value['form'] === 1 && typeof value['key'] === 'string' && typeof value['statement'] === 'string' &&
  isObject(value['notes']) && logNames.every((log) => typeof (value['notes'] as Readonly<Record<string, unknown>>)[log] === 'string') && Array.isArray(value['entries']) && value['entries'].every(isEntry)

const isEntry = (value: unknown): value is WrittenEntry => isObject(value) && isHex(value['hash'], 32) && Array.isArray(value['proofs']) && value['proofs'].every(isProof)

const isProof = (value: unknown): value is WrittenProof => isObject(value) && logNames.some((log) => log === value['log']) && isHex(value['leaf'], 32) && isHex(value['cover'], 16) &&
  isHex(value['index'], 4) && typeof value['path'] === 'string' && /^[A-Za-z0-9+/]+=*$/.test(value['path'])

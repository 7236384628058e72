/**
 * Asks everything that somebody can ask, byte by byte: where two worlds differ in nothing but what is hidden from somebody, all
 * answers to them are the same.
 */
import { demoId } from '@samenspel/demo-region'
import { buildSchema } from 'graphql'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { documents, everyFieldOfFamily } from './documents.ts'
import type { RunningApi, Somebody } from './running-api.ts'
import { takeCopy } from './take-copy.ts'
import { logFileText } from './take-log.ts'
import { openFeed } from './walk.ts'

/** A command about what isn't theirs to know, with a place for its id: it must be as if that weren't there. */
export type Prying = readonly [name: string, text: string, id: string]

/** Everything that somebody can ask. */
export const askEverything = async (
  api: RunningApi, somebody: Somebody, family: string, { isParent, needId = family, prying = [] }: { readonly isParent: boolean; readonly needId?: string; readonly prying?: readonly Prying[] },
): Promise<readonly string[]> => {
  const answers: string[] = []
  const ask = async (name: string, text: string, variables: Readonly<Record<string, unknown>>) => { answers.push(`${name} ${await somebody.askBytes(text, variables)}`) }
  const schema = buildSchema(await readFile(join(import.meta.dirname, '../../schema.graphql'), 'utf8'))
  for (const { name, text, kind } of await documents()) {
    if (kind === 'query') await ask(name, text, { familyId: family, id: family, form: 'contribution', first: 50, after: 'nowhere', from: '2026-11-30', until: '2026-12-11', needId, parts: [], input: { words: 'e' } })
  }
  for (const { field, text } of everyFieldOfFamily(schema)) await ask(field, text, { id: family })
  // Smaller pages, so that cursors and their ends show too.
  await ask('pages', 'query ($id: ID!) { family(id: $id) { contributions(first: 2) { nodes { id } pageInfo { endCursor hasNextPage } } } }', { id: family })
  await ask('log pages', 'query ($id: ID!) { accessLog(familyId: $id, first: 3) { nodes { id who what action times } pageInfo { endCursor hasNextPage } } }', { id: family })
  for (const [name, text, id] of prying) await ask(name, text, { commandId: demoId(`prying ${name} ${somebody.cookie.length}`), familyId: family, id })
  answers.push(`log file ${await logFileText(api, somebody, family)}`)
  if (isParent) answers.push(...await copyWithoutProofs(api, somebody, family))
  if (isParent) answers.push(`feed ${await (await fetch(`${api.url}${await openFeed(somebody)}`)).text()}`)
  return answers
}

/** What somebody may take along, all of it but what is another in every copy: its number, the notes, and what proves each leaf. Of that, the length. */
const copyWithoutProofs = async (api: RunningApi, somebody: Somebody, family: string): Promise<readonly string[]> => {
  const { file, copy: { page, proofs } } = await takeCopy(api, somebody, family)
  const { notes, statement, entries } = proofs
  const shape = entries.map((entry) => entry.proofs.map(({ log, leaf, cover, index, path }) => [log, leaf.length, cover.length, index.length, path.length]))
  const heads = Object.values(notes).map((note) => [note.length, note.split('\n')[1]])
  // The key is that of the installation, and both are lived on one of their own.
  return [`copy ${page.replaceAll(/(?:[0-9a-f]{8} ){7}[0-9a-f]{8}/g, 'the key')}`, `proofs of the copy ${JSON.stringify([file.length, statement.length, heads, shape])}`]
}

/** Ids are random: what counts is which of them are the same, so each is called by the place where it first stands. */
export const withoutIds = (answers: readonly string[]): readonly string[] => {
  const known = new Map<string, string>()
  return answers.map((one) => one.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
    const name = known.get(id) ?? `id${known.size}`
    known.set(id, name)
    return name
  }))
}

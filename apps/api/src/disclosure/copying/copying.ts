/**
 * A copy of everything that one member of a family may take along, with who looked: through the gate, with its lines in the access
 * log, and with proofs that tell nothing else (docs/decisions/022-a-copy-that-can-be-checked.md).
 */
import type { SealedStore } from '@samenspel/event-codec'
import { dayOf, subjectKey, zoneOf, type FamilyId } from '@samenspel/kernel'
import { Refused } from '../../graphql/refused.ts'
import { fileOf, hashOfEntries, hashOfEntry, sha256, statementText, textOf, wordsOfPage, type WrittenEntry, type WrittenProof } from '../../copy/format.ts'
import { pageOf, type PageHead } from '../../copy/page.ts'
import type { BegunCopy, CopyProofs, LogLeaf } from '../../integrity/copy-proofs.ts'
import type { Session } from '../../sessions/sessions.ts'
import { accessStreamOf, type LogLine } from '../access-log.ts'
import { linesInWords, openLines } from '../access-log-reading.ts'
import { readerFor, recordNamed, type DisclosingParts } from '../disclosing.ts'
import { factsOf } from '../facts.ts'
import { open, type Opened } from '../gate.ts'
import { exportLines, logReadLine, type Occasion } from '../log-lines.ts'
import { refuse } from '../refuse.ts'
import { askingOf } from '../viewer.ts'
import type { Reader } from '../views/reader.ts'
import { entryOfItem, entryOfLooks, kindOfLook, sections, writerOf, type Entry } from './entries.ts'
import { eventsOfFamily, leavesOfItem } from './events.ts'
import { weekEntries } from './week.ts'

/** So many copies a day somebody may take (T21). */
export const mostCopies = 3

export type Copying = {
  /**
   * @returns the file, complete in itself
   * @throws Refused `not-found` for a family that isn't there, isn't theirs, or of which nothing opens: these look the same;
   *   `copies-today`, `access-not-logged`, `only-reading`
   */
  readonly make: (session: Session, family: FamilyId) => Promise<{ readonly file: string; readonly madeOn: string }>
  /** Of the key that signs copies: people compare it. */
  readonly fingerprint: string
}

export type CopyingParts = DisclosingParts & {
  readonly events: SealedStore
  /** Nothing while a log misses something: then nothing of it is signed. */
  readonly proofs: CopyProofs | undefined
  readonly fingerprint: string
}

export const openCopying = (parts: CopyingParts): Copying => {
  /** One after the other for each person, so that nobody gets more than they may by asking at once. */
  const asking = new Map<string, Promise<unknown>>()
  return {
    fingerprint: parts.fingerprint,
    make: (session, family) => {
      const made = (asking.get(session.person) ?? Promise.resolve()).then(() => makeCopy(parts, session, family))
      const settled = made.catch(() => undefined).then(() => { if (asking.get(session.person) === settled) asking.delete(session.person) })
      asking.set(session.person, settled)
      return made
    },
  }
}

const makeCopy = async (parts: CopyingParts, session: Session, family: FamilyId): Promise<{ readonly file: string; readonly madeOn: string }> => {
  const asking = await askingOf(session, parts.files)
  const record = await recordNamed(parts, asking, family, 'copy', 'export')
  if (record === undefined) throw new Refused('not-found')
  const occasion: Occasion = { asking, record, operation: 'copy', now: parts.clock() }
  const opened = asking.viewer.kind === 'portal' ? open(record, asking, factsOf(record, asking), occasion.now, 'export') : undefined
  if (opened === undefined) return refuse(parts, occasion, 'export', 'not-found')
  if (copiesToday(await parts.log.read(family), occasion) >= mostCopies) return refuse(parts, occasion, 'export', 'copies-today', { most: mostCopies })
  if (parts.proofs === undefined) throw new Refused('only-reading')
  const before = await openLines(parts, occasion)
  await parts.log.write(family, [...exportLines(occasion, opened), ...before.shown.length === 0 ? [] : [logReadLine(occasion, before.policies)]])

  const reader = await readerFor(parts, asking, record, opened, occasion.now)
  // Read after its own lines were written, so that a copy tells of itself too.
  const { shown } = await openLines(parts, occasion)
  const written = [...await itemsOf(parts, parts.proofs, occasion, opened, reader), ...await looksOf(parts, parts.proofs, occasion, shown, reader)]
  const begun = await parts.proofs.begin()
  return { file: signed(written, begun, reader), madeOn: dayOf(begun.madeAt, reader.zone) }
}

/** Every copy has one line for each kind of data that it holds; what was in all of them tells how many there were. */
const copiesToday = (lines: readonly LogLine[], { asking, record, now }: Occasion): number => {
  const zone = zoneOf(record.file.family.jurisdiction)
  const own = lines.filter(({ action, by, outcome, at }) => action === 'export' && outcome === 'done' && by.person === asking.session.person && dayOf(at, zone) === dayOf(now, zone))
  return Math.max(0, ...[...Map.groupBy(own, ({ subject, category }) => `${subjectKey(subject)} ${category}`).values()].map(({ length }) => length))
}

// ── What is in it

type Proven = { readonly entry: Entry; readonly leaves: readonly LogLeaf[] }

const itemsOf = async ({ events }: CopyingParts, proofs: CopyProofs, { record }: Occasion, opened: Opened, reader: Reader): Promise<readonly Proven[]> => {
  const writer = writerOf(reader)
  const ofFamily = await eventsOfFamily(events, proofs, record.familyId)
  return [
    ...opened.items.map((one) => ({ entry: entryOfItem(writer, one), leaves: leavesOfItem(one.item, opened.head, ofFamily) })),
    ...weekEntries(writer, record, ofFamily).map(({ entry, made }) => ({ entry, leaves: made.map(({ leaf }) => leaf) })),
  ]
}

const looksOf = async (parts: CopyingParts, proofs: CopyProofs, occasion: Occasion, shown: readonly LogLine[], reader: Reader): Promise<readonly Proven[]> => {
  const writer = writerOf(reader)
  const family = occasion.record.familyId
  const revisions = await parts.log.revisions(family)
  const leaves = await proofs.leavesOf('access-log', accessStreamOf(family))
  const leafOf = ({ id }: LogLine): LogLeaf => {
    const leaf = leaves[revisions.get(id) ?? -1]
    if (leaf === undefined) throw new Error('a line stands in no log')
    return leaf
  }
  const newestFirst = [...await linesInWords(parts, occasion, shown)].reverse()
  return [...Map.groupBy(newestFirst, ({ view }) => kindOfLook(writer, view)).values()].flatMap((same) => {
    const [first, ...rest] = same
    return first === undefined ? [] : [{ entry: entryOfLooks(writer, [first.view, ...rest.map(({ view }) => view)]), leaves: same.flatMap(({ lines }) => lines.map(leafOf)) }]
  })
}

// ── Its proofs

const signed = (written: readonly Proven[], begun: BegunCopy, reader: Reader): string => {
  const inOrder = sections.flatMap((section) => inTime(written.filter(({ entry }) => entry.section === section)))
  const { page, entries: pieces } = pageOf(headOf(reader, begun), inOrder.map(({ entry }) => entry))
  const entries = inOrder.map(({ leaves }, index): WrittenEntry => ({ hash: hashOfEntry(textOf(pieces[index] ?? ''), leaves), proofs: leaves.map((leaf) => proofOf(leaf, begun)) }))
  const { origin, madeAt, notes } = begun
  const statement = begun.sign(statementText({
    origin, made: madeAt, notes: { events: sha256(notes.events), 'access-log': sha256(notes['access-log']) }, entries: hashOfEntries(entries), text: sha256(wordsOfPage(page)), page: sha256(page),
  }))
  return fileOf(page, { form: 1, key: begun.publicKey.toString('base64'), statement, notes, entries })
}

/** What has a time of its own in that order, after what has none; the rest as it is. */
const inTime = (some: readonly Proven[]): readonly Proven[] => some.toSorted(({ entry: { when: one = '' } }, { entry: { when: other = '' } }) => one < other ? -1 : one > other ? 1 : 0)

const headOf = ({ language, zone, person, opened, text }: Reader, { copy, madeAt, fingerprint }: BegunCopy): PageHead =>
  ({ language, zone, family: opened.head.name, reader: opened.named.get(person)?.firstName ?? text('role.familyMember'), copy, madeAt, fingerprint })

const proofOf = (one: LogLeaf, { prove }: BegunCopy): WrittenProof => {
  const { leaf, cover, index, path } = prove(one)
  return { log: one.log, leaf: leaf.toString('hex'), cover: cover.toString('hex'), index: index.toString(16).padStart(8, '0'), path: Buffer.concat(path).toString('base64') }
}

/**
 * What somebody of a family may put own words beside (P-03) or ask to keep shut (GDPR 18): everything that they read and that somebody
 * else recorded, of every kind, in the words of a copy. What doesn't open isn't in it.
 */
import { restrictableKinds, statedKinds, type StatedKind } from '@samenspel/family-case'
import { compareTexts, type FamilyId } from '@samenspel/kernel'
import type { WrittenEntry } from '../graphql/types/data-requests.ts'
import type { Session } from '../sessions/sessions.ts'
import { entryOfItem, writerOf } from './copying/entries.ts'
import { look, logReading, type DisclosingParts, type Looked } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { mayWith, type Shown } from './gate.ts'
import { dayOfItem } from './items.ts'
import { askingOf } from './viewer.ts'
import { actorName, professional, type Reader } from './views/reader.ts'
import { statementsView } from './views/story.ts'

export type WrittenAbout = {
  /** Newest first. @returns nothing for who is no member of this family, and for a family that isn't there */
  readonly of: (session: Session, family: FamilyId, kind: StatedKind | undefined) => Promise<{ readonly entries: readonly WrittenEntry[]; readonly kinds: readonly StatedKind[] } | undefined>
}

export const openWritten = (parts: DisclosingParts): WrittenAbout => ({
  of: async (session, family, kind) => {
    const looked = await look(parts, await askingOf(session, parts.files), family, 'writtenAboutUs')
    if (looked === undefined || looked.occasion.asking.viewer.kind !== 'portal') return undefined
    await logReading(parts, looked, new Set(['written']))
    const all = writtenView(looked)
    return { entries: all.filter((entry) => kind === undefined || entry.kind === kind), kinds: statedKinds.filter((one) => all.some((entry) => entry.kind === one)) }
  },
})

const writtenView = ({ occasion: { record, asking, now }, opened, reader }: Looked): readonly WrittenEntry[] => {
  const writer = writerOf(reader)
  const may = mayWith(record, asking, factsOf(record, asking), now, 'correctByStatement')
  const statements = Map.groupBy(statementsView(reader, () => false), ({ entryKind, entryId }) => `${entryKind} ${entryId}`)
  return opened.items.filter(isByOther(reader)).map((one): WrittenEntry => {
    const { item: { kind, id } } = one
    const { title, lines } = entryOfItem(writer, one)
    const mayState = may(kind, id)
    return {
      id, kind, title, day: dayOfItem(one.item, reader.zone), by: recordedBy(reader, one), lines: lines.filter(({ isAside }) => isAside !== true).map(({ label, text }) => ({ text, ...(label !== undefined && { label }) })),
      statements: statements.get(`${kind} ${id}`) ?? [], mayState, mayRestrict: mayState && (restrictableKinds as readonly string[]).includes(kind),
    }
  }).sort((a, b) => compareTexts(b.day, a.day) || compareTexts(a.title, b.title))
}

type Stated = Shown & { readonly item: Shown['item'] & { readonly kind: StatedKind } }

/** What somebody recorded themselves they change themselves. */
const isByOther = ({ person }: Reader) => (one: Shown): one is Stated => (statedKinds as readonly string[]).includes(one.item.kind) && one.item.by.person !== person

const recordedBy = (reader: Reader, { item: { by } }: Shown): string => {
  if (by.role !== 'professional') return actorName(reader, by)
  const { name, title, organisation } = professional(reader, by.person)
  return [name, title, organisation.name].filter((part) => part !== '').join(', ')
}

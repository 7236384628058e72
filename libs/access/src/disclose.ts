/**
 * The one gate between what is stored and what is shown.
 *
 * Whatever answers a person (a list, a count, a search, an export, a feed, a live update) passes here first, so that nothing is
 * filtered after counting. Only this file makes a `Disclosed` value; what resolvers accept is that and nothing else.
 */
import type { Discipline, IsoDate, IsoInstant } from '@samenspel/kernel'
import { hasLocatingPart } from './circumstances.ts'
import { decide, type PolicyId, type Verdict } from './decide.ts'
import type { Action, Entry } from './entries.ts'
import type { Facts } from './facts.ts'
import type { Viewer } from './viewers.ts'

declare const disclosed: unique symbol
/** A value that passed the gate for the viewer of this request. */
export type Disclosed<Value> = Value & { readonly [disclosed]: true }

/** An entry as it is kept: what policies read, its content, and apart from that its place, time, link or address. */
export type Sealed<Content, Place = never> = { readonly entry: Entry; readonly content: Content; readonly place?: Place }

/** That there is something: nobody may learn more from it than a discipline and a day. Without a discipline the family wrote it. */
export type ExistenceLine = { readonly discipline?: Discipline; readonly day: IsoDate }

/** What became of one entry, with the policies for the access log. */
export type Disclosure<Content, Place = never> =
  | { readonly outcome: 'nothing'; readonly locating: false; readonly policies: readonly PolicyId[] }
  | { readonly outcome: 'existence'; readonly locating: false; readonly policies: readonly PolicyId[]; readonly line: ExistenceLine }
  | {
    readonly outcome: 'content'
    /** Whether the locating part may be shown as well. */
    readonly locating: boolean
    readonly policies: readonly PolicyId[]
    readonly content: Disclosed<Content>
    /** Only there when `locating`. */
    readonly place?: Disclosed<Place>
  }

/** What entries are opened for: to be shown, or to be taken along. */
export type Disclosing = Extract<Action, 'read' | 'export'>

/**
 * Decides every entry for one viewer at one moment; the answers stand in the order of the entries.
 * Entries are read, or copied (`export`); lines of the access log answer to their own action. Each class of entries is decided once.
 */
export const disclose = <Content, Place = never>(
  viewer: Viewer, entries: readonly Sealed<Content, Place>[], facts: Facts, now: IsoInstant, action: Disclosing = 'read',
): readonly Disclosure<Content, Place>[] => {
  const decided = new Map<string, ClassVerdict>()
  return entries.map((sealed) => {
    const key = classOf(sealed.entry)
    const verdict = decided.get(key) ?? decideClass(viewer, action, sealed.entry, facts, now)
    decided.set(key, verdict)
    return open(sealed, verdict)
  })
}

type ClassVerdict = Verdict & { readonly locating: boolean }

const decideClass = (viewer: Viewer, action: Disclosing, entry: Entry, facts: Facts, now: IsoInstant): ClassVerdict => {
  const verdict = decide(viewer, entry.category === 'accessLog' ? 'readAccessLog' : action, entry, facts, now)
  const locating = verdict.outcome === 'content' && hasLocatingPart({ entry }) && decide(viewer, 'readLocating', entry, facts, now).outcome === 'content'
  return { ...verdict, locating }
}

/** The attributes that policies read, as one text; the day it happened is none of them. */
const classOf = (entry: Entry): string => JSON.stringify({ ...entry, occurred: undefined })

const open = <Content, Place>(sealed: Sealed<Content, Place>, { outcome, locating, policies }: ClassVerdict): Disclosure<Content, Place> => {
  const { entry, content, place } = sealed
  switch (outcome) {
    case 'nothing': return { outcome, locating: false, policies }
    case 'existence': return { outcome, locating: false, policies, line: lineOf(entry) }
    case 'content': {
      const shown = { outcome, locating, policies, content: content as Disclosed<Content> }
      return locating && place !== undefined ? { ...shown, place: place as Disclosed<Place> } : shown
    }
  }
}

const lineOf = ({ author: { discipline }, occurred }: Entry): ExistenceLine =>
  discipline === undefined ? { day: occurred } : { discipline, day: occurred }

/**
 * Existence lines as they may be shown: everything of one discipline on one day is one line, so that no number shows;
 * by day, then by discipline. They stand outside every list, count, cursor, search and export.
 */
export const mergeExistence = (lines: readonly ExistenceLine[]): readonly ExistenceLine[] =>
  [...new Map(lines.map((line) => [keyOf(line), line])).entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, line]) => line)

const keyOf = ({ discipline, day }: ExistenceLine): string => `${day} ${discipline ?? ''}`

/**
 * The start page of a professional: what they can do today in all their families, from the same gate as everything else. Only families
 * of which something stands there are looked at, and those looks leave their lines (L-01).
 */
import { zoneOf, type FamilyId, type Jurisdiction, type Zone } from '@samenspel/kernel'
import { viewText } from '@samenspel/intl/views'
import type { Practitioner } from '@samenspel/register'
import type { Today, TodayItem } from '../graphql/types/today.ts'
import { quietEnd, usualQuietHours } from '../messages/quiet-hours.ts'
import type { PreferenceStore } from '../messages/preferences.ts'
import type { Session } from '../sessions/sessions.ts'
import { coordinatesHere, logReading, lookAtEach, openRecord, viewOf, type DisclosingParts, type Looked } from './disclosing.ts'
import type { FrontDoor } from './front-door.ts'
import type { Inviting } from './inviting.ts'
import { safeguardLine, trackWaitsLine, type Occasion } from './log-lines.ts'
import { ending } from './people.ts'
import type { CaseRecord } from './case-record.ts'
import { loadRecord } from './record.ts'
import { tasksOf } from './safeguarding.ts'
import { askingOf, todayIn, type Asking } from './viewer.ts'
import { asking as askingGroups, familyToday, inOrder, itemOf, type FamilyToday } from './views/today.ts'

export type OwnToday = {
  /** @param fields which parts are asked for: how many there are is a look at the family too, but at nothing in it */
  readonly of: (session: Session, fields: ReadonlySet<string>) => Promise<Today>
  /** In which families something can stand there. */
  readonly families: (session: Session) => Promise<readonly FamilyId[]>
  /** Whether what was recorded since the last look changes what stands there. It names no family, and so is no look at one. */
  readonly watch: (session: Session) => Promise<() => Promise<boolean>>
}

/** Where else something waits for somebody. */
type Beside = { readonly inviting: Pick<Inviting, 'own'>; readonly frontDoor: Pick<FrontDoor, 'waiting'>; readonly preferences: Pick<PreferenceStore, 'find'> }

export const openToday = (parts: DisclosingParts, beside: Beside): OwnToday => {
  const { files, log, clock, participations } = parts
  const familiesOf = (session: Session): Promise<readonly FamilyId[]> => participations.familiesOf(session)

  return {
    families: familiesOf,
    of: async (session, fields) => {
      if (session.role !== 'professional') return { items: [], count: 0 }
      const asking = await askingOf(session, files)
      const looked = await lookAtEach(parts, asking, await familiesOf(session), 'today')
      const told = looked.map((one) => ({ looked: one, today: todayOf(one) })).filter(({ today: { items } }) => items.length > 0)
      const isWhole = fields.has('items')
      await Promise.all(told.map(async ({ looked: one, today: { shows, items } }) => {
        const ofTracks = items.filter(({ place }) => place === 'safety')
        if (ofTracks.length < items.length) await logReading(parts, one, isWhole ? shows : new Set())
        if (ofTracks.length > 0) await log.write(one.occasion.record.familyId, [trackWaitsLine(one.occasion)])
        if (isWhole && items.some(({ place }) => place === 'safeguards')) await log.write(one.occasion.record.familyId, [safeguardLine(one.occasion, one.opened)])
      }))
      const practitioner = await files.practitioners.state(session.person)
      const home = { jurisdiction: await jurisdictionOf(parts, practitioner), now: clock() }
      const items = inOrder([...told.flatMap(({ today }) => today.items), ...await ownItems(session, beside, practitioner, home)])
      const quietUntil = quietEnd(home.now, zoneOf(home.jurisdiction), (await beside.preferences.find(session.person))?.preferences.quiet ?? usualQuietHours)
      return { items, count: items.filter(({ group }) => askingGroups.has(group)).length, ...(quietUntil !== undefined && { quietUntil }) }
    },
    watch: async (session) => {
      const known = new Map<FamilyId, Known>()
      const first = await askingOf(session, files)
      for (const id of await familiesOf(session)) {
        const found = await knownOf(parts, first, id)
        if (found !== undefined) known.set(id, found)
      }
      return async () => {
        const asking = await askingOf(session, files)
        const ids = await familiesOf(session)
        let isChanged = false
        for (const id of new Set([...ids, ...known.keys()])) {
          const before = known.get(id)
          if (before !== undefined && JSON.stringify(before.asking) === JSON.stringify(asking) && await isSame(parts, before, id)) continue
          const after = ids.includes(id) ? await knownOf(parts, asking, id) : undefined
          // Both are opened at one moment, so that neither the passing of time nor a visit shows that something hidden was recorded.
          const [was, is] = await Promise.all([before, after].map((one) => itemsAt(parts, one)))
          if (was !== is) isChanged = true
          if (after === undefined) known.delete(id)
          else known.set(id, after)
        }
        return isChanged
      }
    },
  }
}

/** What is known of a family at a look, with what tells whether anything was recorded since. */
type Known = Pick<Occasion, 'asking' | 'record'> & { readonly of: readonly unknown[] }

const statesOf = ({ files }: DisclosingParts, id: FamilyId): Promise<readonly unknown[]> =>
  Promise.all([files.cases.state(id), files.agendas.state(id), files.tracks.state(id), files.emergencies.state('accesses'), files.requests.state(id)])

const isSame = async (parts: DisclosingParts, { of }: Known, id: FamilyId): Promise<boolean> => (await statesOf(parts, id)).every((state, index) => state === of[index])

const knownOf = async (parts: DisclosingParts, asking: Asking, id: FamilyId): Promise<Known | undefined> => {
  const of = await statesOf(parts, id)
  const record: CaseRecord | undefined = await loadRecord(parts.files, id, parts.clock())
  return record === undefined ? undefined : { asking, record, of }
}

const itemsAt = async (parts: DisclosingParts, known: Known | undefined): Promise<string> => {
  const looked = known === undefined ? undefined : await openRecord(parts, { asking: known.asking, record: known.record, operation: 'today', now: parts.clock() })
  return looked === undefined ? '' : JSON.stringify(todayOf(looked).items)
}

const todayOf = (looked: Looked): FamilyToday => {
  const { occasion: { record, asking, now }, reader, keep } = looked
  return keep('today', now, () => familyToday({ reader, view: viewOf(looked), coordinates: coordinatesHere(record, asking, now), tasks: tasksOf(looked) }))
}

/** Where somebody works. */
const jurisdictionOf = async ({ files }: DisclosingParts, practitioner: Practitioner | undefined): Promise<Jurisdiction> =>
  (practitioner === undefined ? undefined : await files.organisations.state(practitioner.organisation))?.jurisdiction ?? 'NL'

/** What is about no family that the reader knows: questions to join a team, the front door, and an own registration that ends. */
const ownItems = async (
  session: Session, { inviting, frontDoor }: Beside, practitioner: Practitioner | undefined, { jurisdiction, now }: { readonly jurisdiction: Jurisdiction; readonly now: string },
): Promise<readonly TodayItem[]> => {
  const zone: Zone = zoneOf(jurisdiction)
  const text = viewText(session.language)
  const today = todayIn(jurisdiction, now)
  const invitations = (await inviting.own(session)).filter(({ state }) => state === 'open')
  const door = practitioner?.discipline === 'imhSpecialist' ? await frontDoor.waiting(session) : undefined
  const { registrationEnds } = ending(practitioner, jurisdiction, now)
  return [
    ...invitations.map(({ id, askedBy, askedOn, answerBy }) =>
      itemOf({ id: `invitation ${id}`, text: text('today.invitation', { name: askedBy }), since: askedOn, until: answerBy, place: 'invitations' }, 'asked', { today, now }, { zone })),
    ...door === undefined || door.waiting === 0 ? [] : [itemOf({ id: 'front door', text: text('today.frontDoor', { count: door.waiting }), place: 'frontDoor' }, 'asked', { today, now }, { zone })],
    ...registrationEnds === undefined ? [] : [itemOf({ id: `registration ${registrationEnds}`, text: text('today.registration'), until: registrationEnds, place: 'none' }, 'ending', { today, now }, { zone })],
  ]
}

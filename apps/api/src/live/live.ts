import type { EventStore } from '@samenspel/event-store'
import type { Clock, FamilyId, Id, IsoInstant } from '@samenspel/kernel'
import type { Disclosing } from '../disclosure/disclosing.ts'
import type { OwnToday } from '../disclosure/today.ts'
import type { Planning } from '../disclosure/planning.ts'
import type { RegionPlanning } from '../disclosure/region-planning.ts'
import { Refused } from '../graphql/refused.ts'
import type { ProposalRun, WhyAnswer } from '../graphql/types/proposals.ts'
import type { RegionRun } from '../graphql/types/region.ts'
import type { Session, Sessions } from '../sessions/sessions.ts'
import type { Channel } from './channel.ts'

export type Live = {
  /**
   * One message each time that what this viewer sees of the family has changed; nothing when only hidden things did.
   * Ends with a last message when nothing opens any more. @param alsoAtStart whether one comes as soon as it listens, whatever changed:
   * who reads then misses nothing. @throws Refused `not-found`
   */
  readonly familyChanged: (session: Session, family: FamilyId, alsoAtStart?: boolean) => AsyncIterableIterator<{ familyChanged: { familyId: FamilyId } }>
  /**
   * One message each time that what stands on somebody's start page has changed, in a family that was theirs when they began to listen;
   * nothing when only hidden things did. @param alsoAtStart as of `familyChanged`
   */
  readonly todayChanged: (session: Session, alsoAtStart?: boolean) => Promise<AsyncIterableIterator<{ todayChanged: { at: IsoInstant } }>>
  /** The run as it is, and again each time it changes; ends when the run does. */
  readonly proposalRun: (session: Session, run: Id) => AsyncIterableIterator<{ proposalRun: ProposalRun }>
  /** The same for the answer to a question about a proposal. */
  readonly whyAnswer: (session: Session, id: Id) => AsyncIterableIterator<{ whyAnswer: WhyAnswer }>
  /** The same for a plan of many families. */
  readonly regionRun: (session: Session, id: Id) => AsyncIterableIterator<{ regionRun: RegionRun }>
  /** Tells nobody any more; settles when nothing is being read for anybody. */
  readonly close: () => Promise<void>
}

export type LiveParts = {
  readonly sessions: Sessions
  readonly disclosing: Disclosing
  readonly today: Pick<OwnToday, 'families' | 'watch'>
  readonly clock: Clock
  readonly planning: Planning
  readonly region: RegionPlanning
  /** Something was recorded about a family, about somebody who works for families, or of a record that was opened in an emergency. */
  readonly recorded: Channel
  readonly runChanged: Channel
}

/** Every message is decided anew: rights that ended since, or a session that did, end the connection's messages. */
export const openLive = ({ sessions, disclosing, today, clock, planning, region, recorded, runChanged }: LiveParts): Live => {
  const listening = new Set<() => Promise<unknown>>()
  const reading = new Set<Promise<unknown>>()

  /** Stops listening as soon as the reader goes, also while it waits for a message, and when there is nothing more to tell. */
  const telling = <Told>(messages: AsyncIterableIterator<void>, tell: (messages: AsyncIterator<void>) => AsyncGenerator<Told>): AsyncIterableIterator<Told> => {
    const told = tell(messages)
    const stop = async (): Promise<void> => {
      listening.delete(stop)
      await messages.return?.()
    }
    const ends = async (next: Promise<IteratorResult<Told>>): Promise<IteratorResult<Told>> => {
      reading.add(next)
      let isOver = true
      try {
        const result = await next
        isOver = result.done === true
        return result
      } finally {
        reading.delete(next)
        if (isOver) await stop()
      }
    }
    listening.add(stop)
    const iterator: AsyncIterableIterator<Told> = {
      next: () => ends(told.next()),
      return: async () => {
        await stop()
        return told.return(undefined)
      },
      throw: async (error) => {
        await stop()
        return told.throw(error)
      },
      [Symbol.asyncIterator]: () => iterator,
    }
    return iterator
  }

  return {
    familyChanged: (session, family, alsoAtStart = false) => telling(recorded.listen(family, session.person, emergencies), async function* (changes) {
      const look = await disclosing.watch(session, family)
      if (look === undefined) throw new Refused('not-found')
      if (alsoAtStart) yield { familyChanged: { familyId: family } }
      while (await hasNext(changes)) {
        const seen = await look()
        // Of what is hidden nobody hears, not even by the end of a session that was left.
        if (seen === 'same') continue
        if (!await sessions.isOpen(session)) return
        // Also told of the end: what is still on the screen has to go.
        yield { familyChanged: { familyId: family } }
        if (seen === 'closed') return
      }
    }),
    todayChanged: async (session, alsoAtStart = false) => telling(recorded.listen(...await today.families(session), session.person, emergencies), async function* (changes) {
      const look = await today.watch(session)
      if (alsoAtStart) yield { todayChanged: { at: clock() } }
      while (await hasNext(changes)) {
        if (!await look()) continue
        if (!await sessions.isOpen(session)) return
        yield { todayChanged: { at: clock() } }
      }
    }),
    proposalRun: (session, id) => telling(runChanged.listen(id), async function* (changes) {
      const first = await planning.run(session, id)
      yield { proposalRun: first }
      if (first.state !== 'running') return
      while (await hasNext(changes)) {
        if (!await sessions.isOpen(session)) return
        const run = await planning.run(session, id)
        yield { proposalRun: run }
        if (run.state !== 'running') return
      }
    }),
    whyAnswer: (session, id) => telling(runChanged.listen(id), async function* (changes) {
      const first = await planning.whyAnswer(session, id)
      yield { whyAnswer: first }
      if (first.state !== 'running') return
      while (await hasNext(changes)) {
        if (!await sessions.isOpen(session)) return
        const answer = await planning.whyAnswer(session, id)
        yield { whyAnswer: answer }
        if (answer.state !== 'running') return
      }
    }),
    regionRun: (session, id) => telling(runChanged.listen(id), async function* (changes) {
      const first = await region.run(session, id)
      yield { regionRun: first }
      if (first.state !== 'running') return
      while (await hasNext(changes)) {
        if (!await sessions.isOpen(session)) return
        const run = await region.run(session, id)
        yield { regionRun: run }
        if (run.state !== 'running') return
      }
    }),
    close: async () => {
      await Promise.all([...listening].map((stop) => stop()))
      await Promise.allSettled(reading)
    },
  }
}

const hasNext = async (messages: AsyncIterator<void>): Promise<boolean> => (await messages.next()).done !== true

/** Emergency accesses stand in one stream for all families: whoever has one open looks whether it was theirs. */
const emergencies = 'accesses'

/**
 * What decides on a page that is open: the family itself, its agenda, what is kept shut on request, who works in a safety track, in
 * which groups its viewer works, and what was opened in an emergency. Whether any of it shows is for each viewer to be worked out.
 */
const tells = /^(?:family|agenda|requests|circle|practitioner|emergency)-(.+)$/

/** Tells of every event as it is recorded, by its stream alone. @returns when following has ended */
export const followRecording = async ({ subscribe, lastPosition }: EventStore, recorded: Channel, signal: AbortSignal): Promise<{ readonly done: Promise<void> }> =>
  subscribe({ after: await lastPosition(), signal }, ({ stream }) => {
    const about = tells.exec(stream)?.[1]
    if (about !== undefined) recorded.publish(about)
  })

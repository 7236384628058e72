import type { EventStore } from '@samenspel/event-store'
import type { FamilyId, Id } from '@samenspel/kernel'
import type { Disclosing } from '../disclosure/disclosing.ts'
import type { Planning } from '../disclosure/planning.ts'
import { Refused } from '../graphql/refused.ts'
import type { ProposalRun } from '../graphql/types/proposals.ts'
import type { Session, Sessions } from '../sessions/sessions.ts'
import type { Channel } from './channel.ts'

export type Live = {
  /**
   * One message each time that what this viewer sees of the family has changed; nothing when only hidden things did.
   * Ends with a last message when nothing opens any more. @throws Refused `not-found`
   */
  readonly familyChanged: (session: Session, family: FamilyId) => AsyncIterableIterator<{ familyChanged: { familyId: FamilyId } }>
  /** The run as it is, and again each time it changes; ends when the run does. */
  readonly proposalRun: (session: Session, run: Id) => AsyncIterableIterator<{ proposalRun: ProposalRun }>
}

export type LiveParts = {
  readonly sessions: Sessions
  readonly disclosing: Disclosing
  readonly planning: Planning
  /** Something was recorded about a family. */
  readonly recorded: Channel
  readonly runChanged: Channel
}

/** Every message is decided anew: rights that ended since, or a session that did, end the connection's messages. */
export const openLive = ({ sessions, disclosing, planning, recorded, runChanged }: LiveParts): Live => ({
  familyChanged: (session, family) => ended(recorded.listen(family), async function* (changes) {
    const look = await disclosing.watch(session, family)
    if (look === undefined) throw new Refused('not-found')
    while (await hasNext(changes)) {
      if (!sessions.isOpen(session)) return
      const seen = await look()
      // Also told of the end: what is still on the screen has to go.
      if (seen !== 'same') yield { familyChanged: { familyId: family } }
      if (seen === 'closed') return
    }
  }),
  proposalRun: (session, id) => ended(runChanged.listen(id), async function* (changes) {
    const first = await planning.run(session, id)
    yield { proposalRun: first }
    if (first.state !== 'running') return
    while (await hasNext(changes)) {
      if (!sessions.isOpen(session)) return
      const run = await planning.run(session, id)
      yield { proposalRun: run }
      if (run.state !== 'running') return
    }
  }),
})

const hasNext = async (messages: AsyncIterator<void>): Promise<boolean> => (await messages.next()).done !== true

/** Stops listening as soon as the reader goes, also while it waits for a message. */
const ended = <Told>(messages: AsyncIterableIterator<void>, tell: (messages: AsyncIterator<void>) => AsyncGenerator<Told>): AsyncIterableIterator<Told> => {
  const told = tell(messages)
  const iterator: AsyncIterableIterator<Told> = {
    next: () => told.next(),
    return: async () => {
      await messages.return?.()
      return told.return(undefined)
    },
    throw: async (error) => {
      await messages.return?.()
      return told.throw(error)
    },
    [Symbol.asyncIterator]: () => iterator,
  }
  return iterator
}

/** Tells of every event of a family as it is recorded, by its stream alone. @returns when following has ended */
export const followRecording = async ({ subscribe, lastPosition }: EventStore, recorded: Channel, signal: AbortSignal): Promise<{ readonly done: Promise<void> }> =>
  subscribe({ after: await lastPosition(), signal }, ({ stream }) => {
    const family = /^(?:family|agenda)-(.+)$/.exec(stream)?.[1]
    if (family !== undefined) recorded.publish(family)
  })

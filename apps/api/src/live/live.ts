import type { EventStore } from '@samenspel/event-store'
import type { FamilyId, Id } from '@samenspel/kernel'
import type { Disclosing } from '../disclosure/disclosing.ts'
import type { Planning } from '../disclosure/planning.ts'
import type { ProposalRun } from '../graphql/types/proposals.ts'
import type { Session, Sessions } from '../sessions/sessions.ts'
import type { Channel } from './channel.ts'

export type Live = {
  /** One message each time that what this viewer sees of the family has changed; nothing when only hidden things did. */
  readonly familyChanged: (session: Session, family: FamilyId) => AsyncIterableIterator<{ familyChanged: { familyId: FamilyId } }>
  /** The run as it is, and again each time it changes; ends when the run does. */
  readonly proposalRun: (session: Session, run: Id) => AsyncIterableIterator<{ proposalRun: ProposalRun }>
}

export type LiveParts = {
  readonly sessions: Sessions
  readonly disclosing: Disclosing
  readonly planning: Planning
  /** Something was recorded about a family. */
  readonly recorded: Channel<FamilyId>
  readonly runChanged: Channel<Id>
}

/** Every message is decided anew: rights that ended since, or a session that did, end the connection's messages. */
export const openLive = ({ sessions, disclosing, planning, recorded, runChanged }: LiveParts): Live => ({
  familyChanged: (session, family) => ended(recorded.listen(family), async function* (changes) {
    let seen = await disclosing.digest(session, family)
    while (await hasNext(changes)) {
      if (!sessions.isOpen(session)) return
      const now = await disclosing.digest(session, family)
      if (now === seen) continue
      seen = now
      yield { familyChanged: { familyId: family } }
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

/** Waits for a message; which one it is doesn't matter, since what is told is always read anew. */
const hasNext = async (messages: AsyncIterator<unknown>): Promise<boolean> => (await messages.next()).done !== true

/** Stops listening as soon as the reader goes, also while it waits for a message. */
const ended = <Message, Told>(messages: AsyncIterableIterator<Message>, tell: (messages: AsyncIterator<Message>) => AsyncGenerator<Told>): AsyncIterableIterator<Told> => {
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
export const followRecording = async ({ subscribe, lastPosition }: EventStore, recorded: Channel<FamilyId>, signal: AbortSignal): Promise<{ readonly done: Promise<void> }> =>
  subscribe({ after: await lastPosition(), signal }, ({ stream }) => {
    const family = /^(?:family|agenda)-(.+)$/.exec(stream)?.[1]
    if (family !== undefined) recorded.publish(family, family)
  })

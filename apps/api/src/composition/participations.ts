import { isErased, type OpenedEvent, type SealedStore } from '@samenspel/event-codec'
import type { FamilyCaseEvent } from '@samenspel/family-case'
import type { FamilyId, PersonId } from '@samenspel/kernel'
import type { Participations } from './files.ts'

const types = ['FamilyOpened', 'MemberAdded', 'TeamMemberAdded'] as const satisfies readonly FamilyCaseEvent['type'][]

export type FollowedParticipations = Participations & {
  /** Settles when following has ended. */
  readonly done: Promise<void>
}

/**
 * Who has to do with which family: an index beside the log, kept in memory and followed live. It only says where to look; whether
 * somebody may see anything there is decided at the gate, from the case itself.
 */
export const followParticipations = async (sealed: SealedStore, signal: AbortSignal): Promise<FollowedParticipations> => {
  const families = new Map<PersonId, Set<FamilyId>>()
  const numbers = new Map<FamilyId, string>()

  const add = (person: PersonId, family: FamilyId) => {
    const known = families.get(person) ?? new Set()
    known.add(family)
    families.set(person, known)
  }
  const take = ({ stream, content }: OpenedEvent): void => {
    if (isErased(content)) return
    const event = content as FamilyCaseEvent
    const family = stream.slice('family-'.length)
    if (event.type === 'FamilyOpened') numbers.set(family, event.caseNumber)
    if (event.type === 'MemberAdded') add(event.memberId, family)
    if (event.type === 'TeamMemberAdded') add(event.practitionerId, family)
  }

  const filter = { streamPrefix: 'family-', types }
  const caughtUp = await sealed.lastPosition()
  for await (const event of sealed.readAll({ filter })) take(event)
  const { done } = sealed.subscribe({ filter, after: caughtUp, signal }, take)

  return {
    done,
    familiesOf: (person) => Promise.resolve([...families.get(person) ?? []]),
    cases: () => Promise.resolve([...numbers].map(([familyId, caseNumber]) => ({ familyId, caseNumber })).sort((a, b) => a.caseNumber < b.caseNumber ? -1 : 1)),
  }
}

import { subjectKey, type Actor, type Id, type IsoInstant, type Subject } from '@samenspel/kernel'
import type { StreamName } from '@samenspel/event-store'
import type { DomainEvent } from './domain-event.ts'

/** Why an event was written. */
export type CommandContext = {
  /** Random, made by whoever asks: the same id again is the same command. */
  readonly commandId: Id
  /** What began it all, when that was another command; without it, the command itself. */
  readonly correlationId?: Id
  /** On which role or right an event rests (G-11): a word of a closed list and ids, since it stays readable forever. */
  readonly basisOf?: (event: DomainEvent) => string | undefined
}

/** What stays readable of an event, forever: pseudonymous ids and a time. */
export type Envelope = {
  readonly keyId: Id
  readonly link: string
  readonly subject: string
  readonly actor: Actor['person']
  readonly onBehalfOf?: NonNullable<Actor['onBehalfOf']>
  readonly organisation?: NonNullable<Actor['organisation']>
  /** Absent of what was written before it was kept. */
  readonly authorityBasis?: string
  readonly recordedAt: IsoInstant
  readonly causationId: Id
  readonly correlationId: Id
}

export const envelopeOf = (event: DomainEvent, keyId: Id, { commandId, correlationId, basisOf }: CommandContext): Omit<Envelope, 'link'> => {
  const { subject, by, at } = event
  const authorityBasis = basisOf?.(event)
  return {
    keyId,
    subject: subjectKey(subject),
    actor: by.person,
    ...by.onBehalfOf === undefined ? {} : { onBehalfOf: by.onBehalfOf },
    ...by.organisation === undefined ? {} : { organisation: by.organisation },
    ...authorityBasis === undefined ? {} : { authorityBasis },
    recordedAt: at,
    causationId: commandId,
    correlationId: correlationId ?? commandId,
  }
}

/** Who owns the stream: the id after its kind. The file and the agenda of one family share their keys. */
export const scopeOf = (stream: StreamName): string => stream.slice(stream.indexOf('-') + 1)

/** The subject of a stored `subjectKey`: all that is known of an erased event. */
export const subjectOf = (key: string): Subject => {
  if (key === 'case') return { kind: 'case' }
  const [kind, ids = ''] = key.split(':')
  const [first = '', second = ''] = ids.split('+')
  switch (kind) {
    case 'relation': return { kind, persons: [first, second] }
    case 'child': case 'sibling': case 'adult': case 'unborn': case 'surroundings': return { kind, person: first }
    default: throw new Error('unknown kind of subject')
  }
}

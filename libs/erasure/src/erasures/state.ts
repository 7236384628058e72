import type { Id, IsoDate, IsoInstant, PersonId, Recorded } from '@samenspel/kernel'
import type { ErasureEvent, GrantedRecord, GrantGround, NewErasure, RefusalGround } from './events.ts'

export type Granted = Recorded & { readonly ground: GrantGround; readonly records: readonly GrantedRecord[]; readonly retentionClasses: readonly string[] }

/** How far an erasure has come. */
export type ErasureProgress =
  | { readonly status: 'requested' }
  | { readonly status: 'refused'; readonly refused: Recorded & { readonly ground: RefusalGround } }
  | { readonly status: 'granted'; readonly granted: Granted }
  | { readonly status: 'begun'; readonly granted: Granted; readonly entry: string }
  | { readonly status: 'destroyed'; readonly granted: Granted; readonly entry: string; readonly epoch: Id; readonly destroyedAt: IsoInstant }
  | { readonly status: 'carriedOut'; readonly granted: Granted; readonly entry: string; readonly certificate: string; readonly carriedOutAt: IsoInstant }

export type Erasure = Recorded & NewErasure & {
  readonly answerBy: IsoDate
  /** Who asked as well, each on their own day. */
  readonly along: readonly { readonly person: PersonId; readonly on: IsoDate }[]
  readonly progress: ErasureProgress
}

/** All erasures of a family, by id, in the order in which they were asked. */
export type Erasures = ReadonlyMap<Id, Erasure>

export const evolveErasures = (erasures: Erasures, event: ErasureEvent): Erasures => {
  const { erasureId } = event
  if (event.type === 'ErasureRequested') {
    const { by, at, person, askedBy, receivedOn, answerBy, controllers, jurisdiction } = event
    return new Map(erasures).set(erasureId, { by, at, erasureId, person, askedBy, receivedOn, answerBy, controllers, jurisdiction, along: [], progress: { status: 'requested' } })
  }
  const erasure = erasures.get(erasureId)
  if (event.type === 'ErasureAskedAlong') {
    const { by: { person }, receivedOn: on } = event
    return erasure === undefined ? erasures : new Map(erasures).set(erasureId, { ...erasure, askedBy: [...erasure.askedBy, person], along: [...erasure.along, { person, on }] })
  }
  const progress = erasure === undefined ? undefined : progressed(erasure.progress, event)
  return erasure === undefined || progress === undefined ? erasures : new Map(erasures).set(erasureId, { ...erasure, progress })
}

const progressed = (progress: ErasureProgress, event: Exclude<ErasureEvent, { type: 'ErasureRequested' | 'ErasureAskedAlong' }>): ErasureProgress | undefined => {
  const { by, at } = event
  switch (event.type) {
    case 'ErasureGranted': return { status: 'granted', granted: { by, at, ground: event.ground, records: event.records, retentionClasses: event.retentionClasses } }
    case 'ErasureRefused': return { status: 'refused', refused: { by, at, ground: event.ground } }
    case 'ErasureBegun': return progress.status === 'granted' ? { status: 'begun', granted: progress.granted, entry: event.entry } : undefined
    case 'KeysDestroyed': return progress.status === 'begun' ? { ...progress, status: 'destroyed', epoch: event.epoch, destroyedAt: at } : undefined
    case 'ErasureCarriedOut': return progress.status === 'destroyed'
      ? { status: 'carriedOut', granted: progress.granted, entry: progress.entry, certificate: event.certificate, carriedOutAt: at } : undefined
  }
}

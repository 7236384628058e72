import { isErased, type OpenedEvent, type SealedStore } from '@samenspel/event-codec'
import type { AppointmentsEvent } from '@samenspel/agenda'
import type { FamilyCaseEvent } from '@samenspel/family-case'
import { dayOf, newId, system, zoneOf, type Clock, type FamilyId, type Id, type IsoInstant } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import { closingDaysAround } from './closing-days.ts'

type Files = Pick<AllFiles, 'cases'>

/**
 * A late cancellation in the agenda is noted in the case file, where two of them open a question for the team.
 * The same event again has the same command id, and so no second effect.
 */
export const noteLateCancellation = async (files: Files, { id, stream, content }: OpenedEvent): Promise<void> => {
  if (isErased(content)) return
  const event = content as AppointmentsEvent
  if (event.type !== 'AppointmentCancelled' || !event.late) return
  const familyId = stream.slice('agenda-'.length)
  const file = await files.cases.state(familyId)
  if (!file.isOpen) return
  const on = dayOf(event.at, zoneOf(file.family.jurisdiction))
  await files.cases.handle(familyId, { type: 'NoteLateCancellation', by: system, at: event.at, appointmentId: event.appointmentId, on, promptId: newId() }, id)
}

type OpenSignal = { readonly family: FamilyId; readonly callBy: IsoInstant }
const signalTypes = ['TooMuchSignalled', 'SignalPassedToSubstitute', 'SignalAnswered'] as const satisfies readonly FamilyCaseEvent['type'][]

export type SignalWatch = {
  /** Passes on every signal whose time to call has passed by `now`. */
  readonly look: () => Promise<void>
  /** Settles when following has ended. */
  readonly done: Promise<void>
}

/** Watches the signals that nobody has answered; those whose time has passed go to the substitute. */
export const watchSignals = async (sealed: SealedStore, files: Files, clock: Clock, signal: AbortSignal): Promise<SignalWatch> => {
  const open = new Map<Id, OpenSignal>()

  const take = ({ stream, content }: OpenedEvent): void => {
    if (isErased(content)) return
    const event = content as FamilyCaseEvent
    switch (event.type) {
      case 'TooMuchSignalled':
        open.set(event.signalId, { family: stream.slice('family-'.length), callBy: event.callBy })
        break
      case 'SignalPassedToSubstitute':
      case 'SignalAnswered':
        open.delete(event.signalId)
        break
      default:
    }
  }

  const filter = { streamPrefix: 'family-', types: signalTypes }
  const caughtUp = await sealed.lastPosition()
  for await (const event of sealed.readAll({ filter })) take(event)
  const { done } = sealed.subscribe({ filter, after: caughtUp, signal }, take)

  const look = async (): Promise<void> => {
    const now = clock()
    for (const [signalId, { family, callBy }] of open) {
      if (callBy > now) continue
      const file = await files.cases.state(family)
      if (!file.isOpen) continue
      const { jurisdiction } = file.family
      const closingDays = closingDaysAround(jurisdiction, dayOf(now, zoneOf(jurisdiction)))
      const { refusal } = await files.cases.handle(family, { type: 'PassSignalToSubstitute', by: system, at: now, signalId, closingDays }, newId())
      // Somebody called meanwhile, or there is no substitute: then it stays with who was to call.
      if (refusal !== undefined) open.delete(signalId)
    }
  }

  return { look, done }
}

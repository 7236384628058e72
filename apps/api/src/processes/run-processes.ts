import { isErased, type OpenedEvent, type SealedStore } from '@samenspel/event-codec'
import type { AgendaEvent } from '@samenspel/agenda'
import type { Clock, FamilyId } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import type { Confirmations } from './confirmation.ts'
import { noteLateCancellation, watchSignals } from './overload.ts'

export type ProcessParts = {
  readonly events: SealedStore
  readonly files: AllFiles
  readonly confirmations: Confirmations
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** Milliseconds between two looks at what passes with time alone: holds that end, calls that nobody made. */
const lookEvery = 20_000

const settling = ['AnswerGiven', 'ConfirmationStarted', 'BundleConfirmed', 'BundleReleased', 'ProposalWithdrawn', 'AppointmentCancelled'] as const satisfies readonly AgendaEvent['type'][]

/**
 * What the software does by itself: confirmations that were interrupted, what late cancellations and unanswered signals ask for.
 * At the start everything is looked at once, since a process may have been killed anywhere.
 * @returns what settles when they have ended
 */
export const runProcesses = async ({ events, files, confirmations, clock, signal }: ProcessParts): Promise<readonly Promise<void>[]> => {
  const signals = await watchSignals(events, files, clock, signal)
  const confirming = new Set<FamilyId>()

  const settle = async (family: FamilyId): Promise<void> => {
    await confirmations.settle(family)
    const agenda = await files.agendas.state(family)
    if ([...agenda.proposals.byId.values()].some(({ progress }) => progress.status === 'confirming')) confirming.add(family)
    else confirming.delete(family)
  }
  const act = async (event: OpenedEvent): Promise<void> => {
    if (isErased(event.content)) return
    await settle(event.stream.slice('agenda-'.length))
    await noteLateCancellation(files, event)
  }

  const filter = { streamPrefix: 'agenda-', types: settling }
  const caughtUp = await events.lastPosition()
  const begun = new Set<FamilyId>()
  for await (const event of events.readAll({ filter })) {
    begun.add(event.stream.slice('agenda-'.length))
    await noteLateCancellation(files, event)
  }
  for (const family of begun) await settle(family)
  const { done } = events.subscribe({ filter, after: caughtUp, signal }, act)

  const timer = setInterval(() => {
    Promise.all([signals.look(), ...[...confirming].map(settle)]).catch((error: unknown) => { console.error(error) })
  }, lookEvery)
  signal.addEventListener('abort', () => { clearInterval(timer) })
  await signals.look()
  return [done, signals.done]
}

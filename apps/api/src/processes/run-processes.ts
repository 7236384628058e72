import { setTimeout } from 'node:timers/promises'
import { isErased, type OpenedEvent, type SealedStore } from '@samenspel/event-codec'
import type { AgendaEvent } from '@samenspel/agenda'
import type { ErasureEvent } from '@samenspel/erasure'
import type { Clock } from '@samenspel/kernel'
import { errorCode, startProcess, type Fence, type Report, type Trouble } from '@samenspel/read-models'
import type { Kysely } from 'kysely'
import type { AllFiles } from '../composition/files.ts'
import type { CarryingOut } from '../erasing/carry-out.ts'
import type { Tables } from '../read-models/tables.ts'
import type { Unfinished } from '../read-models/unfinished.ts'
import { familyOf, settlingTypes, type Confirmations } from './confirmation.ts'
import { silencingTypes, type Silences } from './silence.ts'
import { noteLateCancellation } from './late-cancellations.ts'
import type { Placing } from './placing.ts'
import { importingTypes, type RegisterImports } from './register-imports.ts'
import { passOnSignals } from './unanswered-signals.ts'

export type ProcessParts = {
  readonly events: SealedStore
  readonly database: Kysely<Tables>
  readonly files: AllFiles
  readonly unfinished: Unfinished
  readonly confirmations: Confirmations
  readonly silences: Silences
  readonly placing: Placing
  readonly registerImports: RegisterImports
  readonly carryingOut: CarryingOut
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly report: Report
  /** Where other processes could act too. */
  readonly fence?: Fence
}

export type Processes = {
  /** Looks now at what passes with time alone: holds that end, calls that nobody made. */
  readonly look: () => Promise<void>
  /** Whether something can't go on. */
  readonly isHeldUp: () => boolean
  /** Settles when they have ended. */
  readonly done: Promise<unknown>
}

/** Milliseconds between two looks. */
const lookEvery = 20_000

const cancelling = ['AppointmentCancelled', 'AppointmentReinstated'] as const satisfies readonly AgendaEvent['type'][]
const erasing = ['ErasureGranted'] as const satisfies readonly ErasureEvent['type'][]

/** What each of them acts on, under the name by which it keeps its place in the log. */
export const actsOn = {
  confirmations: settlingTypes, silences: silencingTypes, 'late-cancellations': cancelling, erasures: erasing,
  // Under the name by which data of older versions know how far it is.
  'staff-imports': importingTypes,
} as const satisfies Readonly<Record<string, readonly string[]>>

/**
 * What the software does by itself: confirmations, erasures and lists of people that were interrupted, what late cancellations and unanswered signals ask for.
 * Each goes on from where it was, wherever the program was killed.
 */
export const runProcesses = async ({ events, database, files, unfinished, confirmations, silences, placing, registerImports, carryingOut, clock, signal, report, fence }: ProcessParts): Promise<Processes> => {
  const start = (name: keyof typeof actsOn, handle: (event: OpenedEvent) => Promise<void>) =>
    startProcess<Tables, OpenedEvent>({ source: events, database, name, types: actsOn[name], handle, signal, report, ...(fence !== undefined && { fence }) })

  const confirming = await start('confirmations', async ({ stream, content }) => {
    if (!isErased(content)) await confirmations.settle(familyOf(stream, content))
  })
  const silencing = await start('silences', ({ stream }) => silences.keep(stream.slice(stream.indexOf('-') + 1)))
  const noting = await start('late-cancellations', (event) => noteLateCancellation(files, event))
  const carrying = await start('erasures', ({ stream }) => carryingOut.carryOut(stream.slice('erasure-'.length)))
  const importing = await start('staff-imports', async ({ stream }) => { await registerImports.carryOut(stream.slice('organisation-'.length)) })

  const look = async (): Promise<void> => {
    for (const family of await unfinished.confirming()) await confirmations.settle(family)
    await passOnSignals(files, unfinished, clock)
    await placing.settle(await unfinished.cardsDue(clock()))
  }

  let failing: Trouble | undefined
  const lookNowAndThen = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await look()
        failing = undefined
      } catch (error) {
        const code = errorCode(error)
        if (failing?.code !== code) report(failing = { follower: 'unfinished-matters', what: 'held-up', code })
      }
      await setTimeout(lookEvery, undefined, { signal }).catch(() => undefined)
    }
  }

  return {
    look,
    isHeldUp: () => [confirming.failing(), silencing.failing(), noting.failing(), carrying.failing(), importing.failing(), failing].some((trouble) => trouble !== undefined),
    done: Promise.all([confirming.done, silencing.done, noting.done, carrying.done, importing.done, lookNowAndThen()]),
  }
}

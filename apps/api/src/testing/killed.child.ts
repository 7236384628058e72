/**
 * The application without its web server, in a process of its own: it does what is asked of it as a request would, and dies by
 * SIGKILL, as in a power cut, right after so many appends were durable. For `kill.spec.ts`.
 */
import type { EventStore } from '@samenspel/event-store'
import type { IsoInstant } from '@samenspel/kernel'
import { openParts } from '../composition/parts.ts'
import { openStores } from '../composition/stores.ts'
import { sayYes, type Yes } from './say-yes.ts'
import { settingsIn } from './running-api.ts'
import { takeBack, type TakeBack } from './take-back.ts'

/** What the process is told to do. */
export type Errand = {
  readonly folder: string
  /** The moment that it is for the process, from its beginning to its end. */
  readonly at: IsoInstant
  /** The append after which it dies; it ends by itself when there are fewer. */
  readonly killAfter: number
  /** After the answers: a cancellation that is taken back. */
  readonly undo?: TakeBack
} & Yes

const { folder, at, killAfter, undo, ...yes } = JSON.parse(process.argv[2] ?? '') as Errand
const settings = settingsIn(folder)

let appends = 0
const mortal = (store: EventStore): EventStore => ({
  ...store,
  append: async (...asked) => {
    const appended = await store.append(...asked)
    appends += 1
    if (appends === killAfter) process.kill(process.pid, 'SIGKILL')
    return appended
  },
})

const stores = await openStores(settings, mortal)
const parts = await openParts(stores, () => at, settings.urgentNumbers)
await sayYes(parts, yes)
if (undo !== undefined) await takeBack(parts, yes.familyId, undo)
await parts.close()
await stores.close()

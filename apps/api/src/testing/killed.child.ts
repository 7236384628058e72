/**
 * The application without its web server, in a process of its own: it does what is asked of it as a request would, and dies by
 * SIGKILL, as in a power cut, right after so many appends were durable. For `kill.spec.ts`.
 */
import type { AgendaCommand } from '@samenspel/agenda'
import type { EventStore } from '@samenspel/event-store'
import { newId, systemClock } from '@samenspel/kernel'
import { openParts } from '../composition/parts.ts'
import { openStores } from '../composition/stores.ts'
import type { Session } from '../sessions/sessions.ts'
import { settingsIn } from './running-api.ts'
import { settled } from './settled.ts'

/** What the process is told to do. */
export type Errand = {
  readonly folder: string
  readonly familyId: string
  /** The append after which it dies; it ends by itself when there are fewer. */
  readonly killAfter: number
  /** Who says yes to which proposal, one after the other; nobody when it only goes on with what was begun. */
  readonly yes: readonly Session[]
  readonly proposalId: string
}

const { folder, familyId, killAfter, yes, proposalId } = JSON.parse(process.argv[2] ?? '') as Errand
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
const parts = await openParts(stores, systemClock, settings.urgentNumbers)
await parts.start()
for (const session of yes) {
  await parts.app.acting.inAgenda({
    session, familyId, commandId: newId(), operation: 'answerProposal',
    make: ({ by, at, zone }): AgendaCommand => ({ type: 'AnswerProposal', by, at, zone, proposalId, person: by.person, answer: 'yes' }),
  })
}
await settled(parts.files, familyId)
await parts.close()
await stores.close()

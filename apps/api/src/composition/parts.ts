/** Puts the parts together: stores, streams, the gate, processes, the planner. The only place that knows all of them. */
import { createPlanner } from '@samenspel/bundling'
import type { Clock, FamilyId } from '@samenspel/kernel'
import { fingerprintOf } from '@samenspel/log-integrity'
import type { Report } from '@samenspel/read-models'
import type { AppParts } from '../app.module.ts'
import { openAccessLog } from '../disclosure/access-log.ts'
import { openAccessLogReading } from '../disclosure/access-log-reading.ts'
import { openActing } from '../disclosure/acting.ts'
import { openCopying } from '../disclosure/copying/copying.ts'
import { openDisclosing, type DisclosingParts } from '../disclosure/disclosing.ts'
import { openErasing } from '../disclosure/erasing.ts'
import { openCalendarFeeds } from '../disclosure/feed-reading.ts'
import { openPeople } from '../disclosure/people.ts'
import { openPlanning } from '../disclosure/planning.ts'
import { openCopyProofs } from '../integrity/copy-proofs.ts'
import { openCarryingOut } from '../erasing/carry-out.ts'
import { openClearing } from '../erasing/clearing.ts'
import { followErasures } from '../erasing/forgetting.ts'
import { keepInLedger, readEntry, type SignedEntry } from '../erasing/ledger.ts'
import { keepEntryOutside } from '../integrity/keep-outside.ts'
import { createChannel } from '../live/channel.ts'
import { followRecording, openLive } from '../live/live.ts'
import { openConfirmations } from '../processes/confirmation.ts'
import { runProcesses, type Processes } from '../processes/run-processes.ts'
import { followIntoTables } from '../read-models/following.ts'
import { openDrafts } from '../sessions/drafts.ts'
import { openSessions } from '../sessions/sessions.ts'
import { openVisits } from '../sessions/visits.ts'
import type { UrgentNumbers } from '../settings.ts'
import { openFiles } from './open-files.ts'
import type { AllFiles } from './files.ts'
import { ownKey } from './own-key.ts'
import type { Stores } from './stores.ts'

export type OpenedParts = {
  readonly app: Omit<AppParts, 'readiness' | 'introspection' | 'demo'>
  readonly files: AllFiles
  /** Begins what the software does by itself; settles once the tables show all that stands in the log. */
  readonly start: () => Promise<void>
  /** Whether a table or a process can't go on: answers may lack something, or something isn't done that should be. */
  readonly isHeldUp: () => Promise<boolean>
  readonly close: () => Promise<void>
}

export const openParts = async ({ events, log, keys, accessLog, state, tables, checkpoints, signingKey, erasing, losses }: Stores, clock: Clock, urgentNumbers: UrgentNumbers): Promise<OpenedParts> => {
  const stopping = new AbortController()
  const { signal } = stopping
  const files = openFiles(events)
  const forDrafts = await ownKey(keys, 'drafts')
  const forTables = await ownKey(keys, 'read-models')
  const sessions = openSessions(state, clock)
  const visits = openVisits(state, clock)
  const readModels = await followIntoTables({ events, tables, key: forTables, sessions, signal, report })
  const drafts = openDrafts(state, forDrafts, clock)
  const parts: DisclosingParts = { files, participations: readModels.participations, log: openAccessLog(accessLog, keys), sessions, visits, clock, urgentNumbers }
  const confirmations = openConfirmations(files, clock)
  const recorded = createChannel()
  const runChanged = createChannel()
  const disclosing = openDisclosing(parts)
  const planning = openPlanning(parts, createPlanner(), runChanged)
  const recording = await followRecording(log, recorded, signal)
  const live = openLive({ sessions, disclosing, planning, recorded, runChanged })
  const forget = (family: FamilyId): void => {
    keys.forget()
    files.forget()
    parts.log.forget()
    planning.forget(family)
    // Whoever has it on a screen reads it anew.
    recorded.publish(family)
  }
  const keepEntries = async (family: FamilyId): Promise<void> => {
    for (const { progress } of (await files.erasures.state(family)).values()) if ('entry' in progress) keepInLedger(erasing.ledger, [readEntry(progress.entry, signingKey)], signingKey)
  }
  const keepEntry = async (entry: SignedEntry): Promise<void> => {
    keepInLedger(erasing.ledger, [entry], signingKey)
    if (erasing.place !== undefined) await keepEntryOutside(entry, signingKey, erasing.place)
  }
  const forgetting = await followErasures({ log, forget, keepEntries, signal, report })
  const carryingOut = openCarryingOut({
    files, log, keys, signingKey, accessLog: parts.log, keepEntry, settle: confirmations.settle, forget, clear: openClearing({ sessions, drafts, visits, readModels, state, tables }),
    keyBackupDays: erasing.keyBackupDays, clock,
  })
  const following: Promise<unknown>[] = [readModels.done, recording.done, forgetting.done]
  let processes: Processes | undefined

  return {
    files,
    app: {
      sessions, visits, drafts, people: openPeople(parts), disclosing, planning, feeds: openCalendarFeeds(parts, readModels.feedOwners, forDrafts),
      acting: openActing(parts, confirmations.settle), accessLogReading: openAccessLogReading(parts),
      copying: openCopying({ ...parts, events, fingerprint: fingerprintOf(signingKey.publicKey), proofs: losses.length > 0 ? undefined : openCopyProofs({ logs: { events: log, 'access-log': accessLog }, store: checkpoints, key: signingKey, clock }) }),
      erasing: openErasing({ ...parts, sealed: log, keys, signer: signingKey }), live,
    },
    start: async () => {
      await readModels.caughtUp()
      processes = await runProcesses({ events, database: tables.writing, files, unfinished: readModels.unfinished, confirmations, carryingOut, clock, signal, report })
      following.push(processes.done)
    },
    isHeldUp: async () => processes?.isHeldUp() === true || await readModels.isHeldUp(),
    close: async () => {
      stopping.abort()
      await live.close()
      await planning.close()
      await Promise.allSettled(following)
    },
  }
}

/** For the operator: which part, a word for what happened, and nothing about anybody. */
export const report: Report = ({ follower, what, code, eventId }) => {
  console.error(`${follower} ${what}: ${code}${eventId === undefined ? '' : ` (event ${eventId})`}`)
}

/** Puts the parts together: stores, streams, the gate, processes, the planner. The only place that knows all of them. */
import { createPlanner } from '@samenspel/bundling'
import type { Clock, FamilyId, Id } from '@samenspel/kernel'
import type { AppParts } from '../app.module.ts'
import { openAccessLog } from '../disclosure/access-log.ts'
import { openAccessLogReading } from '../disclosure/access-log-reading.ts'
import { openActing } from '../disclosure/acting.ts'
import { openDisclosing, type DisclosingParts } from '../disclosure/disclosing.ts'
import { openCalendarFeeds } from '../disclosure/feed-reading.ts'
import { openPeople } from '../disclosure/people.ts'
import { openPlanning } from '../disclosure/planning.ts'
import { createChannel } from '../live/channel.ts'
import { followRecording, openLive } from '../live/live.ts'
import { openConfirmations } from '../processes/confirmation.ts'
import { runProcesses } from '../processes/run-processes.ts'
import { openDrafts } from '../sessions/drafts.ts'
import { openSessions } from '../sessions/sessions.ts'
import { openVisits } from '../sessions/visits.ts'
import { openFiles } from './open-files.ts'
import { followParticipations } from './participations.ts'
import type { AllFiles } from './files.ts'
import type { Stores } from './stores.ts'

export type OpenedParts = {
  readonly app: Omit<AppParts, 'readiness' | 'introspection' | 'demo'>
  readonly files: AllFiles
  /** Begins what follows the log: confirmations, signals. */
  readonly startProcesses: () => Promise<void>
  readonly close: () => Promise<void>
}

export const openParts = async ({ events, keys, accessLog, state }: Stores, clock: Clock): Promise<OpenedParts> => {
  const stopping = new AbortController()
  const { signal } = stopping
  const files = openFiles(events)
  const participations = await followParticipations(events, signal)
  const [kept] = await keys.keysFor([{ scope: 'installation', subject: 'case', controller: 'case', retentionClass: 'drafts' }])
  if (kept === undefined) throw new Error('no key for drafts')
  const sessions = openSessions(state, clock)
  const visits = openVisits(state, clock)
  const parts: DisclosingParts = { files, participations, log: openAccessLog(accessLog, keys), visits, clock }
  const confirmations = openConfirmations(files, clock)
  const recorded = createChannel<FamilyId>()
  const runChanged = createChannel<Id>()
  const disclosing = openDisclosing(parts)
  const planning = openPlanning(parts, createPlanner(), runChanged)
  const feeds = await openCalendarFeeds(parts, events, kept.key, signal)
  const recording = await followRecording(events, recorded, signal)
  const following = [participations.done, feeds.done, recording.done]

  return {
    files,
    app: {
      sessions, visits, drafts: openDrafts(state, kept.key, clock), people: openPeople(parts), disclosing, planning, feeds,
      acting: openActing(parts, confirmations.settle), accessLogReading: openAccessLogReading(parts),
      live: openLive({ sessions, disclosing, planning, recorded, runChanged }),
    },
    startProcesses: async () => { following.push(...await runProcesses({ events, files, confirmations, clock, signal })) },
    close: async () => {
      stopping.abort()
      await planning.close()
      await Promise.allSettled(following)
    },
  }
}

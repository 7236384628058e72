/** Puts the parts together: stores, streams, the gate, processes, the planner. The only place that knows all of them. */
import { createPlanner } from '@samenspel/bundling'
import type { Clock, FamilyId, PersonId } from '@samenspel/kernel'
import { fingerprintOf } from '@samenspel/log-integrity'
import type { Lead, Report } from '@samenspel/read-models'
import type { AppParts } from '../app.module.ts'
import { mostFamilies, openBreadth } from '../disclosure/breadth.ts'
import { openBoard } from '../disclosure/board.ts'
import { openAccessLog } from '../disclosure/access-log.ts'
import { openAccessLogReading } from '../disclosure/access-log-reading.ts'
import { openActing } from '../disclosure/acting.ts'
import { openCopying } from '../disclosure/copying/copying.ts'
import { openDataRequests } from '../disclosure/data-requests.ts'
import { openWritten } from '../disclosure/written.ts'
import { openDisclosing, type DisclosingParts } from '../disclosure/disclosing.ts'
import { openEmergency } from '../disclosure/emergency.ts'
import { openFrontDoor } from '../disclosure/front-door.ts'
import { openReceiving } from '../disclosure/receiving.ts'
import { openDoorLinks } from '../front-door/links.ts'
import { openErasing } from '../disclosure/erasing.ts'
import { openExportingLog } from '../disclosure/exporting-log.ts'
import { openCalendarFeeds } from '../disclosure/feed-reading.ts'
import { openInviting } from '../disclosure/inviting.ts'
import { openToday } from '../disclosure/today.ts'
import { openOwnCalendars } from '../disclosure/own-calendar.ts'
import { openOpening } from '../disclosure/opening.ts'
import { openOwnOrganisations } from '../disclosure/own-organisation.ts'
import { openSeekingHelp } from '../disclosure/seeking-help.ts'
import { openServices } from '../disclosure/services.ts'
import { openPeople } from '../disclosure/people.ts'
import { openPlanning } from '../disclosure/planning.ts'
import { openRegionPlanning } from '../disclosure/region-planning.ts'
import { mentionsOf } from '../disclosure/mentions.ts'
import { openMeetingPacks } from '../disclosure/meeting-packs.ts'
import { openPracticeCards } from '../disclosure/practice-cards.ts'
import { openPrinting } from '../disclosure/printing.ts'
import { openSharing } from '../disclosure/sharing.ts'
import { openGroups } from '../disclosure/groups.ts'
import { openSafeguarding } from '../disclosure/safeguarding.ts'
import { openSafety } from '../disclosure/safety.ts'
import { openReviewing } from '../disclosure/reviewing.ts'
import { openTelling } from '../disclosure/telling.ts'
import { openCopyProofs } from '../integrity/copy-proofs.ts'
import { openCarryingOut } from '../erasing/carry-out.ts'
import { openClearing } from '../erasing/clearing.ts'
import { followErasures } from '../erasing/forgetting.ts'
import { keepInLedger, readEntry, type SignedEntry } from '../erasing/ledger.ts'
import { keepEntryOutside } from '../integrity/keep-outside.ts'
import { openAllowances } from '../http/allowances.ts'
import { createChannel } from '../live/channel.ts'
import { followRecording, openLive } from '../live/live.ts'
import { openConfirmations } from '../processes/confirmation.ts'
import { createAlarm } from '../messages/alarm.ts'
import { openOutbox } from '../messages/outbox.ts'
import { openOwnMessages } from '../messages/own-messages.ts'
import { openPost } from '../messages/post.ts'
import { openPreferences } from '../messages/preferences.ts'
import { runMessages, type RunningMessages } from '../messages/run-messages.ts'
import type { Sender } from '../messages/letter.ts'
import type { Transport } from '../messages/transport.ts'
import { openPlacing } from '../processes/placing.ts'
import { openSilences } from '../processes/silence.ts'
import { runProcesses, type Processes } from '../processes/run-processes.ts'
import { openReadModels } from '../read-models/following.ts'
import { openDrafts } from '../sessions/drafts.ts'
import { openSessions } from '../sessions/sessions.ts'
import { openVisits } from '../sessions/visits.ts'
import { openWorkingNotes } from '../sessions/working-notes.ts'
import { openKeepingCodes } from '../sign-in/keeping-codes.ts'
import { openKeepingRegister } from '../disclosure/keeping-register.ts'
import { openRegisterImports } from '../processes/register-imports.ts'
import { openKeepers } from '../tablets/keepers.ts'
import { openKeepingTablets } from '../tablets/keeping-tablets.ts'
import { openTablets } from '../tablets/tablets.ts'
import type { UrgentNumbers } from '../settings.ts'
import { openDocumentParts } from '../documents/document-parts.ts'
import type { ScanFile } from '../documents/scanning.ts'
import { openDocuments } from '../disclosure/documents.ts'
import { openFiles } from './open-files.ts'
import type { AllFiles } from './files.ts'
import { ownKey } from './own-key.ts'
import type { Stores } from './stores.ts'

export type OpenedParts = {
  readonly app: Omit<AppParts, 'readiness' | 'introspection' | 'demo' | 'besides'>
  readonly files: AllFiles
  /** Begins what the software does by itself; settles once the tables show all that stands in the log. */
  readonly start: () => Promise<void>
  /** Whether a table or a process can't go on: answers may lack something, or something isn't done that should be. */
  readonly isHeldUp: () => Promise<boolean>
  /** What an operator should know of mail, in a few words; nothing when all is well. */
  readonly mailTroubles: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** How mail leaves, and what stands in it. */
export type Mailing = { readonly transport: Transport; readonly sender: Sender }

/**
 * @param alongside what else only the process that leads does, before all of its own
 * @param mailing absent where no mail is sent
 * @param namesStaff whether families read the names of staff in the access log
 * @param secureCookies whether people come over TLS only
 * @param scan absent where no files are looked through for viruses
 */
export const openParts = async ({ events, log, keys, accessLog, state, tables, checkpoints, signingKey, erasing, noteDays, logYears, registrationMonths, losses, leading }: Stores, clock: Clock, urgentNumbers: UrgentNumbers, alongside: readonly Lead[] = [], mailing?: Mailing, namesStaff = true, secureCookies = false, scan?: ScanFile): Promise<OpenedParts> => {
  const stopping = new AbortController()
  const { signal } = stopping
  const files = openFiles(events)
  const forDrafts = await ownKey(keys, 'drafts')
  const forTables = await ownKey(keys, 'read-models')
  const sessions = openSessions(state, clock, secureCookies)
  const visits = openVisits(state, clock)
  const readModels = openReadModels({ events, tables, key: forTables, sessions, signal, report })
  const drafts = openDrafts(state, forDrafts, clock)
  const workingNotes = openWorkingNotes(state, await ownKey(keys, 'working-notes'), clock, noteDays)
  const parts: DisclosingParts = { files, participations: readModels.participations, log: openAccessLog(accessLog, keys, signingKey.installation), breadth: openBreadth(state, clock, tellOfBreadth), sessions, visits, clock, urgentNumbers, namesStaff }
  const confirmations = openConfirmations(files, clock)
  const registerImports = openRegisterImports(files, clock)
  const silences = openSilences(files, confirmations, clock)
  const placing = openPlacing(files, clock)
  const allowances = openAllowances(state, await ownKey(keys, 'sign-in'), clock)
  const keepers = openKeepers(state, files)
  const tablets = openTablets(state, await ownKey(keys, 'tablet-pins'), clock)
  const doorLinks = openDoorLinks(state, await ownKey(keys, 'front-door'), clock)
  const outbox = openOutbox(state)
  const preferences = openPreferences(state, keys)
  const codeKey = await ownKey(keys, 'messages')
  const alarm = createAlarm()
  const telling = openTelling(parts)
  const post = mailing === undefined ? undefined : openPost({ outbox, preferences, telling, codeKey, clock, ...mailing })
  const recorded = createChannel()
  const runChanged = createChannel()
  const disclosing = openDisclosing(parts)
  const planning = openPlanning(parts, createPlanner({ threads: 2 }), runChanged)
  const region = openRegionPlanning(parts, planning, () => createPlanner({ threads: 2 }), runChanged)
  const recording = await followRecording(log, recorded, signal)
  const inviting = openInviting(parts, readModels.partners)
  const frontDoor = openFrontDoor({ ...parts, entries: readModels.doorEntries, links: doorLinks })
  const today = openToday(parts, { inviting, frontDoor, preferences })
  const live = openLive({ sessions, disclosing, today, clock, planning, region, recorded, runChanged })
  const forget = (family: FamilyId): void => {
    keys.forget()
    files.forget()
    parts.log.forget()
    planning.forget(family)
    region.forget(family)
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
  const started = Promise.withResolvers<void>()
  let processes: Processes | undefined
  let messages: RunningMessages | undefined
  /** Settles when the processes of this term run, or never will. */
  let acting: Promise<void> = Promise.resolve()

  const lead: Lead = async (term) => {
    const besides: { readonly done: Promise<unknown> }[] = []
    for (const one of alongside) besides.push(await one(term))
    const following = await readModels.follow(term)
    const carryingOut = openCarryingOut({
      files, log, keys, signingKey, accessLog: parts.log, keepEntry, mentions: (family) => mentionsOf(files, family, clock()), settle: confirmations.settle, forget, clear: openClearing({ sessions, drafts, visits, workingNotes, outbox, preferences, readModels: following, state, tables }),
      keyBackupDays: erasing.keyBackupDays, clock,
    })
    const isOver = new Promise<void>((resolve) => { term.signal.addEventListener('abort', () => { resolve() }) })
    const begin = async (): Promise<readonly { readonly done: Promise<unknown> }[]> => {
      await Promise.race([started.promise.then(readModels.caughtUp), isOver])
      if (term.signal.aborted) return []
      messages = await runMessages({ events, state, files, whereabouts: readModels.whereabouts, outbox, preferences, telling, post, alarm, clock, report, ...term })
      processes = await runProcesses({ events, database: tables.writing, files, unfinished: readModels.unfinished, confirmations, silences, placing, registerImports, carryingOut, clock, report, ...term })
      return [messages, processes]
    }
    const begun = begin()
    acting = begun.then(() => undefined)
    return { done: Promise.all([following.done, begun.then((running) => Promise.all(running.map(({ done }) => done))), ...besides.map(({ done }) => done)]).finally(() => { processes = undefined; messages = undefined }) }
  }
  const services = openServices(parts, readModels.partners)
  const commands = openActing(parts, { settle: confirmations.settle, keepSilence: silences.keep, settleCards: (family) => placing.settle([family]) })
  const leader = await leading(lead, signal, report)
  leader.done.catch(() => undefined)

  return {
    files,
    app: {
      sessions, visits, drafts, people: openPeople(parts, keepers), ownCalendars: openOwnCalendars(parts), opening: openOpening(parts), ownOrganisations: openOwnOrganisations(parts, readModels.partners, keepers), services, seekingHelp: openSeekingHelp(parts, services), disclosing, planning, feeds: openCalendarFeeds(parts, readModels.feedOwners, forDrafts),
      acting: commands, documents: openDocuments({ ...parts, acting: commands, kept: openDocumentParts(events, log), ...(scan !== undefined && { scan }) }), accessLogReading: openAccessLogReading(parts),
      copying: openCopying({ ...parts, events, fingerprint: fingerprintOf(signingKey.publicKey), proofs: losses.length > 0 ? undefined : openCopyProofs({ logs: { events: log, 'access-log': accessLog }, store: checkpoints, key: signingKey, clock }) }),
      erasing: openErasing({ ...parts, sealed: log, keys, signer: signingKey, logYears }), dataRequests: openDataRequests({ ...parts, sealed: log, keys, signer: signingKey, logYears }), written: openWritten(parts),
      reviewing: openReviewing(parts), exportingLog: openExportingLog({ ...parts, installation: signingKey.installation }), live,
      messages: openOwnMessages({ preferences, outbox, codeKey, clock, isSending: mailing !== undefined, wake: alarm.ring }), printing: openPrinting(parts), meetingPacks: openMeetingPacks(parts), board: openBoard(parts, planning),
      inviting, today, sharing: openSharing(parts, readModels.partners),
      safeguarding: openSafeguarding(parts), workingNotes, groups: openGroups(parts, readModels.partners),
      practiceCards: openPracticeCards(parts, readModels.partners),
      safety: openSafety(parts), emergency: openEmergency(parts, drafts), region,
      frontDoor,
      entrance: { receiving: openReceiving({ ...parts, links: doorLinks, practitioners: readModels.whereabouts.practitioners }), allowances },
      allowances, tablets: openKeepingTablets({ tablets, keepers, files, clock }), tabletDoor: { tablets, files, allowances, clock }, keepingRegister: openKeepingRegister(parts, { keepers, partners: readModels.partners, imports: registerImports, registrationMonths }), signInCodes: openKeepingCodes(parts, { database: state, keepers, partners: readModels.partners, registrationMonths }),
    },
    start: async () => {
      // Whoever leads may find that the log is not what was signed.
      await leader.begun
      await readModels.caughtUp()
      started.resolve()
      await acting
    },
    isHeldUp: async () => leader.isHeldUp() || processes?.isHeldUp() === true || messages?.isHeldUp() === true || await readModels.isHeldUp(),
    mailTroubles: async () => {
      const { uncertain } = await outbox.counts()
      return [...messages?.trouble() === undefined ? [] : ['held up'], ...uncertain === 0 ? [] : [`${uncertain} uncertain`]]
    },
    close: async () => {
      stopping.abort()
      await live.close()
      await region.close()
      await planning.close()
      await Promise.allSettled([leader.done, recording.done, forgetting.done])
    },
  }
}

/** For the operator and who reviews the access log: somebody opens more files than anybody's caseload has. */
const tellOfBreadth = (person: PersonId): void => { console.error(`breadth: ${person} opened more than ${mostFamilies} different families within an hour`) }

/** For the operator: which part, a word for what happened, and nothing about anybody. */
export const report: Report = ({ follower, what, code, eventId }) => {
  console.error(`${follower} ${what}: ${code}${eventId === undefined ? '' : ` (event ${eventId})`}`)
}

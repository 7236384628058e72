/**
 * Carrying an erasure out, step by step. What to do next follows from what is recorded alone, so whoever was killed half-way is followed
 * by a next run that goes on, and each step done twice is done once. The ledger is written before the keys are destroyed: wherever it
 * stops after that, it will have happened.
 */
import { isRecordOf, type Erasure } from '@samenspel/erasure'
import type { KeyStore } from '@samenspel/event-codec'
import type { EventStore } from '@samenspel/event-store'
import type { OpenCase } from '@samenspel/family-case'
import { newId, system, zoneOf, type Clock, type FamilyId, type Id, type OrganisationId } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import type { AccessLog } from '../disclosure/access-log.ts'
import type { Mentions } from '../disclosure/mentions.ts'
import { keyScopeOf } from '../messages/preferences.ts'
import type { SigningKey } from '../integrity/signing-key.ts'
import { calendarsToForget, calmAgenda, type ToErase } from './calm.ts'
import { certificateOf, signCertificate, unreadableIn } from './certificate.ts'
import type { Erased } from './clearing.ts'
import { readEntry, signEntry, type SignedEntry } from './ledger.ts'
import { kinOf, recordsOfFamily, recordsOfPerson } from './records.ts'

export type CarryingOutParts = {
  readonly files: AllFiles
  /** The events, sealed. */
  readonly log: EventStore
  readonly keys: KeyStore
  readonly signingKey: SigningKey
  readonly accessLog: AccessLog
  /** Puts an entry into the ledger of this process, and where copies of it go; settles when it is durable. */
  readonly keepEntry: (entry: SignedEntry) => Promise<void>
  /** What tells of somebody who is protected by words that stand in it, by protection. */
  readonly mentions: (family: FamilyId) => Promise<readonly Mentions[]>
  /** Brings calendars and agenda of a family to agree. */
  readonly settle: (family: FamilyId) => Promise<void>
  /** Lets go of all that this process remembers of events. */
  readonly forget: (family: FamilyId) => void
  /** Clears what is kept beside the events: drafts, visits and sessions of or about this person, tables; and overwrites it. */
  readonly clear: (erased: Erased) => Promise<void>
  readonly keyBackupDays: number
  readonly clock: Clock
}

export type CarryingOut = {
  /** Carries out everything that was decided for a family and isn't done; settles when nothing is left to do. */
  readonly carryOut: (family: FamilyId) => Promise<void>
}

type With<Status extends Erasure['progress']['status']> = Erasure & { readonly progress: Extract<Erasure['progress'], { status: Status }> }
const is = <Status extends Erasure['progress']['status']>(erasure: Erasure, status: Status): erasure is With<Status> => erasure.progress.status === status

export const openCarryingOut = (parts: CarryingOutParts): CarryingOut => {
  const { files, keys, signingKey, clock } = parts

  const begin = async (family: FamilyId, file: OpenCase, erasure: With<'granted'>): Promise<void> => {
    const { erasureId, person, progress: { granted } } = erasure
    const controllers = granted.records.map(({ controller }) => controller)
    const toErase: ToErase = { family, person, controllers, kin: kinOf(file), zone: zoneOf(erasure.jurisdiction) }
    await calmAgenda(files, parts.settle, toErase, clock())
    const records = recordsOfPerson(await recordsOfFamily(parts.log, family, await calendarsToForget(files, toErase, clock())), person, toErase.kin)
    const named = new Set(records.filter(({ controller, retentionClass }) => controllers.includes(controller) && granted.retentionClasses.includes(retentionClass)).map(({ keyId }) => keyId))
    // Whichever organisation decided: what a person kept with us for themselves, such as a mail address, goes too.
    for (const { id } of await keys.ofScope(keyScopeOf(person))) named.add(id)
    const { line } = signEntry({ erasureId, family, person, keys: [...await keys.kept([...named])].sort(), epoch: await keys.epoch(), at: clock() }, signingKey)
    await files.erasures.handle(family, { type: 'BeginErasure', by: system, at: clock(), erasureId, entry: line }, newId())
  }

  const destroy = async (family: FamilyId, { erasureId, progress: { entry: line } }: With<'begun'>): Promise<void> => {
    // What was withheld by a name stays so when nobody knows the name: remembered last of all, while it can still be read.
    for (const { safeguardId, entries } of await parts.mentions(family)) await files.cases.handle(family, { type: 'RecordMentions', by: system, at: clock(), safeguardId, entries }, newId())
    const signed = readEntry(line, signingKey)
    await parts.keepEntry(signed)
    await keys.destroy({ ids: signed.entry.keys })
    parts.forget(family)
    await files.erasures.handle(family, { type: 'NoteKeysDestroyed', by: system, at: clock(), erasureId, epoch: await keys.epoch() }, newId())
  }

  const complete = async (family: FamilyId, file: OpenCase, erasure: With<'destroyed'>): Promise<void> => {
    parts.forget(family)
    await parts.clear({ family, person: erasure.person, erasureId: erasure.erasureId })
    const { entry } = readEntry(erasure.progress.entry, signingKey)
    const certificate = certificateOf({
      erasure, entry, unreadable: await unreadableIn(parts.log, new Set(entry.keys)), recipients: await recipientsOf(family, file, erasure), keyBackupDays: parts.keyBackupDays, at: clock(),
    })
    await files.erasures.handle(family, { type: 'CompleteErasure', by: system, at: clock(), erasureId: erasure.erasureId, certificate: signCertificate(certificate, signingKey) }, newId())
  }

  /** Organisations that were shown something of the person's record, besides those whose own record it was. */
  const recipientsOf = async (family: FamilyId, file: OpenCase, { person, progress: { granted } }: With<'destroyed'>): Promise<readonly OrganisationId[]> => {
    const kin = kinOf(file)
    const read = (await parts.accessLog.read(family)).filter(({ action, outcome, subject }) => action === 'read' && outcome === 'done' && isRecordOf(subject, person, kin))
    const own = new Set(granted.records.map(({ controller }) => controller))
    return [...new Set(read.flatMap(({ by }) => by.role === 'professional' ? by.organisation ?? [] : []))].filter((organisation) => !own.has(organisation)).sort()
  }

  const running = new Map<FamilyId, Promise<void>>()
  const carryOutOne = async (family: FamilyId, erasureId: Id): Promise<void> => {
    for (;;) {
      const erasure = (await files.erasures.state(family)).get(erasureId)
      const file = await files.cases.state(family)
      if (erasure === undefined || !file.isOpen) return
      if (is(erasure, 'granted')) await begin(family, file, erasure)
      else if (is(erasure, 'begun')) await destroy(family, erasure)
      else if (is(erasure, 'destroyed')) await complete(family, file, erasure)
      else return
    }
  }
  return {
    carryOut: (family) => {
      const mine = (running.get(family) ?? Promise.resolve()).catch(() => undefined).then(async () => {
        for (const erasureId of (await files.erasures.state(family)).keys()) await carryOutOne(family, erasureId)
      })
      const done = () => { if (running.get(family) === mine) running.delete(family) }
      running.set(family, mine)
      mine.then(done, done)
      return mine
    },
  }
}

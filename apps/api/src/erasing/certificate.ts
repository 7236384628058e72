/**
 * The certificate of an erasure (P-14): what was decided and by whom, which sealed events nobody can read any more, and where they stand
 * in the tree of the log. It names nobody: whoever keeps it learns that somebody was erased, and can prove it, and not who.
 */
import { createHash } from 'node:crypto'
import type { Controller, Erasure, GrantedRecord, GrantGround } from '@samenspel/erasure'
import type { EventStore } from '@samenspel/event-store'
import { addDays, dayOf, zoneOf, type Id, type IsoDate, type IsoInstant, type Jurisdiction, type OrganisationId, type PersonId } from '@samenspel/kernel'
import { growTree, leafOfEvent, readSignedJson, signJson } from '@samenspel/log-integrity'
import type { Signer, SigningKey } from '../integrity/signing-key.ts'
import type { LedgerEntry } from './ledger.ts'

export type Certificate = {
  readonly installation: Id
  readonly erasure: Id
  /** Stands for the person here and nowhere else: made of two random ids, so nobody finds back who it was. */
  readonly subject: string
  readonly jurisdiction: Jurisdiction
  readonly receivedOn: IsoDate
  readonly ground: GrantGround
  readonly decidedBy: { readonly person: PersonId; readonly organisation: OrganisationId | undefined }
  readonly decidedAt: IsoInstant
  readonly records: readonly GrantedRecord[]
  readonly retentionClasses: readonly string[]
  /** How many events can't be read any more. */
  readonly events: number
  /** Where they stand in the tree, counted from 0: `3-5,9`. */
  readonly leaves: string
  /** The tree of the log when this was written. */
  readonly tree: { readonly size: number; readonly root: string }
  /** SHA-256 of the name of each key that was destroyed. */
  readonly keys: readonly string[]
  readonly epochBefore: Id
  readonly epochAfter: Id
  readonly destroyedAt: IsoInstant
  /** From this day on no backup holds the keys, if those of the keys are kept as long as the setting says. */
  readonly keyBackupsEndOn: IsoDate
  /** Organisations that have read of it, to be told (AVG 19). */
  readonly recipients: readonly OrganisationId[]
  readonly at: IsoInstant
}

const kind = 'samenspel/erasure-certificate/1'

export const signCertificate = (certificate: Certificate, { privateKey }: SigningKey): string => signJson(kind, certificate, privateKey)

/** @throws StatementRefused */
export const readCertificate = (text: string, { publicKey }: Pick<Signer, 'publicKey'>): Certificate => readSignedJson<Certificate>(text, kind, publicKey)

export const hashOfKey = (id: Id): string => createHash('sha256').update(id).digest('hex')

const pseudonymOf = (erasureId: Id, person: PersonId): string => createHash('sha256').update(`erased person ${erasureId} ${person}`).digest('hex').slice(0, 32)

/** Where the events of some keys stand in a log, and the head of its tree. */
export type Unreadable = { readonly leaves: readonly number[]; readonly size: number; readonly root: Buffer }

export const unreadableIn = async (log: Pick<EventStore, 'readAll'>, keys: ReadonlySet<Id>): Promise<Unreadable> => {
  const tree = growTree()
  const leaves: number[] = []
  for await (const event of log.readAll()) {
    if (keys.has(String(event.metadata['keyId']))) leaves.push(tree.size())
    tree.add(leafOfEvent(event))
  }
  return { leaves, size: tree.size(), root: tree.root() }
}

export type Certified = {
  readonly erasure: Erasure & { readonly progress: Extract<Erasure['progress'], { status: 'destroyed' }> }
  readonly entry: LedgerEntry
  readonly unreadable: Unreadable
  readonly recipients: readonly OrganisationId[]
  readonly keyBackupDays: number
  readonly at: IsoInstant
}

export const certificateOf = ({ erasure, entry, unreadable: { leaves, size, root }, recipients, keyBackupDays, at }: Certified): Certificate => {
  const { erasureId, person, jurisdiction, receivedOn, progress: { granted, epoch, destroyedAt } } = erasure
  return {
    installation: entry.installation, erasure: erasureId, subject: pseudonymOf(erasureId, person), jurisdiction, receivedOn,
    ground: granted.ground, decidedBy: { person: granted.by.person, organisation: granted.by.organisation }, decidedAt: granted.at,
    records: granted.records, retentionClasses: granted.retentionClasses,
    events: leaves.length, leaves: writeRanges(leaves), tree: { size, root: root.toString('base64') },
    keys: entry.keys.map(hashOfKey).sort(), epochBefore: entry.epoch, epochAfter: epoch, destroyedAt,
    keyBackupsEndOn: addDays(dayOf(destroyedAt, zoneOf(jurisdiction)), keyBackupDays), recipients, at,
  }
}

/** Whose record it is in the end: the organisations that decided about theirs. */
export const controllersOf = ({ records }: Pick<Certificate, 'records'>): readonly Controller[] => records.map(({ controller }) => controller)

/** Rising numbers as ranges: `3-5,9`. */
export const writeRanges = (numbers: readonly number[]): string => {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => from === to ? String(from) : `${from}-${to}`).join(',')
}

/** @throws RangeError for a text that holds no ranges */
export const readRanges = (text: string): readonly number[] => text === '' ? [] : text.split(',').flatMap((range) => {
  const [, from, to = from] = /^(\d{1,12})(?:-(\d{1,12}))?$/.exec(range) ?? []
  if (from === undefined || Number(to) < Number(from)) throw new RangeError(`${range} is no range`)
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index)
})

/** Looks whether what can't be read any more is what was erased on purpose, and whether what was erased can't be read. */
import { KeyDamaged, type KeyStore } from '@samenspel/event-codec'
import type { RecordedEvent } from '@samenspel/event-store'
import type { Id } from '@samenspel/kernel'
import { growTree, leafOfEvent } from '@samenspel/log-integrity'
import { hashOfKey, readRanges, writeRanges, type Certificate } from '../erasing/certificate.ts'
import type { SignedEntry } from '../erasing/ledger.ts'
import type { Finding } from './audit-log.ts'

export type ErasureAuditParts = {
  readonly events: AsyncIterable<RecordedEvent> | Iterable<RecordedEvent>
  readonly keys: Pick<KeyStore, 'find'>
  readonly entries: readonly SignedEntry[]
  /** To be checked besides, its signature being right. */
  readonly certificate?: Certificate
}

export type ErasureAudit = {
  /** Events that can't be read, and how many of them the ledger knows of. */
  readonly erased: number
  readonly known: number
  readonly findings: readonly Finding[]
}

export const auditErasures = async ({ events, keys, entries, certificate }: ErasureAuditParts): Promise<ErasureAudit> => {
  const findings: Finding[] = []
  const find = (code: Finding['code'], sentence: string, event?: RecordedEvent) => {
    findings.push({ log: 'events', code, ...(event !== undefined && { position: event.position, stream: event.stream, revision: event.revision }), sentence: `events: ${sentence}` })
  }
  const inLedger = new Set(entries.flatMap(({ entry }) => entry.keys))
  const certified = new Set(certificate?.keys)
  const seen = new Map<Id, { readonly isGone: boolean; readonly isCertified: boolean }>()
  const isGone = async (id: Id) => {
    try {
      return await keys.find(id) === undefined
    } catch (error) {
      // A key that is damaged wasn't destroyed: what it opened is no erasure.
      if (error instanceof KeyDamaged) return false
      throw error
    }
  }
  const lookAt = async (id: Id) => {
    const known = seen.get(id) ?? { isGone: await isGone(id), isCertified: certified.size > 0 && certified.has(hashOfKey(id)) }
    seen.set(id, known)
    return known
  }
  for (const id of inLedger) if (!(await lookAt(id)).isGone) find('key-came-back', `the key ${id} was destroyed by an erasure, and is here again: samenspel erasures --replay`)
  const tree = growTree()
  const leaves: number[] = []
  let [index, erased, known] = [0, 0, 0]
  let unknown: RecordedEvent | undefined
  for await (const event of events) {
    const keyId = String(event.metadata['keyId'])
    const { isGone, isCertified } = await lookAt(keyId)
    if (isGone) {
      erased += 1
      if (inLedger.has(keyId)) known += 1
      else unknown ??= event
    }
    if (certificate !== undefined && index < certificate.tree.size) {
      tree.add(leafOfEvent(event))
      if (isCertified) leaves.push(index)
      if (isCertified && !isGone) find('certificate-wrong', `the certificate says that nobody can read position ${event.position.replace(/^0+(?=.)/, '')}, and it can be read`, event)
    }
    index += 1
  }
  if (unknown !== undefined) find('erased-without-entry', `${erased - known} events can't be read, and no erasure that was signed here tells of them; the first at position ${unknown.position.replace(/^0+(?=.)/, '')} (stream ${unknown.stream}, revision ${unknown.revision})`, unknown)
  if (certificate !== undefined) {
    if (index < certificate.tree.size || tree.root().toString('base64') !== certificate.tree.root) find('certificate-wrong', `the log is not the one of which the certificate tells: its first ${certificate.tree.size} events have another root`)
    else if (leaves.length !== certificate.events || writeRanges(leaves) !== writeRanges(rangesOf(certificate))) find('certificate-wrong', `the certificate counts ${certificate.events} events at ${certificate.leaves}, and in the log there are ${leaves.length}`)
  }
  return { erased, known, findings }
}

const rangesOf = ({ leaves }: Certificate): readonly number[] => {
  try {
    return readRanges(leaves)
  } catch {
    return []
  }
}

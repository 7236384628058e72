/** Whether a copy is as it was signed: everything that can be seen from the file and the public key alone. */
import type { KeyObject } from 'node:crypto'
import { CheckpointRefused, hashBytes, isProven, rawPublicKey, textOfNote, verifyCheckpoint, verifyNote, type TreeHead } from '@samenspel/log-integrity'
import { logNames, type LogName } from '../integrity/logs.ts'
import { hashOfEntries, hashOfEntry, readStatement, sha256, wordsOfPage, type ReadCopy, type WrittenProof } from './format.ts'

export type CopyFinding = {
  readonly code:
    | 'not-a-copy' | 'signed-elsewhere' | 'signature-wrong' | 'note-differs' | 'list-differs' | 'entry-missing' | 'entry-differs' | 'entry-unproven' | 'text-differs' | 'page-differs'
    | 'note-unknown' | 'root-differs' | 'not-in-the-log' | 'content-wrong'
  /** The number of an entry on the page, from 1, and its title. */
  readonly entry?: { readonly number: number; readonly title: string }
  /** For the operator. A title comes from the file that whoever asks has at hand. */
  readonly sentence: string
}

/** The trees that a copy is proven by, when their notes are signed as they should be. */
export type CopyHeads = Readonly<Partial<Record<LogName, TreeHead & { readonly origin: string }>>>

/** @returns what is wrong, the most telling first; nothing for a copy that is as it was signed with this key */
export const checkCopy = (copy: ReadCopy, publicKey: KeyObject): { readonly findings: readonly CopyFinding[]; readonly heads: CopyHeads; readonly made: string | undefined } => {
  const { page, proofs, entries } = copy
  const findings: CopyFinding[] = []
  const find = (code: CopyFinding['code'], sentence: string, number?: number) => {
    findings.push({ code, sentence, ...(number !== undefined && { entry: { number, title: entries[number - 1]?.title ?? '' } }) })
  }
  const statement = readStatement(textOfNote(proofs.statement))
  if (!Buffer.from(proofs.key, 'base64').equals(rawPublicKey(publicKey))) find('signed-elsewhere', 'the copy was signed with the key of another installation, or by somebody else')
  if (statement === undefined || verifyNote(proofs.statement, statement.origin, publicKey) !== 'signed') find('signature-wrong', 'the signature is not one of this installation over this copy')
  const heads: Partial<Record<LogName, TreeHead & { origin: string }>> = {}
  for (const log of logNames) {
    const note = proofs.notes[log]
    if (statement !== undefined && statement.notes[log] !== sha256(note)) find('note-differs', `${log}: the note in the copy is not the one that its statement is about`)
    try {
      const head = verifyCheckpoint(note, publicKey)
      if (head.origin === `${statement?.origin}/${log}`) heads[log] = head
      else find('note-differs', `${log}: the note is one of another copy`)
    } catch (error) {
      if (!(error instanceof CheckpointRefused)) throw error
      find('signature-wrong', `${log}: the note was not signed with the key of this installation (${error.code})`)
    }
  }
  if (statement?.entries !== hashOfEntries(proofs.entries)) find('list-differs', 'the list of entries is not the one that was signed')
  if (entries.length !== proofs.entries.length) find('entry-missing', `there are ${entries.length} entries on the page and ${proofs.entries.length} in its proofs`)
  for (const [index, { text }] of entries.entries()) {
    const written = proofs.entries[index]
    if (written === undefined) continue
    const leaves = written.proofs.map(({ log, leaf }) => ({ log, leaf: Buffer.from(leaf, 'hex') }))
    if (written.hash !== hashOfEntry(text, leaves)) find('entry-differs', 'its words or its leaves were changed', index + 1)
    else if (written.proofs.length === 0 || !written.proofs.every((proof) => isProvenBy(proof, heads[proof.log]))) find('entry-unproven', 'its proof is wrong', index + 1)
  }
  if (findings.length === 0 && statement?.text !== sha256(wordsOfPage(page))) find('text-differs', 'words between the entries were changed')
  if (findings.length === 0 && statement?.page !== sha256(page)) find('page-differs', 'the words are as they were signed, but something else of the page was changed: how it looks, or how it checks itself')
  return { findings, heads, made: statement?.made }
}

const isProvenBy = ({ leaf, cover, index, path }: WrittenProof, head: TreeHead | undefined): boolean => {
  const hashes = Buffer.from(path, 'base64')
  return head !== undefined && isProven({
    leaf: Buffer.from(leaf, 'hex'), cover: Buffer.from(cover, 'hex'), index: parseInt(index, 16),
    path: Array.from({ length: hashes.length / hashBytes }, (_, at) => hashes.subarray(at * hashBytes, (at + 1) * hashBytes)),
  }, head)
}

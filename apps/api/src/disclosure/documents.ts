/**
 * Documents of a family: keeping one and taking one along, through the same gate as what is written. What is kept was looked at byte by
 * byte before: its size, what it is, what a camera wrote into it, and, where there is a scanner, whether it is dangerous.
 */
import { createHash } from 'node:crypto'
import { familyCase, type ContributionKind, type FamilyCaseCommand, type KeptDocument, type NewContribution } from '@samenspel/family-case'
import { isRefused, type FamilyId, type Id, type Subject } from '@samenspel/kernel'
import { PictureDamaged, withoutMetadata } from '../documents/clean-picture.ts'
import type { DocumentParts } from '../documents/document-parts.ts'
import { endingOf, fileKind, fileName } from '../documents/file-kind.ts'
import type { ScanFile } from '../documents/scanning.ts'
import { Refused } from '../graphql/refused.ts'
import type { Session } from '../sessions/sessions.ts'
import type { Acting } from './acting.ts'
import { look, type DisclosingParts } from './disclosing.ts'
import { shown } from './gate.ts'
import { refusedLine, takenLine } from './log-lines.ts'
import { askingOf } from './viewer.ts'

/** Bytes of the largest file: a letter, a report, a picture from a phone. */
export const largestDocument = 5_000_000

/** A file as somebody sends it, with what is said about it. */
export type SentDocument = Pick<NewContribution, 'category' | 'setting' | 'occurredOn' | 'situation' | 'forParents'> & {
  readonly familyId: FamilyId; readonly commandId: Id; readonly subject: Subject; readonly name: string; readonly bytes: Buffer
}

export type Documents = {
  /** @returns the id of the contribution. @throws Refused */
  readonly add: (session: Session, sent: SentDocument) => Promise<Id>
  /** @throws Refused `not-found` where there is none, or none that opens */
  readonly take: (session: Session, family: FamilyId, contributionId: Id) => Promise<{ readonly bytes: Buffer; readonly type: KeptDocument['type']; readonly name: string }>
}

export const openDocuments = (parts: DisclosingParts & { readonly acting: Acting; readonly kept: DocumentParts; readonly scan?: ScanFile }): Documents => ({
  add: async (session, { familyId, commandId, subject, name, bytes, ...said }) => {
    let made: Id | undefined
    await parts.acting.inCase({
      session, familyId, commandId, operation: 'addDocument', make: async (desk) => {
        // Nobody sends megabytes into a file in which they may write nothing.
        desk.mustBeInTeam()
        desk.mustKnowSubject(subject)
        const id = made = desk.id('made')
        const documentId = desk.id('document')
        const checked = await checkedFile(bytes, parts.scan)
        const adding = (where: Pick<KeptDocument, 'from' | 'parts'>): FamilyCaseCommand => ({
          type: 'AddContribution', by: desk.by, at: desk.at, id, kind: 'document' satisfies ContributionKind, subject, ...said,
          document: { documentId, name: fileName(name, checked.type), type: checked.type, bytes: checked.bytes.length, sha256: sha256(checked.bytes), ...where },
        })
        const file = await parts.files.cases.state(familyId)
        const before = file.isOpen ? file.contributions.all.find((one) => one.id === id)?.document : undefined
        // Sent again, it is kept already; and of what is refused no bytes are kept.
        if (before !== undefined) return adding(before)
        const tried = familyCase.decide(adding({ from: 0, parts: 0 }), file)
        if (isRefused(tried)) throw new Refused(tried.refusal.code, tried.refusal.about)
        return adding(await parts.kept.keep(familyId, { documentId, subject, by: desk.by, at: desk.at, bytes: checked.bytes }))
      },
    })
    if (made === undefined) throw new Refused('request-invalid')
    return made
  },
  take: async (session, family, contributionId) => {
    const looked = await look(parts, await askingOf(session, parts.files, 'document'), family, 'document')
    const one = looked && shown(looked.opened, 'contribution').find(({ item }) => item.id === contributionId)
    const document = one?.item.value.document
    if (looked === undefined || one === undefined || document === undefined) {
      if (looked !== undefined) await parts.log.write(family, [refusedLine(looked.occasion, 'export')])
      throw new Refused('not-found')
    }
    const bytes = await parts.kept.read(family, document)
    if (bytes === undefined || sha256(bytes) !== document.sha256) throw new Refused('not-found')
    // Durable before the first byte leaves.
    await parts.log.write(family, [takenLine(looked.occasion, one)])
    return { bytes, type: document.type, name: `samenspel-document.${endingOf(document.type)}` }
  },
})

/** A file that may be kept, as it is kept. @throws Refused */
export const checkedFile = async (bytes: Buffer, scan?: ScanFile): Promise<{ readonly bytes: Buffer; readonly type: KeptDocument['type'] }> => {
  if (bytes.length === 0) throw new Refused('document-empty')
  if (bytes.length > largestDocument) throw new Refused('document-too-large', { most: largestDocument / 1_000_000 })
  const type = fileKind(bytes)
  if (type === undefined) throw new Refused('document-type')
  if (scan !== undefined && !await scan(bytes).catch(() => { throw new Refused('document-unscanned') })) throw new Refused('document-unsafe')
  try {
    return { bytes: withoutMetadata(bytes, type), type }
  } catch (error) {
    throw error instanceof PictureDamaged ? new Refused('document-damaged') : error
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

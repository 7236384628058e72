import { DraftDocument, SaveDraftDocument } from '@samenspel/graphql-documents/desk'
import { lastWordsSent } from '@samenspel/ui'
import { useClient } from 'urql'
import { refusalOf, type Refusal } from '../../graph/refusal.ts'

/**
 * Puts the words of a working note into the contribution that somebody is about to write, behind what they had begun already. The
 * note stays what it was; only when the contribution is saved is there anything in the file.
 * @returns takes the words over, and says why not, when what had been begun isn't known or nothing could be kept
 */
export const useNoteAsContribution = (familyId: string): ((words: string) => Promise<Refusal | undefined>) => {
  const client = useClient()
  return async (words) => {
    // What a form said last, when it was closed a moment ago, is what had been begun.
    await lastWordsSent()
    const { data, error } = await client.query(DraftDocument, { familyId, form: 'contribution' }, { requestPolicy: 'network-only' }).toPromise()
    if (error !== undefined) return refusalOf(error)
    const begun = begunIn(data?.draft?.content)
    const situation = [begun['situation'], words].filter((text) => typeof text === 'string' && text.trim() !== '').join('\n\n')
    const kept = await client.mutation(SaveDraftDocument, { familyId, form: 'contribution', content: JSON.stringify({ kind: 'NOTE', ...begun, situation }) }).toPromise()
    return kept.error && refusalOf(kept.error)
  }
}

const begunIn = (content: string | undefined): Readonly<Record<string, unknown>> => {
  try {
    const kept: unknown = content === undefined ? {} : JSON.parse(content)
    return typeof kept === 'object' && kept !== null ? kept as Readonly<Record<string, unknown>> : {}
  } catch {
    return {}
  }
}

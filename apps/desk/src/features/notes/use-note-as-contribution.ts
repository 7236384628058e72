import { DraftDocument, SaveDraftDocument } from '@samenspel/graphql-documents/desk'
import { useClient } from 'urql'

/**
 * Puts the words of a working note into the contribution that somebody is about to write, behind what they had begun already. The
 * note stays what it was; only when the contribution is saved is there anything in the file.
 */
export const useNoteAsContribution = (familyId: string): ((words: string) => Promise<void>) => {
  const client = useClient()
  return async (words) => {
    const { data } = await client.query(DraftDocument, { familyId, form: 'contribution' }, { requestPolicy: 'network-only' }).toPromise()
    const begun = begunIn(data?.draft?.content)
    const situation = [begun['situation'], words].filter((text) => typeof text === 'string' && text.trim() !== '').join('\n\n')
    await client.mutation(SaveDraftDocument, { familyId, form: 'contribution', content: JSON.stringify({ kind: 'NOTE', ...begun, situation }) }).toPromise()
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

import { ProposeDraftDocument, type DraftPartInput } from '@samenspel/graphql-documents/desk'
import { useCommand } from '../../graph/use-command.ts'

/** Turns a draft into a proposal: the same draft sent again after a lost connection is the same proposal. */
export const usePropose = (familyId: string) => {
  const { run, busy, refusal } = useCommand(ProposeDraftDocument)
  /** @returns the run that holds the proposal; nothing when it was refused */
  const propose = async (parts: DraftPartInput[]): Promise<string | undefined> => {
    let id: string | undefined
    await run({ familyId, parts }, ({ proposeDraft }) => { id = proposeDraft.id })
    return id
  }
  return { propose, busy, refusal }
}

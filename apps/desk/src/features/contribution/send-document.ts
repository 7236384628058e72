import { appHeaders } from '../../graph/address.ts'
import { inputOf, type ContributionValues } from './contribution-form.ts'

/** Bytes of the largest file that is taken; the server looks once more. */
export const largestDocument = 5_000_000
/** Files that are taken; the server goes by their bytes. */
export const acceptedDocuments = '.pdf,.jpg,.jpeg,.png,.txt,application/pdf,image/jpeg,image/png,text/plain'

/**
 * Sends a file with what is said about it. @param commandId the same again is the same file
 * @returns why not, in the words of the server or the given ones; nothing when it was kept
 */
export const sendDocument = async (familyId: string, commandId: string, values: ContributionValues, file: File, otherwise: string): Promise<string | undefined> => {
  const { category, setting, occurredOn, situation, forParents, subject: { kind, memberIds } } = inputOf(values)
  const form = new FormData()
  form.append('about', JSON.stringify({ familyId, commandId, category: domainWord(category), setting: domainWord(setting), occurredOn, situation, forParents, subject: { kind: domainWord(kind), memberIds } }))
  form.append('file', file)
  try {
    const answer = await fetch('/documents', { method: 'POST', credentials: 'same-origin', headers: appHeaders, body: form })
    if (answer.ok) return undefined
    return (await answer.json() as { readonly errors?: readonly { readonly message: string }[] }).errors?.[0]?.message ?? otherwise
  } catch {
    return otherwise
  }
}

/** A word of the API as the domain says it: `MENTAL_HEALTH` is `mentalHealth`. */
const domainWord = (word: string): string => word.toLowerCase().replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase())

import { takeFile, type Taken } from '../shell/save-file.ts'

/** Asks for a copy of everything that somebody may take along, and lets the browser save it. */
export const takeCopy = (familyId: string, language: string): Promise<Taken> => takeFile('/copy', language, { familyId }, 'samenspel-copy.html')

/** Of the key that signs copies; nothing while it can't be asked. */
export const fetchFingerprint = async (): Promise<string | undefined> => {
  try {
    const answer = await fetch('/copy/key', { credentials: 'omit' })
    return answer.ok ? (await answer.json() as { readonly fingerprint: string }).fingerprint : undefined
  } catch {
    return undefined
  }
}

/** What became of asking for a copy. A refusal is the server's own sentence; without one nothing arrived. */
export type Taken = { readonly kind: 'saved' } | { readonly kind: 'failed'; readonly reason: string | undefined }

/** Asks for a copy of everything that somebody may take along, and lets the browser save it. */
export const takeCopy = async (familyId: string, language: string): Promise<Taken> => {
  try {
    const answer = await fetch('/copy', {
      method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', 'x-samenspel-app': 'parent', 'accept-language': language }, body: JSON.stringify({ familyId }),
    })
    if (!answer.ok) return { kind: 'failed', reason: await reasonOf(answer) }
    save(await answer.blob(), /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'samenspel-copy.html')
    return { kind: 'saved' }
  } catch {
    return { kind: 'failed', reason: undefined }
  }
}

const reasonOf = async (answer: Response): Promise<string | undefined> => {
  const { errors } = await answer.json() as { readonly errors?: readonly { readonly message: string }[] }
  return errors?.[0]?.message
}

/** Milliseconds after which nothing of the copy stays in the page; by then every browser has begun to save it. */
const keptFor = 60_000

const save = (file: Blob, name: string): void => {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: name })
  link.click()
  setTimeout(() => { URL.revokeObjectURL(link.href) }, keptFor)
}

/** Of the key that signs copies; nothing while it can't be asked. */
export const fetchFingerprint = async (): Promise<string | undefined> => {
  try {
    const answer = await fetch('/copy/key', { credentials: 'omit' })
    return answer.ok ? (await answer.json() as { readonly fingerprint: string }).fingerprint : undefined
  } catch {
    return undefined
  }
}

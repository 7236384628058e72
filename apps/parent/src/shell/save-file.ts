/** What became of asking for a file. A refusal is the server's own sentence; without one nothing arrived. */
export type Taken = { readonly kind: 'saved' } | { readonly kind: 'failed'; readonly reason: string | undefined }

/** Asks for a file, and lets the browser save it under the name that the server gave it, or its own. @param body what is asked, as JSON */
export const takeFile = async (url: string, language: string, body: object, usualName: string, ownName?: string): Promise<Taken> => {
  try {
    const answer = await fetch(url, {
      method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', 'x-samenspel-app': 'parent', 'accept-language': language }, body: JSON.stringify(body),
    })
    if (!answer.ok) return { kind: 'failed', reason: await reasonOf(answer) }
    save(await answer.blob(), ownName ?? /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? usualName)
    return { kind: 'saved' }
  } catch {
    return { kind: 'failed', reason: undefined }
  }
}

const reasonOf = async (answer: Response): Promise<string | undefined> => {
  const { errors } = await answer.json() as { readonly errors?: readonly { readonly message: string }[] }
  return errors?.[0]?.message
}

/** Milliseconds after which nothing of the file stays in the page; by then every browser has begun to save it. */
const keptFor = 60_000

export const save = (file: Blob, name: string): void => {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: name })
  link.click()
  setTimeout(() => { URL.revokeObjectURL(link.href) }, keptFor)
}

import { appHeaders } from '../graph/client.ts'

/** Milliseconds after which nothing of the file stays in the page; by then every browser has begun to save it. */
const keptFor = 60_000

/**
 * Asks the server for a file, and lets the browser save it under the name that it was given.
 * @returns why not, in the words of the server or the given ones; nothing when it was saved
 */
export const takeFile = async (url: string, body: object, otherwise: string): Promise<string | undefined> => {
  try {
    const answer = await fetch(url, { method: 'POST', credentials: 'same-origin', headers: { ...appHeaders, 'content-type': 'application/json' }, body: JSON.stringify(body) })
    if (!answer.ok) return (await answer.json() as { readonly errors?: readonly { readonly message: string }[] }).errors?.[0]?.message ?? otherwise
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(await answer.blob()), download: /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'samenspel' })
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), keptFor)
    return undefined
  } catch {
    return otherwise
  }
}

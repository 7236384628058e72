import { appHeaders } from '../graph/address.ts'

/** Milliseconds after which nothing of the file stays in the page; by then every browser has begun to save it. */
const keptFor = 60_000

/**
 * Asks the server for a file, and lets the browser save it under the name that it was given.
 * @param name under which it is saved; without one, under the name that the server gives
 * @returns why not, in the words of the server or the given ones; nothing when it was saved
 */
export const takeFile = async (url: string, body: object, otherwise: string, name?: string): Promise<string | undefined> => {
  try {
    const answer = await fetch(url, { method: 'POST', credentials: 'same-origin', headers: { ...appHeaders, 'content-type': 'application/json' }, body: JSON.stringify(body) })
    if (!answer.ok) return (await answer.json() as { readonly errors?: readonly { readonly message: string }[] }).errors?.[0]?.message ?? otherwise
    save(await answer.blob(), name ?? /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'samenspel')
    return undefined
  } catch {
    return otherwise
  }
}

/** Lets the browser save a text under a name. */
export const saveText = (text: string, name: string): void => { save(new Blob([text], { type: 'text/plain;charset=utf-8' }), name) }

const save = (content: Blob, name: string): void => {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(content), download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), keptFor)
}

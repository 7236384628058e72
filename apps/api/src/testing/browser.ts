/** A browser as far as addresses and cookies go: it keeps the cookies of each host, and follows where it is sent. */
export type Browser = {
  /** Goes somewhere and follows all redirects. */
  readonly go: (url: string) => Promise<Arrived>
  /** One step: no redirect is followed. */
  readonly step: (url: string) => Promise<Arrived>
  /** Sends a form, and follows all redirects. */
  readonly send: (url: string, fields: Readonly<Record<string, string>>) => Promise<Arrived>
  readonly cookies: (url: string) => ReadonlyMap<string, string>
}
export type Arrived = { readonly url: string; readonly status: number; readonly headers: Headers; readonly text: string }

export const openBrowser = (): Browser => {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: string): Map<string, string> => {
    const { host } = new URL(url)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    return jar
  }
  const ask = async (url: string, init: RequestInit = {}): Promise<Arrived> => {
    const jar = jarOf(url)
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers as Record<string, string>, cookie: [...jar].map((pair) => pair.join('=')).join('; ') } })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const equals = pair.indexOf('=')
      const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)]
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return { url, status: response.status, headers: response.headers, text: await response.text() }
  }
  const follow = async (arrived: Arrived, left = 12): Promise<Arrived> => {
    const location = arrived.headers.get('location')
    if (location === null || arrived.status < 300 || arrived.status > 399 || left === 0) return arrived
    return follow(await ask(new URL(location, arrived.url).href), left - 1)
  }
  return {
    go: async (url) => follow(await ask(url)),
    step: (url) => ask(url),
    send: async (url, fields) => follow(await ask(url, { method: 'POST', body: new URLSearchParams(fields), headers: { 'content-type': 'application/x-www-form-urlencoded' } })),
    cookies: jarOf,
  }
}

/** The door of the tablet: what its lock screen shows, and going in and out. Nothing of a family comes through it. */
export type LockScreen = {
  readonly name: string
  readonly organisation: string
  readonly lockSeconds: number
  readonly workers: readonly { readonly id: string; readonly name: string; readonly title: string; readonly isLocked: boolean }[]
}

export type DoorSaid<Answer> = { readonly answer: Answer } | { readonly no: { readonly code: string; readonly message: string } }

/** The code of a failure on the way: nothing is known about what the server did. */
export const noConnection = 'no-connection'

const ask = async <Answer>(path: string, language: string, body?: Readonly<Record<string, string>>): Promise<DoorSaid<Answer>> => {
  try {
    const response = await fetch(`/tablet-door${path}`, {
      cache: 'no-store', headers: { 'accept-language': language, 'x-samenspel-app': 'tablet', ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    })
    if (response.status === 204) return { answer: {} as Answer }
    const said = await response.json() as Answer & { readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[] }
    const [error] = said.errors ?? []
    return error === undefined ? { answer: said } : { no: { code: error.extensions.code, message: error.message } }
  } catch {
    return { no: { code: noConnection, message: '' } }
  }
}

export const look = (language: string): Promise<DoorSaid<{ readonly tablet: LockScreen | null }>> => ask('', language)
export const enrol = (language: string, code: string): Promise<DoorSaid<{ readonly tablet: LockScreen | null }>> => ask('/enrol', language, { code })
export const goIn = (language: string, worker: string, pin: string): Promise<DoorSaid<object>> => ask('/open', language, { worker, pin, language })
export const stay = (language: string): Promise<DoorSaid<object>> => ask('/stay', language, {})
export const goOut = (language: string): Promise<DoorSaid<object>> => ask('/lock', language, {})

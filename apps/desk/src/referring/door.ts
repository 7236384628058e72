/** The front door as a page asks it: whom one can refer to, sending, and how it stands. */
export type Receiver = { readonly id: string; readonly name: string; readonly jurisdiction: 'NL' | 'BE' }
export type Door = {
  readonly receivers: readonly Receiver[]
  /** Who is signed in. */
  readonly sender?: { readonly name: string; readonly organisation: string }
  readonly isSpecialist: boolean
}
export type DoorStatus = {
  readonly kind: 'referral' | 'consultation'
  readonly receivedOn: string
  readonly receiver: string
  readonly phone?: string
  readonly status: 'received' | 'takenUp' | 'handled'
  readonly target: string
  readonly feedback?: { readonly text: string; readonly on: string }
  readonly questions: readonly { readonly text: string; readonly on: string; readonly answer?: { readonly text: string; readonly on: string } }[]
  readonly canAskFurther: boolean
}
export type Said<Answer> = { readonly answer: Answer } | { readonly no: { readonly code: string; readonly message: string } }

/** The code of a failure on the way: nothing is known about what the server did; the same again has no second effect. */
export const noConnection = 'no-connection'

/** @param headers which app it is, when who is signed in there sends it */
export const askDoor = async <Answer>(path: 'look' | 'refer' | 'ask' | 'status' | 'ask-further', language: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Said<Answer>> => {
  try {
    const response = await fetch(`/front-door/${path}`, { method: 'POST', cache: 'no-store', headers: { 'accept-language': language, 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
    const said = await response.json() as Answer & { readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[] }
    const [error] = said.errors ?? []
    return error === undefined ? { answer: said } : { no: { code: error.extensions.code, message: error.message } }
  } catch {
    return { no: { code: noConnection, message: '' } }
  }
}

/** Where a receipt is followed: after the hash, so that it stands in no address that a server sees. */
export const receiptPath = (receipt: string): string => `/verwijzen/#bewijs=${receipt}`

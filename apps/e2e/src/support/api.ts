import { people, type App, type Persona } from './people.ts'

/** What the API answered: data, or the code and sentence of its refusal. */
export type Answer<Data> = { readonly data: Data | undefined; readonly code: string | undefined; readonly message: string | undefined; readonly about: unknown }

/** Somebody who speaks with the API itself, beside the screens: to prepare a journey, or to look behind it. */
export type Caller = {
  readonly persona: Persona
  readonly app: App
  readonly cookie: string
  /** @throws when the API refuses. */
  readonly ask: <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Data>
  /** The answer as it came, refusal or not. */
  readonly attempt: <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer<Data>>
  /** The bare text of the answer. */
  readonly raw: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<string>
}

export const newId = (): string => crypto.randomUUID()

/** Signs somebody of the demo region in. */
export const signIn = async (url: string, persona: Persona, language: 'nl' | 'en' = 'nl'): Promise<Caller> => {
  const app = people[persona]
  const answer = await fetch(`${url}/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ persona, language }) })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!answer.ok || cookie === undefined) throw new Error(`${persona} could not sign in: ${answer.status}`)

  const raw = async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-samenspel-app': app, cookie }, body: JSON.stringify({ query, variables }),
    })
    return response.text()
  }
  const attempt = async <Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer<Data>> => {
    const { data, errors } = JSON.parse(await raw(query, variables)) as { data?: Data; errors?: readonly { message: string; extensions?: { code?: string; about?: unknown } }[] }
    const first = errors?.[0]
    return { data, code: first?.extensions?.code, message: first?.message, about: first?.extensions?.about }
  }
  return {
    persona, app, cookie, raw, attempt,
    ask: async <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => {
      const { data, code, message } = await attempt<Data>(query, variables)
      if (code !== undefined || data === undefined) throw new Error(`${persona} was refused: ${code ?? 'no code'} ${message ?? ''}`)
      return data
    },
  }
}

import type { RunningApi, Somebody } from './running-api.ts'

/** The access log of a family as a file for a program, asked for as both apps do: as it came, or the refusal. The paper is made of the same. */
export const logFileText = async ({ url }: Pick<RunningApi, 'url'>, { cookie }: Pick<Somebody, 'cookie'>, familyId: string): Promise<string> =>
  (await fetch(`${url}/access-log`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ familyId, form: 'json' }) })).text()

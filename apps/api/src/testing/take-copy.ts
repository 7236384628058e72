import { readCopy, type ReadCopy } from '../copy/format.ts'
import type { RunningApi, Somebody } from './running-api.ts'

/** Asks for a copy, as the parents' app does. */
export const askCopy = ({ url }: Pick<RunningApi, 'url'>, somebody: Pick<Somebody, 'cookie'> | undefined, familyId: unknown): Promise<Response> =>
  fetch(`${url}/copy`, { method: 'POST', headers: { 'content-type': 'application/json', ...(somebody !== undefined && { cookie: somebody.cookie }) }, body: JSON.stringify({ familyId }) })

/** @throws Error when there is no copy */
export const takeCopy = async (api: Pick<RunningApi, 'url'>, somebody: Somebody, familyId: string): Promise<{ readonly file: string; readonly copy: ReadCopy }> => {
  const response = await askCopy(api, somebody, familyId)
  const file = await response.text()
  const copy = readCopy(file)
  if (!response.ok || copy === undefined) throw new Error(`no copy: ${response.status} ${file.slice(0, 200)}`)
  return { file, copy }
}

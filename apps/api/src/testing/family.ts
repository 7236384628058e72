import { randomUUID } from 'node:crypto'
import type { Answer, RunningApi, Somebody } from './running-api.ts'

/** What an answer holds, or an error with its codes. */
export const dataOf = <Data>(answer: Answer): Data => {
  if (answer.errors !== undefined) throw new Error(answer.errors.map(({ extensions, message }) => `${String(extensions['code'])}: ${message}`).join('; '))
  return answer.data as Data
}

/** The codes with which something was refused; none when it wasn't. */
export const codesOf = (answer: Answer): readonly unknown[] => (answer.errors ?? []).map(({ extensions }) => extensions['code'])

/** The family whose name holds this, as somebody sees it. */
export const familyId = async (somebody: Somebody, name: string): Promise<string> => {
  const { families } = dataOf<{ families: { nodes: readonly { id: string; name: string }[] } }>(await somebody.ask('{ families(first: 50) { nodes { id name } } }'))
  const found = families.nodes.find((family) => family.name.includes(name))
  if (found === undefined) throw new Error(`no family ${name}`)
  return found.id
}

/** Asks a mutation: its arguments besides the command id, with their types. */
export const command = (somebody: Somebody, text: string, variables: Readonly<Record<string, unknown>>, commandId: string = randomUUID()): Promise<Answer> =>
  somebody.ask(text, { commandId, ...variables })

export const people = async (api: RunningApi) => {
  const [hanne, lotte, ruud, eva, femke, nadia, anouk, joost, theresa, paul] = await Promise.all(
    (['coordinator', 'pedagogical-worker', 'coach', 'paediatrician', 'youth-care-worker', 'therapist', 'mother', 'father', 'pregnant-woman', 'privacy-officer'] as const).map((id) => api.as(id))) as
    [Somebody, Somebody, Somebody, Somebody, Somebody, Somebody, Somebody, Somebody, Somebody, Somebody]
  return { hanne, lotte, ruud, eva, femke, nadia, anouk, joost, theresa, paul }
}

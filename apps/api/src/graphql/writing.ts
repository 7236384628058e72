/**
 * Answers as JSON. What stands and is used again (`whole-parts.ts`) is written once, and is part of every answer as it was written: most of what
 * writing a family's page takes.
 */

/** What of an answer is used again, and where it stands there. */
export type Standing = { readonly path: readonly (string | number)[]; readonly value: object }

/** By the data of an answer. */
const standing = new WeakMap<object, readonly Standing[]>()

export const notesStanding = (data: object, parts: readonly Standing[]): void => { standing.set(data, parts) }

type Answer = { readonly data?: Readonly<Record<string, unknown>> | null | undefined; readonly errors?: readonly unknown[] | undefined; readonly extensions?: unknown }

/** The same text as `JSON.stringify`, with an end of line. */
export const writeAnswer = (answer: Answer): string => {
  const parts = answer.data === null || answer.data === undefined ? undefined : standing.get(answer.data)
  if (parts === undefined) return `${JSON.stringify(answer)}\n`
  const fields = Object.entries(answer).flatMap(([name, value]) => value === undefined ? [] : [`${JSON.stringify(name)}:${name === 'data' ? write(value, parts) : JSON.stringify(value)}`])
  return `{${fields.join(',')}}\n`
}

const write = (value: unknown, parts: readonly Standing[], depth = 0): string => {
  if (typeof value !== 'object' || value === null || parts.length === 0) return JSON.stringify(value)
  if (parts.some((part) => part.path.length === depth && part.value === value)) return textOf(value)
  const below = Map.groupBy(parts, ({ path }) => path[depth])
  return Array.isArray(value)
    ? `[${value.map((one: unknown, index) => write(one, below.get(index) ?? none, depth + 1)).join(',')}]`
    : `{${Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}:${write(one, below.get(name) ?? none, depth + 1)}`).join(',')}}`
}

const none: readonly Standing[] = []

const textOf = (value: object): string => {
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value)
  texts.set(value, text)
  return text
}

/** Nothing changes what stands: it was completed for answers, and is in no other hands. */
const texts = new WeakMap<object, string>()

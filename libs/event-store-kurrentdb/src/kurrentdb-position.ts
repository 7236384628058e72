import { start, type Position } from '@samenspel/event-store'

/** A place in KurrentDB's log, in bytes. */
export type LogPosition = { readonly commit: bigint; readonly prepare: bigint }

/** Both numbers at their full width, so that tokens compare as texts in the order of the log. */
export const tokenOf = ({ commit, prepare }: LogPosition): Position => `${padded(commit)}/${padded(prepare)}`

/** What a token of `tokenOf` says; for `start`, the word by which the client knows it. */
export const logPositionOf = (token: Position): LogPosition | 'start' => {
  if (token === start) return 'start'
  const [commit, prepare] = token.split('/')
  return { commit: BigInt(commit!), prepare: BigInt(prepare!) }
}

const padded = (value: bigint): string => String(value).padStart(20, '0')

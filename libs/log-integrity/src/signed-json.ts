/**
 * A statement of an installation as JSON that anybody can read and, with the public key, check: `{ "kind", "content", "signature" }`.
 * What is signed (Ed25519, base64) is the kind on a line, and the content as `JSON.stringify` writes it, its fields in the order in which
 * they stand. The kind keeps a statement of one sort from being taken for another, or for a checkpoint.
 */
import { sign, verify, type KeyObject } from 'node:crypto'

/** Why a text is no statement that can be relied on. */
export class StatementRefused extends Error {
  readonly code: 'statement-malformed' | 'statement-signature-wrong'
  constructor(code: StatementRefused['code']) {
    super(code)
    this.name = 'StatementRefused'
    this.code = code
  }
}

/** @param key an Ed25519 private key. @returns one line */
export const signJson = (kind: string, content: object, key: KeyObject): string =>
  JSON.stringify({ kind, content, signature: sign(null, signedBytes(kind, content), key).toString('base64') })

/**
 * What a statement says, once it is known that it was signed with this key; however the JSON is laid out.
 * @param key an Ed25519 public key, known from elsewhere
 * @throws StatementRefused
 */
export const readSignedJson = <Content extends object>(text: string, kind: string, key: KeyObject): Content => {
  const statement = parsed(text)
  if (statement?.kind !== kind || typeof statement.content !== 'object' || statement.content === null || typeof statement.signature !== 'string') throw new StatementRefused('statement-malformed')
  if (!verify(null, signedBytes(kind, statement.content), key, Buffer.from(statement.signature, 'base64'))) throw new StatementRefused('statement-signature-wrong')
  return statement.content as Content
}

const signedBytes = (kind: string, content: object): Buffer => Buffer.from(`${kind}\n${JSON.stringify(content)}`)

const parsed = (text: string): { readonly kind?: unknown; readonly content?: unknown; readonly signature?: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WebApps } from '../http/web-apps.ts'

/** What the apps may ask, by id: written when they are built. */
export type TrustedDocuments = ReadonlyMap<string, { readonly name: string; readonly document: string }>

const file = 'trusted-documents.json'

/** Reads the lists that stand beside the built apps. An app that isn't built has none, and can ask nothing where nothing else is answered. */
export const readTrustedDocuments = (apps: WebApps): TrustedDocuments =>
  new Map(Object.values(apps).flatMap((folder) => {
    const path = join(folder, file)
    return existsSync(path) ? Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, { readonly name: string; readonly document: string }>) : []
  }))

/** What is to be executed, or why it isn't. */
export type DocumentOf = (body: unknown) => { readonly query: string; readonly operationName?: string; readonly variables?: Readonly<Record<string, unknown>> } | { readonly refusal: 'document-unknown' | 'request-invalid' }

/**
 * Reads what was asked: the id of a document of the apps, and its variables. Where only trusted documents are answered, anything else is refused here,
 * unread (security 3.1).
 */
export const documentsIn = (documents: TrustedDocuments, only: boolean): DocumentOf => (body) => {
  if (!isRecord(body)) return { refusal: only ? 'document-unknown' : 'request-invalid' }
  const { id, query, operationName, variables = {} } = body
  if (only || id !== undefined) {
    const known = typeof id === 'string' && Object.keys(body).every((key) => key === 'id' || key === 'variables') ? documents.get(id) : undefined
    if (known === undefined) return { refusal: 'document-unknown' }
    return isVariables(variables) ? { query: known.document, operationName: known.name, variables: variables ?? {} } : { refusal: 'request-invalid' }
  }
  if (typeof query !== 'string' || !isVariables(variables) || (operationName != null && typeof operationName !== 'string')) return { refusal: 'request-invalid' }
  return { query, variables: variables ?? {}, ...(typeof operationName === 'string' && { operationName }) }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isVariables = (value: unknown): value is Readonly<Record<string, unknown>> | null => value === null || isRecord(value)

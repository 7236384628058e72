import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IncomingMessage } from 'node:http'
import { refuse, type Middleware } from '../http/protection.ts'
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

/** A body as the apps send it: `{ id, variables }`, and nothing else. */
type ByIds = { readonly id: string; readonly variables?: unknown }

const isById = (body: unknown): body is ByIds =>
  typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' && Object.keys(body).every((key) => key === 'id' || key === 'variables')

/**
 * Stands before the API: puts the document in the place of its id. Where only trusted documents are answered, everything else is
 * refused here, unread (security 3.1).
 */
export const onlyTrusted = (documents: TrustedDocuments, only: boolean): Middleware => (request: IncomingMessage & { body?: unknown }, response, next) => {
  const { body } = request
  const isAsked = typeof body === 'object' && body !== null && 'id' in body
  if (!only && !isAsked) { next(); return }
  const known = isById(body) ? documents.get(body.id) : undefined
  if (known === undefined) { refuse(request, response, 400, 'document-unknown'); return }
  request.body = { query: known.document, operationName: known.name, variables: (body as ByIds).variables ?? {} }
  next()
}

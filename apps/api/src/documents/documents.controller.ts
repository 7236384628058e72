import type { IncomingMessage, ServerResponse } from 'node:http'
import { Body, Controller, Inject, Post, Req, Res, UseInterceptors } from '@nestjs/common'
import { settings, type Setting } from '@samenspel/family-case'
import { categories, isId, type Category, type Subject } from '@samenspel/kernel'
import { DOCUMENTS } from '../composition/tokens.ts'
import { largestDocument, type Documents, type SentDocument } from '../disclosure/documents.ts'
import { Refused } from '../graphql/refused.ts'
import { DeadlineInterceptor, MayTake } from '../http/deadline.ts'
import { signedInBy } from '../http/signed-in.ts'
import { subjectOf } from '../resolvers/inputs.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { SESSIONS } from '../sessions/tokens.ts'

/** Milliseconds that a file may take on its way. */
export const longestWay = 120_000
/** Bytes around the file: the words that are said about it. */
const mostBesides = 100 * 1024

/** Files of a family. Both ways are asked by POST: no address tells of whom a file is, or what it is called. */
@Controller('documents')
@UseInterceptors(DeadlineInterceptor)
export class DocumentsController {
  constructor(@Inject(SESSIONS) private readonly sessions: Sessions, @Inject(DOCUMENTS) private readonly documents: Documents) {}

  /** A form with the file in `file` and what is said about it in `about`, as JSON. */
  @Post()
  @MayTake(longestWay)
  async add(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const session = await signedInBy(this.sessions, request)
    const form = await formOf(request)
    const file = form.get('file')
    if (!(file instanceof File)) throw new Refused('document-empty')
    const id = await this.documents.add(session, { ...aboutOf(form.get('about')), name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    response.end(JSON.stringify({ id }))
  }

  @Post('take')
  @MayTake(longestWay)
  async take(@Body() body: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const session = await signedInBy(this.sessions, request)
    const { familyId, contributionId } = recordOf(body)
    if (!isIdText(familyId) || !isIdText(contributionId)) throw new Refused('not-found')
    const { bytes, type, name } = await this.documents.take(session, familyId, contributionId)
    response.writeHead(200, {
      'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type, 'content-length': bytes.length, 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${name}"`,
      // Should a browser show it after all, it shows it shut off from everything.
      'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin',
    })
    response.end(bytes)
  }
}

/** The form, of which no more is read than may be kept. @throws Refused `document-too-large`, `request-invalid` */
const formOf = async (request: IncomingMessage): Promise<FormData> => {
  const tooLarge = new Refused('document-too-large', { most: largestDocument / 1_000_000 })
  const most = largestDocument + mostBesides
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) throw tooLarge
    chunks.push(chunk)
  }
  return new Response(new Uint8Array(Buffer.concat(chunks)), { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData().catch(() => { throw new Refused('request-invalid') })
}

/** @throws Refused `request-invalid`, `not-found` */
const aboutOf = (text: unknown): Omit<SentDocument, 'name' | 'bytes'> => {
  const { familyId, commandId, subject, category, setting, occurredOn, situation, forParents } = recordOf(typeof text === 'string' ? parsed(text) : undefined)
  if (!isIdText(familyId) || !isIdText(commandId)) throw new Refused('not-found')
  if (typeof occurredOn !== 'string' || typeof situation !== 'string' || (forParents != null && typeof forParents !== 'string')) throw new Refused('request-invalid')
  if (!categories.some((one) => one === category)) throw new Refused('choice-unknown', { field: 'category' })
  if (!settings.some((one) => one === setting)) throw new Refused('choice-unknown', { field: 'setting' })
  return { familyId, commandId, subject: subjectIn(subject), category: category as Category, setting: setting as Setting, occurredOn, situation, ...(forParents != null && { forParents }) }
}

const subjectKinds = ['child', 'sibling', 'adult', 'unborn', 'relation', 'surroundings'] as const satisfies readonly Subject['kind'][]

const subjectIn = (given: unknown): Subject => {
  const { kind, memberIds } = recordOf(given)
  const known = subjectKinds.find((one) => one === kind)
  if (known === undefined || !Array.isArray(memberIds) || !memberIds.every(isIdText)) throw new Refused('request-invalid')
  return subjectOf({ kind: known, memberIds })
}

const isIdText = (value: unknown): value is string => typeof value === 'string' && isId(value)

const parsed = (text: string): unknown => { try { return JSON.parse(text) as unknown } catch { return undefined } }

const recordOf = (value: unknown): Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {}

/** What is kept of persons beside the events: after an erasure all of it that is the person's is gone, in the file too, and what others have stays. */
import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openFileKeyManagement, openSqliteKeyStore, type KeyStore } from '@samenspel/event-codec'
import { newId, type IsoInstant, type PersonId } from '@samenspel/kernel'
import { openOutbox, type Outbox } from '../messages/outbox.ts'
import { keyScopeOf, openPreferences, type PreferenceStore } from '../messages/preferences.ts'
import { emergencyForm, openDrafts } from '../sessions/drafts.ts'
import { openSessions, type Sessions } from '../sessions/sessions.ts'
import { openStateDatabase, type StateDatabase } from '../sessions/state-database.ts'
import { openVisits } from '../sessions/visits.ts'
import { openWorkingNotes, type WorkingNotes } from '../sessions/working-notes.ts'
import { invite } from '../sign-in/links.ts'
import { clearState, isCleared, type StateParts } from './clearing.ts'

const now: IsoInstant = '2026-11-24T09:00:00.000Z'
const clock = () => now
const [him, another, family, elsewhere, erasureId] = [newId(), newId(), newId(), newId(), newId()]
const canary = 'kwikstaartnaam'

let root: string
let keys: KeyStore
let state: StateDatabase
let parts: Omit<StateParts, 'sessions' | 'workingNotes' | 'outbox' | 'preferences'> & {
  readonly sessions: Sessions
  readonly workingNotes: WorkingNotes
  readonly outbox: Outbox
  readonly preferences: PreferenceStore
}

/** Everything that somebody can have here, in one family. */
const liveHere = async (person: PersonId, name: string): Promise<void> => {
  await parts.sessions.open('parent', { person, role: 'familyMember', name }, 'nl', { secondFactor: true, device: 'Firefox, Linux', proven: { where: '/' } })
  await parts.drafts.save(person, family, 'too-much', 'Half geschreven')
  await parts.visits.mark(person, family)
  await parts.outbox.note({ id: newId(), kind: 'news', person, role: 'familyMember', about: { kind: 'proposal', id: newId() }, zone: 'Europe/Amsterdam' }, now, '2099-01-01T00:00:00.000Z')
  await parts.preferences.change(person, 'nl', (before) => ({ ...before, address: 'iemand@example.org' }))
  await invite(state, { person, role: 'familyMember', name }, now)
  await state.insertInto('sign_in_link').values({ subject: `subject of ${person}`, app: 'parent', person, role: 'familyMember', organisation: null, name, linked_at: now }).execute()
  await state.insertInto('opened_family').values({ person, family, opened_at: now }).execute()
}
const tables = ['session', 'draft', 'visit', 'message', 'mail_person', 'invitation', 'sign_in_link', 'opened_family'] as const
/** Where rows of somebody stand. */
const tablesWith = async (person: PersonId): Promise<readonly string[]> => {
  const found: string[] = []
  for (const table of tables) if ((await state.selectFrom(table).select('person').where('person', '=', person).execute()).length > 0) found.push(table)
  return found
}
/** Files of the folder in which a text stands. */
const filesWith = async (text: string): Promise<readonly string[]> => {
  const found = await Promise.all((await readdir(join(root, 'data'))).map(async (name) => (await readFile(join(root, 'data', name))).includes(text) ? [name] : []))
  return found.flat()
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'samenspel-clear-'))
  await mkdir(join(root, 'data'))
  keys = await openSqliteKeyStore({ file: join(root, 'data/keys.sqlite'), kms: openFileKeyManagement({ file: join(root, 'master.key'), dataFolder: join(root, 'data') }) })
  state = await openStateDatabase(join(root, 'data/state.sqlite'))
  const key = createSecretKey(randomBytes(32))
  parts = {
    state, sessions: openSessions(state, clock), drafts: openDrafts(state, key, clock), visits: openVisits(state, clock), workingNotes: openWorkingNotes(state, key, clock, 182),
    outbox: openOutbox(state), preferences: openPreferences(state, keys),
  }
  await liveHere(him, canary)
  await liveHere(another, 'Iemand anders')
})
afterEach(async () => {
  await state.destroy()
  await keys.close()
  await rm(root, { recursive: true, force: true })
})

describe('who was erased', () => {
  test('has nothing left beside the events, and others have all of theirs', async () => {
    expect([await tablesWith(him), await tablesWith(another)]).toEqual([tables, tables])
    await clearState(parts, { family, person: him, erasureId })
    expect([await tablesWith(him), await tablesWith(another)]).toEqual([[], tables])
    expect(await isCleared(state, erasureId)).toBe(true)
  })
  test('has a name in no file any more: what is deleted is overwritten', async () => {
    expect(await filesWith(canary)).not.toEqual([])
    await clearState(parts, { family, person: him, erasureId })
    expect(await filesWith(canary)).toEqual([])
    expect(await filesWith('Iemand anders')).not.toEqual([])
  })
  test('may stand in notes of one’s own about the family, and in what was being typed in an emergency: both go, those of other families stay', async () => {
    for (const where of [family, elsewhere]) await parts.workingNotes.keep(another, where, { commandId: newId(), text: 'Hij belt morgen.' })
    await parts.drafts.save(another, elsewhere, emergencyForm, 'Wie zoekt u?')
    const left = async () => [...await Promise.all([family, elsewhere].map(async (where) => (await parts.workingNotes.all(another, where, 'Europe/Amsterdam')).length)), await parts.drafts.find(another, elsewhere, emergencyForm) !== undefined]
    expect(await left()).toEqual([1, 1, true])
    await clearState(parts, { family, person: him, erasureId })
    expect(await left()).toEqual([0, 1, false])
  })
  test('keeps what came after the erasure, when it is done again long after it', async () => {
    await clearState(parts, { family, person: him, erasureId }, { at: '2026-11-24T08:59:59.000Z', keys: [] })
    expect(await tablesWith(him)).toEqual(tables)
    await clearState(parts, { family, person: him, erasureId }, { at: now, keys: (await keys.ofScope(keyScopeOf(him))).map(({ id }) => id) })
    expect(await tablesWith(him)).toEqual([])
  })
})

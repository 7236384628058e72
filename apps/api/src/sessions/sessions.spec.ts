import { createSecretKey, randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { positionOf, start } from '@samenspel/event-store'
import { newId, writeInstant, type IsoInstant } from '@samenspel/kernel'
import { sessionCookie, sessionOf } from './cookies.ts'
import { openDrafts } from './drafts.ts'
import type { Identity } from './identity.ts'
import { openSessions, type Sessions } from './sessions.ts'
import { openStateDatabase, type StateDatabase } from './state-database.ts'
import { openVisits } from './visits.ts'

const specialist: Identity = { person: '11111111-1111-4111-8111-111111111111', role: 'professional' }
const mother: Identity = { person: '22222222-2222-4222-8222-222222222222', role: 'familyMember' }
const how = { secondFactor: true, device: 'Firefox, Linux' }
const family = '33333333-3333-4333-8333-333333333333'

let now: Temporal.Instant
let database: StateDatabase
const clock = (): IsoInstant => writeInstant(now)
const later = (duration: Temporal.DurationLike) => { now = now.add(duration) }

beforeEach(async () => {
  now = Temporal.Instant.from('2026-11-24T09:00:00.000Z')
  database = await openStateDatabase(':memory:')
})

describe('sessions', () => {
  let sessions: Sessions
  beforeEach(() => { sessions = openSessions(database, clock) })

  test('a token opens its session; only its hash is kept', async () => {
    const token = await sessions.open('desk', specialist, 'nl', how)
    expect(await sessions.find('desk', token)).toMatchObject({ ...specialist, app: 'desk', language: 'nl' })
    expect(JSON.stringify(await database.selectFrom('session').selectAll().execute())).not.toContain(token)
  })

  test('a token of one app opens nothing in the other', async () => {
    expect(await sessions.find('parent', await sessions.open('desk', specialist, 'nl', how))).toBeUndefined()
  })

  test('a session that rests too long ends, one that is used stays', async () => {
    const token = await sessions.open('parent', mother, 'nl', how)
    later({ minutes: 14 })
    expect(await sessions.find('parent', token)).toBeDefined()
    later({ minutes: 14 })
    expect(await sessions.find('parent', token)).toBeDefined()
    later({ minutes: 16 })
    expect(await sessions.find('parent', token)).toBeUndefined()
  })

  test('after ten hours a session ends, however much it is used', async () => {
    const token = await sessions.open('desk', specialist, 'nl', how)
    for (let step = 0; step < 30; step += 1) {
      later({ minutes: 20 })
      expect(await sessions.find('desk', token)).toBeDefined()
    }
    later({ minutes: 1 })
    expect(await sessions.find('desk', token)).toBeUndefined()
  })

  test('signing out ends the session at once', async () => {
    const token = await sessions.open('desk', specialist, 'nl', how)
    await sessions.end(token)
    expect(await sessions.find('desk', token)).toBeUndefined()
  })

  test('a language chosen once stays chosen', async () => {
    const token = await sessions.open('desk', specialist, 'nl', how)
    const session = await sessions.find('desk', token)
    if (session === undefined) throw new Error('no session')
    await sessions.chooseLanguage(session, 'en')
    expect((await sessions.find('desk', token))?.language).toBe('en')
  })

  test('looking at a group’s tablet is no sign that somebody read their mail: it shows nothing of what mail tells of', async () => {
    const seen = async () => (await database.selectFrom('mail_person').select('seen_at').executeTakeFirst())?.seen_at
    await database.insertInto('mail_person').values({ person: specialist.person, key_id: 'key', sealed: new Uint8Array(), seen_at: null }).execute()
    await sessions.open('tablet', specialist, 'nl', how)
    expect(await seen()).toBeNull()
    await sessions.open('desk', specialist, 'nl', how)
    expect(await seen()).toBe(clock())
  })

  test('what it wrote last counts, in whatever order it is noted, and goes with it', async () => {
    const token = await sessions.open('desk', specialist, 'nl', how)
    const session = await sessions.find('desk', token)
    if (session === undefined) throw new Error('no session')
    expect(await sessions.lastWritten(session)).toBe(start)
    await Promise.all([positionOf(7), positionOf(12), positionOf(9)].map((position) => sessions.wrote(session, position)))
    expect(await sessions.lastWritten(session)).toBe(positionOf(12))
    await sessions.end(token)
    await sessions.wrote(session, positionOf(20))
    expect(await sessions.lastWritten(session)).toBe(start)
  })

  test('with two windows in one browser the request names its app', async () => {
    const pair = async (app: 'desk' | 'parent', identity: Identity) => sessionCookie(app, await sessions.open(app, identity, 'nl', how), false).split(';')[0]
    const both = { cookie: `${await pair('desk', specialist)}; ${await pair('parent', mother)}` }
    expect((await sessionOf(sessions, both, 'desk'))?.person).toBe(specialist.person)
    expect((await sessionOf(sessions, both, 'parent'))?.person).toBe(mother.person)
    expect(await sessionOf(sessions, both, undefined)).toBeUndefined()
    expect((await sessionOf(sessions, { cookie: await pair('desk', specialist) }, undefined))?.person).toBe(specialist.person)
    expect(await sessionOf(sessions, { cookie: await pair('desk', specialist) }, 'parent')).toBeUndefined()
  })
})

describe('visits', () => {
  test('what came since the visit before is new, and stays new while somebody reads on', async () => {
    const visits = openVisits(database, clock)
    const last = async () => {
      const one = await visits.last(specialist.person, family)
      expect((await visits.lasts(specialist.person)).get(family)).toBe(one)
      return one
    }
    expect(await last()).toBeUndefined()
    await visits.mark(specialist.person, newId())
    await visits.mark(newId(), family)
    await visits.mark(specialist.person, family)
    const first = clock()
    later({ hours: 20 })
    expect(await last()).toBe(first)
    await visits.mark(specialist.person, family)
    later({ minutes: 5 })
    await visits.mark(specialist.person, family)
    expect(await last()).toBe(first)
    later({ hours: 1 })
    expect(await last()).not.toBe(first)
  })
})

describe('drafts', () => {
  const key = createSecretKey(randomBytes(32))
  const text = 'Vandaag at hij 🥕 en zei "مرحبا"'

  test('a draft comes back exactly, for its author and form alone, and is not readable in the file', async () => {
    const drafts = openDrafts(database, key, clock)
    await drafts.save(specialist.person, family, 'contribution', text)
    expect((await drafts.find(specialist.person, family, 'contribution'))?.content).toBe(text)
    expect(await drafts.find(mother.person, family, 'contribution')).toBeUndefined()
    expect(await drafts.find(specialist.person, family, 'goal')).toBeUndefined()
    const { sealed } = await database.selectFrom('draft').select('sealed').executeTakeFirstOrThrow()
    expect(Buffer.from(sealed).includes(Buffer.from('Vandaag'))).toBe(false)
  })

  test('a draft moved to somebody else opens nothing', async () => {
    const drafts = openDrafts(database, key, clock)
    await drafts.save(specialist.person, family, 'contribution', text)
    await database.updateTable('draft').set({ person: mother.person }).execute()
    expect(await drafts.find(mother.person, family, 'contribution')).toBeUndefined()
  })

  test('a draft goes when it is dropped, or after fourteen days', async () => {
    const drafts = openDrafts(database, key, clock)
    await drafts.save(specialist.person, family, 'contribution', text)
    await drafts.drop(specialist.person, family, 'contribution')
    expect(await drafts.find(specialist.person, family, 'contribution')).toBeUndefined()
    await drafts.save(specialist.person, family, 'contribution', text)
    later({ hours: 15 * 24 })
    await drafts.save(specialist.person, family, 'goal', text)
    expect(await drafts.find(specialist.person, family, 'contribution')).toBeUndefined()
  })
})

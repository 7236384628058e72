import { createSecretKey, randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { writeInstant, type IsoInstant } from '@samenspel/kernel'
import { sessionCookie, sessionOf } from './cookies.ts'
import { openDrafts } from './drafts.ts'
import { openSessions, type Identity, type Sessions } from './sessions.ts'
import { openStateDatabase, type StateDatabase } from './state-database.ts'
import { openVisits } from './visits.ts'

const specialist: Identity = { person: '11111111-1111-4111-8111-111111111111', role: 'professional' }
const mother: Identity = { person: '22222222-2222-4222-8222-222222222222', role: 'familyMember' }
const family = '33333333-3333-4333-8333-333333333333'

let now: Temporal.Instant
let database: StateDatabase
const clock = (): IsoInstant => writeInstant(now)
const later = (duration: Temporal.DurationLike) => { now = now.add(duration) }

beforeEach(() => {
  now = Temporal.Instant.from('2026-11-24T09:00:00.000Z')
  database = openStateDatabase(':memory:')
})

describe('sessions', () => {
  let sessions: Sessions
  beforeEach(() => { sessions = openSessions(database, clock) })

  test('a token opens its session; only its hash is kept', () => {
    const token = sessions.open('desk', specialist, 'nl')
    expect(sessions.find('desk', token)).toMatchObject({ ...specialist, app: 'desk', language: 'nl' })
    expect(JSON.stringify(database.prepare('select * from session').all())).not.toContain(token)
  })

  test('a token of one app opens nothing in the other', () => {
    expect(sessions.find('parent', sessions.open('desk', specialist, 'nl'))).toBeUndefined()
  })

  test('a session that rests too long ends, one that is used stays', () => {
    const token = sessions.open('parent', mother, 'nl')
    later({ minutes: 14 })
    expect(sessions.find('parent', token)).toBeDefined()
    later({ minutes: 14 })
    expect(sessions.find('parent', token)).toBeDefined()
    later({ minutes: 16 })
    expect(sessions.find('parent', token)).toBeUndefined()
  })

  test('after ten hours a session ends, however much it is used', () => {
    const token = sessions.open('desk', specialist, 'nl')
    for (let step = 0; step < 30; step += 1) {
      later({ minutes: 20 })
      expect(sessions.find('desk', token)).toBeDefined()
    }
    later({ minutes: 1 })
    expect(sessions.find('desk', token)).toBeUndefined()
  })

  test('signing out ends the session at once', () => {
    const token = sessions.open('desk', specialist, 'nl')
    sessions.end(token)
    expect(sessions.find('desk', token)).toBeUndefined()
  })

  test('a language chosen once stays chosen', () => {
    const token = sessions.open('desk', specialist, 'nl')
    const session = sessions.find('desk', token)
    if (session === undefined) throw new Error('no session')
    sessions.chooseLanguage(session, 'en')
    expect(sessions.find('desk', token)?.language).toBe('en')
  })

  test('with two windows in one browser the request names its app', () => {
    const pair = (app: 'desk' | 'parent', identity: Identity) => sessionCookie(app, sessions.open(app, identity, 'nl'), false).split(';')[0]
    const both = { cookie: `${pair('desk', specialist)}; ${pair('parent', mother)}` }
    expect(sessionOf(sessions, both, 'desk')?.person).toBe(specialist.person)
    expect(sessionOf(sessions, both, 'parent')?.person).toBe(mother.person)
    expect(sessionOf(sessions, both, undefined)).toBeUndefined()
    expect(sessionOf(sessions, { cookie: pair('desk', specialist) }, undefined)?.person).toBe(specialist.person)
    expect(sessionOf(sessions, { cookie: pair('desk', specialist) }, 'parent')).toBeUndefined()
  })
})

describe('visits', () => {
  test('what came since the visit before is new, and stays new while somebody reads on', () => {
    const visits = openVisits(database, clock)
    const last = () => visits.last(specialist.person, family)
    expect(last()).toBeUndefined()
    visits.mark(specialist.person, family)
    const first = clock()
    later({ hours: 20 })
    expect(last()).toBe(first)
    visits.mark(specialist.person, family)
    later({ minutes: 5 })
    visits.mark(specialist.person, family)
    expect(last()).toBe(first)
    later({ hours: 1 })
    expect(last()).not.toBe(first)
  })
})

describe('drafts', () => {
  const key = createSecretKey(randomBytes(32))
  const text = 'Vandaag at hij 🥕 en zei "مرحبا"'

  test('a draft comes back exactly, for its author and form alone, and is not readable in the file', () => {
    const drafts = openDrafts(database, key, clock)
    drafts.save(specialist.person, family, 'contribution', text)
    expect(drafts.find(specialist.person, family, 'contribution')?.content).toBe(text)
    expect(drafts.find(mother.person, family, 'contribution')).toBeUndefined()
    expect(drafts.find(specialist.person, family, 'goal')).toBeUndefined()
    const { sealed } = database.prepare('select sealed from draft').get() as { sealed: Uint8Array }
    expect(Buffer.from(sealed).includes(Buffer.from('Vandaag'))).toBe(false)
  })

  test('a draft moved to somebody else opens nothing', () => {
    const drafts = openDrafts(database, key, clock)
    drafts.save(specialist.person, family, 'contribution', text)
    database.prepare('update draft set person = ?').run(mother.person)
    expect(drafts.find(mother.person, family, 'contribution')).toBeUndefined()
  })

  test('a draft goes when it is dropped, or after fourteen days', () => {
    const drafts = openDrafts(database, key, clock)
    drafts.save(specialist.person, family, 'contribution', text)
    drafts.drop(specialist.person, family, 'contribution')
    expect(drafts.find(specialist.person, family, 'contribution')).toBeUndefined()
    drafts.save(specialist.person, family, 'contribution', text)
    later({ hours: 15 * 24 })
    drafts.save(specialist.person, family, 'goal', text)
    expect(drafts.find(specialist.person, family, 'contribution')).toBeUndefined()
  })
})

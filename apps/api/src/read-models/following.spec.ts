import { createSecretKey, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId, personas } from '@samenspel/demo-region'
import type { SealedStore } from '@samenspel/event-codec'
import { UnreadableEvent, type Position } from '@samenspel/event-store'
import { newId, systemClock } from '@samenspel/kernel'
import type { Trouble } from '@samenspel/read-models'
import { openFiles } from '../composition/open-files.ts'
import { openSessions, type Session, type Sessions } from '../sessions/sessions.ts'
import { openedRegion, type OpenedRegion } from '../testing/opened-region.ts'
import { followIntoTables, type Following, type ReadModels } from './following.ts'

const key = createSecretKey(randomBytes(32))
const verhoeven = demoId('family verhoeven')
let region: OpenedRegion
beforeAll(async () => { region = await openedRegion() })
afterAll(() => region.close())

type Followed = { readonly models: ReadModels & Following; readonly sessions: Sessions; readonly troubles: readonly Trouble[] }
/** Follows the log for as long as `work` takes. */
const following = async (work: (followed: Followed) => Promise<void>, events: SealedStore = region.stores.events): Promise<void> => {
  const stopping = new AbortController()
  const troubles: Trouble[] = []
  const sessions = openSessions(region.stores.state, systemClock)
  const models = await followIntoTables({ events, tables: region.stores.tables, key, sessions, signal: stopping.signal, report: (trouble) => { troubles.push(trouble) } })
  try {
    await work({ models, sessions, troubles })
  } finally {
    stopping.abort()
    await models.done
  }
}

const signIn = async (sessions: Sessions, persona: string): Promise<Session> => {
  const found = personas.find(({ id }) => id === persona)
  if (found === undefined) throw new Error(`no persona ${persona}`)
  const { app, person, role, organisation } = found
  const session = await sessions.find(app, await sessions.open(app, { person, role, ...(organisation !== undefined && { organisation: organisation.id }) }, 'nl', { secondFactor: true, device: '' }))
  if (session === undefined) throw new Error('no session')
  return session
}
const seenBy = async ({ models, sessions }: Followed) => ({
  families: await Promise.all(personas.map(async ({ id }) => models.participations.familiesOf(await signIn(sessions, id)))),
  cases: await models.participations.cases(await signIn(sessions, 'privacy-officer')),
  confirming: await models.unfinished.confirming(),
})

/** The log, of which what comes is held back until it is let go. */
const heldBack = (): { readonly events: SealedStore; readonly letGo: () => void } => {
  const gate = Promise.withResolvers<void>()
  return {
    letGo: gate.resolve,
    events: { ...region.stores.events, subscribe: (options, handle) => region.stores.events.subscribe(options, async (event) => { await gate.promise; await handle(event) }) },
  }
}

/** The coordinator tells of a grandmother. */
const addGrandmother = async (): Promise<{ readonly person: string; readonly position: Position }> => {
  const hanne = personas.find(({ id }) => id === 'coordinator')
  const person = newId()
  const { refusal, position } = await openFiles(region.stores.events).cases.handle(verhoeven, {
    type: 'AddMember', by: { person: hanne?.person ?? '', role: 'professional', organisation: hanne?.organisation?.id ?? '' }, at: systemClock(), registrationValid: true,
    memberId: person, role: 'grandparent', firstName: 'Corrie', inHousehold: false, isIndexChild: false,
  }, newId())
  if (refusal !== undefined) throw new Error(refusal.code)
  return { person, position }
}

describe('tables that follow the log', () => {
  test('show who has to do with which family, and are made again when their file is gone', async () => {
    let before: unknown
    await following(async (followed) => {
      await followed.models.caughtUp()
      before = await seenBy(followed)
      expect(before).toMatchObject({ cases: expect.arrayContaining([{ familyId: expect.any(String), caseNumber: expect.any(String) }]) })
      expect(await followed.models.isHeldUp()).toBe(false)
    })
    await region.dropTables()
    await following(async (followed) => {
      await followed.models.caughtUp()
      expect(await seenBy(followed)).toEqual(before)
    })
  })

  test('show a session what it wrote itself, also when they are late; other sessions do not wait for it', async () => {
    const { events, letGo } = heldBack()
    await following(async ({ models: { participations, caughtUp }, sessions }) => {
      await caughtUp()
      const { person, position } = await addGrandmother()
      const own: Session = { ...await signIn(sessions, 'mother'), person }
      const other: Session = { ...await signIn(sessions, 'father'), person }
      await sessions.wrote(own, position)
      const waiting = participations.familiesOf(own)
      expect(await participations.familiesOf(other)).toEqual([])
      letGo()
      expect(await waiting).toEqual([verhoeven])
    }, events)
  })

  test('a session that waits too long hears that it can try again', async () => {
    const { events, letGo } = heldBack()
    await following(async ({ models: { participations, caughtUp }, sessions }) => {
      await caughtUp()
      const { position } = await addGrandmother()
      const own = await signIn(sessions, 'coordinator')
      await sessions.wrote(own, position)
      await expect(participations.familiesOf(own)).rejects.toThrow('try-again')
      letGo()
      expect(await participations.familiesOf(own)).toContain(verhoeven)
    }, events)
  })

  test('the furthest write counts, also after a restart', async () => {
    const [first, second] = [await addGrandmother(), await addGrandmother()]
    const sessions = openSessions(region.stores.state, systemClock)
    const own = await signIn(sessions, 'coordinator')
    await sessions.wrote(own, second.position)
    await sessions.wrote(own, first.position)
    await region.reopen()
    expect(await openSessions(region.stores.state, systemClock).lastWritten(own)).toBe(second.position)
  })

  test('while they are made anew show no less than before', async () => {
    const [asked, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let isRebuilding = false
    const events: SealedStore = {
      ...region.stores.events,
      readAll: async function* (options) {
        for await (const event of region.stores.events.readAll(options)) {
          yield event
          if (isRebuilding) { asked.resolve(); await gate.promise }
        }
      },
    }
    await following(async (followed) => {
      const { models } = followed
      const seen = () => Promise.all([seenBy(followed), models.whereabouts.practitioners()])
      await models.caughtUp()
      const before = await seen()
      isRebuilding = true
      const rebuilt = models.rebuild()
      await asked.promise
      expect(await seen()).toEqual(before)
      gate.resolve()
      await rebuilt
      expect(await seen()).toEqual(before)
    }, events)
  })

  test('an event that can not be read is set aside, and that is told without a word of what it says', async () => {
    const { person, position } = await addGrandmother()
    const check = <Event extends { readonly position: Position }>(event: Event): Event => {
      if (event.position === position) throw new UnreadableEvent('unreadable-content', { stream: `family-${verhoeven}`, revision: 0, id: newId(), type: 'MemberAdded', position })
      return event
    }
    const events: SealedStore = {
      ...region.stores.events,
      readAll: async function* (options) { for await (const event of region.stores.events.readAll(options)) yield check(event) },
      subscribe: (options, handle) => region.stores.events.subscribe(options, (event) => handle(check(event))),
    }
    await following(async ({ models: { participations, caughtUp, isHeldUp }, sessions, troubles }) => {
      await caughtUp()
      expect(troubles).toEqual([{ follower: 'participations', what: 'set-aside', code: 'unreadable-content', eventId: expect.any(String) }])
      expect(await isHeldUp()).toBe(true)
      expect(await participations.familiesOf({ ...await signIn(sessions, 'mother'), person })).toEqual([])
    }, events)
  })

  test('lead who works in a group to the families of its children', async () => {
    const files = openFiles(region.stores.events)
    const [group, worker] = [newId(), demoId('practitioner of another family')]
    const by = { person: demoId('practitioner lotte'), role: 'professional', organisation: demoId('organisation wilgenboom'), discipline: 'dayCentre' } as const
    const at = systemClock()
    await files.practitioners.handle(worker, { type: 'RegisterPractitioner', by, at, practitionerId: worker, name: 'Ina Kuiper', title: 'invalkracht', discipline: 'dayCentre', organisation: by.organisation }, newId())
    await files.practitioners.handle(worker, { type: 'RecordGroupDuty', by, at, dutyId: newId(), groupId: group, organisation: by.organisation, leader: by.person, from: '2026-11-24' }, newId())
    const { refusal } = await files.cases.handle(verhoeven, { type: 'PlaceInGroup', by, at, registrationValid: false, placementId: newId(), child: demoId('verhoeven sem'), organisation: by.organisation, groupId: group, groups: [group], from: '2026-11-24' }, newId())
    expect(refusal).toBeUndefined()
    await following(async ({ models: { participations, caughtUp }, sessions }) => {
      await caughtUp()
      expect(await participations.familiesOf({ ...await signIn(sessions, 'coach'), person: worker })).toEqual([verhoeven])
    })
  })

  test('hold no case number in clear', async () => {
    await following(async ({ models: { participations, caughtUp }, sessions }) => {
      await caughtUp()
      const numbers = (await participations.cases(await signIn(sessions, 'privacy-officer'))).map(({ caseNumber }) => caseNumber)
      expect(numbers).toContain('DD-2041')
      const files = (await readdir(join(region.folder, 'data'))).filter((name) => name.startsWith('read-models'))
      const bytes = await Promise.all(files.map((name) => readFile(join(region.folder, 'data', name), 'latin1')))
      expect(numbers.filter((number) => bytes.some((text) => text.includes(number)))).toEqual([])
    })
  })
})

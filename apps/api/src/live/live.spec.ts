import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId, personas } from '@samenspel/demo-region'
import type { FamilyCaseCommand } from '@samenspel/family-case'
import { addDays, dayOf, newId, systemClock, writeInstant } from '@samenspel/kernel'
import { WebSocket } from 'ws'
import { openDisclosing } from '../disclosure/disclosing.ts'
import { openSessions } from '../sessions/sessions.ts'
import { openVisits } from '../sessions/visits.ts'
import { documents } from '../testing/documents.ts'
import { command, dataOf } from '../testing/family.ts'
import { inTime } from '../testing/in-time.ts'
import { connectLive, type Heard, type LiveClient } from '../testing/live-client.ts'
import { usualUrgentNumbers } from '../settings.ts'
import { addWords, openTrack, readTracks, releaseNotes, takeStep, type Track } from '../testing/safety.ts'
import { ask, startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'

const verhoeven = demoId('family verhoeven')
const sem = demoId('verhoeven sem')
const anouk = demoId('verhoeven anouk')

let api: RunningApi
const open: LiveClient[] = []
beforeAll(async () => { api = await startApi() })
afterAll(async () => {
  for (const client of open) client.close()
  await api.stop()
})

const live = ({ cookie }: Pick<Somebody, 'cookie'>, params?: { readonly app: string }): LiveClient => {
  const client = connectLive(api.url, { cookie }, params)
  open.push(client)
  return client
}
const personOf = (persona: string): string => personas.find(({ id }) => id === persona)?.person ?? ''

/** Listens to what changes in the family; settles once the server listens too, which it notes in the access log. */
const changesOn = async (cookie: string, person: string): Promise<Heard> => {
  const noted = async () => (await api.accessLog.read(verhoeven)).filter(({ by, operation }) => operation === 'familyChanged' && by.person === person).length
  const before = await noted()
  const heard = live({ cookie }).listen(familyChanged, { id: verhoeven })
  while (await noted() === before) await setImmediate()
  return heard
}
const changesFor = async (persona: string): Promise<Heard & { readonly somebody: Somebody }> => {
  const somebody = await api.as(persona)
  return { somebody, ...await changesOn(somebody.cookie, personOf(persona)) }
}

const familyChanged = 'subscription ($id: ID!) { familyChanged(familyId: $id) { familyId } }'
const changed = { familyChanged: { familyId: verhoeven } }

const contribution = async (somebody: Somebody, subject: { readonly kind: string; readonly memberIds: readonly string[] }, category: string, situation: string) => {
  const input = { kind: 'NOTE', subject, category, setting: 'GROUP', occurredOn: dayOf(systemClock(), 'Europe/Amsterdam'), situation }
  dataOf(await command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }', { familyId: verhoeven, input }))
}
const aboutSem = (somebody: Somebody, situation: string) => contribution(somebody, { kind: 'CHILD', memberIds: [sem] }, 'SOCIAL', situation)
const aboutTherapy = (somebody: Somebody, situation: string) => contribution(somebody, { kind: 'ADULT', memberIds: [anouk] }, 'MENTAL_HEALTH', situation)

describe('the start page of a professional', () => {
  type Items = { readonly today: { readonly count: number; readonly items: readonly { readonly id: string; readonly group: string; readonly familyId: string | null; readonly text: string; readonly place: string }[] } }
  const todayOf = async (somebody: Somebody) => dataOf<Items>(await somebody.ask('{ today { count items { id group familyId text place } } }')).today
  const lines = async (person: string) => (await api.accessLog.read(verhoeven)).filter(({ by, operation }) => operation === 'today' && by.person === person)

  test('says what is asked of who coordinates, and leaves lines of what it showed', async () => {
    const hanne = await api.as('coordinator')
    const before = await lines(personOf('coordinator'))
    const { count, items } = await todayOf(hanne)
    const asking = items.filter(({ group }) => ['CALL', 'ASKED', 'REVIEW', 'ENDING'].includes(group))
    expect(count).toBe(asking.length)
    expect(items.some(({ familyId, group }) => familyId === verhoeven && group === 'CHANGED')).toBe(true)
    expect(new Set(items.map(({ id, familyId }) => `${id} ${familyId ?? ''}`)).size).toBe(items.length)
    const whole = await lines(personOf('coordinator'))
    expect(whole.length - before.length).toBeGreaterThan(1)
    // A look at the number alone is a look at the family, and at nothing in it.
    expect(dataOf<Items>(await hanne.ask('{ today { count } }')).today.count).toBe(count)
    expect((await lines(personOf('coordinator'))).slice(whole.length).map(({ category }) => category)).toEqual(['contact'])
  })

  test('has nothing for a family or an office', async () => {
    for (const persona of ['mother', 'privacy-officer']) expect(await todayOf(await api.as(persona))).toEqual({ count: 0, items: [] })
  })

  test('is told of as soon as it is listened to, then of what changed there, and of nothing that is hidden', async () => {
    const [lotte, nadia, femke] = [await api.as('pedagogical-worker'), await api.as('therapist'), await api.as('youth-care-worker')]
    const document = (await documents()).find(({ app, name }) => app === 'desk' && name === 'TodayChanged')
    const heard = live({ cookie: lotte.cookie }).listen(document?.text ?? '', {})
    expect(await heard.next()).toHaveProperty('todayChanged')
    await aboutSem(femke, 'Hij wees naar de zon.')
    expect(await heard.next()).toHaveProperty('todayChanged')
    const before = JSON.stringify(await todayOf(lotte))
    for (const situation of ['Een eerste gesprek.', 'Een tweede gesprek.']) await aboutTherapy(nadia, situation)
    expect(JSON.stringify(await todayOf(lotte))).toBe(before)
    heard.stop()
  })
})

describe('an open page of a family', () => {
  test('hears of what somebody else writes, each time', async () => {
    const hanne = await changesFor('coordinator')
    const lotte = await api.as('pedagogical-worker')
    await aboutSem(lotte, 'Sem bouwde een toren.')
    expect(await hanne.next()).toEqual(changed)
    await aboutSem(lotte, 'En gooide hem om.')
    expect(await hanne.next()).toEqual(changed)
  })

  test.each([['mother', 'parent'], ['coordinator', 'desk']] as const)('is told as soon as it is listened to: what it reads from then on misses nothing (%s)', async (persona, app) => {
    const document = (await documents()).find((one) => one.app === app && one.name === 'FamilyChanged')
    const heard = live(await api.as(persona), { app }).listen(document?.text ?? '', { familyId: verhoeven })
    expect(await heard.next()).toMatchObject(changed)
    await aboutSem(await api.as('pedagogical-worker'), 'Sem keek lang naar de regen.')
    expect(await heard.next()).toMatchObject(changed)
    heard.stop()
  })

  test('hears nothing at all of what is hidden from it', async () => {
    const lotte = await changesFor('pedagogical-worker')
    const [nadia, femke] = [await changesFor('therapist'), await api.as('youth-care-worker')]
    for (const situation of ['Een eerste gesprek.', 'Een tweede gesprek.', 'Een derde gesprek.']) {
      await aboutTherapy(nadia.somebody, situation)
      expect(await nadia.next()).toEqual(changed)
      // Whoever asks anew is answered after everybody who listens was told.
      dataOf(await lotte.somebody.ask('query ($id: ID!) { family(id: $id) { name } }', { id: verhoeven }))
    }
    await aboutSem(femke, 'Thuis wees hij naar de maan.')
    const heard = [await lotte.next()]
    lotte.stop()
    for (let message = await lotte.next(); message !== undefined; message = await lotte.next()) heard.push(message)
    expect(heard).toEqual([changed])
  })

  test('is told one last time when access ends, and then nothing more', async () => {
    // A colleague of whom nothing is written yet, and who sees no more than what everybody of the team sees.
    const [griet, membershipId] = [demoId('practitioner griet'), newId()]
    const yesterday = addDays(dayOf(systemClock(), 'Europe/Amsterdam'), -1)
    const record = async (command: FamilyCaseCommand) => { expect(await api.files.cases.handle(verhoeven, command, newId())).not.toHaveProperty('refusal') }
    const coordinating = () => ({ by: { person: personOf('coordinator'), role: 'professional', organisation: demoId('organisation schakel') }, at: systemClock(), registrationValid: true }) as const
    await record({
      type: 'AddTeamMember', ...coordinating(), membershipId, practitionerId: griet, organisation: demoId('organisation beuk'), discipline: 'adultMentalHealth',
      subject: { kind: 'child', person: sem }, category: 'social', from: yesterday, isCoach: false,
    })
    const cookie = `samenspel_desk=${await openSessions(api.stores.state, systemClock).open('desk', { person: griet, role: 'professional' }, 'nl', { secondFactor: true, device: '' })}`
    const heard = await changesOn(cookie, griet)
    await record({ type: 'EndTeamMembership', ...coordinating(), membershipId, until: yesterday })
    expect(await heard.next()).toEqual(changed)
    expect((await ask(api.url, 'query ($id: ID!) { family(id: $id) { name } }', { id: verhoeven }, { cookie })).data).toEqual({ family: null })
    expect(await heard.next()).toBeUndefined()
  })

  describe('hears of what was recorded elsewhere than in its file, who may know of it', () => {
    const [hannePerson, lottePerson] = [personOf('coordinator'), personOf('pedagogical-worker')]
    const officer = { person: personOf('privacy-officer'), role: 'privacyOfficer' } as const
    const today = dayOf(systemClock(), 'Europe/Amsterdam')
    /** What was heard until something that both may see was told of. */
    const heardUntil = async (listening: Heard, somebody: Somebody): Promise<readonly unknown[]> => {
      await aboutSem(somebody, 'Hij zong een liedje.')
      return heardBy(listening)
    }
    /** What somebody heard, up to the next that they hear. */
    const heardBy = async (listening: Heard): Promise<readonly unknown[]> => {
      const heard = [await listening.next()]
      listening.stop()
      for (let message = await listening.next(); message !== undefined; message = await listening.next()) heard.push(message)
      return heard
    }
    const readBy = (somebody: Somebody) => somebody.askBytes('query ($id: ID!) { family(id: $id) { worksOnSafety emergencies { by } contributions(first: 100) { nodes { situation } } } }', { id: verhoeven })

    test('that an entry is kept shut (GDPR 18), not that somebody asked for it', async () => {
      const lotte = await api.as('pedagogical-worker')
      const words = `Wordt straks op slot gezet, ${newId()}.`
      await aboutSem(lotte, words)
      const { family: { contributions: { nodes } } } = dataOf<{ family: { contributions: { nodes: readonly { id: string; situation: string }[] } } }>(
        await lotte.ask('query ($id: ID!) { family(id: $id) { contributions(first: 100) { nodes { id situation } } } }', { id: verhoeven }))
      const entryId = nodes.find(({ situation }) => situation === words)?.id ?? ''
      const requestId = newId()
      const hanne = await changesFor('coordinator')
      const ask = await api.files.requests.handle(verhoeven, { type: 'AskRestriction', by: { person: anouk, role: 'familyMember' }, at: systemClock(), requestId, entryId, ground: 'contested', receivedOn: today }, newId())
      expect(ask).not.toHaveProperty('refusal')
      expect(await readBy(hanne.somebody)).toContain(words)
      expect(await api.files.requests.handle(verhoeven, { type: 'SetRestriction', by: officer, at: systemClock(), requestId }, newId())).not.toHaveProperty('refusal')
      expect(await hanne.next()).toEqual(changed)
      expect(await readBy(hanne.somebody)).not.toContain(words)
      expect(await heardUntil(hanne, lotte)).toEqual([changed])
    })

    test('that a safety track began, within its circle alone (S-04)', async () => {
      const [lotte, hanne] = [await changesFor('pedagogical-worker'), await changesFor('coordinator')]
      dataOf(await openTrack(lotte.somebody, verhoeven, { childId: sem, words: 'Signalen.' }))
      expect(await lotte.next()).toEqual(changed)
      expect(await readBy(lotte.somebody)).toContain('"worksOnSafety":true')
      expect(await heardUntil(hanne, lotte.somebody)).toEqual([changed])
    })

    test('that a note about safety was given to a parent, that parent alone, and of what they do not read nothing (S-04)', async () => {
      const [lotte, mother, father] = [await api.as('pedagogical-worker'), await changesFor('mother'), await changesFor('father')]
      const [track] = dataOf<{ safetyTracks: readonly Track[] }>(await readTracks(lotte, verhoeven)).safetyTracks
      const inTrack = { familyId: verhoeven, trackId: track?.id ?? '' }
      dataOf(await takeStep(lotte, inTrack, { step: 'SIGNALS', words: 'Nog een signaal.' }))
      dataOf(await releaseNotes(lotte, inTrack, track?.notes.map(({ id }) => id) ?? [], anouk))
      expect(await mother.next()).toEqual(changed)
      expect(await heardUntil(mother, lotte)).toEqual([changed])
      expect(await heardBy(father)).toEqual([changed])
    })

    test('that a parent put own words beside a note about safety, who works in the track and that parent alone (P-03)', async () => {
      const [lotte, mother, father, hanne] = [await changesFor('pedagogical-worker'), await changesFor('mother'), await changesFor('father'), await changesFor('coordinator')]
      const [track] = dataOf<{ safetyTracks: readonly Track[] }>(await readTracks(mother.somebody, verhoeven)).safetyTracks
      dataOf(await addWords(mother.somebody, verhoeven, track?.notes[0]?.id ?? '', 'Die avond was er visite.'))
      expect([await lotte.next(), await mother.next()]).toEqual([changed, changed])
      // The next that everybody may see is the first that these two hear.
      expect(await heardUntil(father, lotte.somebody)).toEqual([changed])
      expect(await heardBy(hanne)).toEqual([changed])
    })

    test('that a record was opened in an emergency (L-10), who coordinates alone', async () => {
      const [hanne, lotte] = [await changesFor('coordinator'), await changesFor('pedagogical-worker')]
      const opened = await api.files.emergencies.handle('accesses', {
        type: 'OpenAccess', by: { person: personOf('paediatrician'), role: 'professional' }, at: systemClock(), secondFactor: true, zone: 'Europe/Amsterdam', openingId: newId(), familyId: verhoeven,
        about: { kind: 'child', person: sem }, reason: 'lifeInDanger', words: 'Ligt op de spoed.',
      }, newId())
      expect(opened).not.toHaveProperty('refusal')
      expect(await hanne.next()).toEqual(changed)
      expect(await heardUntil(lotte, lotte.somebody)).toEqual([changed])
    })

    test('that a duty in the group of the child is over (K-14)', async () => {
      const [ina, dutyId, organisation, yesterday] = [newId(), newId(), demoId('organisation wilgenboom'), addDays(today, -1)]
      const lotte = await api.as('pedagogical-worker')
      const { openGroup: { id: groupId } } = dataOf<{ openGroup: { id: string } }>(await command(lotte, 'mutation ($commandId: ID!, $name: String!) { openGroup(commandId: $commandId, name: $name) { id } }', { name: 'Mierengroep' }))
      dataOf(await command(lotte, 'mutation ($commandId: ID!, $familyId: ID!, $childId: ID!, $groupId: ID!, $from: Date!) { placeInGroup(commandId: $commandId, familyId: $familyId, childId: $childId, groupId: $groupId, from: $from) { id } }', { familyId: verhoeven, childId: sem, groupId, from: yesterday }))
      const leading = () => ({ by: { person: lottePerson, role: 'professional', organisation }, at: systemClock(), leader: lottePerson }) as const
      await api.files.practitioners.handle(ina, { type: 'RegisterPractitioner', by: { person: hannePerson, role: 'system' }, at: systemClock(), practitionerId: ina, name: 'Ina Kuiper', title: 'pedagogisch medewerker', discipline: 'dayCentre', organisation }, newId())
      expect(await api.files.practitioners.handle(ina, { type: 'RecordGroupDuty', ...leading(), dutyId, groupId, organisation, from: yesterday }, newId())).not.toHaveProperty('refusal')
      const heard = await changesOn(`samenspel_desk=${await openSessions(api.stores.state, systemClock).open('desk', { person: ina, role: 'professional' }, 'nl', { secondFactor: true, device: '' })}`, ina)
      expect(await api.files.practitioners.handle(ina, { type: 'EndGroupDuty', ...leading(), dutyId, until: yesterday }, newId())).not.toHaveProperty('refusal')
      expect(await heard.next()).toEqual(changed)
      expect(await heard.next()).toBeUndefined()
    })
  })

  test('hears nothing any more once its session has ended', async () => {
    const hanne = await changesFor('coordinator')
    await fetch(`${api.url}/sign-out`, { method: 'POST', headers: { cookie: hanne.somebody.cookie } })
    await aboutSem(await api.as('pedagogical-worker'), 'Hij sliep goed.')
    expect(await hanne.next()).toBeUndefined()
  })

  test('is not told by the end of a session that something hidden was recorded (T13)', async () => {
    const [lotte, nadia] = [await changesFor('pedagogical-worker'), await changesFor('therapist')]
    await fetch(`${api.url}/sign-out`, { method: 'POST', headers: { cookie: lotte.somebody.cookie } })
    let isOver = false
    const end = lotte.next().then(() => { isOver = true })
    for (const situation of ['Een derde gesprek.', 'Een vierde gesprek.']) {
      await aboutTherapy(nadia.somebody, situation)
      expect(await nadia.next()).toEqual(changed)
    }
    expect(isOver).toBe(false)
    await aboutSem(await api.as('youth-care-worker'), 'Hij zwaaide.')
    await end
  })

  test('of a family that does not open is refused as one that is not there', async () => {
    const theresa = live(await api.as('pregnant-woman'))
    for (const id of [verhoeven, newId()]) await expect(theresa.listen(familyChanged, { id }).next()).rejects.toThrow('not-found')
  })
})

describe('what was recorded', () => {
  test('counts, not that time passes or that somebody looked', async () => {
    const visited = await api.as('coach')
    const session = await openSessions(api.stores.state, systemClock).find('desk', visited.cookie.split('=')[1] ?? '')
    if (session === undefined) throw new Error('no session')
    let now = systemClock()
    const look = await openDisclosing({
      files: api.files, log: { write: () => Promise.resolve(), read: () => Promise.resolve([]), position: () => Promise.resolve(''), revisions: () => Promise.resolve(new Map()), forget: () => undefined }, visits: openVisits(api.stores.state, () => now), sessions: openSessions(api.stores.state, systemClock),
      breadth: { opens: () => Promise.resolve(true) }, participations: { familiesOf: () => Promise.resolve([]), cases: () => Promise.resolve([]) }, clock: () => now, urgentNumbers: usualUrgentNumbers, namesStaff: true,
    }).watch(session, verhoeven)
    dataOf(await command(visited, 'mutation ($familyId: ID!) { markVisited(familyId: $familyId) { id } }', { familyId: verhoeven }))
    now = writeInstant(Temporal.Instant.from(now).add({ hours: 30 }))
    await aboutTherapy(await api.as('therapist'), 'Een vierde gesprek.')
    expect(await look?.()).toBe('same')
    await aboutSem(await api.as('pedagogical-worker'), 'Hij lachte.')
    expect(await look?.()).toBe('changed')
  })
})

describe('a search for proposals', () => {
  test('is followed from its first sketch until it is done', async () => {
    const hanne = await api.as('coordinator')
    type Run = { readonly state: string; readonly proposals: readonly unknown[] }
    const { id, states } = await inTime(async () => {
      const { startProposals } = dataOf<{ startProposals: { id: string } }>(await command(hanne,
        'mutation ($commandId: ID!, $familyId: ID!) { startProposals(commandId: $commandId, familyId: $familyId, input: { lighter: false }) { id } }', { familyId: verhoeven }))
      const heard = live(hanne).listen('subscription ($id: ID!) { proposalRun(id: $id) { state proposals { id kind } } }', startProposals)
      const all: Run[] = []
      for (let message = await heard.next(); message !== undefined; message = await heard.next()) all.push((message as { proposalRun: Run }).proposalRun)
      return { id: startProposals.id, states: all }
    }, ({ states: [first] }) => first?.state === 'RUNNING')
    expect(states.at(-1)?.state).toBe('DONE')
    expect(states.at(-1)?.proposals.length).toBeGreaterThanOrEqual(2)
    const lotte = await api.as('pedagogical-worker')
    await expect(live(lotte).listen('subscription ($id: ID!) { proposalRun(id: $id) { state } }', { id }).next()).rejects.toThrow('run-unknown')
  })
})

describe('a live connection', () => {
  const statusOf = async (path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> => {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}${path}`, ['graphql-transport-ws'], { headers })
    socket.on('error', () => undefined)
    const [, response] = await once(socket, 'unexpected-response') as [unknown, { readonly statusCode?: number; readonly destroy: () => void }]
    response.destroy()
    return response.statusCode
  }
  test('from a page of another site is refused, whatever cookie it brings', async () => {
    const { cookie } = await api.as('coordinator')
    expect(await statusOf('/graphql', { cookie, origin: 'https://elsewhere.example' })).toBe(403)
    expect(await statusOf('/elsewhere', { cookie })).toBe(403)
  })
  test('without a session is refused', async () => {
    for (const cookie of ['', 'samenspel_desk=nobody']) await expect(live({ cookie }).listen(familyChanged, { id: verhoeven }).next()).rejects.toMatchObject({ code: 4403 })
  })
  test('of two apps in one browser says which one it is', async () => {
    const cookie = `${(await api.as('coordinator')).cookie}; ${(await api.as('mother')).cookie}`
    await expect(live({ cookie }).listen(familyChanged, { id: verhoeven }).next()).rejects.toMatchObject({ code: 4403 })
    const heard = live({ cookie }, { app: 'parent' }).listen(familyChanged, { id: newId() })
    await expect(heard.next()).rejects.toThrow('not-found')
  })
  test('carries nothing but what is live, and not without end', async () => {
    const hanne = live(await api.as('coordinator'))
    await expect(hanne.listen('{ me { name } }', {}).next()).rejects.toThrow('request-invalid')
    await expect(hanne.listen('subscription { nothing', {}).next()).rejects.toThrow('request-invalid')
    const listen = () => hanne.listen(familyChanged, { id: verhoeven }).next()
    for (let six = 0; six < 6; six += 1) listen().catch(() => undefined)
    await expect(listen()).rejects.toThrow('too-many-at-once')
  })
})

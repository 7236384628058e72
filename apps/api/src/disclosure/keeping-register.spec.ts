/** Lists of people brought into a register: what is decided is decided at once, and whoever stops it, it comes out whole (decision 080). */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { newId, system, type OrganisationId, type PersonId } from '@samenspel/kernel'
import { usualRegistrationTerms } from '@samenspel/register'
import type { AllFiles } from '../composition/files.ts'
import { openFiles } from '../composition/open-files.ts'
import { openStores, type Stores } from '../composition/stores.ts'
import { Refused } from '../graphql/refused.ts'
import { openRegisterImports } from '../processes/register-imports.ts'
import type { Session } from '../sessions/sessions.ts'
import { settingsIn } from '../testing/running-api.ts'
import { openKeepingRegister } from './keeping-register.ts'

const at = '2027-01-11T09:00:00.000Z'
let folder: string
let stores: Stores
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-register-'))
  stores = await openStores(settingsIn(folder))
})
afterAll(async () => {
  await stores.close()
  await rm(folder, { recursive: true, force: true })
})

let house: OrganisationId
let keeper: Session
beforeEach(async () => {
  house = newId()
  keeper = { person: newId(), role: 'privacyOfficer', organisation: house, app: 'desk', language: 'nl', key: '', secondFactor: true }
  const { organisations } = openFiles(stores.events)
  await organisations.handle(house, { type: 'RegisterOrganisation', by: system, at, organisationId: house, name: 'Huis', discipline: 'imhSpecialist', jurisdiction: 'NL' }, newId())
  await organisations.handle(house, { type: 'AddLocation', by: system, at, locationId: newId(), name: 'Huis, voorkant', address: 'Straat 1', point: { x: 0, y: 0 } }, newId())
})

const everybody = async (): Promise<readonly PersonId[]> => {
  const found: PersonId[] = []
  for await (const { stream } of stores.events.readAll({ filter: { streamPrefix: 'practitioner-', types: ['PractitionerRegistered'] } })) found.push(stream.slice('practitioner-'.length))
  return found
}
const everyHouse = async (): Promise<readonly OrganisationId[]> => {
  const found: OrganisationId[] = []
  for await (const { stream } of stores.events.readAll({ filter: { streamPrefix: 'organisation-', types: ['OrganisationRegistered'] } })) found.push(stream.slice('organisation-'.length))
  return found
}
/** One process of the application, with a memory of its own; `files` may fail as a machine does. */
const process = (files: AllFiles = openFiles(stores.events)) => {
  const imports = openRegisterImports(files, () => at)
  const keepers = { keeps: ({ person, organisation }: Session) => Promise.resolve(person === keeper.person ? organisation : undefined) }
  return { imports, register: openKeepingRegister({ files, sessions: { wrote: () => Promise.resolve() } as never, clock: () => at }, { keepers, partners: { everybody, organisations: everyHouse }, imports, registrationMonths: usualRegistrationTerms }) }
}
const list = (...rows: readonly string[]) => ['naam;functie;e-mail;telefoon;registratienummer;registratie van;plekken;talen', ...rows].join('\r\n')
const three = list('Ada;IMH-specialist;ada@example.org;+31 6;IMH 7;1-1-2026;Huis, voorkant;Nederlands | Turks', 'Bo;arts;bo@example.org;;;;;', 'Cé;"arts; vervanger";ce@example.org;;;;;')
const namesNow = async () => (await process().register.view(keeper)).people.map(({ name }) => name)
const codeOf = async (doing: Promise<unknown>): Promise<string> => doing.then(() => 'done', (error: unknown) => error instanceof Refused ? error.refusal.code : String(error))
/** How many events there are about people of this house, whoever they are. */
const recorded = async () => {
  let count = 0
  for await (const { envelope } of stores.events.readAll({ filter: { streamPrefix: 'practitioner-' } })) if (envelope.organisation === house || envelope.actor === keeper.person) count++
  return count
}

describe('a list of people', () => {
  test('is shown before anything is saved, brought in as a whole, and all the same afterwards', async () => {
    const { register } = process()
    const preview = await register.preview(keeper, 'staff', three)
    expect(preview).toMatchObject({ added: 3, changed: 0, same: 0, wrong: 0, unread: [] })
    expect(await namesNow()).toEqual([])
    await register.bringIn(keeper, newId(), 'staff', three, preview.seen)
    expect((await process().register.view(keeper)).people).toMatchObject([
      { name: 'Ada', email: 'ada@example.org', phone: '+31 6', registrationNumber: 'IMH 7', registeredUntil: '2030-12-31', languages: [{ tag: 'nl' }, { tag: 'tr' }] }, { name: 'Bo' }, { name: 'Cé', title: 'arts; vervanger' },
    ])
    expect(await register.preview(keeper, 'staff', three)).toMatchObject({ added: 0, changed: 0, same: 3 })
    const { content } = await register.list(keeper, 'staff', false)
    expect(content).toContain('\'+31 6')
    expect(await register.preview(keeper, 'staff', content)).toMatchObject({ same: 3, wrong: 0, unread: [] })
  })
  test('the example that is given can itself be brought in', async () => {
    const { register } = process()
    for (const language of ['nl', 'en'] as const) {
      const asked = { ...keeper, language }
      expect(await register.preview(asked, 'staff', (await register.list(asked, 'staff', true)).content)).toMatchObject({ added: 2, wrong: 0, unread: [] })
    }
  })
  test('with one row that can’t be leaves everything as it was', async () => {
    const { register } = process()
    const wrong = list('Ada;IMH-specialist;ada@example.org;;;;;', 'Bo;;bo;;;;Elders;')
    const preview = await register.preview(keeper, 'staff', wrong)
    expect(preview.rows[1]).toMatchObject({ kind: 'wrong', problems: [{ column: 'plekken' }, { column: 'functie' }, { column: 'e-mail' }] })
    expect(await codeOf(register.bringIn(keeper, newId(), 'staff', wrong, preview.seen))).toBe('file-has-wrong-rows')
    expect([await namesNow(), await recorded()]).toEqual([[], 0])
  })
  test('that was looked at before somebody changed the register is brought in not at all', async () => {
    const { register } = process()
    const { seen } = await register.preview(keeper, 'staff', three)
    await process().register.add(keeper, newId(), { name: 'Bo', title: 'arts', discipline: 'imhSpecialist', email: 'bo@example.org', languages: [], places: [] })
    const before = await recorded()
    expect(await codeOf(register.bringIn(keeper, newId(), 'staff', three, seen))).toBe('register-changed')
    expect([await namesNow(), await recorded()]).toEqual([['Bo'], before])
    const again = await register.preview(keeper, 'staff', three)
    expect(again).toMatchObject({ added: 2, same: 1 })
    await register.bringIn(keeper, newId(), 'staff', three, again.seen)
    expect(await namesNow()).toEqual(['Ada', 'Bo', 'Cé'])
  })
  test('sent twice, one after the other or in two processes at once, has one effect', async () => {
    const { register } = process()
    const { seen } = await register.preview(keeper, 'staff', three)
    const commandId = newId()
    await Promise.all([register.bringIn(keeper, commandId, 'staff', three, seen), process().register.bringIn(keeper, commandId, 'staff', three, seen)])
    const once = await recorded()
    await register.bringIn(keeper, commandId, 'staff', three, seen)
    expect([await namesNow(), await recorded()]).toEqual([['Ada', 'Bo', 'Cé'], once])
  })
  test('beside another one at the same moment: one of them is brought in whole, of the other nothing', async () => {
    const [one, other] = [process().register, process().register]
    const theirs = list('Dirk;arts;dirk@example.org;;;;;', 'Bo;arts;bo@example.org;;;;;')
    const [mine, second] = await Promise.all([one.preview(keeper, 'staff', three), other.preview(keeper, 'staff', theirs)])
    const codes = await Promise.all([codeOf(one.bringIn(keeper, newId(), 'staff', three, mine.seen)), codeOf(other.bringIn(keeper, newId(), 'staff', theirs, second.seen))])
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(['import-under-way', 'register-changed']).toContain(codes.find((code) => code !== 'done'))
    expect(await namesNow()).toEqual(codes[0] === 'done' ? ['Ada', 'Bo', 'Cé'] : ['Bo', 'Dirk'])
  })
  test.each([0, 1, 2, 3])('is finished by whoever comes next where a machine stopped after %s of its rows, by then or with the next change', async (stopAfter) => {
    const files = openFiles(stores.events)
    let carried = 0
    const failing: AllFiles = {
      ...files,
      practitioners: { ...files.practitioners, handle: (...asked) => carried++ < stopAfter ? files.practitioners.handle(...asked) : Promise.reject(new Error('the machine stopped')) },
      organisations: { ...files.organisations, handle: (id, command, commandId) => command.type === 'CarryOutStaffImport' ? Promise.reject(new Error('the machine stopped')) : files.organisations.handle(id, command, commandId) },
    }
    const { register } = process(failing)
    const { seen } = await register.preview(keeper, 'staff', three)
    const commandId = newId()
    expect(await codeOf(register.bringIn(keeper, commandId, 'staff', three, seen))).toContain('the machine stopped')
    expect(await namesNow()).toHaveLength(stopAfter)
    const next = process()
    // The process that follows the log, the same list sent again, or somebody who changes something else: each finishes it first.
    if (stopAfter === 0) await next.imports.carryOut(house)
    else if (stopAfter === 1) await next.register.bringIn(keeper, commandId, 'staff', three, seen)
    else await next.register.addLocation(keeper, newId(), { name: 'Achterkant', address: 'Straat 2' })
    expect(await namesNow()).toEqual(['Ada', 'Bo', 'Cé'])
    const whole = await recorded()
    await process().imports.carryOut(house)
    expect(await recorded()).toBe(whole)
  })
  test('is for who keeps the register of that organisation alone', async () => {
    const { register } = process()
    const somebody = { ...keeper, person: newId() }
    for (const asked of [register.view(somebody), register.preview(somebody, 'staff', three), register.list(somebody, 'staff', true), register.bringIn(somebody, newId(), 'staff', three, ''), register.setLastDay(somebody, newId(), newId(), undefined)]) expect(await codeOf(asked)).toBe('not-keeper')
  })
})

describe('a list of places, and one of closed days', () => {
  const places = 'naam;adres;maandag;dinsdag;kamers\nAchterkant;Straat 2;8.30-12.00;dicht;Speelkamer: mat\nHuis, voorkant;;;;Kamer 1'
  const closed = 'dicht van;tot en met;plek\n24-12-2027;2-1-2028;\n15-3-2027;;Achterkant'
  const placesNow = async () => (await process().register.view(keeper)).locations
  test('is shown in words, brought in as a whole, and all the same afterwards', async () => {
    const { register } = process()
    const preview = await register.preview(keeper, 'places', places)
    expect(preview).toMatchObject({ added: 1, changed: 1, wrong: 0 })
    expect(preview.rows[0]?.changes.slice(2, 4)).toEqual([{ column: 'maandag', after: '8.30 tot 12.00 uur' }, { column: 'dinsdag', after: 'dicht' }])
    const commandId = newId()
    await register.bringIn(keeper, commandId, 'places', places, preview.seen)
    await register.bringIn(keeper, commandId, 'places', places, preview.seen)
    expect(await placesNow()).toMatchObject([{ name: 'Huis, voorkant', hours: [{}, {}, {}, {}, {}], rooms: [{ name: 'Kamer 1' }] }, { name: 'Achterkant', hours: [{ weekday: 1 }], rooms: [{ equipment: ['mat'] }] }])
    const days = await register.preview(keeper, 'closedDays', closed)
    expect(days).toMatchObject({ added: 2, rows: [{ name: 'Alle plekken', changes: [{ after: '24 december 2027 tot en met 2 januari 2028' }] }, { name: 'Achterkant', changes: [{ after: '15 maart 2027' }] }] })
    expect([days.zone, days.closings]).toEqual(['Europe/Amsterdam', [{ from: '2027-12-24', until: '2028-01-02' }, { locationId: expect.any(String), from: '2027-03-15', until: '2027-03-15' }]])
    await register.bringIn(keeper, newId(), 'closedDays', closed, days.seen)
    expect((await placesNow()).map((one) => one.closed.length)).toEqual([1, 2])
    for (const list of ['places', 'closedDays'] as const) {
      const { content } = await register.list(keeper, list, false)
      expect(await register.preview(keeper, list, content)).toMatchObject({ added: 0, changed: 0, wrong: 0, unread: [] })
    }
  })
  test('with one row that can’t be, or on a register that changed since, leaves everything as it was', async () => {
    const { register } = process()
    const wrong = `${places}\nElders;;;;`
    const looked = await register.preview(keeper, 'places', wrong)
    expect(looked.rows[2]).toMatchObject({ kind: 'wrong', problems: [{ column: 'adres' }] })
    expect(await codeOf(register.bringIn(keeper, newId(), 'places', wrong, looked.seen))).toBe('file-has-wrong-rows')
    const { seen } = await register.preview(keeper, 'places', places)
    await process().register.addLocation(keeper, newId(), { name: 'Achterkant', address: 'Straat 9' })
    expect(await codeOf(register.bringIn(keeper, newId(), 'places', places, seen))).toBe('register-changed')
    expect((await placesNow()).map(({ address, isUsual }) => [address, isUsual])).toEqual([['Straat 1', true], ['Straat 9', true]])
  })
  test('has an example that can itself be brought in, in both languages, and is for who keeps the register alone', async () => {
    const { register } = process()
    for (const list of ['places', 'closedDays'] as const) {
      for (const language of ['nl', 'en'] as const) {
        const asked = { ...keeper, language }
        expect(await register.preview(asked, list, (await register.list(asked, list, true)).content)).toMatchObject({ wrong: 0, unread: [] })
      }
      expect(await codeOf(register.preview({ ...keeper, person: newId() }, list, places))).toBe('not-keeper')
    }
  })
})

describe('a list of organisations', () => {
  const begun = newId().slice(0, 8)
  const houses = (mark: string) => `naam;discipline;land;adres;ligt bij\nZiekenhuis ${mark};ziekenhuis;;Ringweg 1;Huis, voorkant\nPraktijk ${mark};huisarts;Vlaanderen;;\nGeboortezorg ${mark};verloskundige;;;`
  const named = async (mark: string) => {
    const { organisations } = openFiles(stores.events)
    const all = await Promise.all((await everyHouse()).map(organisations.state))
    return all.flatMap((one) => one?.name.endsWith(mark) === true ? [{ name: one.name, country: one.jurisdiction, places: one.locations.length, isLeft: one.registering !== undefined }] : []).sort((a, b) => a.name < b.name ? -1 : 1)
  }
  const whole = (mark: string) => [{ name: `Geboortezorg ${mark}`, country: 'NL', places: 0, isLeft: false }, { name: `Praktijk ${mark}`, country: 'BE', places: 0, isLeft: false }, { name: `Ziekenhuis ${mark}`, country: 'NL', places: 1, isLeft: false }]
  test('is shown first, registered as a whole, and all the same afterwards; from two hands at once, each is there once', async () => {
    const { register } = process()
    const mark = `a ${begun}`
    const preview = await register.preview(keeper, 'organisations', houses(mark))
    expect(preview).toMatchObject({ added: 3, wrong: 0, unread: [] })
    expect(preview.rows[1]).toMatchObject({ name: `Praktijk ${mark}`, changes: [{ column: 'discipline', after: 'huisarts' }, { column: 'land', after: 'België' }] })
    expect(await named(mark)).toEqual([])
    const codes = await Promise.all([codeOf(register.bringIn(keeper, newId(), 'organisations', houses(mark), preview.seen)), codeOf(process().register.bringIn(keeper, newId(), 'organisations', houses(mark), preview.seen))])
    expect(codes.filter((code) => code === 'done').length).toBeGreaterThan(0)
    expect(await named(mark)).toEqual(whole(mark))
    expect(await register.preview(keeper, 'organisations', houses(mark))).toMatchObject({ added: 0, same: 3 })
    const { content } = await register.list(keeper, 'organisations', false)
    expect(await register.preview(keeper, 'organisations', content)).toMatchObject({ added: 0, unread: [] })
  })
  test.each([0, 1, 2])('is finished by the process that follows the log where a machine stopped after %s of the others', async (stopAfter) => {
    const mark = `${stopAfter} ${begun}`
    const files = openFiles(stores.events)
    let carried = -1
    const failing: AllFiles = { ...files, organisations: { ...files.organisations, handle: (...asked) => carried++ < stopAfter ? files.organisations.handle(...asked) : Promise.reject(new Error('the machine stopped')) } }
    const { register } = process(failing)
    const { seen } = await register.preview(keeper, 'organisations', houses(mark))
    expect(await codeOf(register.bringIn(keeper, newId(), 'organisations', houses(mark), seen))).toContain('the machine stopped')
    const registered = await named(mark)
    expect(registered).toHaveLength(1 + stopAfter)
    const next = process()
    for (const id of await everyHouse()) await next.imports.carryOut(id)
    expect(await named(mark)).toEqual(whole(mark))
  })
  test('with one row that can’t be registers none, and is for who keeps a register alone', async () => {
    const { register } = process()
    const wrong = `${houses(`w ${begun}`)}\nElders;bloemist;Frankrijk;;\nHuis;ziekenhuis;;;`
    const { rows, seen } = await register.preview(keeper, 'organisations', wrong)
    expect(rows.slice(3)).toMatchObject([{ kind: 'wrong', problems: [{ column: 'discipline' }, { column: 'land' }] }, { kind: 'wrong', problems: [{ text: expect.stringContaining('met een andere discipline') }] }])
    expect(await codeOf(register.bringIn(keeper, newId(), 'organisations', wrong, seen))).toBe('file-has-wrong-rows')
    expect(await named(`w ${begun}`)).toEqual([])
    expect(await codeOf(register.bringIn({ ...keeper, person: newId() }, newId(), 'organisations', houses(`w ${begun}`), seen))).toBe('not-keeper')
  })
  test('has an example that can itself be brought in, in both languages', async () => {
    const { register } = process()
    for (const language of ['nl', 'en'] as const) {
      const asked = { ...keeper, language }
      expect(await register.preview(asked, 'organisations', (await register.list(asked, 'organisations', true)).content)).toMatchObject({ added: 3, wrong: 0, unread: [] })
    }
  })
})

describe('somebody of the register', () => {
  const ada = { name: 'Ada', title: 'IMH-specialist', discipline: 'imhSpecialist', email: 'ada@example.org', languages: [], places: [] } as const
  test('is added, changed on what stood, and gets a last day that can be taken back', async () => {
    const { register } = process()
    const person = await register.add(keeper, newId(), ada)
    const [before] = (await register.view(keeper)).people
    await register.change(keeper, newId(), person, before?.version, { ...ada, phone: '000' })
    expect(await codeOf(register.change(keeper, newId(), person, before?.version, { ...ada, phone: '111' }))).toBe('set-meanwhile')
    expect(await codeOf(register.setLastDay(keeper, newId(), person, '2027-01-10'))).toBe('last-day-past')
    await register.setLastDay(keeper, newId(), person, '2027-03-31')
    expect((await register.view(keeper)).people).toMatchObject([{ phone: '000', until: '2027-03-31', worksHere: true, hasLeft: false }])
    await register.setLastDay(keeper, newId(), person, undefined)
    expect((await register.view(keeper)).people[0]).not.toHaveProperty('until')
  })
  test('has an address that nobody else here has, at places of this organisation, and is of nobody else’s house', async () => {
    const { register } = process()
    const person = await register.add(keeper, newId(), ada)
    expect(await codeOf(register.add(keeper, newId(), { ...ada, name: 'Bo', email: 'ADA@example.org' }))).toBe('email-in-use')
    expect(await codeOf(register.add(keeper, newId(), { ...ada, email: 'b@example.org', places: [newId()] }))).toBe('place-unknown')
    expect(await codeOf(register.add(keeper, newId(), { ...ada, email: 'nobody' }))).toBe('email-impossible')
    await openFiles(stores.events).organisations.handle(keeper.person, { type: 'RegisterOrganisation', by: system, at, organisationId: keeper.person, name: 'Elders', discipline: 'gp', jurisdiction: 'BE' }, newId())
    expect(await codeOf(register.change({ ...keeper, organisation: keeper.person }, newId(), person, undefined, ada))).toBe('not-found')
  })
  test('does not say of themselves in which discipline they work, nor when they leave', async () => {
    const { register } = process()
    const self = await register.add(keeper, newId(), ada)
    const asked: Session = { ...keeper, person: self, role: 'professional' }
    keeper = { ...keeper, person: self }
    const [known] = (await register.view(asked)).people
    expect(known).toMatchObject({ isSelf: true })
    expect(await codeOf(register.change(asked, newId(), self, known?.version, { ...ada, discipline: 'hospital' }))).toBe('not-your-own')
    expect(await codeOf(register.setLastDay(asked, newId(), self, '2027-03-31'))).toBe('not-your-own')
    expect(await codeOf(register.change(asked, newId(), self, known?.version, { ...ada, phone: '000' }))).toBe('done')
  })
})

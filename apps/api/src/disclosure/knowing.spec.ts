import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoRegion } from '@samenspel/demo-region'
import { openFileKeyManagement, openSqliteKeyStore, type KeyStore } from '@samenspel/event-codec'
import type { EventStore } from '@samenspel/event-store'
import { openMemoryEventStore } from '@samenspel/event-store/testing'
import { dayOf, newId, systemClock, writeInstant, type IsoInstant } from '@samenspel/kernel'
import type { Practitioner } from '@samenspel/register'
import type { AllFiles } from '../composition/files.ts'
import { openFiles, openSealedEvents } from '../composition/open-files.ts'
import { carryOut, rounds } from '../demo/open-region.ts'
import { factsOf } from './facts.ts'
import { open } from './gate.ts'
import { openOutline } from './knowing.ts'
import type { CaseRecord } from './case-record.ts'
import { loadRecord } from './record.ts'
import { askingOf, type Asking } from './viewer.ts'

let folder: string
let keys: KeyStore
let store: EventStore
let files: AllFiles
let records: readonly CaseRecord[]
let everybody: readonly Asking[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'knowing-'))
  mkdirSync(join(folder, 'data'))
  keys = await openSqliteKeyStore({ file: join(folder, 'data/keys.sqlite'), kms: openFileKeyManagement({ file: join(folder, 'master.key'), dataFolder: join(folder, 'data') }) })
  store = openMemoryEventStore()
  files = openFiles(openSealedEvents(store, keys))
  const steps = demoRegion(dayOf(systemClock(), 'Europe/Amsterdam'))
  for (const round of rounds) for (const step of steps) if (round.includes(step.to)) await carryOut(files, step, newId())
  const idsOf = (kind: string) => [...new Set(steps.filter(({ to }) => to === kind).map(({ id }) => id))]
  const found = await Promise.all(idsOf('family').map((id) => loadRecord(files, id, systemClock())))
  records = found.filter((record) => record !== undefined)
  const practitioners = (await Promise.all(idsOf('practitioner').map(files.practitioners.state))).filter((one): one is Practitioner => one !== undefined)
  const members = records.flatMap(({ file }) => file.family.members.map(({ memberId }) => memberId))
  const session = { app: 'desk', language: 'nl', key: 'key' } as const
  everybody = await Promise.all([true, false].flatMap((secondFactor) => [
    ...practitioners.flatMap(({ id }) => [
      askingOf({ ...session, person: id, role: 'professional', secondFactor }, files),
      askingOf({ ...session, app: 'tablet', person: id, role: 'professional', secondFactor }, files, 'family'),
    ]),
    ...members.map((person) => askingOf({ ...session, app: 'parent', person, role: 'familyMember', secondFactor }, files)),
    ...[...new Set(practitioners.map(({ organisation }) => organisation))].map((organisation) => askingOf({ ...session, person: newId(), role: 'privacyOfficer', organisation, secondFactor }, files)),
  ]))
})
afterAll(async () => {
  await store.close()
  await keys.close()
  rmSync(folder, { recursive: true })
})

/** Who is named anywhere in a record, and some who aren't. */
const isNear = ({ file }: CaseRecord) => {
  const text = JSON.stringify(file)
  return ({ actor: { person } }: Asking, index: number): boolean => text.includes(person) || index % 25 === 0
}
/** With whom it is asked in an emergency too. */
const inEmergency = (asking: Asking): Asking => asking.viewer.kind === 'care' ? { ...asking, viewer: { ...asking.viewer, purpose: 'emergency' } } : asking
const moments = (): readonly IsoInstant[] => [0, 4_000].map((days) => writeInstant(Temporal.Instant.from(systemClock()).add({ hours: 24 * days })))

test('nothing of the outline of a family opens, and nobody is named by it, that doesn’t of the whole', () => {
  const count = { known: 0, unknown: 0 }
  for (const record of records) for (const one of everybody.filter(isNear(record))) for (const asking of [one, inEmergency(one)]) for (const now of moments()) {
    const facts = factsOf(record, asking)
    const outline = openOutline(record, asking, now)
    count[outline === undefined ? 'unknown' : 'known'] += 1
    if (outline === undefined) continue
    const whole = open(record, asking, facts, now)
    const isIn = whole !== undefined && [...outline.named.keys()].every((person) => whole.named.has(person)) && [...outline.professionals].every((person) => whole.professionals.has(person))
    if (!isIn) throw new Error(`${asking.actor.role} ${asking.viewer.kind} at ${now}: more than of the whole`)
  }
  expect(Math.min(count.known, count.unknown)).toBeGreaterThan(100)
})

test('what is written in a file leaves all that stands beside it as it was; a change in the register or in the family does not', async () => {
  const at = systemClock()
  const before = records.find(({ file }) => file.careTeam.coordinator !== undefined)!
  const { familyId, file: { careTeam, family } } = before
  const asking = await askingOf({ app: 'desk', language: 'nl', key: 'key', person: careTeam.coordinator!, role: 'professional', secondFactor: true }, files)
  const look = async () => {
    const record = await loadRecord(files, familyId, at)
    return { record: record!, facts: factsOf(record!, asking), outline: openOutline(record!, asking, at) }
  }
  const does = async (asked: Promise<{ readonly refusal?: unknown }>) => { expect((await asked).refusal).toBeUndefined() }
  const child = family.members.find(({ isIndexChild }) => isIndexChild)!
  const first = await look()
  expect(first.outline?.items.length).toBeGreaterThan(0)
  await does(files.cases.handle(familyId, { type: 'AddContribution', by: asking.actor, at, id: newId(), subject: { kind: 'child', person: child.memberId }, kind: 'note', category: 'social', setting: 'home', occurredOn: dayOf(at, 'Europe/Amsterdam'), situation: 'Samen gelachen.' }, newId()))
  const written = await look()
  expect(written.record.file.contributions.all).toHaveLength(first.record.file.contributions.all.length + 1)
  expect([written.record.directory, written.facts, written.outline]).toEqual([first.record.directory, first.facts, first.outline])
  expect([written.record.directory === first.record.directory, written.facts === first.facts, written.outline === first.outline]).toEqual([true, true, true])

  const registration = { type: 'RecordImhRegistration', by: asking.actor, at, registrationId: newId(), from: '2020-01-01', termMonths: 60 } as const
  await does(files.practitioners.handle(careTeam.coordinator!, registration, newId()))
  const registered = await look()
  expect(registered.facts.registrations).toHaveLength(first.facts.registrations.length + 1)
  expect(registered.outline).not.toBe(first.outline)

  const member = newId()
  await does(files.cases.handle(familyId, { type: 'AddMember', by: asking.actor, at, registrationValid: true, memberId: member, role: 'grandparent', firstName: 'Corrie', inHousehold: false, isIndexChild: false }, newId()))
  expect((await look()).outline?.named.has(member)).toBe(true)
})

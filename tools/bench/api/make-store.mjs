// node make-store.mjs FOLDER FAMILIES: makes a data folder with so many families, as the application writes it, and says in
// `FOLDER/plan.json` who of them asks what. It is written through the codec and the event store, without the API.
import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noEvents } from '@samenspel/event-codec'
import { subjectKey, systemClock } from '@samenspel/kernel'
import { retentionClassOf } from '../../../apps/api/src/composition/open-files.ts'
import { openStores } from '../../../apps/api/src/composition/stores.ts'
import { openSessions } from '../../../apps/api/src/sessions/sessions.ts'
import { caseload, childId, coordinator, familyId, longFamily, registerStreams, usualFamilies } from './families.mjs'

const [folder, count] = [process.argv[2], Number(process.argv[3])]
/** Families whose streams are written at once. */
const together = 500
/** Commands of a long file that are written at once: each by itself would wait for the disk. */
const inOne = 4
/** Coordinators who write contributions, and families in which each does. */
const [writers, familiesEach] = [64, 4]
/** Sessions in which one person's page is asked for: what one session may ask for in a minute stays as it is. */
const sessionsOfOne = 256

mkdirSync(folder, { recursive: true })
const stores = await openStores({
  dataFolder: join(folder, 'data'), masterKeyFile: join(folder, 'keys/master.key'), store: { kind: 'sqlite' }, tables: { kind: 'sqlite' }, keyStore: { kind: 'sqlite' },
  keyBackupDays: 30, noteDays: 182, logYears: { NL: 5, BE: 5 }, registrationMonths: { NL: 60, BE: 60 },
})

const context = (grounds) => ({ commandId: randomUUID(), basisOf: (event) => grounds.get(event) })
const groundsOf = (decisions) => new Map(decisions.flatMap(({ events, grounds }) => events.map((event, i) => [event, grounds[i]])))

/** The whole of a stream at once. */
const writeAtOnce = ({ stream, decisions }) => stores.events.append(stream, noEvents, decisions.flatMap(({ events }) => events), context(groundsOf(decisions)))
/** As it is written by people: command after command, some at a time. */
const writeInTurn = async ({ stream, decisions }) => {
  for (let from = 0; from < decisions.length; from += inOne) {
    const some = decisions.slice(from, from + inOne)
    await stores.events.append(stream, from === 0 ? noEvents : await stores.events.head(stream), some.flatMap(({ events }) => events), context(groundsOf(some)))
  }
}
/** The keys of many families in one commit: each would wait for the disk by itself. */
const makeKeys = (families) => {
  const owners = families.flatMap(({ id, decisions }) => decisions.flatMap(({ events }) => events.map(({ type, subject, by }) => ({ scope: id, subject: subjectKey(subject), controller: by.organisation ?? 'case', retentionClass: retentionClassOf(type) }))))
  return stores.keys.keysFor([...new Map(owners.map((owner) => [Object.values(owner).join(' '), owner])).values()])
}

try {
  const coordinators = Math.max(writers, Math.ceil(count / caseload)) + 1
  const ofLong = coordinator(coordinators - 1)
  await Promise.all(registerStreams(coordinators).map(writeAtOnce))
  const long = { page: longFamily('long page', ofLong, 300), great: longFamily('great page', ofLong, 1000), longest: Array.from({ length: 5 }, (_, i) => longFamily(`longest ${i}`, ofLong, 5000)) }
  await Promise.all([long.page, long.great, ...long.longest].map(writeInTurn))
  const family = usualFamilies()
  for (let from = 0; from < count; from += together) {
    const some = Array.from({ length: Math.min(together, count - from) }, (_, i) => family(from + i))
    await makeKeys(some)
    await Promise.all(some.map(writeAtOnce))
  }
  const sessions = openSessions(stores.state, systemClock)
  const cookieOf = async ({ id }) => `samenspel_desk=${await sessions.open('desk', { person: id, role: 'professional' }, 'nl', { secondFactor: true, device: 'bench', proven: { where: '/' } })}`
  const cookies = async (who, times) => { const own = []; for (let i = 0; i < times; i += 1) own.push(await cookieOf(who)); return own }
  const contributing = []
  for (let i = 0; i < Math.min(writers, Math.floor(count / caseload)); i += 1) contributing.push({ cookie: await cookieOf(coordinator(i)), families: Array.from({ length: familiesEach }, (_, n) => ({ id: familyId(i * caseload + n), child: childId(i * caseload + n) })) })
  const shown = ({ id, contributions }) => ({ id, contributions })
  writeFileSync(join(folder, 'plan.json'), JSON.stringify({
    contributing, ofLong: await cookies(ofLong, sessionsOfOne), page: shown(long.page), great: shown(long.great), longest: long.longest.map(shown),
    caseload: { cookies: await cookies(coordinator(1), sessionsOfOne), families: Math.min(caseload, count - caseload) },
  }))
} finally {
  await stores.close()
}

/** Killed anywhere in a confirmation, the application ends it after the next start: every calendar is booked, or none. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId, personas } from '@samenspel/demo-region'
import type { EventStore } from '@samenspel/event-store'
import { newId, systemClock, writeInstant, type Clock } from '@samenspel/kernel'
import { openParts, type OpenedParts } from '../composition/parts.ts'
import { openStores } from '../composition/stores.ts'
import { openRegion } from '../demo/open-region.ts'
import type { Session } from '../sessions/sessions.ts'
import type { Errand } from '../testing/killed.child.ts'
import { compiled } from '../testing/process.ts'
import { sayYes } from '../testing/say-yes.ts'
import { settingsIn } from '../testing/running-api.ts'
import { settled } from '../testing/settled.ts'
import { takeBack } from '../testing/take-back.ts'

const verhoeven = demoId('family verhoeven')
const session = (id: string): Session => {
  const persona = personas.find((one) => one.id === id)
  return { app: persona?.app ?? 'desk', person: persona?.person ?? '', role: persona?.role ?? 'professional', language: 'nl', key: id, secondFactor: true }
}
const [mother, father] = [session('mother'), session('father')]
/** One moment for all of it: a busy machine must not let end what is held for two minutes. */
const now = systemClock()
const clock: Clock = () => now

let root: string
/** A folder in which a proposal lies with the parents. */
let prepared: string
let proposalId: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'samenspel-kill-'))
  prepared = join(root, 'prepared')
  proposalId = await opened(prepared, {}, async (parts) => {
    const { planning, acting } = parts.app
    const hanne = session('coordinator')
    const { id } = await planning.start(hanne, verhoeven, newId(), { lighter: false })
    let run = await planning.run(hanne, id)
    while (run.state === 'running') {
      await new Promise((resolve) => { setTimeout(resolve, 20) })
      run = await planning.run(hanne, id)
    }
    const chosen = run.proposals[0]?.id ?? ''
    // What lies in the region already is dealt with before anybody is killed.
    await parts.start()
    await actedOnAll(parts)
    await acting.inAgenda({ session: hanne, familyId: verhoeven, commandId: newId(), operation: 'sendProposals', make: (desk) => planning.sending(hanne, id, [chosen], desk) })
    return chosen
  })
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** Waits until the late cancellations of the region are noted, and nothing more is to be done for what was confirmed in it. */
const actedOnAll = async ({ files }: OpenedParts): Promise<void> => {
  const prompts = async () => {
    const file = await files.cases.state(verhoeven)
    return file.isOpen ? file.overload.prompts.length : 0
  }
  while (await prompts() === 0) await setImmediate()
  await settled(files, verhoeven, clock)
}

let copies = 0
/** At one blow, so that nothing in this process writes meanwhile: what a power cut right now would leave. */
const copyOf = (folder: string): string => {
  const copy = join(root, `copy-${copies += 1}`)
  cpSync(folder, copy, { recursive: true })
  return copy
}

type Around = { readonly at?: Clock; readonly between?: (store: EventStore) => EventStore }

/** The application on a folder, without its web server. */
const opened = async <Result>(folder: string, { at = clock, between }: Around, work: (parts: OpenedParts) => Promise<Result>): Promise<Result> => {
  const settings = settingsIn(folder)
  const stores = await openStores(settings, between)
  const parts = await openParts(stores, at, settings.urgentNumbers)
  try {
    if (folder === prepared) await openRegion(parts.files, stores.state, at, () => undefined)
    return await work(parts)
  } finally {
    await parts.close()
    await stores.close()
  }
}

/** Lets a process do an errand. @returns whether it was killed on the way */
const isKilled = async (errand: Omit<Errand, 'familyId' | 'proposalId' | 'at'>): Promise<boolean> => {
  const child = spawn(process.execPath, [
    '--conditions=@samenspel/source', '--import', join(import.meta.dirname, '../testing/from-source.mjs'), join(import.meta.dirname, '../testing/killed.child.ts'),
    JSON.stringify({ ...errand, at: now, familyId: verhoeven, proposalId } satisfies Errand),
  ], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: compiled } })
  const [code, signal] = await once(child, 'exit') as [number | null, NodeJS.Signals | null]
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the process ended with ${code ?? signal}`)
  return signal === 'SIGKILL'
}

/** What both parents see of the proposal: one word for the whole, and those of its parts. */
const seenBy = ({ app: { disclosing } }: OpenedParts) => Promise.all([mother, father].map(async (parent) => {
  const family = await disclosing.family(parent, verhoeven, { operation: 'family', fields: new Set(['proposals', 'appointments']) })
  const proposal = family?.proposals.find(({ id }) => id === proposalId)
  return { status: proposal?.status, parts: new Set(proposal?.bundles.flatMap(({ parts }) => parts.map(({ status }) => status))) }
}))

/** Goes on with what was killed, and looks at what the parents see before anything more is recorded. @returns what became of it */
const goOn = (folder: string, at: Clock = clock): Promise<string> => {
  const words: string[] = []
  const started = Promise.withResolvers<OpenedParts>()
  const look = async (parts: OpenedParts): Promise<void> => {
    const [first, ...others] = await seenBy(parts)
    for (const other of others) expect(other.status).toBe(first?.status)
    // A part is what the whole is, for each of them: never one thing here and another there.
    for (const { parts: statuses } of [first, ...others].flatMap((one) => one ?? [])) expect([...statuses]).toHaveLength(1)
    words.push(String(first?.status))
  }
  const between = (store: EventStore): EventStore => ({ ...store, append: async (...asked) => { await look(await started.promise); return store.append(...asked) } })
  return opened(folder, { at, between }, async (parts) => {
    await look(parts)
    started.resolve(parts)
    await parts.start()
    const { agenda, calendars } = await settled(parts.files, verhoeven, at)
    await look(parts)
    const own = [...agenda.proposals.appointments.values()].filter((part) => part.proposalId === proposalId)
    expect(new Set(own.flatMap(({ practitioners }) => practitioners)).size).toBeGreaterThanOrEqual(3)
    const last = words.at(-1) ?? ''
    for (const { appointmentId, practitioners } of own) {
      for (const practitioner of practitioners) expect(calendars.get(practitioner)?.taken.get(appointmentId)?.state).toBe(last === 'confirmed' ? 'booked' : undefined)
    }
    // Decided once, decided for good.
    expect(words.slice(words.findIndex((word) => word === 'confirmed' || word === 'released')).filter((word) => word !== last)).toEqual([])
    return last
  })
}

const anHourLater: Clock = () => writeInstant(Temporal.Instant.from(now).add({ hours: 1 }))

describe('a confirmation that is killed', () => {
  test('after any step is ended by the next start, at once or an hour later: all or none', async () => {
    const folder = copyOf(prepared)
    const left: string[] = []
    let turn: Promise<unknown> = Promise.resolve()
    /** One append at a time, and after each a copy of the disk. */
    const between = (store: EventStore): EventStore => ({
      ...store,
      append: (...asked) => {
        const mine = turn.then(async () => {
          const appended = await store.append(...asked)
          left.push(copyOf(folder))
          return appended
        })
        turn = mine.catch(() => undefined)
        return mine
      },
    })
    await opened(folder, { between }, (parts) => sayYes(parts, { familyId: verhoeven, proposalId, yes: [mother, father] }))
    const outcomes: string[] = []
    for (const one of left) {
      const later = copyOf(one)
      outcomes.push(`${await goOn(one)}, later ${await goOn(later, anHourLater)}`)
    }
    // One yes; then both and the holds, which an hour later have ended; then, from the decision on, what was decided.
    expect(outcomes.join('; ')).toMatch(/^sent, later sent(; confirmed, later released){4,}(; confirmed, later confirmed){4,}$/)
  })

  test('again and again still comes to its end', async () => {
    const folder = copyOf(prepared)
    let kills = 0
    let yes: readonly Session[] = [mother, father]
    while (await isKilled({ folder, killAfter: 3, yes })) {
      kills += 1
      yes = []
    }
    expect(kills).toBeGreaterThanOrEqual(3)
    expect(await goOn(folder)).toBe('confirmed')
  })
})

describe('a cancellation that is taken back and killed', () => {
  /** A folder in which the mother called off one part of what everybody agreed to. */
  let calledOff: string
  let appointmentId: string
  beforeAll(async () => {
    calledOff = copyOf(prepared)
    appointmentId = await opened(calledOff, {}, async (parts) => {
      await sayYes(parts, { familyId: verhoeven, proposalId, yes: [mother, father] })
      const own = (await parts.files.agendas.state(verhoeven)).proposals.appointments.values().find((part) => part.proposalId === proposalId && part.asked.includes(mother.person))
      if (own === undefined) throw new Error('the mother goes to nothing')
      await parts.app.acting.inAgenda({ session: mother, familyId: verhoeven, commandId: newId(), operation: 'cancelAppointment', make: ({ by, at, zone }) => ({ type: 'CancelAppointment', by, at, zone, appointmentId: own.appointmentId }) })
      await settled(parts.files, verhoeven, clock)
      return own.appointmentId
    })
  })
  /** Starts again, waits, and looks whether agenda and calendars say the same. @returns what became of it */
  const becomes = (folder: string, at: Clock = clock): Promise<string> => opened(folder, { at }, async (parts) => {
    await parts.start()
    const { agenda, calendars } = await settled(parts.files, verhoeven, at)
    const part = agenda.proposals.appointments.get(appointmentId)
    const stands = part?.course.kind === 'as-planned'
    const states = part?.practitioners.flatMap((one) => part.holds.map((hold) => calendars.get(one)?.taken.get(hold)?.state)) ?? []
    expect(states.filter((state) => state !== undefined)).toEqual(stands ? part.practitioners.map(() => 'booked') : [])
    return stands ? 'stands' : 'called off'
  })

  test('after any step is ended by the next start, at once or an hour later: it stands in every calendar, or in none', async () => {
    const folder = copyOf(calledOff)
    const left: string[] = []
    const between = (store: EventStore): EventStore => ({
      ...store, append: async (...asked) => { const appended = await store.append(...asked); left.push(copyOf(folder)); return appended },
    })
    await opened(folder, { between }, (parts) => takeBack(parts, verhoeven, { session: mother, appointmentId }))
    const outcomes: string[] = []
    for (const one of left) {
      const later = copyOf(one)
      outcomes.push(`${await becomes(one)}, later ${await becomes(later, anHourLater)}`)
    }
    expect(outcomes.join('; ')).toMatch(/^(stands, later called off(; )?)+(stands, later stands(; )?)+$/)
  })

  test('in the middle of a hold still comes to its end', async () => {
    const folder = copyOf(calledOff)
    expect(await isKilled({ folder, killAfter: 2, yes: [], undo: { session: mother, appointmentId } })).toBe(true)
    expect(await becomes(folder)).toBe('stands')
  })
})

/** Families without the app: a yes that was said, a visit on paper, and the mail of the demo region that can be read; and who comes to the front door without an account. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { setTimeout } from 'node:timers/promises'
import { appointmentsWith } from '@samenspel/agenda'
import { demoId, personas } from '@samenspel/demo-region'
import { dayOf, newId, systemClock } from '@samenspel/kernel'
import { openSessions } from '../sessions/sessions.ts'
import { command, dataOf } from '../testing/family.ts'
import { ask as askApi, startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { settled } from '../testing/settled.ts'
import { answer, proposalsFor, send } from '../testing/walk.ts'

const verhoeven = demoId('family verhoeven')
const personOf = (id: string) => personas.find((persona) => persona.id === id)!.person
const [anouk, joost] = [personOf('mother'), personOf('father')]
const today = dayOf(systemClock(), 'Europe/Amsterdam')

let api: RunningApi
let coordinator: Somebody
let mother: Somebody
let father: Somebody
let proposalId: string

beforeAll(async () => {
  api = await startApi()
  ;[coordinator, mother, father] = [await api.as('coordinator'), await api.as('mother'), await api.as('father')]
  const run = await proposalsFor(coordinator, verhoeven)
  proposalId = run.proposals[0]!.id
  await send(coordinator, verhoeven, run, proposalId)
})
afterAll(() => api.stop())

const spokenYes = (who: Somebody, change: Readonly<Record<string, unknown>> = {}) => command(who, `mutation ($commandId: ID!, $familyId: ID!, $proposalId: ID!, $memberId: ID!, $how: SpokenWay!, $on: Date!) {
  recordSpokenYes(commandId: $commandId, familyId: $familyId, proposalId: $proposalId, memberId: $memberId, how: $how, on: $on) { id } }`, { familyId: verhoeven, proposalId, memberId: joost, how: 'BY_PHONE', on: today, ...change })
const answersOf = async (who: Somebody) => dataOf<{ family: { proposals: { id: string; answers: { memberId: string; answer: string | null; spoken: { how: string; words: string } | null }[] }[] } }>(
  await who.ask('query ($id: ID!) { family(id: $id) { proposals { id answers { memberId answer spoken { how on words } } } } }', { id: verhoeven })).family.proposals.find(({ id }) => id === proposalId)?.answers
const codeOf = ({ errors }: Awaited<ReturnType<typeof spokenYes>>) => errors?.[0]?.extensions['code']

describe('a yes that was said', () => {
  test('is recorded by who coordinates alone, for somebody who is asked, on a day that can be', async () => {
    expect(codeOf(await spokenYes(await api.as('pedagogical-worker')))).toMatch(/not-coordinator|not-found/)
    expect(codeOf(await spokenYes(mother))).toBe('not-coordinator')
    expect(codeOf(await spokenYes(coordinator, { memberId: newId() }))).toBe('not-found')
    expect(codeOf(await spokenYes(coordinator, { proposalId: newId() }))).toBe('not-found')
    expect(codeOf(await spokenYes(coordinator, { on: '2099-01-01' }))).toBe('spoken-on-another-day')
    expect(codeOf(await spokenYes(coordinator, { memberId: demoId('verhoeven sem') }))).toBe('not-asked')
  })
  test('is the father\'s own; he and the coordinator read how and when it was said, and who noted it', async () => {
    dataOf(await spokenYes(coordinator))
    for (const who of [coordinator, father, mother]) {
      const given = (await answersOf(who))?.find(({ memberId }) => memberId === joost)
      expect(given).toMatchObject({ answer: 'YES', spoken: { how: 'BY_PHONE', on: today } })
      expect(given?.spoken?.words).toMatch(/^mondeling, aan de telefoon, op .+, genoteerd door Hanne/)
    }
    const [event] = [...(await api.files.agendas.state(verhoeven)).proposals.byId.get(proposalId)!.answers.values()]
    expect(event?.by).toMatchObject({ person: personOf('coordinator'), onBehalfOf: joost })
  })
})

describe('that an appointment can’t go on, as it was said', () => {
  const standing = async () => appointmentsWith(await api.files.agendas.state(verhoeven), 'confirmed').find(({ asked, date }) => asked.length > 0 && date > today)!
  const callOff = (who: Somebody, appointmentId: string, memberId: string) => command(who, `mutation ($commandId: ID!, $familyId: ID!, $appointmentId: ID!, $memberId: ID!) {
    cancelAppointment(commandId: $commandId, familyId: $familyId, appointmentId: $appointmentId, memberId: $memberId) { id } }`, { familyId: verhoeven, appointmentId, memberId })
  test('is noted by who coordinates alone, of somebody who comes along; it is that parent’s own word, to be taken back', async () => {
    await answer(mother, verhoeven, proposalId)
    await settled(api.files, verhoeven)
    const { appointmentId, asked: [parent] } = await standing()
    const said = parent === anouk ? mother : father
    expect(codeOf(await callOff(await api.as('pedagogical-worker'), appointmentId, parent!))).toMatch(/not-coordinator|not-found/)
    expect(codeOf(await callOff(said, appointmentId, parent!))).toBe('not-coordinator')
    expect(codeOf(await callOff(coordinator, appointmentId, demoId('verhoeven sem')))).toBe('not-found')
    dataOf(await callOff(coordinator, appointmentId, parent!))
    const { course } = (await api.files.agendas.state(verhoeven)).proposals.appointments.get(appointmentId)!
    expect(course).toMatchObject({ kind: 'cancelled', by: { person: personOf('coordinator'), onBehalfOf: parent } })
    dataOf(await command(said, 'mutation ($commandId: ID!, $familyId: ID!, $appointmentId: ID!) { reinstateAppointment(commandId: $commandId, familyId: $familyId, appointmentId: $appointmentId) { id } }', { familyId: verhoeven, appointmentId }))
    await settled(api.files, verhoeven)
    expect((await api.files.agendas.state(verhoeven)).proposals.appointments.get(appointmentId)!.course).toMatchObject({ kind: 'as-planned' })
  })
})

describe('what a parent wants, in their own words', () => {
  test('is noted by whom it would open to; to anybody else a parent who said it and one who didn’t look alike', async () => {
    const planOf = async (who: Somebody) => dataOf<{ family: { plan: { parents: readonly { memberId: string }[]; parentsGoals: readonly { parentId: string }[] } } }>(await who.ask('query ($id: ID!) { family(id: $id) { plan { parents { memberId } parentsGoals { parentId } } } }', { id: verhoeven })).family.plan
    const note = (who: Somebody, parentId: string) => command(who, 'mutation ($commandId: ID!, $familyId: ID!, $parentId: ID!) { writeParentsGoal(commandId: $commandId, familyId: $familyId, parentId: $parentId, text: "Rust", spoken: { how: AT_HOME, on: "2026-11-24" }) { id } }', { familyId: verhoeven, parentId })
    expect((await planOf(coordinator)).parents).toHaveLength(2)
    for (const persona of ['pedagogical-worker', 'paediatrician', 'youth-care-worker', 'therapist'] as const) {
      const who = await api.as(persona)
      const { parents, parentsGoals } = await planOf(who)
      // Both wrote something: of whom a professional sees no word, they see no place for it either.
      expect(parents.map(({ memberId }) => memberId).sort()).toEqual(parentsGoals.map(({ parentId }) => parentId).sort())
      for (const parent of [anouk, joost]) if (!parents.some(({ memberId }) => memberId === parent)) expect(codeOf(await note(who, parent))).toBe('not-found')
    }
  })
})

describe('the plan on paper', () => {
  type Paper = { parent: string | null; plan: { plain: { number: number; lines: { words: string }[] }; parentsGoals: { parentId: string }[] } }
  const print = (who: Somebody, parentId?: string) => who.ask('query ($familyId: ID!, $parentId: ID) { printedPlan(familyId: $familyId, parentId: $parentId, language: NL) { parent plan { plain { number lines { words } } parentsGoals { parentId } } } }', { familyId: verhoeven, parentId })
  const paper = async (...asked: Parameters<typeof print>) => dataOf<{ printedPlan: Paper }>(await print(...asked)).printedPlan

  test('holds the newest version in the words for one parent, and not what is still being written', async () => {
    dataOf(await command(coordinator, 'mutation ($commandId: ID!, $familyId: ID!, $input: PlanLineInput!) { writePlanLine(commandId: $commandId, familyId: $familyId, input: $input) { id } }', { familyId: verhoeven, input: { route: 'CHILD', text: 'Nog een idee', forParents: 'Nog niet besproken.' } }))
    const { parent, plan } = await paper(coordinator, anouk)
    expect([parent, plan.plain.number]).toEqual(['Anouk', 2])
    expect(plan.plain.lines.map(({ words }) => words)).toContain('Twee nachten per week slaapt één van jullie door. Op zaterdag luistert oma Riet.')
    expect(plan.plain.lines.map(({ words }) => words)).not.toContain('Nog niet besproken.')
    expect(plan.parentsGoals).toEqual([{ parentId: anouk }])
  })
  test('is made for a parent by who coordinates alone, and leaves its line in the log', async () => {
    expect(codeOf(await print(await api.as('pedagogical-worker'), anouk))).toBe('not-coordinator')
    expect(codeOf(await print(await api.as('pregnant-woman')))).toBe('not-found')
    const taken = async () => (await api.accessLog.read(verhoeven)).filter(({ action, operation, outcome }) => action === 'export' && operation === 'printedPlan' && outcome === 'done').length
    const before = await taken()
    expect((await paper(coordinator)).parent).toBeNull()
    expect(await taken()).toBeGreaterThan(before)
  })
  test('says who is who and where the work begins, on the pages of who works with it and not on those of a parent (K-12)', async () => {
    type Working = { on: string; family: { name: string; what: string }[]; team: { isCoordinator: boolean; professional: { name: string } }[]; supports: { name: string }[]; port: { route: string } | null }
    const working = async (parentId?: string) => dataOf<{ printedPlan: Working }>(await coordinator.ask(
      'query ($familyId: ID!, $parentId: ID) { printedPlan(familyId: $familyId, parentId: $parentId, language: NL) { on family { name what } team { isCoordinator professional { name } } supports { name } port { route } } }', { familyId: verhoeven, parentId })).printedPlan
    const { family, team, supports, port } = await working()
    expect(family).toEqual(expect.arrayContaining([{ name: 'Sem', what: expect.stringMatching(/^1 jaar/) }, { name: 'Joost', what: 'vader' }]))
    expect(team.filter(({ isCoordinator }) => isCoordinator).map(({ professional }) => professional.name)).toEqual(['Hanne de Wit'])
    expect([supports.map(({ name }) => name).includes('School De Vlieger'), port?.route]).toEqual([true, 'BOND'])
    expect(await working(anouk)).toMatchObject({ family: [], team: [], supports: [], port: null })
  })
  test('says of a closed case how it went, on the pages of who works with it and not on those of a parent', async () => {
    const bosman = demoId('family bosman')
    const closingOn = async (parentId?: string) => dataOf<{ printedPlan: { closing: { words: string; by: string } | null } }>(await coordinator.ask('query ($familyId: ID!, $parentId: ID) { printedPlan(familyId: $familyId, parentId: $parentId, language: NL) { closing { words by } } }', { familyId: bosman, parentId })).printedPlan.closing
    expect(await closingOn()).toBeNull()
    dataOf(await command(coordinator, 'mutation ($commandId: ID!, $familyId: ID!, $words: String!) { closeCase(commandId: $commandId, familyId: $familyId, words: $words) { id } }', { familyId: bosman, words: 'Het eten gaat goed. De huisarts weet ervan.' }))
    expect(await closingOn()).toEqual({ words: 'Het eten gaat goed. De huisarts weet ervan.', by: 'Hanne de Wit' })
    expect(await closingOn(demoId('bosman ilse'))).toBeNull()
  })
})

describe('a visit on paper', () => {
  type Printed = { parent: string; date: string; parts: { id: string; purpose: string | null; professionals: string[]; placeName: string | null; address: string | null; goes: string }[]; call: { name: string; phone: string | null } | null }
  const print = (who: Somebody, visitId: string, parentId: string, language = 'NL') => who.ask(`query ($familyId: ID!, $visitId: ID!, $parentId: ID!, $language: Language!) {
    printedVisit(familyId: $familyId, visitId: $visitId, parentId: $parentId, language: $language) { id parent kind date start end leaveAt backAt minding parts { id modality start end placeName address professionals goes purpose bring } call { name phone } } }`, { familyId: verhoeven, visitId, parentId, language })
  const printed = async (...parts: Parameters<typeof print>) => dataOf<{ printedVisit: Printed }>(await print(...parts)).printedVisit
  const parts = async () => [...(await api.files.agendas.state(verhoeven)).proposals.appointments.values()].filter((one) => one.proposalId === proposalId)

  test('holds what that parent may know, and whom to ring; nothing of another\'s own appointment', async () => {
    const own = (await parts()).filter(({ subject }) => subject.kind === 'adult')
    const [therapy] = own
    expect(therapy).toBeDefined()
    for (const { bundleId, asked } of await parts()) {
      for (const parent of [anouk, joost]) {
        const answered = await print(coordinator, bundleId, parent)
        if (!asked.includes(parent) && answered.errors !== undefined) { expect(codeOf(answered)).toBe('visit-unknown'); continue }
        const visit = dataOf<{ printedVisit: Printed }>(answered).printedVisit
        const hidden = own.filter(({ subject }) => subject.kind === 'adult' && subject.person !== parent).map(({ appointmentId }) => appointmentId)
        expect(visit.parts.filter(({ id }) => hidden.includes(id))).toEqual([])
        expect(visit.call?.phone).toMatch(/\d/)
      }
    }
  })
  test('says of an adult\'s own appointment when and at which address, and not with whom or what for', async () => {
    const therapy = (await parts()).find(({ subject }) => subject.kind === 'adult' && subject.person === anouk)!
    const answered = await print(coordinator, therapy.bundleId, anouk)
    // Who coordinates may not know its time: then it isn't on their paper either.
    if (answered.errors !== undefined) { expect(codeOf(answered)).toBe('visit-unknown'); return }
    const part = dataOf<{ printedVisit: Printed }>(answered).printedVisit.parts.find(({ id }) => id === therapy.appointmentId)
    if (part !== undefined) expect(part).toMatchObject({ purpose: null, professionals: [], placeName: null })
  })
  test('is taken along by who coordinates alone, of a visit that stands, and the log says so', async () => {
    const visit = (await parts()).find(({ subject, asked }) => subject.kind === 'child' && asked.includes(anouk))!
    expect(codeOf(await print(await api.as('pedagogical-worker'), visit.bundleId, anouk))).toMatch(/not-coordinator/)
    expect(codeOf(await print(mother, visit.bundleId, anouk))).toBe('not-coordinator')
    expect(codeOf(await print(coordinator, newId(), anouk))).toBe('visit-unknown')
    expect(codeOf(await print(coordinator, visit.bundleId, newId()))).toBe('visit-unknown')
    const log = api.accessLog
    const exports = async () => (await log.read(verhoeven)).filter(({ action, operation, outcome }) => action === 'export' && operation === 'printedVisit' && outcome === 'done').length
    const before = await exports()
    const page = await printed(coordinator, visit.bundleId, anouk, 'EN')
    expect([page.parent, page.date]).toEqual(['Anouk', visit.date])
    log.forget()
    expect(await exports()).toBeGreaterThan(before)
  })
})

describe('the mail of the demo region', () => {
  const page = async (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(`${api.url}${path}`, { headers })
  test('can be read on a page by whoever tries the region, in both languages', async () => {
    let list = ''
    while (!/href="\/demo\/mail\/[0-9a-f-]{36}/.test(list)) { await setTimeout(20); list = await (await page('/demo/mail?language=nl')).text() }
    const link = /href="(\/demo\/mail\/[0-9a-f-]{36}\?language=nl)"/.exec(list)?.[1]
    expect(list).toContain('Wat er in de mail zou komen')
    const mail = await (await page(link ?? '/')).text()
    expect(mail).toMatch(/Er is een bericht voor u|Een herinnering van Samenspel/)
    expect(mail).toContain('druivendal.example')
    expect(await (await page('/demo/mail?language=en')).text()).toContain('What would come by mail')
    expect(await (await page(`/demo/mail/${newId()}?language=nl`)).text()).toContain('Deze mail is er niet (meer).')
  })
  test('is for this machine only', async () => {
    const { request } = await import('node:http')
    const status = (path: string) => new Promise<number | undefined>((resolve) => { request(`${api.url}${path}`, { headers: { host: 'elders.example' } }, (response) => { response.resume(); resolve(response.statusCode) }).end() })
    expect([await status('/demo/mail'), await status(`/demo/mail/${newId()}`)]).toEqual([403, 403])
  })
})

describe('the front door', () => {
  const schakel = demoId('organisation schakel'), rank = demoId('organisation rank')
  type Said = { readonly status: number; readonly body: Readonly<Record<string, unknown>> & { readonly errors?: readonly { readonly extensions: { readonly code: string } }[] } }
  const door = async (path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Said> => {
    const response = await fetch(`${api.url}/front-door/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
    return { status: response.status, body: await response.json() as Said['body'] }
  }
  const refusal = ({ status, body }: Said) => [status, body.errors?.[0]?.extensions.code]
  /** Somebody of the register who is no persona. */
  const asPractitioner = async (name: string, secondFactor = true): Promise<Somebody> => {
    const cookie = `samenspel_desk=${await openSessions(api.stores.state, systemClock).open('desk', { person: demoId(`practitioner ${name}`), role: 'professional' }, 'nl', { secondFactor, device: '' })}`
    const ask: Somebody['ask'] = (text, variables = {}) => askApi(api.url, text, variables, { cookie })
    return { cookie, ask, askBytes: async (text, variables) => JSON.stringify(await ask(text, variables)) }
  }
  const referrer = { name: 'Noor Vos', discipline: 'gp', organisation: 'Huisartsen Zon', reach: '0800 555 0900' }
  const form = (change: object = {}) => ({
    commandId: newId(), organisation: schakel, referrer, child: { isUnborn: false, firstName: 'Zonneschijn', birthDate: '2026-01-10' },
    parents: [{ role: 'mother', firstName: 'Wolkje', name: 'Wolkje Regen', reach: '0800 555 0901', agrees: 'yes', toldOn: '2026-11-01' }, { role: 'father', firstName: 'Bliksem', agrees: 'notAsked' }],
    ticked: [{ group: 'child', signals: ['sleeping'] }, { group: 'parents', parent: 0, signals: ['wornOut'] }, { group: 'relation', parent: 0, signals: ['hardToSoothe'] }],
    family: 'Hoe slapen wij weer?', story: 'Zij komt elke week.', urgency: 'urgent', urgencyReason: 'Niemand slaapt nog.', ...change,
  })
  const names = /Zonneschijn|Wolkje|Bliksem|Regen/
  const list = '{ frontDoor(first: 50) { nodes { id kind code about fromOrganisation urgency takenUpBy openQuestions wait { target isLate } } } frontDoorWaiting { waiting urgent late } }'
  type Listed = { frontDoor: { nodes: { id: string; kind: string; urgency: string; fromOrganisation: string }[] }; frontDoorWaiting: { waiting: number; urgent: number } }
  const whole = `query ($id: ID!) { referral(id: $id) { id child { firstName age } parents { id firstName agrees feedbackWord { agreed } } ticked { group about signals } family story urgencyReason opinions { text } mayTellReferrer end { outcome } } }`
  type Whole = { referral: { parents: { id: string; firstName: string }[]; ticked: { about: string | null }[]; end: { outcome: string } | null } | null }
  const linesOf = (id: string) => api.accessLog.read(id)
  const on = (who: Somebody, mutation: string, variables: object, commandId = newId()) => command(who, mutation, { ...variables }, commandId)
  const foundBy = async (who: Somebody) => dataOf<Listed>(await who.ask(list)).frontDoor.nodes.find(({ fromOrganisation }) => fromOrganisation === 'Huisartsen Zon')

  let receipt: string, id: string
  test('takes in a referral from somebody without an account, once, and tells how it stands without a name', async () => {
    const sent = form()
    const first = await door('refer', sent)
    expect(first.status).toBe(200)
    receipt = String(first.body['receipt'])
    expect(receipt).toMatch(/^[\w-]{43}$/)
    // An answer that got lost is asked for again: the same receipt, and no second referral.
    expect(await door('refer', sent)).toEqual(first)
    const listed = dataOf<Listed>(await coordinator.ask(list)).frontDoor.nodes.filter(({ fromOrganisation }) => fromOrganisation === 'Huisartsen Zon')
    expect(listed).toMatchObject([{ kind: 'REFERRAL', urgency: 'URGENT' }])
    id = listed[0]!.id
    const { body, status } = await door('status', { receipt })
    expect([status, body]).toMatchObject([200, { kind: 'referral', status: 'received', receiver: 'IMH-praktijk De Schakel', questions: [] }])
    expect(JSON.stringify(body)).not.toMatch(names)
  })
  test('says no in a way that helps, and tells nothing of a secret that it doesn’t know', async () => {
    expect(refusal(await door('refer', form({ parents: [{ role: 'mother', firstName: 'Wolkje', agrees: 'notAsked' }], ticked: [] })))).toEqual([422, 'parents-not-agreed'])
    expect(refusal(await door('refer', form({ organisation: newId() })))).toEqual([422, 'receiver-unknown'])
    expect(refusal(await door('refer', form({ organisation: demoId('organisation wilgenboom') })))).toEqual([422, 'receiver-unknown'])
    expect(refusal(await door('refer', form({ link: 'x'.repeat(43) })))).toEqual([404, 'door-link-unknown'])
    expect(refusal(await door('refer', form({ parents: 'everybody' })))).toEqual([400, 'request-invalid'])
    expect(refusal(await door('status', { receipt: 'x'.repeat(43) }))).toEqual([404, 'receipt-unknown'])
    expect(refusal(await door('status', { receipt: `${receipt}x` }))).toEqual([404, 'receipt-unknown'])
    expect(refusal(await door('refer', form(), { origin: 'https://elsewhere.example' }))).toEqual([403, 'origin-refused'])
  })
  test('shows what nobody took up and what is one’s own apart, and counts each as its list is long', async () => {
    const parts = async (who: Somebody) => {
      const { frontDoorWaiting: { all, nobody, mine }, every, free, own } = dataOf<{ frontDoorWaiting: Record<'all' | 'nobody' | 'mine', number> } & Record<'every' | 'free' | 'own', { nodes: readonly { id: string; takenUpBy: string | null; isMine: boolean }[] }>>(await who.ask(
        '{ frontDoorWaiting { all nobody mine } every: frontDoor { nodes { id } } free: frontDoor(whose: NOBODY) { nodes { id takenUpBy isMine } } own: frontDoor(whose: MINE) { nodes { id takenUpBy isMine } } }'))
      expect([every, free, own].map(({ nodes }) => nodes.length)).toEqual([all, nobody, mine])
      expect(free.nodes.every(({ takenUpBy }) => takenUpBy === null)).toBe(true)
      expect(own.nodes.every(({ isMine }) => isMine)).toBe(true)
      return { free: free.nodes.map((one) => one.id), own: own.nodes.map((one) => one.id) }
    }
    expect((await parts(coordinator)).free).toContain(id)
    expect((await parts(coordinator)).own).not.toEqual([])
    expect(await parts(mother)).toEqual({ free: [], own: [] })
  })
  test('opens to the specialists of who received it alone; what is another’s and what isn’t there is answered alike', async () => {
    expect(dataOf<Whole>(await coordinator.ask(whole, { id })).referral).toMatchObject({ child: { firstName: 'Zonneschijn' }, family: 'Hoe slapen wij weer?', ticked: [{ about: null }, { about: 'Wolkje', signals: ['wornOut'] }, { about: 'Wolkje' }] })
    expect(dataOf<Whole>(await (await asPractitioner('mirjam')).ask(whole, { id })).referral).not.toBeNull()
    const others = [await asPractitioner('lien'), await asPractitioner('mirjam', false), await api.as('pedagogical-worker'), await api.as('privacy-officer'), mother]
    for (const somebody of others) {
      expect(await somebody.ask(whole, { id })).toEqual({ data: { referral: null } })
      expect(await somebody.ask(whole, { id })).toEqual(await somebody.ask(whole, { id: newId() }))
      expect((await somebody.ask(list)).data).toMatchObject({ frontDoorWaiting: { waiting: expect.any(Number) } })
      expect(await foundBy(somebody)).toBeUndefined()
      const takes = (entryId: string) => on(somebody, 'mutation ($commandId: ID!, $entryId: ID!) { takeUpAtDoor(commandId: $commandId, entryId: $entryId) { id } }', { entryId })
      expect(codeOf(await takes(id))).toBe('not-found')
      expect(codeOf(await takes(newId()))).toBe('not-found')
    }
  })
  test('lists without a name, and leaves a line for each look, done or refused (L-01)', async () => {
    const before = await linesOf(id)
    expect(await coordinator.askBytes(list)).not.toMatch(names)
    await coordinator.ask(whole, { id })
    await mother.ask(whole, { id })
    const left = (await linesOf(id)).slice(before.length)
    expect(left.map(({ action, outcome, operation }) => [operation, action, outcome])).toEqual([
      ['frontDoor', 'seeExistence', 'done'], ...Array<[string, string, string]>(4).fill(['referral', 'read', 'done']), ['referral', 'read', 'refused']])
    expect(left.slice(1, 5).map(({ subject }) => subject.kind).sort()).toEqual(['adult', 'adult', 'child', 'relation'])
    expect(before[0]).toMatchObject({ operation: 'refer', action: 'write', accessPoint: 'frontDoor', by: { role: 'professional' } })
    const looks = '{ doorLooks(first: 50) { nodes { code who action what refused } } }'
    const officer = await api.as('privacy-officer')
    const seen = dataOf<{ doorLooks: { nodes: { who: string; refused: boolean }[] } }>(await officer.ask(looks)).doorLooks.nodes
    expect(seen.map(({ who }) => who)).toEqual(expect.arrayContaining(['Hanne de Wit', 'wie verwees of een vraag stelde']))
    expect(await officer.askBytes(looks)).not.toMatch(names)
    expect(dataOf<{ doorLooks: { nodes: unknown[] } }>(await coordinator.ask(looks)).doorLooks.nodes).toEqual([])
  })
  test('tells who referred what became of it only when a parent agrees', async () => {
    const feedback = (text: string) => on(coordinator, 'mutation ($commandId: ID!, $referralId: ID!, $text: String!) { giveReferralFeedback(commandId: $commandId, referralId: $referralId, text: $text) { id } }', { referralId: id, text })
    expect(codeOf(await feedback('Zij komen bij ons.'))).toBe('feedback-without-consent')
    const [mothersId] = dataOf<Whole>(await coordinator.ask(whole, { id })).referral!.parents.map((parent) => parent.id)
    const word = (agreed: boolean) => on(coordinator, 'mutation ($commandId: ID!, $referralId: ID!, $input: FeedbackWordInput!) { noteFeedbackWord(commandId: $commandId, referralId: $referralId, input: $input) { id } }', { referralId: id, input: { parentId: mothersId, agreed, how: 'Aan de telefoon', on: today } })
    dataOf(await word(true))
    dataOf(await feedback('Zij komen bij ons.'))
    expect((await door('status', { receipt })).body).toMatchObject({ feedback: { text: 'Zij komen bij ons.' } })
    dataOf(await word(false))
    expect((await door('status', { receipt })).body).not.toHaveProperty('feedback')
    dataOf(await word(true))
  })
  test('K-02, K-01: becomes a case after an opinion, with its people, what was agreed to (C-07) and the words of who referred', async () => {
    const starts = (commandId = newId()) => on(coordinator, 'mutation ($commandId: ID!, $referralId: ID!, $input: StartCaseInput!) { startCase(commandId: $commandId, referralId: $referralId, input: $input) { familyId } }',
      { referralId: id, input: { name: 'Gezin Regen', atHome: dataParents } }, commandId)
    const dataParents = dataOf<Whole>(await coordinator.ask(whole, { id })).referral!.parents.map((parent) => parent.id)
    expect(codeOf(await starts())).toBe('opinion-missing')
    expect((await api.files.cases.state(id)).isOpen).toBe(false)
    dataOf(await on(coordinator, 'mutation ($commandId: ID!, $referralId: ID!, $text: String!) { giveReferralOpinion(commandId: $commandId, referralId: $referralId, text: $text) { id } }', { referralId: id, text: 'Hulp thuis past.' }))
    const commandId = newId()
    dataOf(await starts(commandId))
    dataOf(await starts(commandId))
    expect(codeOf(await starts())).toBe('referral-closed')
    const { family } = dataOf<{ family: { name: string; members: { firstName: string; role: string }[]; coordinator: { name: string }; contributions: { nodes: { situation: string; parentsTold: string | null; subject: { label: string } }[] }; consents: { basis: string; howExplained: string }[] } }>(await coordinator.ask(
      'query ($id: ID!) { family(id: $id) { name members { firstName role } coordinator { name } contributions(first: 20) { nodes { situation parentsTold } } } }', { id }))
    expect(family).toMatchObject({ name: 'Gezin Regen', coordinator: { name: 'Hanne de Wit' } })
    expect(family.members.map(({ firstName }) => firstName).sort()).toEqual(['Bliksem', 'Wolkje', 'Zonneschijn'])
    expect(family.contributions.nodes.map(({ parentsTold }) => parentsTold)).toContain('Hoe slapen wij weer?')
    expect(family.contributions.nodes.map(({ situation }) => situation).join()).toMatch(/Verwijzing van Noor Vos \(Huisartsen Zon\)[\s\S]*Zij komt elke week[\s\S]*slaapt slecht/)
    const file = await api.files.cases.state(id)
    if (!file.isOpen) throw new Error('no case')
    expect(file.consents).toMatchObject([{ basis: 'impliedByReferral', subject: { kind: 'adult', person: dataParents[0] }, howExplained: expect.stringContaining('Noor Vos') }])
    expect(dataOf<Whole>(await coordinator.ask(whole, { id })).referral?.end).toEqual({ outcome: 'CASE_STARTED' })
    const begun = (who: Somebody) => who.ask('query ($id: ID!) { referralOfFamily(familyId: $id) { id code } }', { id })
    const before = await linesOf(id)
    expect(await begun(coordinator)).toEqual({ data: { referralOfFamily: { id, code: id.slice(0, 6).toUpperCase() } } })
    expect((await linesOf(id)).slice(before.length)).toMatchObject([{ operation: 'referralOfFamily', action: 'seeExistence', outcome: 'done', subject: { kind: 'child' } }])
    // Whoever may not open it is answered as for a family that came without one, and it leaves nothing to read.
    for (const somebody of [await asPractitioner('mirjam'), await api.as('pedagogical-worker'), await api.as('privacy-officer'), mother]) {
      expect(await begun(somebody)).toEqual({ data: { referralOfFamily: null } })
      expect(await begun(somebody)).toEqual(await somebody.ask('query ($id: ID!) { referralOfFamily(familyId: $id) { id code } }', { id: newId() }))
    }
    expect(await linesOf(id)).toHaveLength(before.length + 1)
    // From now on colleagues read the file, as far as it opens to them.
    expect(await (await asPractitioner('mirjam')).ask(whole, { id })).toEqual({ data: { referral: null } })
    expect((await door('status', { receipt })).body).toMatchObject({ status: 'handled', feedback: { text: 'Zij komen bij ons.' } })
  })
  test('is erased with the person of the family it was about: what was written at the door has the same keys (decision 063)', async () => {
    const file = await api.files.cases.state(id)
    if (!file.isOpen) throw new Error('no case')
    const child = file.family.members.find(({ firstName }) => firstName === 'Zonneschijn')!.memberId
    const keysOf = async (stream: string) => {
      const found = new Set<string>()
      for await (const event of api.stores.log.readStream(stream)) { const { subject, keyId } = event.metadata as { subject: string; keyId: string }; if (subject === `child:${child}`) found.add(keyId) }
      return found
    }
    const [atDoor, inFile] = [await keysOf(`referral-${id}`), await keysOf(`family-${id}`)]
    expect(atDoor.size).toBeGreaterThan(0)
    // The words of the specialist at the door and in the file are one record; what who referred wrote is of nobody's organisation.
    expect([...atDoor].filter((key) => inFile.has(key)).length).toBeGreaterThan(0)
    for await (const event of api.stores.log.readStream(`referral-${id}`)) expect(JSON.stringify([event.stream, event.type, event.metadata])).not.toMatch(names)
  })
  test('hands out a link that works once, for who was sent it', async () => {
    const { makeDoorLink: { path } } = dataOf<{ makeDoorLink: { path: string } }>(await coordinator.ask('mutation { makeDoorLink { path } }'))
    const link = path.split('#link=')[1]!
    expect((await door('look', { link })).body).toMatchObject({ isLink: true, receivers: [{ id: schakel }] })
    // What was refused doesn't use it up.
    expect(refusal(await door('refer', form({ link, parents: [] , ticked: [] })))).toEqual([422, 'parents-missing'])
    const sent = form({ link, organisation: rank, referrer: { ...referrer, organisation: 'Wijkteam Kade' } })
    expect((await door('refer', sent)).status).toBe(200)
    expect((await door('refer', sent)).status).toBe(200)
    // Nor is what came in given back by sending it once more with something in it that can't be read.
    expect(refusal(await door('refer', { ...sent, parents: 'everybody' }))).toEqual([400, 'request-invalid'])
    expect(refusal(await door('refer', form({ link })))).toEqual([404, 'door-link-unknown'])
    expect(refusal(await door('look', { link }))).toEqual([404, 'door-link-unknown'])
    expect(dataOf<Listed>(await coordinator.ask(list)).frontDoor.nodes.map(({ fromOrganisation }) => fromOrganisation)).toContain('Wijkteam Kade')
    expect(codeOf(await mother.ask('mutation { makeDoorLink { path } }'))).toBe('not-found')
  })
  test('knows who is signed in, and lets a specialist write down what was told on the phone', async () => {
    const nadia = await api.as('therapist')
    const headers = (who: Somebody) => ({ cookie: who.cookie, 'x-samenspel-app': 'desk' })
    expect((await door('look', {}, headers(nadia))).body).toMatchObject({ sender: { name: 'Nadia Brouwer', discipline: 'adultMentalHealth' }, isSpecialist: false })
    expect((await door('refer', form({ referrer: undefined }), headers(nadia))).status).toBe(200)
    expect((await door('refer', form({ channel: 'phone', referrer: { ...referrer, organisation: 'Kinderopvang De Zon' } }), headers(coordinator))).status).toBe(200)
    const nodes = dataOf<{ frontDoor: { nodes: { fromOrganisation: string; channel: string }[] } }>(await coordinator.ask('{ frontDoor { nodes { fromOrganisation channel } } }')).frontDoor.nodes
    expect(nodes).toEqual(expect.arrayContaining([{ fromOrganisation: 'GGZ De Linde', channel: 'ACCOUNT' }, { fromOrganisation: 'Kinderopvang De Zon', channel: 'PHONE' }]))
  })
  test('C-12: a question without names is answered and asked further; it becomes a referral only with consent', async () => {
    const asked = await door('ask', { commandId: newId(), organisation: schakel, referrer: { ...referrer, organisation: 'Consultatiebureau Zon' }, ageMonths: 7, text: 'Een baby huilt uren. Wat kan ik bieden?' })
    const own = String(asked.body['receipt'])
    const found = dataOf<Listed>(await coordinator.ask(list)).frontDoor.nodes.find(({ fromOrganisation }) => fromOrganisation === 'Consultatiebureau Zon')
    expect(found).toMatchObject({ kind: 'CONSULTATION' })
    const consultationId = found!.id
    type Questions = { consultation: { questions: { id: string; answer: { text: string } | null }[]; item: { about: string }; outcome: string | null } | null }
    const read = async (who: Somebody) => dataOf<Questions>(await who.ask('query ($id: ID!) { consultation(id: $id) { item { about } questions { id text answer { text } } outcome } }', { id: consultationId })).consultation
    expect((await read(coordinator))?.item.about).toBe('7 maanden')
    expect((await linesOf(consultationId)).at(-1)).toMatchObject({ action: 'read', policies: ['P12'] })
    expect(await read(await asPractitioner('lien'))).toBeNull()
    const answers = (questionId: string) => on(coordinator, 'mutation ($commandId: ID!, $consultationId: ID!, $questionId: ID!, $text: String!) { answerConsultation(commandId: $commandId, consultationId: $consultationId, questionId: $questionId, text: $text) { id } }', { consultationId, questionId, text: 'Houd vol en houd vast.' })
    dataOf(await answers((await read(coordinator))!.questions[0]!.id))
    expect((await door('status', { receipt: own })).body).toMatchObject({ kind: 'consultation', status: 'handled', canAskFurther: true, questions: [{ answer: { text: 'Houd vol en houd vast.' } }] })
    expect((await door('ask-further', { commandId: newId(), receipt: own, text: 'En in de nacht?' })).status).toBe(200)
    expect((await read(coordinator))?.questions).toHaveLength(2)
    const naming = (agrees: string) => on(coordinator, 'mutation ($commandId: ID!, $consultationId: ID!, $input: NameConsultationInput!) { nameConsultation(commandId: $commandId, consultationId: $consultationId, input: $input) { id } }', {
      consultationId, input: { isUnborn: false, childFirstName: 'Zonneschijn', birthDate: '2026-04-10', parents: [{ role: 'MOTHER', firstName: 'Wolkje', agrees }], how: 'In de spreekkamer', on: today, askedBy: 'Noor Vos' },
    })
    expect(codeOf(await naming('NOT_ASKED'))).toBe('naming-without-consent')
    expect(dataOf<Whole>(await coordinator.ask(whole, { id: consultationId })).referral).toBeNull()
    dataOf(await naming('YES'))
    expect((await read(coordinator))?.outcome).toBe('BECAME_REFERRAL')
    expect(dataOf<Whole>(await coordinator.ask(whole, { id: consultationId })).referral).toMatchObject({ child: { firstName: 'Zonneschijn' }, story: expect.stringContaining('En in de nacht?') })
  })
  test('lets one network send so much and no more', async () => {
    const sent = await Promise.all(Array.from({ length: 45 }, () => door('refer', {})))
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([400, 429]))
    expect(sent.find(({ status }) => status === 429)?.body.errors?.[0]?.extensions.code).toBe('door-too-often')
  })
})

/** Consent as people ask, give and stop it, over the API. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { addDays, dayOf, newId, systemClock } from '@samenspel/kernel'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { connectLive, type LiveClient } from '../testing/live-client.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'

const verhoeven = demoId('family verhoeven')
const [sem, anouk, joost] = ['sem', 'anouk', 'joost'].map((name) => demoId(`verhoeven ${name}`)) as [string, string, string]
const wilgenboom = demoId('organisation wilgenboom')
const today = dayOf(systemClock(), 'Europe/Amsterdam')
const ofSem = { kind: 'CHILD', memberIds: [sem] }

let api: RunningApi
let who: Awaited<ReturnType<typeof people>>
const lives: LiveClient[] = []
beforeAll(async () => {
  api = await startApi()
  who = await people(api)
})
afterAll(async () => {
  for (const live of lives) live.close()
  await api.stop()
})

type Consent = { readonly id: string; readonly effect: string; readonly state: string; readonly what: string; readonly signedBy: readonly string[]; readonly requestId: string | null; readonly until: string | null; readonly isYours: boolean; readonly mayDecide: boolean; readonly endsSoon: boolean; readonly subject: { readonly label: string }; readonly recipient: { readonly label: string }; readonly category: string }
type Request = { readonly id: string; readonly state: string; readonly isForYou: boolean; readonly why: string; readonly mayWithdraw: boolean; readonly askedBy: string; readonly subject: { readonly label: string } }
const consentFields = 'id effect state what signedBy requestId until isYours mayDecide endsSoon category subject { label } recipient { label }'

const seenBy = async (somebody: Somebody): Promise<{ readonly consents: readonly Consent[]; readonly consentRequests: readonly Request[] }> =>
  dataOf<{ family: { consents: readonly Consent[]; consentRequests: readonly Request[] } }>(await somebody.ask(
    `query ($id: ID!) { family(id: $id) { consents { ${consentFields} } consentRequests { id state isForYou why mayWithdraw askedBy subject { label } } } }`, { id: verhoeven })).family
const requestSeenBy = async (somebody: Somebody, id: string) => (await seenBy(somebody)).consentRequests.find((request) => request.id === id)
const consentSeenBy = async (somebody: Somebody, requestId: string) => (await seenBy(somebody)).consents.find((consent) => consent.requestId === requestId)

const ask = async (somebody: Somebody, sharing: Readonly<Record<string, unknown>> = {}, more: Readonly<Record<string, unknown>> = {}) => command(somebody,
  'mutation ($commandId: ID!, $familyId: ID!, $input: ConsentRequestInput!) { requestConsent(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
  { familyId: verhoeven, input: { sharing: { subject: ofSem, category: 'MEDICAL', recipient: { kind: 'ORGANISATION', organisationId: wilgenboom }, from: today, until: addDays(today, 100), ...sharing }, why: 'Dan weet de groep wat helpt.', howExplained: 'Aan de telefoon.', ...more } })
const asked = async (...given: Parameters<typeof ask>): Promise<string> => dataOf<{ requestConsent: { id: string } }>(await ask(...given)).requestConsent.id
const answer = (somebody: Somebody, requestId: string, yes: boolean, noted?: Readonly<Record<string, unknown>>) => command(somebody,
  'mutation ($commandId: ID!, $familyId: ID!, $requestId: ID!, $yes: Boolean!, $noted: NotedInput) { answerConsentRequest(commandId: $commandId, familyId: $familyId, requestId: $requestId, yes: $yes, noted: $noted) { id } }',
  { familyId: verhoeven, requestId, yes, noted })
const withdraw = (somebody: Somebody, consentId: string, saidBy?: string) => command(somebody,
  'mutation ($commandId: ID!, $familyId: ID!, $consentId: ID!, $saidBy: ID) { withdrawConsent(commandId: $commandId, familyId: $familyId, consentId: $consentId, saidBy: $saidBy) { id } }',
  { familyId: verhoeven, consentId, saidBy })

/** The medical notes about Sem that somebody finds. */
const medicalNotes = async (somebody: Somebody): Promise<readonly string[]> => {
  const { family } = dataOf<{ family: { contributions: { nodes: readonly { situation: string; category: string; subject: { memberIds: readonly string[] }; author: { organisation: { name: string } } }[] } } | null }>(await somebody.ask(
    'query ($id: ID!) { family(id: $id) { contributions(first: 100) { nodes { situation category subject { memberIds } author { organisation { name } } } } } }', { id: verhoeven }))
  return family?.contributions.nodes.filter(({ category, author }) => category === 'MEDICAL' && !author.organisation.name.includes('Wilgenboom')).map(({ situation }) => situation) ?? []
}

describe('a question for consent', () => {
  test('is seen by who asked it and by who may decide, and by nobody else (C-01, C-05)', async () => {
    const { hanne, lotte, femke, nadia, anouk: mother, joost: father, theresa } = who
    const id = await asked(hanne)
    expect(await requestSeenBy(hanne, id)).toMatchObject({ state: 'OPEN', isForYou: false, mayWithdraw: true, askedBy: 'Hanne de Wit' })
    for (const parent of [mother, father]) expect(await requestSeenBy(parent, id)).toMatchObject({ state: 'OPEN', isForYou: true, mayWithdraw: false, why: 'Dan weet de groep wat helpt.' })
    for (const other of [lotte, femke, nadia]) expect(await requestSeenBy(other, id)).toBeUndefined()
    expect(codesOf(await answer(theresa, id, true))).toEqual(['not-found'])
    expect(codesOf(await answer(lotte, id, true))).toEqual(['not-found'])
  })

  test('about one parent’s own record, the other parent never learns (C-05)', async () => {
    const { hanne, anouk: mother, joost: father } = who
    const id = await asked(hanne, { subject: { kind: 'ADULT', memberIds: [anouk] }, category: 'SOCIAL' })
    expect(await requestSeenBy(mother, id)).toMatchObject({ isForYou: true })
    expect(await requestSeenBy(father, id)).toBeUndefined()
    expect(codesOf(await answer(father, id, true))).toEqual(['not-found'])
    dataOf(await answer(mother, id, true))
    expect(await consentSeenBy(mother, id)).toMatchObject({ state: 'IN_FORCE', mayDecide: true })
    const fathers = await seenBy(father)
    expect([...fathers.consents, ...fathers.consentRequests].filter(({ subject }) => subject.label === 'Anouk')).toEqual([])
  })

  test('opens nothing before every yes is there, then opens at once, and shuts at once when one parent stops it (G-01, C-01, C-04)', async () => {
    const { hanne, lotte, anouk: mother, joost: father } = who
    const id = await asked(hanne)
    expect(await medicalNotes(lotte)).toEqual([])
    dataOf(await answer(mother, id, true))
    expect(await requestSeenBy(father, id)).toMatchObject({ state: 'ONE_MORE_YES', isForYou: true })
    expect(await requestSeenBy(mother, id)).toMatchObject({ state: 'ONE_MORE_YES', isForYou: false })
    expect(await consentSeenBy(mother, id)).toMatchObject({ state: 'WAITING', isYours: true })
    expect(await medicalNotes(lotte)).toEqual([])
    dataOf(await answer(father, id, true))
    expect(await requestSeenBy(hanne, id)).toMatchObject({ state: 'YES', mayWithdraw: false })
    const opened = await medicalNotes(lotte)
    expect(opened.length).toBeGreaterThan(0)
    const consent = await consentSeenBy(father, id)
    // What was read under it: by whom, of what, for who stops it.
    const read = dataOf<{ readUnderConsent: readonly { who: string; what: string }[] }>(await father.ask('query ($f: ID!, $c: ID!) { readUnderConsent(familyId: $f, consentId: $c) { who what } }', { f: verhoeven, c: consent?.id })).readUnderConsent
    expect(read).toEqual(expect.arrayContaining([{ who: 'Lotte Jansen', what: 'de gezondheid van Sem' }]))
    expect(new Set(read.map(({ what }) => what))).toEqual(new Set(['de gezondheid van Sem']))
    dataOf(await withdraw(father, consent?.id ?? ''))
    expect(await medicalNotes(lotte)).toEqual([])
    expect(await consentSeenBy(mother, id)).toMatchObject({ state: 'WITHDRAWN' })
    // What was read stays in the log.
    const kept = (await api.accessLog.read(verhoeven)).filter(({ consents }) => consents.includes(consent?.id ?? ''))
    expect(kept.length).toBeGreaterThan(0)
  })

  test('what was read under a consent is nobody’s to see who may not see the consent (C-04, F01)', async () => {
    const { anouk: mother, joost: father, theresa } = who
    const own = (await seenBy(mother)).consents.find(({ subject, state }) => subject.label === 'Anouk' && state === 'IN_FORCE')
    for (const other of [father, theresa]) expect(codesOf(await other.ask('query ($f: ID!, $c: ID!) { readUnderConsent(familyId: $f, consentId: $c) { who } }', { f: verhoeven, c: own?.id }))).toEqual(['not-found'])
  })

  test('a no of one parent wins, and only that parent takes it back (C-03)', async () => {
    const { hanne, lotte, anouk: mother, joost: father } = who
    const id = await asked(hanne)
    dataOf(await answer(mother, id, true))
    dataOf(await answer(father, id, false))
    expect(await requestSeenBy(hanne, id)).toMatchObject({ state: 'NO' })
    expect(codesOf(await answer(mother, id, true))).toEqual([])
    const no = (await seenBy(father)).consents.find(({ requestId, effect }) => requestId === id && effect === 'OBJECTION')
    expect(no).toMatchObject({ state: 'IN_FORCE', isYours: true })
    expect(codesOf(await withdraw(mother, no?.id ?? ''))).toEqual(['not-your-signature'])
    expect(await medicalNotes(lotte)).toEqual([])
    dataOf(await withdraw(father, no?.id ?? ''))
  })

  test('a spoken yes is noted with who said it and how, and names only people of this family', async () => {
    const { hanne } = who
    const id = await asked(hanne, { category: 'PLAN', recipient: { kind: 'DISCIPLINE', discipline: 'GP' } })
    expect(codesOf(await answer(hanne, id, true))).toEqual(['signature-missing'])
    expect(codesOf(await answer(hanne, id, true, { signedBy: [newId()], basis: 'SPOKEN' }))).toEqual(['not-found'])
    dataOf(await answer(hanne, id, true, { signedBy: [anouk, joost], basis: 'SPOKEN', howExplained: 'Samen aan tafel.' }))
    expect(await consentSeenBy(hanne, id)).toMatchObject({ state: 'IN_FORCE', signedBy: ['Anouk', 'Joost'], recipient: { label: 'iedereen in het team: huisarts' } })
  })

  test('is taken back by who asked, and then answered no more', async () => {
    const { hanne, anouk: mother } = who
    const id = await asked(hanne)
    const takeBack = (somebody: Somebody) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { withdrawConsentRequest(commandId: $commandId, familyId: $familyId, requestId: $id) { id } }', { familyId: verhoeven, id })
    expect(codesOf(await takeBack(mother))).toEqual(['not-coordinator'])
    dataOf(await takeBack(hanne))
    expect(await requestSeenBy(mother, id)).toMatchObject({ state: 'TAKEN_BACK', isForYou: false })
    expect(codesOf(await answer(mother, id, true))).toEqual(['request-closed'])
  })

  test('that can’t be is refused with a sentence', async () => {
    const { hanne, anouk: mother } = who
    expect(codesOf(await ask(mother))).toEqual(['not-in-team'])
    expect(codesOf(await ask(hanne, { subject: { kind: 'CHILD', memberIds: [newId()] } }))).toEqual(['not-found'])
    expect(codesOf(await ask(hanne, { recipient: { kind: 'ORGANISATION' } }))).toEqual(['recipient-missing'])
    expect(codesOf(await ask(hanne, { category: 'SAFETY' }))).toEqual(['safety-not-shared-by-consent'])
    expect(codesOf(await ask(hanne, {}, { why: '' }))).toEqual(['text-empty'])
  })
})

describe('a consent to somebody else', () => {
  test('is known to who coordinates and to whom it is for, and tells no other professional which care there is (C-01, F01)', async () => {
    const { hanne, lotte, eva, nadia } = who
    const toTherapist = (consents: readonly Consent[]) => consents.filter(({ recipient }) => recipient.label.includes('Linde')).length
    const [coordinator, therapist, dayCentre, hospital] = await Promise.all([hanne, nadia, lotte, eva].map(async (somebody) => (await seenBy(somebody)).consents))
    expect([toTherapist(coordinator ?? []) > 0, toTherapist(therapist ?? []) > 0, toTherapist(dayCentre ?? []), toTherapist(hospital ?? [])]).toEqual([true, true, 0, 0])
    expect(new Set(dayCentre?.map(({ recipient }) => recipient.label))).toEqual(new Set(['Kinderdagcentrum De Wilgenboom']))
  })
})

describe('noting and renewing', () => {
  const note = (somebody: Somebody, input: Readonly<Record<string, unknown>>, noted: Readonly<Record<string, unknown>>) => command(somebody,
    'mutation ($commandId: ID!, $familyId: ID!, $input: SharingInput!, $noted: NotedInput!) { giveConsent(commandId: $commandId, familyId: $familyId, input: $input, noted: $noted) { id } }',
    { familyId: verhoeven, input: { subject: ofSem, category: 'SOCIAL', recipient: { kind: 'DISCIPLINE', discipline: 'GP' }, from: today, ...input }, noted })

  test('what the referral implied is made explicit: who told the parents, and how (C-07)', async () => {
    const { hanne, anouk: mother } = who
    const { giveConsent: { id } } = dataOf<{ giveConsent: { id: string } }>(await note(hanne, {}, { signedBy: [anouk, joost], basis: 'IMPLIED_BY_REFERRAL', howExplained: 'De huisarts vertelde het bij de verwijzing.' }))
    const found = dataOf<{ family: { consents: readonly Record<string, unknown>[] } }>(await mother.ask('query ($id: ID!) { family(id: $id) { consents { id basis howExplained askedBy } } }', { id: verhoeven })).family.consents.find((one) => one['id'] === id)
    expect(found).toMatchObject({ basis: 'IMPLIED_BY_REFERRAL', howExplained: 'De huisarts vertelde het bij de verwijzing.', askedBy: 'Hanne de Wit' })
    expect(codesOf(await note(hanne, {}, { signedBy: [anouk, joost], basis: 'IMPLIED_BY_REFERRAL' }))).toEqual(['text-empty'])
  })

  test('what ends within a month is shown so, and a renewal is a consent of its own', async () => {
    const { hanne, anouk: mother, joost: father } = who
    const until = addDays(today, 20)
    const { giveConsent: { id } } = dataOf<{ giveConsent: { id: string } }>(await note(hanne, { until }, { signedBy: [anouk, joost], basis: 'WRITTEN', howExplained: 'Op papier.' }))
    const find = async (somebody: Somebody) => (await seenBy(somebody)).consents.find((consent) => consent.id === id)
    for (const somebody of [hanne, mother, father]) expect(await find(somebody)).toMatchObject({ endsSoon: true })
    const renew = () => command(mother, 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!, $until: Date) { renewConsent(commandId: $commandId, familyId: $familyId, consentId: $id, until: $until) { id } }', { familyId: verhoeven, id, until: addDays(until, 365) })
    dataOf(await renew())
    expect(codesOf(await renew())).toEqual(['already-renewed'])
    expect(await find(hanne)).toMatchObject({ endsSoon: false, until, state: 'IN_FORCE' })
    expect((await seenBy(father)).consents.find((consent) => consent.until === addDays(until, 365))).toMatchObject({ state: 'WAITING', isYours: false })
  })

  test('a consent for a while ends by itself, and doesn’t end soon when it has no end', async () => {
    const consents = (await seenBy(who.anouk)).consents.filter(({ until, effect }) => until === null && effect === 'GRANT')
    expect(consents.length).toBeGreaterThan(10)
    expect(consents.filter(({ endsSoon }) => endsSoon)).toEqual([])
  })
})

describe('an open page', () => {
  test('hears of the withdrawal, and from then on not one answer holds what was shared (C-04)', async () => {
    const { hanne, lotte, anouk: mother, joost: father, femke } = who
    const id = await asked(hanne)
    for (const parent of [mother, father]) dataOf(await answer(parent, id, true))
    const shared = await medicalNotes(lotte)
    expect(shared.length).toBeGreaterThan(0)
    const live = connectLive(api.url, { cookie: lotte.cookie })
    lives.push(live)
    const log = api.accessLog
    const noted = async () => (await log.read(verhoeven)).filter(({ operation, by }) => operation === 'familyChanged' && by.discipline === 'dayCentre').length
    const before = await noted()
    const heard = live.listen('subscription ($id: ID!) { familyChanged(familyId: $id) { familyId } }', { id: verhoeven })
    while (await noted() === before) await new Promise((resolve) => { setImmediate(resolve) })
    const consent = await consentSeenBy(mother, id)
    dataOf(await withdraw(mother, consent?.id ?? ''))
    const readUnder = (await log.read(verhoeven)).filter(({ consents }) => consents.includes(consent?.id ?? '')).length
    expect(await heard.next()).toEqual({ familyChanged: { familyId: verhoeven } })
    // The page reads again, over every way there is, and others go on writing.
    const marks = shared.map((situation) => situation.slice(0, 20))
    const everything = ['contributions(first: 100) { nodes { situation } }', 'changes { text }', 'existence { on discipline }', 'lifeLine { text }', `consents { ${consentFields} }`]
    for (let round = 0; round < 2; round += 1) {
      for (const fields of everything) {
        const bytes = await lotte.askBytes(`query ($id: ID!) { family(id: $id) { ${fields} } }`, { id: verhoeven })
        expect(marks.filter((mark) => bytes.includes(mark))).toEqual([])
        expect(bytes).not.toContain(consent?.id)
      }
      dataOf(await command(femke, 'mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
        { familyId: verhoeven, input: { kind: 'NOTE', subject: ofSem, category: 'SOCIAL', setting: 'HOME', occurredOn: today, situation: `Ronde ${round}` } }))
      expect(await heard.next()).toEqual({ familyChanged: { familyId: verhoeven } })
    }
    expect((await log.read(verhoeven)).filter(({ consents }) => consents.includes(consent?.id ?? '')).length).toBe(readUnder)
  })
})

describe('inviting a partner (C-02)', () => {
  const bosman = demoId('family bosman')
  const [noor, ilse, mark] = ['noor', 'ilse', 'mark'].map((name) => demoId(`bosman ${name}`)) as [string, string, string]
  const femke = demoId('practitioner femke'), nadia = demoId('practitioner nadia')
  const invitationFields = 'id question askedBy state words familyId familyName'
  type Invitation = { readonly id: string; readonly state: string; readonly question: string; readonly familyId: string | null; readonly familyName: string | null }

  const invitationsOf = async (somebody: Somebody) => dataOf<{ invitations: readonly Invitation[] }>(await somebody.ask(`{ invitations { ${invitationFields} } }`)).invitations
  const invite = (somebody: Somebody, more: Readonly<Record<string, unknown>> = {}) => command(somebody,
    'mutation ($commandId: ID!, $familyId: ID!, $input: InvitationInput!) { invitePartner(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
    { familyId: bosman, input: { professionalId: nadia, subject: { kind: 'CHILD', memberIds: [noor] }, category: 'CONTACT', question: 'Kunt u meedenken over een peuter die weinig eet?', from: today, ...more } })
  const reply = (somebody: Somebody, invitationId: string, accept: boolean, words?: string) => command(somebody,
    'mutation ($commandId: ID!, $invitationId: ID!, $accept: Boolean!, $words: String) { answerInvitation(commandId: $commandId, invitationId: $invitationId, accept: $accept, words: $words) { id familyId } }', { invitationId, accept, words })
  const welcome = (somebody: Somebody, invitationId: string) => command(somebody,
    'mutation ($commandId: ID!, $familyId: ID!, $invitationId: ID!) { welcomePartner(commandId: $commandId, familyId: $familyId, invitationId: $invitationId) { id } }', { familyId: bosman, invitationId })
  const consentFor = (organisation: string) => command(who.hanne,
    'mutation ($commandId: ID!, $familyId: ID!, $input: SharingInput!, $noted: NotedInput!) { giveConsent(commandId: $commandId, familyId: $familyId, input: $input, noted: $noted) { id } }',
    {
      familyId: bosman, input: { subject: { kind: 'CHILD', memberIds: [noor] }, category: 'DEVELOPMENT', recipient: { kind: 'ORGANISATION', organisationId: demoId(`organisation ${organisation}`) }, from: today },
      noted: { signedBy: [ilse, mark], basis: 'WRITTEN', howExplained: 'Samen gelezen.' },
    })
  const opensBosman = async (somebody: Somebody) => dataOf<{ family: unknown }>(await somebody.ask('query ($id: ID!) { family(id: $id) { name } }', { id: bosman })).family !== null

  test('who is invited reads the question, and not one byte by which the family can be found', async () => {
    const bytes = await who.femke.askBytes(`{ invitations { ${invitationFields} } }`)
    expect(bytes).toContain('een peuter die bijna niets eet')
    for (const secret of ['Bosman', 'Noor', 'Ilse', 'Mark', bosman, noor, ilse, mark, 'DD-2057']) expect(bytes).not.toContain(secret)
    expect(await opensBosman(who.femke)).toBe(false)
    expect(await invitationsOf(who.lotte)).toEqual([])
    expect(await invitationsOf(who.anouk)).toEqual([])
    const lines = (await api.accessLog.read(bosman)).filter(({ by, operation }) => by.person === femke && operation === 'invitations')
    expect(lines).toMatchObject([{ action: 'read', policies: ['P12'] }])
  })

  test('a yes opens nothing before there is consent; then the coordinator welcomes who said it, and the family has a name (C-02, C-14)', async () => {
    const [invitation] = await invitationsOf(who.femke)
    const id = invitation?.id ?? ''
    expect(codesOf(await reply(who.nadia, id, true))).toEqual(['invitation-unknown'])
    expect(dataOf(await reply(who.femke, id, true, 'Graag.'))).toEqual({ answerInvitation: { id, familyId: null } })
    expect(await invitationsOf(who.femke)).toMatchObject([{ state: 'ACCEPTED', familyId: null, familyName: null }])
    expect(codesOf(await welcome(who.hanne, id))).toEqual(['consent-missing'])
    expect(await opensBosman(who.femke)).toBe(false)
    dataOf(await consentFor('brug'))
    expect(await opensBosman(who.femke)).toBe(false)
    expect(codesOf(await welcome(who.lotte, id))).toEqual(['not-found'])
    dataOf(await welcome(who.hanne, id))
    // From the day that was asked on, and not before.
    const { family } = dataOf<{ family: { invitations: readonly { state: string; words: string }[] } }>(await who.hanne.ask('query ($id: ID!) { family(id: $id) { invitations { state words } } }', { id: bosman }))
    expect(family.invitations).toMatchObject([{ state: 'JOINED', words: 'Graag.' }])
    expect(await opensBosman(who.femke)).toBe(false)
  })

  test('with consent before, a yes joins the team at once', async () => {
    dataOf(await consentFor('linde'))
    const { invitePartner: { id } } = dataOf<{ invitePartner: { id: string } }>(await invite(who.hanne))
    expect(await opensBosman(who.nadia)).toBe(false)
    dataOf(await reply(who.nadia, id, true))
    expect(await invitationsOf(who.nadia)).toMatchObject([{ id, state: 'JOINED', familyId: bosman, familyName: 'Gezin Bosman' }])
    expect(await opensBosman(who.nadia)).toBe(true)
  })

  test('only the coordinator invites, somebody of the register, in words that name nobody', async () => {
    const partners = dataOf<{ partnersToInvite: readonly { id: string; phone: string | null }[] }>(await who.hanne.ask('query ($id: ID!) { partnersToInvite(familyId: $id) { id phone } }', { id: bosman })).partnersToInvite
    expect(partners.map(({ id }) => id)).toContain(demoId('practitioner griet'))
    expect(partners.map(({ id }) => id)).not.toContain(demoId('practitioner lotte'))
    expect(partners.every(({ phone }) => phone === null)).toBe(true)
    for (const other of [who.lotte, who.theresa]) expect(codesOf(await other.ask('query ($id: ID!) { partnersToInvite(familyId: $id) { id } }', { id: bosman }))).toEqual([other === who.lotte ? 'not-coordinator' : 'not-found'])
    const griet = { professionalId: demoId('practitioner griet') }
    expect(codesOf(await invite(who.lotte, griet))).toEqual(['not-coordinator'])
    expect(codesOf(await invite(who.hanne, { professionalId: newId() }))).toEqual(['person-unknown'])
    expect(codesOf(await invite(who.hanne, { ...griet, question: 'Over Noor, die weinig eet.' }))).toEqual(['names-somebody'])
  })
})

describe('what parents share, or refuse to share, unasked', () => {
  const linde = demoId('organisation linde'), brug = demoId('organisation brug')
  const to = (organisationId: string) => ({ recipient: { kind: 'ORGANISATION', organisationId } })
  const share = (somebody: Somebody, input: Readonly<Record<string, unknown>>, operation = 'giveConsent') => command(somebody,
    `mutation ($commandId: ID!, $familyId: ID!, $input: SharingInput!) { ${operation}(commandId: $commandId, familyId: $familyId, input: $input) { id } }`,
    { familyId: verhoeven, input: { subject: ofSem, category: 'MEDICAL', from: today, ...input } })
  const shared = async (somebody: Somebody, input: Readonly<Record<string, unknown>>) => dataOf<{ giveConsent: { id: string } }>(await share(somebody, input)).giveConsent.id
  const find = async (somebody: Somebody, id: string) => (await seenBy(somebody)).consents.find((one) => one.id === id)
  const stopAll = (somebody: Somebody, organisationId: string) => command(somebody,
    'mutation ($commandId: ID!, $familyId: ID!, $organisationId: ID!) { stopSharing(commandId: $commandId, familyId: $familyId, organisationId: $organisationId) { id } }', { familyId: verhoeven, organisationId })
  type Choices = { readonly organisations: readonly { readonly id: string; readonly helps: boolean }[]; readonly subjects: readonly { readonly subject: { readonly label: string }; readonly alsoSigns: readonly string[] }[] }
  const choicesOf = (somebody: Somebody) => somebody.ask('query ($id: ID!) { sharingChoices(familyId: $id) { organisations { id helps } subjects { subject { label } alsoSigns parts { category what } } } }', { id: verhoeven })

  test('each chooses about whom they have a say, and hears who must say yes as well; the list of organisations tells nothing (C-05, G-01)', async () => {
    const { anouk: mother, joost: father, lotte, theresa } = who
    const [ofMother, ofFather, ofLotte] = await Promise.all([mother, father, lotte].map(async (somebody) => dataOf<{ sharingChoices: Choices }>(await choicesOf(somebody)).sharingChoices))
    const labels = (choices: Choices | undefined) => choices?.subjects.map(({ subject: { label }, alsoSigns }) => [label, ...alsoSigns])
    expect(labels(ofMother)?.slice(0, 3)).toEqual([['Sem', 'Joost'], ['Tijn', 'Joost'], ['Anouk']])
    expect(labels(ofFather)?.slice(0, 3)).toEqual([['Sem', 'Anouk'], ['Tijn', 'Anouk'], ['Joost']])
    expect(labels(ofLotte)).toEqual([])
    expect(ofFather?.organisations.map(({ id }) => id)).toEqual(ofMother?.organisations.map(({ id }) => id))
    const helps = (choices: Choices | undefined) => choices?.organisations.filter((one) => one.helps).map(({ id }) => id)
    expect([helps(ofMother)?.includes(linde), helps(ofFather)?.includes(linde)]).toEqual([true, false])
    expect(codesOf(await choicesOf(theresa))).toEqual(['not-found'])
  })

  test('a yes waits for that of the other parent, who reads it as it is and signs (G-01)', async () => {
    const { lotte, anouk: mother, joost: father } = who
    const id = await shared(mother, { ...to(wilgenboom), until: addDays(today, 90) })
    expect(await find(mother, id)).toMatchObject({ state: 'WAITING', isYours: true })
    expect(await find(father, id)).toMatchObject({ state: 'WAITING', isYours: false, mayDecide: true })
    expect(await medicalNotes(lotte)).toEqual([])
    dataOf(await command(father, 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { signConsent(commandId: $commandId, familyId: $familyId, consentId: $id) { id } }', { familyId: verhoeven, id }))
    expect((await medicalNotes(lotte)).length).toBeGreaterThan(0)
    expect(codesOf(await share(mother, to(newId())))).toEqual(['not-found'])
    expect(codesOf(await share(mother, { ...to(wilgenboom), subject: { kind: 'ADULT', memberIds: [joost] } }))).toEqual(['signer-without-standing'])
  })

  test('what one said in person stays theirs to see, so that the answer never tells of the other’s own care (F01)', async () => {
    const { anouk: mother, joost: father } = who
    // The one treats the mother, of which the father doesn't know; the other isn't in the team.
    const answers = await Promise.all([linde, demoId('organisation beuk')].map(async (organisation) => find(father, await shared(father, to(organisation)))))
    for (const seen of answers) expect(seen).toMatchObject({ state: 'WAITING', isYours: true, mayDecide: true })
    expect((await seenBy(mother)).consents.filter(({ recipient, state }) => recipient.label.includes('Linde') && state === 'WAITING')).toHaveLength(1)
    // And what he can't know of he can't stop: not there and not his to know are one answer.
    const [brugs, nobodys] = [await stopAll(mother, brug), await stopAll(father, newId())]
    expect(codesOf(nobodys)).toEqual(['not-found'])
    expect(codesOf(brugs)).toEqual([])
  })

  test('a no beforehand keeps shut what comes after it, and is taken back before an own yes (C-03)', async () => {
    const { hanne, anouk: mother, joost: father } = who
    dataOf(await share(mother, { ...to(brug), category: undefined }, 'objectToSharing'))
    expect(codesOf(await share(mother, to(brug)))).toEqual(['own-no-stands'])
    const no = (await seenBy(mother)).consents.find(({ effect, recipient, isYours }) => effect === 'OBJECTION' && recipient.label.includes('Brug') && isYours)
    expect(no).toMatchObject({ state: 'IN_FORCE', what: 'alles over Sem, behalve zorgen over veiligheid' })
    const effects = dataOf<{ family: { consentEffects: readonly { organisation: { id: string }; subject: { label: string }; reasons: readonly { effect: string; decides: readonly string[] }[] }[] } }>(await hanne.ask(
      'query ($id: ID!) { family(id: $id) { consentEffects { organisation { id } subject { label } reasons { categories effect decides givesWay } } } }', { id: verhoeven })).family.consentEffects
    expect(effects.find(({ organisation, subject }) => organisation.id === brug && subject.label === 'Sem')?.reasons).toEqual(expect.arrayContaining([expect.objectContaining({ effect: 'OBJECTION', decides: [no?.id] })]))
    expect(codesOf(await withdraw(father, no?.id ?? ''))).toEqual(['not-your-signature'])
    dataOf(await withdraw(mother, no?.id ?? ''))
    expect(codesOf(await share(mother, to(brug)))).toEqual([])
  })

  test('stopping everything with one organisation works at once, also for an open page, and for what it read as one of the team (C-04)', async () => {
    const { lotte, anouk: mother, joost: father } = who
    dataOf(await share(mother, { recipient: { kind: 'ALL' }, category: 'SOCIAL' }))
    const everybody = (await seenBy(father)).consents.find(({ state, recipient }) => state === 'WAITING' && recipient.label === 'iedereen in het team')
    dataOf(await command(father, 'mutation ($commandId: ID!, $familyId: ID!, $id: ID!) { signConsent(commandId: $commandId, familyId: $familyId, consentId: $id) { id } }', { familyId: verhoeven, id: everybody?.id }))
    const ofOthers = async () => dataOf<{ family: { contributions: { nodes: readonly { category: string; subject: { memberIds: readonly string[] }; author: { organisation: { name: string } } }[] } } }>(await lotte.ask(
      'query ($id: ID!) { family(id: $id) { contributions(first: 100) { nodes { category subject { memberIds } author { organisation { name } } } } } }', { id: verhoeven })).family.contributions.nodes
      .filter(({ author, subject }) => !author.organisation.name.includes('Wilgenboom') && subject.memberIds.includes(sem) && subject.memberIds.length === 1)
    expect((await ofOthers()).map(({ category }) => category)).toEqual(expect.arrayContaining(['MEDICAL', 'SOCIAL']))
    const live = connectLive(api.url, { cookie: lotte.cookie })
    lives.push(live)
    const log = api.accessLog
    const noted = async () => (await log.read(verhoeven)).filter(({ operation, by }) => operation === 'familyChanged' && by.discipline === 'dayCentre').length
    const before = await noted()
    const heard = live.listen('subscription ($id: ID!) { familyChanged(familyId: $id) { familyId } }', { id: verhoeven })
    while (await noted() === before) await new Promise((resolve) => { setImmediate(resolve) })
    dataOf(await stopAll(mother, wilgenboom))
    expect(await heard.next()).toEqual({ familyChanged: { familyId: verhoeven } })
    expect(await ofOthers()).toEqual([])
    const left = (await seenBy(mother)).consents.filter(({ recipient, state, effect, mayDecide }) => recipient.label.includes('Wilgenboom') && effect === 'GRANT' && mayDecide && ['IN_FORCE', 'WAITING', 'COMING'].includes(state))
    expect(left).toEqual([])
    dataOf(await stopAll(mother, wilgenboom))
  })
})

describe('agreeing to a treatment of a child', () => {
  type Treatment = { readonly id: string; readonly status: string; readonly missing: readonly string[]; readonly isForYou: boolean; readonly mayAnswer: boolean; readonly mayEnd: boolean; readonly answers: readonly { readonly parent: string; readonly agrees: boolean; readonly notedBy: string | null }[] }
  const seen = async (somebody: Somebody, id: string) => dataOf<{ family: { treatments: readonly Treatment[] } | null }>(await somebody.ask(
    'query ($id: ID!) { family(id: $id) { treatments { id status missing isForYou mayAnswer mayEnd answers { parent agrees notedBy } } } }', { id: verhoeven })).family?.treatments.find((one) => one.id === id)
  const propose = (somebody: Somebody) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $input: TreatmentInput!) { proposeTreatment(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
    { familyId: verhoeven, input: { childId: sem, what: 'Oefenen met kauwen', treatedBy: 'de logopedist', isSubstantial: false } })
  const agree = (somebody: Somebody, treatmentId: string, agrees: boolean, noted?: object) => command(somebody,
    'mutation ($commandId: ID!, $familyId: ID!, $treatmentId: ID!, $agrees: Boolean!, $noted: TreatmentNotedInput) { answerTreatment(commandId: $commandId, familyId: $familyId, treatmentId: $treatmentId, agrees: $agrees, noted: $noted) { id } }', { familyId: verhoeven, treatmentId, agrees, noted })
  const end = (somebody: Somebody, what: 'makeTreatmentException' | 'withdrawTreatment', treatmentId: string) => command(somebody,
    `mutation ($commandId: ID!, $familyId: ID!, $treatmentId: ID!) { ${what}(commandId: $commandId, familyId: $familyId, treatmentId: $treatmentId${what === 'withdrawTreatment' ? '' : ', reason: "De rechter gaf toestemming."'}) { id } }`, { familyId: verhoeven, treatmentId })

  test('is incomplete until each parent with authority said yes in person, or it was noted (G-01)', async () => {
    const { lotte, hanne, anouk: mother, joost: father, theresa } = who
    const { proposeTreatment: { id } } = dataOf<{ proposeTreatment: { id: string } }>(await propose(lotte))
    expect(await seen(mother, id)).toMatchObject({ status: 'INCOMPLETE', missing: ['Anouk', 'Joost'], isForYou: true, mayAnswer: true, mayEnd: false })
    dataOf(await agree(mother, id, true))
    expect(await seen(mother, id)).toMatchObject({ status: 'INCOMPLETE', missing: ['Joost'], isForYou: false })
    expect(await seen(father, id)).toMatchObject({ isForYou: true, answers: [{ parent: 'Anouk', agrees: true, notedBy: null }] })
    expect(codesOf(await agree(mother, id, true, { parentId: joost, way: 'SPOKEN', how: 'Zei hij.' }))).toEqual(['not-your-signature'])
    dataOf(await agree(lotte, id, true, { parentId: joost, way: 'SPOKEN', how: 'Aan de telefoon.' }))
    expect(await seen(hanne, id)).toMatchObject({ status: 'AGREED', missing: [], mayEnd: true, answers: [{ parent: 'Anouk' }, { parent: 'Joost', notedBy: expect.stringContaining('Lotte') }] })
    dataOf(await agree(father, id, false))
    expect(await seen(hanne, id)).toMatchObject({ status: 'REFUSED' })
    // Who has nothing to do with the family finds nothing, nor does who doesn't read the plan about the child.
    expect(codesOf(await agree(theresa, id, true))).toEqual(['not-found'])
    expect(await seen(theresa, id)).toBeUndefined()
    dataOf(await end(hanne, 'makeTreatmentException', id))
    expect(await seen(father, id)).toMatchObject({ status: 'EXCEPTED' })
    dataOf(await end(lotte, 'withdrawTreatment', id))
    expect(codesOf(await agree(father, id, true))).toEqual(['treatment-closed'])
  })
})

describe('route choice (K-03)', () => {
  type Search = { readonly id: string; readonly status: string; readonly isForYou: boolean; readonly silent: readonly string[]; readonly chosenId: string | null; readonly mayLead: boolean; readonly proposals: readonly { readonly id: string; readonly options: readonly { readonly id: string; readonly state: string; readonly organisation: { readonly id: string; readonly name: string } }[]; readonly answers: readonly { readonly parent: string; readonly optionId: string | null; readonly words: string | null }[] }[] }
  const searchesOf = async (somebody: Somebody): Promise<readonly Search[]> => dataOf<{ family: { helpSearches: readonly Search[] } }>(await somebody.ask(
    'query ($id: ID!) { family(id: $id) { helpSearches { id status isForYou silent chosenId mayLead proposals { id options { id state organisation { id name } } answers { parent optionId words } } } } }', { id: verhoeven })).family.helpSearches
  const seen = async (somebody: Somebody, id: string) => (await searchesOf(somebody)).find((search) => search.id === id)
  const suggest = (somebody: Somebody, more: Readonly<Record<string, unknown>> = {}) => somebody.ask(
    'query ($id: ID!, $subject: SubjectInput!, $kind: HelpKind!, $area: String, $language: String, $searchId: ID) { helpSuggestions(familyId: $id, subject: $subject, kind: $kind, area: $area, language: $language, searchId: $searchId) { services { id name organisation { id name } } narrowing { ofKind forAge inArea inLanguage } leftAside ageMonths } }',
    { id: verhoeven, subject: ofSem, kind: 'EATING', ...more })
  type Suggested = { readonly helpSuggestions: { readonly services: readonly { readonly id: string; readonly organisation: { readonly id: string } }[]; readonly narrowing: object; readonly leftAside: readonly string[]; readonly ageMonths: number } }
  const askFor = (somebody: Somebody, serviceIds: readonly string[], more: Readonly<Record<string, unknown>> = {}) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $input: HelpInput!) { askHelp(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
    { familyId: verhoeven, input: { subject: ofSem, kind: 'EATING', why: 'Iemand die met u oefent met eten.', serviceIds, ...more } })
  const choose = (somebody: Somebody, search: Search, optionId: string | undefined, words?: string) => command(somebody,
    'mutation ($commandId: ID!, $familyId: ID!, $searchId: ID!, $proposalId: ID!, $optionId: ID, $words: String) { answerProviders(commandId: $commandId, familyId: $familyId, searchId: $searchId, proposalId: $proposalId, optionId: $optionId, words: $words) { id } }',
    { familyId: verhoeven, searchId: search.id, proposalId: search.proposals[0]?.id, optionId, words })
  const propose = (somebody: Somebody, searchId: string, serviceIds: readonly string[], more: Readonly<Record<string, unknown>> = {}) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $searchId: ID!, $input: ProvidersInput!) { proposeProviders(commandId: $commandId, familyId: $familyId, searchId: $searchId, input: $input) { id } }',
    { familyId: verhoeven, searchId, input: { serviceIds, ...more } })
  const isClosed = async () => dataOf<{ family: { closing: object | null } }>(await who.hanne.ask('query ($id: ID!) { family(id: $id) { closing { at } } }', { id: verhoeven })).family.closing !== null

  test('the catalogue is read by who works for an organisation, and kept by its own people', async () => {
    const { hanne, lotte, anouk: mother, paul } = who
    const catalogue = async (somebody: Somebody) => dataOf<{ serviceCatalogue: { services: readonly { id: string; version: string; name: string; isOwn: boolean; waitWeeks: number | null; until: string | null }[] } }>(await somebody.ask('{ serviceCatalogue { services { id version name isOwn waitWeeks until } } }')).serviceCatalogue.services
    const eating = (await catalogue(lotte)).find(({ name }) => name.startsWith('Rustig eten'))
    expect(eating).toMatchObject({ isOwn: true })
    expect((await catalogue(hanne)).find(({ id }) => id === eating?.id)).toMatchObject({ isOwn: false })
    for (const other of [mother, paul]) expect(codesOf(await other.ask('{ serviceCatalogue { today } }'))).toEqual(['no-calendar'])
    const tell = (somebody: Somebody, weeks: number) => command(somebody, 'mutation ($commandId: ID!, $serviceId: ID!, $weeks: Int!) { tellWaitingTime(commandId: $commandId, serviceId: $serviceId, weeks: $weeks) { id } }', { serviceId: eating?.id, weeks })
    expect(codesOf(await tell(hanne, 1))).toEqual(['service-unknown'])
    expect(codesOf(await tell(mother, 1))).toEqual(['no-calendar'])
    dataOf(await tell(lotte, 5))
    expect((await catalogue(hanne)).find(({ id }) => id === eating?.id)).toMatchObject({ waitWeeks: 5 })
    const service = { name: 'Spelen in de tuin', kind: 'DEVELOPMENT', level: 'PREVENTIVE', ageFrom: 12, ageUntil: 47, areas: ['Druivendal'], languages: ['nl'], from: today }
    const { offerService: { id: serviceId } } = dataOf<{ offerService: { id: string } }>(await command(lotte, 'mutation ($commandId: ID!, $service: ServiceInput!) { offerService(commandId: $commandId, service: $service) { id } }', { service }))
    const version = (await catalogue(lotte)).find(({ id }) => id === serviceId)?.version
    const change = (given: unknown) => command(lotte, 'mutation ($commandId: ID!, $serviceId: ID!, $version: ID!, $service: ServiceInput!) { changeService(commandId: $commandId, serviceId: $serviceId, version: $version, service: $service) { id } }', { serviceId, version, service: given })
    dataOf(await change({ ...service, from: addDays(today, -2), until: addDays(today, -1) }))
    expect(codesOf(await change({ ...service, name: 'Buiten spelen' }))).toEqual(['set-meanwhile'])
    expect((await catalogue(lotte)).some(({ id }) => id === serviceId)).toBe(true)
    expect((await catalogue(hanne)).some(({ id }) => id === serviceId)).toBe(false)
  })
  test('two that suit are proposed where there are two, and why there are fewer is said; only who coordinates looks for them', async () => {
    const { hanne, lotte, theresa, anouk: mother } = who
    const { helpSuggestions: { services, ageMonths } } = dataOf<Suggested>(await suggest(hanne))
    expect([ageMonths, services.map(({ organisation }) => organisation.id).sort()]).toEqual([expect.any(Number), [wilgenboom, demoId('organisation ziekenhuis')].sort()])
    expect(dataOf<Suggested>(await suggest(hanne, { language: 'tr', area: 'Druivendal' })).helpSuggestions.narrowing).toEqual({ ofKind: 2, forAge: 2, inArea: 2, inLanguage: 1 })
    expect(codesOf(await suggest(lotte))).toEqual(['not-coordinator'])
    for (const stranger of [theresa, mother]) expect(codesOf(await suggest(stranger))).toEqual([stranger === mother ? 'not-coordinator' : 'not-found'])
    expect(codesOf(await askFor(hanne, [services[0]?.id ?? '']))).toEqual(['providers-too-few'])
    expect(codesOf(await askFor(hanne, [demoId('service anchor')]))).toEqual(['provider-unknown'])
    expect(codesOf(await askFor(lotte, services.map(({ id }) => id)))).toEqual(['not-coordinator'])
    expect(codesOf(await askFor(theresa, services.map(({ id }) => id)))).toEqual(['not-found'])
    expect(codesOf(await askFor(hanne, [demoId('service eating team')], { language: 'tr' }))).toEqual(['text-empty'])
  })
  test('each parent chooses for themselves, with a reason that stays their own; a no of anybody leads to the next proposal and closes nothing', async () => {
    const { hanne, lotte, nadia, anouk: mother, joost: father, theresa } = who
    const services = dataOf<Suggested>(await suggest(hanne)).helpSuggestions.services.map(({ id }) => id)
    const { askHelp: { id } } = dataOf<{ askHelp: { id: string } }>(await askFor(hanne, services))
    for (const parent of [mother, father]) expect(await seen(parent, id)).toMatchObject({ status: 'OPEN', isForYou: true, mayLead: false })
    for (const other of [lotte, nadia]) expect(await seen(other, id)).toBeUndefined()
    const search = await seen(hanne, id)
    if (search === undefined) throw new Error('not there')
    const optionAt = (one: Search | undefined, organisation: string) => one?.proposals[0]?.options.find((option) => option.organisation.id === organisation)?.id
    expect(codesOf(await choose(theresa, search, undefined))).toEqual(['not-found'])
    expect(codesOf(await choose(lotte, search, undefined))).toEqual(['not-found'])
    dataOf(await choose(mother, search, undefined, 'Te ver met de bus.'))
    dataOf(await choose(father, search, undefined))
    expect(await seen(hanne, id)).toMatchObject({ status: 'AGAIN', mayLead: true, silent: [] })
    expect((await seen(mother, id))?.proposals[0]?.answers).toEqual(expect.arrayContaining([{ parent: 'Anouk', optionId: null, words: 'Te ver met de bus.' }]))
    expect((await seen(father, id))?.proposals[0]?.answers).toEqual(expect.arrayContaining([{ parent: 'Anouk', optionId: null, words: null }]))
    expect(await isClosed()).toBe(false)
    expect([...dataOf<Suggested>(await suggest(hanne, { searchId: id })).helpSuggestions.leftAside].sort()).toEqual([wilgenboom, demoId('organisation ziekenhuis')].sort())
    // What they left aside may be proposed again, when something changed.
    dataOf(await propose(hanne, id, services))
    expect(codesOf(await choose(mother, search, undefined))).toEqual(['proposal-old'])
    const again = await seen(mother, id)
    if (again === undefined) throw new Error('not there')
    expect(again).toMatchObject({ status: 'OPEN', isForYou: true })
    dataOf(await choose(mother, again, optionAt(again, demoId('organisation ziekenhuis')), 'Daar kennen ze Sem.'))
    // The paediatrician there is with Sem already: nothing has to be asked there, and the father still chooses.
    expect(await seen(hanne, id)).toMatchObject({ status: 'OPEN', silent: ['Joost'], chosenId: optionAt(again, demoId('organisation ziekenhuis')) })
    dataOf(await choose(father, again, optionAt(again, wilgenboom)))
    expect(await seen(hanne, id)).toMatchObject({ status: 'DIFFER' })
    dataOf(await choose(father, again, optionAt(again, demoId('organisation ziekenhuis'))))
    for (const somebody of [hanne, mother, father]) expect(await seen(somebody, id)).toMatchObject({ status: 'JOINED' })
    const full = await command(hanne, 'mutation ($commandId: ID!, $familyId: ID!, $searchId: ID!, $optionId: ID!) { noteNoRoom(commandId: $commandId, familyId: $familyId, searchId: $searchId, optionId: $optionId, words: "Pas na de zomer.") { id } }', { familyId: verhoeven, searchId: id, optionId: optionAt(again, demoId('organisation ziekenhuis')) })
    dataOf(full)
    expect(await seen(mother, id)).toMatchObject({ status: 'AGAIN' })
    expect(await isClosed()).toBe(false)
    dataOf(await command(hanne, 'mutation ($commandId: ID!, $familyId: ID!, $searchId: ID!) { endHelpSearch(commandId: $commandId, familyId: $familyId, searchId: $searchId, because: FAMILY_DECIDED) { id } }', { familyId: verhoeven, searchId: id }))
    expect(await seen(father, id)).toMatchObject({ status: 'ENDED', isForYou: false })
    expect(await isClosed()).toBe(false)
  })
  test('the chosen organisation is asked without the name of the family, and its no leads to the next (C-02)', async () => {
    const { hanne, femke } = who
    // She stands in for who coordinates; the mother chose, as the demo region has it.
    const elAmrani = demoId('family el amrani')
    const ask = (text: string, more: Readonly<Record<string, unknown>>) => command(hanne, text, { familyId: elAmrani, ...more })
    const standing = async () => dataOf<{ family: { helpSearches: readonly Search[] } }>(await hanne.ask('query ($id: ID!) { family(id: $id) { helpSearches { id status chosenId proposals { id options { id state } } } } }', { id: elAmrani })).family.helpSearches[0]
    const { id, chosenId: optionId } = await standing() ?? { id: '', chosenId: '' }
    const invite = (practitioner: string, question: string) => ask(
      'mutation ($commandId: ID!, $familyId: ID!, $searchId: ID!, $optionId: ID!, $input: ChosenInvitationInput!) { inviteChosenProvider(commandId: $commandId, familyId: $familyId, searchId: $searchId, optionId: $optionId, input: $input) { id } }',
      { searchId: id, optionId, input: { professionalId: demoId(`practitioner ${practitioner}`), question, from: today } })
    const question = 'Is er plek voor vier avonden bij een peuter die slecht slaapt?'
    expect(codesOf(await invite('griet', question))).toEqual(['provider-not-chosen'])
    expect(codesOf(await invite('femke', 'Is er plek voor Yasmina?'))).toEqual(['names-somebody'])
    dataOf(await invite('femke', question))
    expect(await standing()).toMatchObject({ status: 'ASKED', proposals: [{ options: [{ state: 'ASKED' }] }] })
    const answer = await femke.ask('{ invitations { id question familyId familyName } }')
    const invitation = dataOf<{ invitations: readonly { id: string; question: string }[] }>(answer).invitations.find((one) => one.question === question)
    expect(invitation).toMatchObject({ familyId: null, familyName: null })
    expect(JSON.stringify(answer)).not.toMatch(/Amrani|Yasmina|Hafsa/)
    dataOf(await command(femke, 'mutation ($commandId: ID!, $invitationId: ID!) { answerInvitation(commandId: $commandId, invitationId: $invitationId, accept: false, words: "Geen plek.") { id } }', { invitationId: invitation?.id }))
    expect(await standing()).toMatchObject({ status: 'AGAIN', proposals: [{ options: [{ state: 'NO_ROOM' }] }] })
  })
})

describe('the team of a family (K-01, C-14)', () => {
  type Member = { readonly id: string; readonly professional: { readonly id: string; readonly name: string }; readonly isCoordinator: boolean; readonly isSubstitute: boolean; readonly until: string | null; readonly reason: string | null; readonly registeredUntil: string | null; readonly canTakeOver: string | null }
  const teamOf = async (somebody: Somebody) => dataOf<{ family: { team: readonly Member[]; formerTeam: readonly { readonly reason: string | null }[] } }>(await somebody.ask(
    'query ($id: ID!) { family(id: $id) { team { id professional { id name } isCoordinator isSubstitute until reason registeredUntil canTakeOver } formerTeam { reason } } }', { id: verhoeven })).family
  const memberOf = async (somebody: Somebody, name: string) => {
    const found = (await teamOf(somebody)).team.find(({ professional }) => professional.name === name)
    if (found === undefined) throw new Error(`${name} is not in the team`)
    return found
  }
  const change = (somebody: Somebody, membershipId: string, reason = 'Gaat mee met de groep.') => command(somebody,
    'mutation ($commandId: ID!, $familyId: ID!, $membershipId: ID!, $until: Date, $reason: String!) { changeTeamMembership(commandId: $commandId, familyId: $familyId, membershipId: $membershipId, until: $until, isCoach: false, reason: $reason) { id } }',
    { familyId: verhoeven, membershipId, until: addDays(today, 200), reason })
  const handOver = (somebody: Somebody, to: string) => command(somebody,
    'mutation ($commandId: ID!, $familyId: ID!, $to: ID!) { handOverCoordination(commandId: $commandId, familyId: $familyId, professionalId: $to) { id } }', { familyId: verhoeven, to })

  test('who stands in is offered what the coordinator is, and plans as well; somebody else of the team is not', async () => {
    const elAmrani = demoId('family el amrani')
    const offered = async (somebody: Somebody) => dataOf<{ family: { can: unknown } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { can { contribute coordinate plan } } }', { id: elAmrani })).family.can
    const start = (somebody: Somebody) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!) { startProposals(commandId: $commandId, familyId: $familyId, input: { lighter: false }) { id } }', { familyId: elAmrani })
    expect(await offered(who.hanne)).toEqual({ contribute: true, coordinate: true, plan: true })
    expect(await offered(who.lotte)).toEqual({ contribute: true, coordinate: false, plan: false })
    // There is nothing to plan for them now: whoever may not plan isn’t told so.
    expect(codesOf(await start(who.hanne))).toEqual(['nothing-to-plan'])
    expect(codesOf(await start(who.lotte))).toEqual(['not-coordinator'])
  })
  test('is changed by who coordinates alone, and the reason is read by who sees the team', async () => {
    const { hanne, lotte, theresa, anouk: mother } = who
    const { id } = await memberOf(hanne, 'Lotte Jansen')
    expect(codesOf(await change(lotte, id))).toEqual(['not-coordinator'])
    expect(codesOf(await change(theresa, id))).toEqual(['not-found'])
    expect(codesOf(await change(hanne, newId()))).toEqual(['not-found'])
    dataOf(await change(hanne, id))
    expect(await memberOf(mother, 'Lotte Jansen')).toMatchObject({ until: addDays(today, 200), reason: 'Gaat mee met de groep.', registeredUntil: null, canTakeOver: null })
  })
  test('tells of registrations and of who can take over to who coordinates alone', async () => {
    const { hanne, anouk: mother } = who
    expect(await memberOf(hanne, 'Mirjam Postma')).toMatchObject({ isSubstitute: true, canTakeOver: 'AS_SPECIALIST', registeredUntil: expect.stringMatching(/^20/) })
    expect(await memberOf(hanne, 'Lotte Jansen')).toMatchObject({ canTakeOver: null, registeredUntil: null })
    expect(await memberOf(mother, 'Mirjam Postma')).toMatchObject({ canTakeOver: null, registeredUntil: null })
  })
  test('has another coordinator in one step, and who handed over coordinates no more', async () => {
    const { hanne, lotte, anouk: mother } = who
    const [mirjam, group] = [await memberOf(hanne, 'Mirjam Postma'), await memberOf(hanne, 'Lotte Jansen')]
    expect(codesOf(await handOver(lotte, mirjam.professional.id))).toEqual(['not-coordinator'])
    expect(codesOf(await handOver(hanne, group.professional.id))).toEqual(['not-an-imh-specialist'])
    expect(codesOf(await handOver(hanne, newId()))).toEqual(['not-found'])
    dataOf(await handOver(hanne, mirjam.professional.id))
    expect((await teamOf(mother)).team.filter(({ isCoordinator }) => isCoordinator).map(({ professional }) => professional.name)).toEqual(['Mirjam Postma'])
    // Colleagues are told; who did it knows, and parents find who coordinates on their own page.
    const told = async (somebody: Somebody) => dataOf<{ family: { changes: readonly { kind: string; text: string; by: string }[] } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { changes { kind text by } } }', { id: verhoeven })).family.changes.filter(({ text }) => text.includes('coördineert voortaan'))
    expect(await told(lotte)).toEqual([{ kind: 'TEAM', text: 'Mirjam Postma coördineert voortaan', by: 'Hanne de Wit' }])
    expect([await told(hanne), await told(mother)]).toEqual([[], []])
    expect(codesOf(await change(hanne, group.id, 'Nog iets.'))).toEqual(['not-coordinator'])
    expect(codesOf(await handOver(hanne, group.professional.id))).toEqual(['not-coordinator'])
  })
})

describe('every fact', () => {
  test('says on what it rests, in a word or the id of a fact; without a ground nothing is recorded (G-11)', async () => {
    const bases = new Map<string, Set<string | undefined>>()
    const { events } = api.stores
    for await (const { type, envelope } of events.readAll({})) bases.set(type, (bases.get(type) ?? new Set()).add(envelope.authorityBasis))
    const all = [...new Set([...bases.values()].flatMap((some) => [...some]))]
    expect(all.filter((basis) => basis === undefined || !/^(rule|office|coordinator|substitute|team|invited|planned|circle|frontDoor|emergency|staff|self|family|authority [0-9a-f-]{36})$/.test(basis))).toEqual([])
    const file = await api.files.cases.state(verhoeven)
    if (!file.isOpen) throw new Error('no case')
    const facts = file.family.authorities.filter(({ child }) => child === sem).map(({ authorityId }) => `authority ${authorityId}`)
    const answers = [...bases.get('TreatmentAnswered') ?? []]
    expect(answers).toEqual(expect.arrayContaining(['team', ...facts]))
    const ask = { type: 'AskRestriction', by: { person: newId(), role: 'familyMember' }, at: systemClock(), requestId: newId(), entryId: newId(), ground: 'contested', receivedOn: today } as const
    const position = await events.lastPosition()
    expect((await api.files.requests.handle(verhoeven, ask, newId())).refusal).toEqual({ code: 'basis-missing' })
    expect(await events.lastPosition()).toBe(position)
  })
})

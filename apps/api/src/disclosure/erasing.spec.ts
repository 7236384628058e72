/** A privacy officer decides about erasures and sees what comes due; nobody else does, and each look and decision has its line. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { command, codesOf, dataOf, people } from '../testing/family.ts'
import { anouk, joost, own, sem, tijn, verhoeven } from '../testing/erased-father.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'

let now = '2026-11-24T09:00:00.000Z'
let api: RunningApi
let them: Awaited<ReturnType<typeof people>>
beforeAll(async () => {
  api = await startApi({ clock: () => now })
  them = await people(api)
})
afterAll(() => api.stop())

type Record = { readonly controller: string; readonly name: string; readonly isOwn: boolean; readonly earliest?: string | null }
type Person = { readonly id: string; readonly kind: string; readonly code: string; readonly records: readonly Record[] }
type Erasure = { readonly id: string; readonly status: string; readonly askedByAll: boolean; readonly records: readonly Record[]; readonly certificate: { readonly json: string; readonly events: number } | null }

const erasureFields = 'id status askedByAll mustAsk haveAsked answerBy isLate caseNumber person { kind code } records { controller name isOwn isGranted agreedOn earliest } grantGround refusalGround certificate { json events recipients }'
const request = (somebody: Somebody, input: object, familyId = verhoeven) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $input: ErasureRequestInput!) { requestErasure(commandId: $commandId, familyId: $familyId, input: $input) { id } }', { familyId, input })
const grant = (somebody: Somebody, erasureId: string, records: readonly object[], ground = 'REQUEST') => command(somebody, `mutation ($commandId: ID!, $familyId: ID!, $erasureId: ID!, $ground: GrantGround!, $records: [GrantedRecordInput!]!) {
  grantErasure(commandId: $commandId, familyId: $familyId, erasureId: $erasureId, ground: $ground, records: $records) { id } }`, { familyId: verhoeven, erasureId, ground, records })
const refuse = (somebody: Somebody, erasureId: string) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $erasureId: ID!) { refuseErasure(commandId: $commandId, familyId: $familyId, erasureId: $erasureId, ground: LEGAL_DUTY) { id } }', { familyId: verhoeven, erasureId })
const persons = (somebody: Somebody) => somebody.ask('query ($id: ID!) { erasablePersons(familyId: $id) { id kind code isChild records { controller name isOwn } } }', { id: verhoeven })
const erasure = async (somebody: Somebody, id: string): Promise<Erasure | null> => dataOf<{ erasure: Erasure | null }>(await somebody.ask(`query ($familyId: ID!, $id: ID!) { erasure(familyId: $familyId, id: $id) { ${erasureFields} } }`, { familyId: verhoeven, id })).erasure
const all = async (somebody: Somebody): Promise<readonly Erasure[]> => dataOf<{ erasures: { nodes: readonly Erasure[] } }>(await somebody.ask(`{ erasures(first: 50) { nodes { ${erasureFields} } } }`)).erasures.nodes
const due = async (somebody: Somebody) => dataOf<{ retentionDue: { nodes: readonly { readonly familyId: string; readonly kind: string; readonly person: { readonly id: string } | null; readonly controller: string; readonly record: string; readonly caseNumber: string; readonly due: string; readonly since: string; readonly latest: string | null }[] } }>(await somebody.ask('{ retentionDue(first: 50) { nodes { familyId kind person { id } controller record caseNumber due since latest } } }')).retentionDue.nodes
const lines = async (somebody: Somebody): Promise<readonly { readonly who: string; readonly what: string; readonly refused: boolean }[]> =>
  dataOf<{ accessLog: { nodes: readonly { readonly who: string; readonly what: string; readonly refused: boolean }[] } }>(await somebody.ask('query ($id: ID!) { accessLog(familyId: $id, first: 100) { nodes { who what refused } } }', { id: verhoeven })).accessLog.nodes

/** A request that the officer notes. @returns its id */
const noted = async (personId: string, askedBy: readonly string[], controllers: readonly string[] = ['case', demoId('organisation schakel')]): Promise<string> =>
  dataOf<{ requestErasure: { id: string } }>(await request(them.paul, { personId, askedBy, receivedOn: '2026-11-20', controllers })).requestErasure.id

describe('a privacy officer', () => {
  test('knows persons by kind and number, with whose records there are; no name is in it', async () => {
    const answer = await persons(them.paul)
    const { erasablePersons } = dataOf<{ erasablePersons: readonly Person[] }>(answer)
    expect(erasablePersons.map(({ id, kind }) => [id, kind])).toEqual([[sem, 'het kind'], [tijn, 'een broer of zus'], [anouk, 'een volwassene van het gezin'], [joost, 'een volwassene van het gezin'], [own('grandmother'), 'een volwassene van het gezin']])
    const father = erasablePersons.find(({ id }) => id === joost)
    expect(father?.code).toBe(joost.slice(0, 4))
    expect(father?.records.map(({ controller, isOwn }) => [controller, isOwn])).toEqual(expect.arrayContaining([['case', true], [demoId('organisation schakel'), true]]))
    expect(JSON.stringify(answer)).not.toMatch(/Sem|Tijn|Anouk|Joost|Riet/)
  })
  test('notes a request, which waits with a month to answer', async () => {
    const id = await noted(own('grandmother'), [own('grandmother')])
    expect(await erasure(them.paul, id)).toMatchObject({ status: 'REQUESTED', answerBy: '2026-12-20', isLate: false, askedByAll: true, caseNumber: 'DD-2041', certificate: null })
    expect((await all(them.paul)).map((one) => one.id)).toEqual([id])
  })
  test('refuses on a ground that is shown', async () => {
    const [open] = await all(them.paul)
    dataOf(await refuse(them.paul, open?.id ?? ''))
    expect(await erasure(them.paul, open?.id ?? '')).toMatchObject({ status: 'REFUSED', refusalGround: 'LEGAL_DUTY' })
    expect(codesOf(await grant(them.paul, open?.id ?? '', [{ controller: 'case' }]))).toEqual(['erasure-decided'])
  })
  test('needs both parents for a small child, and another organisation’s yes for its record', async () => {
    const id = await noted(tijn, [anouk], ['case', demoId('organisation schakel'), demoId('organisation brug')])
    expect(await erasure(them.paul, id)).toMatchObject({ askedByAll: false, mustAsk: 2, haveAsked: 1 })
    expect(codesOf(await grant(them.paul, id, [{ controller: 'case' }]))).toEqual(['asked-by-too-few'])
    dataOf(await refuse(them.paul, id))
    const both = await noted(tijn, [anouk, joost], [demoId('organisation schakel'), demoId('organisation brug')])
    expect(codesOf(await grant(them.paul, both, [{ controller: demoId('organisation brug') }]))).toEqual(['controller-has-not-agreed'])
    expect(codesOf(await grant(them.paul, both, [{ controller: demoId('organisation schakel') }], 'RETENTION_ENDED'))).toEqual(['retention-not-ended'])
    dataOf(await refuse(them.paul, both))
  })
  test('grants, and gets the certificate when it is carried out', async () => {
    const id = await noted(joost, [joost])
    const { records } = await erasure(them.paul, id) as Erasure
    expect(records.find(({ controller }) => controller === demoId('organisation schakel'))?.earliest).toMatch(/^204\d-/)
    dataOf(await grant(them.paul, id, records.map(({ controller }) => ({ controller }))))
    let seen = await erasure(them.paul, id)
    while (seen?.status !== 'CARRIED_OUT') {
      await new Promise((resolve) => { setTimeout(resolve, 20) })
      seen = await erasure(them.paul, id)
    }
    expect(JSON.parse(seen.certificate?.json ?? '')).toMatchObject({ kind: 'samenspel/erasure-certificate/1', content: { erasure: id, events: seen.certificate?.events } })
    expect(seen.certificate?.events).toBeGreaterThan(5)
  })
  test('says the same command once', async () => {
    const [open] = await all(them.paul)
    expect(open).toMatchObject({ status: 'REFUSED' })
    const input = { personId: own('grandmother'), askedBy: [own('grandmother')], receivedOn: '2026-11-20', controllers: ['case'] }
    const ask = () => command(them.paul, 'mutation ($commandId: ID!, $familyId: ID!, $input: ErasureRequestInput!) { requestErasure(commandId: $commandId, familyId: $familyId, input: $input) { id } }', { familyId: verhoeven, input }, demoId('one request'))
    expect([dataOf(await ask()), (await ask()).errors]).toEqual([expect.anything(), undefined])
    expect((await all(them.paul)).filter(({ status }) => status === 'REQUESTED')).toHaveLength(1)
  })
})

describe('anybody else', () => {
  const others = () => [them.hanne, them.lotte, them.nadia, them.anouk, them.theresa]
  test('finds no erasure, no persons, and nothing due', async () => {
    const [known] = await all(them.paul)
    for (const somebody of others()) {
      expect([await all(somebody), await erasure(somebody, known?.id ?? ''), await due(somebody)]).toEqual([[], null, []])
      expect(codesOf(await persons(somebody))).toEqual(['not-found'])
    }
  })
  test('can’t ask, grant or refuse, and can’t tell it from a family that isn’t', async () => {
    const [known] = await all(them.paul)
    for (const somebody of others()) {
      expect(codesOf(await request(somebody, { personId: joost, askedBy: [joost], receivedOn: '2026-11-20', controllers: ['case'] }))).toEqual(['not-found'])
      expect(codesOf(await request(somebody, { personId: joost, askedBy: [joost], receivedOn: '2026-11-20', controllers: ['case'] }, demoId('family nowhere')))).toEqual(['not-found'])
      for (const answer of [await grant(somebody, known?.id ?? '', [{ controller: 'case' }]), await refuse(somebody, known?.id ?? '')]) expect(codesOf(answer)).toEqual(['not-found'])
    }
  })
})

describe('the access log', () => {
  test('has a line of each look and each decision, done or refused, about the person it was about', async () => {
    const seen = await lines(them.paul)
    const own = seen.filter(({ who }) => who === 'functionaris gegevensbescherming' || who === 'Paul Vermeer')
    expect(own.length).toBeGreaterThan(10)
    expect(own.some(({ refused }) => refused)).toBe(true)
  })
  test('shows a parent what concerns her own child, and not the other parent’s erasure', async () => {
    const words = JSON.stringify(await lines(them.anouk))
    expect(words).not.toContain('(gewist)')
  })
})

describe('what comes due', () => {
  test('is nothing while records are young', async () => { expect(await due(them.paul)).toEqual([]) })
  test('a request that was not answered within a month is late', async () => {
    const open = (await all(them.paul)).find(({ status }) => status === 'REQUESTED')
    now = '2026-12-21T09:00:00.000Z'
    expect(await erasure(await api.as('privacy-officer'), open?.id ?? '')).toMatchObject({ isLate: true })
  })
  test('of lines of the log is told after the years that are set, and kept on by a person (L-09)', async () => {
    now = '2031-12-20T09:00:00.000Z'
    const officer = await api.as('privacy-officer')
    const [old] = await due(officer)
    expect(old).toMatchObject({ kind: 'ACCESS_LOG', person: null, due: 'MAY_BE_DESTROYED', since: '2031-11-24' })
    expect(old?.record).toMatch(/^logboek: \d+ oude regels?$/)
    const keep = (somebody: Somebody, until: string, word = 'Er loopt een klacht.') => command(somebody,
      'mutation ($commandId: ID!, $familyId: ID!, $until: Date!, $word: String!) { keepDueRecord(commandId: $commandId, familyId: $familyId, record: ACCESS_LOG, until: $until, word: $word) { id } }', { familyId: old?.familyId, until, word })
    expect(codesOf(await keep(await api.as('coordinator'), '2033-01-01'))).toEqual(['not-found'])
    expect(codesOf(await keep(officer, '2031-12-20'))).toEqual(['date-in-past'])
    expect(codesOf(await keep(officer, '2033-01-01', ' '))).toEqual(['text-empty'])
    expect(codesOf(await keep(officer, '2033-01-01'))).toEqual([])
    expect((await due(officer)).filter(({ kind, familyId }) => kind === 'ACCESS_LOG' && familyId === old?.familyId)).toEqual([])
    now = '2033-01-01T09:00:00.000Z'
    expect((await due(await api.as('privacy-officer'))).some(({ kind, familyId }) => kind === 'ACCESS_LOG' && familyId === old?.familyId)).toBe(true)
  })
  test('is told when the least time is over, in the Netherlands and in Flanders, each by its own rule, and kept on for a reason, never beyond its end (P-04, P-07)', async () => {
    now = '2050-01-01T09:00:00.000Z'
    const later = await api.as('privacy-officer')
    const dutch = (await due(later)).filter(({ kind }) => kind === 'CARE_RECORD')
    expect(dutch.length).toBeGreaterThan(3)
    expect(dutch.every(({ due: kind, since }) => kind === 'MAY_BE_DESTROYED' && since >= '2045-11-24' && since <= '2050-01-01')).toBe(true)
    const [one] = dutch
    const ofOne = ({ familyId, person, controller }: typeof one & object) => [familyId, person?.id, controller].join(' ')
    const keep = (somebody: Somebody, { familyId, person, controller }: typeof one & object, until: string, more: object = {}) => command(somebody,
      'mutation ($commandId: ID!, $familyId: ID!, $until: Date!, $word: String!, $personId: ID, $controller: ID) { keepDueRecord(commandId: $commandId, familyId: $familyId, record: CARE_RECORD, until: $until, word: $word, personId: $personId, controller: $controller) { id } }',
      { familyId, until, word: 'Er loopt een klacht.', personId: person?.id, controller, ...more })
    expect(codesOf(await keep(later, one!, '2052-01-01', { word: ' ' }))).toEqual(['text-empty'])
    expect(codesOf(await keep(later, one!, '2052-01-01', { personId: null, controller: null }))).toEqual(['choice-unknown'])
    expect(codesOf(await keep(later, one!, '2052-01-01', { controller: demoId('organisation nowhere') }))).toEqual(['not-found'])
    expect(codesOf(await keep(await api.as('coordinator'), one!, '2052-01-01'))).toEqual(['not-found'])
    expect(codesOf(await keep(later, one!, '2052-01-01'))).toEqual([])
    const after = (await due(later)).filter(({ kind }) => kind === 'CARE_RECORD')
    expect(after.map(ofOne)).toEqual(dutch.map(ofOne).filter((name) => name !== ofOne(one!)))
    now = '2052-01-01T09:00:00.000Z'
    expect((await due(await api.as('privacy-officer'))).filter(({ kind }) => kind === 'CARE_RECORD').map(ofOne)).toContain(ofOne(one!))
    now = '2060-06-01T09:00:00.000Z'
    const flemish = (await due(await api.as('privacy-officer'))).find(({ kind, latest }) => kind === 'CARE_RECORD' && latest !== null)
    expect(flemish?.due).toBe('MAY_BE_DESTROYED')
    expect(codesOf(await keep(await api.as('privacy-officer'), flemish!, '2090-01-01'))).toEqual(['date-too-late'])
    now = '2077-06-01T09:00:00.000Z'
    const muchLater = await due(await api.as('privacy-officer'))
    expect(muchLater.some(({ due: kind, latest }) => kind === 'MUST_BE_DESTROYED' && latest !== null)).toBe(true)
  })
})

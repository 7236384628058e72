import { describe, expect, test } from '@jest/globals'
import { fold, type Actor } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { answerOn, requests } from './decide.ts'
import type { RequestCommand, RequestEvent } from './events.ts'
import { restrictedEntries, restrictedUnseen } from './state.ts'

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const [mother, father, entryId, requestId] = [id(2), id(3), id(300), id(100)]
const officer: Actor = { person: id(20), role: 'privacyOfficer', organisation: id(11) }
const asMother: Actor = { person: mother, role: 'familyMember' }
const at = '2027-03-01T09:00:00.000Z'
const ofCase = { subject: { kind: 'case' } } as const

const ask: Extract<RequestCommand, { type: 'AskRestriction'; entryId: string }> = { type: 'AskRestriction', by: asMother, at, requestId, entryId, ground: 'contested', receivedOn: '2027-01-31' }
const asked: RequestEvent = { type: 'RestrictionAsked', ...ofCase, by: asMother, at, requestId, entryId, ground: 'contested', receivedOn: '2027-01-31', answerBy: '2027-02-28' }
const set: RequestEvent = { type: 'RestrictionSet', ...ofCase, by: officer, at, requestId }
const { given } = specify(requests)

describe('to keep an entry shut (GDPR 18)', () => {
  test('is asked by a family member, with a month to answer', () => {
    given().when(ask).then(asked)
    expect(answerOn('2028-01-31')).toBe('2028-02-29')
  })
  test('is asked by nobody else, and on a ground of the list', () => {
    given().when({ ...ask, by: officer }).thenRefused('not-of-the-family')
    given().when({ ...ask, ground: 'angry' as 'contested' }).thenRefused('choice-unknown')
    given().when({ ...ask, receivedOn: '2027-02-30' }).thenRefused('date-impossible')
  })
  test('is asked once by one person; that the other parent asked too tells nobody anything', () => {
    given(asked).when({ ...ask, requestId: id(101) }).thenRefused('restriction-underway')
    given(asked).when(ask).thenRefused('id-in-use')
    given(asked).when({ ...ask, requestId: id(101), by: { ...asMother, person: father } }).then({ ...asked, requestId: id(101), by: { ...asMother, person: father } })
    given(asked, set, { ...set, type: 'RestrictionLifted' }).when({ ...ask, requestId: id(101) }).then({ ...asked, requestId: id(101) })
  })
  test('is decided once, by the privacy officer alone', () => {
    given(asked).when({ type: 'SetRestriction', by: officer, at, requestId }).then(set)
    given(asked).when({ type: 'SetRestriction', by: asMother, at, requestId }).thenRefused('not-privacy-officer')
    given(asked, set).when({ type: 'RefuseRestriction', by: officer, at, requestId, ground: 'interestOfChild' }).thenRefused('request-decided')
    given(asked).when({ type: 'RefuseRestriction', by: officer, at, requestId, ground: 'interestOfChild' }).then({ type: 'RestrictionRefused', ...ofCase, by: officer, at, requestId, ground: 'interestOfChild' })
    given(asked).when({ type: 'RefuseRestriction', by: officer, at, requestId, ground: 'no' as 'interestOfChild' }).thenRefused('choice-unknown')
    given().when({ type: 'SetRestriction', by: officer, at, requestId }).thenRefused('request-unknown')
  })
  test('ends when it is lifted, once', () => {
    given(asked, set).when({ type: 'LiftRestriction', by: officer, at, requestId }).then({ type: 'RestrictionLifted', ...ofCase, by: officer, at, requestId })
    given(asked).when({ type: 'LiftRestriction', by: officer, at, requestId }).thenRefused('restriction-not-set')
    given(asked, set, { ...set, type: 'RestrictionLifted' }).when({ type: 'LiftRestriction', by: officer, at, requestId }).then()
  })
})

describe('to keep shut what one does not see', () => {
  const child = id(4)
  const [{ entryId: _, ...askAtLarge }, { entryId: __, ...askedAtLarge }] = [ask, asked as Extract<RequestEvent, { type: 'RestrictionAsked' }>]
  const askUnseen: RequestCommand = { ...askAtLarge, unseenOf: child }
  const unseen: RequestEvent = { ...askedAtLarge, unseenOf: child }
  const lifted: RequestEvent = { ...set, type: 'RestrictionLifted', at: '2027-03-09T09:00:00.000Z' }
  test('is asked of a child, and again as soon as there is an answer, whatever it was', () => {
    given().when(askUnseen).then(unseen)
    given(unseen).when({ ...askUnseen, requestId: id(101) }).thenRefused('restriction-underway')
    given(unseen).when({ ...askUnseen, requestId: id(101), unseenOf: id(5) }).then({ ...unseen, requestId: id(101), unseenOf: id(5) })
    const refused: RequestEvent = { type: 'RestrictionRefused', ...ofCase, by: officer, at, requestId, ground: 'interestOfChild' }
    for (const past of [[unseen, set], [unseen, refused], [unseen, set, lifted]]) given(...past).when({ ...askUnseen, requestId: id(101) }).then({ ...unseen, requestId: id(101) })
  })
  test('holds for what was recorded up to the decision, for as long as one of them stands; the day of the answer stays what it was', () => {
    const later: readonly RequestEvent[] = [{ ...unseen, requestId: id(101) }, { ...set, requestId: id(101), at: '2027-03-05T09:00:00.000Z' }]
    expect(restrictedUnseen(fold(requests, [unseen]))).toEqual([])
    expect(restrictedUnseen(fold(requests, [unseen, set, ...later]))).toEqual([{ person: child, until: '2027-03-05T09:00:00.000Z' }])
    const after = fold(requests, [unseen, set, lifted])
    expect(restrictedUnseen(after)).toEqual([])
    expect(after.restrictions.get(requestId)).toMatchObject({ decidedAt: at, progress: { status: 'lifted' } })
    expect([...restrictedEntries(fold(requests, [unseen, set]))]).toEqual([])
  })
})

describe('that recipients were told (GDPR 19)', () => {
  const told: Extract<RequestCommand, { type: 'NoteRecipientsTold' }> = { type: 'NoteRecipientsTold', by: officer, at, aboutId: requestId, organisations: [id(12), id(11), id(12)], on: '2027-03-01', today: '2027-03-01' }
  test('is noted with whom and when', () => {
    given(asked, set).when(told).then({ type: 'RecipientsTold', ...ofCase, by: officer, at, aboutId: requestId, organisations: [id(11), id(12)], on: '2027-03-01' })
  })
  test('is not noted of nobody, of a day to come, or by somebody else', () => {
    given(asked, set).when({ ...told, organisations: [] }).thenRefused('recipients-missing')
    given(asked, set).when({ ...told, on: '2027-03-02' }).thenRefused('date-in-future')
    given(asked, set).when({ ...told, by: asMother }).thenRefused('not-privacy-officer')
  })
})

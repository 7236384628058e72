import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { fold } from '@samenspel/kernel'
import { requests } from './requests/decide.ts'
import { requestEvents, type RequestEvent } from './requests/events.ts'
import { restrictedEntries } from './requests/state.ts'
import { review } from './review/decide.ts'
import { reviewEvents, type ReviewEvent } from './review/events.ts'

const folder = new URL('../golden/', import.meta.url)
const read = (type: string): unknown => JSON.parse(readFileSync(new URL(`${type}.v1.json`, folder), 'utf8'))
const requestsOf = (...types: readonly RequestEvent['type'][]) => fold(requests, types.map((type) => read(type) as RequestEvent))
const reviewOf = (...types: readonly ReviewEvent['type'][]) => fold(review, types.map((type) => read(type) as ReviewEvent))

describe('every version of every event that was ever written', () => {
  test('has its example in the repository, and nothing else lies there', () => {
    const all = Object.entries({ ...requestEvents, ...reviewEvents }).flatMap(([type, { version }]) => Array.from({ length: version }, (_, index) => `${type}.v${index + 1}.json`))
    expect(readdirSync(folder).sort()).toEqual(all.sort())
  })
  test('a restriction still loads: asked, set, told and lifted, or refused', () => {
    const [one] = requestsOf('RestrictionAsked', 'RestrictionSet', 'RecipientsTold').restrictions.values()
    expect(one).toMatchObject({ entryId: '00000000-0000-4000-8000-000000000300', ground: 'contested', receivedOn: '2027-02-01', answerBy: '2027-03-01', progress: { status: 'set' } })
    expect([...requestsOf('RecipientsTold').told.values()]).toMatchObject([{ organisations: ['00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000012'], on: '2027-02-04' }])
    expect([...restrictedEntries(requestsOf('RestrictionAsked', 'RestrictionSet'))]).toEqual(['00000000-0000-4000-8000-000000000300'])
    expect([...restrictedEntries(requestsOf('RestrictionAsked', 'RestrictionSet', 'RestrictionLifted'))]).toEqual([])
    expect([...requestsOf('RestrictionAsked', 'RestrictionRefused').restrictions.values()]).toMatchObject([{ progress: { status: 'refused', ground: 'groundDoesNotApply' } }])
  })
  test('a judgement still loads, and that it was opened again', () => {
    expect([...reviewOf('LookJudged', 'ExtraWatchSet').judged.values()]).toMatchObject([{ verdict: 'fits', word: 'An evening visit.' }])
    expect(reviewOf('LookJudged', 'ExtraWatchSet').isWatched).toBe(true)
    expect(reviewOf('LookJudged', 'LookReopened').judged.size).toBe(0)
    expect(reviewOf('DueRecordKept').kept.get('accessLog')).toMatchObject({ until: '2033-03-01', word: 'A complaint is under way.' })
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { fold } from '@samenspel/kernel'
import { erasures } from './erasures/decide.ts'
import { erasureEvents, type ErasureEvent } from './erasures/events.ts'

const folder = new URL('../golden/', import.meta.url)
const read = (type: string) => JSON.parse(readFileSync(new URL(`${type}.v1.json`, folder), 'utf8')) as ErasureEvent

describe('every version of every event that was ever written', () => {
  test('has its example in the repository, and nothing else lies there', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.entries(erasureEvents).flatMap(([type, { version }]) => Array.from({ length: version }, (_, index) => `${type}.v${index + 1}.json`)).sort())
  })
  test('an erasure that was carried out still loads', () => {
    const [erasure] = fold(erasures, ['ErasureRequested', 'ErasureGranted', 'ErasureBegun', 'KeysDestroyed', 'ErasureCarriedOut'].map(read)).values()
    expect(erasure).toMatchObject({
      person: '00000000-0000-4000-8000-000000000001', receivedOn: '2027-02-01', answerBy: '2027-03-01', controllers: ['case', '00000000-0000-4000-8000-000000000011'],
      progress: { status: 'carriedOut', entry: 'entry', certificate: 'certificate', granted: { ground: 'request', records: [{ controller: 'case' }, { controller: '00000000-0000-4000-8000-000000000011', agreedOn: '2027-02-03' }] } },
    })
  })
  test('one that somebody else asked for as well still loads', () => {
    const [erasure] = fold(erasures, ['ErasureRequested', 'ErasureAskedAlong'].map(read)).values()
    expect(erasure?.askedBy).toContain('00000000-0000-4000-8000-000000000003')
    expect(erasure?.along).toEqual([{ person: '00000000-0000-4000-8000-000000000003', on: '2027-02-04' }])
  })
  test('one that was refused still loads', () => {
    const [erasure] = fold(erasures, ['ErasureRequested', 'ErasureRefused'].map(read)).values()
    expect(erasure?.progress).toMatchObject({ status: 'refused', refused: { ground: 'interestOfOther' } })
  })
})

import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from '@jest/globals'
import type { OpenCase } from '@samenspel/family-case'
import { openKeptReviews } from './kept-reviews.ts'

const aFile = () => ({ isOpen: true }) as OpenCase

test('what a log came to is found as long as all that it was made of is the same, by the officer for whom it was made', () => {
  const kept = openKeptReviews<string>()
  const [file, tracks] = [aFile(), new Map()]
  kept.keep(file, 'officer', ['12', tracks], 'two looks')
  expect(kept.find(file, 'officer', ['12', tracks])).toBe('two looks')
  expect([kept.find(file, 'officer', ['13', tracks]), kept.find(file, 'officer', ['12', new Map()]), kept.find(file, 'other', ['12', tracks]), kept.find(aFile(), 'officer', ['12', tracks])]).toEqual([undefined, undefined, undefined, undefined])
  kept.keep(file, 'other', ['12', tracks], 'one look')
  kept.keep(file, 'officer', ['13', tracks], 'three looks')
  expect([kept.find(file, 'officer', ['13', tracks]), kept.find(file, 'other', ['12', tracks])]).toEqual(['three looks', 'one look'])
})

test('it keeps neither the case nor what the log came to when nobody else has the case any more', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const kept = openKeptReviews<object>()
  const held = (() => {
    const [file, reviewed] = [aFile(), { names: ['Anouk'] }]
    kept.keep(file, 'officer', ['12'], reviewed)
    return [new WeakRef(file), new WeakRef(reviewed)]
  })()
  for (let time = 0; time < 20 && held.some((one) => one.deref() !== undefined); time += 1) {
    await setImmediate()
    collect()
  }
  expect(held.map((one) => one.deref())).toEqual([undefined, undefined])
  expect(kept.find(aFile(), 'officer', ['12'])).toBeUndefined()
})

import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { momentOf } from './moment.ts'

test('a moment reads as Temporal writes it, on whatever day it was asked before', () => {
  const dawn = Date.UTC(1970, 0, 1)
  const dusk = Date.UTC(9999, 11, 31)
  fc.assert(fc.property(fc.array(fc.integer({ min: dawn, max: dusk }), { minLength: 1, maxLength: 5 }), moments => {
    expect(moments.map(momentOf)).toEqual(moments.map(moment => Temporal.Instant.fromEpochMilliseconds(moment).toString({ fractionalSecondDigits: 3 })))
  }))
})

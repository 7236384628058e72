import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { hashPin, isPin, isSamePin, isWeakPin } from './pin.ts'

describe('a PIN', () => {
  test.each(['480317', '310748', '123456', '987654', '890123', '135791', '111111', '121212', '112112', '747474', '258147', '159753', '010190'])('%s is too easy', (pin) => { expect(isWeakPin(pin)).toBe(true) })
  test.each(['486317', '915264', '740968', '302958', '069472'])('%s will do', (pin) => { expect(isWeakPin(pin)).toBe(false) })
  test('has six digits, and nothing else', () => {
    expect(['486317', '48631', '4863170', '48 317', '4863a7', '４８６３１７', ''].map(isPin)).toEqual([true, false, false, false, false, false, false])
  })
  test('nine of ten are left to choose from, so that guessing stays guessing', () => {
    // One of each 37, since all of them would take a second.
    const some = Array.from({ length: 27_000 }, (_, number) => String(number * 37).padStart(6, '0'))
    const weak = some.filter(isWeakPin).length / some.length
    expect(weak).toBeGreaterThan(0.02)
    expect(weak).toBeLessThan(0.1)
  })
})

describe('what is kept of a PIN', () => {
  const pepper = createSecretKey(randomBytes(32))
  const place = { tablet: 'tablet', person: 'lotte' }
  test('opens with the same digits alone', async () => {
    const kept = await hashPin(pepper, place, '486317')
    expect(kept).not.toContain('486317')
    expect(await isSamePin(pepper, place, '486317', kept)).toBe(true)
    expect(await isSamePin(pepper, place, '486318', kept)).toBe(false)
  })
  test('opens nowhere else: not on another tablet, not as somebody else, not without the key that lies elsewhere', async () => {
    const kept = await hashPin(pepper, place, '486317')
    expect(await Promise.all([
      isSamePin(pepper, { ...place, tablet: 'other' }, '486317', kept), isSamePin(pepper, { ...place, person: 'ruud' }, '486317', kept), isSamePin(createSecretKey(randomBytes(32)), place, '486317', kept),
    ])).toEqual([false, false, false])
    expect(await hashPin(pepper, place, '486317')).not.toBe(kept)
  })
})

import { describe, expect, test } from '@jest/globals'
import { isId, newId } from './ids.ts'

describe('an id', () => {
  test('is never made twice, and has its form', () => {
    const ids = Array.from({ length: 1_000 }, newId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every(isId)).toBe(true)
  })
  test('of another form is none', () => {
    const id = newId()
    for (const text of ['', 'x', id.toUpperCase() + '0', ` ${id}`, `${id}\n`, id.replaceAll('-', ''), `${id}/..`]) expect([text, isId(text)]).toEqual([text, false])
  })
})

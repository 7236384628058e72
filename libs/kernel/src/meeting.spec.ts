import { describe, expect, test } from '@jest/globals'
import { isSameWay, longestLink, refuseMeetingWay } from './meeting.ts'

const codeOf = (url: string) => refuseMeetingWay({ kind: 'link', url })?.refusal.code

describe('the link of a meeting', () => {
  test.each(['https://beeld.example.org/kamer/12', 'https://meet.example.nl/?k=a%20b#c', 'HTTPS://Beeld.Example.org:8443/x'])('can be %s', (url) => {
    expect(codeOf(url)).toBeUndefined()
  })
  test.each([
    'http://beeld.example.org', 'javascript:alert(1)', 'data:text/html,x', '//beeld.example.org', 'beeld.example.org', 'https://', 'https://localhost/x', 'https://10.0.0.1/x', 'https://[::1]/x',
    'https://iemand:geheim@beeld.example.org', 'https://beeld.example.org/a b', 'https://beeld.example.org/"x', 'https://beeld.example.org/\u202Ex', 'https://beeld.example.org\\@anders.example.org',
    `https://beeld.example.org/${'x'.repeat(longestLink)}`,
  ])('is never %s', (url) => { expect(codeOf(url)).toBe('link-invalid') })
  test('is not needed when the professional calls', () => { expect(refuseMeetingWay({ kind: 'call' })).toBeUndefined() })
  test('is the same as itself alone', () => {
    const [one, other] = ['https://a.example.org', 'https://b.example.org'].map((url) => ({ kind: 'link', url } as const))
    expect([isSameWay(one, { ...one! }), isSameWay(one, other), isSameWay(one, { kind: 'call' }), isSameWay(undefined, { kind: 'call' }), isSameWay({ kind: 'call' }, { kind: 'call' }), isSameWay(undefined, undefined)])
      .toEqual([true, false, false, false, true, true])
  })
})

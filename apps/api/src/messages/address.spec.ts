import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readAddress } from './address.ts'

test.each([
  ['anouk@example.org', 'anouk@example.org'], ['  Anouk.V+samen@Example.ORG ', 'Anouk.V+samen@example.org'], ["o'brien@mail.example.be", "o'brien@mail.example.be"],
  ['anouk@voorbeeld-café.be', 'anouk@xn--voorbeeld-caf-nhb.be'],
])('%s is an address', (typed, address) => { expect(readAddress(typed)).toBe(address) })

test.each([
  '', 'anouk', 'anouk@', '@example.org', 'anouk@example', 'anouk@127.0.0.1', 'anouk@[127.0.0.1]', 'a b@example.org', 'anouk@exa mple.org', 'anouk@example.org, joost@example.org', 'anouk@example.org;joost@example.org',
  'Anouk <anouk@example.org>', 'anouk@example.org\r\nBcc: iedereen@example.org', 'anouk\u0000@example.org', '.anouk@example.org', 'an..ouk@example.org', 'anouk@-example.org', 'anouk@example.org/pad', 'anouk@example.org:25',
  'anouk@user@example.org', 'café@example.org', `${'a'.repeat(65)}@example.org`, `a@${'b'.repeat(64)}.org`, `a@${'bcd.'.repeat(70)}org`,
])('%j is none', (typed) => { expect(readAddress(typed)).toBeUndefined() })

test('whatever is typed, an address fits on one line of a mail server and can be read again', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.tuple(fc.string(), fc.string()).map(([a, b]) => `${a}@${b}.org`)), (typed) => {
    const address = readAddress(typed)
    if (address === undefined) return
    expect(address).toMatch(/^[\x21-\x7e]+$/)
    expect(address).not.toMatch(/[<>,;:"()[\]\\]/)
    expect(readAddress(address)).toBe(address)
  }), { numRuns: 500 })
})

import { expect, test } from '@jest/globals'
import { looksLikeNames } from './looks-like-a-name.ts'

test.each([
  ['Ik zie al weken dat Pim slecht slaapt.', ['Pim']],
  ['De moeder heet Ina van den Berg en woont alleen.', ['Ina van den Berg']],
  ['Geboren op 12-03-2026, bel 06 12345678.', ['12-03-2026', '06 12345678']],
  ['Mail naar ina@example.org of kom op 1234 AB.', ['ina@example.org', '1234 AB']],
  ['Mevrouw Jansen kwam binnen.', ['Jansen']],
])('finds what may tell whom it is about: %s', (text, found) => {
  for (const one of found) expect(looksLikeNames(text)).toContain(one)
})

test.each([
  'Een baby van zeven maanden huilt uren. Wat kan ik de ouders bieden? Zij spreken Turks.',
  'Het kind slaapt slecht. Ik denk aan de GGZ of het CB. Moeder is uitgeput, vader werkt.',
  'Sinds Kerst eet hij niet. Hij weegt 7200 gram en is 65 cm.',
  '',
])('leaves in peace what tells of nobody: %s', (text) => {
  expect(looksLikeNames(text)).toEqual([])
})

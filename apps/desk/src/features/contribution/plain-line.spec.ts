import { expect, test } from '@jest/globals'
import { plainHints } from './plain-line.ts'

const kinds = (line: string, language: 'nl' | 'en' = 'nl') => plainHints(language, line).map(({ kind }) => kind)

test.each([
  ['Sem klapte mee met het liedje.', []],
  ['U was er weer niet.', ['absence']],
  ['De afspraak ging niet door, zonder afmelding.', ['absence']],
  ['De co-regulatie lukt.', ['jargon']],
  ['Sem sliep vandaag pas laat omdat het druk was op de groep en hij eerst nog een tijd naar de andere kinderen keek.', ['long']],
])('a line for parents: %s', (line, expected) => { expect(kinds(line)).toEqual(expected) })
test('in English as well', () => {
  expect(kinds('You did not come.', 'en')).toEqual(['absence'])
  expect(kinds('He sang along.', 'en')).toEqual([])
})

import { expect, test } from '@jest/globals'
import { gentler } from './gentle-words.ts'

test('offers another wording for words that judge', () => {
  expect(gentler('nl', 'Moeder is ongemotiveerd en hij weigerde de lepel.')).toEqual([
    { found: 'weigerde', instead: 'wil nog niet, kiest nu iets anders' },
    { found: 'ongemotiveerd', instead: 'heeft nu geen ruimte' },
  ])
  expect(gentler('en', 'A no-show again')).toHaveLength(1)
})

test('leaves plain words alone', () => {
  expect(gentler('nl', 'Sem draaide zijn hoofd weg en keek naar het raam. 👶 مرحبا')).toEqual([])
})

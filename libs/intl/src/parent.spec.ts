import { expect, test } from '@jest/globals'
import { common } from './nl/common.ts'
import { copy } from './nl/copy.ts'
import { mail } from './nl/mail.ts'
import { messages } from './nl/messages.ts'
import { pages } from './nl/pages.ts'
import { parent } from './nl/parent.ts'
import { print } from './nl/print.ts'

/**
 * A tripwire for plain Dutch (B1), with its rules in the open. It finds the long and the stiff; whether people
 * understand a text only people can say.
 */
const longestSentence = 20
const longestMean = 12
const longestWord = 14

/** Long words that parents know, or that the page explains. */
const glossary = ['consultatiebureau', 'hulpverlener', 'verloskundige', 'persoonsgegevens', 'gegevensbeschermingsautoriteit']
const stiffWords = ['dient', 'dienen', 'middels', 'indien', 'betreffende', 'teneinde', 'tevens', 'echter', 'derhalve', 'conform', 'problematiek', 'casus', 'casuïstiek', 'cliënt', 'cliëntsysteem', 'mdo', 'interventie', 'therapietrouw', 'non-compliant', 'traject', 'verplicht', 'geweigerd', 'verzuimd', 'nalaten']

/** What a person reads: plurals in their longest form, a short name or number where something is filled in. */
const asRead = (message: string): string => {
  const flat = message
    .replace(/\{(\w+), (?:plural|select), ([^{}]*\{[^{}]*\})+[^{}]*\}/g, (choices) => [...choices.matchAll(/\{([^{},]*)\}/g)].map(([, choice]) => choice ?? '').toSorted((one, other) => other.length - one.length)[0] ?? '')
  return flat.replaceAll('#', '3').replace(/\{\w+\}/g, 'Hanne')
}
const texts = [common, parent, pages, copy, messages, mail, print].flatMap((catalogue) => Object.entries(catalogue)).map(([key, message]) => ({ key, text: asRead(message) }))
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?!:])\s+/).filter((sentence) => sentence.trim() !== '')
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? []

test('no sentence is longer than twenty words, and on average they stay under twelve (A-11)', () => {
  const sentences = texts.flatMap(({ key, text }) => sentencesOf(text).map((sentence) => ({ key, length: wordsOf(sentence).length })))
  expect(sentences.filter(({ length }) => length > longestSentence)).toEqual([])
  expect(sentences.reduce((sum, { length }) => sum + length, 0) / sentences.length).toBeLessThanOrEqual(longestMean)
})

test('no word is longer than fourteen letters, but for those that parents know', () => {
  const long = texts.flatMap(({ key, text }) => wordsOf(text).filter((word) => word.length > longestWord && !glossary.includes(word.toLowerCase())).map((word) => `${key}: ${word}`))
  expect(long).toEqual([])
})

test('no word of the office', () => {
  const stiff = texts.flatMap(({ key, text }) => wordsOf(text).filter((word) => stiffWords.includes(word.toLowerCase())).map((word) => `${key}: ${word}`))
  expect(stiff).toEqual([])
})

test('nothing is ordered: parents can, they never must', () => {
  expect(texts.filter(({ text }) => /\b[Uu] moet\b|\bmoet u\b/.test(text))).toEqual([])
})

test('parents are addressed formally', () => {
  expect(texts.filter(({ text }) => /\b(?:jij|jouw|je|jullie)\b/i.test(text))).toEqual([])
})

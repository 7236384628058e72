import { expect, test } from '@jest/globals'
import { parse, type Token } from '@messageformat/parser'
import { common as commonEn } from './en/common.ts'
import { copy as copyEn } from './en/copy.ts'
import { door as doorEn } from './en/door.ts'
import { desk as deskEn } from './en/desk.ts'
import { mail as mailEn } from './en/mail.ts'
import { messages as messagesEn } from './en/messages.ts'
import { pages as pagesEn } from './en/pages.ts'
import { parent as parentEn } from './en/parent.ts'
import { print as printEn } from './en/print.ts'
import { refusals as refusalsEn } from './en/refusals.ts'
import { rules as rulesEn } from './en/rules.ts'
import { views as viewsEn } from './en/views.ts'
import { common } from './nl/common.ts'
import { copy } from './nl/copy.ts'
import { door } from './nl/door.ts'
import { desk } from './nl/desk.ts'
import { mail } from './nl/mail.ts'
import { messages } from './nl/messages.ts'
import { pages } from './nl/pages.ts'
import { parent } from './nl/parent.ts'
import { print } from './nl/print.ts'
import { refusals } from './nl/refusals.ts'
import { rules } from './nl/rules.ts'
import { views } from './nl/views.ts'

const catalogues: [string, Record<string, string>, Record<string, string>][] = [
  ['common', common, commonEn], ['parent', parent, parentEn], ['pages', pages, pagesEn], ['desk', desk, deskEn], ['door', door, doorEn], ['refusals', refusals, refusalsEn], ['views', views, viewsEn], ['copy', copy, copyEn], ['messages', messages, messagesEn], ['mail', mail, mailEn], ['print', print, printEn], ['rules', rules, rulesEn],
]

/** The names that are filled in somewhere in a message. */
const filledIn = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap((token) => 'cases' in token ? [token.arg, ...token.cases.flatMap(({ tokens: inner }) => filledIn(inner))] : 'arg' in token ? [token.arg] : [])
const namesIn = (message: string): readonly string[] => [...new Set(filledIn(parse(message)))].toSorted()

test.each(catalogues)('%s: every text is a message that can be read, and both languages fill in the same', (_name, nl, en) => {
  const different = Object.keys(nl).filter((key) => namesIn(nl[key] ?? '').join() !== namesIn(en[key] ?? '').join())
  expect(different).toEqual([])
})

test.each(catalogues)('%s: no text is empty, and English has no text that Dutch lacks', (_name, nl, en) => {
  expect(Object.entries({ ...nl, ...en }).filter(([, message]) => message.trim() === '')).toEqual([])
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(nl).toSorted())
})

/** Words that blame parents, or that mean something else to them: a partner is a spouse, a helper no professional. */
const forbidden = /\bno[- ]?shows?\b|\bweiger(?:t|de|den|en|ing)?\b|\bgeweigerd\b|\bpartners?\b|\bhelpers?\b|\bonwillig\w*|\bongemotiveerd\w*|\bnon-?complian\w*|\btherapieontrouw\b|\brefus(?:e|es|ed|al)\b.*\bparents?\b/i

test.each(catalogues)('%s: no word that blames parents or that they read otherwise (A-13)', (_name, nl, en) => {
  expect([...Object.entries(nl), ...Object.entries(en)].filter(([, message]) => forbidden.test(message))).toEqual([])
})

test('in mail nothing can be filled in but a code: not a name, a day, a place or a word of anybody', () => {
  const filled = [...Object.values<string>(messages), ...Object.values<string>(messagesEn)].flatMap(namesIn)
  expect([...new Set(filled)]).toEqual(['code'])
})

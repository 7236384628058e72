import type { Text } from './catalogue.ts'
import { copy as en } from './en/copy.ts'
import type { Language } from './language.ts'
import { copy as nl } from './nl/copy.ts'
import { speak } from './speak.ts'

/** The keys of the words in a copy of a family's file. */
export type CopyText = keyof typeof nl

const speakers: Readonly<Record<Language, Text<CopyText>>> = { nl: speak('nl', nl), en: speak('en', en) }

/** Says what stands in a copy, in words for who takes it along. */
export const copyText = (language: Language): Text<CopyText> => speakers[language]

/** What the page says by itself when it is checked: messages with names in braces, filled in there. */
export const checkWords = (language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(language === 'nl' ? nl : en).flatMap(([key, message]) => key.startsWith('check.') ? [[key.slice('check.'.length), message]] : []))

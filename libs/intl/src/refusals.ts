import type { Text } from './catalogue.ts'
import { refusals as en } from './en/refusals.ts'
import type { Language } from './language.ts'
import { refusals as nl } from './nl/refusals.ts'
import { speak } from './speak.ts'

/** The codes with which a command can be refused, and a request can fail. */
export type RefusalCode = keyof typeof nl

const speakers: Readonly<Record<Language, Text<RefusalCode>>> = { nl: speak('nl', nl), en: speak('en', en) }

/** Says why a command was refused, in words for the person who asked it. */
export const refusalText = (language: Language): Text<RefusalCode> => speakers[language]

/** Whether a code has a text. */
export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(nl, code)

import type { Text } from './catalogue.ts'
import { messages as en } from './en/messages.ts'
import type { Language } from './language.ts'
import { messages as nl } from './nl/messages.ts'
import { speak } from './speak.ts'

/** The keys of the words of mail. */
export type MessageText = keyof typeof nl

const speakers: Readonly<Record<Language, Text<MessageText>>> = { nl: speak('nl', nl), en: speak('en', en) }

/** Says what stands in a mail, in words for who gets it. */
export const messageText = (language: Language): Text<MessageText> => speakers[language]

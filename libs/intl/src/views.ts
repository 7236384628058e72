import type { Text } from './catalogue.ts'
import { views as en } from './en/views.ts'
import type { Language } from './language.ts'
import { views as nl } from './nl/views.ts'
import { speak } from './speak.ts'

/** The keys of the words that the server puts into its answers. */
export type ViewText = keyof typeof nl

const speakers: Readonly<Record<Language, Text<ViewText>>> = { nl: speak('nl', nl), en: speak('en', en) }

/** Says what an answer of the server means, in words for who reads it. */
export const viewText = (language: Language): Text<ViewText> => speakers[language]

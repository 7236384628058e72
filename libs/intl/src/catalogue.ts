import { setupI18n, type I18n } from '@lingui/core'
import { localeOf, type Language } from './language.ts'

/** Texts by key. A text is an ICU message: names in braces, and plurals, are filled in. */
export type Catalogue<Key extends string = string> = Readonly<Record<Key, string>>

/** What is filled in. */
export type TextValues = Readonly<Record<string, string | number>>

/** Says the text of a key. */
export type Text<Key extends string> = (key: Key, values?: TextValues) => string

/**
 * The texts of one language, ready to speak. The built apps give them compiled (`compiled-texts.mjs`); elsewhere
 * Lingui compiles them as they are spoken.
 * @param catalogues later ones win where they share a key.
 */
export const createI18n = (language: Language, ...catalogues: readonly Catalogue[]): I18n => {
  const i18n = setupI18n()
  i18n.loadAndActivate({ locale: language, locales: localeOf(language), messages: Object.assign({}, ...catalogues) as Catalogue })
  return i18n
}

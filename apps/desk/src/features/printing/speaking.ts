import { createI18n, type Language } from '@samenspel/intl'
import { loadPrintTexts, type PrintText } from '@samenspel/intl/print'

/** What stands on paper, in the language of who gets it, whatever language the desk speaks. */
export type Say = (key: PrintText, values?: Readonly<Record<string, string>>) => string

const spoken = new Map<Language, Promise<Say>>()
export const speaking = (language: Language): Promise<Say> => {
  const known = spoken.get(language) ?? loadPrintTexts(language).then((texts) => {
    const i18n = createI18n(language, texts)
    return (key, values) => i18n._(key, values)
  })
  spoken.set(language, known)
  return known
}

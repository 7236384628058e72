/** The languages of the register with their names, as whoever reads calls them. */
import type { Language } from '@samenspel/intl'
import { viewText } from '@samenspel/intl/views'
import { asSpokenNow, spokenLanguages, type SpokenLanguage } from '@samenspel/register'

/** Languages that the machine's own lists don't name. */
const named: readonly string[] = ['ber', 'dse', 'vgt']
const says = { nl: new Intl.DisplayNames(['nl'], { type: 'language' }), en: new Intl.DisplayNames(['en'], { type: 'language' }) }

export const languageName = (language: Language, tag: SpokenLanguage): string => named.includes(tag) ? viewText(language)(`spoken.${tag as 'ber' | 'dse' | 'vgt'}`) : says[language].of(tag) ?? tag

type Named = { readonly tag: string; readonly name: string }

/** @param noted a language as it was noted at any time */
export const namedLanguage = (language: Language, noted: string): Named => {
  const [tag] = asSpokenNow(noted)
  return tag === undefined ? { tag: noted, name: noted } : { tag, name: languageName(language, tag) }
}

export const namedLanguages = (language: Language, tags: readonly SpokenLanguage[]): readonly Named[] => tags.map((tag) => ({ tag, name: languageName(language, tag) }))

/** All that can be chosen, the most spoken first. */
export const everyLanguage = (language: Language): readonly Named[] => namedLanguages(language, spokenLanguages)

/** The languages that are complete: a catalogue of another language is added beside these two. */
export type Language = 'nl' | 'en'

/**
 * The language for whom it isn't known of yet which they chose: the first that they read and that is spoken here, else Dutch.
 * @param read what a browser says that somebody reads, best first: `en-GB`, `nl`
 */
export const languageFor = (read: readonly string[]): Language =>
  read.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag): tag is Language => tag === 'nl' || tag === 'en') ?? 'nl'

/** The locale in which a language writes its dates and numbers. */
export const localeOf = (language: Language): string => ({ nl: 'nl-NL', en: 'en-GB' })[language]

/** The direction in which a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' => /^(ar|fa|he|ps|ur)\b/.test(language) ? 'rtl' : 'ltr'

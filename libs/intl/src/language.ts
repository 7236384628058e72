/** The languages that are complete: a catalogue of another language is added beside these two. */
export type Language = 'nl' | 'en'

/** The locale in which a language writes its dates and numbers. */
export const localeOf = (language: Language): string => ({ nl: 'nl-NL', en: 'en-GB' })[language]

/** The direction in which a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' => /^(ar|fa|he|ps|ur)\b/.test(language) ? 'rtl' : 'ltr'

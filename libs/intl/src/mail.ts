import type { Catalogue } from './catalogue.ts'
import type { Language } from './language.ts'
import type { mail } from './nl/mail.ts'

/** The keys of the texts of where people choose about their own mail. */
export type MailText = keyof typeof mail

const catalogues = {
  nl: () => import('./nl/mail-app.ts'),
  en: () => import('./en/mail-app.ts'),
}

/** The texts of where people choose about their own mail in one language, fetched when asked for: no first page needs them. */
export const loadMailTexts = async (language: Language): Promise<Catalogue<MailText>> => (await catalogues[language]()).texts

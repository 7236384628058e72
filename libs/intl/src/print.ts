import type { Catalogue } from './catalogue.ts'
import type { Language } from './language.ts'
import type { print } from './nl/print.ts'

/** The keys of the texts of a visit on paper. */
export type PrintText = keyof typeof print

const catalogues = {
  nl: () => import('./nl/print-app.ts'),
  en: () => import('./en/print-app.ts'),
}

/** The texts of a visit on paper in one language, fetched when asked for: no first page needs them. */
export const loadPrintTexts = async (language: Language): Promise<Catalogue<PrintText>> => (await catalogues[language]()).texts

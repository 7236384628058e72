import type { Catalogue } from './catalogue.ts'
import type { CommonText } from './common.ts'
import type { Language } from './language.ts'
import type { desk } from './nl/desk.ts'

/** The keys of all texts of the desk. */
export type DeskText = CommonText | keyof typeof desk

const catalogues = {
  nl: () => import('./nl/desk-app.ts'),
  en: () => import('./en/desk-app.ts'),
}

/** The texts of the desk in one language, fetched when asked for. */
export const loadDeskTexts = async (language: Language): Promise<Catalogue<DeskText>> => (await catalogues[language]()).texts

import type { Catalogue } from './catalogue.ts'
import type { CommonText } from './common.ts'
import type { Language } from './language.ts'
import type { parent } from './nl/parent.ts'

/** The keys of all texts of the parents' app. */
export type ParentText = CommonText | keyof typeof parent

const catalogues = {
  nl: () => import('./nl/parent-app.ts'),
  en: () => import('./en/parent-app.ts'),
}

/** The texts of the parents' app in one language, fetched when asked for. */
export const loadParentTexts = async (language: Language): Promise<Catalogue<ParentText>> => (await catalogues[language]()).texts

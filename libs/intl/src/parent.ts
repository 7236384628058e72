import type { Catalogue } from './catalogue.ts'
import type { CommonText } from './common.ts'
import type { Language } from './language.ts'
import type { pages } from './nl/pages.ts'
import type { parent } from './nl/parent.ts'

/** The keys of all texts of the parents' app. */
export type ParentText = CommonText | keyof typeof parent

const catalogues = {
  nl: () => import('./nl/parent-app.ts'),
  en: () => import('./en/parent-app.ts'),
}

/** The texts of the parents' app in one language, fetched when asked for. */
export const loadParentTexts = async (language: Language): Promise<Catalogue<ParentText>> => (await catalogues[language]()).texts

/** The keys of the texts that come with the pages beside the first one. */
export type PageText = keyof typeof pages

const pageCatalogues = {
  nl: () => import('./nl/pages-app.ts'),
  en: () => import('./en/pages-app.ts'),
}

/** The texts of the pages beside the first one, fetched with them so that the first load stays small. */
export const loadPageTexts = async (language: Language): Promise<Catalogue<PageText>> => (await pageCatalogues[language]()).texts

import type { Catalogue } from './catalogue.ts'
import type { CommonText } from './common.ts'
import type { Language } from './language.ts'
import type { door } from './nl/door.ts'

/** The keys of all texts of the front door; the desk speaks them too. */
export type DoorText = CommonText | keyof typeof door

const catalogues = {
  nl: () => import('./nl/door-app.ts'),
  en: () => import('./en/door-app.ts'),
}

/** The texts of the front door in one language, fetched when asked for. */
export const loadDoorTexts = async (language: Language): Promise<Catalogue<DoorText>> => (await catalogues[language]()).texts

/** Disciplines and languages as people write them, in Dutch or English, and as they are said. */
import type { Language } from '@samenspel/intl'
import { viewText } from '@samenspel/intl/views'
import { disciplines, type Discipline } from '@samenspel/kernel'
import { spokenLanguages, type SpokenLanguage } from '@samenspel/register'
import { languageName } from '../disclosure/spoken.ts'

const languages = ['nl', 'en'] as const satisfies readonly Language[]

export const disciplineName = (language: Language, discipline: Discipline): string => viewText(language)(`discipline.${discipline}`)

const word = (text: string): string => text.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ')
const spoken = new Map<string, SpokenLanguage>(spokenLanguages.flatMap((tag) => [tag, ...languages.map((language) => languageName(language, tag))].map((name) => [word(name), tag] as const)))
const fields = new Map<string, Discipline>(disciplines.flatMap((discipline) => [discipline, ...languages.map((language) => disciplineName(language, discipline))].map((name) => [word(name), discipline] as const)))

export const languageIn = (text: string): SpokenLanguage | undefined => spoken.get(word(text))
export const disciplineIn = (text: string): Discipline | undefined => fields.get(word(text))

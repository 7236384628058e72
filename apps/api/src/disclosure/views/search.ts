/** Looking for words in a case: in what opened to the reader, and in nothing else, so that what is hidden changes no answer and no count. */
import { refuseText } from '@samenspel/kernel'
import type { CaseSearch, Contribution, LifeEvent } from '../../graphql/types/story.ts'
import type { Reader } from './reader.ts'
import { contributionsView, lifeLineView } from './story.ts'

/** What is sought: every word of `words`, by whom, where, and between which days. */
export type Sought = { readonly words?: string; readonly authorId?: string; readonly setting?: string; readonly from?: string; readonly until?: string }

/** The longest text that is sought, in characters. */
export const longestSought = 200
/** So many are shown; the rest is counted. */
const mostFound = 100

/** Why this can't be sought, if so. */
export const refuseSought = ({ words }: Sought): ReturnType<typeof refuseText> => words === undefined || words.trim() === '' ? undefined : refuseText('words', words, longestSought)

/** A text as it is compared: without accents, in small letters. */
export const foldedText = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

export const searchView = (reader: Reader, sought: Sought): CaseSearch => {
  const words = wordsOf(sought)
  const nothing = words.length === 0 && [sought.authorId, sought.setting, sought.from, sought.until].every((one) => one === undefined)
  if (nothing) return { contributions: [], lifeEvents: [], count: 0 }
  const isInPeriod = (first: string, last: string = first) => (sought.from === undefined || last >= sought.from) && (sought.until === undefined || first <= sought.until)
  const has = (texts: readonly (string | undefined)[]) => { const all = foldedText(texts.filter((text) => text !== undefined).join('\n')); return words.every((word) => all.includes(word)) }
  const contributions = contributionsView(reader).filter((one) =>
    (sought.authorId === undefined || one.author.id === sought.authorId) && (sought.setting === undefined || one.setting === sought.setting) &&
    isInPeriod(one.occurredOn, one.procedure?.until) && has([one, ...one.earlier].flatMap(textsOf)))
  // Nobody is named as the author of a life event.
  const lifeEvents = sought.authorId !== undefined ? [] : lifeLineView(reader).filter((one) =>
    one.contributionId === undefined && (sought.setting === undefined || one.setting === sought.setting) && isInPeriod(one.occurredOn, one.until) && has(textsOfEvent(one)))
  return { contributions: contributions.slice(0, mostFound), lifeEvents, count: contributions.length }
}

const wordsOf = ({ words = '' }: Sought): readonly string[] => [...new Set(foldedText(words).split(/\s+/u).filter((word) => word !== ''))]

const textsOf = ({ situation, parentsTold, whatWeDo, possibleMeaning, childsVoice, forParents, procedure, screening, parentSignal, document, author }: Contribution): readonly (string | undefined)[] => [
  situation, parentsTold, whatWeDo, possibleMeaning, childsVoice, forParents, procedure?.name, procedure?.whatHelped, screening?.instrument, screening?.version, screening?.score, screening?.norm,
  parentSignal?.availability, parentSignal?.askAbout, document?.name, author.name,
]
const textsOfEvent = ({ title, text }: LifeEvent): readonly (string | undefined)[] => [title, text]

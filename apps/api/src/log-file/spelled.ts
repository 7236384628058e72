import { localeOf, type Language } from '@samenspel/intl'
import { create } from 'fontkit'
import { lettersOf } from './letters.ts'

/** What is said instead of what no letters draw: a small picture, some other sign, or words in a script, by its name. */
export type Unwritten = { readonly emoji: string; readonly sign: string; readonly script: (name: string) => string }

let known: ReadonlySet<number> | undefined
const isDrawn = (letter: string): boolean => (known ??= new Set(create(lettersOf('regular')).characterSet)).has(letter.codePointAt(0) ?? 0)

/** What changes the sign before it, joins it with the next, or says in which direction it runs, and is no sign itself. */
const joins = /[\p{Variation_Selector}\p{Emoji_Modifier}\p{Format}\p{Nonspacing_Mark}]/u
const plain = /^[\x20-\x7E]*$/
const emoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3]/u
/** Scripts that people know by the name of a language. */
const languages: Readonly<Record<string, string>> = { Hani: 'zh', Hira: 'ja', Kana: 'ja', Hang: 'ko' }
const scripts = ['Hani', 'Hira', 'Kana', 'Hang', 'Ethi', 'Hebr', 'Thai', 'Armn', 'Geor', 'Deva', 'Beng', 'Guru', 'Gujr', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Mymr', 'Khmr', 'Laoo', 'Tibt', 'Mong', 'Syrc', 'Thaa', 'Tfng', 'Nkoo', 'Cher', 'Cans', 'Vaii', 'Bopo', 'Yiii', 'Olck', 'Adlm', 'Rohg']
  .map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const)

/**
 * A text as the letters of a PDF can draw it: what they can't is said in a word between brackets, once for all that stands together, so
 * that nobody wonders at empty boxes. Words in Arabic have letters of their own.
 */
export const spelledIn = (language: Language, unwritten: Unwritten): ((text: string) => string) => {
  const nameOf = (script: string): string =>
    new Intl.DisplayNames(localeOf(language), { type: languages[script] === undefined ? 'script' : 'language' }).of(languages[script] ?? script) ?? script
  const instead = (sign: string): string => {
    if (emoji.test(sign)) return unwritten.emoji
    const script = scripts.find(([, one]) => one.test(sign))?.[0]
    return script === undefined ? unwritten.sign : unwritten.script(nameOf(script))
  }
  const signs = new Intl.Segmenter(localeOf(language), { granularity: 'grapheme' })
  return (text) => {
    if (plain.test(text)) return text
    let said = '', last: string | undefined
    for (const { segment } of signs.segment(text.normalize('NFC'))) {
      const isArabic = /\p{Script=Arabic}/u.test(segment)
      const drawn = isArabic ? segment : [...segment].filter((one) => !joins.test(one) || isDrawn(one)).join('')
      const word = isArabic || drawn.trim() === '' || [...drawn].every(isDrawn) ? undefined : instead(segment)
      if (word === undefined) said += drawn
      // Words in one script are one, with the space between them.
      else said = word === last ? said.trimEnd() : `${said}${word}`
      if (word !== undefined || drawn.trim() !== '') last = word
    }
    return said
  }
}

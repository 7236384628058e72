import type { Language } from '@samenspel/intl'

export type GentleWord = { readonly found: string; readonly instead: string }

/** Words that judge, and what says the same without blame. The list is short on purpose; it offers, and never stops anybody. */
const words: Record<Language, readonly (readonly [RegExp, string])[]> = {
  nl: [
    [/\bno[- ]?show\b/iu, 'de afspraak ging niet door'],
    [/\bweiger\w*/iu, 'wil nog niet, kiest nu iets anders'],
    [/\bmanipul\w*/iu, 'zoekt contact, vraagt om hulp'],
    [/\b(?:lui|gemakzuchtig)e?\b/iu, 'is moe, heeft weinig kracht over'],
    [/\bongemotiveerde?\b/iu, 'heeft nu geen ruimte'],
    [/\bprobleemgedrag\b/iu, 'wat het kind laat zien'],
    [/\b(?:lastig|moeilijk|vervelend)e? kind\b/iu, 'een kind dat het moeilijk heeft'],
    [/\bnalatige?\b/iu, 'beschrijf wat u zag'],
    [/\b(?:hysterisch|overdreven)e?\b/iu, 'van streek'],
    [/\bonwillige?\b/iu, 'het lukt nog niet'],
  ],
  en: [
    [/\bno[- ]?shows?\b/iu, 'the appointment did not take place'],
    [/\brefus\w*/iu, 'does not want to yet, chooses something else'],
    [/\bmanipulat\w*/iu, 'looks for contact, asks for help'],
    [/\blazy\b/iu, 'is tired, has little strength left'],
    [/\bunmotivated\b/iu, 'has no room for it now'],
    [/\bproblem behaviou?r\b/iu, 'what the child shows'],
    [/\b(?:difficult|annoying) child\b/iu, 'a child who is having a hard time'],
    [/\bneglectful\b/iu, 'describe what you saw'],
    [/\b(?:hysterical|over-?reacting)\b/iu, 'upset'],
  ],
}

/** The judging words in a text, each with another way to say it. */
export const gentler = (language: Language, text: string): readonly GentleWord[] =>
  words[language].flatMap(([pattern, instead]) => {
    const found = pattern.exec(text)?.[0]
    return found === undefined ? [] : [{ found, instead }]
  })

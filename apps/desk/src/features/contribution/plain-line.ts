import type { Language } from '@samenspel/intl'

/** What may be said of a line for the parents: it is long, sounds like a reproach, or holds a word of the field. */
export type PlainHint = { readonly kind: 'long' } | { readonly kind: 'absence' } | { readonly kind: 'jargon'; readonly found: string }

/** As many words as a sentence for parents may have. */
const longestSentence = 20

/** That somebody wasn't there is never told to parents as what they failed to do. */
const absence: Record<Language, RegExp> = {
  nl: /\b(?:no[- ]?show|niet (?:gekomen|verschenen|komen opdagen)|kwam(?:en)? (?:weer |alweer |opnieuw )?niet|(?:weer|alweer|opnieuw) (?:afgezegd|afwezig|niet)|afwezig|zonder (?:bericht|afmelding)|te laat (?:gekomen|afgezegd))\b/iu,
  en: /\b(?:no[- ]?show|(?:did|has|have) ?n[o']t (?:come|turn up|show up|appear)|(?:cancelled|absent) again|absent|without (?:notice|a word)|too late)\b/iu,
}

const jargon: Record<Language, RegExp> = {
  nl: /\b(?:(?:co-?)?regulati\w*|arousal|hechting\w*|mentaliser\w*|sensitiviteit|responsiviteit|problematiek|anamnese|comorbid\w*|interventie\w*|diagnos\w*|prikkelverwerking|psycho-?educatie|IMH|MDO|GAS|KDC|window of tolerance)\b/iu,
  en: /\b(?:(?:co-?)?regulat\w*|arousal|attachment|mentalis\w*|sensitivity|responsivity|anamnesis|comorbid\w*|intervention\w*|diagnos\w*|psycho-?education|IMH|MDO|GAS|window of tolerance)\b/iu,
}

/** Gentle hints at one line for the parents; none of them stops anybody. */
export const plainHints = (language: Language, line: string): readonly PlainHint[] => {
  const found = jargon[language].exec(line)?.[0]
  const isLong = line.split(/[.!?…]+/u).some((sentence) => (sentence.match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? []).length > longestSentence)
  return [
    ...absence[language].test(line) ? [{ kind: 'absence' } as const] : [],
    ...isLong ? [{ kind: 'long' } as const] : [],
    ...found === undefined ? [] : [{ kind: 'jargon', found } as const],
  ]
}

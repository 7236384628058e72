/**
 * Languages that families and those who help them talk in, as BCP 47 has them, the most spoken first: the two countries' own and
 * neighbours', then those of the larger communities there, and signing. One list for who speaks them and for help that is given in
 * them, so that a search finds what somebody else noted.
 */
export const spokenLanguages = ['nl', 'fr', 'de', 'en', 'fy', 'tr', 'ar', 'ber', 'pl', 'es', 'it', 'pt', 'ro', 'bg', 'ru', 'uk', 'fa', 'prs', 'ps', 'ku', 'so', 'ti', 'am', 'pap', 'srn', 'id', 'zh', 'vi', 'hi', 'ur', 'el', 'hu', 'sq', 'sr', 'dse', 'vgt'] as const
export type SpokenLanguage = (typeof spokenLanguages)[number]

export const isSpokenLanguage = (tag: string): tag is SpokenLanguage => (spokenLanguages as readonly string[]).includes(tag)

/** A language as it was noted at any time, as it is called now: one Berber language once had a tag of its own. */
export const asSpokenNow = (tag: string): SpokenLanguage[] => tag === 'zgh' ? ['ber'] : isSpokenLanguage(tag) ? [tag] : []

/**
 * What is left in a text by which people could be known: names that are known to whoever looks, and numbers, days and addresses by their
 * form. It finds what it was told and what has a form; that somebody could be known by their story, only a reader sees. Deterministic,
 * the same on the screen while somebody writes and on the server that refuses.
 */

/** `refused` until it is gone; `doubtful`: somebody looks whether it could tell who it is about. */
export type TraceWeight = 'refused' | 'doubtful'

export type TraceKind = 'person' | 'organisation' | 'place' | 'caseNumber' | 'phone' | 'mail' | 'link' | 'number' | 'postcode' | 'address' | 'date' | 'month' | 'year' | 'age' | 'capital'

export type Trace = { readonly kind: TraceKind; readonly weight: TraceWeight; readonly found: string; readonly start: number }

/** The names that may not stand in a text. Persons: first names and full names; places: streets and towns as they are written. */
export type KnownNames = { readonly persons: readonly string[]; readonly organisations: readonly string[]; readonly places: readonly string[]; readonly caseNumbers: readonly string[] }

export const noNames: KnownNames = { persons: [], organisations: [], places: [], caseNumbers: [] }

/** All traces in a text, in the order in which they stand; of what overlaps the first and heaviest. */
export const tracesIn = (text: string, known: KnownNames): readonly Trace[] => {
  const words = wordsOf(text)
  const found = [...namesBy(known)(text, words), ...formsIn(text), ...capitalsIn(text)].sort((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight) || a.start - b.start || b.found.length - a.found.length)
  return found.reduce<readonly Trace[]>((kept, one) => kept.some((other) => one.start < other.start + other.found.length && other.start < one.start + one.found.length) ? kept : [...kept, one], [])
    .toSorted((a, b) => a.start - b.start)
}

/** Whether a text surely names somebody or something of these, in any form that people give a name. */
export const namesOneOf = (known: KnownNames): ((text: string) => boolean) => {
  const named = namesBy(known)
  return (text) => named(text, wordsOf(text)).some(({ weight }) => weight === 'refused')
}

const weights: readonly TraceWeight[] = ['refused', 'doubtful']

// ── Names

type Word = { readonly text: string; readonly plain: string; readonly start: number }

const wordsOf = (text: string): readonly Word[] => [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({ text: match[0], plain: plainOf(match[0]), start: match.index }))

/** Without capitals and accents. */
const plainOf = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Between a first name and what somebody is called after it; no names by themselves. */
const particles = new Set(['van', 'de', 'den', 'der', 'het', 'ter', 'ten', 'te', 't', 's', 'el', 'al', 'la', 'le', 'da', 'di', 'dos', 'von', 'zu', 'en', 'of', 'the', 'and', 'fam', 'familie', 'gezin', 'mevrouw', 'meneer', 'dr', 'mr', 'mw', 'dhr'])

/** Names that are ordinary words too: only with a capital they are surely names. */
const alsoWords = new Set([
  'an', 'bas', 'beer', 'berg', 'bloem', 'boer', 'boom', 'bos', 'broek', 'bruin', 'dal', 'dijk', 'do', 'duif', 'fleur', 'groen', 'groot', 'haan', 'hart', 'haven', 'heide', 'hof', 'hoop', 'huis', 'jong', 'kamp', 'kind', 'klein', 'koning', 'kok', 'kuiper', 'lang', 'lente', 'licht', 'lief', 'linde',
  'maan', 'meer', 'mees', 'mei', 'merel', 'molen', 'mens', 'parel', 'peer', 'prins', 'rein', 'rijk', 'roos', 'schaap', 'schipper', 'ster', 'storm', 'stroom', 'veld', 'vink', 'visser', 'vogel', 'vos', 'vriend', 'wil', 'winter', 'wit', 'wolf', 'zon', 'zomer', 'zwart',
  'dawn', 'dean', 'faith', 'grace', 'hope', 'joy', 'mark', 'may', 'rob', 'rose', 'ward', 'will',
])

/** What organisations are, which is nobody's name. */
const generic = new Set([
  'aanpak', 'academisch', 'afdeling', 'bureau', 'baby', 'centrum', 'centra', 'consultatiebureau', 'dag', 'dagcentrum', 'dienst', 'fysiotherapie', 'gemeente', 'gezin', 'gezinnen', 'ggz', 'groep', 'groepspraktijk', 'huis', 'huisarts', 'huisartsen', 'huisartsenpraktijk', 'hulp', 'imh', 'jeugd', 'jeugdbescherming', 'jeugdgezondheidszorg',
  'jeugdhulp', 'jeugdteam', 'jeugdzorg', 'kdc', 'kind', 'kinderbehandelcentrum', 'kinderdagcentrum', 'kinderziekenhuis', 'kraamzorg', 'kring', 'logopedie', 'ouder', 'ouders', 'peuter', 'poli', 'praktijk', 'rechtbank', 'regio', 'school', 'stichting', 'team', 'thuis', 'thuisbegeleiding', 'thuisbegeleidingsdienst', 'thuiszorg', 'verloskundig',
  'verloskundigen', 'verloskundigenpraktijk', 'volwassenen', 'wijk', 'wijkteam', 'ziekenhuis', 'zorg', 'centre', 'clinic', 'hospital', 'practice', 'care', 'youth', 'child', 'children', 'family', 'mental', 'health', 'cgg', 'vzw', 'bv',
])

/** Of a name every word of its own, and the whole of it. */
const keysOf = (name: string): readonly string[] => wordsOf(name).map(({ plain }) => plain).filter((word) => word.length > 1 && !particles.has(word) && !/^\p{N}+$/u.test(word))

const namesBy = ({ persons, organisations, places, caseNumbers }: KnownNames): ((text: string, words: readonly Word[]) => readonly Trace[]) => {
  const names = new Map<string, TraceKind>([
    ...[...places.map((name) => [name, 'place'] as const), ...organisations.map((name) => [name, 'organisation'] as const)].flatMap(([name, kind]) => keysOf(name).filter((word) => !generic.has(word)).map((word) => [word, kind] as const)),
    ...persons.flatMap((name) => keysOf(name).map((word) => [word, 'person'] as const)),
  ])
  const numbers = new Set(caseNumbers.map((number) => plainOf(number).replaceAll(/[^\p{L}\p{N}]/gu, '')).filter((number) => number.length > 3))
  return (text, words) => words.flatMap((word, index): readonly Trace[] => {
    const name = nameOf(word.plain, names)
    const kind = name === undefined ? undefined : names.get(name)
    if (kind !== undefined && name !== undefined) return [{ kind, weight: /^\p{Lu}/u.test(word.text) || (kind === 'person' && !alsoWords.has(name)) ? 'refused' : 'doubtful', found: word.text, start: word.start }]
    // A number of a case is written in one or in two parts.
    const next = words[index + 1]
    const end = (one: Word): number => one.start + one.text.length
    const whole = [word, ...next !== undefined && next.start - end(word) === 1 ? [next] : []]
    const isNumber = (some: readonly Word[]): boolean => numbers.has(some.map(({ plain }) => plain).join(''))
    const last = isNumber(whole) ? whole.at(-1) : isNumber([word]) ? word : undefined
    return last === undefined ? [] : [{ kind: 'caseNumber', weight: 'refused', found: text.slice(word.start, end(last)), start: word.start }]
  })
}

/** How people stretch a name: what is somebody's, and who is small. Only after three letters, so that no ordinary word ends that way by chance. */
const endings = ['s', 'tje', 'tjes', 'je', 'jes', 'pje', 'pjes', 'ke', 'ie', 'ies']

const nameOf = (word: string, names: ReadonlyMap<string, unknown>): string | undefined =>
  names.has(word) ? word : endings.map((ending) => word.endsWith(ending) ? word.slice(0, -ending.length) : '').find((stem) => stem.length >= 3 && names.has(stem))

// ── Forms

const months = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|jan|feb|mrt|apr|aug|sept|sep|okt|oct|nov|dec'
const days = '[0-3]?\\d'

/** What tells by its form who or when it was, the most exact first. */
const forms: readonly (readonly [TraceKind, TraceWeight, RegExp])[] = [
  ['mail', 'refused', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['link', 'refused', /\b(?:https?:\/\/|www\.)\S+/giu],
  ['date', 'refused', /\b(?:19|20)\d{2}[-/.][01]?\d[-/.][0-3]?\d\b/gu],
  ['date', 'refused', /\b[0-3]?\d[-/.][01]?\d(?:[-/.](?:\d{4}|\d{2}))\b/gu],
  ['date', 'refused', new RegExp(`\\b${days}(?:e|de|ste|st|nd|rd|th)?\\s+(?:of\\s+)?(?:${months})\\b(?:\\.?\\s+(?:19|20)\\d{2})?`, 'giu')],
  ['date', 'refused', new RegExp(`\\b(?:${months})\\.?\\s+(?:${days}(?:st|nd|rd|th)?(?:,?\\s+(?:19|20)\\d{2})?|(?:19|20)\\d{2})\\b`, 'giu')],
  ['phone', 'refused', /(?<![\p{L}\p{N}])(?:\+|00)\d{1,3}[\s().-]*(?:\d[\s().-]*){7,11}\d|(?<![\p{L}\p{N}])0(?:[\s().-]*\d){8,10}(?!\d)/gu],
  ['postcode', 'refused', /\b[1-9]\d{3}\s?[A-Z]{2}\b/gu],
  ['address', 'refused', /\b\p{Lu}[\p{L}-]*(?:straat|laan|weg|plein|kade|singel|gracht|dreef|hof|steeg|pad|street|road|lane)\s+\d+\s?[a-z]?\b/gu],
  ['number', 'refused', /\b\d(?:[.\s]?\d){7,}\b/gu],
  ['year', 'doubtful', /\b(?:19|20)\d{2}\b/gu],
  ['number', 'doubtful', /\b\d{3,}\b/gu],
  ['age', 'doubtful', /\b\d{1,2}\s+(?:jaar|years?)\s+(?:en|and)\s+\d{1,2}\s+(?:maand(?:en)?|months?)\b/giu],
  ['month', 'doubtful', /\b(?:januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|january|february|march|june|july|august|october)\b/giu],
]

const formsIn = (text: string): readonly Trace[] => forms.flatMap(([kind, weight, form]) => [...text.matchAll(form)].map((match): Trace => ({ kind, weight, found: match[0], start: match.index })))

// ── Capitals

/** Written with a capital, and nobody's name. */
const ordinaryCapitals = new Set([
  'ik', 'i', 'nederland', 'vlaanderen', 'nederlands', 'nederlandse', 'vlaams', 'engels', 'turks', 'pools', 'arabisch', 'oekraïens', 'dutch', 'english', 'turkish', 'polish', 'arabic', 'ukrainian', 'kerst', 'pasen', 'sinterklaas', 'christmas', 'easter', 'imh-specialist',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'samenspel', 'kind', 'gezin',
])

/** A word with a capital inside a sentence, and those that go on with it; the first of a sentence has one anyway. */
const capitals = /(?<![.!?:\n•“"«‘(]\s*)(?<=\S\s+)(\p{Lu}[\p{L}’'-]+(?:\s(?:van|de|der|den|ten|el)\b)*(?:\s\p{Lu}[\p{L}’'-]+)*)/gu
/** What somebody is called, also where a sentence begins. */
const called = /\b(?:heet|genaamd|mevrouw|mevr\.?|meneer|dhr\.?|called|named|mrs\.?|mr\.?|ms\.?)\s+(\p{L}[\p{L}’'-]+)/giu

/** Within a sentence a capital mostly begins a name. What is written in capitals as a whole is a short form. */
const capitalsIn = (text: string): readonly Trace[] => [...text.matchAll(capitals), ...text.matchAll(called)].flatMap((match): readonly Trace[] => {
  const found = match[1]
  if (found === undefined || !/^\p{Lu}/u.test(found) || found.split(' ').every((part) => ordinaryCapitals.has(part.toLowerCase()) || /^\p{Lu}+s?$/u.test(part))) return []
  return [{ kind: 'capital', weight: 'doubtful', found, start: match.index + match[0].lastIndexOf(found) }]
})

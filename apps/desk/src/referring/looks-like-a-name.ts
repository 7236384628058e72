/**
 * What in a question may tell whom it is about (C-12): a name, a date of birth, a number, an address. A hint, and no more: it stops
 * nobody, and whoever writes knows better.
 */
const details: readonly RegExp[] = [
  /\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b/gi,
  /\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b/g,
  /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b\d{4} ?[A-Z]{2}\b/g,
  /\b(?:\+\d{2}[ -]?)?\d(?:[ -]?\d){8,10}\b/g,
]

/** Written with a capital, and nobody's name. */
const noNames = new Set([
  'ik', 'i', 'nl', 'be', 'ggz', 'imh', 'kdc', 'cgg', 'vk', 'gp', 'imh-specialist', 'cb', 'jgz', 'poh', 'nicu', 'ok', 'nederland', 'vlaanderen', 'nederlands', 'engels', 'turks', 'pools', 'arabisch', 'oekraïens', 'dutch', 'english', 'turkish', 'polish', 'arabic', 'ukrainian',
  'kerst', 'pasen', 'christmas', 'easter', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'samenspel', 'kind', 'gezin',
])

/** @returns each once, in the order in which it is written; at most five */
export const looksLikeNames = (text: string): readonly string[] => {
  const found: string[] = details.flatMap((pattern) => [...text.matchAll(pattern)].map(([one]) => one.trim()))
  // A word with a capital inside a sentence; the first of a sentence has one anyway.
  for (const [, word] of text.matchAll(/(?<![.!?:\n“"«(]\s*)(?<=\S\s+)(\p{Lu}[\p{L}’'-]+(?:\s(?:van|de|der|den|ten|el)\b)*(?:\s\p{Lu}[\p{L}’'-]+)*)/gu)) {
    if (word !== undefined && !word.split(' ').every((part) => noNames.has(part.toLowerCase()))) found.push(word)
  }
  // What somebody is called, also at the beginning of a sentence.
  for (const [, word] of text.matchAll(/\b(?:heet|genaamd|mevrouw|mevr\.?|meneer|dhr\.?|called|named|mrs\.?|mr\.?|ms\.?)\s+(\p{L}[\p{L}’'-]+)/giu)) if (word !== undefined && /^\p{Lu}/u.test(word)) found.push(word)
  return [...new Set(found)].slice(0, 5)
}

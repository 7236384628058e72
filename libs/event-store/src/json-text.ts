/** Such a text stands in JSON as it is. */
const isPlain = /^[\w :.+-]*$/

/** A text as JSON writes it, sooner: names, ids and times need no other signs than their own, and a check of a whole log writes millions. */
export const jsonText = (text: string): string => isPlain.test(text) ? `"${text}"` : JSON.stringify(text)

/** Such a text stands in JSON as it is. */
const isPlain = /^[\w :.+-]*$/

/** A text as JSON writes it, sooner: names, ids and times need no other signs than their own, and a check of a whole log writes millions. */
export const jsonText = (text: string): string => isPlain.test(text) ? `"${text}"` : JSON.stringify(text)

/** The same for a text that mostly is the one of the time before, as the stream is of events that are read in a row: written once for all of them. */
export const repeatedJsonText = (): ((text: string) => string) => {
  let last = ''
  let written = jsonText(last)
  return text => {
    if (text !== last) {
      last = text
      written = jsonText(text)
    }
    return written
  }
}

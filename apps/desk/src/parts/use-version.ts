import { useState } from 'react'

/**
 * The version of a text that an edit began from. While a newer one stands there, saving waits until the person has
 * seen it and chosen; then the edit goes on from the newer one.
 */
export const useVersion = (current: string) => {
  const [base, setBase] = useState(current)
  return { base, isOvertaken: base !== current, goOn: () => setBase(current) }
}

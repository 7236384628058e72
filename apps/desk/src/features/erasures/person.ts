import { useText } from '../../parts/text.ts'

/** How an office calls somebody of a family: a kind and a number. */
export const usePersonWords = () => {
  const text = useText()
  return ({ kind, code }: { readonly kind: string; readonly code: string }): string => text('erasures.person', { kind, code })
}

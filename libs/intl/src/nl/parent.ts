/** Texts of the parents' app: plain Dutch (B1), short sentences, formal "u". `parent.spec.ts` watches over them (A-11). */
export const parent = {
  'nav.label': 'Menu',
} as const

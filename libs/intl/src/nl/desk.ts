/** Texts of the desk. Dutch is the source; `en/desk.ts` has the same keys. */
export const desk = {
  'nav.label': 'Menu',
} as const

import { pictures } from './desk/pictures.ts'

/** Texts of the desk, by part of the screen. Dutch is the source; `en/desk.ts` has the same keys. */
export const desk = { ...pictures } as const

import type { desk as nl } from '../nl/desk.ts'
import { pictures } from './desk/pictures.ts'

export const desk: Record<keyof typeof nl, string> = { ...pictures }

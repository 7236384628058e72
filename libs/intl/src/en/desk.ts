import type { desk as nl } from '../nl/desk.ts'

export const desk: Record<keyof typeof nl, string> = {
  'nav.label': 'Menu',
}

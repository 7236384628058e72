import type { parent as nl } from '../nl/parent.ts'

export const parent: Record<keyof typeof nl, string> = {
  'nav.label': 'Menu',
}

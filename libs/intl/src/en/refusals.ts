import type { refusals as nl } from '../nl/refusals.ts'

export const refusals: Record<keyof typeof nl, string> = {
  'text-empty': 'There is no text here yet.',
  'text-too-long': 'This text is too long. It can hold {longest} characters.',
}

import { common } from './common.ts'
import { parent } from './parent.ts'

export const texts = { ...common, ...parent }

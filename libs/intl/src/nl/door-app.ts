import { common } from './common.ts'
import { door } from './door.ts'

export const texts = { ...common, ...door }

import { common } from './common.ts'
import { desk } from './desk.ts'

export const texts = { ...common, ...desk }

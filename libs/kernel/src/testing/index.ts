export { expectSameAtOnce } from './fold-at-once.ts'
export { specify } from './specify.ts'

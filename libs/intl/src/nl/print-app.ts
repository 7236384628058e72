export { print as texts } from './print.ts'

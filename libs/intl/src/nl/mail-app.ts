export { mail as texts } from './mail.ts'

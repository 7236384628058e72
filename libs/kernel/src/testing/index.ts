export { specify } from './specify.ts'

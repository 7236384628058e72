export { modelSays, type Said } from './model-says.ts'

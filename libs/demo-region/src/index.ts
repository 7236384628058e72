export { demoRegion } from './demo-region.ts'
export { demoId } from './ids.ts'
export { keepers, personas, stories, type Persona } from './personas.ts'
export type { KeepDocument, Step } from './step.ts'

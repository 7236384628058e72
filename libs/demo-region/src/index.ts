export { demoRegion } from './demo-region.ts'
export { demoId } from './ids.ts'
export { keepers, personas, type Persona } from './personas.ts'
export type { Step } from './step.ts'

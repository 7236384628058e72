export * from './format/case.ts'
export * from './format/plan.ts'

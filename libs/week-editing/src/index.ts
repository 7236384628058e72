export * from './week.ts'

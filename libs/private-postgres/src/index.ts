export { startPrivatePostgres, type PrivatePostgres } from './private-postgres.ts'

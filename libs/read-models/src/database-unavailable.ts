/** The database of the tables can't be reached, or can't do it now. What was asked may or may not have been done: look again before doing it twice. */
export class DatabaseUnavailable extends Error {
  readonly code = 'database-unavailable'
  constructor(cause: unknown) {
    super(`the database can't be reached: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'DatabaseUnavailable'
  }
}

import { escapeIdentifier, escapeLiteral } from 'pg'

/** What a store is called within its database. */
export type Names = {
  readonly schema: string
  /** `"schema"`, whatever is in the name. */
  readonly quotedSchema: string
  /** `hashtextextended('schema', 0)`: the number of the lock that appends take, the same in every process. */
  readonly lock: string
}

/** PostgreSQL cuts off longer names silently, and two stores would be one. */
const longestName = 63

/** @throws RangeError for a name that PostgreSQL can't hold whole */
export const namesOf = (schema: string): Names => {
  if (schema === '' || schema.includes('\0') || Buffer.byteLength(schema) > longestName) throw new RangeError(`a schema's name has 1 to ${longestName} bytes, and no NUL`)
  return { schema, quotedSchema: escapeIdentifier(schema), lock: `hashtextextended(${escapeLiteral(schema)}, 0)` }
}

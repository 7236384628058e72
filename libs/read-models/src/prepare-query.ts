import type { Compilable, CompiledQuery, Kysely, RootOperationNode } from 'kysely'
import { execute } from './open-database.ts'

/** Asked with these values; within a transaction when it is given. */
export type PreparedQuery<Values, Row> = (values: Values, within?: Executing) => Promise<readonly Row[]>
type Executing = Pick<Kysely<unknown>, 'executeQuery'>

/**
 * A query that is written once and asked often: Kysely writes its text anew each time otherwise, which takes longer than SQLite takes to answer.
 * @param make the query, with `value(name)` where a value comes later
 */
export const prepareQuery = <Values extends Readonly<Record<string, unknown>>, Row>(
  database: Executing, make: (value: <Name extends keyof Values>(name: Name) => Values[Name]) => Compilable<Row>,
): PreparedQuery<Values, Row> => {
  let written: CompiledQuery<Row> | undefined
  return async (values, within = database) => {
    written ??= make(name => new Later(name) as never).compile()
    return execute(within, withValues(written, values))
  }
}

/** Stands in the query where a value comes later. */
class Later {
  readonly name: PropertyKey
  constructor(name: PropertyKey) { this.name = name }
}

const withValues = <Row>(query: CompiledQuery<Row>, values: Readonly<Record<PropertyKey, unknown>>): CompiledQuery<Row> & { readonly query: RootOperationNode } =>
  ({ ...query, parameters: query.parameters.map(parameter => parameter instanceof Later ? values[parameter.name] : parameter) })

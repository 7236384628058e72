import { makeOperation, type Exchange } from 'urql'
import { map, pipe } from 'wonka'

/** Questions, by their key, of which the answer came into the cache before anything was drawn. */
const here = new Set<number>()

/** Who asks this at the first drawing is answered from the cache: what the server would say has just come. */
export const markAsHere = (key: number): void => { here.add(key) }

/** The first drawing is done: from now on everything is asked as usual. */
export const endArrival = (): void => { here.clear() }

/** Before the cache. */
export const cameWithThePage: Exchange = ({ forward }) => (operations) => forward(pipe(
  operations,
  map((operation) => operation.kind === 'query' && here.has(operation.key) ? makeOperation('query', operation, { ...operation.context, requestPolicy: 'cache-first' }) : operation),
))

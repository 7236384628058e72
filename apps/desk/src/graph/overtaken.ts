import { makeOperation, type Exchange } from 'urql'
import { pipe, tap } from 'wonka'

/**
 * Asks again what was on its way when the live connection told of a change: that answer may have been made before it. The cache alone
 * would leave it so, since it takes a question that is on its way for one that is being asked anew.
 */
export const overtakenExchange: Exchange = ({ client, forward }) => {
  const onItsWay = new Set<number>()
  const overtaken = new Set<number>()
  return (operations) => pipe(
    operations,
    tap(({ kind, key }) => {
      overtaken.delete(key)
      if (kind === 'query') onItsWay.add(key)
      else onItsWay.delete(key)
    }),
    forward,
    tap(({ operation }) => {
      if (operation.kind === 'subscription') for (const key of onItsWay) overtaken.add(key)
      else if (onItsWay.delete(operation.key) && overtaken.delete(operation.key)) client.reexecuteOperation(makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }))
    }),
  )
}

import { makeOperation, type Exchange, type Operation } from '@urql/core'
import { filter, pipe, tap } from 'wonka'

export type Overtaken = {
  /** Behind the cache, before what goes to the server. */
  readonly exchange: Exchange
  /** Something changed: what is on its way may be answered as it was before, and is asked once more when it has arrived. */
  readonly overtake: () => void
  /** Whether a question, by its key, waits for its answer. */
  readonly isOnItsWay: (key: number) => boolean
}

/**
 * Asks again what was on its way when a change was told, by a live connection of this client or by `overtake`, or made by a command. The
 * cache alone would leave it so, since it takes a question that is on its way for one that is being asked anew. And an answer that was
 * overtaken by that to the same question, asked later, is passed by. One for each client.
 * @param changes whether a live message, or the answer to a command, says that what a question is about changed; where nothing is given, each message does
 */
export const createOvertaken = (changes: (told: Operation, question: Operation) => boolean = ({ kind }) => kind === 'subscription'): Overtaken => {
  const onItsWay = new Map<number, Operation>()
  const overtaken = new Set<number>()
  const overtake = (isMeant: (question: Operation) => boolean) => { for (const [key, question] of onItsWay) if (isMeant(question)) overtaken.add(key) }
  return {
    overtake: () => { overtake(() => true) },
    isOnItsWay: (key) => onItsWay.has(key),
    exchange: ({ client, forward }) => (operations) => pipe(
      operations,
      tap((operation) => {
        const { kind, key } = operation
        overtaken.delete(key)
        if (kind === 'query') onItsWay.set(key, operation)
        else onItsWay.delete(key)
      }),
      forward,
      // Of what was asked twice, the earlier may be answered last: only the later one counts.
      filter(({ operation }) => operation.kind !== 'query' || onItsWay.get(operation.key) === operation),
      tap(({ operation }) => {
        if (operation.kind !== 'query') overtake((question) => changes(operation, question))
        else if (onItsWay.delete(operation.key) && overtaken.delete(operation.key)) client.reexecuteOperation(makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }))
      }),
    ),
  }
}

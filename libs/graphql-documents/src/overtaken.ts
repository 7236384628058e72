import { makeOperation, type Client, type Exchange, type Operation } from '@urql/core'
import { filter, pipe, tap } from 'wonka'

export type Overtaken = {
  /** Behind the cache, before what goes to the server. */
  readonly exchange: Exchange
  /** Asks again all that is open; what is on its way may be answered as it was before, and is asked once more when it has arrived. */
  readonly askAgain: (client: Client) => void
}

/**
 * Asks again what was on its way when a change was told, by a live connection of this client or by `askAgain`, or made by a command. The
 * cache alone would leave it so, since it takes a question that is on its way for one that is being asked anew. And an answer that was
 * overtaken by that to the same question, asked later, is passed by. One for each client.
 * @param changes whether a live message, or the answer to a command, says that what a question is about changed; where nothing is given, only `askAgain` does
 */
export const createOvertaken = (changes: (told: Operation, question: Operation) => boolean = () => false): Overtaken => {
  const open = new Map<number, Operation>()
  const onItsWay = new Map<number, Operation>()
  const overtaken = new Set<number>()
  const ask = (client: Client, question: Operation) => { client.reexecuteOperation(makeOperation('query', question, { ...question.context, requestPolicy: 'network-only' })) }
  return {
    askAgain: (client) => {
      for (const [key, question] of open) {
        if (onItsWay.has(key)) overtaken.add(key)
        else ask(client, question)
      }
    },
    exchange: ({ client, forward }) => (operations) => pipe(
      operations,
      tap((operation) => {
        const { kind, key } = operation
        overtaken.delete(key)
        for (const questions of [open, onItsWay]) {
          if (kind === 'query') questions.set(key, operation)
          else questions.delete(key)
        }
      }),
      forward,
      filter(({ operation }) => {
        const { kind, key } = operation
        if (kind !== 'query') for (const [other, question] of onItsWay) { if (changes(operation, question)) overtaken.add(other) }
        // Of what was asked twice, the earlier may be answered last: only the later one counts.
        else if (onItsWay.get(key) !== operation) return false
        else if (onItsWay.delete(key) && overtaken.delete(key)) ask(client, operation)
        return true
      }),
    ),
  }
}

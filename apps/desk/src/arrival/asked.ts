import { asTrusted, fetchTrusted, trustedList } from '@samenspel/graphql-documents/trusted'
import { appHeaders, graphqlAddress } from '../graph/address.ts'

type Question = { readonly operationName: string; readonly variables: Readonly<Record<string, unknown>> }
type Early = { readonly answer: Promise<Response>; isHere: boolean }

/** What was asked before the code that asks it was here. */
const early = new Map<string, Early>()
const keyOf = ({ operationName, variables }: Question): string => JSON.stringify([operationName, variables])

/** Sends a question by its name alone, for whom it is about to be asked by. Only a built app can: while developing documents are sent. */
export const askEarly = (question: Question, list = trustedList): void => {
  if (list === '') return
  const answer = fetch(graphqlAddress, {
    method: 'POST', credentials: 'same-origin', headers: { ...appHeaders, 'content-type': 'application/json', accept: 'application/json' }, body: asTrusted(JSON.stringify(question), list),
  }).then(async (response) => new Response(await response.text(), response))
  const asked: Early = { answer, isHere: false }
  early.set(keyOf(question), asked)
  answer.then(() => { asked.isHere = true }, () => undefined)
}

/** Whether the answer to a question that was asked early waits for who asks it. */
export const isAnsweredEarly = (question: Question): boolean => early.get(keyOf(question))?.isHere === true

/** For `fetch` of the client: what was asked early isn't asked again, the first time. */
export const fetchOrTake: typeof fetch = (input, init) => {
  const question = JSON.parse(init?.body as string) as Partial<Question>
  const key = keyOf({ operationName: question.operationName ?? '', variables: question.variables ?? {} })
  const asked = early.get(key)
  early.delete(key)
  return asked === undefined ? fetchTrusted(input, init) : asked.answer.catch(() => fetchTrusted(input, init))
}

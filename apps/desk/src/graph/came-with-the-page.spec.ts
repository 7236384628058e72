import { expect, jest, test } from '@jest/globals'
import { createRequest, gql } from 'urql'
import { endArrival, markAsHere } from './came-with-the-page.ts'
import { createGraphql } from './client.ts'

test('what came before the first drawing is not asked again by it, and as usual after it', async () => {
  const sent = jest.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(new Response('{"data":{"planningBoard":{"__typename":"PlanningBoard","words":"here"}}}', { headers: { 'content-type': 'application/json' } })))
  const client = createGraphql('http://localhost/graphql', { subscribe: () => () => undefined })
  const request = createRequest<{ planningBoard: { words: string } }, Record<string, never>>(gql`query Board { planningBoard(from: "2026-10-19", until: "2026-10-25") { __typename words } }`, {})
  await client.executeQuery(request).toPromise()
  markAsHere(request.key)
  // A page asks while it is drawn, and once more when it stands.
  for (let time = 0; time < 2; time += 1) expect((await client.executeQuery(request).toPromise()).data?.planningBoard.words).toBe('here')
  expect(sent).toHaveBeenCalledTimes(1)
  endArrival()
  await client.executeQuery(request).toPromise()
  expect(sent).toHaveBeenCalledTimes(2)
})

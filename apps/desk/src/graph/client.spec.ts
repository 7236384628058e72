import { expect, jest, test } from '@jest/globals'
import { FamilyChangedDocument } from '@samenspel/graphql-documents/desk'
import { gql } from 'urql'
import { createGraphql } from './client.ts'

/** Answers in the order in which they are let go. */
const server = (dataOf: (words: string) => object) => {
  const waiting: ((words: string) => void)[] = []
  jest.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise((resolve) => {
    waiting.push((words) => { resolve(new Response(JSON.stringify({ data: dataOf(words) }), { headers: { 'content-type': 'application/json' } })) })
  }))
  return { asked: () => waiting.length, answer: (words: string) => { waiting.shift()?.(words) } }
}
/** A live connection that tells what it is given. */
const connection = () => {
  let next: ((data: object) => void) | undefined
  const subscribe: Parameters<typeof createGraphql>[1]['subscribe'] = (_asked, sink) => {
    next = (data) => { sink.next({ data } as never) }
    return () => undefined
  }
  return { live: { subscribe }, tell: (data: object) => { next?.(data) } }
}
const until = async (holds: () => boolean): Promise<void> => { while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 1) }) }

test('what changes while an answer is on its way is asked for again, so that no page stays behind', async () => {
  const { asked, answer } = server((words) => ({ planningBoard: { __typename: 'PlanningBoard', words } }))
  const { live, tell } = connection()
  const changed = { familyChanged: { __typename: 'FamilyChange', familyId: 'family-1' } }
  const client = createGraphql('http://localhost/graphql', live)
  const shown: unknown[] = []
  const listening = client.subscription(FamilyChangedDocument, { familyId: 'family-1' }).subscribe(() => undefined)
  const reading = client.query<{ planningBoard: { words: string } }>(gql`query Board { planningBoard(from: "2026-10-19", until: "2026-10-25") { __typename words } }`, {}).subscribe(({ data }) => { shown.push(data?.planningBoard.words) })
  await until(() => asked() === 1)
  answer('nobody said yes')
  await until(() => shown.includes('nobody said yes'))
  tell(changed)
  await until(() => asked() === 1)
  // The second yes is recorded after this answer was made, and told before it has arrived.
  tell(changed)
  answer('one said yes')
  await until(() => asked() === 1)
  answer('both said yes')
  await until(() => shown.at(-1) === 'both said yes')
  reading.unsubscribe()
  listening.unsubscribe()
  expect(asked()).toBe(0)
})

test('a search that is told to have ended before an answer arrives that it goes on is asked for again', async () => {
  const run = (state: string) => ({ proposalRun: { __typename: 'ProposalRun', id: 'run-1', state } })
  const { asked, answer } = server(run)
  const { live, tell } = connection()
  const client = createGraphql('http://localhost/graphql', live)
  const shown: unknown[] = []
  const listening = client.subscription(gql`subscription ProposalRunChanged($id: ID!) { proposalRun(id: $id) { __typename id state } }`, { id: 'run-1' }).subscribe(() => undefined)
  const reading = client.query<{ proposalRun: { state: string } }>(gql`query ProposalRun($id: ID!) { proposalRun(id: $id) { __typename id state } }`, { id: 'run-1' }).subscribe(({ data }) => { shown.push(data?.proposalRun.state) })
  await until(() => asked() === 1)
  tell(run('DONE'))
  answer('RUNNING')
  await until(() => asked() === 1)
  answer('DONE')
  await until(() => shown.at(-1) === 'DONE')
  reading.unsubscribe()
  listening.unsubscribe()
  expect(asked()).toBe(0)
})

import { expect, jest, test } from '@jest/globals'
import { FamilyChangedDocument } from '@samenspel/graphql-documents/desk'
import fc from 'fast-check'
import { createRequest, gql, type AnyVariables } from 'urql'
import { createGraphql } from './client.ts'

const familyId = 'family-1'
const name = gql`query FamilyName($id: ID!) { family(id: $id) { __typename id name } }`
const place = gql`query FamilyPlace($id: ID!) { family(id: $id) { __typename id place } }`
const addGoal = gql`mutation AddGoal($familyId: ID!) { addGoal(familyId: $familyId) }`

/** Lets all that follows from what just happened happen. */
const settle = () => new Promise((resolve) => { setTimeout(resolve, 1) })

/** A family that changes, and a page that shows it; answers come in the order in which the script lets them. */
const openPage = () => {
  let change = 0
  const waiting: { readonly isName: boolean; readonly answer: () => void }[] = []
  jest.spyOn(globalThis, 'fetch').mockImplementation((_address, init) => new Promise((resolve) => {
    const asked = typeof init?.body === 'string' ? init.body : ''
    const isCommand = asked.includes('mutation AddGoal')
    const read = { __typename: 'Family', id: familyId, name: `name ${change}`, place: `place ${change}` }
    waiting.push({
      isName: asked.includes('query FamilyName'),
      answer: () => {
        if (isCommand) change += 1
        resolve(new Response(JSON.stringify({ data: isCommand ? { addGoal: true } : { family: read } }), { headers: { 'content-type': 'application/json' } }))
      },
    })
  }))
  let hear: (() => void) | undefined
  const client = createGraphql('http://localhost/graphql', { subscribe: (_asked, sink) => { hear = () => { sink.next({ data: { familyChanged: { __typename: 'FamilyChange', familyId } } } as never) }; return () => undefined } })
  const shown: (string | undefined)[] = []
  const open = [
    client.subscription(FamilyChangedDocument, { familyId }).subscribe(() => undefined),
    client.query<{ family: { name: string } }>(name, { id: familyId }).subscribe(({ data }) => { shown.push(data?.family.name) }),
  ]
  return {
    shown,
    now: () => `name ${change}`,
    waits: () => waiting.length,
    answer: (which: number) => { waiting.splice(which % waiting.length, 1)[0]?.answer() },
    tell: () => { hear?.() },
    change: () => { change += 1; hear?.() },
    command: () => { open.push(client.mutation(addGoal, { familyId }).subscribe(() => undefined)) },
    askMore: () => { open.push(client.query(place, { id: familyId }).subscribe(() => undefined)) },
    readAgain: () => {
      if (waiting.some(({ isName }) => isName)) return
      client.reexecuteOperation(client.createRequestOperation('query', createRequest<unknown, AnyVariables>(name, { id: familyId }), { requestPolicy: 'network-only' }))
    },
    close: () => { for (const one of open) one.unsubscribe() },
  }
}

const step = fc.oneof(
  fc.constantFrom('change', 'command', 'askMore', 'readAgain'),
  fc.nat({ max: 5 }),
)

test('whatever overtakes what: what a page has shown it goes on showing until it has something newer, and in the end it shows what is', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16, size: 'max' }), async (script) => {
    const page = openPage()
    for (const what of script) {
      if (typeof what === 'string') page[what]()
      else if (page.waits() > 0) page.answer(what)
      await settle()
    }
    const answerAll = async () => { while (page.waits() > 0) { page.answer(0); await settle() } }
    await answerAll()
    page.tell()
    await settle()
    await answerAll()
    page.close()
    expect(page.shown).not.toContain(undefined)
    expect(page.shown.at(-1)).toBe(page.now())
  }), {
    numRuns: 60,
    examples: [
      [['askMore', 3, 'command', 1, 'change', 'change']],
      [[0, 0, 'change', 'change', 'command', 0, 'askMore']],
      [[0, 0, 'change', 'change', 0, 'command', 'readAgain', 'askMore', 'command', 'askMore', 3, 5]],
    ],
  })
})

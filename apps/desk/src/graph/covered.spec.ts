import { expect, jest, test } from '@jest/globals'
import { FamilyChangedDocument } from '@samenspel/graphql-documents/desk'
import fc from 'fast-check'
import { createRequest, gql, type AnyVariables } from 'urql'
import { createGraphql } from './client.ts'

const familyId = 'family-1'
/** What a page shows, what else is asked of the same, and a command that changes it: of a family a live connection tells, of a register nobody. */
const family = {
  name: gql`query FamilyName($familyId: ID!) { family(id: $familyId) { __typename id name } }`,
  place: gql`query FamilyPlace($familyId: ID!) { family(id: $familyId) { __typename id place } }`,
  command: gql`mutation AddGoal($commandId: ID!, $familyId: ID!) { addGoal(commandId: $commandId, familyId: $familyId) }`,
  read: (read: object) => ({ family: { __typename: 'Family', id: familyId, ...read } }),
  variables: { familyId },
}
const register = {
  name: gql`query RegisterName { organisationRegister { __typename id name } }`,
  place: gql`query RegisterPlace { organisationRegister { __typename id place } }`,
  command: gql`mutation AddStaff($commandId: ID!) { addStaff(commandId: $commandId) }`,
  read: (read: object) => ({ organisationRegister: { __typename: 'OrganisationRegister', id: 'organisation-1', ...read } }),
  variables: {},
}

/** Lets all that follows from what just happened happen. */
const settle = () => new Promise((resolve) => { setTimeout(resolve, 1) })

/** A page that shows what changes; answers come in the order in which the script lets them. */
const openPage = (about: typeof family | typeof register) => {
  const { name, place, command, read, variables } = about
  let change = 0
  let commands = 0
  let hear: (() => void) | undefined
  const changed = () => {
    change += 1
    if (about === family) hear?.()
  }
  const waiting: { readonly isName: boolean; readonly answer: () => void }[] = []
  jest.spyOn(globalThis, 'fetch').mockImplementation((_address, init) => new Promise((resolve) => {
    const asked = typeof init?.body === 'string' ? init.body : ''
    const isCommand = asked.includes('mutation ')
    const data = isCommand ? { addGoal: true, addStaff: true } : read({ name: `name ${change}`, place: `place ${change}` })
    waiting.push({
      isName: asked.includes('Name'),
      answer: () => {
        if (isCommand) changed()
        resolve(new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } }))
      },
    })
  }))
  const client = createGraphql('http://localhost/graphql', { subscribe: (_asked, sink) => { hear = () => { sink.next({ data: { familyChanged: { __typename: 'FamilyChange', familyId } } } as never) }; return () => undefined } })
  const shown: (string | undefined)[] = []
  const look = () => client.query<{ readonly family?: { readonly name: string }; readonly organisationRegister?: { readonly name: string } }>(name, variables).subscribe(({ data }) => { shown.push((data?.family ?? data?.organisationRegister)?.name) })
  const open = [client.subscription(FamilyChangedDocument, { familyId }).subscribe(() => undefined)]
  let looking = look()
  const send = () => { open.push(client.mutation(command, { commandId: `${commands += 1}`, ...variables }).subscribe(() => undefined)) }
  return {
    shown,
    now: () => `name ${change}`,
    waits: () => waiting.length,
    answer: (which: number) => { waiting.splice(which % waiting.length, 1)[0]?.answer() },
    /** By somebody else, where that is told. */
    change: about === family ? changed : send,
    command: send,
    askMore: () => { open.push(client.query(place, variables).subscribe(() => undefined)) },
    readAgain: () => {
      if (waiting.some(({ isName }) => isName)) return
      client.reexecuteOperation(client.createRequestOperation('query', createRequest<unknown, AnyVariables>(name, variables), { requestPolicy: 'network-only' }))
    },
    comeBack: () => { looking.unsubscribe(); looking = look() },
    close: () => { for (const one of [...open, looking]) one.unsubscribe() },
  }
}

const step = fc.oneof(
  fc.constantFrom('change', 'command', 'askMore', 'readAgain', 'comeBack'),
  fc.nat({ max: 5 }),
)

test('whatever overtakes what: what a page has shown it goes on showing until it has something newer, and in the end it shows what is', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom<'family' | 'register'>('family', 'register'), fc.array(step, { minLength: 6, maxLength: 16, size: 'max' }), async (about, script) => {
    const page = openPage(about === 'family' ? family : register)
    for (const what of script) {
      if (typeof what === 'string') page[what]()
      else if (page.waits() > 0) page.answer(what)
      await settle()
    }
    while (page.waits() > 0) { page.answer(0); await settle() }
    page.close()
    expect(page.shown).not.toContain(undefined)
    expect(page.shown.at(-1)).toBe(page.now())
  }), {
    numRuns: 60,
    examples: [
      ['family', ['askMore', 3, 'command', 1, 'change', 'change']],
      ['family', [0, 0, 'change', 'change', 'command', 0, 'askMore']],
      ['family', [0, 0, 'change', 'change', 0, 'command', 'readAgain', 'askMore', 'command', 'askMore', 3, 5]],
      ['family', ['askMore', 'command', 'comeBack', 'change', 0, 5, 'change', 5, 4, 'readAgain', 3]],
      ['family', ['askMore', 'comeBack', 'command', 3, 'change', 2, 5, 'change', 0]],
      ['family', ['command', 0, 0, 'change', 'comeBack', 'command', 0, 2, 2]],
      ['family', ['command', 0, 'change', 'askMore', 2, 'readAgain', 0, 2]],
      ['register', ['command', 'command', 1, 'askMore', 2, 'command', 'command', 0, 0, 'comeBack', 'readAgain', 'askMore', 'command']],
      ['register', ['command', 0, 'askMore', 'command', 'command', 'readAgain', 'askMore']],
    ],
  })
})

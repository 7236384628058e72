import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { gql } from 'urql'
import { askAgain, createGraphql, hear, noteTold, sending } from './client.ts'

const name = gql`query Name { family { __typename name } }`
const place = gql`query Place { family { __typename place } }`
const addWish = gql`mutation AddWish { addWish }`

beforeEach(() => { jest.useFakeTimers() })
afterEach(() => { jest.useRealTimers() })

/** Lets all that follows from what just happened happen. */
const settle = async () => { await jest.advanceTimersByTimeAsync(1) }

/** A family that changes, and a page that shows it; answers come in the order in which the script lets them. */
const openPage = () => {
  let change = 0
  const waiting: (() => void)[] = []
  globalThis.fetch = (_address, init) => new Promise((resolve) => {
    const isCommand = typeof init?.body === 'string' && init.body.includes('mutation AddWish')
    const read = { __typename: 'Family', name: `name ${change}`, place: `place ${change}` }
    waiting.push(() => {
      if (isCommand) change += 1
      resolve(new Response(JSON.stringify({ data: isCommand ? { addWish: true } : { family: read } }), { headers: { 'content-type': 'application/json' } }))
    })
  })
  const client = createGraphql('http://test/graphql')
  noteTold(client, true)
  let shown: string | undefined
  const look = () => client.query<{ family: { name: string } }>(name, {}).subscribe(({ data }) => { shown = data?.family.name })
  let looking = look()
  const open: { readonly unsubscribe: () => void }[] = []
  return {
    shown: () => shown,
    now: () => `name ${change}`,
    waits: () => waiting.length,
    answer: (which: number) => { waiting.splice(which % waiting.length, 1)[0]?.() },
    tell: () => { hear(client) },
    change: () => { change += 1; hear(client) },
    command: () => {
      const answered = sending(client)
      void client.mutation(addWish, {}).toPromise().then(({ error }) => { answered(error !== undefined) })
    },
    askMore: () => { open.push(client.query(place, {}).subscribe(() => undefined)) },
    comeBack: () => { looking.unsubscribe(); looking = look() },
    lookAgain: () => { askAgain(client) },
    close: () => { for (const one of [...open, looking]) one.unsubscribe() },
  }
}

const step = fc.oneof(fc.constantFrom('change', 'command', 'askMore', 'comeBack', 'lookAgain', 'tell'), fc.nat({ max: 5 }))

test('whatever overtakes what, in the end the page shows what is', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16, size: 'max' }), async (script) => {
    const page = openPage()
    for (const what of script) {
      if (typeof what === 'string') page[what]()
      else if (page.waits() > 0) page.answer(what)
      await settle()
    }
    const answerAll = async () => { while (page.waits() > 0) { page.answer(0); await settle() } }
    await answerAll()
    await jest.advanceTimersByTimeAsync(1_000)
    await answerAll()
    expect(page.shown()).toBe(page.now())
    page.close()
  }), { numRuns: 300, examples: [[['change', 0, 'change', 'change', 'comeBack']]] })
})

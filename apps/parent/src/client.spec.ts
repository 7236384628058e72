import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { gql } from 'urql'
import { createGraphql, hear, noteTold, sending } from './client.ts'

beforeEach(() => { jest.useFakeTimers() })
afterEach(() => { jest.useRealTimers() })

/** A page that stands on the screen, and how often it was asked for. */
const page = async () => {
  let asked = 0
  globalThis.fetch = () => {
    asked += 1
    return Promise.resolve(new Response(JSON.stringify({ data: { me: { __typename: 'Person', name: 'Anouk' } } }), { headers: { 'content-type': 'application/json' } }))
  }
  const client = createGraphql('http://test/graphql')
  client.query(gql`query Me { me { __typename name } }`, {}).subscribe(() => undefined)
  noteTold(client, true)
  const after = async (milliseconds: number) => { await jest.advanceTimersByTimeAsync(milliseconds); return asked }
  expect(await after(0)).toBe(1)
  return { client, after }
}

describe('a command is one reason to ask again', () => {
  test('told before it is answered', async () => {
    const { client, after } = await page()
    const answered = sending(client)
    hear(client)
    expect(await after(0)).toBe(1)
    answered(false)
    expect(await after(0)).toBe(2)
    expect(await after(10_000)).toBe(2)
  })
  test('told after it was answered', async () => {
    const { client, after } = await page()
    sending(client)(false)
    expect(await after(0)).toBe(1)
    hear(client)
    expect(await after(0)).toBe(2)
    expect(await after(10_000)).toBe(2)
  })
  test('told to nobody', async () => {
    const { client, after } = await page()
    sending(client)(false)
    expect(await after(10_000)).toBe(2)
  })
  test('refused, of which nothing is told', async () => {
    const { client, after } = await page()
    sending(client)(true)
    expect(await after(0)).toBe(2)
    expect(await after(10_000)).toBe(2)
  })
})

test('what is told while no command is on its way is asked at once, each time', async () => {
  const { client, after } = await page()
  for (const times of [2, 3]) {
    hear(client)
    expect(await after(0)).toBe(times)
  }
})

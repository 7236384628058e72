import { afterEach, expect, jest, test } from '@jest/globals'
import { askEarly, fetchOrTake, isAnsweredEarly } from './asked.ts'

const family = { operationName: 'Family', variables: { id: 'verhoeven' } }
/** As the client sends it. */
const sending = { body: JSON.stringify({ operationName: 'Family', query: 'query Family { me }', variables: { id: 'verhoeven', knownAt: undefined }, extensions: {} }) }
const answering = (...words: (string | Error)[]) => jest.spyOn(globalThis, 'fetch').mockImplementation(() => {
  const next = words.shift() ?? new Error('nothing more')
  return next instanceof Error ? Promise.reject(next) : Promise.resolve(new Response(next))
})
const asBody = (call: unknown[] | undefined): unknown => JSON.parse((call?.[1] as RequestInit).body as string)

afterEach(() => { jest.restoreAllMocks() })

test('what was asked early goes by its name, and is not asked again the first time', async () => {
  const sent = answering('early', 'later')
  expect(isAnsweredEarly(family)).toBe(false)
  askEarly(family, '.list')
  expect(asBody(sent.mock.calls[0])).toEqual({ id: 'Family.list', variables: { id: 'verhoeven' } })
  expect(await (await fetchOrTake('/graphql', sending)).text()).toBe('early')
  expect(sent).toHaveBeenCalledTimes(1)
  expect(await (await fetchOrTake('/graphql', sending)).text()).toBe('later')
})

test('its answer is here once it has come whole; another family waits for its own', async () => {
  answering('early', 'another')
  askEarly(family, '.list')
  expect(isAnsweredEarly(family)).toBe(false)
  while (!isAnsweredEarly(family)) await new Promise((resolve) => { setTimeout(resolve, 1) })
  const another = { body: JSON.stringify({ operationName: 'Family', variables: { id: 'de-wit' } }) }
  expect(await (await fetchOrTake('/graphql', another)).text()).toBe('another')
  expect(await (await fetchOrTake('/graphql', sending)).text()).toBe('early')
  expect(isAnsweredEarly(family)).toBe(false)
})

test('what did not come is asked once more', async () => {
  const sent = answering(new Error('no connection'), 'here')
  askEarly(family, '.list')
  expect(await (await fetchOrTake('/graphql', sending)).text()).toBe('here')
  expect(sent).toHaveBeenCalledTimes(2)
})

test('while developing nothing is asked early: there are no names', () => {
  const sent = answering()
  askEarly(family)
  expect(sent).not.toHaveBeenCalled()
})

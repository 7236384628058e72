import { expect, test } from '@jest/globals'
import { isWanted, toServerFilter } from './filter.ts'

test('the server filters by the prefix that is asked for, else by the types, else by the store', () => {
  expect(toServerFilter('events:', { streamPrefix: 'family-', types: ['Noted'] })).toMatchObject({ filterOn: 'streamName', prefixes: ['events:family-'] })
  expect(toServerFilter('events:', { types: ['Noted', 'Closed'] })).toMatchObject({ filterOn: 'eventType', prefixes: ['Noted', 'Closed'] })
  expect(toServerFilter('events:', { types: [] })).toMatchObject({ filterOn: 'streamName', prefixes: ['events:'] })
  expect(toServerFilter('events:', {})).toMatchObject({ filterOn: 'streamName', prefixes: ['events:'] })
})

test('what the server lets through is looked at again: the store, the prefix, the very type', () => {
  const event = { streamId: 'events:family-1', type: 'Noted' }
  expect(isWanted(event, 'events:', {})).toBe(true)
  expect(isWanted(event, 'events:', { streamPrefix: 'family-', types: ['Noted'] })).toBe(true)
  expect(isWanted(event, 'access-log:', {})).toBe(false)
  expect(isWanted(event, 'events:', { streamPrefix: 'care-' })).toBe(false)
  expect(isWanted(event, 'events:', { types: ['Note', 'NotedLater'] })).toBe(false)
  expect(isWanted(event, 'events:', { types: [] })).toBe(false)
})

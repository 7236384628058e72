import { beforeEach, expect, jest, test } from '@jest/globals'
import { renderHook } from '@testing-library/react'
import { keepWanted, useGoingOn } from './index.ts'

const page = '/gezin/verhoeven?op=2026-11-24'
beforeEach(() => { sessionStorage.clear() })

/** Somebody is here, at a page of the desk. @returns where they are led, and whether something is drawn meanwhile */
const comes = (person: string, here = '/', app: 'desk' | 'parent' = 'desk') => {
  const led: string[] = []
  const go = (address: string): void => { led.push(address) }
  const { result, rerender, unmount } = renderHook((at: string) => useGoingOn(app, person, at, go), { initialProps: here })
  const isGoing = result.current
  rerender(led[0]?.split('?')[0] ?? here)
  const isStillGoing = result.current
  // Who goes to where the app begins later on stays there.
  rerender('/')
  const isLedAgain = result.current
  unmount()
  return { led, isGoing, isStillGoing, isLedAgain }
}
const nowhere = { led: [], isGoing: false, isStillGoing: false, isLedAgain: false }

test('who signs in is led to where they wanted to go, once', () => {
  keepWanted('desk', page)
  expect(comes('hanne')).toEqual({ led: [page], isGoing: true, isStillGoing: false, isLedAgain: false })
  expect(comes('hanne')).toEqual(nowhere)
})

test('it is of this app alone, and of who comes to where the app begins', () => {
  keepWanted('desk', page)
  expect(comes('anouk', '/', 'parent')).toEqual(nowhere)
  expect(comes('hanne', '/noodtoegang').led).toEqual([])
  expect(comes('hanne')).toEqual(nowhere)
})

test('another person than the one who was here before goes nowhere, and what was wanted is forgotten', () => {
  comes('joost', '/')
  keepWanted('desk', page)
  expect(comes('anouk')).toEqual(nowhere)
  expect(comes('joost')).toEqual(nowhere)
  keepWanted('desk', page)
  expect(comes('joost').led).toEqual([page])
})

test('what was left longer ago than signing in may take is forgotten', () => {
  keepWanted('desk', page)
  const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 15 * 60_000)
  expect(comes('hanne')).toEqual(nowhere)
  later.mockRestore()
})

test.each(['//elsewhere.example/x', 'https://elsewhere.example', '/', '/?x', '', 'gezin'])('“%s” is no page of the app', (address) => {
  keepWanted('desk', address)
  expect(comes('hanne')).toEqual(nowhere)
})

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { act, fireEvent, renderHook } from '@testing-library/react'
import { useAutoLock } from './use-auto-lock.ts'

const onLock = jest.fn()
const onActive = jest.fn()
const watch = () => renderHook(() => useAutoLock(75, onLock, onActive))
const pass = (seconds: number) => act(() => { jest.advanceTimersByTime(seconds * 1000) })

beforeEach(() => { jest.useFakeTimers(); onLock.mockClear(); onActive.mockClear() })
afterEach(() => { jest.useRealTimers() })

test('it locks once nobody touched it for so long, and says so before', () => {
  const { result } = watch()
  pass(64)
  expect(result.current).toBe(false)
  pass(2)
  expect(result.current).toBe(true)
  expect(onLock).not.toHaveBeenCalled()
  pass(10)
  expect(onLock).toHaveBeenCalled()
})

test('whoever touches it stays, and the server hears of it now and then', () => {
  const { result } = watch()
  for (let turn = 0; turn < 10; turn += 1) {
    pass(70)
    expect(result.current).toBe(true)
    act(() => { fireEvent.pointerDown(document.body) })
    expect(result.current).toBe(false)
  }
  act(() => { fireEvent.pointerDown(document.body) })
  expect(onLock).not.toHaveBeenCalled()
  expect(onActive).toHaveBeenCalledTimes(10)
})

test('a tablet that slept locks at the first touch, before anything else', () => {
  watch()
  jest.setSystemTime(Date.now() + 3_600_000)
  act(() => { fireEvent.pointerDown(document.body) })
  expect(onLock).toHaveBeenCalledTimes(1)
  expect(onActive).not.toHaveBeenCalled()
})

test('a screen that goes dark is locked at once', () => {
  watch()
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
  act(() => { fireEvent(document, new Event('visibilitychange')) })
  Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true })
  expect(onLock).toHaveBeenCalledTimes(1)
})

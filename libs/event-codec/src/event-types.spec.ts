import { describe, expect, test } from '@jest/globals'
import { registerEvents } from './event-types.ts'
import { diaryEvents, diaryTypes } from './testing/diary.ts'
import { goldenEvents } from './testing/index.ts'

goldenEvents('diary', { folder: new URL('./testing/golden/', import.meta.url), types: diaryTypes })

describe('event types', () => {
  test('the current version is one more than there are steps', () => {
    expect(diaryTypes.currentVersion('DiaryOpened')).toBe(1)
    expect(diaryTypes.currentVersion('NoteAdded')).toBe(3)
  })
  test('an old event takes every step from its version on, in order', () => {
    const steps = registerEvents({ Counted: [e => ({ seen: [...e['seen'] as number[], 1] }), e => ({ seen: [...e['seen'] as number[], 2] })] })
    expect(steps.toCurrent('Counted', 1, { seen: [] })).toEqual({ seen: [1, 2] })
    expect(steps.toCurrent('Counted', 2, { seen: [] })).toEqual({ seen: [2] })
    expect(steps.toCurrent('Counted', 3, { seen: [] })).toEqual({ seen: [] })
  })
  test('an unknown type and a newer version fail loudly', () => {
    expect(() => diaryTypes.currentVersion('Unheard')).toThrow('unknown-event-type: Unheard')
    expect(() => diaryTypes.toCurrent('NoteAdded', 4, {})).toThrow('newer-event-version: NoteAdded version 4')
  })
  test('a type belongs to one table', () => {
    expect(() => registerEvents(diaryEvents, { NoteAdded: [] })).toThrow('two event tables define NoteAdded')
  })
})

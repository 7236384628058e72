import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { changed, emptyHistory, inputOf, readDraft, writeDraft, type Change, type DraftPart } from './draft.ts'

const part = (needId: string, date = '2026-12-01', start = '09:00'): DraftPart => ({ needId, date, start, end: '09:30', modality: 'DIGITAL', attendees: ['anouk'], professionals: ['femke'], isEvening: false })
const after = (...changes: readonly Change[]) => changes.reduce(changed, emptyHistory)
const place = (one: DraftPart): Change => ({ type: 'place', part: one })

describe('a draft', () => {
  test('holds each wish once: placed again it moves', () => {
    expect(after(place(part('a')), place(part('b')), place(part('a', '2026-12-03'))).now.map(({ needId, date }) => [needId, date])).toEqual([['b', '2026-12-01'], ['a', '2026-12-03']])
  })
  test('goes back step by step, and forward again until something else is done', () => {
    const moved = [place(part('a')), place(part('a', '2026-12-03'))] as const
    expect(after(...moved, { type: 'undo' }).now[0]?.date).toBe('2026-12-01')
    expect(after(...moved, { type: 'undo' }, { type: 'redo' }).now[0]?.date).toBe('2026-12-03')
    expect(after(...moved, { type: 'undo' }, place(part('b')), { type: 'redo' }).now.map(({ needId }) => needId)).toEqual(['a', 'b'])
  })
  test('what is thrown away can be taken back; what was sent cannot', () => {
    expect(after(place(part('a')), { type: 'replace', parts: [] }, { type: 'undo' }).now).toHaveLength(1)
    expect(after(place(part('a')), { type: 'forget' }, { type: 'undo' }).now).toEqual([])
  })
  test('what was kept earlier never takes the place of what was made meanwhile', () => {
    expect(after({ type: 'find', parts: [part('kept')] }).now[0]?.needId).toBe('kept')
    expect(after(place(part('new')), { type: 'find', parts: [part('kept')] }).now.map(({ needId }) => needId)).toEqual(['new'])
    expect(after(place(part('new')), { type: 'remove', needIds: ['new'] }, { type: 'find', parts: [part('kept')] }).now).toEqual([])
  })
  test('removing what is not there is no step', () => { expect(after(place(part('a')), { type: 'remove', needIds: ['b'] }).past).toHaveLength(1) })
  test('whatever is done, going back as often as forward leads to the same', () => {
    const step = fc.oneof(
      fc.record({ type: fc.constant('place' as const), part: fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('2026-12-01', '2026-12-02')).map(([id, date]) => part(id, date)) }),
      fc.record({ type: fc.constant('remove' as const), needIds: fc.subarray(['a', 'b', 'c']) }),
    )
    fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const made = after(...steps)
      const undone = made.past.reduce((history) => changed(history, { type: 'undo' }), made)
      expect(undone.now).toEqual([])
      expect(made.past.reduce((history) => changed(history, { type: 'redo' }), undone).now).toEqual(made.now)
      expect(new Set(made.now.map(({ needId }) => needId)).size).toBe(made.now.length)
    }))
  })
  test('is kept as words and found again; what is no draft is none', () => {
    const kept = [part('a'), { ...part('b'), placeId: 'clinic' }]
    expect(readDraft(writeDraft(kept))).toEqual(kept)
    for (const words of ['', '{', 'null', '"x"', '[{}]', '[{"needId": 3}]', '[null]']) expect(readDraft(words)).toEqual([])
  })
  test('is asked about without what the server works out itself', () => {
    expect(inputOf([part('a')])).toEqual([{ needId: 'a', date: '2026-12-01', start: '09:00', modality: 'DIGITAL', placeId: null, attendees: ['anouk'], professionals: ['femke'] }])
  })
})

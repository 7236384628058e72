import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { layoutLifeLine, type LifeLineEvent } from './layout.ts'

const now = '2026-11-24'
const event = (on: string, weight: LifeLineEvent['weight'] = 'neutral', until?: string): LifeLineEvent => ({ id: `${on}${weight}`, on, title: on, weight, until })

describe('a life line', () => {
  test('runs across, in order of time, and ends now', () => {
    const line = layoutLifeLine([event('2026-06-01'), event('2025-01-01', 'strain'), event('2025-09-20', 'birth')], { width: 1000, now })
    if (line.kind !== 'across') throw new Error('expected a line across')
    expect(line.beads.map((bead) => bead.on)).toEqual(['2025-01-01', '2025-09-20', '2026-06-01'])
    expect(line.birthX).toBe(line.beads[1]?.x)
    expect(line.nowX).toBe(988)
  })

  test('shows how long something lasted', () => {
    const line = layoutLifeLine([event('2025-01-01', 'strain', '2025-06-01'), event('2025-12-01')], { width: 1000, now })
    if (line.kind !== 'across') throw new Error('expected a line across')
    const [stay, later] = line.beads
    expect(stay?.untilX).toBeGreaterThan(stay?.x ?? 0)
    expect(stay?.untilX).toBeLessThan(later?.x ?? 0)
  })

  test('runs down on a phone', () => {
    expect(layoutLifeLine([event('2026-06-01')], { width: 320, now }).kind).toBe('down')
  })

  test('has a place for an empty story', () => {
    expect(layoutLifeLine([], { width: 800, now })).toMatchObject({ kind: 'across', beads: [] })
  })

  test('keeps labels of one side apart and inside the picture, however much happened on one day', () => {
    const days = fc.integer({ min: 0, max: 900 }).map((day) => Temporal.PlainDate.from('2024-06-01').add({ days: day }).toString())
    fc.assert(fc.property(fc.array(days, { maxLength: 14 }), fc.integer({ min: 560, max: 1600 }), (dates, width) => {
      const line = layoutLifeLine(dates.map((on) => event(on)), { width, now })
      if (line.kind === 'down') return
      for (const lane of ['above', 'below'] as const) {
        const beads = line.beads.filter((bead) => bead.lane === lane)
        beads.forEach((bead, index) => {
          expect(bead.x).toBeGreaterThanOrEqual(0)
          expect(bead.x + line.labelWidth).toBeLessThanOrEqual(width)
          if (index > 0) expect(bead.x - (beads[index - 1]?.x ?? 0)).toBeGreaterThanOrEqual(line.labelWidth)
        })
      }
    }))
  })
})

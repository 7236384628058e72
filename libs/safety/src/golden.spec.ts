import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { emergencies } from './emergency/decide.ts'
import { emergencyEvents, type EmergencyEvent } from './emergency/events.ts'
import { safetyTracks } from './tracks/decide.ts'
import { trackEvents, type TrackEvent } from './tracks/events.ts'

const folder = new URL('../golden/', import.meta.url)
const read = <Event>(file: string): Event => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Event
const filesOf = (events: Readonly<Record<string, { readonly version: number }>>): readonly string[] =>
  Object.entries(events).flatMap(([type, { version }]) => Array.from({ length: version }, (_, index) => `${type}.v${index + 1}.json`))

describe('every version of every event that was ever written', () => {
  test('has its example in the repository, and nothing else lies there', () => {
    expect(readdirSync(folder).sort()).toEqual([...filesOf(trackEvents), ...filesOf(emergencyEvents)].sort())
  })
  test('S-04: has a name and a subject that tell nothing of anybody', () => {
    for (const file of [...filesOf(trackEvents), ...filesOf(emergencyEvents)]) {
      expect(file).not.toMatch(/safety|abuse|report|signal|danger|child|parent/i)
      expect(read<{ subject: unknown }>(file).subject).toEqual({ kind: 'case' })
    }
  })
  test('of a track still loads, changes it, and loses no word', () => {
    let tracks = safetyTracks.initial
    for (const file of filesOf(trackEvents)) {
      const event = read<TrackEvent>(file)
      const before = tracks
      tracks = safetyTracks.evolve(before, event)
      expect([file, [...tracks]]).not.toEqual([file, [...before]])
      for (const text of textsOf(event)) expect([file, JSON.stringify([...tracks]).includes(JSON.stringify(text))]).toEqual([file, true])
    }
  })
  test('of emergency access too', () => {
    let state = emergencies.initial
    for (const file of filesOf(emergencyEvents)) {
      const event = read<EmergencyEvent>(file)
      const before = state
      state = emergencies.evolve(before, event)
      expect([file, shown(state)]).not.toEqual([file, shown(before)])
      for (const text of textsOf(event)) expect([file, shown(state).includes(JSON.stringify(text))]).toEqual([file, true])
    }
  })
})

const shown = ({ openings, attempts }: typeof emergencies.initial): string => JSON.stringify([[...openings], [...attempts]])

/** What people typed: everything with a space in it. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.includes(' ') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

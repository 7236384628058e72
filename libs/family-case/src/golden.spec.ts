import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { isId } from '@samenspel/kernel'
import { contributionKinds } from './contributions/events.ts'
import { familyCase } from './family-case.ts'
import { familyCaseEvents, type FamilyCaseEvent } from './messages.ts'
import { measureKinds } from './safeguards/events.ts'
import type { FamilyCase } from './state.ts'

const folder = new URL('../golden/', import.meta.url)
const read = (file: string): FamilyCaseEvent => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as FamilyCaseEvent
/** In the order of the catalogue they tell the story of one case. */
const catalogue = Object.entries(familyCaseEvents)
const files = catalogue.flatMap(([type, { version }]) => Array.from({ length: version }, (_, index) => `${type}.v${index + 1}.json`))
/** A fact that comes in several kinds has an example of each beside the first. */
const kinds = measureKinds.filter((kind) => !['protection', 'shield', 'closing', 'highConflict', 'disagreement', 'release'].includes(kind)).map((kind) => `SafeguardSet.v1.${kind}.json`)
const contributions = [...contributionKinds.filter((kind) => kind !== 'note' && kind !== 'fourPart'), 'correction'].map((kind) => `ContributionAdded.v1.${kind}.json`)
/** Fields that came later and that only some have, each with an example beside the first. */
const later = Object.fromEntries(Object.entries({
  MemberAdded: 'drawnAs', DyadAdded: 'form', ChildBorn: 'drawnAs', HomeRecorded: 'from', TeamMembershipEnded: 'reason', CoordinatorAppointed: 'onCall', GoalAdded: 'forParents', GoalScored: 'words', AgreementCardAdded: 'places', PracticeCardWritten: 'whole', AskMade: 'noes',
}).map(([type, field]) => [`${type}.v1.json`, [`${type}.v1.${field}.json`]]))
const more: Readonly<Record<string, readonly string[]>> = { 'SafeguardSet.v1.json': kinds, 'ContributionAdded.v1.json': contributions, ...later }
const all = files.flatMap((file) => [file, ...more[file] ?? []])

describe('every version of every event that was ever written', () => {
  test('has its example in the repository, and nothing else lies there', () => {
    expect(readdirSync(folder).sort()).toEqual([...all].sort())
  })
  test('is named in the past tense by one word that tells nothing about a person, and is about one subject', () => {
    for (const [type] of catalogue) expect(type).toMatch(/^[A-Z][A-Za-z]+(ed|Born|Set|Given|Made|Withdrawn|Substitute|Chosen|Written|Drawn)$/)
    for (const file of all) {
      const { type, subject, by, at } = read(file)
      expect([type, Object.keys(subject).length > 0, isId(by.person), Temporal.Instant.from(at).epochMilliseconds > 0]).toEqual([file.split('.')[0], true, true, true])
    }
  })
  test('still loads, changes the case, and loses no word', () => {
    let state: FamilyCase = familyCase.initial
    for (const file of all) {
      const event = read(file)
      const before = state
      state = familyCase.evolve(before, event)
      expect([file, state]).not.toEqual([file, before])
      const kept = JSON.stringify(state)
      for (const text of textsOf(event)) expect([file, kept.includes(JSON.stringify(text))]).toEqual([file, true])
    }
  })
})

/** What people typed: everything with a space in it. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.includes(' ') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fold, system } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { cardAges, type PracticeCardContent } from '../practice-card/events.ts'
import { asFamily, coordinator, groupWorker, id, mother, now } from '../testing/case.ts'
import { practiceShelf } from './decide.ts'
import { shelfEvents, type ShelfCommand, type ShelfEvent } from './events.ts'
import { cardsFound, type Shelf } from './state.ts'

const aShelf = specify(practiceShelf)
const content: PracticeCardContent = {
  title: 'Eten na een lange tijd in het ziekenhuis', situation: 'Een peuter at niets in de groep.', tried: 'Het kind kreeg de lepel zelf.', whatHelped: 'Tijd, en nee mogen zeggen.', whatDidNot: 'Tellen van happen.', ages: ['toddler'], routes: ['child'], settings: ['group'],
}
const place = (number: number, some: Partial<PracticeCardContent> = {}): ShelfCommand => ({ type: 'PlaceShelfCard', by: system, ...now, cardId: id(number), publisher: coordinator.person, content: { ...content, ...some } })
const withdraw: ShelfCommand = { type: 'WithdrawShelfCard', by: coordinator, ...now, cardId: id(1), reason: 'It says too much' }
const placedEvent: ShelfEvent = { type: 'ShelfCardPlaced', subject: { kind: 'case' }, by: system, ...now, cardId: id(1), publisher: coordinator.person, ...content }
const withdrawnEvent: ShelfEvent = { type: 'ShelfCardWithdrawn', subject: { kind: 'case' }, by: coordinator, ...now, cardId: id(1), reason: 'It says too much' }
const shelfOf = (...commands: readonly ShelfCommand[]): Shelf => commands.reduce<Shelf>((shelf, command) => {
  const decision = practiceShelf.decide(command, shelf)
  return 'events' in decision ? fold({ ...practiceShelf, initial: shelf }, decision.events) : shelf
}, practiceShelf.initial)

describe('the shelf', () => {
  test('is filled by the software alone, and each card once', () => {
    aShelf.given().when(place(1)).then(placedEvent)
    aShelf.given(placedEvent).when(place(1)).then()
    for (const by of [coordinator, asFamily(mother)]) aShelf.given().when({ ...place(1), by }).thenRefused('not-by-a-person')
  })
  test('lets who published take a card away, with a reason, and nobody else', () => {
    aShelf.given(placedEvent).when(withdraw).then(withdrawnEvent)
    aShelf.given(placedEvent).when({ ...withdraw, by: groupWorker }).thenRefused('not-the-publisher')
    aShelf.given(placedEvent).when({ ...withdraw, reason: ' ' }).thenRefused('text-empty')
    aShelf.given().when(withdraw).thenRefused('practice-card-unknown')
  })
  test('lets a file call its card back without a word of why, also one that never came', () => {
    aShelf.given(placedEvent).when({ ...withdraw, by: system }).then({ type: 'ShelfCardWithdrawn', subject: { kind: 'case' }, by: system, ...now, cardId: id(1) })
    aShelf.given().when({ ...withdraw, by: system }).then()
  })
  test('never gets back what was taken away', () => {
    aShelf.given(placedEvent, withdrawnEvent).when(place(1)).then()
    expect(cardsFound(shelfOf(place(1), withdraw, place(1)), {})).toEqual([])
  })
})

describe('looking for a card', () => {
  const shelf = shelfOf(place(1), place(2, { title: 'Slapen', situation: 'Een baby sliep niet.', ages: ['baby'], routes: ['bond'], settings: ['home', 'group'] }), place(3, { ages: ['baby', 'toddler'] }))
  const found = (sought: Parameters<typeof cardsFound>[1]) => cardsFound(shelf, sought).map(({ cardId }) => cardId)
  test('finds by every word that was typed, without capitals and accents, the newest first', () => {
    expect(found({})).toEqual([id(3), id(2), id(1)])
    expect(found({ words: 'SLAPEN bâby' })).toEqual([id(2)])
    expect(found({ words: 'slapen ziekenhuis' })).toEqual([])
  })
  test('finds by age, route and setting', () => {
    expect([found({ age: 'baby' }), found({ route: 'bond' }), found({ setting: 'home' }), found({ age: 'toddler', route: 'bond' })]).toEqual([[id(3), id(2)], [id(2)], [id(2)], []])
  })
  test('never finds what was taken away, whatever is sought', () => {
    const less = shelfOf(place(1), place(2), withdraw)
    fc.assert(fc.property(fc.record({ words: fc.string({ maxLength: 4 }), age: fc.option(fc.constantFrom(...cardAges), { nil: undefined }) }), ({ words, age }) =>
      cardsFound(less, { words, ...(age !== undefined && { age }) }).every(({ cardId }) => cardId === id(2))))
  })
})

test('every event that ever stood on the shelf still loads, and leads to no family', () => {
  const events = Object.entries(shelfEvents).map(([type, { version }]) => JSON.parse(readFileSync(new URL(`../../golden-practice-shelf/${type}.v${version}.json`, import.meta.url), 'utf8')) as ShelfEvent)
  expect([...fold(practiceShelf, events).values()]).toMatchObject([{ content: { title: 'A toddler who feared hands' }, withdrawn: { reason: 'It says too much of one family' } }])
  for (const { subject, ...event } of events) expect([subject, Object.keys(event).filter((field) => /family|case|child|version/iu.test(field))]).toEqual([{ kind: 'case' }, []])
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isRefused, system, type IsoDate } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand, FamilyCaseEvent } from '../messages.ts'
import type { FamilyCase, OpenCase } from '../state.ts'
import { asFamily, at, child, coordinating, father, grandmother, groupWorker, id, mother, now, openFamily, past, pastWith, play, stateOf } from '../testing/case.ts'
import { nextPlacing, placingDay } from './placing.ts'
import { isAllowed, isWhole, standingRelease } from './state.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>
const content = {
  title: 'A toddler who feared hands', situation: 'After a long stay in hospital a toddler pulled back from every hand', tried: 'Nobody touched her unasked', whatHelped: 'Showing first, then doing',
  ages: ['toddler'], routes: ['child', 'bond'], settings: ['group'],
} as const
const write: Of<'WritePracticeCard'> = { type: 'WritePracticeCard', ...coordinating, version: id(760), traces: [], ...content }
const reworded: Of<'WritePracticeCard'> = { ...write, from: id(760), version: id(762), situation: 'A child who feared hands' }
const says = (parent: string, isYes: boolean, number: number, version = id(760)): Of<'AnswerPracticeCard'> => ({ type: 'AnswerPracticeCard', by: asFamily(parent), ...now, answerId: id(number), version, parent, isYes })
const allowed = [write, says(mother, true, 761), says(father, true, 763)]
const release: Of<'ReleasePracticeCard'> = { type: 'ReleasePracticeCard', ...coordinating, cardId: id(765), version: id(760), traces: [] }
const note = (type: 'NotePracticeCardPlaced' | 'NotePracticeCardRemoved', cardId = id(765)) => ({ type, by: system, at: at('00:00', '2027-02-01'), cardId } as const)
const placed = [...allowed, release, note('NotePracticeCardPlaced')]
const releaseIn = (events: readonly FamilyCaseEvent[]) => stateOf(events).practiceCard.releases.at(-1)
const isOfChild = { subject: { kind: 'child', person: child } } as const

describe('writing a practice card', () => {
  test('is done by who coordinates, about a child as anybody could have one; a yes is to these words, and other words ask anew', () => {
    expect(stateOf(pastWith(write, says(mother, true, 761))).practiceCard.answers).toMatchObject([{ isYes: true, version: id(760) }])
    aCase.given(...past).when({ ...write, by: groupWorker }).thenRefused('not-coordinator')
    aCase.given(...pastWith(write, reworded)).when(says(mother, true, 761)).thenRefused('practice-card-old')
    aCase.given(...pastWith(write, reworded)).when({ ...reworded, version: id(763), situation: 'Another' }).thenRefused('changed-meanwhile')
    aCase.given(...pastWith(write)).when(write).then()
  })
  test('is refused while a name, a number or a day is left in it', () => {
    aCase.given(...past).when({ ...write, traces: ['Pim', '12 maart'] }).thenRefused('practice-card-traces', { found: 'Pim, 12 maart' })
  })
  test('says for which age and route, and where', () => {
    for (const missing of [{ ages: [] }, { routes: [] }, { settings: [] }, { ages: ['toddler', 'toddler'] }, { ages: ['teenager'] }]) aCase.given(...past).when({ ...write, ...missing } as FamilyCaseCommand).thenRefused('choice-unknown')
    aCase.given(...past).when({ ...write, title: ' ' }).thenRefused('text-empty')
  })
  test('is possible when the case is closed, and so are the answers', () => {
    const closed = pastWith({ type: 'CloseCase', ...coordinating, closingId: id(90), words: 'The goals are reached', hasAppointments: false })
    expect(play([...allowed, release], stateOf(closed)).map(({ type }) => type)).toEqual(['PracticeCardWritten', 'PracticeCardAnswered', 'PracticeCardAnswered', 'PracticeCardReleased'])
  })
})

describe('releasing it', () => {
  test('needs the yes of each parent who has a say, in either country', () => {
    aCase.given(...pastWith(write, says(mother, true, 761))).when(release).thenRefused('practice-card-not-allowed')
    aCase.given(...pastWith(write, says(mother, true, 761), says(father, false, 763))).when(release).thenRefused('practice-card-not-allowed')
    const inBelgium = pastWith(write, says(mother, true, 761)).map((event) => event.type === 'FamilyOpened' ? { ...event, jurisdiction: 'BE' as const } : event)
    aCase.given(...inBelgium).when(release).thenRefused('practice-card-not-allowed')
    expect(releaseIn(pastWith(...allowed, release))).toMatchObject({ cardId: id(765), step: 'released', placeOn: '2027-02-01' })
  })
  test('needs no word of who has no say', () => {
    aCase.given(...pastWith(write)).when(says(grandmother, true, 761)).thenRefused('signer-without-standing')
  })
  test('before birth the pregnant woman alone is asked (G-09)', () => {
    const pregnant = play([{ ...openFamily, members: [
      { memberId: child, role: 'unbornChild', firstName: 'Pip', dueDate: '2027-06-01', carriedBy: mother, isIndexChild: true, inHousehold: true }, { memberId: mother, role: 'mother', firstName: 'Ina', isIndexChild: false, inHousehold: true },
    ] }, write, says(mother, true, 761), release])
    expect(releaseIn(pregnant)).toMatchObject({ step: 'released' })
  })
  test('looks once more for names, and asks for a whole card', () => {
    aCase.given(...pastWith(...allowed)).when({ ...release, traces: ['Lotte'] }).thenRefused('practice-card-traces')
    const ofTwoTexts = pastWith(...allowed).map((event) => event.type === 'PracticeCardWritten' ? { type: event.type, subject: event.subject, by: event.by, at: event.at, category: event.category, version: event.version, situation: event.situation, whatHelped: event.whatHelped } : event)
    expect(isWhole(stateOf(ofTwoTexts).practiceCard.card!)).toBe(false)
    aCase.given(...ofTwoTexts).when(release).thenRefused('practice-card-incomplete')
  })
  test('happens once, and leaves at least a week to think again', () => {
    aCase.given(...pastWith(...allowed, release)).when({ ...release, cardId: id(766) }).then()
    expect(['2027-01-11', '2027-01-25', '2027-01-26', '2027-02-01', '2027-12-26'].map(placingDay)).toEqual(['2027-02-01', '2027-02-01', '2027-03-01', '2027-03-01', '2028-02-01'])
  })
})

describe('until it stands on the shelf, and after', () => {
  const removed = { type: 'PracticeCardRecalled', ...isOfChild, ...now, category: 'plan', cardId: id(765) } as const
  test('a parent’s no takes it back in the same step', () => {
    aCase.given(...pastWith(...allowed, release)).when(says(father, false, 770)).then(
      { type: 'PracticeCardAnswered', subject: { kind: 'adult', person: father }, by: asFamily(father), ...now, category: 'plan', answerId: id(770), version: id(760), isYes: false },
      { ...removed, by: asFamily(father) },
    )
    expect(releaseIn(pastWith(...placed, says(father, false, 770)))).toMatchObject({ step: 'recalled' })
  })
  test('other words take it back; words that stand on the shelf do not change', () => {
    expect(releaseIn(pastWith(...allowed, release, reworded))).toMatchObject({ step: 'recalled' })
    aCase.given(...pastWith(...placed)).when(reworded).thenRefused('practice-card-placed')
  })
  test('who coordinates takes it back too, and may release it anew under another id', () => {
    const recalled = pastWith(...placed, { type: 'RecallPracticeCard', ...coordinating, cardId: id(765) })
    expect(releaseIn(recalled)).toMatchObject({ step: 'recalled' })
    aCase.given(...recalled).when(release).thenRefused('id-in-use')
    aCase.given(...recalled).when({ ...release, cardId: id(766) }).thenRefused('practice-card-leaving')
    expect(play([note('NotePracticeCardRemoved'), { ...release, cardId: id(766) }], stateOf(recalled))).toMatchObject([{}, { cardId: id(766) }])
  })
  test('what was done at the shelf is noted by the software alone; a card that was recalled meanwhile is not noted as placed', () => {
    aCase.given(...pastWith(...allowed, release)).when({ ...note('NotePracticeCardPlaced'), by: coordinating.by }).thenRefused('not-by-a-person')
    aCase.given(...pastWith(...allowed, release, says(mother, false, 771))).when(note('NotePracticeCardPlaced')).then()
    aCase.given(...pastWith(...placed)).when(note('NotePracticeCardRemoved')).then()
  })
  test('each step says what is to be done at the shelf', () => {
    const step = (events: readonly FamilyCaseEvent[], today = '2027-02-01') => nextPlacing(stateOf(events), today)
    expect(step(pastWith(...allowed, release), '2027-01-31')).toBeUndefined()
    expect(step(pastWith(...allowed, release))).toEqual({ kind: 'place', cardId: id(765), content, releasedBy: coordinating.by.person })
    expect(step(pastWith(...placed))).toBeUndefined()
    expect(step(pastWith(...placed, says(father, false, 770)))).toEqual({ kind: 'remove', cardId: id(765) })
    expect(step(pastWith(...placed, says(father, false, 770), note('NotePracticeCardRemoved')))).toBeUndefined()
    expect(standingRelease(stateOf(pastWith(...placed)).practiceCard)?.placedAt).toBe(at('00:00', '2027-02-01'))
  })
  test('somebody who came to have a say is asked first, and a family in silence is left alone', () => {
    const guardian = pastWith(...allowed, release, { type: 'RecordAuthority', ...coordinating, authorityId: id(780), child, adult: grandmother, status: 'verified', basis: 'courtDecision', source: 'court', from: '2027-01-11' })
    expect(nextPlacing(stateOf(guardian), '2027-02-01')).toBeUndefined()
    const loss = pastWith(...allowed, release, { type: 'RecordLoss', ...coordinating, memberId: child, silenceId: id(782), on: '2027-01-11' })
    expect(nextPlacing(stateOf(loss), '2027-02-01')).toBeUndefined()
  })
})

test('whatever is asked in whatever order, nothing is placed that a parent didn’t say yes to last, and every no takes a card away', () => {
  const version = fc.integer({ min: 0, max: 2 }).map((number) => id(760 + 2 * number))
  const command = fc.oneof<fc.Arbitrary<FamilyCaseCommand>[]>(
    fc.tuple(version, version, fc.constantFrom('One', 'Two')).map(([from, to, situation]) => ({ ...write, from, version: to, situation })),
    fc.tuple(fc.constantFrom(mother, father), fc.boolean(), fc.integer({ min: 0, max: 99 }), version).map(([parent, isYes, number, of]) => says(parent, isYes, 800 + number, of)),
    fc.tuple(version, fc.integer({ min: 0, max: 3 })).map(([of, number]) => ({ ...release, version: of, cardId: id(900 + number) })),
    fc.integer({ min: 0, max: 3 }).map((number) => ({ type: 'RecallPracticeCard', ...coordinating, cardId: id(900 + number) })),
    fc.tuple(fc.constantFrom('NotePracticeCardPlaced' as const, 'NotePracticeCardRemoved' as const), fc.integer({ min: 0, max: 3 })).map(([type, number]) => note(type, id(900 + number))),
  )
  const day: IsoDate = '2028-01-01'
  fc.assert(fc.property(fc.array(command, { minLength: 10, maxLength: 60, size: 'max' }), (asked) => {
    let state = stateOf(pastWith(write))
    for (const one of asked) {
      const decision = familyCase.decide(one, state)
      if (isRefused(decision)) continue
      for (const event of decision.events) state = familyCase.evolve(state, event) as OpenCase
      const { practiceCard: cards, family } = state
      const step = nextPlacing(state, day)
      if (step?.kind === 'place') expect(isAllowed(cards, cards.card!.version, family, day)).toBe(true)
      if (one.type === 'AnswerPracticeCard' && !one.isYes) expect(standingRelease(cards)).toBeUndefined()
      expect(cards.releases.filter(({ step: now }) => now === 'released' || now === 'placed').length).toBeLessThanOrEqual(1)
    }
  }), { numRuns: 300 })
})

describe('what was erased', () => {
  const without = (events: readonly FamilyCaseEvent[], isErased: (event: FamilyCaseEvent) => boolean): OpenCase => {
    const state = events.reduce<FamilyCase>((before, event) => isErased(event) ? familyCase.evolveErased!(before, { erased: true, type: event.type, subject: event.subject, at: event.at }) : familyCase.evolve(before, event), familyCase.initial)
    if (!state.isOpen) throw new Error('never opened')
    return state
  }
  test('was perhaps a no: nothing is placed on the word of who was erased', () => {
    const state = without(pastWith(...allowed, release), ({ subject }) => subject.kind === 'adult' && subject.person === father)
    expect(state.practiceCard.answers).toHaveLength(1)
    expect(nextPlacing(state, '2027-02-01')).toBeUndefined()
  })
  test('was perhaps a recall: then it is not placed, and taken from the shelf', () => {
    const events = pastWith(...placed, says(father, false, 770))
    expect(nextPlacing(without(events, ({ type }) => type === 'PracticeCardRecalled'), '2027-02-01')).toEqual({ kind: 'remove', cardId: id(765) })
  })
  test('with the child goes every way from the file to the card', () => {
    const state = without(pastWith(...placed), ({ subject }) => subject.kind === 'child')
    expect(JSON.stringify(state.practiceCard)).not.toContain(id(765))
  })
})

import { describe, expect, test } from '@jest/globals'
import { relation } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { entries } from '../entries.ts'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { asFamily, child, coordinating, coordinator, father, groupWorker, id, mother, now, past, pastWith, stateOf, stranger, therapist } from '../testing/case.ts'
import { longestUntilReview } from './decide.ts'
import { judgementOf } from './state.ts'

const aCase = specify(familyCase)
type Of<Type> = Extract<FamilyCaseCommand, { type: Type }>
const aboutChild = { kind: 'child', person: child } as const
const dyad = relation(child, mother)

const content = {
  category: 'medical', origin: 'child', domain: 'childCharacteristics', layer: 'chrono', direction: 'risk', title: 'Fed by a tube', evidence: 'Six months, the ward wrote.', heardFrom: [mother, groupWorker.person], setting: 'ward',
} as const
const addFactor: Of<'AddFactor'> = { type: 'AddFactor', by: groupWorker, ...now, subject: aboutChild, factorId: id(901), version: id(902), ...content }
const another: Of<'AddFactor'> = { ...addFactor, factorId: id(905), version: id(906), direction: 'protective', title: 'Eats with her brother', evidence: 'At home, every evening.' }
const changeFactor: Of<'ChangeFactor'> = { type: 'ChangeFactor', by: therapist, ...now, factorId: id(901), from: id(902), version: id(903), ...content, title: 'Fed by a tube for six months' }
const dismiss: Of<'DismissFactor'> = { type: 'DismissFactor', by: groupWorker, ...now, factorId: id(901), judgementId: id(904), reason: 'It was somebody else.' }

const thought = {
  category: 'relationship', statement: 'A spoon feels like the tube did', mechanism: 'What comes near the mouth hurt', supporting: [id(901)], opposing: [id(905)], confidence: 'medium', nextTest: 'Let her hold the spoon',
} as const
const addHypothesis: Of<'AddHypothesis'> = { type: 'AddHypothesis', by: groupWorker, ...now, subject: dyad, hypothesisId: id(911), version: id(912), ...thought }
const changeHypothesis: Of<'ChangeHypothesis'> = { type: 'ChangeHypothesis', by: coordinator, ...now, hypothesisId: id(911), from: id(912), version: id(913), ...thought, confidence: 'high' }
const decide: Of<'DecideHypothesis'> = { type: 'DecideHypothesis', ...coordinating, hypothesisId: id(911), judgementId: id(914), outcome: 'supported', reason: 'With the spoon in her own hand she eats.' }

const setPort: Of<'SetPortOfEntry'> = {
  type: 'SetPortOfEntry', ...coordinating, subject: dyad, portId: id(921), route: 'bond', entryPerson: mother, why: 'She wants to feed her without a fight.', parentsQuestion: 'How can eating be nice again?', reviewOn: '2027-03-15',
}

describe('factors', () => {
  test('say where they come from, in which domain and layer they lie, what they do, and how anybody knows', () => {
    aCase.given(...past).when(addFactor).then({ type: 'FactorAdded', subject: aboutChild, by: groupWorker, at: now.at, factorId: id(901), version: id(902), ...content })
  })
  test('what a parent tells of an own childhood is recorded under that parent', () => {
    const own = { kind: 'adult', person: mother } as const
    const state = stateOf(pastWith({ ...addFactor, by: therapist, subject: own, category: 'mentalHealth', origin: 'parent', domain: 'parentsOwn', heardFrom: [mother], setting: undefined }))
    expect(entries(state).filter(({ kind }) => kind === 'factor').map(({ subject, mentions }) => ({ subject, mentions }))).toEqual([{ subject: own, mentions: [mother] }])
  })
  test('everybody in the team can word one anew; who began from an older text gets both back', () => {
    aCase.given(...pastWith(addFactor)).when(changeFactor).then({ type: 'FactorChanged', subject: aboutChild, by: therapist, at: now.at, factorId: id(901), version: id(903), ...content, title: changeFactor.title })
    aCase.given(...pastWith(addFactor, changeFactor)).when({ ...changeFactor, version: id(907), title: 'Otherwise' }).thenRefused('changed-meanwhile')
    aCase.given(...pastWith(addFactor)).when({ ...changeFactor, title: content.title }).thenNothing()
    aCase.given(...past).when(changeFactor).thenRefused('factor-unknown')
  })
  test('one that doesn’t count any more stays, with a reason; worded anew it counts again', () => {
    const dismissed = pastWith(addFactor, dismiss)
    expect(judgementOf(stateOf(dismissed).analysis, id(901))).toMatchObject({ outcome: 'dismissed', reason: dismiss.reason, by: groupWorker })
    aCase.given(...dismissed).when({ ...dismiss, judgementId: id(908) }).thenNothing()
    expect(judgementOf(stateOf(pastWith(addFactor, dismiss, { ...changeFactor, title: content.title })).analysis, id(901))).toBeUndefined()
    aCase.given(...past).when(dismiss).thenRefused('factor-unknown')
    aCase.given(...pastWith(addFactor)).when({ ...dismiss, reason: ' ' }).thenRefused('text-empty')
  })
  test.each<[string, string, Partial<Of<'AddFactor'>>]>([
    ['about nobody', 'subject-unknown', { subject: { kind: 'case' } }],
    ['of unsafety', 'safety-has-its-own-track', { category: 'safety' }],
    ['of an unknown origin', 'choice-unknown', { origin: 'moon' as 'child' }],
    ['of an unknown domain', 'choice-unknown', { domain: 'moon' as 'parentsOwn' }],
    ['of an unknown layer', 'choice-unknown', { layer: 'moon' as 'micro' }],
    ['in an unknown direction', 'choice-unknown', { direction: 'both' as 'risk' }],
    ['without a title', 'text-empty', { title: '' }],
    ['without evidence', 'text-empty', { evidence: '  ' }],
    ['heard from somebody who isn’t known', 'person-unknown', { heardFrom: [id(99)] }],
    ['heard twice from one', 'person-unknown', { heardFrom: [mother, mother] }],
    ['by a parent', 'not-in-team', { by: asFamily(mother) }],
    ['by somebody outside the team', 'not-in-team', { by: stranger }],
  ])('none is added %s', (_, code, change) => { aCase.given(...past).when({ ...addFactor, ...change }).thenRefused(code) })
  test('one id is one factor', () => { aCase.given(...pastWith(addFactor)).when(addFactor).thenRefused('id-in-use') })
})

describe('hypotheses', () => {
  const before = pastWith(addFactor, another)
  const withOne = pastWith(addFactor, another, addHypothesis)
  test('name what speaks for and against, how sure one is, and what would show whether it holds', () => {
    aCase.given(...before).when(addHypothesis).then({ type: 'HypothesisAdded', subject: dyad, by: groupWorker, at: now.at, hypothesisId: id(911), version: id(912), ...thought })
  })
  test('are rivals: several stand beside each other', () => {
    const rival = { ...addHypothesis, hypothesisId: id(915), version: id(916), statement: 'Eating is a fight about who decides' }
    expect(stateOf(pastWith(addFactor, another, addHypothesis, rival)).analysis.hypotheses.map(({ statement }) => statement)).toEqual([thought.statement, rival.statement])
  })
  test('can be worded anew; who began from an older text gets both back', () => {
    aCase.given(...withOne).when({ ...changeHypothesis, from: id(999) }).thenRefused('changed-meanwhile')
    expect(stateOf(pastWith(addFactor, another, addHypothesis, changeHypothesis)).analysis.hypotheses).toMatchObject([{ confidence: 'high', version: id(913), subject: dyad }])
    aCase.given(...before).when(changeHypothesis).thenRefused('hypothesis-unknown')
  })
  test('who coordinates says what becomes of one, with a reason, and can say otherwise later', () => {
    aCase.given(...withOne).when(decide).then({
      type: 'HypothesisDecided', subject: dyad, by: coordinator, at: now.at, hypothesisId: id(911), category: 'relationship', judgementId: id(914), outcome: 'supported', reason: decide.reason,
    })
    aCase.given(...withOne).when({ ...decide, by: groupWorker }).thenRefused('not-coordinator')
    aCase.given(...withOne).when({ ...decide, registrationValid: false }).thenRefused('registration-not-valid')
    aCase.given(...withOne).when({ ...decide, outcome: 'open' }).thenNothing()
    aCase.given(...withOne).when({ ...decide, reason: '' }).thenRefused('text-empty')
    aCase.given(...before).when(decide).thenRefused('hypothesis-unknown')
    const reopened = stateOf(pastWith(addFactor, another, addHypothesis, decide, { ...decide, judgementId: id(917), outcome: 'open', reason: 'It happened again.' }))
    expect(judgementOf(reopened.analysis, id(911))?.outcome).toBe('open')
  })
  test('the words of who decides are an entry of their own, and don’t travel with those of who wrote it', () => {
    const all = entries(stateOf(pastWith(addFactor, another, addHypothesis, decide)))
    expect(all.filter(({ kind }) => kind === 'hypothesis' || kind === 'judgement').map(({ kind, by }) => [kind, by.person])).toEqual([['hypothesis', groupWorker.person], ['judgement', coordinator.person]])
    expect(JSON.stringify(all.find(({ kind }) => kind === 'hypothesis'))).not.toContain(decide.reason)
  })
  test.each<[string, string, Partial<Of<'AddHypothesis'>>]>([
    ['with a factor that isn’t there', 'factor-unknown', { supporting: [id(998)] }],
    ['with one factor on both sides', 'for-and-against', { supporting: [id(901)], opposing: [id(901)] }],
    ['without a statement', 'text-empty', { statement: '' }],
    ['that nothing could show', 'text-empty', { nextTest: ' ' }],
    ['more sure than sure', 'choice-unknown', { confidence: 'certain' as 'high' }],
    ['of unsafety', 'safety-has-its-own-track', { category: 'safety' }],
    ['by a parent', 'not-in-team', { by: asFamily(father) }],
  ])('none is added %s', (_, code, change) => { aCase.given(...before).when({ ...addHypothesis, ...change }).thenRefused(code) })
})

describe('the port of entry', () => {
  test('says where the work begins and why, with the parents’ own question, and when it is looked at again', () => {
    const { by, at, subject, portId, route, entryPerson, why, parentsQuestion, reviewOn } = setPort
    aCase.given(...past).when(setPort).then({ type: 'PortOfEntrySet', category: 'plan', by, at, subject, portId, route, entryPerson: entryPerson ?? '', why, parentsQuestion, reviewOn })
  })
  test('can be chosen again; the earlier choice stays to be read', () => {
    const again = { ...setPort, portId: id(922), route: 'parents', why: 'First she needs sleep.' } as const
    expect(stateOf(pastWith(setPort, again)).analysis.ports.map(({ route }) => route)).toEqual(['bond', 'parents'])
    aCase.given(...pastWith(setPort)).when({ ...setPort, portId: id(922) }).thenNothing()
    aCase.given(...pastWith(setPort)).when(setPort).thenRefused('id-in-use')
  })
  test.each<[string, string, Partial<Of<'SetPortOfEntry'>>]>([
    ['by who doesn’t coordinate', 'not-coordinator', { by: groupWorker }],
    ['along an unknown route', 'choice-unknown', { route: 'moon' as 'bond' }],
    ['with somebody unknown', 'person-unknown', { entryPerson: id(99) }],
    ['without the parents’ question', 'text-empty', { parentsQuestion: '' }],
    ['to be looked at today', 'date-in-past', { reviewOn: '2027-01-11' }],
    [`later than ${longestUntilReview} days from now`, 'date-too-late', { reviewOn: '2027-07-14' }],
    ['about nobody', 'subject-unknown', { subject: { kind: 'case' } }],
  ])('is not chosen %s', (_, code, change) => { aCase.given(...past).when({ ...setPort, ...change }).thenRefused(code) })
})

import { describe, expect, test } from '@jest/globals'
import { isSameSubject, type Actor } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { decidedBy } from '../consent/decide.ts'
import { entries } from '../entries.ts'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { asFamily, at, child, clinic, coordinating, coordinator, dayCentre, father, grandmother, groupWorker, id, mother, past, pastWith, standIn, stateOf, stranger, substitute, therapist } from '../testing/case.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>

const ofMother = { kind: 'adult', person: mother } as const
const asked = { by: asFamily(mother), at: at('11:00'), parent: mother } as const
const otherCoordinator: Of<'MakeAsk'> = { type: 'MakeAsk', ...asked, askId: id(1300), kind: 'otherCoordinator', through: substitute.person, words: 'We talk past each other.' }
const otherProvider: Of<'MakeAsk'> = { type: 'MakeAsk', ...asked, askId: id(1301), kind: 'otherProvider', about: groupWorker.person }
const answerOf = (askId: string, by: Actor, more: Partial<Of<'AnswerAsk'>> = {}): Of<'AnswerAsk'> => ({ type: 'AnswerAsk', by, at: at('15:00'), askId, outcome: 'another', words: 'From June somebody else comes.', ...more })
const takeBack = (askId: string, person = mother): Of<'WithdrawAsk'> => ({ type: 'WithdrawAsk', by: asFamily(person), at: at('16:00'), askId })
const handOver: Of<'HandOverCoordination'> = { type: 'HandOverCoordination', ...coordinating, at: at('14:00'), to: substitute.person, successorRegistrationValid: true }
const readersOf = (askId: string, ...commands: readonly FamilyCaseCommand[]) => entries(stateOf(pastWith(...commands))).find((entry) => entry.id === askId)?.addressees

describe('a parent asks for another coordinator', () => {
  test('with whom they choose to talk, and from whom they want to change is kept', () => {
    aCase.given(...past).when(otherCoordinator).then({
      type: 'AskMade', subject: ofMother, by: asFamily(mother), at: at('11:00'), category: 'social', askId: id(1300), kind: 'otherCoordinator', parent: mother, about: coordinator.person, through: substitute.person, words: 'We talk past each other.',
    })
  })
  test('and who coordinates reads it once it was passed on, not before', () => {
    expect(readersOf(id(1300), otherCoordinator)).toEqual([substitute.person])
    const pass: Of<'PassAsk'> = { type: 'PassAsk', by: substitute, at: at('12:00'), askId: id(1300) }
    expect(readersOf(id(1300), otherCoordinator, pass)).toEqual([substitute.person, coordinator.person])
    aCase.given(...pastWith(otherCoordinator, pass)).when(pass).then()
    aCase.given(...pastWith(otherCoordinator)).when({ ...pass, by: coordinator }).thenRefused('not-asked')
  })
  test('where whom they chose leaves, it isn’t lost', () => {
    const through = { ...otherCoordinator, through: groupWorker.person }
    const leaves: Of<'EndTeamMembership'> = { type: 'EndTeamMembership', ...coordinating, at: at('12:00'), membershipId: id(33), until: '2027-01-31' }
    expect(readersOf(id(1300), through)).toEqual([groupWorker.person])
    expect(readersOf(id(1300), through, leaves)).toEqual([groupWorker.person, coordinator.person, substitute.person])
  })
  test('who coordinates afterwards answers, and then it stays between those who spoke', () => {
    aCase.given(...pastWith(otherCoordinator)).when(answerOf(id(1300), coordinator)).thenRefused('not-asked')
    aCase.given(...pastWith(otherCoordinator)).when(answerOf(id(1300), groupWorker)).thenRefused('not-coordinator')
    const past2 = pastWith(otherCoordinator, handOver)
    aCase.given(...past2).when(answerOf(id(1300), substitute)).then({ type: 'AskAnswered', subject: ofMother, by: substitute, at: at('15:00'), category: 'social', askId: id(1300), outcome: 'another', words: 'From June somebody else comes.' })
    expect(readersOf(id(1300), otherCoordinator, answerOf(id(1300), standIn))).toEqual([substitute.person])
  })
  test.each<[string, string, Partial<Of<'MakeAsk'>>]>([
    ['through nobody', 'person-unknown', { through: undefined }],
    ['through somebody outside the team', 'person-unknown', { through: stranger.person }],
    ['for the other parent', 'not-yours', { parent: father }],
    ['by a grandmother', 'not-a-parent', { by: asFamily(grandmother), parent: grandmother }],
    ['noted without how it was said', 'said-how-missing', { by: coordinator }],
    ['in no words', 'text-empty', { words: ' ' }],
    ['of a kind that nobody knows', 'choice-unknown', { kind: 'another' as 'otherProvider' }],
  ])('not %s', (_, code, change) => { aCase.given(...past).when({ ...otherCoordinator, ...change }).thenRefused(code) })
  test('noted for who says it aloud, as what that parent says', () => {
    const noted: Of<'MakeAsk'> = { ...otherCoordinator, by: groupWorker, spoken: { how: 'byPhone', on: '2027-01-10' } }
    expect(stateOf(pastWith(noted)).asks).toMatchObject([{ subject: ofMother, by: groupWorker, parent: mother, spoken: { how: 'byPhone', on: '2027-01-10' } }])
  })
})

describe('a parent asks for another provider (K-03)', () => {
  test('who coordinates and who stands in read it, never whom it is about', () => {
    expect(readersOf(id(1301), otherProvider)).toEqual([coordinator.person, substitute.person])
    expect(readersOf(id(1301), { ...otherProvider, about: substitute.person })).toEqual([coordinator.person])
  })
  test('of somebody who is in the team and doesn’t coordinate', () => {
    aCase.given(...past).when({ ...otherProvider, about: stranger.person }).thenRefused('person-unknown')
    aCase.given(...past).when({ ...otherProvider, about: coordinator.person }).thenRefused('is-coordinator')
  })
  test('nobody leaves by it, and it is answered once', () => {
    const answered = pastWith(otherProvider, answerOf(id(1301), coordinator, { outcome: 'stays' }))
    expect(stateOf(answered).careTeam).toEqual(stateOf(past).careTeam)
    aCase.given(...answered).when(answerOf(id(1301), coordinator)).thenRefused('ask-closed')
    aCase.given(...pastWith(otherProvider)).when(answerOf(id(1301), coordinator, { outcome: 'careGoesOn' })).thenRefused('choice-unknown')
    aCase.given(...pastWith(otherProvider)).when(answerOf(id(1309), coordinator)).thenRefused('ask-unknown')
  })
  test('once at a time, taken back as long as it is open, and again afterwards', () => {
    const again = { ...otherProvider, askId: id(1302) }
    aCase.given(...pastWith(otherProvider)).when(again).thenRefused('already-asked')
    aCase.given(...pastWith(otherProvider)).when(takeBack(id(1301), father)).thenRefused('not-yours')
    expect(readersOf(id(1301), otherProvider, takeBack(id(1301)))).toEqual([])
    expect(stateOf(pastWith(otherProvider, takeBack(id(1301)), again)).asks).toMatchObject([{ withdrawnAt: at('16:00') }, {}])
    aCase.given(...pastWith(otherProvider, takeBack(id(1301)))).when(takeBack(id(1301))).then()
    aCase.given(...pastWith(otherProvider, answerOf(id(1301), coordinator))).when(takeBack(id(1301))).thenRefused('ask-closed')
    aCase.given(...pastWith(otherProvider)).when({ ...otherProvider, by: asFamily(father), parent: father, askId: id(1302) }).then({
      type: 'AskMade', subject: { kind: 'adult', person: father }, by: asFamily(father), at: at('11:00'), category: 'social', askId: id(1302), kind: 'otherProvider', parent: father, about: groupWorker.person,
    })
  })
})

describe('a parent wants no shared file, and care goes on', () => {
  const ofChild = { kind: 'child', person: child } as const
  const yes = (number: number, subject: Of<'GiveConsent'>['subject'], organisation: string, person = mother): Of<'GiveConsent'> => ({
    type: 'GiveConsent', by: asFamily(person), at: at('10:30'), consentId: id(number), subject, category: 'plan', recipient: { kind: 'organisation', organisation }, from: '2027-01-11', signedBy: [person], basis: 'digital', askedBy: person, howExplained: 'Together',
  })
  const shared = [yes(80, ofChild, dayCentre), yes(81, ofMother, clinic), yes(82, { kind: 'adult', person: father }, clinic, father)]
  const subjects = decidedBy(mother, stateOf(past), '2027-01-11')
  const refuses: Of<'MakeAsk'> = { type: 'MakeAsk', ...asked, askId: id(1303), kind: 'noSharedFile', shut: { noes: subjects.map((subject, index) => ({ consentId: id(1310 + index), subject })), howExplained: 'In Samenspel' } }
  const running = (commands: readonly FamilyCaseCommand[], effect: 'grant' | 'objection') => stateOf(pastWith(...commands)).consents.filter((one) => one.effect === effect && one.withdrawnAt === undefined).map(({ consentId }) => consentId)

  test('a parent has a say about the own record and about the children over whom they hold authority', () => {
    expect(subjects).toEqual([ofChild, ofMother, { kind: 'surroundings', person: child }])
  })
  test('everything that is shared ends, as far as this parent has a say, and a no stands about each; the other parent’s own stays', () => {
    expect(running([...shared, refuses], 'grant')).toEqual([id(82)])
    expect(running([...shared, refuses], 'objection')).toEqual([id(1310), id(1311), id(1312)])
    expect(stateOf(pastWith(...shared, refuses)).consents.filter(({ effect }) => effect === 'objection').every(({ category, recipient, signedBy }) => category === '*' && recipient.kind === 'all' && signedBy[0] === mother)).toBe(true)
  })
  test('nobody leaves the team, nothing that was written goes, and the case is open', () => {
    const [before, after] = [stateOf(pastWith(...shared)), stateOf(pastWith(...shared, refuses))]
    expect([after.careTeam, after.contributions, after.plan, after.course]).toEqual([before.careTeam, before.contributions, before.plan, before.course])
  })
  test('whoever coordinates knows of it, also after another took over, and says how care goes on', () => {
    expect(readersOf(id(1303), refuses)).toEqual([coordinator.person, substitute.person])
    expect(readersOf(id(1303), refuses, answerOf(id(1303), coordinator, { outcome: 'careGoesOn' }), handOver)).toEqual([substitute.person])
  })
  test('taken back, the noes end; what ended with them stays ended (C-04)', () => {
    const back = [...shared, refuses, answerOf(id(1303), coordinator, { outcome: 'careGoesOn' }), takeBack(id(1303))]
    expect([running(back, 'grant'), running(back, 'objection')]).toEqual([[id(82)], []])
    aCase.given(...pastWith(...shared, refuses)).when({ ...refuses, askId: id(1304) }).thenRefused('already-asked')
  })
  test('nobody shuts what isn’t theirs', () => {
    aCase.given(...past).when({ ...refuses, shut: { noes: [{ consentId: id(1310), subject: { kind: 'adult', person: father } }], howExplained: 'Together' } }).thenRefused('signer-without-standing')
  })
  test('a no that stands already isn’t said twice', () => {
    const [first] = refuses.shut!.noes
    const no: Of<'MakeObjection'> = { type: 'MakeObjection', by: asFamily(mother), at: at('10:40'), consentId: id(90), subject: first!.subject, category: '*', recipient: { kind: 'all' }, from: '2027-01-11', signedBy: [mother], basis: 'digital', askedBy: mother, howExplained: 'Together' }
    const shut = stateOf(pastWith(no, refuses)).consents.filter((one) => one.effect === 'objection' && isSameSubject(one.subject, first!.subject))
    expect(shut.map(({ consentId }) => consentId)).toEqual([id(90)])
  })
  test('said aloud and noted, it holds as well', () => {
    const noted: Of<'MakeAsk'> = { ...refuses, by: therapist, spoken: { how: 'atHome', on: '2027-01-11' } }
    expect(stateOf(pastWith(...shared, noted)).consents.at(-1)).toMatchObject({ basis: 'spoken', askedBy: therapist.person, signedBy: [mother] })
  })
})

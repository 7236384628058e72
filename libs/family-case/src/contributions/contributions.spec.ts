import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand, FamilyCaseEvent } from '../messages.ts'
import { asFamily, at, child, clinic, coordinator, groupWorker, id, mother, now, past, pastWith, stateOf, stranger, therapist } from '../testing/case.ts'
import { statedKinds } from './events.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>

const note: Of<'AddContribution'> = {
  type: 'AddContribution', by: groupWorker, ...now, id: id(300), kind: 'note', subject: { kind: 'child', person: child }, category: 'development', setting: 'group',
  occurredOn: '2027-01-11', situation: 'Played with the water for half an hour.', window: 'within',
}
const fourPart: Of<'AddContribution'> = {
  ...note, kind: 'fourPart', parentsTold: 'At home he does this too.', whatWeDo: 'We let him choose the cup.', possibleMeaning: 'Choosing gives him rest.',
  childsVoice: 'I can do it!', forParents: 'He played with water for a long time.',
}

describe('contributions', () => {
  test('a quick note needs one text', () => {
    aCase.given(...past).when(note).then({
      type: 'ContributionAdded', subject: { kind: 'child', person: child }, by: groupWorker, at: note.at, id: id(300), kind: 'note', category: 'development',
      setting: 'group', occurredOn: '2027-01-11', situation: note.situation, window: 'within',
    })
  })
  test('the four parts keep what was seen, what the parents told, what is done and what it may mean', () => {
    expect(stateOf(pastWith(fourPart)).contributions.all).toMatchObject([{ ...pickTexts(fourPart), by: groupWorker }])
  })
  test('what people type is kept exactly: emoji, other scripts, spaces', () => {
    const situation = '  ‏הוא חייך 😊👩🏽‍🍼\n\n"zó" & <b>  '
    expect(stateOf(pastWith({ ...note, situation })).contributions.all[0]?.situation).toBe(situation)
  })
  test.each<[string, string, Partial<Of<'AddContribution'>>]>([
    ['by somebody outside the team', 'not-in-team', { by: stranger }],
    ['by a team member in the name of another organisation', 'not-in-team', { by: { ...groupWorker, organisation: clinic } }],
    ['by a parent', 'not-in-team', { by: asFamily(mother) }],
    ['about somebody of another family', 'subject-unknown', { subject: { kind: 'child', person: id(99) } }],
    ['about a relation with ids in the wrong order', 'subject-unknown', { subject: { kind: 'relation', persons: [mother, child] } }],
    ['that is empty', 'text-empty', { situation: ' \n ' }],
    ['of a hundred kilobytes', 'text-too-long', { situation: 'x'.repeat(100_000) }],
    ['with an empty part', 'text-empty', { whatWeDo: '' }],
    ['with a page for the parents', 'text-too-long', { forParents: 'x'.repeat(201) }],
    ['about tomorrow', 'date-in-future', { occurredOn: '2027-01-12' }],
    ['about a day that does not exist', 'date-impossible', { occurredOn: '2027-02-29' }],
    ['about the nineteenth century', 'date-too-early', { occurredOn: '1899-12-31' }],
    ['under the safety track', 'safety-has-its-own-track', { category: 'safety' }],
    ['under an unknown label', 'choice-unknown', { category: 'gossip' as 'social' }],
    ['in an unknown setting', 'choice-unknown', { setting: 'moon' as 'home' }],
    ['in four parts without any of them', 'four-parts-missing', { kind: 'fourPart' }],
  ])('nothing is added %s', (_, code, change) => {
    aCase.given(...past).when({ ...note, ...change }).thenRefused(code)
  })
  test('today is the day of the case, not of the server: just after midnight in Amsterdam', () => {
    expect(familyCase.decide({ ...note, at: '2027-07-10T22:30:00.000Z', occurredOn: '2027-07-11' }, stateOf(past))).toMatchObject({ events: [{}] })
    aCase.given(...past).when({ ...note, at: '2027-07-10T21:30:00.000Z', occurredOn: '2027-07-11' }).thenRefused('date-in-future')
  })
  test('one id is one contribution', () => {
    aCase.given(...pastWith(note)).when(note).thenRefused('id-in-use')
  })
})

describe('kinds of contributions', () => {
  const procedure: Of<'AddContribution'> = { ...note, id: id(310), kind: 'procedure', category: 'medical', setting: 'ward', procedure: { name: 'Feeding tube', whatHelped: 'Lying against his mother', until: '2027-01-11' } }
  const screening: Of<'AddContribution'> = { ...note, id: id(311), kind: 'screening', screening: { instrument: 'SDQ 3-4', version: 'first', ageMonths: 37, informant: 'parent', score: '9', norm: 'below 13' } }
  const signal: Of<'AddContribution'> = { ...note, id: id(312), kind: 'parentSignal', by: therapist, subject: { kind: 'adult', person: mother }, category: 'social', parentSignal: { takesPart: 'partly', askAbout: 'The mornings' } }
  const document: Of<'AddContribution'> = { ...note, id: id(313), kind: 'document', document: { documentId: id(314), name: 'Letter.pdf', type: 'application/pdf', bytes: 10, sha256: 'ab', from: 0, parts: 1 } }
  const withoutPart = (command: Of<'AddContribution'>, part: 'screening' | 'procedure'): Of<'AddContribution'> => ({ ...command, [part]: undefined })

  test('a procedure keeps what helped, and since when it stopped', () => {
    expect(stateOf(pastWith(procedure)).contributions.all[0]).toMatchObject({ kind: 'procedure', procedure: procedure.procedure })
  })
  test('a result keeps name, version, age at test, who filled it in, score, norm and what it means in plain words (K-10)', () => {
    const [kept] = stateOf(pastWith(screening)).contributions.all
    expect([kept?.screening, kept?.situation]).toEqual([screening.screening, note.situation])
  })
  test.each(['instrument', 'version', 'score', 'norm'] as const)('a result without its %s is none (K-10)', (part) => {
    aCase.given(...past).when({ ...screening, screening: { ...screening.screening!, [part]: '' } }).thenRefused('text-empty')
  })
  test('a result without its plain interpretation is none (K-10)', () => { aCase.given(...past).when({ ...screening, situation: ' ' }).thenRefused('text-empty') })
  test('a pregnancy has its months before birth; nobody is tested at forty months before (K-10)', () => {
    expect(stateOf(pastWith({ ...screening, screening: { ...screening.screening!, ageMonths: -3 } })).contributions.all).toHaveLength(1)
    aCase.given(...past).when({ ...screening, screening: { ...screening.screening!, ageMonths: -40 } }).thenRefused('age-impossible')
    aCase.given(...past).when({ ...screening, screening: { ...screening.screening!, ageMonths: 1.5 } }).thenRefused('age-impossible')
  })
  test('of a sheet nothing is kept but these: item texts that are sent along are dropped (K-10)', () => {
    const sent = { ...screening.screening!, items: ['Considerate of other people'] }
    expect(JSON.stringify(stateOf(pastWith({ ...screening, screening: sent })))).not.toContain('Considerate')
  })
  test.each<[string, Of<'AddContribution'>, string]>([
    ['a result without one', withoutPart(screening, 'screening'), 'details-missing'],
    ['a procedure without one', withoutPart(procedure, 'procedure'), 'details-missing'],
    ['a note with a result', { ...note, screening: screening.screening! }, 'details-missing'],
    ['a procedure of which nothing helped', { ...procedure, procedure: { name: 'Tube', whatHelped: ' ' } }, 'text-empty'],
    ['a procedure that ended before it began', { ...procedure, procedure: { ...procedure.procedure!, until: '2027-01-01' } }, 'period-reversed'],
    ['a result by nobody known', { ...screening, screening: { ...screening.screening!, informant: 'neighbour' as 'parent' } }, 'choice-unknown'],
    ['a document of another sort', { ...document, document: { ...document.document!, type: 'text/html' as 'text/plain' } }, 'choice-unknown'],
    ['a signal about a child', { ...signal, subject: note.subject }, 'subject-unknown'],
    ['a signal under the label of a treatment', { ...signal, category: 'mentalHealth' }, 'choice-unknown'],
  ])('is refused: %s', (_, command, code) => { aCase.given(...past).when(command).thenRefused(code) })
  test('a signal about being a parent holds no reason for treatment', () => {
    expect(stateOf(pastWith(signal)).contributions.all[0]).toMatchObject({ category: 'social', subject: { kind: 'adult' }, parentSignal: { takesPart: 'partly' } })
  })
})

describe('putting right what one wrote', () => {
  const better: Of<'AddContribution'> = { ...note, id: id(305), corrects: id(300), situation: 'A quarter of an hour.' }
  test('adds a version beside the first; both stay readable', () => {
    expect(stateOf(pastWith(note, better, { ...better, id: id(306) })).contributions.all.map(({ corrects }) => corrects)).toEqual([undefined, id(300), id(300)])
  })
  test.each<[string, string, Partial<Of<'AddContribution'>>]>([
    ['by a colleague', 'not-yours', { by: coordinator }],
    ['that is not there', 'text-unknown', { corrects: id(99) }],
    ['about somebody else', 'subject-unknown', { subject: { kind: 'adult', person: mother } }],
    ['under another label, for other readers', 'subject-unknown', { category: 'social' }],
    ['as another kind', 'choice-unknown', { kind: 'fourPart', whatWeDo: 'We wait.' }],
  ])('not %s', (_, code, change) => { aCase.given(...pastWith(note)).when({ ...better, ...change }).thenRefused(code) })
  test('and not a version: it is the first that is put right', () => {
    aCase.given(...pastWith(note, better)).when({ ...better, id: id(307), corrects: id(305) }).thenRefused('text-unknown')
  })
})

describe('a question to a colleague', () => {
  const ask: Of<'AskColleague'> = {
    type: 'AskColleague', by: groupWorker, at: at('21:00'), questionId: id(320), to: coordinator.person, wish: 'answer', subject: { kind: 'child', person: child }, category: 'development', text: 'At home too?', contributionId: id(300), mayBeRead: true,
  }
  const answer: Of<'AnswerColleague'> = { type: 'AnswerColleague', by: coordinator, at: at('22:00'), answerId: id(321), questionId: id(320), text: 'Yes.', mayBeRead: true }
  const close: Of<'CloseColleagueQuestion'> = { type: 'CloseColleagueQuestion', by: coordinator, at: at('22:30'), questionId: id(320) }

  test('is about whom the contribution is about, and stands beside it', () => {
    aCase.given(...pastWith(note)).when(ask).then({ type: 'ColleagueAsked', subject: ask.subject, by: groupWorker, at: ask.at, category: 'development', questionId: id(320), to: coordinator.person, wish: 'answer', text: 'At home too?', contributionId: id(300) })
  })
  test('is answered by who was asked; who asked may write on; either says that it is done', () => {
    const { questions, answers } = stateOf(pastWith(note, ask, answer, { ...answer, by: groupWorker, answerId: id(322), text: 'Thank you.' }, close)).contributions
    expect([answers.map(({ by }) => by), questions[0]?.closed?.by]).toEqual([[coordinator, groupWorker], coordinator])
    aCase.given(...pastWith(note, ask, close)).when({ ...close, by: groupWorker }).then()
    aCase.given(...pastWith(note, ask, close)).when(answer).thenRefused('question-closed')
  })
  test('goes to nobody who may not read it', () => {
    aCase.given(...pastWith(note)).when({ ...ask, mayBeRead: false }).thenRefused('colleague-may-not-read')
    aCase.given(...pastWith(note, ask)).when({ ...answer, mayBeRead: false }).thenRefused('colleague-may-not-read')
  })
  test.each<[string, string, Partial<Of<'AskColleague'>>]>([
    ['to oneself', 'same-person', { to: groupWorker.person }],
    ['to somebody outside the team', 'person-unknown', { to: stranger.person }],
    ['by a parent', 'not-in-team', { by: asFamily(mother) }],
    ['about a contribution under another label', 'text-unknown', { category: 'social' }],
    ['about a contribution that is not there', 'text-unknown', { contributionId: id(99) }],
    ['under the safety track', 'safety-has-its-own-track', { category: 'safety', contributionId: undefined }],
    ['without words', 'text-empty', { text: ' ' }],
    ['for what nobody can give', 'choice-unknown', { wish: 'obedience' as 'answer' }],
  ])('is not asked %s', (_, code, change) => { aCase.given(...pastWith(note)).when({ ...ask, ...change }).thenRefused(code) })
  test('is answered and closed by nobody else', () => {
    aCase.given(...pastWith(note, ask)).when({ ...answer, by: therapist }).thenRefused('not-yours')
    aCase.given(...pastWith(note, ask)).when({ ...close, by: therapist }).thenRefused('not-yours')
    aCase.given(...pastWith(note)).when(answer).thenRefused('question-unknown')
    aCase.given(...pastWith(note, ask)).when(ask).thenRefused('id-in-use')
  })
})

describe('a statement beside an entry (P-03)', () => {
  const entry = { kind: 'contribution', id: id(300) } as const
  const stated = { entry, entryBy: groupWorker.person, entryAbout: { kind: 'child', person: child }, entryCategory: 'development' } as const
  const state: Of<'AddStatement'> = { type: 'AddStatement', by: asFamily(mother), at: at('21:00'), id: id(301), ...stated, text: 'It was a quarter of an hour.' }
  const answer: Of<'AnswerStatement'> = { type: 'AnswerStatement', by: groupWorker, at: at('22:00'), registrationValid: false, id: id(302), answers: id(301), ...stated, text: 'I put that right on Monday.' }

  test('a parent adds own words; the original stays', () => {
    aCase.given(...pastWith(note)).when(state).then({
      type: 'StatementAdded', subject: { kind: 'child', person: child }, by: asFamily(mother), at: state.at, category: 'development', id: id(301), entry, text: state.text,
    })
    const { contributions } = stateOf(pastWith(note, state))
    expect([contributions.all[0]?.situation, contributions.corrections[0]?.text]).toEqual([note.situation, state.text])
  })
  test.each(statedKinds)('stands beside a part of every kind that a parent reads: %s', (kind) => {
    expect(stateOf(pastWith({ ...state, entry: { kind, id: id(77) } })).contributions.corrections).toMatchObject([{ entry: { kind, id: id(77) } }])
  })
  test('of the professionals only who recorded it adds a statement of their own', () => {
    expect(stateOf(pastWith(note, { ...state, by: groupWorker })).contributions.corrections).toHaveLength(1)
    aCase.given(...pastWith(note)).when({ ...state, by: coordinator }).thenRefused('not-yours')
  })
  test('not beside what nobody reads, not empty, not under a taken id, not by a stranger', () => {
    aCase.given(...past).when({ ...state, entry: { kind: 'home' as 'goal', id: id(1) } }).thenRefused('choice-unknown')
    aCase.given(...pastWith(note)).when({ ...state, text: '' }).thenRefused('text-empty')
    aCase.given(...pastWith(note)).when({ ...state, id: id(300) }).thenRefused('id-in-use')
    aCase.given(...pastWith(note)).when({ ...state, by: asFamily(id(99)) }).thenRefused('not-of-the-family')
    aCase.given(...pastWith(note)).when({ ...state, by: asFamily(child) }).thenRefused('not-of-the-family')
  })
  test('is answered by who recorded the original, and by who coordinates; both stay', () => {
    aCase.given(...pastWith(note, state)).when(answer).then({
      type: 'StatementAdded', subject: { kind: 'child', person: child }, by: groupWorker, at: answer.at, category: 'development', id: id(302), entry, text: answer.text, answers: id(301),
    })
    expect(stateOf(pastWith(note, state, { ...answer, by: coordinator })).contributions.corrections.map(({ answers }) => answers)).toEqual([undefined, id(301)])
    aCase.given(...pastWith(note, state)).when({ ...answer, by: therapist }).thenRefused('not-coordinator')
    aCase.given(...pastWith(note, state)).when({ ...answer, by: asFamily(mother) }).thenRefused('not-coordinator')
  })
  test('no answer stands by itself, or answers an answer', () => {
    aCase.given(...pastWith(note)).when(answer).thenRefused('statement-unknown')
    aCase.given(...pastWith(note, state)).when({ ...answer, entry: { kind: 'goal', id: id(300) } }).thenRefused('statement-unknown')
    aCase.given(...pastWith(note, state, answer)).when({ ...answer, id: id(303), answers: id(302) }).thenRefused('not-a-statement')
  })
  test('beside a contribution, as it was recorded before, still stands there', () => {
    const before: FamilyCaseEvent = { type: 'ContributionCorrected', subject: { kind: 'child', person: child }, by: asFamily(mother), at: state.at, category: 'development', id: id(301), contributionId: id(300), text: state.text }
    expect(stateOf([...pastWith(note), before]).contributions.corrections).toMatchObject([{ id: id(301), entry, text: state.text }])
  })
})

const pickTexts = ({ situation, parentsTold, whatWeDo, possibleMeaning, childsVoice, forParents }: Of<'AddContribution'>) =>
  ({ situation, parentsTold, whatWeDo, possibleMeaning, childsVoice, forParents })

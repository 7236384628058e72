import { describe, expect, test } from '@jest/globals'
import { addDays, system } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import {
  asFamily, at, brother, coach, coordinating, coordinator, father, grandmother, groupWorker, id, mother, now, past, pastWith, standIn, stateOf, substitute, therapist,
} from '../testing/case.ts'
import { promptReaders } from './decide.ts'
import { openPrompt, remindersPaused } from './state.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>

describe('it is too much now', () => {
  const signal: Of<'SignalTooMuch'> = { type: 'SignalTooMuch', by: asFamily(mother), ...now, signalId: id(700), choice: 'callMe', closingDays: [] }
  const pass: Of<'PassSignalToSubstitute'> = { type: 'PassSignalToSubstitute', by: system, at: at('14:01'), signalId: id(700), closingDays: ['2027-01-12'] }
  const answer: Of<'AnswerSignal'> = { type: 'AnswerSignal', by: coordinator, at: at('11:00'), signalId: id(700) }

  test('a parent hears who calls, and before when', () => {
    aCase.given(...past).when(signal).then({
      type: 'TooMuchSignalled', subject: { kind: 'adult', person: mother }, by: asFamily(mother), at: signal.at, category: 'social',
      signalId: id(700), choice: 'callMe', callBy: at('14:00'), caller: coordinator.person,
    })
  })
  test('reminders wait until somebody has called', () => {
    expect([past, pastWith(signal), pastWith(signal, answer)].map((events) => remindersPaused(stateOf(events).overload))).toEqual([false, true, false])
  })
  test('pressing again is understood; new words are kept', () => {
    aCase.given(...pastWith(signal)).when({ ...signal, signalId: id(701) }).thenNothing()
    expect(stateOf(pastWith(signal, { ...signal, signalId: id(701), words: 'Niet vandaag.' })).overload.signals).toHaveLength(2)
    expect(stateOf(pastWith(signal, { ...signal, signalId: id(701), by: asFamily(father) })).overload.signals).toHaveLength(2)
    expect(stateOf(pastWith(signal, answer, { ...signal, signalId: id(701), at: at('12:00') })).overload.signals).toHaveLength(2)
  })
  test('only a parent says so, in person', () => {
    aCase.given(...past).when({ ...signal, by: asFamily(grandmother) }).thenRefused('not-a-parent')
    aCase.given(...past).when({ ...signal, by: asFamily(brother) }).thenRefused('not-of-the-family')
    aCase.given(...past).when({ ...signal, by: asFamily(id(99)) }).thenRefused('not-of-the-family')
    aCase.given(...past).when({ ...signal, by: { ...coordinator, onBehalfOf: mother } }).thenRefused('not-of-the-family')
    aCase.given(...past).when({ ...signal, words: '' }).thenRefused('text-empty')
    aCase.given(...past).when({ ...signal, choice: 'shout' as 'callMe' }).thenRefused('choice-unknown')
    aCase.given(...pastWith(signal)).when({ ...signal, choice: 'fewerAppointments' }).thenRefused('id-in-use')
  })
  test('without an answer in time the substitute calls, within four more working hours', () => {
    aCase.given(...pastWith(signal)).when(pass).then({
      type: 'SignalPassedToSubstitute', subject: { kind: 'adult', person: mother }, by: system, at: pass.at, category: 'social',
      signalId: id(700), callBy: at('10:01', '2027-01-13'), caller: substitute.person,
    })
    expect(stateOf(pastWith(signal, pass)).overload.signals).toMatchObject([{ isPassedToSubstitute: true, caller: substitute.person }])
    aCase.given(...pastWith(signal, pass)).when(pass).thenNothing()
  })
  test('not before the time is over, not once somebody called, not by a person, not to nobody', () => {
    aCase.given(...pastWith(signal)).when({ ...pass, at: at('14:00') }).thenRefused('too-early')
    aCase.given(...pastWith(signal, answer)).when(pass).thenNothing()
    aCase.given(...pastWith(signal)).when({ ...pass, by: coordinator }).thenRefused('not-by-a-person')
    aCase.given(...past).when(pass).thenRefused('signal-unknown')
    aCase.given(...pastWith(signal, { type: 'EndTeamMembership', ...coordinating, membershipId: id(32), until: '2027-01-10' })).when(pass).thenRefused('no-substitute')
  })
  test('whoever called says so, once', () => {
    aCase.given(...pastWith(signal)).when(answer).then({
      type: 'SignalAnswered', subject: { kind: 'adult', person: mother }, by: coordinator, at: answer.at, category: 'social', signalId: id(700),
    })
    aCase.given(...pastWith(signal, answer)).when({ ...answer, by: substitute }).thenNothing()
    aCase.given(...pastWith(signal)).when({ ...answer, by: groupWorker }).thenRefused('not-the-caller')
    aCase.given(...pastWith(signal)).when({ ...answer, by: asFamily(father) }).thenRefused('not-in-team')
    aCase.given(...past).when(answer).thenRefused('signal-unknown')
  })
})

describe('late cancellations are a question, never a count', () => {
  const late = (number: number, on: string, time = '12:00'): Of<'NoteLateCancellation'> =>
    ({ type: 'NoteLateCancellation', by: system, at: at(time, on), appointmentId: id(number), on, promptId: id(number + 100) })
  const close = (number: number, on: string): Of<'CloseReflectionPrompt'> => ({ type: 'CloseReflectionPrompt', by: coordinator, at: at('13:00', on), promptId: id(number) })
  const promptsAfter = (...commands: readonly FamilyCaseCommand[]) => stateOf(pastWith(...commands)).overload.prompts.map(({ promptId }) => promptId)

  test('the second within six weeks opens one prompt, about the case and nobody in it', () => {
    aCase.given(...pastWith(late(800, '2027-01-11'))).when(late(801, '2027-02-22')).then(
      { type: 'LateCancellationNoted', subject: { kind: 'case' }, by: system, at: at('12:00', '2027-02-22'), appointmentId: id(801), on: '2027-02-22' },
      {
        type: 'ReflectionPromptOpened', subject: { kind: 'case' }, by: system, at: at('12:00', '2027-02-22'), category: 'social',
        promptId: id(901), because: 'late-cancellations',
      },
    )
  })
  test('a day later than six weeks does not', () => {
    expect(promptsAfter(late(800, '2027-01-11'), late(801, addDays('2027-01-11', 43)))).toEqual([])
  })
  test('one appointment counts once', () => {
    aCase.given(...pastWith(late(800, '2027-01-11'))).when({ ...late(800, '2027-01-12'), promptId: id(950) }).thenNothing()
  })
  test('not again while one is open, nor for the same cancellations', () => {
    expect(promptsAfter(late(800, '2027-01-11'), late(801, '2027-01-13'), late(802, '2027-01-15'))).toEqual([id(901)])
    expect(promptsAfter(late(800, '2027-01-11'), late(801, '2027-01-13'), late(802, '2027-01-15'), close(901, '2027-01-18'), late(803, '2027-01-19'))).toEqual([id(901)])
    expect(promptsAfter(late(800, '2027-01-11'), late(801, '2027-01-13'), close(901, '2027-01-18'), late(803, '2027-01-19'), late(804, '2027-01-20'))).toEqual([id(901), id(904)])
  })
  test('it comes from the calendar, never from a person, and never from the future', () => {
    aCase.given(...past).when({ ...late(800, '2027-01-11'), by: coordinator }).thenRefused('not-by-a-person')
    aCase.given(...past).when({ ...late(800, '2027-01-11'), on: '2027-01-12' }).thenRefused('date-in-future')
  })

  describe('one that is taken back', () => {
    const withdraw = (number: number, on: string): Of<'WithdrawLateCancellation'> => ({ type: 'WithdrawLateCancellation', by: system, at: at('12:30', on), appointmentId: id(number) })
    const two = [late(800, '2027-01-11'), late(801, '2027-01-13')]
    const answer: Of<'AnswerReflection'> = { type: 'AnswerReflection', by: coach, at: at('12:10', '2027-01-13'), answerId: id(950), promptId: id(901), text: 'They moved house.' }

    test('says nothing any more, and takes along the question that nobody answered', () => {
      aCase.given(...pastWith(...two)).when(withdraw(801, '2027-01-13')).then(
        { type: 'LateCancellationWithdrawn', subject: { kind: 'case' }, by: system, at: at('12:30', '2027-01-13'), appointmentId: id(801), promptId: id(901) })
      expect(promptsAfter(...two, withdraw(801, '2027-01-13'))).toEqual([])
    })
    test('leaves the other one to be heard', () => {
      expect(promptsAfter(...two, withdraw(801, '2027-01-13'), late(802, '2027-01-15'))).toEqual([id(902)])
    })
    test('leaves a question that was answered, closed, or that two others ask as well', () => {
      expect(promptsAfter(...two, answer, withdraw(801, '2027-01-13'))).toEqual([id(901)])
      expect(promptsAfter(...two, close(901, '2027-01-14'), withdraw(801, '2027-01-15'))).toEqual([id(901)])
      expect(promptsAfter(...two, late(802, '2027-01-14'), withdraw(801, '2027-01-15'))).toEqual([id(901)])
    })
    test('and cancelled late once more counts once more', () => {
      expect(promptsAfter(...two, withdraw(801, '2027-01-13'), { ...late(801, '2027-01-14'), promptId: id(960) })).toEqual([id(960)])
    })
    test('is for the software to say, once, and of nothing else', () => {
      aCase.given(...pastWith(...two)).when({ ...withdraw(801, '2027-01-13'), by: coordinator }).thenRefused('not-by-a-person')
      aCase.given(...pastWith(...two)).when(withdraw(850, '2027-01-13')).thenNothing()
      aCase.given(...pastWith(...two, withdraw(801, '2027-01-13'))).when(withdraw(801, '2027-01-13')).thenNothing()
    })
  })

  describe('the prompt', () => {
    const open = [late(800, '2027-01-11'), late(801, '2027-01-13')]
    const answer: Of<'AnswerReflection'> = { type: 'AnswerReflection', by: coach, at: at('15:00', '2027-01-14'), answerId: id(950), promptId: id(901), text: 'They moved house.' }

    test('it is for the coordinator, the substitute and the coach of the group', () => {
      expect(promptReaders(stateOf(pastWith(...open)))).toEqual([coordinator.person, substitute.person, coach.person])
    })
    test('they answer, and the coordinator closes it', () => {
      const { overload } = stateOf(pastWith(...open, answer, { ...answer, by: coordinator, answerId: id(951), text: 'I will call them.' }, close(901, '2027-01-18')))
      expect(overload.prompts).toMatchObject([{
        answers: [{ text: 'They moved house.', by: coach }, { text: 'I will call them.', by: coordinator }], closedAt: at('13:00', '2027-01-18'),
      }])
      expect(openPrompt(overload)).toBeUndefined()
    })
    test('others are not asked', () => {
      aCase.given(...pastWith(...open)).when({ ...answer, by: groupWorker }).thenRefused('not-asked')
      aCase.given(...pastWith(...open)).when({ ...answer, by: therapist }).thenRefused('not-asked')
      aCase.given(...pastWith(...open)).when({ ...answer, by: asFamily(mother) }).thenRefused('not-in-team')
      aCase.given(...pastWith(...open)).when({ ...close(901, '2027-01-18'), by: coach }).thenRefused('not-coordinator')
      expect(stateOf(pastWith(...open, { ...close(901, '2027-01-18'), by: standIn })).overload.prompts).toMatchObject([{ closedAt: at('13:00', '2027-01-18') }])
    })
    test('not empty, not twice, not to one that is unknown or closed', () => {
      aCase.given(...pastWith(...open)).when({ ...answer, text: '' }).thenRefused('text-empty')
      aCase.given(...pastWith(...open, answer)).when(answer).thenRefused('id-in-use')
      aCase.given(...pastWith(...open)).when({ ...answer, promptId: id(99) }).thenRefused('prompt-unknown')
      aCase.given(...pastWith(...open)).when(close(99, '2027-01-18')).thenRefused('prompt-unknown')
      aCase.given(...pastWith(...open, close(901, '2027-01-18'))).when({ ...answer, at: at('10:00', '2027-01-19') }).thenRefused('prompt-closed')
      aCase.given(...pastWith(...open, close(901, '2027-01-18'))).when(close(901, '2027-01-19')).thenNothing()
    })
  })
})

import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { entries } from '../entries.ts'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { asFamily, at, child, coach, coordinating, coordinator, father, grandmother, groupWorker, id, mother, now, past, pastWith, standIn, stateOf, stranger, therapist } from '../testing/case.ts'
import { agendaOf, isOpenMeeting, stillToTell } from './state.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>

const meetingId = id(1000)
const ofChild = { kind: 'child', person: child } as const
const everybody = [coordinator.person, groupWorker.person, mother, father].map((person) => ({ person, presence: 'must' }) as const)
const convene: Of<'ConveneMeeting'> = { type: 'ConveneMeeting', ...coordinating, meetingId, version: id(1001), purpose: 'Half a year on', attendees: everybody }
const withoutFather: Of<'ConveneMeeting'> = { ...convene, attendees: everybody.filter(({ person }) => person !== father), without: { reason: 'He is at sea.', teller: groupWorker.person } }
const fixed = { date: '2027-02-02', from: '20:15', to: '21:00', place: 'By picture' } as const
const points: Of<'AddMeetingPoints'> = {
  type: 'AddMeetingPoints', by: coordinator, ...now, meetingId,
  points: [{ pointId: id(1010), text: 'The nap', subject: ofChild, category: 'development', source: { kind: 'contribution', id: id(300) } }, { pointId: id(1011), text: 'The plan', subject: ofChild, category: 'plan' }],
}
const mothers: Of<'AddParentsPoint'> = { type: 'AddParentsPoint', by: asFamily(mother), ...now, meetingId, pointId: id(1012), text: 'One evening off', aboutSelf: true }
const minutes: Of<'WriteMinutes'> = { type: 'WriteMinutes', by: groupWorker, at: at('20:30', '2027-02-02'), meetingId, pointId: id(1010), version: id(1020), notes: 'Sleeps with a song.', decision: 'The same song at home.' }
const report: Of<'WriteReport'> = { type: 'WriteReport', by: coordinator, at: at('20:50', '2027-02-02'), meetingId, reportId: id(1030), version: id(1031), discussed: 'We talked about the nap.', agreed: 'One song.', next: '' }
const isThere = (person: string, present = true): Of<'NotePresence'> => ({ type: 'NotePresence', by: coordinator, at: at('20:15', '2027-02-02'), meetingId, person, present })
const close: Of<'CloseMeeting'> = { type: 'CloseMeeting', ...coordinating, at: at('21:00', '2027-02-02'), meetingId }
const held = [convene, points, mothers, isThere(coordinator.person), isThere(mother), minutes, report, close]

describe('to convene (K-11)', () => {
  test('a meeting says what it is for, and who must and who may come; a time can stand at once', () => {
    aCase.given(...past).when({ ...convene, dueOn: '2027-02-28', fixed }).then(
      { type: 'MeetingConvened', subject: ofChild, by: coordinator, at: now.at, category: 'plan', meetingId, version: id(1001), purpose: 'Half a year on', dueOn: '2027-02-28', attendees: everybody },
      { type: 'MeetingTimeSet', subject: ofChild, by: coordinator, at: now.at, category: 'plan', meetingId, fixed })
  })
  test('a meeting without a parent needs a reason, and only then somebody who tells that parent', () => {
    const { without, ...bare } = withoutFather
    aCase.given(...past).when(bare).thenRefused('reason-for-parents-missing')
    aCase.given(...past).when({ ...bare, without: { reason: ' ', teller: groupWorker.person } }).thenRefused('text-empty')
    aCase.given(...past).when({ ...bare, without: { reason: 'He is at sea.', teller: stranger.person } }).thenRefused('teller-missing')
    expect(stateOf(pastWith(withoutFather)).meetings.all[0]?.without).toEqual({ parents: [father], reason: 'He is at sea.', teller: groupWorker.person })
    expect(stateOf(pastWith({ ...convene, without: without! })).meetings.all[0]).not.toHaveProperty('without')
  })
  test('each parent counts, not one for both; a grandmother is welcome and makes up for nobody', () => {
    aCase.given(...past).when({ ...convene, attendees: [...everybody.slice(0, 2), { person: grandmother, presence: 'may' }] }).thenRefused('reason-for-parents-missing')
  })
  test('only who coordinates convenes, and only people of the team or adults of the family are asked', () => {
    aCase.given(...past).when({ ...convene, by: groupWorker }).thenRefused('not-coordinator')
    aCase.given(...past).when({ ...convene, registrationValid: false }).thenRefused('registration-not-valid')
    aCase.given(...past).when({ ...convene, attendees: [] }).thenRefused('attendees-missing')
    for (const person of [stranger.person, child]) aCase.given(...past).when({ ...convene, attendees: [...everybody, { person, presence: 'may' }] }).thenRefused('person-unknown')
    aCase.given(...past).when({ ...convene, attendees: [...everybody, everybody[0]!] }).thenRefused('choice-unknown')
    aCase.given(...past).when({ ...convene, fixed: { ...fixed, to: '20:00' } }).thenRefused('period-reversed')
    aCase.given(...pastWith(convene)).when(convene).thenRefused('id-in-use')
  })
  test('who changes it from an older version gets both texts; the time stays', () => {
    const change: Of<'ChangeMeeting'> = { type: 'ChangeMeeting', ...coordinating, by: standIn, meetingId, from: id(1001), version: id(1002), purpose: 'A year on', attendees: everybody }
    const given = pastWith({ ...convene, fixed }, change)
    expect(stateOf(given).meetings.all[0]).toMatchObject({ purpose: 'A year on', version: id(1002), fixed })
    expect(familyCase.decide({ ...change, purpose: 'Other', version: id(1003) }, stateOf(given))).toMatchObject({ refusal: { code: 'changed-meanwhile', about: { yours: 'Other', theirs: 'A year on', version: id(1002) } } })
    aCase.given(...given).when({ ...change, from: id(1002), version: id(1003) }).thenNothing()
  })
  test('a time typed in and an appointment that is asked take each other\'s place', () => {
    const asked: Of<'SetMeetingTime'> = { type: 'SetMeetingTime', ...coordinating, meetingId, needId: id(1050) }
    const state = stateOf(pastWith({ ...convene, fixed }, asked)).meetings.all[0]
    expect([state?.fixed, state?.needId]).toEqual([undefined, id(1050)])
    aCase.given(...pastWith(convene, asked)).when(asked).thenNothing()
  })
  test('what was called off stays so', () => {
    const cancel: Of<'CancelMeeting'> = { type: 'CancelMeeting', ...coordinating, meetingId, reason: 'It isn\'t needed.' }
    aCase.given(...pastWith(convene, cancel)).when(points).thenRefused('meeting-cancelled')
    expect(stateOf(pastWith(convene, cancel)).meetings.all.map(isOpenMeeting)).toEqual([false])
  })
})

describe('the agenda (K-11)', () => {
  test('parents\' points open it, whatever order is chosen', () => {
    const order: Of<'OrderMeetingAgenda'> = { type: 'OrderMeetingAgenda', by: coordinator, ...now, meetingId, order: [id(1011), id(1010)] }
    const { meetings } = stateOf(pastWith(convene, points, mothers, order))
    expect(agendaOf(meetings.points, meetings.all[0]!.order).map(({ text }) => text)).toEqual(['One evening off', 'The plan', 'The nap'])
  })
  test('who orders what they know of moves nothing that they don\'t know of', () => {
    const order = (...ids: readonly number[]): Of<'OrderMeetingAgenda'> => ({ type: 'OrderMeetingAgenda', by: coordinator, ...now, meetingId, order: ids.map(id) })
    const three = { ...points, points: [...points.points, { pointId: id(1013), text: 'Third', subject: ofChild, category: 'plan' as const }] }
    expect(stateOf(pastWith(convene, three, order(1010, 1011, 1013), order(1013, 1010))).meetings.all[0]?.order).toEqual([1013, 1011, 1010].map(id))
  })
  test('a point about the file has its subject and its label; of safety there is none', () => {
    const state = stateOf(pastWith(convene, points, mothers))
    expect(entries(state).filter(({ kind }) => kind === 'meetingPoint').map(({ subject, category }) => [subject, category])).toEqual([
      [ofChild, 'development'], [ofChild, 'plan'], [{ kind: 'adult', person: mother }, 'plan'],
    ])
    aCase.given(...pastWith(convene)).when({ ...points, points: [{ ...points.points[0]!, category: 'safety' }] }).thenRefused('safety-has-its-own-track')
  })
  test('a parent says in person what to speak of, about the child or about themselves, and only that parent takes it back', () => {
    expect(stateOf(pastWith(convene, { ...mothers, aboutSelf: false })).meetings.points[0]?.subject).toEqual(ofChild)
    aCase.given(...pastWith(convene)).when({ ...mothers, by: asFamily(grandmother) }).thenRefused('not-a-parent')
    aCase.given(...pastWith(convene)).when({ ...mothers, by: coordinator }).thenRefused('not-of-the-family')
    const withdraw: Of<'WithdrawMeetingPoint'> = { type: 'WithdrawMeetingPoint', by: coordinator, ...now, meetingId, pointId: id(1012) }
    aCase.given(...pastWith(convene, mothers)).when(withdraw).thenRefused('not-yours')
    aCase.given(...pastWith(convene, mothers)).when({ ...withdraw, by: asFamily(father) }).thenRefused('not-yours')
    expect(stateOf(pastWith(convene, mothers, { ...withdraw, by: asFamily(mother) })).meetings.points).toEqual([])
  })
  test('what was spoken of isn\'t taken from the agenda any more', () => {
    aCase.given(...pastWith(convene, points, minutes)).when({ type: 'WithdrawMeetingPoint', by: coordinator, ...now, meetingId, pointId: id(1010) }).thenRefused('point-discussed')
  })
  test('who is asked gives something along before; who isn\'t, doesn\'t', () => {
    const input: Of<'GiveMeetingInput'> = { type: 'GiveMeetingInput', by: groupWorker, ...now, meetingId, inputId: id(1040), text: 'Calmer naps', subject: ofChild, category: 'development' }
    expect(stateOf(pastWith(convene, input)).meetings.inputs).toHaveLength(1)
    aCase.given(...pastWith(convene)).when({ ...input, by: therapist }).thenRefused('not-asked')
    aCase.given(...pastWith(convene)).when({ ...input, by: stranger }).thenRefused('not-in-team')
  })
})

describe('the meeting itself (K-11)', () => {
  test('two who write at once lose nothing: the second gets both texts', () => {
    const given = pastWith(convene, points, minutes)
    const second = { ...minutes, by: coordinator, version: id(1021), notes: 'Sleeps badly.', decision: '' }
    expect(familyCase.decide(second, stateOf(given))).toMatchObject({ refusal: { code: 'changed-meanwhile', about: { yours: 'Sleeps badly.', theirs: 'Sleeps with a song.\nThe same song at home.', version: id(1020) } } })
    aCase.given(...given).when({ ...minutes, version: id(1021) }).thenNothing()
    expect(stateOf([...given, ...pastWith(convene, points, minutes, { ...second, from: id(1020) }).slice(given.length)]).meetings.minutes).toMatchObject([{ notes: 'Sleeps badly.', by: coordinator }])
  })
  test('an action has an owner and a day, and is an action of the plan', () => {
    const action: Of<'AddMeetingAction'> = { type: 'AddMeetingAction', by: groupWorker, ...now, meetingId, pointId: id(1010), actionId: id(530), text: 'Record the song', owner: mother, dueOn: '2027-02-09' }
    const state = stateOf(pastWith(convene, points, action))
    expect(state.plan.actions).toMatchObject([{ actionId: id(530), owner: mother, dueOn: '2027-02-09' }])
    expect(state.meetings.all[0]?.actions).toEqual([{ pointId: id(1010), actionId: id(530) }])
    aCase.given(...pastWith(convene, points)).when({ ...action, owner: stranger.person }).thenRefused('person-unknown')
    aCase.given(...pastWith(convene, points)).when({ ...action, pointId: id(1) }).thenRefused('point-unknown')
  })
  test('only who is asked writes; nobody from outside, and no parent writes in the minutes', () => {
    for (const by of [coach, therapist]) aCase.given(...pastWith(convene, points)).when({ ...minutes, by }).thenRefused('not-asked')
    aCase.given(...pastWith(convene, points)).when({ ...minutes, by: asFamily(mother) }).thenRefused('not-in-team')
    aCase.given(...pastWith(convene, points)).when({ ...minutes, notes: '', decision: ' ' }).thenRefused('text-empty')
  })
})

describe('to close (K-11)', () => {
  test('it takes who was there, and the words for the parents', () => {
    aCase.given(...pastWith(...held.filter((one) => one.type !== 'NotePresence' && one !== close))).when(close).thenRefused('presence-missing')
    aCase.given(...pastWith(...held.filter((one) => one !== report && one !== close))).when(close).thenRefused('report-missing')
  })
  test('from then on minutes, agenda and the parents\' version stand; what was said beside them stands beside', () => {
    for (const command of [minutes, points, mothers, report, isThere(father), close, { type: 'CancelMeeting', ...coordinating, meetingId, reason: 'Late' } as const]) aCase.given(...pastWith(...held)).when(command).thenRefused('meeting-closed')
    const beside: Of<'AddStatement'> = { type: 'AddStatement', by: asFamily(father), at: at('09:00', '2027-02-03'), id: id(1060), entry: { kind: 'meetingReport', id: id(1030) }, entryBy: coordinator.person, entryAbout: ofChild, entryCategory: 'plan', text: 'It was another song.' }
    expect(stateOf(pastWith(...held, beside)).contributions.corrections).toHaveLength(1)
  })
  test('a parent who wasn\'t there is told, by who was asked to or who coordinates, and that is kept', () => {
    const told: Of<'InformParent'> = { type: 'InformParent', by: coordinator, at: at('09:00', '2027-02-03'), meetingId, parent: father, told: true, words: 'By phone' }
    const toTell = (...commands: readonly FamilyCaseCommand[]) => stateOf(pastWith(...held, ...commands)).meetings.all.map(stillToTell)
    expect([toTell(), toTell(told)]).toEqual([[[father]], [[]]])
    aCase.given(...pastWith(...held)).when({ ...told, parent: mother }).thenRefused('person-unknown')
    aCase.given(...pastWith(...held)).when({ ...told, by: groupWorker }).thenRefused('not-asked')
    aCase.given(...pastWith(withoutFather, ...held.slice(1))).when({ ...told, by: groupWorker }).then({ type: 'MeetingParentInformed', subject: ofChild, by: groupWorker, at: told.at, category: 'plan', meetingId, parent: father, told: true, words: 'By phone' })
    aCase.given(...pastWith(...held)).when({ type: 'InformParent', by: coordinator, at: told.at, meetingId, parent: father, told: false }).thenRefused('text-empty')
    aCase.given(...pastWith(convene)).when(told).thenRefused('meeting-not-closed')
  })
  test('what was closed stays closed when its words are erased', () => {
    const state = familyCase.evolveErased!(stateOf(pastWith(...held.filter((one) => one !== close))), { erased: true, type: 'MeetingClosed', subject: ofChild, at: at('21:00', '2027-02-02') })
    expect(state.isOpen && state.meetings.all.map(isOpenMeeting)).toEqual([false])
  })
})

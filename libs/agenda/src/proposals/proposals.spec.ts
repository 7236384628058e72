import { describe, expect, test } from '@jest/globals'
import { system } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import fc from 'fast-check'
import { agenda } from '../agenda.ts'
import type { AgendaCommand, AgendaEvent } from '../events.ts'
import { askedFor, isAgreed, partsOf, proposalsWith } from '../statuses.ts'
import { aboutChild, aboutFather, aboutMother, adults, child, coordinator, father, mother, neurologistPart, now, ofCase, physiotherapy, physiotherapyPart, proposal, self, therapyPart, zone } from '../testing/family.ts'
import { addNeed, answer, confirm, happened, send, threeNeeds } from '../testing/story.ts'
import type { Answer, ProposedPart, Spoken } from './events.ts'

const anAgenda = specify(agenda)
const light = proposal('light', physiotherapyPart, therapyPart, neurologistPart)
const sent = [...threeNeeds, send(light)]
const holds = [['physiotherapy-1', 'physio'], ['therapy-1', 'therapist'], ['neurologist-1', 'neurologist']] as const
const agreed = [...sent, answer('light', mother), answer('light', father)]
const confirmed = [...agreed, confirm('light', ...holds)]
const withdraw = (proposalId: string) => ({ type: 'WithdrawProposal', by: coordinator, at: now, proposalId }) as const
const release = (proposalId: string) => ({ type: 'ReleaseBundle', by: system, at: now, proposalId, because: 'slot-taken' }) as const
const answered = (person: string, given: Answer, proposalId = 'light'): AgendaEvent =>
  ({ type: 'AnswerGiven', subject: { kind: 'adult', person }, by: self(person), at: now, proposalId, person, answer: given })

describe('sending proposals', () => {
  test('records each part under the person it is about, so that the therapy of the mother is hers alone', () => {
    const events = happened(...sent)
    const parts = events.filter((event) => event.type === 'ProposalPartSent')
    expect(parts.map(({ appointmentId, subject }) => [appointmentId, subject])).toEqual([['physiotherapy-1', aboutChild], ['therapy-1', aboutMother], ['neurologist-1', aboutChild]])
    const shared = events.filter(({ subject }) => subject.kind === 'case')
    expect(JSON.stringify(shared)).not.toMatch(/therap|mental|tuesday/)
  })
  test('asks the adults who attend a part, each part its own; somebody who attends nothing is not asked', () => {
    const state = anAgenda.given(...happened(...sent)).state()
    expect(partsOf(state, 'light').map(({ asked }) => asked)).toEqual([[mother], [mother], [mother, father]])
    const ofMother = anAgenda.given(...happened(...threeNeeds, send(proposal('hers', physiotherapyPart)))).state()
    expect(askedFor(partsOf(ofMother, 'hers'))).toEqual([mother])
  })
  test('asks both parents for their child where only the child has to be there', () => {
    const alone = { ...physiotherapyPart, attendees: [child] }
    const events = happened(addNeed({ ...physiotherapy, attendance: [[child]] }), send(proposal('group', alone)))
    expect(askedFor(partsOf(anAgenda.given(...events).state(), 'group'))).toEqual(adults)
  })
  test.each<readonly [string, Partial<ProposedPart>, string]>([
    ['a need that nobody asked', { needId: 'elsewhere' }, 'unknown-need'],
    ['a date that does not exist', { date: '2027-02-29' }, 'date-invalid'],
    ['a time off the quarter', { start: '09:20', end: '09:50' }, 'time-off-grid'],
    ['a time that does not exist', { start: '24:15', end: '24:45' }, 'time-invalid'],
    ['the past', { date: '2027-01-04', start: '08:30', end: '09:00' }, 'in-the-past'],
    ['another length', { end: '10:15' }, 'wrong-length'],
    ['a day after the last one', { date: '2027-01-25' }, 'outside-window'],
    ['digital where that is not allowed', { modality: { kind: 'digital' } }, 'modality-not-allowed'],
    ['another place', { modality: { kind: 'onsite', place: 'hospital' } }, 'modality-not-allowed'],
    ['people who need not come', { attendees: [child, mother, father] }, 'attendance-not-allowed'],
    ['another professional', { practitioners: ['neurologist'] }, 'staffing-not-allowed'],
    ['an evening that is not digital', { evening: true }, 'evening-not-digital'],
    ['somebody who is at another part at that time', { date: '2027-01-15', start: '14:15', end: '14:45' }, 'double-booked'],
  ])('on %s is refused', (_, change, code) => {
    anAgenda.given(...happened(...threeNeeds)).when(send(proposal('light', neurologistPart, { ...physiotherapyPart, ...change }))).thenRefused(code)
  })
  test('needs who interprets, when the need asks for somebody, and one of those', () => {
    const asking = addNeed({ ...physiotherapy, interpreter: { language: 'ti', by: ['eden', 'samuel'] } })
    const sendWith = (...practitioners: readonly string[]) => anAgenda.given(...happened(asking)).when(send(proposal('light', { ...physiotherapyPart, practitioners })))
    const part = happened(asking, send(proposal('light', { ...physiotherapyPart, practitioners: ['physio', 'eden'] }))).find(({ type }) => type === 'ProposalPartSent')
    expect(part).toMatchObject({ practitioners: ['physio', 'eden'] })
    sendWith('physio').thenRefused('staffing-not-allowed')
    sendWith('physio', 'eden', 'samuel').thenRefused('staffing-not-allowed')
  })
  test('without parts, with a known id, or with a need twice is refused', () => {
    const past = happened(...sent)
    anAgenda.given(...past).when(send()).thenRefused('proposal-empty')
    anAgenda.given(...past).when(send(proposal('empty'))).thenRefused('proposal-empty')
    anAgenda.given(...past).when(send(light)).thenRefused('proposal-known')
    anAgenda.given(...past).when(send(proposal('again', physiotherapyPart))).thenRefused('appointment-known')
    anAgenda.given(...past).when(send(proposal('twice', { ...physiotherapyPart, appointmentId: 'a' }, { ...physiotherapyPart, appointmentId: 'b', date: '2027-01-13' }))).thenRefused('need-double')
  })
  test('of a need that is planned, or beside a confirmed appointment of the same people, is refused', () => {
    const past = happened(...confirmed, addNeed({ ...physiotherapy, needId: 'second' }))
    anAgenda.given(...past).when(send(proposal('again', { ...physiotherapyPart, appointmentId: 'new' }))).thenRefused('need-planned')
    anAgenda.given(...past).when(send(proposal('beside', { ...physiotherapyPart, appointmentId: 'new', needId: 'second', start: '09:30', end: '10:00' }))).thenRefused('double-booked')
  })
  test('waits while another is being confirmed', () => {
    anAgenda.given(...happened(...agreed)).when(send(proposal('more', { ...physiotherapyPart, appointmentId: 'new' }))).thenRefused('being-confirmed')
  })
})

describe('answering a proposal', () => {
  test('one yes of two starts nothing; the second one starts the confirmation', () => {
    anAgenda.given(...happened(...sent)).when(answer('light', mother)).then(answered(mother, 'yes'))
    anAgenda.given(...happened(...sent, answer('light', mother))).when(answer('light', father)).then(
      answered(father, 'yes'),
      { type: 'ConfirmationStarted', subject: ofCase, by: self(father), at: now, proposalId: 'light', expiresAt: '2027-01-04T08:02:00.000Z' },
    )
  })
  test('one may let the other answer; when both do, nobody has said yes', () => {
    const starts = (...events: readonly AgendaEvent[]) => proposalsWith(anAgenda.given(...events).state(), 'confirming').length === 1
    expect(starts(...happened(...sent, answer('light', father, 'letOtherAnswer'), answer('light', mother)))).toBe(true)
    expect(starts(...happened(...sent, answer('light', mother), answer('light', father, 'letOtherAnswer')))).toBe(true)
    expect(starts(...happened(...sent, answer('light', mother, 'letOtherAnswer'), answer('light', father, 'letOtherAnswer')))).toBe(false)
  })
  test('who is the only one asked cannot leave it to another', () => {
    anAgenda.given(...happened(...threeNeeds, send(proposal('hers', physiotherapyPart)))).when(answer('hers', mother, 'letOtherAnswer')).thenRefused('nobody-else-asked')
  })
  test('the same answer twice changes nothing; another one changes it until the confirmation', () => {
    anAgenda.given(...happened(...sent, answer('light', mother))).when(answer('light', mother)).thenNothing()
    anAgenda.given(...happened(...sent, answer('light', mother))).when(answer('light', mother, 'otherMoment')).then(answered(mother, 'otherMoment'))
    anAgenda.given(...happened(...agreed)).when(answer('light', mother, 'otherMoment')).thenRefused('being-confirmed')
    anAgenda.given(...happened(...confirmed)).when(answer('light', mother, 'otherMoment')).thenRefused('proposal-confirmed')
    anAgenda.given(...happened(...confirmed)).when(answer('light', mother)).thenNothing()
  })
  describe('in words, to a professional who types it in', () => {
    const by = { ...coordinator, onBehalfOf: father }
    const byPhone: Spoken = { how: 'byPhone', on: '2027-01-04' }
    const typedIn = (change: Partial<Extract<AgendaCommand, { type: 'AnswerProposal' }>> = {}) =>
      ({ type: 'AnswerProposal', by, at: now, zone, proposalId: 'light', person: father, answer: 'yes', spoken: byPhone, ...change }) as const
    const asked = anAgenda.given(...happened(...sent))
    test('is that person\'s own yes: who said it, who typed it, how and when', () => {
      asked.when(typedIn()).then({ type: 'AnswerGiven', subject: aboutFather, by, at: now, proposalId: 'light', person: father, answer: 'yes', spoken: byPhone })
      const state = anAgenda.given(...happened(...sent, typedIn())).state()
      expect(state.proposals.byId.get('light')?.answers.get(father)).toEqual({ answer: 'yes', at: now, by, spoken: byPhone })
    })
    test('counts as any other: with it, the confirmation starts', () => {
      const state = anAgenda.given(...happened(...sent, answer('light', mother), typedIn())).state()
      expect(proposalsWith(state, 'confirming').length).toBe(1)
    })
    test('twice is once', () => { anAgenda.given(...happened(...sent, typedIn())).when(typedIn()).thenNothing() })
    test('is typed in only in the name of who said it', () => {
      asked.when(typedIn({ by: coordinator })).thenRefused('not-yourself')
      asked.when({ type: 'AnswerProposal', by: self(mother), at: now, zone, proposalId: 'light', person: father, answer: 'yes' }).thenRefused('not-yourself')
    })
    test('says how and when it was said; who answers in person says nothing of the kind', () => {
      asked.when({ type: 'AnswerProposal', by, at: now, zone, proposalId: 'light', person: father, answer: 'yes' }).thenRefused('spoken-missing')
      asked.when(typedIn({ by: self(father) })).thenRefused('request-invalid')
    })
    test('is a yes: another moment is talked about', () => { asked.when(typedIn({ answer: 'otherMoment' })).thenRefused('spoken-yes-only') })
    test('was said on a day since it was proposed, and not in the future', () => {
      asked.when(typedIn({ spoken: { how: 'atHome', on: '2027-02-30' } })).thenRefused('date-invalid')
      asked.when(typedIn({ spoken: { how: 'atHome', on: '2027-01-03' } })).thenRefused('spoken-on-another-day')
      asked.when(typedIn({ spoken: { how: 'atCentre', on: '2027-01-05' } })).thenRefused('spoken-on-another-day')
    })
  })
  test('who is not asked has nothing to answer; an unknown proposal neither', () => {
    anAgenda.given(...happened(...threeNeeds, send(proposal('hers', physiotherapyPart)))).when(answer('hers', father)).thenRefused('not-asked')
    anAgenda.given(...happened(...sent)).when(answer('light', 'grandmother')).thenRefused('not-asked')
    anAgenda.given(...happened(...sent)).when(answer('of-another-family', mother)).thenRefused('unknown-proposal')
  })
  test('what was withdrawn or released is no longer asked', () => {
    anAgenda.given(...happened(...sent, withdraw('light'))).when(answer('light', mother)).thenRefused('proposal-withdrawn')
    anAgenda.given(...happened(...agreed, release('light'))).when(answer('light', mother)).thenRefused('proposal-released')
  })
  test('once its first part has begun it is too late for a yes, not for another moment', () => {
    const late = { at: '2027-01-12T08:15:00.000Z' }
    anAgenda.given(...happened(...sent)).when({ ...answer('light', mother), ...late }).thenRefused('in-the-past')
    anAgenda.given(...happened(...sent)).when({ ...answer('light', mother, 'otherMoment'), ...late }).then({ ...answered(mother, 'otherMoment'), ...late })
  })
  test('agreed is when each who is asked said yes or leaves it to one who did, whatever the order and the changes of mind', () => {
    const given = fc.array(fc.tuple(fc.constantFrom(mother, father), fc.constantFrom<Answer>('yes', 'letOtherAnswer', 'otherMoment')), { maxLength: 8 })
    fc.assert(fc.property(given, (answers) => {
      const state = anAgenda.given(...happened(...sent), ...answers.map(([person, one]) => answered(person, one))).state()
      const last = (person: string) => answers.findLast(([who]) => who === person)?.[1]
      const pair = [last(mother), last(father)].sort().join()
      const [own] = proposalsWith(state, 'sent')
      expect(own !== undefined && isAgreed(state, own)).toBe(['yes,yes', 'letOtherAnswer,yes'].includes(pair))
    }))
  })
})

describe('confirming', () => {
  const other = proposal('soon', { ...physiotherapyPart, appointmentId: 'other', date: '2027-01-13' })
  test('confirms all parts in one fact, and withdraws the other proposals', () => {
    anAgenda.given(...happened(...threeNeeds, send(light, other), answer('light', mother), answer('light', father))).when(confirm('light', ...holds)).then(
      { type: 'BundleConfirmed', subject: ofCase, by: coordinator, at: now, proposalId: 'light' },
      { type: 'ProposalWithdrawn', subject: ofCase, by: coordinator, at: now, proposalId: 'soon', because: 'other-confirmed' },
    )
  })
  test('never with a part that no calendar holds, and never at the last moment', () => {
    anAgenda.given(...happened(...agreed)).when(confirm('light', ...holds.slice(1))).thenRefused('holds-missing')
    anAgenda.given(...happened(...agreed)).when({ ...confirm('light', ...holds), at: '2027-01-04T08:01:30.001Z' }).thenRefused('holds-too-short')
  })
  test('only what all agreed to; a second time changes nothing', () => {
    anAgenda.given(...happened(...sent)).when(confirm('light', ...holds)).thenRefused('not-confirming')
    anAgenda.given(...happened(...agreed, release('light'))).when(confirm('light', ...holds)).thenRefused('not-confirming')
    anAgenda.given(...happened(...confirmed)).when(confirm('light', ...holds)).thenNothing()
  })
  test('what is confirmed is neither withdrawn nor released', () => {
    anAgenda.given(...happened(...confirmed)).when(withdraw('light')).thenRefused('proposal-confirmed')
    anAgenda.given(...happened(...confirmed)).when(release('light')).thenRefused('proposal-confirmed')
  })
  test('a release says why, once', () => {
    anAgenda.given(...happened(...agreed)).when(release('light')).then({ type: 'BundleReleased', subject: ofCase, by: system, at: now, proposalId: 'light', because: 'slot-taken' })
    anAgenda.given(...happened(...agreed, release('light'))).when(release('light')).thenNothing()
    anAgenda.given(...happened(...sent)).when(release('light')).thenRefused('not-confirming')
  })
})

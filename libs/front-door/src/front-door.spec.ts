/** What holds whatever happens at the front door: random commands, in any order, by anyone. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isRefused, subjectKey } from '@samenspel/kernel'
import { consultation } from './consultation/decide.ts'
import { consultationEvents, type ConsultationCommand } from './consultation/events.ts'
import type { Consultation } from './consultation/state.ts'
import { referral } from './referral/decide.ts'
import { outcomes, referralEvents, type ReferralCommand } from './referral/events.ts'
import { mayTellReferrer, type Referral } from './referral/state.ts'
import { frontDoorRefusals } from './refusals.ts'
import { ask, asReferrer, colleague, father, groupWorker, id, later, mother, named, receive, specialist } from './testing/door.ts'

const actor = fc.constantFrom(specialist, specialist, colleague, groupWorker, asReferrer)
const text = fc.constantFrom('One', 'Two', ' ')
const few = fc.integer({ min: 50, max: 53 }).map(id)
const registrationValid = fc.constantFrom(true, true, false)
const stamp = { by: actor, at: fc.constant(later) }

const referralCommand: fc.Arbitrary<ReferralCommand> = fc.oneof(
  fc.constant<ReferralCommand>(receive),
  fc.record({ type: fc.constant('TakeUpReferral' as const), ...stamp }),
  fc.record({ type: fc.constant('GiveOpinion' as const), ...stamp, registrationValid, opinionId: few, text }),
  fc.record({ type: fc.constant('NoteFirstTalk' as const), ...stamp, on: fc.constantFrom('2027-02-01', '2027-03-02', '2027-04-01') }),
  fc.record({ type: fc.constant('NoteFeedbackWord' as const), ...stamp, person: fc.constantFrom(mother, father, id(9)), agreed: fc.boolean(), how: text, on: fc.constant('2027-03-02') }),
  fc.record({ type: fc.constant('GiveFeedback' as const), ...stamp, feedbackId: few, text }),
  fc.record({ type: fc.constant('CloseReferral' as const), ...stamp, registrationValid, outcome: fc.constantFrom(...outcomes), words: text }),
  fc.record({ type: fc.constant('ReopenReferral' as const), ...stamp }),
)
const consultationCommand: fc.Arbitrary<ConsultationCommand> = fc.oneof(
  fc.constant<ConsultationCommand>(ask),
  fc.record({ type: fc.constant('AskFurther' as const), ...stamp, questionId: few, text }),
  fc.record({ type: fc.constant('AnswerQuestion' as const), ...stamp, registrationValid, questionId: few, answerId: few, text }),
  fc.record({ type: fc.constant('NameConsultation' as const), ...stamp, named: fc.constantFrom(named, { ...named, consent: { ...named.consent, consentedBy: [] } }) }),
  fc.record({ type: fc.constant('CloseConsultation' as const), ...stamp, outcome: fc.constantFrom('answered' as const, 'becameReferral' as const) }),
)

describe('a referral, whatever is asked of it', () => {
  test('K-02: ends with an opinion behind it, tells who referred nothing against a no, and a case that began isn’t undone', () => {
    fc.assert(fc.property(fc.array(referralCommand, { maxLength: 25 }), (commands) => {
      let state: Referral | undefined
      for (const command of [receive, ...commands]) {
        const before = state, decision = referral.decide(command, state)
        if (isRefused(decision)) { expect(frontDoorRefusals).toContain(decision.refusal.code); continue }
        for (const event of decision.events) {
          expect(Object.keys(referralEvents)).toContain(event.type)
          expect(subjectKey(event.subject)).not.toContain('undefined')
          if (event.type === 'ReferralClosed') expect(before?.opinions.length).toBeGreaterThan(0)
          if (event.type === 'FeedbackGiven') expect(mayTellReferrer(before!)).toBe(true)
          if (event.type === 'ReferralReopened') expect(before?.closed?.outcome).not.toBe('caseStarted')
          state = referral.evolve(state, event)
        }
      }
    }), { numRuns: 300 })
  })
})

describe('a question, whatever is asked of it', () => {
  test('C-12: is named only with a consent, and becomes a referral only when it is', () => {
    fc.assert(fc.property(fc.array(consultationCommand, { maxLength: 25 }), (commands) => {
      let state: Consultation | undefined
      for (const command of [ask, ...commands]) {
        const before = state, decision = consultation.decide(command, state)
        if (isRefused(decision)) { expect(frontDoorRefusals).toContain(decision.refusal.code); continue }
        for (const event of decision.events) { expect(Object.keys(consultationEvents)).toContain(event.type); state = consultation.evolve(state, event) }
        if (state?.named !== undefined) expect(state.named.parents.some(({ consent, agrees }) => consent !== undefined && agrees === 'yes')).toBe(true)
        if (state?.closed?.outcome === 'becameReferral') expect(before?.named).toBeDefined()
      }
    }), { numRuns: 300 })
  })
})

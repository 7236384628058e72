import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { at, child, clinic, coordinating, coordinator, groupWorker, id, mother, past, pastWith, stateOf, substitute, therapist } from '../testing/case.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>

const partner = { person: id(60), role: 'professional', organisation: clinic, discipline: 'hospital' } as const
const ofChild = { kind: 'child', person: child } as const
const invite: Of<'InvitePartner'> = {
  type: 'InvitePartner', ...coordinating, invitationId: id(70), practitionerId: partner.person, organisation: clinic, discipline: 'hospital', subject: ofChild, category: 'contact',
  question: 'Can you think along about a child of one year who sleeps badly? Two talks, from February on.', from: '2027-02-01', until: '2027-06-30', answerBy: '2027-01-31',
}
const accept: Of<'AnswerInvitation'> = { type: 'AnswerInvitation', by: partner, at: at('15:00'), invitationId: id(70), answer: 'accepted', words: 'Gladly, on Tuesdays.', hasConsent: false }
const welcome: Of<'WelcomePartner'> = { type: 'WelcomePartner', ...coordinating, at: at('16:00'), invitationId: id(70), hasConsent: true }
const takeBack: Of<'WithdrawInvitation'> = { type: 'WithdrawInvitation', ...coordinating, at: at('14:00'), invitationId: id(70) }
const joined = {
  type: 'TeamMemberAdded', subject: ofChild, category: 'contact', membershipId: id(70), practitionerId: partner.person, organisation: clinic, discipline: 'hospital', from: '2027-02-01', until: '2027-06-30', isCoach: false,
} as const

describe('inviting a partner (C-02)', () => {
  test('it says to whom, what is asked, for when, and until when it can be answered', () => {
    aCase.given(...past).when(invite).then({
      type: 'PartnerInvited', subject: ofChild, by: coordinator, at: invite.at, category: 'contact', invitationId: id(70), practitionerId: partner.person, organisation: clinic, discipline: 'hospital',
      question: invite.question, from: '2027-02-01', until: '2027-06-30', answerBy: '2027-01-31',
    })
    expect(stateOf(pastWith(invite)).careTeam).toEqual(stateOf(past).careTeam)
  })
  test.each(['About Pim, who sleeps badly.', 'A talk with mother INA.', 'The family Voorbeeld asks.', 'Bás sleeps badly', 'case d-0001', 'Over het gezin (Toos)'])('the question gives nobody away: not "%s"', (question) => {
    aCase.given(...past).when({ ...invite, question }).thenRefused('names-somebody')
  })
  test('a word that only looks like a name gives nobody away', () => {
    expect(familyCase.decide({ ...invite, question: 'Pimpelmees, basketball and fam. life' }, stateOf(past))).toMatchObject({ events: [{}] })
  })
  test.each<[string, string, Partial<Of<'InvitePartner'>>]>([
    ['by a colleague', 'not-coordinator', { by: groupWorker }],
    ['without a valid registration', 'registration-not-valid', { registrationValid: false }],
    ['who is in the team', 'already-in-team', { practitionerId: therapist.person, organisation: therapist.organisation! }],
    ['who is of the family', 'id-in-use', { practitionerId: mother }],
    ['for a stranger', 'subject-unknown', { subject: { kind: 'adult', person: id(99) } }],
    ['for the safety track', 'safety-has-its-own-track', { category: 'safety' }],
    ['for a period that is over', 'date-in-past', { from: '2027-01-01', until: '2027-01-10' }],
    ['for a period that ends before it begins', 'period-reversed', { until: '2027-01-20' }],
    ['to be answered yesterday', 'date-in-past', { answerBy: '2027-01-10' }],
    ['without a question', 'text-empty', { question: ' ' }],
  ])('not %s', (_, code, change) => { aCase.given(...past).when({ ...invite, ...change }).thenRefused(code) })
  test('not twice', () => {
    aCase.given(...pastWith(invite)).when(invite).thenRefused('id-in-use')
    aCase.given(...pastWith(invite)).when({ ...invite, invitationId: id(71) }).thenRefused('already-invited')
    expect(stateOf(pastWith(invite, { ...accept, answer: 'refused' }, { ...invite, at: at('17:00'), invitationId: id(71) })).invitations).toHaveLength(2)
  })
})

describe('answering an invitation', () => {
  test('a no is kept with its word, and nobody joins', () => {
    aCase.given(...pastWith(invite)).when({ ...accept, answer: 'refused', words: 'No room before the summer.', hasConsent: true }).then({
      type: 'InvitationAnswered', subject: ofChild, by: partner, at: accept.at, category: 'contact', invitationId: id(70), answer: 'refused', words: 'No room before the summer.',
    })
  })
  test('a yes before there is consent is kept, and nobody joins yet', () => {
    const { careTeam, invitations } = stateOf(pastWith(invite, accept))
    expect([careTeam.members.length, invitations]).toMatchObject([stateOf(past).careTeam.members.length, [{ answer: 'accepted', words: 'Gladly, on Tuesdays.' }]])
  })
  test('a yes with consent joins the team, for the period that was asked', () => {
    aCase.given(...pastWith(invite)).when({ ...accept, hasConsent: true }).then(
      { type: 'InvitationAnswered', subject: ofChild, by: partner, at: accept.at, category: 'contact', invitationId: id(70), answer: 'accepted', words: 'Gladly, on Tuesdays.' },
      { ...joined, by: partner, at: accept.at },
    )
  })
  test('only by who was asked, for the organisation that was asked', () => {
    aCase.given(...pastWith(invite)).when({ ...accept, by: therapist }).thenRefused('not-asked')
    aCase.given(...pastWith(invite)).when({ ...accept, by: { ...partner, organisation: id(11) } }).thenRefused('not-asked')
    aCase.given(...past).when(accept).thenRefused('invitation-unknown')
  })
  test('once, in time, and while it stands', () => {
    aCase.given(...pastWith(invite, accept)).when(accept).thenNothing()
    aCase.given(...pastWith(invite, accept)).when({ ...accept, answer: 'refused' }).thenRefused('invitation-closed')
    aCase.given(...pastWith(invite)).when({ ...accept, at: at('00:01', '2027-02-01') }).thenRefused('invitation-closed')
    aCase.given(...pastWith(invite, takeBack)).when(accept).thenRefused('invitation-closed')
  })
})

describe('joining after the yes', () => {
  test('once there is consent, the coordinator welcomes who said yes', () => {
    aCase.given(...pastWith(invite, accept)).when(welcome).then({ ...joined, by: coordinator, at: welcome.at })
    aCase.given(...pastWith(invite, accept, welcome)).when(welcome).thenNothing()
  })
  test('nobody joins without consent, without a yes, or after it was taken back', () => {
    aCase.given(...pastWith(invite, accept)).when({ ...welcome, hasConsent: false }).thenRefused('consent-missing')
    aCase.given(...pastWith(invite)).when(welcome).thenRefused('not-accepted')
    aCase.given(...pastWith(invite, accept, { ...takeBack, at: at('15:30') })).when(welcome).thenRefused('invitation-closed')
    aCase.given(...pastWith(invite, accept)).when({ ...welcome, by: groupWorker }).thenRefused('not-coordinator')
    aCase.given(...pastWith(invite, accept)).when({ ...welcome, at: at('10:00', '2027-07-01') }).thenRefused('invitation-closed')
  })
  test('who joined late is in the team from that day, and until the day that was asked (C-14)', () => {
    expect(stateOf(pastWith(invite, accept, { ...welcome, at: at('10:00', '2027-03-01') })).careTeam.members.at(-1)).toMatchObject({ from: '2027-03-01', until: '2027-06-30' })
  })
  test('an invitation is taken back by who coordinates, and not after joining', () => {
    aCase.given(...pastWith(invite, takeBack)).when(takeBack).thenNothing()
    aCase.given(...pastWith(invite)).when({ ...takeBack, by: substitute }).thenRefused('not-on-behalf')
    aCase.given(...pastWith(invite, accept, welcome)).when({ ...takeBack, at: at('17:00') }).thenRefused('invitation-closed')
  })
})

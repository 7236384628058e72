/** An invented referral and question for the specs. */
import type { Actor } from '@samenspel/kernel'
import type { Named } from '../consultation/events.ts'
import type { ConsultationCommand } from '../consultation/events.ts'
import type { ReferralCommand } from '../referral/events.ts'
import type { ReferredParent, Referrer } from '../people.ts'

/** A made-up id that is easy to tell apart in a failing test. */
export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const [child, mother, father, gp, practice] = [id(1), id(2), id(3), id(4), id(11)] as const

export const asReferrer: Actor = { person: gp, role: 'professional' }
export const specialist: Actor = { person: id(21), role: 'professional', organisation: practice, discipline: 'imhSpecialist' }
export const colleague: Actor = { ...specialist, person: id(22) }
export const groupWorker: Actor = { person: id(23), role: 'professional', organisation: practice, discipline: 'dayCentre' }

export const receivedAt = '2027-03-01T09:00:00.000Z'
export const later = '2027-03-03T09:00:00.000Z'

export const referrer: Referrer = { person: gp, name: 'Noor Vos', discipline: 'gp', organisation: 'Huisartsen Kade', reach: '0800 555 0900' }
export const agreeingMother: ReferredParent = { person: mother, role: 'mother', firstName: 'Ina', name: 'Ina Voorbeeld', reach: '0800 555 0901', agrees: 'yes', toldOn: '2027-02-26' }
export const quietFather: ReferredParent = { person: father, role: 'father', firstName: 'Kees', agrees: 'notAsked' }

export const receive: Extract<ReferralCommand, { type: 'ReceiveReferral' }> = {
  type: 'ReceiveReferral', by: asReferrer, at: receivedAt, organisation: practice, jurisdiction: 'NL', channel: 'form', urgency: 'soon', urgencyReason: 'Nobody sleeps any more.',
  referrer, child: { person: child, firstName: 'Pim', birthDate: '2026-02-10' }, parents: [agreeingMother, quietFather],
  ticked: [{ group: 'child', signals: ['sleeping', 'crying'] }, { group: 'relation', about: mother, signals: ['hardToSoothe'] }, { group: 'parents', signals: ['wornOut'] }, { group: 'surroundings', signals: ['littleSupport'] }],
  family: 'How do we get a night of rest?', story: 'Ina comes every week.',
}

export const ask: Extract<ConsultationCommand, { type: 'AskConsultation' }> = {
  type: 'AskConsultation', by: asReferrer, at: receivedAt, organisation: practice, jurisdiction: 'BE', channel: 'form', asker: referrer, child, ageMonths: 7, questionId: id(50), text: 'A baby cries for hours; what can I offer?',
}
export const named: Named = {
  child: { person: child, firstName: 'Pim', birthDate: '2026-08-01' }, parents: [{ ...agreeingMother, toldOn: '2027-03-02' }],
  consent: { consentedBy: [mother], how: 'In the consulting room, she said yes.', on: '2027-03-02', askedBy: 'Noor Vos' },
}

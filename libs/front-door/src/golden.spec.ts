import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { fold } from '@samenspel/kernel'
import { consultation } from './consultation/decide.ts'
import { consultationEvents, type ConsultationEvent } from './consultation/events.ts'
import { referral } from './referral/decide.ts'
import { referralEvents, type ReferralEvent } from './referral/events.ts'

const folder = new URL('../golden/', import.meta.url)
const read = (type: string): unknown => JSON.parse(readFileSync(new URL(`${type}.v1.json`, folder), 'utf8'))

describe('every version of every event that was ever written', () => {
  test('has its example in the repository, and nothing else lies there', () => {
    const all = Object.entries({ ...referralEvents, ...consultationEvents }).flatMap(([type, { version }]) => Array.from({ length: version }, (_, index) => `${type}.v${index + 1}.json`))
    expect(readdirSync(folder).sort()).toEqual(all.sort())
  })
  test('of a referral still loads, as the story of one', () => {
    expect(fold(referral, Object.keys(referralEvents).map((type) => read(type) as ReferralEvent))).toMatchObject({
      channel: 'form', urgency: 'soon', referrer: { name: 'Noor Vos', discipline: 'gp' }, child: { firstName: 'Pim', birthDate: '2026-02-10' }, parents: [{ role: 'mother', agrees: 'yes', toldOn: '2027-02-26' }],
      ticked: [{ group: 'child', signals: ['sleeping', 'crying'] }], story: { family: 'How do we get a night of rest?' }, takenUp: {}, opinions: [{ text: 'Short help at home fits.' }], firstTalkOn: '2027-03-03', feedback: { text: 'They are seen by us.' },
    })
    expect(fold(referral, (['ReferralReceived', 'ReferralClosed', 'OutcomeExplained'] as const).map((type) => read(type) as ReferralEvent))?.closed).toMatchObject({ outcome: 'adviceEnough', words: 'A rhythm for the evening.' })
  })
  test('of a question still loads, as the story of one', () => {
    expect(fold(consultation, Object.keys(consultationEvents).map((type) => read(type) as ConsultationEvent))).toMatchObject({
      jurisdiction: 'BE', asker: { name: 'Noor Vos' }, questions: [{ ageMonths: 7, answer: { text: 'Hold, and hold on.' } }], named: { child: { firstName: 'Pim' }, parents: [{ firstName: 'Ina', consent: { askedBy: 'Noor Vos' } }] }, closed: { outcome: 'answered' },
    })
  })
})

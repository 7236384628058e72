import { describe, expect, test } from '@jest/globals'
import type { Answered } from '@samenspel/bundling'
import { viewText } from '@samenspel/intl/views'
import { type Asked, releasableBlocks, whyView } from './why.ts'
import type { Reader } from './reader.ts'

const need = (needId: string, label: string) => ({
  item: { kind: 'need', id: needId, value: { needId, label, staffing: [['bram']], attendance: [['sem', 'mother']], from: '2026-11-30', deadline: '2026-12-18', modalities: [{ kind: 'onsite', place: 'hospital' }] } },
})
const block = (kind: string, label: string) => ({ item: { kind: 'rhythm', value: { person: 'mother' } }, place: { rhythm: [{ id: label, kind, label, weekdays: [3], from: '13:00', to: '17:00' }] } })

const readerWho = (...items: readonly object[]): Reader => ({
  language: 'nl', today: '2026-11-24', text: viewText('nl'),
  opened: { orders: [], items: [need('dietician', 'Diëtist'), ...items], named: new Map([['sem', { memberId: 'sem', firstName: 'Sem', role: 'child', isIndexChild: true, inHousehold: true }]]) },
  directory: { practitioner: (id: string) => ({ id, name: 'Bram Dekker' }), offers: () => [] },
} as unknown as Reader)

const asked = (answer: Answered | undefined, kind: Asked['input']['kind'] = 'earlier'): Asked => ({
  id: 'q', familyId: 'f', person: 'hanne', input: { proposalId: 'p', needId: 'dietician', kind }, state: answer === undefined ? 'running' : 'done', part: { date: '2026-12-08', start: '10:00' },
  plannedNeeds: ['dietician', 'therapy', 'physio'], ...(answer !== undefined && { answer }),
})
const burden = { unplanned: 0, restTouched: 0, travelDays: 0, trips: 0, careDays: 0, minutes: 0, lateness: 0 }
const appointment = (id: string) => ({ family: 'f', need: id, date: '2026-12-02', start: '10:00', modality: 'onsite' as const, attendees: [], professionals: [] })
const possible = (...needs: readonly string[]): Answered =>
  ({ kind: 'possible', appointments: ['dietician', ...needs].map(appointment), burden, proven: true, alsoChanged: ['physio', 'therapy'], price: [{ part: 'travelDays', more: 1 }, { part: 'lateness', more: -4 }] })

describe('an answer', () => {
  test('tells when it would be, what else would change and what that asks', () => {
    expect(whyView(readerWho(need('physio', 'Fysio'), need('therapy', 'Gesprek')), asked(possible('physio', 'therapy')))).toMatchObject({
      sentences: ['Dat kan: dan wordt het woensdag 2 december om 10:00.', 'Ook dit verandert dan: Fysio en Gesprek.'], price: { more: ['1 reisdag meer'], less: ['dichter bij de gevraagde dag'] },
    })
  })
  test('is nothing while it is looked for', () => { expect(whyView(readerWho(), asked(undefined))).toMatchObject({ state: 'running', sentences: [], changes: [] }) })

  const ownWish = /therapy|Gesprek|physio|2026|\d\d:\d\d/
  test('names no wish that the reader does not see: neither what it is, nor when, nor how many', () => {
    const [, also] = whyView(readerWho(), asked(possible('physio', 'therapy'))).sentences
    expect(also).toBe('Ook dit verandert dan: iets anders van het gezin.')
    const [, dropped] = whyView(readerWho(), asked(possible())).sentences
    expect(dropped).toBe('Dan is er geen moment meer voor iets anders van het gezin.')
    const [because] = whyView(readerWho(), asked({ kind: 'impossible', conflict: { rules: ['doubleBooked'], needs: ['therapy'], minimal: true } }, 'together')).sentences
    expect(because).toBe('Dat kan niet samen met iets anders van het gezin: dan is er al een andere afspraak.')
    for (const one of [also, dropped, because]) expect(one).not.toMatch(ownWish)
  })
  test('offers no time to give up that the reader does not know, and asks the engine about none', () => {
    const change = { kind: 'release', parents: ['parentA'], date: '2026-12-02', from: '13:00', to: '17:00', reason: 'siblingTime' } as const
    const freed: Answered = { kind: 'freed', conflict: { rules: ['offer', 'unavailable'], needs: [], minimal: true }, changes: [{ change, appointment: appointment('dietician'), burden, price: [], proven: true }] }
    expect(whyView(readerWho(block('siblingTime', 'Middag met Tijn')), asked(freed, 'whatWouldFree')).changes).toEqual([{ sentence: 'Als dit op woensdag 2 december een keer kan wijken: Middag met Tijn.', price: { more: [], less: [] } }])
    expect(whyView(readerWho(), asked(freed, 'whatWouldFree'))).toMatchObject({ changes: [] })
    expect(releasableBlocks(readerWho(block('siblingTime', 'Middag met Tijn')), ['2026-12-01', '2026-12-02'])).toEqual([{ date: '2026-12-02', from: '13:00', to: '17:00' }])
    expect(releasableBlocks(readerWho(block('nap', 'Slaapje')), ['2026-12-02'])).toEqual([])
    expect(releasableBlocks(readerWho(), ['2026-12-02'])).toEqual([])
  })
})

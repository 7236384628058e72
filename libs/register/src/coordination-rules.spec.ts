import { describe, expect, test } from '@jest/globals'
import { disciplines, type IsoDate } from '@samenspel/kernel'
import { coordinationRules, endingRegistration, endsSoon, mayCoordinateBehind, registeredUntil } from './coordination-rules.ts'
import type { Practitioner } from './practitioner.ts'

const somebody = (...periods: readonly (readonly [from: IsoDate, until: IsoDate])[]): Practitioner => ({
  id: 'somebody', name: 'A. Voorbeeld', title: 'IMH-specialist', discipline: 'imhSpecialist', organisation: 'practice', duties: [],
  registrations: periods.map(([from, until], index) => ({ registrationId: String(index), from, until })),
})

describe('who may coordinate is data, by country (K-01)', () => {
  test('in the Netherlands a specialist of the register of DAIMH, and nobody behind one', () => {
    expect(coordinationRules.NL.register).toBe('DAIMH')
    expect(disciplines.filter((discipline) => mayCoordinateBehind('NL', discipline))).toEqual([])
  })
  test('in Flanders, which has no such register, also the first line with a specialist on call', () => {
    expect(coordinationRules.BE.register).toBeUndefined()
    expect(disciplines.filter((discipline) => mayCoordinateBehind('BE', discipline))).toEqual(['gp', 'midwife', 'childHealthClinic', 'homeSupport', 'neighbourhoodTeam'])
  })
})

describe('until when a registration holds', () => {
  test('through every re-registration that follows on it without a day between', () => {
    expect(registeredUntil(somebody(['2022-01-01', '2026-12-31'], ['2027-01-01', '2031-12-31']), '2026-11-24')).toBe('2031-12-31')
    expect(registeredUntil(somebody(['2022-01-01', '2026-12-31'], ['2027-01-02', '2031-12-31']), '2026-11-24')).toBe('2026-12-31')
  })
  test('not before it begins, not after it has ended, and not without one', () => {
    expect([registeredUntil(somebody(['2027-01-01', '2031-12-31']), '2026-11-24'), registeredUntil(somebody(['2020-01-01', '2024-12-31']), '2026-11-24'), registeredUntil(undefined, '2026-11-24')]).toEqual([undefined, undefined, undefined])
  })
  test.each(['NL', 'BE'] as const)('its end is told from the first of the days that %s asks for, to the last', (jurisdiction) => {
    const { announceDays } = coordinationRules[jurisdiction]
    const until = Temporal.PlainDate.from('2026-11-24').add({ days: announceDays })
    expect([until.add({ days: 1 }), until, Temporal.PlainDate.from('2026-11-24')].map((day) => endsSoon(day.toString(), jurisdiction, '2026-11-24'))).toEqual([false, true, true])
    const ending = (practitioner: Practitioner) => endingRegistration(practitioner, jurisdiction, '2026-11-24')?.registrationId
    const ends = until.toString()
    expect(ending(somebody(['2022-01-01', ends]))).toBe('0')
    // Renewed it ends far from now, and who left isn't told any more.
    expect(ending(somebody(['2022-01-01', ends], [until.add({ days: 1 }).toString(), '2032-01-01']))).toBeUndefined()
    expect(ending({ ...somebody(['2022-01-01', ends]), employedUntil: '2026-11-23' })).toBeUndefined()
    expect([endsSoon('2026-11-23', jurisdiction, '2026-11-24'), endsSoon(undefined, jurisdiction, '2026-11-24')]).toEqual([false, false])
  })
})

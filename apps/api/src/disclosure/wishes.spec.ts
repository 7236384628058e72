import { describe, expect, test } from '@jest/globals'
import { wishStatusIn } from './wishes.ts'

const passed = { status: 'died', at: '2026-11-20T09:00:00.000Z' }
const [child, brother, mother] = [{ memberId: 'child', role: 'child' }, { memberId: 'brother', role: 'sibling' }, { memberId: 'mother', role: 'mother' }]
type Members = Parameters<typeof wishStatusIn>[1]['members']
const status = (members: readonly object[], need: object) => wishStatusIn({ proposals: { appointments: new Map() } } as never, { members: members as Members })(
  { needId: 'n', withdrawn: false, at: '2026-11-10T09:00:00.000Z', subject: { kind: 'case' }, attendance: [['mother']], ...need } as never)

describe('a wish after a loss', () => {
  const ofFamily = [{ ...child, passed }, brother, mother]
  test('rests where nobody can come without who died; where somebody else can, it stands', () => {
    expect(status(ofFamily, { attendance: [['child', 'mother']] })).toBe('withdrawn')
    expect(status(ofFamily, { attendance: [['child', 'mother'], ['mother']] })).toBe('open')
    expect(status(ofFamily, { attendance: [['brother', 'mother']] })).toBe('open')
    expect(status([child, brother, mother], { attendance: [['child', 'mother']] })).toBe('open')
  })
  test('rests where it was asked about who died before; what is asked about them afterwards knows of it', () => {
    for (const subject of [{ kind: 'child', person: 'child' }, { kind: 'relation', persons: ['child', 'mother'] }]) {
      expect(status(ofFamily, { subject })).toBe('withdrawn')
      expect(status(ofFamily, { subject, at: '2026-11-21T09:00:00.000Z' })).toBe('open')
    }
    expect(status(ofFamily, { subject: { kind: 'sibling', person: 'brother' } })).toBe('open')
  })
  test('rests where it was about a pregnancy that ended, and not where she carries another child', () => {
    const ofPregnancy = { subject: { kind: 'unborn', person: 'mother' } }
    const unborn = { memberId: 'unborn', role: 'unbornChild', carriedBy: 'mother' }
    expect(status([mother, { ...unborn, passed: { ...passed, status: 'lost' } }], ofPregnancy)).toBe('withdrawn')
    expect(status([mother, unborn], ofPregnancy)).toBe('open')
    expect(status([mother, { ...unborn, passed }, { ...unborn, memberId: 'twin' }], ofPregnancy)).toBe('open')
  })
  test('stands as withdrawn where it was withdrawn', () => { expect(status([mother], { withdrawn: true })).toBe('withdrawn') })
})

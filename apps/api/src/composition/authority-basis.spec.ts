/** On what a command rests (G-11). That every command of the application has a ground shows in `resolvers/consents.spec.ts`. */
import { describe, expect, test } from '@jest/globals'
import type { OpenCase } from '@samenspel/family-case'
import type { Actor, Subject } from '@samenspel/kernel'
import { authorityBasisOf, type Asked } from './authority-basis.ts'

const at = '2027-01-11T09:00:00.000Z'
const authority = (authorityId: string, adult: string, more: object = {}) => ({ authorityId, child: 'child', adult, status: 'verified', basis: 'byLaw', source: 'populationRegister', from: '2025-01-01', ...more })
const file = {
  isOpen: true, invitations: [{ practitionerId: 'asked' }],
  family: {
    jurisdiction: 'NL', authorities: [authority('fact', 'mother'), authority('over', 'father', { until: '2026-12-31' }), authority('stated', 'grandmother', { status: 'unverified' })],
    members: [['child', 'child'], ['mother', 'mother'], ['father', 'father'], ['grandmother', 'grandparent'], ['unborn', 'unbornChild', 'mother']].map(([memberId, role, carriedBy]) => ({ memberId, role, ...(carriedBy !== undefined && { carriedBy }) })),
  },
  careTeam: { coordinator: 'coordinator', substitute: 'standIn', members: ['coordinator', 'standIn', 'worker'].map((practitionerId) => ({ practitionerId, organisation: 'practice', from: '2026-01-01' })) },
} as unknown as OpenCase
const child: Subject = { kind: 'child', person: 'child' }
const professional = (person: string): Actor => ({ person, role: 'professional', organisation: 'practice', discipline: 'dayCentre' })
const ofFamily = (person: string): Actor => ({ person, role: 'familyMember' })
const basis = (by: Actor, more: Partial<Asked> = {}) => authorityBasisOf({ kind: 'family', id: 'family', by, at, subject: child, file, ...more })

describe('what a command rests on', () => {
  test('of a professional: who coordinates, stands in, is in the team today, or was asked to join', () => {
    expect(['coordinator', 'standIn', 'worker', 'asked'].map((person) => basis(professional(person)))).toEqual(['coordinator', 'substitute', 'team', 'invited'])
    expect(basis(professional('coordinator'), { file: { isOpen: false } })).toBe('coordinator')
  })
  test('of a parent: the fact that says that they have authority over this child today', () => {
    expect(basis(ofFamily('mother'))).toBe('authority fact')
    expect(basis(ofFamily('mother'), { subject: { kind: 'relation', persons: ['father', 'child'] } })).toBe('authority fact')
    for (const person of ['father', 'grandmother']) expect(basis(ofFamily(person))).toBe('family')
  })
  test('about oneself, or a pregnancy of one’s own, that', () => {
    expect(basis(ofFamily('father'), { subject: { kind: 'adult', person: 'father' } })).toBe('self')
    expect(basis(ofFamily('mother'), { subject: { kind: 'unborn', person: 'unborn' } })).toBe('self')
    expect(basis(professional('worker'), { kind: 'calendar', id: 'worker' })).toBe('self')
  })
  test('of an office and of the software, their part; in streams of no family, what they are for', () => {
    expect(basis({ person: 'officer', role: 'privacyOfficer', organisation: 'practice' })).toBe('office')
    expect(basis({ person: 'nobody', role: 'system' })).toBe('rule')
    expect(['emergency', 'circle', 'referral', 'organisation', 'practitioner'].map((kind) => basis(professional('stranger'), { kind, id: 'other' }))).toEqual(['emergency', 'circle', 'frontDoor', 'staff', 'staff'])
  })
  test('who has nothing to do with it has none', () => {
    expect(basis(professional('stranger'))).toBeUndefined()
    expect(basis(ofFamily('stranger'))).toBeUndefined()
    expect(basis(ofFamily('child'), { subject: { kind: 'adult', person: 'mother' } })).toBeUndefined()
    expect(basis(ofFamily('mother'), { file: undefined })).toBeUndefined()
    expect(basis({ person: 'stranger', role: 'professional' }, { kind: 'calendar', id: 'other' })).toBeUndefined()
  })
})

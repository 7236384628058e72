import { describe, expect, test } from '@jest/globals'
import { disciplines } from '@samenspel/kernel'
import { mayReviewDoor, mayWorkAtDoor, type DoorFacts } from './front-door.ts'
import type { CareViewer, Purpose, Viewer } from './viewers.ts'

const [practice, other, hanne, mirjam] = ['practice', 'other', 'hanne', 'mirjam'] as const
const specialist: CareViewer = { kind: 'care', person: hanne, organisation: practice, discipline: 'imhSpecialist', secondFactor: true, purpose: 'treatment' }
const facts: DoorFacts = { receivedBy: practice, employment: { from: '2020-01-01' }, today: '2027-03-01' }
const officer: Viewer = { kind: 'office', office: 'privacyOfficer', person: 'paul', organisation: practice, secondFactor: true, purpose: 'accountability' }

describe('what came in at the front door', () => {
  test('opens to the specialists of the organisation that received it, and to nobody else (C-01, C-12)', () => {
    expect(mayWorkAtDoor(specialist, facts)).toBe(true)
    expect(mayWorkAtDoor({ ...specialist, organisation: other }, facts)).toBe(false)
    for (const discipline of disciplines) expect(mayWorkAtDoor({ ...specialist, discipline }, facts)).toBe(discipline === 'imhSpecialist')
    for (const purpose of ['emergency', 'legalClaim', 'research', 'administration', 'accountability', 'support', 'policy'] as const satisfies readonly Purpose[]) expect(mayWorkAtDoor({ ...specialist, purpose }, facts)).toBe(false)
    expect(mayWorkAtDoor({ ...specialist, secondFactor: false }, facts)).toBe(false)
    for (const viewer of [officer, { kind: 'portal', person: hanne, secondFactor: true }] as const) expect(mayWorkAtDoor(viewer, facts)).toBe(false)
  })
  test('shuts when employment ends', () => {
    expect(mayWorkAtDoor(specialist, { ...facts, employment: { from: '2020-01-01', until: '2027-02-28' } })).toBe(false)
    expect(mayWorkAtDoor(specialist, { receivedBy: practice, today: facts.today })).toBe(false)
  })
  test('is, once it became a case, for who took it alone: others read the file as far as it opens to them', () => {
    expect(mayWorkAtDoor(specialist, { ...facts, becameCaseOf: hanne })).toBe(true)
    expect(mayWorkAtDoor(specialist, { ...facts, becameCaseOf: mirjam })).toBe(false)
  })
  test('is reviewed by the privacy officer of the organisation that received it', () => {
    expect(mayReviewDoor(officer, facts)).toBe(true)
    expect(mayReviewDoor({ ...officer, organisation: other }, facts)).toBe(false)
    expect(mayReviewDoor(specialist, facts)).toBe(false)
    expect(mayReviewDoor({ ...officer, office: 'orgAdmin' }, facts)).toBe(false)
    expect(mayReviewDoor({ ...officer, secondFactor: false }, facts)).toBe(false)
  })
})

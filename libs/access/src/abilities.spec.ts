import { describe, expect, test } from '@jest/globals'
import { abilities, type Abilities } from './abilities.ts'
import type { Facts } from './facts.ts'
import { factsOf, now, parent, specialist, worker } from './testing/family.ts'
import type { OfficeViewer, Viewer } from './viewers.ts'

const privacyOfficer: OfficeViewer = { kind: 'office', office: 'privacyOfficer', person: 'officer', organisation: 'day-centre', secondFactor: true, purpose: 'accountability' }
const officer = { employments: [{ person: 'officer', organisation: 'day-centre', period: { from: '2026-01-01' } }] }
const team = (until: string) => ({ team: factsOf().team.map((membership) => ({ ...membership, period: { from: '2026-01-01', until } })) })

const offered = (able: Abilities) => Object.entries(able).filter(([, is]) => is).map(([ability]) => ability)

describe('buttons', () => {
  test.each<[string, Viewer, Partial<Facts>, readonly string[]]>([
    ['a member of the team', worker, {}, ['contribute']],
    ['a member on the last day', worker, team('2026-09-15'), ['contribute']],
    ['a member who left yesterday', worker, team('2026-09-14'), []],
    ['a member of a closed case', worker, { state: 'closed' }, []],
    ['a member who left the organisation', worker, { employments: [] }, []],
    ['a member who is family', worker, { ownFamily: ['worker'] }, []],
    ['a member without second factor', { ...worker, secondFactor: false }, {}, []],
    ['a member who comes for research', { ...worker, purpose: 'research' }, {}, []],
    ['a member in the name of another organisation', { ...worker, organisation: 'hospital' }, {}, []],
    ['the coordinator', specialist, {}, ['contribute', 'coordinate', 'plan']],
    ['the coordinator while the family rests', specialist, { state: 'paused' }, ['contribute', 'coordinate']],
    ['the coordinator of a closed case', specialist, { state: 'closed' }, []],
    ['the coordinator on the last day of the registration', specialist, { registrations: [{ person: 'specialist', period: { from: '2020-01-01', until: '2026-09-15' } }] }, ['contribute', 'coordinate', 'plan']],
    ['the coordinator whose registration ended yesterday', specialist, { registrations: [{ person: 'specialist', period: { from: '2020-01-01', until: '2026-09-14' } }] }, ['contribute']],
    ['the coordinator with the registration of somebody else', specialist, { registrations: [{ person: 'worker', period: { from: '2020-01-01' } }] }, ['contribute']],
    ['a parent with authority', parent('parent-1'), {}, ['contribute', 'readAccessLog']],
    ['a parent without authority', parent('parent-1'), { authority: [] }, ['readAccessLog']],
    ['a parent for whom the file is closed', parent('parent-1'), { closings: [{ person: 'parent-1', from: '2026-09-15T00:00:00.000Z' }] }, ['readAccessLog']],
    ['a parent of a closed case', parent('parent-1'), { state: 'closed' }, ['readAccessLog']],
    ['a parent without second factor', { ...parent('parent-1'), secondFactor: false }, {}, []],
    ['the privacy officer', privacyOfficer, officer, ['readAccessLog', 'decideErasure']],
    ['the privacy officer without second factor (L-08)', { ...privacyOfficer, secondFactor: false }, officer, []],
    ['the privacy officer of whom nobody knows where they work', privacyOfficer, {}, []],
    ['the privacy officer for another purpose', { ...privacyOfficer, purpose: 'treatment' }, officer, []],
    ['the administrator (T11)', { ...privacyOfficer, office: 'orgAdmin', purpose: 'administration' }, officer, []],
    ['a parent of a case of which the children are not known', parent('parent-1'), { children: [] }, ['readAccessLog']],
  ])('for %s', (_, viewer, changed, expected) => { expect(offered(abilities(viewer, factsOf('NL', changed), now))).toEqual(expected) })

  test('none at a moment that is none', () => { expect(offered(abilities(specialist, factsOf(), 'now'))).toEqual([]) })
})

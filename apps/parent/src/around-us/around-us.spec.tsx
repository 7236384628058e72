import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { family } from '../testing/family-of-test.ts'
import { openApp } from '../testing/open-app.tsx'

const dyad = { note: null, version: '1', form: null, since: null, until: null, careDays: [], before: [] }

test('a parent reads who and what stands around the family, in plain words, and nothing of who is gone', async () => {
  const own = family()
  openApp('/om-ons-heen', {
    family: {
      ...own, team: [], members: [
        { id: 'mother', role: 'MOTHER', firstName: 'Anouk', inHousehold: true, isIndexChild: false }, { id: 'child', role: 'CHILD', firstName: 'Sem', age: '1 jaar', inHousehold: true, isIndexChild: true },
        { id: 'riet', role: 'GRANDPARENT', firstName: 'Riet', inHousehold: false, isIndexChild: false }, { id: 'old', role: 'OTHER', firstName: 'Bea', inHousehold: false, isIndexChild: false, until: '2020-01-01' },
      ],
      dyads: [{ ...dyad, id: 'd', memberIds: ['riet', 'child'], kind: 'caregiverAndChild', tie: 'STRONG', careDays: [3] }],
      supports: [{ id: 's', version: '1', name: 'School De Vlieger', kind: 'SCHOOL', tie: null, helps: 'De juf belt elke week.' }],
    } as never,
  })
  expect((await screen.findByText('Riet')).parentElement?.textContent).toBe('Rietopa of oma · een sterke band · samen op woensdag')
  expect(screen.getByText('School De Vlieger').parentElement?.textContent).toBe('School De Vliegerschool · De juf belt elke week.')
  expect(screen.getByText('Anouk').parentElement?.textContent).toBe('Anouku zelf')
  expect(screen.queryByText('Bea')).toBeNull()
})

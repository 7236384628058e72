import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { privacyOfficer, sampleFamily } from '../../testing/sample-family.ts'

const worker = (id: string, name: string, more: object = {}) => ({ id, name, title: 'IMH-specialist', isSelf: false, worksHere: true, hasSignIn: true, isSpecialist: true, registeredUntil: null as string | null, code: null as unknown, ...more })

test('a re-registration begins on the day after the one before; of oneself none is recorded (K-01)', async () => {
  const workerSignIns = [
    worker('hanne', 'Hanne de Wit', { registeredUntil: '2027-02-28' }), worker('mirjam', 'Mirjam Postma'), worker('self', 'Paul Vermeer', { isSelf: true }),
    worker('lotte', 'Lotte Jansen', { title: 'pedagogisch medewerker', isSpecialist: false }),
  ]
  let asked = 0
  const desk = await openDesk('/sleutels', sampleFamily(), {
    me: { ...privacyOfficer, keepsKeys: true }, workerSignIns, groupTablets: { tablets: [], workers: [] },
    recordRegistration: () => { asked += 1; return asked === 1 ? refused('registration-overlaps', 'Er is al een registratie in deze periode.') : { id: 'x' } },
  })
  const row = within((await screen.findByRole('rowheader', { name: /^Hanne/ })).closest('tr')!)
  expect(row.getByText('Geregistreerd als IMH-specialist tot en met 28 februari 2027')).toBeTruthy()
  expect(screen.getAllByRole('button', { name: /^Registratie vastleggen/ })).toHaveLength(2)
  await userEvent.click(row.getByRole('button', { name: /^Registratie vastleggen/ }))
  await userEvent.type(screen.getByLabelText(/^Nummer in het register/), 'IMH 7')
  await userEvent.click(screen.getByRole('button', { name: 'Vastleggen' }))
  expect(await screen.findByText('Er is al een registratie in deze periode.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Vastleggen' }))
  await waitFor(() => expect(desk.sent('RecordRegistration')[1]?.variables).toMatchObject({ personId: 'hanne', from: '2027-03-01', number: 'IMH 7' }))
})

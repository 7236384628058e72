import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'

const path = '/gezin/verhoeven/netwerk'
const dyad = (id: string, memberIds: readonly string[], kind: string, more: object = {}) => ({ id, memberIds, kind, version: `${id}-1`, careDays: [] as number[], before: [] as unknown[], ...more })
const family = () => ({
  ...sampleFamily(),
  members: [
    ...sampleFamily().members.map((member) => ({ ...member, version: `${member.id}-1` })),
    { id: 'riet', role: 'GRANDPARENT', firstName: 'Riet', isIndexChild: false, inHousehold: false, version: 'riet-1', drawnAs: 'FEMALE', passed: null as unknown },
  ],
  dyads: [dyad('d', ['anouk', 'sem'], 'parentAndChild'), dyad('p', ['anouk', 'joost'], 'partners', { form: 'MARRIED', tie: null }), dyad('r', ['riet', 'sem'], 'caregiverAndChild', { form: 'RELATIVE', tie: 'STRONG' })],
  supports: [{ id: 's', version: 's-1', name: 'School De Vlieger', kind: 'SCHOOL', tie: 'WEAK' }],
  homes: [{ address: 'Spoorlaan 14' }], nearPlaces: [{ id: 'place', name: 'KDC De Wilgenboom' }],
})
const done = { id: 'x', familyId: 'verhoeven' }

test('people and bonds are chosen in the picture, by keyboard too, and put right beside it', async () => {
  const desk = await openDesk(path, family() as never, { changeMember: done, changeDyad: done })
  const genogram = await screen.findByRole('group', { name: 'Genogram van Gezin Verhoeven' })
  within(genogram).getByRole('button', { name: /^Riet/ }).focus()
  await userEvent.keyboard('{Enter}')
  await userEvent.clear(screen.getByLabelText('Roepnaam'))
  await userEvent.type(screen.getByLabelText('Roepnaam'), 'Truus')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(desk.sent('ChangeMember')[0]?.variables).toMatchObject({ memberId: 'riet', version: 'riet-1', input: { role: 'GRANDPARENT', firstName: 'Truus', inHousehold: false, drawnAs: 'FEMALE' } }))
  await userEvent.click(within(genogram).getByRole('button', { name: 'Anouk – Joost: een paar, getrouwd' }))
  await userEvent.selectOptions(screen.getByLabelText('Hoe sterk is de band?'), 'kost ook kracht')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(desk.sent('ChangeDyad')[0]?.variables).toMatchObject({ dyadId: 'p', version: 'p-1', isCorrection: false, input: { kind: 'PARTNERS', form: 'MARRIED', tie: 'STRESSFUL' } }))
})

test('the list says what the picture draws, and can be chosen from as well', async () => {
  await openDesk(path, family() as never)
  await userEvent.click((await screen.findAllByRole('button', { name: /^Toon als lijst/ }))[1]!)
  expect(screen.getByText('Sem – Riet: verzorger en kind, familie, sterke band')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'School De Vlieger' }))
  expect(screen.getByRole('heading', { level: 2, name: 'School De Vlieger' })).toBeTruthy()
})

test('somebody else was first: both texts stay', async () => {
  const now = family()
  const desk = await openDesk(path, now as never, { changeMember: () => { now.members = now.members.map((one) => one.id === 'riet' ? { ...one, firstName: 'Toos', version: 'riet-2' } : one); return refused('changed-meanwhile', 'Iemand anders was eerst.') } })
  await userEvent.click(within(await screen.findByRole('group', { name: /^Genogram/ })).getByRole('button', { name: /^Riet/ }))
  await userEvent.type(screen.getByLabelText('Telefoon'), '06 12')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect(await screen.findByText(/^Toos/, { selector: '[dir]' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /mijn|Mijn|eigen/i }))
  expect(screen.getByLabelText<HTMLInputElement>('Telefoon').value).toBe('06 12')
  expect(desk.sent('ChangeMember')).toHaveLength(1)
})

test('a separation is one action, and says what to look at with the family', async () => {
  const desk = await openDesk(path, family() as never, { recordSeparation: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Uit elkaar' }))
  await userEvent.selectOptions(screen.getByLabelText('Wie woont nu ergens anders?'), 'Joost')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(desk.sent('RecordSeparation')[0]?.variables).toMatchObject({ memberIds: ['anouk', 'joost'], form: 'SEPARATED', movers: [{ memberId: 'joost', version: 'joost-1', inHousehold: false }] }))
  expect((await screen.findByRole('link', { name: /^Gezag, en of de ouders/ })).getAttribute('href')).toBe('/gezin/verhoeven/bescherming')
})

test('who only reads gets no way to change, and of who isn\'t shown there is no trace', async () => {
  const own = family()
  own.can = { ...own.can, coordinate: false }
  own.members = own.members.filter(({ id }) => id !== 'riet')
  own.dyads = own.dyads.filter(({ id }) => id !== 'r')
  await openDesk(path, { ...own, homes: [], supports: [] } as never)
  await userEvent.click(within(await screen.findByRole('group', { name: /^Genogram/ })).getByRole('button', { name: /^Anouk(?! –)/ }))
  expect(screen.queryByRole('button', { name: 'Opslaan' })).toBeNull()
  expect(document.body.textContent).not.toMatch(/Riet|Spoorlaan|Iemand toevoegen/)
})

test('who may not act as the coordinator changes nothing', async () => {
  const own = family()
  await openDesk(path, { ...own, can: { ...own.can, coordinate: false } } as never)
  await screen.findByRole('group', { name: /^Genogram/ })
  expect(screen.queryByRole('button', { name: 'Uit elkaar' })).toBeNull()
})

test('twins are recorded as two children, and whose authority is unknown is asked for', async () => {
  const expecting = family()
  expecting.members = [...expecting.members, { id: 'baby', role: 'UNBORN_CHILD', firstName: 'Baby', isIndexChild: false, inHousehold: true, version: 'baby-1', carriedBy: 'anouk', passed: null } as never]
  const desk = await openDesk(path, expecting as never, { recordBirth: done })
  expect(await screen.findByText(/Van Sem is nog niet vastgelegd wie gezag heeft/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Geboorte' }))
  await userEvent.click(screen.getByLabelText('een tweeling'))
  await userEvent.type(screen.getByLabelText('Roepnaam van kind 1'), 'Liv')
  await userEvent.type(screen.getByLabelText('Roepnaam van kind 2'), 'Bo')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(desk.sent('RecordBirth')[0]?.variables).toMatchObject({ memberId: 'baby', children: [{ firstName: 'Liv' }, { firstName: 'Bo' }] }))
})

test('a family is opened from a pregnancy, with who carries the baby', async () => {
  const desk = await openDesk('/gezin/nieuw', sampleFamily(), { openFamily: { id: 'verhoeven', familyId: 'verhoeven' } })
  await userEvent.click(await screen.findByLabelText('Een zwangerschap'))
  const [baby, mother] = screen.getAllByLabelText('Roepnaam')
  await userEvent.type(baby!, 'Baby')
  await userEvent.type(mother!, 'Sara')
  await userEvent.type(screen.getByLabelText('Uitgerekend op'), '2027-03-01')
  await userEvent.type(screen.getByLabelText('Hoe heet dit dossier?'), 'Sara')
  await userEvent.click(screen.getByRole('button', { name: 'Open het dossier' }))
  await waitFor(() => expect(desk.sent('OpenFamily')[0]?.variables).toMatchObject({
    input: { name: 'Sara', members: [{ role: 'UNBORN_CHILD', firstName: 'Baby', dueDate: '2027-03-01', carriedBy: 1, isIndexChild: true }, { role: 'MOTHER', firstName: 'Sara', isIndexChild: false }] },
  }))
})

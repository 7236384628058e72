import { expect, test } from '@jest/globals'
import { fireEvent, screen, within } from '@testing-library/react'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { coordinator, privacyOfficer, sampleFamily } from '../../testing/sample-family.ts'

const policies = [
  { id: 'P02', permits: true, sentence: 'Een directe collega leest het eigen dossier.', basis: 'WGBO 7:457(2) BW' },
  { id: 'F05', permits: false, sentence: 'Zonder tweede factor gaat er niets open.', basis: 'NEN 7510' },
]
const example = {
  id: 'M009', who: 'teamlid (dagcentrum)', whose: 'het kind', category: 'ontwikkeling', action: 'lezen', outcome: 'mag', isAllowed: true, isNothing: false,
  circumstances: ['geschreven door: dagcentrum'], policies: ['P02'], reason: 'Een directe collega leest mee.', isAsAgreed: true,
}
const examples = [
  example,
  { ...example, id: 'M010', circumstances: ['zonder tweede factor'], outcome: 'niets', isAllowed: false, isNothing: true, policies: ['F05'], reason: 'Eerst de tweede factor.' },
  { ...example, id: 'M011', who: 'verwijzer (huisarts)', outcome: 'niets', isAllowed: false, isNothing: true, policies: [], reason: 'Een verwijzing geeft geen recht.', isAsAgreed: false },
]
const open = (answers = {}) => openDesk('/regels', sampleFamily(), { me: privacyOfficer, accessRules: { policies, examples }, ...answers })

test('each example says who wants what, what comes of it, why, and by which rule in a sentence', async () => {
  await open()
  const row = await screen.findByRole('row', { name: /^M009/ })
  expect(within(row).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
    'teamlid (dagcentrum)', 'het kind: ontwikkeling', 'lezengeschreven door: dagcentrum', 'mag', 'Een directe collega leest mee.P02: Een directe collega leest het eigen dossier.',
  ])
  expect(screen.getByRole('row', { name: /^M011/ }).textContent).toContain('Geen regel geeft dit recht.')
})

test('an example that the system decides otherwise than was agreed says so', async () => {
  await open()
  expect((await screen.findByRole('row', { name: /^M011/ })).textContent).toContain('klopt niet met wat is afgesproken')
  expect(screen.getByRole('row', { name: /^M009/ }).textContent).not.toContain('klopt niet')
})

test('choices narrow the examples and each other, and are taken back at once', async () => {
  await open()
  fireEvent.change(await screen.findByLabelText('Uitkomst'), { target: { value: 'niets' } })
  expect((await screen.findByRole('status')).textContent).toBe('2 voorbeelden van 3')
  expect(within(screen.getByLabelText('Regel')).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Alle', 'F05: Zonder tweede factor gaat er niets open.'])
  fireEvent.change(screen.getByLabelText('Regel'), { target: { value: 'F05' } })
  expect(screen.getByRole('status').textContent).toBe('1 voorbeeld van 3')
  expect(screen.queryByRole('row', { name: /^M011/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Alles tonen' }))
  expect(screen.getByRole('status').textContent).toBe('3 voorbeelden van 3')
})

test('all rules stand together, with what they rest on', async () => {
  await open()
  fireEvent.click(await screen.findByText('Alle regels (2)'))
  expect(screen.getByRole('row', { name: /^F05/ }).textContent).toBe('F05houdt tegenZonder tweede factor gaat er niets open.NEN 7510')
})

test('a privacy officer finds them in the navigation, and nobody else does', async () => {
  await open()
  expect((await screen.findByRole('link', { name: 'Regels' })).getAttribute('href')).toBe('/regels')
  document.body.replaceChildren()
  await openDesk('/', sampleFamily(), { me: coordinator })
  expect(screen.queryByRole('link', { name: 'Regels' })).toBeNull()
})

test('who may not read them is told so in the words of the server', async () => {
  await open({ accessRules: () => refused('not-found', 'Dit is er niet, of u mag het niet zien.') })
  expect((await screen.findByRole('alert')).textContent).toContain('Dit is er niet, of u mag het niet zien.')
})

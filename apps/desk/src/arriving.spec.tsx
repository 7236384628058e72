import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk } from './testing/open-desk.tsx'
import { privacyOfficer, sampleFamily } from './testing/sample-family.ts'

test('an address shows its page, and it is asked once who looks', async () => {
  const { sent, atFirst } = await openDesk('/berichten', sampleFamily(), {}, true)
  // Its code and its texts are here, so nothing stands in its place meanwhile.
  expect(atFirst).toContain('Mijn berichten')
  expect(screen.getByRole('heading', { level: 1, name: 'Mijn berichten' })).toBeTruthy()
  expect(sent('Me')).toHaveLength(1)
  // Another page, whose code isn't here yet, is waited for where it is shown.
  await userEvent.click(screen.getByRole('link', { name: 'Mijn gezinnen' }))
  expect(await screen.findByRole('link', { name: 'Gezin Verhoeven' })).toBeTruthy()
  expect(sent('Me')).toHaveLength(1)
})

test('an address that is no page says so, and leads to the first one', async () => {
  await openDesk('/nergens', sampleFamily(), {}, true)
  expect(screen.getByRole('heading', { level: 1, name: 'Hier is geen pagina voor u' })).toBeTruthy()
  await userEvent.click(screen.getByRole('link', { name: 'Naar Vandaag' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Vandaag' })).toBeTruthy()
})

test('a privacy officer who goes to a family is told where they can read, and nothing of that family', async () => {
  await openDesk('/gezin/verhoeven', sampleFamily(), { me: privacyOfficer }, true)
  expect(screen.getByRole('heading', { level: 1, name: 'Hier is geen pagina voor u' })).toBeTruthy()
  expect(document.body.textContent).not.toContain(sampleFamily().name)
  expect(screen.getByRole('link', { name: 'Naar Inzage' }).getAttribute('href')).toBe('/')
})

import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { openDesk } from '../../testing/open-desk.tsx'
import { privacyOfficer, sampleFamily } from '../../testing/sample-family.ts'

const finding = {
  id: 'f1', familyId: 'verhoeven', caseNumber: 'D-1', rule: 'AFTER_HOURS', why: 'Keek tussen tien uur ’s avonds en zes uur ’s ochtends.', who: 'Eva Smit', role: 'kinderarts', organisation: 'Ziekenhuis', firstAt: '2026-11-24T01:00:00.000Z', lastAt: '2026-11-24T01:20:00.000Z',
  lines: 3, what: ['las over het plan voor het kind'], verdict: null, word: null, judgedAt: null,
}
const report = { month: '2026-11', lines: 41, counts: [{ rule: 'AFTER_HOURS', found: 1, open: 1, fits: 0, doesNotFit: 0 }] }
const open = (more: object = {}) => openDesk('/toezicht', sampleFamily(), { me: privacyOfficer, accessReview: { nodes: [{ ...finding, ...more }], pageInfo: { hasNextPage: false } }, accessReviewReport: report, judgeLook: { id: 'f1', familyId: 'verhoeven' }, reopenLook: { id: 'f1', familyId: 'verhoeven' } })

test('each look that stands out says why, and is judged with a word (L-13)', async () => {
  const desk = await open()
  expect(await screen.findByRole('heading', { name: finding.why })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Beoordelen' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByLabelText('Ja, dit hoort bij het werk'))
  fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaar dit oordeel' }))
  expect(within(dialog).getByText('Schrijf in een paar woorden wat u vond.')).toBeTruthy()
  fireEvent.change(within(dialog).getByLabelText('Wat vond u?'), { target: { value: 'Avonddienst.' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaar dit oordeel' }))
  await waitFor(() => expect(desk.sent('JudgeLook').at(-1)?.variables).toMatchObject({ familyId: 'verhoeven', findingId: 'f1', verdict: 'FITS', word: 'Avonddienst.' }))
})

test('a judgement counts at once in what the month brought', async () => {
  let counts = report.counts
  const desk = await openDesk('/toezicht', sampleFamily(), {
    me: privacyOfficer, accessReview: () => ({ nodes: counts === report.counts ? [finding] : [], pageInfo: { hasNextPage: false } }), accessReviewReport: () => ({ ...report, counts }),
    judgeLook: () => { counts = [{ rule: 'AFTER_HOURS', found: 1, open: 0, fits: 1, doesNotFit: 0 }]; return { id: 'f1', familyId: 'verhoeven' } },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Beoordelen' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByLabelText('Ja, dit hoort bij het werk'))
  fireEvent.change(within(dialog).getByLabelText('Wat vond u?'), { target: { value: 'Avonddienst.' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaar dit oordeel' }))
  expect(await screen.findByText('Er is nu niets meer te bekijken.')).toBeTruthy()
  await waitFor(() => expect(screen.getByRole('row', { name: /in de nacht/ }).textContent).toBe('in de nacht1010'))
  expect(desk.sent('JudgeLook')).toHaveLength(1)
})

test('what was judged says how, and can be looked at again', async () => {
  const desk = await open({ verdict: 'DOES_NOT_FIT', word: 'Niet in dienst.' })
  expect(await screen.findByText('Niet in dienst.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Opnieuw bekijken' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Opnieuw bekijken' }))
  await waitFor(() => expect(desk.sent('ReopenLook')).toHaveLength(1))
})

test('a month is counted rule by rule', async () => {
  await open()
  expect((await screen.findByRole('row', { name: /in de nacht/ })).textContent).toBe('in de nacht1100')
  expect(screen.getByText('41 regels van hulpverleners nagekeken.')).toBeTruthy()
})

import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent, type Server } from '../testing/open-app.tsx'

const recipient = { kind: 'ORGANISATION', label: 'KDC De Wilgenboom' }
const ofSem = { kind: 'CHILD', memberIds: ['child'], label: 'Sem' }
const consent = (id: string, more: object = {}) => ({
  id, effect: 'GRANT', subject: ofSem, what: 'de ontwikkeling van Sem', recipient, from: '2026-01-01', until: null, state: 'IN_FORCE', withdrawnOn: null, endsSoon: false, isYours: true, mayDecide: true, ...more,
})
const request = (more: object = {}) => ({
  id: 'q', what: 'de gezondheid van Sem', recipient, from: '2026-11-20', until: null, why: 'Dan weet de groep wat helpt.', howExplained: 'Aan de telefoon.', askedBy: 'Hanne de Wit', askedOn: '2026-11-20', answerBy: '2026-12-18',
  state: 'OPEN', isForYou: true, ...more,
})
const withSharing = (consents: readonly object[], consentRequests: readonly object[] = []) => ({ ...family(), consents, consentRequests }) as unknown as ReturnType<typeof family>

test('a question stands first, with why it is asked and two answers; a yes is sent, and says that one more is needed (G-01)', async () => {
  const server: Server = openApp('/delen', {
    family: withSharing([], [request()]),
    on: { answerConsentRequest: () => { server.family = withSharing([consent('c', { state: 'WAITING', what: 'de gezondheid van Sem' })], [request({ state: 'ONE_MORE_YES', isForYou: false })]); return { id: 'q' } } },
  })
  const card = await screen.findByRole('region', { name: 'Mag KDC De Wilgenboom lezen over de gezondheid van Sem?' })
  expect(within(card).getByText('Dan weet de groep wat helpt.')).toBeTruthy()
  await userEvent.click(within(card).getByRole('button', { name: 'Ja, dat mag' }))
  await waitFor(() => { expect(screen.getAllByText('U zei ja. Er is nog een ja nodig.').length).toBeGreaterThan(0) })
  expect(sent(server, 'AnswerConsentRequest')).toMatchObject([{ familyId: 'family', requestId: 'q', yes: true }])
  expect(screen.queryByRole('button', { name: 'Ja, dat mag' })).toBeNull()
})

test('a no is sent as a no, and a refusal is said in the server’s words', async () => {
  const server = openApp('/delen', { family: withSharing([], [request()]), on: { answerConsentRequest: () => { throw new Error('Deze vraag is voorbij.') } } })
  await userEvent.click(await screen.findByRole('button', { name: 'Nee, liever niet' }))
  expect(await screen.findByText('Deze vraag is voorbij.')).toBeTruthy()
  expect(sent(server, 'AnswerConsentRequest')).toMatchObject([{ yes: false }])
})

test('who reads what stands per reader; stopping asks once, shows what was read, and says that it works at once (C-04)', async () => {
  const server: Server = openApp('/delen', {
    family: withSharing([consent('c')]),
    on: {
      readUnderConsent: () => [{ id: 'l', at: '2026-11-20T09:00:00.000Z', times: 2, who: 'Lotte Jansen', role: '', organisation: 'KDC De Wilgenboom', action: 'las over', what: 'de ontwikkeling van Sem', because: [], refused: false, emergency: false }],
      withdrawConsent: () => { server.family = withSharing([consent('c', { state: 'WITHDRAWN', withdrawnOn: '2026-11-24' })]); return { id: 'c' } },
    },
  })
  await screen.findByRole('region', { name: 'KDC De Wilgenboom' })
  await userEvent.click(screen.getByText('Wat precies, en stoppen'))
  await userEvent.click(screen.getByRole('button', { name: 'Stop met delen: KDC De Wilgenboom, de ontwikkeling van Sem' }))
  const dialog = screen.getByRole('dialog')
  expect(within(dialog).getByText('Dit werkt meteen.')).toBeTruthy()
  expect(await within(dialog).findByText('Lotte Jansen')).toBeTruthy()
  expect(sent(server, 'WithdrawConsent')).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ja, stop met delen' }))
  expect(await screen.findByText('Niemand anders leest nu mee.')).toBeTruthy()
  expect(sent(server, 'WithdrawConsent')).toMatchObject([{ consentId: 'c' }])
  await userEvent.click(screen.getByText('Wat is gestopt?'))
  expect(screen.getByText(/Gestopt op 24 november 2026/)).toBeTruthy()
})

test('what ends soon can go on for a year, what the other parent began can be signed, and what somebody may not decide has no buttons', async () => {
  const server = openApp('/delen', {
    family: withSharing([
      consent('soon', { until: '2026-12-10', endsSoon: true }), consent('other', { state: 'WAITING', isYours: false, what: 'het plan voor Sem' }),
      consent('hers', { mayDecide: false, what: 'de afspraken van Sem' }), consent('no', { effect: 'OBJECTION', isYours: false, what: 'de gezondheid van Sem' }),
    ]),
    on: { renewConsent: () => ({ id: 'r' }), signConsent: () => ({ id: 'other' }) },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Nog een jaar' }))
  await userEvent.click(screen.getByRole('button', { name: 'Ik zeg ook ja' }))
  await waitFor(() => { expect(sent(server, 'SignConsent')).toMatchObject([{ consentId: 'other' }]) })
  expect(sent(server, 'RenewConsent')).toMatchObject([{ consentId: 'soon', until: '2027-12-10' }])
  expect(screen.queryByRole('button', { name: /de afspraken van Sem/ })).toBeNull()
  expect(screen.getByText('KDC De Wilgenboom mag niet lezen over de gezondheid van Sem.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Haal mijn nee weg' })).toBeNull()
})

test('who has authority keeps a professional out without a reason, and lets them in again (C-11)', async () => {
  const ruud = { id: 'ruud', name: 'Ruud Bakker', title: 'coach', organisation: { id: 'kdc', name: 'KDC De Wilgenboom' } }
  const own = { familyId: 'family', mayExclude: true, excluded: [] as object[], team: [ruud] }
  const server: Server = openApp('/delen', {
    family: withSharing([]),
    on: {
      ownExclusions: () => own, admitProfessional: () => { own.excluded = []; return { id: 'x' } },
      excludeProfessional: () => { own.excluded = [{ id: 'x', name: 'Ruud Bakker', what: 'coach, KDC De Wilgenboom', since: '2026-11-24' }]; return { id: 'x' } },
    },
  })
  const card = within(await screen.findByRole('region', { name: 'Wie niet mag meelezen' }))
  await userEvent.selectOptions(card.getByLabelText('Wie mag niet meelezen?'), 'ruud')
  await userEvent.click(card.getByRole('button', { name: 'Mag niet meelezen' }))
  expect(await card.findByText(/Sinds 24 november 2026/)).toBeTruthy()
  expect(card.getByText('Dit werkt meteen.')).toBeTruthy()
  await userEvent.click(card.getByRole('button', { name: /^Mag weer meelezen.*Ruud Bakker/ }))
  expect(await card.findByText('Nu is er niemand.')).toBeTruthy()
  expect([sent(server, 'ExcludeProfessional'), sent(server, 'AdmitProfessional')]).toMatchObject([[{ professionalId: 'ruud' }], [{ exclusionId: 'x' }]])
})

test('who may decide nothing of it sees no such part', async () => {
  openApp('/delen', { family: withSharing([consent('c')]) })
  await screen.findByRole('region', { name: 'KDC De Wilgenboom' })
  expect(screen.queryByText('Wie niet mag meelezen')).toBeNull()
})

test('Today points to a question that waits, and to none that does not', async () => {
  openApp('/', { family: family({ consentRequests: [{ id: 'q', isForYou: true }] }) })
  const card = await screen.findByRole('region', { name: 'Er is een vraag voor u' })
  expect(within(card).getByRole('link', { name: 'Delen' }).getAttribute('href')).toBe('/delen')
})

import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent, type Server } from '../testing/open-app.tsx'

const recipient = { kind: 'ORGANISATION', label: 'KDC De Wilgenboom', organisation: { id: 'kdc', name: 'KDC De Wilgenboom' } }
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
  const card = await screen.findByRole('region', { name: 'Mag KDC De Wilgenboom dit lezen: de gezondheid van Sem?' })
  expect(within(card).getByText('Dan weet de groep wat helpt.')).toBeTruthy()
  await userEvent.click(within(card).getByRole('button', { name: 'Ja, dat mag' }))
  await waitFor(() => { expect(screen.getAllByText('U zei ja. Er is nog een ja nodig.').length).toBeGreaterThan(0) })
  expect(sent(server, 'AnswerConsentRequest')).toMatchObject([{ familyId: 'family', requestId: 'q', yes: true }])
  expect(screen.queryByRole('button', { name: 'Ja, dat mag' })).toBeNull()
  expect(screen.getByText('Leest nog niets over: Sem. Er is nog een ja nodig.')).toBeTruthy()
  expect(screen.queryByText('Mag lezen over: Sem.')).toBeNull()
})

test.each([
  'alles over Milan, behalve zorgen over veiligheid', 'alles over Anouk en Sem, behalve zorgen over veiligheid', 'de eigen hulp van Anouk',
])('what is asked, stopped and shut reads as a sentence: %s', async (what) => {
  openApp('/delen', { family: withSharing([consent('c', { what }), consent('no', { effect: 'OBJECTION', what }), consent('was', { state: 'ENDED', what, until: '2026-11-01' })], [request({ what })]), on: { readUnderConsent: () => [] } })
  expect(await screen.findByRole('region', { name: `Mag KDC De Wilgenboom dit lezen: ${what}?` })).toBeTruthy()
  expect(screen.getByText(`KDC De Wilgenboom mag dit niet lezen: ${what}.`)).toBeTruthy()
  await userEvent.click(screen.getByText('Wat is gestopt?'))
  expect(screen.getByText(`KDC De Wilgenboom mocht dit lezen: ${what}.`)).toBeTruthy()
  await userEvent.click(screen.getByText('Wat precies, en stoppen'))
  await userEvent.click(screen.getByRole('button', { name: `Stop met delen: KDC De Wilgenboom, ${what}` }))
  expect(within(screen.getByRole('dialog')).getByText(`Dit mag KDC De Wilgenboom dan niet meer lezen: ${what}.`)).toBeTruthy()
})

test('a no is sent as a no, and a refusal is said in the server’s words', async () => {
  const server = openApp('/delen', { family: withSharing([], [request()]), on: { answerConsentRequest: () => { throw new Error('Deze vraag is voorbij.') } } })
  await userEvent.click(await screen.findByRole('button', { name: 'Nee, liever niet' }))
  expect(await screen.findByText('Deze vraag is voorbij.')).toBeTruthy()
  expect(sent(server, 'AnswerConsentRequest')).toMatchObject([{ yes: false }])
})

test('who reads what stands per reader; stopping asks once, shows what was read, and says that it works at once (C-04, C-08)', async () => {
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
  expect(screen.getByText('KDC De Wilgenboom mag dit niet lezen: de gezondheid van Sem.')).toBeTruthy()
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
  expect(within(card).getByRole('link', { name: 'Bekijk de vraag' }).getAttribute('href')).toBe('/delen')
})

const sharingChoices = () => ({
  organisations: [{ id: 'beuk', name: 'De Beuk', helps: false }, { id: 'kdc', name: 'KDC De Wilgenboom', helps: true }],
  subjects: [
    { subject: ofSem, alsoSigns: ['Joost'], parts: [{ category: 'MEDICAL', what: 'de gezondheid van Sem' }, { category: 'PLAN', what: 'het plan voor Sem' }, { category: null, what: 'alles over Sem' }] },
    { subject: { kind: 'ADULT', memberIds: ['anouk'], label: 'Anouk' }, alsoSigns: [], parts: [{ category: 'SOCIAL', what: 'het leven en de steun (Anouk)' }] },
  ],
})

test('a yes unasked says who, about whom, what and how long, each part by itself, and whose yes is needed too (G-01)', async () => {
  const server = openApp('/delen/ja', { family: withSharing([]), on: { sharingChoices, giveConsent: () => ({ id: 'c' }) } })
  await userEvent.click(await screen.findByRole('button', { name: 'Ja, dat mag' }))
  expect(screen.getByText('Kies wie, over wie en wat.')).toBeTruthy()
  expect(sent(server, 'GiveConsent')).toEqual([])
  expect(within(screen.getByRole('group', { name: 'Helpt u nu' })).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['KDC De Wilgenboom'])
  await userEvent.selectOptions(screen.getByLabelText('Wie?'), 'KDC De Wilgenboom')
  await userEvent.click(screen.getByRole('radio', { name: 'Over uzelf' }))
  expect(screen.getByText('Uw ja is genoeg.')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'Sem' }))
  expect(screen.getByText('Het ja van Joost is ook nodig. Tot die tijd leest niemand mee.')).toBeTruthy()
  const what = screen.getByRole('group', { name: 'Wat mag KDC De Wilgenboom lezen?' })
  await userEvent.click(within(what).getByRole('checkbox', { name: 'alles over Sem' }))
  for (const name of ['de gezondheid van Sem', 'het plan voor Sem']) await userEvent.click(within(what).getByRole('checkbox', { name }))
  await userEvent.click(screen.getByRole('radio', { name: 'Drie maanden' }))
  await userEvent.click(screen.getByRole('button', { name: 'Ja, dat mag' }))
  expect(await screen.findByText('Dat is bewaard. U ziet het bij Delen.')).toBeTruthy()
  const given = sent(server, 'GiveConsent') as readonly { readonly commandId: string; readonly input: { readonly category: string; readonly from: string; readonly until: string } }[]
  expect(given.map(({ input }) => input)).toMatchObject(['MEDICAL', 'PLAN'].map((category) => ({ category, subject: { kind: 'CHILD', memberIds: ['child'] }, recipient: { kind: 'ORGANISATION', organisationId: 'kdc' } })))
  expect(new Set(given.map(({ commandId }) => commandId)).size).toBe(2)
  expect(given.every(({ input: { from, until } }) => until > from)).toBe(true)
})

test('a no beforehand has no end, and a refusal is said in the server’s words', async () => {
  let tries = 0
  const server = openApp('/delen/nee', { family: withSharing([]), on: { sharingChoices, objectToSharing: () => { tries += 1; if (tries === 1) throw new Error('Dit kan nu niet.'); return { id: 'c' } } } })
  await userEvent.selectOptions(await screen.findByLabelText('Wie?'), 'De Beuk')
  await userEvent.click(screen.getByRole('radio', { name: 'Sem' }))
  expect(screen.queryByRole('radio', { name: 'Een jaar' })).toBeNull()
  await userEvent.click(screen.getByRole('checkbox', { name: 'alles over Sem' }))
  await userEvent.click(screen.getByRole('button', { name: 'Nee, dat mag niet' }))
  expect(await screen.findByText('Dit kan nu niet.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Nee, dat mag niet' }))
  expect(await screen.findByText('Dat is bewaard. Dit werkt meteen.')).toBeTruthy()
  const [first, second] = sent(server, 'ObjectToSharing') as readonly { readonly commandId: string; readonly input: object }[]
  expect(first?.commandId).toBe(second?.commandId)
  expect(second?.input).not.toHaveProperty('until')
})

test('everything with one organisation stops in one step, which is asked once and says what it means (C-04, C-08)', async () => {
  const server: Server = openApp('/delen', {
    family: withSharing([consent('a'), consent('b', { what: 'het plan voor Sem' }), consent('c', { subject: { kind: 'RELATION', memberIds: ['joost', 'child'], label: 'Joost en Sem' }, mayDecide: false })]),
    on: { stopSharing: () => { server.family = withSharing([consent('a', { state: 'WITHDRAWN', withdrawnOn: '2026-11-24' })]); return { id: 'x' } } },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Stop alles met KDC De Wilgenboom' }))
  const dialog = screen.getByRole('dialog')
  expect(within(dialog).getByText('KDC De Wilgenboom leest dan niets meer over Sem.')).toBeTruthy()
  expect(within(dialog).getByText('Dit werkt meteen. Ook als iemand daar de pagina nog open heeft.')).toBeTruthy()
  expect(within(dialog).getByText('Waar alleen de andere ouder over kiest, blijft zoals het is.')).toBeTruthy()
  expect(sent(server, 'StopSharing')).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ja, stop alles' }))
  expect(await screen.findByText('Niemand anders leest nu mee.')).toBeTruthy()
  expect(sent(server, 'StopSharing')).toMatchObject([{ familyId: 'family', organisationId: 'kdc' }])
})

const treatment = (more: object = {}) => ({
  id: 't', child: 'Sem', what: 'Oefenen met eten, zes weken', treatedBy: 'de logopedist', askedBy: 'Lotte Jansen', askedOn: '2026-11-20', status: 'INCOMPLETE', answers: [{ parent: 'Anouk', agrees: true, on: '2026-11-20' }],
  missing: ['Joost'], exception: null, isForYou: true, yourAnswer: null, mayAnswer: true, ...more,
})
const agreed = treatment({ status: 'AGREED', missing: [], isForYou: false, yourAnswer: true })

test('what this parent still answers stands before a treatment that was agreed to', async () => {
  openApp('/delen', { family: { ...withSharing([], [request()]), treatments: [agreed] } as unknown as ReturnType<typeof family> })
  const cards = await screen.findAllByRole('region', { name: /Mag KDC|Bent u het eens/ })
  expect(cards.map((card) => within(card).getByRole('heading').textContent)).toEqual(['Mag KDC De Wilgenboom dit lezen: de gezondheid van Sem?', 'Bent u het eens met deze behandeling van Sem?'])
})

test('a treatment of the child is agreed to by each parent in person, who may think otherwise later (G-01)', async () => {
  const asking = (...treatments: readonly object[]) => ({ ...withSharing([]), treatments }) as unknown as ReturnType<typeof family>
  const server: Server = openApp('/delen', { family: asking(treatment()), on: { answerTreatment: () => { server.family = asking(agreed); return { id: 't' } } } })
  const card = await screen.findByRole('region', { name: 'Bent u het eens met deze behandeling van Sem?' })
  expect(within(card).getByText('Anouk zei ja op vrijdag 20 november.')).toBeTruthy()
  expect(within(card).getByText('Nog niet iedereen heeft geantwoord.')).toBeTruthy()
  await userEvent.click(within(card).getByRole('button', { name: 'Ja, ik ben het eens' }))
  await screen.findByText('Er is genoeg ja gezegd.')
  expect(sent(server, 'AnswerTreatment')).toMatchObject([{ familyId: 'family', treatmentId: 't', agrees: true }])
  await userEvent.click(screen.getByText('Denkt u er nu anders over?'))
  await userEvent.click(screen.getByRole('button', { name: 'Ik zeg nu toch nee' }))
  expect(sent(server, 'AnswerTreatment').at(-1)).toMatchObject({ agrees: false })
})

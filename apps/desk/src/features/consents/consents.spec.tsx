import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { hanne, sampleFamily } from '../../testing/sample-family.ts'
import { ruleOf, type Consent } from './consents.ts'

const recipient = { kind: 'ORGANISATION', organisation: { id: 'kdc', name: 'KDC De Wilgenboom', discipline: 'DAY_CENTRE' }, label: 'KDC De Wilgenboom' }
const aboutSem = { kind: 'CHILD', memberIds: ['sem'], label: 'Sem' }
const consent = (id: string, more: object = {}) => ({
  id, effect: 'GRANT', subject: aboutSem, category: 'DEVELOPMENT', what: 'de ontwikkeling van Sem', recipient, from: '2026-01-01', until: '2027-03-01', state: 'IN_FORCE', signedBy: ['Anouk', 'Joost'], basis: 'WRITTEN',
  howExplained: 'Samen gelezen.', askedBy: 'Hanne de Wit', endsSoon: false, isYours: false, mayDecide: false, ...more,
})
const request = (more: object = {}) => ({
  id: 'q', subject: aboutSem, category: 'MEDICAL', what: 'de gezondheid van Sem', recipient, from: '2026-11-20', why: 'Dan weet de groep wat helpt.', howExplained: 'Aan de telefoon.', askedBy: 'Hanne de Wit', askedOn: '2026-11-20', answerBy: '2026-12-18',
  state: 'OPEN', isForYou: false, mayWithdraw: true, ...more,
})
const path = '/gezin/verhoeven/toestemming'
const partner = { id: 'griet', name: 'Griet Maes', title: 'psycholoog', discipline: 'ADULT_MENTAL_HEALTH', organisation: { id: 'beuk', name: 'De Beuk' } }
const partnersToInvite = () => [partner]

const kdc = { id: 'kdc', name: 'KDC De Wilgenboom', discipline: 'DAY_CENTRE' }
const schakel = { id: 'schakel', name: 'De Schakel', discipline: 'IMH_SPECIALIST' }
const team = { kind: 'ALL', label: 'iedereen in het team' }

test('a table says by row whom it is about and by column who may read, with until when and why (C-03)', async () => {
  await openDesk(path, {
    ...sampleFamily(),
    consents: [
      consent('a', { basis: 'IMPLIED_BY_REFERRAL', howExplained: 'De huisarts vertelde het op 3 maart.' }), consent('b', { effect: 'OBJECTION', category: 'MEDICAL', until: null, recipient: team }), consent('w', { category: 'PLAN', state: 'WAITING', recipient: team }),
      consent('n', { effect: 'OBJECTION', category: null, recipient: team, until: null }),
    ],
    consentRequests: [request()],
    consentEffects: [
      { organisation: kdc, subject: aboutSem, reasons: [{ categories: ['DEVELOPMENT', 'SOCIAL'], effect: 'GRANT', decides: ['a'], givesWay: ['n'] }] },
      { organisation: schakel, subject: aboutSem, reasons: [{ categories: ['MEDICAL'], effect: 'OBJECTION', decides: ['b'], givesWay: ['w'] }] },
    ],
  }, { partnersToInvite })
  const table = await screen.findByRole('table')
  expect(within(table).getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Over wie', 'De Schakel', 'KDC De Wilgenboom'])
  const [ofSchakel, ofKdc] = within(within(table).getByRole('row', { name: /^Sem/ })).getAllByRole('cell')
  expect(ofKdc?.textContent).toMatch(/^Ja: ontwikkeling, leven en steun \(tot en met 1 maart 2027\)Waarom/)
  expect(ofKdc?.textContent).toContain('Ja voor KDC De Wilgenboom: ontwikkeling. Bij de verwijzing: Anouk, Joost. De huisarts vertelde het op 3 maart.')
  expect(ofKdc?.textContent).toContain('Wijkt: Nee voor iedereen in het team: alles, behalve veiligheid. Wie en wat zijn hier preciezer.')
  expect(ofKdc?.textContent).toContain('Gevraagd: medisch (tot en met 18 december 2026)')
  expect(ofSchakel?.textContent).toMatch(/^Nee: medisch/)
  expect(ofSchakel?.textContent).toContain('Geen van beide is preciezer. Dan gaat het nee voor.')
  expect(ofSchakel?.textContent).toContain('Wacht op nog een ja: het plan')
  expect(screen.getByRole('region', { name: 'Tabel met toestemmingen' }).tabIndex).toBe(0)
  await userEvent.click(screen.getByRole('button', { name: 'Toon als lijst' }))
  expect(screen.getAllByRole('row').length).toBe(5)
})

test('who coordinates and may not read along yet is told so, and asks it for their own organisation (C-01)', async () => {
  const page = await openDesk(path, sampleFamily(), { partnersToInvite })
  await userEvent.click(await screen.findByRole('button', { name: /^Vraag toestemming\W+De Schakel$/ }))
  const dialog = screen.getByRole('dialog')
  expect(within(dialog).getByLabelText<HTMLSelectElement>('Wie mag lezen').selectedOptions[0]?.textContent).toBe('De Schakel')
  expect(within(dialog).getByLabelText<HTMLSelectElement>('Wat').selectedOptions[0]?.textContent).toBe('alles, behalve veiligheid')
  page.unmount()
  await openDesk(path, { ...sampleFamily(), consentRequests: [request({ recipient: { kind: 'ORGANISATION', organisation: schakel, label: 'De Schakel' } })] }, { partnersToInvite })
  await screen.findByRole('heading', { name: /^Toestemmingen op/ })
  expect(screen.queryByRole('heading', { name: 'U leest nog niet mee' })).toBeNull()
})

test('who looks back is offered nothing to take back, also not what they asked themselves', async () => {
  const treatment = { id: 't', child: 'Sem', what: 'Oefenen met eten', treatedBy: 'de logopedist', isSubstantial: false, askedBy: 'Hanne de Wit', askedOn: '2026-09-20', status: 'INCOMPLETE', answers: [], holders: [], missing: ['Joost'], exception: null, mayEnd: true }
  await openDesk(`${path}?toen=2026-10-01`, { ...sampleFamily(), can: { ...sampleFamily().can, contribute: false, coordinate: false, plan: false }, consentRequests: [request()], treatments: [treatment] }, { partnersToInvite })
  expect(await screen.findByText('Oefenen met eten')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^(Vraag terugnemen|Uitzondering vastleggen)/ })).toBeNull()
})

test('that a parent stops everything with one organisation is noted in one step, with whose word it was (C-04)', async () => {
  const desk = await openDesk(path, { ...sampleFamily(), consents: [consent('a')], consentEffects: [{ organisation: kdc, subject: aboutSem, reasons: [{ categories: ['DEVELOPMENT'], effect: 'GRANT', decides: ['a'], givesWay: [] }] }] },
    { partnersToInvite, stopSharing: ({ familyId }: { familyId: string }) => ({ id: 's', familyId }) })
  await userEvent.click(await screen.findByRole('button', { name: /^Stoppen vastleggen.*Wilgenboom/ }))
  const dialog = screen.getByRole('dialog')
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Joost' }))
  await userEvent.type(within(dialog).getByLabelText('Hoe is het uitgelegd?'), 'Aan de telefoon.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Stop nu' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  expect(desk.sent('NoteStopSharing')[0]?.variables).toMatchObject({ organisationId: 'kdc', noted: { signedBy: ['joost'], basis: 'SPOKEN', howExplained: 'Aan de telefoon.' } })
})

test.each([
  ['says the same', consent('a'), consent('b'), 'same'],
  ['one organisation, and the team', consent('a'), consent('b', { effect: 'OBJECTION', recipient: team }), 'recipient'],
  ['a discipline, and the team', consent('a', { recipient: { kind: 'DISCIPLINE' } }), consent('b', { effect: 'OBJECTION', recipient: team }), 'recipient'],
  ['one subject, and everything', consent('a'), consent('b', { effect: 'OBJECTION', category: null }), 'category'],
  ['more exact on both', consent('a'), consent('b', { effect: 'OBJECTION', category: null, recipient: team }), 'both'],
  ['as exact', consent('b', { effect: 'OBJECTION' }), consent('a'), 'no'],
  ['each more exact on one', consent('b', { effect: 'OBJECTION', category: null }), consent('a', { recipient: team }), 'no'],
])('which rule decides: %s', (_, decides, givesWay, rule) => { expect(ruleOf(decides as unknown as Consent, givesWay as unknown as Consent)).toBe(rule) })

test('a question says why and how it was explained; without them it isn’t sent', async () => {
  const desk = await openDesk(path, sampleFamily(), { partnersToInvite, requestConsent: ({ familyId }: { familyId: string }) => ({ id: 'q', familyId }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Vraag toestemming' }))
  const dialog = screen.getByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Vraag versturen' }))
  expect(within(dialog).getByText('Kies wie het mag lezen.')).toBeTruthy()
  expect(desk.sent('RequestConsent')).toEqual([])
  await within(dialog).findByRole('option', { name: 'De Beuk' })
  await userEvent.selectOptions(within(dialog).getByLabelText('Wie mag lezen'), 'De Beuk')
  await userEvent.type(within(dialog).getByLabelText('Waarom, in één zin voor de ouders'), 'Om te helpen.')
  await userEvent.type(within(dialog).getByLabelText('Hoe is het uitgelegd?'), 'Aan tafel.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Vraag versturen' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  expect(desk.sent('RequestConsent')[0]?.variables['input']).toMatchObject({
    sharing: { subject: { kind: 'CHILD', memberIds: ['sem'] }, category: 'DEVELOPMENT', recipient: { kind: 'ORGANISATION', organisationId: 'beuk' } }, why: 'Om te helpen.', howExplained: 'Aan tafel.',
  })
})

test('a spoken answer is noted with who said it and how', async () => {
  const desk = await openDesk(path, { ...sampleFamily(), consentRequests: [request()] }, { partnersToInvite, answerConsentRequest: ({ familyId }: { familyId: string }) => ({ id: 'q', familyId }) })
  await userEvent.click(await screen.findByRole('button', { name: /^Antwoord vastleggen/ }))
  const dialog = screen.getByRole('dialog')
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Nee' }))
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Joost' }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  expect(desk.sent('NoteAnswerToConsentRequest')[0]?.variables).toMatchObject({ requestId: 'q', yes: false, noted: { signedBy: ['joost'], basis: 'SPOKEN', howExplained: 'Aan de telefoon.' } })
})

test('what the referral implied is noted with who told the parents (C-07)', async () => {
  const desk = await openDesk(path, sampleFamily(), { partnersToInvite, giveConsent: ({ familyId }: { familyId: string }) => ({ id: 'c', familyId }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Ja of nee vastleggen' }))
  const dialog = screen.getByRole('dialog')
  await userEvent.selectOptions(within(dialog).getByLabelText('Wie mag lezen'), 'Iedereen in het team')
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Anouk' }))
  await userEvent.selectOptions(within(dialog).getByLabelText('Hoe?'), 'Bij de verwijzing')
  expect(within(dialog).getByText('Schrijf wie het aan de ouders vertelde, en wanneer.')).toBeTruthy()
  await userEvent.type(within(dialog).getByLabelText('Hoe is het uitgelegd?'), 'De huisarts, op 3 maart.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(desk.sent('NoteConsent')[0]?.variables).toMatchObject({ input: { recipient: { kind: 'ALL' } }, noted: { signedBy: ['anouk'], basis: 'IMPLIED_BY_REFERRAL', howExplained: 'De huisarts, op 3 maart.' } }) })
})

test('what ends soon is renewed, and stopping says whose word it was', async () => {
  const desk = await openDesk(path, { ...sampleFamily(), consents: [consent('a', { endsSoon: true })] }, { partnersToInvite, renewConsent: ({ familyId }: { familyId: string }) => ({ id: 'r', familyId }), withdrawConsent: ({ familyId }: { familyId: string }) => ({ id: 'a', familyId }) })
  const ending = await screen.findByRole('region', { name: 'Loopt binnenkort af' })
  await userEvent.click(within(ending).getByRole('button', { name: /^Verlengen/ }))
  let dialog = screen.getByRole('dialog')
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Anouk' }))
  await userEvent.type(within(dialog).getByLabelText('Hoe is het uitgelegd?'), 'Zoals eerder.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  expect(desk.sent('NoteRenewal')[0]?.variables).toMatchObject({ consentId: 'a', until: '2028-02-29', noted: { signedBy: ['anouk'] } })
  await userEvent.click(within(await screen.findByRole('region', { name: 'Loopt binnenkort af' })).getByRole('button', { name: /^Stoppen vastleggen/ }))
  dialog = screen.getByRole('dialog')
  await userEvent.selectOptions(within(dialog).getByLabelText('Wie zei het?'), 'Joost')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Stop nu' }))
  await waitFor(() => { expect(desk.sent('NoteWithdrawal')[0]?.variables).toMatchObject({ consentId: 'a', saidBy: 'joost' }) })
})

test('who coordinates invites somebody without a name; a name in the question is refused with a sentence (C-02)', async () => {
  const desk = await openDesk(path, sampleFamily(), { partnersToInvite, invitePartner: () => { throw refused('names-somebody', 'In de vraag staat een naam.') } })
  await userEvent.click(await screen.findByRole('button', { name: 'Vraag iemand erbij' }))
  const dialog = screen.getByRole('dialog')
  await userEvent.selectOptions(within(dialog).getByLabelText('Wie vraagt u?'), await within(dialog).findByRole('option', { name: /Griet Maes/ }))
  await userEvent.type(within(dialog).getByLabelText('Uw vraag, zonder namen'), 'Over Sem')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Vraag versturen' }))
  expect(await within(dialog).findByText('In de vraag staat een naam.')).toBeTruthy()
  expect(desk.sent('InvitePartner')[0]?.variables['input']).toMatchObject({ professionalId: 'griet', question: 'Over Sem', category: 'CONTACT' })
})

test('who said yes while nothing is shared yet: consent is asked from there, about whom and with whom it was begun', async () => {
  const invitation = { id: 'i', partner, subject: aboutSem, question: 'Kunt u meedenken?', from: '2026-11-20', until: null, answerBy: '2026-12-18', invitedOn: '2026-11-20', state: 'ACCEPTED', words: null }
  const family = (consents: readonly Consent[]) => ({ ...sampleFamily(), invitations: [invitation], consents }) as never
  const desk = await openDesk(path, family([]), { partnersToInvite })
  await userEvent.click(await screen.findByRole('button', { name: /^Vraag toestemming\W+Griet Maes$/ }))
  const dialog = within(screen.getByRole('dialog', { name: 'Vraag toestemming' }))
  await waitFor(() => expect(dialog.getByLabelText<HTMLSelectElement>('Wie mag lezen').selectedOptions[0]?.textContent).toBe('De Beuk'))
  expect(dialog.getByLabelText<HTMLSelectElement>('Over wie').selectedOptions[0]?.textContent).toBe('Sem')
  desk.unmount()
  await openDesk(path, family([consent('c', { recipient: { kind: 'ORGANISATION', organisation: { id: 'beuk', name: 'De Beuk', discipline: 'ADULT_MENTAL_HEALTH' }, label: 'De Beuk' } }) as never]), { partnersToInvite })
  expect(await screen.findByRole('button', { name: /^Neem op in het team\W+Griet Maes$/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Vraag toestemming\W+Griet Maes$/ })).toBeNull()
})

test('who is invited reads a question without a name, and answers with a word; the family’s name comes after joining (C-02)', async () => {
  let invitation: Record<string, unknown> = { id: 'i', question: 'Kunt u meedenken?', askedBy: hanne.name, askedByTitle: hanne.title, askedByOrganisation: 'De Schakel', askedOn: '2026-11-20', from: '2026-12-01', answerBy: '2026-12-18', state: 'OPEN' }
  const desk = await openDesk('/uitnodigingen', sampleFamily(), {
    invitations: () => [invitation],
    answerInvitation: ({ words }: { words: string }) => { invitation = { ...invitation, state: 'JOINED', words, familyId: 'verhoeven', familyName: 'Gezin Verhoeven' }; return { id: 'i' } },
  })
  expect(await screen.findByRole('heading', { name: 'Kunt u meedenken?' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: /Gezin/ })).toBeNull()
  await userEvent.type(screen.getByLabelText('Een woord erbij'), 'Graag.')
  await userEvent.click(screen.getByRole('button', { name: 'Ja, ik doe mee' }))
  expect(await screen.findByRole('link', { name: 'Naar Gezin Verhoeven' })).toBeTruthy()
  expect(desk.sent('AnswerInvitation').map(({ variables }) => variables)).toMatchObject([{ invitationId: 'i', accept: true, words: 'Graag.' }])
})

test('an open page loses what is no longer shared as soon as it hears of it (C-04)', async () => {
  const family = { ...sampleFamily(), consents: [consent('a')], consentEffects: [{ organisation: kdc, subject: aboutSem, reasons: [{ categories: ['DEVELOPMENT'], effect: 'GRANT', decides: ['a'], givesWay: [] }] }] }
  const desk = await openDesk(path, family, { partnersToInvite })
  expect((await screen.findAllByText(/ontwikkeling/)).length).toBeGreaterThan(0)
  family.consents = []
  family.consentEffects = []
  desk.tell('FamilyChanged', { familyChanged: { __typename: 'FamilyChange', familyId: 'verhoeven' } })
  await waitFor(() => { expect(screen.queryByText(/ontwikkeling/)).toBeNull() })
})

test('a treatment is asked in plain words; it waits until each with authority answered, or for an exception with a reason (G-01)', async () => {
  const treatment = (more: object = {}) => ({
    id: 't', child: 'Sem', what: 'Oefenen met eten', treatedBy: 'de logopedist', isSubstantial: false, askedBy: 'Lotte Jansen', askedOn: '2026-11-20', status: 'INCOMPLETE',
    answers: [{ parent: 'Anouk', agrees: true, on: '2026-11-20', way: 'SPOKEN', how: 'In de gang.', notedBy: 'Lotte Jansen' }], holders: [{ id: 'anouk', name: 'Anouk' }, { id: 'joost', name: 'Joost' }], missing: ['Joost'], exception: null, mayEnd: true, ...more,
  })
  const family = { ...sampleFamily(), treatments: [treatment()] as unknown[] }
  const answered = ({ familyId }: { familyId: string }) => ({ id: 't', familyId })
  const desk = await openDesk(path, family, {
    partnersToInvite, proposeTreatment: answered, answerTreatment: answered,
    makeTreatmentException: ({ familyId, reason }: { familyId: string; reason: string }) => { family.treatments = [treatment({ status: 'EXCEPTED', exception: { reason, by: 'Hanne de Wit', on: '2026-11-24' } })]; return { id: 't', familyId } },
  })
  const section = await screen.findByRole('region', { name: 'Akkoord met een behandeling' })
  expect(within(section).getByText('Wacht op: Joost.')).toBeTruthy()
  expect(within(section).getByText('In de gang. (vastgelegd door Lotte Jansen)')).toBeTruthy()

  await userEvent.click(within(section).getByRole('button', { name: 'Vraag akkoord' }))
  await userEvent.type(screen.getByLabelText('Welke behandeling?'), 'Spelen')
  await userEvent.type(screen.getByLabelText('Door wie?'), 'de speltherapeut')
  await userEvent.click(screen.getByRole('button', { name: 'Vraag de ouders' }))
  await waitFor(() => { expect(desk.sent('ProposeTreatment')[0]?.variables['input']).toEqual({ childId: 'sem', what: 'Spelen', treatedBy: 'de speltherapeut', isSubstantial: false }) })

  await userEvent.click(await screen.findByRole('button', { name: /^Antwoord vastleggen.*Oefenen/ }))
  await userEvent.click(screen.getByRole('radio', { name: 'Joost' }))
  await userEvent.click(screen.getByRole('radio', { name: 'Ja' }))
  await userEvent.type(screen.getByLabelText('Hoe is het gezegd?'), 'Aan de telefoon.')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(desk.sent('NoteTreatmentAnswer')[0]?.variables).toMatchObject({ treatmentId: 't', agrees: true, noted: { parentId: 'joost', way: 'SPOKEN', how: 'Aan de telefoon.' } }) })

  await userEvent.click(await screen.findByRole('button', { name: /^Uitzondering vastleggen.*Oefenen/ }))
  await userEvent.type(screen.getByLabelText('Waarom?'), 'De rechter gaf toestemming.')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect(await screen.findByText(/Uitzondering door Hanne de Wit op 24 november 2026: De rechter gaf toestemming\./)).toBeTruthy()
})

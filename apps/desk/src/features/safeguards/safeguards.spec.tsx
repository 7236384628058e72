import { describe, expect, jest, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { overloadSignal, privacyOfficer, sampleFamily } from '../../testing/sample-family.ts'

const fact = { id: 'f1', childId: 'sem', adultId: 'joost', status: 'UNVERIFIED', basis: 'BY_LAW', source: 'STATEMENT', from: '2026-01-01', until: null, recordedBy: 'Hanne de Wit', recordedAt: '2026-11-20T10:00:00.000Z', check: null, isCheckDue: false, mistake: null }
const nothingElse = { professional: null, isCapable: null, about: null, organisation: null, agreement: null }
const shield = {
  id: 's1', kind: 'SHIELD', personIds: ['joost'], entryKind: 'CONTRIBUTION', entryId: 'c1', entry: 'Sem zocht de hand van Lotte.', ...nothingElse, setBy: 'Lotte Jansen', setAt: '2026-11-20T10:00:00.000Z', reviewOn: '2026-11-24', isDue: true, mayLift: true, liftedAt: null,
  reasons: [{ step: 'SET', text: 'Hij schrok ervan.', by: 'Lotte Jansen', at: '2026-11-20T10:00:00.000Z' }],
}
const safeguards = {
  familyId: 'verhoeven', name: 'Gezin Verhoeven', zone: 'Europe/Amsterdam', jurisdiction: 'NL', coordinates: true,
  children: [{ id: 'sem', name: 'Sem', role: 'CHILD' }], adults: [{ id: 'anouk', name: 'Anouk', role: 'MOTHER' }, { id: 'joost', name: 'Joost', role: 'FATHER' }],
  team: [{ id: 'ruud', name: 'Ruud Bakker', title: 'coach', discipline: 'DAY_CENTRE', organisation: { id: 'kdc', name: 'KDC De Wilgenboom' } }], organisations: [{ id: 'kdc', name: 'KDC De Wilgenboom' }], maySayOwnFamily: false,
  authority: [fact], today: [{ childId: 'sem', adultId: 'joost', status: 'UNVERIFIED' }], safeguards: [shield],
}
const done = { id: 'x', familyId: 'verhoeven' }
const path = '/gezin/verhoeven/bescherming'
const open = (answers: Record<string, unknown> = {}) => openDesk(path, sampleFamily(), { safeguards, authorityGaps: [], workingNotes: [], ...answers })

describe('authority and protection', () => {
  test('says in words who has authority, of whom it is not known, and on what it rests', async () => {
    await open()
    expect(await screen.findByText('Joost: nog niet nagekeken, dus het dossier is dicht')).toBeTruthy()
    expect(screen.getByText('Anouk: niet bekend')).toBeTruthy()
    expect(screen.getByText('Afgeschermd voor Joost: Sem zocht de hand van Lotte.')).toBeTruthy()
    expect(screen.getByText('opnieuw bekijken')).toBeTruthy()
  })
  test('has the pages of the family above it, as its neighbours have', async () => {
    await open()
    const nav = within(await screen.findByRole('navigation', { name: /Gezin Verhoeven/ }))
    expect(nav.getByRole('link', { current: 'page' }).textContent).toBe('Gezag en bescherming')
    expect(nav.getByRole('link', { name: 'Toestemmingen' }).getAttribute('href')).toBe('/gezin/verhoeven/toestemming')
  })
  test('takes what somebody saw as proof', async () => {
    const desk = await open({ verifyAuthority: done })
    fireEvent.click(await screen.findByRole('button', { name: /^Nakijken/, hidden: true }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Waar is het gelezen?'), { target: { value: 'COURT' } })
    fireEvent.change(dialog.getByLabelText('Wat hebt u gezien?'), { target: { value: 'Beschikking van 3 mei' } })
    fireEvent.change(dialog.getByLabelText('Gezien op'), { target: { value: '2026-11-20' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Nakijken' }))
    await waitFor(() => expect(desk.sent('VerifyAuthority')[0]?.variables).toMatchObject({ authorityId: 'f1', proof: { source: 'COURT', seen: 'Beschikking van 3 mei', seenOn: '2026-11-20' } }))
    await waitFor(() => expect(desk.sent('Safeguards').length).toBe(2))
  })
  test('records a protection for a reason and until a day; a refusal keeps what was typed', async () => {
    let tries = 0
    const desk = await open({ setSafeguard: () => (tries += 1) === 1 ? refused('safeguard-exists', 'Deze maatregel geldt al.') : done })
    fireEvent.click(await screen.findByRole('button', { name: 'Maatregel toevoegen' }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Wat is nodig?'), { target: { value: 'PROTECTION' } })
    fireEvent.change(dialog.getByLabelText('Wie wordt beschermd?'), { target: { value: 'anouk' } })
    fireEvent.change(dialog.getByLabelText('Voor wie?'), { target: { value: 'joost' } })
    fireEvent.change(dialog.getByLabelText('Waarom?'), { target: { value: 'Zij vroeg het.' } })
    fireEvent.change(dialog.getByLabelText('Opnieuw bekijken op'), { target: { value: '2099-02-01' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Vastleggen' }))
    expect(await dialog.findByText('Deze maatregel geldt al.')).toBeTruthy()
    expect(dialog.getByLabelText<HTMLTextAreaElement>('Waarom?').value).toBe('Zij vroeg het.')
    fireEvent.click(dialog.getByRole('button', { name: 'Vastleggen' }))
    await waitFor(() => expect(desk.sent('SetSafeguard').at(-1)?.variables).toMatchObject({ input: { kind: 'PROTECTION', personIds: ['anouk', 'joost'], reason: 'Zij vroeg het.', reviewOn: '2099-02-01' } }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
  test('keeps a professional out because a parent asks for it, and needs no day to look again (C-11)', async () => {
    const ana = { id: 'ana', name: 'Ana Vos', title: 'verpleegkundige', discipline: 'HOSPITAL', organisation: { id: 'z', name: 'Ziekenhuis Druivendal' } }
    const desk = await open({ setSafeguard: done, partnersToInvite: [ana] })
    fireEvent.click(await screen.findByRole('button', { name: 'Maatregel toevoegen' }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Wat is nodig?'), { target: { value: 'EXCLUSION' } })
    expect(dialog.queryByLabelText('Opnieuw bekijken op')).toBeNull()
    await dialog.findByRole('option', { name: 'Ana Vos, verpleegkundige, Ziekenhuis Druivendal' })
    fireEvent.change(dialog.getByLabelText('Welke hulpverlener?'), { target: { value: 'ana' } })
    fireEvent.change(dialog.getByLabelText('Welke ouder vraagt dit?'), { target: { value: 'anouk' } })
    fireEvent.change(dialog.getByLabelText('Waarom?'), { target: { value: 'Zij is een buurvrouw.' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Vastleggen' }))
    await waitFor(() => expect(desk.sent('SetSafeguard')[0]?.variables).toMatchObject({ input: { kind: 'EXCLUSION', personIds: ['anouk'], professionalId: 'ana', reason: 'Zij is een buurvrouw.' } }))
  })
  test('has in Belgium the exchange of youth care, with its two conditions (C-09)', async () => {
    const desk = await open({ safeguards: { ...safeguards, jurisdiction: 'BE' }, setSafeguard: done })
    fireEvent.click(await screen.findByRole('button', { name: 'Maatregel toevoegen' }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Wat is nodig?'), { target: { value: 'EXCHANGE' } })
    fireEvent.change(dialog.getByLabelText('Over wie?'), { target: { value: 'sem' } })
    fireEvent.change(dialog.getByLabelText('Met welke organisatie?'), { target: { value: 'kdc' } })
    fireEvent.click(dialog.getByLabelText('Ja, maar er is niet ingestemd'))
    fireEvent.click(dialog.getByLabelText('Deze uitwisseling is nodig voor de hulp'))
    fireEvent.click(dialog.getByLabelText('Ze is in het belang van wie het gaat'))
    fireEvent.change(dialog.getByLabelText('Waarom?'), { target: { value: 'Zonder dit weet de groep niet wat thuis helpt.' } })
    fireEvent.change(dialog.getByLabelText('Opnieuw bekijken op'), { target: { value: '2099-02-01' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Vastleggen' }))
    await waitFor(() => expect(desk.sent('SetSafeguard')[0]?.variables).toMatchObject({
      input: { kind: 'EXCHANGE', exchange: { about: { kind: 'CHILD', memberIds: ['sem'] }, organisationId: 'kdc', agreement: 'SOUGHT_NOT_OBTAINED', isNeeded: true, isInTheirInterest: true } },
    }))
  })
  test('says in words what was judged, and who stays out', async () => {
    const one = (id: string, more: object) => ({ ...shield, id, personIds: ['sem'], entryKind: null, entryId: null, entry: null, reviewOn: null, isDue: false, ...more })
    await open({ safeguards: { ...safeguards, safeguards: [one('a', { kind: 'CAPACITY', isCapable: false }), one('b', { kind: 'EXCLUSION', mayLift: false, personIds: ['anouk'], professional: 'Ruud Bakker, KDC De Wilgenboom' })] } })
    expect(await screen.findByText('Sem kan nog niet zelf wegen wat ouders lezen')).toBeTruthy()
    expect(screen.getByText('Ruud Bakker, KDC De Wilgenboom blijft buiten het dossier. Dat wil Anouk')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Blijft nodig/ })).toBeNull()
    expect(screen.getAllByRole('button', { name: /^Opheffen/ })).toHaveLength(1)
  })
  test('takes the word of who is family of the family, and then shows the families', async () => {
    const desk = await open({ safeguards: { ...safeguards, coordinates: false, maySayOwnFamily: true }, setSafeguard: done })
    fireEvent.click(await screen.findByRole('button', { name: 'Ik ben familie van dit gezin' }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Waarom?'), { target: { value: 'Sem is mijn neefje.' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Ja, ik lees niet meer mee' }))
    await waitFor(() => expect(desk.sent('SetSafeguard')[0]?.variables).toMatchObject({ input: { kind: 'OWN_FAMILY', professionalId: 'hanne' } }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Mijn gezinnen' })).toBeTruthy()
  })
  test('lifts a measure for a reason', async () => {
    const desk = await open({ liftSafeguard: done })
    fireEvent.click(await screen.findByRole('button', { name: /^Opheffen/ }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Waarom?'), { target: { value: 'Niet meer nodig.' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Opheffen' }))
    await waitFor(() => expect(desk.sent('LiftSafeguard')[0]?.variables).toMatchObject({ safeguardId: 's1', reason: 'Niet meer nodig.' }))
  })
  test('shows who does not coordinate no gaps and nothing to decide', async () => {
    const desk = await open({ safeguards: { ...safeguards, coordinates: false } })
    await screen.findByText('Anouk: niet bekend')
    expect(screen.queryByRole('button', { name: 'Gezag vastleggen' })).toBeNull()
    expect(desk.sent('AuthorityGaps')).toEqual([])
  })
})

const gap = { id: 'g1', child: 'Sem', adult: 'Joost', from: '2026-11-01', until: '2026-11-20', knownAt: '2026-11-20T10:00:00.000Z', reads: [{ on: '2026-11-05', action: 'las over', what: 'het plan voor Sem', times: 3 }], reviewNote: null, reviewedBy: null, reviewedAt: null }

describe('what was read without authority', () => {
  test('is gone through by who coordinates', async () => {
    const desk = await open({ authorityGaps: [gap], reviewAuthorityGap: done })
    expect(await screen.findByText(/las over het plan voor Sem \(3 keer\)/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Doorgenomen' }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Uw bevinding'), { target: { value: 'Alleen het plan.' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Doorgenomen' }))
    await waitFor(() => expect(desk.sent('ReviewAuthorityGap')[0]?.variables).toMatchObject({ gapId: 'g1', note: 'Alleen het plan.' }))
  })
  test('stands before a privacy officer above the log, to look at', async () => {
    await openDesk('/gezin/verhoeven/inzage', sampleFamily(), { me: privacyOfficer, accessLog: { organisations: [], nodes: [], pageInfo: { hasNextPage: false } }, authorityGaps: [{ ...gap, reviewedAt: '2026-11-21T10:00:00.000Z' }] })
    expect(await screen.findByText(/Doorgenomen op 21 november 2026/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Doorgenomen' })).toBeNull()
  })
})

describe('in the file of a family', () => {
  test('a part is shielded from somebody, at the part', async () => {
    const desk = await openDesk('/gezin/verhoeven', sampleFamily(), { workingNotes: [], setSafeguard: done })
    fireEvent.click(await screen.findByRole('button', { name: /^Wie ziet dit\? *: Sem zocht/ }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Wie?'), { target: { value: 'joost' } })
    fireEvent.change(dialog.getByLabelText('Waarom?'), { target: { value: 'Om de rust.' } })
    fireEvent.change(dialog.getByLabelText('Opnieuw bekijken op'), { target: { value: '2099-02-01' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Vastleggen' }))
    await waitFor(() => expect(desk.sent('SetSafeguard')[0]?.variables).toMatchObject({ input: { kind: 'SHIELD', personIds: ['joost'], entryKind: 'CONTRIBUTION', entryId: 'c1', reviewOn: '2099-02-01' } }))
    expect(await screen.findByText('Vastgelegd. Het staat bij Gezag en bescherming.')).toBeTruthy()
  })
  test('what can be shielded has its own button wherever it stands, for who coordinates and for nobody else', async () => {
    const family = {
      ...sampleFamily(),
      lifeLine: [{ id: 'l1', subject: { kind: 'CHILD', memberIds: ['sem'], label: 'Sem' }, category: 'SOCIAL', occurredOn: '2026-01-02', precision: 'DAY', until: null, title: 'Verhuizing', text: null, weight: 'STRAIN', setting: null, recordedAt: '2026-01-02T10:00:00.000Z', isNew: false }],
      actions: [{ id: 'x1', text: 'Bel de opvang', owner: 'Hanne de Wit', dueOn: null, done: false, isYours: false, late: 'NONE', mayChange: true, moved: [] }],
      agreementCards: [{ id: 'k1', version: 'v1', title: 'Slapen', text: 'Een liedje.', settings: ['HOME'], since: '2026-11-01', changedBy: 'Lotte Jansen', isNew: false }],
      overloadSignals: [overloadSignal()],
      changeRequests: [{ id: 'r1', memberId: 'anouk', firstName: 'Anouk', at: '2026-11-20T09:00:00.000Z', proposalId: null, appointmentId: null, words: 'Liever later.', isOpen: true, windows: [], unsuitable: [], otherDays: [], chosen: null }],
    }
    await openDesk('/gezin/verhoeven', family, { workingNotes: [] })
    await screen.findByRole('button', { name: /^Wie ziet dit\? *: Sem zocht/ })
    const guarded = screen.getAllByRole('button', { name: /^Wie ziet dit\?/, hidden: true }).map(({ textContent }) => textContent.replace(/^Wie ziet dit\? *: /, ''))
    for (const part of ['Sem zocht de hand van Lotte.', 'De vraag die wij samen beantwoorden', 'Samen eten', 'Slapen', 'Bel de opvang', '2 januari 2026: Verhuizing', 'Gegevens van Joost', 'Hanne de Wit, IMH-specialist']) expect(guarded).toContainEqual(expect.stringContaining(part))
    expect(guarded.filter((part) => part.includes('Anouk')).length).toBeGreaterThanOrEqual(4)
  })
  test('words of the family stand beside what they are about, and are answered there; both stay (P-03)', async () => {
    const statement = { id: 'w1', entryKind: 'AGREEMENT_CARD', entryId: 'k1', answers: null, by: 'Joost', recordedAt: '2026-11-20T09:00:00.000Z', text: 'Het is een boekje.', mayAnswer: true }
    const family = {
      ...sampleFamily(), statements: [statement, { ...statement, id: 'w2', answers: 'w1', by: 'Lotte Jansen', text: 'Dat passen wij aan.', mayAnswer: false }],
      agreementCards: [{ id: 'k1', version: 'v1', title: 'Slapen', text: 'Een liedje.', settings: ['HOME'], since: '2026-11-01', changedBy: 'Lotte Jansen', isNew: false }],
    }
    const desk = await openDesk('/gezin/verhoeven', family, { workingNotes: [], answerStatement: done })
    const card = within((await screen.findByText('Het is een boekje.')).closest('li')!)
    expect(card.getByText('Een liedje.')).toBeTruthy()
    expect(card.getByText('Dat passen wij aan.')).toBeTruthy()
    expect(card.getByText('Eigen woorden van Joost, 20 november 2026')).toBeTruthy()
    expect(card.getAllByRole('button', { name: /^Antwoord/ })).toHaveLength(1)
    fireEvent.click(card.getByRole('button', { name: /^Antwoord/ }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Uw antwoord'), { target: { value: 'Wij nemen het boekje.' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Zet het antwoord erbij' }))
    await waitFor(() => expect(desk.sent('AnswerStatement')[0]?.variables).toMatchObject({ familyId: 'verhoeven', statementId: 'w1', text: 'Wij nemen het boekje.' }))
  })
  test('working notes are taken along by their author, to hand over by hand', async () => {
    const saved: string[] = []
    URL.createObjectURL = () => 'blob:notes'
    URL.revokeObjectURL = () => undefined
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) { saved.push(this.download) })
    const desk = await openDesk('/gezin/verhoeven', sampleFamily(), {
      workingNotes: [{ id: 'n1', text: 'Mijn twijfel', changedAt: '2026-11-24T10:00:00.000Z', version: 'v1', keptUntil: '2027-05-25' }], workingNotesCopy: 'Werkaantekeningen van Hanne de Wit',
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Neem mijn aantekeningen mee' }))
    await waitFor(() => expect(saved).toEqual(['werkaantekeningen.txt']))
    expect(desk.sent('WorkingNotesCopy')[0]?.variables).toMatchObject({ familyId: 'verhoeven' })
    jest.restoreAllMocks()
  })
  test('a working note becomes the beginning of a contribution, behind what was begun', async () => {
    let draft: object | null = { form: 'contribution', content: JSON.stringify({ kind: 'NOTE', situation: 'Begonnen.' }), savedAt: '2026-11-24T10:00:00.000Z' }
    const desk = await openDesk('/gezin/verhoeven', sampleFamily(), {
      workingNotes: [{ id: 'n1', text: 'Mijn twijfel', changedAt: '2026-11-24T10:00:00.000Z', version: 'v1', keptUntil: '2027-05-25' }], draft: () => draft,
      saveDraft: (given: { form: string; content: string }) => draft = { ...given, savedAt: '2026-11-24T10:00:00.000Z' },
    })
    expect(await screen.findByText('Vervalt na 25 mei 2027.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /Maak er een bijdrage van/ }))
    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Notitie').value).toBe('Begonnen.\n\nMijn twijfel'))
    expect(desk.sent('AddContribution')).toEqual([])
  })
  test('a working note never takes the place of what was begun, when that is not known', async () => {
    const desk = await openDesk('/gezin/verhoeven', sampleFamily(), {
      workingNotes: [{ id: 'n1', text: 'Mijn twijfel', changedAt: '2026-11-24T10:00:00.000Z', version: 'v1', keptUntil: '2027-05-25' }],
      draft: () => refused('too-busy', 'Het is nu te druk.'),
    })
    fireEvent.click(await screen.findByRole('button', { name: /Maak er een bijdrage van/ }))
    expect(await screen.findByText('Het is nu te druk.')).toBeTruthy()
    expect(desk.sent('SaveDraft')).toHaveLength(0)
  })
})

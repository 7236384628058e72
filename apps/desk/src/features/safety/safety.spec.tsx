import { describe, expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { coordinator, hanne, sampleFamily } from '../../testing/sample-family.ts'

const note = { id: 'n1', at: '2026-11-24T09:00:00.000Z', by: 'Hanne de Wit', step: 'SIGNALS', words: 'Sem schrok van harde stemmen.', releasedTo: [], shields: [], statements: [], mayState: false, mayRestrict: false }
const track = {
  id: 't1', about: { kind: 'CHILD', memberIds: ['sem'], label: 'Sem' }, jurisdiction: 'NL', openedAt: '2026-11-24T09:00:00.000Z', isMember: true, notes: [note], shut: [],
  circle: {
    members: [hanne], colleagues: [{ ...hanne, id: 'femke', name: 'Femke Vos' }], investigated: [], adults: [{ id: 'anouk', name: 'Anouk' }], tasks: [{ id: 'plan', isPlan: true, owner: 'Hanne de Wit' }],
    next: 'CONSULTATION', taken: ['SIGNALS'], missing: ['CONSULTATION', 'TALK', 'WEIGHING', 'DECISION', 'PLAN'],
  },
}
const open = (path: string, answers: Record<string, unknown> = {}, family = sampleFamily()) => openDesk(path, family, answers)
const done = { id: 't1', familyId: 'verhoeven' }
type Sent = Awaited<ReturnType<typeof open>>
const stepSent = (desk: Sent) => desk.sent('TakeSafetyStep')[0]?.variables['input']

describe('the safety page', () => {
  test('S-04: is, where there is nothing for the reader, word for word that of a family that is not there', async () => {
    const safety = await open('/gezin/verhoeven/veiligheid', { safetyTracks: () => refused('not-found', 'Dit is er niet, of u mag het niet zien.') })
    await screen.findByRole('heading', { level: 1 })
    const words = document.querySelector('main')?.innerHTML
    safety.unmount()
    await open('/gezin/elders')
    await screen.findByRole('heading', { level: 1 })
    expect(document.querySelector('main')?.innerHTML).toBe(words)
  })
  test('S-04: is named on the family file for who works in it, and for no other', async () => {
    const family = await open('/gezin/verhoeven')
    await screen.findByRole('link', { name: 'Een zorg om veiligheid' })
    expect(screen.queryByRole('link', { name: 'Veiligheid' })).toBeNull()
    family.unmount()
    await open('/gezin/verhoeven', {}, { ...sampleFamily(), worksOnSafety: true })
    expect((await screen.findByRole('link', { name: 'Veiligheid' })).getAttribute('href')).toContain('/gezin/verhoeven/veiligheid')
  })
  test('S-01: takes one step at a time, with what it asks', async () => {
    const desk = await open('/gezin/verhoeven/veiligheid', { safetyTracks: [track], takeSafetyStep: done })
    await screen.findByRole('heading', { name: 'Stap 2 van 5: overleg' })
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /4\. wegen/ }).disabled).toBe(true)
    fireEvent.click(screen.getByRole('radio', { name: 'Veilig Thuis' }))
    fireEvent.change(screen.getByLabelText('Op welke dag?'), { target: { value: '2026-11-23' } })
    fireEvent.change(screen.getByLabelText('Wat is er besproken, en wat kwam eruit?'), { target: { value: 'Eerst praten.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Stap vastleggen' }))
    await waitFor(() => expect(stepSent(desk)).toEqual({ step: 'CONSULTATION', words: 'Eerst praten.', on: '2026-11-23', adviser: 'VEILIG_THUIS', anonymous: true }))
  })
  test('S-02: walks the considerations, and says why a decision is refused with the words still there', async () => {
    const desk = await open('/gezin/verhoeven/veiligheid', {
      safetyTracks: [{ ...track, circle: { ...track.circle, next: 'DECISION' } }], takeSafetyStep: () => refused('danger-must-be-reported', 'Bij acute of structurele onveiligheid hoort een melding bij Veilig Thuis.'),
    })
    await screen.findByRole('heading', { name: 'Stap 5 van 5: beslissen' })
    for (const group of screen.getAllByRole('group').filter((one) => within(one).queryByRole('radio', { name: 'Ja' }) !== null)) fireEvent.click(within(group).getByRole('radio', { name: 'Ja' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Hulp bieden of regelen' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Nee, niet gevraagd' }))
    fireEvent.change(screen.getByLabelText('Wat besluit u, en waarom?'), { target: { value: 'Wij helpen.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Stap vastleggen' }))
    await screen.findByText(/hoort een melding bij Veilig Thuis\.$/, { selector: '[role=status] *, [role=status]' })
    expect(stepSent(desk)).toMatchObject({ outcome: 'HELP', consent: 'NOT_ASKED', considerations: ['SUSPICION', 'DANGER', 'CAN_HELP', 'HELP_ACCEPTED', 'HELP_WORKS'].map((consideration) => ({ consideration, yes: true })) })
    expect(screen.getByLabelText<HTMLTextAreaElement>('Wat besluit u, en waarom?').value).toBe('Wij helpen.')
  })
  test('S-06: asks in Flanders what is asked there', async () => {
    await open('/gezin/verhoeven/veiligheid', { safetyTracks: [{ ...track, jurisdiction: 'BE', circle: { ...track.circle, next: 'DECISION' } }] })
    await screen.findByText('Is er een oplossing mogelijk binnen de hulprelatie?')
    expect(screen.getByRole('radio', { name: 'Aangifte bij de procureur' })).toBeTruthy()
    expect(screen.queryByText(/Veilig Thuis/)).toBeNull()
  })
  test('keeps one note from one person, with a reason and a day to look again; who it is kept from stands at the note', async () => {
    const desk = await open('/gezin/verhoeven/veiligheid', { safetyTracks: [track], shieldSafetyNote: done })
    fireEvent.click(await screen.findByRole('button', { name: /^Afschermen\s*: signalen in kaart/ }))
    const dialog = await screen.findByRole('dialog')
    fireEvent.change(within(dialog).getByLabelText('Voor wie?'), { target: { value: 'anouk' } })
    fireEvent.change(within(dialog).getByLabelText('Waarom?'), { target: { value: 'Nog niet besproken.' } })
    fireEvent.change(within(dialog).getByLabelText('Opnieuw bekijken op'), { target: { value: '2099-01-24' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Scherm af' }))
    await waitFor(() => expect(desk.sent('ShieldSafetyNote')[0]?.variables).toMatchObject({ trackId: 't1', noteId: 'n1', personId: 'anouk', reason: 'Nog niet besproken.', reviewOn: '2099-01-24' }))
    await waitFor(() => expect(desk.sent('SafetyTracks').length).toBeGreaterThan(1))
  })
  test('lets them read it again with a reason, or says on which day to look once more', async () => {
    const shields = [{ personId: 'anouk', name: 'Anouk', reason: 'Nog niet besproken.', reviewOn: '2026-11-24', isDue: true }]
    const desk = await open('/gezin/verhoeven/veiligheid', { safetyTracks: [{ ...track, notes: [{ ...note, shields }] }], shieldSafetyNote: done, liftSafetyShield: done })
    await screen.findByText('Afgeschermd voor Anouk: Nog niet besproken.')
    await screen.findByText('Kijk of dit nog nodig is')
    expect(screen.queryByRole('button', { name: /^Afschermen/ })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: /^Nog nodig: signalen/ }))
    fireEvent.change(within(await screen.findByRole('dialog')).getByLabelText('Waarom?'), { target: { value: 'Het gesprek is verzet.' } })
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Nog nodig' }))
    await waitFor(() => expect(desk.sent('ShieldSafetyNote')[0]?.variables).toMatchObject({ noteId: 'n1', personId: 'anouk', reason: 'Het gesprek is verzet.' }))
    fireEvent.click(await screen.findByRole('button', { name: /^Laat Anouk weer lezen/ }))
    fireEvent.change(within(await screen.findByRole('dialog')).getByLabelText('Waarom?'), { target: { value: 'Er is gesproken.' } })
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Laat weer lezen' }))
    await waitFor(() => expect(desk.sent('LiftSafetyShield')[0]?.variables).toMatchObject({ noteId: 'n1', personId: 'anouk', reason: 'Er is gesproken.' }))
  })
  test('F11: says of what stays shut on request that it is there, of whom and which day', async () => {
    await open('/gezin/verhoeven/veiligheid', { safetyTracks: [{ ...track, notes: [], shut: [{ discipline: 'DAY_CENTRE', on: '2026-11-24' }] }] })
    expect(await screen.findByText(/iets vast dat op slot staat/)).toBeTruthy()
  })
  test('S-03: says what is missing before it can close', async () => {
    await open('/gezin/verhoeven/veiligheid', { safetyTracks: [track] })
    await screen.findByText('Dit ontbreekt nog:')
    expect(screen.queryByRole('button', { name: 'Spoor afsluiten' })).toBeNull()
  })
})

describe('P-03: own words of a parent', () => {
  const said = { id: 'w1', answers: null, by: 'Anouk', isOwn: false, recordedAt: '2026-11-25T09:00:00.000Z', text: 'Die avond was er visite.', mayAnswer: true }
  const answer = { ...said, id: 'w2', answers: 'w1', by: 'Femke Vos', text: 'Dat nemen wij mee.', mayAnswer: false }
  const withWords = (...statements: readonly unknown[]) => ({ safetyTracks: [{ ...track, notes: [{ ...note, statements }] }], answerSafetyStatement: done })
  test('stand beside the note, and are answered there', async () => {
    const desk = await open('/gezin/verhoeven/veiligheid', withWords(said))
    await screen.findByText('Die avond was er visite.')
    expect(screen.getByText('Sem schrok van harde stemmen.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^Antwoord.*Anouk/ }))
    fireEvent.change(screen.getByLabelText('Uw antwoord'), { target: { value: 'Dat nemen wij mee.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Zet het antwoord erbij' }))
    await waitFor(() => expect(desk.sent('AnswerSafetyStatement')[0]?.variables).toMatchObject({ familyId: 'verhoeven', trackId: 't1', statementId: 'w1', text: 'Dat nemen wij mee.' }))
  })
  test('keep their answer beside them', async () => {
    await open('/gezin/verhoeven/veiligheid', withWords(said, answer))
    expect((await screen.findByText('Dat nemen wij mee.')).closest('blockquote blockquote')).not.toBeNull()
  })
  test('are told on the family file to who works in it, as long as nobody answered', async () => {
    await open('/gezin/verhoeven', {}, { ...sampleFamily(), worksOnSafety: true, answersOnSafety: true })
    expect((await screen.findByRole('link', { name: 'Woorden van het gezin bij veiligheid' })).getAttribute('href')).toContain('/gezin/verhoeven/veiligheid')
  })
})

describe('S-05: who treats adults', () => {
  const therapist = { ...coordinator, discipline: 'ADULT_MENTAL_HEALTH' }
  test('is asked for the kindcheck with every contribution', async () => {
    await open('/gezin/verhoeven', { me: therapist })
    fireEvent.click(await screen.findByRole('button', { name: /Bijdrage/ }))
    await screen.findByText(/Kindcheck: zorgt deze volwassene voor kinderen\?/)
  })
  test('fills it in with the signals', async () => {
    const desk = await open('/gezin/verhoeven/veiligheid/nieuw', { me: therapist, openSafetyTrack: done, safetyTracks: [track] })
    const check = await screen.findByLabelText<HTMLSelectElement>(/^Kindcheck/)
    expect(check.required).toBe(true)
    fireEvent.change(check, { target: { value: 'CONCERN' } })
    fireEvent.change(screen.getByLabelText('Wat zag en hoorde u?'), { target: { value: 'Zij slaapt niet.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Vastleggen' }))
    await waitFor(() => expect(desk.sent('OpenSafetyTrack')[0]?.variables['input']).toEqual({ childId: 'sem', words: 'Zij slaapt niet.', kindcheck: 'CONCERN', investigated: [] }))
  })
})

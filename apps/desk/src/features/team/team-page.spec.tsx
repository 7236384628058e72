import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { coordinator, hanne, sampleFamily } from '../../testing/sample-family.ts'
import { openMatters, type TeamFamily } from './open-matters.ts'

const path = '/gezin/verhoeven/team'
const day = (days: number): string => Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days }).toString()
const member = (id: string, professional: object, more: object = {}) => ({ id, professional, isCoordinator: false, isSubstitute: false, isCoach: false, isOnCall: false, from: day(-100), registrationEndsSoon: false, ...more })
const femke = { ...hanne, id: 'femke', name: 'Femke Bos' }
const lotte = { id: 'lotte', name: 'Lotte Jansen', title: 'pedagogisch medewerker', discipline: 'DAY_CENTRE', organisation: { id: 'kdc', name: 'KDC De Wilgenboom' } }
const family = (more: object = {}) => ({
  ...sampleFamily(), formerTeam: [] as unknown[], analysis: { factors: [], hypotheses: [], ports: [] as unknown[] }, consentRequests: [], invitations: [], consents: [], reflectionPrompts: [], asks: [] as unknown[],
  team: [
    member('t', hanne, { isCoordinator: true, registeredUntil: day(40), registrationEndsSoon: true }),
    member('f', femke, { registeredUntil: day(900), canTakeOver: 'AS_SPECIALIST' }),
    member('l', lotte),
  ],
  actions: [{ id: 'a1', text: 'Lepel mee naar huis', owner: 'Lotte Jansen', dueOn: day(3), done: false }, { id: 'a2', text: 'Al gedaan', owner: 'Lotte Jansen', dueOn: day(-3), done: true }],
  ...more,
})
const done = { id: 'x', familyId: 'verhoeven' }

test('the coordination is handed over in one step, beside what goes along (K-01)', async () => {
  const desk = await openDesk(path, family() as never, { handOverCoordination: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Coördinatie overdragen' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Wie coördineert voortaan?' }))
  expect(dialog.getByText('Lepel mee naar huis (Lotte Jansen)')).toBeTruthy()
  expect(dialog.queryByText(/Al gedaan/)).toBeNull()
  expect(dialog.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Kies', 'Femke Bos, IMH-specialist'])
  await userEvent.selectOptions(dialog.getByLabelText('Opvolger'), 'femke')
  await userEvent.click(dialog.getByRole('button', { name: 'Overdragen' }))
  await waitFor(() => expect(desk.sent('HandOverCoordination')[0]?.variables).toMatchObject({ familyId: 'verhoeven', professionalId: 'femke' }))
  expect(await screen.findByText('Overgedragen. Femke Bos coördineert voortaan.')).toBeTruthy()
})

test('a successor of the first line needs a specialist on call', async () => {
  const midwife = { ...lotte, id: 'ann', name: 'Ann Claes', title: 'vroedvrouw', discipline: 'MIDWIFE' }
  const desk = await openDesk(path, family({ jurisdiction: 'BE', team: [...family().team, member('m', midwife, { canTakeOver: 'BEHIND_SPECIALIST' })] }) as never, { handOverCoordination: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Coördinatie overdragen' }))
  await userEvent.selectOptions(screen.getByLabelText('Opvolger'), 'ann')
  await userEvent.selectOptions(screen.getByLabelText('Specialist op de achtergrond'), 'hanne')
  await userEvent.click(screen.getByRole('button', { name: 'Overdragen' }))
  await waitFor(() => expect(desk.sent('HandOverCoordination')[0]?.variables).toMatchObject({ professionalId: 'ann', onCallId: 'hanne' }))
})

test('where nobody can take over, it says what to do first', async () => {
  await openDesk(path, family({ team: [family().team[0], family().team[2]] }) as never)
  await userEvent.click(await screen.findByRole('button', { name: 'Coördinatie overdragen' }))
  expect(screen.getByText(/Nodig eerst een geregistreerde IMH-specialist uit/)).toBeTruthy()
})

test('somebody leaves with a last day and a reason; what was typed stays when it was refused', async () => {
  let asked = 0
  const desk = await openDesk(path, family() as never, { endTeamMembership: () => { asked += 1; return asked === 1 ? refused('already-ended', 'Dit was al voorbij.') : done } })
  await userEvent.click(await screen.findByRole('button', { name: /^Uit het team.*Lotte Jansen/ }))
  fireEvent.change(screen.getByLabelText('Laatste dag in het team'), { target: { value: day(7) } })
  await userEvent.type(screen.getByLabelText('Waarom?'), 'Werkt op een andere groep.')
  await userEvent.click(screen.getByRole('button', { name: 'Vastleggen' }))
  expect(await screen.findByText('Dit was al voorbij.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Vastleggen' }))
  await waitFor(() => expect(desk.sent('EndTeamMembership')[1]?.variables).toMatchObject({ membershipId: 'l', until: day(7), reason: 'Werkt op een andere groep.' }))
  expect(screen.queryByRole('button', { name: /^Uit het team.*Hanne/ })).toBeNull()
})

test('a place is changed, and somebody stands in', async () => {
  const desk = await openDesk(path, family() as never, { changeTeamMembership: done, appointSubstitute: done })
  await userEvent.click(await screen.findByRole('button', { name: /^Wijzigen.*Lotte Jansen/ }))
  await userEvent.click(screen.getByLabelText('Begeleidt als coach het team van een groep'))
  await userEvent.type(screen.getByLabelText('Waarom?'), 'Coacht voortaan.')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(desk.sent('ChangeTeamMembership')[0]?.variables).toMatchObject({ membershipId: 'l', isCoach: true, reason: 'Coacht voortaan.' }))
  await userEvent.click(screen.getByRole('button', { name: 'Vervanger aanwijzen' }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Vervanger' }), 'femke')
  await userEvent.click(screen.getByRole('button', { name: 'Aanwijzen' }))
  await waitFor(() => expect(desk.sent('AppointSubstitute')[0]?.variables).toMatchObject({ professionalId: 'femke' }))
})

test('with a registration that has ended only handing over is left', async () => {
  const ended = family({ can: { ...sampleFamily().can, coordinate: false }, team: [member('t', hanne, { isCoordinator: true }), ...family().team.slice(1)] })
  await openDesk(path, ended as never)
  expect(await screen.findByRole('button', { name: 'Coördinatie overdragen' })).toBeTruthy()
  expect(screen.getByText('Geen geldige registratie')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Wijzigen|Uit het team|Vervanger/ })).toBeNull()
})

test('who does not coordinate sees the team, and nothing to change or to hand over', async () => {
  await openDesk(path, family({ can: { ...sampleFamily().can, coordinate: false } }) as never, { me: { ...coordinator, ...lotte, discipline: 'DAY_CENTRE' } })
  expect(await screen.findByText('Femke Bos')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /overdragen|Wijzigen|Uit het team|Vervanger/ })).toBeNull()
  expect(screen.queryByRole('heading', { name: 'Wat nu openstaat' })).toBeNull()
})

const ask = (more: object = {}) => ({ id: 'ask', kind: 'OTHER_PROVIDER', parent: { id: 'anouk', firstName: 'Anouk' }, askedOn: day(-3), about: lotte, words: 'Liever een ander.', notedBy: null, status: 'OPEN', answer: null, isComing: false, mayAnswer: true, mayPassOn: false, mayNoteWithdrawal: false, ...more })

test('what a parent asks about who helps is answered in words for that parent, once it was chosen what was agreed', async () => {
  const desk = await openDesk(path, family({ asks: [ask()] }) as never, { answerAsk: done })
  const section = within(await screen.findByRole('region', { name: 'Wat ouders vragen' }))
  expect(section.getByText('Anouk wil liever iemand anders dan Lotte Jansen')).toBeTruthy()
  expect(section.getByText(/Lotte Jansen leest dit niet en hoort het van u/)).toBeTruthy()
  await userEvent.click(section.getByRole('button', { name: /^Opschrijven wat is afgesproken/ }))
  const dialog = within(screen.getByRole('dialog', { name: 'Anouk wil liever iemand anders dan Lotte Jansen' }))
  await userEvent.type(dialog.getByLabelText('In gewone woorden voor Anouk'), 'Vanaf maart komt een ander.')
  await userEvent.click(dialog.getByRole('button', { name: 'Vastleggen' }))
  expect(await dialog.findByText('Kies wat is afgesproken.')).toBeTruthy()
  await userEvent.click(dialog.getByRole('radio', { name: 'Er komt iemand anders' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Vastleggen' }))
  await waitFor(() => expect(desk.sent('AnswerAsk').map(({ variables }) => variables)).toMatchObject([{ familyId: 'verhoeven', askId: 'ask', outcome: 'ANOTHER', words: 'Vanaf maart komt een ander.' }]))
  expect(await screen.findByText('Vastgelegd. Anouk leest wat is afgesproken.')).toBeTruthy()
})

test('whom a parent chose to talk with passes it on, and cannot answer it', async () => {
  const asked = ask({ kind: 'OTHER_COORDINATOR', about: hanne, mayAnswer: false, mayPassOn: true })
  const desk = await openDesk(path, family({ asks: [asked] }) as never, { me: { ...coordinator, ...lotte, discipline: 'DAY_CENTRE' }, passAsk: done })
  expect(await screen.findByText(/Anouk koos u om dit mee te bespreken/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Opschrijven wat is afgesproken/ })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: /^Doorgeven aan wie coördineert/ }))
  await waitFor(() => expect(desk.sent('PassAsk')[0]?.variables).toMatchObject({ askId: 'ask' }))
  expect(await screen.findByText('Doorgegeven. Wie coördineert, leest nu wat Anouk vroeg.')).toBeTruthy()
})

test('what a parent said aloud is noted, with how and on which day', async () => {
  const desk = await openDesk(path, family() as never, { makeAsk: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Noteren wat een ouder vroeg' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Noteren wat een ouder vroeg' }))
  await userEvent.click(dialog.getByRole('radio', { name: 'Joost' }))
  await userEvent.click(dialog.getByRole('radio', { name: 'Een andere hulpverlener' }))
  expect(dialog.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Kies', 'Femke Bos, IMH-specialist', 'Lotte Jansen, pedagogisch medewerker'])
  await userEvent.selectOptions(dialog.getByLabelText('In plaats van wie?'), 'lotte')
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Vastleggen' }).disabled).toBe(true)
  await userEvent.click(dialog.getByRole('radio', { name: 'aan de telefoon' }))
  // What was chosen and typed is kept while it is.
  await userEvent.type(dialog.getByLabelText('Waarom, als de ouder dat zei'), 'Het klikt niet.')
  await waitFor(() => expect(desk.sent('SaveDraft').map(({ variables }) => variables['form'])).toContain('ask-noted'))
  await userEvent.click(dialog.getByRole('button', { name: 'Vastleggen' }))
  await waitFor(() => expect(desk.sent('NoteAsk')[0]?.variables).toMatchObject({ input: { kind: 'OTHER_PROVIDER', aboutId: 'lotte', parentId: 'joost', spoken: { how: 'BY_PHONE' } } }))
})

test('that a parent took it back aloud is noted by who reads it', async () => {
  const asked = ask({ kind: 'NO_SHARED_FILE', about: null, status: 'ANSWERED', mayAnswer: false, mayNoteWithdrawal: true })
  const desk = await openDesk(path, family({ asks: [asked] }) as never, { withdrawAsk: done })
  await userEvent.click(await screen.findByRole('button', { name: /^Anouk neemt dit terug/ }))
  const dialog = within(screen.getByRole('dialog', { name: 'Anouk neemt dit terug' }))
  expect(dialog.getByText(/komt niet vanzelf terug/)).toBeTruthy()
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Vastleggen' }).disabled).toBe(true)
  await userEvent.click(dialog.getByRole('radio', { name: 'aan de telefoon' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Vastleggen' }))
  expect(await screen.findByText('Genoteerd dat Anouk dit terugneemt.')).toBeTruthy()
  expect(desk.sent('NoteAskWithdrawn')[0]?.variables).toMatchObject({ askId: 'ask', spoken: { how: 'BY_PHONE' } })
})

test('the end of the own registration is told above the list of families, before and after', async () => {
  const desk = await openDesk('/gezinnen', family() as never, { me: { ...coordinator, registrationEnds: day(30) } })
  expect(await screen.findByText(/Uw registratie als IMH-specialist loopt af/)).toBeTruthy()
  desk.unmount()
  await openDesk('/gezinnen', family() as never, { me: { ...coordinator, registrationEnds: day(-1) } })
  expect(await screen.findByText(/Uw registratie als IMH-specialist is afgelopen/)).toBeTruthy()
})

test('what is open: nothing that was answered, done, decided anew or far away', () => {
  const none = { asks: [], overloadSignals: [], changeRequests: [], proposals: [], needs: [], consentRequests: [], invitations: [], actions: [], analysis: { ports: [] as unknown[] }, reflectionPrompts: [], consents: [] }
  const kindsIn = (more: object) => openMatters({ ...none, ...more } as unknown as TeamFamily, '2026-11-24', (instant) => instant.slice(0, 10)).map(({ kind, matters }) => [kind, matters.map(({ id }) => id)])
  expect(kindsIn({})).toEqual([])
  expect(kindsIn({
    asks: [{ id: 'q1', parent: { firstName: 'Anouk' }, askedOn: '2026-11-20', status: 'OPEN', isComing: false }, { id: 'q2', parent: { firstName: 'Anouk' }, askedOn: '2026-11-20', status: 'ANSWERED', isComing: false }],
    overloadSignals: [{ id: 's1', firstName: 'Anouk', answeredAt: null, callBy: '2026-11-25T10:00:00Z' }, { id: 's2', firstName: 'Anouk', answeredAt: '2026-11-20T10:00:00Z', callBy: '2026-11-20T10:00:00Z' }],
    proposals: [{ id: 'p1', status: 'DRAFT', bundles: [] }, { id: 'p2', status: 'CONFIRMED', bundles: [] }],
    invitations: [{ id: 'i1', partner: { name: 'Bo' }, state: 'ACCEPTED', answerBy: '2026-11-30' }, { id: 'i2', partner: { name: 'Bo' }, state: 'REFUSED', answerBy: '2026-11-30' }],
    analysis: { ports: [{ id: 'new', parentsQuestion: 'Slapen', reviewOn: '2026-12-01' }, { id: 'old', parentsQuestion: 'Eten', reviewOn: '2026-01-01' }] },
    actions: [{ id: 'later', text: 'x', owner: 'y', dueOn: null, done: false }, { id: 'soon', text: 'x', owner: 'y', dueOn: '2026-11-25', done: false }],
  })).toEqual([['signal', ['s1']], ['ask', ['q1']], ['proposal', ['p1']], ['invitation', ['i1']], ['action', ['soon', 'later']], ['review', ['new']]])
  expect(kindsIn({ analysis: { ports: [{ id: 'far', parentsQuestion: 'Slapen', reviewOn: '2027-03-01' }] } })).toEqual([])
})

test('who looks back reads the team as it was then, with what was open on that day, and does nothing there', async () => {
  const asked: unknown[] = []
  const ask = { id: 'ask', kind: 'OTHER_PROVIDER', parent: { id: 'anouk', firstName: 'Anouk' }, askedOn: '2026-09-10', about: lotte, words: 'Liever iemand anders.', notedBy: null, status: 'OPEN', answer: null, isComing: false, mayAnswer: true, mayPassOn: false, mayNoteWithdrawal: true }
  const then = { ...family({ asks: [ask], analysis: { factors: [], hypotheses: [], ports: [{ id: 'p', parentsQuestion: 'Hoe slapen wij?', reviewOn: '2026-10-20' }] } }), can: { ...sampleFamily().can, contribute: false, coordinate: false, plan: false, readAccessLog: false } }
  await openDesk(`${path}?toen=2026-10-01`, then as never, { family: ({ knownAt }: { knownAt?: string }) => { asked.push(knownAt); return then } })
  expect(await screen.findByText(/zo was het bekend op 1 oktober 2026/)).toBeTruthy()
  expect(asked).toEqual(['2026-10-01T21:59:59.999Z'])
  expect(screen.getAllByText('Lotte Jansen').length).toBeGreaterThan(0)
  expect(within(screen.getByRole('region', { name: 'Wat toen openstond' })).getByText('Hoe slapen wij?')).toBeTruthy()
  const main = within(screen.getByRole('main'))
  expect(main.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Terugkijken'])
  expect(main.queryByRole('link', { name: /zoeken|uitnodigen/i })).toBeNull()
})

import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { openDesk } from '../../testing/open-desk.tsx'
import { privacyOfficer, sampleFamily } from '../../testing/sample-family.ts'

const request = {
  id: 'r1', familyId: 'verhoeven', caseNumber: 'D-1', kind: 'RESTRICTION', about: 'bijdrage over 23 november 2026, KDC De Wilgenboom', askedBy: { id: 'p', kind: 'een volwassene van het gezin', code: '12ab' }, ground: 'CONTESTED', receivedOn: '2026-10-20',
  answerBy: '2026-11-20', isLate: true, status: 'ASKED', refusalGround: null, decidedOn: null, recipients: [{ id: 'zkh', name: 'Ziekenhuis' }], toldOn: null, told: [],
}
const done = { id: 'r1', familyId: 'verhoeven' }
const open = (more: object = {}) => openDesk('/verzoeken', sampleFamily(), { me: privacyOfficer, dataRequests: { nodes: [{ ...request, ...more }], pageInfo: { hasNextPage: false } }, setRestriction: done, refuseRestriction: done, liftRestriction: done, noteRecipientsTold: done })

test('a request says by when it must be answered, and is granted after asking once more (GDPR 18)', async () => {
  const desk = await open()
  expect(await screen.findByText(/Antwoord uiterlijk op 20 november 2026\. De termijn is voorbij\./)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Op slot zetten' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Ja, op slot' }))
  await waitFor(() => expect(desk.sent('SetRestriction').at(-1)?.variables).toMatchObject({ requestId: 'r1' }))
})

test('of what a parent does not see, it is said first with whom to talk, and that yes and no read the same (S-04)', async () => {
  await open({ kind: 'UNSEEN', about: 'een kind van het gezin, nummer 34cd', recipients: [] })
  expect(await screen.findByRole('heading', { name: 'Niet gebruiken wat de ouder niet ziet: een kind van het gezin, nummer 34cd' })).toBeTruthy()
  expect(screen.getByText('Volgens het logboek las niemand over de veiligheid van dit kind.')).toBeTruthy()
  for (const [button, words] of [['Op slot zetten', /gaat dan op slot, ook voor wie eraan werkt/], ['Afwijzen', /De ouder leest de grond niet/]] as const) {
    fireEvent.click(screen.getByRole('button', { name: button }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(words)).toBeTruthy()
    expect(within(dialog).getByText(/ja en nee zijn daar hetzelfde/)).toBeTruthy()
    expect(within(dialog).getByRole('link', { name: 'Naar het logboek van dit gezin' }).getAttribute('href')).toContain('/gezin/verhoeven/inzage')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Annuleren' }))
  }
})

test('a refusal takes a ground', async () => {
  const desk = await open()
  fireEvent.click(await screen.findByRole('button', { name: 'Afwijzen' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: 'Wijs af' }))
  expect(desk.sent('RefuseRestriction')).toHaveLength(0)
  fireEvent.click(within(dialog).getByLabelText('Het belang van het kind'))
  fireEvent.click(within(dialog).getByRole('button', { name: 'Wijs af' }))
  await waitFor(() => expect(desk.sent('RefuseRestriction').at(-1)?.variables).toMatchObject({ ground: 'INTEREST_OF_CHILD' }))
})

test('who had read it is named, and that they were told is noted with the day (GDPR 19)', async () => {
  const desk = await open({ status: 'SET', isLate: false, decidedOn: '2026-11-10' })
  expect(await screen.findByText('Las dit ook: Ziekenhuis.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Noteer dat zij het weten' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(within(dialog).getByLabelText('Op welke dag vertelde u het?'), { target: { value: '2026-11-12' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Noteer dit' }))
  await waitFor(() => expect(desk.sent('NoteRecipientsTold').at(-1)?.variables).toMatchObject({ requestId: 'r1', on: '2026-11-12' }))
})

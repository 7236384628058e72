import { expect, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { coordinator, goal, sampleFamily } from '../../testing/sample-family.ts'

const path = '/gezin/verhoeven'

test('a score is the level whose words fit best', async () => {
  const desk = await openDesk(path, sampleFamily(), { scoreGoal: { id: 'goal', familyId: 'verhoeven' } })
  expect(await screen.findByRole('img', { name: 'Samen eten: begin −2, nu −1' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /^Score geven\W+Samen eten$/ }))
  await userEvent.click(screen.getByRole('radio', { name: /stap 1$/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(desk.sent('ScoreGoal')[0]?.variables).toMatchObject({ goalId: 'goal', value: 1 }))
})

test('who comes second sees both texts, loses neither, and goes on from the newer one', async () => {
  const family = sampleFamily()
  const desk = await openDesk(path, family, {
    changeGoal: ({ version }: { version: string }) => version === family.goals[0]?.version ? { id: 'goal', familyId: 'verhoeven' } : refused('changed-meanwhile', 'Iemand was u voor.'),
  })
  await userEvent.click(await screen.findByRole('button', { name: /^Wijzigen\W+Samen eten$/ }))
  const title = screen.getByLabelText<HTMLInputElement>('Doel')
  await userEvent.clear(title)
  await userEvent.type(title, 'Rustig samen eten')
  family.goals = [{ ...goal, version: 'v2', title: 'Samen aan tafel' }]
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  const conflict = await screen.findByRole('alert')
  expect(within(conflict).getByText(/Samen aan tafel/)).toBeTruthy()
  expect(title.value).toBe('Rustig samen eten')
  await userEvent.click(within(conflict).getByRole('button', { name: 'Verder met mijn tekst' }))
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(desk.sent('ChangeGoal').at(-1)?.variables).toMatchObject({ version: 'v2', input: { title: 'Rustig samen eten' } }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('what a colleague saves while one types changes no letter of it; whoever saves then sees both', async () => {
  const family = sampleFamily()
  const theirs = { ...family.guidingQuestion, version: 'v2', text: 'Wat geeft Tijn rust?', changedBy: 'Mirjam Hof' }
  const desk = await openDesk(path, family, { changeGuidingQuestion: ({ version }: { version: string }) => version === 'v2' ? { id: 'q', familyId: 'verhoeven' } : refused('changed-meanwhile', 'Iemand was u voor.') })
  await userEvent.click(await screen.findByRole('button', { name: 'Vraag wijzigen' }))
  const question = screen.getByLabelText<HTMLTextAreaElement>('De vraag die wij samen beantwoorden')
  await userEvent.type(question, ' En')
  family.guidingQuestion = theirs
  act(() => desk.tell('FamilyChanged', { familyChanged: { __typename: 'FamilyChange', familyId: 'verhoeven' } }))
  await userEvent.type(question, ' Tijn?')
  expect(question.value).toBe('Wat heeft Sem nu nodig? En Tijn?')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  const conflict = await screen.findByRole('alert')
  expect(within(conflict).getByText('Wat geeft Tijn rust?')).toBeTruthy()
  expect(question.value).toBe('Wat heeft Sem nu nodig? En Tijn?')
  await userEvent.click(within(conflict).getByRole('button', { name: 'Verder met mijn tekst' }))
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(desk.sent('ChangeGuidingQuestion').at(-1)?.variables).toMatchObject({ version: 'v2', text: 'Wat heeft Sem nu nodig? En Tijn?' }))
})

test('the guiding question names the version it began from', async () => {
  const desk = await openDesk(path, sampleFamily(), { changeGuidingQuestion: { id: 'q', familyId: 'verhoeven' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Vraag wijzigen' }))
  await userEvent.type(screen.getByLabelText('De vraag die wij samen beantwoorden'), ' En Tijn?')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(desk.sent('ChangeGuidingQuestion')[0]?.variables).toMatchObject({ version: 'v1', text: 'Wat heeft Sem nu nodig? En Tijn?' }))
})

test('an agreement card says where it holds', async () => {
  const desk = await openDesk(path, sampleFamily(), { addAgreementCard: { id: 'k', familyId: 'verhoeven' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Kaart toevoegen' }))
  const dialog = screen.getByRole('dialog', { name: 'Kaart toevoegen' })
  await userEvent.type(within(dialog).getByLabelText('Waarover'), 'Eten')
  await userEvent.type(within(dialog).getByLabelText('Zo doen wij het'), 'De gele lepel.')
  await userEvent.click(within(dialog).getByLabelText('op de afdeling'))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(desk.sent('AddAgreementCard')[0]?.variables).toMatchObject({ input: { title: 'Eten', text: 'De gele lepel.', settings: ['HOME', 'GROUP', 'WARD'] } }))
})

test('a draft that began from an older text does not overwrite the newer one unseen', async () => {
  const draft = { form: 'guiding-question', content: JSON.stringify({ text: 'Mijn halve zin', version: 'v0' }), savedAt: '2026-11-24T09:00:00.000Z' }
  await openDesk(path, sampleFamily(), { draft })
  await userEvent.click(await screen.findByRole('button', { name: 'Vraag wijzigen' }))
  const conflict = await screen.findByRole('alert')
  expect(within(conflict).getByText('Wat heeft Sem nu nodig?')).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('De vraag die wij samen beantwoorden').value).toBe('Mijn halve zin')
})

test.each([['DAY_CENTRE', 1], ['IMH_SPECIALIST', 0]])('a child is placed in a group by who works where there are groups (K-14): %s', async (discipline, ways) => {
  await openDesk(path, sampleFamily(), { me: { ...coordinator, discipline } })
  expect(await screen.findByRole('button', { name: 'Kaart toevoegen' })).toBeTruthy()
  expect(screen.queryAllByRole('button', { name: 'Groep kiezen' })).toHaveLength(ways)
})

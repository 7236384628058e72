import { expect, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { subjectChoices } from '../family/subjects.ts'
import { mayBeConfidential, usualSubject } from './contribution-form.ts'
import { sampleFamily } from '../../testing/sample-family.ts'

const done = { id: 'c9', familyId: 'verhoeven' }
const openPanel = async (answers: Record<string, unknown>) => {
  const desk = await openDesk('/gezin/verhoeven', sampleFamily(), answers)
  const button = await screen.findByRole('button', { name: /Bijdrage toevoegen/ })
  button.focus()
  await userEvent.keyboard('{Alt>}n{/Alt}')
  return { ...desk, button, situation: await screen.findByLabelText<HTMLTextAreaElement>('Situatie') }
}

test('is written, marked and saved with the keyboard alone', async () => {
  const { sent, button, situation } = await openPanel({ addContribution: done })
  expect(document.activeElement).toBe(situation)
  await userEvent.keyboard('Sem draaide zich weg.{Tab}Anouk was moe.{Tab}Wij wachtten.{Tab}Hij zoekt rust.{Tab}')
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
  const [{ variables } = { variables: {} }] = sent('AddContribution')
  expect(variables).toMatchObject({
    familyId: 'verhoeven',
    input: { kind: 'FOUR_PART', subject: { kind: 'CHILD', memberIds: ['sem'] }, situation: 'Sem draaide zich weg.', parentsTold: 'Anouk was moe.', whatWeDo: 'Wij wachtten.', possibleMeaning: 'Hij zoekt rust.', window: 'ABOVE' },
  })
  expect(document.activeElement).toBe(button)
  await waitFor(() => expect(sent('DropDraft')).toHaveLength(1))
})

test('a quick note is one text, about one child', async () => {
  const { sent, situation } = await openPanel({ addContribution: done })
  await userEvent.type(situation, 'Sliep goed.')
  await userEvent.click(screen.getByLabelText('Korte notitie'))
  await userEvent.click(screen.getByRole('button', { name: /Opslaan/ }))
  await waitFor(() => expect(sent('AddContribution')[0]?.variables).toMatchObject({ input: { kind: 'NOTE', situation: 'Sliep goed.' } }))
})

test('words of a closed tab come back', async () => {
  const { situation } = await openPanel({ draft: { form: 'contribution', content: JSON.stringify({ situation: 'Halve zin', onbekend: 'x' }), savedAt: '2026-11-24T09:00:00.000Z' } })
  await waitFor(() => expect(situation.value).toBe('Halve zin'))
  expect(screen.getByText('Uw eerdere tekst is teruggezet.')).toBeTruthy()
})

test('words typed just before the page goes away are kept at once', async () => {
  const { sent, situation } = await openPanel({})
  await userEvent.type(situation, 'Half')
  dispatchEvent(new Event('pagehide'))
  await waitFor(() => expect(sent('SaveDraft').at(-1)).toMatchObject({ keepalive: true, variables: { familyId: 'verhoeven', form: 'contribution' } }))
  expect(JSON.parse(String(sent('SaveDraft').at(-1)?.variables['content']))).toMatchObject({ situation: 'Half' })
})

test('a refusal stands near the button, and nothing typed is lost', async () => {
  const { situation } = await openPanel({ addContribution: () => refused('text-too-long', 'Deze tekst is te lang.') })
  await userEvent.type(situation, 'Een zin. 👶 مرحبا')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('Deze tekst is te lang.')).toBeTruthy()
  expect(situation.value).toBe('Een zin. 👶 مرحبا')
})

test('trying again after a lost connection is the same command; another contribution is another', async () => {
  const { sent, offline, situation } = await openPanel({ addContribution: done })
  await userEvent.type(situation, 'Een zin.')
  offline.now = true
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText(/Dit kwam niet aan/)).toBeTruthy()
  offline.now = false
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(sent('AddContribution')).toHaveLength(1))
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
})

test('offers another wording, and saves all the same', async () => {
  const { sent, situation } = await openPanel({ addContribution: done })
  await userEvent.type(situation, 'Moeder is ongemotiveerd.')
  expect(screen.getByText(/Misschien liever: heeft nu geen ruimte/)).toBeTruthy()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(sent('AddContribution')).toHaveLength(1))
})

test('a therapist of a parent begins with the record of that parent, not of the child', () => {
  const choices = subjectChoices(sampleFamily() as never)
  expect(usualSubject('ADULT_MENTAL_HEALTH', choices)).toBe('ADULT:anouk')
  expect(usualSubject('DAY_CENTRE', choices)).toBe('CHILD:sem')
})

test('what a young person told in confidence is asked for at that age only, and sent with its reason (G-12)', async () => {
  const family = sampleFamily()
  const born = (years: number) => Temporal.Now.plainDateISO('Europe/Amsterdam').subtract({ years }).toString()
  expect(mayBeConfidential('CHILD:sem', [{ id: 'sem', birthDate: born(2) }], born(0))).toBe(false)
  expect(mayBeConfidential('ADULT:sem', [{ id: 'sem', birthDate: born(13) }], born(0))).toBe(false)
  const desk = await openDesk('/gezin/verhoeven', { ...family, members: family.members.map((member) => member.id === 'sem' ? { ...member, birthDate: born(13) } : member) }, { addContribution: done })
  await userEvent.click(await screen.findByRole('button', { name: /Bijdrage toevoegen/ }))
  await userEvent.type(await screen.findByLabelText('Situatie'), 'Hij vertelde iets.')
  await userEvent.type(screen.getByLabelText('In vertrouwen verteld? Waarom (mag leeg)'), 'Hij vroeg het.')
  await userEvent.click(screen.getByRole('button', { name: /Opslaan/ }))
  await waitFor(() => expect(desk.sent('AddContribution')[0]?.variables).toMatchObject({ input: { inConfidenceBecause: 'Hij vroeg het.' } }))
})

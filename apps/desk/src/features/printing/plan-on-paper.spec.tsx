import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk } from '../../testing/open-desk.tsx'
import { goal, hanne, sampleFamily } from '../../testing/sample-family.ts'

const plan = {
  variant: 'LIGHT', needs: [], parents: [{ memberId: 'anouk', firstName: 'Anouk' }, { memberId: 'joost', firstName: 'Joost' }], parentsGoals: [], lines: [], evaluations: [], practiceCard: null, versions: [],
  texts: [
    { topic: 'WORRIES', version: 'w1', text: 'Zonder middagslaap is hij om vier uur op.', changedAt: '2026-11-20T10:00:00.000Z', changedBy: 'Hanne de Wit' },
    { topic: 'STRENGTHS', version: 's1', text: 'Anouk kent zijn slaap precies.', changedAt: '2026-11-20T10:00:00.000Z', changedBy: 'Hanne de Wit' },
    { topic: 'QUESTION_FOR_PARENTS', version: 'q1', text: 'Wat helpt Sem om te slapen?', changedAt: '2026-11-20T10:00:00.000Z', changedBy: 'Hanne de Wit' },
  ],
}
const withPlan = () => ({ ...sampleFamily(), plan })
const plain = { number: 1, question: 'Wat helpt Sem om te slapen?', goals: [], reached: [], lines: [], looked: null, lookedOn: null }
const forTeam = {
  parent: null, familyName: 'Gezin Verhoeven', on: '2026-11-30', guidingQuestion: null, goals: [{ ...goal, scale: 'SIX', ended: null }], agreementCards: [], actions: [], closing: null, call: null, plan: { ...plan, plain },
  family: [{ name: 'Sem', what: '1 jaar' }, { name: 'Anouk', what: 'moeder' }], team: [{ id: 't', isCoordinator: true, isSubstitute: false, professional: { ...hanne, phone: '0800 555 0110' } }],
  supports: [{ id: 's', name: 'School De Vlieger', helps: null }], port: { id: 'p', route: 'BOND', why: 'Dit vragen zij zelf.', parentsQuestion: 'Hoe krijgen wij rust?', reviewOn: '2026-12-28' },
}

test('a light plan for the team says its day, who is who, where the work begins, and what each text is about (K-12)', async () => {
  await openDesk('/gezin/verhoeven/plan/papier', withPlan(), { printedPlan: forTeam })
  await userEvent.click(await screen.findByRole('button', { name: 'Toon de pagina' }))
  const page = await screen.findByRole('article')
  const part = (title: string) => within(within(page).getByRole('heading', { name: title }).closest('section') as HTMLElement)
  expect(part('Wat goed gaat').getByText('Anouk kent zijn slaap precies.')).toBeTruthy()
  expect(part('Waar zorgen over zijn').getByText('Zonder middagslaap is hij om vier uur op.')).toBeTruthy()
  expect(within(page).queryByText('Wat helpt Sem om te slapen?')).toBeNull()
  expect(part('Waar wij beginnen: de band').getByText('Dit vragen zij zelf.')).toBeTruthy()
  expect(part('Het gezin').getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Sem, 1 jaar', 'Anouk, moeder'])
  expect(part('Het gezin').getByText('Eromheen: School De Vlieger')).toBeTruthy()
  expect(part('Wie helpt').getByRole('listitem').textContent).toBe('Hanne de Wit IMH-specialist, De Schakel, 0800 555 0110, coördineert')
})

test('a plan for a parent has nothing but plain words', async () => {
  await openDesk('/gezin/verhoeven/plan/papier', withPlan(), { printedPlan: { ...forTeam, parent: 'Anouk', goals: [], family: [], team: [], supports: [], port: null } })
  await userEvent.click(await screen.findByLabelText('Anouk'))
  await userEvent.click(screen.getByRole('button', { name: 'Toon de pagina' }))
  const page = await screen.findByRole('article')
  expect(within(page).getByText('Wat helpt Sem om te slapen?')).toBeTruthy()
  expect(within(page).queryByText('Anouk kent zijn slaap precies.')).toBeNull()
})

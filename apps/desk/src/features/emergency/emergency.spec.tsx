import { describe, expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { privacyOfficer, sampleFamily } from '../../testing/sample-family.ts'

const none = { isBlocked: false, mustProve: false, unfinished: null, mostADay: 3, openings: [] as unknown[] }
const own = { id: 'o1', at: '2026-11-24T09:00:00.000Z', until: '2026-11-24T13:00:00.000Z', isOpen: true, reason: 'LIFE_IN_DANGER', isReviewed: false, isOverdue: false, familyName: 'Gezin El Amrani' }
const toReview = {
  id: 'o1', familyId: 'f', caseNumber: 'DD-2063', at: own.at, by: 'Eva Smit', title: 'kinderarts', organisation: 'Ziekenhuis Druivendal', person: { id: 'yasmina', kind: 'het kind', code: '3f2a' },
  reason: 'LIFE_IN_DANGER', words: 'Ligt op de spoed.', looks: 4, reviewBy: '2026-11-29T09:00:00.000Z', isOverdue: false,
}
const page = { hasNextPage: false }

describe('L-10: emergency access', () => {
  test('is opened with exact data and a reason, and then stands in the list', async () => {
    let openings: readonly unknown[] = []
    const desk = await openDesk('/noodtoegang', sampleFamily(), { ownEmergencies: () => ({ ...none, openings }), openEmergency: () => { openings = [own]; return { id: 'o1' } } })
    fireEvent.change(await screen.findByLabelText('Zaaknummer'), { target: { value: 'DD-2063' } })
    fireEvent.change(screen.getByLabelText('Geboortedatum van het kind'), { target: { value: '2023-10-20' } })
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Dossier openen' }).disabled).toBe(true)
    fireEvent.click(screen.getByRole('radio', { name: 'Iemand is in levensgevaar' }))
    fireEvent.change(screen.getByLabelText('Wat is er aan de hand?'), { target: { value: 'Ligt op de spoed.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Dossier openen' }))
    expect((await screen.findByRole('link', { name: 'Gezin El Amrani' })).getAttribute('href')).toContain('/noodtoegang/o1')
    expect(desk.sent('OpenEmergency')[0]?.variables['input']).toEqual({ caseNumber: 'DD-2063', birthDate: '2023-10-20', reason: 'LIFE_IN_DANGER', words: 'Ligt op de spoed.' })
  })
  test('says why not, with what was typed still there', async () => {
    await openDesk('/noodtoegang', sampleFamily(), { ownEmergencies: none, openEmergency: () => refused('emergency-nobody-found', 'Wij vonden niemand met deze gegevens.') })
    fireEvent.change(await screen.findByLabelText('Zaaknummer'), { target: { value: 'X' } })
    fireEvent.change(screen.getByLabelText('Geboortedatum van het kind'), { target: { value: '2023-10-20' } })
    fireEvent.click(screen.getByRole('radio', { name: 'Een andere nood' }))
    fireEvent.change(screen.getByLabelText('Wat is er aan de hand?'), { target: { value: 'Nood.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Dossier openen' }))
    await screen.findByText('Wij vonden niemand met deze gegevens.')
    expect(screen.getByLabelText<HTMLInputElement>('Zaaknummer').value).toBe('X')
  })
  test('T15: asks first for a new proof of who one is; what was filled in comes back after it', async () => {
    const proof = () => screen.queryByRole('link', { name: 'Bevestig dat u het bent' })
    const unfinished = { caseNumber: 'DD-2063', birthDate: '2023-10-20', adult: null, reason: 'OTHER', words: 'Ligt op de spoed.' }
    await openDesk('/noodtoegang', sampleFamily(), { ownEmergencies: { ...none, unfinished }, openEmergency: () => refused('proof-too-old', 'Bevestig eerst opnieuw dat u het bent.') })
    expect((await screen.findByLabelText<HTMLInputElement>('Zaaknummer')).value).toBe('DD-2063')
    expect(screen.getByLabelText<HTMLTextAreaElement>('Wat is er aan de hand?').value).toBe('Ligt op de spoed.')
    expect(proof()).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Dossier openen' }))
    await screen.findByText('Bevestig eerst opnieuw dat u het bent.')
    expect(proof()?.getAttribute('href')).toBe('/sign-in/again?for=desk')
  })
  test('T15: shows the way to prove who one is instead of a form that could not be sent', async () => {
    await openDesk('/noodtoegang', sampleFamily(), { ownEmergencies: { ...none, mustProve: true } })
    await screen.findByRole('link', { name: 'Bevestig dat u het bent' })
    expect(screen.queryByLabelText('Zaaknummer')).toBeNull()
  })
  test('is shut, and says so, to whom an earlier one was not reviewed in time', async () => {
    await openDesk('/noodtoegang', sampleFamily(), { ownEmergencies: { ...none, isBlocked: true, openings: [{ ...own, isOpen: false, isOverdue: true, familyName: null }] } })
    await screen.findByText(/niet binnen vijf dagen nagekeken/)
    expect(screen.queryByRole('button', { name: 'Dossier openen' })).toBeNull()
  })
  test('that is over opens nothing', async () => {
    await openDesk('/noodtoegang/o1', sampleFamily(), { emergencyFamily: null })
    await screen.findByRole('heading', { name: 'Deze noodtoegang is voorbij.' })
  })
  test('is told in the family file to who coordinates', async () => {
    await openDesk('/gezin/verhoeven', { ...sampleFamily(), emergencies: [{ ...own, by: 'Eva Smit', organisation: 'Ziekenhuis Druivendal', about: 'Sem' }] })
    await screen.findByText(/Noodtoegang: Eva Smit \(Ziekenhuis Druivendal\) opende op 24 november 2026 .* het dossier van Sem/)
  })
  test('is reviewed by a privacy officer with a judgment and words, who sees no name of the family', async () => {
    let judgment: string | undefined
    const desk = await openDesk('/noodtoegang/nakijken', sampleFamily(), {
      me: privacyOfficer, emergenciesToReview: () => ({ nodes: [{ ...toReview, ...(judgment !== undefined && { judgment, judgmentWords: 'Terecht.', reviewedAt: own.until }) }], pageInfo: page }),
      reviewEmergency: () => { judgment = 'JUSTIFIED'; return { id: 'o1' } },
    })
    await screen.findByText('Dossier DD-2063: het kind, nummer 3f2a')
    fireEvent.click(screen.getByRole('radio', { name: 'Terecht' }))
    fireEvent.change(screen.getByLabelText('Toelichting'), { target: { value: 'Snel en goed.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Oordeel vastleggen' }))
    await screen.findByText(/Nagekeken op 24 november 2026: Terecht/)
    await waitFor(() => expect(desk.sent('ReviewEmergency')[0]?.variables).toMatchObject({ openingId: 'o1', judgment: 'JUSTIFIED', words: 'Snel en goed.' }))
  })
  test('that waits to be reviewed is told to a privacy officer on the first page and in the navigation, and no more once it was', async () => {
    let waiting = { toReview: 2, overdue: 1 }
    await openDesk('/', sampleFamily(), {
      me: privacyOfficer, accessLogCases: { nodes: [], pageInfo: page }, emergenciesWaiting: () => waiting,
      emergenciesToReview: () => ({ nodes: [toReview], pageInfo: page }), reviewEmergency: () => { waiting = { toReview: 0, overdue: 0 }; return { id: 'o1' } },
    })
    await screen.findByText('Noodtoegang: 2 keer nog niet nagekeken, 1 keer te laat')
    expect((await screen.findByRole('link', { name: /Noodtoegang: nakijken/ })).textContent).toContain('2 open, 1 te laat')
    fireEvent.click(screen.getByRole('link', { name: 'Nu nakijken' }))
    fireEvent.click(await screen.findByRole('radio', { name: 'Terecht' }))
    fireEvent.change(screen.getByLabelText('Toelichting'), { target: { value: 'Goed.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Oordeel vastleggen' }))
    await waitFor(() => expect(screen.getByRole('link', { name: /Noodtoegang: nakijken/ }).textContent).not.toContain('open'))
  })
  test('that was sought in vain is told to a privacy officer: who, on which day and how often, and of no family', async () => {
    await openDesk('/noodtoegang/nakijken', sampleFamily(), {
      me: privacyOfficer, emergenciesToReview: { nodes: [], pageInfo: page },
      emergencyAttempts: [{ on: '2026-11-24', by: 'Eva Smit', title: 'kinderarts', organisation: 'Ziekenhuis Druivendal', count: 2, times: ['2026-11-24T09:00:00.000Z', '2026-11-24T09:05:00.000Z'], isMost: false }],
    })
    const found = await screen.findByText(/Eva Smit, kinderarts, Ziekenhuis Druivendal/)
    expect(found.textContent).toMatch(/24 november 2026.*2 keer: 10[.:]00.*10[.:]05/)
  })
})

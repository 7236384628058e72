import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'

const path = '/gezin/verhoeven/assen'
const aboutSem = { kind: 'CHILD', memberIds: ['sem'], label: 'Sem' }
const part = (id: string, axis: string, more: object = {}) => ({
  id, version: 'v1', axis, subject: aboutSem, category: 'DEVELOPMENT', by: 'Hanne de Wit', changedAt: '2026-11-20T10:00:00.000Z', isNew: false, isDraft: false, mayDiscuss: false, notDiscussedBecause: null, cluster: null, label: null, code: null, isPrimary: null,
  caregiver: null, aspects: null, childAspects: null, level: null, text: null, since: null, group: null, onsetMonths: null, note: null, lines: null, ...more,
})
const bond = (more: object = {}) => part('bond', 'CAREGIVING', {
  subject: { kind: 'RELATION', memberIds: ['anouk', 'sem'], label: 'Anouk en Sem' }, category: 'RELATIONSHIP', caregiver: { personId: 'anouk', name: 'Anouk' }, level: 2,
  aspects: [{ aspect: 'comfort', value: 'STRENGTH', note: 'Wordt rustig.' }], childAspects: [], isDraft: true, mayDiscuss: true, ...more,
})
const competence = part('can', 'COMPETENCE', { lines: [{ domain: 'EMOTIONAL', rating: 'EMERGING' }] })
const impression = part('whole', 'IMPRESSION', { text: 'Een kind dat zoekt naar rust.' })
const stressors = [part('late', 'STRESSOR', { text: 'Verhuisd', group: 'HOME', onsetMonths: 5, note: '' }), part('early', 'STRESSOR', { text: 'Zorgen om het hart', group: 'HEALTH', onsetMonths: -2, note: 'Elke week een echo.' })]
const classification = (parts: readonly object[], more: object = {}) => ({ id: 'c', subject: aboutSem, edition: 'DC05V2021', occurredOn: '2026-11-18', occasions: 3, settings: ['HOME'], by: 'Hanne de Wit', completedBy: null, completedAt: null, parts, ...more })
const family = (...classifications: readonly object[]) => ({ ...sampleFamily(), classifications })
const done = ({ familyId }: { familyId: string }) => ({ id: 'made', familyId })

test('without one it says how to begin; a new one names its edition, and how often and where the child was seen (K-06)', async () => {
  const desk = await openDesk(path, family(), { startClassification: done })
  expect(await screen.findByText('Er is nog geen classificatie. Begin met wie u zag, en waar.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Classificatie beginnen' }))
  const dialog = screen.getByRole('dialog')
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'op de groep' }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  expect(desk.sent('StartClassification')[0]?.variables).toMatchObject({ input: { childId: 'sem', edition: 'DC05V2021', occasions: 1, settings: ['HOME', 'GROUP'] } })
})

test('the axes stand one by one; what was hard stands from before birth on, and is counted (K-08)', async () => {
  await openDesk(path, family(classification(stressors)))
  const axis = await screen.findByRole('region', { name: /^As IV/ })
  expect(within(axis).getAllByRole('article').map((one) => one.getAttribute('aria-label'))).toEqual(['Zorgen om het hart', 'Verhuisd'])
  expect(axis.textContent).toContain('2 maanden voor de geboorte')
  expect(axis.textContent).toContain('2 dingen die zwaar waren of zijn')
})

test('a bond has a rank in words, no figure of several bonds together, and is a draft until it was talked about (K-06)', async () => {
  const desk = await openDesk(path, family(classification([bond(), bond({ id: 'other', caregiver: { personId: 'joost', name: 'Joost' }, subject: { kind: 'RELATION', memberIds: ['joost', 'sem'], label: 'Joost en Sem' }, level: 4, isDraft: false, mayDiscuss: false })])), { discussBondRating: done })
  const axis = await screen.findByRole('region', { name: /^As II:/ })
  expect(axis.textContent).toContain('2: er is spanning')
  expect(axis.textContent).not.toMatch(/gemiddeld|\b3\b/)
  const mine = within(axis).getByRole('article', { name: /Anouk en Sem/ })
  expect(mine.textContent).toContain('Concept: nog niet besproken')
  await userEvent.click(within(mine).getByRole('button', { name: /^Bespreken vastleggen/ }))
  const dialog = screen.getByRole('dialog')
  await userEvent.click(within(dialog).getByRole('radio', { name: 'nee, en dat kan nu niet' }))
  await userEvent.type(within(dialog).getByLabelText('Waarom kan dat nu niet?'), 'Zij ligt in het ziekenhuis.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  expect(desk.sent('DiscussBondRating')[0]?.variables).toMatchObject({ partId: 'bond', reason: 'Zij ligt in het ziekenhuis.' })
})

test('a bond is rated by aspect, with what the child brings', async () => {
  const desk = await openDesk(path, family(classification([])), { addClassificationPart: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Band toevoegen' }))
  const dialog = screen.getByRole('dialog')
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Joost' }))
  await userEvent.click(within(dialog).getByRole('radio', { name: '1: het gaat goed genoeg' }))
  await userEvent.selectOptions(within(dialog).getByLabelText('samen spelen'), 'kracht')
  await userEvent.type(within(dialog).getByLabelText('Toelichting bij samen spelen'), 'Met de bal.')
  await userEvent.selectOptions(within(dialog).getByLabelText('aard'), 'geen zorg')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  expect(desk.sent('AddClassificationPart')[0]?.variables).toMatchObject({
    classificationId: 'c', input: { axis: 'CAREGIVING', caregiver: 'joost', level: 1, aspects: [{ aspect: 'play', value: 'STRENGTH', note: 'Met de bal.' }], childAspects: [{ aspect: 'temperament', value: 'NO_CONCERN' }] },
  })
})

test('it says what it still lacks, and is completed after a question (K-07)', async () => {
  await openDesk(path, family(classification([bond()])))
  expect(await screen.findByText('Nog nodig om af te ronden: alle vijf domeinen van wat het kind kan; hoe u alles bij elkaar ziet; elk oordeel over een band besproken.')).toBeTruthy()
})

test('what is whole is completed after a question; then nothing can be changed', async () => {
  const whole = family(classification([competence, impression]))
  const desk = await openDesk(path, whole, { completeClassification: (given: { familyId: string }) => { whole.classifications = [classification([competence, impression], { completedBy: 'Hanne de Wit', completedAt: '2026-11-21T10:00:00.000Z' })]; return done(given) } })
  await userEvent.click(await screen.findByRole('button', { name: 'Classificatie afronden' }))
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Classificatie afronden' }))
  expect(await screen.findByText(/^Afgerond door Hanne de Wit/)).toBeTruthy()
  expect(desk.sent('CompleteClassification')[0]?.variables).toMatchObject({ classificationId: 'c' })
  expect(screen.queryByRole('button', { name: /^Wijzigen/ })).toBeNull()
  expect(screen.getByRole('button', { name: 'Classificatie beginnen' })).toBeTruthy()
})

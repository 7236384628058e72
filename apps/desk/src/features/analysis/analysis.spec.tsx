import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'

const path = '/gezin/verhoeven/analyse'
const aboutSem = { kind: 'CHILD', memberIds: ['sem'], label: 'Sem' }
const factor = (id: string, title: string, more: object = {}) => ({
  id, version: 'v1', subject: aboutSem, category: 'DEVELOPMENT', origin: 'CHILD', domain: 'CHILD_CHARACTERISTICS', layer: 'MICRO', direction: 'RISK', title, evidence: 'Dat zagen wij.', heardFrom: [{ personId: 'anouk', name: 'Anouk' }],
  by: 'Lotte Jansen', changedAt: '2026-11-20T10:00:00.000Z', dismissed: null, isNew: false, ...more,
})
const hypothesis = (more: object = {}) => ({
  id: 'h', version: 'v1', subject: aboutSem, category: 'RELATIONSHIP', statement: 'Handen doen hem schrikken', mechanism: 'Toen deden zij pijn', supporting: ['a'], opposing: ['b'], confidence: 'MEDIUM', nextTest: 'Eerst laten zien', by: 'Hanne de Wit',
  changedAt: '2026-11-21T10:00:00.000Z', judgements: [], isNew: false, ...more,
})
const nothing = { domains: ['PARENTS_OWN'], layers: ['MACRO'], disciplines: ['ziekenhuis'], parents: ['Joost'] }
const withAnalysis = (more: object = {}) => ({
  ...sampleFamily(),
  analysis: { factors: [factor('a', 'Schrikt van handen'), factor('b', 'Zingt mee', { direction: 'PROTECTIVE', origin: 'SURROUNDINGS', layer: 'MESO' })], hypotheses: [hypothesis()], ports: [], blindSpots: nothing, ...more },
})
const done = ({ familyId }: { familyId: string }) => ({ id: 'made', familyId })

test('the board says by row where it comes from and by column what it does; as rings it says the same', async () => {
  await openDesk(path, withAnalysis())
  const row = within(await screen.findByRole('table')).getByRole('row', { name: /^het kind/ })
  expect(within(row).getByText('Schrikt van handen')).toBeTruthy()
  expect(within(row).getByText(/^Van Anouk ·/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Als kringen' }))
  expect(screen.getByRole('img', { name: 'Wat meespeelt rond Sem, van dichtbij naar ver weg' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /^Toon als lijst/ }))
  expect(screen.getByText('Zingt mee (beschermt)')).toBeTruthy()
})

test('what nobody told about yet, and whom nobody heard, stands beside it', async () => {
  await openDesk(path, withAnalysis())
  const spots = await screen.findByRole('region', { name: 'Wat hoorden wij nog niet?' })
  expect(within(spots).getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['Joost', 'ziekenhuis', 'eigen kracht en geschiedenis van de ouders', 'samenleving'])
})

test('a factor is added with what was seen and who told it; a refusal leaves the words', async () => {
  let tries = 0
  const desk = await openDesk(path, withAnalysis(), { addFactor: (given: { familyId: string }) => { tries += 1; if (tries === 1) throw refused('text-empty', 'Schrijf er iets bij.'); return done(given) } })
  await userEvent.click(await screen.findByRole('button', { name: 'Factor toevoegen' }))
  const dialog = screen.getByRole('dialog')
  await userEvent.type(within(dialog).getByLabelText('Wat speelt mee?'), 'Slaapt weinig')
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Joost' }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  await within(dialog).findByText('Schrijf er iets bij.')
  await userEvent.type(within(dialog).getByLabelText('Waaraan merkt u dat?'), 'Hij vertelt het zelf.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  expect(desk.sent('AddFactor').at(-1)?.variables).toMatchObject({ subject: { kind: 'CHILD', memberIds: ['sem'] }, input: { title: 'Slaapt weinig', evidence: 'Hij vertelt het zelf.', heardFrom: ['joost'], direction: 'RISK' } })
})

test('a hypothesis links what speaks for it and against it, and who coordinates decides with a reason', async () => {
  const desk = await openDesk(path, withAnalysis(), { changeHypothesis: done, decideHypothesis: done })
  const rival = await screen.findByRole('article', { name: 'Handen doen hem schrikken' })
  expect(rival.textContent).toContain('redelijk zeker')
  await userEvent.click(within(rival).getByRole('button', { name: /^Wijzigen/ }))
  const dialog = screen.getByRole('dialog')
  await userEvent.selectOptions(within(dialog).getByLabelText('Wat zegt “Zingt mee”?'), 'zegt hier niets over')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  expect(desk.sent('ChangeHypothesis')[0]?.variables).toMatchObject({ hypothesisId: 'h', version: 'v1', input: { supporting: ['a'], opposing: [] } })
  await userEvent.click(within(rival).getByRole('button', { name: /^Besluit vastleggen/ }))
  const deciding = screen.getByRole('dialog')
  await userEvent.click(within(deciding).getByRole('radio', { name: 'ondersteund' }))
  await userEvent.type(within(deciding).getByLabelText('Waarom?'), 'Het helpt.')
  await userEvent.click(within(deciding).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  expect(desk.sent('DecideHypothesis')[0]?.variables).toMatchObject({ hypothesisId: 'h', outcome: 'SUPPORTED', reason: 'Het helpt.' })
})

test('where somebody else was first both texts stay, and nothing is overwritten', async () => {
  const family = withAnalysis()
  await openDesk(path, family, { changeHypothesis: () => { family.analysis.hypotheses[0] = hypothesis({ version: 'v2', statement: 'Anders gezegd', by: 'Femke Mulder' }); throw refused('changed-meanwhile', 'Iemand was u voor.') } })
  await userEvent.click(within(await screen.findByRole('article', { name: 'Handen doen hem schrikken' })).getByRole('button', { name: /^Wijzigen/ }))
  const dialog = screen.getByRole('dialog')
  await userEvent.type(within(dialog).getByLabelText('Wat kan er aan de hand zijn?'), ' van boven')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  expect((await within(dialog).findByRole('alert')).textContent).toContain('Anders gezegd')
  expect(within(dialog).getByLabelText<HTMLTextAreaElement>('Wat kan er aan de hand zijn?').value).toBe('Handen doen hem schrikken van boven')
})

test('without anything yet it says how to begin', async () => {
  await openDesk(path, withAnalysis({ factors: [], hypotheses: [], blindSpots: { domains: [], layers: [], disciplines: [], parents: [] } }))
  expect(await screen.findByText('Er staat nog niets. Begin met wat u zag of hoorde.')).toBeTruthy()
  expect(screen.getByText('Er is nog geen hypothese. Zet er ten minste twee naast elkaar.')).toBeTruthy()
  expect(screen.getByText('Er is nog geen ingang gekozen.')).toBeTruthy()
})

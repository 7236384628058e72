import { expect, test } from '@jest/globals'
import { createI18n } from '@samenspel/intl'
import { loadDeskTexts } from '@samenspel/intl/desk'
import { TextProvider } from '@samenspel/ui'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { DayThread, FamilyMap, GasStrip, LifeLine, RhythmWeek } from './index.ts'

const i18n = createI18n('nl', await loadDeskTexts('nl'))
const show = (picture: ReactNode) => render(<TextProvider i18n={i18n}>{picture}</TextProvider>)
const asList = () => userEvent.click(screen.getByRole('button', { name: /^Toon als lijst/ }))

test('a life line is one picture with a title, and a list that says what its shapes say', async () => {
  show(<LifeLine
    title="Levenslijn van Sem"
    now="2026-11-24"
    events={[
      { id: 'b', on: '2026-02-01', when: 'feb 2026', title: 'Oma past op', weight: 'strength', about: 'het gezin' },
      { id: 'a', on: '2025-12-01', when: 'dec 2025', title: 'Eerste aanval', weight: 'strain', text: 'In de nacht.' },
    ]}
  />)
  expect(screen.getByRole('img', { name: 'Levenslijn van Sem' })).toBeTruthy()
  await asList()
  const [first, second] = screen.getAllByRole('listitem')
  expect(first?.textContent).toBe('dec 2025Eerste aanval maakte het zwaarIn de nacht.')
  expect(second?.textContent).toBe('feb 2026Oma past op gaf kracht · het gezin')
})

test('a GAS strip says its goal, start and score', () => {
  show(<><GasStrip title="Samen eten" scale="FIVE" start={-2} current={1} /><GasStrip title="Slapen" scale="SIX" start={-3} current={null} /></>)
  expect(screen.getByRole('img', { name: 'Samen eten: begin −2, nu +1' }).children).toHaveLength(5)
  expect(screen.getByRole('img', { name: 'Slapen: begin −3, nog geen score' }).children).toHaveLength(6)
})

test('a week of rhythm can be read day by day', async () => {
  const days = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'].map((short) => ({ short, long: short }))
  show(<RhythmWeek title="Ritme" days={days} blocks={[{ id: 'nap', kind: 'NAP', label: 'Sem slaapt', weekdays: [1], from: '12:30', to: '14:30' }]} />)
  await asList()
  const monday = screen.getByText('ma').parentElement
  expect(monday === null ? '' : within(monday).getByRole('listitem').textContent).toBe('12:30–14:30 Sem slaapt')
  expect(screen.getAllByText('niets vast')).toHaveLength(6)
})

test('a family map lists people, ties and whoever helps', async () => {
  show(<FamilyMap
    title="Wie is wie"
    relatives={[
      { id: 'c', name: 'Sem', note: '1 jaar', sign: 'diamond', generation: 2, isIndexChild: true, isUnborn: false, inHousehold: true },
      { id: 'm', name: 'Anouk', sign: 'circle', generation: 1, isIndexChild: false, isUnborn: false, inHousehold: true },
    ]}
    ties={[{ id: 't', between: ['m', 'c'], kind: 'parent-child', label: 'moeder en kind' }]}
    around={[{ id: 'o', name: 'KDC De Wilgenboom', people: 'Lotte Jansen' }]}
  />)
  expect(screen.getByRole('img', { name: 'Wie is wie' })).toBeTruthy()
  await asList()
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
    ['Sem, 1 jaar, het kind om wie het gaat', 'Anouk', 'Anouk – Sem: moeder en kind', 'KDC De Wilgenboom: Lotte Jansen'])
})

test('the thread of a day is said in the order of the day', () => {
  show(<DayThread title="dinsdag 1 december" away={{ leaveAt: '09:24', backAt: '12:34' }} stops={[{ id: 's', label: 'kinderarts', from: '09:45', to: '10:30', shape: 'square', isEvening: false }]} />)
  expect(screen.getByRole('img', { name: 'dinsdag 1 december: om 09:24 van huis, 09:45–10:30 kinderarts, om 12:34 weer thuis' })).toBeTruthy()
})

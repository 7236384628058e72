/** A tablet that a group shares: enrolled once, then colleagues switch with their own PIN, and nothing stays of who worked before. */
import type { Page } from '@playwright/test'
import { humanOn } from './support/human.ts'
import { isFitToBeSeen } from './support/looks.ts'
import { expect, test } from './support/test.ts'

const tabletSize = { width: 1024, height: 768 } as const
const pins = { 'Lotte Jansen': '486317', 'Ruud Bakker': '915264' } as const

const choosePin = async (page: Page, pin: string): Promise<void> => {
  await page.getByRole('link', { name: 'Groepstablet' }).click()
  await page.getByLabel('Nieuwe pincode').fill(pin)
  await page.getByLabel('Nog een keer').fill(pin)
  await page.getByRole('button', { name: 'Bewaar pincode' }).click()
  await expect(page.getByText('Uw pincode is bewaard.')).toBeVisible()
}

/** As a finger does: the name, then six keys. */
const goIn = async (tablet: Page, name: keyof typeof pins, pin: string = pins[name]): Promise<void> => {
  await tablet.getByRole('button', { name: new RegExp(name) }).click()
  for (const digit of pin) await tablet.getByRole('button', { name: digit, exact: true }).click()
}

test('two colleagues switch with their own PIN, and it locks by itself with nothing left on it', async ({ ownRegion, windows }) => {
  test.slow()
  const ruud = await windows.open(ownRegion, 'coach', { path: 'sleutels' })
  await ruud.getByRole('button', { name: 'Meld een tablet aan' }).click()
  await ruud.getByLabel('Naam van de groep').fill('Bijengroep')
  await isFitToBeSeen(ruud, 'enrolling a tablet', 'nl')
  await ruud.getByRole('button', { name: 'Maak een code', exact: true }).click()
  const code = await ruud.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent() ?? ''
  await isFitToBeSeen(ruud, 'tablets and codes', 'nl')

  const away = await windows.privateWindow()
  const tablet = await away.newPage()
  await tablet.setViewportSize(tabletSize)
  await tablet.clock.install()
  await tablet.goto(`${ownRegion.url}/tablet/`)
  await expect(tablet.getByRole('heading', { name: 'Meld deze tablet aan' })).toBeVisible()
  await isFitToBeSeen(tablet, 'a tablet that is nobody’s yet', 'nl')
  await tablet.getByLabel('Code').fill(code.toLowerCase())
  await tablet.getByRole('button', { name: 'Meld aan' }).click()
  await expect(tablet.getByText('Hier staat nog niemand.', { exact: false })).toBeVisible()

  await choosePin(ruud, pins['Ruud Bakker'])
  const lotte = await windows.open(ownRegion, 'pedagogical-worker', { apart: true })
  await choosePin(lotte, pins['Lotte Jansen'])
  await isFitToBeSeen(lotte, 'choosing a PIN', 'nl')
  await tablet.reload()
  await expect(tablet.getByRole('button', { name: /Lotte Jansen/ })).toBeVisible()
  await isFitToBeSeen(tablet, 'a lock screen', 'nl')

  // With a keyboard too; whoever looks over a shoulder sees beads, never digits.
  await tablet.getByRole('button', { name: /Lotte Jansen/ }).click()
  await isFitToBeSeen(tablet, 'a PIN pad', 'nl')
  await tablet.keyboard.type('12')
  await expect(tablet.getByRole('img', { name: '2 van 6 cijfers' })).toBeVisible()
  await tablet.keyboard.press('Backspace')
  await tablet.keyboard.press('Escape')

  await goIn(tablet, 'Lotte Jansen')
  await tablet.getByRole('button', { name: /^Sem/ }).click()
  await expect(tablet.getByRole('heading', { name: 'Het bijenlied' })).toBeVisible()
  await isFitToBeSeen(tablet, 'the agreement cards of a child', 'nl')
  await tablet.getByRole('button', { name: 'Schrijf een notitie' }).click()
  await tablet.getByLabel('Wat zag u?').fill('Sem zong mee bij het slapengaan.')
  await isFitToBeSeen(tablet, 'a note at a tablet', 'nl')

  // The words of a note that isn't sent wait for who wrote them, and for nobody else.
  await tablet.getByRole('button', { name: 'Vergrendel' }).click()
  await expect(tablet.getByRole('heading', { name: 'Wie bent u?' })).toBeVisible()
  await goIn(tablet, 'Ruud Bakker')
  await expect(tablet.getByText('Ruud Bakker')).toBeVisible()
  await tablet.getByRole('button', { name: /^Sem/ }).click()
  await tablet.getByRole('button', { name: 'Schrijf een notitie' }).click()
  await expect(tablet.getByLabel('Wat zag u?')).toHaveValue('')
  // From here on the time of the tablet stands still unless it is told to go on: a slow machine takes none of it.
  await tablet.clock.pauseAt(Date.now() + 10_000)
  await tablet.keyboard.press('Shift')
  await tablet.clock.runFor(66_000)
  await expect(tablet.getByText('Deze tablet vergrendelt zo.')).toBeVisible()
  await tablet.clock.runFor(15_000)
  await tablet.clock.resume()
  await expect(tablet.getByRole('heading', { name: 'Wie bent u?' })).toBeVisible()
  await tablet.goBack().catch(() => undefined)
  await expect(tablet.getByText('Het bijenlied')).toHaveCount(0)
  await tablet.goto(`${ownRegion.url}/tablet/`)

  await goIn(tablet, 'Lotte Jansen')
  await tablet.getByRole('button', { name: /^Sem/ }).click()
  await tablet.getByRole('button', { name: 'Schrijf een notitie' }).click()
  await expect(tablet.getByLabel('Wat zag u?')).toHaveValue('Sem zong mee bij het slapengaan.')
  await tablet.getByRole('button', { name: 'Bewaar notitie' }).click()
  await expect(tablet.getByText('De notitie over Sem staat in het dossier.')).toBeVisible()

  await test.step('an update takes at most eight taps from a locked tablet', async () => {
    await tablet.getByRole('button', { name: 'Vergrendel' }).click()
    await expect(tablet.getByRole('heading', { name: 'Wie bent u?' })).toBeVisible()
    const work = humanOn(tablet)
    await work.press(/Lotte Jansen/)
    await work.write(pins['Lotte Jansen'])
    await work.press(/^Sem/)
    await work.press('Schrijf een notitie')
    await work.fill(tablet.getByLabel('Wat zag u?'), 'Sem sliep in bij het bijenlied, met de lamp aan.')
    await work.press('Bewaar notitie')
    await expect(tablet.getByText('De notitie over Sem staat in het dossier.')).toBeVisible()
    work.isDone('anUpdate')
  })
  expect(await tablet.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])

  const anouk = await windows.open(ownRegion, 'mother', { path: 'inzage', apart: true })
  await expect(anouk.getByText(/Lotte Jansen.*op de groepstablet/).first()).toBeVisible()

  await ruud.getByRole('link', { name: 'Tablets en codes' }).click()
  await ruud.getByRole('button', { name: /^Trek in.*Bijengroep/ }).click()
  await ruud.getByRole('button', { name: 'Ja, trek in' }).click()
  await expect(ruud.getByText('Er is nog geen tablet aangemeld.')).toBeVisible()
  await tablet.reload()
  await expect(tablet.getByRole('heading', { name: 'Meld deze tablet aan' })).toBeVisible()
})

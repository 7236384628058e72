/** A mother uses her rights, and the privacy officer works on what she asked. */
import { readFile } from 'node:fs/promises'
import { isFitToBeSeen } from './support/looks.ts'
import { expect, test } from './support/test.ts'

test('a mother puts her words beside a contribution, asks to keep it shut, and keeps the list of who looked (P-03, L-06)', async ({ ownRegion, windows }, info) => {
  test.slow()
  const anouk = await windows.open(ownRegion, 'mother', { path: 'inzage' })
  const downloading = anouk.waitForEvent('download')
  await anouk.getByRole('button', { name: 'Download als PDF' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^samenspel-access-log-\d{4}-\d\d-\d\d\.pdf$/)
  const path = info.outputPath('log.pdf')
  await download.saveAs(path)
  expect((await readFile(path, 'latin1')).startsWith('%PDF-')).toBe(true)

  await anouk.getByRole('link', { name: 'Mijn gegevens' }).click()
  await anouk.getByLabel('Wat wilt u lezen?').selectOption({ label: 'Wat iemand schreef' })
  const first = anouk.getByRole('article', { name: /^(Bijdrage|Korte notitie) over/ }).first()
  const situation = await first.locator('dl > div').filter({ hasText: 'Wat er gebeurde' }).locator('dd').first().textContent() ?? ''
  expect(situation).not.toBe('')
  await first.getByRole('button', { name: 'Zet er iets bij' }).click()
  await anouk.getByLabel('Uw eigen woorden').fill('Zo was het thuis ook.')
  await isFitToBeSeen(anouk, 'own words', 'nl')
  await anouk.getByRole('button', { name: 'Zet dit erbij' }).click()
  await expect(first.getByText('Zo was het thuis ook.')).toBeVisible()
  await first.getByRole('button', { name: 'Vraag: gebruik dit niet' }).click()
  await anouk.getByText('Het klopt niet', { exact: true }).click()
  await anouk.getByRole('button', { name: 'Vraag dit' }).click()
  await expect(anouk.getByText('Wij kijken ernaar')).toBeVisible()
  // From its top: a button of which the head of the page happens to cover a part is measured as too small.
  await anouk.evaluate(() => { window.scrollTo(0, 0) })
  await isFitToBeSeen(anouk, 'what a parent may ask about data', 'nl')

  const paul = await windows.open(ownRegion, 'privacy-officer', { path: 'verzoeken', apart: true })
  await expect(paul.getByRole('heading', { name: /^Eigen woorden erbij/ })).toBeVisible()
  await expect(paul.getByText('Zo was het thuis ook.')).toHaveCount(0)
  await paul.getByRole('button', { name: 'Op slot zetten' }).click()
  await isFitToBeSeen(paul, 'a request that is decided', 'nl')
  await paul.getByRole('button', { name: 'Ja, op slot' }).click()
  await expect(paul.getByText('Staat op slot')).toBeVisible()

  const hanne = await windows.open(ownRegion, 'coordinator', { apart: true, path: 'gezinnen' })
  await hanne.getByRole('link', { name: /Verhoeven/ }).first().click()
  await expect(hanne.getByRole('heading', { level: 1, name: 'Gezin Verhoeven' })).toBeVisible()
  await expect(hanne.getByText(situation)).toHaveCount(0)
})

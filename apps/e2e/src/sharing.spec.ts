import type { Page } from '@playwright/test'
import { signIn } from './support/api.ts'
import { isFitToBeSeen, showsItsFocus } from './support/looks.ts'
import { expect, test } from './support/test.ts'
import { familyIdOf } from './support/verhoeven.ts'

const lifeLine = (page: Page) => page.getByRole('region', { name: 'Levenslijn' })
/** Something about the health of the child. */
const medical = 'Eerste aanvallen'

test('both parents say yes and the day centre reads it at once; one of them stops it and the open page loses it (G-01, C-04)', async ({ ownRegion, windows }) => {
  test.slow()
  const lotte = await windows.open(ownRegion, 'pedagogical-worker', { apart: true, path: `gezin/${await familyIdOf(await signIn(ownRegion.url, 'coordinator'))}` })
  await expect(lotte.getByRole('heading', { level: 1, name: 'Gezin Verhoeven' })).toBeVisible()
  await expect(lifeLine(lotte)).toContainText('Start op De Wilgenboom')
  await expect(lifeLine(lotte)).not.toContainText(medical)
  const question = /^Mag Kinderdagcentrum De Wilgenboom dit lezen: de gezondheid van Sem\?$/

  await test.step('each parent answers a question of their own page; one yes is not enough', async () => {
    for (const parent of ['mother', 'father'] as const) {
      await expect(lifeLine(lotte)).not.toContainText(medical)
      const page = await windows.open(ownRegion, parent, { apart: true })
      await page.getByRole('region', { name: 'Er is een vraag voor u' }).getByRole('link', { name: 'Bekijk de vraag' }).click()
      await page.getByRole('region', { name: question }).getByRole('button', { name: 'Ja, dat mag' }).click()
      await expect(page.getByRole('region', { name: question }).getByRole('button', { name: 'Ja, dat mag' })).toHaveCount(0)
      if (parent === 'mother') await expect(page.getByText('U zei ja. Er is nog een ja nodig.').first()).toBeVisible()
    }
  })
  await test.step('what is shared now stands on the page that was open all the time', async () => {
    await expect(lifeLine(lotte)).toContainText(medical)
  })
  await test.step('the mother sees who read it, and stops it', async () => {
    const page = await windows.open(ownRegion, 'mother', { apart: true, path: 'delen' })
    const card = page.getByRole('region', { name: 'Kinderdagcentrum De Wilgenboom', exact: true })
    await card.getByText('Wat precies, en stoppen').click()
    await card.getByRole('button', { name: 'Stop met delen: Kinderdagcentrum De Wilgenboom, de gezondheid van Sem', exact: true }).click()
    await expect(page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Lotte Jansen' })).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Ja, stop met delen' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(lifeLine(lotte)).not.toContainText(medical)
  })
  await test.step('the father stops everything with the day centre in one step; signing out in one window empties the other', async () => {
    const page = await windows.open(ownRegion, 'father', { apart: true, path: 'delen' })
    const dayCentre = page.getByRole('region', { name: 'Kinderdagcentrum De Wilgenboom', exact: true })
    await dayCentre.getByRole('button', { name: 'Stop alles met Kinderdagcentrum De Wilgenboom' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ja, stop alles' }).click()
    await expect(dayCentre).toHaveCount(0)
    await expect(lotte.getByRole('heading', { level: 1, name: 'Gezin Verhoeven' })).toBeVisible()
    const other = await page.context().newPage()
    await other.goto(new URL('/parent/instellingen', page.url()).href)
    await other.getByRole('button', { name: 'Uitloggen' }).click()
    await expect(page.getByText('U bent niet ingelogd.')).toBeVisible()
    await expect(page.getByText('Wilgenboom')).toHaveCount(0)
    // Whoever signs in there begins at the start.
    expect(new URL(page.url()).pathname).toBe('/parent/')
  })
})

test('who is invited says yes without knowing to whom, and learns it when the parents agreed (C-02)', async ({ ownRegion, windows }) => {
  test.slow()
  const femke = await windows.open(ownRegion, 'youth-care-worker', { apart: true, path: 'uitnodigingen' })
  await expect(femke.getByRole('heading', { name: /een peuter die bijna niets eet/ })).toBeVisible()
  await femke.getByLabel('Een woord erbij').fill('Graag.')
  await femke.getByRole('button', { name: 'Ja, ik doe mee' }).click()
  await expect(femke.getByText('U zei ja.')).toBeVisible()
  expect(await windows.heardBy(femke)).not.toMatch(/Bosman|Noor/)

  const hanne = await windows.open(ownRegion, 'coordinator', { path: 'gezinnen' })
  await hanne.getByRole('link', { name: 'Gezin Bosman' }).click()
  await hanne.getByRole('link', { name: 'Toestemmingen' }).click()
  await hanne.getByRole('button', { name: /^Neem op in het team/ }).click()
  await expect(hanne.getByText('Er is nog geen toestemming.')).toBeVisible()
  // Beside the yes of a colleague stands what is still missing, begun for whom it is.
  await hanne.getByRole('button', { name: /^Ja of nee vastleggen\W+Femke/ }).click()
  const dialog = hanne.getByRole('dialog')
  await expect(dialog.getByLabel('Wie mag lezen').locator('option:checked')).toHaveText('Jeugdhulp De Brug')
  for (const name of ['Ilse', 'Mark']) await dialog.getByRole('checkbox', { name }).check()
  await dialog.getByLabel('Hoe is het uitgelegd?').fill('Aan tafel.')
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await expect(dialog).toHaveCount(0)
  await hanne.getByRole('button', { name: /^Neem op in het team/ }).click()
  await expect(hanne.getByText('Is erbij.')).toBeVisible()
})

for (const language of ['nl', 'en'] as const) {
  test(`every screen about sharing and joining is fit to be seen, in ${language === 'nl' ? 'Dutch' : 'English'}`, async ({ region, windows }) => {
    test.slow()
    const either = (nl: string, en: string): string => language === 'nl' ? nl : en
    const familyId = await familyIdOf(await signIn(region.url, 'coordinator'))
    const parent = await windows.open(region, 'mother', { language, path: 'delen' })
    await expect(parent.getByRole('button', { name: either('Ja, dat mag', 'Yes, they may') }).first()).toBeVisible()
    await showsItsFocus(parent, 'sharing', 25)
    for (const summary of await parent.locator('summary').all()) await summary.click()
    await isFitToBeSeen(parent, 'sharing', language)
    await parent.getByRole('button', { name: new RegExp(either('^Stop met delen', '^Stop sharing')) }).first().click()
    await expect(parent.getByRole('dialog')).toBeVisible()
    await isFitToBeSeen(parent, 'the question before sharing is stopped', language)

    await parent.keyboard.press('Escape')
    await parent.getByRole('button', { name: new RegExp(either('^Stop alles met', '^Stop everything with')) }).first().click()
    await expect(parent.getByRole('dialog')).toBeVisible()
    await isFitToBeSeen(parent, 'the question before everything is stopped', language)
    await parent.keyboard.press('Escape')
    await parent.getByRole('link', { name: either('Laat iemand meelezen', 'Let somebody read along') }).click()
    await parent.getByRole('radio', { name: 'Sem', exact: true }).click()
    await isFitToBeSeen(parent, 'sharing unasked', language)

    const page = await windows.open(region, 'coordinator', { language, path: `gezin/${familyId}/toestemming` })
    await expect(page.getByRole('table')).toBeVisible()
    await showsItsFocus(page, 'consents', 25)
    await page.getByRole('table').locator('summary').first().click()
    await isFitToBeSeen(page, 'consents', language)
    for (const name of [either('Vraag toestemming', 'Ask for consent'), either('Ja of nee vastleggen', 'Note a yes or a no'), either('Vraag iemand erbij', 'Ask somebody to join')]) {
      await page.getByRole('button', { name }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await isFitToBeSeen(page, name, language)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await page.getByRole('button', { name: either('Toon als lijst', 'Show as list') }).click()
    await isFitToBeSeen(page, 'consents as a list', language)

    const femke = await windows.open(region, 'youth-care-worker', { language, apart: true, path: 'uitnodigingen' })
    await expect(femke.getByRole('article')).toBeVisible()
    await isFitToBeSeen(femke, 'invitations', language)
  })
}

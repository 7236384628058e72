import type { Locator, Page } from '@playwright/test'
import { signIn } from './support/api.ts'
import { isFitToBeSeen, showsItsFocus } from './support/looks.ts'
import { expect, test } from './support/test.ts'
import { familyIdOf } from './support/verhoeven.ts'

/** Goes on with the keyboard until something has the focus. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await expect(target).toBeVisible()
  for (let step = 0; step < 200; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard never comes to ${target.toString()}`)
}
const found = (page: Page, words: string) => page.getByRole('article', { name: words })

test('what was learned goes from a file to every professional: written by keyboard, allowed by each parent, and taken back by one', async ({ ownRegion, windows }) => {
  test.slow()
  const familyId = await familyIdOf(await signIn(ownRegion.url, 'coordinator'))
  const hanne = await windows.open(ownRegion, 'coordinator', { apart: true, path: `gezin/${familyId}/plan` })
  const text = (label: string) => hanne.getByRole('textbox', { name: label, exact: true })
  const type = async (label: string, words: string): Promise<void> => {
    await tabTo(hanne, text(label))
    await hanne.keyboard.type(words)
  }
  const press = async (target: Locator, key = 'Enter'): Promise<void> => {
    await tabTo(hanne, target)
    await hanne.keyboard.press(key)
  }

  await test.step('Hanne writes it without a mouse; a name and a day are pointed at, and she is led to them', async () => {
    await press(hanne.getByRole('link', { name: 'Kaart schrijven' }))
    await type('In één regel', 'Handen die eerst laten zien')
    await type('De situatie', 'Sem schrok van elke hand, sinds 12 maart.')
    await expect(hanne.getByText('2 woorden moeten weg.')).toBeVisible()
    await isFitToBeSeen(hanne, 'the form for a practice card', 'nl')
    await type('Wat is geprobeerd', 'Eerst laten zien, dan pas doen.')
    await type('Wat hielp', 'Dat iedereen het zo deed.')
    for (const choice of ['van 1 tot 4 jaar', 'het kind', 'op de groep']) await press(hanne.getByRole('checkbox', { name: choice }), 'Space')
    await press(hanne.getByRole('button', { name: 'Sem', exact: true }))
    await hanne.keyboard.type('Een kind')
    await press(hanne.getByRole('button', { name: '12 maart', exact: true }))
    await hanne.keyboard.type('het ziekenhuis')
    await expect(text('De situatie')).toHaveValue('Een kind schrok van elke hand, sinds het ziekenhuis.')
    await expect(hanne.getByText('Wij vonden geen namen, getallen of dagen.')).toBeVisible()
    await press(hanne.getByRole('button', { name: 'Opslaan' }))
    await expect(hanne.getByRole('heading', { name: 'Handen die eerst laten zien' })).toBeVisible()
  })
  await test.step('each parent reads the very card and says yes', async () => {
    for (const parent of ['mother', 'father'] as const) {
      const page = await windows.open(ownRegion, parent, { apart: true, path: 'plan' })
      const card = page.getByRole('region', { name: 'Mogen anderen hiervan leren?' })
      await expect(card).toContainText('Een kind schrok van elke hand, sinds het ziekenhuis.')
      if (parent === 'mother') await isFitToBeSeen(page, 'the plan of a parent with a practice card', 'nl')
      await card.getByRole('button', { name: 'Ja, dat mag' }).click()
      await expect(card).toContainText('U zei: ja, dat mag.')
    }
  })
  await test.step('Hanne releases it, and reads from when colleagues find it', async () => {
    await hanne.reload()
    await press(hanne.getByRole('button', { name: 'Geef de kaart vrij' }))
    await press(hanne.getByRole('dialog').getByRole('button', { name: 'Geef de kaart vrij' }))
    await expect(hanne.getByText(/^Vanaf 1 .* vinden collega’s deze kaart/)).toBeVisible()
    await isFitToBeSeen(hanne, 'the plan with a released card', 'nl')
  })
  await test.step('the father reads the day too, and takes his yes back: then it stays in the file', async () => {
    const page = await windows.open(ownRegion, 'father', { apart: true, path: 'plan' })
    const card = page.getByRole('region', { name: 'Mogen anderen hiervan leren?' })
    await expect(card).toContainText('komt de kaart bij andere hulpverleners. U kunt altijd nog nee zeggen.')
    await card.getByRole('button', { name: 'Liever niet' }).click()
    await expect(card).toContainText('U zei: liever niet. Dat is goed.')
    await expect(hanne.getByText('Deze kaart blijft in het dossier. Dat is goed.')).toBeVisible()
  })
})

for (const language of ['nl', 'en'] as const) {
  test(`the practice cards of the region are found and read, in ${language === 'nl' ? 'Dutch' : 'English'}`, async ({ region, windows }) => {
    const eva = await windows.open(region, 'paediatrician', { language, path: 'praktijkkaarten' })
    await expect(found(eva, 'Weer leren eten na sondevoeding')).toBeVisible()
    await isFitToBeSeen(eva, 'the practice cards', language)
    await showsItsFocus(eva, 'the practice cards', 25)
    await eva.getByRole('searchbox').fill('lepel')
    await expect(found(eva, 'Een baby die avond aan avond huilde')).toHaveCount(0)
    await found(eva, 'Weer leren eten na sondevoeding').getByRole('link').click()
    await expect(eva.getByRole('heading', { level: 1, name: 'Weer leren eten na sondevoeding' })).toBeVisible()
    await isFitToBeSeen(eva, 'a practice card', language)
  })
}

test('who published a card takes it away, and for everybody else it was never there', async ({ ownRegion, windows }) => {
  const hanne = await windows.open(ownRegion, 'coordinator', { apart: true, path: 'praktijkkaarten' })
  const eva = await windows.open(ownRegion, 'paediatrician', { apart: true, path: 'praktijkkaarten' })
  await found(eva, 'Weer leren eten na sondevoeding').getByRole('link').click()
  await expect(eva.getByRole('region', { name: 'Wat hielp', exact: true })).toBeVisible()
  await found(hanne, 'Weer leren eten na sondevoeding').getByRole('link').click()
  await hanne.getByRole('button', { name: 'Haal de kaart weg' }).click()
  await isFitToBeSeen(hanne, 'taking a card away', 'nl')
  await hanne.getByRole('textbox', { name: 'Waarom?' }).fill('Te herkenbaar')
  await hanne.getByRole('dialog').getByRole('button', { name: 'Haal de kaart weg' }).click()
  await expect(hanne.getByText(/^Weggehaald op .* Te herkenbaar$/)).toBeVisible()
  await eva.reload()
  await expect(eva.getByRole('heading', { level: 1, name: 'Deze kaart is er niet' })).toBeVisible()
  await eva.getByRole('link', { name: 'Alle praktijkkaarten' }).click()
  await expect(found(eva, 'Afscheid nemen in de groep')).toBeVisible()
  await expect(found(eva, 'Weer leren eten na sondevoeding')).toHaveCount(0)
  await hanne.getByRole('link', { name: 'Alle praktijkkaarten' }).click()
  await expect(hanne.getByRole('region', { name: 'Door u weggehaald, of door het gezin' })).toContainText('Te herkenbaar')
})

import type { Page } from '@playwright/test'
import { signIn } from './support/api.ts'
import { isFitToBeSeen, showsItsFocus } from './support/looks.ts'
import { expect, test } from './support/test.ts'
import { familyIdOf } from './support/verhoeven.ts'

/** Tabs on until something has the focus, as who has no mouse does. */
const tabTo = async (page: Page, role: 'radio' | 'button' | 'textbox' | 'combobox', name: string | RegExp): Promise<void> => {
  const wanted = page.getByRole(role, { name })
  for (let step = 0; step < 60 && !await wanted.evaluate((element) => element === document.activeElement); step += 1) await page.keyboard.press('Tab')
  await expect(wanted).toBeFocused()
}

test('a mother asks for another coordinator with the keyboard alone; whom she chose reads it, passes it on, and she reads what was agreed', async ({ ownRegion, windows }) => {
  test.slow()
  const familyId = await familyIdOf(await signIn(ownRegion.url, 'coordinator'))
  const mother = await windows.open(ownRegion, 'mother', { path: 'anders' })
  await test.step('with whom she wants to talk, why, and once more what it means', async () => {
    await expect(mother.getByRole('radio', { name: /Een andere coördinator/ })).toBeVisible()
    // The first of three choices has the focus, and the space bar chooses it.
    await tabTo(mother, 'radio', /Een andere coördinator/)
    await mother.keyboard.press('Space')
    await tabTo(mother, 'combobox', 'Met wie wilt u hierover praten?')
    await mother.keyboard.type('Lotte')
    await tabTo(mother, 'textbox', 'Wilt u zeggen waarom?')
    await mother.keyboard.type('Wij praten langs elkaar heen.')
    await tabTo(mother, 'button', 'Verder')
    await mother.keyboard.press('Enter')
    await expect(mother.getByRole('dialog')).toContainText('Lotte Jansen leest uw vraag en praat er met u over. Pas daarna hoort Hanne de Wit het.')
    await tabTo(mother, 'button', 'Ja, vraag dit')
    await mother.keyboard.press('Enter')
    await expect(mother.getByRole('region', { name: 'U vroeg om een andere coördinator dan Hanne de Wit' })).toContainText('Lotte Jansen leest dit.')
  })
  await test.step('who coordinates and the father hear nothing of it', async () => {
    const father = await windows.open(ownRegion, 'father', { apart: true, path: 'anders' })
    await expect(father.getByRole('radio', { name: /Een andere coördinator/ })).toBeVisible()
    expect(await windows.heardBy(father)).not.toContain('langs elkaar heen')
    const hanne = await windows.open(ownRegion, 'coordinator', { apart: true, path: `gezin/${familyId}/team` })
    await expect(hanne.getByRole('heading', { name: 'Wat ouders vragen' })).toBeVisible()
    expect(await windows.heardBy(hanne)).not.toContain('langs elkaar heen')
  })
  await test.step('whom she chose finds it on her start page, and passes it on', async () => {
    const lotte = await windows.open(ownRegion, 'pedagogical-worker', { apart: true })
    await lotte.getByRole('listitem').filter({ hasText: 'Anouk wil liever een andere coördinator.' }).getByRole('link').click()
    await lotte.getByRole('button', { name: /^Doorgeven aan wie coördineert/ }).click()
    await expect(lotte.getByText('Doorgegeven. Wie coördineert, leest nu wat Anouk vroeg.')).toBeVisible()
  })
  await test.step('who coordinates writes down what was agreed, for her to read', async () => {
    const hanne = await windows.open(ownRegion, 'coordinator', { apart: true, path: `gezin/${familyId}/team` })
    await hanne.getByRole('button', { name: /^Opschrijven wat is afgesproken/ }).click()
    const dialog = hanne.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Het blijft zoals het was' }).check()
    await dialog.getByLabel('In gewone woorden voor Anouk').fill('Wij bellen voortaan eerst, op dinsdag.')
    await dialog.getByRole('button', { name: 'Vastleggen' }).click()
    await expect(hanne.getByText('Vastgelegd. Anouk leest wat is afgesproken.')).toBeVisible()
    await mother.reload()
    await expect(mother.getByText('Wij bellen voortaan eerst, op dinsdag.')).toBeVisible()
  })
})

test('a mother refuses the shared file: an open page loses what others wrote, the team stays, and she takes it back (C-04)', async ({ ownRegion, windows }) => {
  test.slow()
  const familyId = await familyIdOf(await signIn(ownRegion.url, 'coordinator'))
  const lotte = await windows.open(ownRegion, 'pedagogical-worker', { apart: true, path: `gezin/${familyId}` })
  const life = lotte.getByRole('region', { name: 'Levenslijn' })
  await expect(life).toContainText('Start op De Wilgenboom')
  const before = await life.textContent()
  const mother = await windows.open(ownRegion, 'mother', { path: 'delen' })
  await mother.getByRole('link', { name: 'Liever geen gedeeld dossier?' }).click()
  await mother.getByRole('radio', { name: /Geen gedeeld dossier/ }).check()
  await expect(mother.getByText('Uw afspraken en uw hulp blijven.', { exact: false })).toBeVisible()
  await mother.getByRole('button', { name: 'Verder' }).click()
  await mother.getByRole('dialog').getByRole('button', { name: 'Ja, stop met delen' }).click()
  await expect(mother.getByText('Het gedeelde dossier is gestopt. De hulp gaat door.')).toBeVisible()
  await expect.poll(() => life.textContent()).not.toBe(before)
  const hanne = await windows.open(ownRegion, 'coordinator', { apart: true })
  await hanne.getByRole('listitem').filter({ hasText: 'Anouk wil geen gedeeld dossier.' }).getByRole('link').click()
  await hanne.getByRole('button', { name: /^Opschrijven wat is afgesproken/ }).click()
  await hanne.getByRole('dialog').getByLabel('In gewone woorden voor Anouk').fill('Ieder houdt het eigen dossier. Ik bel u elke week.')
  await hanne.getByRole('dialog').getByRole('button', { name: 'Vastleggen' }).click()
  await expect(hanne.getByText('Vastgelegd. Anouk leest wat is afgesproken.')).toBeVisible()
  await mother.reload()
  await expect(mother.getByText('Ieder houdt het eigen dossier. Ik bel u elke week.')).toBeVisible()
  await mother.getByRole('button', { name: 'Ik wil toch weer delen' }).click()
  await mother.getByText('Eerder teruggenomen').click()
  await expect(mother.getByText('U kunt weer delen. Wat u deelde, komt niet vanzelf terug.')).toBeVisible()
})

for (const language of ['nl', 'en'] as const) {
  test(`every screen about asking for somebody else is fit to be seen, in ${language === 'nl' ? 'Dutch' : 'English'}`, async ({ region, windows }) => {
    test.slow()
    const either = (nl: string, en: string): string => language === 'nl' ? nl : en
    const parent = await windows.open(region, 'mother', { language, path: 'anders' })
    for (const name of [either('Een andere coördinator', 'Another coordinator'), either('Een andere hulpverlener', 'Another professional'), either('Geen gedeeld dossier', 'No shared file')]) {
      await parent.getByRole('radio', { name: new RegExp(name) }).check()
      await isFitToBeSeen(parent, name, language)
    }
    await showsItsFocus(parent, 'asking', 20)
    await parent.getByRole('button', { name: either('Verder', 'Next') }).click()
    await expect(parent.getByRole('dialog')).toBeVisible()
    await isFitToBeSeen(parent, 'the question before it is asked', language)

    const page = await windows.open(region, 'coordinator', { language })
    await page.getByRole('listitem').filter({ hasText: 'Bram Dekker' }).getByRole('link').click()
    await expect(page.getByRole('heading', { name: either('Wat ouders vragen', 'What parents ask') })).toBeVisible()
    await isFitToBeSeen(page, 'what parents ask', language)
    for (const name of [either('^Opschrijven wat is afgesproken', '^Write down what was agreed'), either('Noteren wat een ouder vroeg', 'Note what a parent asked')]) {
      await page.getByRole('button', { name: new RegExp(name) }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await isFitToBeSeen(page, name, language)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
}

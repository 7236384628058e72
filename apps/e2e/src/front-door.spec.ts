import type { Page } from '@playwright/test'
import { isFitToBeSeen } from './support/looks.ts'
import { desk, expect, phone, test } from './support/test.ts'

/** Milliseconds of somebody at work: for a tap, and for a key. */
const [aTap, aKey] = [250, 200]
const threeMinutes = 180_000

/** The words of a label, with the hint that may stand beside them. */
const named = (label: string): RegExp => new RegExp(`^${label.replaceAll('?', '\\?')}( mag leeg blijven| Telefoon of e-mail)?$`)

/** Fills in a form as a person does, and counts what it takes. */
const humanOn = (page: Page) => {
  let spent = 0
  const tap = async (what: { click: () => Promise<void> }): Promise<void> => { spent += aTap; await what.click() }
  return {
    type: async (label: string, words: string): Promise<void> => { spent += aTap + words.length * aKey; await page.getByRole('textbox', { name: named(label) }).fill(words) },
    day: async (label: string, day: string): Promise<void> => { spent += aTap + 8 * aKey; await page.getByLabel(label, { exact: true }).fill(day) },
    choose: async (label: string, option: string | { readonly index: number }): Promise<void> => { spent += 2 * aTap; await page.getByRole('combobox', { name: label }).selectOption(option) },
    tick: (name: string) => tap(page.getByRole('checkbox', { name })),
    pick: (name: string) => tap(page.getByRole('radio', { name })),
    press: (name: string) => tap(page.getByRole('button', { name })),
    spent: () => spent,
  }
}

test('a GP without an account refers within three minutes; a specialist weighs it and begins a file; the GP reads what a parent agreed to', async ({ ownRegion, windows }) => {
  test.slow()
  const gp = await (await windows.privateWindow()).newPage()
  await gp.setViewportSize(phone)
  const today = Temporal.Now.plainDateISO('Europe/Amsterdam')
  await gp.goto(`${ownRegion.url}/verwijzen/`)
  await expect(gp.getByRole('heading', { level: 1, name: 'Verwijzen of vragen' })).toBeVisible()

  await test.step('the form is fit to be seen, and a closed tab loses nothing', async () => {
    await expect(gp.getByRole('textbox', { name: 'Voornaam van het kind' })).toBeVisible()
    await isFitToBeSeen(gp, 'the form for referring', 'nl')
    await gp.setViewportSize(phone)
    await gp.getByRole('textbox', { name: 'Naam', exact: true }).fill('Noor Vos')
    await gp.reload()
    await expect(gp.getByRole('textbox', { name: 'Naam', exact: true })).toHaveValue('Noor Vos')
    await gp.getByRole('button', { name: 'Alles weggooien' }).click()
    await expect(gp.getByRole('textbox', { name: 'Naam', exact: true })).toHaveValue('')
  })
  await test.step('who didn’t ask the parents is led to asking without names', async () => {
    await gp.getByRole('radio', { name: 'Nog niet besproken' }).check()
    await gp.getByRole('button', { name: 'Liever zonder namen vragen' }).click()
    await gp.getByRole('textbox', { name: 'Uw vraag' }).fill('Ik zie dat Kick slecht drinkt.')
    await expect(gp.getByText('Dit lijkt op een naam of een gegeven van iemand: Kick.')).toBeVisible()
    await isFitToBeSeen(gp, 'the form for asking', 'nl')
    await gp.setViewportSize(phone)
    await gp.getByRole('radio', { name: 'Een gezin verwijzen' }).check()
  })
  const person = humanOn(gp)
  await test.step('she refers', async () => {
    await person.type('Naam', 'Noor Vos')
    await person.choose('Wat is uw werk?', 'gp')
    await person.type('Praktijk of organisatie', 'Huisartsen Oever')
    await person.type('Hoe bereiken wij u?', '0800 555 0900')
    await person.choose('Bij wie?', { index: 1 })
    await person.type('Voornaam van het kind', 'Kick')
    await person.day('Geboortedatum', today.subtract({ months: 7 }).toString())
    await person.type('Voornaam', 'Lies')
    await person.pick('Ja, en is het ermee eens')
    await person.tick('eten of drinken gaat moeizaam')
    await person.tick('is uitgeput')
    await person.type('Wat vraagt het gezin zelf?', 'Hoe drinkt Kick weer rustig?')
    await person.type('Wat wilt u nog vertellen?', 'Lies komt elke week. Elke fles kost een uur en veel tranen.')
    await person.press('Verwijzing versturen')
    await expect(gp.getByRole('heading', { name: 'De verwijzing is binnen' })).toBeVisible()
    expect(person.spent()).toBeLessThanOrEqual(threeMinutes)
  })
  const receipt = await gp.locator('code').innerText()
  const status = async (): Promise<Page> => {
    const page = await (await windows.privateWindow()).newPage()
    await page.goto(receipt)
    await expect(page.getByRole('heading', { level: 2, name: 'Uw verwijzing bij IMH-praktijk De Schakel' })).toBeVisible()
    return page
  }
  await test.step('her receipt says how it stands, and no name', async () => {
    const page = await status()
    await expect(page.getByText('ontvangen', { exact: true })).toBeVisible()
    await expect(page.locator('body')).not.toContainText(/Kick|Lies/)
    await isFitToBeSeen(page, 'how it stands', 'nl')
  })

  const hanne = await windows.open(ownRegion, 'coordinator', { apart: true, path: 'voordeur' })
  await test.step('the specialist finds it on the board, and opens it', async () => {
    await expect(hanne.getByRole('link', { name: /^Voordeur\s*4 wachten$/ })).toBeVisible()
    await expect(hanne.getByRole('table')).not.toContainText(/Kick|Lies/)
    await isFitToBeSeen(hanne, 'the board', 'nl')
    await hanne.setViewportSize(desk)
    await hanne.getByRole('row').filter({ hasText: 'Huisartsen Oever' }).getByRole('link').click()
    await expect(hanne.getByText('Hoe drinkt Kick weer rustig?')).toBeVisible()
    await isFitToBeSeen(hanne, 'a referral', 'nl')
    await hanne.setViewportSize(desk)
  })
  await test.step('K-02: first an opinion, then a file, with what the GP wrote', async () => {
    await expect(hanne.getByRole('button', { name: 'Dossier beginnen' })).toHaveCount(0)
    await hanne.getByRole('button', { name: 'Oordeel schrijven' }).click()
    await hanne.getByRole('textbox', { name: 'Uw oordeel' }).fill('Drinken is spannend geworden. Samen kijken aan huis past.')
    await hanne.getByRole('button', { name: 'Opslaan' }).click()
    await hanne.getByRole('button', { name: 'Ja of nee van Lies vastleggen' }).click()
    await hanne.getByRole('radio', { name: 'Ja', exact: true }).check()
    await hanne.getByRole('textbox', { name: 'Hoe zei deze ouder dat?' }).fill('Aan de telefoon')
    await hanne.getByRole('button', { name: 'Opslaan' }).click()
    await hanne.getByRole('button', { name: 'Bericht schrijven' }).click()
    await hanne.getByRole('textbox', { name: 'Wat mag de verwijzer weten?' }).fill('Wij komen volgende week aan huis.')
    await hanne.getByRole('button', { name: 'Versturen' }).click()
    await expect(hanne.getByText('Wij komen volgende week aan huis.')).toBeVisible()
    await hanne.getByRole('button', { name: 'Dossier beginnen' }).click()
    await hanne.getByRole('textbox', { name: 'Hoe heet het gezin?' }).fill('Gezin Oever')
    await hanne.getByRole('dialog').getByRole('button', { name: 'Dossier beginnen' }).click()
    await expect(hanne.getByRole('heading', { level: 1, name: 'Gezin Oever' })).toBeVisible()
    await expect(hanne.getByText('Elke fles kost een uur en veel tranen.', { exact: false }).first()).toBeVisible()
  })
  await test.step('the GP reads what a parent agreed to', async () => {
    const page = await status()
    await expect(page.getByText('Wij komen volgende week aan huis.')).toBeVisible()
    await expect(page.getByText('behandeld', { exact: true })).toBeVisible()
  })
})

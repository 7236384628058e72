/** Living plans, by the parents: their week, a pause, an undo for a day, and another moment out of times that are possible. */
import type { Locator, Page } from '@playwright/test'
import { isFitToBeSeen, showsItsFocus } from './support/looks.ts'
import { expect, test } from './support/test.ts'
import { bundlesOf, withVisitConfirmed } from './support/verhoeven.ts'

/** Looks at many screens in each journey. */
test.describe.configure({ timeout: 600_000 })

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** A thumb needs 44 pixels (WCAG 2.5.5); a checkbox or radio may have them on the card around it. */
const fitsAThumb = async (page: Page, what: string): Promise<void> => {
  const small = await page.locator('main').evaluate((main) => [...main.querySelectorAll('button, select, input, textarea, a')].filter((element) => element.getClientRects().length > 0).flatMap((element) => {
    const target = element.closest('label') ?? element
    const { height, width } = target.getBoundingClientRect()
    // A link in a sentence is as high as the sentence.
    const isInText = element.tagName === 'A' && getComputedStyle(element).display === 'inline'
    return height >= 44 && width >= 40 || isInText ? [] : [`${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim()}” ${Math.round(width)}×${Math.round(height)}`]
  }))
  expect.soft(small, what).toEqual([])
}

/** Goes by Tab to a control and presses Enter or space, as somebody without a mouse. */
const pressByKeyboard = async (page: Page, control: Locator, key = 'Enter'): Promise<void> => {
  await control.focus()
  await expect(control).toBeFocused()
  await page.keyboard.press(key)
}

test('a mother tells her week with one thumb: rest that nobody plans in, undone and done again, and kept', async ({ ownRegion, windows }) => {
  const anouk = await windows.open(ownRegion, 'mother', { touch: true, path: 'agenda' })
  await anouk.getByRole('link', { name: /^Ons ritme/ }).tap()
  await expect(heading(anouk, 'Ons ritme')).toBeVisible()
  await anouk.getByText('U', { exact: true }).tap()
  await expect(anouk.getByRole('button', { name: /Middag met Tijn/ })).toContainText('woensdag')
  await expect(anouk.getByText('Alleen u en uw hulpverlener zien dit.', { exact: false })).toBeVisible()
  await isFitToBeSeen(anouk, 'the week of a mother', 'nl')
  await fitsAThumb(anouk, 'the week of a mother')

  await test.step('a part is added from a preset, on other days and a quarter of an hour later', async () => {
    await anouk.getByRole('button', { name: 'Rust: hier komt niets' }).tap()
    const dialog = anouk.getByRole('dialog', { name: 'Rust: hier komt niets' })
    await isFitToBeSeen(anouk, 'a part of a week', 'nl')
    await dialog.getByRole('button', { name: 'woensdag', exact: true }).tap()
    await dialog.getByRole('button', { name: 'Klaar' }).tap()
    await expect(dialog.getByText('Kies ten minste één dag.')).toBeVisible()
    await dialog.getByRole('button', { name: 'donderdag', exact: true }).tap()
    await dialog.getByRole('button', { name: 'Van: een kwartier later' }).tap()
    await dialog.getByRole('textbox', { name: 'Hoe noemt u dit?' }).fill('Wandelen in het bos')
    await dialog.getByRole('button', { name: 'Klaar' }).tap()
    await expect(anouk.getByRole('button', { name: /Wandelen in het bos/ })).toContainText('13.15 tot 15.00 uur')
  })
  await test.step('it is undone, and done again; it is kept when the page closes', async () => {
    await anouk.getByRole('button', { name: /Rust voor Anouk/ }).tap()
    await anouk.getByRole('button', { name: 'Haal dit weg' }).tap()
    await expect(anouk.getByRole('button', { name: /Rust voor Anouk/ })).toHaveCount(0)
    await anouk.getByRole('button', { name: 'Maak ongedaan' }).tap()
    await expect(anouk.getByRole('button', { name: /Rust voor Anouk/ })).toBeVisible()
    await expect(anouk.getByText('Uw tekst is bewaard.')).toBeVisible()
    await anouk.reload()
    await anouk.getByText('U', { exact: true }).tap()
    await expect(anouk.getByRole('button', { name: /Wandelen in het bos/ })).toBeVisible()
  })
  await test.step('it is saved, and nothing asks to be saved any more', async () => {
    await anouk.getByRole('button', { name: 'Bewaar deze week' }).tap()
    await expect(anouk.getByText('Deze week is bewaard.', { exact: false })).toBeVisible()
    await expect(anouk.getByRole('button', { name: 'Bewaar deze week' })).toHaveCount(0)
  })
  await test.step('the father reads nothing of it', async () => {
    const joost = await windows.open(ownRegion, 'father', { apart: true, path: 'ons-ritme' })
    await joost.getByText('U', { exact: true }).click()
    await expect(joost.getByRole('button', { name: /Werk van Joost/ })).toBeVisible()
    expect(await windows.heardBy(joost)).not.toContain('Wandelen in het bos')
    await expect(joost.getByText('Anouk', { exact: true })).toHaveCount(0)
  })
})

test('two parents change the week of their child at once, by keyboard too, and neither loses a word', async ({ ownRegion, windows }) => {
  const anouk = await windows.open(ownRegion, 'mother', { path: 'ons-ritme' })
  const joost = await windows.open(ownRegion, 'father', { apart: true, path: 'ons-ritme' })
  for (const [page, times] of [[joost, 2], [anouk, 1]] as const) {
    await pressByKeyboard(page, page.getByRole('button', { name: /Middagslaap/ }))
    const dialog = page.getByRole('dialog', { name: 'Middagslaap' })
    for (let time = 0; time < times; time += 1) await pressByKeyboard(page, dialog.getByRole('button', { name: 'Tot: een kwartier later' }))
    await pressByKeyboard(page, dialog.getByRole('button', { name: 'Klaar' }))
    await expect(dialog).toHaveCount(0)
  }
  await showsItsFocus(anouk, 'the week of a child', 12)
  await pressByKeyboard(anouk, anouk.getByRole('button', { name: 'Bewaar deze week' }))
  await expect(anouk.getByText('Deze week is bewaard.', { exact: false })).toBeVisible()
  // His open page hears of it, before he saves.
  const conflict = joost.getByRole('alert')
  await expect(conflict.getByRole('heading', { name: 'Iemand anders was net iets eerder' })).toBeVisible()
  await expect(conflict).toContainText('12.30 tot 14.15 uur')
  await expect(joost.getByRole('button', { name: /Middagslaap/ })).toContainText('12.30 tot 14.30 uur')
  await isFitToBeSeen(joost, 'two weeks to choose from', 'nl')
  await conflict.getByRole('button', { name: 'Bewaar mijn week' }).click()
  await expect(joost.getByText('Deze week is bewaard.', { exact: false })).toBeVisible()
  await anouk.reload()
  await expect(anouk.getByRole('button', { name: /Middagslaap/ })).toContainText('12.30 tot 14.30 uur')
})

test('what a family wants to carry is said in plain words', async ({ ownRegion, windows }) => {
  const joost = await windows.open(ownRegion, 'father', { path: 'ons-ritme' })
  await joost.getByText('Samen', { exact: true }).click()
  await joost.getByRole('combobox', { name: 'Hoeveel bezoeken in een week?' }).selectOption('hooguit 1')
  await joost.getByText('Ja, meestal wel').click()
  await joost.evaluate(() => { scrollTo(0, 0) })
  await isFitToBeSeen(joost, 'what a family wants to carry', 'nl')
  await joost.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await expect(joost.getByText('Dit is bewaard. Wij houden ons eraan.')).toBeVisible()
  await joost.reload()
  await joost.getByText('Samen', { exact: true }).click()
  await expect(joost.getByRole('combobox', { name: 'Hoeveel bezoeken in een week?' })).toHaveValue('1')
})

test('a father asks for a pause and a calm week; the specialist sees it and ends it', async ({ ownRegion, windows }) => {
  const joost = await windows.open(ownRegion, 'father', { path: 'rustiger' })
  await expect(heading(joost, 'Even rustiger')).toBeVisible()
  await joost.getByRole('button', { name: 'Begin de pauze' }).click()
  await expect(joost.getByText('Kies eerst hoe lang.')).toBeVisible()
  await joost.getByText('Twee weken', { exact: true }).click()
  await joost.getByRole('combobox', { name: 'Waarom?' }).selectOption({ label: 'Wij willen tijd voor elkaar' })
  await isFitToBeSeen(joost, 'a calmer pace', 'nl')
  await fitsAThumb(joost, 'a calmer pace')
  await joost.getByRole('button', { name: 'Begin de pauze' }).click()
  await expect(joost.getByText(/^Op .* vraagt Hanne hoe het gaat\. Eerder begint er niets\.$/)).toBeVisible()
  await isFitToBeSeen(joost, 'a pause that holds', 'nl')
  await joost.getByRole('checkbox', { name: 'Volgende week' }).check()
  await expect(joost.getByText('Dat is bewaard.')).toBeVisible()

  const hanne = await windows.open(ownRegion, 'coordinator', { path: 'gezinnen' })
  await hanne.getByRole('link', { name: 'Gezin Verhoeven' }).first().click()
  const wishes = hanne.getByRole('region', { name: 'Afspraken en wensen' })
  await expect(wishes.getByText(/^Pauze sinds /)).toBeVisible()
  const rest = hanne.getByRole('region', { name: 'Dit gezin heeft een pauze' })
  await expect(rest.getByText('Zij willen tijd voor elkaar. Joost vroeg het.')).toBeVisible()
  await isFitToBeSeen(hanne, 'a family that rests', 'nl')
  await rest.getByRole('button', { name: 'Stop de pauze' }).click()
  await hanne.getByRole('button', { name: 'Ja, het gezin is er weer aan toe' }).click()
  await expect(rest).toHaveCount(0)
  await expect(wishes.getByText(/^Rustige weken/)).toBeVisible()
  await hanne.getByRole('button', { name: 'Maak de komende twee weken rustiger' }).click()
  await expect(hanne.getByText('De komende twee weken wordt er hooguit één bezoek per week gepland.')).toBeVisible()

  await test.step('the mother sees that the pause is over, and who asked for it stands nowhere', async () => {
    const anouk = await windows.open(ownRegion, 'mother', { apart: true, path: 'rustiger' })
    await expect(anouk.getByRole('button', { name: 'Begin de pauze' })).toBeVisible()
    await expect(anouk.getByRole('checkbox', { name: 'Volgende week' })).toBeChecked()
  })
})

test('a mother drops a stop and takes it back the same day: every calendar has it again', async ({ ownRegion, windows }) => {
  const { coordinator, familyId } = await withVisitConfirmed(ownRegion)
  const anouk = await windows.open(ownRegion, 'mother', { path: 'agenda' })
  await anouk.getByRole('link', { name: /Kinderarts/ }).click()
  await anouk.getByRole('group').filter({ hasText: 'Iets veranderen aan: Kinderarts' }).getByText('Iets veranderen', { exact: true }).click()
  await anouk.getByRole('button', { name: 'Deze afspraak laten vallen' }).click()
  await anouk.getByRole('button', { name: 'Ja, laat maar vallen' }).click()
  await expect(anouk.getByText(/^U kunt dit nog terugdraaien, tot /)).toBeVisible()
  await isFitToBeSeen(anouk, 'a visit of which a stop was dropped', 'nl')

  await test.step('the way back stands in the agenda too, and for nobody else', async () => {
    await anouk.getByRole('link', { name: 'Agenda' }).click()
    await expect(anouk.getByRole('region', { name: 'Net afgezegd' })).toContainText('Kinderarts')
    await isFitToBeSeen(anouk, 'the agenda with something dropped', 'nl')
    const joost = await windows.open(ownRegion, 'father', { apart: true, path: 'agenda' })
    await expect(heading(joost, 'Agenda')).toBeVisible()
    await expect(joost.getByRole('region', { name: 'Net afgezegd' })).toHaveCount(0)
  })
  await anouk.getByRole('button', { name: 'Maak ongedaan: Kinderarts' }).click()
  await expect(anouk.getByRole('region', { name: 'Net afgezegd' })).toHaveCount(0)
  await anouk.getByRole('link', { name: /Kinderarts/ }).click()
  await expect(anouk.getByText('Staat vast')).toBeVisible()
  const parts = (await bundlesOf(coordinator, familyId)).flatMap((bundle) => bundle.parts).filter(({ label, date }) => label === 'Kinderarts' && date > Temporal.Now.plainDateISO('Europe/Amsterdam').toString())
  expect(parts.map(({ status }) => status)).toEqual(['CONFIRMED'])
})

test('a mother chooses another time out of those that are possible, with one tap, and the specialist reads which', async ({ ownRegion, windows }) => {
  const { familyId } = await withVisitConfirmed(ownRegion)
  const anouk = await windows.open(ownRegion, 'mother', { path: 'agenda' })
  await anouk.getByRole('link', { name: /Kinderarts/ }).click()
  await anouk.getByRole('group').filter({ hasText: 'Iets veranderen aan: Kinderarts' }).getByText('Iets veranderen', { exact: true }).click()
  await anouk.getByRole('link', { name: 'Ik wil een ander moment' }).click()
  const offered = anouk.getByRole('region', { name: 'Deze tijden kunnen ook' })
  await expect(offered.getByRole('button').first()).toBeVisible()
  expect(await offered.getByRole('button').count()).toBeLessThanOrEqual(5)
  await isFitToBeSeen(anouk, 'other times to choose from', 'nl')
  await fitsAThumb(anouk, 'other times to choose from')
  const day = await offered.getByRole('button').first().locator('b').textContent() ?? ''
  await offered.getByRole('button').first().click()
  await expect(heading(anouk, 'Dank u. Wij zoeken een ander moment.')).toBeVisible()

  const hanne = await windows.open(ownRegion, 'coordinator', { path: `gezin/${familyId}` })
  await expect(hanne.getByRole('region', { name: 'Afspraken en wensen' }).getByText(`Vraagt om ${day}`, { exact: false })).toBeVisible()
})

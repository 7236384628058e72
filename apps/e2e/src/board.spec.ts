import type { Page } from '@playwright/test'
import { signIn } from './support/api.ts'
import { isFitToBeSeen, showsItsFocus } from './support/looks.ts'
import { expect, test } from './support/test.ts'
import { bundlesOf, familyIdOf, familyName, proposalsOf, sayYes } from './support/verhoeven.ts'

const row = (page: Page) => page.getByRole('row', { name: new RegExp(familyName) })
const tray = (page: Page) => page.getByRole('region', { name: /^(Nog te plannen|Still to plan)$/ })
const wish = (page: Page, label: string) => tray(page).getByRole('listitem').filter({ hasText: label }).last()
const panel = (page: Page) => page.getByRole('region', { name: `Ontwerp voor ${familyName}` })

/** The day of the family on which a wish that is held may be put down: the first one, a week further when this week has none. */
const allowedDay = (page: Page) => row(page).locator('td[data-may="allowed"]').first()

test('the specialist plans by hand with the mouse: refused where a rule stands in the way, placed where it may be, undone, proposed, agreed to', async ({ ownRegion, windows }) => {
  test.slow()
  const hanne = await windows.open(ownRegion, 'coordinator')
  await hanne.getByRole('link', { name: 'Planbord' }).click()
  await expect(row(hanne)).toBeVisible()
  const caller = await signIn(ownRegion.url, 'coordinator')
  const familyId = await familyIdOf(caller)

  await test.step('a wish that is held shows where it may go and where not, and a rule is named', async () => {
    await hanne.getByLabel('Ga naar').fill((await firstAllowed(hanne)))
    await wish(hanne, 'Kinderneuroloog').hover()
    await hanne.mouse.down()
    await over(hanne, row(hanne).getByRole('cell').first())
    await expect(allowedDay(hanne)).toBeVisible()
    const refused = row(hanne).locator('td[data-may="refused"]').first()
    await over(hanne, refused)
    await expect(hanne.getByRole('status').filter({ hasText: /^Kinderneuroloog, .*: .+\.$/ })).toBeVisible()
    await hanne.mouse.up()
    await expect(hanne.getByText('ontwerp', { exact: true })).toHaveCount(0)
  })

  await test.step('it is put down where it may be, and nothing is saved', async () => {
    await wish(hanne, 'Kinderneuroloog').hover()
    await hanne.mouse.down()
    await over(hanne, row(hanne).getByRole('cell').first())
    await expect(allowedDay(hanne)).toBeVisible()
    await over(hanne, allowedDay(hanne))
    await hanne.mouse.up()
    await expect(row(hanne).getByText('ontwerp', { exact: true })).toHaveCount(1)
    await expect(panel(hanne)).toContainText('Dit kan: geen regel staat in de weg.')
    await expect(panel(hanne).getByRole('row', { name: /^Reisdagen 0 \d+ ↓?\s?1$/ })).toBeVisible()
    expect(await proposalsOf(caller, familyId)).toEqual([])
  })

  await test.step('one step back and forward again', async () => {
    await panel(hanne).getByRole('button', { name: /^Maak ongedaan/ }).click()
    await expect(row(hanne).getByText('ontwerp', { exact: true })).toHaveCount(0)
    await panel(hanne).getByRole('button', { name: 'Toch wel' }).click()
    await expect(row(hanne).getByText('ontwerp', { exact: true })).toHaveCount(1)
  })

  await test.step('the draft is there after the page was closed', async () => {
    await expect(hanne.getByText('Concept bewaard.')).toBeVisible()
    await hanne.reload()
    await expect(row(hanne).getByText('ontwerp', { exact: true })).toHaveCount(1)
  })

  await test.step('beside the planner’s best, in words what differs', async () => {
    await panel(hanne).getByRole('button', { name: 'Zoek het beste van de planner' }).click()
    await expect(panel(hanne).getByRole('columnheader', { name: 'beste van de planner' })).toBeVisible()
    await panel(hanne).getByRole('button', { name: 'Vergelijk twee plannen' }).click()
    await expect(panel(hanne).getByRole('region', { name: 'Vergelijk twee plannen' })).toContainText(/wens(en)? sta(at|an) anders\./)
  })

  await test.step('it becomes a proposal, both parents say yes, and the board shows that it stands, without a reload', async () => {
    await panel(hanne).getByRole('button', { name: 'Voorstel maken' }).click()
    await hanne.getByLabel('Kies dit voorstel').check()
    await hanne.getByRole('button', { name: 'Stuur naar ouders' }).click()
    await hanne.getByRole('dialog').getByRole('button', { name: 'Stuur naar ouders' }).click()
    await expect(row(hanne)).toContainText('voorgesteld')
    await expect(row(hanne)).toContainText('Antwoord van Anouk')
    const [proposal] = await proposalsOf(caller, familyId)
    for (const persona of ['mother', 'father'] as const) await sayYes(await signIn(ownRegion.url, persona), familyId, proposal?.id ?? '')
    await expect(row(hanne)).toContainText('staat vast')
    expect((await bundlesOf(caller, familyId)).length).toBeGreaterThan(0)
  })
})

test('the same with the keyboard only', async ({ ownRegion, windows }) => {
  const hanne = await windows.open(ownRegion, 'coordinator', { path: 'planner' })
  await expect(row(hanne)).toBeVisible()
  await wish(hanne, 'Kinderneuroloog').getByRole('button').focus()
  await hanne.keyboard.press('Enter')
  const question = hanne.getByRole('dialog', { name: 'Plaats Kinderneuroloog' })
  await expect(question.getByLabel('Dag')).toBeVisible()
  const day = await question.getByLabel('Dag').inputValue()
  await question.getByLabel('Met wie').focus()
  // Enter in the last question carries it out, as a press of the button does.
  await question.getByRole('button', { name: 'Zet in het ontwerp' }).focus()
  await hanne.keyboard.press('Enter')
  await expect(hanne.getByRole('status').filter({ hasText: 'Kinderneuroloog staat in het ontwerp' })).toBeVisible()
  await hanne.getByLabel('Ga naar').fill(day)
  const change = row(hanne).getByRole('button', { name: 'Wijzig Kinderneuroloog' })
  await change.focus()
  await hanne.keyboard.press('Enter')
  await expect(hanne.getByRole('menuitem', { name: 'Verplaats…' })).toBeFocused()
  await hanne.keyboard.press('ArrowDown')
  await hanne.keyboard.press('Enter')
  await expect(change).toHaveCount(0)
  await panel(hanne).getByRole('button', { name: 'Toch wel' }).or(hanne.getByRole('link', { name: 'Planbord' })).first().focus()
  await hanne.keyboard.press('Control+z')
  await expect(change).toBeVisible()
  // A draft that was just changed is judged first.
  await expect(panel(hanne).getByRole('button', { name: 'Voorstel maken' })).toBeEnabled()
  await panel(hanne).getByRole('button', { name: 'Voorstel maken' }).focus()
  await hanne.keyboard.press('Enter')
  await expect(hanne.getByLabel('Kies dit voorstel')).toBeVisible()
})

test('the same with a finger, on a tablet: nothing needs to be dragged', async ({ ownRegion, windows }) => {
  const hanne = await windows.open(ownRegion, 'coordinator', { touch: true, path: 'planner' })
  await hanne.setViewportSize({ width: 1024, height: 768 })
  await wish(hanne, 'Kinderneuroloog').getByRole('button').tap()
  const question = hanne.getByRole('dialog', { name: 'Plaats Kinderneuroloog' })
  const day = await question.getByLabel('Dag').inputValue()
  await question.getByRole('button', { name: 'Zet in het ontwerp' }).tap()
  await expect(hanne.getByRole('status').filter({ hasText: 'Kinderneuroloog staat in het ontwerp' })).toBeVisible()
  await hanne.getByLabel('Ga naar').fill(day)
  const change = row(hanne).getByRole('button', { name: 'Wijzig Kinderneuroloog' })
  await change.tap()
  await hanne.getByRole('menuitem', { name: 'Haal uit het ontwerp' }).tap()
  await expect(change).toHaveCount(0)
  await panel(hanne).getByRole('button', { name: /^Maak ongedaan/ }).tap()
  await expect(change).toBeVisible()
  await panel(hanne).getByRole('button', { name: 'Voorstel maken' }).tap()
  await hanne.getByLabel('Kies dit voorstel').tap()
  await expect(hanne.getByLabel('Kies dit voorstel')).toBeChecked()
})

for (const language of ['nl', 'en'] as const) {
  test(`the board as it is seen, in ${language}`, async ({ ownRegion, windows }) => {
    test.slow()
    const page = await windows.open(ownRegion, 'coordinator', { language, path: 'planner' })
    await expect(tray(page)).toBeVisible()
    await showsItsFocus(page, 'the board', 25)
    await wish(page, 'Kinderneuroloog').getByRole('button').click()
    await expect(page.getByRole('dialog').getByRole('combobox').first()).toBeVisible()
    await isFitToBeSeen(page, 'where a wish may go', language)
    await page.getByRole('dialog').getByRole('button').first().click()
    await expect(page.getByRole('button', { name: /^(Voorstel maken|Make a proposal)$/ })).toBeEnabled()
    await page.getByRole('button', { name: /^(Vergelijk twee|Compare two)/ }).click()
    await isFitToBeSeen(page, 'the board with a draft', language)
    for (const summary of await page.getByRole('button', { name: /^(Toon als lijst|Show as list)/ }).all()) await summary.click()
    await isFitToBeSeen(page, 'the board with its lists', language)
    await page.getByRole('button', { name: /^(Hulpverleners|Professionals)$/ }).click()
    await page.getByRole('button', { name: /^(Maand|Month)$/ }).click()
    await expect(page.getByRole('columnheader').nth(20)).toBeAttached()
    await isFitToBeSeen(page, 'professionals in a month', language)
  })
}

/** Moves what is held over something, in small steps as a hand does. */
const over = async (page: Page, place: ReturnType<typeof row>): Promise<void> => {
  const box = await place.boundingBox()
  if (box === null) throw new Error('nothing there')
  await page.mouse.move(box.x + box.width / 2, box.y + 16, { steps: 5 })
  await page.mouse.move(box.x + box.width / 2 + 2, box.y + 18, { steps: 2 })
}

/** The first day on which the neurologist is possible, as the dialog says it. */
const firstAllowed = async (page: Page): Promise<string> => {
  await wish(page, 'Kinderneuroloog').getByRole('button').click()
  const day = await page.getByRole('dialog').getByLabel('Dag').inputValue()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  return day
}

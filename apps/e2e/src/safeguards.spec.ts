import { signIn } from './support/api.ts'
import { expect, test } from './support/test.ts'
import { familyIdOf } from './support/verhoeven.ts'

const inAYear = (days: number): string => Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days }).toString()

test('a part of the file is shielded from the father, who finds it nowhere, and given back', async ({ ownRegion, windows }) => {
  const familyId = await familyIdOf(await signIn(ownRegion.url, 'coordinator'))
  const father = await signIn(ownRegion.url, 'father'), mother = await signIn(ownRegion.url, 'mother')
  const everything = 'query ($id: ID!) { family(id: $id) { contributions(first: 50) { nodes { situation } } changes { text } } }'
  expect(await father.raw(everything, { id: familyId })).toContain('klapte Sem mee')

  const page = await windows.open(ownRegion, 'coordinator', { path: `gezin/${familyId}` })
  await page.getByRole('button', { name: /^Wie ziet dit\? *: Bij het liedje/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Wie?').selectOption('Joost')
  await dialog.getByLabel('Waarom?').fill('Hij vroeg om rust rond dit onderwerp.')
  await dialog.getByLabel('Opnieuw bekijken op').fill(inAYear(30))
  await dialog.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(page.getByText('Vastgelegd. Het staat bij Gezag en bescherming.')).toBeVisible()
  expect(await father.raw(everything, { id: familyId })).not.toContain('klapte Sem mee')
  expect(await mother.raw(everything, { id: familyId })).toContain('klapte Sem mee')

  await page.getByRole('link', { name: 'Gezag en bescherming' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gezag en bescherming: Gezin Verhoeven')
  await page.getByRole('button', { name: /^Opheffen *: Afgeschermd voor Joost/ }).click()
  await page.getByRole('dialog').getByLabel('Waarom?').fill('Besproken met hem.')
  await page.getByRole('dialog').getByRole('button', { name: 'Opheffen' }).click()
  await expect(page.getByText('Eerdere maatregelen')).toBeVisible()
  expect(await father.raw(everything, { id: familyId })).toContain('klapte Sem mee')
})

test('a loss of authority that becomes known late is recorded by keyboard, and what was read meanwhile is gone through', async ({ ownRegion, windows }) => {
  const familyId = await familyIdOf(await signIn(ownRegion.url, 'coordinator'))
  const father = await signIn(ownRegion.url, 'father')
  await father.raw('query ($id: ID!) { family(id: $id) { goals { title } } }', { id: familyId })
  const open = await windows.open(ownRegion, 'father', { path: 'plan' })
  await expect(open.getByText('Als Sem schrikt, wordt hij bij u weer rustig.').first()).toBeVisible()
  const page = await windows.open(ownRegion, 'coordinator', { path: `gezin/${familyId}/bescherming` })
  await page.getByRole('button', { name: 'Gezag vastleggen' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Wie?').selectOption('Joost')
  await dialog.getByLabel('Wat geldt er?').selectOption('geen gezag')
  await dialog.getByLabel('Waarop berust dat?').selectOption('uitspraak van de rechter')
  await dialog.getByLabel('Waar is het gelezen?').selectOption('rechter')
  await dialog.getByLabel('Vanaf', { exact: true }).fill(inAYear(-3))
  await dialog.getByRole('button', { name: 'Opslaan' }).press('Enter')
  await expect(page.getByText('Joost: geen gezag', { exact: true })).toBeVisible()
  // His open page loses at once what is the child's, without a touch.
  await expect(open.getByText('Als Sem schrikt, wordt hij bij u weer rustig.')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Gelezen zonder gezag' })).toBeVisible()
  await expect(page.getByText(/las over het plan voor Sem/)).toBeVisible()
  await page.getByRole('button', { name: 'Doorgenomen' }).click()
  await page.getByRole('dialog').getByLabel('Uw bevinding').fill('Hij keek alleen naar de doelen.')
  await page.getByRole('dialog').getByRole('button', { name: 'Doorgenomen' }).click()
  await expect(page.getByText(/Hij keek alleen naar de doelen/)).toBeVisible()
})

import { isFitToBeSeen, showsItsFocus } from './support/looks.ts'
import { expect, test } from './support/test.ts'
import { bundlesOf, familyName, withVisitConfirmed } from './support/verhoeven.ts'

test('the specialist plans her families together, comes back to it, and sends each family its own', async ({ ownRegion, windows }) => {
  test.slow()
  const hanne = await windows.open(ownRegion, 'coordinator')
  await hanne.getByRole('link', { name: 'Planbord' }).click()
  await hanne.getByRole('link', { name: 'Plan gezinnen samen' }).click()
  await expect(hanne.getByRole('group', { name: 'Welke gezinnen' })).toBeVisible()
  await isFitToBeSeen(hanne, 'the choice of families', 'nl')
  await showsItsFocus(hanne, 'the choice of families', 14)
  await hanne.getByRole('button', { name: /^Zoek een plan voor \d+ gezin/ }).press('Enter')
  await expect(hanne).toHaveURL(/[?]plan=/)
  await hanne.reload()
  const own = hanne.getByRole('row').filter({ has: hanne.getByRole('rowheader', { name: familyName }) })
  await expect(own).toContainText('→', { timeout: 100_000 })
  await isFitToBeSeen(hanne, 'the plans of several families', 'nl')

  await own.getByRole('button', { name: `Verstuur het voorstel aan ${familyName}` }).press('Enter')
  await hanne.getByRole('dialog', { name: 'Dit voorstel versturen?' }).getByRole('button', { name: 'Stuur naar ouders' }).press('Enter')
  await expect(own.getByText('verstuurd', { exact: true })).toBeVisible()
  const anouk = await windows.open(ownRegion, 'mother')
  await expect(anouk.getByRole('button', { name: 'Ja, dit past' })).toBeVisible()
})

test('an appointment falls away: only that one moves, and the mother reads from when to when', async ({ ownRegion, windows }) => {
  test.slow()
  const { coordinator, familyId } = await withVisitConfirmed(ownRegion)
  const part = (await bundlesOf(coordinator, familyId)).flatMap(({ parts }) => parts).filter(({ status }) => status === 'CONFIRMED').sort((a, b) => a.date.localeCompare(b.date))[0]
  const hanne = await windows.open(ownRegion, 'coordinator')
  await hanne.goto(`${ownRegion.url}/desk/gezin/${familyId}/planner`)
  await hanne.getByText('Er valt iets weg').click()
  await hanne.getByRole('group', { name: 'Dit kan niet doorgaan' }).getByRole('checkbox', { name: new RegExp(part?.label ?? '') }).first().check()
  await isFitToBeSeen(hanne, 'what falls away', 'nl')
  await hanne.getByRole('button', { name: 'Plan opnieuw met zo min mogelijk verschuivingen' }).press('Enter')
  const card = hanne.getByRole('article', { name: /Voorstel 1/ })
  await expect(card).toContainText(`${part?.label ?? ''}: nu `)
  await isFitToBeSeen(hanne, 'what moves and what stays', 'nl')
  await card.getByLabel('Kies dit voorstel').check()
  await hanne.getByRole('button', { name: 'Stuur naar ouders' }).first().press('Enter')
  await hanne.getByRole('dialog').getByRole('button', { name: 'Stuur naar ouders' }).press('Enter')
  const anouk = await windows.open(ownRegion, 'mother')
  await expect(anouk.getByText(`${part?.label ?? ''}: nu `)).toBeVisible()
  await isFitToBeSeen(anouk, 'a proposal that moves something', 'nl')
})

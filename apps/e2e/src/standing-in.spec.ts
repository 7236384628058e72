import { signIn } from './support/api.ts'
import { expect, test } from './support/test.ts'
import { familyIdOf } from './support/verhoeven.ts'

/** A family that somebody else coordinates; the specialist stands in. */
const theirs = 'Gezin El Amrani'

test('who stands in for the coordinator words the question, and finds the planner, the meetings and the invitations (K-01)', async ({ ownRegion, windows }) => {
  const hanne = await windows.open(ownRegion, 'coordinator', { path: `gezin/${await familyIdOf(await signIn(ownRegion.url, 'coordinator'), theirs)}` })
  const pages = hanne.getByRole('navigation', { name: `Pagina’s van ${theirs}` })
  await expect(pages.getByRole('link', { name: 'Planner' })).toBeVisible()

  await test.step('the question of the plan is hers to word', async () => {
    await hanne.getByRole('button', { name: 'Vraag wijzigen' }).click()
    await hanne.getByRole('textbox', { name: 'De vraag die wij samen beantwoorden' }).fill('Wat helpt Yasmina om ook op de groep te slapen, en wie waakt er?')
    await hanne.getByRole('button', { name: 'Opslaan', exact: true }).click()
    await expect(hanne.getByText('en wie waakt er?')).toBeVisible()
  })
  await test.step('she convenes meetings and invites', async () => {
    await pages.getByRole('link', { name: 'Overleg' }).click()
    await expect(hanne.getByRole('button', { name: 'Overleg bijeenroepen' })).toBeVisible()
    await pages.getByRole('link', { name: 'Toestemmingen' }).click()
    await expect(hanne.getByRole('button', { name: 'Vraag iemand erbij' })).toBeVisible()
  })
  await test.step('somebody else of the team finds none of that', async () => {
    const lotte = await windows.open(ownRegion, 'pedagogical-worker', { apart: true, path: new URL(hanne.url()).pathname.replace(/^\/desk\//, '').replace(/\/[^/]*$/, '') })
    await expect(lotte.getByRole('heading', { level: 1, name: theirs })).toBeVisible()
    await expect(lotte.getByRole('button', { name: 'Vraag wijzigen' })).toHaveCount(0)
    await expect(lotte.getByRole('navigation', { name: `Pagina’s van ${theirs}` }).getByRole('link', { name: 'Planner' })).toHaveCount(0)
  })
})

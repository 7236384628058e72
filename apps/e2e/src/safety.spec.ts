import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { signIn } from './support/api.ts'
import type { Instance } from './support/instance.ts'
import { expect, test } from './support/test.ts'
import { familyIdOf } from './support/verhoeven.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Goes to what is named with the keyboard, from wherever the focus is. */
const focus = async (page: Page, role: 'link' | 'button' | 'textbox' | 'combobox' | 'checkbox' | 'radio', name: RegExp | string): Promise<void> => {
  const target = page.getByRole(role, { name }).first()
  await expect(target).toBeVisible()
  for (let steps = 0; steps < 120; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard doesn't reach ${String(name)}`)
}
const press = async (page: Page, role: 'link' | 'button', name: RegExp | string): Promise<void> => {
  await focus(page, role, name)
  await page.keyboard.press('Enter')
}

test('S-01, S-04: a worry about safety is written down and worked at with the keyboard only, and nobody else finds it', async ({ ownRegion, windows }) => {
  const familyId = await familyIdOf(await signIn(ownRegion.url, 'coordinator'))
  const lotte = await windows.open(ownRegion, 'pedagogical-worker', { path: `gezin/${familyId}` })
  await expect(heading(lotte)).toHaveText('Gezin Verhoeven')
  await press(lotte, 'link', 'Een zorg om veiligheid')
  await focus(lotte, 'textbox', 'Wat zag en hoorde u?')
  await lotte.keyboard.type('Sem schrok van een harde stem.')
  await press(lotte, 'button', 'Vastleggen')

  await expect(heading(lotte)).toHaveText('Veiligheid')
  await expect(lotte.getByRole('heading', { name: 'Stap 2 van 5: overleg' })).toBeVisible()
  await expect(lotte.getByText('Een plan voor veiligheid maken')).toBeVisible()
  await focus(lotte, 'textbox', 'Wat is er besproken, en wat kwam eruit?')
  await lotte.keyboard.type('Eerst met de ouders praten.')
  await press(lotte, 'button', 'Stap vastleggen')
  await expect(lotte.getByRole('heading', { name: 'Stap 3 van 5: gesprek met de ouders' })).toBeVisible()

  const hanne = await windows.open(ownRegion, 'coordinator', { apart: true, path: `gezin/${familyId}` })
  await expect(heading(hanne)).toHaveText('Gezin Verhoeven')
  await expect(hanne.getByRole('link', { name: 'Veiligheid', exact: true })).toHaveCount(0)
  await hanne.goto(`${ownRegion.url}/desk/gezin/${familyId}/veiligheid`)
  await expect(heading(hanne)).toBeVisible()
  const words = await hanne.getByRole('main').innerText()
  await hanne.goto(`${ownRegion.url}/desk/gezin/00000000-0000-4000-8000-000000000000`)
  await expect(heading(hanne)).toBeVisible()
  expect(await hanne.getByRole('main').innerText(), 'as a family that is not there').toBe(words)
  expect(await windows.heardBy(hanne)).not.toContain('harde stem')
})

/** As if everybody who is signed in had proven who they are ten minutes ago. */
const proofsAreOld = ({ environment }: Instance): void => {
  const state = new DatabaseSync(join(environment['SAMENSPEL_DATA'] ?? '', 'state.sqlite'))
  state.exec('PRAGMA busy_timeout = 5000')
  state.prepare('UPDATE session_proof SET proven_at = ?').run(new Date(Date.now() - 600_000).toISOString())
  state.close()
}

test('L-10: a record is opened in an emergency by who proves anew who they are, the coordinator is told, and the privacy officer reviews it', async ({ ownRegion, windows }) => {
  const officer = await signIn(ownRegion.url, 'privacy-officer')
  const coordinator = await signIn(ownRegion.url, 'coordinator')
  const { families: { nodes } } = await coordinator.ask<{ families: { nodes: readonly { id: string; name: string; members: readonly { birthDate: string | null; isIndexChild: boolean }[] }[] } }>('{ families(first: 50) { nodes { id name members { birthDate isIndexChild } } } }')
  const family = nodes.find(({ name }) => name.includes('El Amrani'))
  const { accessLogCases } = await officer.ask<{ accessLogCases: { nodes: readonly { id: string; number: string }[] } }>('{ accessLogCases(first: 100) { nodes { id number } } }')

  const eva = await windows.open(ownRegion, 'paediatrician')
  await eva.getByRole('link', { name: 'Noodtoegang' }).click()
  await eva.getByLabel('Zaaknummer').fill(accessLogCases.nodes.find(({ id }) => id === family?.id)?.number ?? '')
  await eva.getByLabel('Geboortedatum van het kind').fill(family?.members.find(({ isIndexChild }) => isIndexChild)?.birthDate ?? '')
  await eva.getByText('Iemand is in levensgevaar').click()
  await eva.getByLabel('Wat is er aan de hand?').fill('Ligt op de spoed.')
  await test.step('her second factor was long ago: nothing opens before it was given anew, and what she filled in is still there', async () => {
    proofsAreOld(ownRegion)
    await eva.getByRole('button', { name: 'Dossier openen' }).click()
    await expect(eva.getByText(/^Bevestig eerst opnieuw dat u het bent/)).toBeVisible()
    await expect(eva.getByRole('link', { name: 'Gezin El Amrani' })).toHaveCount(0)
    await eva.getByRole('link', { name: 'Bevestig dat u het bent' }).click()
    await eva.getByRole('button', { name: 'Ik ben Eva Smit' }).click()
    await expect(eva.getByLabel('Wat is er aan de hand?')).toHaveValue('Ligt op de spoed.')
  })
  await eva.getByRole('button', { name: 'Dossier openen' }).click()
  await eva.getByRole('link', { name: 'Gezin El Amrani' }).click()
  await expect(heading(eva)).toHaveText('Gezin El Amrani')
  await expect(eva.getByText(/^Yasmina/)).toBeVisible()

  const hanne = await windows.open(ownRegion, 'coordinator', { apart: true, path: `gezin/${family?.id ?? ''}` })
  await expect(hanne.getByText(/^Noodtoegang: .*het dossier van Yasmina/)).toBeVisible()

  const paul = await windows.open(ownRegion, 'privacy-officer', { apart: true })
  await paul.getByRole('link', { name: 'Noodtoegang: nakijken' }).click()
  await paul.getByText('Terecht', { exact: true }).click()
  await paul.getByLabel('Toelichting').fill('Snel en goed.')
  await paul.getByRole('button', { name: 'Oordeel vastleggen' }).click()
  await expect(paul.getByText(/^Nagekeken op/)).toBeVisible()
  await eva.getByRole('link', { name: 'Naar noodtoegang' }).click()
  await expect(eva.getByText('nagekeken', { exact: true })).toBeVisible()
})

/** What leaves the house: a mail that says nothing, an own address, a yes that was said, and a visit on paper. */
import { readFile } from 'node:fs/promises'
import { isFitToBeSeen, showsItsFocus } from './support/looks.ts'
import { expect, test } from './support/test.ts'
import { bundlesOf, familyIdOf, withVisitConfirmed } from './support/verhoeven.ts'
import { signIn } from './support/api.ts'

test('a mother gives a mail address and finds its code in her mail; what she then gets tells nothing', async ({ ownRegion, windows }, info) => {
  test.slow()
  const anouk = await windows.open(ownRegion, 'mother', { path: 'instellingen' })
  await anouk.getByRole('button', { name: 'Gebruik een ander adres' }).click()
  await anouk.getByLabel('Nieuw mailadres').fill('anouk@nieuw.example')
  await anouk.keyboard.press('Enter')
  await expect(anouk.getByText('Wij stuurden een code naar anouk@nieuw.example.')).toBeVisible()
  await isFitToBeSeen(anouk, 'the settings, while a code is on its way', 'nl')

  const mail = await (await windows.privateWindow()).newPage()
  await expect(async () => {
    await mail.goto(`${ownRegion.url}/demo/mail?language=nl`)
    await expect(mail.getByRole('link', { name: /Uw code voor Samenspel/ })).toBeVisible({ timeout: 500 })
  }).toPass()
  await isFitToBeSeen(mail, 'all mail of the region', 'nl')
  await mail.getByRole('link', { name: /Uw code voor Samenspel/ }).click()
  const code = /\d{6}/.exec(await mail.getByRole('article').textContent() ?? '')?.[0] ?? ''
  await isFitToBeSeen(mail, 'a mail', 'nl')
  await mail.screenshot({ path: info.outputPath('mail.png') })

  await anouk.getByLabel('Code').fill(code)
  await anouk.getByRole('button', { name: 'Dit is de code' }).click()
  await expect(anouk.getByText('Uw mail gaat naar anouk@nieuw.example.')).toBeVisible()
  await anouk.getByLabel('Wanneer komt een herinnering aan een bezoek?').selectOption('2 uur van tevoren')
  await anouk.getByLabel('Vanaf').fill('18:00')
  await anouk.getByRole('button', { name: 'Bewaar' }).click()
  await expect(anouk.getByText('Bewaard.')).toBeVisible()
  await anouk.evaluate(() => { scrollTo(0, 0) })
  await isFitToBeSeen(anouk, 'the settings of a parent', 'nl')
  await anouk.screenshot({ path: info.outputPath('settings.png'), fullPage: true })
  await anouk.reload()
  await expect(anouk.getByLabel('Vanaf')).toHaveValue('18:00')

  const hanne = await windows.open(ownRegion, 'coordinator', { path: 'berichten', apart: true })
  await expect(hanne.getByText('Uw mail gaat naar coordinator@druivendal.example.')).toBeVisible()
  await isFitToBeSeen(hanne, 'the messages of a professional', 'nl')
  await showsItsFocus(hanne, 'the messages of a professional', 12)
  await hanne.screenshot({ path: info.outputPath('desk-messages.png') })
  await hanne.getByRole('button', { name: /^EN/ }).click()
  await expect(hanne.getByText('Your mail goes to coordinator@druivendal.example.')).toBeVisible()
  await isFitToBeSeen(hanne, 'the messages of a professional', 'en')
})

test('a coordinator notes the yes of a father who does not use the app, and gives the mother her visit on paper', async ({ ownRegion, windows }, info) => {
  test.slow()
  const familyId = await familyIdOf(await signIn(ownRegion.url, 'coordinator'))
  const hanne = await windows.open(ownRegion, 'coordinator', { path: `gezin/${familyId}/planner` })
  await hanne.getByRole('button', { name: 'Maak voorstellen' }).click()
  // A first answer makes way for a lighter one.
  await expect(hanne.getByRole('status').filter({ hasText: /voorstel(len)? gevonden/ })).toBeVisible()
  await hanne.getByLabel('Kies dit voorstel').first().click()
  await hanne.getByRole('button', { name: 'Stuur naar ouders' }).click()
  await hanne.getByRole('dialog').getByRole('button', { name: 'Stuur naar ouders' }).click()
  const own = hanne.getByRole('listitem').filter({ hasText: /^Joost/ })
  await own.getByRole('button', { name: 'Leg een mondeling ja van Joost vast' }).press('Enter')
  const question = hanne.getByRole('dialog', { name: 'Mondeling ja van Joost' })
  await isFitToBeSeen(hanne, 'a spoken yes', 'nl')
  await hanne.screenshot({ path: info.outputPath('spoken.png') })
  await question.getByLabel('aan de telefoon').press('Space')
  await question.getByRole('button', { name: 'Leg vast' }).press('Enter')
  await expect(own.getByText(/mondeling, aan de telefoon, op .+, genoteerd door Hanne/)).toBeVisible()
  const joost = await windows.open(ownRegion, 'father')
  await expect(joost.getByText(/mondeling, aan de telefoon, op .+, genoteerd door Hanne/)).toBeVisible()
  await joost.screenshot({ path: info.outputPath('father.png'), fullPage: true })
})

test('a visit is printed for one parent, on one page', async ({ ownRegion, windows }, info) => {
  test.slow()
  await withVisitConfirmed(ownRegion)
  const familyId = await familyIdOf(await signIn(ownRegion.url, 'coordinator'))
  const hanne = await windows.open(ownRegion, 'coordinator', { path: `gezin/${familyId}` })
  await hanne.getByRole('link', { name: /^Dit bezoek op papier/ }).first().click()
  await expect(hanne.getByRole('heading', { level: 1, name: 'Bezoek op papier' })).toBeVisible()
  const visit = (await bundlesOf(await signIn(ownRegion.url, 'mother'), familyId)).find(({ kind, parts }) => kind === 'VISIT' && parts.some(({ status }) => status === 'CONFIRMED'))
  await hanne.goto(`${ownRegion.url}/desk/gezin/${familyId}/bezoek/${visit?.id ?? ''}`)
  await hanne.getByLabel('Anouk').check()
  await hanne.getByRole('button', { name: 'Toon de pagina' }).click()
  const paper = hanne.getByRole('article')
  await expect(paper.getByRole('heading', { name: 'Kunt u niet?' })).toBeVisible()
  await expect(paper).toContainText('Druivendal')
  await isFitToBeSeen(hanne, 'a visit on paper', 'nl')
  await hanne.screenshot({ path: info.outputPath('paper-on-screen.png'), fullPage: true })
  await hanne.emulateMedia({ media: 'print' })
  await expect(hanne.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(hanne.getByRole('radio').first()).toBeHidden()
  await hanne.screenshot({ path: info.outputPath('paper.png'), fullPage: true })
  const pdf = await hanne.pdf({ format: 'A4', path: info.outputPath('paper.pdf') })
  expect((await readFile(info.outputPath('paper.pdf'))).length).toBe(pdf.length)
  // One page: the tree of pages of a PDF says how many there are.
  expect(/\/Type \/Pages[^>]*\/Count (\d+)/s.exec(pdf.toString('latin1'))?.[1]).toBe('1')
})

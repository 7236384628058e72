/** A copy as its owner has it: downloaded from the page, then opened as a file, without any network. */
import { readFile, writeFile } from 'node:fs/promises'
import { generateKeyPairSync } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from '@playwright/test'
import { isFitToBeSeen, showsItsFocus } from './support/looks.ts'
import { expect, test } from './support/test.ts'
import { withVisitConfirmed } from './support/verhoeven.ts'

/** Opens a file where no network is, and tells what it asked of one. */
const openOffline = async (context: BrowserContext, file: string): Promise<{ readonly page: Page; readonly asked: readonly string[] }> => {
  await context.setOffline(true)
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => { if (!request.url().startsWith('file:')) asked.push(request.url()) })
  await page.goto(pathToFileURL(file).href)
  return { page, asked }
}
const outcome = (page: Page) => page.getByRole('status')
const checkIt = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(Controleer deze kopie|Check this copy)$/ }).click()
  await expect(outcome(page).getByRole('heading')).not.toHaveText(/Even geduld|One moment/)
}

test('a mother takes her copy along, and far from any network it proves itself', async ({ ownRegion, windows }, info) => {
  test.slow()
  await withVisitConfirmed(ownRegion)
  const anouk = await windows.open(ownRegion, 'mother', { path: 'inzage' })
  await anouk.getByRole('link', { name: 'Uw kopie' }).click()
  await expect(anouk.getByRole('heading', { level: 1, name: 'Uw kopie' })).toBeVisible()
  const fingerprint = await anouk.locator('code').textContent() ?? ''
  expect(fingerprint).toMatch(/^([0-9a-f]{8} ?){8}$/)
  await isFitToBeSeen(anouk, 'the page of the copy', 'nl')
  const file = await test.step('one press, and the file is saved', async () => {
    const downloading = anouk.waitForEvent('download')
    await anouk.getByRole('button', { name: 'Download mijn kopie' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^samenspel-copy-\d{4}-\d\d-\d\d\.html$/)
    await expect(anouk.getByRole('status').filter({ hasText: 'Uw kopie is klaar.' })).toBeVisible()
    const path = info.outputPath('copy.html')
    await download.saveAs(path)
    return path
  })
  const bytes = await readFile(file, 'utf8')
  const changed = async (name: string, how: (text: string) => string): Promise<string> => {
    const text = how(bytes)
    expect(text).not.toBe(bytes)
    const path = info.outputPath(name)
    await writeFile(path, text)
    return path
  }
  const offline = await windows.privateWindow()

  await test.step('it is read and checked without a network', async () => {
    const { page, asked } = await openOffline(offline, file)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kopie: Gezin Verhoeven')
    await checkIt(page)
    await expect(outcome(page)).toContainText(/Het klopt\. Alle \d+ stukken zijn nagekeken\./)
    await expect(outcome(page)).toContainText('Deze tekst staat zo in het dossier, en is sindsdien niet veranderd in dit bestand.')
    await expect(outcome(page)).toContainText(fingerprint)
    await expect(page.getByRole('contentinfo')).toContainText(fingerprint)
    expect(asked).toEqual([])
    await isFitToBeSeen(page, 'the copy, checked', 'nl')
    await showsItsFocus(page, 'the copy', 6)
  })

  await test.step('with the keyboard alone', async () => {
    const { page } = await openOffline(offline, file)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Controleer deze kopie' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(outcome(page)).toContainText('Het klopt.')
  })

  await test.step('one word changed: it names what was changed, and leads there', async () => {
    const { page } = await openOffline(offline, await changed('changed.html', (text) => text.replace('Hier ben ik veilig.', 'Hier ben ik alleen.')))
    await checkIt(page)
    await expect(outcome(page).getByRole('heading')).toHaveText('Let op: deze kopie klopt niet.')
    const named = outcome(page).getByRole('link')
    await expect(named).toHaveText(['De tekst van “Bijdrage over Anouk en Sem” is veranderd.'])
    await named.click()
    await expect(page.getByRole('article').filter({ hasText: 'Hier ben ik alleen.' })).toBeInViewport()
    await isFitToBeSeen(page, 'a changed copy', 'nl')
  })

  const refusals: readonly (readonly [what: string, name: string, how: (text: string) => string, said: RegExp])[] = [
    ['a word between the pieces', 'between.html', (text) => text.replace('</main>', '<p>Dit zei de dokter ook nog.</p></main>'), /Er is iets veranderd tussen de stukken\./],
    ['a piece taken out', 'gone.html', (text) => text.replace(/<article id="e5">[^]*?<\/article>/, ''), /Er is een stuk weggehaald of bij gezet\./],
    ['a proof of something else', 'proof.html', (text) => text.replace(/"index":"[0-9a-f]{8}"/, '"index":"00000007"'), /klopt het bewijs niet\./],
    ['another key', 'key.html', (text) => text.replace(/"key":"[^"]+"/, `"key":"${Buffer.from(String(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x), 'base64url').toString('base64')}"`), /De handtekening hoort niet bij deze kopie\./],
    ['a proof that is cut short', 'cut.html', (text) => text.replace('"form":1,', '"form":1,,'), /Het bewijs in dit bestand is niet te lezen\./],
  ]
  for (const [what, name, how, said] of refusals) {
    await test.step(`${what}: refused`, async () => {
      const { page } = await openOffline(offline, await changed(name, how))
      await checkIt(page)
      await expect(outcome(page)).toContainText(said)
      await expect(outcome(page)).not.toContainText('Het klopt.')
    })
  }

  await test.step('a browser that can’t check says so, and blames nobody', async () => {
    const page = await offline.newPage()
    await page.addInitScript(() => { crypto.subtle.importKey = () => Promise.reject(new DOMException('no such algorithm', 'NotSupportedError')) })
    await page.goto(pathToFileURL(file).href)
    await checkIt(page)
    await expect(outcome(page)).toContainText('Deze browser kan dit niet nakijken.')
    await expect(outcome(page)).toContainText('Dat zegt niets over uw kopie.')
  })
})

test('a father reads his copy in English, without a script too', async ({ region, windows, browser }, info) => {
  const joost = await windows.open(region, 'father', { path: 'instellingen', language: 'en' })
  await joost.getByRole('radio', { name: 'English' }).check({ force: true })
  await joost.getByRole('link', { name: 'Your copy' }).click()
  const downloading = joost.waitForEvent('download')
  await joost.getByRole('button', { name: 'Download my copy' }).click()
  const path = info.outputPath('copy.html')
  await (await downloading).saveAs(path)
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
  const page = await context.newPage()
  await page.goto(pathToFileURL(path).href)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Copy: /)
  await expect(page.getByText('Your browser allows no scripts.')).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await context.close()
  const { page: checked } = await openOffline(await windows.privateWindow(), path)
  await checkIt(checked)
  await expect(outcome(checked)).toContainText('It is right.')
  await isFitToBeSeen(checked, 'the copy in English', 'en')
})

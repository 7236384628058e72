import type { Page } from '@playwright/test'
import { newId, signIn } from './support/api.ts'
import { isFitToBeSeen, showsItsFocus } from './support/looks.ts'
import { expect, test } from './support/test.ts'
import { bundlesOf, familyIdOf, withVisitConfirmed } from './support/verhoeven.ts'

/** Words that stand on the screen in either language, at the beginning of a name. */
const either = (nl: string, en: string): RegExp => new RegExp(`^(${nl}|${en})`)

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

for (const language of ['nl', 'en'] as const) {
  test.describe(`every screen, in ${language === 'nl' ? 'Dutch' : 'English'}`, () => {
    test('the page on which one chooses who to be', async ({ region, windows }) => {
      const page = await (await windows.privateWindow()).newPage()
      await page.goto(`${region.url}/?language=${language}`)
      await expect(page.getByRole('button', { name: /Hanne de Wit/ })).toBeVisible()
      await isFitToBeSeen(page, 'the start page', language)
      await showsItsFocus(page, 'the start page', 12)
      await page.getByRole('button', { name: /Anouk Verhoeven/ }).click()
      await expect(page).toHaveURL(`${region.url}/parent/`)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
    })

    test('the desk: families, a file and everything that opens in it', async ({ region, windows }) => {
      test.slow()
      const familyId = await familyIdOf(await signIn(region.url, 'coordinator'))
      const page = await windows.open(region, 'coordinator', { language })
      await expect(heading(page)).toHaveText(either('Vandaag', 'Today'))
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
      await isFitToBeSeen(page, 'the start page', language)
      await showsItsFocus(page, 'the start page', 16)

      await page.goto(`${region.url}/desk/gezinnen`)
      await expect(page.getByRole('table')).toBeVisible()
      await isFitToBeSeen(page, 'the families', language)
      await showsItsFocus(page, 'the families', 12)

      await page.keyboard.press('Control+k')
      await expect(page.getByRole('menuitem').first()).toBeVisible()
      await isFitToBeSeen(page, 'the search for a family', language)
      await page.keyboard.press('Escape')

      await page.goto(`${region.url}/desk/gezin/${familyId}`)
      await expect(heading(page)).toHaveText('Gezin Verhoeven')
      await showsItsFocus(page, 'a family', 40)
      await isFitToBeSeen(page, 'a family', language)
      for (const summary of await page.locator('summary').all()) await summary.click()
      const asList = page.getByRole('button', { name: either('Toon als lijst', 'Show as list') })
      while (await asList.count() > 0) await asList.first().click()
      await isFitToBeSeen(page, 'a family with everything unfolded', language)

      const dialogs: readonly (readonly [string, RegExp])[] = [
        ['a new goal', either('Doel toevoegen', 'Add a goal')], ['a goal', either('Wijzigen : Samen rustig', 'Edit : Samen rustig')],
        ['a score', either('Score geven', 'Score')], ['a new agreement card', either('Kaart toevoegen', 'Add a card')], ['an agreement card', either('Wijzigen : Het bijenlied', 'Edit : Het bijenlied')],
      ]
      for (const [what, button] of dialogs) {
        await page.getByRole('button', { name: button }).first().click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await isFitToBeSeen(page, what, language)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      await page.getByRole('button', { name: either('Vraag wijzigen', 'Edit the question') }).click()
      await page.getByRole('button', { name: either('Actie toevoegen', 'Add an action') }).click()
      await page.getByRole('button', { name: either('Bijdrage toevoegen', 'Add a contribution') }).click()
      await expect(page.getByRole('heading', { name: either('Nieuwe bijdrage', 'New contribution') })).toBeVisible()
      await isFitToBeSeen(page, 'a family with its forms open', language)
    })

    test('the analysis of a family, its questions and its rings', async ({ region, windows }) => {
      const familyId = await familyIdOf(await signIn(region.url, 'coordinator'))
      const page = await windows.open(region, 'coordinator', { language, path: `gezin/${familyId}/analyse` })
      await expect(heading(page)).toHaveText(either('Analyse: Gezin Verhoeven', 'Analysis: Gezin Verhoeven'))
      await isFitToBeSeen(page, 'the analysis', language)
      await showsItsFocus(page, 'the analysis', 15)
      for (const [what, button] of [['a factor', either('Factor toevoegen', 'Add a factor')], ['a hypothesis', either('Hypothese toevoegen', 'Add a hypothesis')], ['a decision', either('Besluit vastleggen', 'Record a decision')], ['a port of entry', either('Andere ingang kiezen', 'Choose another port')]] as const) {
        await page.getByRole('button', { name: button }).first().click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await isFitToBeSeen(page, what, language)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      await page.getByRole('button', { name: either('Als kringen', 'As rings') }).click()
      await isFitToBeSeen(page, 'the analysis as rings', language)
    })

    test('a classification on five axes and its forms', async ({ region, windows }) => {
      const familyId = await familyIdOf(await signIn(region.url, 'coordinator'))
      const page = await windows.open(region, 'coordinator', { language, path: `gezin/${familyId}/assen` })
      await expect(heading(page)).toHaveText(either('Vijf assen', 'Five axes'))
      await isFitToBeSeen(page, 'the five axes', language)
      await showsItsFocus(page, 'the five axes', 20)
      for (const [what, button] of [['a bond', either('Band toevoegen', 'Add a bond')], ['what is hard', either('Toevoegen wat zwaar is', 'Add what is hard')], ['a picture', either('Beeld toevoegen', 'Add a picture')], ['a talk', either('Bespreken vastleggen', 'Note the talk')]] as const) {
        await page.getByRole('button', { name: button }).first().click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await isFitToBeSeen(page, what, language)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
    })

    test('authority and protection, its questions, and working notes', async ({ ownRegion, windows }) => {
      test.slow()
      const familyId = await familyIdOf(await signIn(ownRegion.url, 'coordinator'))
      const page = await windows.open(ownRegion, 'coordinator', { language, path: `gezin/${familyId}/bescherming` })
      await expect(heading(page)).toHaveText(either('Gezag en bescherming', 'Authority and protection'))
      for (const summary of await page.locator('summary').all()) await summary.click()
      await isFitToBeSeen(page, 'authority and protection', language)
      await showsItsFocus(page, 'authority and protection', 15)
      for (const [what, button] of [['recording authority', either('Gezag vastleggen', 'Record authority')], ['a guardian', either('Voogd of', 'Add a guardian')], ['a measure', either('Maatregel toevoegen', 'Add a measure')]] as const) {
        await page.getByRole('button', { name: button }).first().click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await isFitToBeSeen(page, what, language)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      await page.goto(`${ownRegion.url}/desk/gezin/${familyId}`)
      await page.getByRole('button', { name: either('Wie ziet dit', 'Who sees this') }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await isFitToBeSeen(page, 'shielding a part', language)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: either('Aantekening maken', 'Make a note') }).click()
      await page.getByLabel(either('Uw aantekening', 'Your note')).fill('Wat zag ik eigenlijk?')
      await page.getByRole('button', { name: either('Opslaan', 'Save') }).click()
      await expect(page.getByText('Wat zag ik eigenlijk?', { exact: true })).toBeVisible()
    })

    test('a worry about safety, and access in an emergency with its review', async ({ ownRegion, windows }) => {
      test.slow()
      const familyId = await familyIdOf(await signIn(ownRegion.url, 'coordinator'))
      const lotte = await windows.open(ownRegion, 'pedagogical-worker', { language, path: `gezin/${familyId}/veiligheid/nieuw` })
      await expect(heading(lotte)).toHaveText(either('Een zorg om veiligheid vastleggen', 'Write down a worry'))
      await isFitToBeSeen(lotte, 'a worry about safety', language)
      await showsItsFocus(lotte, 'a worry about safety', 12)
      await lotte.getByLabel(either('Wat zag en hoorde u', 'What did you see')).fill('Sem schrok.')
      await lotte.getByRole('button', { name: either('Vastleggen', 'Write down') }).click()
      await expect(lotte.getByRole('heading', { name: either('Stap 2 van 5', 'Step 2 of 5') })).toBeVisible()
      await isFitToBeSeen(lotte, 'a safety track', language)
      await lotte.goto(`${ownRegion.url}/desk/noodtoegang`)
      await expect(heading(lotte)).toHaveText(either('Noodtoegang', 'Emergency access'))
      await isFitToBeSeen(lotte, 'emergency access', language)
      const paul = await windows.open(ownRegion, 'privacy-officer', { apart: true, language, path: 'noodtoegang/nakijken' })
      await expect(heading(paul)).toHaveText(either('Noodtoegang', 'Emergency access'))
      await isFitToBeSeen(paul, 'emergency access to review', language)
    })

    test('the planner, from its first question to what lies with the parents', async ({ ownRegion, windows }) => {
      test.slow()
      const familyId = await familyIdOf(await signIn(ownRegion.url, 'coordinator'))
      const page = await windows.open(ownRegion, 'coordinator', { language, path: `gezin/${familyId}/planner` })
      await expect(page.getByRole('button', { name: either('Maak voorstellen', 'Make proposals') })).toBeVisible()
      await isFitToBeSeen(page, 'the planner before it is asked', language)
      await page.getByRole('button', { name: either('Iets vragen van het gezin', 'Ask something of the family') }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await isFitToBeSeen(page, 'asking an appointment', language)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.getByRole('link', { name: either('Vul de week in', 'Fill in the week') }).click()
      await page.getByRole('button', { name: either('School', 'School'), exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await isFitToBeSeen(page, 'a part of a week that is typed in', language)
      await page.getByRole('dialog').getByRole('button', { name: either('Klaar', 'Done') }).click()
      await isFitToBeSeen(page, 'a week that is typed in', language)
      await page.getByRole('radio', { name: either('Het gezin samen', 'The family together') }).check()
      await page.getByRole('checkbox', { name: either('woensdag', 'Wednesday') }).check()
      await isFitToBeSeen(page, 'what a family wants to carry', language)
      await page.getByRole('link', { name: either('Terug naar de planner', 'Back to the planner') }).click()
      await page.getByRole('button', { name: either('Maak voorstellen', 'Make proposals') }).click()
      await expect(page.getByRole('status').filter({ hasText: /[23] (voorstellen gevonden|proposals found)/ })).toBeVisible()
      for (const summary of await page.locator('summary').all()) await summary.click()
      await isFitToBeSeen(page, 'proposals', language)
      for (const choice of (await page.getByRole('checkbox', { name: either('Kies dit voorstel', 'Choose this proposal') }).all()).slice(0, 2)) await choice.check()
      await page.getByRole('button', { name: either('Stuur naar ouders', 'Send to the parents') }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await isFitToBeSeen(page, 'the question before proposals are sent', language)
      await page.getByRole('dialog').getByRole('button', { name: either('Stuur naar ouders', 'Send to the parents') }).click()
      await expect(page.getByRole('button', { name: either('Trek terug', 'Withdraw') }).first()).toBeVisible()
      await isFitToBeSeen(page, 'the planner with proposals that were sent', language)
      await page.getByRole('button', { name: either('Trek terug', 'Withdraw') }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await isFitToBeSeen(page, 'the question before a proposal is withdrawn', language)

      const anouk = await windows.open(ownRegion, 'mother', { language })
      await expect(anouk.getByRole('radio').first()).toBeVisible()
      await isFitToBeSeen(anouk, 'two proposals to choose from', language)
      await showsItsFocus(anouk, 'two proposals to choose from', 25)
    })

    test('the access log, and what stands where nothing is', async ({ region, windows }) => {
      const coordinator = await signIn(region.url, 'coordinator')
      await bundlesOf(coordinator, await familyIdOf(coordinator))
      const page = await windows.open(region, 'privacy-officer', { language })
      await page.getByRole('link', { name: 'DD-2041' }).waitFor()
      await isFitToBeSeen(page, 'the case numbers', language)
      await page.getByRole('link', { name: 'DD-2041' }).click()
      await expect(page.getByRole('row').nth(1)).toBeVisible()
      await isFitToBeSeen(page, 'the access log', language)
      await page.getByRole('link', { name: either('Regels', 'Rules') }).click()
      await expect(page.getByRole('row', { name: /^M305/ })).toBeVisible()
      await page.getByLabel(either('Uitkomst', 'Outcome')).selectOption({ label: language === 'nl' ? 'alleen dat het er is' : 'only that it is there' })
      await expect(page.getByRole('row', { name: /^M305/ })).toHaveCount(0)
      await page.locator('summary').click()
      await isFitToBeSeen(page, 'the rules', language)
      await showsItsFocus(page, 'the rules', 12)
      for (const path of ['toezicht', 'verzoeken', 'wissen', 'wissen/nieuw', 'bewaren', 'sleutels']) {
        await page.goto(`${region.url}/desk/${path}`)
        await expect(heading(page)).toBeVisible()
        await isFitToBeSeen(page, path, language)
      }
      const hanne = await windows.open(region, 'coordinator', { apart: true, language, path: `gezin/${newId()}` })
      await expect(heading(hanne)).toBeVisible()
      await isFitToBeSeen(hanne, 'a family that is not there', language)
      await hanne.context().clearCookies()
      await hanne.route('**/graphql', (route) => route.fulfill({ json: { errors: [{ message: '-', extensions: { code: 'not-signed-in' } }] } }))
      await hanne.reload()
      await expect(hanne.getByRole('link', { name: /inloggen|sign in/i })).toBeVisible()
      await isFitToBeSeen(hanne, 'a session that ended', 'nl')
    })

    test('what a professional keeps besides families', async ({ region, windows }) => {
      const lotte = await windows.open(region, 'pedagogical-worker', { language, path: 'mijn-tijd' })
      for (const path of ['mijn-tijd', 'organisatie', 'groepen', 'groepstablet', 'berichten', 'uitnodigingen']) {
        await lotte.goto(`${region.url}/desk/${path}`)
        await expect(heading(lotte)).toBeVisible()
        await isFitToBeSeen(lotte, path, language)
      }
      await showsItsFocus(lotte, 'invitations', 10)
    })

    test('the parents’ app while nothing is planned, and “it is too much now”', async ({ ownRegion, windows }) => {
      const page = await windows.open(ownRegion, 'mother', { language })
      await expect(heading(page)).toBeVisible()
      await isFitToBeSeen(page, 'today, with nothing planned', language)
      await showsItsFocus(page, 'today', 15)
      for (const path of ['agenda', 'inzage', 'instellingen', 'mijn-gegevens', 'is-er-niet']) {
        await page.goto(`${ownRegion.url}/parent/${path}`)
        await expect(heading(page)).toBeVisible()
        await isFitToBeSeen(page, path, language)
      }
      await page.goto(`${ownRegion.url}/parent/te-veel`)
      await page.getByRole('button', { name: either('Versturen', 'Send') }).click()
      await isFitToBeSeen(page, '“it is too much now”, with nothing chosen', language)
      await page.getByText(either('Bel mij', 'Call me')).click()
      await page.getByRole('button', { name: either('Versturen', 'Send') }).click()
      await expect(page.getByRole('heading', { name: /Hanne/ })).toBeVisible()
      await isFitToBeSeen(page, '“it is too much now”, said', language)
      await page.goto(`${ownRegion.url}/parent/`)
      await expect(heading(page)).toBeVisible()
      await isFitToBeSeen(page, 'today, after “it is too much now”', language)
    })

    test('the parents’ app with a visit that is fixed, and everything one can change about it', async ({ ownRegion, windows }) => {
      test.slow()
      const { familyId } = await withVisitConfirmed(ownRegion)
      const page = await windows.open(ownRegion, 'mother', { language })
      await expect(page.getByRole('link', { name: either('Bekijk of verander', 'See or change') })).toBeVisible()
      await isFitToBeSeen(page, 'today, with a visit', language)

      await page.getByRole('link', { name: either('Bekijk of verander', 'See or change') }).click()
      await expect(page.locator('summary').first()).toBeVisible()
      for (const summary of await page.locator('summary').all()) await summary.click()
      await isFitToBeSeen(page, 'a visit with everything unfolded', language)
      await page.getByRole('button', { name: either('Deze afspraak laten vallen', 'Drop this appointment') }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await isFitToBeSeen(page, 'the question before a stop is dropped', language)
      await page.keyboard.press('Escape')
      await page.getByRole('link', { name: either('Ik wil een ander moment', 'I want another moment') }).first().click()
      await page.getByRole('button', { name: either('Nog een moment erbij', 'Add another moment') }).click()
      await isFitToBeSeen(page, 'the wish for another moment', language)
      await page.getByRole('button', { name: either('Versturen', 'Send') }).click()
      await expect(page.getByRole('button', { name: either('Versturen', 'Send') })).toHaveCount(0)
      await isFitToBeSeen(page, 'the wish for another moment, sent', language)

      await page.goto(`${ownRegion.url}/parent/agenda`)
      await page.getByRole('button', { name: either('Maak mijn link', 'Make my link') }).click()
      await expect(page.getByRole('textbox')).toBeVisible()
      await isFitToBeSeen(page, 'the calendar with a link', language)
      await page.getByRole('button', { name: either('Stop de link', 'Stop the link') }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await isFitToBeSeen(page, 'the question before the link is stopped', language)

      await page.goto(`${ownRegion.url}/parent/inzage`)
      await expect(page.getByRole('listitem').filter({ hasText: 'Hanne de Wit (' }).first()).toBeVisible()
      await isFitToBeSeen(page, 'who looked', language)
      await isFitToBeSeen(await openFile(windows.open(ownRegion, 'coordinator', { language, path: `gezin/${familyId}` })), 'a family with a visit', language)
    })
  })
}

const openFile = async (opening: Promise<Page>): Promise<Page> => {
  const page = await opening
  await expect(heading(page)).toHaveText('Gezin Verhoeven')
  return page
}

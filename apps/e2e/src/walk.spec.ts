import type { Page } from '@playwright/test'
import { signIn } from './support/api.ts'
import { desk, expect, phone, test } from './support/test.ts'
import { bundlesOf, caseNumber, familyIdOf, familyName, paediatricianIsFree, proposalsOf, tracesOfTherapy, withoutTime } from './support/verhoeven.ts'

/** Opens the family's file from the list of families. */
const openFile = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Mijn gezinnen' }).first().click()
  await page.getByRole('table').getByRole('link', { name: familyName }).click()
  await expect(page.getByRole('heading', { level: 1, name: familyName })).toBeVisible()
}

/** How the log says that somebody read, and that somebody wrote. */
const read = /(las|keek) /
const wrote = /schreef /

const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

const proposalCard = (page: Page, place: number) => page.getByRole('article', { name: new RegExp(`^Voorstel ${place}`) })

/** The days of a proposal with their stops, as they stand on the screen. */
const daysOf = async (page: Page, place: number): Promise<string> =>
  [...await proposalCard(page, place).getByRole('heading', { level: 3 }).allInnerTexts(), ...await proposalCard(page, place).getByRole('listitem').filter({ hasText: /tot \d+\.\d\d/ }).allInnerTexts()].join('\n')

test('a day-centre worker writes, the specialist bundles, both parents say yes, and whoever looked stands in the log', async ({ ownRegion, windows }) => {
  test.slow()
  const hanne = await windows.open(ownRegion, 'coordinator')
  const lotte = await windows.open(ownRegion, 'pedagogical-worker', { apart: true })
  const seen = 'Sem keek naar de deur en zocht daarna mijn hand.'

  await test.step('the specialist opens the file of the family and leaves it open', async () => {
    await openFile(hanne)
    for (const part of ['Wie is wie', 'Levenslijn', 'Bijdragen', 'Ons plan', 'Afspraken die overal gelden', 'Afspraken en wensen']) await expect(section(hanne, part)).toBeVisible()
    await hanne.evaluate(() => { document.documentElement.dataset['stood'] = 'open' })
  })

  await test.step('the day-centre worker finds the family with the keyboard, and sees nothing that is not shared with the day centre', async () => {
    await expect(lotte.getByRole('heading', { level: 1, name: 'Vandaag' })).toBeVisible()
    await lotte.keyboard.press('Control+k')
    await expect(lotte.getByRole('searchbox')).toBeFocused()
    await lotte.keyboard.type('verhoe')
    await lotte.keyboard.press('Enter')
    await expect(lotte.getByRole('heading', { level: 1, name: familyName })).toBeVisible()
    await expect(section(lotte, 'Bijdragen').getByRole('article').first()).toContainText('Bijengroep')
    await expect(section(lotte, 'Levenslijn')).toContainText('Start op De Wilgenboom')
    const heard = await windows.heardBy(lotte)
    for (const foreign of [...tracesOfTherapy, 'dosering', 'Eerste aanvallen', 'MEDICAL']) expect(heard, `the day centre hears nothing of ${foreign}`).not.toContain(foreign)
    await expect(lotte.getByRole('link', { name: 'Planner' })).toHaveCount(0)
  })

  await test.step('she writes a contribution in four parts without touching the mouse', async () => {
    await lotte.keyboard.press('Alt+KeyN')
    await expect(lotte.getByRole('textbox', { name: 'Situatie' })).toBeFocused()
    await lotte.keyboard.type(seen)
    await lotte.keyboard.press('Tab')
    await lotte.keyboard.type('Thuis doet hij dat ook.')
    await expect(lotte.getByText('Concept bewaard.')).toBeVisible()
  })

  const reopened = await test.step('the half-written text is there again after the tab was closed', async () => {
    const context = lotte.context()
    const address = lotte.url()
    await lotte.close()
    const page = await context.newPage()
    await page.setViewportSize(desk)
    await page.goto(address)
    await expect(page.getByRole('button', { name: 'Bijdrage toevoegen' })).toBeVisible()
    await page.keyboard.press('Alt+KeyN')
    await expect(page.getByRole('textbox', { name: 'Situatie' })).toHaveValue(seen)
    await expect(page.getByRole('textbox', { name: 'Wat ouders vertelden' })).toHaveValue('Thuis doet hij dat ook.')
    return page
  })

  await test.step('she finishes it with a mark in the window of tolerance, and saves', async () => {
    await expect(reopened.getByRole('textbox', { name: 'Situatie' })).toBeFocused()
    await reopened.keyboard.press('Tab')
    await reopened.keyboard.press('Tab')
    await reopened.keyboard.type('Wij noemen wie er komt en wie er gaat.')
    await reopened.keyboard.press('Tab')
    await reopened.keyboard.type('Hij houdt bij wie er is.')
    await reopened.keyboard.press('Tab')
    await expect(reopened.getByRole('radio', { name: 'niet te zeggen' })).toBeFocused()
    await reopened.keyboard.press('ArrowUp')
    await reopened.keyboard.press('ArrowUp')
    await expect(reopened.getByRole('radio', { name: 'erbinnen: kon erbij blijven' })).toBeChecked()
    await reopened.keyboard.press('Control+Enter')
    await expect(section(reopened, 'Bijdragen').getByRole('article').filter({ hasText: seen })).toBeVisible()
    await expect(reopened.getByRole('button', { name: 'Bijdrage toevoegen' })).toBeFocused()
  })

  await test.step('the specialist’s open page shows it without a reload', async () => {
    await expect(section(hanne, 'Bijdragen').getByRole('article').filter({ hasText: seen })).toContainText('erbinnen: kon erbij blijven')
    await expect(hanne.getByText('Zojuist binnengekomen. Lotte Jansen: Sem')).toBeVisible()
    expect(await hanne.evaluate(() => document.documentElement.dataset['stood'])).toBe('open')
  })

  await test.step('one calm question stands on the page of the specialist and of the day centre’s coach, without a count', async () => {
    const ruud = await windows.open(ownRegion, 'coach', { apart: true })
    await openFile(ruud)
    for (const page of [hanne, ruud]) {
      await expect(section(page, 'Wat kan er in dit gezin gebeurd zijn?')).toHaveCount(1)
      await expect(section(page, 'Wat kan er in dit gezin gebeurd zijn?')).not.toContainText(/\d/)
    }
    await expect(section(hanne, 'Wat kan er in dit gezin gebeurd zijn?').getByRole('link', { name: 'Maak het lichter' })).toBeVisible()
    await expect(section(reopened, 'Wat kan er in dit gezin gebeurd zijn?')).toHaveCount(0)
  })

  await test.step('the planner shows what four organisations ask, and the week of the family', async () => {
    await hanne.getByRole('link', { name: 'Planner' }).first().click()
    const asked = section(hanne, 'Wat er gevraagd wordt')
    for (const organisation of ['Kinderdagcentrum De Wilgenboom', 'Ziekenhuis Druivendal', 'Jeugdhulp De Brug', 'GGZ De Linde']) await expect(asked).toContainText(organisation)
    const week = section(hanne, 'De week van het gezin')
    await week.getByRole('button', { name: /Toon als lijst/ }).click()
    for (const block of ['Middagslaap', 'De Wilgenboom', 'Sem naar bed', 'Tijn naar bed', 'School van Tijn', 'Middag met Tijn', 'Rust voor Anouk']) await expect(week).toContainText(block)
    await expect(section(hanne, 'Wanneer hulpverleners kunnen')).toContainText('Karim Aydin')
  })

  await test.step('it answers with two or three proposals that really differ', async () => {
    await hanne.getByRole('button', { name: 'Maak voorstellen' }).click()
    await expect(proposalCard(hanne, 1)).toBeVisible()
    await expect(hanne.getByRole('status').filter({ hasText: /^[23] voorstellen gevonden\./ })).toBeVisible()
    const places = [1, 2, 3].slice(0, await hanne.getByRole('article', { name: /^Voorstel \d/ }).count())
    const plans = await Promise.all(places.map((place) => daysOf(hanne, place)))
    expect(new Set(plans).size, plans.join('\n\n')).toBe(places.length)
    for (const place of places) {
      const card = proposalCard(hanne, place)
      await expect(card.getByRole('heading', { level: 3, name: /^(maandag|dinsdag|woensdag|donderdag|vrijdag) \d+ / }).first()).toBeVisible()
      await expect(card.getByRole('row', { name: /Reisdagen/ })).toBeVisible()
      await expect(card).toContainText('Karim Aydin')
      await expect(card).toContainText('Polikliniek kinderen')
      await expect(card).toContainText('Dit past nergens')
      await expect(card.getByText('Diëtist', { exact: true }).first()).toBeVisible()
      await expect(card).toContainText('Bram Dekker biedt alleen tijd op woensdagmiddag, en dan is er beschermde tijd: Middag met Tijn.')
    }
    await expect(proposalCard(hanne, 1)).toContainText('via beeld: de kinderen slapen dan en niemand hoeft te reizen.')
  })

  const freeBefore = await paediatricianIsFree(await signIn(ownRegion.url, 'coordinator'))

  await test.step('she sends the first to the parents', async () => {
    await proposalCard(hanne, 1).getByRole('checkbox', { name: 'Kies dit voorstel' }).check()
    await hanne.getByRole('button', { name: 'Stuur naar ouders' }).click()
    const dialog = hanne.getByRole('dialog', { name: 'Dit voorstel sturen?' })
    await expect(dialog).toContainText('Anouk en Joost: ieder ziet het op de eigen telefoon en antwoordt zelf.')
    await dialog.getByRole('button', { name: 'Stuur naar ouders' }).click()
    await expect(hanne.getByText('Verstuurd. De ouders antwoorden ieder voor zich.')).toBeVisible()
    await expect(section(hanne, 'Bij de ouders')).toContainText('Anouk: nog geen antwoord')
  })

  const anouk = await test.step('the mother sees it on her phone as a visit with its stops and an evening call, and says yes for herself', async () => {
    const page = await windows.open(ownRegion, 'mother')
    expect(page.viewportSize()).toEqual(phone)
    await expect(page.getByRole('heading', { level: 1, name: 'Past dit bij u?' })).toBeVisible()
    const visit = page.getByRole('article').filter({ hasText: 'Polikliniek kinderen' })
    await expect(visit).toHaveCount(1)
    await expect(visit).toContainText(/[2-4] afspraken, 1 keer reizen/)
    for (const stop of ['Kinderarts', 'Kinderneuroloog']) await expect(visit.getByRole('list', { name: 'Wat er dan is' }).getByRole('listitem').filter({ hasText: new RegExp(`^[\\d.]+${stop}`) })).toBeVisible()
    await expect(visit).toContainText('U gaat om')
    await expect(page.getByRole('article').filter({ hasText: 'Thuis, via beeld' }).filter({ hasText: 'Gesprek met Femke' })).toContainText('U hoeft niet weg.')
    await expect(page.getByText('Uw eigen gesprek')).toBeVisible()
    await expect(page.getByText('Diëtist', { exact: true }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Ja, dit past' }).click()
    await expect(page.getByText('Dank u. U zegt ja.')).toBeVisible()
    await expect(page.getByText('Joost is ook gevraagd. Daarna staat alles vast.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Ja, dit past' })).toHaveCount(0)
    return page
  })

  const joost = await test.step('the father has his own account, is asked himself, and sees nothing of her therapy', async () => {
    const page = await windows.open(ownRegion, 'father', { apart: true })
    await expect(page.getByRole('heading', { level: 1, name: 'Past dit bij u?' })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'U bent gevraagd' })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'Anouk zegt ja' })).toBeVisible()
    await expect(page.getByRole('article').filter({ hasText: 'Polikliniek kinderen' })).toContainText('Kinderneuroloog')
    await expect(page.getByRole('article').filter({ hasText: 'Thuis, via beeld' })).toContainText('Gesprek met Femke')
    await page.getByRole('button', { name: 'Ja, dit past' }).click()
    await expect(page.getByText('Alles staat vast')).toBeVisible()
    const heard = await windows.heardBy(page)
    for (const trace of tracesOfTherapy) expect(heard, `the father hears nothing of ${trace}`).not.toContain(trace)
    return page
  })

  const parts = await test.step('both see that it is fixed, and every calendar has it', async () => {
    await anouk.bringToFront()
    await anouk.reload()
    await expect(anouk.getByText('Alles staat vast')).toBeVisible()
    await joost.reload()
    await expect(joost.getByText('Alles staat vast')).toBeVisible()
    await expect(section(hanne, 'Bij de ouders')).toContainText('staat vast in alle agenda’s')

    const coordinator = await signIn(ownRegion.url, 'coordinator')
    const familyId = await familyIdOf(coordinator)
    const [confirmed] = (await proposalsOf(coordinator, familyId)).filter(({ status }) => status === 'CONFIRMED')
    const planned = confirmed?.bundles.flatMap((bundle) => bundle.parts) ?? []
    expect(planned.map(({ status }) => status)).toEqual(planned.map(() => 'CONFIRMED'))
    expect(new Set(planned.flatMap(({ professionals }) => professionals.map(({ name }) => name)))).toEqual(new Set(['Karim Aydin', 'Eva Smit', 'Ties van Dam', 'Femke Mulder', 'Nadia Brouwer']))
    const [paediatrician] = planned.filter(({ label }) => label === 'Kinderarts')
    expect(await paediatricianIsFree(coordinator), 'another family can’t be given her time any more').toEqual(paediatrician === undefined ? [] : withoutTime(freeBefore, paediatrician))
    return planned
  })

  await test.step('the therapist sees her own appointment and what is shared with adult mental health, no more', async () => {
    const nadia = await windows.open(ownRegion, 'therapist', { apart: true })
    await openFile(nadia)
    await expect(section(nadia, 'Afspraken en wensen')).toContainText('Uw eigen gesprek')
    await expect(section(nadia, 'Ons plan')).toContainText('Samen zien wat Sem ons vertelt')
    const heard = await windows.heardBy(nadia)
    for (const foreign of ['Fysiotherapie', 'Kinderarts', 'Kinderneuroloog', 'Gesprek met Femke', 'dosering', 'Bijengroep', 'Joost', seen]) expect(heard, `adult mental health hears nothing of ${foreign}`).not.toContain(foreign)
    const therapist = await signIn(ownRegion.url, 'therapist')
    const hers = (await bundlesOf(therapist, await familyIdOf(therapist))).flatMap((bundle) => bundle.parts)
    expect(hers.map(({ id, status }) => ({ id, status }))).toEqual(parts.filter(({ label }) => label === 'Uw eigen gesprek').map(({ id }) => ({ id, status: 'CONFIRMED' })))
  })

  await test.step('the day centre sees its own part of the day, and still never learns of the therapy', async () => {
    await reopened.reload()
    await expect(section(reopened, 'Afspraken en wensen')).toContainText('Karim Aydin')
    const heard = await windows.heardBy(reopened)
    for (const trace of tracesOfTherapy) expect(heard, `the day centre hears nothing of ${trace}`).not.toContain(trace)
  })

  await test.step('the privacy officer reads a line of each of them in the access log of the case number', async () => {
    const paul = await windows.open(ownRegion, 'privacy-officer', { apart: true })
    await paul.getByRole('link', { name: caseNumber }).click()
    await expect(paul.getByRole('heading', { level: 1, name: `Wie heeft gekeken: ${caseNumber}` })).toBeVisible()
    const row = (...words: readonly (string | RegExp)[]) => words.reduce((rows, word) => rows.filter({ hasText: word }), paul.getByRole('row')).first()
    await expect(async () => {
      const more = paul.getByRole('button', { name: 'Meer regels' })
      if (await more.isVisible()) await more.click()
      for (const who of ['Hanne de Wit', 'Lotte Jansen', 'Ruud Bakker', 'Nadia Brouwer', 'iemand van het gezin']) await expect(row(who, read)).toBeVisible({ timeout: 500 })
      await expect(row('Lotte Jansen', wrote)).toBeVisible({ timeout: 500 })
      await expect(row('Nadia Brouwer', 'als de betrokkene dat goedvindt')).toBeVisible({ timeout: 500 })
    }).toPass({ intervals: [50] })
    for (const name of ['Anouk', 'Joost', 'Verhoeven']) expect(await windows.heardBy(paul), `the privacy officer hears no ${name}`).not.toContain(name)
  })

  await test.step('the mother reads in plain words who looked at her family’s file', async () => {
    await anouk.getByRole('link', { name: 'Inzage' }).click()
    await expect(anouk.getByRole('heading', { level: 1, name: 'Wie heeft gekeken?' })).toBeVisible()
    await expect(async () => {
      const more = anouk.getByRole('button', { name: 'Toon meer' })
      if (await more.isVisible()) await more.click()
      for (const who of ['Hanne de Wit', 'Lotte Jansen', 'Ruud Bakker', 'Nadia Brouwer']) {
        await expect(anouk.getByRole('listitem').filter({ hasText: who }).filter({ hasText: read }).first()).toBeVisible({ timeout: 500 })
      }
    }).toPass({ intervals: [50] })
    await expect(anouk.getByRole('listitem').filter({ hasText: /^Joost/ })).toHaveCount(0)
  })
})

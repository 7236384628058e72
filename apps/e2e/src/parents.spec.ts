import type { Page } from '@playwright/test'
import ICAL from 'ical.js'
import { expect, test } from './support/test.ts'
import { bundlesOf, withProposalSent, withVisitConfirmed } from './support/verhoeven.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** The numbers that stand on every page of the parents' app. */
const numbersAreInSight = async (page: Page, numbers: readonly string[]): Promise<void> => {
  const strip = page.getByRole('group', { name: 'Nu hulp nodig?' })
  await expect(strip.getByRole('link')).toHaveCount(3)
  await expect(strip).toBeInViewport()
  for (const number of numbers) await expect(page.getByRole('contentinfo').getByRole('link', { name: number })).toBeVisible()
}

test('a mother asks for another moment instead of saying yes, and the specialist reads what suits', async ({ ownRegion, windows }) => {
  const { coordinator, familyId } = await withProposalSent(ownRegion)
  const anouk = await windows.open(ownRegion, 'mother')
  await anouk.getByRole('link', { name: 'Ik wil een ander moment' }).click()
  await expect(heading(anouk, 'Welk moment past beter?')).toBeVisible()
  await anouk.getByRole('group', { name: 'dinsdag' }).getByRole('button', { name: 'ochtend past niet' }).click()
  await anouk.getByRole('combobox', { name: 'Dag', exact: true }).selectOption({ index: 3 })
  await anouk.getByRole('combobox', { name: 'Deel van de dag' }).selectOption('middag')
  await anouk.getByRole('textbox', { name: 'Wilt u iets zeggen?' }).fill('Liever als Joost vrij is.')
  await anouk.getByRole('button', { name: 'Versturen' }).click()
  await expect(heading(anouk, 'Dank u. Wij zoeken een ander moment.')).toBeVisible()
  await expect(anouk.getByText('Hanne laat u weten wat er kan.')).toBeVisible()

  const hanne = await windows.open(ownRegion, 'coordinator', { path: `gezin/${familyId}` })
  const wishes = hanne.getByRole('region', { name: 'Afspraken en wensen' })
  await expect(wishes.getByText('Anouk vraagt een ander moment', { exact: true })).toBeVisible()
  await expect(wishes.getByText('Liever als Joost vrij is.')).toBeVisible()
  await expect(wishes.getByText('Past niet: dinsdag in de ochtend')).toBeVisible()
  await wishes.getByRole('button', { name: 'Dit is opgepakt' }).click()
  await expect(wishes.getByText('Anouk vraagt een ander moment', { exact: true })).toHaveCount(0)
  const standing = await bundlesOf(coordinator, familyId)
  expect(standing.flatMap(({ parts }) => parts).filter(({ status }) => status === 'CONFIRMED'), 'nothing was fixed').toEqual([])
})

test('a father lets the mother answer for him, and her yes alone fixes everything', async ({ ownRegion, windows }) => {
  await withProposalSent(ownRegion)
  const joost = await windows.open(ownRegion, 'father')
  await joost.getByRole('button', { name: 'Laat Anouk voor mij antwoorden' }).click()
  await expect(joost.getByText(/Anouk antwoordt voor u/)).toBeVisible()
  const anouk = await windows.open(ownRegion, 'mother', { apart: true })
  await expect(anouk.getByRole('listitem').filter({ hasText: 'Joost laat de ander antwoorden' })).toBeVisible()
  await anouk.getByRole('button', { name: 'Ja, dit past' }).click()
  await expect(anouk.getByText('Alles staat vast')).toBeVisible()
  await joost.reload()
  await expect(joost.getByText('Alles staat vast')).toBeVisible()
})

test('a mother drops one stop of a visit without giving a reason; the others stay, and its time is free again', async ({ ownRegion, windows }) => {
  const { coordinator, familyId } = await withVisitConfirmed(ownRegion)
  const anouk = await windows.open(ownRegion, 'mother', { path: 'agenda' })
  await anouk.getByRole('link', { name: /Kinderarts/ }).click()
  await expect(heading(anouk, 'Uw bezoek')).toBeVisible()
  await expect(anouk.getByText('Staat vast')).toBeVisible()
  await anouk.getByRole('group').filter({ hasText: 'Iets veranderen aan: Kinderarts' }).getByText('Iets veranderen', { exact: true }).click()
  await anouk.getByRole('button', { name: 'Deze afspraak laten vallen' }).click()
  const dialog = anouk.getByRole('dialog', { name: 'Deze afspraak laten vallen?' })
  await expect(dialog).toContainText('Dat mag. U hoeft niet te zeggen waarom.')
  await expect(dialog.getByRole('textbox')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Ja, laat maar vallen' }).click()
  await expect(anouk.getByRole('status').filter({ hasText: 'Deze afspraak gaat niet door.' })).toBeVisible()
  await expect(anouk.getByText(/^Gaat niet door ?: Kinderarts$/)).toBeVisible()
  await expect(anouk.getByText('Kinderneuroloog').first()).toBeVisible()

  const parts = (await bundlesOf(coordinator, familyId)).flatMap((bundle) => bundle.parts).filter(({ date }) => date > Temporal.Now.plainDateISO('Europe/Amsterdam').toString())
  expect(parts.filter(({ status }) => status === 'CANCELLED').map(({ label }) => label)).toEqual(['Kinderarts'])
  expect(parts.filter(({ label }) => label !== 'Kinderarts').map(({ status }) => status)).toEqual(parts.slice(1).map(() => 'CONFIRMED'))
})

test('a pregnant woman makes her talk digital, so that she need not travel', async ({ ownRegion, windows }) => {
  const theresa = await windows.open(ownRegion, 'pregnant-woman')
  await expect(heading(theresa, 'Uw volgende bezoek')).toBeVisible()
  await theresa.getByRole('link', { name: /^Bekijk of verander/ }).click()
  await expect(theresa.getByText('De Beuk').first()).toBeVisible()
  await theresa.getByText('Iets veranderen', { exact: true }).click()
  await theresa.getByRole('button', { name: 'Liever via beeld' }).click()
  await expect(theresa.getByRole('status').filter({ hasText: 'Deze afspraak gaat nu via beeld. U hoeft niet weg.' })).toBeVisible()
  await expect(theresa.getByText('Thuis, via beeld')).toBeVisible()
  await expect(theresa.getByRole('button', { name: 'Liever via beeld' })).toHaveCount(0)
  await expect(theresa.getByText('Beukendreef 3')).toHaveCount(0)
})

test('“Het is nu te veel” names who calls and by when, and the specialist has the call to make', async ({ ownRegion, windows }) => {
  const anouk = await windows.open(ownRegion, 'mother')
  const numbers = ['0800 555 0401', '0800 555 0402', '112', '113']
  await numbersAreInSight(anouk, numbers)
  await anouk.getByRole('link', { name: 'Het is nu te veel' }).click()
  await expect(heading(anouk, 'Het is nu te veel')).toBeVisible()
  await numbersAreInSight(anouk, numbers)
  await anouk.getByRole('button', { name: 'Versturen' }).click()
  await expect(anouk.getByText('Kies eerst wat u nu helpt.')).toBeVisible()
  await anouk.getByText('Bel mij', { exact: true }).click()
  await anouk.getByRole('button', { name: 'Versturen' }).click()
  await expect(anouk.getByRole('heading', { name: 'Dank u. Hanne weet het nu.' })).toBeVisible()
  await expect(anouk.getByText(/^Hanne belt u (vandaag|morgen|maandag|dinsdag|woensdag|donderdag|vrijdag).* vóór \d+\.\d\d uur\.$/)).toBeVisible()
  await expect(anouk.getByText('U krijgt nu geen herinneringen van ons.')).toBeVisible()
  await expect(anouk.getByText('Uw afspraken blijven staan tot u samen kiest.')).toBeVisible()
  await numbersAreInSight(anouk, numbers)

  await test.step('it stays on the first page, and nothing is asked twice', async () => {
    await anouk.getByRole('link', { name: 'Vandaag' }).click()
    await expect(anouk.getByText('U heeft laten weten dat het te veel is.')).toBeVisible()
    await numbersAreInSight(anouk, numbers)
  })

  await test.step('the specialist calls, and says so', async () => {
    const hanne = await windows.open(ownRegion, 'coordinator')
    const call = hanne.getByRole('region', { name: 'Om te bellen' }).getByRole('listitem').filter({ hasText: 'Voor Anouk is het nu te veel en graag een telefoontje' })
    await expect(call).toContainText(/.+, vóór \d+\.\d\d/)
    await call.getByRole('link', { name: /^Gezin Verhoeven/ }).click()
    await hanne.getByRole('button', { name: 'Ik heb gebeld' }).click()
    await expect(hanne.getByRole('button', { name: 'Ik heb gebeld' })).toHaveCount(0)
  })

  await test.step('the father sees nothing of it', async () => {
    const joost = await windows.open(ownRegion, 'father', { apart: true })
    await expect(joost.getByRole('link', { name: 'Het is nu te veel' })).toBeVisible()
    expect(await windows.heardBy(joost)).not.toContain('CALL_ME')
  })
})

test('a pregnant woman in Flanders finds the numbers of her own country', async ({ region, windows }) => {
  const theresa = await windows.open(region, 'pregnant-woman')
  await expect(theresa.getByText(/Goede(morgen|middag|navond) Theresa/)).toBeVisible()
  await numbersAreInSight(theresa, ['0800 555 0411', '0800 555 0412', '112', '1813'])
  await expect(theresa.getByRole('link', { name: /113/ })).toHaveCount(0)
})

test('a mother takes her visits into her own calendar: neutral titles, until she stops the link', async ({ ownRegion, windows }) => {
  const { mother, familyId } = await withVisitConfirmed(ownRegion)
  const anouk = await windows.open(ownRegion, 'mother', { path: 'agenda' })
  await anouk.getByRole('button', { name: 'Maak mijn link' }).click()
  const link = await anouk.getByRole('textbox', { name: 'Uw link' }).inputValue()
  expect(new URL(link).pathname).toMatch(/^\/calendar\/[\w-]{43}\.ics$/)

  const feed = await test.step('any calendar reads it, without a session', async () => {
    const answer = await fetch(link)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const text = await answer.text()
    expect(text).not.toMatch(/[^\r]\n/)
    const events = new ICAL.Component(ICAL.parse(text) as string).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
    expect(new Set(events.map(({ summary }) => summary))).toEqual(new Set(['Afspraak']))
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    // An appointment that was cancelled says so, so that it leaves the calendars that had it.
    const standing = events.filter(({ component }) => component.getFirstPropertyValue('status') !== 'CANCELLED')
    const hers = (await bundlesOf(mother, familyId)).flatMap(({ parts }) => parts).filter(({ status }) => status === 'CONFIRMED')
    const moments = standing.map(({ startDate }) => Temporal.Instant.fromEpochMilliseconds(startDate.toUnixTime() * 1000).toZonedDateTimeISO('Europe/Amsterdam').toPlainDateTime().toString({ smallestUnit: 'minute' }))
    for (const { date, start } of hers) expect(moments).toContain(`${date}T${start ?? ''}`)
    return text
  })

  await test.step('it tells nobody what it is about', () => {
    for (const word of ['Kinderarts', 'Fysio', 'Nadia', 'Linde', 'Femke', 'gesprek', 'Sem', 'Anouk', 'Verhoeven', 'Wilgenboom', 'Ziekenhuis', 'Polikliniek']) expect(feed).not.toContain(word)
  })

  await test.step('once she stops the link, it opens nothing', async () => {
    await anouk.getByRole('button', { name: 'Stop de link' }).click()
    await anouk.getByRole('dialog', { name: 'De link stoppen?' }).getByRole('button', { name: 'Ja, stop de link' }).click()
    await expect(anouk.getByText('De link werkt niet meer.')).toBeVisible()
    expect((await fetch(link)).status).toBe(404)
    expect((await fetch(link.replace(/.{43}\.ics$/, `${'x'.repeat(43)}.ics`))).status).toBe(404)
  })
})

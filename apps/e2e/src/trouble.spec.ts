import type { Page } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId, signIn, type Caller } from './support/api.ts'
import { freePort, startInstance, startRefused } from './support/instance.ts'
import { expect, test } from './support/test.ts'
import { answerProposal, bundlesOf, familyIdOf, familyName, makeProposals, paediatricianIsFree, proposalsOf, sayYes, sendProposals, withProposalSent, withoutTime } from './support/verhoeven.ts'

const addContribution = 'mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }'

type Member = { readonly id: string; readonly firstName: string }
const memberIdOf = async (caller: Caller, familyId: string, firstName: string): Promise<string> => {
  const { family } = await caller.ask<{ family: { members: readonly Member[] } }>('query ($id: ID!) { family(id: $id) { members { id firstName } } }', { id: familyId })
  return family.members.find((member) => member.firstName === firstName)?.id ?? ''
}

/** What somebody wrote down today about the boy. */
const note = (child: string, situation: string, more: Readonly<Record<string, unknown>> = {}) => ({
  kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [child] }, category: 'DEVELOPMENT', setting: 'GROUP', occurredOn: Temporal.Now.plainDateISO('Europe/Amsterdam').toString(), situation, ...more,
})

const situationsOf = async (caller: Caller, familyId: string): Promise<readonly string[]> =>
  (await caller.ask<{ family: { contributions: { nodes: readonly { situation: string }[] } } }>('query ($id: ID!) { family(id: $id) { contributions(first: 100) { nodes { situation } } } }', { id: familyId }))
    .family.contributions.nodes.map(({ situation }) => situation)

// After each step of it, in turn: apps/api/src/processes/kill.spec.ts.
test.describe('the power fails while a visit is being fixed', () => {
  for (const delay of [4, 18]) {
    test(`killed ${delay} ms after the last yes: afterwards every part is fixed, or none is`, async ({ ownProcess, windows }) => {
      const { familyId, coordinator, mother, father, proposalId } = await withProposalSent(ownProcess)
      const before = await paediatricianIsFree(coordinator)
      await sayYes(mother, familyId, proposalId)
      const lastYes = sayYes(father, familyId, proposalId).catch(() => undefined)
      await new Promise((resolve) => { setTimeout(resolve, delay) })
      await ownProcess.killAndRestart()
      await lastYes

      const proposed = (await proposalsOf(mother, familyId)).find(({ id }) => id === proposalId)?.bundles.flatMap((bundle) => bundle.parts) ?? []
      const fixed = (await bundlesOf(mother, familyId)).flatMap((bundle) => bundle.parts).filter((part) => part.status === 'CONFIRMED')
      expect([0, proposed.length], 'no half visit, at any moment').toContain(fixed.length)

      const status = async () => (await proposalsOf(coordinator, familyId)).find(({ id }) => id === proposalId)?.status
      // The last yes may have been lost with the power: then nothing was begun, and saying it again fixes everything.
      if (await status() === 'SENT') await sayYes(father, familyId, proposalId)
      await expect.poll(status, { message: 'the confirmation comes to an end' }).toBe('CONFIRMED')

      const parts = (await proposalsOf(coordinator, familyId)).find(({ id }) => id === proposalId)?.bundles.flatMap((bundle) => bundle.parts) ?? []
      expect(parts.map((part) => part.status)).toEqual(parts.map(() => 'CONFIRMED'))
      const [hers] = parts.filter(({ label }) => label === 'Kinderarts')
      expect(await paediatricianIsFree(coordinator), 'her calendar has this part, and holds nothing else').toEqual(hers === undefined ? [] : withoutTime(before, hers))

      const anouk = await windows.open(ownProcess, 'mother')
      await expect(anouk.getByText('Alles staat vast')).toBeVisible()
      const seen = (await bundlesOf(mother, familyId)).flatMap((bundle) => bundle.parts).filter((part) => parts.some(({ id }) => id === part.id))
      expect(seen).toHaveLength(parts.length)
    })
  }
})

test('two visits want the same time of one professional: one is fixed whole, the other is let go whole, and both families are told', async ({ ownRegion, windows }) => {
  const { familyId, coordinator, mother, father, proposalId } = await withProposalSent(ownRegion)
  const { runId, proposals } = await makeProposals(coordinator, familyId)
  const rivals = proposals.slice(0, 1).map(({ id }) => id)
  await sendProposals(coordinator, familyId, runId, rivals)
  await Promise.all([proposalId, ...rivals].flatMap((id) => [mother, father].map((parent) => parent.attempt(answerProposal, { commandId: newId(), familyId, proposalId: id, answer: 'YES' }))))
  const settled = async () => (await proposalsOf(coordinator, familyId)).filter(({ id }) => id === proposalId || rivals.includes(id)).map(({ status }) => status).toSorted()
  await expect.poll(async () => (await settled()).includes('CONFIRMING')).toBe(false)
  expect((await settled()).filter((status) => status === 'CONFIRMED'), 'one need is planned once').toHaveLength(1)
  const parts = (await bundlesOf(coordinator, familyId)).flatMap((bundle) => bundle.parts).filter(({ status }) => status === 'CONFIRMED')
  expect(new Set(parts.map(({ label }) => label)).size, 'no appointment stands there twice').toBe(parts.length)
  const anouk = await windows.open(ownRegion, 'mother')
  await expect(anouk.getByText('Alles staat vast')).toBeVisible()
})

const editGoal = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Wijzigen : Samen rustig worden na schrik' }).click()
  await expect(page.getByRole('dialog', { name: 'Doel wijzigen' })).toBeVisible()
}

test('two people edit the same goal: the second sees both texts and loses none', async ({ ownRegion, windows }) => {
  const familyId = await familyIdOf(await signIn(ownRegion.url, 'coordinator'))
  const first = await windows.open(ownRegion, 'coordinator', { path: `gezin/${familyId}` })
  const second = await windows.open(ownRegion, 'coordinator', { apart: true, path: `gezin/${familyId}` })
  await editGoal(first)
  await editGoal(second)
  const title = (page: Page) => page.getByRole('dialog', { name: 'Doel wijzigen' }).getByRole('textbox', { name: 'Doel', exact: true })
  await title(second).fill('Mijn woorden: samen tot rust')
  await title(first).fill('Haar woorden: rust na schrik')
  await first.getByRole('button', { name: 'Opslaan' }).click()
  await expect(first.getByRole('dialog')).toHaveCount(0)
  await second.getByRole('button', { name: 'Opslaan' }).click()
  const alert = second.getByRole('alert')
  await expect(alert).toContainText('Haar woorden: rust na schrik')
  await expect(title(second)).toHaveValue('Mijn woorden: samen tot rust')
  await alert.getByRole('button', { name: 'Verder met mijn tekst' }).click()
  await second.getByRole('button', { name: 'Opslaan' }).click()
  await expect(second.getByRole('heading', { name: 'Mijn woorden: samen tot rust' })).toBeVisible()
  await expect(first.getByRole('heading', { name: 'Mijn woorden: samen tot rust' }), 'the other sees it without a reload').toBeVisible()
})

test('the same command twice has one effect, and its answer is the same', async ({ ownRegion }) => {
  const lotte = await signIn(ownRegion.url, 'pedagogical-worker')
  const familyId = await familyIdOf(lotte)
  const command = { commandId: newId(), familyId, input: note(await memberIdOf(lotte, familyId, 'Sem'), 'Eén keer, ook als de knop twee keer werd gedrukt.') }
  const answers = await Promise.all([lotte.ask(addContribution, command), lotte.ask(addContribution, command), lotte.ask(addContribution, command)])
  expect(await lotte.ask(addContribution, command)).toEqual(answers[0])
  expect(answers).toEqual([answers[0], answers[0], answers[0]])
  expect((await situationsOf(lotte, familyId)).filter((text) => text === command.input.situation)).toHaveLength(1)
})

test('what cannot be is refused with a code, and nothing is written', async ({ ownRegion }) => {
  const [lotte, eva, mother, pregnant] = await Promise.all([signIn(ownRegion.url, 'pedagogical-worker'), signIn(ownRegion.url, 'paediatrician'), signIn(ownRegion.url, 'mother'), signIn(ownRegion.url, 'pregnant-woman')])
  const familyId = await familyIdOf(lotte)
  const other = (await pregnant.ask<{ families: { nodes: readonly { id: string }[] } }>('{ families { nodes { id } } }')).families.nodes[0]?.id ?? ''
  const sem = await memberIdOf(lotte, familyId, 'Sem')
  const before = await situationsOf(lotte, familyId)
  const tomorrow = Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days: 1 }).toString()
  const write = (input: unknown, family = familyId, who = lotte, commandId = newId()) => who.attempt(addContribution, { commandId, familyId: family, input })

  const refusals = [
    ['a text of a hundred kilobytes', (await write(note(sem, 'a'.repeat(100_000)))).code, /^(text-too-long|request-too-large)$/],
    ['a text that is a little too long', (await write(note(sem, 'a'.repeat(60_000)))).code, 'text-too-long'],
    ['an empty text', (await write(note(sem, '   '))).code, 'text-empty'],
    ['the 30th of February', (await write(note(sem, 'Kan niet.', { occurredOn: '2026-02-30' }))).code, /^(date-invalid|date-impossible)$/],
    ['a date that is no date', (await write(note(sem, 'Kan niet.', { occurredOn: 'gisteren' }))).code, /^(date-invalid|date-impossible)$/],
    ['tomorrow', (await write(note(sem, 'Kan niet.', { occurredOn: tomorrow }))).code, 'date-in-future'],
    ['three parts of four', (await write(note(sem, 'Kan niet.', { kind: 'FOUR_PART' }))).code, 'four-parts-missing'],
    ['a child of nobody', (await write(note(newId(), 'Kan niet.'))).code, /^(subject-unknown|not-found)$/],
    ['a category that is not there', (await write(note(sem, 'Kan niet.', { category: 'GOSSIP' }))).code, 'request-invalid'],
    ['the family of somebody else', (await write(note(sem, 'Kan niet.'), other)).code, 'not-found'],
    ['a family that is not there', (await write(note(sem, 'Kan niet.'), newId())).code, 'not-found'],
    ['a command without an id', (await write(note(sem, 'Kan niet.'), familyId, lotte, 'x')).code, 'request-invalid'],
    ['a mother who reads another family', (await mother.attempt('query ($id: ID!) { accessLog(familyId: $id) { nodes { who } } }', { id: other })).code, 'not-found'],
    ['a doctor who plans', (await eva.attempt('mutation ($c: ID!, $f: ID!) { startProposals(commandId: $c, familyId: $f, input: { lighter: false }) { id } }', { c: newId(), f: familyId })).code, /^(not-coordinator|not-found)$/],
  ] as const
  for (const [what, code, expected] of refusals) expect.soft(code, what).toMatch(expected)
  expect(await mother.raw('query ($id: ID!) { family(id: $id) { name } }', { id: other }), 'a family that is not hers looks like one that is not there')
    .toBe(await mother.raw('query ($id: ID!) { family(id: $id) { name } }', { id: newId() }))
  expect(await situationsOf(lotte, familyId)).toEqual(before)
})

test('nobody gets in without a session, or with that of the other app', async ({ region }) => {
  const ask = (headers: Readonly<Record<string, string>>) => fetch(`${region.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query: '{ families { nodes { name } } }' }) }).then((answer) => answer.text())
  const lotte = await signIn(region.url, 'pedagogical-worker')
  const strangers: readonly Readonly<Record<string, string>>[] = [{}, { cookie: 'samenspel_desk=made-up' }, { cookie: lotte.cookie, 'x-samenspel-app': 'parent' }, { cookie: lotte.cookie.replace('desk', 'parent') }]
  for (const headers of strangers) {
    const answer = await ask(headers)
    expect(answer).toContain('not-signed-in')
    expect(answer).not.toContain('Gezin')
  }
  expect(await ask({ cookie: lotte.cookie, origin: 'https://elsewhere.example' })).toContain('origin-refused')
})

test('who presses Enter before the families are there is still led to the one that was meant, and sees at once that it is coming', async ({ region, windows }) => {
  const hanne = await windows.open(region, 'coordinator', { path: 'berichten' })
  const names = Promise.withResolvers<void>()
  const code = Promise.withResolvers<void>()
  await hanne.route('**/family-page-*.js', async (route) => { await code.promise; await route.continue() })
  await hanne.goto(`${region.url}/desk/gezinnen`)
  await expect(hanne.getByRole('link', { name: 'Gezin Verhoeven' })).toBeVisible()
  await hanne.route('**/graphql', async (route) => { await names.promise; await route.continue() })
  await hanne.keyboard.press('Control+k')
  await expect(hanne.getByRole('searchbox')).toBeFocused()
  await hanne.keyboard.type('verhoe')
  await hanne.keyboard.press('Enter')
  await expect(hanne.getByRole('searchbox')).toBeVisible()
  names.resolve()
  await expect(hanne.getByRole('searchbox')).toBeHidden()
  await expect(hanne.getByRole('link', { name: 'Gezin Verhoeven' })).toBeHidden()
  await expect(hanne.getByText('Even geduld. Wij halen het op.')).toBeVisible()
  code.resolve()
  await expect(hanne.getByRole('heading', { level: 1, name: 'Gezin Verhoeven' })).toBeVisible()
})

test('emoji, right-to-left and odd signs are kept and shown exactly', async ({ ownRegion, windows }) => {
  const lotte = await signIn(ownRegion.url, 'pedagogical-worker')
  const familyId = await familyIdOf(lotte)
  const words = ['Sem lachte 👨‍👩‍👦‍👦🧸 en zei “dá”', 'قالت الأم: الحمد لله، نام ساعتين', 'אמא שרה שיר ערש 🌙', 'e\u0301 é ﬁ ½ <b>geen vet</b> & "zo" \\ 日本語', 'regel een\nregel twee\n\n  ingesprongen']
  const sem = await memberIdOf(lotte, familyId, 'Sem')
  for (const situation of words) await lotte.ask(addContribution, { commandId: newId(), familyId, input: note(sem, situation) })
  expect((await situationsOf(lotte, familyId)).filter((text) => words.includes(text)).toSorted()).toEqual(words.toSorted())
  const page = await windows.open(ownRegion, 'pedagogical-worker', { path: `gezin/${familyId}` })
  const contributions = page.getByRole('region', { name: 'Bijdragen' })
  for (const situation of words) {
    const shown = contributions.getByRole('article').locator('p').filter({ hasText: situation.split('\n')[0] ?? '' })
    await expect(shown).toHaveCount(1)
    expect(await shown.evaluate((element) => element.textContent)).toBe(situation)
  }
  const arabic = contributions.locator('p').filter({ hasText: 'قالت الأم' })
  expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
})

test('what was written is there again after the application stopped and started', async ({ ownProcess }) => {
  const lotte = await signIn(ownProcess.url, 'pedagogical-worker')
  const familyId = await familyIdOf(lotte)
  await lotte.ask(addContribution, { commandId: newId(), familyId, input: note(await memberIdOf(lotte, familyId, 'Sem'), 'Geschreven voor de nacht.') })
  await lotte.ask('mutation ($familyId: ID!) { saveDraft(familyId: $familyId, form: "contribution", content: "half") { form } }', { familyId })
  const before = await situationsOf(lotte, familyId)
  await ownProcess.restart()
  expect(await situationsOf(lotte, familyId), 'in the same session').toEqual(before)
  expect(before).toContain('Geschreven voor de nacht.')
  expect(await lotte.ask('query ($familyId: ID!) { draft(familyId: $familyId, form: "contribution") { content } }', { familyId })).toEqual({ draft: { content: 'half' } })
  await ownProcess.killAndRestart()
  expect(await situationsOf(lotte, familyId)).toEqual(before)
})

test.describe('a start that cannot be says so in one sentence and ends with 78', () => {
  const refused = async (environment: Readonly<Record<string, string>>, sentence: RegExp): Promise<void> => {
    const { code, said } = await startRefused(environment)
    expect(said).toMatch(sentence)
    expect(said.split('\n')).toHaveLength(1)
    expect(code).toBe(78)
  }

  for (const [name, value] of [['PORT', 'drie'], ['DEMO', 'maybe'], ['ENV', 'staging'], ['HOST', 'not a host']] as const) {
    test(`SAMENSPEL_${name} is ‘${value}’`, async ({ settings }) => {
      await refused({ ...settings.environment, [`SAMENSPEL_${name}`]: value }, new RegExp(`^SAMENSPEL_${name} is '${value}', but .+\\.$`))
    })
  }

  test('a store that there is not; what was set may hold a password, and is not repeated', async ({ settings }) => {
    await refused({ ...settings.environment, SAMENSPEL_STORE: 'oracle://somebody:secret@host' }, /^SAMENSPEL_STORE must be sqlite, postgres:(?!.*secret).+\.$/)
  })

  test('the demo region in production', async ({ settings }) => {
    await refused({ ...settings.environment, SAMENSPEL_ENV: 'production', SAMENSPEL_DEMO: 'on' }, /^SAMENSPEL_DEMO is 'on', but .+\.$/)
  })

  test('the port is taken by another program', async ({ region, settings }) => {
    await refused({ ...settings.environment, SAMENSPEL_PORT: new URL(region.url).port }, /^Port \d+ on 127\.0\.0\.1 is taken by another program; .+\.$/)
  })

  test('a second process on the same data, and the first goes on', async ({ region }) => {
    const { code, said } = await startRefused({ ...region.environment, SAMENSPEL_PORT: String(await freePort()) })
    expect(code).toBe(78)
    expect(said.split('\n')).toHaveLength(1)
    expect((await fetch(`${region.url}/readyz`)).status).toBe(200)
    expect(await familyIdOf(await signIn(region.url, 'coordinator'))).not.toBe('')
  })

  test('the master key is another one than that of the data', async ({ ownRegion, settings }) => {
    const key = join(settings.folder, 'another.key')
    await writeFile(key, 'no key')
    const { code, said } = await startRefused({ ...ownRegion.environment, SAMENSPEL_PORT: String(await freePort()), SAMENSPEL_MASTER_KEY_FILE: key })
    expect(code).toBe(78)
    expect(said.split('\n')).toHaveLength(1)
  })
})

test('without a demo region there is a front page, and nobody signs in by a name', async () => {
  const instance = await startInstance({ SAMENSPEL_DEMO: 'off' })
  expect((await fetch(`${instance.url}/demo/personas`)).status).toBe(404)
  expect((await fetch(`${instance.url}/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ persona: 'coordinator' }) })).status).toBe(404)
  expect(await (await fetch(`${instance.url}/`)).text()).not.toContain(familyName)
  await instance.stop()
})

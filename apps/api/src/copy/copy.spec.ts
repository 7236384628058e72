/** A copy of a family's file, as who takes it along gets it: what is in it, what it leaves behind, and what it proves. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { system } from '@samenspel/kernel'
import { fingerprintOf, readCheckpoint } from '@samenspel/log-integrity'
import { type LogLine } from '../disclosure/access-log.ts'
import { leavesOfItem } from '../disclosure/copying/events.ts'
import { keepOutside } from '../integrity/keep-outside.ts'
import { command, dataOf, people } from '../testing/family.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { askCopy, takeCopy } from '../testing/take-copy.ts'
import { confirmed, openFeed } from '../testing/walk.ts'
import { checkCopy } from './check.ts'
import { fileOf, readCopy, type ReadCopy, type WrittenProofs } from './format.ts'

const verhoeven = demoId('family verhoeven'), claes = demoId('family claes'), bosman = demoId('family bosman')

let now = '2026-11-24T09:00:00.000Z'
let isFailing = false
let api: RunningApi
let all: Awaited<ReturnType<typeof people>>
let ofMother: { readonly file: string; readonly copy: ReadCopy }

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  api = await startApi({
    clock: () => now,
    instead: ({ accessLog, ...stores }) => ({ ...stores, accessLog: { ...accessLog, append: (...appended) => isFailing ? Promise.reject(new Error('the disk is full')) : accessLog.append(...appended) } }),
  })
  all = await people(api)
  await confirmed(all.hanne, [all.anouk, all.joost], verhoeven)
  await openFeed(all.anouk)
  dataOf(await command(all.joost, 'mutation ($commandId: ID!, $familyId: ID!) { pausePlanning(commandId: $commandId, familyId: $familyId, from: "2027-03-01", reason: AWAY, until: "2027-03-14") { id } }', { familyId: verhoeven }))
  dataOf(await command(all.joost, 'mutation ($commandId: ID!, $familyId: ID!) { lightenWeeks(commandId: $commandId, familyId: $familyId, weeks: ["2027-03-15"]) { id } }', { familyId: verhoeven }))
  ofMother = await takeCopy(api, all.anouk, verhoeven)
})
afterAll(() => api.stop())

/** By then nobody is signed in any more. */
const aDayLater = async () => {
  now = new Date(Date.parse(now) + 86_400_000).toISOString()
  all = await people(api)
}

const linesOf = (family = verhoeven): Promise<readonly LogLine[]> => api.accessLog.read(family)
const linesLeftBy = async (act: () => Promise<unknown>): Promise<readonly LogLine[]> => {
  const before = (await linesOf()).length
  await act()
  return (await linesOf()).slice(before)
}
const findingsIn = (file: string): readonly string[] => {
  const copy = readCopy(file)
  return copy === undefined ? ['not-a-copy'] : checkCopy(copy, api.stores.signingKey.publicKey).findings.map(({ code, entry }) => entry === undefined ? code : `${code} ${entry.number} ${entry.title}`)
}
const titles = ({ copy }: typeof ofMother) => copy.entries.map(({ title }) => title)
const allText = ({ copy }: typeof ofMother) => copy.entries.map(({ text }) => text).join('\n')

describe('a copy', () => {
  test('is a file that is kept nowhere on the way, and whose name tells nothing of anybody', async () => {
    await aDayLater()
    const { headers, status } = await askCopy(api, all.anouk, verhoeven)
    expect([status, headers.get('cache-control'), headers.get('content-type'), headers.get('content-disposition')])
      .toEqual([200, 'no-store', 'text/html; charset=utf-8', 'attachment; filename="samenspel-copy-2026-11-25.html"'])
  })
  test('holds what is about the child and about oneself, in one’s own language (P-01)', () => {
    const text = allText(ofMother)
    const parts = ['Sem Verhoeven', 'Fysiotherapie', 'staat vast', 'Nadia Brouwer', 'Hanne de Wit', 'las over de afspraken van Sem', 'De week van Anouk', 'Gezag over Sem', 'Even rustiger', '1 maart 2027', '15 maart 2027', 'Wat past er in uw week', 'Bezoeken in een week, hooguit']
    expect(parts.filter((part) => !text.includes(part))).toEqual([])
    expect(ofMother.file).toContain('<html lang="nl">')
  })
  test('tells of itself, as the newest of who looked', () => {
    expect(ofMother.copy.entries.find(({ text }) => text.includes('maakte een kopie van alles over'))?.title).toBe('24 november 2026: U')
  })
  test('leaves behind what is about another adult, in words that are the same for everybody (P-02)', async () => {
    const his = await takeCopy(api, all.joost, verhoeven)
    expect([ofMother, his].map((one) => allText(one).includes('luistert ook in haar slaap naar Sem'))).toEqual([true, false])
    expect(titles(his)).toContain('De week van Joost')
    expect(titles(his)).not.toContain('De week van Anouk')
    expect(titles(ofMother)).not.toContain('De week van Joost')
    // What both set is in both; which of them asked for the pause is in neither.
    expect(titles(his)).toContain('Even rustiger')
    expect(ofMother.copy.entries.find(({ title }) => title === 'Even rustiger')?.text).not.toContain('Joost')
    const said = 'Wat over iemand anders gaat, geven wij niet mee.'
    for (const file of [his.file, ofMother.file, (await takeCopy(api, all.theresa, claes)).file]) expect(file).toContain(said)
  })
  test('holds no id of anybody or anything but its own and that of the installation, and no place in a log', () => {
    const { installation } = api.stores.signingKey
    const own = /copy\/([0-9a-f-]{36})\n/.exec(ofMother.copy.proofs.statement)?.[1]
    const ids = new Set(ofMother.file.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g))
    expect([...ids].sort()).toEqual([installation, own].sort())
    expect(Object.values(ofMother.copy.proofs.notes).map((note) => readCheckpoint(note).size)).toEqual([4_096, 4_096])
  })
  test('speaks English to who reads English', async () => {
    await aDayLater()
    const english = await fetch(`${api.url}/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ persona: 'father', language: 'en' }) })
    const { file } = await takeCopy(api, { cookie: english.headers.get('set-cookie')?.split(';')[0] ?? '' } as Somebody, verhoeven)
    expect(file).toContain('<html lang="en">')
    expect(file).toContain('Check this copy')
    expect(file).toContain('made a copy of everything about')
  })
  test('asks for nothing from elsewhere, and lets nothing in', () => {
    const [head = ''] = ofMother.copy.page.split('</head>')
    expect(head).toMatch(/content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/)
    expect(ofMother.copy.page.match(/(?:src|href)="[^#"][^"]*"/g) ?? []).toEqual([])
    expect(ofMother.copy.page).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
    expect(ofMother.copy.page).not.toMatch(/ (?:on\w+|style)=/)
  })
})

describe('whoever may not take it', () => {
  test('can’t tell a family that isn’t there from one that isn’t theirs', async () => {
    const answers = await Promise.all([
      askCopy(api, all.anouk, claes), askCopy(api, all.anouk, demoId('no such family')), askCopy(api, all.theresa, verhoeven), askCopy(api, all.hanne, verhoeven), askCopy(api, all.paul, verhoeven),
      askCopy(api, all.lotte, bosman), askCopy(api, all.anouk, undefined), askCopy(api, all.anouk, { id: verhoeven }),
    ].map(async (asked) => { const answer = await asked; return [answer.status, await answer.text()] }))
    expect(new Set(answers.map(String)).size).toBe(1)
    expect(answers[0]?.[0]).toBe(404)
  })
  test('leaves a line that it was stopped', async () => {
    const left = await linesLeftBy(() => askCopy(api, all.theresa, verhoeven))
    expect(left).toMatchObject([{ action: 'export', operation: 'copy', outcome: 'refused', by: { person: demoId('claes theresa') } }])
    expect(await linesLeftBy(() => askCopy(api, all.hanne, verhoeven))).toMatchObject([{ action: 'export', outcome: 'refused' }])
  })
  test('is asked to sign in', async () => {
    expect((await askCopy(api, undefined, verhoeven)).status).toBe(401)
  })
})

describe('the access log', () => {
  test('has a line for each kind of data about each subject before a copy leaves', async () => {
    await aDayLater()
    const left = await linesLeftBy(() => takeCopy(api, all.anouk, verhoeven))
    expect(new Set(left.map(({ operation, outcome }) => `${operation} ${outcome}`))).toEqual(new Set(['copy done']))
    expect(new Set(left.map(({ action }) => action))).toEqual(new Set(['export', 'readAccessLog']))
    expect(left.filter(({ policies }) => policies.length === 0)).toEqual([])
    const classes = left.filter(({ action }) => action === 'export').map(({ subject, category }) => `${JSON.stringify(subject)} ${category}`)
    expect(new Set(classes).size).toBe(classes.length)
    expect(classes.length).toBeGreaterThan(10)
  })
  test('that can’t be written to means no copy', async () => {
    isFailing = true
    try {
      const answer = await askCopy(api, all.joost, verhoeven)
      expect([answer.status, readCopy(await answer.text())]).toEqual([500, undefined])
    } finally {
      isFailing = false
    }
  })
  test('ends it after three copies a day, also when they are asked at once, until the next day', async () => {
    await aDayLater()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => askCopy(api, all.joost, verhoeven)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429])
    const refused = await answers.find(({ status }) => status === 429)?.json() as { errors: readonly { message: string; extensions: { code: string } }[] }
    expect(refused.errors[0]).toMatchObject({ extensions: { code: 'copies-today' }, message: expect.stringContaining('3') })
    expect((await askCopy(api, all.anouk, verhoeven)).status).toBe(200)
    await aDayLater()
    expect((await askCopy(api, all.joost, verhoeven)).status).toBe(200)
  })
})

describe('its proofs', () => {
  test('hold for every entry of everybody who can take one', async () => {
    await aDayLater()
    for (const [somebody, family] of [[all.anouk, verhoeven], [all.joost, verhoeven], [all.theresa, claes]] as const) {
      const { file, copy } = await takeCopy(api, somebody, family)
      expect(findingsIn(file)).toEqual([])
      expect(copy.entries.length).toBeGreaterThan(10)
      expect(copy.proofs.entries.every(({ proofs }) => proofs.length > 0)).toBe(true)
    }
  })
  test('are of both logs', () => {
    expect(new Set(ofMother.copy.proofs.entries.flatMap(({ proofs }) => proofs.map(({ log }) => log)))).toEqual(new Set(['events', 'access-log']))
  })
  test('say nothing that an event says or was sealed as', async () => {
    for await (const { metadata, id, data } of api.stores.log.readStream(`family-${verhoeven}`)) {
      for (const part of [id, String(metadata['link']), String(metadata['keyId']), Buffer.from(data).toString('base64').slice(0, 40), Buffer.from(data).toString('hex').slice(0, 40)]) expect(ofMother.file).not.toContain(part)
    }
  })
  test('were signed with the key whose fingerprint anybody can ask for', async () => {
    const { fingerprint } = await (await fetch(`${api.url}/copy/key`)).json() as { fingerprint: string }
    expect(fingerprint).toBe(fingerprintOf(api.stores.signingKey.publicKey))
    expect(ofMother.copy.page).toContain(`<code>${fingerprint}</code>`)
  })
  test('are kept with the size of the logs at that moment, and handed to the place outside', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'samenspel-outside-'))
    try {
      const id = /copy\/([0-9a-f-]{36})\n/.exec(ofMother.copy.proofs.statement)?.[1] ?? ''
      expect(api.stores.checkpoints.copyNotes(id).map(({ log, note }) => [log, note])).toEqual([['access-log', ofMother.copy.proofs.notes['access-log']], ['events', ofMother.copy.proofs.notes.events]])
      for (const { size, log } of api.stores.checkpoints.copyNotes(id)) { expect(size).toBeGreaterThan(50); expect(size).toBeLessThanOrEqual(api.stores.checkpoints.tree(log).size) }
      await keepOutside(api.stores.checkpoints, api.stores.signingKey, { folder: outside })
      await keepOutside(api.stores.checkpoints, api.stores.signingKey, { folder: outside })
      const [file] = (await readdir(outside)).filter((name) => name.includes(id) && name.endsWith('-events.checkpoint'))
      expect(await readFile(join(outside, file ?? ''), 'utf8')).toBe(ofMother.copy.proofs.notes.events)
      expect(api.stores.checkpoints.notYetOutside()).toEqual([])
    } finally {
      await rm(outside, { recursive: true, force: true })
    }
  })
  test('there is none for something that no event made: then there is no copy', () => {
    const item = { kind: 'dyad', id: 'made up', subject: { kind: 'case' }, category: 'relationship', by: system, at: now } as unknown as Parameters<typeof leavesOfItem>[0]
    expect(() => leavesOfItem(item, { coordinator: undefined, substitute: undefined }, [])).toThrow('no event made the dyad')
  })
})

describe('a copy that somebody changed', () => {
  const changed = (how: (file: string) => string) => { const file = how(ofMother.file); expect(file).not.toBe(ofMother.file); return findingsIn(file) }
  const withProofs = (how: (proofs: WrittenProofs) => WrittenProofs) => findingsIn(fileOf(ofMother.copy.page, how(ofMother.copy.proofs)))
  const number = () => ofMother.copy.entries.findIndex(({ text }) => text.includes('Hier ben ik veilig.')) + 1

  test('names the entry of which one word was changed', () => {
    expect(changed((file) => file.replace('Hier ben ik veilig.', 'Hier ben ik alleen.'))).toEqual([`entry-differs ${number()} Bijdrage over Anouk en Sem`])
  })
  test('names the entry whose leaf was changed', () => {
    const codes = withProofs((proofs) => ({ ...proofs, entries: proofs.entries.map((entry, index) => index === number() - 1 ? { ...entry, proofs: entry.proofs.map((proof) => ({ ...proof, leaf: proof.leaf.replace(/^./, (digit) => digit === '0' ? '1' : '0') })) } : entry) }))
    expect(codes).toEqual([`entry-differs ${number()} Bijdrage over Anouk en Sem`])
  })
  test('names the entry whose proof was changed', () => {
    const codes = withProofs((proofs) => ({ ...proofs, entries: proofs.entries.with(3, { ...proofs.entries[3]!, proofs: proofs.entries[3]!.proofs.map((proof) => ({ ...proof, index: '00000001' })) }) }))
    expect(codes).toEqual([`entry-unproven 4 ${titles(ofMother)[3]}`])
  })
  test('is not what was signed when an entry is gone, added, or has changed places', () => {
    expect(changed((file) => file.replace(/<article id="e5">[^]*?<\/article>/, ''))).toContain('entry-missing')
    expect(changed((file) => file.replace('<article id="e5">', '<article>\n<h3>Nooit gebeurd</h3>\n</article><article id="e5">'))).toContain('entry-missing')
    expect(withProofs((proofs) => ({ ...proofs, entries: proofs.entries.slice(1) }))).toContain('list-differs')
    expect(withProofs((proofs) => ({ ...proofs, entries: [proofs.entries[1]!, proofs.entries[0]!, ...proofs.entries.slice(2)] }))).toContain('list-differs')
  })
  test('is not what was signed when words stand between the entries, or it looks otherwise', () => {
    expect(changed((file) => file.replace('</main>', '<p>Dit zei de dokter ook nog.</p></main>'))).toEqual(['text-differs'])
    expect(changed((file) => file.replace('Voor Anouk.', 'Voor Joost.'))).toEqual(['text-differs'])
    expect(changed((file) => file.replace('#faf7f1', '#ffffff'))).toEqual(['page-differs'])
    expect(changed((file) => file.replace("show('wrong'", "show('fine'"))).toEqual(['page-differs'])
  })
  test('is not what was signed when it was signed by somebody else, or stands beside the note of another copy', async () => {
    const other = (await takeCopy(api, all.theresa, claes)).copy.proofs
    expect(withProofs((proofs) => ({ ...proofs, key: Buffer.alloc(32, 9).toString('base64') }))).toContain('signed-elsewhere')
    expect(withProofs((proofs) => ({ ...proofs, notes: other.notes }))).toContain('note-differs')
    expect(withProofs((proofs) => ({ ...proofs, statement: proofs.statement.replace('made 2026', 'made 2025') }))).toContain('signature-wrong')
  })
  test('is no copy at all when its end is gone or its proofs can’t be read', () => {
    expect(findingsIn(ofMother.file.slice(0, -20))).toEqual(['not-a-copy'])
    expect(findingsIn('<!doctype html><p>Kopie</p>')).toEqual(['not-a-copy'])
    expect(changed((file) => file.replace('"form":1', '"form":2'))).toEqual(['not-a-copy'])
  })
})

/** The safety track through the API: who works in it, whom it is told, and what shows where (S-01 … S-08). Its rules are specified in libs/safety. */
import { randomUUID } from 'node:crypto'
import { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { reasonsOf, type Reason } from '../messages/reasons.ts'
import { codesOf, command, dataOf, people } from '../testing/family.ts'
import { startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { addMember, addWords, answerWords, closeTrack, completeTask, openEmergency, openTrack, liftShield, readTracks, releaseNotes, reviewEmergency, shieldNote, takeStep, type Track } from '../testing/safety.ts'
import { usualUrgentNumbers } from '../settings.ts'
import { noFamily, openRecord } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { loadRecord } from './record.ts'
import { openTelling } from './telling.ts'
import { askingOf } from './viewer.ts'

const today = '2026-11-24'
let now = `${today}T09:00:00.000Z`
const verhoeven = demoId('family verhoeven')
const [sem, anouk, joost] = ['sem', 'anouk', 'joost'].map((name) => demoId(`verhoeven ${name}`)) as [string, string, string]

let api: RunningApi
let all: Awaited<ReturnType<typeof people>>
/** Whatever is connected to, from the first note on. */
const connecting = jest.spyOn(Socket.prototype, 'connect')
beforeAll(async () => {
  api = await startApi({ clock: () => now })
  all = await people(api)
})
afterAll(async () => {
  connecting.mockRestore()
  await api.stop()
})

const tracksOf = async (somebody: Somebody): Promise<readonly Track[] | undefined> => {
  const answer = await readTracks(somebody, verhoeven)
  if (answer.errors === undefined) return dataOf<{ safetyTracks: readonly Track[] }>(answer).safetyTracks
  expect(codesOf(answer)).toEqual(['not-found'])
  return undefined
}
type Asked = { readonly id: string; readonly kind: string; readonly about: string; readonly status: string; readonly receivedOn: string; readonly decidedOn: string | null; readonly reason: string | null }
const requestsOf = async (somebody: Somebody) => dataOf<{ ownData: { requests: readonly Asked[] } }>(await somebody.ask('query ($id: ID!) { ownData(familyId: $id) { requests { id kind about status receivedOn answerBy decidedOn reason } } }', { id: verhoeven })).ownData.requests
const deskOf = async (somebody: Somebody) => dataOf<{ dataRequests: { nodes: readonly { id: string; kind: string; about: string; recipients: readonly { name: string }[] }[] } }>(await somebody.ask('{ dataRequests { nodes { id kind about recipients { name } } } }')).dataRequests.nodes
const decideRequest = (somebody: Somebody, mutation: string, requestId: string, more = '') => command(somebody, `mutation ($commandId: ID!, $familyId: ID!, $requestId: ID!) { ${mutation}(commandId: $commandId, familyId: $familyId, requestId: $requestId${more}) { id } }`, { familyId: verhoeven, requestId })
const linesOf = async () => api.accessLog.read(verhoeven)

describe('a safety track', () => {
  let track: { readonly familyId: string; readonly trackId: string }
  test('S-01, S-08: begins with the signals of somebody of the team, and with a plan', async () => {
    const { openSafetyTrack: { id } } = dataOf<{ openSafetyTrack: { id: string } }>(await openTrack(all.lotte, verhoeven, { childId: sem, words: 'Signalen.', investigated: [joost] }))
    track = { familyId: verhoeven, trackId: id }
    const [read] = await tracksOf(all.lotte) ?? []
    expect(read).toMatchObject({ id, isMember: true, notes: [{ step: 'SIGNALS', words: 'Signalen.' }], circle: { missing: ['CONSULTATION', 'TALK', 'WEIGHING', 'DECISION', 'PLAN'], tasks: [{ isPlan: true }] } })
  })
  test('S-05: asks of who treats adults to look at their children', async () => {
    expect(codesOf(await openTrack(all.nadia, verhoeven, { childId: sem, words: 'Signalen.' }))).toEqual(['kindcheck-missing'])
  })
  test('S-04: is there for nobody else, by its address or by any command', async () => {
    for (const somebody of [all.hanne, all.nadia, all.anouk, all.joost, all.paul, all.theresa]) expect(await tracksOf(somebody)).toBeUndefined()
    const answers = await Promise.all([track.trackId, demoId('no track')].map(async (trackId) => JSON.stringify([await closeTrack(all.hanne, { ...track, trackId }, 'Dicht.'), await addMember(all.hanne, { ...track, trackId }, demoId('practitioner hanne'))])))
    expect(answers[0]).toBe(answers[1])
    expect(answers[0]).toContain('track-unknown')
    expect(codesOf(await openTrack(all.theresa, verhoeven, { childId: sem, words: 'x' }))).toEqual(['not-found'])
    expect(codesOf(await openTrack(all.anouk, verhoeven, { childId: sem, words: 'x' }))).toEqual(['not-a-professional'])
  })
  test('says on the family file to its own circle that it is there, and to no other', async () => {
    const works = async (somebody: Somebody) => dataOf<{ family: { worksOnSafety: boolean } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { worksOnSafety } }', { id: verhoeven })).family.worksOnSafety
    expect(await Promise.all([all.lotte, all.femke, all.hanne, all.anouk].map(works))).toEqual([true, false, false, false])
    dataOf(await addMember(all.lotte, track, demoId('practitioner femke')))
    expect(await Promise.all([all.lotte, all.femke, all.hanne, all.anouk].map(works))).toEqual([true, true, false, false])
  })
  test('S-04, T9: moves on, and what was worked out of the file for everybody else stays, so that no answer tells by its time that there is something', async () => {
    const { files } = api
    const parts = { visits: { last: () => Promise.resolve(undefined), mark: () => Promise.resolve(), drop: () => Promise.resolve() }, urgentNumbers: usualUrgentNumbers }
    const look = async (name: string) => {
      const asking = await askingOf({ person: demoId(`practitioner ${name}`), role: 'professional', app: 'desk', language: 'nl', key: '', secondFactor: true }, files)
      const record = await loadRecord(files, verhoeven, now)
      if (record === undefined) throw new Error('no family')
      return { record, facts: factsOf(record, asking), opened: (await openRecord(parts, { record, asking, now, operation: 'family' }))?.opened }
    }
    const people = ['hanne', 'lotte', 'femke', 'nadia']
    const looks = async () => { const looked = []; for (const name of people) looked.push(await look(name)); return looked }
    const before = await looks()
    dataOf(await addMember(all.lotte, track, demoId('practitioner ruud')))
    const after = await looks()
    expect(after.map(({ record }, index) => record === before[index]?.record)).toEqual([false, false, false, false])
    // Lotte and Femke work in it; Hanne, who coordinates, and Nadia don't.
    expect(after.map(({ opened }, index) => opened !== undefined && opened === before[index]?.opened)).toEqual([true, false, false, true])
    expect(after[0]?.facts).toBe(before[0]?.facts)
    // Of an emergency elsewhere, and of a request that only waits, nothing holds here.
    const elsewhere = await files.emergencies.handle('accesses', {
      type: 'OpenAccess', by: { person: demoId('practitioner saskia'), role: 'professional' }, at: now, secondFactor: true, zone: 'Europe/Amsterdam', openingId: randomUUID(), familyId: demoId('family bosman'),
      about: { kind: 'child', person: demoId('bosman noor') }, reason: 'lifeInDanger', words: 'Ligt op de spoed.',
    }, randomUUID())
    expect(elsewhere).not.toHaveProperty('refusal')
    const asked = await files.requests.handle(verhoeven, { type: 'AskRestriction', by: { person: anouk, role: 'familyMember' }, at: now, requestId: randomUUID(), entryId: randomUUID(), ground: 'contested', receivedOn: today }, randomUUID())
    expect(asked).not.toHaveProperty('refusal')
    expect((await look('hanne')).record).toBe(after[0]?.record)
  })
  test('tells nobody of its circle of a colleague whom the family file does not tell them of', async () => {
    const { safetyTracks: [read] } = dataOf<{ safetyTracks: readonly { circle: { colleagues: readonly { name: string }[] } }[] }>(await all.lotte.ask('query ($id: ID!) { safetyTracks(familyId: $id) { circle { colleagues { name } } } }', { id: verhoeven }))
    expect(read?.circle.colleagues.map(({ name }) => name)).toContain('Hanne de Wit')
    expect(JSON.stringify(read)).not.toContain('Nadia')
    expect(codesOf(await addMember(all.lotte, track, demoId('practitioner nadia')))).toEqual(['not-found'])
  })
  test('S-02: is reported when there is acute or structural unsafety', async () => {
    dataOf(await takeStep(all.femke, track, { step: 'CONSULTATION', words: 'Advies.', on: today, adviser: 'VEILIG_THUIS', anonymous: true }))
    dataOf(await takeStep(all.femke, track, { step: 'TALK', words: 'Nu niet veilig.', skipped: 'SAFETY_OF_CHILD' }))
    dataOf(await takeStep(all.femke, track, { step: 'WEIGHING', words: 'Gewogen.', examinations: 'Geen.', results: 'Geen.' }))
    const decide = (outcome: string) => takeStep(all.femke, track, {
      step: 'DECISION', words: 'Besluit.', outcome, consent: 'NOT_ASKED', considerations: ['SUSPICION', 'DANGER', 'CAN_HELP', 'HELP_ACCEPTED', 'HELP_WORKS'].map((consideration) => ({ consideration, yes: true })),
    })
    expect(codesOf(await decide('HELP'))).toEqual(['danger-must-be-reported'])
    dataOf(await decide('REPORT_AND_HELP'))
  })
  test('L-02: leaves lines of its own, which only who reviews the log finds', async () => {
    const own = (await linesOf()).filter(({ category }) => category === 'safety')
    expect(own.some(({ by, action, policies }) => by.person === demoId('practitioner lotte') && action === 'read' && policies.includes('P11'))).toBe(true)
    expect(own.some(({ by, outcome }) => by.person === demoId('practitioner hanne') && outcome === 'refused')).toBe(true)
    // No other line may say that a track is what opened something.
    expect((await linesOf()).filter(({ category, policies }) => category !== 'safety' && policies.includes('P11'))).toEqual([])
    type Log = { readonly accessLog: { readonly nodes: readonly { readonly id: string }[] } }
    const found = async (somebody: Somebody) => new Set(dataOf<Log>(await somebody.ask('query ($id: ID!) { accessLog(familyId: $id, first: 100) { nodes { id } } }', { id: verhoeven })).accessLog.nodes.map(({ id }) => id))
    for (const somebody of [all.anouk, all.joost]) { const ids = await found(somebody); expect(own.filter(({ id }) => ids.has(id))).toEqual([]) }
    const ids = await found(all.paul)
    expect(own.every(({ id }) => ids.has(id))).toBe(true)
  })
  test('S-04: is read by who was told of one note, and by a parent once it was talked about', async () => {
    const seen = async (somebody: Somebody) => (await tracksOf(somebody))?.flatMap(({ isMember, circle, notes }) => notes.map(({ step }) => [step, isMember, circle !== null]))
    const [first] = (await tracksOf(all.lotte))?.[0]?.notes ?? []
    dataOf(await releaseNotes(all.lotte, track, [first?.id ?? ''], joost))
    expect([await seen(all.joost), await seen(all.anouk)]).toEqual([[['SIGNALS', false, false]], undefined])
    dataOf(await takeStep(all.lotte, track, { step: 'TALK', words: 'De ouders vertelden.', on: today, spokenWith: [anouk] }))
    expect((await seen(all.anouk))?.map(([step]) => step)).toEqual(['SIGNALS', 'CONSULTATION', 'TALK', 'WEIGHING', 'DECISION', 'TALK'])
    const shared = async (somebody: Somebody) => dataOf<{ sharedSafetyNotes: readonly { step: string }[] }>(await somebody.ask('query ($id: ID!) { sharedSafetyNotes(familyId: $id) { step } }', { id: verhoeven })).sharedSafetyNotes.map(({ step }) => step)
    expect([await shared(all.anouk), await shared(all.joost), await shared(all.theresa), await shared(all.lotte)]).toEqual([['TALK', 'DECISION', 'WEIGHING', 'TALK', 'CONSULTATION', 'SIGNALS'], ['SIGNALS'], [], []])
    // Whom it may have to do with reads what was released to them, and no more.
    expect(await seen(all.joost)).toEqual([['SIGNALS', false, false]])
    expect(await seen(all.hanne)).toBeUndefined()
  })
  test('F08: is read by this parent without the one note that is kept from them, and whole again when that is lifted', async () => {
    const own = '{ sharedSafetyNotes(familyId: $id) { id step words by at mayRestrict } ownData(familyId: $id) { persons { name } requests { id } } family(id: $id) { changes { text } hasNews } accessLog(familyId: $id, first: 100) { nodes { who what } } }'
    type Read = { readonly sharedSafetyNotes: readonly { readonly id: string; readonly step: string }[]; readonly accessLog: { readonly nodes: readonly { readonly who: string }[] } }
    const read = async (somebody: Somebody) => {
      const { accessLog, ...rest } = dataOf<Read>(await somebody.ask(`query ($id: ID!) ${own}`, { id: verhoeven }))
      return { ...rest, others: accessLog.nodes.filter(({ who }) => who !== 'U') }
    }
    const before = await read(all.anouk)
    const fathers = await read(all.joost)
    const note = before.sharedSafetyNotes.find(({ step }) => step === 'CONSULTATION')?.id ?? ''
    const answers = await Promise.all([track.trackId, demoId('no track')].map(async (trackId) => JSON.stringify([await shieldNote(all.hanne, { ...track, trackId }, note, anouk), await liftShield(all.hanne, { ...track, trackId }, note, anouk)])))
    expect(answers[0]).toBe(answers[1])
    expect(answers[0]).toContain('track-unknown')
    dataOf(await shieldNote(all.lotte, track, note, anouk))
    const kept = await read(all.anouk)
    expect(kept).toEqual({ ...before, sharedSafetyNotes: before.sharedSafetyNotes.filter(({ id }) => id !== note) })
    expect(JSON.stringify(kept)).not.toContain(note)
    expect(await read(all.joost)).toEqual(fathers)
    expect((await tracksOf(all.lotte))?.[0]?.notes.find(({ id }) => id === note)).toMatchObject({ shields: [{ name: 'Anouk', reason: 'Nog niet besproken.', isDue: false }] })
    dataOf(await liftShield(all.lotte, track, note, anouk))
    expect(await read(all.anouk)).toEqual(before)
  })
  test('P-03: has own words of a parent beside a note, for its circle and for them; for the other parent, and for who works elsewhere, there is nothing', async () => {
    const noted = (await tracksOf(all.lotte))?.[0]?.notes ?? []
    const [signals = '', consultation = ''] = ['SIGNALS', 'CONSULTATION'].map((step) => noted.find((one) => one.step === step)?.id)
    // Whom a note isn't there for, and who is no parent, gets the answer of what is nowhere.
    for (const somebody of [all.joost, all.theresa, all.hanne, all.lotte, all.paul]) expect([codesOf(await addWords(somebody, verhoeven, consultation, 'x')), codesOf(await addWords(somebody, verhoeven, demoId('no note'), 'x'))]).toEqual([['not-found'], ['not-found']])
    const everything = '{ sharedSafetyNotes(familyId: $id) { id step words by at mayState mayRestrict statements { id } } ownData(familyId: $id) { persons { name } requests { id } } writtenAboutUs(familyId: $id, first: 100) { nodes { id } } family(id: $id) { changes { text } hasNews } accessLog(familyId: $id, first: 100) { nodes { who what } } }'
    const work = '{ family(id: $id) { worksOnSafety answersOnSafety changes { text } hasNews statements { id } contributions(first: 100) { nodes { id } } existence { discipline } } today { count items { text more } } }'
    type Seen = { readonly accessLog?: { readonly nodes: readonly { readonly who: string }[] } }
    const seenBy = async (somebody: Somebody, fields: string) => {
      // One's own looks are lines of the log.
      const { accessLog, ...rest } = dataOf<Seen>(await somebody.ask(`query ($id: ID!) ${fields}`, { id: verhoeven }))
      return { rest, others: accessLog?.nodes.filter(({ who }) => who !== 'U') }
    }
    const outside = async () => [await seenBy(all.joost, everything), ...await Promise.all([all.hanne, all.nadia].map((somebody) => seenBy(somebody, work)))]
    const waits = async (somebody: Somebody) => dataOf<{ family: { answersOnSafety: boolean } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { answersOnSafety } }', { id: verhoeven })).family.answersOnSafety
    const told = async (somebody: Somebody) => dataOf<{ today: { items: readonly { place: string; familyName: string }[] } }>(await somebody.ask('{ today { items { place familyName } } }')).today.items.filter(({ place }) => place === 'SAFETY').length
    // Everybody looks once before, so that lines of looks stand in his log already.
    expect(await Promise.all([all.lotte, all.femke].flatMap((somebody) => [waits(somebody), told(somebody)]))).toEqual([false, 0, false, 0])
    await outside()
    const before = await outside()
    for (const [note, words] of [[signals, 'Die avond was er visite.'], [consultation, 'Dat is mij niet gevraagd.']] as const) dataOf(await addWords(all.anouk, verhoeven, note, words))
    expect(await outside()).toEqual(before)
    const wordsAt = async (somebody: Somebody, note: string) => (await tracksOf(somebody))?.[0]?.notes.find(({ id }) => id === note)?.statements
    const [said] = await wordsAt(all.lotte, signals) ?? []
    expect(said).toMatchObject({ answers: null, by: 'Anouk', isOwn: false, text: 'Die avond was er visite.', mayAnswer: true })
    expect(await wordsAt(all.anouk, signals)).toMatchObject([{ isOwn: true, text: 'Die avond was er visite.', mayAnswer: false }])
    // He reads this note too, and no word beside it.
    expect(await wordsAt(all.joost, signals)).toEqual([])
    expect(await Promise.all([all.lotte, all.femke, all.hanne, all.anouk].map(waits))).toEqual([true, true, false, false])
    expect(await Promise.all([all.lotte, all.femke, all.hanne, all.nadia].map(told))).toEqual([1, 1, 0, 0])
    // It leaves a line with the label of the track, which he doesn't find.
    expect((await linesOf()).some(({ by, operation, category, policies }) => by.person === demoId('practitioner lotte') && operation === 'today' && category === 'safety' && policies.includes('P11'))).toBe(true)
    // An answer is of the circle; to who isn't in it these words and none are the same.
    for (const somebody of [all.hanne, all.nadia]) expect([codesOf(await answerWords(somebody, track, said?.id ?? '', 'x')), codesOf(await answerWords(somebody, track, demoId('no words'), 'x'))]).toEqual([['track-unknown'], ['track-unknown']])
    expect(codesOf(await answerWords(all.anouk, track, said?.id ?? '', 'x'))).toEqual(['not-a-professional'])
    dataOf(await answerWords(all.femke, track, said?.id ?? '', 'Dat nemen wij mee.'))
    expect(await outside()).toEqual(before)
    expect(await wordsAt(all.anouk, signals)).toMatchObject([{ id: said?.id }, { answers: said?.id, by: expect.stringContaining('Femke'), isOwn: false, text: 'Dat nemen wij mee.' }])
    expect(await wordsAt(all.joost, signals)).toEqual([])
    // What is kept from her goes with what stands beside it, and comes back with it.
    dataOf(await shieldNote(all.lotte, track, consultation, anouk))
    expect(JSON.stringify([await readTracks(all.anouk, verhoeven), await all.anouk.ask('query ($id: ID!) { sharedSafetyNotes(familyId: $id) { statements { text } } }', { id: verhoeven })])).not.toContain('Dat is mij niet gevraagd.')
    dataOf(await liftShield(all.lotte, track, consultation, anouk))
    expect(await wordsAt(all.anouk, consultation)).toMatchObject([{ text: 'Dat is mij niet gevraagd.' }])
    dataOf(await answerWords(all.lotte, track, (await wordsAt(all.lotte, consultation))?.[0]?.id ?? '', 'Dat had gemoeten.'))
    expect(await Promise.all([all.lotte, all.femke].map(waits))).toEqual([false, false])
    expect(await Promise.all([all.lotte, all.femke].map(told))).toEqual([0, 0])
    // L-02: whoever read them has a line, of the record of who wrote them.
    const lines = (await linesOf()).filter(({ category, subject }) => category === 'safety' && subject.kind === 'adult' && subject.person === anouk)
    expect(new Set(lines.map(({ action, by }) => `${action} ${by.person}`))).toEqual(new Set([`read ${demoId('practitioner lotte')}`, `read ${anouk}`, `write ${anouk}`]))
    expect(lines.every(({ action, policies }) => action === 'write' || policies.length > 0)).toBe(true)
  })
  test('GDPR 18: a note that a parent reads stays shut when they ask and a privacy officer says yes: its circle sees that it is there, and the parent reads on', async () => {
    const askFor = (somebody: Somebody, entryId: string) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $entryId: ID!) { askRestriction(commandId: $commandId, familyId: $familyId, entryId: $entryId, ground: CONTESTED) { id } }', { familyId: verhoeven, entryId })
    const before = await tracksOf(all.lotte)
    const note = before?.[0]?.notes.find(({ step }) => step === 'WEIGHING')?.id ?? ''
    // Whom it isn't there for gets the answer of what is nowhere.
    for (const somebody of [all.joost, all.theresa, all.hanne, all.lotte]) expect([codesOf(await askFor(somebody, note)), codesOf(await askFor(somebody, demoId('no note')))]).toEqual([['not-found'], ['not-found']])
    const { askRestriction: { id: requestId } } = dataOf<{ askRestriction: { id: string } }>(await askFor(all.anouk, note))
    expect((await requestsOf(all.anouk)).find(({ id }) => id === requestId)).toMatchObject({ kind: 'RESTRICTION', status: 'WAITING', about: 'wat iemand schreef over veiligheid van 24 november 2026' })
    expect((await deskOf(all.paul)).find(({ id }) => id === requestId)).toMatchObject({ kind: 'RESTRICTION', about: 'wat iemand schreef over veiligheid, 24 november 2026, Jeugdhulp De Brug' })
    expect(codesOf(await decideRequest(all.paul, 'setRestriction', requestId))).toEqual([])
    const [shut] = await tracksOf(all.lotte) ?? []
    expect(shut?.notes.map(({ id }) => id)).not.toContain(note)
    expect(shut).toMatchObject({ isMember: true, shut: [{ discipline: 'YOUTH_CARE', on: today }] })
    expect(JSON.stringify(await readTracks(all.anouk, verhoeven))).toContain(note)
    expect(codesOf(await decideRequest(all.paul, 'liftRestriction', requestId))).toEqual([])
    expect(await tracksOf(all.lotte)).toEqual(before)
  })
  test('S-04, GDPR 18: what a parent does not see is asked of a child; the answer is one and the same, whether there was anything and whatever was decided', async () => {
    const askUnseen = (somebody: Somebody, familyId: string, personId: string) => command(somebody, 'mutation ($commandId: ID!, $familyId: ID!, $personId: ID!) { askUnseenRestriction(commandId: $commandId, familyId: $familyId, personId: $personId, ground: CONTESTED) { id } }', { familyId, personId })
    expect([codesOf(await askUnseen(all.joost, verhoeven, anouk)), codesOf(await askUnseen(all.joost, verhoeven, joost)), codesOf(await askUnseen(all.joost, verhoeven, demoId('nobody'))), codesOf(await askUnseen(all.hanne, verhoeven, sem))]).toEqual([['not-yours-to-ask'], ['not-yours-to-ask'], ['person-unknown'], ['not-found']])
    const before = await tracksOf(all.lotte)
    const asked = async () => {
      const { askUnseenRestriction: { id } } = dataOf<{ askUnseenRestriction: { id: string } }>(await askUnseen(all.joost, verhoeven, sem))
      return { id, read: async () => ({ ...(await requestsOf(all.joost)).find((one) => one.id === id), id: '' }) }
    }
    const waiting = { id: '', kind: 'UNSEEN', about: 'Sem', status: 'WAITING', receivedOn: today, decidedOn: null, reason: null }
    const answered = { ...waiting, status: 'ANSWERED', decidedOn: today }
    const one = await asked()
    expect(await one.read()).toMatchObject(waiting)
    expect(codesOf(await askUnseen(all.joost, verhoeven, sem))).toEqual(['restriction-underway'])
    expect((await requestsOf(all.anouk)).filter(({ kind }) => kind === 'UNSEEN')).toEqual([])
    expect((await deskOf(all.paul)).find(({ id }) => id === one.id)).toMatchObject({ kind: 'UNSEEN', about: `het kind, nummer ${sem.slice(0, 4)}`, recipients: expect.arrayContaining([{ name: 'Jeugdhulp De Brug' }, { name: 'Kinderdagcentrum De Wilgenboom' }]) })
    expect(codesOf(await decideRequest(all.paul, 'refuseRestriction', one.id, ', ground: INTEREST_OF_CHILD'))).toEqual([])
    const [refused, other] = [await one.read(), await asked()]
    expect(refused).toMatchObject(answered)
    expect(codesOf(await decideRequest(all.paul, 'setRestriction', other.id))).toEqual([])
    expect(await other.read()).toEqual(refused)
    // All that there was is shut to who works in it; they go on, and the parents read what they read.
    const [shut] = await tracksOf(all.lotte) ?? []
    expect(shut).toMatchObject({ isMember: true, notes: [], shut: [{ discipline: 'DAY_CENTRE', on: today }, { discipline: 'YOUTH_CARE', on: today }] })
    expect(await tracksOf(all.hanne)).toBeUndefined()
    expect(JSON.stringify(await readTracks(all.anouk, verhoeven))).toContain(before?.[0]?.notes[0]?.id)
    now = `${today}T09:30:00.000Z`
    dataOf(await takeStep(all.lotte, track, { step: 'CONSULTATION', words: 'Opnieuw overlegd.', on: today, adviser: 'COLLEAGUE', anonymous: true }))
    expect((await tracksOf(all.lotte))?.[0]?.notes.map(({ words }) => words)).toEqual(['Opnieuw overlegd.'])
    now = `${today}T09:00:00.000Z`
    expect(codesOf(await decideRequest(all.paul, 'liftRestriction', other.id))).toEqual([])
    expect(await other.read()).toEqual(refused)
    const [open] = await tracksOf(all.lotte) ?? []
    expect(open?.notes.slice(0, -1)).toEqual(before?.[0]?.notes)
  })
  test('T5: tells on the start page that words wait, and that look leaves one line, with the label safety, and none that the other parent finds', async () => {
    const bosman = demoId('family bosman')
    const [ilse, mark] = await Promise.all(['mother-of-noor', 'father-of-noor'].map((persona) => api.as(persona))) as [Somebody, Somebody]
    const noor = { familyId: bosman, trackId: dataOf<{ openSafetyTrack: { id: string } }>(await openTrack(all.lotte, bosman, { childId: demoId('bosman noor'), words: 'Signalen.' })).openSafetyTrack.id }
    const [note] = dataOf<{ safetyTracks: readonly Track[] }>(await readTracks(all.lotte, bosman)).safetyTracks[0]?.notes ?? []
    dataOf(await releaseNotes(all.lotte, noor, [note?.id ?? ''], demoId('bosman ilse')))
    // She has looked at what is new, so that this is the only thing that stands there of the family.
    now = `${today}T08:30:00.000Z`
    dataOf(await all.lotte.ask('mutation ($id: ID!) { markVisited(familyId: $id) { id } }', { id: bosman }))
    now = `${today}T09:00:00.000Z`
    const ofBosman = async () => dataOf<{ today: { items: readonly { place: string; familyName: string | null }[] } }>(await all.lotte.ask('{ today { items { place familyName } } }')).today.items.filter(({ familyName }) => familyName?.includes('Bosman') === true).map(({ place }) => place)
    expect(await ofBosman()).toEqual([])
    dataOf(await addWords(ilse, bosman, note?.id ?? '', 'Dat ging zo niet.'))
    const lines = async () => (await api.accessLog.read(bosman)).map(({ operation, action, category, outcome, policies }) => ({ operation, action, category, outcome, policies }))
    const found = async () => dataOf<{ accessLog: { nodes: readonly { who: string; what: string }[] } }>(await mark.ask('query ($id: ID!) { accessLog(familyId: $id, first: 100) { nodes { who what } } }', { id: bosman })).accessLog.nodes.filter(({ who }) => who !== 'U')
    const before = [await found(), (await lines()).length] as const
    expect(await ofBosman()).toEqual(['SAFETY'])
    dataOf(await all.lotte.ask('{ today { count } }'))
    const line = { operation: 'today', action: 'read', category: 'safety', outcome: 'done', policies: ['P11'] }
    expect((await lines()).slice(before[1]).filter(({ operation }) => operation === 'today')).toEqual([line, line])
    expect(await found()).toEqual(before[0])
  })
  test('S-03: closes when nothing is missing', async () => {
    expect(codesOf(await closeTrack(all.lotte, track, 'Klaar.'))).toEqual(['track-incomplete'])
    const [read] = await tracksOf(all.lotte) ?? []
    dataOf(await completeTask(all.lotte, track, read?.circle?.tasks[0]?.id ?? ''))
    dataOf(await closeTrack(all.lotte, track, 'Klaar.'))
    expect((await tracksOf(all.lotte))?.[0]).toMatchObject({ closedAt: now })
  })
  // The Dutch Verwijsindex is left out (033): whom it tells of a match learns that there is a worry about this child.
  test('S-07: has told no other system that there is a worry, from its first note to its end', () => {
    const hosts = connecting.mock.calls.flat(2).flatMap((asked: unknown) => typeof asked === 'string' ? [asked] : typeof asked === 'object' && asked !== null && 'host' in asked ? [asked.host] : [])
    expect(new Set(hosts)).toEqual(new Set(['127.0.0.1']))
  })
})

describe('L-10: emergency access', () => {
  const elAmrani = demoId('family el amrani')
  type Own = { readonly ownEmergencies: { readonly isBlocked: boolean; readonly openings: readonly { readonly id: string; readonly isOpen: boolean; readonly familyName: string | null }[] } }
  const own = async (somebody: Somebody) => dataOf<Own>(await somebody.ask('{ ownEmergencies { isBlocked openings { id isOpen familyName } } }')).ownEmergencies
  const family = async (somebody: Somebody, id: string) => dataOf<{ emergencyFamily: { name: string; members: readonly { firstName: string }[]; contributions: { nodes: readonly { situation: string }[] } } | null }>(
    await somebody.ask('query ($id: ID!) { emergencyFamily(id: $id) { name members { firstName } contributions(first: 50) { nodes { situation } } } }', { id })).emergencyFamily
  type Review = { readonly emergenciesToReview: { readonly nodes: readonly { readonly id: string; readonly by: string; readonly looks: number; readonly isOverdue: boolean; readonly judgment: string | null }[] } }
  const toReview = async (somebody: Somebody) => dataOf<Review>(await somebody.ask('{ emergenciesToReview(first: 50) { nodes { id by looks isOverdue judgment } } }')).emergenciesToReview.nodes
  const caseOf = async (id: string) => {
    const file = await api.files.cases.state(id)
    if (!file.isOpen) throw new Error('no case')
    return file.family
  }
  const seeking = async (id: string) => {
    const { caseNumber, members } = await caseOf(id)
    return { caseNumber, birthDate: members.find(({ isIndexChild }) => isIndexChild)?.birthDate, reason: 'LIFE_IN_DANGER', words: 'Ligt op de spoed, niet aanspreekbaar.' }
  }
  let opening = ''
  /** As the button of the region does. */
  const prove = (somebody: Somebody) => fetch(`${api.url}/demo/again`, { method: 'POST', redirect: 'manual', headers: { cookie: somebody.cookie, 'sec-fetch-site': 'same-origin' } })

  test('finds nobody by anything but an exact number and birthday, and says no more than that', async () => {
    const sought = await seeking(elAmrani)
    const answers = [
      await openEmergency(all.femke, { ...sought, caseNumber: 'X-1' }), await openEmergency(all.femke, { ...sought, birthDate: '2020-01-01' }), await openEmergency(all.femke, { ...sought, adult: 'Niemand' }),
    ]
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers.flatMap(codesOf)).toEqual(Array(3).fill('emergency-nobody-found'))
    expect(codesOf(await openEmergency(all.anouk, sought))).toEqual(['not-a-professional'])
    expect(codesOf(await openEmergency(all.paul, sought))).toEqual(['not-a-professional'])
  })
  type Attempts = { readonly emergencyAttempts: readonly { readonly on: string; readonly by: string; readonly count: number; readonly times: readonly string[]; readonly isMost: boolean }[] }
  const attempts = async (somebody: Somebody) => dataOf<Attempts>(await somebody.ask('{ emergencyAttempts { on by count times isMost } }')).emergencyAttempts
  const waiting = async (somebody: Somebody) => dataOf<{ emergenciesWaiting: object }>(await somebody.ask('{ emergenciesWaiting { toReview overdue } }')).emergenciesWaiting
  test('L-03, T15: in vain is told to a privacy officer, by person and day, and of no family; and leaves lines in a log that is no family’s', async () => {
    expect(await attempts(all.paul)).toEqual([{ on: today, by: expect.stringMatching(/^Femke /), count: 3, times: [now, now, now], isMost: false }])
    for (const somebody of [all.femke, all.hanne, all.anouk]) expect(await attempts(somebody)).toEqual([])
    const lines = await api.accessLog.read(noFamily)
    const own = lines.filter(({ operation }) => operation === 'openEmergency' || operation === 'emergencyAttempts').map(({ by, operation, outcome, emergency, policies, subject }) => ({ person: by.person, operation, outcome, emergency, policies, subject }))
    const line = { subject: { kind: 'case' } }
    const vain = { ...line, person: demoId('practitioner femke'), operation: 'openEmergency', outcome: 'refused', emergency: true, policies: ['default'] }
    expect(own).toEqual(expect.arrayContaining([vain, { ...line, person: demoId('officer paul'), operation: 'emergencyAttempts', outcome: 'done', emergency: false, policies: ['P13'] }]))
    expect(own.filter(({ person }) => person === vain.person)).toEqual([vain, vain, vain])
    for (const id of [elAmrani, verhoeven]) expect((await api.accessLog.read(id)).some(({ operation }) => operation === 'openEmergency')).toBe(false)
  })
  test('opens one person to who could see nothing, for four hours', async () => {
    const sought = await seeking(elAmrani)
    expect(dataOf<{ family: unknown }>(await all.eva.ask('query ($id: ID!) { family(id: $id) { id } }', { id: elAmrani })).family).toBeNull()
    opening = dataOf<{ openEmergency: { id: string } }>(await openEmergency(all.eva, sought)).openEmergency.id
    const opened = await family(all.eva, opening)
    // Of her parents no more than the name: one has authority over her, the other is named in what opens.
    expect(opened?.members.map(({ firstName }) => firstName)).toEqual(['Yasmina', 'Hafsa', 'Said'])
    expect(opened?.contributions.nodes.length).toBeGreaterThan(0)
    // The family itself stays shut to her, and the opening to others.
    expect(dataOf<{ family: unknown }>(await all.eva.ask('query ($id: ID!) { family(id: $id) { id } }', { id: elAmrani })).family).toBeNull()
    for (const somebody of [all.femke, all.hanne, all.paul]) expect(await family(somebody, opening)).toBeNull()
  })
  test('L-02: each look has the mark, and rests on P07', async () => {
    const lines = (await api.accessLog.read(elAmrani)).filter(({ by }) => by.person === demoId('practitioner eva') && by.role === 'professional')
    const done = lines.filter(({ outcome }) => outcome === 'done')
    expect(done.length).toBeGreaterThan(1)
    for (const { emergency, policies } of done) expect([emergency, policies.includes('P07')]).toEqual([true, true])
  })
  test('is told to who coordinates, in the file and by mail without a word of it', async () => {
    const notices = async (somebody: Somebody) => dataOf<{ family: { emergencies: readonly { by: string; about: string; isReviewed: boolean }[] } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { emergencies { by about isReviewed } } }', { id: elAmrani })).family.emergencies
    expect(await notices(all.hanne)).toEqual([{ by: expect.stringContaining('Eva'), about: 'Yasmina', isReviewed: false }])
    expect(await notices(all.lotte)).toEqual([])
    const [file, agenda] = [await api.files.cases.state(elAmrani), await api.files.agendas.state(elAmrani)]
    if (!file.isOpen) throw new Error('no case')
    const found = (await api.files.emergencies.state('accesses')).openings.get(opening)
    if (found === undefined) throw new Error('no opening')
    const reasons = reasonsOf({ type: 'AccessOpened', subject: { kind: 'case' }, ...found }, { family: elAmrani, eventId: opening, agenda, file })
    expect(reasons).toEqual(['mirjam', 'hanne'].map((name) => expect.objectContaining({ kind: 'urgent', person: demoId(`practitioner ${name}`), role: 'professional', about: { kind: 'emergency', id: opening } })))
    const telling = openTelling({ files: api.files, clock: () => now })
    const [told, other] = await Promise.all(['hanne', 'lotte'].map((name) => telling({ ...reasons[0] as Reason, person: demoId(`practitioner ${name}`), family: elAmrani })))
    expect([told, other]).toEqual([{ isSilent: false }, undefined])
  })
  test('is shut after four hours', async () => {
    const before = now
    now = '2026-11-24T13:00:00.000Z'
    expect(await family(await api.as('paediatrician'), opening)).toBeNull()
    now = before
  })
  test('is at most three a day, and the same twice is once', async () => {
    const sought = await seeking(verhoeven)
    const commandId = demoId('once')
    const ids = [await openEmergency(all.eva, { ...sought, adult: 'Anouk' }, commandId), await openEmergency(all.eva, { ...sought, adult: 'anouk ' }, commandId)].map((answer) => dataOf<{ openEmergency: { id: string } }>(answer).openEmergency.id)
    expect(ids[0]).toBe(ids[1])
    expect(codesOf(await openEmergency(all.eva, { ...sought, adult: 'Anouk' }))).toEqual(['emergency-already-open'])
    dataOf(await openEmergency(all.eva, { ...sought, adult: 'Joost' }))
    expect(codesOf(await openEmergency(all.eva, sought))).toEqual(['emergency-too-many'])
  })
  test('L-05, T5: parents find it in their log, but for what was opened while a safety track was under way', async () => {
    type Log = { readonly accessLog: { readonly nodes: readonly { readonly emergency: boolean; readonly who: string }[] } }
    const marks = async (somebody: Somebody) => dataOf<Log>(await somebody.ask('query ($id: ID!) { accessLog(familyId: $id, first: 100) { nodes { emergency who } } }', { id: verhoeven })).accessLog.nodes.filter(({ emergency }) => emergency).map(({ who }) => who)
    const before = await marks(all.anouk)
    expect(before.length).toBeGreaterThan(0)
    now = '2026-11-24T09:10:00.000Z'
    // T15: a session that is open longer finds nobody, and seeks in vain no time more; after a new proof the form is as it was.
    const sought = await seeking(verhoeven)
    const tries = await attempts(all.paul)
    expect(codesOf(await openEmergency(all.femke, sought))).toEqual(['proof-too-old'])
    const form = async () => dataOf<{ ownEmergencies: object }>(await all.femke.ask('{ ownEmergencies { mustProve unfinished { caseNumber birthDate adult reason words } } }')).ownEmergencies
    expect(await form()).toEqual({ mustProve: true, unfinished: { ...sought, adult: null } })
    expect((await prove(all.femke)).headers.get('location')).toBe('/desk/noodtoegang')
    expect(await form()).toEqual({ mustProve: false, unfinished: { ...sought, adult: null } })
    expect(await attempts(all.paul)).toEqual(tries)
    dataOf(await openTrack(all.lotte, verhoeven, { childId: sem, words: 'Nieuwe signalen.' }))
    dataOf(await openEmergency(all.femke, sought))
    expect(await form()).toEqual({ mustProve: false, unfinished: null })
    // What she saw before stays, and nothing is added.
    expect(await marks(all.anouk)).toEqual(before)
    expect((await linesOf()).some(({ emergency, by }) => emergency && by.person === demoId('practitioner femke'))).toBe(true)
    expect((await marks(all.paul)).some((who) => who.includes('Femke'))).toBe(true)
  })
  test('never opens a safety track', async () => {
    const id = (await own(all.femke)).openings.find(({ isOpen }) => isOpen)?.id ?? ''
    expect(JSON.stringify(await family(all.femke, id))).not.toContain('Nieuwe signalen.')
    expect(await tracksOf(all.femke)).toHaveLength(1)
  })
  test('is looked at by a privacy officer; and after five days without, no other one opens', async () => {
    expect((await toReview(all.paul)).map(({ by, judgment }) => [by.split(' ')[0], judgment])).toEqual(expect.arrayContaining([[expect.stringMatching(/Eva|dr/), null]]))
    expect((await toReview(all.paul)).find(({ id }) => id === opening)?.looks).toBeGreaterThan(1)
    expect(await toReview(all.hanne)).toEqual([])
    const many = (await toReview(all.paul)).length
    expect(await waiting(all.paul)).toEqual({ toReview: many, overdue: 0 })
    for (const somebody of [all.hanne, all.anouk]) expect(await waiting(somebody)).toEqual({ toReview: 0, overdue: 0 })
    expect(codesOf(await reviewEmergency(all.hanne, opening))).toEqual(['not-found'])
    now = '2026-11-29T09:00:00.000Z'
    const [eva, paul] = [await api.as('paediatrician'), await api.as('privacy-officer')]
    const sought = await seeking(elAmrani)
    expect((await own(eva)).isBlocked).toBe(true)
    expect(codesOf(await openEmergency(eva, sought))).toEqual(['emergency-review-overdue'])
    // One was opened ten minutes later than the others.
    expect(await waiting(paul)).toEqual({ toReview: many, overdue: many - 1 })
    for (const { id, judgment } of await toReview(paul)) if (judgment === null) dataOf(await reviewEmergency(paul, id))
    expect((await own(eva)).isBlocked).toBe(false)
    expect((await toReview(paul)).every(({ judgment }) => judgment === 'JUSTIFIED')).toBe(true)
    expect(await waiting(paul)).toEqual({ toReview: 0, overdue: 0 })
    dataOf(await openEmergency(eva, sought))
  })
})

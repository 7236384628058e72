import { describe, expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { privacyOfficer, sampleFamily } from '../../testing/sample-family.ts'

const person = { id: 'joost', kind: 'een volwassene van het gezin', code: '3f2a' }
const records = [
  { controller: 'case', name: 'wat het gezin zelf schreef', isOwn: true, isGranted: false },
  { controller: 'schakel', name: 'IMH De Schakel', isOwn: true, isGranted: false },
  { controller: 'brug', name: 'Jeugdhulp De Brug', isOwn: false, isGranted: false, earliest: '2046-11-24' },
]
const requested = {
  id: 'e1', familyId: 'verhoeven', caseNumber: 'DD-2041', person, receivedOn: '2026-11-20', answerBy: '2026-12-20', isLate: false, status: 'REQUESTED', askedByAll: true, mustAsk: 1, haveAsked: 1, records,
}
const certificate = {
  json: '{"kind":"samenspel/erasure-certificate/1"}', fingerprint: 'abcdef0123456789', installation: 'i', subject: '0123abcd', decidedAt: '2026-11-24T10:00:00.000Z', decidedBy: 'paul-with-an-id', decidedFor: 'IMH De Schakel',
  events: 48, leaves: '3-5,9', treeSize: 812, treeRoot: 'cm9vdA==', keys: ['k1', 'k2'], epochBefore: 'before', epochAfter: 'after', destroyedAt: '2026-11-24T10:00:01.000Z', keyBackupsEndOn: '2026-12-24', recipients: ['Ziekenhuis Druivendal'], at: '2026-11-24T10:00:02.000Z',
}
const page = { hasNextPage: false }
const open = (path: string, answers: Record<string, unknown>) => openDesk(path, sampleFamily(), { me: privacyOfficer, ...answers })

describe('requests to erase', () => {
  test('are listed by number and kind, with the day to answer; never by name', async () => {
    await open('/wissen', { erasures: { nodes: [requested, { ...requested, id: 'e2', isLate: true }], pageInfo: page } })
    const [, first, second] = await screen.findAllByRole('row')
    expect(first?.textContent).toBe('DD-2041een volwassene van het gezin, nummer 3f2a20 november 202620 december 2026wacht op besluit')
    expect(second?.textContent).toContain('te laat')
  })
  test('none yet says what to do', async () => {
    await open('/wissen', { erasures: { nodes: [], pageInfo: page } })
    await screen.findByText(/Er is nog geen verzoek/)
    expect(screen.getByRole('link', { name: 'Verzoek vastleggen' }).getAttribute('href')).toContain('/wissen/nieuw')
  })
  test('a list that fails offers to try again', async () => {
    await open('/wissen', { erasures: () => refused('try-again', 'Probeer het over een paar tellen opnieuw.') })
    expect((await screen.findByRole('alert')).textContent).toContain('Probeer het over een paar tellen opnieuw.')
  })
  test('are noted for a person of a case, with who asked and whose records', async () => {
    const desk = await open('/wissen/nieuw', {
      accessLogCases: { nodes: [{ id: 'verhoeven', number: 'DD-2041', isWatched: false }], pageInfo: page }, requestErasure: { id: 'e1', familyId: 'verhoeven' }, erasures: { nodes: [], pageInfo: page },
      erasablePersons: [{ ...person, isChild: false, records }, { id: 'anouk', kind: person.kind, code: '9bc1', isChild: false, records }, { id: 'sem', kind: 'het kind', code: '77aa', isChild: true, records }],
    })
    fireEvent.change(await screen.findByLabelText('Dossier'), { target: { value: 'verhoeven' } })
    fireEvent.change(await screen.findByLabelText('Over wie gaat het?'), { target: { value: 'sem' } })
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /nummer 3f2a/ }).checked).toBe(false)
    fireEvent.click(screen.getByRole('checkbox', { name: /nummer 3f2a/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: /nummer 9bc1/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: 'Jeugdhulp De Brug' }))
    fireEvent.change(screen.getByLabelText('Ontvangen op'), { target: { value: '2026-11-20' } })
    fireEvent.click(screen.getByRole('button', { name: 'Vastleggen' }))
    await waitFor(() => expect(desk.sent('RequestErasure')[0]?.variables).toMatchObject({ familyId: 'verhoeven', input: { personId: 'sem', askedBy: ['joost', 'anouk'], receivedOn: '2026-11-20', controllers: ['case', 'schakel'] } }))
    await screen.findByText(/Er is nog geen verzoek/)
  })
})

describe('a decision', () => {
  test('to erase needs the day of the other organisation, and the number of the case typed', async () => {
    let status = 'REQUESTED'
    const desk = await open('/wissen/verhoeven/e1', {
      erasure: () => ({ ...requested, status, ...(status === 'GRANTED' && { grantGround: 'REQUEST' }) }), grantErasure: () => { status = 'GRANTED'; return { id: 'e1', familyId: 'verhoeven' } },
    })
    fireEvent.change(await screen.findByLabelText('Jeugdhulp De Brug: akkoord op'), { target: { value: '2026-11-23' } })
    fireEvent.click(screen.getByRole('button', { name: 'Toewijzen en wissen' }))
    const number = await screen.findByLabelText('Typ het dossiernummer DD-2041 om door te gaan')
    fireEvent.change(number, { target: { value: 'DD-2042' } })
    fireEvent.click(screen.getByRole('button', { name: 'Nu wissen' }))
    await screen.findByText('Dit is een ander nummer.')
    expect(desk.sent('GrantErasure')).toEqual([])
    fireEvent.change(number, { target: { value: 'DD-2041' } })
    fireEvent.click(screen.getByRole('button', { name: 'Nu wissen' }))
    await waitFor(() => expect(desk.sent('GrantErasure')[0]?.variables).toMatchObject({
      familyId: 'verhoeven', erasureId: 'e1', ground: 'REQUEST', records: [{ controller: 'case' }, { controller: 'schakel' }, { controller: 'brug', agreedOn: '2026-11-23' }],
    }))
    expect((await screen.findByText(/De agenda wordt rustig gemaakt/)).textContent).toBeDefined()
  })
  test('to refuse has one of four grounds', async () => {
    const desk = await open('/wissen/verhoeven/e1', { erasure: requested, refuseErasure: { id: 'e1', familyId: 'verhoeven' } })
    fireEvent.click(await screen.findByRole('button', { name: 'Afwijzen' }))
    expect(await screen.findAllByRole('radio')).toHaveLength(4)
    fireEvent.click(screen.getByRole('radio', { name: 'De wet vraagt om te bewaren' }))
    fireEvent.click(screen.getByRole('button', { name: 'Verzoek afwijzen' }))
    await waitFor(() => expect(desk.sent('RefuseErasure')[0]?.variables).toMatchObject({ erasureId: 'e1', ground: 'LEGAL_DUTY' }))
  })
  test('that the server refuses says why, and what was typed stays', async () => {
    await open('/wissen/verhoeven/e1', { erasure: { ...requested, records: records.slice(0, 2), askedByAll: false, mustAsk: 2 }, grantErasure: () => refused('asked-by-too-few', 'Nog niet iedereen vroeg het.') })
    await screen.findByText('Nog niet iedereen vroeg het: 1 van 2. Onder de twaalf vragen alle ouders met gezag het samen.')
    fireEvent.click(screen.getByRole('button', { name: 'Toewijzen en wissen' }))
    fireEvent.change(await screen.findByLabelText(/Typ het dossiernummer/), { target: { value: 'DD-2041' } })
    fireEvent.click(screen.getByRole('button', { name: 'Nu wissen' }))
    await screen.findByText('Nog niet iedereen vroeg het.')
    expect(screen.getByLabelText<HTMLInputElement>(/Typ het dossiernummer/).value).toBe('DD-2041')
  })
})

describe('an erasure that was carried out', () => {
  test('shows its certificate in words: what, when, until when backups hold keys, and who is to be told', async () => {
    await open('/wissen/verhoeven/e1', { erasure: { ...requested, status: 'CARRIED_OUT', grantGround: 'REQUEST', decidedAt: certificate.decidedAt, certificate, records: records.map((one) => ({ ...one, isGranted: one.controller !== 'brug' })) } })
    expect(await screen.findAllByText('gewist · uw eigen beslissing')).toHaveLength(2)
    await screen.findByText('48 vastgelegde feiten')
    for (const words of ['24 december 2026', 'Ziekenhuis Druivendal', 'wat het gezin zelf schreef, IMH De Schakel', 'Er is om gevraagd']) expect(screen.getAllByText(words).length).toBeGreaterThan(0)
    screen.getByRole('button', { name: 'Bewijs opslaan (JSON)' })
    expect(screen.queryByRole('button', { name: 'Toewijzen en wissen' })).toBeNull()
  })
  test('one that is not there says so', async () => {
    await open('/wissen/verhoeven/e9', { erasure: null })
    await screen.findByText('Dit verzoek is er niet.')
  })
})

describe('terms of keeping', () => {
  test('say what may and what must go; nothing can be pressed', async () => {
    const due = { familyId: 'verhoeven', kind: 'CARE_RECORD', caseNumber: 'DD-2041', person, controller: 'schakel', record: 'IMH De Schakel', since: '2046-11-24' }
    await open('/bewaren', { retentionDue: { nodes: [{ ...due, id: 'd1', due: 'MAY_BE_DESTROYED' }, { ...due, id: 'd2', due: 'MUST_BE_DESTROYED', latest: '2066-11-24' }], pageInfo: page } })
    const [, may, must] = await screen.findAllByRole('row')
    expect([may?.textContent, must?.textContent]).toEqual([expect.stringContaining('mag gewist worden'), expect.stringContaining('moet gewist wordenuiterlijk 24 november 2066')])
    expect(screen.queryAllByRole('button').filter((button) => /wis/i.test(button.textContent ?? ''))).toEqual([])
  })
  test('a record that came due goes on to the request for it with case, person and record chosen, and nobody who asked', async () => {
    const due = { familyId: 'verhoeven', kind: 'CARE_RECORD', caseNumber: 'DD-2041', person, controller: 'schakel', record: 'IMH De Schakel', since: '2046-11-24', due: 'MAY_BE_DESTROYED', latest: null }
    const desk = await open('/bewaren', {
      retentionDue: { nodes: [{ ...due, id: 'd1' }], pageInfo: page }, accessLogCases: { nodes: [{ id: 'verhoeven', number: 'DD-2041', isWatched: false }], pageInfo: page }, erasablePersons: [{ ...person, isChild: false, records }], requestErasure: { id: 'e1', familyId: 'verhoeven' }, erasures: { nodes: [], pageInfo: page },
    })
    fireEvent.click(await screen.findByRole('link', { name: /^Verzoek vastleggen/ }))
    await screen.findByText(/Van dit dossier is de bewaartermijn voorbij/)
    await screen.findByLabelText<HTMLInputElement>('IMH De Schakel')
    expect(['IMH De Schakel', 'Jeugdhulp De Brug'].map((name) => screen.getByLabelText<HTMLInputElement>(name).checked)).toEqual([true, false])
    fireEvent.click(screen.getByRole('button', { name: 'Vastleggen' }))
    await waitFor(() => expect(desk.sent('RequestErasure')[0]?.variables).toMatchObject({ familyId: 'verhoeven', input: { personId: person.id, askedBy: [], controllers: ['schakel'] } }))
  })
  test('is the ground that is chosen where nobody asked and the time of each record is over', async () => {
    const over = records.map((one) => ({ ...one, earliest: '2026-11-01' }))
    await open('/wissen/verhoeven/e1', { erasure: { ...requested, askedByAll: false, haveAsked: 0, records: over } })
    expect((await screen.findByLabelText<HTMLSelectElement>('Op welke grond wist u?')).value).toBe('RETENTION_ENDED')
    screen.getByText('Niemand vroeg erom. De termijn om dit te bewaren is voorbij.')
    expect(screen.queryByText(/Nog niet iedereen vroeg het/)).toBeNull()
  })
  test('what no erasure reaches is kept on by a person, with a reason and a day to look again (L-09)', async () => {
    const due = { familyId: 'verhoeven', kind: 'ACCESS_LOG', caseNumber: 'DD-2041', person: null, controller: 'case', record: 'logboek: 12 oude regels', since: '2031-11-24', due: 'MAY_BE_DESTROYED', latest: null }
    const desk = await open('/bewaren', { retentionDue: { nodes: [{ ...due, id: 'd1' }], pageInfo: page }, keepDueRecord: { id: 'd1', familyId: 'verhoeven' } })
    expect((await screen.findAllByText('niemand in het bijzonder')).length).toBe(1)
    fireEvent.click(screen.getByRole('button', { name: /^Bewaar langer/ }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Waarom?'), { target: { value: 'Er loopt een klacht.' } })
    fireEvent.change(dialog.getByLabelText('Opnieuw bekijken op'), { target: { value: '2033-01-01' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Bewaar langer' }))
    await waitFor(() => expect(desk.sent('KeepDueRecord')[0]?.variables).toMatchObject({ familyId: 'verhoeven', record: 'ACCESS_LOG', until: '2033-01-01', word: 'Er loopt een klacht.' }))
  })
  test('a record of care is kept on likewise, as long as it may be (P-07)', async () => {
    const due = { familyId: 'verhoeven', kind: 'CARE_RECORD', caseNumber: 'DD-2041', person, controller: 'schakel', record: 'IMH De Schakel', since: '2056-11-24', latest: '2076-11-24' }
    const desk = await open('/bewaren', { retentionDue: { nodes: [{ ...due, id: 'd1', due: 'MAY_BE_DESTROYED' }, { ...due, id: 'd2', controller: 'brug', record: 'De Brug', due: 'MUST_BE_DESTROYED' }], pageInfo: page }, keepDueRecord: { id: 'd1', familyId: 'verhoeven' } })
    // What must go can't be kept.
    fireEvent.click(await screen.findByRole('button', { name: /^Bewaar langer.*De Schakel/ }))
    expect(screen.queryByRole('button', { name: /^Bewaar langer.*De Brug/ })).toBeNull()
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Waarom?'), { target: { value: 'Er loopt een klacht.' } })
    fireEvent.change(dialog.getByLabelText('Opnieuw bekijken op'), { target: { value: '2058-01-01' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Bewaar langer' }))
    await waitFor(() => expect(desk.sent('KeepDueRecord')[0]?.variables).toMatchObject({ record: 'CARE_RECORD', personId: person.id, controller: 'schakel', until: '2058-01-01' }))
  })
  test('nothing due says so', async () => {
    await open('/bewaren', { retentionDue: { nodes: [], pageInfo: page } })
    await screen.findByText(/Er is nu niets waarvan de termijn voorbij is/)
  })
})

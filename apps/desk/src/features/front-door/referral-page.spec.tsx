import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { openDesk } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'

const wait = { since: '2026-11-01T09:00:00.000Z', target: '2026-11-15', endedOn: '2026-11-10', days: 9, isLate: false }
const item = { id: 'verhoeven', kind: 'REFERRAL', code: 'VERHOE', receivedAt: '2026-11-01T09:00:00.000Z', channel: 'FORM', urgency: 'ORDINARY', about: '1 jaar', fromDiscipline: 'GP', fromOrganisation: 'Huisartsen Zon', wait, takenUpBy: 'Hanne de Wit', isMine: true, openQuestions: 0, isNamed: true, hasOpinion: true, isClosed: true, outcome: 'CASE_STARTED', familyId: 'verhoeven' }
const referral = {
  id: 'verhoeven', item, referrer: { name: 'Noor Vos', discipline: 'GP', organisation: 'Huisartsen Zon', reach: '06' }, child: { isUnborn: false, firstName: 'Sem', age: '1 jaar', birthDate: '2025-11-01', dueDate: null }, parents: [], ticked: [], family: null, story: null, urgencyReason: null,
  opinions: [], firstTalkOn: '2026-11-10', feedback: null, mayTellReferrer: false, end: { outcome: 'CASE_STARTED', by: 'Hanne de Wit', at: '2026-11-12T09:00:00.000Z', words: null },
}

test('from a referral that became a case one goes on to the file, and to choosing help with the family', async () => {
  await openDesk('/voordeur/verwijzing/verhoeven', sampleFamily(), { referral })
  const end = within(await screen.findByRole('region', { name: 'Afronden' }))
  expect(end.getByRole('link', { name: 'Naar het dossier' }).getAttribute('href')).toBe('/gezin/verhoeven')
  expect(end.getByRole('link', { name: 'Hulp kiezen met het gezin' }).getAttribute('href')).toBe('/gezin/verhoeven/hulp')
})

test('the file leads back to the referral that it began with, where that opens', async () => {
  const { code, receivedAt } = item
  const desk = await openDesk('/gezin/verhoeven', sampleFamily(), { referralOfFamily: { id: 'verhoeven', code, receivedAt } })
  expect((await screen.findByRole('link', { name: 'Begon met verwijzing VERHOE van 1 november 2026' })).getAttribute('href')).toBe('/voordeur/verwijzing/verhoeven')
  desk.unmount()
  await openDesk('/gezin/verhoeven', sampleFamily())
  await screen.findByRole('button', { name: 'Zaak afsluiten' })
  expect(screen.queryByRole('link', { name: /Begon met verwijzing/ })).toBeNull()
})

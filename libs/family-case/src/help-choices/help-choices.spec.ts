import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { entries } from '../entries.ts'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { asFamily, at, child, coordinating, coordinator, father, grandmother, groupWorker, id, mother, past, pastWith, stateOf, substitute } from '../testing/case.ts'
import { searchStanding } from './standing.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>

/** Nobody of these is in the team. */
const [clinic, dayCentre] = [id(16), id(17)]
const ofChild = { kind: 'child', person: child } as const
const option = (number: number, organisation: string) => ({ optionId: id(number), serviceId: id(number + 100), organisation, organisationName: `Organisation ${organisation.slice(-2)}`, name: 'Practising to eat', wait: { weeks: 4, toldOn: '2027-01-02' } })
const [inClinic, atCentre, elsewhere] = [option(301, clinic), option(302, dayCentre), option(303, id(14))]
const ask: Of<'AskHelp'> = {
  type: 'AskHelp', ...coordinating, searchId: id(300), subject: ofChild, kind: 'eating', why: 'Somebody who practises eating with you and Pim.', area: 'Voorbeelddorp', suitable: [clinic, dayCentre, id(14)],
  proposal: { proposalId: id(310), options: [inClinic, atCentre] },
}
const chooses = (parent: string, optionId: string | undefined, more: Partial<Of<'AnswerProviders'>> = {}): Of<'AnswerProviders'> =>
  ({ type: 'AnswerProviders', by: asFamily(parent), at: at('11:00'), searchId: id(300), proposalId: id(310), parent, wordsId: id(parent === mother ? 320 : 321), ...(optionId !== undefined && { optionId }), ...more })
const next: Of<'ProposeProviders'> = { type: 'ProposeProviders', ...coordinating, at: at('13:00'), searchId: id(300), suitable: [clinic, dayCentre, id(14)], proposal: { proposalId: id(311), options: [elsewhere], fewerWhy: 'There is one more.' } }
const invite: Of<'InviteChosenProvider'> = {
  type: 'InviteChosenProvider', ...coordinating, at: at('12:00'), searchId: id(300), optionId: id(301), invitationId: id(330), practitionerId: id(60), organisation: clinic, discipline: 'hospital', category: 'contact',
  question: 'Is there a place to practise eating with a child of one?', from: '2027-02-01', answerBy: '2027-01-31',
}
const noRoom: Of<'NoteNoRoom'> = { type: 'NoteNoRoom', ...coordinating, at: at('12:30'), searchId: id(300), optionId: id(301), words: 'Not before the summer.' }
const said = (...commands: readonly FamilyCaseCommand[]) => {
  const state = stateOf(pastWith(...commands))
  const { status, chosen, silent } = searchStanding(state.helpChoices.searches[0]!, state, '2027-01-11')
  return { status, chosen: chosen?.optionId, silent }
}

describe('route choice (K-03): at least two providers are proposed where there are two', () => {
  test('who coordinates says what help is meant, in words to the parents, and what was shown is kept', () => {
    const fact = { subject: ofChild, by: coordinator, at: ask.at, category: 'plan' } as const
    aCase.given(...past).when(ask).then(
      { type: 'HelpAsked', ...fact, searchId: id(300), kind: 'eating', why: ask.why, area: 'Voorbeelddorp' },
      { type: 'ProvidersProposed', ...fact, searchId: id(300), proposalId: id(310), options: [inClinic, atCentre] },
    )
  })
  test('one is too few while a second one suits; two services of one organisation are one provider', () => {
    const proposing = (...options: ReturnType<typeof option>[]) => ({ ...ask, proposal: { proposalId: id(310), options, fewerWhy: 'I know them.' } })
    aCase.given(...past).when(proposing(inClinic)).thenRefused('providers-too-few')
    aCase.given(...past).when(proposing(inClinic, option(304, clinic))).thenRefused('providers-too-few')
    aCase.given(...past).when(proposing()).thenRefused('providers-missing')
  })
  test('where only one suits, it is said why', () => {
    const one = { ...ask, suitable: [clinic], proposal: { proposalId: id(310), options: [inClinic] } }
    aCase.given(...past).when(one).thenRefused('text-empty')
    expect(said({ ...one, proposal: { ...one.proposal, fewerWhy: 'For this age there is one.' } }).status).toBe('open')
  })
  test.each<[string, string, Partial<Of<'AskHelp'>>]>([
    ['by a colleague', 'not-coordinator', { by: groupWorker }],
    ['without a valid registration', 'registration-not-valid', { registrationValid: false }],
    ['of a kind that nobody knows', 'choice-unknown', { kind: 'hairdressing' as 'eating' }],
    ['without words to the parents', 'text-empty', { why: ' ' }],
    ['for a stranger', 'subject-unknown', { subject: { kind: 'adult', person: id(99) } }],
    ['where nobody could choose', 'nobody-chooses', { subject: { kind: 'sibling', person: id(2) } }],
    ['with the same choice twice', 'id-in-use', { proposal: { proposalId: id(310), options: [inClinic, { ...atCentre, optionId: inClinic.optionId }] } }],
  ])('not %s', (_, code, change) => { aCase.given(...past).when({ ...ask, ...change }).thenRefused(code) })
})

describe('route choice (K-03): the family chooses, each parent for themselves', () => {
  test('a choice is kept with who chose and how; the reason, in own words, is of that parent’s own record', () => {
    aCase.given(...pastWith(ask)).when(chooses(mother, id(301), { words: 'It is near my sister.' })).then(
      { type: 'ProviderAnswered', subject: ofChild, by: asFamily(mother), at: at('11:00'), category: 'plan', searchId: id(300), proposalId: id(310), parent: mother, optionId: id(301) },
      { type: 'ProviderAnswerExplained', subject: { kind: 'adult', person: mother }, by: asFamily(mother), at: at('11:00'), category: 'plan', searchId: id(300), proposalId: id(310), wordsId: id(320), words: 'It is near my sister.' },
    )
  })
  test('what was said aloud is noted by somebody of the team, with how and when', () => {
    const noted = chooses(father, id(302), { by: groupWorker, spoken: { how: 'atCentre', on: '2027-01-10' } })
    expect(said(ask, noted)).toEqual({ status: 'chosen', chosen: id(302), silent: [mother] })
    aCase.given(...pastWith(ask)).when(chooses(father, id(302), { by: groupWorker })).thenRefused('said-how-missing')
  })
  test('nobody chooses for another, and who has no say about the child doesn’t choose', () => {
    aCase.given(...pastWith(ask)).when(chooses(father, id(301), { by: asFamily(mother) })).thenRefused('not-yours')
    aCase.given(...pastWith(ask)).when(chooses(grandmother, id(301))).thenRefused('signer-without-standing')
    aCase.given(...pastWith(ask)).when(chooses(mother, id(303))).thenRefused('provider-unknown')
  })
  test('the same again changes nothing; another choice takes its place, and two parents may differ', () => {
    aCase.given(...pastWith(ask, chooses(mother, id(301), { words: 'Near.' }))).when(chooses(mother, id(301), { words: 'Near.' })).then()
    expect(said(ask, chooses(mother, id(301)), chooses(father, id(302)))).toEqual({ status: 'differ', chosen: undefined, silent: [] })
    expect(said(ask, chooses(mother, id(301)), chooses(father, id(302)), chooses(father, id(301)))).toMatchObject({ status: 'chosen', chosen: id(301) })
    expect(said(ask, chooses(mother, id(301)), chooses(father, undefined))).toMatchObject({ status: 'differ' })
  })
  test('help for an adult is chosen by that adult alone', () => {
    const own = { ...ask, subject: { kind: 'adult', person: mother } as const }
    expect(said(own, chooses(mother, id(302)))).toEqual({ status: 'chosen', chosen: id(302), silent: [] })
    aCase.given(...pastWith(own)).when(chooses(father, id(302))).thenRefused('signer-without-standing')
  })
  test('who is protected from a parent reads nothing that tells where that parent seeks help', () => {
    const shown = entries(stateOf(pastWith(ask, chooses(mother, id(301))))).find(({ kind }) => kind === 'helpSearch')
    expect(shown?.mentions).toEqual([mother, father])
  })
})

describe('route choice (K-03): a no closes nothing, and leads to the next', () => {
  test('none of these: the search goes on with what is left, and the case too', () => {
    const refused = [ask, chooses(mother, undefined), chooses(father, undefined)]
    expect(said(...refused).status).toBe('again')
    expect(said(...refused, next).status).toBe('open')
    // Two more that suit would have to be shown; those that the parents left aside don't count, and may be proposed again.
    aCase.given(...pastWith(...refused)).when({ ...next, suitable: [...next.suitable, id(15)] }).thenRefused('providers-too-few')
    expect(said(...refused, { ...next, proposal: { proposalId: id(311), options: [elsewhere, { ...inClinic, optionId: id(305) }] } }).status).toBe('open')
    expect(stateOf(pastWith(...refused)).course).toEqual([])
  })
  test('a provider without room is left aside, and what the family said about the others stands', () => {
    const full = [ask, chooses(mother, id(301)), noRoom]
    expect(said(...full)).toMatchObject({ status: 'again', chosen: id(301) })
    aCase.given(...pastWith(...full)).when(invite).thenRefused('provider-without-room')
    expect(said(...full, chooses(mother, id(302)))).toMatchObject({ status: 'chosen', chosen: id(302) })
    expect(said(...full, { ...next, proposal: { proposalId: id(311), options: [elsewhere, { ...atCentre, optionId: id(306) }] } }).status).toBe('open')
  })
  test('after a next proposal the one before can’t be chosen any more', () => {
    aCase.given(...pastWith(ask, { ...next, proposal: { proposalId: id(311), options: [elsewhere, { ...atCentre, optionId: id(306) }] } })).when(chooses(mother, id(301))).thenRefused('proposal-old')
  })
  test('however often it is refused, there is a next proposal and the case is open', () => {
    const rounds = Array.from({ length: 12 }, (_, round): readonly FamilyCaseCommand[] => [
      { ...next, proposal: { proposalId: id(400 + round), options: [{ ...elsewhere, optionId: id(500 + round) }, { ...atCentre, optionId: id(600 + round) }] } },
      chooses(mother, undefined, { proposalId: id(400 + round) }),
    ]).flat()
    expect(said(ask, chooses(mother, undefined), ...rounds).status).toBe('again')
    expect(stateOf(pastWith(ask, chooses(mother, undefined), ...rounds)).course).toEqual([])
  })
})

describe('the chosen provider is asked without the name of the family (C-02)', () => {
  test('by an invitation, once the family chose; its yes or no is that of the invitation', () => {
    aCase.given(...pastWith(ask)).when(invite).thenRefused('provider-not-chosen')
    aCase.given(...pastWith(ask, chooses(mother, id(302)))).when(invite).thenRefused('provider-not-chosen')
    aCase.given(...pastWith(ask, chooses(mother, id(301)))).when({ ...invite, question: 'A place for Pim?' }).thenRefused('names-somebody')
    aCase.given(...pastWith(ask, chooses(mother, id(301)))).when({ ...invite, organisation: dayCentre }).thenRefused('provider-not-chosen')
    expect(said(ask, chooses(mother, id(301)), invite).status).toBe('asked')
    aCase.given(...pastWith(ask, chooses(mother, id(301)), invite)).when({ ...invite, invitationId: id(331) }).thenRefused('already-invited')
  })
  test('a no of theirs leads to the next proposal, a yes with consent into the team', () => {
    const partner = { person: id(60), role: 'professional', organisation: clinic, discipline: 'hospital' } as const
    const answer: Of<'AnswerInvitation'> = { type: 'AnswerInvitation', by: partner, at: at('15:00'), invitationId: id(330), answer: 'refused', words: 'No place.', hasConsent: true }
    expect(said(ask, chooses(mother, id(301)), invite, answer)).toMatchObject({ status: 'again' })
    expect(said(ask, chooses(mother, id(301)), invite, { ...answer, answer: 'accepted', hasConsent: false })).toMatchObject({ status: 'asked' })
    expect(said(ask, chooses(mother, id(301)), invite, { ...answer, answer: 'accepted' })).toMatchObject({ status: 'joined' })
  })
  test('who already works for the person is asked nothing: they help once nobody is waited for, and only they', () => {
    const inTeam = (change: Partial<Of<'AddTeamMember'>>): Of<'AddTeamMember'> =>
      ({ type: 'AddTeamMember', ...coordinating, membershipId: id(350), practitionerId: id(61), organisation: clinic, discipline: 'hospital', from: '2027-01-04', isCoach: false, subject: ofChild, category: 'social', ...change })
    const both = [ask, chooses(mother, id(301)), chooses(father, id(301))]
    expect(said(...both).status).toBe('chosen')
    expect(said(inTeam({}), ...both).status).toBe('joined')
    expect(said(inTeam({}), ask, chooses(mother, id(301)))).toMatchObject({ status: 'open', silent: [father] })
    // Somebody else there may be asked like anybody.
    expect(said(inTeam({}), ...both, invite).status).toBe('asked')
    // Who helps somebody else, who is no longer there or who isn't there yet has to be asked like anybody.
    for (const change of [{ subject: { kind: 'adult', person: mother } }, { until: '2027-01-10' }, { from: '2027-01-12' }, { organisation: dayCentre }] as const) expect(said(inTeam(change), ...both).status).toBe('chosen')
    // No room there is no room, also for who knows the family.
    expect(said(inTeam({}), ...both, noRoom).status).toBe('again')
  })
  test('who asked again after a question that was taken back or ran out may ask anew', () => {
    const back: Of<'WithdrawInvitation'> = { type: 'WithdrawInvitation', ...coordinating, at: at('13:00'), invitationId: id(330) }
    expect(said(ask, chooses(mother, id(301)), invite, back)).toMatchObject({ status: 'chosen' })
  })
})

test('a search ends by who coordinates, with why; then nothing is proposed or chosen in it', () => {
  const end: Of<'EndHelpSearch'> = { type: 'EndHelpSearch', ...coordinating, at: at('17:00'), searchId: id(300), because: 'familyDecided', words: 'They want rest first.' }
  expect(said(ask, end).status).toBe('ended')
  const over = pastWith(ask, chooses(mother, id(301)), end)
  for (const command of [next, chooses(father, id(301)), noRoom, invite]) aCase.given(...over).when(command).thenRefused('search-ended')
  aCase.given(...over).when(end).then()
  aCase.given(...pastWith(ask)).when({ ...end, by: groupWorker }).thenRefused('not-coordinator')
  aCase.given(...pastWith(ask)).when({ ...end, by: substitute }).thenRefused('not-on-behalf')
  aCase.given(...past).when(end).thenRefused('search-unknown')
})

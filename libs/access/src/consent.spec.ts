import { describe, expect, test } from '@jest/globals'
import { relation, type Subject } from '@samenspel/kernel'
import { consentOn, consentOnAll, explainConsent, hasStanding, isMoreSpecific, missingSigners } from './consent.ts'
import type { Consent, Facts } from './facts.ts'
import { momentIn } from './moments.ts'
import { factsOf, grantOf, now } from './testing/family.ts'

const child: Subject = { kind: 'child', person: 'child' }
const reader = { organisation: 'day-centre', discipline: 'dayCentre' } as const
const moment = momentIn('NL', now)
const org = { recipient: { kind: 'organisation', organisation: 'day-centre' } } as const
const disc = { recipient: { kind: 'discipline', discipline: 'dayCentre' } } as const
const all = { recipient: { kind: 'all' } } as const
const medical = { category: 'medical' } as const
const objectionOf = (changed: Partial<Consent> = {}): Consent => grantOf({ effect: 'objection', ...changed })
const outcome = (consents: readonly Consent[], context?: string) =>
  consentOn(child, 'medical', context === undefined ? reader : { ...reader, context }, factsOf('NL', { consents }), moment)

describe('which yes or no wins (C-03)', () => {
  test.each<[string, readonly Consent[], string]>([
    ['nobody said anything', [], 'none'],
    ['a yes', [grantOf()], 'grant'],
    ['a no', [objectionOf()], 'objection'],
    ['a yes and a no, as exact as each other', [grantOf(), objectionOf()], 'objection'],
    ['a yes to one organisation, a no to its discipline', [grantOf(org), objectionOf(disc)], 'grant'],
    ['a yes to a discipline, a no to one organisation of it', [grantOf(disc), objectionOf(org)], 'objection'],
    ['a yes to a discipline, a no to everybody', [grantOf(disc), objectionOf(all)], 'grant'],
    ['a yes to a named label, a no to all labels', [grantOf(medical), objectionOf()], 'grant'],
    ['a no to a named label, a yes to all labels', [objectionOf(medical), grantOf()], 'objection'],
    ['each more exact on one point', [grantOf(org), objectionOf({ ...disc, ...medical })], 'objection'],
    ['an exact no, an exact yes, and a broad no', [grantOf({ ...org, ...medical }), objectionOf({ ...org, ...medical }), objectionOf()], 'objection'],
    ['a broad no, and an exact yes beside a broad yes', [objectionOf(), grantOf(), grantOf(org)], 'grant'],
  ])('%s', (_, consents, expected) => { expect(outcome(consents)).toBe(expected) })

  test('a yes for one meeting beats the ordinary no in that meeting, and not outside it', () => {
    const consents = [grantOf({ context: 'meeting' }), objectionOf()]
    expect(outcome(consents, 'meeting')).toBe('grant')
    expect(outcome(consents)).toBe('objection')
    expect(outcome(consents, 'another-meeting')).toBe('objection')
  })
  test('what is equal beats nothing, neither way', () => {
    expect(isMoreSpecific(grantOf(org), objectionOf(org))).toBe(false)
    expect(isMoreSpecific(objectionOf(org), grantOf(org))).toBe(false)
  })
})

describe('which yes or no applies', () => {
  test.each<[string, Partial<Consent>, string]>([
    ['to another organisation', { recipient: { kind: 'organisation', organisation: 'hospital' } }, 'none'],
    ['to another discipline', { recipient: { kind: 'discipline', discipline: 'hospital' } }, 'none'],
    ['to another label', { category: 'development' }, 'none'],
    ['about somebody else', { subject: { kind: 'adult', person: 'parent-1' } }, 'none'],
    ['from tomorrow', { period: { from: '2026-09-16' } }, 'none'],
    ['from today', { period: { from: '2026-09-15' } }, 'grant'],
    ['until today', { period: { from: '2026-01-01', until: '2026-09-15' } }, 'grant'],
    ['until yesterday', { period: { from: '2026-01-01', until: '2026-09-14' } }, 'none'],
    ['withdrawn this minute', { withdrawnAt: now }, 'none'],
    ['withdrawn in a second', { withdrawnAt: '2026-09-15T08:00:01.000Z' }, 'grant'],
  ])('a yes %s', (_, changed, expected) => { expect(outcome([grantOf(changed)])).toBe(expected) })

  test.each<[string, Subject, Subject]>([
    ['a pregnancy and her own record', { kind: 'unborn', person: 'parent-1' }, { kind: 'adult', person: 'parent-1' }],
    ['her own record and a pregnancy', { kind: 'adult', person: 'parent-1' }, { kind: 'unborn', person: 'parent-1' }],
    ['two pregnancies', { kind: 'unborn', person: 'parent-1' }, { kind: 'unborn', person: 'parent-2' }],
    ['two relations', relation('child', 'parent-1'), relation('child', 'parent-2')],
    ['the child and its surroundings', child, { kind: 'surroundings', person: 'child' }],
    ['the child and a relation with it', child, relation('child', 'parent-1')],
  ])('%s are different records', (_, given, asked) => {
    const facts = factsOf('NL', { consents: [grantOf({ subject: given })] })
    expect(consentOn(given, 'medical', reader, facts, moment)).toBe('grant')
    expect(consentOn(asked, 'medical', reader, facts, moment)).toBe('none')
  })
  test('nobody consents to safety, and nobody objects to it', () => {
    for (const given of [grantOf(), grantOf({ category: 'safety' }), objectionOf(), objectionOf({ category: 'safety' })]) {
      expect(consentOn(child, 'safety', reader, factsOf('NL', { consents: [given] }), moment)).toBe('none')
    }
  })
  test('several labels need a yes to each, and one no is a no (C-06)', () => {
    const facts = factsOf('NL', { consents: [grantOf(medical), objectionOf({ category: 'plan' })] })
    expect(consentOnAll(child, ['medical'], reader, facts, moment)).toBe('grant')
    expect(consentOnAll(child, ['medical', 'social'], reader, facts, moment)).toBe('none')
    expect(consentOnAll(child, ['medical', 'plan'], reader, facts, moment)).toBe('objection')
    expect(consentOnAll(child, [], reader, facts, moment)).toBe('none')
  })
})

describe('whose signature counts (C-05, G-10)', () => {
  const both = ['parent-1', 'parent-2']
  const stands = (subject: Subject, effect: Consent['effect'], signedBy: readonly string[], facts: Facts) => hasStanding({ subject, effect, signedBy }, facts, moment)
  const withAuthority = (adult: string, period: { from: string; until?: string }, verified = true) => ({ child: 'child', adult, period, verified })
  const onlyOne = { authority: [withAuthority('parent-1', { from: '2024-03-10' })] }
  const adult: Subject = { kind: 'adult', person: 'parent-1' }
  const dyad = relation('child', 'parent-1')

  test.each<[string, Subject, readonly string[], Facts, boolean]>([
    ['NL: both holders', child, both, factsOf('NL'), true],
    ['NL: one of two', child, ['parent-1'], factsOf('NL'), false],
    ['NL: the only holder', child, ['parent-1'], factsOf('NL', onlyOne), true],
    ['NL: somebody without authority', child, ['parent-2'], factsOf('NL', onlyOne), false],
    ['NL: a child for whom nobody holds authority', child, both, factsOf('NL', { authority: [] }), false],
    ['NL: authority that nobody verified', child, ['parent-1'], factsOf('NL', { authority: [withAuthority('parent-1', { from: '2024-03-10' }, false)] }), false],
    ['NL: the other one lost it yesterday', child, ['parent-1'], factsOf('NL', { authority: [...onlyOne.authority, withAuthority('parent-2', { from: '2024-03-10', until: '2026-09-14' })] }), true],
    ['NL: the other one has it until today', child, ['parent-1'], factsOf('NL', { authority: [...onlyOne.authority, withAuthority('parent-2', { from: '2024-03-10', until: '2026-09-15' })] }), false],
    ['NL: a guardian instead of parents', child, ['guardian'], factsOf('NL', { authority: [withAuthority('guardian', { from: '2025-01-01' })] }), true],
    ['BE: one of two', child, ['parent-1'], factsOf('BE'), true],
    ['BE: one of two who are known to disagree', child, ['parent-1'], factsOf('BE', { holdersDisagree: true }), false],
    ['BE: both, who are known to disagree', child, both, factsOf('BE', { holdersDisagree: true }), true],
    ['BE: somebody without authority', child, ['relative'], factsOf('BE'), false],
    ['surroundings: as the child', { kind: 'surroundings', person: 'child' }, both, factsOf('NL'), true],
    ['an adult for the own record', adult, ['parent-1'], factsOf('NL'), true],
    ['another adult', adult, ['parent-2'], factsOf('NL'), false],
    ['a pregnancy: who carries it', { kind: 'unborn', person: 'unborn-child' }, ['parent-1'], factsOf('NL', { pregnancies: [{ unborn: 'unborn-child', carriedBy: 'parent-1' }] }), true],
    ['a pregnancy: the other parent', { kind: 'unborn', person: 'unborn-child' }, ['parent-2'], factsOf('NL', { pregnancies: [{ unborn: 'unborn-child', carriedBy: 'parent-1' }] }), false],
    ['a relation: holders and the adult in it', dyad, both, factsOf('NL'), true],
    ['a relation: the adult in it without authority is missing', dyad, ['parent-2'], factsOf('NL', { authority: [withAuthority('parent-2', { from: '2024-03-10' })] }), false],
    ['BE, a relation: one holder, who is the adult in it', dyad, ['parent-1'], factsOf('BE'), true],
    ['BE, a relation: one holder, but not the adult in it', dyad, ['parent-2'], factsOf('BE'), false],
    ['a relation with a professional: who does not sign', relation('child', 'worker'), both, factsOf('NL'), true],
    ['a relation of two adults: both', relation('parent-1', 'parent-2'), both, factsOf('NL'), true],
    ['a relation of two adults: one', relation('parent-1', 'parent-2'), ['parent-1'], factsOf('NL'), false],
    ['the case itself: nobody', { kind: 'case' }, both, factsOf('NL'), false],
    ['an adult child: alone', child, ['child'], factsOf('NL', { children: [{ person: 'child', born: '2008-09-15', letsParentsRead: false }] }), true],
    ['an adult child: no longer the parents', child, both, factsOf('NL', { children: [{ person: 'child', born: '2008-09-15', letsParentsRead: false }] }), false],
    ['on the last day before majority: the parents', child, both, factsOf('NL', { children: [{ person: 'child', born: '2008-09-16', letsParentsRead: false }] }), true],
  ])('%s: a yes', (_, subject, signedBy, facts, expected) => { expect(stands(subject, 'grant', signedBy, facts)).toBe(expected) })
  test.each<[string, Subject, readonly string[], Facts, boolean]>([
    ['one holder of two', child, ['parent-2'], factsOf('NL'), true],
    ['BE: one holder of two', child, ['parent-2'], factsOf('BE'), true],
    ['somebody without authority', child, ['parent-2'], factsOf('NL', onlyOne), false],
    ['the adult of a relation, without authority', dyad, ['parent-1'], factsOf('NL', { authority: [withAuthority('parent-2', { from: '2024-03-10' })] }), true],
    ['another adult', adult, ['parent-2'], factsOf('NL'), false],
    ['nobody', child, [], factsOf('NL'), false],
  ])('%s: a no', (_, subject, signedBy, facts, expected) => { expect(stands(subject, 'objection', signedBy, facts)).toBe(expected) })
})

describe('why', () => {
  const named = (consents: readonly Consent[]) => consents.map((consent, index) => ({ ...consent, name: String(index) }))
  const why = (...consents: readonly Consent[]) => {
    const { outcome: said, decides, givesWay } = explainConsent(child, 'medical', reader, factsOf('NL'), named(consents), moment)
    return [said, decides.map(({ name }) => name).join(), givesWay.map(({ name }) => name).join()]
  }
  test.each<[string, readonly Consent[], readonly string[]]>([
    ['nobody said anything', [], ['none', '', '']],
    ['the exact yes decides, the broad no gives way', [objectionOf(), grantOf(org)], ['grant', '1', '0']],
    ['the no decides where both are as exact', [grantOf(), objectionOf()], ['objection', '1', '0']],
    ['two that say the same decide together', [grantOf(org), grantOf(org), objectionOf(all)], ['grant', '0,1', '2']],
    ['what does not apply is not named', [grantOf(org), grantOf({ category: 'plan' }), objectionOf({ recipient: { kind: 'organisation', organisation: 'hospital' } })], ['grant', '0', '']],
  ])('%s', (_, consents, expected) => { expect(why(...consents)).toEqual(expected) })
  test('it says what the decision says, of whatever stands beside each other (C-03)', () => {
    const pool = [grantOf(), grantOf(org), grantOf({ ...disc, ...medical }), objectionOf(), objectionOf(all), objectionOf({ ...org, category: 'plan' }), objectionOf({ ...disc, ...medical })]
    for (let chosen = 0; chosen < 2 ** pool.length; chosen += 1) {
      const consents = pool.filter((_one, index) => (chosen >> index) % 2 === 1)
      for (const label of ['medical', 'plan'] as const) {
        expect(explainConsent(child, label, reader, factsOf('NL'), consents, moment).outcome).toBe(consentOn(child, label, reader, factsOf('NL', { consents }), moment))
      }
    }
  })
})

describe('whose yes is still needed', () => {
  const dyad = relation('child', 'parent-1')
  test.each<[string, Subject, readonly string[], Facts, readonly string[]]>([
    ['NL, after one of two', child, ['parent-1'], factsOf('NL'), ['parent-2']],
    ['NL, after both', child, ['parent-1', 'parent-2'], factsOf('NL'), []],
    ['BE, before anybody: either', child, [], factsOf('BE'), ['parent-1', 'parent-2']],
    ['BE, after one of two', child, ['parent-1'], factsOf('BE'), []],
    ['BE, after one of two who are known to disagree', child, ['parent-1'], factsOf('BE', { holdersDisagree: true }), ['parent-2']],
    ['BE, a relation, after the holder who is not in it', dyad, ['parent-2'], factsOf('BE'), ['parent-1']],
    ['the own record', { kind: 'adult', person: 'parent-1' }, ['parent-1'], factsOf('NL'), []],
  ])('%s', (_, subject, signedBy, facts, expected) => {
    expect(missingSigners({ subject, signedBy }, facts, moment)).toEqual(expected)
    expect(hasStanding({ effect: 'grant', subject, signedBy }, facts, moment)).toBe(expected.length === 0)
  })
})

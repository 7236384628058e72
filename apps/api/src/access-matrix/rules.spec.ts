import { describe, expect, test } from '@jest/globals'
import { readRows } from '@samenspel/access'
import type { RequestContext } from '../graphql/context.ts'
import { Refused } from '../graphql/refused.ts'
import { RulesResolver } from '../resolvers/rules.resolver.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownMatrix } from './own-matrix.ts'
import { accessRules } from './rules.ts'

const rows = readRows(ownMatrix())
const example = (id: string, language: 'nl' | 'en' = 'nl') => accessRules(language).examples.find((one) => one.id === id)

test('every example is there, decided as was agreed', () => {
  const { examples, policies } = accessRules('nl')
  expect(examples.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  expect(examples.filter(({ isAsAgreed }) => !isAsAgreed)).toEqual([])
  expect(policies).toHaveLength(25)
})

test('an example reads as a sentence of people', () => {
  expect(example('M035')).toEqual({
    id: 'M035', who: 'teamlid (dagcentrum, dagcentrum 1)', whose: 'het kind', category: 'gezondheid', action: 'lezen', outcome: 'mag', isAllowed: true, isNothing: false,
    circumstances: [
      'geschreven door: ziekenhuis', 'het is 15 september 2026 om 9.59 uur',
      'toestemming over het kind, gezondheid, voor dagcentrum, vanaf 1 januari 2026, ingetrokken op 15 september 2026 om 10.00 uur',
    ],
    policies: ['P03'], reason: 'Tot het moment van intrekken mag er gelezen worden.', isAsAgreed: true,
  })
  expect(example('M035', 'en')?.circumstances).toEqual([
    'written by: hospital', 'it is 15 September 2026 at 9:59',
    'consent about the child, health, for day centre, from 1 January 2026, withdrawn on 15 September 2026 at 10:00',
  ])
})

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  test('nothing stands as it is written in the file', () => {
    const said = accessRules(language).examples.flatMap(({ id, who, whose, category, action, outcome, circumstances }) => [who, whose, category, action, outcome, ...circumstances].map((words) => `${id} ${words}`))
    expect(said.filter((words) => /[=@*]|\b[a-z]+[A-Z]|\b(kdc|zkh|jz|ggz|vk|cb|hs|wt|jr|gem|sup)-|\.\.|\d{4}-\d\d/.test(words))).toEqual([])
  })
  test('every fact of a row is said', () => {
    const silent = rows.filter(({ id, circumstances }) => {
      const facts = circumstances.split(' ').filter((part) => part !== '-' && !/^(dyad|person)=/.test(part))
      // Who wrote it is said besides.
      return (accessRules(language).examples.find((one) => one.id === id)?.circumstances.length ?? 0) !== facts.length + 1
    })
    expect(silent.map(({ id, circumstances }) => `${id} ${circumstances}`)).toEqual([])
  })
})

describe('the rules are shown', () => {
  const session = (role: Session['role']): RequestContext => ({ session: { person: 'p', role, app: 'desk', language: 'nl', key: 'k', secondFactor: true }, language: 'nl', deadline: new AbortController().signal })
  const rules = new RulesResolver()

  test('to a privacy officer', () => { expect(rules.accessRules(session('privacyOfficer')).examples).toHaveLength(rows.length) })
  test.each(['professional', 'familyMember'] as const)('not to a %s', (role) => { expect(() => rules.accessRules(session(role))).toThrow(new Refused('not-found')) })
  test('not to who isn\'t signed in', () => { expect(() => rules.accessRules({ ...session('privacyOfficer'), session: undefined })).toThrow(new Refused('not-signed-in')) })
})

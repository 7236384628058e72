import { describe, expect, test } from '@jest/globals'
import { abilities, type Abilities } from './abilities.ts'
import { offers } from './testing/answers.ts'
import { factsOf, now, specialist } from './testing/family.ts'

const offered = (able: Abilities) => Object.entries(able).filter(([, is]) => is).map(([ability]) => ability)

describe('buttons', () => {
  test.each(offers)('for %s', (_, viewer, changed, expected) => { expect(offered(abilities(viewer, factsOf('NL', changed), now))).toEqual(expected) })

  test('none at a moment that is none', () => { expect(offered(abilities(specialist, factsOf(), 'now'))).toEqual([]) })
})

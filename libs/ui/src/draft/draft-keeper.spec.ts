import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { createDraftKeeper, type Kept } from './draft-keeper.ts'

beforeEach(() => { jest.useFakeTimers() })
afterEach(() => { jest.useRealTimers() })

/** Words that are kept, and a server that takes what is on its way in the order in which the script lets it; some of it gets lost. */
const writing = () => {
  let kept: string | undefined
  let told: Kept | undefined
  let number = 0
  let wanted: string | undefined
  const onItsWay: { readonly words: string | undefined; readonly arrive: () => void; readonly lose: () => void }[] = []
  const go = (words: string | undefined) => new Promise<boolean>((resolve) => {
    onItsWay.push({ words, arrive: () => { kept = words; resolve(true) }, lose: () => { resolve(false) } })
  })
  const keeper = createDraftKeeper({ save: (words) => go(words), drop: () => go(undefined), tell: (now) => { told = now; if (now === 'kept') expect(kept).toBe(wanted) }, pause: 700, retry: 5_000 })
  const settle = (milliseconds = 0) => jest.advanceTimersByTimeAsync(milliseconds)
  const answer = async (how: 'arrive' | 'lose', which = 0) => {
    onItsWay.splice(which, 1)[0]?.[how]()
    await settle()
  }
  const write = (words: string | undefined) => { wanted = words; keeper.write(words) }
  return {
    keeper, settle, answer, write,
    kept: () => kept, told: () => told, wanted: () => wanted, onItsWay: () => onItsWay.map(({ words }) => words),
    steps: {
      write: () => { write(`words ${number += 1}`) },
      empty: () => { write(undefined) },
      sent: () => { wanted = undefined; keeper.drop() },
      online: () => { keeper.again() },
      pause: () => settle(700),
      long: () => settle(5_000),
      arrive: () => answer('arrive'),
      lose: () => answer('lose'),
      /** It arrived, and nobody heard of it. */
      loseAnswer: () => { kept = onItsWay.length > 0 ? onItsWay[0]?.words : kept; return answer('lose') },
    },
  }
}
type Step = keyof ReturnType<typeof writing>['steps']
const steps: readonly Step[] = ['write', 'empty', 'sent', 'online', 'pause', 'long', 'arrive', 'lose', 'loseAnswer']
const script = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom<Step>('write', 'pause', 'arrive') }, fc.constantFrom(...steps)), { maxLength: 24, size: 'max' })

test('whatever is lost or late: the words that were written last are kept, and none that were sent', async () => {
  await fc.assert(fc.asyncProperty(script, async (scripted) => {
    const one = writing()
    for (const step of scripted) {
      await one.steps[step]()
      expect(one.onItsWay().length).toBeLessThanOrEqual(1)
    }
    for (let rest = 0; rest < 4; rest += 1) {
      await one.settle(5_000)
      await one.answer('arrive')
    }
    expect(one.kept()).toBe(one.wanted())
    if (one.wanted() !== undefined) expect(one.told()).toBe('kept')
    expect(one.onItsWay()).toHaveLength(0)
  }), { numRuns: 100, examples: [[['write', 'pause', 'write', 'sent', 'lose', 'long']], [['write', 'pause', 'sent', 'write', 'arrive', 'pause']]] })
})

test('whoever leaves sends what isn’t kept at once, and nothing is tried after them: somebody else may sit here', async () => {
  await fc.assert(fc.asyncProperty(script, fc.constantFrom('arrive', 'lose'), async (scripted, how) => {
    const one = writing()
    for (const step of scripted) await one.steps[step]()
    void one.keeper.leave()
    await one.settle()
    if (one.wanted() !== undefined && one.kept() !== one.wanted()) expect(one.onItsWay().at(-1)).toBe(one.wanted())
    while (one.onItsWay().length > 0) await one.answer(how)
    await one.settle(60_000)
    one.keeper.again()
    await one.settle(60_000)
    expect(one.onItsWay()).toHaveLength(0)
    if (how === 'arrive') expect(one.kept()).toBe(one.wanted())
  }), { numRuns: 100, examples: [[['sent'], 'lose'], [['write', 'pause', 'arrive', 'empty'], 'arrive']] })
})

test('a page that may be gone in a moment sends what isn’t kept beside what is on its way, and goes on keeping when it stays', async () => {
  const { keeper, write, settle, answer, onItsWay, kept } = writing()
  write('Sem sliep')
  await settle(700)
  write('Sem sliep een uur')
  keeper.flush()
  expect(onItsWay()).toEqual(['Sem sliep', 'Sem sliep een uur'])
  await answer('arrive')
  await answer('lose')
  await settle(5_000)
  expect(onItsWay()).toEqual(['Sem sliep een uur'])
  await answer('arrive')
  expect(kept()).toBe('Sem sliep een uur')
})

test('a page that hides and stays, whatever arrives in what order: the words that were written last are kept, and none that were sent', async () => {
  const arrives = fc.tuple(fc.constantFrom<'arrive' | 'lose'>('arrive', 'lose'), fc.nat({ max: 2 }))
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom('write', 'pause', 'hide', 'sent'), arrives), { minLength: 4, maxLength: 16, size: 'max' }), async (scripted) => {
    const one = writing()
    for (const what of scripted) {
      if (what === 'hide') one.keeper.flush()
      else if (typeof what === 'string') await one.steps[what as Step]()
      else await one.answer(what[0], what[1] % Math.max(1, one.onItsWay().length))
    }
    // The page stays; what was on its way first arrives last.
    for (let rest = 0; rest < 8; rest += 1) {
      while (one.onItsWay().length > 0) await one.answer('arrive', one.onItsWay().length - 1)
      await one.settle(5_000)
    }
    expect(one.kept()).toBe(one.wanted())
  }), { numRuns: 60, examples: [[['write', 'pause', 'write', 'hide', ['arrive', 1], ['arrive', 0]]], [['write', 'hide', 'sent', ['arrive', 1]]]] })
})

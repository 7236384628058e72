/**
 * Somebody at work with a mouse and a keyboard. In the journeys what they do is done at once, and what it costs a person is counted;
 * under the stop-watch of the bench they are as quick as people are, and the seconds pass.
 */
import { appendFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { expect, type Locator, type Page } from '@playwright/test'

/** Milliseconds of somebody at work: for a tap, and for a key. */
const [aTap, aKey] = [250, 200]

/** The longest that somebody may take, in milliseconds: to find a family, to add an update, to prepare a meeting, to refer. */
export const longest = { finding: 5_000, anUpdate: 45_000, aMeeting: 120_000, aReferral: 180_000 } as const
/** The most taps for an update; a PIN is keys. */
const mostTaps = 8

/** Where the bench reads what its stop-watch said, a line of JSON each; nothing where nobody times. */
const stopWatch = process.env['SAMENSPEL_STOPWATCH']
const pass = (milliseconds: number): Promise<unknown> => stopWatch === undefined ? Promise.resolve() : setTimeout(milliseconds)

/** The words of a label, with the hint that may stand beside them. */
const named = (label: string): RegExp => new RegExp(`^${label.replaceAll('?', '\\?')}( mag leeg blijven| Telefoon of e-mail)?$`)

export type Human = ReturnType<typeof humanOn>

/** @returns what somebody does on a page, from now on */
export const humanOn = (page: Page) => {
  let [taps, keys] = [0, 0]
  const began = performance.now()
  const tap = async (what: Pick<Locator, 'click'>): Promise<void> => {
    taps += 1
    await pass(aTap)
    await what.click()
  }
  const fill = async (what: Locator, words: string): Promise<void> => {
    taps += 1
    keys += words.length
    await pass(aTap)
    if (stopWatch === undefined) await what.fill(words)
    else await what.pressSequentially(words, { delay: aKey, timeout: longest.aMeeting })
  }
  const press = async (...some: readonly string[]): Promise<void> => {
    for (const key of some) {
      keys += key.split('+').length
      await pass(key.split('+').length * aKey)
      await page.keyboard.press(key)
    }
  }
  return {
    type: (label: string, words: string) => fill(page.getByRole('textbox', { name: named(label) }), words),
    fill,
    /** Eight digits, whatever the order in which a browser wants them. */
    day: async (label: string, day: string): Promise<void> => {
      taps += 1
      keys += 8
      await pass(aTap + 8 * aKey)
      await page.getByLabel(label, { exact: true }).fill(day)
    },
    choose: async (label: string, option: string | { readonly index: number }): Promise<void> => {
      taps += 2
      await pass(2 * aTap)
      await page.getByRole('combobox', { name: label }).selectOption(option)
    },
    tick: (name: string) => tap(page.getByRole('checkbox', { name })),
    pick: (name: string) => tap(page.getByRole('radio', { name })),
    press: (name: string | RegExp) => tap(page.getByRole('button', { name })),
    follow: (name: string | RegExp) => tap(page.getByRole('link', { name })),
    /** A chord is as many keys as are held at once. */
    chord: (together: string) => press(together),
    /** Into what has the focus. */
    write: (words: string) => press(...words),
    tap,
    /** What was begun with the first tap is done: it cost no more than it may. @param name as the bench calls it */
    isDone: (name: keyof typeof longest): void => {
      const seconds = (performance.now() - began) / 1_000
      if (name === 'anUpdate') expect(taps).toBeLessThanOrEqual(mostTaps)
      expect(taps * aTap + keys * aKey).toBeLessThanOrEqual(longest[name])
      if (stopWatch !== undefined) appendFileSync(stopWatch, `${JSON.stringify({ name, taps, keys, seconds })}\n`)
    },
  }
}

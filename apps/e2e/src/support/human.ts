/** Somebody at work with a mouse and a keyboard: what they do is done at once, and what it costs a person is counted. */
import type { Locator, Page } from '@playwright/test'

/** Milliseconds of somebody at work: for a tap, and for a key. */
const [aTap, aKey] = [250, 200]

/** The longest that somebody may take, in milliseconds: to find a family, to add an update, to prepare a meeting, to refer. */
export const longest = { finding: 5_000, anUpdate: 45_000, aMeeting: 120_000, aReferral: 180_000 } as const
/** The most taps for an update. */
export const mostTaps = 8

/** The words of a label, with the hint that may stand beside them. */
const named = (label: string): RegExp => new RegExp(`^${label.replaceAll('?', '\\?')}( mag leeg blijven| Telefoon of e-mail)?$`)

export type Human = ReturnType<typeof humanOn>

export const humanOn = (page: Page) => {
  let [taps, keys] = [0, 0]
  const tap = async (what: Pick<Locator, 'click'>): Promise<void> => {
    taps += 1
    await what.click()
  }
  const fill = async (what: Locator, words: string, typed = words.length): Promise<void> => {
    taps += 1
    keys += typed
    await what.fill(words)
  }
  return {
    type: (label: string, words: string) => fill(page.getByRole('textbox', { name: named(label) }), words),
    day: (label: string, day: string) => fill(page.getByLabel(label, { exact: true }), day, 8),
    choose: async (label: string, option: string | { readonly index: number }): Promise<void> => {
      taps += 2
      await page.getByRole('combobox', { name: label }).selectOption(option)
    },
    tick: (name: string) => tap(page.getByRole('checkbox', { name })),
    pick: (name: string) => tap(page.getByRole('radio', { name })),
    press: (name: string | RegExp) => tap(page.getByRole('button', { name })),
    follow: (name: string | RegExp) => tap(page.getByRole('link', { name })),
    /** A chord is as many keys as are held at once. */
    chord: async (together: string): Promise<void> => {
      keys += together.split('+').length
      await page.keyboard.press(together)
    },
    /** Into what has the focus. */
    write: async (words: string): Promise<void> => {
      keys += words.length
      await page.keyboard.type(words)
    },
    tap,
    taps: () => taps,
    spent: () => taps * aTap + keys * aKey,
  }
}

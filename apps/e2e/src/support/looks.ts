import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { desk, expect, phone } from './test.ts'

/** A narrow phone, or a page enlarged four times (WCAG 1.4.10). */
const narrowest = { width: 320, height: 640 } as const

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Where colours are looked at: behind an open dialog nothing can be reached, and colours are half the work of axe. */
const coloured = 'body:not(:has(dialog[open])) *, dialog[open] *'

/** What axe has against a page, a line for each rule. A page is given axe once, since reading all of it takes longer than a look. */
const violations = async (page: Page, language: 'nl' | 'en'): Promise<readonly string[]> => {
  if (!await page.evaluate(() => 'axe' in globalThis)) {
    await page.evaluate(axe.source)
    await page.evaluate((selector) => { (globalThis as unknown as { readonly axe: typeof axe }).axe.configure({ rules: [{ id: 'color-contrast', selector }] }) }, coloured)
  }
  return page.evaluate(async ({ values, inColour }) => {
    const { violations: found } = await (globalThis as unknown as { readonly axe: typeof axe }).axe.run({
      resultTypes: ['violations'], runOnly: { type: 'tag', values }, rules: { 'color-contrast': { enabled: inColour } },
    })
    return found.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ target, any, all, none }) => `${target.join(' ')} (${[...any, ...all, ...none].map(({ message }) => message).join('; ')})`).join(' | ')}`)
  }, { values: tags, inColour: language === 'nl' })
}

/** What sticks out at the side, by its tag and first words. */
const sticksOut = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const { documentElement: root } = document
  if (root.scrollWidth <= root.clientWidth) return []
  return [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1).slice(0, 5)
    .map((element) => `${element.tagName.toLowerCase()} “${(element.textContent ?? '').trim().slice(0, 40)}”`)
})

/** Words of a picture that lie over each other, line by line as they are set. */
const overlaps = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  /** Pixels that letters of two lines may share. */
  const most = 3
  const shared = (oneStart: number, oneEnd: number, otherStart: number, otherEnd: number) => Math.min(oneEnd, otherEnd) - Math.max(oneStart, otherStart)
  return [...document.querySelectorAll('figure')].flatMap((figure) => {
    const lines = [...figure.querySelectorAll('strong, text, span')]
      .filter((element) => element.children.length === 0 && (element.textContent ?? '').trim() !== '')
      .flatMap((element) => [...element.getClientRects()].map((box) => ({ element, box })))
    return lines.flatMap(({ element, box }, index) => lines.slice(index + 1)
      .filter((other) => other.element !== element && shared(box.left, box.right, other.box.left, other.box.right) > most && shared(box.top, box.bottom, other.box.top, other.box.bottom) > most)
      .map((other) => `“${element.textContent}” and “${other.element.textContent}”`))
  })
})

/** Pictures are drawn anew a moment after the window changed, and colours of what just came may still be on their way. */
const inTheEnd = expect.configure({ soft: true }).poll

/**
 * A screen as it stands now: nothing against it on a phone and a desk, its language said, and nothing to scroll sideways on the
 * narrowest phone. In English, where only the words differ and no colour, in the size that it has.
 */
export const isFitToBeSeen = async (page: Page, what: string, language: 'nl' | 'en'): Promise<void> => {
  await expect(page.locator('html'), `${what}: the page says its language`).toHaveAttribute('lang', language)
  const before = page.viewportSize() ?? desk
  for (const [name, size] of Object.entries(language === 'nl' ? { phone, desk } : { window: before })) {
    await page.setViewportSize(size)
    await inTheEnd(() => violations(page, language), `${what} in ${language} on a ${name}`).toEqual([])
    await inTheEnd(() => overlaps(page), `${what} in ${language} on a ${name}, its pictures`).toEqual([])
  }
  await page.setViewportSize(narrowest)
  await inTheEnd(() => sticksOut(page), `${what} in ${language}, 320 pixels wide`).toEqual([])
  await page.setViewportSize(before)
}

/** Walks through a page with the keyboard: whatever gets the focus shows that it has it. */
export const showsItsFocus = async (page: Page, what: string, steps: number): Promise<void> => {
  await page.locator('body').press('Home')
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return undefined
      // A radio or checkbox may show the focus on the card around it.
      const shows = [element, ...element.closest('label') === null ? [] : [element.closest('label')]].some((one) => {
        const style = one === null ? undefined : getComputedStyle(one)
        return style !== undefined && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none')
      })
      const { width, height } = element.getBoundingClientRect()
      return { name: `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`, shows: shows && width > 0 && height > 0 }
    })
    if (focused !== undefined) expect.soft(focused, what).toEqual({ ...focused, shows: true })
  }
}

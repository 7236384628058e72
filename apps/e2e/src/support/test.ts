import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'
import { rm } from 'node:fs/promises'
import type { House } from './housed.ts'
import { freshSettings, openOwnHouse, startIn, startInstance, type FreshSettings, type Instance, type OwnProcess } from './instance.ts'
import { people, type Persona } from './people.ts'

export { expect }

/** A phone as a parent holds it, and a desk. */
export const phone = { width: 390, height: 844 } as const
export const desk = { width: 1440, height: 900 } as const

export type Windows = {
  /**
   * Signs somebody in and opens their app. Desk and parent windows stand side by side in one browser; whoever is
   * `apart` gets a private window; so does who has no mouse but fingers (`touch`).
   */
  readonly open: (instance: Instance, persona: Persona, options?: { readonly apart?: boolean; readonly touch?: boolean; readonly path?: string; readonly language?: 'nl' | 'en' }) => Promise<Page>
  /** A new browser with nobody signed in. */
  readonly privateWindow: (has?: { readonly hasTouch?: boolean }) => Promise<BrowserContext>
  /** Everything that the API said to a window, in one text. */
  readonly heardBy: (page: Page) => Promise<string>
  /** Closes every window, before the application behind them stops. */
  readonly closeAll: () => Promise<void>
}

type Fixtures = {
  readonly windows: Windows
  /** An instance that this one test may change. */
  readonly ownRegion: Instance
  /** The same in a process of its own, which the test may kill and start again. */
  readonly ownProcess: OwnProcess
  /** Settings on a temporary folder, for a start that the test makes itself. */
  readonly settings: FreshSettings
}

/** What a browser complained of; any of it fails the test. */
const complaintsOf = async (context: BrowserContext, complaints: string[]): Promise<void> => {
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => { console.error(`content security policy: ${violatedDirective} ${blockedURI}`) })
  })
  context.on('console', (message) => { if (message.type() === 'error') complaints.push(`${message.page()?.url() ?? ''}: ${message.text()}`) })
  context.on('weberror', (error) => { complaints.push(`${error.page()?.url() ?? ''}: ${error.error().message}`) })
}

/**
 * The journeys' own test: windows that fail it on any error in a console, any uncaught error and any report of the content
 * security policy, and instances of the built application.
 */
export const test = base.extend<Fixtures, { readonly house: House; readonly region: Instance }>({
  /** Where the instances of a worker live. */
  house: [async ({}, use) => {
    const house = openOwnHouse()
    await use(house)
    await house.close()
  }, { scope: 'worker' }],

  /** An instance that journeys share which only read. */
  region: [async ({ house }, use) => {
    const instance = await startIn(house)
    await use(instance)
    await instance.stop()
  }, { scope: 'worker', timeout: 300_000 }],

  settings: async ({}, use) => {
    const fresh = await freshSettings()
    await use(fresh)
    await rm(fresh.folder, { recursive: true, force: true })
  },

  ownRegion: async ({ house, windows }, use) => {
    const instance = await startIn(house)
    await use(instance)
    await windows.closeAll()
    await instance.stop()
  },

  ownProcess: async ({ windows }, use) => {
    const instance = await startInstance()
    await use(instance)
    await windows.closeAll()
    await instance.stop()
  },

  windows: [async ({ browser, context }, use) => {
    const complaints: string[] = []
    const heard = new Map<Page, Promise<string>[]>()
    const apart: BrowserContext[] = []
    const listen = async (to: BrowserContext) => {
      await complaintsOf(to, complaints)
      to.on('page', (page) => {
        const words: Promise<string>[] = []
        heard.set(page, words)
        page.on('response', (response) => { if (new URL(response.url()).pathname === '/graphql') words.push(response.text().catch(() => '')) })
        page.on('websocket', (socket) => { socket.on('framereceived', ({ payload }) => { words.push(Promise.resolve(payload.toString())) }) })
      })
    }
    await listen(context)
    const privateWindow = async ({ hasTouch = false }: { readonly hasTouch?: boolean } = {}): Promise<BrowserContext> => {
      const made = await browser.newContext({ hasTouch, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' })
      apart.push(made)
      await listen(made)
      return made
    }
    await use({
      privateWindow,
      open: async ({ url }, persona, options = {}) => {
        const where = options.apart === true || options.touch === true ? await privateWindow({ hasTouch: options.touch === true }) : context
        const app = people[persona]
        await where.request.post(`${url}/demo/sign-in`, { data: { persona, language: options.language ?? 'nl' } })
        const page = await where.newPage()
        await page.setViewportSize(app === 'parent' ? phone : desk)
        await page.goto(`${url}/${app}/${options.path ?? ''}`)
        return page
      },
      closeAll: async () => { await Promise.all([context, ...apart].flatMap((one) => one.pages()).map((page) => page.close())) },
      heardBy: async (page) => (await Promise.all(heard.get(page) ?? [])).join('\n'),
    })
    await Promise.all(apart.map((one) => one.close()))
    expect(complaints, 'what the browsers complained of').toEqual([])
  }, { auto: true }],
})

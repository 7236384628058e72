import { openBrowser, type Browser } from './browser.ts'
import { command, dataOf } from './family.ts'
import { ask, type Answer, type Somebody } from './running-api.ts'

/** A tablet as somebody holds it: its cookies, and the names on its lock screen. */
export type TabletInHand = {
  readonly browser: Browser
  /** @returns the status, and the code of what was refused */
  readonly send: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Said>
  /** The id that a name has on the lock screen. */
  readonly worker: (name: string) => Promise<string>
  readonly goIn: (name: string, pin: string) => Promise<Said>
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>
  /** All that stands on the lock screen, as it came over the line. */
  readonly lockScreen: () => Promise<string>
}
export type Said = { readonly status: number; readonly code?: string; readonly message?: string }

export const takeTablet = (url: string): TabletInHand => {
  const browser = openBrowser()
  const send: TabletInHand['send'] = async (path, fields = {}) => {
    const { status, text } = await browser.send(`${url}/tablet-door/${path}`, fields)
    const [error] = text === '' ? [] : (JSON.parse(text) as { errors?: readonly { message: string; extensions: { code: string } }[] }).errors ?? []
    return { status, ...(error !== undefined && { code: error.extensions.code, message: error.message }) }
  }
  const lockScreen = async (): Promise<string> => (await browser.go(`${url}/tablet-door`)).text
  const worker = async (name: string): Promise<string> =>
    (JSON.parse(await lockScreen()) as { tablet: { workers: readonly { id: string; name: string }[] } | null }).tablet?.workers.find((one) => one.name === name)?.id ?? ''
  return {
    browser, send, lockScreen, worker,
    goIn: async (name, pin) => send('open', { worker: await worker(name), pin, language: 'nl' }),
    ask: (query, variables) => ask(url, query, variables, { 'x-samenspel-app': 'tablet', 'cookie': cookieOf(browser, url) }),
  }
}

/** The cookies of a browser as a request sends them. @param without those with these names */
export const cookieOf = (browser: Browser, url: string, without: readonly string[] = []): string =>
  [...browser.cookies(url)].filter(([name]) => !without.includes(name)).map((pair) => pair.join('=')).join('; ')

/** A code for a tablet, from who keeps the keys. */
export const tabletCode = async (keeper: Somebody, name = 'Bijengroep', lockSeconds = 75): Promise<string> =>
  dataOf<{ makeTabletCode: { code: string } }>(await command(keeper, 'mutation ($commandId: ID!, $name: String!, $lockSeconds: Int!) { makeTabletCode(commandId: $commandId, name: $name, lockSeconds: $lockSeconds) { code } }', { name, lockSeconds })).makeTabletCode.code

/** A tablet that is enrolled. */
export const enrolledTablet = async (url: string, keeper: Somebody, name?: string): Promise<TabletInHand & { readonly id: string }> => {
  const tablet = takeTablet(url)
  const known = new Set((await tabletsOf(keeper)).map(({ id }) => id))
  await tablet.send('enrol', { code: await tabletCode(keeper, name) })
  return { ...tablet, id: (await tabletsOf(keeper)).find(({ id }) => !known.has(id))?.id ?? '' }
}

export const tabletsOf = async (keeper: Somebody): Promise<readonly { readonly id: string; readonly name: string; readonly workers: readonly string[] }[]> =>
  dataOf<{ groupTablets: { tablets: readonly { id: string; name: string; workers: readonly string[] }[] } }>(await keeper.ask('{ groupTablets { tablets { id name workers } } }')).groupTablets.tablets

export const choosePin = (somebody: Somebody, pin: string, tabletIds: readonly string[]): Promise<Answer> =>
  command(somebody, 'mutation ($commandId: ID!, $pin: String!, $tabletIds: [ID!]!) { choosePin(commandId: $commandId, pin: $pin, tabletIds: $tabletIds) { id } }', { pin, tabletIds })

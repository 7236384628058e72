import { createOvertaken, type Overtaken } from '@samenspel/graphql-documents/overtaken'
import { fetchTrusted } from '@samenspel/graphql-documents/trusted'
import { cacheExchange, Client, fetchExchange } from 'urql'

/** What stands on the screen of a client. */
type OnScreen = {
  readonly overtaken: Overtaken
  /** Whether a live connection tells of changes. */
  isTold: boolean
  /** How many commands are on their way, and whether something was told meanwhile. */
  commands: number
  isHeld: boolean
  waiting?: ReturnType<typeof setTimeout> | undefined
}
const onScreen = new WeakMap<Client, OnScreen>()

/** How long, in milliseconds, the app waits for what its live connection is about to tell, before it asks without. */
const longestWait = 250

/** The way to the API. The session lives in a cookie of this app alone; the header says which app asks. */
export const createGraphql = (url: string): Client => {
  const screen: OnScreen = { overtaken: createOvertaken(), isTold: false, commands: 0, isHeld: false }
  const client = new Client({
    url,
    // A page that one comes back to shows what was known, and asks: what changed meanwhile was told to nobody who showed it.
    requestPolicy: 'cache-and-network',
    preferGetMethod: false,
    fetch: fetchTrusted,
    fetchOptions: { headers: { 'x-samenspel-app': 'parent' } },
    exchanges: [
      cacheExchange,
      screen.overtaken.exchange,
      fetchExchange,
    ],
  })
  onScreen.set(client, screen)
  return client
}

/**
 * Asks again what stands on the screen: of what opens no more nothing stays there. What is on its way may have been answered before what
 * is told now, and is asked once more when it has arrived.
 */
export const askAgain = (client: Client): void => {
  const screen = onScreen.get(client)
  if (screen === undefined) return
  clearTimeout(screen.waiting)
  screen.waiting = undefined
  screen.overtaken.askAgain(client)
}

/** As `askAgain`, and once: where a live connection is about to tell of the same, what it tells is waited for a moment. */
export const askSoon = (client: Client): void => {
  const screen = onScreen.get(client)
  if (screen?.isTold !== true) askAgain(client)
  else screen.waiting ??= setTimeout(askAgain, longestWait, client)
}

/**
 * What the live connection tells is asked at once; while a command is on its way, with its answer: the server tells of a command before
 * or after it answers, and both are one reason to ask.
 */
export const hear = (client: Client): void => {
  const screen = onScreen.get(client)
  if (screen === undefined || screen.commands === 0) askAgain(client)
  else screen.isHeld = true
}

/** A command goes on its way. @returns what is called with its answer, which asks again, once, what stands on the screen */
export const sending = (client: Client): ((isRefused: boolean) => void) => {
  const screen = onScreen.get(client)
  if (screen === undefined) return () => undefined
  screen.commands += 1
  return (isRefused) => {
    screen.commands -= 1
    // A refusal may have met something that isn't on the screen yet.
    if (isRefused || screen.isHeld) askAgain(client)
    else askSoon(client)
    if (screen.commands === 0) screen.isHeld = false
  }
}

/** Notes whether a live connection tells of changes, or is about to. */
export const noteTold = (client: Client, isTold: boolean): void => {
  const screen = onScreen.get(client)
  if (screen !== undefined) screen.isTold = isTold
}

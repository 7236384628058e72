// How long somebody at work takes, with a stop-watch: the journeys of apps/e2e by a hand that needs 250 ms for a tap and 200 ms for a
// key, on the built application with its demo region; and when the first page shows what it is about.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { signIn } from '../../apps/e2e/src/support/api.ts'
import { startInstance } from '../../apps/e2e/src/support/instance.ts'

const root = join(import.meta.dirname, '../..')
const e2e = join(root, 'apps/e2e')

/** Seconds that somebody may take (docs/develop/bench.md), with the words of the table. */
const journeys = {
  finding: { words: 'find a family again, from any page', limit: 5 },
  anUpdate: { words: 'add an update', limit: 45 },
  aMeeting: { words: 'prepare a meeting about the plan', limit: 120 },
  aReferral: { words: 'refer a family, without an account', limit: 180 },
}
/** The desk profile: 10 Mbit/s and 60 ms to the server, and the processor as it is. */
const line = { offline: false, latency: 60, downloadThroughput: 10_000_000 / 8, uploadThroughput: 10_000_000 / 8 }
const rounds = 5
const firstContentLimit = 1_000

const say = (words) => { console.error(words) }
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
/** What it says goes where it is told of: the figures alone stand on the output. */
const mustRun = async (args, { cwd = root, environment = {} } = {}) => {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', process.stderr, 'inherit'], env: { ...process.env, ...environment } })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${args.join(' ')} ended with code ${code}.`)
}

/** What the stop-watch said: one line for each journey that was done. */
const timed = async (folder) => {
  const file = join(folder, 'stop-watch.jsonl')
  await mustRun([join(root, 'node_modules/@playwright/test/cli.js'), 'test', 'front-door', 'tablet', '--workers=1', '--reporter=line', '--timeout=900000'], { cwd: e2e, environment: { SAMENSPEL_STOPWATCH: file } })
  return readFileSync(file, 'utf8').trim().split('\n').map((one) => JSON.parse(one))
}

/** Milliseconds until the greatest thing that a page shows at first is there, on the line of a desk, with nothing kept from before. */
const firstContent = async (browser, url, path) => {
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', viewport: { width: 1440, height: 900 } })
  await context.request.post(`${url}/demo/sign-in`, { data: { persona: 'coordinator', language: 'nl' } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', line)
  await page.goto(`${url}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  const milliseconds = await page.evaluate(() => new Promise((resolve) => {
    new PerformanceObserver((list) => { resolve(list.getEntries().at(-1).startTime) }).observe({ type: 'largest-contentful-paint', buffered: true })
  }))
  await context.close()
  return milliseconds
}

const pages = async () => {
  const region = await startInstance()
  const executablePath = process.env.CHROMIUM ?? JSON.parse(readFileSync(join(e2e, 'browsers.json'), 'utf8')).find((path) => existsSync(path))
  const browser = await chromium.launch({ ...(executablePath !== undefined && { executablePath }), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const { families } = await (await signIn(region.url, 'coordinator')).ask('{ families(first: 50) { nodes { id name } } }')
    const family = families.nodes.find(({ name }) => name.includes('Verhoeven')).id
    const found = {}
    for (const [words, path] of [['today', '/desk/'], ['a family', `/desk/gezin/${family}`]]) {
      const all = []
      for (let round = 0; round < rounds; round += 1) all.push(await firstContent(browser, region.url, path))
      found[words] = median(all)
    }
    return found
  } finally {
    await browser.close()
    await region.stop()
  }
}

/** @returns the figures of the suite */
export const measure = async () => {
  say('Building …')
  for (const app of ['api', 'desk', 'parent']) await mustRun([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], { cwd: join(root, 'apps', app) })
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'))
  try {
    say('Somebody at work …')
    const laps = await timed(folder)
    say('First content …')
    const shown = await pages()
    return [
      ...Object.entries(journeys).flatMap(([name, { words, limit }]) => laps.filter((lap) => lap.name === name).map(({ seconds, taps, keys }, index, all) => ({
        name: `${words}${all.length > 1 ? ` (${index === 0 ? 'desk' : 'locked tablet'})` : ''}: ${taps} taps, ${keys} keys`, value: seconds, unit: 's', reference: (taps * 250 + keys * 200) / 1_000, ratio: seconds / ((taps * 250 + keys * 200) / 1_000), goal: `≤ ${limit} s`, met: seconds <= limit,
      }))),
      ...Object.entries(shown).map(([words, value]) => ({ name: `first content of ${words}, on a desk's line (median of ${rounds})`, value, unit: 'ms', goal: `≤ ${firstContentLimit} ms`, met: value <= firstContentLimit })),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

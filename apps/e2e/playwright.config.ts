import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** Chromium of the system, without a window where that is installed, since it asks a fifth less of the machine; no browser is downloaded. */
const places = JSON.parse(readFileSync(join(import.meta.dirname, 'browsers.json'), 'utf8')) as readonly string[]
const executablePath = process.env['CHROMIUM'] ?? places.find((path) => existsSync(path)) ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: './src',
  globalSetup: './src/support/open-region-once.ts',
  outputDir: './test-results/artifacts',
  // One more than there are cores: a third of a journey waits for the disk, or for a browser to be still.
  workers: 3,
  fullyParallel: true,
  // The longest goes first, so that nobody waits for it alone at the end.
  projects: [{ name: 'the whole walk', testMatch: 'walk.spec.ts' }, { name: 'journeys', testIgnore: 'walk.spec.ts' }],
  forbidOnly: true,
  // Long enough for a busy machine: a journey that takes this long hangs.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    actionTimeout: 60_000,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    launchOptions: {
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
})

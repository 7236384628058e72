import { cp, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { startInstance, startRefused } from './support/instance.ts'
import { isFitToBeSeen } from './support/looks.ts'
import { expect, phone, test } from './support/test.ts'

const root = join(import.meta.dirname, '../../..')
const dist = join(root, 'apps/api/dist')
const production = { SAMENSPEL_ENV: 'production' } as const

test('what goes to production holds nothing of the demo region but the word that refuses it', async () => {
  const files = (await readdir(dist)).filter((name) => name.endsWith('.js'))
  expect(files).toContain('main.js')
  for (const name of files) {
    const program = await readFile(join(dist, name), 'utf8')
    for (const mark of ['demo/sign-in', 'demo/personas', 'Anouk', 'Wie wilt u zijn?']) expect(program.includes(mark), `${name} holds ${mark}`).toBe(false)
  }
  const demo = await Promise.all((await readdir(join(dist, 'demo'))).map((name) => readFile(join(dist, 'demo', name), 'utf8')))
  expect(demo.some((program) => program.includes('demo/sign-in'))).toBe(true)
})

test('without that part it runs, answers what the apps ask and nothing else, and leads to signing in', async ({ settings, windows }) => {
  const house = join(settings.folder, 'house')
  for (const app of ['api', 'desk', 'parent']) {
    await mkdir(join(house, 'apps', app), { recursive: true })
    await cp(join(root, 'apps', app, 'dist'), join(house, 'apps', app, 'dist'), { recursive: true })
  }
  await rm(join(house, 'apps/api/dist/demo'), { recursive: true })
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'))
  await cp(join(root, 'package.json'), join(house, 'package.json'))
  const instance = await startInstance({ ...settings.environment, ...production }, join(house, 'apps/api/dist/main.js'))
  try {
    const codeOf = async (body: unknown): Promise<unknown> => {
      const answer = await (await fetch(`${instance.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json() as { readonly errors?: readonly { readonly extensions: { readonly code: string } }[] }
      return answer.errors?.[0]?.extensions.code
    }
    const list = JSON.parse(await readFile(join(root, 'apps/desk/dist/trusted-documents.json'), 'utf8')) as Record<string, { readonly name: string }>
    const me = Object.keys(list).find((id) => id.startsWith('Me.'))
    expect(await codeOf({ id: me, variables: {} })).toBe('not-signed-in')
    expect(await codeOf({ query: '{ me { name } }' })).toBe('document-unknown')
    expect((await fetch(`${instance.url}/demo/personas`)).status).toBe(404)

    const page = await (await windows.privateWindow()).newPage()
    await page.setViewportSize(phone)
    await page.goto(`${instance.url}/`)
    await page.getByRole('link', { name: 'Voor ouders' }).click()
    await expect(page.getByText('Inloggen kan hier nog niet.')).toBeVisible()
    await isFitToBeSeen(page, 'signing in', 'nl')
  } finally {
    await windows.closeAll()
    await instance.stop()
  }
})

test('a production start with anything of a demo ends with one sentence', async ({ settings: { environment } }) => {
  const oidc: Record<string, string> = { SAMENSPEL_OIDC: 'here', SAMENSPEL_OIDC_HERE_FOR: 'desk', SAMENSPEL_OIDC_HERE_ISSUER: 'http://127.0.0.1:8080', SAMENSPEL_OIDC_HERE_CLIENT_ID: 'samenspel', SAMENSPEL_OIDC_HERE_SECOND_FACTOR: 'mfa', SAMENSPEL_PUBLIC_URL: 'https://samenspel.example.org' }
  for (const more of [{ SAMENSPEL_DEMO: 'on' }, oidc, { SAMENSPEL_PUBLIC_URL: 'http://127.0.0.1:3000' }] satisfies Record<string, string>[]) {
    const { code, said } = await startRefused({ ...environment, ...production, ...more })
    expect(code).toBe(78)
    expect(said).toMatch(/^[^\n]+\.$/)
  }
})

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { servePacked } from './packed-files.ts'
import type { Middleware } from './protection.ts'

/** The built web apps, each in a folder with `index.html` and hashed files under `assets/`. */
export type WebApps = { readonly desk: string; readonly parent: string }

const year = 'public, max-age=31536000, immutable'

/** Serves the apps at `/desk/` and `/parent/`, the tablet of a group at `/tablet/`, and the front door at `/verwijzen/`. Any other address below them is a screen of the app and gets its page. */
export const serveWebApps = (app: NestExpressApplication, folders: WebApps): void => {
  for (const [name, folder] of Object.entries(folders)) {
    app.use(`/${name}/assets`, servePacked(join(folder, 'assets'), year))
    app.useStaticAssets(folder, {
      prefix: `/${name}/`, index: false, redirect: false,
      setHeaders: (response: { setHeader: (name: string, value: string) => void }, file: string) => {
        response.setHeader('cache-control', file.startsWith(join(folder, 'assets')) ? year : 'no-cache')
      },
    })
    app.use(`/${name}`, servePage(`/${name}`, join(folder, 'index.html')))
  }
  // The tablet of a group is a page of the desk's own making, and never kept: what somebody saw there doesn't come back with it.
  app.use('/tablet', servePage('/tablet', join(folders.desk, 'tablet.html'), 'no-store'))
  // So is the front door, for who refers or asks without an account.
  app.use('/verwijzen', servePage('/verwijzen', join(folders.desk, 'verwijzen.html')))
}

const servePage = (path: string, file: string, keep = 'no-cache'): Middleware => (request, response, next) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') { next(); return }
  const asked = new URL((request as { originalUrl?: string }).originalUrl ?? path, 'http://localhost').pathname
  if (asked === path) { response.writeHead(308, { location: `${path}/` }).end(); return }
  // A file that isn't there is not a screen.
  if (asked.startsWith(`${path}/assets/`) || !existsSync(file)) { next(); return }
  readFile(file).then((page) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': keep })
    response.end(request.method === 'HEAD' ? undefined : page)
  }, next)
}

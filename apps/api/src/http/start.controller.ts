import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { Controller, Get, Query, Req, Res, UseInterceptors } from '@nestjs/common'
import { DeadlineInterceptor } from './deadline.ts'
import { languageOf, sendPage } from './page.ts'
import { icon, style } from './start-style.ts'

const texts = {
  nl: { title: 'Samenspel', lead: 'Eén gezinsdossier, één plan en gebundelde afspraken rond een jong kind.', desk: 'Voor hulpverleners', parent: 'Voor ouders' },
  en: { title: 'Samenspel', lead: 'One family case file, one plan and bundled appointments around a young child.', desk: 'For professionals', parent: 'For parents' },
} as const

/** The files of pages that are written on the server. */
@Controller('start')
@UseInterceptors(DeadlineInterceptor)
export class StartFilesController {
  @Get('start.css')
  style(@Res() response: ServerResponse): void { send(response, 'text/css; charset=utf-8', style) }

  @Get('icon.svg')
  icon(@Res() response: ServerResponse): void { send(response, 'image/svg+xml', icon) }

  @Get('figtree.woff2')
  async font(@Res() response: ServerResponse): Promise<void> {
    send(response, 'font/woff2', await readFile(fileURLToPath(import.meta.resolve('@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2'))))
  }
}

const send = (response: ServerResponse, type: string, content: string | Buffer): void => {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'public, max-age=3600' })
  response.end(content)
}

/** The front page of an installation without a demo region: two doors. Who comes out of an app (`for`) goes on to sign in for that one. */
@Controller()
@UseInterceptors(DeadlineInterceptor)
export class FrontPageController {
  @Get()
  page(@Query('for') app: unknown, @Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): void {
    const language = languageOf(asked, request.headers['accept-language'])
    if (app === 'desk' || app === 'parent') {
      response.writeHead(303, { location: `/sign-in?for=${app}&language=${language}`, 'cache-control': 'no-store' }).end()
      return
    }
    const { title, lead, desk, parent } = texts[language]
    sendPage(response, {
      language, title,
      body: `<header><div class="bar"><div class="brand"><img src="/start/icon.svg" alt="">${title}</div></div><h1>${title}</h1><p class="lead">${lead}</p></header>
<main><div class="doors"><a href="/sign-in?for=desk&amp;language=${language}">${desk}</a><a href="/sign-in?for=parent&amp;language=${language}">${parent}</a></div></main>`,
    })
  }
}

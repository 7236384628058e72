import type { ServerResponse } from 'node:http'
import { languageFor } from '@samenspel/intl'
import type { Language } from '../sessions/identity.ts'

/** Text made safe to stand in a page, also inside quotes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

/** Sends a page that was written on the server: no script, the shared stylesheet. */
export const sendPage = (response: ServerResponse, page: { readonly language: Language; readonly title: string; readonly body: string }, status = 200): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<link rel="preload" href="/start/figtree.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/start/start.css">
<link rel="icon" href="/start/icon.svg" type="image/svg+xml">
</head>
<body>
${page.body}
</body>
</html>
`)
}

/** The language a visitor asks for: by the address, else by the browser, else Dutch. */
export const languageOf = (asked: unknown, accepted: string | undefined): Language => {
  if (asked === 'nl' || asked === 'en') return asked
  return languageFor((accepted ?? '').split(',').map((range) => range.trim()))
}

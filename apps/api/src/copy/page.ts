/** A copy as a page: readable by itself, without a script, a font or anything else from elsewhere. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createDates } from '@samenspel/intl'
import { checkWords, copyText, type CopyText } from '@samenspel/intl/copy'
import type { Zone } from '@samenspel/kernel'
import { escapeHtml } from '../http/page.ts'
import { icon } from '../http/start-style.ts'
import type { Language } from '../sessions/identity.ts'
import { style } from './page-style.ts'

type Section = CopyText extends infer Key ? Key extends `section.${infer Name}` ? Name : never : never

export type PageEntry = {
  readonly section: Section
  readonly title: string
  readonly lines: readonly { readonly label?: string; readonly text: string; readonly isAside?: boolean }[]
}

export type PageHead = {
  readonly language: Language
  readonly zone: Zone
  readonly family: string
  /** Who takes the copy along, by first name. */
  readonly reader: string
  readonly copy: string
  readonly madeAt: string
  readonly fingerprint: string
}

/** Begins as the file begins, and ends where its proofs begin; with the pieces of it that are entries. */
export type Page = { readonly page: string; readonly entries: readonly string[] }

/** @param entries in the order of the page; those of one section stand together */
export const pageOf = (head: PageHead, entries: readonly PageEntry[]): Page => {
  const { language, copy, fingerprint } = head
  const text = copyText(language)
  const say = (key: CopyText, values?: Readonly<Record<string, string>>) => escapeHtml(text(key, values))
  const pieces = entries.map(entryHtml)
  const sections = [...Map.groupBy(entries.map((entry, index) => ({ entry, html: pieces[index] ?? '', number: index + 1 })), ({ entry }) => entry.section)]
  const main = `
${sections.map(([section, some]) => `<section id="${section}" aria-labelledby="h-${section}">
<h2 id="h-${section}">${say(`section.${section}`)}</h2>
${some.map(({ html, number }) => `<article id="e${number}">${html}</article>`).join('\n')}
</section>`).join('\n')}
`
  const script = checkScript()
  const page = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src '${integrityOf(script)}'; style-src '${integrityOf(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${say('page.title')}</title>
<style>${style}</style>
<script>${script}</script>
</head>
<body>
<div class="page">
${headerHtml(head)}
<div class="side">
<div class="check" role="region" aria-labelledby="h-check">
<h2 id="h-check">${say('page.check')}</h2>
<p class="on-screen">${say('page.checkHint')}</p>
<p class="on-paper">${say('page.print')}</p>
<p id="no-script">${say('page.noScript')}</p>
<button type="button" id="check" hidden>${say('page.checkButton')}</button>
<div id="outcome" class="outcome" role="status"></div>
</div>
<nav aria-labelledby="h-contents">
<h2 id="h-contents">${say('page.contents')}</h2>
<ul>
${sections.map(([section]) => `<li><a href="#${section}">${say(`section.${section}`)}</a></li>`).join('\n')}
</ul>
</nav>
</div>
<main>${main}</main>
<footer class="seal">
<h2>${say('page.fingerprint')}</h2>
<p><code>${escapeHtml(fingerprint)}</code></p>
<p class="soft">${say('page.fingerprintHint')}</p>
<p class="soft">${say('page.number')}: <code>${escapeHtml(copy)}</code></p>
</footer>
</div>
<script type="application/json" id="words">${JSON.stringify(checkWords(language)).replaceAll('<', String.raw`\u003c`)}</script>
`
  return { page, entries: pieces }
}

const headerHtml = ({ language, zone, family, reader, madeAt }: PageHead): string => {
  const text = copyText(language)
  const dates = createDates(language, zone)
  const say = (key: CopyText, values?: Readonly<Record<string, string>>) => escapeHtml(text(key, values))
  return `<header>
<p class="brand">${icon.replace('<svg ', '<svg aria-hidden="true" ')}<span>Samenspel</span></p>
<h1>${say('page.heading', { name: family })}</h1>
<p class="lead">${say('page.for', { name: reader, day: dates.fullDay(dates.dateOf(madeAt)), time: dates.time(dates.timeOf(madeAt)) })}</p>
<p>${say('page.what')}</p>
<p>${say('page.left')}</p>
<p class="soft">${say('page.offline')}</p>
</header>`
}

/** Words of different elements are never glued together: a space or newline stands between all of them. */
const entryHtml = ({ title, lines }: PageEntry): string => {
  const parts = lines.map(({ label, text, isAside }) => label === undefined
    ? { isLabelled: false, html: `<p${isAside === true ? ' class="aside"' : ''}>${escapeHtml(text)}</p>` }
    : { isLabelled: true, html: `<div><dt>${escapeHtml(label)}</dt> <dd>${escapeHtml(text)}</dd></div>` })
  // What has a label stands in one list as long as it follows on each other.
  const blocks = parts.map(({ isLabelled, html }, index) => [
    isLabelled && parts[index - 1]?.isLabelled !== true ? '<dl>\n' : '', html, isLabelled && parts[index + 1]?.isLabelled !== true ? '\n</dl>' : '',
  ].join(''))
  return `\n<h3>${escapeHtml(title)}</h3>\n${blocks.join('\n')}\n`
}

const integrityOf = (content: string): string => `sha256-${hash('sha256', content, 'base64')}`

let read: string | undefined
/** The script that checks the page, as it is written: it lies beside this file, and beside the built program. */
const checkScript = (): string => read ??= readFileSync(new URL('./check-copy.js', import.meta.url), 'utf8')

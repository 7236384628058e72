import { createDates } from '@samenspel/intl'
import { escapeHtml } from '../http/page.ts'
import type { Language } from '../sessions/identity.ts'
import type { Mail } from './mailbox.ts'

const texts = {
  nl: {
    title: 'Mail van Druivendal', heading: 'Wat er in de mail zou komen', back: 'Terug naar de personen', all: 'Terug naar alle mail',
    lead: 'In de bedachte regio gaat er geen mail de deur uit. Hier staat wat iemand zou krijgen. Er staat nooit iets in over een gezin.',
    empty: 'Er is nog geen mail. Stuur als Hanne een voorstel naar de ouders, en kijk dan hier.', languages: 'Taal',
    to: 'Aan', at: 'Verstuurd', waiting: 'Wacht tot', none: 'Deze mail is er niet (meer).',
  },
  en: {
    title: 'Mail of Druivendal', heading: 'What would come by mail', back: 'Back to the people', all: 'Back to all mail',
    lead: 'In the invented region no mail leaves. Here stands what somebody would get. Nothing about a family ever stands in it.',
    empty: 'There is no mail yet. Send a proposal to the parents as Hanne, and look here again.', languages: 'Language',
    to: 'To', at: 'Sent', waiting: 'Waits until', none: 'This mail is not there (any more).',
  },
} as const

type Page = { readonly language: Language; readonly title: string; readonly body: string }

/** All mail of the region, newest first. */
export const mailboxPage = (language: Language, mails: readonly Mail[]): Page => {
  const text = texts[language]
  const line = (mail: Mail) => `<li><a class="person" href="/demo/mail/${mail.id}?language=${language}"><strong>${escapeHtml(mail.subject)}</strong><span class="role">${escapeHtml(`${text.to} ${mail.name}`)}</span><span class="try">${escapeHtml(when(language, mail))}</span></a></li>`
  return framed(language, '/demo/mail', `<p class="lead">${text.lead}</p>`, `<p><a href="/?language=${language}">${text.back}</a></p>
${mails.length === 0 ? `<div class="note"><p>${text.empty}</p></div>` : `<ul class="people mails">\n${mails.map(line).join('\n')}\n</ul>`}`)
}

/** One mail as its reader would get it; a sentence when it isn't there. */
export const mailPage = (language: Language, path: string, mail: Mail | undefined): Page => {
  const text = texts[language]
  const body = mail === undefined ? `<div class="note"><p>${text.none}</p></div>` : `<article class="note mail" lang="${mail.language}">
<h2>${escapeHtml(mail.subject)}</h2>
<p lang="${language}">${escapeHtml(`${text.to} ${mail.name} (${mail.to}) · ${when(language, mail)}`)}</p>
${mail.text.split('\n\n').map((paragraph) => `<p>${linked(escapeHtml(paragraph)).replaceAll('\n', '<br>')}</p>`).join('\n')}
</article>`
  return framed(language, path, '', `<p><a href="/demo/mail?language=${language}">${text.all}</a></p>\n${body}`)
}

const framed = (language: Language, path: string, lead: string, body: string): Page => {
  const text = texts[language]
  const other = (own: Language, name: string) => `<li><a href="${path}?language=${own}" lang="${own}" hreflang="${own}"${own === language ? ' aria-current="true"' : ''}>${name}</a></li>`
  return {
    language, title: text.title,
    body: `<header>
<div class="bar"><div class="brand"><img src="/start/icon.svg" alt="">Samenspel</div>
<nav aria-label="${text.languages}"><ul class="languages">${other('nl', 'Nederlands')}${other('en', 'English')}</ul></nav></div>
<h1>${text.heading}</h1>
${lead}
</header>
<main>
${body}
</main>`,
  }
}

const when = (language: Language, { at, isWaiting }: Mail): string =>
  `${isWaiting ? texts[language].waiting : texts[language].at} ${createDates(language, at.timeZoneId).moment(at.toInstant().toString())}`

/** The address to sign in at can be followed. */
const linked = (html: string): string => html.replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`)

import { createDates } from '@samenspel/intl'
import { escapeHtml } from '../http/page.ts'
import type { SignInApp as App, Language } from '../sessions/identity.ts'
import type { OwnSession } from '../sessions/sessions.ts'
import type { Issuer } from './oidc-settings.ts'

const texts = {
  nl: {
    signIn: 'Inloggen', desk: 'Voor hulpverleners', parent: 'Voor ouders', with: 'Log in met', nobody: 'Inloggen kan hier nog niet. Wie deze plek beheert, moet dat eerst instellen.',
    back: 'Terug naar inloggen', home: 'Naar het begin', again: 'Opnieuw inloggen',
    failed: 'Inloggen lukte niet', failedLead: 'Wat terugkwam klopte niet, of het duurde te lang. Er is niets geopend. Probeer het nog een keer.',
    later: 'Inloggen kan nu even niet', laterLead: 'De plek waar u inlogt, antwoordt niet. Probeer het over een paar minuten nog een keer.',
    tooOften: 'Even wachten', tooOftenLead: 'Er is te vaak geprobeerd. Wacht een kwartier en probeer het dan nog een keer.',
    second: 'Er is een tweede stap nodig', secondLead: 'U logde in met één stap, bijvoorbeeld alleen een wachtwoord. Voor deze dossiers zijn twee stappen nodig. Zet de tweede stap aan waar u inlogt, en probeer het opnieuw.',
    codeTitle: 'Vul uw code in', codeLead: 'U bent hier voor het eerst. U kreeg een code van iemand die u kent: uw coördinator of wie Samenspel beheert. De code werkt één keer en drie dagen lang.',
    code: 'Code', codeSend: 'Verder', codeWrong: 'Deze code werkt niet of niet meer. Kijk of u hem goed overnam. Vraag anders een nieuwe code.',
    sessions: 'Waar u bent ingelogd', sessionsLead: 'Ziet u iets dat u niet kent? Beëindig het daar, en laat het weten aan uw coördinator.', thisOne: 'dit apparaat', unknown: 'Onbekend apparaat',
    since: 'Ingelogd', seen: 'Laatst gebruikt', end: 'Uitloggen op', endThis: 'Hier uitloggen', notSignedIn: 'U bent niet ingelogd.', toApp: 'Terug naar Samenspel', languages: 'Taal',
  },
  en: {
    signIn: 'Sign in', desk: 'For professionals', parent: 'For parents', with: 'Sign in with', nobody: 'Nobody can sign in here yet. Who runs this installation has to set that up first.',
    back: 'Back to signing in', home: 'To the beginning', again: 'Sign in again',
    failed: 'Signing in failed', failedLead: 'What came back was not right, or it took too long. Nothing was opened. Please try again.',
    later: 'Signing in is not possible just now', laterLead: 'The place where you sign in does not answer. Please try again in a few minutes.',
    tooOften: 'Please wait', tooOftenLead: 'There were too many tries. Wait a quarter of an hour, then try again.',
    second: 'A second step is needed', secondLead: 'You signed in with one step, such as a password alone. These files need two. Turn on the second step where you sign in, and try again.',
    codeTitle: 'Enter your code', codeLead: 'This is your first time here. You got a code from somebody who knows you: your coordinator, or who runs Samenspel. It works once, for three days.',
    code: 'Code', codeSend: 'Go on', codeWrong: 'This code does not work (any more). Check that you copied it rightly, or ask for a new one.',
    sessions: 'Where you are signed in', sessionsLead: 'Do you see something you do not know? End it there, and tell your coordinator.', thisOne: 'this device', unknown: 'Unknown device',
    since: 'Signed in', seen: 'Last used', end: 'Sign out on', endThis: 'Sign out here', notSignedIn: 'You are not signed in.', toApp: 'Back to Samenspel', languages: 'Language',
  },
} as const

export type Page = { readonly language: Language; readonly title: string; readonly body: string }
export type Failure = 'failed' | 'later' | 'tooOften' | 'second'

/** Where one chooses with whom to sign in. */
export const choicePage = (language: Language, issuers: readonly Issuer[], app: App | undefined): Page => {
  const text = texts[language]
  const group = (kind: App): string => {
    const own = issuers.filter((issuer) => issuer.app === kind)
    return own.length === 0 || (app !== undefined && app !== kind) ? '' : `<h2>${text[kind]}</h2>
<ul class="doors plain">${own.map((issuer) => `<li><a href="/sign-in/start?with=${issuer.name}&amp;language=${language}">${text.with} ${escapeHtml(issuer.label)}</a></li>`).join('')}</ul>`
  }
  const groups = [group('parent'), group('desk')].join('')
  return framed(language, text.signIn, groups === '' ? `<div class="note"><p>${text.nobody}</p></div>` : groups, `/sign-in?${app === undefined ? '' : `for=${app}&amp;`}`)
}

/** Why somebody isn't signed in, and what to do now. */
export const failurePage = (language: Language, failure: Failure): Page => {
  const text = texts[language]
  return framed(language, text[failure], `<p class="lead">${text[`${failure}Lead`]}</p><div class="doors"><a href="/sign-in?language=${language}">${text.again}</a></div>`)
}

/** For who proved who they are, and is nobody here yet. */
export const codePage = (language: Language, isWrong: boolean): Page => {
  const text = texts[language]
  return framed(language, text.codeTitle, `<p class="lead" id="lead">${text.codeLead}</p>
<form class="code" method="post" action="/sign-in/code?language=${language}">
${isWrong ? `<p class="wrong" id="wrong" role="alert">${text.codeWrong}</p>` : ''}
<label for="code">${text.code}</label>
<input id="code" name="code" required maxlength="40" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" autofocus aria-describedby="${isWrong ? 'wrong' : 'lead'}"${isWrong ? ' aria-invalid="true"' : ''} placeholder="XXXXX-XXXXX-XXXXX">
<button>${text.codeSend}</button>
</form>`, '/sign-in/code?')
}

/** One's own sessions, each with a way to end it. */
export const sessionsPage = (language: Language, app: App, sessions: readonly OwnSession[]): Page => {
  const text = texts[language]
  const dates = createDates(language, 'Europe/Amsterdam')
  const lines = sessions.map(({ id, device, signedInAt, seenAt, isThis }) => {
    const name = device === '' ? text.unknown : device
    return `<li><strong>${escapeHtml(name)}</strong>${isThis ? ` <span class="role">(${text.thisOne})</span>` : ''}
<p>${text.since}: ${dates.moment(signedInAt)} · ${text.seen}: ${dates.moment(seenAt)}</p>
<form method="post" action="/sign-in/sessions/end?language=${language}"><input type="hidden" name="app" value="${app}"><input type="hidden" name="id" value="${escapeHtml(id)}"><button>${isThis ? text.endThis : `${text.end} ${escapeHtml(name)}`}</button></form></li>`
  })
  return framed(language, text.sessions, `<p class="lead">${text.sessionsLead}</p><ul class="sessions">${lines.join('\n')}</ul><p><a href="/${app}/">${text.toApp}</a></p>`, `/sign-in/sessions?for=${app}&amp;`)
}

/** For who asks for their sessions, and has none. */
export const noSessionPage = (language: Language): Page => {
  const text = texts[language]
  return framed(language, text.sessions, `<p class="lead">${text.notSignedIn}</p><div class="doors"><a href="/sign-in?language=${language}">${text.signIn}</a></div>`)
}

/** @param here the address of the page with what comes before `language=`, when it can be asked for in another language */
const framed = (language: Language, heading: string, main: string, here?: string): Page => {
  const link = (to: Language, name: string): string => `<li><a href="${here ?? ''}language=${to}" lang="${to}" hreflang="${to}"${to === language ? ' aria-current="true"' : ''}>${name}</a></li>`
  const languages = here === undefined ? '' : `<nav aria-label="${texts[language].languages}"><ul class="languages">${link('nl', 'Nederlands')}${link('en', 'English')}</ul></nav>`
  return {
    language, title: `${heading} · Samenspel`,
    body: `<header><div class="bar"><div class="brand"><img src="/start/icon.svg" alt="">Samenspel</div>${languages}</div><h1>${heading}</h1></header>\n<main>${main}</main>`,
  }
}

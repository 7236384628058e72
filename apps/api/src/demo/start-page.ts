import type { Persona } from '@samenspel/demo-region'
import { escapeHtml } from '../http/page.ts'
import type { Language } from '../sessions/sessions.ts'

const texts = {
  nl: {
    title: 'Samenspel · Druivendal', region: 'Druivendal', heading: 'Wie wilt u zijn?',
    lead: 'Samenspel is één dossier, één plan en één agenda rond een jong kind en zijn gezin. Kies iemand uit de bedachte regio Druivendal en kijk door die ogen.',
    professionals: 'Hulpverleners', family: 'Ouders', familyLead: 'Gemaakt voor een telefoon; maak het venster gerust smal.', offices: 'Toezicht', go: 'Word',
    side: 'Een ouder en een hulpverlener kunt u naast elkaar openen in dezelfde browser. Voor een tweede hulpverlener of een tweede ouder opent u een privévenster.',
    mail: 'Lees de mail die iedereen zou krijgen', invented: 'Alle namen, plaatsen en nummers zijn bedacht.', languages: 'Taal',
  },
  en: {
    title: 'Samenspel · Druivendal', region: 'Druivendal', heading: 'Who would you like to be?',
    lead: 'Samenspel is one file, one plan and one calendar around a young child and its family. Choose somebody from the invented region of Druivendal and look through their eyes.',
    professionals: 'Professionals', family: 'Parents', familyLead: 'Made for a phone; do make the window narrow.', offices: 'Oversight', go: 'Become',
    side: 'You can open a parent and a professional side by side in one browser. For a second professional or a second parent, open a private window.',
    mail: 'Read the mail that everybody would get', invented: 'All names, places and numbers are invented.', languages: 'Language',
  },
} as const

/** The page of the demo region: everybody whom a visitor can become, with one thing to try. */
export const startPage = (language: Language, personas: readonly Persona[]): { readonly language: Language; readonly title: string; readonly body: string } => {
  const text = texts[language]
  const group = (kind: string, title: string, lead: string | undefined, role: Persona['role']): string => `<section class="${kind}" aria-labelledby="${kind}">
<h2 id="${kind}">${title}</h2>${lead === undefined ? '' : `\n<p>${lead}</p>`}
<ul class="people">
${personas.filter((persona) => persona.role === role).map((persona) => `<li>${door(language, persona)}</li>`).join('\n')}
</ul>
</section>`
  return {
    language, title: text.title,
    body: `<header>
<div class="bar"><div class="brand"><img src="/start/icon.svg" alt="">Samenspel</div>
<nav aria-label="${text.languages}"><ul class="languages"><li>${languageLink(language, 'nl', 'Nederlands')}</li><li>${languageLink(language, 'en', 'English')}</li></ul></nav></div>
<h1>${text.heading}</h1>
<p class="lead">${text.lead}</p>
</header>
<main>
${group('care', text.professionals, undefined, 'professional')}
${group('family', text.family, text.familyLead, 'familyMember')}
${group('office', text.offices, undefined, 'privacyOfficer')}
<div class="note"><p>${text.side}</p><p><a href="/demo/mail?language=${language}">${text.mail}</a></p></div>
</main>
<footer>${text.invented}</footer>`,
  }
}

const door = (language: Language, { id, name, title, organisation, tryThis }: Persona): string => {
  const role = [title[language], organisation?.name].filter((part) => part !== undefined).join(' · ')
  return `<form method="post" action="/demo/sign-in"><input type="hidden" name="persona" value="${escapeHtml(id)}"><input type="hidden" name="language" value="${language}">
<button class="person"><strong>${escapeHtml(name)}</strong><span class="role">${escapeHtml(role)}</span><span class="try">${escapeHtml(tryThis[language])}</span><span class="go">${texts[language].go} ${escapeHtml(name.split(' ')[0] ?? name)}</span></button></form>`
}

const languageLink = (current: Language, language: Language, name: string): string =>
  `<a href="/?language=${language}" lang="${language}" hreflang="${language}"${current === language ? ' aria-current="true"' : ''}>${name}</a>`

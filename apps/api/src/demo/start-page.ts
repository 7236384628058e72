import { stories, type Persona } from '@samenspel/demo-region'
import { escapeHtml } from '../http/page.ts'
import type { Language } from '../sessions/identity.ts'

const texts = {
  nl: {
    title: 'Samenspel · Druivendal', heading: 'Wie wilt u zijn?',
    lead: 'Samenspel is één dossier, één plan en één agenda rond een jong kind en zijn gezin. Kies iemand uit de bedachte regio Druivendal en kijk door die ogen.',
    first: 'Begin hier', firstLead: 'De specialist die alles bij elkaar brengt, en de moeder die haar vroeg om minder afspraken.', stories: 'Meer verhalen', storiesLead: 'Per gezin: de ouders, en wie er helpt.', go: 'Word',
    family: 'Wat ouders zien is gemaakt voor een telefoon; maak het venster gerust smal.',
    side: 'Een ouder en een hulpverlener kunt u naast elkaar openen in dezelfde browser. Voor een tweede hulpverlener of een tweede ouder opent u een privévenster.',
    mail: 'Lees de mail die iedereen zou krijgen', invented: 'Alle namen, plaatsen en nummers zijn bedacht.', languages: 'Taal',
  },
  en: {
    title: 'Samenspel · Druivendal', heading: 'Who would you like to be?',
    lead: 'Samenspel is one file, one plan and one calendar around a young child and its family. Choose somebody from the invented region of Druivendal and look through their eyes.',
    first: 'Begin here', firstLead: 'The specialist who brings everything together, and the mother who asked her for fewer appointments.', stories: 'More stories', storiesLead: 'By family: the parents, and who helps.', go: 'Become',
    family: 'What parents see is made for a phone; do make the window narrow.',
    side: 'You can open a parent and a professional side by side in one browser. For a second professional or a second parent, open a private window.',
    mail: 'Read the mail that everybody would get', invented: 'All names, places and numbers are invented.', languages: 'Language',
  },
} as const

/** With whom one who is new here understands it soonest: from both sides of one story. */
const first: readonly string[] = ['coordinator', 'mother']
/** Within a story the family comes first. */
const roles = ['familyMember', 'professional', 'privacyOfficer'] as const satisfies readonly Persona['role'][]

/** The page of the demo region: whom to begin with, and everybody else whom a visitor can become by story, each with one thing to try. */
export const startPage = (language: Language, personas: readonly Persona[]): { readonly language: Language; readonly title: string; readonly body: string } => {
  const text = texts[language]
  const people = (some: readonly Persona[]): string => `<ul class="people">\n${some.map((persona) => `<li class="${persona.role}">${door(language, persona)}</li>`).join('\n')}\n</ul>`
  const others = personas.filter(({ id }) => !first.includes(id))
  const story = ({ id, title, about }: (typeof stories)[number]): string => `<details class="story"><summary><strong>${title[language]}</strong><span>${about[language]}</span></summary>
${people(roles.flatMap((role) => others.filter((persona) => persona.story === id && persona.role === role)))}
</details>`
  return {
    language, title: text.title,
    body: `<header>
<div class="bar"><div class="brand"><img src="/start/icon.svg" alt="">Samenspel</div>
<nav aria-label="${text.languages}"><ul class="languages"><li>${languageLink(language, 'nl', 'Nederlands')}</li><li>${languageLink(language, 'en', 'English')}</li></ul></nav></div>
<h1>${text.heading}</h1>
<p class="lead">${text.lead}</p>
</header>
<main>
<section aria-labelledby="first">
<h2 id="first">${text.first}</h2>
<p>${text.firstLead}</p>
${people(first.flatMap((id) => personas.filter((persona) => persona.id === id)))}
</section>
<section aria-labelledby="stories">
<h2 id="stories">${text.stories}</h2>
<p>${text.storiesLead}</p>
${stories.map(story).join('\n')}
</section>
<div class="note"><p>${text.family}</p><p>${text.side}</p><p><a href="/demo/mail?language=${language}">${text.mail}</a></p></div>
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

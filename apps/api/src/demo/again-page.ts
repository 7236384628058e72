import { escapeHtml } from '../http/page.ts'
import type { Language } from '../sessions/identity.ts'
import { emergencyPath } from '../sign-in/sign-in.controller.ts'

const texts = {
  nl: { title: 'Bevestig dat u het bent', lead: 'U staat op het punt een dossier bij nood te openen. Daarvoor bevestigt u nog eens wie u bent. Waar u echt inlogt is dat een tweede stap; in deze bedachte regio is het een knop.', confirm: 'Ik ben', back: 'Terug' },
  en: { title: 'Confirm that it is you', lead: 'You are about to open a record in an emergency. For that, people confirm once more who they are: with a second step where one really signs in, with a button in this invented region.', confirm: 'I am', back: 'Back' },
} as const

/** Where somebody of the region proves anew who they are. */
export const againPage = (language: Language, name: string): { readonly language: Language; readonly title: string; readonly body: string } => {
  const text = texts[language]
  return {
    language, title: `${text.title} · Samenspel`,
    body: `<header>
<div class="bar"><div class="brand"><img src="/start/icon.svg" alt="">Samenspel</div></div>
<h1>${text.title}</h1>
</header>
<main>
<p class="lead">${text.lead}</p>
<form class="code" method="post" action="/demo/again"><button>${text.confirm} ${escapeHtml(name)}</button></form>
<p><a href="${emergencyPath}">${text.back}</a></p>
</main>`,
  }
}

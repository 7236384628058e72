import { demoId } from './ids.ts'
import { organisations } from './region/organisations.ts'
import { practitioners, type DemoPractitioner } from './region/practitioners.ts'

/** Somebody whom a visitor of the demo can become with one click. */
export type Persona = {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly app: 'desk' | 'parent'
  readonly role: 'professional' | 'familyMember' | 'privacyOfficer'
  readonly title: Readonly<Record<'nl' | 'en', string>>
  readonly organisation?: { readonly id: string; readonly name: string }
  readonly jurisdiction: 'NL' | 'BE'
  /** One sentence: what this person can try. */
  readonly tryThis: Readonly<Record<'nl' | 'en', string>>
}

const professional = (id: string, practitioner: DemoPractitioner, title: string, nl: string, en: string): Persona => ({
  id, person: practitioner.id, name: practitioner.name, app: 'desk', role: 'professional', title: { nl: practitioner.title, en: title },
  organisation: { id: practitioner.organisation.id, name: practitioner.organisation.name }, jurisdiction: practitioner.organisation.jurisdiction, tryThis: { nl, en },
})

const parent = (id: string, person: string, name: string, jurisdiction: 'NL' | 'BE', title: Persona['title'], nl: string, en: string): Persona =>
  ({ id, person: demoId(person), name, app: 'parent', role: 'familyMember', title, jurisdiction, tryThis: { nl, en } })

const { hanne, lotte, ruud, eva, femke, nadia } = practitioners

/** Who of the region keeps the keys of an organisation: its tablets and its codes for signing in. */
export const keepers: readonly string[] = [ruud.id]

export const personas: readonly Persona[] = [
  professional('coordinator', hanne, 'IMH specialist', 'Open gezin Verhoeven, maak voorstellen en stuur er een naar de ouders.', 'Open the Verhoeven family, make proposals and send one to the parents.'),
  professional('pedagogical-worker', lotte, 'pedagogical worker', 'Schrijf in een minuut wat u vanochtend zag in de groep.', 'Write down in a minute what you saw in the group this morning.'),
  professional('coach', ruud, 'team coach', 'Lees de vraag die het team krijgt als afspraken niet doorgingen.', 'Read the question that the team gets when appointments fell through.'),
  professional('paediatrician', eva, 'paediatrician', 'Zie wat het ziekenhuis mag lezen en voeg een bijdrage toe.', 'See what the hospital may read, and add a contribution.'),
  professional('youth-care-worker', femke, 'youth-care worker', 'Lees hoe het thuis gaat en schrijf over uw huisbezoek.', 'Read how things are at home, and write about your home visit.'),
  professional('therapist', nadia, 'psychotherapist', 'Zie alleen wat met de volwassenen-ggz gedeeld is, en uw eigen afspraak.', 'See only what is shared with adult mental health, and your own appointment.'),
  parent('mother', 'verhoeven anouk', 'Anouk Verhoeven', 'NL', { nl: 'moeder van Sem en Tijn', en: 'mother of Sem and Tijn' }, 'Bekijk het voorstel, zeg ja of vraag een ander moment, en zie wie er keek.', 'Look at the proposal, say yes or ask for another moment, and see who looked.'),
  parent('father', 'verhoeven joost', 'Joost Verhoeven', 'NL', { nl: 'vader van Sem en Tijn', en: 'father of Sem and Tijn' }, 'Antwoord voor uzelf: hetzelfde bezoek, uw eigen ja.', 'Answer for yourself: the same visit, your own yes.'),
  parent('pregnant-woman', 'claes theresa', 'Theresa Claes', 'BE', { nl: 'zwanger van haar eerste kind', en: 'pregnant with her first child' }, 'Bekijk uw volgende bezoek, en druk op “Het is nu te veel”.', 'See your next visit, and press “It is too much now”.'),
  {
    id: 'privacy-officer', person: demoId('officer paul'), name: 'Paul Vermeer', app: 'desk', role: 'privacyOfficer', title: { nl: 'functionaris gegevensbescherming', en: 'privacy officer' },
    organisation: { id: organisations.schakel.id, name: organisations.schakel.name }, jurisdiction: 'NL',
    tryThis: { nl: 'Lees in het logboek wie welk dossier opende, en waarom dat mocht.', en: 'Read in the access log who opened which file, and why that was allowed.' },
  },
]

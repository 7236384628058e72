import { demoId } from './ids.ts'
import { organisations } from './region/organisations.ts'
import { practitioners, type DemoPractitioner } from './region/practitioners.ts'

/** What a visitor of the demo can follow: a family, and last who watches over all of them. */
export const stories = [
  { id: 'verhoeven', title: { nl: 'Sem en Tijn', en: 'Sem and Tijn' }, about: { nl: 'Veel afspraken, en ouders die rust zoeken', en: 'Many appointments, and parents who look for rest' } },
  { id: 'bosman', title: { nl: 'Noor', en: 'Noor' }, about: { nl: 'Eten op de groep', en: 'Eating at the day centre' } },
  { id: 'elAmrani', title: { nl: 'Yasmina', en: 'Yasmina' }, about: { nl: 'Slapen op de groep', en: 'Sleeping at the day centre' } },
  { id: 'claessens', title: { nl: 'Joren', en: 'Joren' }, about: { nl: 'Buiten rustig worden, in Vlaanderen', en: 'Growing calm outdoors, in Flanders' } },
  { id: 'moreau', title: { nl: 'Sofia', en: 'Sofia' }, about: { nl: 'Een baby met twee broers, en een overleg met haar ouders', en: 'A baby with two brothers, and a meeting with her parents' } },
  { id: 'claes', title: { nl: 'Theresa', en: 'Theresa' }, about: { nl: 'Zwanger van haar eerste kind', en: 'Pregnant with her first child' } },
  { id: 'janssens', title: { nl: 'Luca', en: 'Luca' }, about: { nl: 'Huilen en troosten', en: 'Crying and soothing' } },
  { id: 'oversight', title: { nl: 'Toezicht', en: 'Oversight' }, about: { nl: 'Wie keek, en mocht dat?', en: 'Who looked, and was that allowed?' } },
] as const
export type StoryId = (typeof stories)[number]['id']

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
  /** Where this person is met first. */
  readonly story: StoryId
  /** One sentence: what this person can try. */
  readonly tryThis: Readonly<Record<'nl' | 'en', string>>
}

const professional = (story: StoryId, id: string, practitioner: DemoPractitioner, title: string, nl: string, en: string): Persona => ({
  id, person: practitioner.id, name: practitioner.name, app: 'desk', role: 'professional', title: { nl: practitioner.title, en: title },
  organisation: { id: practitioner.organisation.id, name: practitioner.organisation.name }, jurisdiction: practitioner.organisation.jurisdiction, story, tryThis: { nl, en },
})

const parent = (story: StoryId, id: string, person: string, name: string, jurisdiction: 'NL' | 'BE', title: Persona['title'], nl: string, en: string): Persona =>
  ({ id, person: demoId(person), name, app: 'parent', role: 'familyMember', title, jurisdiction, story, tryThis: { nl, en } })

const { hanne, lotte, sanne, ruud, eva, femke, nadia, lien, saskia, jan } = practitioners

/** Who of the region keeps the keys of an organisation: its tablets and its codes for signing in. */
export const keepers: readonly string[] = [ruud.id]

export const personas: readonly Persona[] = [
  professional('verhoeven', 'coordinator', hanne, 'IMH specialist', 'Open gezin Verhoeven, maak voorstellen en stuur er een naar de ouders.', 'Open the Verhoeven family, make proposals and send one to the parents.'),
  professional('verhoeven', 'pedagogical-worker', lotte, 'pedagogical worker', 'Schrijf in een minuut wat u vanochtend zag in de groep.', 'Write down in a minute what you saw in the group this morning.'),
  professional('verhoeven', 'coach', ruud, 'team coach', 'Lees de vraag die het team krijgt als afspraken niet doorgingen.', 'Read the question that the team gets when appointments fell through.'),
  professional('verhoeven', 'paediatrician', eva, 'paediatrician', 'Zie wat het ziekenhuis mag lezen en voeg een bijdrage toe.', 'See what the hospital may read, and add a contribution.'),
  professional('verhoeven', 'youth-care-worker', femke, 'youth-care worker', 'Lees hoe het thuis gaat en schrijf over uw huisbezoek.', 'Read how things are at home, and write about your home visit.'),
  professional('verhoeven', 'therapist', nadia, 'psychotherapist', 'Zie alleen wat met de volwassenen-ggz gedeeld is, en uw eigen afspraak.', 'See only what is shared with adult mental health, and your own appointment.'),
  professional('claessens', 'specialist-flanders', lien, 'IMH specialist in Flanders', 'Lees hoe Joren verwezen werd, wat u samen zag en wat zijn ouders van het plan vinden.', 'Read how Joren was referred, what you saw together, and what his parents think of the plan.'),
  professional('janssens', 'home-support-worker', jan, 'home-support worker', 'Schrijf op wat u thuis zag bij Luca, en wat zijn ouders daar zelf over zeiden.', 'Write down what you saw at Luca’s home, and what his parents said about it.'),
  professional('moreau', 'midwife', saskia, 'midwife', 'Zie wat u van Sofia mag lezen, en hoe u met een collega één bezoek maakte.', 'See what you may read about Sofia, and how you made one visit with a colleague.'),
  parent('verhoeven', 'mother', 'verhoeven anouk', 'Anouk Verhoeven', 'NL', { nl: 'moeder van Sem en Tijn', en: 'mother of Sem and Tijn' }, 'Bekijk het voorstel, zeg ja of vraag een ander moment, en zie wie er keek.', 'Look at the proposal, say yes or ask for another moment, and see who looked.'),
  parent('verhoeven', 'father', 'verhoeven joost', 'Joost Verhoeven', 'NL', { nl: 'vader van Sem en Tijn', en: 'father of Sem and Tijn' }, 'Antwoord voor uzelf: hetzelfde bezoek, uw eigen ja.', 'Answer for yourself: the same visit, your own yes.'),
  parent('claes', 'pregnant-woman', 'claes theresa', 'Theresa Claes', 'BE', { nl: 'zwanger van haar eerste kind', en: 'pregnant with her first child' }, 'Bekijk uw volgende bezoek, en druk op “Het is nu te veel”.', 'See your next visit, and press “It is too much now”.'),
  professional('bosman', 'group-worker', sanne, 'pedagogical worker of the same group', 'Zie op de groep hoe Noor eet en hoe Yasmina slaapt, en niets anders uit hun dossier.', 'See in the group how Noor eats and how Yasmina sleeps, and nothing else of their files.'),
  parent('bosman', 'mother-of-noor', 'bosman ilse', 'Ilse Bosman', 'NL', { nl: 'moeder van Noor, die weer eet', en: 'mother of Noor, who eats again' }, 'Lees hoe het ging: van twee lepels naar de gewone tafel.', 'Read how it went: from two spoons to the big table.'),
  parent('bosman', 'father-of-noor', 'bosman mark', 'Mark Bosman', 'NL', { nl: 'vader van Noor', en: 'father of Noor' }, 'Zie hetzelfde plan, met uw eigen doel en uw eigen antwoord.', 'See the same plan, with your own goal and your own answer.'),
  parent('elAmrani', 'mother-of-yasmina', 'el amrani hafsa', 'Hafsa El Amrani', 'NL', { nl: 'moeder van Yasmina, die op de groep slaapt', en: 'mother of Yasmina, who sleeps at the day centre' }, 'Lees de afspraak over slapen, en hoe het nu gaat.', 'Read the agreement about sleeping, and how it goes now.'),
  parent('claessens', 'mother-of-joren', 'claessens els', 'Els Claessens', 'BE', { nl: 'moeder van Joren, die buiten rustig wordt', en: 'mother of Joren, who grows calm outdoors' }, 'Zie wanneer Lien en Jan samen komen, en lees het plan.', 'See when Lien and Jan come together, and read the plan.'),
  parent('claessens', 'father-of-joren', 'claessens tom', 'Tom Claessens', 'BE', { nl: 'vader van Joren', en: 'father of Joren' }, 'Zeg zelf wat u van het nieuwe plan vindt.', 'Say for yourself what you think of the new plan.'),
  parent('moreau', 'mother-of-sofia', 'moreau ana', 'Ana Moreau', 'BE', { nl: 'moeder van Sofia, Mateo en Leo', en: 'mother of Sofia, Mateo and Leo' }, 'Zet een punt op de agenda van het overleg.', 'Put a point on the agenda of the meeting.'),
  parent('moreau', 'father-of-sofia', 'moreau luis', 'Luis Moreau', 'BE', { nl: 'vader van Sofia, Mateo en Leo', en: 'father of Sofia, Mateo and Leo' }, 'Lees wat er afgesproken is over de woensdag.', 'Read what was agreed about Wednesdays.'),
  parent('janssens', 'mother-of-luca', 'janssens maya', 'Maya Janssens', 'BE', { nl: 'moeder van Luca, Nina en Seppe', en: 'mother of Luca, Nina and Seppe' }, 'Lees terug hoe het ging met huilen en troosten.', 'Read back how crying and soothing went.'),
  parent('janssens', 'father-of-luca', 'janssens pieter', 'Pieter Janssens', 'BE', { nl: 'vader van Luca, Nina en Seppe', en: 'father of Luca, Nina and Seppe' }, 'Lees wat u samen besprak, en wat u daarna doet.', 'Read what you talked about together, and what you do next.'),
  {
    id: 'privacy-officer', person: demoId('officer paul'), name: 'Paul Vermeer', app: 'desk', role: 'privacyOfficer', title: { nl: 'functionaris gegevensbescherming', en: 'privacy officer' },
    organisation: { id: organisations.schakel.id, name: organisations.schakel.name }, jurisdiction: 'NL', story: 'oversight',
    tryThis: { nl: 'Lees in het logboek wie welk dossier opende, en waarom dat mocht.', en: 'Read in the access log who opened which file, and why that was allowed.' },
  },
]

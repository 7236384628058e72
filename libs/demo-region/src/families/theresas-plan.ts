import type { PersonId, Subject } from '@samenspel/kernel'
import type { Days } from '../days.ts'
import { practitioners } from '../region/practitioners.ts'
import { fiveLevels, type FamilyScript } from './family-script.ts'
import { referrers } from './front-door.ts'

const { lien, griet, saskia } = practitioners

/** A plan before birth: only Theresa says yes to it and looks back at it, and nothing in it is about a child that isn't there yet. */
export const theresasPlan = (story: FamilyScript, days: Days, { theresa, unborn }: Readonly<Record<'theresa' | 'unborn', PersonId>>): void => {
  const pregnancy: Subject = { kind: 'unborn', person: theresa }
  const mother: Subject = { kind: 'adult', person: theresa }
  story.referredBy(30, referrers.katrien, days.ago(41), pregnancy, 'Theresa is onverwacht zwanger. Zij mist haar werk en vraagt zich af wie zij straks is.', 'Ik weet niet of ik dit kan. Mag ik daar met iemand over praten?')
  story.lifeEvent(lien, 28, mother, { category: 'social', occurredOn: days.monthsAgo(3), precision: 'month', title: 'Op, en thuis van het werk', text: 'Zij werkte lang heel hard. Haar huisarts vroeg haar om te stoppen.', weight: 'strain' })
  story.lifeEvent(lien, 11, mother, { category: 'social', occurredOn: days.monthsAgo(1), precision: 'month', title: 'Weer drie dagen aan het werk', text: 'Op haar eigen tempo, met een leidinggevende die het weet.', weight: 'strength' })
  story.contribution(lien, 22, '15:10', pregnancy, { kind: 'fourPart', category: 'development', setting: 'home', situation: 'Theresa legde haar hand op haar buik toen zij over haar werk vertelde.', parentsTold: 'Als ik werk, weet ik wie ik ben. Bij de baby nog niet.', whatWeDo: 'Ruimte laten voor twijfel. Vragen wie zij in haar buik al kent, zonder te duwen.', possibleMeaning: 'Er is plaats aan het komen, naast wie zij al was.', forParents: 'U mag twijfelen en toch nieuwsgierig zijn.' })
  story.contribution(griet, 9, '11:45', mother, { kind: 'parentSignal', category: 'social', setting: 'practice', situation: 'Theresa wil graag meedoen aan het plan. Twee gesprekken per maand passen.', parentSignal: { takesPart: 'yes', availability: 'Woensdag en vrijdag, niet op haar werkdagen.', askAbout: 'Wat haar werk haar geeft.' } })
  story.factor(lien, 19, 'work', pregnancy, { category: 'social', origin: 'parent', domain: 'parentsOwn', layer: 'exo', direction: 'protective', title: 'Werk waarin zij zichzelf herkent', evidence: 'Zij vertelt er met glans over, en haar leidinggevende denkt mee.', heardFrom: [theresa] })
  story.factor(saskia, 19, 'moving', pregnancy, { category: 'development', origin: 'relation', domain: 'parentsOwn', layer: 'micro', direction: 'protective', title: 'Zij lacht als de baby beweegt', evidence: 'Gezien bij het huisbezoek.', heardFrom: [theresa], setting: 'home' })
  story.factor(lien, 19, 'few', pregnancy, { category: 'social', origin: 'surroundings', domain: 'contextOfStressAndSupport', layer: 'meso', direction: 'risk', title: 'Weinig mensen die het weten', evidence: 'Alleen haar zus en haar huisarts.', heardFrom: [theresa] })
  story.hypothesis(lien, 18, 'two selves', pregnancy, { category: 'development', statement: 'Moeder worden voelt als zichzelf kwijtraken', mechanism: 'Wie zij is, hangt aan haar werk. Zolang zij moet kiezen, houdt zij de baby op afstand.', supporting: ['work'], opposing: ['moving'], confidence: 'medium', nextTest: 'Praten over beide tegelijk: wordt het dan lichter?' })
  story.hypothesis(lien, 18, 'alone', pregnancy, { category: 'social', statement: 'Zij draagt het te veel alleen', mechanism: 'Wat niemand weet, wordt in stilte groter.', supporting: ['few'], opposing: [], confidence: 'medium', nextTest: 'Als zij wil: haar zus meenemen naar de vroedvrouw.' })
  story.port(18, pregnancy, { route: 'parents', entryPerson: theresa, why: 'Haar eigen vraag, in haar eigen tempo. De rest volgt.', parentsQuestion: 'Ik weet niet of ik dit kan. Mag ik daar met iemand over praten?', reviewOn: days.coming(4, 1) })
  story.parentsGoal(18, theresa, 'Ik wil mezelf blijven en toch uitkijken naar de baby.')
  story.planText(17, 'questionForParents', 'Wat heeft u nodig om ruimte te maken voor deze baby?')
  story.goal(17, 'room', pregnancy, {
    title: 'Ruimte in hoofd en huis', route: 'surroundings', scale: 'five', start: -1, isParentsOwn: true, forParents: 'Er komt plaats voor de baby, in uw hoofd en in uw huis.',
    levels: fiveLevels('Zij denkt er liever niet aan.', 'Zij denkt eraan, en schrikt dan.', 'Zij maakt één plek in huis klaar.', 'Zij praat tegen de baby, en vertelt het aan vrienden.', 'Zij kijkt uit naar de dag.'),
  })
  story.line(17, 'talks', { route: 'parents', text: 'Gesprekken thuis, om de week: wie was ik, wie word ik, wie ben jij daarbinnen?', forParents: 'Om de week praat u thuis met Lien. Over u, en over de baby.', carriedBy: lien.id })
  story.line(17, 'sister', { route: 'surroundings', text: 'Haar zus gaat mee naar één controle, als Theresa dat wil.', forParents: 'Uw zus mag mee naar een controle.', carriedBy: saskia.id })
  story.planVersion(16, 1, 'Een plan voor de tijd voor de geboorte.')
  story.saysToPlan(15, 1, theresa, 'yes')
  story.planInForce(15, 1)
  story.score(lien, 6, 'room', 0)
  const visit = { members: [theresa, unborn], adults: [theresa], modality: 'home', homeMinutes: 0, subject: pregnancy, attendees: [theresa] } as const
  story.pastVisit(13,
    { practitioner: saskia, start: '11:00', end: '11:30', ...visit, category: 'medical', label: 'Controle aan huis', purpose: 'Saskia luistert naar het hartje.' },
    { practitioner: lien, start: '11:30', end: '12:15', ...visit, category: 'social', label: 'Gesprek met Lien', purpose: 'Hoe gaat het met u?' })
  story.evaluation(3, {
    helped: 'Over werk en baby tegelijk mogen praten. Dat niemand zei wat zij moest voelen.', next: 'De gesprekken blijven om de week. Theresa vraagt zelf of haar zus meegaat.', nextStep: 'goOn',
    forParents: 'U maakte één plek klaar, en dat was genoeg. De gesprekken gaan door.',
    goals: [
      { name: 'room', value: 0, words: 'Op de kast ligt een stapeltje kleine hemden. Theresa zegt: dat is van jou.', forParents: 'Er is een plek voor de baby in uw huis.' },
      { name: 'mentalising', value: 0, words: 'Zij raadt wanneer de baby slaapt, en lacht als het anders is.', forParents: 'U denkt elke dag even aan wat de baby daarbinnen doet.' },
    ],
  })
}

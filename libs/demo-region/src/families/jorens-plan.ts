import { relation, type PersonId, type Subject } from '@samenspel/kernel'
import type { Days } from '../days.ts'
import { organisations } from '../region/organisations.ts'
import { practitioners } from '../region/practitioners.ts'
import { fiveLevels, type FamilyScript } from './family-script.ts'
import { referrers } from './front-door.ts'

const { rank } = organisations
const { lien, jan, wout } = practitioners

/** What was found out with Joren and his parents, what they agreed to do, and how it went: first by way of the bond, then his own. */
export const jorensPlan = (story: FamilyScript, days: Days, { joren, els, tom }: Readonly<Record<'joren' | 'els' | 'tom', PersonId>>): void => {
  const child: Subject = { kind: 'child', person: joren }
  const motherAndChild = relation(els, joren)
  const parents = [els, tom]
  story.referredBy(50, referrers.katrien, days.ago(62), child, 'Joren schrikt van aanraken en wordt buiten rustig. Zijn ouders willen graag begrijpen wat hij voelt.', 'Hoe blijven wij rustig als Joren zo boos is?')
  for (const parent of parents) story.consent(48, { kind: 'adult', person: parent }, ['plan', 'social'], rank, [parent])
  story.consent(48, { kind: 'surroundings', person: joren }, ['social', 'plan'], rank, parents)
  story.dyad(49, 'partners', els, tom, { form: 'married', since: days.monthsAgo(70), tie: 'strong' })
  story.contribution(lien, 43, '10:30', motherAndChild, { kind: 'fourPart', category: 'relationship', setting: 'home', window: 'above', situation: 'Els trok zijn trui uit. Joren gooide zich achterover en riep. Zij hield afstand, haar handen open.', parentsTold: 'Ik durf hem bijna niet meer aan te raken.', whatWeDo: 'Eerst zeggen wat komt, dan wachten op zijn blik. Hij doet de laatste mouw zelf.', possibleMeaning: 'Wat van achteren of onverwacht komt, is voor hem te veel. Haar schrik en de zijne maken elkaar groter.', childsVoice: 'Niet ineens.', forParents: 'Joren schrikt van wat ineens komt. Vertellen wat u gaat doen helpt hem.' })
  story.factor(lien, 40, 'touch', child, { category: 'development', origin: 'child', domain: 'childCharacteristics', layer: 'micro', direction: 'risk', title: 'Onverwachte aanraking is te veel', evidence: 'Bij aankleden, wassen en knuffelen van achteren; gezien op twee dagen.', heardFrom: [els, tom], setting: 'home' })
  story.factor(jan, 37, 'outdoors', child, { category: 'development', origin: 'child', domain: 'childCharacteristics', layer: 'micro', direction: 'protective', title: 'Buiten zoekt hij zijn ouders op', evidence: 'In het bos keek hij telkens om of mama volgde.', heardFrom: [els, jan.id], setting: 'outdoors' })
  story.factor(lien, 40, 'startled', motherAndChild, { category: 'relationship', origin: 'relation', domain: 'parentsOwn', layer: 'micro', direction: 'risk', title: 'Afstand uit voorzichtigheid', evidence: 'Els raakt hem minder aan om geen driftbui te krijgen, en mist het.', heardFrom: [els], setting: 'home' })
  story.factor(lien, 36, 'at home', { kind: 'surroundings', person: joren }, { category: 'social', origin: 'surroundings', domain: 'contextOfStressAndSupport', layer: 'meso', direction: 'risk', title: 'Hele dagen samen thuis, zonder opvang', evidence: 'Els is van zeven tot zes met hem alleen. Oma komt op vrijdag.', heardFrom: [els, tom] })
  story.hypothesis(lien, 35, 'senses', child, { category: 'development', statement: 'Zijn lijf krijgt te veel binnen', mechanism: 'Aanraking komt harder aan dan hij kan verdragen. Wild spelen en klimmen geven druk die hij wel zoekt, en dan zakt de spanning.', supporting: ['touch', 'outdoors'], opposing: [], confidence: 'medium', nextTest: 'Drie weken elke ochtend eerst buiten: minder driftbuien bij het aankleden?' })
  story.hypothesis(lien, 35, 'distance', motherAndChild, { category: 'relationship', statement: 'De schrik van de een maakt die van de ander groter', mechanism: 'Zijn boosheid maakt Els voorzichtig. Zij kondigt minder aan, en wat dan toch moet komt onverwacht.', supporting: ['startled'], opposing: ['outdoors'], confidence: 'medium', nextTest: 'Terugkijken naar een film van buiten: wat doet Els daar anders?' })
  story.classification(34, joren, { edition: 'dc05v2021', occurredOn: days.ago(34), occasions: 3, settings: ['home', 'outdoors'] }, {
    'senses': { axis: 'disorder', cluster: 'sensory', label: 'Heel gevoelig voor aanraking', isPrimary: true },
    'mother': { axis: 'caregiving', caregiver: els, level: 2, aspects: [{ aspect: 'noticing', value: 'strength', note: 'Ziet de driftbui aankomen.' }, { aspect: 'comfort', value: 'concern', note: 'Houdt afstand uit voorzichtigheid.' }], childAspects: [{ aspect: 'senses', value: 'concern', note: 'Verdraagt geen aanraking van achteren.' }] },
    'father': { axis: 'caregiving', caregiver: tom, level: 1, aspects: [{ aspect: 'play', value: 'strength', note: 'Stoeien, buiten, op zijn teken.' }], childAspects: [{ aspect: 'mood', value: 'noConcern' }] },
    'together': { axis: 'environment', level: 1, aspects: [{ aspect: 'talking', value: 'strength' }, { aspect: 'dividingTasks', value: 'noConcern' }] },
    'days': { axis: 'stressor', group: 'family', text: 'Lange dagen met zijn tweeën', onsetMonths: 14, note: 'Sinds Tom voltijds werkt.' },
    'abilities': { axis: 'competence', lines: [{ domain: 'emotional', rating: 'emerging' }, { domain: 'socialRelational', rating: 'emerging' }, { domain: 'languageCommunication', rating: 'asExpected' }, { domain: 'cognitive', rating: 'asExpected' }, { domain: 'movementPhysical', rating: 'exceeds' }] },
    'whole': { axis: 'impression', text: 'Een sterke kleine klimmer die buiten laat zien dat hij zijn ouders nodig heeft, op zijn manier.' },
  }, { discussed: ['mother', 'father'], isCompleted: true })
  story.port(34, motherAndChild, { route: 'bond', entryPerson: els, why: 'Els wil dit zelf het liefst, en buiten lukt het hen al.', parentsQuestion: 'Hoe blijven wij rustig als Joren zo boos is?', reviewOn: days.coming(3, 1) })
  story.parentsGoal(34, els, 'Hem weer kunnen vasthouden zonder dat hij schrikt.')
  story.parentsGoal(34, tom, 'Aankleden zonder strijd, ook als ik vroeg weg moet.')
  story.planText(33, 'questionForParents', 'Hoe kan Joren dichtbij zijn op een manier die goed voelt?')
  story.goal(33, 'dressing', child, {
    title: 'Aankleden zonder driftbui', route: 'child', scale: 'five', start: -2, isParentsOwn: true, forParents: 'Joren kleedt zich aan zonder strijd.',
    levels: fiveLevels('Elke ochtend een lange driftbui.', 'De helft van de ochtenden lukt.', 'De meeste ochtenden lukken, als wij vertellen wat komt.', 'Joren doet zelf een stuk mee.', 'Hij haalt zelf zijn schoenen om naar buiten te gaan.'),
  })
  story.line(33, 'film', { route: 'bond', text: 'Met Els films van buiten terugkijken: wat doet zij daar, en wat zoekt Joren dan bij haar?', forParents: 'Samen kijken wij naar een filmpje van buiten. Wat gaat daar goed?', carriedBy: lien.id })
  story.line(33, 'morning', { route: 'child', text: 'Elke ochtend eerst klimmen en duwen, dan aankleden. Aankondigen, wachten, van voren.', forParents: 'Eerst spelen, dan aankleden. U vertelt wat u gaat doen.', carriedBy: jan.id })
  story.card(jan, 31, 'Eerst zeggen, dan doen', 'Wij vertellen wat wij gaan doen en wachten op zijn blik. Aanraken van voren. De laatste stap doet Joren zelf.', { atHome: 'Schoenen aan op de drempel, met de deur open.' })
  story.planVersion(32, 1, 'Het eerste plan, samen gemaakt op de bank en in het bos.')
  story.saysToPlan(31, 1, els, 'yes')
  story.saysToPlan(30, 1, tom, 'yes')
  story.planInForce(30, 1)
  story.contribution(jan, 12, '09:50', child, { kind: 'note', category: 'development', setting: 'home', window: 'within', situation: 'Joren klom eerst op de bank en gleed eraf, vier keer. Daarna stak hij zelf zijn arm uit naar de mouw.', childsVoice: 'Nu ik.', forParents: 'Eerst klimmen, dan aankleden. Joren stak zelf zijn arm uit.' })
  story.score(jan, 12, 'dressing', -1)
  const visit = { members: [joren, ...parents], adults: parents, modality: 'home', homeMinutes: 0, subject: motherAndChild, category: 'relationship' } as const
  story.pastVisit(15,
    { practitioner: lien, start: '10:00', end: '10:45', ...visit, label: 'Huisbezoek van Lien', purpose: 'Samen het filmpje van buiten terugkijken.', attendees: [joren, els] },
    { practitioner: jan, start: '10:45', end: '11:30', ...visit, subject: child, category: 'development', label: 'Spelen met Jan', purpose: 'Jan laat zien hoe duwen en klimmen Joren rustig maken.', attendees: [joren, els] })
  story.meeting(19, 'talk', {
    purpose: 'Wat helpt Joren, en wat gaan wij nu doen?', must: [lien.id, els, tom], may: [jan.id, wout.id], time: { date: days.workingDayAgo(8), from: '20:00', to: '20:45', place: 'via beeld, als Joren slaapt' },
  })
  story.points(18, 'talk', { text: 'Wat zagen wij buiten, en wat daarvan lukt binnen?', subject: child, category: 'development' })
  story.parentsPoint(els, 14, 'talk', 'Ik zou zo graag weer eens met hem knuffelen.')
  story.parentsPoint(tom, 13, 'talk', 'Moeten wij op zoek naar opvang?')
  story.held(8, 'talk', {
    present: [lien.id, jan.id, els, tom],
    minutes: [
      { point: els, by: lien, notes: 'Els vertelt dat Joren buiten op haar schoot klom, met zijn rug naar haar toe. Op de film is te zien hoe hij haar handen zelf om zich heen legt.', decision: 'Knuffelen op zijn teken: hij legt de handen, Els blijft stil.' },
      { point: tom, by: jan, notes: 'Tom wil Els een ochtend vrij geven. Een grote groep zou nu te veel zijn.', decision: 'Eerst één ochtend bij een onthaalgezin met een tuin.' },
      { point: 0, by: jan, notes: 'Na klimmen lukt aankleden meestal. Zonder klimmen niet.', decision: 'Het klimmen blijft, ook op zondag.' },
    ],
    actions: [{ point: tom, text: 'Een onthaalgezin met een tuin zoeken', owner: jan, dueOn: days.coming(1, 4) }],
    report: {
      discussed: 'Joren klom bij Els op schoot, op zijn manier. Aankleden lukt vaak als hij eerst mag klimmen.',
      agreed: 'U knuffelt als Joren het zelf vraagt. Jan zoekt een onthaalgezin met een tuin.',
      next: 'Over vier weken kijken wij weer samen, in de avond.',
    },
  })
  story.evaluation(6, {
    helped: 'Eerst klimmen, dan aankleden. Aankondigen en wachten. De films gaven Els vertrouwen.', next: 'De regel over opvang komt erbij; het filmpje maken ouders nu zelf.', nextStep: 'adjust',
    forParents: 'Aankleden lukt vaker, en Joren zoekt Els op. Nu komt er een vrije ochtend voor Els bij.',
    goals: [
      { name: 'dressing', value: 0, words: 'Vijf van de zeven ochtenden, zegt Tom.', forParents: 'De meeste ochtenden lukken, als u vertelt wat komt.' },
      { name: 'mentalising', value: 0, words: 'Els zegt: hij duwt mij niet weg, hij duwt de trui weg.', forParents: 'U ziet elke dag een keer wat Joren bedoelt.' },
    ],
  })
  story.decided(6, 'senses', 'supported', 'Na drie weken eerst buiten: bijna geen driftbuien meer bij het aankleden.')
  story.line(5, 'morning off', { route: 'surroundings', text: 'Eén ochtend in de week bij een onthaalgezin met een tuin, zodat Els tijd heeft voor zichzelf.', forParents: 'Eén ochtend in de week speelt Joren in een tuin, en is Els vrij.', carriedBy: jan.id })
  story.planVersion(5, 2, 'De vrije ochtend voor Els is erbij gekomen.')
  story.saysToPlan(4, 2, els, 'yes')
  story.planInForce(3, 2)
  story.comingVisit(days.coming(2, 3),
    { practitioner: lien, start: '10:00', end: '10:45', ...visit, label: 'Huisbezoek van Lien', purpose: 'Samen kijken hoe knuffelen gaat.', attendees: [joren, els] },
    { practitioner: jan, start: '10:45', end: '11:30', ...visit, subject: child, category: 'development', label: 'Spelen met Jan', purpose: 'Samen kiezen: welk onthaalgezin past bij Joren?', attendees: [joren, els] })
}

import { relation, type PersonId, type Subject } from '@samenspel/kernel'
import type { Days } from '../days.ts'
import { organisations } from '../region/organisations.ts'
import { practitioners } from '../region/practitioners.ts'
import type { FamilyScript } from './family-script.ts'
import { referrers } from './front-door.ts'

const { rank, anker } = organisations
const { wout, saskia, jan } = practitioners

/** Who could stand beside Ana: a thin network as the way in, a plan that both parents agreed to, a first look back at it, and a meeting that is still to come. */
export const sofiasPlan = (story: FamilyScript, days: Days, { sofia, ana, luis, mateo, leo }: Readonly<Record<'sofia' | 'ana' | 'luis' | 'mateo' | 'leo', PersonId>>): void => {
  const child: Subject = { kind: 'child', person: sofia }
  const mother: Subject = { kind: 'adult', person: ana }
  const surroundings: Subject = { kind: 'surroundings', person: sofia }
  const motherAndChild = relation(ana, sofia)
  const parents = [ana, luis]
  const members = [sofia, mateo, leo, ...parents]
  story.referredBy(24, referrers.inge, days.ago(33), child, 'Ana geniet van Sofia en is erg moe. Zij maakt zich veel zorgen, en ook het consultatiebureau ziet hoe weinig rust zij vindt. Luis werkt lange dagen, en de jongens vragen veel. De kraamzorg stopt over een week.', 'Wij kennen hier nog niemand. Wie kan er eens langskomen?')
  story.dyad(24, 'partners', ana, luis, { form: 'married', since: days.monthsAgo(90), tie: 'strong' })
  story.support(23, { name: 'School van Mateo en Leo', kind: 'school', tie: 'weak', helps: 'De jongens gaan graag. Met andere ouders is er nog weinig contact.' })
  story.support(23, { name: 'De buurvrouw van nummer acht', kind: 'community', tie: 'weak', helps: 'Zij groet, en biedt soms soep aan.' })
  story.support(23, { name: 'Het werk van Luis', kind: 'work', tie: 'stressful', helps: 'Lange dagen; thuis om zeven uur.' })
  story.consent(22, mother, ['plan', 'relationship'], rank, [ana])
  story.consent(22, { kind: 'adult', person: luis }, ['plan', 'social'], rank, [luis])
  story.consent(22, mother, ['social'], anker, [ana])
  story.contribution(wout, 17, '10:40', motherAndChild, { kind: 'fourPart', category: 'relationship', setting: 'home', window: 'within', situation: 'Sofia werd wakker, zocht, en vond het gezicht van haar moeder. Ana praatte zacht tegen haar, terwijl Leo aan haar mouw trok.', parentsTold: 'Met haar gaat het goed. Ik ben bang dat ik de jongens tekortdoe.', whatWeDo: 'Hardop zeggen wat Sofia bij haar vindt. Samen kijken wie er voor de jongens kan zijn.', possibleMeaning: 'De band is er. Wat ontbreekt is iemand naast Ana.', childsVoice: 'Jij bent er.', forParents: 'Sofia zoekt uw gezicht en vindt u.' })
  story.lifeEvent(wout, 17, mother, { category: 'social', occurredOn: days.monthsAgo(38), precision: 'year', title: 'Na de geboorte van Leo', text: 'Ana lag maanden wakker, ook als iedereen sliep.', weight: 'strain' })
  story.lifeEvent(jan, 8, surroundings, { category: 'social', occurredOn: days.workingDayAgo(8), precision: 'day', title: 'De jongens spelen op het plein', text: 'De buurvrouw ging mee. Ana had een middag met Sofia.', weight: 'strength', setting: 'outdoors' })
  story.factor(wout, 16, 'alone', surroundings, { category: 'social', origin: 'surroundings', domain: 'contextOfStressAndSupport', layer: 'exo', direction: 'risk', title: 'Geen familie in het land', evidence: 'Oma belt op zondag. Door de week is Ana alleen tot Luis thuiskomt.', heardFrom: [ana, luis] })
  story.factor(saskia, 16, 'gaze', child, { category: 'development', origin: 'relation', domain: 'childCharacteristics', layer: 'micro', direction: 'protective', title: 'Sofia zoekt en vindt haar moeder', evidence: 'Zij drinkt rustig en kijkt lang.', heardFrom: [ana], setting: 'home' })
  story.factor(wout, 16, 'worry', mother, { category: 'social', origin: 'parent', domain: 'parentsOwn', layer: 'micro', direction: 'risk', title: 'Bang om tekort te schieten', evidence: 'Ana telt wat niet lukte, en vergeet wat wel lukte.', heardFrom: [ana], setting: 'home' })
  story.hypothesis(wout, 15, 'nobody', surroundings, { category: 'social', statement: 'Met niemand naast zich wordt elke zorg groot', mechanism: 'Wie nooit even weg kan, hoort elke huil als een verwijt. Met een paar handen erbij wordt de angst kleiner.', supporting: ['alone'], opposing: [], confidence: 'high', nextTest: 'Twee woensdagen met de jongens op het plein: is Ana dan rustiger?' })
  story.hypothesis(wout, 15, 'older worry', motherAndChild, { category: 'relationship', statement: 'De angst is ouder dan de verhuizing', mechanism: 'Ook na Leo lag Ana wakker. Dan is steun in de buurt niet genoeg.', supporting: ['worry'], opposing: ['gaze'], confidence: 'low', nextTest: 'Met Ana praten over hoe het na Leo was.' })
  story.port(15, surroundings, { route: 'surroundings', why: 'Dit vragen zij zelf, en het kan snel lichter worden.', parentsQuestion: 'Wij kennen hier nog niemand. Wie kan er eens langskomen?', reviewOn: days.coming(3, 2) })
  story.parentsGoal(15, ana, 'Eén middag in de week met alleen Sofia, zonder mij schuldig te voelen.')
  story.parentsGoal(15, luis, 'Dat de jongens vrienden maken, en dat Ana kan slapen.')
  story.planText(14, 'questionForParents', 'Wie kan er naast Ana staan?')
  story.line(14, 'square', { route: 'surroundings', text: 'Jan gaat twee woensdagen mee naar het plein met de jongens en de buurvrouw; daarna gaan zij zonder hem.', forParents: 'Op woensdag gaan de jongens met de buurvrouw naar het plein. Jan gaat eerst mee.', carriedBy: jan.id })
  story.line(14, 'worries', { route: 'parents', text: 'Met Ana praten over slapen en bang zijn, ook over hoe het na Leo was.', forParents: 'Wout praat met Ana over slapen en bang zijn.', carriedBy: wout.id })
  story.planVersion(13, 1, 'Klein beginnen: één middag, twee mensen.')
  story.saysToPlan(12, 1, ana, 'yes')
  story.saysToPlan(12, 1, luis, 'yes', 'Graag. De jongens vragen er al naar.')
  story.planInForce(12, 1)
  story.score(jan, 5, 'network', -1)
  story.namedAction(14, 'square', 'Met de buurvrouw afspreken voor de eerste woensdag', jan.id, days.ago(8))
  story.doneActionBy(jan, 7, 'square')
  const visit = { members, adults: parents, modality: 'home', homeMinutes: 0, subject: child, category: 'development' } as const
  story.pastVisit(10,
    { practitioner: saskia, start: '09:30', end: '10:00', ...visit, label: 'Vroedvrouw aan huis', purpose: 'Saskia weegt Sofia en kijkt hoe drinken gaat.', attendees: [sofia, ana] },
    { practitioner: jan, start: '10:00', end: '10:45', ...visit, subject: surroundings, category: 'social', label: 'Jan komt langs', purpose: 'Met wie gaan de jongens op woensdag naar het plein?', attendees: [ana] })
  story.evaluation(4, {
    helped: 'Dat Jan de eerste keer meeging. Hardop zeggen wat Sofia bij haar moeder zoekt.', next: 'De tweede woensdag gaan de jongens zonder Jan. Over slapen praten wij in het overleg verder.', nextStep: 'goOn',
    forParents: 'De jongens speelden op het plein, en Ana had een middag met Sofia. Wij gaan zo door.',
    goals: [
      { name: 'network', value: -1, words: 'De buurvrouw gaat mee en blijft even praten. Langs komt zij nog niet.', forParents: 'De buurvrouw gaat mee naar het plein, en blijft even praten.' },
      { name: 'mentalising', value: 0, words: 'Ana zegt: zij kijkt niet omdat er iets mis is, zij kijkt omdat zij mij kent.', forParents: 'Ana ziet elke dag wat Sofia bij haar zoekt.' },
    ],
  })
  story.meeting(4, 'coming', {
    purpose: 'Hoe gaat het met slapen, met het plein en met Sofia?', must: [wout.id, ana, luis], may: [saskia.id, jan.id], time: { date: days.coming(2, 4), from: '20:00', to: '20:45', place: 'via beeld, als de kinderen slapen' },
  })
  story.points(4, 'coming', { text: 'Twee woensdagen op het plein: wat veranderde er?', subject: surroundings, category: 'social', source: { kind: 'goal', id: story.own('network') } })
  story.parentsPoint(luis, 2, 'coming', 'Ik kan op donderdag om zes uur thuis zijn. Helpt dat?')
  story.meetingInput(saskia, 2, 'coming', child, 'development', 'Sofia groeit goed en lacht naar haar broers.')
}

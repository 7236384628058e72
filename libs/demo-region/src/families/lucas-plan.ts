import { relation, type PersonId, type Subject } from '@samenspel/kernel'
import type { Days } from '../days.ts'
import { organisations } from '../region/organisations.ts'
import { practitioners } from '../region/practitioners.ts'
import type { FamilyScript } from './family-script.ts'
import { referrers } from './front-door.ts'

const { rank, anker } = organisations
const { lien, griet, jan } = practitioners

/** A birth that frightened both parents, and a baby who cries: a first plan, a father's question, a second one, and how it went. */
export const lucasPlan = (story: FamilyScript, days: Days, { luca, maya, pieter }: Readonly<Record<'luca' | 'maya' | 'pieter', PersonId>>): void => {
  const child: Subject = { kind: 'child', person: luca }
  const mother: Subject = { kind: 'adult', person: maya }
  const father: Subject = { kind: 'adult', person: pieter }
  const surroundings: Subject = { kind: 'surroundings', person: luca }
  const motherAndChild = relation(maya, luca), fatherAndChild = relation(pieter, luca)
  const parents = [maya, pieter]
  story.referredBy(60, referrers.lore, days.ago(74), child, 'Luca groeit goed en is vaak verkouden. Over de geboorte praten zij liever niet. Beide ouders slapen bijna niet.', 'Waarom huilt hij zo, en waarom schrikken wij er zo van?')
  for (const subject of [mother, father]) story.consent(58, subject, ['plan', 'mentalHealth'], rank, [subject === mother ? maya : pieter])
  story.consent(58, mother, ['medical'], rank, [maya])
  story.consent(58, father, ['planning', 'social', 'contact'], rank, [pieter])
  story.consent(58, surroundings, ['social', 'plan'], rank, parents)
  story.consent(58, surroundings, ['social', 'plan'], anker, parents)
  story.dyad(59, 'partners', maya, pieter, { form: 'married', since: days.monthsAgo(110), tie: 'strong' })
  story.lifeEvent(lien, 50, mother, { category: 'mentalHealth', occurredOn: days.monthsAgo(6, 14), precision: 'day', title: 'De bevalling, zoals Maya haar vertelt', text: 'Het ging snel, er kwamen veel mensen binnen en niemand zei iets. Zij dacht dat zij hem kwijt was.', weight: 'strain', setting: 'ward' })
  story.lifeEvent(lien, 48, father, { category: 'mentalHealth', occurredOn: days.monthsAgo(6, 14), precision: 'day', title: 'De bevalling, zoals Pieter haar vertelt', text: 'Hij stond op de gang met lege handen.', weight: 'strain', setting: 'ward' })
  story.lifeEvent(lien, 48, mother, { category: 'medical', occurredOn: days.monthsAgo(5), precision: 'month', title: 'Pijn en moe sinds de bevalling', text: 'Tillen gaat moeilijk. Pieter maakt zich zorgen om haar, en zegt dat niet.', weight: 'strain', setting: 'home' })
  story.contribution(griet, 38, '14:20', mother, { kind: 'parentSignal', category: 'social', setting: 'practice', situation: 'Maya wil meedoen, met kleine stappen. In de avond lukt het best.', parentSignal: { takesPart: 'partly', availability: 'Na acht uur, via beeld.', askAbout: 'Wat haar helpt om op adem te komen.' } })
  story.factor(lien, 44, 'crying', child, { category: 'development', origin: 'child', domain: 'childCharacteristics', layer: 'micro', direction: 'risk', title: 'Veel huilen, weinig rust', evidence: 'Meer dan drie uur op een dag, vooral tussen vijf en acht.', heardFrom: [maya, pieter], setting: 'home' })
  story.factor(lien, 44, 'birth', motherAndChild, { category: 'relationship', origin: 'relation', domain: 'parentsOwn', layer: 'chrono', direction: 'risk', title: 'Zijn huilen roept de verloskamer terug', evidence: 'Beide ouders vertellen los van elkaar dat zij dan weer daar zijn.', heardFrom: [maya, pieter] })
  story.factor(jan, 40, 'sister', child, { category: 'development', origin: 'surroundings', domain: 'contextOfStressAndSupport', layer: 'micro', direction: 'protective', title: 'Hij lacht naar zijn zus', evidence: 'Nina zingt, en hij wordt stil.', heardFrom: [maya, jan.id], setting: 'home' })
  story.factor(lien, 41, 'ill', child, { category: 'medical', origin: 'child', domain: 'childCharacteristics', layer: 'chrono', direction: 'risk', title: 'Om de twee weken verkouden', evidence: 'Drie keer koorts in drie maanden; de kinderarts vond niets anders.', heardFrom: [maya] })
  story.hypothesis(lien, 40, 'startle', motherAndChild, { category: 'relationship', statement: 'Schrik van de een houdt de ander wakker', mechanism: 'Hij huilt, zij schrikken, en in gespannen armen vindt hij geen rust.', supporting: ['crying', 'birth'], opposing: ['sister'], confidence: 'high', nextTest: 'Eerst zelf ademen, dan hem oppakken: duurt het huilen korter?' })
  story.hypothesis(lien, 40, 'body', child, { category: 'medical', statement: 'Hij voelt zich vaak niet lekker', mechanism: 'Wie om de twee weken verkouden is, slaapt slecht en huilt meer.', supporting: ['ill'], opposing: [], confidence: 'low', nextTest: 'Twee weken bijhouden: huilt hij minder als hij niet verkouden is?' })
  story.classification(38, luca, { edition: 'dc05v2021', occurredOn: days.ago(38), occasions: 3, settings: ['home', 'digital'] }, {
    'crying': { axis: 'disorder', cluster: 'sleepEatingCrying', label: 'Heel veel huilen', isPrimary: true },
    'mother': { axis: 'caregiving', caregiver: maya, level: 2, aspects: [{ aspect: 'noticing', value: 'strength', note: 'Hoort elk verschil in zijn huilen.' }, { aspect: 'comfort', value: 'concern', note: 'Haar schrik komt ertussen.' }], childAspects: [{ aspect: 'health', value: 'concern', note: 'Vaak ziek.' }] },
    'father': { axis: 'caregiving', caregiver: pieter, level: 2, aspects: [{ aspect: 'warmth', value: 'strength' }, { aspect: 'sharedLife', value: 'concern', note: 'Werkt langer dan hij wil.' }], childAspects: [] },
    'together': { axis: 'environment', level: 2, aspects: [{ aspect: 'feelings', value: 'concern', note: 'Over de geboorte wordt niet gepraat.' }, { aspect: 'siblings', value: 'strength', note: 'Nina en Seppe zijn trots op hem.' }] },
    'birth': { axis: 'stressor', group: 'health', text: 'De geboorte', onsetMonths: 0, note: 'Drie dagen apart van zijn ouders.' },
    'colds': { axis: 'health', text: 'Vaak verkouden, met koorts', since: days.monthsAgo(3) },
    'abilities': { axis: 'competence', lines: [{ domain: 'emotional', rating: 'emerging' }, { domain: 'socialRelational', rating: 'asExpected' }, { domain: 'languageCommunication', rating: 'asExpected' }, { domain: 'cognitive', rating: 'asExpected' }, { domain: 'movementPhysical', rating: 'asExpected' }] },
    'whole': { axis: 'impression', text: 'Een baby die contact zoekt, en ouders die van hem houden met de schrik nog in hun lijf.' },
  }, { discussed: ['mother', 'father'], isCompleted: true })
  story.port(38, motherAndChild, { route: 'bond', why: 'Wat er tussen hen gebeurt als hij huilt, is waar het begint. Hun eigen schrik krijgt daarin een plek.', parentsQuestion: 'Waarom huilt hij zo, en waarom schrikken wij er zo van?', reviewOn: days.coming(2, 1) })
  story.parentsGoal(38, maya, 'Ik wil hem horen huilen zonder weer in die kamer te zijn.')
  story.parentsGoal(37, pieter, 'Dat ik hem ook kan troosten, en niet alleen sta te kijken.')
  story.planText(37, 'questionForParents', 'Hoe worden Luca en jullie samen weer rustig?')
  story.line(37, 'breathe', { route: 'bond', text: 'Eerst zelf ademen, dan hem oppakken. Jan oefent dit thuis met Maya, op een gewoon huilmoment.', forParents: 'Eerst ademt u zelf, dan pakt u hem op. Jan oefent dit met u.', carriedBy: jan.id })
  story.line(37, 'birth', { route: 'parents', text: 'Met Maya de geboorte navertellen, stap voor stap, thuis.', forParents: 'Maya vertelt over de geboorte, stap voor stap.', carriedBy: lien.id })
  story.planVersion(36, 1, 'Het eerste plan, na drie avonden.')
  story.saysToPlan(35, 1, maya, 'yes')
  story.saysToPlan(34, 1, pieter, 'question', 'Waar ben ik in dit plan? Ik was er ook bij.')
  story.line(32, 'birth together', { route: 'parents', text: 'Met beide ouders de geboorte navertellen: wat zag de een dat de ander niet zag? In de avond, via beeld.', forParents: 'U vertelt elkaar over de geboorte. Lien luistert mee, in de avond.', carriedBy: lien.id })
  story.endLine(32, 'birth', 'Pieter was er ook bij. Zij vertellen het nu aan elkaar.')
  story.line(32, 'father', { route: 'bond', text: 'Pieter neemt het huiluur van zeven tot acht, en Maya is dan weg uit de kamer.', forParents: 'Van zeven tot acht is Luca bij Pieter. Maya heeft dan rust.', carriedBy: pieter })
  story.planVersion(31, 2, 'Pieter vroeg waar hij was. Hij heeft nu een eigen regel, en de geboorte is van hen samen.')
  story.saysToPlan(30, 2, pieter, 'yes', 'Zo klopt het.')
  story.saysToPlan(30, 2, maya, 'yes')
  story.planInForce(29, 2)
  story.card(jan, 28, 'Eerst ademen, dan oppakken', 'Voeten op de grond, drie keer uitademen, dan Luca rechtop tegen u aan. Na tien minuten neemt de ander over.')
  const evening = { members: [luca, ...parents], adults: parents, modality: 'digital', homeMinutes: 0, subject: motherAndChild, category: 'relationship', attendees: parents } as const
  story.pastVisit(23,
    { practitioner: lien, start: '20:00', end: '20:45', ...evening, label: 'Samen terugkijken', purpose: 'Wat zag de een dat de ander niet zag?' },
    { practitioner: jan, start: '20:45', end: '21:00', ...evening, subject: child, category: 'development', label: 'Kort gesprek met Jan', purpose: 'Hoe gaat het huiluur?' })
  story.contribution(lien, 23, '21:10', fatherAndChild, { kind: 'fourPart', category: 'relationship', setting: 'digital', situation: 'Pieter vertelde van de gang, voor het eerst. Maya legde haar hand op zijn arm.', parentsTold: 'Ik wist niet dat jij ook zo bang was.', whatWeDo: 'Stil blijven, en later samen opschrijven wat zij elkaar vertelden.', possibleMeaning: 'Wie samen terugkijkt, hoeft niet alleen te schrikken.', forParents: 'U vertelde elkaar over die nacht. Dat was veel, en het hielp.' })
  story.meeting(18, 'autumn', {
    purpose: 'Huilt Luca minder, en wat hebben jullie nog nodig?', must: [lien.id, jan.id, maya, pieter], may: [griet.id], time: { date: days.workingDayAgo(9), from: '20:00', to: '20:45', place: 'via beeld, als de kinderen slapen' },
  })
  story.points(17, 'autumn', { text: 'Het huiluur met Pieter: hoe gaat het?', subject: child, category: 'development' })
  story.parentsPoint(maya, 12, 'autumn', 'Ik slaap nu, en voel mij daar schuldig over.', true)
  story.parentsPoint(pieter, 11, 'autumn', 'Mag het huiluur ook buiten, in de draagdoek?')
  story.held(9, 'autumn', {
    present: [lien.id, jan.id, maya, pieter],
    minutes: [
      { point: maya, by: lien, notes: 'Maya slaapt drie nachten per week door. Pieter zegt dat hij dat fijn vindt.', decision: 'Slapen is ook zorgen. Dat schrijven wij groot op.' },
      { point: pieter, by: jan, notes: 'In de draagdoek wordt Luca na tien minuten stil.', decision: 'Het huiluur mag buiten.' },
      { point: 0, by: jan, notes: 'Nog ongeveer een uur huilen per dag.', decision: 'Zo doorgaan.' },
    ],
    actions: [{ point: pieter, text: 'Een draagdoek lenen bij de uitleendienst', owner: jan, dueOn: days.ago(5), doneAgo: 6 }],
    report: { discussed: 'Luca huilt minder, en Pieter troost hem elke avond. Maya slaapt weer.', agreed: 'Het huiluur mag buiten, in de draagdoek. Jan leent er een.', next: 'Over zes weken kijken wij of er nog iets nodig is.' },
  })
  story.evaluation(7, {
    helped: 'Samen navertellen. Eerst ademen, dan oppakken. Het huiluur van Pieter.', next: 'Nog zes weken zo, dan afronden.', nextStep: 'goOn',
    forParents: 'Luca huilt minder en vindt troost bij jullie allebei. Wij gaan zo nog zes weken door.',
    goals: [
      { name: 'crying', value: 0, words: 'Ongeveer een uur op een dag, met troost die helpt.', forParents: 'Luca huilt nog een uur per dag, en troost helpt.' },
      { name: 'mentalising', value: 0, words: 'Pieter zegt: hij is moe, niet boos op mij.', forParents: 'Jullie horen elke dag wat Luca bedoelt.' },
    ],
  })
  story.decided(7, 'startle', 'supported', 'Sinds zij eerst ademen duurt het huilen de helft korter.')
  story.decided(7, 'body', 'dropped', 'Ook in weken zonder verkoudheid huilde hij evenveel.')
  story.comingVisit(days.coming(2, 4), { practitioner: lien, start: '20:00', end: '20:45', ...evening, label: 'Gesprek met Lien', purpose: 'Hoe gaat het slapen, en wat is nog nodig?' })
}

import { relation, type PersonId, type Subject } from '@samenspel/kernel'
import type { RhythmBlock } from '@samenspel/agenda'
import { acting, practitioners } from '../region/practitioners.ts'
import { services } from '../region/services.ts'
import { organisations, type DemoOrganisation } from '../region/organisations.ts'
import type { Days } from '../days.ts'
import { referrers } from './front-door.ts'
import { everydayCategories, familyScript, fiveLevels, usualCaps, type Without } from './family-script.ts'

const { schakel, wilgenboom, ziekenhuis, brug, linde } = organisations
const { hanne, mirjam, lotte, ruud, karim, eva, ties, bram, femke, nadia } = practitioners

/** The boy of one with seizures, his elder brother and his worn-out parents: the bundling story. */
export const verhoeven = (days: Days) => {
  const story = familyScript('verhoeven', 'NL', hanne, days)
  const { own } = story
  const sem = own('sem'), tijn = own('tijn'), anouk = own('anouk'), joost = own('joost'), grandmother = own('grandmother')
  const members = [sem, tijn, anouk, joost, grandmother]
  const parents = [anouk, joost]
  const child: Subject = { kind: 'child', person: sem }
  const brother: Subject = { kind: 'sibling', person: tijn }
  const mother: Subject = { kind: 'adult', person: anouk }
  const father: Subject = { kind: 'adult', person: joost }
  const motherAndChild = relation(anouk, sem)
  const fatherAndChild = relation(joost, sem)
  const surroundings: Subject = { kind: 'surroundings', person: sem }

  story.open(120, 'Gezin Verhoeven', 'DD-2041', [
    { memberId: sem, role: 'child', firstName: 'Sem', name: 'Sem Verhoeven', birthDate: days.monthsAgo(14, 9), isIndexChild: true, inHousehold: true, drawnAs: 'male' },
    { memberId: tijn, role: 'sibling', firstName: 'Tijn', name: 'Tijn Verhoeven', birthDate: days.monthsAgo(77, 21), isIndexChild: false, inHousehold: true, drawnAs: 'male' },
    { memberId: anouk, role: 'mother', firstName: 'Anouk', name: 'Anouk Verhoeven', birthDate: days.monthsAgo(410, 3), isIndexChild: false, inHousehold: true, phone: '0800 555 0301', language: 'nl' },
    { memberId: joost, role: 'father', firstName: 'Joost', name: 'Joost Verhoeven', birthDate: days.monthsAgo(432, 17), isIndexChild: false, inHousehold: true, phone: '0800 555 0302', language: 'nl' },
    { memberId: grandmother, role: 'grandparent', firstName: 'Riet', name: 'Riet Verhoeven', isIndexChild: false, inHousehold: false, drawnAs: 'female' },
  ], {
    title: 'Samen zien wat Sem ons vertelt', route: 'bond', scale: 'five', start: -1, isParentsOwn: false, forParents: 'Samen zien wat Sem u vertelt, ook zonder woorden.',
    levels: fiveLevels(
      'Wij zien vooral wat er mis kan gaan.', 'Soms zien wij wat Sem bedoelt, soms alleen de zorg.', 'Elke dag is er een moment waarop wij zien wat Sem wil.',
      'Wij zien meestal wat hij wil, ook op een zware dag.', 'Wij genieten van wat hij ons vertelt.'),
  })
  story.dyad(120, 'parentAndChild', anouk, sem)
  story.dyad(120, 'parentAndChild', joost, sem)
  story.dyad(120, 'siblings', tijn, sem)
  story.dyad(120, 'partners', anouk, joost, { form: 'married', since: days.monthsAgo(100) })
  story.dyad(110, 'parentAndChild', grandmother, joost, { form: 'birth' })
  story.dyad(110, 'caregiverAndChild', grandmother, tijn, { form: 'relative', tie: 'strong' })
  story.support(110, { name: 'School De Vlieger', kind: 'school', tie: 'strong', helps: 'De juf kent Tijn goed en belt op woensdag.' })
  story.support(70, { name: 'Het werk van Joost', kind: 'work', tie: 'stressful', helps: 'Ploegendienst. Ruilen kan soms.' })
  story.support(70, { name: 'Speeltuin Spoorlaan', kind: 'community', tie: 'weak' })
  for (const parent of parents) {
    story.authority(120, sem, parent, days.monthsAgo(14, 9))
    story.authority(120, tijn, parent, days.monthsAgo(77, 21))
  }
  story.helpLine(120, 'ownGp', 'Huisartsen Rankstraat', '0800 555 0401')
  story.helpLine(120, 'outOfHoursGp', 'Huisartsenpost Druivendal', '0800 555 0402')
  story.home(120, 'Spoorlaan 14, Druivendal', 4, 2)

  story.team(118, lotte, child, 'social')
  story.team(118, ruud, child, 'social', true)
  story.team(118, karim, child, 'social')
  story.team(118, eva, child, 'social')
  story.team(118, ties, child, 'social')
  story.team(90, bram, child, 'social')
  story.team(90, femke, child, 'social')
  story.team(60, nadia, mother, 'mentalHealth')
  story.substitute(118, mirjam, child)

  for (const subject of [child, motherAndChild, fatherAndChild, surroundings]) {
    story.consent(118, subject, [...everydayCategories, 'medical'], schakel, parents)
    story.consent(118, subject, everydayCategories, wilgenboom, parents)
    story.consent(90, subject, everydayCategories, brug, parents)
  }
  story.consent(118, child, ['medical', 'development', 'planning', 'plan', 'social', 'contact'], ziekenhuis, parents)
  story.consent(60, child, ['plan', 'social'], linde, parents)
  story.consent(118, brother, ['planning', 'social', 'contact'], schakel, parents)
  story.consent(118, mother, ['planning', 'social', 'contact', 'plan'], schakel, [anouk])
  story.consent(60, mother, ['mentalHealth'], schakel, [anouk])
  story.consent(118, mother, ['contact'], wilgenboom, [anouk])
  story.consent(118, father, ['planning', 'social', 'contact', 'plan'], schakel, [joost])
  story.consent(118, father, ['contact'], wilgenboom, [joost])
  story.askConsent(3, child, 'medical', wilgenboom, 'Dan weet de groep wat helpt als Sem een aanval heeft.')
  story.askTreatment(lotte, 4, sem, 'Oefenen met eten van een lepel, zes weken', 'de logopedist van het dagcentrum', [anouk])
  story.askConsent(2, mother, 'planning', wilgenboom, 'Dan weet de groep wie Sem die dag brengt of haalt.')

  story.referredBy(120, referrers.marit, days.ago(136), child, 'Sem heeft aanvallen en lag maanden in het ziekenhuis. Zijn broer woonde toen bij opa en oma. Vier organisaties vragen nu om afspraken.', 'Wie helpt ons om het overzicht te houden?')
  story.lifeEvent(hanne, 116, child, { category: 'development', occurredOn: days.monthsAgo(14, 9), precision: 'day', title: 'Een rustige bevalling', text: 'Tijn mag als eerste kijken.', weight: 'strength' })
  story.lifeEvent(eva, 112, child, { category: 'medical', occurredOn: days.monthsAgo(10), precision: 'month', title: 'Eerste aanvallen', text: 'Sem wordt met spoed opgenomen. De aanvallen zijn moeilijk te stoppen.', weight: 'strain', setting: 'ward' })
  story.lifeEvent(eva, 112, child, { category: 'medical', occurredOn: days.monthsAgo(10), precision: 'month', until: days.monthsAgo(6), title: 'Maanden in het ziekenhuis', text: 'Veel prikken en metingen. Sem schrikt sindsdien van handen bij zijn hoofd. Wiegen en zacht neuriën helpen.', weight: 'strain', setting: 'ward' })
  story.lifeEvent(hanne, 110, surroundings, { category: 'social', occurredOn: days.monthsAgo(10), precision: 'month', until: days.monthsAgo(6), title: 'Ouders slapen in het gastenhuis', text: 'Om de beurt bij Sem. Tijn woont die maanden bij opa en oma.', weight: 'strain' })
  story.lifeEvent(hanne, 110, surroundings, { category: 'social', occurredOn: days.monthsAgo(9), precision: 'month', title: 'Oma Riet haalt Tijn elke woensdag', text: 'Zij kent de juf en kookt wat hij lekker vindt.', weight: 'strength' })
  story.lifeEvent(hanne, 108, child, { category: 'development', occurredOn: days.monthsAgo(6), precision: 'month', title: 'Weer met z’n vieren thuis', weight: 'strength' })
  story.lifeEvent(lotte, 100, child, { category: 'development', occurredOn: days.monthsAgo(4), precision: 'month', title: 'Start op De Wilgenboom', text: 'Drie dagen in de week, in de Bijengroep.', weight: 'neutral', setting: 'group' })
  story.lifeEvent(femke, 70, surroundings, { category: 'social', occurredOn: days.monthsAgo(3), precision: 'month', title: 'Joost weer aan het werk', text: 'Hij werkt nu in ploegen. De nachten zijn voor Anouk.', weight: 'strain' })
  story.lifeEvent(nadia, 50, mother, { category: 'mentalHealth', occurredOn: days.monthsAgo(2), precision: 'month', title: 'Eigen gesprekken begonnen', text: 'De opname komt in dromen terug.', weight: 'neutral', setting: 'practice' })

  story.contribution(eva, 84, '10:20', child, { kind: 'note', category: 'medical', setting: 'practice', situation: 'De aanvallen zijn minder: ongeveer twee per week. Nieuwe dosering sinds vandaag. Meten doen wij zo mogelijk terwijl Sem op schoot zit.', forParents: 'Het gaat de goede kant op. Vasthouden op schoot helpt Sem bij het meten.' })
  story.contribution(lotte, 46, '13:10', child, { kind: 'fourPart', category: 'development', setting: 'group', window: 'above', situation: 'Na het fruit wilde ik zijn muts opzetten. Sem verstijfde en huilde lang.', parentsTold: 'Moeder vertelt dat hij thuis ook schrikt als iemand zijn hoofd aanraakt.', whatWeDo: 'Eerst laten zien en vertellen wat komt. Hij mag de muts zelf vasthouden.', possibleMeaning: 'Handen bij zijn hoofd doen hem misschien denken aan de metingen in het ziekenhuis.', childsVoice: 'Wacht even. Laat mij eerst voelen.', forParents: 'Zelf de muts vasthouden hielp vandaag.' })
  story.contribution(karim, 33, '10:05', child, { kind: 'note', category: 'development', setting: 'group', window: 'within', situation: 'Sem rolt om naar twee kanten en steunt op zijn handen. Hij kijkt telkens even of Lotte er nog is.', forParents: 'Sem rolt om. Op de grond spelen met een dekentje is fijn.' })
  story.contribution(femke, 26, '11:15', surroundings, { kind: 'fourPart', category: 'social', setting: 'home', situation: 'Beide ouders zaten aan tafel, allebei na een korte nacht.', parentsTold: 'Er zijn veel verschillende afspraken. Anouk mist tijd met Tijn. Joost is bang een alarm niet te horen.', whatWeDo: 'Samen de week op papier gezet. Wat kan samen, wat kan wachten?', possibleMeaning: 'De ouders vragen om rust, niet om minder hulp.' })
  story.contribution(hanne, 20, '14:40', motherAndChild, { kind: 'fourPart', category: 'relationship', setting: 'home', window: 'within', situation: 'Sem lag op Anouks borst. Zij neuriede, hij zocht haar gezicht.', parentsTold: 'Dit hebben wij in het ziekenhuis gemist.', whatWeDo: 'Stil blijven bij wat er goed gaat en dat hardop zeggen.', possibleMeaning: 'Samen rustig worden lukt hen, als er tijd is.', childsVoice: 'Hier ben ik veilig.' })
  story.contribution(nadia, 13, '13:20', mother, { kind: 'note', category: 'mentalHealth', setting: 'practice', situation: 'Slaapt licht, luistert ook in haar slaap naar Sem. Wij oefenen om een uur veilig los te laten.' })
  const clapped = story.contribution(lotte, 5, '11:45', child, { kind: 'fourPart', category: 'development', setting: 'group', window: 'within', situation: 'Bij het liedje van de Bijengroep klapte Sem mee en lachte hij naar een ander kind.', parentsTold: 'Thuis klapt hij ook als Tijn zingt.', whatWeDo: 'Wij zingen het liedje bij elke overgang, op dezelfde toon.', possibleMeaning: 'Herhaling maakt de groep voor hem voorspelbaar.', childsVoice: 'Nog een keer!', forParents: 'Sem klapte mee met het liedje en lachte naar een ander kind.' })
  story.contribution(lotte, 5, '16:10', child, { kind: 'fourPart', corrects: clapped, category: 'development', setting: 'group', window: 'within', situation: 'Bij het liedje van de Bijengroep klapte Sem mee en lachte hij naar Mats. Het was twee keer, niet één keer.', parentsTold: 'Thuis klapt hij ook als Tijn zingt.', whatWeDo: 'Wij zingen het liedje bij elke overgang, op dezelfde toon.', possibleMeaning: 'Herhaling maakt de groep voor hem voorspelbaar.', childsVoice: 'Nog een keer!', forParents: 'Sem klapte twee keer mee met het liedje en lachte naar een ander kind.' })
  story.told(eva, 80, days.monthsAgo(9), child, { kind: 'procedure', category: 'medical', setting: 'ward', window: 'above', situation: 'Voor de hersenmeting kwamen er plakkers op zijn hoofd. Sem verstijfde en huilde tot het klaar was.', procedure: { name: 'Hersenmetingen', whatHelped: 'Op schoot bij zijn vader, met zacht neuriën. Eerst de plakkers zelf laten voelen.', until: days.monthsAgo(6) }, childsVoice: 'Laat mij eerst voelen.', forParents: 'Bij het meten helpt het als Sem op schoot zit en u neuriet.' })
  story.contribution(nadia, 4, '13:30', mother, { kind: 'parentSignal', category: 'social', setting: 'practice', situation: 'Anouk wil graag meedoen. Eén gesprek per week is nu genoeg.', parentSignal: { takesPart: 'partly', availability: 'Na tienen in de ochtend, of ’s avonds via beeld.', askAbout: 'Wat een goede ochtend met Sem en Tijn is.' } })
  story.askColleague(lotte, 4, '12:05', hanne, child, { category: 'development', wish: 'answer', contributionId: clapped, text: 'Zie je dit klappen thuis ook, als Tijn erbij is?' })
  story.askColleague(hanne, 2, '15:10', lotte, child, { category: 'development', wish: 'attention', text: 'Volgende week komt oma Riet Sem een keer halen. Zij kent het liedje al.' })

  story.question(80, 'Wat heeft Sem in dit gezin nu nodig om te kunnen groeien, en wat hebben zijn ouders nodig om er te kunnen zijn?')
  story.goal(80, 'rest', surroundings, {
    title: 'Een vrije middag met Tijn, elke week', route: 'surroundings', scale: 'five', start: -2, isParentsOwn: true, forParents: 'Elke week een vrije middag met Tijn.',
    levels: fiveLevels('Er is geen middag vrij.', 'Eens in de maand een middag.', 'Elke week een middag met Tijn.', 'Elke week een middag, en één avond samen.', 'De week voelt weer als van ons.'),
  })
  story.goal(80, 'comfort', motherAndChild, {
    title: 'Samen rustig worden na schrik', route: 'bond', scale: 'five', start: -1, isParentsOwn: false, forParents: 'Als Sem schrikt, wordt hij bij u weer rustig.',
    levels: fiveLevels('Sem blijft lang ontroostbaar.', 'Na een half uur wordt hij rustig.', 'Binnen tien minuten rustig bij een ouder.', 'Hij zoekt zelf troost en vindt die snel.', 'Schrik is snel voorbij, thuis en op de groep.'),
  })
  story.score(hanne, 20, 'comfort', 0)
  story.score(femke, 26, 'rest', -1)
  story.score(hanne, 20, 'mentalising', 0)
  story.card(lotte, 44, 'Eerst laten zien, dan doen', 'Muts, jas, thermometer: Sem mag het eerst zelf vasthouden. Wij vertellen wat komt en wachten op zijn blik.')
  story.card(lotte, 30, 'Het bijenlied', 'Bij het slapengaan en bij het naar huis gaan: hetzelfde liedje, zacht, twee keer. Thuis ook.')
  story.factor(eva, 70, 'hospital', child, { category: 'medical', origin: 'child', domain: 'childCharacteristics', layer: 'chrono', direction: 'risk', title: 'Maanden van prikken en meten', evidence: 'Sem schrikt sinds de opname van handen bij zijn hoofd, ook op de groep.', heardFrom: [anouk, lotte.id], setting: 'ward' })
  story.factor(femke, 26, 'shifts', surroundings, { category: 'social', origin: 'surroundings', domain: 'contextOfStressAndSupport', layer: 'exo', direction: 'risk', title: 'Ploegendienst en korte nachten', evidence: 'Joost werkt in ploegen; de nachten zijn voor Anouk. Beiden vertellen dat zij nooit doorslapen.', heardFrom: [anouk, joost] })
  story.factor(hanne, 60, 'grandmother', surroundings, { category: 'social', origin: 'surroundings', domain: 'contextOfStressAndSupport', layer: 'meso', direction: 'protective', title: 'Oma Riet is er elke woensdag', evidence: 'Zij haalt Tijn van school en kent de juf.', heardFrom: [anouk] })
  story.factor(hanne, 20, 'humming', motherAndChild, { category: 'relationship', origin: 'relation', domain: 'parentsOwn', layer: 'micro', direction: 'protective', title: 'Samen worden zij rustig', evidence: 'Anouk neuriede, Sem zocht haar gezicht en werd stil.', heardFrom: [anouk], setting: 'home' })
  story.factor(lotte, 30, 'routine', child, { category: 'development', origin: 'surroundings', domain: 'contextOfStressAndSupport', layer: 'micro', direction: 'protective', title: 'De groep doet elke dag hetzelfde', evidence: 'Bij het bijenlied klapt hij mee, ook na een moeilijk begin.', heardFrom: [], setting: 'group' })
  story.factor(nadia, 13, 'alarm', mother, { category: 'mentalHealth', origin: 'parent', domain: 'parentsOwn', layer: 'chrono', direction: 'risk', title: 'Ook in haar slaap waakt zij', evidence: 'Anouk slaapt licht en luistert naar elk geluid.', heardFrom: [anouk] })
  story.hypothesis(hanne, 19, 'hands', motherAndChild, { category: 'relationship', statement: 'Handen bij zijn hoofd roepen de opname weer op', mechanism: 'Wat toen pijn deed, kwam van boven. Wie nu troost wil geven, komt ook van boven, en dan schrikt hij eerst.', supporting: ['hospital'], opposing: ['routine'], confidence: 'medium', nextTest: 'Eerst laten zien, dan doen: wordt hij dan sneller rustig?' })
  story.hypothesis(femke, 18, 'rest', surroundings, { category: 'social', statement: 'Er is te weinig rust om troost te kunnen geven', mechanism: 'Wie zelf niet slaapt, mist het eerste teken. Sem leert dan dat hard huilen nodig is.', supporting: ['shifts'], opposing: ['grandmother'], confidence: 'low', nextTest: 'Twee weken met hooguit één bezoek: verandert er iets aan de avond?' })
  story.classification(17, sem, { edition: 'dc05v2021', occurredOn: days.ago(17), occasions: 4, settings: ['home', 'group', 'ward'] }, {
    'seizures': { axis: 'health', text: 'Aanvallen sinds hij drie maanden was', since: days.monthsAgo(11) },
    'ward': { axis: 'stressor', group: 'health', text: 'Maanden in het ziekenhuis', onsetMonths: 3, note: 'Veel prikken en meten, weinig vaste gezichten.' },
    'nights': { axis: 'stressor', group: 'family', text: 'Nachten zonder slaap', onsetMonths: 3, note: 'Nog steeds, elke week.' },
    'mother': {
      axis: 'caregiving', caregiver: anouk, level: 2,
      aspects: [{ aspect: 'comfort', value: 'strength', note: 'Als er tijd is, worden zij samen rustig.' }, { aspect: 'noticing', value: 'concern', note: 'Na een korte nacht ziet zij het eerste teken niet.' }, { aspect: 'warmth', value: 'strength' }],
      childAspects: [{ aspect: 'senses', value: 'concern', note: 'Schrikt van handen bij zijn hoofd.' }, { aspect: 'contact', value: 'strength' }],
    },
    'father': { axis: 'caregiving', caregiver: joost, level: 1, aspects: [{ aspect: 'play', value: 'strength', note: 'Op de grond, met de bal.' }, { aspect: 'rhythm', value: 'noConcern' }], childAspects: [] },
    'together': { axis: 'environment', level: 2, aspects: [{ aspect: 'practicalHelp', value: 'strength', note: 'Zij lossen elkaar af.' }, { aspect: 'talking', value: 'concern', note: 'Er blijft geen uur over voor henzelf.' }, { aspect: 'network', value: 'strength' }] },
    'abilities': { axis: 'competence', lines: [{ domain: 'emotional', rating: 'emerging' }, { domain: 'socialRelational', rating: 'asExpected' }, { domain: 'languageCommunication', rating: 'emerging' }, { domain: 'cognitive', rating: 'asExpected' }, { domain: 'movementPhysical', rating: 'notYet' }] },
  }, { discussed: ['father'], isCompleted: false })
  story.port(18, motherAndChild, { route: 'bond', entryPerson: anouk, why: 'Anouk wil dit het liefst, en samen lukt het hen al als er tijd is. Rust in de week komt eerst.', parentsQuestion: 'Hoe krijgen wij weer tijd om gewoon samen te zijn, ook met Tijn?', reviewOn: days.coming(4, 1) })
  story.parentsGoal(80, anouk, 'Ik wil weer gewoon met mijn jongens zijn. Niet alleen een moeder die alarmen hoort.')
  story.parentsGoal(80, joost, 'Dat wij om de beurt slapen, en dat ik Sem durf te troosten.')
  story.planText(17, 'questionForParents', 'Wat heeft Sem nodig om te groeien? En wat hebben jullie nodig om er voor hem te zijn?')
  story.line(17, 'films', { route: 'bond', text: 'Korte films van troosten thuis terugkijken: eerst wat lukt, dan wat Sem daarin zoekt.', forParents: 'Hanne filmt een paar minuten thuis. Samen kijken jullie terug naar wat goed gaat.', carriedBy: hanne.id })
  story.line(17, 'week', { route: 'surroundings', text: 'Afspraken bundelen tot één bezoek in de week; de rest in de avond via beeld.', forParents: 'Wij zetten afspraken bij elkaar. Zo blijven er dagen zonder bezoek.', carriedBy: hanne.id })
  story.line(17, 'hands', { route: 'child', text: 'Op groep en afdeling: eerst laten zien, dan doen. Nooit van boven naar het hoofd.', forParents: 'Iedereen laat Sem eerst zien wat komt. Pas daarna doen wij het.', carriedBy: lotte.id })
  story.planVersion(17, 1, 'Het eerste plan, na twee gesprekken thuis.')
  story.saysToPlan(16, 1, anouk, 'yes')
  story.saysToPlan(16, 1, joost, 'yes')
  story.planInForce(16, 1)
  story.evaluation(6, {
    helped: 'Eerst laten zien, dan doen. Anouk neuriet, ook in het ziekenhuis mag dat nu bij het meten.', next: 'De nachten komen erbij: wie slaapt wanneer. Daarvoor een regel langs de ouders.', nextStep: 'adjust',
    forParents: 'Het neuriën helpt Sem overal. Nu zoeken wij met jullie naar betere nachten.',
    goals: [
      { name: 'comfort', value: 0, words: 'Twee keer gezien: binnen tien minuten rustig bij Anouk, één keer bij Joost.', forParents: 'Sem wordt vaak binnen tien minuten rustig, bij jullie allebei.' },
      { name: 'rest', value: -1, words: 'Eén middag in vier weken. Twee keer kwam er een afspraak tussen.', forParents: 'Er was één vrije middag met Tijn. Dat is nog te weinig.' },
      { name: 'mentalising', value: 0, words: 'Anouk zegt hardop wat zij denkt dat Sem bedoelt, en wacht dan op hem.', forParents: 'Jullie zien elke dag een moment waarop Sem iets duidelijk maakt.' },
    ],
  })
  story.line(3, 'nights', { route: 'parents', text: 'Twee vaste nachten per week slaapt één ouder door; oma Riet heeft de babyfoon op zaterdag.', forParents: 'Twee nachten per week slaapt één van jullie door. Op zaterdag luistert oma Riet.', carriedBy: femke.id })
  story.planVersion(2, 2, 'De nachten zijn erbij gekomen.')
  story.saysToPlan(1, 2, joost, 'yes')
  story.action(20, 'Voorstel maken met zo min mogelijk reisdagen', hanne.id, days.coming(1, 5))
  story.action(20, 'Vragen of meten op schoot kan bij de EEG', ties.id, days.coming(2, 2))
  story.namedAction(20, 'nights', 'Met oma Riet bespreken of zaterdagnacht kan', femke.id, days.ago(9))
  story.moveAction(femke, 12, 'nights', days.ago(5), 'Oma Riet was een week weg.')
  story.action(16, 'Een dag kiezen om met Tijn weg te gaan', anouk, days.coming(1, 3))

  story.meeting(62, 'autumn', {
    purpose: 'Wat heeft Sem nodig op de groep, en wat hebben zijn ouders nodig?', must: [hanne.id, lotte.id, anouk, joost], may: [karim.id, femke.id],
    time: { date: days.workingDayAgo(50), from: '16:30', to: '17:30', place: 'De Wilgenboom' },
  })
  story.points(60, 'autumn', { text: 'Hoe gaat het op de Bijengroep?', subject: child, category: 'plan' }, { text: 'Wat vraagt de week van dit gezin?', subject: surroundings, category: 'social' })
  story.parentsPoint(anouk, 55, 'autumn', 'Kan iemand uitleggen hoe hij slaapt op de groep?')
  story.held(50, 'autumn', {
    present: [hanne.id, lotte.id, femke.id, anouk],
    minutes: [
      { point: anouk, by: lotte, notes: 'Lotte vertelt hoe het gaat: gordijn half dicht, een hand op zijn buik, en wachten. Anouk herkent dat van thuis.', decision: 'Thuis en op de groep hetzelfde liedje bij het slapengaan.' },
      { point: 0, by: lotte, notes: 'Sem schrikt van handen bij zijn hoofd. Eerst laten zien helpt.', decision: 'Iedereen laat eerst zien wat komt.' },
      { point: 1, by: hanne, notes: 'Veel losse afspraken. Anouk wil een middag met Tijn.', decision: 'Eén persoon plant de afspraken, en zo veel mogelijk samen.' },
    ],
    actions: [
      { point: anouk, text: 'Het liedje van de groep opnemen voor thuis', owner: lotte, dueOn: days.ago(44), doneAgo: 45 },
      { point: 1, text: 'Bellen over wat er is besproken', owner: hanne, dueOn: days.ago(48), doneAgo: 48 },
    ],
    report: {
      discussed: 'Sem lacht vaker op de groep, en u ziet dat thuis ook. Wij spraken over slapen, over schrikken en over uw volle week.',
      agreed: 'Lotte neemt het liedje op, dan klinkt het thuis en op de groep hetzelfde. Iedereen laat Sem eerst zien wat komt. Hanne zet uw afspraken zo veel mogelijk bij elkaar.',
      next: 'Over drie maanden praten wij verder. Is het eerder te veel? Dan belt u Hanne.',
    },
  })
  story.inCase(acting(hanne), story.moment(48, '12:00'), { type: 'InformParent', meetingId: own('meeting autumn'), parent: joost, told: true, words: 'Aan de telefoon, in zijn pauze.' })
  story.meeting(14, 'coming', {
    purpose: 'Hoe gaat het met Sem en met de rust thuis, en wat spreken wij af?', must: [hanne.id, lotte.id, anouk, joost], may: [ruud.id, karim.id, eva.id, femke.id],
    time: { date: days.coming(4, 2), from: '20:15', to: '21:00', place: 'via beeld, als de kinderen slapen' },
  })
  story.points(13, 'coming', { text: 'Een vrije middag met Tijn: wat maakt dat het nog niet lukt?', subject: surroundings, category: 'plan', source: { kind: 'goal', id: own('rest') } })
  story.parentsPoint(anouk, 9, 'coming', 'Minder losse afspraken. Ik wil een middag met Tijn, zonder haast.')
  story.parentsPoint(joost, 8, 'coming', 'Ik slaap slecht, bang dat ik een alarm mis. Hoe doen anderen dat?', true)
  story.meetingInput(lotte, 6, 'coming', child, 'development', 'Sem klapt mee met het liedje. Dat laat ik graag even zien.')

  const allWeek = [1, 2, 3, 4, 5, 6, 7] as const
  const workdays = [1, 2, 3, 4, 5] as const
  const centreDays = [1, 2, 4] as const
  const block = (name: string, rest: Without<RhythmBlock, 'id'>) => ({ ...rest, id: own(`block ${name}`) }) as RhythmBlock
  const evening = block('evening rest', { kind: 'preferredRest', label: 'Vrijdag samen op de bank', weekdays: [5], from: '20:00', to: '21:00' })
  story.rhythm(25, child, sem, [
    block('nap', { kind: 'nap', label: 'Middagslaap', weekdays: allWeek, from: '12:30', to: '14:00' }),
    block('centre', { kind: 'dayCentre', label: 'De Wilgenboom', weekdays: centreDays, from: '09:00', to: '15:00', place: wilgenboom.location.id, transport: { by: anouk, dropOff: { from: '08:50', to: '09:00' }, pickUp: { from: '15:00', to: '15:10' } } }),
    block('bed sem', { kind: 'bedtime', label: 'Sem naar bed', weekdays: allWeek, from: '18:30', to: '19:15' }),
  ], members)
  story.rhythm(25, brother, tijn, [
    block('school', { kind: 'school', label: 'School van Tijn', weekdays: workdays, from: '08:30', to: '14:15', runs: [{ from: '08:10', to: '08:35', by: joost }, { from: '14:05', to: '14:30', by: anouk }] }),
    block('bed tijn', { kind: 'bedtime', label: 'Tijn naar bed', weekdays: allWeek, from: '19:30', to: '20:00' }),
  ], members)
  story.rhythm(25, mother, anouk, [
    block('wednesday', { kind: 'siblingTime', label: 'Middag met Tijn', weekdays: [3], from: '12:00', to: '17:00' }),
    block('monday rest', { kind: 'preferredRest', label: 'Rust voor Anouk', weekdays: [1], from: '09:30', to: '12:00' }),
    evening,
  ], members)
  story.rhythm(25, father, joost, [
    block('work', { kind: 'work', label: 'Werk van Joost', weekdays: [1, 3, 4, 5], from: '13:00', to: '19:00' }),
    evening,
  ], members)
  story.limits(25, usualCaps, false)
  story.seekHelp(3, 'other parents', child, { kind: 'otherParents', why: 'Andere ouders die weten hoe het is om lang in het ziekenhuis te zijn. Alleen als u daar zin in heeft.', area: 'Druivendal', ageMonths: 14, proposes: [services.parentsEvening, services.hospitalParents] })

  const soon = days.coming(1, 1), later = days.coming(3, 5)
  const withMother = [[sem, anouk]], withBoth = [[sem, anouk, joost]], bothParents = [[anouk, joost]]
  const place = (organisation: DemoOrganisation) => ({ kind: 'onsite', place: organisation.location.id } as const)
  const window = { from: soon, deadline: later, preferred: soon }
  story.need(karim, 12, 'physio', child, members, { ...window, label: 'Fysiotherapie met Sem', purpose: 'Karim oefent met Sem op de mat en laat zien wat thuis kan.', bring: 'een dekentje', minutes: 45, urgency: 2, modalities: [place(wilgenboom)], attendance: withMother, staffing: [[karim.id]], category: 'development' })
  story.need(eva, 12, 'paediatrician', child, members, { ...window, label: 'Kinderarts', purpose: 'Eva kijkt hoe het gaat met de medicijnen.', bring: 'het boekje met de aanvallen', minutes: 30, urgency: 3, modalities: [place(ziekenhuis)], attendance: withMother, staffing: [[eva.id]], category: 'medical' })
  story.need(ties, 11, 'neurologist', child, members, { ...window, label: 'Kinderneuroloog', purpose: 'Ties bespreekt met u beiden de uitslag.', minutes: 30, urgency: 3, modalities: [place(ziekenhuis)], attendance: withBoth, staffing: [[ties.id]], category: 'medical' })
  story.need(femke, 10, 'talk', surroundings, members, { ...window, label: 'Gesprek met Femke', purpose: 'Hoe ziet de week eruit, en wat kan lichter?', minutes: 45, urgency: 2, modalities: [place(brug), { kind: 'digital' }], attendance: bothParents, staffing: [[femke.id]], category: 'social' })
  story.need(nadia, 10, 'therapy', mother, members, { ...window, label: 'Uw eigen gesprek', purpose: 'Tijd voor uzelf, met Nadia.', minutes: 45, urgency: 2, modalities: [place(linde), { kind: 'digital' }], attendance: [[anouk]], staffing: [[nadia.id]], category: 'mentalHealth' })
  story.need(bram, 9, 'dietician', child, members, { ...window, label: 'Diëtist', purpose: 'Bram kijkt mee naar het eten.', minutes: 30, urgency: 1, modalities: [place(ziekenhuis)], attendance: withMother, staffing: [[bram.id]], category: 'medical' })

  const past = { members, adults: parents, category: 'development' } as const
  story.pastAppointment(hanne, 20, '13:30', '14:30', { ...past, label: 'Huisbezoek van Hanne', purpose: 'Samen kijken hoe het gaat.', subject: motherAndChild, category: 'relationship', attendees: [sem, anouk], modality: 'home', homeMinutes: 0, ended: { kind: 'tookPlace' } })
  story.pastAppointment(karim, 24, '10:15', '11:00', { ...past, label: 'Fysiotherapie met Sem', purpose: 'Oefenen op de mat.', subject: child, attendees: [sem, anouk], modality: 'onsite', homeMinutes: 15, ended: { kind: 'cancelledTheEveningBefore', by: anouk } })
  story.pastAppointment(eva, 10, '09:00', '09:30', { ...past, label: 'Kinderarts', purpose: 'Hoe gaat het met de medicijnen?', subject: child, category: 'medical', attendees: [sem, anouk], modality: 'onsite', homeMinutes: 20, ended: { kind: 'cancelledTheEveningBefore', by: joost } })

  return { ...story, people: { sem, tijn, anouk, joost } satisfies Readonly<Record<string, PersonId>>, acting: acting(hanne) }
}

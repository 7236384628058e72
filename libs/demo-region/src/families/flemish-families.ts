import type { Subject } from '@samenspel/kernel'
import { addDays, relation } from '@samenspel/kernel'
import { acting, practitioners } from '../region/practitioners.ts'
import { services } from '../region/services.ts'
import { organisations } from '../region/organisations.ts'
import type { Days } from '../days.ts'
import { everydayCategories, familyScript, fiveLevels, usualCaps } from './family-script.ts'
import { jorensPlan } from './jorens-plan.ts'
import { lucasPlan } from './lucas-plan.ts'
import { sofiasPlan } from './sofias-plan.ts'
import { theresasPlan } from './theresas-plan.ts'

const { rank, beuk, wieg, anker } = organisations
const { lien, wout, griet, saskia, jan } = practitioners

const mentalising = (name: string) => ({
  title: `Ons verplaatsen in ${name}`, route: 'bond', scale: 'five', start: -1, isParentsOwn: false, forParents: `Samen ontdekken wat ${name} ons vertelt.`,
  levels: fiveLevels('Dat lukt nu niet.', 'Soms lukt het, achteraf.', 'Het lukt elke dag een keer.', 'Het lukt ook als het druk is.', 'Het gaat vanzelf.'),
} as const)

/** Joren, two years old: tantrums, startles at touch, grows calm outdoors. Not in childcare. */
export const claessens = (days: Days) => {
  const story = familyScript('claessens', 'BE', lien, days)
  const { own } = story
  const joren = own('joren'), els = own('els'), tom = own('tom')
  const parents = [els, tom]
  const child: Subject = { kind: 'child', person: joren }
  const motherAndChild = relation(els, joren)
  story.open(50, 'Gezin Claessens', 'DZ-1108', [
    { memberId: joren, role: 'child', firstName: 'Joren', name: 'Joren Claessens', birthDate: days.monthsAgo(26, 18), isIndexChild: true, inHousehold: true, drawnAs: 'male' },
    { memberId: els, role: 'mother', firstName: 'Els', name: 'Els Claessens', isIndexChild: false, inHousehold: true, phone: '0800 555 0331', language: 'nl' },
    { memberId: tom, role: 'father', firstName: 'Tom', name: 'Tom Claessens', isIndexChild: false, inHousehold: true, phone: '0800 555 0332', language: 'nl' },
  ], mentalising('Joren'))
  for (const parent of parents) {
    story.dyad(50, 'parentAndChild', parent, joren)
    story.authority(50, joren, parent, days.monthsAgo(26, 18))
  }
  story.home(50, 'Bosrand 9, Druivendal-Zuid', 8, -6)
  story.helpLine(50, 'ownGp', 'Huisartsen Kouter', '0800 555 0411')
  story.helpLine(50, 'outOfHoursGp', 'Wachtpost Druivendal-Zuid', '0800 555 0412')
  story.team(49, jan, child, 'social')
  story.substitute(49, wout, child)
  for (const subject of [child, motherAndChild]) {
    story.consent(49, subject, everydayCategories, rank, parents)
    story.consent(49, subject, everydayCategories, anker, parents)
  }
  story.lifeEvent(lien, 45, child, { category: 'development', occurredOn: days.monthsAgo(8), precision: 'month', title: 'Driftbuien nemen toe', text: 'Vooral bij aankleden en aan tafel.', weight: 'strain', setting: 'home' })
  story.lifeEvent(lien, 45, child, { category: 'development', occurredOn: days.monthsAgo(3), precision: 'month', title: 'Elke dag samen naar buiten', text: 'Buiten wordt Joren rustig.', weight: 'strength', setting: 'outdoors' })
  story.contribution(jan, 18, '14:30', child, { kind: 'fourPart', category: 'development', setting: 'outdoors', window: 'within', situation: 'In het bos sleepte Joren een tak en keek hij om of mama volgde.', parentsTold: 'Binnen duwt hij ons weg, buiten zoekt hij ons op.', whatWeDo: 'Moeilijke momenten buiten beginnen: schoenen aan op de drempel.', possibleMeaning: 'Onverwachte aanraking is te veel. Buiten bepaalt hij zelf de afstand.', childsVoice: 'Kijk, ik ben sterk. Kom je mee?', forParents: 'Buiten zocht Joren u telkens even op.' })
  story.question(40, 'Hoe kan Joren dichtbij zijn op een manier die voor hem goed voelt?')
  story.limits(15, usualCaps, false)
  jorensPlan(story, days, { joren, els, tom })
  return { ...story, people: { joren, els, tom } }
}

/** Sofia, some weeks old: an anxious mother, two little brothers, no family in the country. */
export const moreau = (days: Days) => {
  const story = familyScript('moreau', 'BE', wout, days)
  const { own } = story
  const sofia = own('sofia'), ana = own('ana'), luis = own('luis'), mateo = own('mateo'), leo = own('leo')
  const parents = [ana, luis]
  const child: Subject = { kind: 'child', person: sofia }
  const mother: Subject = { kind: 'adult', person: ana }
  const surroundings: Subject = { kind: 'surroundings', person: sofia }
  story.open(24, 'Gezin Moreau', 'DZ-1121', [
    { memberId: sofia, role: 'child', firstName: 'Sofia', name: 'Sofia Moreau', birthDate: days.ago(45), isIndexChild: true, inHousehold: true, drawnAs: 'female' },
    { memberId: mateo, role: 'sibling', firstName: 'Mateo', birthDate: days.monthsAgo(62, 8), isIndexChild: false, inHousehold: true, drawnAs: 'male' },
    { memberId: leo, role: 'sibling', firstName: 'Leo', birthDate: days.monthsAgo(40, 26), isIndexChild: false, inHousehold: true, drawnAs: 'male' },
    { memberId: ana, role: 'mother', firstName: 'Ana', name: 'Ana Moreau', isIndexChild: false, inHousehold: true, phone: '0800 555 0341', language: 'nl' },
    { memberId: luis, role: 'father', firstName: 'Luis', name: 'Luis Moreau', isIndexChild: false, inHousehold: true, phone: '0800 555 0342', language: 'nl' },
  ], mentalising('Sofia'))
  for (const parent of parents) {
    for (const one of [sofia, mateo, leo]) story.dyad(24, 'parentAndChild', parent, one)
    story.authority(24, sofia, parent, days.ago(45))
  }
  story.home(24, 'Marktplein 6, Druivendal-Zuid', 5, -7)
  story.helpLine(24, 'ownGp', 'Huisartsen Kouter', '0800 555 0411')
  story.helpLine(24, 'outOfHoursGp', 'Wachtpost Druivendal-Zuid', '0800 555 0412')
  story.team(23, saskia, child, 'social')
  story.team(23, jan, child, 'social')
  story.substitute(23, lien, child)
  for (const subject of [child, relation(ana, sofia), surroundings]) {
    story.consent(23, subject, everydayCategories, rank, parents)
    story.consent(23, subject, ['development', 'social', 'planning', 'plan', 'contact'], wieg, parents)
    story.consent(23, subject, everydayCategories, anker, parents)
  }
  story.consent(23, mother, ['planning', 'social', 'contact'], rank, [ana])
  story.lifeEvent(wout, 22, surroundings, { category: 'social', occurredOn: days.monthsAgo(30), precision: 'year', title: 'Verhuizing naar België', text: 'Geen familie in de buurt. Videobellen met oma elke zondag.', weight: 'strain' })
  story.contribution(saskia, 12, '10:30', child, { kind: 'note', category: 'development', setting: 'home', window: 'within', situation: 'Sofia drinkt goed en kijkt lang naar het gezicht van haar moeder.', forParents: 'Sofia drinkt goed en kijkt graag naar u.' })
  story.contribution(jan, 6, '14:15', surroundings, { kind: 'note', category: 'social', setting: 'home', situation: 'De buurvrouw wil de jongens op woensdag meenemen naar het plein.' })
  story.question(15, 'Wie kan er naast Ana staan, zodat zij er voor Sofia kan zijn?')
  story.goal(15, 'network', surroundings, {
    title: 'Twee mensen die langskomen', route: 'surroundings', scale: 'five', start: -2, isParentsOwn: true,
    levels: fiveLevels('Er komt niemand.', 'Er is contact op straat.', 'Twee mensen komen elke week langs.', 'Zij nemen de jongens een middag mee.', 'Wij hebben weer een eigen kring.'),
  })
  sofiasPlan(story, days, { sofia, ana, luis, mateo, leo })
  // Ana's mother has come over: the days are the family's own, and Wout asks later how it is.
  story.inAgenda({ ...acting(wout), onBehalfOf: ana }, story.moment(3, '11:00'), {
    type: 'PausePlanning', subject: child, pauseId: own('pause'), from: days.ago(3), reason: 'timeTogether', words: 'Oma is drie weken over. Ana vraagt of het dan even stil mag zijn.', reviewOn: addDays(days.today, 4), today: days.ago(3),
  })
  return { ...story, people: { sofia, ana, luis } }
}

/** Theresa, twenty-nine and unexpectedly pregnant: a case before birth, under her own consent alone. */
export const claes = (days: Days) => {
  const story = familyScript('claes', 'BE', lien, days)
  const { own } = story
  const theresa = own('theresa'), unborn = own('unborn')
  const pregnancy: Subject = { kind: 'unborn', person: theresa }
  const mother: Subject = { kind: 'adult', person: theresa }
  story.open(30, 'Theresa Claes', 'DZ-1117', [
    { memberId: theresa, role: 'mother', firstName: 'Theresa', name: 'Theresa Claes', birthDate: days.monthsAgo(352, 11), isIndexChild: false, inHousehold: true, phone: '0800 555 0351', language: 'nl' },
    { memberId: unborn, role: 'unbornChild', firstName: 'Baby', dueDate: days.coming(16, 3), carriedBy: theresa, isIndexChild: true, inHousehold: true },
  ], mentalising('de baby'))
  story.home(30, 'Stationsstraat 31, Druivendal-Zuid', 4, -8)
  story.helpLine(30, 'ownGp', 'Huisartsen Kouter', '0800 555 0411')
  story.helpLine(30, 'outOfHoursGp', 'Wachtpost Druivendal-Zuid', '0800 555 0412')
  story.team(29, saskia, pregnancy, 'social')
  story.team(29, griet, mother, 'mentalHealth')
  story.substitute(29, wout, pregnancy)
  story.consent(29, pregnancy, everydayCategories, rank, [theresa])
  story.consent(29, pregnancy, ['development', 'medical', 'planning', 'plan', 'social', 'contact'], wieg, [theresa])
  story.consent(29, mother, ['mentalHealth', 'planning', 'social', 'contact', 'plan'], rank, [theresa])
  story.consent(29, mother, ['planning', 'contact'], wieg, [theresa])
  story.lifeEvent(lien, 28, mother, { category: 'social', occurredOn: days.monthsAgo(4), precision: 'month', title: 'Onverwacht zwanger', text: 'Twijfel en schrik, en toch ook nieuwsgierig.', weight: 'neutral' })
  story.contribution(saskia, 14, '10:40', pregnancy, { kind: 'note', category: 'development', setting: 'home', situation: 'Theresa voelde de baby bewegen en lachte. Zij wil weten of rust op het werk mag.', forParents: 'U voelde de baby bewegen. Rust nemen op het werk mag.' })
  story.contribution(griet, 10, '11:00', mother, { kind: 'note', category: 'mentalHealth', setting: 'practice', situation: 'Sombere dagen wisselen af met plannen maken. Werk is een deel van wie zij is.' })
  story.question(20, 'Wat heeft Theresa nu nodig om ruimte te maken voor deze baby, op haar eigen manier?')
  story.seekHelp(9, 'before birth', pregnancy, { kind: 'aroundBirth', why: 'Iemand die voor de geboorte met u praat, of vaker bij u thuis komt.', area: 'Druivendal-Zuid', ageMonths: -4, proposes: [services.aroundBirthTeam, services.midwives] })
  story.choosesHelp(8, 'before birth', theresa, services.midwives, 'Saskia komt al. Dan zit ik niet weer in een wachtkamer.')
  story.limits(10, { ...usualCaps, tripsPerWeek: 2 }, false)
  story.rhythm(10, mother, theresa, [{ id: own('block work'), kind: 'work', label: 'Werk', weekdays: [1, 2, 4], from: '09:00', to: '16:30' }], [theresa, unborn])
  story.need(saskia, 8, 'check', pregnancy, [theresa, unborn], {
    from: days.coming(1, 1), deadline: days.coming(3, 5), preferred: days.coming(1, 3), label: 'Controle bij de vroedvrouw', purpose: 'Saskia luistert naar het hartje.', minutes: 30, urgency: 3,
    modalities: [{ kind: 'onsite', place: wieg.location.id }, { kind: 'home' }], attendance: [[theresa]], staffing: [[saskia.id]], category: 'medical',
  })
  story.need(griet, 8, 'talk', mother, [theresa, unborn], {
    from: days.coming(1, 1), deadline: days.coming(3, 5), preferred: days.coming(1, 4), label: 'Uw eigen gesprek', purpose: 'Tijd voor uzelf, met Griet.', minutes: 45, urgency: 2,
    modalities: [{ kind: 'onsite', place: beuk.location.id }, { kind: 'digital' }], attendance: [[theresa]], staffing: [[griet.id]], category: 'mentalHealth',
  })
  story.order(7, own('check'), own('talk'), 1)
  story.comingAppointment(griet, days.coming(1, 5), '10:00', '10:45', {
    label: 'Gesprek met Griet', purpose: 'U praat verder over uw werk en over de baby.', subject: mother, category: 'mentalHealth', attendees: [theresa], adults: [theresa], members: [theresa, unborn],
    modality: 'onsite', homeMinutes: 15,
  })
  theresasPlan(story, days, { theresa, unborn })
  return { ...story, people: { theresa } }
}

/** Maya and her three children; Luca, half a year, cries much and is often ill after a hard birth. */
export const janssens = (days: Days) => {
  const story = familyScript('janssens', 'BE', lien, days)
  const { own } = story
  const luca = own('luca'), maya = own('maya'), pieter = own('pieter'), nina = own('nina'), seppe = own('seppe')
  const parents = [maya, pieter]
  const child: Subject = { kind: 'child', person: luca }
  const motherAndChild = relation(maya, luca)
  const mother: Subject = { kind: 'adult', person: maya }
  story.open(60, 'Gezin Janssens', 'DZ-1102', [
    { memberId: luca, role: 'child', firstName: 'Luca', name: 'Luca Janssens', birthDate: days.monthsAgo(6, 14), isIndexChild: true, inHousehold: true, drawnAs: 'male' },
    { memberId: nina, role: 'sibling', firstName: 'Nina', birthDate: days.monthsAgo(88, 2), isIndexChild: false, inHousehold: true, drawnAs: 'female' },
    { memberId: seppe, role: 'sibling', firstName: 'Seppe', birthDate: days.monthsAgo(54, 23), isIndexChild: false, inHousehold: true, drawnAs: 'male' },
    { memberId: maya, role: 'mother', firstName: 'Maya', name: 'Maya Janssens', isIndexChild: false, inHousehold: true, phone: '0800 555 0361', language: 'nl' },
    { memberId: pieter, role: 'father', firstName: 'Pieter', name: 'Pieter Janssens', isIndexChild: false, inHousehold: true, phone: '0800 555 0362', language: 'nl' },
  ], mentalising('Luca'))
  for (const parent of parents) {
    for (const one of [luca, nina, seppe]) story.dyad(60, 'parentAndChild', parent, one)
    story.authority(60, luca, parent, days.monthsAgo(6, 14))
  }
  story.home(60, 'Molenweg 2, Druivendal-Zuid', 9, -8)
  story.helpLine(60, 'ownGp', 'Huisartsen Kouter', '0800 555 0411')
  story.helpLine(60, 'outOfHoursGp', 'Wachtpost Druivendal-Zuid', '0800 555 0412')
  story.team(59, jan, child, 'social')
  story.team(59, griet, mother, 'mentalHealth')
  story.substitute(59, wout, child)
  for (const subject of [child, motherAndChild, relation(pieter, luca)]) {
    story.consent(59, subject, [...everydayCategories, 'medical'], rank, parents)
    story.consent(59, subject, everydayCategories, anker, parents)
  }
  story.consent(59, mother, ['planning', 'social', 'contact'], rank, [maya])
  story.lifeEvent(lien, 55, child, { category: 'medical', occurredOn: days.monthsAgo(6, 14), precision: 'day', title: 'Een zware geboorte', text: 'Voor beide ouders was het schrikken. Luca lag drie dagen apart.', weight: 'strain', setting: 'ward' })
  story.lifeEvent(lien, 55, child, { category: 'medical', occurredOn: days.monthsAgo(3), precision: 'month', title: 'Vaak verkouden en koorts', weight: 'strain' })
  story.lifeEvent(jan, 40, child, { category: 'development', occurredOn: days.monthsAgo(2), precision: 'month', title: 'Luca lacht naar zijn zus', weight: 'strength', setting: 'home' })
  story.contribution(jan, 16, '10:10', motherAndChild, { kind: 'fourPart', category: 'relationship', setting: 'home', window: 'above', situation: 'Luca huilde lang. Maya liep met hem heen en weer, haar schouders hoog.', parentsTold: 'Als hij huilt, hoor ik de verloskamer weer.', whatWeDo: 'Samen ademen, zittend, met een hand op zijn rug. Pieter neemt over na tien minuten.', possibleMeaning: 'Zijn huilen roept haar schrik op, haar schrik de zijne. Rust begint bij wie draagt.', childsVoice: 'Word jij rustig, dan word ik het ook.', forParents: 'Zitten, ademen en een hand op zijn rug hielpen Luca.' })
  story.question(45, 'Hoe worden Luca en zijn ouders samen weer rustig?')
  story.goal(45, 'crying', child, {
    title: 'Luca vindt troost', route: 'child', scale: 'five', start: -2, isParentsOwn: true,
    levels: fiveLevels('Hij huilt meer dan drie uur op een dag.', 'Ongeveer twee uur.', 'Ongeveer een uur, en troost helpt.', 'Troost helpt binnen tien minuten.', 'Hij vindt zijn duim en ons gezicht.'),
  })
  story.score(lien, 10, 'crying', -1)
  lucasPlan(story, days, { luca, maya, pieter })
  return { ...story, people: { luca, maya, pieter } }
}

/** Sara, who came into the case in her pregnancy, and now has twins of some weeks. */
export const peeters = (days: Days) => {
  const story = familyScript('peeters', 'BE', lien, days)
  const { own } = story
  const sara = own('sara'), liv = own('liv'), bo = own('bo'), grandmother = own('grandmother')
  const pregnancy: Subject = { kind: 'unborn', person: sara }
  story.open(110, 'Sara Peeters', 'DZ-1098', [
    { memberId: sara, role: 'mother', firstName: 'Sara', name: 'Sara Peeters', isIndexChild: false, inHousehold: true, phone: '0800 555 0371', language: 'nl' },
    { memberId: liv, role: 'unbornChild', firstName: 'Baby', dueDate: days.ago(12), carriedBy: sara, isIndexChild: true, inHousehold: true },
    { memberId: grandmother, role: 'grandparent', firstName: 'Mia', isIndexChild: false, inHousehold: false, drawnAs: 'female' },
  ], mentalising('de baby'))
  story.dyad(110, 'parentAndChild', grandmother, sara, { form: 'birth', tie: 'strong' })
  story.team(109, saskia, pregnancy, 'social')
  story.substitute(109, wout, pregnancy)
  story.consent(109, pregnancy, everydayCategories, wieg, [sara])
  story.contribution(saskia, 60, '10:20', pregnancy, { kind: 'note', category: 'development', setting: 'home', situation: 'Sara hoorde twee hartjes. Zij lachte en huilde tegelijk.', forParents: 'U hoorde vandaag twee hartjes.' })
  story.twins(24, liv, 'Liv', { memberId: bo, firstName: 'Bo' })
  for (const child of [liv, bo]) story.authority(20, child, sara, days.ago(24))
  return { ...story, people: { sara, liv, bo } }
}

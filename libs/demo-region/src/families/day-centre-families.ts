import type { Subject } from '@samenspel/kernel'
import { relation } from '@samenspel/kernel'
import { acting, practitioners } from '../region/practitioners.ts'
import { services } from '../region/services.ts'
import { organisations } from '../region/organisations.ts'
import type { Days } from '../days.ts'
import { butterflies } from '../region/groups.ts'
import { sleepingRhyme, twoSpoons } from '../drawn.ts'
import { referrers } from './front-door.ts'
import { everydayCategories, familyScript, fiveLevels, usualCaps } from './family-script.ts'

const { schakel, wilgenboom, ziekenhuis } = organisations
const { hanne, mirjam, lotte, ruud, eva, bram, femke } = practitioners

/** The girl of two and a half who refuses food at the day centre, after medical procedures around eating. */
export const bosman = (days: Days) => {
  const story = familyScript('bosman', 'NL', hanne, days)
  const { own } = story
  const noor = own('noor'), ilse = own('ilse'), mark = own('mark')
  const parents = [ilse, mark]
  const child: Subject = { kind: 'child', person: noor }
  const motherAndChild = relation(ilse, noor)

  story.open(95, 'Gezin Bosman', 'DD-2057', [
    { memberId: noor, role: 'child', firstName: 'Noor', name: 'Noor Bosman', birthDate: days.monthsAgo(30, 12), isIndexChild: true, inHousehold: true, drawnAs: 'female' },
    { memberId: ilse, role: 'mother', firstName: 'Ilse', name: 'Ilse Bosman', isIndexChild: false, inHousehold: true, phone: '0800 555 0311', language: 'nl' },
    { memberId: mark, role: 'father', firstName: 'Mark', name: 'Mark Bosman', isIndexChild: false, inHousehold: true, phone: '0800 555 0312', language: 'nl' },
  ], {
    title: 'Begrijpen wat Noor met “nee” zegt', route: 'bond', scale: 'five', start: -1, isParentsOwn: false, forParents: 'Samen zien wat Noor bedoelt als zij nee zegt.',
    levels: fiveLevels('“Nee” wordt strijd.', 'Wij raden vaak mis.', 'Wij zien meestal wat haar “nee” betekent.', 'Wij zien het, ook aan tafel.', 'Noor laat zelf zien wat zij wil.'),
  })
  for (const parent of parents) {
    story.dyad(95, 'parentAndChild', parent, noor)
    story.authority(95, noor, parent, days.monthsAgo(30, 12))
  }
  story.dyad(95, 'partners', ilse, mark, { form: 'together', since: days.monthsAgo(60) })
  story.home(95, 'Kersentuin 3, Druivendal', 7, 5)
  story.helpLine(95, 'ownGp', 'Huisartsen Rankstraat', '0800 555 0401')
  story.helpLine(95, 'outOfHoursGp', 'Huisartsenpost Druivendal', '0800 555 0402')
  for (const practitioner of [lotte, eva, bram]) story.team(94, practitioner, child, 'social')
  story.team(94, ruud, child, 'social', true)
  story.substitute(94, mirjam, child)
  for (const subject of [child, motherAndChild]) {
    story.consent(94, subject, [...everydayCategories, 'medical'], schakel, parents)
    story.consent(94, subject, everydayCategories, wilgenboom, parents)
  }
  story.consent(94, child, ['medical'], wilgenboom, parents)
  for (const parent of parents) story.consent(94, { kind: 'adult', person: parent }, ['plan', 'social'], schakel, [parent])
  story.consent(94, child, ['medical', 'development', 'planning', 'plan', 'social', 'contact'], ziekenhuis, parents)

  story.referredBy(95, referrers.doris, days.ago(110), child, 'Noor kreeg een half jaar voeding door een slangetje. Zij groeit weer. Op het dagcentrum weigert zij elke hap.', 'Thuis eet zij soms, op de groep niets. Wat doen wij anders?')
  story.lifeEvent(eva, 90, child, { category: 'medical', occurredOn: days.monthsAgo(28), precision: 'month', until: days.monthsAgo(22), title: 'Sondevoeding', text: 'Zes maanden voeding door een slangetje. Het plaatsen deed pijn.', weight: 'strain', setting: 'ward' })
  story.lifeEvent(hanne, 90, child, { category: 'development', occurredOn: days.monthsAgo(20), precision: 'month', title: 'Thuis eet Noor uit haar eigen bakje', weight: 'strength', setting: 'home' })
  story.lifeEvent(lotte, 89, child, { category: 'development', occurredOn: days.monthsAgo(5), precision: 'month', title: 'Op de groep weigert Noor elke hap', text: 'Sinds zij hier komt. Aan tafel spant zij zich, nog voor het eten er is.', weight: 'strain', setting: 'group' })
  story.inGroup(lotte, 89, noor, butterflies.id)
  story.contribution(lotte, 40, '12:40', child, { kind: 'fourPart', category: 'development', setting: 'group', window: 'above', situation: 'Aan tafel draaide Noor haar hoofd weg en duwde de lepel van zich af.', parentsTold: 'Thuis wil zij zelf de lepel kiezen.', whatWeDo: 'Twee lepels op tafel leggen en wachten. Niemand houdt haar hoofd vast.', possibleMeaning: 'Een volwassene met een lepel kan voelen als de slang van toen. Zelf kiezen geeft haar de baas over haar mond.', childsVoice: 'Ik doe het zelf.', forParents: 'Noor koos vandaag zelf de gele lepel.' })
  story.contribution(lotte, 9, '12:30', child, { kind: 'note', category: 'development', setting: 'group', window: 'within', situation: 'Noor koos de gele lepel en at drie hapjes vla. Daarna was het genoeg en dat was goed.', forParents: 'Drie hapjes vla, met de gele lepel die zij zelf koos.' })
  story.told(eva, 88, days.monthsAgo(28), child, { kind: 'procedure', category: 'medical', setting: 'ward', window: 'above', situation: 'De slang is in een half jaar elf keer opnieuw geplaatst. Noor draaide haar hoofd weg zodra iemand bij haar mond kwam.', procedure: { name: 'Neussonde geplaatst', whatHelped: 'Op schoot bij haar moeder. Zelf het doekje vasthouden, en vooraf vertellen wat er komt.', until: days.monthsAgo(22) }, childsVoice: 'Mijn mond is van mij.', forParents: 'Noor was rustiger als zij zelf het doekje vasthield.' })
  story.told(hanne, 60, days.ago(61), child, { kind: 'screening', category: 'development', setting: 'home', situation: 'Noor laat goed merken wat zij wil. Eten en rustig worden kosten haar meer moeite dan de meeste kinderen van haar leeftijd.', screening: { instrument: 'ASQ:SE', version: 'Nederlandse versie voor 30 maanden', ageMonths: 28, informant: 'parent', score: '62', norm: 'tot 57 is gewoon op deze leeftijd' }, forParents: 'U kent Noor goed. Eten en rustig worden zijn nu nog lastig voor haar.' })
  story.question(80, 'Wat heeft Noor nodig om weer met plezier te eten, en wie houdt de lepel vast?')
  story.goal(80, 'eating', child, {
    title: 'Noor eet mee op de groep', route: 'child', scale: 'five', start: -2, isParentsOwn: true, forParents: 'Noor eet op de groep, net als thuis.',
    levels: fiveLevels('Noor eet niets op de groep.', 'Zij raakt het eten aan.', 'Zij eet een paar hapjes zelf.', 'Zij eet een half bakje.', 'Zij eet mee zoals thuis.'),
  })
  story.score(lotte, 9, 'eating', 0)
  story.invite(2, femke, child, 'Kunt u meedenken over een peuter die bijna niets eet, en over ouders die moe zijn van de strijd aan tafel? Het gaat om drie gesprekken thuis.')
  story.asksForAnother(3, ilse, bram, 'Bram is aardig. Ik wil graag iemand die ook bij ons thuis aan tafel komt.')
  story.factor(eva, 60, 'tube', child, { category: 'medical', origin: 'child', domain: 'childCharacteristics', layer: 'chrono', direction: 'risk', title: 'Zes maanden voeding door een slangetje', evidence: 'Het plaatsen deed pijn, en het gebeurde vaak.', heardFrom: [ilse, mark], setting: 'ward' })
  story.factor(lotte, 39, 'own bowl', child, { category: 'development', origin: 'child', domain: 'childCharacteristics', layer: 'micro', direction: 'protective', title: 'Thuis eet zij uit haar eigen bakje', evidence: 'Haar ouders laten haar zelf de lepel kiezen.', heardFrom: [ilse, mark], setting: 'home' })
  story.hypothesis(hanne, 38, 'spoon', child, { category: 'development', statement: 'Een lepel van een ander voelt als de slang van toen', mechanism: 'Wat naar haar mond kwam deed pijn. Zelf de baas zijn over de lepel maakt het veilig.', supporting: ['tube', 'own bowl'], opposing: [], confidence: 'high', nextTest: 'Op de groep zelf de lepel laten kiezen, twee weken lang.' })
  story.hypothesis(lotte, 38, 'busy table', child, { category: 'development', statement: 'Aan tafel is het voor haar te druk', mechanism: 'Met acht kinderen aan tafel hoort en ziet zij meer dan zij kan verdragen.', supporting: [], opposing: ['own bowl'], confidence: 'low', nextTest: 'Een keer samen eten in de stille hoek.' })
  story.card(lotte, 38, 'Noor kiest de lepel', 'Altijd twee lepels op tafel. Noor kiest en brengt hem zelf naar haar mond. Wij houden haar hoofd nooit vast.', { atHome: 'Twee lepels naast haar eigen bakje.', inGroup: 'De lepels liggen klaar voordat zij gaat zitten.' })
  story.classification(37, noor, { edition: 'dc05v2021', occurredOn: days.ago(37), occasions: 3, settings: ['home', 'group'] }, {
    'eating': { axis: 'disorder', cluster: 'sleepEatingCrying', label: 'Eet heel weinig, na maanden sondevoeding', isPrimary: true },
    'tube': { axis: 'stressor', group: 'health', text: 'Sondevoeding', onsetMonths: 2, note: 'Zes maanden lang, vaak opnieuw geplaatst.' },
    'growth': { axis: 'health', text: 'Groeit weer sinds een half jaar', since: days.monthsAgo(6) },
    'mother': { axis: 'caregiving', caregiver: ilse, level: 1, aspects: [{ aspect: 'understanding', value: 'strength', note: 'Laat Noor zelf kiezen.' }, { aspect: 'comfort', value: 'strength' }], childAspects: [{ aspect: 'temperament', value: 'noConcern', note: 'Weet goed wat zij wil.' }] },
    'abilities': { axis: 'competence', lines: [{ domain: 'emotional', rating: 'asExpected' }, { domain: 'socialRelational', rating: 'asExpected' }, { domain: 'languageCommunication', rating: 'exceeds' }, { domain: 'cognitive', rating: 'asExpected' }, { domain: 'movementPhysical', rating: 'asExpected' }] },
    'whole': { axis: 'impression', text: 'Een sterk meisje dat van alles kan, en dat aan tafel de baas wil blijven over haar mond.' },
  }, { discussed: ['mother'], isCompleted: true })
  story.port(37, child, { route: 'child', why: 'Noor laat zelf zien waar het begint: zij wil de lepel vasthouden. Van daaruit durven haar ouders ook weer.', parentsQuestion: 'Hoe wordt eten weer gewoon, zonder strijd?', reviewOn: days.coming(2, 1) })
  story.parentsGoal(37, ilse, 'Ik wil weer samen eten zonder te tellen hoeveel hapjes het waren.')
  story.parentsGoal(37, mark, 'Dat Noor plezier heeft aan tafel, ook bij opa en oma.')
  story.planText(37, 'questionForParents', 'Wat heeft Noor nodig om weer met plezier te eten?')
  story.line(37, 'spoon', { route: 'child', text: 'Controle over de lepel bij Noor: twee lepels, zij kiest, niemand helpt zonder dat zij het vraagt.', forParents: 'Noor kiest zelf haar lepel, thuis en op de groep.', carriedBy: lotte.id })
  story.line(37, 'table', { route: 'bond', text: 'Samen met Ilse en Mark terugkijken naar één maaltijd per week: wat zei Noor met haar lijf?', forParents: 'Eén keer per week kijken wij samen naar een maaltijd. Wat liet Noor zien?', carriedBy: hanne.id })
  story.line(37, 'quiet', { route: 'surroundings', text: 'Noor eet aan de kleine tafel, met twee kinderen, naast het raam.', forParents: 'Op de groep eet Noor aan een rustige tafel.', carriedBy: lotte.id })
  story.planVersion(36, 1, 'Samen met de ouders gemaakt, in twee gesprekken.')
  story.saidOfPlan(lotte, 35, 1, ilse, 'yes')
  story.saysToPlan(35, 1, mark, 'yes')
  story.planInForce(35, 1)
  story.evaluation(8, {
    helped: 'Zelf de lepel kiezen, en de kleine tafel. Ouders telden geen hapjes meer.', next: 'Van de kleine tafel naar de gewone tafel, één dag in de week. De kaart blijft.', nextStep: 'adjust',
    forParents: 'Noor eet weer mee. Nu proberen wij één dag per week de gewone tafel.',
    goals: [
      { name: 'eating', value: 0, words: 'Drie van de vier dagen een paar hapjes, met de gele lepel.', forParents: 'Noor eet bijna elke dag een paar hapjes, zelf.' },
      { name: 'mentalising', value: 0, words: 'Ilse zegt: zij zegt geen nee tegen mij, zij zegt nog niet.', forParents: 'Jullie zien meestal wat haar nee betekent.' },
    ],
  })
  story.endLine(7, 'quiet', 'Niet meer nodig: Noor zit zelf graag bij de anderen.')
  story.line(7, 'big table', { route: 'surroundings', text: 'Op dinsdag aan de gewone tafel, naast Lotte, met dezelfde twee lepels.', forParents: 'Op dinsdag eet Noor aan de gewone tafel, naast Lotte.', carriedBy: lotte.id })
  story.planVersion(7, 2, 'De kleine tafel is niet meer nodig.')
  story.saysToPlan(6, 2, ilse, 'yes')
  story.saysToPlan(6, 2, mark, 'yes')
  story.planInForce(6, 2)
  story.practiceCard(5, {
    title: 'Een kind dat de lepel zelf koos', situation: 'Een peuter at niets meer in de groep, na een tijd van voeding door een slangetje. Haar ouders telden elk hapje.', tried: 'Het kind kreeg de lepel in eigen hand, en mocht nee zeggen. Thuis en in de groep ging het precies zo.',
    whatHelped: 'Zelf kiezen, en een kleine tafel. Daarna kwam het plezier terug.', whatDidNot: 'Aandringen, ook als het lief klonk.', insight: 'Nee was nog niet, en geen nee tegen hen.', ages: ['toddler'], routes: ['child', 'surroundings'], settings: ['group', 'home'],
  })
  story.saidOfPracticeCard(4, ilse, true)
  const visit = { members: [noor, ...parents], adults: parents, modality: 'onsite', homeMinutes: 20, subject: child, category: 'medical', attendees: [noor, ilse] } as const
  story.pastVisit(26,
    { practitioner: eva, start: '10:00', end: '10:30', ...visit, label: 'Kinderarts', purpose: 'Eva kijkt hoe Noor groeit.' },
    { practitioner: bram, start: '10:30', end: '11:00', ...visit, label: 'Diëtist', purpose: 'Bram vertelt wat genoeg is. Niemand telt hapjes.' })
  story.meeting(16, 'table', {
    purpose: 'Van de kleine tafel naar de gewone: wanneer, en hoe?', must: [hanne.id, lotte.id, ilse, mark], may: [bram.id, eva.id, ruud.id], time: { date: days.workingDayAgo(9), from: '16:15', to: '17:00', place: 'De Wilgenboom' },
  })
  story.points(15, 'table', { text: 'Wat at Noor op de groep, en wat liet zij daarbij zien?', subject: child, category: 'development' })
  story.parentsPoint(mark, 12, 'table', 'Bij opa en oma wordt wél geduwd met de lepel. Hoe zeggen wij dat?')
  story.meetingInput(bram, 11, 'table', child, 'medical', 'Zij groeit langs haar eigen lijn. Wat mij betreft is er geen haast.')
  story.held(9, 'table', {
    present: [hanne.id, lotte.id, ilse, mark],
    minutes: [
      { point: mark, by: hanne, notes: 'Mark wil zijn ouders niet kwetsen. Ilse stelt voor om samen een filmpje van Noor met haar lepel te laten zien.', decision: 'Mark laat de kaart en het filmpje zien bij opa en oma.' },
      { point: 0, by: lotte, notes: 'Drie van de vier dagen at zij een paar hapjes, en keek zij naar de grote tafel.', decision: 'Op dinsdag aan de gewone tafel, met dezelfde twee lepels.' },
    ],
    actions: [{ point: 0, text: 'Op dinsdag een plek vrijhouden naast Lotte', owner: lotte, dueOn: days.ago(7), doneAgo: 8 }],
    report: { discussed: 'Noor eet op de groep een paar hapjes, zelf. Wij spraken ook over opa en oma.', agreed: 'Op dinsdag eet Noor aan de gewone tafel. Mark laat opa en oma zien hoe zij haar lepel kiest.', next: 'Over zes weken kijken wij samen hoe het gaat.' },
  })
  story.lifeEvent(lotte, 9, child, { category: 'development', occurredOn: days.workingDayAgo(9), precision: 'day', title: 'Noor eet drie hapjes, met haar eigen lepel', weight: 'strength', setting: 'group' })
  story.document(lotte, 9, child, twoSpoons, { category: 'development', setting: 'group', situation: 'Zo liggen de lepels klaar: geel en blauw. De plaat hangt bij de tafel, ook voor wie invalt.', forParents: 'Zo liggen de lepels klaar op de groep.' })
  story.decided(8, 'spoon', 'supported', 'Twee weken zelf kiezen, en zij at elke dag.')
  story.decided(8, 'busy table', 'dropped', 'Ook aan de drukke tafel at zij, zolang de lepel van haar was.')
  story.seekHelp(5, 'eating', child, { kind: 'eating', why: 'Iemand die met u kijkt wat eten zwaar maakt, ook aan de gewone tafel.', area: 'Druivendal', ageMonths: 30, proposes: [services.eatingTeam, services.eatingInGroup] })
  story.choosesHelp(4, 'eating', ilse, services.eatingTeam, 'Zij kennen Noor van toen. Dan hoef ik niet alles nog eens te vertellen.')
  story.choosesHelp(3, 'eating', mark, services.eatingTeam)
  story.limits(20, usualCaps, true)
  story.need(eva, 8, 'follow up', child, [noor, ...parents], {
    from: days.coming(1, 1), deadline: days.coming(4, 5), preferred: days.coming(2, 1), label: 'Kinderarts', purpose: 'Eva kijkt hoe Noor groeit.', minutes: 30, urgency: 2,
    modalities: [{ kind: 'onsite', place: ziekenhuis.location.id }], attendance: [[noor, ilse], [noor, mark]], staffing: [[eva.id]], category: 'medical',
  })
  return { ...story, people: { noor, ilse, mark } }
}

/** The toddler of three who cannot fall asleep at the day centre, until the group does as her mother does. */
export const elAmrani = (days: Days) => {
  const story = familyScript('el amrani', 'NL', mirjam, days)
  const { own } = story
  const yasmina = own('yasmina'), hafsa = own('hafsa'), said = own('said')
  const child: Subject = { kind: 'child', person: yasmina }
  const motherAndChild = relation(hafsa, yasmina)

  story.open(75, 'Gezin El Amrani', 'DD-2063', [
    { memberId: yasmina, role: 'child', firstName: 'Yasmina', name: 'Yasmina El Amrani', birthDate: days.monthsAgo(37, 4), isIndexChild: true, inHousehold: true, drawnAs: 'female' },
    { memberId: hafsa, role: 'mother', firstName: 'Hafsa', name: 'Hafsa El Amrani', isIndexChild: false, inHousehold: true, phone: '0800 555 0321', language: 'nl' },
    { memberId: said, role: 'father', firstName: 'Said', isIndexChild: false, inHousehold: false },
  ], {
    title: 'Zien wanneer Yasmina moe is', route: 'bond', scale: 'five', start: 0, isParentsOwn: false, forParents: 'Op tijd zien wanneer Yasmina moe is.',
    levels: fiveLevels('Wij zien het pas als zij huilt.', 'Wij zien het soms op tijd.', 'Wij zien haar eerste teken van moe zijn.', 'Thuis en groep zien hetzelfde teken.', 'Yasmina zegt het zelf.'),
  })
  story.dyad(75, 'parentAndChild', hafsa, yasmina)
  // Her parents went apart before the case began; she is with her father on Saturdays.
  story.dyad(75, 'parentAndChild', said, yasmina, { careDays: [6] })
  story.dyad(75, 'formerPartners', hafsa, said, { form: 'divorced', since: days.monthsAgo(14) })
  story.authority(75, yasmina, hafsa, days.monthsAgo(37, 4))
  story.home(75, 'Kadeweg 88, Druivendal', 3, 7)
  story.helpLine(75, 'ownGp', 'Huisartsen Kadeweg', '0800 555 0403')
  story.helpLine(75, 'outOfHoursGp', 'Huisartsenpost Druivendal', '0800 555 0402')
  story.team(74, lotte, child, 'social')
  story.team(74, ruud, child, 'social', true)
  story.substitute(74, hanne, child)
  for (const subject of [child, motherAndChild]) {
    story.consent(74, subject, everydayCategories, schakel, [hafsa])
    story.consent(74, subject, everydayCategories, wilgenboom, [hafsa])
  }
  story.referredBy(75, referrers.ingrid, days.ago(87), child, 'Een meisje van drie slaapt bij ons niet, en wordt na elke middag verdrietig opgehaald. Haar moeder wil graag meedenken.', 'Thuis slaapt zij zo in, als ik haar hand vasthoud.')
  story.lifeEvent(mirjam, 70, child, { category: 'development', occurredOn: days.monthsAgo(5), precision: 'month', title: 'Start op De Wilgenboom', text: 'Drie middagen in de week. Slapen lukt nog niet.', weight: 'neutral', setting: 'group' })
  story.lifeEvent(mirjam, 70, child, { category: 'relationship', occurredOn: days.monthsAgo(14), precision: 'month', title: 'Haar ouders gaan uit elkaar', text: 'Sindsdien slaapt Yasmina in met een hand om vast te houden.', weight: 'strain', setting: 'home' })
  story.inGroup(lotte, 69, yasmina, butterflies.id)
  story.contribution(lotte, 34, '13:40', child, { kind: 'fourPart', category: 'development', setting: 'group', window: 'above', situation: 'Op het bedje ging Yasmina telkens rechtop zitten en riep zij.', parentsTold: 'Thuis houdt haar moeder haar hand vast tot zij slaapt.', whatWeDo: 'Lotte zit naast het bedje, hand in hand, hetzelfde versje als thuis.', possibleMeaning: 'Alleen in slaap vallen op een vreemde plek is groot voor haar.', childsVoice: 'Blijf je bij mij?', forParents: 'Wij houden nu haar hand vast, net als thuis.' })
  story.contribution(lotte, 7, '13:55', child, { kind: 'note', category: 'development', setting: 'group', window: 'within', situation: 'Na tien minuten sliep Yasmina, hand in hand. Zij werd vrolijk wakker.', forParents: 'Yasmina sliep een uur en werd vrolijk wakker.' })
  story.consent(74, { kind: 'adult', person: hafsa }, ['plan', 'social'], schakel, [hafsa])
  story.lightPlan(60)
  story.question(60, 'Wat helpt Yasmina om zich ook op de groep veilig genoeg te voelen om te slapen?')
  story.parentsGoal(60, hafsa, 'Dat Yasmina zonder tranen kan slapen, ook als ik er niet ben.')
  story.goal(60, 'sleeping', child, {
    title: 'Yasmina slaapt op de groep', route: 'child', scale: 'six', start: -2, isParentsOwn: false, forParents: 'Yasmina kan ook op de groep rustig slapen.',
    levels: [{ value: -3, text: 'Zij wil niet meer op de slaapkamer komen.' }, ...fiveLevels('Zij slaapt niet en huilt.', 'Zij ligt stil, en slaapt niet.', 'Zij slaapt, hand in hand.', 'Zij slaapt, met Lotte ernaast.', 'Zij slaapt vanzelf in.')],
  })
  story.score(lotte, 7, 'sleeping', 0)
  story.planText(60, 'questionForParents', 'Wat helpt Yasmina om ook op de groep te slapen?')
  story.planText(60, 'strengths', 'Hafsa weet precies hoe slapen thuis gaat, en Yasmina laat zich door haar troosten.')
  story.planText(60, 'worries', 'Zonder middagslaap is Yasmina om vier uur op. Hafsa vraagt zich af of de groep te druk is.')
  story.planText(60, 'network', 'Tante Samira woont in dezelfde straat en past op. De buurvrouw brengt soms eten.')
  story.planText(60, 'earlierHelp', 'Het consultatiebureau gaf een slaapdagboek. Dat hielp om te zien wanneer zij moe is.')
  story.namedAction(60, 'rhyme', 'Het versje van thuis op papier zetten voor de groep', hafsa, days.ago(50))
  story.doneAction(52, 'rhyme', hafsa)
  story.card(lotte, 33, 'Slapen gaat zo', 'Gordijn half dicht, knuffel Beer, hand vasthouden, het versje van thuis. Wie er ook werkt: altijd zo.')
  story.seekHelp(12, 'sleeping', child, { kind: 'cryingAndSleeping', why: 'Iemand die een paar avonden meekijkt bij het slapen thuis.', area: 'Druivendal', ageMonths: 37, proposes: [services.sleepAtHome], fewerWhy: 'Voor deze leeftijd is er hier maar één.' })
  story.choosesHelp(11, 'sleeping', hafsa, services.sleepAtHome, 'Zij spreken ook Arabisch. Dan kan oma meepraten.')
  story.planVersion(31, 1, 'Een licht plan: één vraag, één afspraak.')
  story.saidOfPlan(lotte, 30, 1, hafsa, 'yes')
  story.planInForce(30, 1)
  story.document(lotte, 32, child, sleepingRhyme, { category: 'development', setting: 'group', situation: 'Het versje van thuis, uitgeschreven voor iedereen die op de groep werkt.', forParents: 'Uw versje hangt nu bij de bedjes.' })
  story.lifeEvent(lotte, 22, child, { category: 'development', occurredOn: days.workingDayAgo(23), precision: 'day', title: 'Yasmina slaapt op de groep, hand in hand', weight: 'strength', setting: 'group' })
  story.pastVisit(22, { practitioner: lotte, start: '20:00', end: '20:30', members: [yasmina, hafsa], adults: [hafsa], modality: 'digital', homeMinutes: 0, subject: child, category: 'development', attendees: [hafsa], label: 'Bellen met beeld', purpose: 'Lotte vertelt hoe slapen gaat. Hafsa vertelt hoe het thuis is.' })
  story.meeting(20, 'sleeping', { purpose: 'Slapen op de groep: is het zo goed?', must: [mirjam.id, hafsa], may: [said, lotte.id, ruud.id], time: { date: days.workingDayAgo(12), from: '15:30', to: '16:00', place: 'De Wilgenboom' } })
  story.points(19, 'sleeping', { text: 'Wat doen wij als Lotte er niet is?', subject: child, category: 'development' })
  story.parentsPoint(hafsa, 15, 'sleeping', 'Kan zij ook een keer slapen als ik laat werk?')
  story.held(12, 'sleeping', {
    present: [mirjam.id, lotte.id, hafsa],
    minutes: [
      { point: hafsa, by: lotte, notes: 'Yasmina slaapt hand in hand, ook bij de invaller.', decision: 'Op de late dag hetzelfde: de kaart en het versje.' },
      { point: 0, by: lotte, notes: 'De kaart hangt bij de bedjes. Wie invalt, leest haar eerst.', decision: 'De invaller komt een keer kijken.' },
    ],
    actions: [{ point: 0, text: 'De invaller een keer laten meekijken', owner: lotte, dueOn: days.ago(8), doneAgo: 9 }],
    report: { discussed: 'Yasmina slaapt op de groep, hand in hand.', agreed: 'Het gaat elke dag zo, ook op de late dag.', next: 'Als het zo blijft, is dit plan over zes weken klaar.' },
  })
  story.inCase(acting(mirjam), story.moment(11, '12:30'), { type: 'InformParent', meetingId: own('meeting sleeping'), parent: said, told: true, words: 'Aan de telefoon. Hij doet het op zaterdag net zo.' })
  story.evaluation(5, {
    helped: 'Thuis en groep hetzelfde, wie er ook werkt. Het versje van Hafsa.', next: 'Nog zes weken, en dan afronden.', nextStep: 'goOn', forParents: 'Yasmina slaapt op de groep. Over zes weken is dit plan klaar.',
    goals: [
      { name: 'sleeping', value: 0, words: 'Alle dagen van de laatste drie weken, hand in hand.', forParents: 'Yasmina slaapt, hand in hand.' },
      { name: 'mentalising', value: 1, words: 'Thuis en op de groep zien zij hetzelfde: zij wrijft over haar oor.', forParents: 'U en Lotte zien allebei wanneer zij moe is.' },
    ],
  })
  story.practiceCard(4, {
    title: 'Slapen met een hand om vast te houden', situation: 'Een peuter sliep niet op de groep, en wilde thuis een hand vasthouden.', tried: 'De groep deed precies wat thuis hielp: een hand, een versje, altijd hetzelfde.', whatHelped: 'Ook wie inviel, wist het. Een kaart bij het bed was genoeg.',
    ages: ['toddler'], routes: ['bond', 'surroundings'], settings: ['group', 'home'],
  })
  story.saidOfPracticeCard(3, hafsa, true)
  story.releasedPracticeCard(2)
  return { ...story, people: { yasmina, hafsa } }
}

import type { ConsultationCommand, NewReferral, ReferralCommand, Referrer } from '@samenspel/front-door'
import { zoneOf, type Actor, type IsoInstant } from '@samenspel/kernel'
import { at, type Days } from '../days.ts'
import { demoId } from '../ids.ts'
import { organisations } from '../region/organisations.ts'
import { acting, practitioners, type DemoPractitioner } from '../region/practitioners.ts'
import type { Step } from '../step.ts'
import type { Without } from './family-script.ts'

const { schakel, rank } = organisations
const { lien, wout, hanne, mirjam } = practitioners

const person = (key: string, name: string, discipline: Referrer['discipline'], organisation: string, reach: string): Referrer => ({ person: demoId(`referrer ${key}`), name, discipline, organisation, reach })
const noor = person('noor', 'Noor Vos', 'gp', 'Huisartsen Kade', '0800 555 0900')
const ilse = person('ilse', 'Ilse de Boer', 'childHealthClinic', 'Consultatiebureau Kade', '0800 555 0905')
const sam = person('sam', 'Sam Verkerk', 'childcare', 'Kinderopvang De Mus', '0800 555 0912')

/** Who of the first line referred the families of the stories. */
export const referrers = {
  katrien: person('katrien', 'Katrien Boon', 'gp', 'Huisartsen Kouter', '0800 555 0411'),
  inge: person('els vroedvrouw', 'Inge Maas', 'midwife', 'Vroedvrouwen De Wieg', '0800 555 0230'),
  lore: person('lore', 'Lore Claus', 'childHealthClinic', 'Consultatiebureau Kouter', '0800 555 0415'),
  marit: person('marit', 'Marit Kuipers', 'gp', 'Huisartsen Rankstraat', '0800 555 0401'),
  ingrid: person('ingrid', 'Ingrid Tol', 'childcare', 'Kinderdagcentrum De Wilgenboom', '0800 555 0120'),
  doris: person('doris', 'Doris Veen', 'hospital', 'Ziekenhuis Druivendal', '0800 555 0130'),
} as const satisfies Readonly<Record<string, Referrer>>
const { katrien, inge, lore, marit, ingrid, doris } = referrers

/** What came in at the front doors of the region: how Joren and Sofia were referred, who waits now, and a question without a name. */
export const frontDoor = (days: Days): readonly Step[] => {
  const moment = (jurisdiction: 'NL' | 'BE', daysAgo: number, time: string): IsoInstant => at(days.ago(daysAgo), time, zoneOf(jurisdiction))
  const by = ({ person: id }: Referrer): Actor => ({ person: id, role: 'professional' })
  const steps: Step[] = []
  const refer = (id: string, command: ReferralCommand) => { steps.push({ to: 'referral', id, command }) }
  const receive = (id: string, jurisdiction: 'NL' | 'BE', daysAgo: number, time: string, referral: Omit<NewReferral, 'jurisdiction' | 'organisation'>) => {
    refer(id, { type: 'ReceiveReferral', by: by(referral.referrer), at: moment(jurisdiction, daysAgo, time), jurisdiction, organisation: jurisdiction === 'BE' ? rank.id : schakel.id, ...referral })
  }
  /** How a family of the region's stories came to its team: seen, weighed, and taken on. */
  const takenOn = (id: string, specialist: DemoPractitioner, daysAgo: number, opinion: string, talkAgo: number) => {
    const asSpecialist = (daysBefore: number, time: string) => ({ by: acting(specialist), at: moment(specialist.organisation.jurisdiction === 'BE' ? 'BE' : 'NL', daysBefore, time) })
    refer(id, { type: 'TakeUpReferral', ...asSpecialist(talkAgo + 3, '09:00') })
    refer(id, { type: 'GiveOpinion', ...asSpecialist(talkAgo + 2, '11:00'), registrationValid: true, opinionId: demoId(`opinion ${id}`), text: opinion })
    refer(id, { type: 'NoteFirstTalk', ...asSpecialist(talkAgo, '16:00'), on: days.ago(talkAgo) })
    refer(id, { type: 'CloseReferral', ...asSpecialist(daysAgo, '09:30'), registrationValid: true, outcome: 'caseStarted' })
  }
  /** With a parent's yes, who referred reads what became of it. */
  const toldBack = (id: string, specialist: DemoPractitioner, talkAgo: number, daysAgo: number, parent: string, text: string) => {
    const zoneOfSpecialist = specialist.organisation.jurisdiction === 'BE' ? 'BE' : 'NL'
    refer(id, { type: 'NoteFeedbackWord', by: acting(specialist), at: moment(zoneOfSpecialist, daysAgo + 1, '10:00'), person: demoId(parent), agreed: true, how: 'Tijdens het eerste gesprek', on: days.ago(talkAgo) })
    refer(id, { type: 'GiveFeedback', by: acting(specialist), at: moment(zoneOfSpecialist, daysAgo, '10:00'), feedbackId: demoId(`feedback ${id}`), text })
  }

  const joren = demoId('family claessens')
  receive(joren, 'BE', 62, '17:40', {
    channel: 'form', urgency: 'ordinary', referrer: katrien, child: { person: demoId('claessens joren'), firstName: 'Joren', birthDate: days.monthsAgo(26, 18) },
    parents: [
      { person: demoId('claessens els'), role: 'mother', firstName: 'Els', name: 'Els Claessens', reach: '0800 555 0331', agrees: 'yes', toldOn: days.ago(63) },
      { person: demoId('claessens tom'), role: 'father', firstName: 'Tom', name: 'Tom Claessens', reach: '0800 555 0332', agrees: 'yes', toldOn: days.ago(63) },
    ],
    ticked: [{ group: 'child', signals: ['outbursts', 'partingHard'] }, { group: 'relation', signals: ['hardToSoothe'] }],
    family: 'Hoe blijven wij rustig als Joren zo boos is?', story: 'Joren schrikt van aanraken en wordt buiten rustig. Zijn ouders willen graag begrijpen wat hij voelt.',
  })
  takenOn(joren, lien, 50, 'Prikkels en afstemming vragen aandacht, samen met de ouders. Thuis beginnen past het best.', 51)
  toldBack(joren, lien, 51, 48, 'claessens els', 'Wij zien het gezin nu thuis. Els en Tom laten u zelf weten hoe het gaat.')

  const sofia = demoId('family moreau')
  receive(sofia, 'BE', 33, '14:05', {
    channel: 'link', urgency: 'soon', urgencyReason: 'De kraamzorg stopt over een week.', referrer: inge, child: { person: demoId('moreau sofia'), firstName: 'Sofia', birthDate: days.ago(45) },
    parents: [
      { person: demoId('moreau ana'), role: 'mother', firstName: 'Ana', name: 'Ana Moreau', reach: '0800 555 0341', agrees: 'yes', toldOn: days.ago(34) },
      { person: demoId('moreau luis'), role: 'father', firstName: 'Luis', name: 'Luis Moreau', agrees: 'yes', toldOn: days.ago(34) },
    ],
    ticked: [{ group: 'parents', about: demoId('moreau ana'), signals: ['wornOut', 'standsAlone'] }, { group: 'surroundings', signals: ['littleSupport'] }],
    family: 'Wij kennen hier nog niemand. Wie kan er eens langskomen?', story: 'Ana geniet van Sofia, is erg moe en maakt zich veel zorgen. Ook het consultatiebureau ziet hoe weinig rust zij vindt. Luis werkt lange dagen, en de jongens vragen veel.',
  })
  takenOn(sofia, wout, 24, 'Het contact is goed. Steun in de buurt en rust voor Ana komen eerst.', 26)

  const theresa = demoId('family claes')
  receive(theresa, 'BE', 41, '16:20', {
    channel: 'phone', urgency: 'soon', urgencyReason: 'Zij is thuis van het werk en ziet weinig mensen.', referrer: katrien, child: { person: demoId('claes unborn'), dueDate: days.coming(16, 3), carriedBy: demoId('claes theresa') },
    parents: [{ person: demoId('claes theresa'), role: 'mother', firstName: 'Theresa', name: 'Theresa Claes', reach: '0800 555 0351', agrees: 'yes', toldOn: days.ago(41) }],
    ticked: [{ group: 'parents', about: demoId('claes theresa'), signals: ['lowMood', 'worried', 'standsAlone'] }],
    family: 'Ik weet niet of ik dit kan. Mag ik daar met iemand over praten?', story: 'Theresa is onverwacht zwanger. Zij mist haar werk en vraagt zich af wie zij straks is. Zij komt elke afspraak na.',
  })
  takenOn(theresa, lien, 30, 'Ruimte voor haar twijfel komt eerst, zonder haast. Een gesprek bij haar thuis, en iemand voor haar zelf.', 32)
  toldBack(theresa, lien, 32, 28, 'claes theresa', 'Theresa heeft nu een eigen gesprek en een vroedvrouw aan huis. Zij vertelt u zelf hoe het gaat.')

  const luca = demoId('family janssens')
  receive(luca, 'BE', 74, '10:10', {
    channel: 'form', urgency: 'soon', urgencyReason: 'Beide ouders slapen bijna niet.', referrer: lore, child: { person: demoId('janssens luca'), firstName: 'Luca', birthDate: days.monthsAgo(6, 14) },
    parents: [
      { person: demoId('janssens maya'), role: 'mother', firstName: 'Maya', name: 'Maya Janssens', reach: '0800 555 0361', agrees: 'yes', toldOn: days.ago(75) },
      { person: demoId('janssens pieter'), role: 'father', firstName: 'Pieter', name: 'Pieter Janssens', reach: '0800 555 0362', agrees: 'yes', toldOn: days.ago(74) },
    ],
    ticked: [{ group: 'child', signals: ['crying', 'medical'] }, { group: 'parents', signals: ['hardStart', 'wornOut'] }, { group: 'relation', about: demoId('janssens maya'), signals: ['hardToSoothe'] }],
    family: 'Waarom huilt hij zo, en waarom schrikken wij er zo van?', story: 'Luca groeit goed en is vaak verkouden. Over de geboorte praten zij liever niet. Maya heeft pijn en zorgt voor drie kinderen.',
  })
  takenOn(luca, lien, 60, 'Het huilen en de schrik van de geboorte horen bij elkaar. Met beide ouders beginnen, thuis, in de avond.', 62)
  toldBack(luca, lien, 62, 58, 'janssens maya', 'Wij werken samen met beide ouders. Blijft u Luca zien voor zijn groei.')

  const sem = demoId('family verhoeven')
  receive(sem, 'NL', 136, '12:15', {
    channel: 'form', urgency: 'soon', urgencyReason: 'De ouders zijn op en er komen steeds meer afspraken bij.', referrer: marit, child: { person: demoId('verhoeven sem'), firstName: 'Sem', birthDate: days.monthsAgo(14, 9) },
    parents: [
      { person: demoId('verhoeven anouk'), role: 'mother', firstName: 'Anouk', name: 'Anouk Verhoeven', reach: '0800 555 0301', agrees: 'yes', toldOn: days.ago(137) },
      { person: demoId('verhoeven joost'), role: 'father', firstName: 'Joost', name: 'Joost Verhoeven', reach: '0800 555 0302', agrees: 'yes', toldOn: days.ago(136) },
    ],
    ticked: [{ group: 'child', signals: ['medical', 'developing'] }, { group: 'parents', signals: ['wornOut'] }, { group: 'surroundings', signals: ['manyHelpers'] }],
    family: 'Wie helpt ons om het overzicht te houden?', story: 'Sem heeft aanvallen en lag maanden in het ziekenhuis. Zijn broer woonde toen bij opa en oma. Vier organisaties vragen nu om afspraken.',
  })
  takenOn(sem, hanne, 120, 'Eén iemand die het hele gezin ziet, en minder losse afspraken. Beginnen bij rust, samen met beide ouders.', 123)
  toldBack(sem, hanne, 123, 117, 'verhoeven anouk', 'Wij brengen de afspraken nu bij elkaar. Anouk en Joost laten u weten hoe het gaat.')

  const noorOfBosman = demoId('family bosman')
  receive(noorOfBosman, 'NL', 110, '15:30', {
    channel: 'link', urgency: 'ordinary', referrer: doris, child: { person: demoId('bosman noor'), firstName: 'Noor', birthDate: days.monthsAgo(30, 12) },
    parents: [
      { person: demoId('bosman ilse'), role: 'mother', firstName: 'Ilse', name: 'Ilse Bosman', reach: '0800 555 0311', agrees: 'yes', toldOn: days.ago(111) },
      { person: demoId('bosman mark'), role: 'father', firstName: 'Mark', name: 'Mark Bosman', reach: '0800 555 0312', agrees: 'yes', toldOn: days.ago(111) },
    ],
    ticked: [{ group: 'child', signals: ['eating', 'medical'] }, { group: 'relation', signals: ['tension'] }],
    family: 'Thuis eet zij soms, op de groep niets. Wat doen wij anders?', story: 'Noor kreeg een half jaar voeding door een slangetje. Zij groeit weer. Op het dagcentrum weigert zij elke hap.',
  })
  takenOn(noorOfBosman, hanne, 95, 'Het weigeren past bij wat zij meemaakte. Ziekenhuis, thuis en groep samen om tafel.', 98)

  // Her group asked first without a name; her mother wanted to go on, and so the question became a referral.
  const yasmina = demoId('family el amrani')
  const asked = demoId('el amrani question')
  const namedPeople = {
    child: { person: demoId('el amrani yasmina'), firstName: 'Yasmina', birthDate: days.monthsAgo(37, 4) },
    parents: [{ person: demoId('el amrani hafsa'), role: 'mother', firstName: 'Hafsa', name: 'Hafsa El Amrani', reach: '0800 555 0321', agrees: 'yes', toldOn: days.ago(88) }],
  } as const
  const sleeping = 'Een meisje van drie slaapt bij ons niet, en wordt na elke middag verdrietig opgehaald. Wat kunnen wij doen?'
  const consult = (daysAgo: number, time: string, command: Without<ConsultationCommand, 'at'>) => { steps.push({ to: 'consultation', id: yasmina, command: { ...command, at: moment('NL', daysAgo, time) } as ConsultationCommand }) }
  consult(92, '13:50', { type: 'AskConsultation', by: by(ingrid), organisation: schakel.id, jurisdiction: 'NL', channel: 'form', asker: ingrid, child: namedPeople.child.person, ageMonths: 34, questionId: asked, text: sleeping })
  consult(91, '10:05', { type: 'AnswerQuestion', by: acting(mirjam), registrationValid: true, questionId: asked, answerId: demoId('el amrani answer'), text: 'Vraag hoe slapen thuis gaat, tot in het klein. Wat daar werkt kan vaak ook op de groep. Wil haar moeder meedenken? Dan kijk ik graag mee.' })
  consult(87, '11:30', { type: 'NameConsultation', by: acting(mirjam), named: { ...namedPeople, consent: { consentedBy: [demoId('el amrani hafsa')], how: 'Bij het ophalen gevraagd en uitgelegd', on: days.ago(88), askedBy: 'Ingrid Tol' } } })
  refer(yasmina, { type: 'ReceiveReferral', by: acting(mirjam), at: moment('NL', 87, '11:31'), organisation: schakel.id, jurisdiction: 'NL', channel: 'consultation', urgency: 'ordinary', referrer: ingrid, ...namedPeople, ticked: [], story: sleeping })
  consult(87, '11:32', { type: 'CloseConsultation', by: acting(mirjam), outcome: 'becameReferral' })
  takenOn(yasmina, mirjam, 75, 'Loslaten op een vreemde plek is groot voor haar. Een licht plan is genoeg: thuis en groep hetzelfde.', 78)

  receive(demoId('referral waiting'), 'NL', 19, '11:20', {
    channel: 'form', urgency: 'ordinary', referrer: ilse, child: { person: demoId('referral waiting child'), firstName: 'Lou', birthDate: days.monthsAgo(17, 9) },
    parents: [{ person: demoId('referral waiting mother'), role: 'mother', firstName: 'Romy', name: 'Romy Hendriks', reach: '0800 555 0931', agrees: 'yes', toldOn: days.ago(20) }, { person: demoId('referral waiting father'), role: 'father', firstName: 'Daan', agrees: 'notAsked' }],
    ticked: [{ group: 'child', signals: ['eating', 'sleeping'] }, { group: 'relation', about: demoId('referral waiting mother'), signals: ['littleJoy'] }],
    family: 'Aan tafel is het altijd strijd. Kan dat anders?', story: 'Lou groeit goed. Aan tafel draait het hoofd weg, en Romy ziet tegen elke maaltijd op.',
  })
  receive(demoId('referral urgent'), 'NL', 2, '16:45', {
    channel: 'phone', urgency: 'urgent', urgencyReason: 'Femke slaapt al een week bijna niet en is bang dat zij het niet volhoudt. De huisarts belt elke dag.', referrer: noor, child: { person: demoId('referral urgent child'), firstName: 'Jip', birthDate: days.ago(68) },
    parents: [{ person: demoId('referral urgent mother'), role: 'mother', firstName: 'Femke', name: 'Femke Bos', reach: '0800 555 0941', agrees: 'yes', toldOn: days.ago(2) }],
    ticked: [{ group: 'child', signals: ['crying'] }, { group: 'parents', signals: ['wornOut', 'hardStart', 'worried'] }, { group: 'surroundings', signals: ['littleSupport'] }],
    family: 'Wie houdt Jip even vast, zodat ik kan slapen?', story: 'De bevalling was zwaar. Haar moeder komt overdag, de nachten zijn lang.',
  })

  const consultation = demoId('consultation open')
  const ask: ConsultationCommand = {
    type: 'AskConsultation', by: by(sam), at: moment('NL', 3, '13:30'), organisation: schakel.id, jurisdiction: 'NL', channel: 'form', asker: sam, child: demoId('consultation open child'), ageMonths: 30, questionId: demoId('consultation open question'),
    text: 'Een kindje van twee bijt andere kinderen, vooral als het druk is. Wat kunnen wij in de groep doen, en hoe beginnen wij erover met de ouders?',
  }
  steps.push({ to: 'consultation', id: consultation, command: ask })
  steps.push({
    to: 'consultation', id: consultation,
    command: { type: 'AnswerQuestion', by: acting(hanne), at: moment('NL', 2, '09:40'), registrationValid: true, questionId: demoId('consultation open question'), answerId: demoId('consultation open answer'), text: 'Bijten zegt vaak: het is mij te veel. Kijk een week wanneer het gebeurt en ga er vlak voor bij zitten. Vertel de ouders eerst wat er goed gaat, en vraag of zij dit thuis herkennen.' },
  })
  steps.push({ to: 'consultation', id: consultation, command: { type: 'AskFurther', by: by(sam), at: moment('NL', 1, '12:10'), questionId: demoId('consultation open further'), text: 'Dat helpt. Het gebeurt vooral voor het eten. Hoe maken wij die overgang rustiger met twaalf kinderen?' } })
  return steps
}

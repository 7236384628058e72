import type { ConsultationCommand, NewReferral, ReferralCommand, Referrer } from '@samenspel/front-door'
import { zoneOf, type Actor, type IsoInstant } from '@samenspel/kernel'
import { at, type Days } from '../days.ts'
import { demoId } from '../ids.ts'
import { organisations } from '../region/organisations.ts'
import { acting, practitioners, type DemoPractitioner } from '../region/practitioners.ts'
import type { Step } from '../step.ts'

const { schakel, rank } = organisations
const { lien, wout, hanne } = practitioners

const person = (key: string, name: string, discipline: Referrer['discipline'], organisation: string, reach: string): Referrer => ({ person: demoId(`referrer ${key}`), name, discipline, organisation, reach })
const katrien = person('katrien', 'Katrien Boon', 'gp', 'Huisartsen Kouter', '0800 555 0411')
const els = person('els vroedvrouw', 'Inge Maas', 'midwife', 'Vroedvrouwen De Wieg', '0800 555 0230')
const noor = person('noor', 'Noor Vos', 'gp', 'Huisartsen Kade', '0800 555 0900')
const ilse = person('ilse', 'Ilse de Boer', 'childHealthClinic', 'Consultatiebureau Kade', '0800 555 0905')
const sam = person('sam', 'Sam Verkerk', 'childcare', 'Kinderopvang De Mus', '0800 555 0912')

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
    const asSpecialist = (daysBefore: number, time: string) => ({ by: acting(specialist), at: moment('BE', daysBefore, time) })
    refer(id, { type: 'TakeUpReferral', ...asSpecialist(daysAgo + 3, '09:00') })
    refer(id, { type: 'GiveOpinion', ...asSpecialist(daysAgo + 2, '11:00'), registrationValid: true, opinionId: demoId(`opinion ${id}`), text: opinion })
    refer(id, { type: 'NoteFirstTalk', ...asSpecialist(talkAgo, '16:00'), on: days.ago(talkAgo) })
    refer(id, { type: 'CloseReferral', ...asSpecialist(daysAgo, '09:30'), registrationValid: true, outcome: 'caseStarted' })
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
  refer(joren, { type: 'NoteFeedbackWord', by: acting(lien), at: moment('BE', 49, '10:00'), person: demoId('claessens els'), agreed: true, how: 'Tijdens het eerste gesprek', on: days.ago(51) })
  refer(joren, { type: 'GiveFeedback', by: acting(lien), at: moment('BE', 48, '10:00'), feedbackId: demoId('feedback joren'), text: 'Wij zien het gezin nu thuis. Els en Tom laten u zelf weten hoe het gaat.' })

  const sofia = demoId('family moreau')
  receive(sofia, 'BE', 33, '14:05', {
    channel: 'link', urgency: 'soon', urgencyReason: 'De kraamzorg stopt over een week.', referrer: els, child: { person: demoId('moreau sofia'), firstName: 'Sofia', birthDate: days.ago(45) },
    parents: [
      { person: demoId('moreau ana'), role: 'mother', firstName: 'Ana', name: 'Ana Moreau', reach: '0800 555 0341', agrees: 'yes', toldOn: days.ago(34) },
      { person: demoId('moreau luis'), role: 'father', firstName: 'Luis', name: 'Luis Moreau', agrees: 'yes', toldOn: days.ago(34) },
    ],
    ticked: [{ group: 'parents', about: demoId('moreau ana'), signals: ['wornOut', 'standsAlone'] }, { group: 'surroundings', signals: ['littleSupport'] }],
    family: 'Wij kennen hier nog niemand. Wie kan er eens langskomen?', story: 'Ana geniet van Sofia en is erg moe. De jongens vragen veel.',
  })
  takenOn(sofia, wout, 24, 'Het contact is goed. Steun in de buurt en rust voor Ana komen eerst.', 26)

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

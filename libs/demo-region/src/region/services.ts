import type { ServiceContent } from '@samenspel/register'
import type { Days } from '../days.ts'
import { demoId } from '../ids.ts'
import type { DemoOrganisation } from './organisations.ts'
import { practitioners, type DemoPractitioner } from './practitioners.ts'

/** What an invented organisation offers, who wrote it down, and how long one waits as told so many days ago. */
export type DemoService = {
  readonly id: string
  readonly organisation: DemoOrganisation
  readonly keptBy: DemoPractitioner
  readonly content: Omit<ServiceContent, 'from'>
  readonly wait?: { readonly weeks: number; readonly toldAgo: number }
}

type Content = DemoService['content']

const service = (key: string, keptBy: DemoPractitioner, content: Content, weeks?: number, toldAgo = 20): DemoService =>
  ({ id: demoId(`service ${key}`), organisation: keptBy.organisation, keptBy, content, ...(weeks !== undefined && { wait: { weeks, toldAgo } }) })

const { hanne, lotte, eva, femke, nadia, lien, griet, saskia, jan } = practitioners
const [north, south] = [['Druivendal', 'Kadeveld', 'Rankendorp'], ['Druivendal-Zuid', 'Ankerbeke']] as const

export const services = {
  parentChild: service('parent and child', hanne, { name: 'Ouder en kind samen', about: 'Wij kijken samen met u naar uw kind. Zes tot tien gesprekken, bij u thuis of bij ons.', kind: 'parentAndChild', level: 'specialist', ages: { from: -9, until: 71 }, areas: north, languages: ['nl', 'en'] }, 4),
  parentsEvening: service('parents evening', hanne, { name: 'Ouderavond De Schakel', about: 'Eens per maand met vijf andere ouders aan tafel. Wie wil, vertelt. Luisteren mag ook.', kind: 'otherParents', level: 'preventive', ages: { from: 0, until: 71 }, areas: ['Druivendal'], languages: ['nl'] }, 2, 10),
  eatingInGroup: service('eating in the group', lotte, { name: 'Rustig eten op de groep', about: 'Uw kind eet op de groep aan een kleine tafel. Thuis en op de groep gaat het hetzelfde.', kind: 'eating', level: 'basic', ages: { from: 12, until: 59 }, areas: ['Druivendal', 'Kadeveld'], languages: ['nl'] }, 3),
  groupByDay: service('group by day', lotte, { name: 'De Wilgenboom, overdag', about: 'Een kleine groep met vaste begeleiders, twee tot vier dagen per week.', kind: 'dayTreatment', level: 'intensive', ages: { from: 12, until: 59 }, areas: ['Druivendal', 'Kadeveld'], languages: ['nl'] }, 12, 75),
  eatingTeam: service('eating team', eva, { name: 'Eetteam', about: 'Kinderarts, diëtist en logopedist kijken samen wat eten moeilijk maakt.', kind: 'eating', level: 'specialist', ages: { from: 0, until: 71 }, areas: north, languages: ['nl', 'en', 'tr'] }, 6),
  cryingClinic: service('crying clinic', eva, { name: 'Spreekuur huilen en slapen', about: 'Voor baby’s die veel huilen. U komt samen en krijgt na een week bericht.', kind: 'cryingAndSleeping', level: 'basic', ages: { from: 0, until: 17 }, areas: north, languages: ['nl', 'en'] }, 1),
  hospitalParents: service('parents of the ward', eva, { name: 'Ouders van de kinderafdeling', about: 'Ouders die weten hoe het is om lang in het ziekenhuis te zijn. Via beeld, als de kinderen slapen.', kind: 'otherParents', level: 'preventive', ages: { from: 0, until: 71 }, areas: north, languages: ['nl'] }, 0),
  atHome: service('help at home', femke, { name: 'Hulp bij u thuis', about: 'Iemand komt twee keer per week. U bepaalt samen waar het over gaat.', kind: 'atHome', level: 'specialist', ages: { from: 0, until: 71 }, areas: north, languages: ['nl', 'ar'] }, 5),
  sleepAtHome: service('sleeping at home', femke, { name: 'Slapen thuis', about: 'Vier avonden samen bij het naar bed gaan.', kind: 'cryingAndSleeping', level: 'basic', ages: { from: 6, until: 47 }, areas: north, languages: ['nl', 'ar', 'tr'] }, 3),
  forParents: service('for parents', nadia, { name: 'Hulp voor jonge ouders', about: 'Voor ouders die somber zijn, bang zijn of veel hebben meegemaakt.', kind: 'parentsOwn', level: 'specialist', ages: { from: -9, until: 71 }, areas: ['Druivendal'], languages: ['nl', 'en', 'pl'] }, 8, 90),
  babyTeam: service('baby team', lien, { name: 'Baby-peuterteam De Rank', about: 'Gesprekken met u en uw kind, thuis of bij ons.', kind: 'parentAndChild', level: 'specialist', ages: { from: -9, until: 71 }, areas: south, languages: ['nl', 'fr'] }, 4),
  aroundBirthTeam: service('around birth team', lien, { name: 'Praten voor de geboorte', about: 'Voor wie zwanger is en zich zorgen maakt, of niet weet wat zij voelt.', kind: 'aroundBirth', level: 'specialist', ages: { from: -9, until: 2 }, areas: south, languages: ['nl', 'fr', 'en'] }, 2),
  parentsSouth: service('parents in the south', griet, { name: 'Gesprekken voor ouders', about: 'Voor u zelf, met een psycholoog. Overdag of in de avond via beeld.', kind: 'parentsOwn', level: 'specialist', ages: { from: -9, until: 71 }, areas: south, languages: ['nl', 'fr'] }, 6),
  afterBirth: service('after birth', griet, { name: 'Na een zware bevalling', about: 'Een paar gesprekken om te vertellen wat er gebeurde. U mag samen komen.', kind: 'afterLoss', level: 'basic', ages: { from: 0, until: 23 }, areas: south, languages: ['nl', 'fr'] }, 3),
  midwives: service('midwives', saskia, { name: 'Extra huisbezoek van de vroedvrouw', about: 'De vroedvrouw komt vaker bij u thuis, voor en na de geboorte.', kind: 'aroundBirth', level: 'preventive', ages: { from: -9, until: 2 }, areas: south, languages: ['nl', 'fr', 'ar'] }, 0, 5),
  anchor: service('anchor', jan, { name: 'Thuisbegeleiding', about: 'Elke week iemand aan huis, voor alles wat met de kinderen te maken heeft.', kind: 'atHome', level: 'basic', ages: { from: 0, until: 71 }, areas: south, languages: ['nl', 'fr', 'ar'] }, 5),
} as const satisfies Readonly<Record<string, DemoService>>

/** What a family is shown of a service on a day. */
export const optionOf = ({ id: serviceId, organisation, content: { name, about }, wait }: DemoService, optionId: string, days: Days) => ({
  optionId, serviceId, organisation: organisation.id, organisationName: organisation.name, name, ...(about !== undefined && { about }), ...(wait !== undefined && { wait: { weeks: wait.weeks, toldOn: days.ago(wait.toldAgo) } }),
})

/** Every organisation of which a service of this kind suits a child of this age, in months, in this place. */
export const suitableFor = (kind: ServiceContent['kind'], ageMonths: number, area: string): readonly string[] =>
  [...new Set(Object.values<DemoService>(services).filter(({ content }) => content.kind === kind && content.areas.includes(area) && content.ages.from <= ageMonths && ageMonths <= content.ages.until).map(({ organisation }) => organisation.id))]


// Invented families as real commands make them, for the bench of the API: their events, and the register of who works with them.
import { randomUUID } from 'node:crypto'
import { familyCase } from '@samenspel/family-case'
import { isRefused } from '@samenspel/kernel'
import { organisation, practitioner } from '@samenspel/register'
import { authorityBasisOf } from '../../../apps/api/src/composition/authority-basis.ts'
import { daysFrom } from '../../../libs/demo-region/src/days.ts'
import { familyScript, fiveLevels } from '../../../libs/demo-region/src/families/family-script.ts'
import { demoId } from '../../../libs/demo-region/src/ids.ts'
import { organisations } from '../../../libs/demo-region/src/region/organisations.ts'
import { acting, practitioners } from '../../../libs/demo-region/src/region/practitioners.ts'
import { register } from '../../../libs/demo-region/src/region/register.ts'

const { schakel, wilgenboom, ziekenhuis } = organisations
const { lotte, eva, ruud } = practitioners

/** Families of one coordinator. */
export const caseload = 40
/** Events of a family about which nothing else is said. */
export const usualEvents = 20

const days = daysFrom(Temporal.Now.plainDateISO('Europe/Amsterdam').toString())

/** A coordinating specialist, by number; beside her stands whoever works in the demo region. */
export const coordinator = (number) => ({ id: demoId(`bench coordinator ${number}`), name: `Specialist ${number}`, title: 'IMH-specialist', organisation: schakel, registered: true, offers: [] })

const deciders = { organisation, practitioner }

/** What is in the register, stream by stream: that of the demo region, and the coordinators. */
export const registerStreams = (coordinators) => {
  const commands = register(days).filter(({ to }) => to in deciders)
  for (const one of Array.from({ length: coordinators }, (_, number) => coordinator(number))) {
    const { by, at } = commands[0].command
    commands.push(
      { to: 'practitioner', id: one.id, command: { type: 'RegisterPractitioner', by, at, practitionerId: one.id, name: one.name, title: one.title, discipline: one.organisation.discipline, organisation: one.organisation.id, phone: one.organisation.location.phone } },
      { to: 'practitioner', id: one.id, command: { type: 'RecordImhRegistration', by, at, registrationId: demoId(`registration ${one.id}`), from: days.monthsAgo(14), termMonths: 60 } },
    )
  }
  return [...Map.groupBy(commands, ({ to, id }) => `${to}-${id}`)].map(([stream, some]) => ({ stream, kind: some[0].to, ...played(deciders[some[0].to], some[0].to, some[0].id, some.map(({ command }) => command)) }))
}

/** What happens when commands are carried out one after the other, command by command, each event with the ground on which it rests. */
const played = (decider, kind, id, commands) => {
  let state = decider.initial
  const decisions = commands.map((command) => {
    const decision = decider.decide(command, state)
    if (isRefused(decision)) throw new Error(`${command.type}: ${JSON.stringify(decision.refusal)}`)
    const grounds = decision.events.map((event) => authorityBasisOf({ kind, id, by: event.by, at: event.at, subject: event.subject, ...(kind === 'family' && { file: state }) }))
    state = decision.events.reduce(decider.evolve, state)
    return { events: decision.events, grounds }
  })
  return { decisions }
}

const told = [
  'Aan tafel draaide zij haar hoofd weg en duwde de lepel van zich af. Daarna keek zij lang naar het raam, en kwam zij zelf terug.',
  'Zij viel in slaap met haar hand op de arm van haar vader. De groep was stil, het licht was uit, en niemand liep langs.',
  'Na het bezoek aan het ziekenhuis wilde zij gedragen worden. Zij huilde niet, en liet ook niet los tot haar moeder er was.',
  'Vandaag lachte zij om het spel met de doek. Drie keer achter elkaar kwam zij dichterbij, en toen was het genoeg.',
]
const subjectsOf = (child, mother) => [{ kind: 'child', person: child }, { kind: 'child', person: child }, { kind: 'relation', persons: [child, mother].sort() }, { kind: 'child', person: child }]
const labels = ['development', 'social', 'relationship', 'plan']

/** The commands of a family: what every file begins with, then entries of all kinds until there are as many as were asked for. */
const commandsOf = (name, owner, entries, number) => {
  const story = familyScript(name, 'NL', owner, days)
  const { own } = story
  const [child, mother, father] = [own('child'), own('mother'), own('father')]
  const parents = [mother, father]
  const [about, , bond] = subjectsOf(child, mother)
  story.open(400, `Gezin ${number}`, `B-${number}`, [
    { memberId: child, role: 'child', firstName: 'Roos', birthDate: days.monthsAgo(30, 12), isIndexChild: true, inHousehold: true },
    { memberId: mother, role: 'mother', firstName: 'Ans', isIndexChild: false, inHousehold: true, phone: '0800 555 0311', language: 'nl' },
    { memberId: father, role: 'father', firstName: 'Teun', isIndexChild: false, inHousehold: true, language: 'nl' },
  ], { title: 'Zien wat zij bedoelt', route: 'bond', scale: 'five', start: -1, isParentsOwn: false, forParents: 'Samen zien wat zij bedoelt.', levels: fiveLevels('Zelden.', 'Soms.', 'Meestal.', 'Bijna altijd.', 'Ook als het druk is.') })
  for (const parent of parents) story.authority(400, child, parent, days.monthsAgo(30, 12))
  story.team(399, lotte, about, 'social')
  const isLong = entries > usualEvents
  if (isLong) {
    for (const parent of parents) story.dyad(399, 'parentAndChild', parent, child)
    story.team(399, eva, about, 'social')
    story.team(399, ruud, about, 'social', true)
    story.helpLine(399, 'ownGp', 'Huisartsen Rankstraat', '0800 555 0401')
    story.question(398, 'Wat heeft zij nodig om weer met plezier te eten?')
  }
  for (const subject of isLong ? [about, bond] : [about]) story.consent(399, subject, isLong ? [...labels, 'contact', 'medical'] : ['development', 'social'], schakel, parents)
  if (isLong) for (const to of [wilgenboom, ziekenhuis]) story.consent(399, about, ['development', 'social'], to, parents)
  story.namedAction(20, 'call', 'De huisarts bellen', owner.id, days.ago(3))
  const writers = isLong ? [owner, lotte, eva, owner] : [owner, lotte]
  const contribution = (ago, i) => {
    story.contribution(writers[i % writers.length], ago, '12:40', subjectsOf(child, mother)[i % 4], {
      kind: i % 3 === 0 ? 'fourPart' : 'note', category: labels[i % 4], setting: i % 2 === 0 ? 'group' : 'home', window: ['below', 'within', 'above'][i % 3], situation: told[i % told.length],
      ...(i % 3 === 0 && { parentsTold: 'Thuis wil zij zelf de lepel kiezen.', whatWeDo: 'Twee lepels op tafel leggen en wachten.', possibleMeaning: told[(i + 1) % told.length] }), ...(i % 5 === 0 && { forParents: 'Zij koos vandaag zelf de gele lepel.' }),
    })
  }
  // A long file has as much of each kind as one gets in some years; the rest, most of it, is what people wrote day by day.
  if (isLong) {
    story.goal(390, 'eating', about, { title: 'Zij eet mee op de groep', route: 'child', scale: 'five', start: -2, isParentsOwn: true, forParents: 'Zij eet op de groep, net als thuis.', levels: fiveLevels('Niets.', 'Zij raakt het aan.', 'Een paar hapjes.', 'Een half bakje.', 'Zoals thuis.') })
    for (let i = 0; i < 12; i += 1) story.lifeEvent([owner, eva][i % 2], 390 - i, about, { category: labels[i % 2], occurredOn: days.monthsAgo(28 - i), precision: 'month', title: `Een stap ${i + 1}`, text: told[i % told.length], weight: ['strain', 'strength', 'neutral'][i % 3], setting: 'home' })
    for (let i = 0; i < 10; i += 1) story.score(lotte, 300 - 20 * i, 'eating', i % 5 - 2)
    for (let i = 0; i < 5; i += 1) story.card(lotte, 300 - i, `Afspraak ${i + 1}`, 'Altijd twee lepels op tafel. Zij kiest en brengt hem zelf naar haar mond.', { atHome: 'Twee lepels naast haar eigen bakje.', inGroup: 'De lepels liggen klaar.' })
    for (let i = 0; i < 8; i += 1) story.namedAction(200 - i, `step ${i}`, `Stap ${i + 1} bespreken`, i % 2 === 0 ? owner.id : lotte.id, days.ago(150 - i))
    for (let i = 0; i < 6; i += 1) {
      const by = i % 2 === 0 ? owner : lotte
      story.inCase(acting(by), story.moment(140 - i, '16:00'), { type: 'CompleteAction', actionId: own(`action step ${i}`) })
    }
  }
  let written = 0
  const events = () => eventsOf(story).length
  let count = events()
  for (; count < entries; count += 1) contribution(Math.max(1, 380 - Math.floor(written * 380 / entries)), written++)
  return { id: story.id, child, contributions: written, commands: story.steps.map(({ command }) => command) }
}

const eventsOf = (story) => played(familyCase, 'family', story.id, story.steps.map(({ command }) => command)).decisions.flatMap(({ events }) => events)

/** A long file of so many events. */
export const longFamily = (name, owner, events) => {
  const { id, contributions, commands } = commandsOf(name, owner, events, name)
  return { id, stream: `family-${id}`, contributions, ...played(familyCase, 'family', id, commands) }
}

/**
 * Many families alike: the events of one, decided once, with new ids, another coordinator and another name for each.
 * @returns makes the family with that number
 */
export const usualFamilies = () => {
  const owner = coordinator(0)
  const { id, child, commands } = commandsOf('usual', owner, usualEvents, '§§')
  const { decisions } = played(familyCase, 'family', id, commands)
  const known = new Set([...Object.values(organisations).flatMap((one) => [one.id, one.location.id]), ...Object.values(practitioners).map((one) => one.id)])
  const pieces = JSON.stringify(decisions).split(/([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|§§)/)
  return (number) => {
    const own = new Map([[owner.id, coordinator(Math.floor(number / caseload)).id], ['§§', String(number).padStart(6, '0')], [id, familyId(number)], [child, childId(number)]])
    const text = pieces.map((piece, i) => {
      if (i % 2 === 0 || known.has(piece)) return piece
      const other = own.get(piece) ?? randomUUID()
      own.set(piece, other)
      return other
    }).join('')
    return { id: familyId(number), stream: `family-${familyId(number)}`, decisions: sortedRelations(JSON.parse(text)) }
  }
}

/** The two ids of a bond stand in alphabetical order. */
const sortedRelations = (decisions) => {
  for (const { events } of decisions) for (const { subject } of events) if (subject.kind === 'relation') subject.persons.sort()
  return decisions
}

export const familyId = (number) => demoId(`bench family ${number}`)
export const childId = (number) => demoId(`bench child ${number}`)

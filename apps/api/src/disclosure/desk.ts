/** What a command may be made from: who asks, when, and what of the family opened to them; and who may ask it. */
import { consentOn, decide, momentIn, plainEntry } from '@samenspel/access'
import { decidedBy, findMember, indexSubject, isAdult, isChild, isInTeam, subjectOf as subjectOfMember, type Contribution, type HelpSearch, type Invitation, type Meeting, type Member, type PartKind, type PracticeCard, type Question, type StatedEntry } from '@samenspel/family-case'
import type { KnownNames } from '@samenspel/intl/traces'
import { categories, covers, dayOf, subjectKey, zoneOf, type Actor, type Category, type Discipline, type Id, type IsoDate, type IsoInstant, type Jurisdiction, type LocationId, type OrganisationId, type PersonId, type Subject, type Zone } from '@samenspel/kernel'
import { hasValidRegistration, mayCoordinateBehind, travelMinutes } from '@samenspel/register'
import { Refused } from '../graphql/refused.ts'
import type { ToAct } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { wouldReadOwnWords } from './own-words.ts'
import { peaceOf } from './peace.ts'
import { mayWith, shown } from './gate.ts'
import { carersOf, parentsAtHome, peopleAtHome } from './household.ts'
import { guardedAs, type Item, type ItemKind, type ItemOf, type Part } from './items.ts'
import type { Occasion } from './log-lines.ts'
import { knownNamesOf } from './known-names.ts'
import { isRegisteredHere } from './registration.ts'
import { ageFor } from './age-for.ts'
import { openNote } from './tracks.ts'
import { ownId } from '../ids/own-id.ts'

/** What words are put beside: who recorded it, about whom and under which label. */
export type Stating = { readonly entry: StatedEntry; readonly entryBy: PersonId; readonly entryAbout: Subject; readonly entryCategory: Category }

/** What a command may be made from: who asks, when, and what of the family opened to them. */
export type Desk = {
  readonly by: Actor
  readonly at: IsoInstant
  readonly today: IsoDate
  readonly zone: Zone
  readonly jurisdiction: Jurisdiction
  readonly registrationValid: boolean
  readonly members: readonly PersonId[]
  readonly adults: readonly PersonId[]
  readonly indexSubject: Subject
  /** A new id that is the same for a repeat of the same command. */
  readonly id: (name: string) => Id
  /** @throws Refused `not-found` unless this opened to who asks. */
  readonly mustSee: (kind: ItemKind, id: Id) => void
  /** @throws Refused `not-found` unless a wording of this part of the plan opened to who asks. */
  readonly mustSeePart: (kind: PartKind, of: string) => void
  /** What a parent wants in their own words is noted by whom those words would open to, whether there are any or not: no refusal tells which. @throws Refused `not-found` */
  readonly mustNoteFor: (parent: PersonId) => void
  /** About whom of this family somebody has a say, whatever of it opened: only their own yes or no is recorded of it. */
  readonly decidedBy: (person: PersonId) => readonly Subject[]
  /** The needs that opened to who asks. */
  readonly knownNeeds: readonly Id[]
  /** A search for help that opened to who asks. @throws Refused `not-found` */
  readonly helpSearch: (id: Id) => HelpSearch
  /** The practice card in these words, as it opened to who asks. @throws Refused `not-found` */
  readonly practiceCard: (version: Id) => PracticeCard
  /** The age in months that counts for help for somebody, as far as it opened to who asks. */
  readonly ageFor: (subject: Subject) => number | undefined
  /** By which name a part that opened to who asks is guarded, who wrote it, about whom it is, and who comes along to it. @throws Refused `not-found` */
  readonly seen: (kind: ItemKind, id: Id) => { readonly entry: Part; readonly entryBy: PersonId; readonly entryAbout: Subject; readonly attends: readonly PersonId[] }
  /** Factors that a hypothesis rests on and that didn't open to who asks. @throws Refused `not-found` unless the hypothesis did */
  readonly unseenFactors: (hypothesisId: Id) => { readonly supporting: readonly Id[]; readonly opposing: readonly Id[] }
  /** About whom a part is that opened to who asks, and under which label. @throws Refused `not-found` */
  readonly recordOf: (kind: ItemKind, id: Id) => { readonly subject: Subject; readonly category: Category }
  /** A meeting about the plan that opened to who asks. @throws Refused `not-found` */
  readonly meeting: (id: Id) => Pick<Meeting, 'attendees' | 'purpose'>
  /** The organisation for which who asks is in the team. @throws Refused `not-in-team` */
  readonly ownOrganisation: OrganisationId
  /** What somebody puts own words beside (P-03). @throws Refused `not-found` unless who asks may do so */
  readonly stating: (entry: StatedEntry) => Stating
  /** The safety track of a note beside which who asks may put own words. @throws Refused `not-found` */
  readonly trackOf: (noteId: Id) => Id
  /** What a professional answers a statement about that opened to them. @throws Refused `not-found` */
  readonly answering: (statementId: Id) => Stating
  /** @throws Refused `not-found` unless a part of this proposal opened to who asks. */
  readonly mustSeeProposal: (proposalId: Id) => void
  /** @throws Refused `not-found` unless who asks comes along to this appointment, as one of the family. */
  readonly mustAttend: (appointmentId: Id) => void
  /**
   * As `mustAttend`; who coordinates calls off what somebody who comes along said can't go on (`saidBy`), and after a loss, and while it
   * rests, also of themselves. @throws Refused `not-found`, `not-coordinator`, `registration-not-valid`
   */
  readonly mustCancel: (appointmentId: Id, saidBy?: PersonId) => void
  /** @throws Refused `not-found` unless who asks may know of this person, as somebody of the family or of the team. */
  readonly mustKnow: (person: PersonId) => void
  /** @throws Refused `not-in-team` */
  readonly mustBeInTeam: () => void
  /**
   * Who sets the week of somebody at home, or, without a person, what holds for the family as a whole: a parent at home in person,
   * or who coordinates, after the word of one (`saidBy`).
   * @throws Refused `not-found`, `not-yourself`, `not-a-parent`, `said-by-missing`, `not-coordinator`, `registration-not-valid`
   */
  readonly settingWeek: (person: PersonId | undefined, saidBy: PersonId | undefined) => Actor
  /** Who may slow down what is planned: a parent at home, or who coordinates. @throws as `settingWeek` does */
  readonly mustSetPace: () => void
  /** @throws Refused `family-silent` while nothing new may be asked of the family, after a loss */
  readonly mustReach: () => void
  /** What a person of the family is to what is recorded about them. @throws Refused `not-found` */
  readonly subjectOf: (person: PersonId) => Subject
  /** Who is in the team today, with the organisation and the discipline for which. */
  readonly team: readonly { readonly practitionerId: PersonId; readonly organisation: OrganisationId; readonly discipline: Discipline }[]
  /** Places of an organisation. */
  readonly placesOf: (organisation: OrganisationId) => readonly LocationId[]
  /** Whose appointment a need is that opened to who asks. @throws Refused `not-found` */
  readonly organisationOf: (needId: Id) => OrganisationId
  /** Of the team for this organisation, or who coordinates. @throws Refused `not-in-team`, `not-coordinator`, `registration-not-valid` */
  readonly mustAskFor: (organisation: OrganisationId) => void
  /** The coordinator or who stands in, with a valid registration. @throws Refused `not-coordinator`, `registration-not-valid` */
  readonly mustCoordinate: () => void
  /** What the register says today of somebody of the team whom who asks knows. @throws Refused `not-found` */
  readonly registered: (person: PersonId) => { readonly isValid: boolean; readonly mayBeBehind: boolean }
  /** Whether who asks coordinates this family, or stands in. */
  readonly coordinates: boolean
  /** Something is still planned that opened to who asks. */
  readonly hasAppointmentsAhead: boolean
  /** Whom an appointment is about to which these go: the child before anybody else, then who asks. */
  readonly aboutWhom: (attendees: readonly PersonId[]) => Subject
  /** @throws Refused `not-found` unless who asks may know of everybody whom a subject names. */
  readonly mustKnowSubject: (subject: Subject) => void
  /** Whether consent lets a professional read anything about somebody now. */
  readonly hasConsent: (subject: Subject, reader: { readonly organisation: OrganisationId; readonly discipline: Discipline }) => boolean
  /** What an organisation does that who asks may know of: it is in the team, or a consent names it. @throws Refused `not-found` */
  readonly disciplineOf: (organisation: OrganisationId) => Discipline | undefined
  /** About whom, or which bond, there is a consent that opened to who asks. */
  readonly sharedAbout: readonly Subject[]
  /** A contribution of which a version opened to who asks, as it was first recorded. @throws Refused `not-found` */
  readonly contribution: (id: Id) => Contribution
  /** A question to a colleague that opened to who asks. @throws Refused `not-found` */
  readonly question: (id: Id) => Question
  /** Whether a professional of the team may read what who asks writes about somebody under this label, now. */
  readonly mayRead: (person: PersonId, subject: Subject, category: Category) => boolean
  /** An invitation that opened to who asks. @throws Refused `not-found` */
  readonly invitation: (id: Id) => Invitation
  /** Where a place lies that who asks knows of. @throws Refused `place-unknown` */
  readonly pointOf: (place: LocationId) => { readonly x: number; readonly y: number }
  /** Names that may stand in nothing that leaves this file, of whom and what opened to who asks. */
  readonly names: KnownNames
  /** Travel minutes between the family's home and a place. @throws Refused `place-unknown` unless who asks knows of this place. */
  readonly wayTo: (place: LocationId) => number
}

/** @param touch is told what a command turns out to be about */
export const deskOf = ({ occasion, opened, isNamed }: ToAct, commandId: Id, touch: (item: Pick<Item, 'subject' | 'category'>) => void): Desk => {
  const { asking, record, now } = occasion
  const { actor } = asking
  const { file, directory, agenda } = record
  const { family, careTeam } = file
  const zone = zoneOf(family.jurisdiction)
  const today = dayOf(now, zone)
  const peace = peaceOf(record, now)
  const must = (condition: boolean, code = 'not-found') => { if (!condition) throw new Refused(code) }
  const touched = (items: readonly Item[]) => { must(items.length > 0); items.forEach(touch) }
  const itemsOf = (kind: ItemKind, is: (item: Item) => boolean) => shown(opened(), kind).map(({ item }): Item => item).filter(is)
  /** What opened to who asks under this id, which the command is then about. */
  const valueOf = <Kind extends ItemKind>(kind: Kind, id: Id): ItemOf<Kind>['value'] => {
    const found = shown(opened(), kind).find(({ item }) => item.id === id)?.item
    if (found === undefined) throw new Refused('not-found')
    touch(found)
    return found.value
  }
  const registrationValid = isRegisteredHere(file, directory, actor.person, today)
  const coordinates = actor.onBehalfOf !== undefined || careTeam.coordinator === actor.person
  const mustCoordinate = () => {
    must(coordinates, 'not-coordinator')
    must(registrationValid, 'registration-not-valid')
  }
  const atHome = parentsAtHome(family)
  const mustAttend = (id: Id, person: PersonId = actor.person) => { touched(itemsOf('appointment', (item) => item.kind === 'appointment' && item.id === id && item.value.asked.includes(person))) }
  /** A parent sets the own week and that of the children; nobody sets, or suggests, that of the other parent. */
  const mustMakeWeekOf = (person: PersonId | undefined, parent: PersonId) => {
    must(atHome.includes(parent), 'not-a-parent')
    if (person === undefined || person === parent) return
    must(opened().named.has(person))
    must(peopleAtHome(family).some((member) => member.memberId === person && isChild(member)) && carersOf(family, person, today).includes(parent), 'not-yourself')
  }
  const statingOf = (entry: StatedEntry): Stating => {
    const [item] = itemsOf(entry.kind, (one) => one.id === entry.id)
    if (item === undefined || item.category === 'unlabelled') throw new Refused('not-found')
    return { entry, entryBy: item.by.person, entryAbout: item.subject, entryCategory: item.category }
  }
  const team = careTeam.members.filter((member) => covers(member, today)).map(({ practitionerId, organisation, discipline }) => ({ practitionerId, organisation, discipline }))
  return {
    settingWeek: (person, saidBy) => {
      if (actor.role === 'familyMember') {
        must(saidBy === undefined || saidBy === actor.person, 'not-yourself')
        mustMakeWeekOf(person, actor.person)
        return actor
      }
      mustCoordinate()
      if (saidBy === undefined) throw new Refused('said-by-missing')
      mustMakeWeekOf(person, saidBy)
      if (person !== undefined && agenda.rhythm.byPerson.has(person)) touched(itemsOf('rhythm', (item) => item.id === person))
      return { ...actor, onBehalfOf: saidBy }
    },
    mustSetPace: () => { if (actor.role === 'familyMember') must(atHome.includes(actor.person), 'not-a-parent'); else mustCoordinate() },
    mustReach: () => { must(peace !== 'loss', 'family-silent') },
    subjectOf: (person) => {
      const member = findMember(family, person)
      if (member === undefined) throw new Refused('not-found')
      return subjectOfMember(member)
    },
    by: actor, at: now, today, zone, jurisdiction: family.jurisdiction,
    registrationValid,
    members: family.members.map(({ memberId }) => memberId), adults: family.members.filter(isAdult).map(({ memberId }) => memberId),
    indexSubject: indexSubject(family), id: (name) => ownId(actor.person, commandId, name),
    mustSee: (kind, id) => { touched(itemsOf(kind, (item) => item.id === id)) },
    mustSeePart: (kind, of) => { touched(itemsOf('planPart', (item) => item.kind === 'planPart' && item.value.content.kind === kind && item.value.of === of)) },
    mustNoteFor: (parent) => { must(actor.role !== 'professional' || wouldReadOwnWords(occasion, parent) || itemsOf('planPart', (item) => item.kind === 'planPart' && item.value.content.kind === 'parentsGoal' && item.value.of === parent).length > 0) },
    decidedBy: (person) => decidedBy(person, file, today),
    get knownNeeds() { return shown(opened(), 'need').map(({ item }) => item.id) },
    seen: (kind, id) => {
      // Of several wordings the newest.
      const item = itemsOf(kind, (one) => one.id === id || guardedAs(one, record).id === id).at(-1)
      if (item === undefined) throw new Refused('not-found')
      const attends = attendsIn(item, (child) => carersOf(family, child, today))
      return { entry: guardedAs(item, record), entryBy: item.by.person, entryAbout: item.subject, attends }
    },
    unseenFactors: (hypothesisId) => {
      const hypothesis = shown(opened(), 'hypothesis').find(({ item }) => item.id === hypothesisId)?.item.value
      if (hypothesis === undefined) throw new Refused('not-found')
      const seen = new Set(shown(opened(), 'factor').map(({ item }) => item.id))
      const unseen = (ids: readonly Id[]) => ids.filter((one) => !seen.has(one))
      return { supporting: unseen(hypothesis.supporting), opposing: unseen(hypothesis.opposing) }
    },
    recordOf: (kind, id) => {
      const [item] = itemsOf(kind, (one) => one.id === id)
      if (item === undefined || item.category === 'unlabelled') throw new Refused('not-found')
      touch(item)
      return { subject: item.subject, category: item.category }
    },
    helpSearch: (searchId) => valueOf('helpSearch', searchId),
    practiceCard: (version) => valueOf('practiceCard', version),
    ageFor: (subject) => ageFor(opened(), subject, today),
    meeting: (meetingId) => valueOf('meeting', meetingId),
    get names() { return knownNamesOf(record, opened()) },
    get ownOrganisation() {
      const own = team.find(({ practitionerId }) => practitionerId === actor.person)?.organisation
      if (own === undefined) throw new Refused('not-in-team')
      return own
    },
    stating: (entry) => {
      touched(itemsOf(entry.kind, (item) => item.id === entry.id))
      // What a meeting closed on, whoever wrote it puts right by words beside it: to them a remark at their own.
      const isOwn = (entry.kind === 'meetingMinutes' || entry.kind === 'meetingReport') && actor.role === 'professional' && itemsOf(entry.kind, (item) => item.id === entry.id).some(({ by }) => by.person === actor.person)
      must(mayWith(record, occasion.asking, factsOf(record, occasion.asking), now, isOwn ? 'annotate' : 'correctByStatement')(entry.kind, entry.id))
      return statingOf(entry)
    },
    trackOf: (noteId) => {
      const note = openNote(record, asking, factsOf(record, asking), now, noteId)
      if (note === undefined) throw new Refused('not-found')
      touch({ subject: { kind: 'adult', person: actor.person }, category: 'safety' })
      return note.track.trackId
    },
    answering: (statementId) => {
      const statement = shown(opened(), 'correction').find(({ item }) => item.id === statementId)?.item
      if (statement === undefined || actor.role !== 'professional') throw new Refused('not-found')
      touched([statement])
      return statingOf(statement.value.entry)
    },
    mustSeeProposal: (proposalId) => { touched(itemsOf('appointment', (item) => item.kind === 'appointment' && item.value.proposalId === proposalId)) },
    mustAttend: (id) => { mustAttend(id) },
    mustCancel: (id, saidBy) => {
      if (saidBy !== undefined) {
        mustCoordinate()
        mustAttend(id, saidBy)
      } else if (coordinates && peace !== undefined) touched(itemsOf('appointment', (item) => item.id === id))
      else mustAttend(id)
    },
    mustKnow: (person) => { must(isNamed(person)) },
    mustKnowSubject: (subject) => { for (const person of subject.kind === 'case' ? [] : subject.kind === 'relation' ? subject.persons : [subject.person]) must(isNamed(person)) },
    hasConsent: (subject, reader) => isLetIn(occasion, subject, reader),
    disciplineOf: (organisation) => {
      const names = shown(opened(), 'consent').some(({ item: { value: { recipient } } }) => recipient.kind === 'organisation' && recipient.organisation === organisation)
      const helps = !opened().isGuarded && shown(opened(), 'teamMember').some(({ item: { value } }) => value.organisation === organisation)
      must(names || helps)
      return directory.organisation(organisation)?.discipline
    },
    get sharedAbout() { return [...new Map(shown(opened(), 'consent').map(({ item: { subject } }) => [subjectKey(subject), subject])).values()] },
    contribution: (id) => valueOf('contribution', id),
    question: (id) => valueOf('question', id),
    mayRead: (person, subject, category) => maybeReader(occasion, person, subject, category),
    invitation: (id) => valueOf('invitation', id),
    mustBeInTeam: () => { must(isInTeam(careTeam, actor.person, today), 'not-in-team') },
    mustCoordinate,
    registered: (person) => {
      must(shown(opened(), 'teamMember').some(({ item: { value } }) => value.practitionerId === person))
      return {
        isValid: hasValidRegistration(directory.practitioner(person), today),
        mayBeBehind: team.some(({ practitionerId, discipline }) => practitionerId === person && mayCoordinateBehind(family.jurisdiction, discipline)),
      }
    },
    coordinates,
    get hasAppointmentsAhead() { return shown(opened(), 'appointment').some(({ item: { value } }) => value.date >= today && (value.status === 'confirmed' || value.status === 'proposed')) },
    aboutWhom: (attendees) => subjectOfAppointment(family.members, attendees, actor.person),
    pointOf: (place) => {
      const point = directory.place(place)?.point
      const ofTeam = new Set(shown(opened(), 'teamMember').map(({ item: { value } }) => value.organisation))
      const known = [...ofTeam].flatMap((organisation) => directory.organisation(organisation)?.locations ?? []).some(({ locationId }) => locationId === place)
      must(known && point !== undefined, 'place-unknown')
      return point ?? { x: 0, y: 0 }
    },
    wayTo: (place) => {
      const own = actor.organisation === undefined ? [] : directory.organisation(actor.organisation)?.locations.map(({ locationId }) => locationId) ?? []
      const ofAppointments = opened().items.flatMap(({ place: where }) => where?.appointment?.modality.kind === 'onsite' ? [where.appointment.modality.place] : where?.elsewhere?.place.kind === 'known' ? [where.elsewhere.place.place] : [])
      const [home, there] = [family.home?.point, directory.place(place)?.point]
      must([...own, ...ofAppointments].includes(place) && there !== undefined, 'place-unknown')
      return home === undefined || there === undefined ? 0 : travelMinutes(home, there)
    },
    team,
    placesOf: (organisation) => (directory.organisation(organisation)?.locations ?? []).map(({ locationId }) => locationId),
    organisationOf: (needId) => {
      const need = shown(opened(), 'need').find(({ item }) => item.id === needId)
      if (need === undefined) throw new Refused('not-found')
      return need.item.value.organisation
    },
    mustAskFor: (organisation) => {
      if (team.some(({ practitionerId, organisation: own }) => practitionerId === actor.person && own === organisation)) return
      mustCoordinate()
    },
  }
}

/** What the policies say of somebody else of the team, about something that who asks writes today. */
const maybeReader = ({ asking, record, now }: Pick<Occasion, 'asking' | 'record' | 'now'>, person: PersonId, subject: Subject, category: Category): boolean => {
  const { person: author, organisation: own, discipline: field } = asking.actor
  const facts = factsOf(record, asking)
  const { today } = momentIn(facts.jurisdiction, now)
  const entry = { ...plainEntry, subject, category, author: { person: author, ...(own !== undefined && { organisation: own }), ...(field !== undefined && { discipline: field }) }, recorded: today, occurred: today }
  return record.file.careTeam.members.some((member) => member.practitionerId === person && covers(member, today) &&
    decide({ kind: 'care', person, organisation: member.organisation, discipline: member.discipline, secondFactor: true, purpose: 'treatment' }, 'read', entry, facts, now).outcome === 'content')
}

/** Whether consent lets a reader in: whether anything at all about somebody may be read by them now, whoever asks. */
export const isLetIn = ({ asking, record, now }: Pick<Occasion, 'asking' | 'record' | 'now'>, subject: Subject, reader: { readonly organisation: OrganisationId; readonly discipline: Discipline }): boolean => {
  const facts = factsOf(record, asking)
  const moment = momentIn(facts.jurisdiction, now)
  return categories.some((label) => consentOn(subject, label, reader, facts, moment) === 'grant')
}

const subjectOfAppointment = (members: readonly Member[], attendees: readonly PersonId[], asks: PersonId): Subject => {
  const going = members.filter((member) => attendees.includes(member.memberId) && (isChild(member) || isAdult(member)))
  if (going.length !== new Set(attendees).size) throw new Refused('not-of-this-family')
  const child = going.find(({ isIndexChild }) => isIndexChild) ?? going.find((member) => isChild(member)) ?? going.find(({ role }) => role === 'sibling')
  if (child !== undefined) return { kind: child.role === 'sibling' ? 'sibling' : 'child', person: child.memberId }
  const adult = going.find(({ memberId }) => memberId === asks) ?? going[0]
  return adult === undefined ? { kind: 'case' } : { kind: 'adult', person: adult.memberId }
}

/** Who comes along to something, or keeps it: nobody is kept from that. A week is kept by whose it is, and by who cares for that child. */
const attendsIn = (item: Item, carersFor: (child: PersonId) => readonly PersonId[]): readonly PersonId[] => {
  switch (item.kind) {
    case 'appointment':
    case 'elsewhere': return item.value.attendees
    case 'need': return item.value.attendance.flat()
    case 'rhythm': return [item.value.person, ...carersFor(item.value.person)]
    case 'changeRequest': return [item.value.person]
    case 'member': return [item.value.memberId]
    default: return []
  }
}

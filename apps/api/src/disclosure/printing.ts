/**
 * What is taken along on paper, so the log says that it was: a visit, for a family that doesn't use the app, as one parent may know it and
 * whoever prints it as well; and the plan, for one parent in the same way, or for who works with it as far as that may be taken along.
 */
import { findMember, isAdult, isChild } from '@samenspel/family-case'
import type { FamilyId, Id, PersonId } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import type { PrintedPart, PrintedPlan, PrintedVisit } from '../graphql/types/printing.ts'
import type { Language } from '../sessions/identity.ts'
import type { Session } from '../sessions/sessions.ts'
import { coordinatesHere, look, readerFor, type DisclosingParts, type Looked } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { open, shown, type Opened } from './gate.ts'
import { exportLines } from './log-lines.ts'
import { forBoth } from './on-paper.ts'
import { refuse } from './refuse.ts'
import { isRegisteredHere } from './registration.ts'
import { askingOf, todayIn } from './viewer.ts'
import { analysisView } from './views/analysis.ts'
import { closingView } from './views/course.ts'
import { familyPlanView } from './views/family-plan.ts'
import { membersView, supportsView, teamView } from './views/people.ts'
import { actionsView, agreementCardsView, goalsView, guidingQuestionView } from './views/plan.ts'
import type { ItemKind } from './items.ts'
import { bundlesView, partsOf } from './views/appointments.ts'
import { professional, namesOf } from './views/reader.ts'

export type Printing = {
  /** @throws Refused `not-found`, `not-coordinator`, `plan-not-for-them` */
  readonly plan: (session: Session, family: FamilyId, parent: PersonId | undefined, language: Language) => Promise<PrintedPlan>
  /** @throws Refused `not-found`, `not-coordinator`, `visit-unknown` */
  readonly visit: (session: Session, family: FamilyId, visit: Id, parent: PersonId, language: Language) => Promise<PrintedVisit>
}

/** What stands on the pages of a plan, for whomever they are. */
const planKinds: ReadonlySet<ItemKind> = new Set<ItemKind>([
  'guidingQuestion', 'goal', 'goalEnd', 'goalScore', 'agreementCard', 'action', 'planPart', 'planVariant', 'planLineEnd', 'planVersion', 'evaluation',
])
/**
 * What stands beside it for who works with it: who is who, where the work begins, and how it ended. Not the hypotheses: of those, who
 * prints may take along their own alone, and one of two rivals would tell something else than both.
 */
const workingKinds: ReadonlySet<ItemKind> = new Set<ItemKind>(['member', 'teamMember', 'support', 'portOfEntry', 'closing'])

export const openPrinting = (parts: DisclosingParts): Printing => ({
  plan: async (session, family, parent, language) => {
    const looked = await look(parts, await askingOf(session, parts.files), family, 'printedPlan')
    if (looked === undefined) throw new Refused('not-found')
    const { occasion } = looked
    const { record, now, asking } = occasion
    const member = parent === undefined ? undefined : findMember(record.file.family, parent)
    if (parent !== undefined && !mayPrint(looked)) return refuse(parts, occasion, 'export', 'not-coordinator')
    if (parent !== undefined && (member === undefined || !isAdult(member) || !looked.opened.named.has(parent))) return refuse(parts, occasion, 'export', 'plan-not-for-them')
    const forWhom = parent === undefined ? { ...asking, session: { ...asking.session, language } } : await askingOf({ person: parent, role: 'familyMember', app: 'parent', language, key: '', secondFactor: true }, parts.files)
    const opened = parent === undefined ? open(record, forWhom, factsOf(record, forWhom), now, 'export') : open(record, forWhom, factsOf(record, forWhom), now)
    const taken = opened === undefined ? undefined : forBoth(opened, looked.opened, ({ item }) => planKinds.has(item.kind) || (parent === undefined && workingKinds.has(item.kind)))
    if (taken === undefined || !taken.items.some(({ item }) => planKinds.has(item.kind) || item.kind === 'closing')) return refuse(parts, occasion, 'export', 'plan-not-for-them')
    const reader = await readerFor(parts, forWhom, record, taken, now)
    await parts.log.write(family, exportLines(occasion, taken))
    const { coordinator } = reader.opened.head
    const toCall = coordinator === undefined ? undefined : professional(reader, coordinator)
    const question = guidingQuestionView(reader)
    const closing = closingView(reader)
    // A page for a parent is made from its own kinds: these are empty there, and nobody is named whom it doesn't name.
    const { ports: [port] } = analysisView(reader)
    const ages = new Map(membersView(reader).map(({ id, age }) => [id, age]))
    const people = parent === undefined ? [...reader.opened.named.values()].filter(({ isErased }) => isErased !== true).map((one) => ({ name: one.firstName, what: (isChild(one) ? ages.get(one.memberId) : undefined) ?? reader.text(`role.${one.role}`) })) : []
    return {
      familyName: reader.opened.head.name, ...(member !== undefined && { parent: member.firstName }), ...(question !== undefined && { guidingQuestion: question }), goals: goalsView(reader),
      agreementCards: agreementCardsView(reader), actions: actionsView(reader), plan: familyPlanView(reader, false, () => true), on: reader.today,
      family: people, team: teamView(reader, false), supports: supportsView(reader), ...(port !== undefined && { port }), ...(closing !== undefined && { closing }),
      ...(toCall !== undefined && { call: { name: toCall.name, ...(toCall.phone !== undefined && { phone: toCall.phone }) } }),
    }
  },
  visit: async (session, family, visitId, parent, language) => {
    const looked = await look(parts, await askingOf(session, parts.files), family, 'printedVisit')
    if (looked === undefined) throw new Refused('not-found')
    const { occasion } = looked
    const { record, now } = occasion
    if (!mayPrint(looked)) return refuse(parts, occasion, 'export', 'not-coordinator')
    const member = findMember(record.file.family, parent)
    if (member === undefined || !isAdult(member) || !looked.opened.named.has(parent)) return refuse(parts, occasion, 'export', 'visit-unknown')
    const asParent = await askingOf({ person: parent, role: 'familyMember', app: 'parent', language, key: '', secondFactor: true }, parts.files)
    const opened = open(record, asParent, factsOf(record, asParent), now)
    const both = opened === undefined ? undefined : onlyVisit(forBoth(opened, looked.opened, ({ item }) => item.kind === 'appointment'), visitId)
    if (both === undefined || both.items.length === 0) return refuse(parts, occasion, 'export', 'visit-unknown')
    const reader = await readerFor(parts, asParent, record, both, now)
    const [bundle] = bundlesView(reader, partsOf(reader))
    if (bundle === undefined || bundle.start === undefined || bundle.end === undefined) return refuse(parts, occasion, 'export', 'visit-unknown')
    const { start, end } = bundle
    const adultsOwn = new Set(partsOf(reader).filter(({ subject }) => subject.kind === 'adult').map(({ appointmentId }) => appointmentId))
    await parts.log.write(family, exportLines(occasion, both))
    const { coordinator } = reader.opened.head
    const toCall = coordinator === undefined ? undefined : professional(reader, coordinator)
    return {
      id: visitId, parent: member.firstName, kind: bundle.kind, date: bundle.date, start, end, ...(bundle.travel !== undefined && { leaveAt: bundle.travel.leaveAt, backAt: bundle.travel.backAt }),
      ...(bundle.minding !== undefined && { minding: bundle.minding }), ...(toCall !== undefined && { call: { name: toCall.name, ...(toCall.phone !== undefined && { phone: toCall.phone }) } }),
      parts: bundle.parts.map((part): PrintedPart => {
        const shared = { id: part.id, modality: part.modality, start: part.start ?? start, end: part.end ?? end, goes: namesOf(reader, part.attendees) }
        // Paper lies about: of an adult's own appointment it says when and at which address, as a calendar does, and not what it is for (C-13).
        if (adultsOwn.has(part.id)) return { ...shared, professionals: [], ...(part.place?.address !== undefined && { address: part.place.address }) }
        return {
          ...shared, professionals: part.professionals.map(({ name }) => name),
          ...(part.place !== undefined && { placeName: part.place.name }), ...(part.place?.address !== undefined && { address: part.place.address }),
          ...(part.purpose !== undefined && { purpose: part.purpose }), ...(part.bring !== undefined && { bring: part.bring }),
        }
      }),
    }
  },
})

/** The coordinator, or who stands in today. */
const mayPrint = ({ occasion: { asking, record, now } }: Looked): boolean => {
  const { file, directory } = record
  return coordinatesHere(record, asking, now) && asking.viewer.kind === 'care' && isRegisteredHere(file, directory, asking.actor.person, todayIn(file.family.jurisdiction, now))
}

/** The standing parts of one visit, with their time. */
const onlyVisit = (opened: Opened, visit: Id): Opened =>
  ({ ...opened, items: shown(opened, 'appointment').filter(({ item, place }) => item.value.bundleId === visit && item.value.status === 'confirmed' && place?.appointment !== undefined) })

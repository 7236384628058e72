import type { Abilities } from '@samenspel/access'
import { isParent } from '@samenspel/family-case'
import type { IsoInstant, PersonId } from '@samenspel/kernel'
import type { Family } from '../../graphql/types/family.ts'
import type { Contribution } from '../../graphql/types/story.ts'
import type { Page } from '../../graphql/pages.ts'
import { existenceLines } from '../gate.ts'
import { keepsWith, type Keep } from '../kept.ts'
import { asksView } from './asks.ts'
import { analysisView } from './analysis.ts'
import { classificationsView } from './classification.ts'
import { appointmentView, bundlesView, calendarFeedView, changeRequestsView, isAppointment, needsView, partsOf, rhythmView, sortKey } from './appointments.ts'
import { changesView } from './changes.ts'
import { consentEffectsView, consentRequestsView, consentsView, sentInvitationsView, type Deciding } from './consents.ts'
import { helpSearchesView, type Searching } from './help-choices.ts'
import { treatmentsView, type Agreeing } from './treatments.ts'
import { closingView, placementsView } from './course.ts'
import { elsewhereBundles } from './elsewhere.ts'
import { familyPlanView, isAskedAboutCard, isAskedAboutPlan } from './family-plan.ts'
import { fellAwayView } from './fell-away.ts'
import { meetingMaterialView } from './meeting-material.ts'
import { planMeetingsView } from './plan-meetings.ts'
import { overloadSignalsView, reflectionPromptsView } from './overload.ts'
import { authoritiesView, dyadsView, helpLinesView, homesView, membersView, formerTeamView, silenceView, supportsView, teamView, type InPeace } from './people.ts'
import { actionsView, agreementCardsView, goalsView, guidingQuestionView } from './plan.ts'
import { proposalsView } from './proposals.ts'
import { dayIn, professional, type Reader } from './reader.ts'
import { contributionsPage, contributionsView, lifeLineView, questionsView, statementsView, type StatementItem } from './story.ts'
import { dayCentresView, limitsView, paceView, placesOfTeam, rhythmsView, type WeekToSet } from './week.ts'

/** What a family is to a reader: each part is worked out when it is asked for, all of it from what opened at the gate. */
export type FamilyView = Readonly<Omit<Family, 'contributions'>> & {
  readonly allContributions: readonly Contribution[]
  /** A page of them, of which no more is drawn. @throws Refused `list-too-long` */
  readonly contributionsPage: (first: number, after: string | undefined) => Page<Contribution>
}

/** What somebody may know of a family besides its entries: what they may do there, their own calendar feed, and the week they may set. */
export type Own = {
  readonly abilities: Abilities
  /** Whether this reader works in a safety track of the family. */
  readonly worksOnSafety: boolean
  readonly answersOnSafety: boolean
  /** Openings in an emergency, for who coordinates. */
  readonly notices: Family['emergencies']
  readonly feedOpenedAt: IsoInstant | undefined
  readonly week: WeekToSet | undefined
  readonly inPeace: Pick<InPeace, 'silence' | 'rest' | 'isInTeam'>
  /** Whether this reader coordinates, or stands in. */
  readonly coordinates: boolean
  readonly deciding: Deciding
  readonly agreeing: Agreeing
  readonly searching: Searching
  /** Whether the own words of a parent would open to this reader, were there any. */
  readonly wouldReadOwnWords: (parent: PersonId) => boolean
  /** Whether this reader may answer what a family member put beside something. */
  readonly mayAnswer: (statement: StatementItem) => boolean
}

export const familyView = (reader: Reader, { abilities, worksOnSafety, answersOnSafety, notices, feedOpenedAt, week, inPeace, coordinates, deciding, agreeing, searching, wouldReadOwnWords, mayAnswer }: Own): FamilyView => {
  const { head } = reader.opened
  const parts = () => partsOf(reader).filter(isAppointment)
  return lazily<FamilyView>({
    id: () => head.familyId, name: () => head.name, jurisdiction: () => head.jurisdiction, zone: () => reader.zone,
    members: () => membersView(reader), dyads: () => dyadsView(reader), supports: () => supportsView(reader), homes: () => homesView(reader), nearPlaces: () => coordinates ? placesOfTeam(reader) : [], authorities: () => authoritiesView(reader), team: () => teamView(reader, coordinates), formerTeam: () => coordinates ? formerTeamView(reader) : [],
    coordinator: () => head.coordinator === undefined ? undefined : professional(reader, head.coordinator),
    guidingQuestion: () => guidingQuestionView(reader), goals: () => goalsView(reader), analysis: () => analysisView(reader), plan: () => familyPlanView(reader, coordinates, wouldReadOwnWords), isAskedAboutPlan: () => isAskedAboutPlan(reader), isAskedAboutCard: () => isAskedAboutCard(reader), classifications: () => classificationsView(reader), agreementCards: () => agreementCardsView(reader), actions: () => actionsView(reader),
    lifeLine: () => lifeLineView(reader), allContributions: () => contributionsView(reader), contributionsPage: () => (first, after) => contributionsPage(reader, first, after),
    statements: () => statementsView(reader, mayAnswer), questions: () => questionsView(reader),
    existence: () => existenceLines(reader.opened).flatMap(({ discipline, day }) => discipline === undefined ? [] : [{ discipline, on: day }]),
    bundles: () => [...bundlesView(reader, parts()), ...elsewhereBundles(reader)].sort((a, b) => sortKey(a) < sortKey(b) ? -1 : 1),
    appointments: () => [...parts().map((part) => appointmentView(reader, part)), ...elsewhereBundles(reader).flatMap((bundle) => bundle.parts)].sort((a, b) => a.date < b.date ? -1 : 1),
    proposals: () => proposalsView(reader), needs: () => needsView(reader), rhythm: () => rhythmView(reader),
    changes: () => changesView(reader), hasNews: () => changesView(reader).length > 0, lastVisit: () => reader.lastVisit,
    reflectionPrompts: () => reflectionPromptsView(reader), overloadSignals: () => overloadSignalsView(reader), changeRequests: () => changeRequestsView(reader),
    fellAway: () => abilities.plan ? fellAwayView(reader) : [],
    helpLines: () => helpLinesView(reader),
    calendarFeed: () => reader.isPortal ? calendarFeedView(feedOpenedAt === undefined ? undefined : dayIn(reader, feedOpenedAt)) : undefined,
    rhythms: () => rhythmsView(reader, week), limits: () => limitsView(reader, week), pace: () => paceView(reader, week), dayCentres: () => dayCentresView(reader, week),
    consents: () => consentsView(reader, deciding), consentEffects: () => consentEffectsView(reader, deciding), consentRequests: () => consentRequestsView(reader, deciding), invitations: () => sentInvitationsView(reader),
    closing: () => closingView(reader), placements: () => placementsView(reader), treatments: () => treatmentsView(reader, agreeing, coordinates), helpSearches: () => helpSearchesView(reader, searching, coordinates),
    asks: () => asksView(reader, coordinates),
    meetings: () => planMeetingsView(reader, { coordinates, contributes: abilities.contribute, isParent: reader.isPortal && isParentHere(reader) }), meetingMaterial: () => meetingMaterialView(reader),
    silence: () => silenceView(reader, { ...inPeace, coordinates, setsPace: week !== undefined }),
    worksOnSafety: () => worksOnSafety, answersOnSafety: () => answersOnSafety, emergencies: () => notices,
    can: () => ({ ...abilities, signalTooMuch: reader.isPortal && isParentHere(reader) }),
  })
}

/** The same, of which each part is worked out once and stands as long as it may: the view itself is made only for a part that is missing. */
export const keptView = (keep: Keep, now: IsoInstant, make: () => FamilyView): FamilyView => {
  let made: FamilyView | undefined
  const fresh = () => made ??= make()
  const view = Object.create(keptParts ??= keptPartsOf(fresh())) as FamilyView
  sources.set(view, { keep, now, fresh })
  return keepsWith(view, keep, now)
}

/** Where a kept view has its parts from. */
type Source = { readonly keep: Keep; readonly now: IsoInstant; readonly fresh: () => FamilyView }
const sources = new WeakMap<object, Source>()

/** What all kept views have in common: their parts, each by its name; those of a long list of families would take longer to name than to read. */
let keptParts: object | undefined

const keptPartsOf = (view: FamilyView): object => {
  const names = Object.keys(view) as (keyof FamilyView)[]
  const part = (name: keyof FamilyView) => {
    const kept = `family ${name}`
    return function (this: object): unknown {
      const { keep, now, fresh } = sources.get(this)!
      return name === 'contributionsPage' ? (...asked: Parameters<FamilyView['contributionsPage']>) => fresh().contributionsPage(...asked) : keep(kept, now, () => fresh()[name])
    }
  }
  return Object.defineProperties({ toJSON(this: FamilyView) { return Object.fromEntries(names.map((name) => [name, this[name]])) } }, Object.fromEntries(names.map((name) => [name, { get: part(name), enumerable: true }])))
}

/** An object whose parts are worked out when they are read. */
const lazily = <View extends object>(parts: { readonly [Part in keyof View]-?: () => View[Part] }): View =>
  Object.defineProperties({}, Object.fromEntries(Object.entries<() => unknown>(parts).map(([name, get]) => [name, { get, enumerable: true }]))) as View

const isParentHere = ({ opened, person }: Reader): boolean => {
  const self = opened.named.get(person)
  return self !== undefined && isParent(self)
}

/**
 * What stands in the place of facts whose key was destroyed. Only their type, their subject and their moment are left, so this keeps
 * what others need: that there is somebody, without a name. Where an erased fact had closed something (a consent, a membership, a call),
 * it stays closed: forgetting never opens.
 */
import { addDays, dayOf, isSameSubject, system, zoneOf, type ErasedFact, type PersonId, type Subject } from '@samenspel/kernel'
import { isOpenAsk } from './asks/state.ts'
import type { MemberRole } from './family/events.ts'
import { indexChild, type Family, type Member } from './family/family.ts'
import { isOpenMeeting } from './meetings/state.ts'
import { speakerOf } from './plan/state.ts'
import type { FamilyCase, OpenCase } from './state.ts'

export const evolveErased = (state: FamilyCase, erased: ErasedFact): FamilyCase => state.isOpen ? evolveOpen(state, erased) : state

const evolveOpen = (state: OpenCase, { type, subject, at }: ErasedFact): OpenCase => {
  const isOwn = (one: { readonly subject: Subject }): boolean => isSameSubject(one.subject, subject)
  switch (type) {
    case 'MemberAdded':
    case 'ChildBorn':
      return { ...state, family: withErased(state.family, subject, at) }
    case 'AuthorityRecorded':
    case 'AuthorityCorrected':
      // It may have ended somebody's authority: nobody's is certain until it is recorded again (G-08).
      return { ...state, family: { ...state.family, authorities: state.family.authorities.map((fact) => isOwn(fact) && fact.status === 'verified' ? { ...fact, status: 'unverified' } : fact) } }
    case 'TeamMembershipChanged':
    case 'TeamMembershipEnded': {
      const until = addDays(dayOf(at, zoneOf(state.family.jurisdiction)), -1)
      const { careTeam } = state
      const ends = ({ practitionerId, until: known }: OpenCase['careTeam']['members'][number]) => practitionerId !== careTeam.coordinator && (known === undefined || known > until)
      return { ...state, careTeam: { ...careTeam, members: careTeam.members.map((member) => isOwn(member) && ends(member) ? { ...member, until } : member) } }
    }
    case 'ObjectionMade':
    case 'ConsentWithdrawn':
      return { ...state, consents: state.consents.map((consent) => isOwn(consent) && consent.effect === 'grant' && consent.withdrawnAt === undefined ? { ...consent, withdrawnAt: at } : consent) }
    case 'CaseClosed':
      return { ...state, course: [...state.course, { closingId: `erased-${at}`, words: '', subject, category: 'plan', by: system, at }] }
    case 'CaseReopened':
      // That it goes on is a fact of the family's, which outlives who wrote why.
      return { ...state, course: state.course.map((closing) => closing.reopened === undefined ? { ...closing, reopened: { by: system, at, words: '' } } : closing) }
    case 'GroupPlacementEnded': {
      const until = addDays(dayOf(at, zoneOf(state.family.jurisdiction)), -1)
      return { ...state, placements: state.placements.map((placement) => isOwn(placement) && (placement.until === undefined || placement.until > until) ? { ...placement, until } : placement) }
    }
    case 'PlanVersionAnswered': {
      // Only the newest version is answered: to that one it may have been a no.
      const newest = state.planVersions.all.at(-1)
      const person = speakerOf({ subject })
      return newest === undefined || person === undefined ? state :
        { ...state, planVersions: { ...state.planVersions, forgotten: [...state.planVersions.forgotten, { planVersionId: newest.planVersionId, person }] } }
    }
    case 'PracticeCardAnswered':
      // It may have been a no: every yes of this parent is asked again.
      return { ...state, practiceCard: { ...state.practiceCard, answers: state.practiceCard.answers.filter((answer) => !isOwn(answer)) } }
    case 'PracticeCardRecalled':
      // What was taken back isn't placed; what may stand on the shelf is taken from it.
      return { ...state, practiceCard: { ...state.practiceCard, releases: state.practiceCard.releases.map((release) => release.step === 'removed' ? release : { ...release, step: 'recalled' }) } }
    case 'ClassificationCompleted':
      // What stood as it was isn't changed afterwards.
      return { ...state, classifications: { ...state.classifications, all: state.classifications.all.map((one) => isOwn(one) && one.completed === undefined ? { ...one, completed: { by: system, at } } : one) } }
    case 'ColleagueQuestionClosed':
      return { ...state, contributions: { ...state.contributions, questions: state.contributions.questions.map((question) => isOwn(question) && question.closed === undefined ? { ...question, closed: { by: system, at } } : question) } }
    case 'MeetingClosed':
    case 'MeetingCancelled':
      // What was locked stays locked; whom somebody still had to tell isn't known any more.
      return { ...state, meetings: { ...state.meetings, all: state.meetings.all.map((meeting) => isOwn(meeting) && isOpenMeeting(meeting) ? { ...meeting, closed: { at, absent: [] } } : meeting) } }
    case 'TreatmentAnswered':
      // It may have been a no: of that question no answer is certain until it is given again.
      return { ...state, treatments: state.treatments.map((treatment) => isOwn(treatment) ? { ...treatment, answers: [] } : treatment) }
    case 'TreatmentWithdrawn':
      return { ...state, treatments: state.treatments.map((treatment) => isOwn(treatment) && treatment.withdrawnAt === undefined ? { ...treatment, withdrawnAt: at } : treatment) }
    case 'ProviderAnswered':
      // Whom it chose isn't certain any more: it is asked again.
      return { ...state, helpChoices: { ...state.helpChoices, searches: state.helpChoices.searches.map((search) => isOwn(search) ? { ...search, answers: [] } : search) } }
    case 'HelpSearchEnded':
      return { ...state, helpChoices: { ...state.helpChoices, searches: state.helpChoices.searches.map((search) => isOwn(search) && search.ended === undefined ? { ...search, ended: { by: system, at, because: 'notNeeded' } } : search) } }
    case 'AskAnswered':
    case 'AskWithdrawn':
      // What was answered or taken back isn't asked again.
      return { ...state, asks: state.asks.map((ask) => isOwn(ask) && isOpenAsk(ask) ? { ...ask, withdrawnAt: at } : ask) }
    case 'SignalAnswered':
      return { ...state, overload: { ...state.overload, signals: state.overload.signals.map((signal) => isOwn(signal) && signal.answeredAt === undefined ? { ...signal, answeredAt: at } : signal) } }
    case 'ConsentRequestWithdrawn':
      return { ...state, consentRequests: state.consentRequests.map((request) => isOwn(request) && request.withdrawnAt === undefined ? { ...request, withdrawnAt: at } : request) }
    case 'InvitationAnswered':
    case 'InvitationWithdrawn':
      return { ...state, invitations: state.invitations.map((invitation) => isOwn(invitation) && invitation.withdrawnAt === undefined ? { ...invitation, withdrawnAt: at } : invitation) }
    default:
      return state
  }
}

/** Somebody of whom no more is known than the kind of record. */
const withErased = (family: Family, subject: Subject, at: string): Family => {
  const role = roleOf(subject)
  if (role === undefined || !('person' in subject)) return family
  const member = erasedMember(subject.person, role, subject, at)
  const known = family.members.find(({ memberId }) => memberId === subject.person)
  const isIndexChild = known?.isIndexChild ?? (role === 'child' && indexChild(family) === undefined)
  const placed = { ...member, isIndexChild }
  return { ...family, members: known === undefined ? [...family.members, placed] : family.members.map((one) => one === known ? placed : one) }
}

/** A pregnancy names the pregnant person, not the child: of that child nothing is left. */
const roleOf = ({ kind }: Subject): MemberRole | undefined => kind === 'child' || kind === 'sibling' ? kind : kind === 'adult' ? 'other' : undefined

const erasedMember = (memberId: PersonId, role: MemberRole, subject: Subject, at: string): Member =>
  ({ memberId, role, firstName: '', isIndexChild: false, inHousehold: false, isErased: true, subject, category: 'contact', by: system, at })

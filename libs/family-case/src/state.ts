import type { Analysis } from './analysis/state.ts'
import type { FamilyAsk } from './asks/state.ts'
import type { CareTeam } from './care-team/state.ts'
import type { Classifications } from './classification/state.ts'
import type { Consent } from './consent/state.ts'
import type { ConsentRequest } from './consent-requests/state.ts'
import type { Course } from './course/state.ts'
import type { Contributions } from './contributions/state.ts'
import type { Family } from './family/family.ts'
import type { Placement } from './groups/state.ts'
import type { HelpChoices } from './help-choices/state.ts'
import type { Invitation } from './invitations/state.ts'
import type { LifeEvent } from './life-story/state.ts'
import type { Meetings } from './meetings/state.ts'
import type { Overload } from './overload/state.ts'
import type { Plan } from './plan/state.ts'
import type { PlanVersions } from './plan-versions/state.ts'
import type { PracticeCards } from './practice-card/state.ts'
import type { Safeguard } from './safeguards/state.ts'
import type { Treatment } from './treatments/state.ts'

/** The case file: what its stream folds to. It is what the screens show, and what the decisions look at. */
export type OpenCase = {
  readonly isOpen: true
  readonly family: Family
  readonly careTeam: CareTeam
  readonly consents: readonly Consent[]
  readonly contributions: Contributions
  readonly lifeStory: readonly LifeEvent[]
  readonly plan: Plan
  readonly planVersions: PlanVersions
  readonly practiceCard: PracticeCards
  readonly analysis: Analysis
  readonly classifications: Classifications
  readonly overload: Overload
  readonly consentRequests: readonly ConsentRequest[]
  readonly invitations: readonly Invitation[]
  readonly safeguards: readonly Safeguard[]
  readonly course: Course
  readonly placements: readonly Placement[]
  readonly meetings: Meetings
  readonly treatments: readonly Treatment[]
  readonly helpChoices: HelpChoices
  readonly asks: readonly FamilyAsk[]
}

export type FamilyCase = { readonly isOpen: false } | OpenCase

import { Field, ID, ObjectType } from '@nestjs/graphql'
import { ChangeKind, Discipline, Jurisdiction } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { Analysis } from './analysis.ts'
import { FamilyAsk } from './asks.ts'
import { Classification } from './classification.ts'
import { Appointment, Bundle, CalendarFeed, ChangeRequest, FellAway, Need, Place, RhythmBlock } from './appointments.ts'
import { Consent, ConsentEffectOn, ConsentRequest, SentInvitation } from './consents.ts'
import { EmergencyNotice } from './emergency.ts'
import { HelpSearch } from './help-choices.ts'
import { Treatment } from './treatments.ts'
import { CaseClosing, GroupPlacement } from './groups.ts'
import { FamilyPlan } from './family-plan.ts'
import { HelpLine, OverloadSignal, ReflectionPrompt } from './overload.ts'
import { PageInfo } from './paging.ts'
import { Abilities, Authority, Dyad, FamilyHome, FamilySilence, FormerTeamMember, Member, Professional, Support, TeamMember } from './people.ts'
import { AgreementCard, EditableText, Goal, PlanAction } from './plan.ts'
import { MeetingMaterial, PlanMeeting } from './plan-meetings.ts'
import { Proposal } from './proposals.ts'
import { ColleagueQuestion, ContributionConnection, LifeEvent, Statement } from './story.ts'
import { Limits, Pace, PersonRhythm } from './week.ts'

@ObjectType()
export class Change {
  @Field(() => ID) id!: string
  @Field(() => InstantScalar) at!: string
  @Field() by!: string
  @Field(() => ChangeKind) kind!: string
  @Field() text!: string
  @Field(() => ID, { nullable: true }) targetId?: string
}

@ObjectType({ description: 'A discipline recorded something on this day; ask consent to read it. Outside every list and count.' })
export class ExistenceLine {
  @Field(() => Discipline) discipline!: string
  @Field(() => DateScalar) on!: string
}

@ObjectType()
export class Family {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field(() => Jurisdiction) jurisdiction!: string
  @Field() zone!: string
  @Field(() => [Member]) members!: readonly Member[]
  @Field(() => [Dyad]) dyads!: readonly Dyad[]
  @Field(() => [Support], { description: 'What stands around the family.' }) supports!: readonly Support[]
  @Field(() => [FamilyHome], { description: 'Where the household lives and lived, newest first, for who coordinates.' }) homes!: readonly FamilyHome[]
  @Field(() => [Place], { description: 'Places of the team, for who coordinates, to say near which one the family lives.' }) nearPlaces!: readonly Place[]
  @Field(() => [Authority]) authorities!: readonly Authority[]
  @Field(() => [TeamMember]) team!: readonly TeamMember[]
  @Field(() => [FormerTeamMember], { description: 'Who was in the team, newest first, for who coordinates.' }) formerTeam!: readonly FormerTeamMember[]
  @Field(() => Professional, { nullable: true }) coordinator?: Professional
  @Field(() => EditableText, { nullable: true }) guidingQuestion?: EditableText
  @Field(() => [Goal]) goals!: readonly Goal[]
  @Field(() => Analysis) analysis!: Analysis
  @Field(() => FamilyPlan) plan!: FamilyPlan
  @Field({ description: 'The viewer is asked what they think of the newest version of the plan, and has not said it yet.' }) isAskedAboutPlan!: boolean
  @Field({ description: 'The viewer is asked whether colleagues elsewhere may learn from the practice card, and has not said it yet.' }) isAskedAboutCard!: boolean
  @Field(() => [Classification], { description: 'Newest first.' }) classifications!: readonly Classification[]
  @Field(() => [AgreementCard]) agreementCards!: readonly AgreementCard[]
  @Field(() => [PlanAction]) actions!: readonly PlanAction[]
  @Field(() => [LifeEvent]) lifeLine!: readonly LifeEvent[]
  @Field(() => ContributionConnection) contributions!: ContributionConnection
  @Field(() => [ColleagueQuestion]) questions!: readonly ColleagueQuestion[]
  @Field(() => [Statement], { description: 'Words that stand beside parts of the file, oldest first.' }) statements!: readonly Statement[]
  @Field(() => [ExistenceLine]) existence!: readonly ExistenceLine[]
  @Field(() => [Bundle]) bundles!: readonly Bundle[]
  @Field(() => [Appointment]) appointments!: readonly Appointment[]
  @Field(() => [Proposal]) proposals!: readonly Proposal[]
  @Field(() => [Need]) needs!: readonly Need[]
  @Field(() => [RhythmBlock]) rhythm!: readonly RhythmBlock[]
  @Field(() => [Change]) changes!: readonly Change[]
  @Field(() => InstantScalar, { nullable: true }) lastVisit?: string
  @Field(() => [ReflectionPrompt]) reflectionPrompts!: readonly ReflectionPrompt[]
  @Field(() => [OverloadSignal]) overloadSignals!: readonly OverloadSignal[]
  @Field(() => [ChangeRequest]) changeRequests!: readonly ChangeRequest[]
  @Field(() => [FellAway], { description: 'What can\'t go on as it stands, for who plans.' }) fellAway!: readonly FellAway[]
  @Field(() => [HelpLine]) helpLines!: readonly HelpLine[]
  @Field(() => CalendarFeed, { nullable: true }) calendarFeed?: CalendarFeed
  @Field(() => Abilities) can!: Abilities
  @Field({ description: 'Something is new here since the viewer\'s last visit.' }) hasNews!: boolean
  @Field(() => [PersonRhythm], { description: 'The weeks that the viewer may set, person by person.' }) rhythms!: readonly PersonRhythm[]
  @Field(() => Limits, { nullable: true }) limits?: Limits
  @Field(() => Pace, { nullable: true }) pace?: Pace
  @Field(() => FamilySilence, { nullable: true }) silence?: FamilySilence
  @Field({ description: 'The viewer works in a safety track of this family.' }) worksOnSafety!: boolean
  @Field({ description: 'Words of the family wait for an answer in it.' }) answersOnSafety!: boolean
  @Field(() => [EmergencyNotice], { description: 'Records that were opened in an emergency, for who coordinates.' }) emergencies!: readonly EmergencyNotice[]
  @Field(() => [Place], { description: 'Day centres of the team, to choose from.' }) dayCentres!: readonly Place[]
  @Field(() => [Consent], { description: 'What may be shared, or not, newest first.' }) consents!: readonly Consent[]
  @Field(() => [ConsentEffectOn], { description: 'What comes of the consents together, by organisation of the team and by subject.' }) consentEffects!: readonly ConsentEffectOn[]
  @Field(() => [ConsentRequest], { description: 'Questions for consent, newest first.' }) consentRequests!: readonly ConsentRequest[]
  @Field(() => CaseClosing, { nullable: true, description: 'That the case is closed, for who may read the plan.' }) closing?: CaseClosing
  @Field(() => [GroupPlacement], { description: 'In which groups the children are looked after today or later.' }) placements!: readonly GroupPlacement[]
  @Field(() => [PlanMeeting], { description: 'Meetings about the plan: those to come first, then those that were, the newest first.' }) meetings!: readonly PlanMeeting[]
  @Field(() => [MeetingMaterial], { description: 'What the next meeting could be about, for professionals.' }) meetingMaterial!: readonly MeetingMaterial[]
  @Field(() => [Treatment], { description: 'Questions whether parents agree to a treatment of a child, newest first.' }) treatments!: readonly Treatment[]
  @Field(() => [HelpSearch], { description: 'Which help is sought and from whom, for the family to choose: those that go on first.' }) helpSearches!: readonly HelpSearch[]
  @Field(() => [FamilyAsk], { description: 'What parents ask about who helps, or about the file, for whom they addressed: newest first.' }) asks!: readonly FamilyAsk[]
  @Field(() => [SentInvitation], { description: 'Who was asked to join the team, newest first.' }) invitations!: readonly SentInvitation[]
}

@ObjectType()
export class FamilyConnection {
  @Field(() => [Family]) nodes!: readonly Family[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType({ description: 'Something changed that the viewer may see. Read the family again.' })
export class FamilyChange {
  @Field(() => ID) familyId!: string
}

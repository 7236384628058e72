import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import type { PauseReason as PauseReasonValue } from '@samenspel/agenda'
import { App, AuthorityStatus, Discipline, DrawnAs, DyadForm, Jurisdiction, Language, MemberRole, MemberStatus, PauseReason, Role, SubjectKind, SupportKind, TakingOver, TieStrength } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'

@ObjectType()
export class Organisation {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field(() => Discipline, { nullable: true }) discipline?: string
}

@ObjectType({ description: 'A professional, as others may know them.' })
export class Professional {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field() title!: string
  @Field(() => Organisation) organisation!: Organisation
  @Field(() => Discipline) discipline!: string
  @Field({ nullable: true }) phone?: string
}

@ObjectType()
export class Me {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field(() => Role) role!: string
  @Field({ description: 'What this person does, in the chosen language: pedagogisch medewerker, moeder.' }) title!: string
  @Field({ description: 'Whether this person keeps the tablets and the codes of an organisation.' }) keepsKeys!: boolean
  @Field(() => Organisation, { nullable: true }) organisation?: Organisation
  @Field(() => Discipline, { nullable: true }) discipline?: string
  @Field(() => Jurisdiction) jurisdiction!: string
  @Field(() => App) app!: string
  @Field(() => DateScalar, { nullable: true, description: 'Until when the own registration as IMH specialist holds, from the days on that the country asks to tell it in; also when it has ended.' }) registrationEnds?: string
  @Field(() => Language) language!: string
}

@ObjectType({ description: 'What buttons the viewer gets. Only a hint: every command is decided again.' })
export class Abilities {
  @Field() contribute!: boolean
  @Field() coordinate!: boolean
  @Field() plan!: boolean
  @Field() readAccessLog!: boolean
  @Field() signalTooMuch!: boolean
}

@ObjectType({ description: 'Whom a fact is about.' })
export class SubjectRef {
  @Field(() => SubjectKind) kind!: string
  @Field(() => [ID]) memberIds!: readonly string[]
  @Field() label!: string
}

@ObjectType({ description: 'A child that died, or a pregnancy that ended in loss.' })
export class Passed {
  @Field(() => MemberStatus) status!: string
  @Field(() => DateScalar, { nullable: true, description: 'The day, where the family named one.' }) on?: string
}

@ObjectType({ description: 'That a family rests: from when, and on which day a person asks how it is.' })
export class FamilyRest {
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) reviewOn!: string
  @Field(() => DateScalar, { nullable: true, description: 'The last day, of who is away.' }) until?: string
  @Field(() => ID, { nullable: true, description: 'For who may end it.' }) id?: string
  @Field(() => PauseReason, { nullable: true, description: 'For who coordinates.' }) reason?: PauseReasonValue
  @Field({ nullable: true, description: 'For who coordinates.' }) words?: string
  @Field({ nullable: true, description: 'The parent who asked for it, for who coordinates.' }) askedBy?: string
}

@ObjectType({ description: 'Nothing reaches this family by itself, and nothing new is asked of it: after a loss, or because it rests.' })
export class FamilySilence {
  @Field(() => InstantScalar) since!: string
  @Field() isRest!: boolean
  @Field(() => FamilyRest, { nullable: true }) rest?: FamilyRest
}

@ObjectType()
export class Member {
  @Field(() => ID) id!: string
  @Field(() => MemberRole) role!: string
  @Field() firstName!: string
  @Field({ nullable: true, description: 'Full name, where the viewer may read it.' }) name?: string
  @Field(() => DateScalar, { nullable: true }) birthDate?: string
  @Field(() => DateScalar, { nullable: true, description: 'Expected date of birth, before birth.' }) dueDate?: string
  @Field({ nullable: true, description: 'Age in words of the chosen language: 1 jaar en 2 maanden, 24 weken zwanger; after a loss, that.' }) age?: string
  @Field(() => Passed, { nullable: true }) passed?: Passed
  @Field({ nullable: true }) phone?: string
  @Field() isIndexChild!: boolean
  @Field() inHousehold!: boolean
  @Field({ nullable: true, description: 'Of somebody who was erased: there is no name, and no role.' }) isErased?: boolean
  @Field({ nullable: true }) language?: string
  @Field(() => ID, { nullable: true, description: 'From which a change begins, where the viewer may read the record.' }) version?: string
  @Field(() => DrawnAs, { nullable: true, description: 'The sign in a genogram.' }) drawnAs?: string
  @Field(() => DateScalar, { nullable: true, description: 'Since when this person lives in the household, or elsewhere.' }) since?: string
  @Field(() => DateScalar, { nullable: true, description: 'The last day on which this person belonged to the network.' }) until?: string
  @Field(() => ID, { nullable: true, description: 'Who carries, or carried, this child.' }) carriedBy?: string
}

@ObjectType({ description: 'What a bond was before it changed.' })
export class DyadPhase {
  @Field() kind!: string
  @Field(() => DyadForm, { nullable: true }) form?: string
  @Field(() => DateScalar, { nullable: true }) since?: string
  @Field(() => DateScalar, { nullable: true }) until?: string
}

@ObjectType()
export class Dyad {
  @Field(() => ID) id!: string
  @Field(() => [ID]) memberIds!: readonly string[]
  @Field() kind!: string
  @Field({ nullable: true }) note?: string
  @Field(() => ID, { description: 'From which a change begins.' }) version!: string
  @Field(() => DyadForm, { nullable: true }) form?: string
  @Field(() => TieStrength, { nullable: true }) tie?: string
  @Field(() => DateScalar, { nullable: true }) since?: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field(() => [Int], { description: 'The days on which a child is with this adult; 1 is Monday.' }) careDays!: readonly number[]
  @Field(() => [DyadPhase], { description: 'What it was before, oldest first.' }) before!: readonly DyadPhase[]
}

@ObjectType({ description: 'Somebody or something around the family that is no person of it: a school, work, a neighbourhood house.' })
export class Support {
  @Field(() => ID) id!: string
  @Field(() => ID) version!: string
  @Field() name!: string
  @Field(() => SupportKind) kind!: string
  @Field(() => TieStrength, { nullable: true }) tie?: string
  @Field({ nullable: true }) helps?: string
  @Field(() => DateScalar, { nullable: true }) since?: string
  @Field(() => DateScalar, { nullable: true }) until?: string
}

@ObjectType({ description: 'Where the household lives, for who coordinates.' })
export class FamilyHome {
  @Field() address!: string
  @Field(() => DateScalar, { nullable: true }) from?: string
}

@ObjectType()
export class Authority {
  @Field(() => ID) child!: string
  @Field(() => ID) adult!: string
  @Field(() => AuthorityStatus) status!: string
  @Field({ nullable: true }) basis?: string
  @Field(() => DateScalar, { nullable: true }) from?: string
  @Field(() => DateScalar, { nullable: true }) until?: string
}

@ObjectType()
export class TeamMember {
  @Field(() => ID) id!: string
  @Field(() => Professional) professional!: Professional
  @Field() isCoordinator!: boolean
  @Field() isSubstitute!: boolean
  @Field() isCoach!: boolean
  @Field({ description: 'The specialist on call behind a coordinator of the first line.' }) isOnCall!: boolean
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field(() => DateScalar, { nullable: true, description: 'Until when consent holds, where the viewer may know it.' }) consentUntil?: string
  @Field({ nullable: true, description: 'Why it ends or was changed.' }) reason?: string
  @Field(() => DateScalar, { nullable: true, description: 'Until when the registration as IMH specialist holds, for who coordinates and for oneself.' }) registeredUntil?: string
  @Field({ description: 'That registration ends within the days that the country asks to tell it in.' }) registrationEndsSoon!: boolean
  @Field(() => TakingOver, { nullable: true, description: 'Whether this one can take over the coordination today, for who coordinates.' }) canTakeOver?: string
}

@ObjectType({ description: 'Somebody who was in the team, for who coordinates.' })
export class FormerTeamMember {
  @Field(() => ID) id!: string
  @Field(() => Professional) professional!: Professional
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) until!: string
  @Field({ nullable: true }) reason?: string
}

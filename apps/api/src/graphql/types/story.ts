import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Category, ContributionKind, DatePrecision, DocumentType, Informant, LifeEventWeight, QuestionWish, Setting, StatedKind, TakesPart, WindowOfTolerance } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { PageInfo } from './paging.ts'
import { Professional, SubjectRef } from './people.ts'

@ObjectType({ description: 'Own words beside what somebody else recorded, or what was answered to them.' })
export class Statement {
  @Field(() => ID) id!: string
  @Field(() => StatedKind, { description: 'Which kind of part it stands beside.' }) entryKind!: string
  @Field(() => ID) entryId!: string
  @Field(() => ID, { nullable: true, description: 'The statement that this answers.' }) answers?: string
  @Field() by!: string
  @Field() isOwn!: boolean
  @Field(() => InstantScalar) recordedAt!: string
  @Field() text!: string
  @Field({ description: 'The viewer may answer it.' }) mayAnswer!: boolean
}

@ObjectType({ description: 'A medical procedure, and what helped.' })
export class Procedure {
  @Field() name!: string
  @Field() whatHelped!: string
  @Field(() => DateScalar, { nullable: true, description: 'Last day, when it was done more than once.' }) until?: string
}

@ObjectType({ description: 'The result of an instrument; what it means stands in plain words in `situation` (K-10).' })
export class Screening {
  @Field() instrument!: string
  @Field() version!: string
  @Field(() => Int, { description: 'Negative before birth.' }) ageMonths!: number
  @Field(() => Informant) informant!: string
  @Field() score!: string
  @Field() norm!: string
}

@ObjectType({ description: 'What who treats a parent tells of being a parent: nothing of why.' })
export class ParentSignal {
  @Field(() => TakesPart) takesPart!: string
  @Field({ nullable: true }) availability?: string
  @Field({ nullable: true }) askAbout?: string
}

@ObjectType({ description: 'A file that can be taken along; its bytes have a door of their own.' })
export class KeptFile {
  @Field() name!: string
  @Field(() => DocumentType) type!: string
  @Field(() => Int) bytes!: number
}

@ObjectType()
export class Contribution {
  @Field(() => ID) id!: string
  @Field(() => ID, { description: 'The first version; its own id where nothing was put right.' }) firstId!: string
  @Field() isOwn!: boolean
  @Field(() => ContributionKind) kind!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Category) category!: string
  @Field(() => Setting) setting!: string
  @Field(() => DateScalar) occurredOn!: string
  @Field(() => InstantScalar) recordedAt!: string
  @Field(() => Professional) author!: Professional
  @Field() situation!: string
  @Field({ nullable: true }) parentsTold?: string
  @Field({ nullable: true }) whatWeDo?: string
  @Field({ nullable: true }) possibleMeaning?: string
  @Field({ nullable: true }) childsVoice?: string
  @Field({ nullable: true, description: 'One plain line for the parents.' }) forParents?: string
  @Field(() => WindowOfTolerance, { nullable: true }) window?: string
  @Field(() => Procedure, { nullable: true }) procedure?: Procedure
  @Field(() => Screening, { nullable: true }) screening?: Screening
  @Field(() => ParentSignal, { nullable: true }) parentSignal?: ParentSignal
  @Field(() => KeptFile, { nullable: true }) document?: KeptFile
  @Field(() => [Contribution], { description: 'As it read before its author put it right, newest first.' }) earlier!: readonly Contribution[]
  @Field() isNew!: boolean
}

@ObjectType()
export class ColleagueAnswer {
  @Field(() => ID) id!: string
  @Field() by!: string
  @Field() isOwn!: boolean
  @Field(() => InstantScalar) recordedAt!: string
  @Field() text!: string
}

@ObjectType({ description: 'A question of one colleague to another about somebody of the family.' })
export class ColleagueQuestion {
  @Field(() => ID) id!: string
  @Field(() => ID) familyId!: string
  @Field({ description: 'The name of the family.' }) family!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => QuestionWish) wish!: string
  @Field() text!: string
  @Field(() => ID, { nullable: true, description: 'The contribution that it is about.' }) contributionId?: string
  @Field(() => Professional) askedBy!: Professional
  @Field(() => Professional) askedOf!: Professional
  @Field({ description: 'It is asked of the viewer.' }) isMine!: boolean
  @Field({ description: 'The viewer asked it.' }) isOwn!: boolean
  @Field() isDone!: boolean
  @Field(() => InstantScalar) recordedAt!: string
  @Field(() => [ColleagueAnswer]) answers!: readonly ColleagueAnswer[]
  @Field() isNew!: boolean
}

@ObjectType()
export class ContributionConnection {
  @Field(() => [Contribution]) nodes!: readonly Contribution[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType()
export class LifeEvent {
  @Field(() => ID) id!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Category) category!: string
  @Field(() => DateScalar) occurredOn!: string
  @Field(() => DatePrecision) precision!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field() title!: string
  @Field({ nullable: true }) text?: string
  @Field({ nullable: true }) whatHelped?: string
  @Field(() => ID, { nullable: true, description: 'The contribution that tells of it.' }) contributionId?: string
  @Field(() => LifeEventWeight) weight!: string
  @Field(() => Setting, { nullable: true }) setting?: string
  @Field(() => InstantScalar) recordedAt!: string
  @Field() isNew!: boolean
}

@ObjectType({ description: 'What was found of what opened to the viewer; it counts nothing else.' })
export class CaseSearch {
  @Field(() => [Contribution]) contributions!: readonly Contribution[]
  @Field(() => [LifeEvent]) lifeEvents!: readonly LifeEvent[]
  @Field(() => Int, { description: 'How many contributions were found; no more than the newest hundred are shown.' }) count!: number
}

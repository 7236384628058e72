import { Field, ID, ObjectType } from '@nestjs/graphql'
import type { AnswerWay, TreatmentStatus } from '@samenspel/family-case'
import { AnswerWayEnum, TreatmentStatusEnum } from '../enums.ts'
import { DateScalar } from '../scalars.ts'

@ObjectType()
export class TreatmentAnswer {
  @Field({ description: 'Whose answer it is.' }) parent!: string
  @Field() agrees!: boolean
  @Field(() => DateScalar) on!: string
  @Field(() => AnswerWayEnum) way!: AnswerWay
  @Field({ nullable: true, description: 'Of one that was noted: how it was said.' }) how?: string
  @Field({ nullable: true, description: 'Who noted it.' }) notedBy?: string
}

@ObjectType({ description: 'Care goes on without an answer of everybody.' })
export class TreatmentException {
  @Field() reason!: string
  @Field() by!: string
  @Field(() => DateScalar) on!: string
}

@ObjectType()
export class TreatmentHolder {
  @Field(() => ID) id!: string
  @Field() name!: string
}

@ObjectType({ description: 'Whether there is agreement to a treatment of a child, with the answers of who has authority.' })
export class Treatment {
  @Field(() => ID) id!: string
  @Field() child!: string
  @Field() what!: string
  @Field({ description: 'Who would do it, in words.' }) treatedBy!: string
  @Field({ description: 'It goes deep or can\'t be undone.' }) isSubstantial!: boolean
  @Field() askedBy!: string
  @Field(() => DateScalar) askedOn!: string
  @Field(() => TreatmentStatusEnum) status!: TreatmentStatus
  @Field(() => [TreatmentAnswer]) answers!: readonly TreatmentAnswer[]
  @Field(() => [TreatmentHolder], { description: 'Who has authority today.' }) holders!: readonly TreatmentHolder[]
  @Field(() => [String], { description: 'Whose answer is missing.' }) missing!: readonly string[]
  @Field(() => TreatmentException, { nullable: true }) exception?: TreatmentException
  @Field({ description: 'It waits for a yes or a no of the viewer.' }) isForYou!: boolean
  @Field({ nullable: true, description: 'What the viewer said, as a parent.' }) yourAnswer?: boolean
  @Field({ description: 'The viewer may still say yes or no, as a parent.' }) mayAnswer!: boolean
  @Field({ description: 'The viewer may write down an exception, or take the question back.' }) mayEnd!: boolean
}

import { Field, ID, ObjectType } from '@nestjs/graphql'
import { DateScalar, InstantScalar } from '../scalars.ts'

@ObjectType({ description: 'A code with which somebody may sign in for the first time. What it says is nowhere any more.' })
export class WaitingCode {
  @Field(() => InstantScalar) madeAt!: string
  @Field(() => InstantScalar) until!: string
  @Field({ nullable: true, description: 'Who made it; absent when it was made where Samenspel runs.' }) madeBy?: string
}

@ObjectType({ description: 'How somebody of an organisation signs in.' })
export class SignInOfWorker {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field() title!: string
  @Field() isSelf!: boolean
  @Field({ description: 'False for somebody whose access was ended here.' }) worksHere!: boolean
  @Field({ description: 'Works as IMH specialist, and so can be registered.' }) isSpecialist!: boolean
  @Field(() => DateScalar, { nullable: true, description: 'Until when a registration as IMH specialist holds that holds today.' }) registeredUntil?: string
  @Field({ description: 'Whether they entered a code before, and so can sign in.' }) hasSignIn!: boolean
  @Field(() => WaitingCode, { nullable: true }) code?: WaitingCode
}

@ObjectType({ description: 'How an adult of a family signs in.' })
export class SignInOfParent {
  @Field(() => ID) id!: string
  @Field() firstName!: string
  @Field() hasSignIn!: boolean
  @Field(() => WaitingCode, { nullable: true }) code?: WaitingCode
}

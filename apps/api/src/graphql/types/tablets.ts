import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { InstantScalar } from '../scalars.ts'

@ObjectType({ description: 'A tablet that a group shares.' })
export class GroupTablet {
  @Field(() => ID) id!: string
  @Field({ description: 'How people call it: the group where it stands.' }) name!: string
  @Field(() => Int, { description: 'Seconds without a touch after which it locks.' }) lockSeconds!: number
  @Field(() => InstantScalar) enrolledAt!: string
  @Field(() => InstantScalar, { description: 'When it last asked anything.' }) seenAt!: string
  @Field({ description: 'Who made the code with which it was enrolled.' }) madeBy!: string
  @Field(() => [String], { description: 'Whose names stand on its lock screen.' }) workers!: readonly string[]
}

@ObjectType({ description: 'A code that still enrols a tablet. What it says is nowhere any more.' })
export class GroupTabletCode {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field(() => Int) lockSeconds!: number
  @Field() madeBy!: string
  @Field(() => InstantScalar) madeAt!: string
  @Field(() => InstantScalar) until!: string
}

@ObjectType()
export class GroupTablets {
  @Field(() => [GroupTablet]) tablets!: readonly GroupTablet[]
  @Field(() => [GroupTabletCode]) codes!: readonly GroupTabletCode[]
}

@ObjectType({ description: 'A code as it is handed over: told once, and kept nowhere.' })
export class MadeCode {
  @Field() code!: string
  @Field(() => InstantScalar, { description: 'Until when it works.' }) until!: string
}

@ObjectType({ description: 'A tablet at which the viewer may work.' })
export class OwnTablet {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field({ description: 'Whether the viewer chose a PIN for it, so that their name stands on its lock screen.' }) hasPin!: boolean
  @Field({ description: 'Whether that PIN opens nothing any more after too many wrong tries.' }) isLocked!: boolean
}

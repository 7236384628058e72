import { Field, ID, ObjectType } from '@nestjs/graphql'
import { DateScalar, InstantScalar } from '../scalars.ts'

@ObjectType({ description: 'A working note of the viewer alone. It is no part of the file, and ends by itself.' })
export class WorkingNote {
  @Field(() => ID) id!: string
  @Field() text!: string
  @Field(() => InstantScalar) changedAt!: string
  @Field(() => ID) version!: string
  @Field(() => DateScalar, { description: 'The last day on which it is there, unless it is changed before.' }) keptUntil!: string
}

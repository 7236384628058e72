import { Field, ID, ObjectType } from '@nestjs/graphql'
import { InstantScalar } from '../scalars.ts'

@ObjectType({ description: 'A command was carried out. `id` is that of what was made or changed.' })
export class Done {
  @Field(() => ID) id!: string
  @Field(() => ID, { nullable: true }) familyId?: string
}

@ObjectType()
export class OpenedFeed {
  @Field() url!: string
}

@ObjectType()
export class Draft {
  @Field() form!: string
  @Field() content!: string
  @Field(() => InstantScalar) savedAt!: string
}

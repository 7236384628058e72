import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { registerLists } from '@samenspel/register'
import { enumOf } from '../enums.ts'
import { DateScalar } from '../scalars.ts'

export const RegisterList = enumOf('RegisterList', registerLists)
export const RegisterListRowKind = enumOf('RegisterListRowKind', ['new', 'changed', 'same', 'wrong'])

@ObjectType()
export class RegisterListChange {
  @Field() column!: string
  @Field({ nullable: true }) before?: string
  @Field() after!: string
}

@ObjectType()
export class RegisterListProblem {
  @Field({ nullable: true, description: 'Absent where it is about the whole row.' }) column?: string
  @Field() text!: string
}

@ObjectType({ description: 'What a row of a list comes to.' })
export class RegisterListRow {
  @Field(() => Int) line!: number
  @Field() name!: string
  @Field(() => RegisterListRowKind) kind!: string
  @Field({ nullable: true, description: 'What somebody should know of it, though nothing is wrong.' }) note?: string
  @Field(() => [RegisterListChange]) changes!: readonly RegisterListChange[]
  @Field(() => [RegisterListProblem]) problems!: readonly RegisterListProblem[]
}

@ObjectType({ description: 'Days on which a place would be closed that it isn’t yet.' })
export class RegisterListClosing {
  @Field(() => ID, { nullable: true, description: 'Absent where it is about every place.' }) locationId?: string
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) until!: string
}

@ObjectType({ description: 'What a list comes to. Nothing was saved.' })
export class RegisterListPreview {
  @Field({ description: 'To be given with the list when it is brought in: it is brought in only while it comes to the same.' }) seen!: string
  @Field({ description: 'The time zone of the organisation.' }) zone!: string
  @Field(() => [RegisterListClosing], { description: 'Of a list of closed days: to ask what was agreed on them.' }) closings!: readonly RegisterListClosing[]
  @Field(() => [RegisterListRow]) rows!: readonly RegisterListRow[]
  @Field(() => Int) added!: number
  @Field(() => Int) changed!: number
  @Field(() => Int) same!: number
  @Field(() => Int) wrong!: number
  @Field(() => [String], { description: 'Columns of which nothing is read.' }) unread!: readonly string[]
}

@ObjectType({ description: 'A list for another program.' })
export class RegisterListFile {
  @Field() name!: string
  @Field() content!: string
}

import { Field, ID, InputType, ObjectType } from '@nestjs/graphql'
import { Discipline } from '../enums.ts'
import { DateScalar } from '../scalars.ts'
import { Holiday, HolidayChoice, OwnLocation } from './own-organisation.ts'

@ObjectType()
export class SpokenLanguage {
  @Field(() => ID, { description: 'As BCP 47 has it.' }) tag!: string
  @Field() name!: string
}

@ObjectType({ description: 'Somebody who works, worked or will work for the organisation.' })
export class StaffMember {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field() title!: string
  @Field(() => Discipline) discipline!: string
  @Field({ nullable: true }) email?: string
  @Field({ nullable: true }) phone?: string
  @Field(() => [SpokenLanguage]) languages!: readonly SpokenLanguage[]
  @Field(() => [ID], { description: 'Places of the organisation; empty where nobody said where.' }) places!: readonly string[]
  @Field(() => DateScalar, { nullable: true, description: 'The first day of work.' }) from?: string
  @Field(() => DateScalar, { nullable: true, description: 'The last day of work.' }) until?: string
  @Field(() => ID, { nullable: true, description: 'Names what stands; to be given with a change.' }) version?: string
  @Field() isSelf!: boolean
  @Field({ description: 'Today.' }) worksHere!: boolean
  @Field({ description: 'The last day has been. A new code for signing in brings them back.' }) hasLeft!: boolean
  @Field({ description: 'Works as IMH specialist, and so can be registered.' }) isSpecialist!: boolean
  @Field(() => DateScalar, { nullable: true, description: 'Until when a registration holds that holds today.' }) registeredUntil?: string
  @Field({ description: 'It ends within the days in which the country tells it.' }) registrationEndsSoon!: boolean
  @Field({ nullable: true, description: 'Of the last registration.' }) registrationNumber?: string
}

@ObjectType({ description: 'A place of the organisation, also one that was closed.' })
export class RegisterLocation extends OwnLocation {
  @Field({ nullable: true }) phone?: string
  @Field(() => DateScalar, { nullable: true, description: 'The last day on which something is planned there.' }) until?: string
  @Field(() => ID, { nullable: true, description: 'Names the name and the address that stand; to be given with a change of these.' }) addressVersion?: string
}

@ObjectType()
export class Neighbour {
  @Field(() => ID) id!: string
  @Field() name!: string
}

@ObjectType({ description: 'The organisation whose keys the viewer keeps: its people and its places.' })
export class OrganisationRegister {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field(() => Discipline) discipline!: string
  @Field() zone!: string
  @Field(() => DateScalar) today!: string
  @Field(() => [StaffMember]) people!: readonly StaffMember[]
  @Field(() => [RegisterLocation]) locations!: readonly RegisterLocation[]
  @Field(() => [Holiday], { description: 'Those of the coming year.' }) holidays!: readonly Holiday[]
  @Field(() => [HolidayChoice]) holidayChoices!: readonly HolidayChoice[]
  @Field(() => ID, { nullable: true, description: 'Names what was chosen of them; to be given with a change.' }) holidaysVersion?: string
  @Field(() => [SpokenLanguage], { description: 'Among which one chooses.' }) languages!: readonly SpokenLanguage[]
  @Field(() => [Neighbour], { description: 'Places beside which a new one can lie, for how long one is on the way.' }) neighbours!: readonly Neighbour[]
}

@InputType()
export class StaffInput {
  @Field() name!: string
  @Field() title!: string
  @Field(() => Discipline) discipline!: string
  @Field(() => String, { nullable: true }) email?: string | null
  @Field(() => String, { nullable: true }) phone?: string | null
  @Field(() => [String]) languages!: readonly string[]
  @Field(() => [ID]) places!: readonly string[]
  @Field(() => DateScalar, { nullable: true }) from?: string | null
}

@InputType()
export class RegisterLocationInput {
  @Field() name!: string
  @Field() address!: string
  @Field(() => String, { nullable: true }) phone?: string | null
  @Field(() => ID, { nullable: true, description: 'A place beside which it lies. Absent: where it lay, or beside the first place of the organisation.' }) nearPlaceId?: string | null
}

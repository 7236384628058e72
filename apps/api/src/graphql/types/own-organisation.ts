import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql'
import { DateScalar, LocalTimeScalar } from '../scalars.ts'
import { TakenTime } from './own-calendar.ts'

@ObjectType()
export class OpenHours {
  @Field(() => Int, { description: 'ISO: 1 is Monday.' }) weekday!: number
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
}

@ObjectType({ description: 'Both days are included.' })
export class ClosedPeriod {
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) until!: string
}

@ObjectType({ description: 'For one appointment at a time.' })
export class Room {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field(() => [String]) equipment!: readonly string[]
}

@ObjectType({ description: 'A place of the viewer\'s organisation, as planning knows it.' })
export class OwnLocation {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field() address!: string
  @Field(() => ID, { nullable: true, description: 'Names what stands; to be given with a change.' }) version?: string
  @Field({ description: 'Nobody said anything yet: these are the usual hours.' }) isUsual!: boolean
  @Field(() => [OpenHours]) hours!: readonly OpenHours[]
  @Field(() => [ClosedPeriod]) closed!: readonly ClosedPeriod[]
  @Field(() => [Room], { description: 'Without rooms nobody counts them, and there is always one.' }) rooms!: readonly Room[]
}

@ObjectType({ description: 'A holiday of the country.' })
export class Holiday {
  @Field(() => DateScalar) date!: string
  @Field() name!: string
  @Field({ description: 'Nobody plans anything on it; otherwise an organisation chooses whether its places are closed.' }) isClosed!: boolean
  @Field({ description: 'The organisation chose once that its places are closed on it, every year.' }) isChosen!: boolean
}

@ObjectType({ description: 'A holiday of which an organisation chooses whether it is closed, every year.' })
export class HolidayChoice {
  @Field(() => ID) holiday!: string
  @Field() name!: string
  @Field(() => DateScalar, { description: 'The next day on which it falls.' }) date!: string
  @Field() isChosen!: boolean
}

@ObjectType({ description: 'Who departs from `from` on and before `to` takes `percent` of the usual time.' })
export class RushHour {
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
  @Field(() => Int) percent!: number
}

@ObjectType({ description: 'By bus or train: a percentage of the way by car, and minutes more to walk and to wait.' })
export class PublicTransport {
  @Field(() => Int) percent!: number
  @Field(() => Int) minutes!: number
}

@ObjectType({ description: 'How long families are on the way where this organisation works. It counts for the families that are coordinated from here.' })
export class TravelTimes {
  @Field(() => ID, { nullable: true, description: 'Names what stands; to be given with a change.' }) version?: string
  @Field({ description: 'Nobody chose yet.' }) isUsual!: boolean
  @Field(() => [RushHour]) rush!: readonly RushHour[]
  @Field(() => [RushHour], { description: 'What one could start from.' }) ordinaryRush!: readonly RushHour[]
  @Field(() => PublicTransport) publicTransport!: PublicTransport
}

@ObjectType()
export class Colleague {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field() title!: string
}

@ObjectType({ description: 'When somebody of the organisation can\'t be there after all. Why, nobody asks.' })
export class AwayPeriod {
  @Field(() => ID) id!: string
  @Field(() => ID) professionalId!: string
  @Field() name!: string
  @Field() isOwn!: boolean
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) until!: string
  @Field(() => LocalTimeScalar, { nullable: true }) fromTime?: string
  @Field(() => LocalTimeScalar, { nullable: true }) untilTime?: string
  @Field(() => [TakenTime], { description: 'What was agreed with families in that time, as far as the viewer may know.' }) touched!: readonly TakenTime[]
}

@ObjectType({ description: 'The viewer\'s own organisation, as far as planning needs it.' })
export class OwnOrganisation {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field() zone!: string
  @Field(() => DateScalar) today!: string
  @Field(() => [OwnLocation]) locations!: readonly OwnLocation[]
  @Field(() => [Holiday], { description: 'Those of the coming year.' }) holidays!: readonly Holiday[]
  @Field(() => [HolidayChoice]) holidayChoices!: readonly HolidayChoice[]
  @Field(() => ID, { nullable: true, description: 'Names what was chosen of them; to be given with a change.' }) holidaysVersion?: string
  @Field(() => TravelTimes) travel!: TravelTimes
  @Field(() => [Colleague]) colleagues!: readonly Colleague[]
  @Field(() => [AwayPeriod], { description: 'From today on.' }) away!: readonly AwayPeriod[]
}

@InputType()
export class OpenHoursInput {
  @Field(() => Int) weekday!: number
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
}

@InputType()
export class ClosedPeriodInput {
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) until!: string
}

@InputType()
export class RoomInput {
  @Field(() => ID, { nullable: true, description: 'Of a room that stands; absent for a new one.' }) id?: string
  @Field() name!: string
  @Field(() => [String]) equipment!: readonly string[]
}

@InputType()
export class LocationUseInput {
  @Field(() => [OpenHoursInput]) hours!: readonly OpenHoursInput[]
  @Field(() => [ClosedPeriodInput]) closed!: readonly ClosedPeriodInput[]
  @Field(() => [RoomInput]) rooms!: readonly RoomInput[]
}

@InputType()
export class RushHourInput {
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
  @Field(() => Int) percent!: number
}

@InputType()
export class TravelTimesInput {
  @Field(() => [RushHourInput]) rush!: readonly RushHourInput[]
  @Field(() => Int) publicTransportPercent!: number
  @Field(() => Int) publicTransportMinutes!: number
}

@InputType()
export class ClosingInput {
  @Field(() => ID, { nullable: true, description: 'Absent: every place of the organisation.' }) locationId?: string
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) until!: string
}

@InputType()
export class AwayPeriodInput {
  @Field(() => ID) professionalId!: string
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) until!: string
  @Field(() => LocalTimeScalar, { nullable: true, description: 'Every one of these days from this time on; with `untilTime`, or the whole day.' }) fromTime?: string
  @Field(() => LocalTimeScalar, { nullable: true }) untilTime?: string
}

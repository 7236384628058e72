import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { CardAge, Route, Setting } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { PageInfo } from './paging.ts'
import { SpokenAnswer } from './proposals.ts'

@ObjectType({ description: 'Somebody whose yes counts, by authority.' })
export class WhoAgrees {
  @Field(() => ID) memberId!: string
  @Field() firstName!: string
}

@ObjectType({ description: 'What one parent said to the words of the practice card.' })
export class PracticeCardAnswer {
  @Field(() => ID) memberId!: string
  @Field() firstName!: string
  @Field() isYes!: boolean
  @Field(() => InstantScalar) at!: string
  @Field(() => SpokenAnswer, { nullable: true }) spoken?: SpokenAnswer
}

@ObjectType({ description: 'How far a card is on its way to colleagues. Until its day a no keeps it back; after that a no takes it away again.' })
export class PracticeCardRelease {
  @Field(() => DateScalar) placeOn!: string
  @Field({ description: 'Colleagues find it.' }) isPlaced!: boolean
  @Field({ description: 'Who published it took it away again.' }) isWithdrawn!: boolean
  @Field(() => ID, { nullable: true, description: 'What it is called there, for who coordinates.' }) cardId?: string
}

/** What both have: a card while it is written, and one that colleagues find. */
@ObjectType({ isAbstract: true })
class CardWords {
  @Field() situation!: string
  @Field({ nullable: true }) talk?: string
  @Field() whatHelped!: string
  @Field({ nullable: true }) whatDidNot?: string
  @Field({ nullable: true }) insight?: string
  @Field(() => [CardAge]) ages!: readonly string[]
  @Field(() => [Route]) routes!: readonly string[]
  @Field(() => [Setting]) settings!: readonly string[]
}

@ObjectType({ description: 'The story without names, for colleagues elsewhere, when the parents allow it.' })
export class PracticeCard extends CardWords {
  @Field(() => ID) version!: string
  @Field({ nullable: true, description: 'This and some other parts are missing in cards from before there were such parts.' }) title?: string
  @Field({ nullable: true }) tried?: string
  @Field({ description: 'Everything that colleagues need is there.' }) isWhole!: boolean
  @Field(() => InstantScalar) changedAt!: string
  @Field() changedBy!: string
  @Field(() => [PracticeCardAnswer]) answers!: readonly PracticeCardAnswer[]
  @Field(() => [WhoAgrees], { description: 'Whose yes is still asked, for who coordinates.' }) awaited!: readonly WhoAgrees[]
  @Field() mayAnswer!: boolean
  @Field({ nullable: true }) yourAnswer?: boolean
  @Field(() => PracticeCardRelease, { nullable: true }) release?: PracticeCardRelease
}

@ObjectType()
export class WithdrawnCard {
  @Field(() => InstantScalar) at!: string
  @Field({ nullable: true, description: 'Nothing where the family asked for it.' }) reason?: string
}

@ObjectType({ description: 'What a team learned, for every professional. It leads to no family.' })
export class ShelfCard extends CardWords {
  @Field(() => ID) id!: string
  @Field() title!: string
  @Field() tried!: string
  @Field(() => Int, { description: 'In which it was placed.' }) year!: number
  @Field({ description: 'The viewer published it.' }) isOwn!: boolean
  @Field(() => WithdrawnCard, { nullable: true, description: 'Only who published it still sees it.' }) withdrawn?: WithdrawnCard
}

@ObjectType()
export class ShelfCardConnection {
  @Field(() => [ShelfCard]) nodes!: readonly ShelfCard[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType({ description: 'Names that may stand in nothing that is told outside a family, for who writes about it.' })
export class NamesToLeaveOut {
  @Field(() => [String]) persons!: readonly string[]
  @Field(() => [String]) organisations!: readonly string[]
  @Field(() => [String]) places!: readonly string[]
}

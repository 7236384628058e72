import { Field, ID, ObjectType } from '@nestjs/graphql'
import { Category, ConsentBasis, ConsentEffect, ConsentRequestState, ConsentState, Discipline, InvitationState, RecipientKind } from '../enums.ts'
import { DateScalar } from '../scalars.ts'
import { Organisation, Professional, SubjectRef } from './people.ts'

@ObjectType({ description: 'Who would read: one organisation, everybody of one discipline, or everybody of the team.' })
export class ConsentRecipient {
  @Field(() => RecipientKind) kind!: string
  @Field(() => Organisation, { nullable: true }) organisation?: Organisation
  @Field(() => Discipline, { nullable: true }) discipline?: string
  @Field() label!: string
}

@ObjectType({ description: 'A yes (GRANT) or a no (OBJECTION) to sharing, as the viewer may know it.' })
export class Consent {
  @Field(() => ID) id!: string
  @Field(() => ConsentEffect) effect!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Category, { nullable: true, description: 'Absent for everything but safety.' }) category?: string
  @Field({ description: 'What it is about, in words.' }) what!: string
  @Field(() => ConsentRecipient) recipient!: ConsentRecipient
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field(() => ConsentState) state!: string
  @Field(() => [String], { description: 'Who said it so far, by name.' }) signedBy!: readonly string[]
  @Field(() => ConsentBasis) basis!: string
  @Field() howExplained!: string
  @Field({ description: 'Who asked, or who noted the objection.' }) askedBy!: string
  @Field(() => DateScalar, { nullable: true }) withdrawnOn?: string
  @Field({ nullable: true }) withdrawnBy?: string
  @Field(() => ID, { nullable: true }) requestId?: string
  @Field({ description: 'It ends within a month, and nothing follows on it yet.' }) endsSoon!: boolean
  @Field({ description: 'The viewer said this too.' }) isYours!: boolean
  @Field({ description: 'The viewer has a say here, and can stop it or sign it.' }) mayDecide!: boolean
}

@ObjectType({ description: 'A question for consent. Its state is told from what the viewer may know.' })
export class ConsentRequest {
  @Field(() => ID) id!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Category, { nullable: true }) category?: string
  @Field() what!: string
  @Field(() => ConsentRecipient) recipient!: ConsentRecipient
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field() why!: string
  @Field() howExplained!: string
  @Field() askedBy!: string
  @Field(() => DateScalar) askedOn!: string
  @Field(() => DateScalar) answerBy!: string
  @Field(() => ConsentRequestState) state!: string
  @Field({ description: 'The viewer has a say here and has not answered yet.' }) isForYou!: boolean
  @Field({ description: 'The viewer asked it, or coordinates, and can take it back.' }) mayWithdraw!: boolean
}

@ObjectType({ description: 'An invitation to join the team, as who sent it and who decides about the subject know it.' })
export class SentInvitation {
  @Field(() => ID) id!: string
  @Field(() => Professional) partner!: Professional
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field() question!: string
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field(() => DateScalar) answerBy!: string
  @Field(() => DateScalar) invitedOn!: string
  @Field(() => InvitationState) state!: string
  @Field({ nullable: true, description: 'The word with which it was answered.' }) words?: string
}

@ObjectType({ description: 'A question to the viewer to join a team. It names nobody until the viewer has joined.' })
export class Invitation {
  @Field(() => ID) id!: string
  @Field() question!: string
  @Field() askedBy!: string
  @Field() askedByTitle!: string
  @Field() askedByOrganisation!: string
  @Field(() => DateScalar) askedOn!: string
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field(() => DateScalar) answerBy!: string
  @Field(() => InvitationState) state!: string
  @Field({ nullable: true }) words?: string
  @Field(() => ID, { nullable: true, description: 'Which family it is; only once the viewer has joined.' }) familyId?: string
  @Field({ nullable: true }) familyName?: string
}

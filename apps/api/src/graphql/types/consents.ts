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

@ObjectType({ description: 'An organisation that something can be shared with, or not.' })
export class SharingOrganisation {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field(() => Discipline) discipline!: string
  @Field({ description: 'Somebody who works there is in the team, as the viewer knows it.' }) helps!: boolean
}

@ObjectType()
export class SharingPart {
  @Field(() => Category, { nullable: true, description: 'Absent for everything but safety.' }) category?: string
  @Field({ description: 'In words.' }) what!: string
}

@ObjectType({ description: 'Somebody, or a bond, about whom the viewer has a say.' })
export class SharingSubject {
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => [SharingPart]) parts!: readonly SharingPart[]
  @Field(() => [String], { description: 'Who has to say yes as well before anything opens, by name; after the viewer\'s own yes.' }) alsoSigns!: readonly string[]
}

@ObjectType({ description: 'What the viewer can share, or refuse to share, without being asked.' })
export class SharingChoices {
  @Field(() => [SharingOrganisation]) organisations!: readonly SharingOrganisation[]
  @Field(() => [SharingSubject]) subjects!: readonly SharingSubject[]
}

@ObjectType({ description: 'What is said about some labels, and by which yes or no (C-03). Labels of which nobody said anything stand in no reason.' })
export class ConsentReason {
  @Field(() => [Category]) categories!: readonly string[]
  @Field(() => ConsentEffect) effect!: string
  @Field(() => [ID], { description: 'The consents that decide.' }) decides!: readonly string[]
  @Field(() => [ID], { description: 'The consents that apply as well, and give way.' }) givesWay!: readonly string[]
}

@ObjectType({ description: 'What holds for one organisation about one subject, worked out from the consents that the viewer may know.' })
export class ConsentEffectOn {
  @Field(() => Organisation) organisation!: Organisation
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => [ConsentReason]) reasons!: readonly ConsentReason[]
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

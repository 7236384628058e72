import { Field, Int, ObjectType } from '@nestjs/graphql'
import { Language, MailChannel } from '../enums.ts'
import { LocalTimeScalar } from '../scalars.ts'

@ObjectType({ description: 'Where and when the viewer gets mail.' })
export class MessageSettings {
  @Field({ nullable: true, description: 'The address that mail goes to.' }) address?: string
  @Field({ nullable: true, description: 'An address to which a code was sent that is not typed in yet.' }) unconfirmedAddress?: string
  @Field({ description: 'The server of the address would not take the last mail.' }) lastRefused!: boolean
  @Field(() => MailChannel) channel!: string
  @Field(() => Language, { description: 'The language of mail.' }) language!: string
  @Field(() => Int) reminderHours!: number
  @Field(() => LocalTimeScalar) quietFrom!: string
  @Field(() => LocalTimeScalar) quietUntil!: string
}

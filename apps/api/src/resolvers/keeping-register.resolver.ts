import { Inject } from '@nestjs/common'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { Discipline } from '@samenspel/kernel'
import type { RegisterList as ListKind, StaffDetails } from '@samenspel/register'
import { KEEPING_REGISTER } from '../composition/tokens.ts'
import type { KeepingRegister, LocationInput } from '../disclosure/keeping-register.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { OrganisationRegister, RegisterLocationInput, StaffInput } from '../graphql/types/keeping-register.ts'
import { RegisterList, RegisterListFile, RegisterListPreview } from '../graphql/types/register-lists.ts'

const id = { type: () => ID } as const
const perhapsId = { type: () => ID, nullable: true } as const
const list = { type: () => RegisterList } as const
const perhapsDay = { type: () => DateScalar, nullable: true } as const

/** The people and the places of an organisation, for who keeps its keys. */
@Resolver()
export class KeepingRegisterResolver {
  constructor(@Inject(KEEPING_REGISTER) private readonly register: KeepingRegister) {}

  @Query(() => OrganisationRegister)
  organisationRegister(@Context() context: RequestContext): Promise<OrganisationRegister> { return this.register.view(signedIn(context)) }

  @Query(() => RegisterListPreview, { description: 'What a list would come to. Nothing is saved.' })
  registerListPreview(@Args('list', list) kind: string, @Args('content') content: string, @Context() context: RequestContext): Promise<RegisterListPreview> {
    return this.register.preview(signedIn(context), kind as ListKind, content)
  }

  @Query(() => RegisterListFile, { description: 'What the register knows, or an example, as a list that can be brought in again.' })
  registerList(@Args('list', list) kind: string, @Args('isExample') isExample: boolean, @Context() context: RequestContext): Promise<RegisterListFile> {
    return this.register.list(signedIn(context), kind as ListKind, isExample)
  }

  @Mutation(() => Done)
  async addStaff(@Args('commandId', id) commandId: string, @Args('input') input: StaffInput, @Context() context: RequestContext): Promise<Done> {
    return { id: await this.register.add(signedIn(context), commandId, detailsIn(input)) }
  }

  @Mutation(() => Done)
  async changeStaff(
    @Args('commandId', id) commandId: string, @Args('personId', id) personId: string, @Args('version', perhapsId) version: string | undefined, @Args('input') input: StaffInput, @Context() context: RequestContext,
  ): Promise<Done> {
    await this.register.change(signedIn(context), commandId, personId, version ?? undefined, detailsIn(input))
    return { id: personId }
  }

  @Mutation(() => Done, { description: 'A last day of work that is still to come; without one, none any more.' })
  async setStaffLastDay(@Args('commandId', id) commandId: string, @Args('personId', id) personId: string, @Args('until', perhapsDay) until: string | undefined, @Context() context: RequestContext): Promise<Done> {
    await this.register.setLastDay(signedIn(context), commandId, personId, until ?? undefined)
    return { id: personId }
  }

  @Mutation(() => Done)
  async addLocation(@Args('commandId', id) commandId: string, @Args('input') input: RegisterLocationInput, @Context() context: RequestContext): Promise<Done> {
    return { id: await this.register.addLocation(signedIn(context), commandId, locationIn(input)) }
  }

  @Mutation(() => Done)
  async changeLocation(
    @Args('commandId', id) commandId: string, @Args('locationId', id) locationId: string, @Args('version', perhapsId) version: string | undefined, @Args('input') input: RegisterLocationInput, @Context() context: RequestContext,
  ): Promise<Done> {
    await this.register.changeLocation(signedIn(context), commandId, locationId, version ?? undefined, locationIn(input))
    return { id: locationId }
  }

  @Mutation(() => Done, { description: 'The last day of a place; without one, it is open again.' })
  async endLocation(@Args('commandId', id) commandId: string, @Args('locationId', id) locationId: string, @Args('until', perhapsDay) until: string | undefined, @Context() context: RequestContext): Promise<Done> {
    await this.register.endLocation(signedIn(context), commandId, locationId, until ?? undefined)
    return { id: locationId }
  }

  @Mutation(() => Done, { description: 'Brings in a list: all of it, or nothing.' })
  async importRegisterList(@Args('commandId', id) commandId: string, @Args('list', list) kind: string, @Args('content') content: string, @Args('seen') seen: string, @Context() context: RequestContext): Promise<Done> {
    await this.register.bringIn(signedIn(context), commandId, kind as ListKind, content, seen)
    return { id: commandId }
  }
}

const trimmed = (text: string | null | undefined): string | undefined => text == null || text.trim() === '' ? undefined : text.trim()

const detailsIn = ({ name, title, discipline, email, phone, languages, places, from }: StaffInput): StaffDetails => ({
  name: name.trim(), title: title.trim(), discipline: discipline as Discipline, languages: [...new Set(languages)] as StaffDetails['languages'], places: [...new Set(places)],
  ...optional('email', trimmed(email)), ...optional('phone', trimmed(phone)), ...optional('from', from ?? undefined),
})

const locationIn = ({ name, address, phone, nearPlaceId }: RegisterLocationInput): LocationInput =>
  ({ name: name.trim(), address: address.trim(), ...optional('phone', trimmed(phone)), ...optional('near', nearPlaceId ?? undefined) })

const optional = <Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> => value === undefined ? {} : { [key]: value } as Record<Key, string>

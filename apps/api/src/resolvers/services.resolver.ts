import { Inject } from '@nestjs/common'
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { ServiceContent } from '@samenspel/register'
import { SERVICES } from '../composition/tokens.ts'
import type { Services } from '../disclosure/services.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Done } from '../graphql/types/commands.ts'
import { ServiceCatalogue, ServiceInput } from '../graphql/types/services.ts'

const id = { type: () => ID } as const

/** The catalogue of services: everybody at work reads it, each organisation keeps its own part. */
@Resolver()
export class ServicesResolver {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Query(() => ServiceCatalogue)
  serviceCatalogue(@Context() context: RequestContext): Promise<ServiceCatalogue> { return this.services.catalogue(signedIn(context)) }

  @Mutation(() => Done, { description: 'The viewer\'s organisation offers something new to families.' })
  async offerService(@Args('commandId', id) commandId: string, @Args('service') service: ServiceInput, @Context() context: RequestContext): Promise<Done> {
    return { id: await this.services.offer(signedIn(context), commandId, contentOf(service)) }
  }

  @Mutation(() => Done, { description: 'Everything that is said of a service; with a last day it ends.' })
  async changeService(@Args('commandId', id) commandId: string, @Args('serviceId', id) serviceId: string, @Args('version', id) version: string, @Args('service') service: ServiceInput, @Context() context: RequestContext): Promise<Done> {
    await this.services.change(signedIn(context), commandId, serviceId, version, contentOf(service))
    return { id: serviceId }
  }

  @Mutation(() => Done, { description: 'How long one waits for a service, as of today.' })
  async tellWaitingTime(@Args('commandId', id) commandId: string, @Args('serviceId', id) serviceId: string, @Args('weeks', { type: () => Int }) weeks: number, @Context() context: RequestContext): Promise<Done> {
    await this.services.tellWait(signedIn(context), commandId, serviceId, weeks)
    return { id: serviceId }
  }
}

const contentOf = ({ name, about, kind, level, ageFrom, ageUntil, areas, languages, from, until }: ServiceInput): ServiceContent => ({
  name: name.trim(), ...(about != null && about.trim() !== '' && { about }), kind, level, ages: { from: ageFrom, until: ageUntil }, areas: areas.filter((area) => area.trim() !== ''), languages, from, ...(until != null && { until }),
})

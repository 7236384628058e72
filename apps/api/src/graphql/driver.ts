import { ApolloServer } from '@apollo/server'
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo'
import { Injectable } from '@nestjs/common'
import type { RequestContext } from './context.ts'

/** Starts Apollo Server for Nest's schema, and gives it no way in of its own: what is asked comes through `over-http.ts`. */
@Injectable()
export class ApiDriver extends ApolloDriver {
  /** Apollo Server, with the context that our way in gives. */
  get server(): ApolloServer<RequestContext> { return this.apolloServer as unknown as ApolloServer<RequestContext> }

  override async registerServer(options: ApolloDriverConfig): Promise<void> {
    const server = new ApolloServer(options as ConstructorParameters<typeof ApolloServer>[0])
    await server.start()
    this.apolloServer = server
  }
}

import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { resolvers } from './resolvers/resolvers.ts'

/** The GraphQL schema as its classes say it, in a fixed order. */
export const writeSchema = async (): Promise<string> => {
  const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false })
  try {
    return `${printSchema(lexicographicSortSchema(await app.get(GraphQLSchemaFactory).create(resolvers)))}\n`
  } finally {
    await app.close()
  }
}

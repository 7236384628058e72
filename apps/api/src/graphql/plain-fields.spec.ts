import 'reflect-metadata'
import { describe, expect, test } from '@jest/globals'
import { NestFactory } from '@nestjs/core'
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql'
import { isIntrospectionType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql'
import { resolvers } from '../resolvers/resolvers.ts'
import { withPlainFields } from './plain-fields.ts'

const fieldsWithFunction = (schema: GraphQLSchema): readonly GraphQLField<unknown, unknown>[] =>
  Object.values(schema.getTypeMap()).flatMap((type) => isObjectType(type) && !isIntrospectionType(type) ? Object.values(type.getFields()) : []).filter(({ resolve }) => resolve !== undefined)

describe('fields without a resolver', () => {
  test('have no function of their own, whatever Nest gives them', async () => {
    const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false })
    try {
      const schema = await app.get(GraphQLSchemaFactory).create(resolvers)
      expect(fieldsWithFunction(schema).length).toBeGreaterThan(1_000)
      expect(fieldsWithFunction(withPlainFields(schema))).toEqual([])
    } finally {
      await app.close()
    }
  })
})

// node bare-nest.mjs: Nest with Apollo Server in the versions of the application, by Express and with nothing of the application, as a
// yardstick of the machine. It says over IPC on which port of this machine it listens.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installed } from '../peers.mjs'

const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'))
const packages = ['@apollo/server', '@nestjs/apollo', '@nestjs/common', '@nestjs/core', '@nestjs/graphql', '@nestjs/platform-express', 'graphql', 'reflect-metadata', 'rxjs']
// The application has a way of its own to Apollo Server, and not this one.
const { bring } = installed({ ...Object.fromEntries(packages.map((name) => [name, dependencies[name]])), '@as-integrations/express5': '1.1.2', express: '5.3.0' })

await bring('reflect-metadata')
const [{ ApolloDriver }, { Module }, { NestFactory }, { GraphQLModule, Query, Resolver }] = await Promise.all(['@nestjs/apollo', '@nestjs/common', '@nestjs/core', '@nestjs/graphql'].map(bring))

const typeDefs = 'type Item { id: ID! name: String! count: Int! } type Query { items: [Item!]! }'
const fifty = Array.from({ length: 50 }, (_, i) => ({ id: String(i), name: `Item ${i}`, count: i }))

class Items { items() { return fifty } }
Query('items')(Items.prototype, 'items', Object.getOwnPropertyDescriptor(Items.prototype, 'items'))
Resolver()(Items)

class Bare {}
Module({ imports: [GraphQLModule.forRoot({ driver: ApolloDriver, typeDefs })], providers: [Items] })(Bare)

const application = await NestFactory.create(Bare, { logger: ['error', 'warn'] })
await application.listen(0, '127.0.0.1')
process.send({ port: application.getHttpServer().address().port })
process.on('disconnect', () => { process.exit() })

import { isDate, isTime } from '@samenspel/kernel'
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { Refused } from './refused.ts'

/** A text scalar with a form of its own; what doesn't have that form is refused before any command sees it. */
const textScalar = (name: string, description: string, isValid: (text: string) => boolean): GraphQLScalarType<string, string> => {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !isValid(value)) throw new Refused('date-impossible')
    return value
  }
  return new GraphQLScalarType({
    name, description,
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  })
}

const isInstant = (text: string): boolean => {
  try { return Temporal.Instant.from(text) !== undefined } catch { return false }
}

export const DateScalar = textScalar('Date', 'A calendar date in the zone of the case, YYYY-MM-DD.', isDate)
export const LocalTimeScalar = textScalar('LocalTime', 'A wall-clock time in the zone of the case, HH:MM.', isTime)
export const InstantScalar = textScalar('Instant', 'A moment in UTC, ISO 8601.', isInstant)

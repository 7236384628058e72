// What a question costs that would be answered with tens of megabytes: its refusal, beside answering a part of it. The schema is the
// one of the attack as it was published, two lines in which a person has friends who are persons; ours has no such circle.
import { buildSchema, execute, parse, specifiedRules, validate } from 'graphql'
import { limitRule, limits } from '../../apps/api/src/graphql/limits.ts'

const friends = 10
/** Levels at which the answer passes 87 MB, as measured for the attack. */
const levels = 6
const bytesOfWhole = 87_000_000
const rounds = 15

const person = { name: 'x', friends: () => Array.from({ length: friends }, () => person) }
const nested = (depth) => `{ people { name ${Array.from({ length: depth }).reduce((below) => `friends { name ${below} }`, '')} } }`
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** Milliseconds of this process's processor: others may have the machine meanwhile. */
const timed = async (work) => {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { result, took: (user + system) / 1000 }
}

/** @returns the figures of the suite. */
export const measure = async () => {
  const schema = buildSchema('type Query { people: [Person!]! } type Person { name: String! friends: [Person!]! }')
  const refuse = () => validate(schema, parse(nested(levels)), [...specifiedRules, limitRule(limits)])
  const answer = async (depth) => JSON.stringify(await execute({ schema, document: parse(nested(depth)), rootValue: { people: person.friends } })).length
  // Each level makes the answer ten times as long: two levels less are answered, and the rest is counted.
  const part = await timed(() => answer(levels - 2))
  const whole = part.result * friends ** 2
  if (whole < bytesOfWhole) throw new Error(`The question would be answered with ${whole} bytes, which is no attack.`)
  const first = await timed(refuse)
  const measured = []
  for (let round = 0; round < rounds; round += 1) measured.push((await timed(refuse)).took)
  const codes = [...new Set(first.result.map(({ message }) => message))]
  if (!codes.every((code) => code === 'query-too-costly' || code === 'query-too-deep')) throw new Error(`It was not refused: ${codes}`)
  const of = (name, value) => ({ name, value, unit: 'ms', reference: part.took, ratio: value / part.took, goal: '≤ 50', met: value <= 50 })
  return [
    of(`${nested(levels).length} bytes that would be answered with ${Math.round(whole / 1_000_000)} MB, refused, the first time; reference: answering a hundredth of it`, first.took),
    of('the same, refused again', median(measured)),
  ]
}

/** Notes about Sem that people write, and what is read of them. */
import { randomUUID } from 'node:crypto'
import { demoId } from '@samenspel/demo-region'
import { dayOf, systemClock } from '@samenspel/kernel'
import { dataOf } from './family.ts'
import type { Answer } from './running-api.ts'

export const verhoeven = demoId('family verhoeven')
export type Asking = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>

export const addContribution = 'mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }'

/** The variables of `addContribution`. */
export const about = (situation: string, commandId: string = randomUUID()) => ({
  commandId, familyId: verhoeven,
  input: { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [demoId('verhoeven sem')] }, category: 'SOCIAL', setting: 'GROUP', occurredOn: dayOf(systemClock(), 'Europe/Amsterdam'), situation },
})

/** All that somebody can read of them, newest or not. */
export const situations = async (asking: Asking): Promise<readonly string[]> => {
  const all: string[] = []
  let after: string | null = null
  do {
    const page: Page = dataOf<{ family: { contributions: Page } }>(await asking(pages, { id: verhoeven, after })).family.contributions
    all.push(...page.nodes.map(({ situation }) => situation))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return all
}
type Page = { readonly nodes: readonly { readonly situation: string }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } }
const pages = 'query ($id: ID!, $after: String) { family(id: $id) { contributions(first: 100, after: $after) { nodes { situation } pageInfo { hasNextPage endCursor } } } }'

/**
 * Writes notes until it is enough, each asked again with the same command until it is answered, as a front end does.
 * @param at whom to ask now, which may be another process each time
 * @param answered grows by each that was answered
 */
export const keepWriting = async (writer: string, at: () => Asking, enough: () => boolean, answered: string[]): Promise<void> => {
  for (let i = 0; !enough(); i += 1) {
    const situation = `Schrijver ${writer}, nummer ${i}.`
    const variables = about(situation)
    while (!await at()(addContribution, variables).then(({ errors }) => errors === undefined, () => false)) await new Promise((resolve) => { setTimeout(resolve, 20) })
    answered.push(situation)
  }
}

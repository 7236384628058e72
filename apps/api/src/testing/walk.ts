/** Stretches of the walk: from asking for proposals to appointments that stand, and the calendar of a parent. */
import { command, dataOf } from './family.ts'
import type { Somebody } from './running-api.ts'

type Run = { readonly id: string; readonly state: 'RUNNING' | 'DONE' | 'FAILED'; readonly proposals: readonly { readonly id: string; readonly kind: string }[] }

const runFields = 'id state proposals { id kind }'

/** Asks for proposals and waits until they are all there. */
export const proposalsFor = async (coordinator: Somebody, familyId: string, input: Readonly<Record<string, unknown>> = { lighter: false }): Promise<Run> => {
  const started = dataOf<{ startProposals: Run }>(await command(coordinator, `mutation ($commandId: ID!, $familyId: ID!, $input: PlannerInput!) {
    startProposals(commandId: $commandId, familyId: $familyId, input: $input) { ${runFields} } }`, { familyId, input })).startProposals
  let run = started
  while (run.state === 'RUNNING') {
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    run = dataOf<{ proposalRun: Run }>(await coordinator.ask(`query ($id: ID!) { proposalRun(id: $id) { ${runFields} } }`, { id: started.id })).proposalRun
  }
  return run
}

export const send = async (coordinator: Somebody, familyId: string, { id }: Run, ...proposalIds: readonly string[]): Promise<void> => {
  dataOf(await command(coordinator, `mutation ($commandId: ID!, $familyId: ID!, $runId: ID!, $proposalIds: [ID!]!) {
    sendProposals(commandId: $commandId, familyId: $familyId, runId: $runId, proposalIds: $proposalIds) { id } }`, { familyId, runId: id, proposalIds }))
}

export const answer = async (parent: Somebody, familyId: string, proposalId: string, given: 'YES' | 'LET_OTHER_ANSWER' | 'OTHER_MOMENT' = 'YES'): Promise<void> => {
  dataOf(await command(parent, `mutation ($commandId: ID!, $familyId: ID!, $proposalId: ID!, $answer: ProposalAnswer!) {
    answerProposal(commandId: $commandId, familyId: $familyId, proposalId: $proposalId, answer: $answer) { id } }`, { familyId, proposalId, answer: given }))
}

/** A proposal that was sent and that everybody agreed to. @returns the run it came from, and its id */
export const confirmed = async (coordinator: Somebody, parents: readonly Somebody[], familyId: string): Promise<{ readonly runId: string; readonly proposalId: string }> => {
  const run = await proposalsFor(coordinator, familyId)
  const [proposal] = run.proposals
  if (proposal === undefined) throw new Error('no proposal')
  await send(coordinator, familyId, run, proposal.id)
  for (const parent of parents) await answer(parent, familyId, proposal.id)
  return { runId: run.id, proposalId: proposal.id }
}

/** The secret address of somebody's own calendar. */
export const openFeed = async (parent: Somebody): Promise<string> =>
  dataOf<{ openCalendarFeed: { url: string } }>(await command(parent, 'mutation ($commandId: ID!) { openCalendarFeed(commandId: $commandId) { url } }', {})).openCalendarFeed.url

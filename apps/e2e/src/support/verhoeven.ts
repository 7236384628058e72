/** The family of the walk: the overburdened parents of Sem, through the API. */
import { newId, signIn, type Caller } from './api.ts'
import { expect } from './test.ts'
import type { Instance } from './instance.ts'

export const familyName = 'Gezin Verhoeven'
export const caseNumber = 'DD-2041'
/** Another family of the same specialist, for whom the same paediatrician is asked. */
const neighbours = 'Gezin Bosman'

/** What would tell somebody that the mother has a therapy of her own. */
export const tracesOfTherapy = ['Nadia', 'De Linde', 'Uw eigen gesprek', 'Eigen gesprekken begonnen', 'Slaapt licht', 'ADULT_MENTAL_HEALTH', 'MENTAL_HEALTH'] as const

export type Part = {
  readonly id: string; readonly label: string; readonly date: string; readonly start: string | null; readonly end: string | null; readonly status: string; readonly modality: string
  readonly isEvening: boolean; readonly canBecomeDigital: boolean; readonly professionals: readonly { readonly id: string; readonly name: string }[]
}
export type Bundle = { readonly id: string; readonly kind: string; readonly date: string; readonly parts: readonly Part[] }
export type Proposal = { readonly id: string; readonly kind: string; readonly status: string; readonly bundles: readonly Bundle[] }
export type FreeTime = { readonly date: string; readonly from: string; readonly to: string }

const part = 'id label date start end status modality isEvening canBecomeDigital professionals { id name }'
const bundle = `id kind date parts { ${part} }`
const proposal = `id kind status bundles { ${bundle} }`

/** The id of a family, for somebody who may see it. */
export const familyIdOf = async (caller: Caller, called: string = familyName): Promise<string> => {
  const { families } = await caller.ask<{ families: { nodes: readonly { id: string; name: string }[] } }>('{ families(first: 50) { nodes { id name } } }')
  const id = families.nodes.find(({ name }) => name === called)?.id
  if (id === undefined) throw new Error(`${caller.persona} doesn't see ${called}`)
  return id
}

export const proposalsOf = async (caller: Caller, familyId: string): Promise<readonly Proposal[]> =>
  (await caller.ask<{ family: { proposals: readonly Proposal[] } }>(`query ($id: ID!) { family(id: $id) { proposals { ${proposal} } } }`, { id: familyId })).family.proposals

export const bundlesOf = async (caller: Caller, familyId: string): Promise<readonly Bundle[]> =>
  (await caller.ask<{ family: { bundles: readonly Bundle[] } }>(`query ($id: ID!) { family(id: $id) { bundles { ${bundle} } } }`, { id: familyId })).family.bundles

/** When the paediatrician still is free, as the planner of another family finds it in her calendar. */
export const paediatricianIsFree = async (coordinator: Caller): Promise<readonly FreeTime[]> => {
  const { planner } = await coordinator.ask<{ planner: { freeTime: readonly (FreeTime & { readonly professional: { readonly name: string } })[] } }>(
    'query ($id: ID!) { planner(familyId: $id) { freeTime { professional { name } date from to } } }', { id: await familyIdOf(coordinator, neighbours) })
  return planner.freeTime.filter(({ professional }) => professional.name === 'Eva Smit').map(({ date, from, to }) => ({ date, from, to }))
}

/** What is left of free time once an appointment stands in it. */
export const withoutTime = (times: readonly FreeTime[], { date, start, end }: Part): readonly FreeTime[] => times.flatMap((time) => {
  if (time.date !== date || start === null || end === null || time.from >= end || time.to <= start) return [time]
  return [{ date, from: time.from, to: start }, { date, from: end, to: time.to }].filter(({ from, to }) => from < to)
})

/** Asks the planner and waits until its search is over. */
export const makeProposals = async (coordinator: Caller, familyId: string): Promise<{ readonly runId: string; readonly proposals: readonly Proposal[] }> => {
  const { startProposals } = await coordinator.ask<{ startProposals: { id: string } }>(
    'mutation ($commandId: ID!, $familyId: ID!) { startProposals(commandId: $commandId, familyId: $familyId, input: { lighter: false }) { id } }', { commandId: newId(), familyId })
  const read = async () => (await coordinator.ask<{ proposalRun: { state: string; proposals: readonly Proposal[] } }>(
    `query ($id: ID!) { proposalRun(id: $id) { state proposals { ${proposal} } } }`, { id: startProposals.id })).proposalRun
  await expect.poll(async () => (await read()).state, { message: 'the planner is done' }).toBe('DONE')
  return { runId: startProposals.id, proposals: (await read()).proposals }
}

export const sendProposals = async (coordinator: Caller, familyId: string, runId: string, proposalIds: readonly string[]): Promise<void> => {
  await coordinator.ask('mutation ($commandId: ID!, $familyId: ID!, $runId: ID!, $proposalIds: [ID!]!) { sendProposals(commandId: $commandId, familyId: $familyId, runId: $runId, proposalIds: $proposalIds) { id } }',
    { commandId: newId(), familyId, runId, proposalIds })
}

export const answerProposal = 'mutation ($commandId: ID!, $familyId: ID!, $proposalId: ID!, $answer: ProposalAnswer!) { answerProposal(commandId: $commandId, familyId: $familyId, proposalId: $proposalId, answer: $answer) { id } }'

export const sayYes = async (parent: Caller, familyId: string, proposalId: string): Promise<void> => {
  await parent.ask(answerProposal, { commandId: newId(), familyId, proposalId, answer: 'YES' })
}

export type Story = {
  readonly familyId: string
  readonly coordinator: Caller
  readonly mother: Caller
  readonly father: Caller
  /** The proposal that lies with the parents. */
  readonly proposalId: string
}

/** The specialist has made proposals and sent the first to the parents. */
export const withProposalSent = async ({ url }: Instance): Promise<Story> => {
  const [coordinator, mother, father] = await Promise.all([signIn(url, 'coordinator'), signIn(url, 'mother'), signIn(url, 'father')])
  const familyId = await familyIdOf(coordinator)
  const { runId, proposals } = await makeProposals(coordinator, familyId)
  const proposalId = proposals[0]?.id ?? ''
  await sendProposals(coordinator, familyId, runId, [proposalId])
  return { familyId, coordinator, mother, father, proposalId }
}

/** Both parents have said yes, and every calendar has it. */
export const withVisitConfirmed = async (instance: Instance): Promise<Story> => {
  const story = await withProposalSent(instance)
  await sayYes(story.mother, story.familyId, story.proposalId)
  await sayYes(story.father, story.familyId, story.proposalId)
  await expect.poll(async () => (await proposalsOf(story.coordinator, story.familyId)).find(({ id }) => id === story.proposalId)?.status, { message: 'the proposal is fixed' }).toBe('CONFIRMED')
  return story
}

/** Questions about proposals: why not otherwise, and what would make room. The engine answers in data; the words are made for whoever asks. */
import { toPlan, type PlanningCase, type ProposalDraft, type ProposedPart } from '@samenspel/agenda'
import type { AskedPlan, Planner as Engine, Question } from '@samenspel/bundling'
import type { FamilyId, Id } from '@samenspel/kernel'
import type { WhyInput } from '../graphql/inputs.ts'
import { Refused } from '../graphql/refused.ts'
import type { WhyAnswer } from '../graphql/types/proposals.ts'
import type { Channel } from '../live/channel.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import type { Looked } from './disclosing.ts'
import { shown } from './gate.ts'
import { flavourOf, type Run } from './planning-runs.ts'
import { isPlaced, partsOf, placed } from './views/appointments.ts'
import { releasableBlocks, whyView } from './views/why.ts'
import type { Asked } from './views/why.ts'

export type Questions = {
  readonly ask: (session: Session, family: FamilyId, commandId: Id, input: WhyInput) => Promise<WhyAnswer>
  readonly whyAnswer: (session: Session, id: Id) => Promise<WhyAnswer>
  readonly forget: (family: FamilyId) => void
}

export type QuestionParts = {
  readonly coordinating: (session: Session, family: FamilyId, operation: string) => Promise<Looked>
  readonly ownRun: (session: Session, runId: Id) => Run
  /** What the engine would be asked about the family now. */
  readonly caseFor: (looked: Looked) => Promise<PlanningCase>
  readonly engine: Engine
  readonly changed: Channel
}

/** Questions that are remembered; older ones are forgotten. */
const mostQuestions = 200
/** How long the engine looks for an answer. */
const seconds = 4

export const openQuestions = ({ coordinating, ownRun, caseFor, engine, changed }: QuestionParts): Questions => {
  const questions = new Map<Id, Asked>()
  const keep = (asked: Asked): void => {
    questions.set(asked.id, asked)
    for (const id of questions.keys()) { if (questions.size <= mostQuestions) break; questions.delete(id) }
    changed.publish(asked.id)
  }

  const own = (session: Session, id: Id): Asked => {
    const asked = questions.get(id)
    if (asked?.person !== session.person) throw new Refused('run-unknown')
    return asked
  }

  /** What is asked about: a proposal of a run, or one that lies with the parents and that the family's week can still be held against. */
  const subjectOf = async (session: Session, looked: Looked, { runId, proposalId }: WhyInput): Promise<Subject> => {
    if (runId != null) {
      const { drafts, planning, familyId } = ownRun(session, runId)
      const draft = drafts.find((one) => one.proposalId === proposalId)
      if (draft === undefined || familyId !== looked.occasion.record.familyId) throw new Refused('run-unknown')
      return { planning, kind: draft.kind, parts: draft.parts, ...(drafts[0] !== undefined && { first: drafts[0].parts }) }
    }
    const proposal = looked.opened.proposals.find((one) => one.proposalId === proposalId && one.progress.status === 'sent')
    if (proposal === undefined) throw new Refused('run-unknown')
    const parts = partsOf(looked).filter((part) => part.proposalId === proposalId).filter(isPlaced).map(placed)
    return { planning: await caseFor(looked), kind: proposal.kind, parts }
  }

  const work = async (asked: Asked, { planning, kind, parts, first }: Subject, question: Question): Promise<void> => {
    const report = (change: Partial<Asked>) => { if (questions.has(asked.id)) keep({ ...asked, ...change }) }
    // Away from which days the proposal was kept is known in its own run alone.
    const flavour = kind === 'otherDays' && first === undefined ? undefined : flavourOf(kind)
    const plan: AskedPlan = {
      appointments: toPlan(planning, parts), ...(flavour !== undefined && { flavour }), ...(first !== undefined && { first: toPlan(planning, first) }),
    }
    try {
      report({ state: 'done', answer: await engine.answer(planning.case, { plan, need: asked.input.needId, question }, { seconds }) })
    } catch (error) {
      console.error(error instanceof Error ? error.stack : error)
      report({ state: 'failed' })
    }
  }

  return {
    ask: async (session, family, commandId, input) => {
      const id = ownId(session.person, commandId, 'question')
      const looked = await coordinating(session, family, 'askWhy')
      if (!questions.has(id)) {
        const subject = await subjectOf(session, looked, input)
        const part = subject.parts.find(({ needId }) => needId === input.needId)
        const question = questionOf(looked, subject, input, part !== undefined)
        const asked: Asked = { id, familyId: family, person: session.person, input, state: 'running', part, plannedNeeds: subject.parts.map(({ needId }) => needId) }
        keep(asked)
        void work(asked, subject, question)
      }
      return whyView(looked.reader, own(session, id))
    },
    whyAnswer: async (session, id) => {
      const asked = own(session, id)
      const { reader } = await coordinating(session, asked.familyId, 'whyAnswer')
      return whyView(reader, asked)
    },
    forget: (family) => {
      for (const { id, familyId } of [...questions.values()]) {
        if (familyId !== family) continue
        questions.delete(id)
        changed.publish(id)
      }
    },
  }
}

type Subject = { readonly planning: PlanningCase; readonly kind: ProposalDraft['kind']; readonly parts: readonly ProposedPart[]; readonly first?: readonly ProposedPart[] }

/**
 * The question in the engine's words, about needs that who asks sees and that the engine was asked to plan.
 * @throws Refused `why-impossible` when the question has no sense for this part, or lacks what its kind needs
 */
const questionOf = ({ opened, reader }: Looked, { planning }: Subject, { needId, kind, date, weekday, otherNeedId, form, professionalId }: WhyInput, isPlanned: boolean): Question => {
  const shownNeeds = new Map(shown(opened, 'need').map(({ item }) => [item.id, item.value]))
  const isKnown = (id: Id): boolean => shownNeeds.has(id) && planning.case.families.some(({ needs }) => needs.some((need) => need.id === id))
  const impossible = (): never => { throw new Refused('why-impossible') }
  if (!isKnown(needId) || (kind === 'whatWouldFree') === isPlanned) return impossible()
  switch (kind) {
    case 'earlier': return { kind }
    case 'onDate': return date != null ? { kind, date } : impossible()
    case 'onWeekday': return weekday != null && weekday >= 1 && weekday <= 5 ? { kind, weekday } : impossible()
    case 'together': return otherNeedId != null && otherNeedId !== needId && isKnown(otherNeedId) ? { kind, need: otherNeedId } : impossible()
    case 'inForm': return form != null ? { kind, form } : impossible()
    case 'with': return professionalId != null && shownNeeds.get(needId)?.staffing.flat().includes(professionalId) === true ? { kind, professional: professionalId } : impossible()
    case 'whatWouldFree': return { kind: 'free', releasable: releasableBlocks(reader, planning.case.planningDays) }
  }
}

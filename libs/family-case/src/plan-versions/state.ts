import { addDays, isSameSubject, type IsoDate, type PersonId, type Recorded } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { PlanVariant, SpokenWords } from '../plan/events.ts'
import type { PartRef } from '../plan/parts.ts'
import type { Evaluation, PlanAnswerKind, PlanVersionEvent } from './events.ts'

export type PlanVersion = Labelled & {
  readonly planVersionId: string
  /** The first version is 1. */
  readonly number: number
  readonly variant: PlanVariant
  readonly parts: readonly PartRef[]
  readonly portId?: string
  readonly note?: string
  readonly activated?: Recorded & { readonly without?: string }
}

/** What one parent said last to one version. */
export type PlanAnswer = Labelled & { readonly answerId: string; readonly planVersionId: string; readonly answer: PlanAnswerKind; readonly words?: string; readonly spoken?: SpokenWords }
export type PlanEvaluation = Labelled & Evaluation & { readonly planVersionId: string }

export type PlanVersions = {
  /** In the order in which they were drawn. */
  readonly all: readonly PlanVersion[]
  readonly answers: readonly PlanAnswer[]
  /** Whose answer to which version was erased: it may have been a no. */
  readonly forgotten: readonly { readonly planVersionId: string; readonly person: PersonId }[]
  readonly evaluations: readonly PlanEvaluation[]
}

export const noVersions: PlanVersions = { all: [], answers: [], forgotten: [], evaluations: [] }

export const evolvePlanVersions = (versions: PlanVersions, event: PlanVersionEvent): PlanVersions => {
  switch (event.type) {
    case 'PlanVersionDrawn':
      return { ...versions, all: [...versions.all, entryOf(event)] }
    case 'PlanVersionAnswered':
      return { ...versions, answers: [...versions.answers.filter((one) => one.planVersionId !== event.planVersionId || !isSameSubject(one.subject, event.subject)), entryOf(event)] }
    case 'PlanVersionActivated': {
      const { by, at, planVersionId, without } = event
      return { ...versions, all: versions.all.map((one) => one.planVersionId === planVersionId ? { ...one, activated: { by, at, ...(without !== undefined && { without }) } } : one) }
    }
    case 'PlanEvaluated':
      return { ...versions, evaluations: [...versions.evaluations, entryOf(event)] }
  }
}

/** The version that holds: the newest that was made to. */
export const activeVersion = ({ all }: PlanVersions): PlanVersion | undefined => all.findLast(({ activated }) => activated !== undefined)

/** How many weeks after a version began to hold, or was last looked back at, one looks back at it with the parents. */
export const evaluationWeeks = 12

/**
 * The day by which one looks back at the version that holds. What was decided to rest or to close isn't waited for.
 * @param since the day on which it began to hold
 */
export const evaluationDue = (since: IsoDate, evaluations: readonly Pick<Evaluation, 'on' | 'nextStep'>[]): IsoDate | undefined => {
  const last = evaluations.filter(({ on }) => on >= since).reduce<Pick<Evaluation, 'on' | 'nextStep'> | undefined>((newest, one) => newest === undefined || one.on >= newest.on ? one : newest, undefined)
  return last?.nextStep === 'rest' || last?.nextStep === 'close' ? undefined : addDays(last?.on ?? since, evaluationWeeks * 7)
}

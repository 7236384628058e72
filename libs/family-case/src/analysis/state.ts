import { entryOf, type Labelled } from '../fact.ts'
import type { AnalysisEvent, FactorContent, HypothesisContent, Judgement, NewPortOfEntry } from './events.ts'

/** `by` and `at` are of the newest version, here and below. */
export type Factor = Labelled & FactorContent & { readonly factorId: string; readonly version: string }
export type Hypothesis = Labelled & HypothesisContent & { readonly hypothesisId: string; readonly version: string }
/** `of`: the factor or the hypothesis. */
export type Judged = Labelled & Judgement & { readonly of: string }
export type PortOfEntry = Labelled & NewPortOfEntry

export type Analysis = {
  readonly factors: readonly Factor[]
  readonly hypotheses: readonly Hypothesis[]
  /** In the order in which they were made; of one thing, the last one holds. */
  readonly judgements: readonly Judged[]
  /** In the order in which they were chosen; the last one holds. */
  readonly ports: readonly PortOfEntry[]
}

export const noAnalysis: Analysis = { factors: [], hypotheses: [], judgements: [], ports: [] }

export const evolveAnalysis = (analysis: Analysis, event: AnalysisEvent): Analysis => {
  switch (event.type) {
    case 'FactorAdded':
      return { ...analysis, factors: [...analysis.factors, entryOf(event)] }
    case 'FactorChanged':
      return {
        ...analysis, factors: analysis.factors.map((factor) => factor.factorId === event.factorId ? entryOf(event) : factor),
        // What is worded anew counts again.
        judgements: analysis.judgements.filter(({ of }) => of !== event.factorId),
      }
    case 'FactorDismissed': {
      const { factorId, ...judgement } = entryOf(event)
      return { ...analysis, judgements: [...analysis.judgements, { ...judgement, of: factorId, outcome: 'dismissed' }] }
    }
    case 'HypothesisAdded':
      return { ...analysis, hypotheses: [...analysis.hypotheses, entryOf(event)] }
    case 'HypothesisChanged':
      return { ...analysis, hypotheses: analysis.hypotheses.map((one) => one.hypothesisId === event.hypothesisId ? entryOf(event) : one) }
    case 'HypothesisDecided': {
      const { hypothesisId, ...judgement } = entryOf(event)
      return { ...analysis, judgements: [...analysis.judgements, { ...judgement, of: hypothesisId }] }
    }
    case 'PortOfEntrySet':
      return { ...analysis, ports: [...analysis.ports, entryOf(event)] }
  }
}

/** The judgement of a factor or hypothesis that holds now. */
export const judgementOf = ({ judgements }: Pick<Analysis, 'judgements'>, id: string): Judged | undefined => judgements.findLast(({ of }) => of === id)

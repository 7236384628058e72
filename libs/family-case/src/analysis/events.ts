/**
 * Analysis: what plays a part in this family (factors), what that may mean (hypotheses, of which there are always more than one), and
 * where the work begins (port of entry). Factors are ordered by where they come from, by the domains of Belsky's process model and by the
 * layers of Bronfenbrenner; none is given a weight, since research doesn't say that one always counts most.
 *
 * A text that several people edit has a version, as in the plan.
 */
import type { Category, IsoDate, PersonId, Subject } from '@samenspel/kernel'
import type { Setting } from '../contributions/events.ts'
import type { Coordinating, Fact, Request } from '../fact.ts'
import type { Route } from '../plan/events.ts'

export const factorOrigins = ['child', 'parent', 'relation', 'surroundings'] as const
/** Where a factor comes from. */
export type FactorOrigin = (typeof factorOrigins)[number]

export const processDomains = ['parentsOwn', 'childCharacteristics', 'contextOfStressAndSupport'] as const
/** The three domains of Belsky's process model of parenting (1984). */
export type ProcessDomain = (typeof processDomains)[number]

export const ecologicalLayers = ['micro', 'meso', 'exo', 'macro', 'chrono'] as const
/** The layers of Bronfenbrenner's ecology (1979). */
export type EcologicalLayer = (typeof ecologicalLayers)[number]

export const factorDirections = ['risk', 'protective'] as const
export type FactorDirection = (typeof factorDirections)[number]

export type FactorContent = {
  readonly category: Category
  readonly origin: FactorOrigin
  readonly domain: ProcessDomain
  readonly layer: EcologicalLayer
  readonly direction: FactorDirection
  /** In one line. */
  readonly title: string
  /** What was seen or heard that says so. */
  readonly evidence: string
  /** Who told or saw it: people of the family, and professionals of the team. */
  readonly heardFrom: readonly PersonId[]
  readonly setting?: Setting
}

export const confidences = ['low', 'medium', 'high'] as const
export type Confidence = (typeof confidences)[number]

export type HypothesisContent = {
  readonly category: Category
  /** What may be going on. */
  readonly statement: string
  /** How one thing may lead to the other. */
  readonly mechanism: string
  /** Factors that speak for it, and against it. */
  readonly supporting: readonly string[]
  readonly opposing: readonly string[]
  readonly confidence: Confidence
  /** What would show whether it holds. */
  readonly nextTest: string
}

export const hypothesisOutcomes = ['open', 'supported', 'dropped'] as const
export type HypothesisOutcome = (typeof hypothesisOutcomes)[number]

/** What became of a factor or a hypothesis. Whoever says so has words of their own, which don't travel with those of who wrote it. */
export type Judgement = { readonly judgementId: string; readonly outcome: HypothesisOutcome | 'dismissed'; readonly reason: string }

/** Where the work begins, for now: dated, with a reason, and looked at again. */
export type NewPortOfEntry = {
  readonly portId: string
  readonly route: Route
  /** The person with whom it begins, if it is one. */
  readonly entryPerson?: PersonId
  readonly why: string
  /** The parents' own question comes first; in their words. */
  readonly parentsQuestion: string
  readonly reviewOn: IsoDate
}

export type AnalysisEvent =
  | Fact<'FactorAdded', { factorId: string; version: string } & FactorContent>
  | Fact<'FactorChanged', { factorId: string; version: string } & FactorContent>
  /** It doesn't count any more. It stays to be read. */
  | Fact<'FactorDismissed', { factorId: string; category: Category; judgementId: string; reason: string }>
  | Fact<'HypothesisAdded', { hypothesisId: string; version: string } & HypothesisContent>
  | Fact<'HypothesisChanged', { hypothesisId: string; version: string } & HypothesisContent>
  | Fact<'HypothesisDecided', { hypothesisId: string; category: Category; judgementId: string; outcome: HypothesisOutcome; reason: string }>
  | Fact<'PortOfEntrySet', { category: Category } & NewPortOfEntry>

export type AnalysisCommand =
  | Request<'AddFactor', { factorId: string; version: string; subject: Subject } & FactorContent>
  | Request<'ChangeFactor', { factorId: string; from: string; version: string } & FactorContent>
  | Request<'DismissFactor', { factorId: string; judgementId: string; reason: string }>
  | Request<'AddHypothesis', { hypothesisId: string; version: string; subject: Subject } & HypothesisContent>
  | Request<'ChangeHypothesis', { hypothesisId: string; from: string; version: string } & HypothesisContent>
  /** Who coordinates says what becomes of it, after the team looked. */
  | Request<'DecideHypothesis', Coordinating & { hypothesisId: string; judgementId: string; outcome: HypothesisOutcome; reason: string }>
  | Request<'SetPortOfEntry', Coordinating & { subject: Subject } & NewPortOfEntry>

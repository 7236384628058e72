import { addDays, categories, isSameSubject, nothingToDo, record, type Category, type Decision, type PersonId } from '@samenspel/kernel'
import { refuseChoice, refuseDay, refuseLine, refuseSafety, refuseTexts } from '../checks.ts'
import { settings } from '../contributions/events.ts'
import { pick, recorded } from '../fact.ts'
import { isKnown, refuseUnknownSubject, refuseUnlessCoordinator, refuseUnlessInTeam, todayOf } from '../people.ts'
import { routes } from '../plan/events.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { isSameContent, refuseEdit } from '../versions.ts'
import {
  confidences, ecologicalLayers, factorDirections, factorOrigins, hypothesisOutcomes, processDomains, type AnalysisCommand, type AnalysisEvent, type FactorContent, type HypothesisContent, type NewPortOfEntry,
} from './events.ts'
import { factorFields, hypothesisFields, portFields } from './fields.ts'
import { judgementOf } from './state.ts'

type Command<Type extends AnalysisCommand['type']> = Extract<AnalysisCommand, { type: Type }>

/** How far ahead, in days, a port of entry can be looked at again: half a year. */
export const longestUntilReview = 183

export const decideAnalysis = (command: AnalysisCommand, state: OpenCase): Decision<AnalysisEvent> => {
  switch (command.type) {
    case 'AddFactor': return addFactor(command, state)
    case 'ChangeFactor': return changeFactor(command, state)
    case 'DismissFactor': return dismissFactor(command, state)
    case 'AddHypothesis': return addHypothesis(command, state)
    case 'ChangeHypothesis': return changeHypothesis(command, state)
    case 'DecideHypothesis': return decideHypothesis(command, state)
    case 'SetPortOfEntry': return setPort(command, state)
  }
}

// ── Factors: everybody in the team brings what they see

const addFactor = (command: Command<'AddFactor'>, state: OpenCase): Decision<AnalysisEvent> => {
  const { factorId, version, subject } = command
  return refuseUnlessInTeam(command, state) ?? (findFactor(factorId, state) === undefined ? undefined : refuse('id-in-use')) ??
    refuseUnknownSubject(subject, state) ?? refuseFactor(command, state) ??
    record({ type: 'FactorAdded', subject, ...recorded(command), factorId, version, ...pick<FactorContent>(command, factorFields) })
}

const changeFactor = (command: Command<'ChangeFactor'>, state: OpenCase): Decision<AnalysisEvent> => {
  const { factorId, version } = command
  const factor = findFactor(factorId, state)
  const objection = refuseUnlessInTeam(command, state) ?? refuseFactor(command, state)
  if (objection !== undefined) return objection
  if (factor === undefined) return refuse('factor-unknown')
  const next = pick<FactorContent>(command, factorFields)
  if (judgementOf(state.analysis, factorId) === undefined && isSameContent(next, pick<FactorContent>(factor, factorFields))) return nothingToDo
  return refuseEdit(command, factorText(command), { version: factor.version, text: factorText(factor) }) ??
    record({ type: 'FactorChanged', subject: factor.subject, ...recorded(command), factorId, version, ...next })
}

const dismissFactor = (command: Command<'DismissFactor'>, state: OpenCase): Decision<AnalysisEvent> => {
  const { factorId, judgementId, reason } = command
  const factor = findFactor(factorId, state)
  const objection = refuseUnlessInTeam(command, state) ?? refuseJudgement(judgementId, reason, state)
  if (objection !== undefined) return objection
  if (factor === undefined) return refuse('factor-unknown')
  if (judgementOf(state.analysis, factorId) !== undefined) return nothingToDo
  return record({ type: 'FactorDismissed', subject: factor.subject, ...recorded(command), factorId, category: factor.category, judgementId, reason })
}

const refuseFactor = (factor: FactorContent, state: OpenCase): Objection =>
  refuseLabel(factor.category) ??
  refuseChoice('origin', factor.origin, factorOrigins) ?? refuseChoice('domain', factor.domain, processDomains) ??
  refuseChoice('layer', factor.layer, ecologicalLayers) ?? refuseChoice('direction', factor.direction, factorDirections) ?? refuseChoice('setting', factor.setting, settings) ??
  refuseLine('title', factor.title) ?? refuseTexts({ evidence: factor.evidence }) ?? refuseUnknownPeople(factor.heardFrom, state)

const refuseUnknownPeople = (people: readonly PersonId[], state: OpenCase): Objection =>
  people.every((person) => isKnown(person, state)) && new Set(people).size === people.length ? undefined : refuse('person-unknown', { field: 'heardFrom' })

const findFactor = (factorId: string, { analysis }: OpenCase) => analysis.factors.find((factor) => factor.factorId === factorId)

const factorText = ({ title, evidence }: FactorContent): string => `${title}\n${evidence}`

// ── Hypotheses: everybody in the team can put one beside the others; who coordinates says what becomes of it

const addHypothesis = (command: Command<'AddHypothesis'>, state: OpenCase): Decision<AnalysisEvent> => {
  const { hypothesisId, version, subject } = command
  return refuseUnlessInTeam(command, state) ?? (findHypothesis(hypothesisId, state) === undefined ? undefined : refuse('id-in-use')) ??
    refuseUnknownSubject(subject, state) ?? refuseHypothesis(command, state) ??
    record({ type: 'HypothesisAdded', subject, ...recorded(command), hypothesisId, version, ...pick<HypothesisContent>(command, hypothesisFields) })
}

const changeHypothesis = (command: Command<'ChangeHypothesis'>, state: OpenCase): Decision<AnalysisEvent> => {
  const { hypothesisId, version } = command
  const hypothesis = findHypothesis(hypothesisId, state)
  const objection = refuseUnlessInTeam(command, state) ?? refuseHypothesis(command, state)
  if (objection !== undefined) return objection
  if (hypothesis === undefined) return refuse('hypothesis-unknown')
  const next = pick<HypothesisContent>(command, hypothesisFields)
  if (isSameContent(next, pick<HypothesisContent>(hypothesis, hypothesisFields))) return nothingToDo
  return refuseEdit(command, hypothesisText(command), { version: hypothesis.version, text: hypothesisText(hypothesis) }) ??
    record({ type: 'HypothesisChanged', subject: hypothesis.subject, ...recorded(command), hypothesisId, version, ...next })
}

const decideHypothesis = (command: Command<'DecideHypothesis'>, state: OpenCase): Decision<AnalysisEvent> => {
  const { hypothesisId, judgementId, outcome, reason } = command
  const hypothesis = findHypothesis(hypothesisId, state)
  const objection = refuseUnlessCoordinator(command, state) ?? refuseChoice('outcome', outcome, hypothesisOutcomes) ?? refuseJudgement(judgementId, reason, state)
  if (objection !== undefined) return objection
  if (hypothesis === undefined) return refuse('hypothesis-unknown')
  const current = judgementOf(state.analysis, hypothesisId)
  if (current === undefined ? outcome === 'open' : current.outcome === outcome && current.reason === reason) return nothingToDo
  return record({ type: 'HypothesisDecided', subject: hypothesis.subject, ...recorded(command), hypothesisId, category: hypothesis.category, judgementId, outcome, reason })
}

const refuseHypothesis = (hypothesis: HypothesisContent, state: OpenCase): Objection => {
  const { supporting, opposing } = hypothesis
  const linked = [...supporting, ...opposing]
  return refuseLabel(hypothesis.category) ?? refuseChoice('confidence', hypothesis.confidence, confidences) ??
    refuseTexts({ statement: hypothesis.statement, mechanism: hypothesis.mechanism, nextTest: hypothesis.nextTest }) ??
    (linked.every((id) => findFactor(id, state) !== undefined) ? undefined : refuse('factor-unknown')) ??
    (new Set(linked).size === linked.length ? undefined : refuse('for-and-against'))
}

const refuseJudgement = (judgementId: string, reason: string, { analysis }: OpenCase): Objection =>
  refuseTexts({ reason }) ?? (analysis.judgements.some((one) => one.judgementId === judgementId) ? refuse('id-in-use') : undefined)

const findHypothesis = (hypothesisId: string, { analysis }: OpenCase) => analysis.hypotheses.find((one) => one.hypothesisId === hypothesisId)

const hypothesisText = ({ statement, mechanism, nextTest }: HypothesisContent): string => [statement, mechanism, nextTest].join('\n')

// ── Port of entry: who coordinates chooses it, and can choose again

const setPort = (command: Command<'SetPortOfEntry'>, state: OpenCase): Decision<AnalysisEvent> => {
  const { portId, route, entryPerson, why, parentsQuestion, reviewOn, subject } = command
  const today = todayOf(command, state)
  const { ports } = state.analysis
  const objection = refuseUnlessCoordinator(command, state) ?? (ports.some((port) => port.portId === portId) ? refuse('id-in-use') : undefined) ??
    refuseUnknownSubject(subject, state) ?? refuseChoice('route', route, routes) ??
    (entryPerson === undefined || isKnown(entryPerson, state) ? undefined : refuse('person-unknown', { field: 'entryPerson' })) ??
    refuseTexts({ why, parentsQuestion }) ?? refuseDay('reviewOn', reviewOn) ??
    (reviewOn <= today ? refuse('date-in-past', { field: 'reviewOn' }) : undefined) ??
    (reviewOn > addDays(today, longestUntilReview) ? refuse('date-too-late', { field: 'reviewOn' }) : undefined)
  if (objection !== undefined) return objection
  const current = ports.at(-1)
  const port = pick<NewPortOfEntry>(command, portFields)
  if (current !== undefined && isSameSubject(current.subject, subject) && isSameContent({ ...port, portId: '' }, { ...pick<NewPortOfEntry>(current, portFields), portId: '' })) return nothingToDo
  return record({ type: 'PortOfEntrySet', subject, ...recorded(command), category: 'plan', ...port })
}

const refuseLabel = (category: Category): Objection => refuseChoice('category', category, categories) ?? refuseSafety(category)

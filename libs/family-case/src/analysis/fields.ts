import type { FactorContent, HypothesisContent, NewPortOfEntry } from './events.ts'

export const factorFields: Readonly<Record<keyof FactorContent, true>> = {
  category: true, origin: true, domain: true, layer: true, direction: true, title: true, evidence: true, heardFrom: true, setting: true,
}
export const hypothesisFields: Readonly<Record<keyof HypothesisContent, true>> = {
  category: true, statement: true, mechanism: true, supporting: true, opposing: true, confidence: true, nextTest: true,
}
export const portFields: Readonly<Record<keyof NewPortOfEntry, true>> = { portId: true, route: true, entryPerson: true, why: true, parentsQuestion: true, reviewOn: true }

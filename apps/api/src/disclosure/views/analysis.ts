import { ecologicalLayers, isParent, processDomains } from '@samenspel/family-case'
import { compareTexts, covers, type PersonId } from '@samenspel/kernel'
import type { Analysis, BlindSpots, Factor, Hypothesis, Judgement, PortOfEntry, Source } from '../../graphql/types/analysis.ts'
import { shown } from '../gate.ts'
import { actorName, firstName, isKnown, isNew, nameOf, subjectRef, type Reader } from './reader.ts'

/** What plays a part, what it may mean and where the work begins: all of it from what opened. */
export const analysisView = (reader: Reader): Analysis => {
  const judgements = judgementsIn(reader)
  const factors = factorsView(reader, judgements)
  return { factors, hypotheses: hypothesesView(reader, judgements, factors), ports: portsView(reader), ...(!reader.isPortal && { blindSpots: blindSpotsOf(reader, judgements) }) }
}

const source = (reader: Reader, personId: PersonId): Source => ({ personId, name: nameOf(reader, personId) })

/** By what they are about, newest first. */
type Judgements = ReadonlyMap<string, readonly Judgement[]>

const judgementsIn = (reader: Reader): Judgements => {
  const byThing = Map.groupBy(shown(reader.opened, 'judgement').toReversed(), ({ item }) => item.value.of)
  return new Map([...byThing].map(([of, own]) => [of, own.map(({ item: { by, at, value: { outcome, reason } } }): Judgement => ({ outcome, reason, by: actorName(reader, by), at }))]))
}

/** Who told something is named where that person is known to the reader anyway. */
const heard = (reader: Reader, people: readonly PersonId[]): readonly Source[] =>
  people.filter((person) => isKnown(reader, person)).map((person) => source(reader, person))

const factorsView = (reader: Reader, judgements: Judgements): readonly Factor[] =>
  shown(reader.opened, 'factor').map(({ item: { id, subject, by, at, value } }): Factor => {
    const { version, category, origin, domain, layer, direction, title, evidence, heardFrom, setting } = value
    const dismissed = judgements.get(id)?.[0]
    return {
      id, version, subject: subjectRef(reader, subject), category, origin, domain, layer, direction, title, evidence, heardFrom: heard(reader, heardFrom), by: actorName(reader, by), changedAt: at,
      isNew: isNew(reader, { by, at }), ...(setting !== undefined && { setting }), ...(dismissed !== undefined && { dismissed }),
    }
  })

const hypothesesView = (reader: Reader, judgements: Judgements, factors: readonly Factor[]): readonly Hypothesis[] => {
  const read = new Set(factors.map(({ id }) => id))
  return shown(reader.opened, 'hypothesis').map(({ item: { id, subject, by, at, value } }): Hypothesis => {
    const { version, category, statement, mechanism, supporting, opposing, confidence, nextTest } = value
    return {
      id, version, subject: subjectRef(reader, subject), category, statement, mechanism, supporting: supporting.filter((factor) => read.has(factor)), opposing: opposing.filter((factor) => read.has(factor)), confidence, nextTest,
      by: actorName(reader, by), changedAt: at, judgements: judgements.get(id) ?? [], isNew: isNew(reader, { by, at }),
    }
  })
}

const portsView = (reader: Reader): readonly PortOfEntry[] =>
  shown(reader.opened, 'portOfEntry').map(({ item: { id, subject, by, at, value: { route, entryPerson, why, parentsQuestion, reviewOn } } }, index, all): PortOfEntry => ({
    id, subject: subjectRef(reader, subject), route, why, parentsQuestion, reviewOn, by: actorName(reader, by), at, isDue: index === all.length - 1 && reviewOn <= reader.today,
    ...(entryPerson !== undefined && isKnown(reader, entryPerson) && { entryPerson: source(reader, entryPerson) }),
  })).reverse()

/**
 * What no factor tells about that counts and that this reader reads, and whom nobody heard of those whom this reader knows: so it tells
 * nothing about what is hidden.
 */
const blindSpotsOf = (reader: Reader, judgements: Judgements): BlindSpots => {
  const { opened, today, directory } = reader
  const factors = shown(opened, 'factor').filter(({ item }) => !judgements.has(item.id)).map(({ item }) => item)
  const domains = new Set(factors.map(({ value }) => value.domain))
  const layers = new Set(factors.map(({ value }) => value.layer))
  const voices = new Set(factors.flatMap(({ by, value }) => [by.person, ...value.heardFrom]))
  const disciplines = new Set([
    ...factors.flatMap(({ by }) => by.discipline ?? []), ...[...voices].flatMap((person) => directory.practitioner(person)?.discipline ?? []),
  ])
  const inTeam = new Set(shown(opened, 'teamMember').filter(({ item: { value } }) => covers(value, today)).map(({ item }) => item.value.discipline))
  const parents = [...opened.named].filter(([, member]) => isParent(member) && member.isErased !== true).map(([person]) => person)
  return {
    domains: processDomains.filter((one) => !domains.has(one)), layers: ecologicalLayers.filter((one) => !layers.has(one)),
    disciplines: [...inTeam].filter((one) => !disciplines.has(one)).map((one) => reader.text(`discipline.${one}`)).sort(compareTexts),
    parents: parents.filter((person) => !voices.has(person)).map((person) => firstName(reader, person)),
  }
}

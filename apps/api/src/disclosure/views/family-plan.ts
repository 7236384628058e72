import { agreementOf, compareParts, evaluationDue, holdersOf, isParent, isWhole, readiness, speakerOf, type PartRef, type PlanFacts } from '@samenspel/family-case'
import { covers, type PersonId } from '@samenspel/kernel'
import type { EvaluatedGoal, FamilyPlan, ParentsGoal, PlainPart, PlainPlan, PlanLine, PlanPart, PlanText, PlanVersion } from '../../graphql/types/family-plan.ts'
import type { PracticeCard, PracticeCardRelease, WhoAgrees } from '../../graphql/types/practice-cards.ts'
import { shown } from '../gate.ts'
import type { ItemOf } from '../items.ts'
import { spokenView } from './proposals.ts'
import { actorName, dayIn, firstName, knownName, type Reader } from './reader.ts'

type Part = ItemOf<'planPart'>

/**
 * The plan with its versions: all of it from what opened, so that what is hidden is in no version, no comparison and no checklist.
 * @param wouldRead of which parents the own words would open: of another parent a professional is told nothing, not even that there is nothing
 */
export const familyPlanView = (reader: Reader, coordinates: boolean, wouldRead: (parent: PersonId) => boolean): FamilyPlan => {
  const parts = shown(reader.opened, 'planPart').map(({ item }): Part => item)
  const lines = linesView(reader, parts)
  const texts = textsView(reader, parts)
  const parentsGoals = parentsGoalsView(reader, parts)
  const versions = shown(reader.opened, 'planVersion').map(({ item }) => item)
  const variant = shown(reader.opened, 'planVariant')[0]?.item.value.variant ?? 'heavy'
  const holders = holdersIn(reader)
  const parents = [...reader.opened.named.values()].filter((member) => isParent(member) && member.isErased !== true).map(({ memberId }) => memberId)
    .filter((parent) => reader.isPortal || wouldRead(parent) || parentsGoals.some(({ parentId }) => parentId === parent))
  return {
    variant, texts, parentsGoals, lines, parents: who(reader, parents),
    needs: reader.isPortal ? [] : readiness(variant, factsIn(reader, { lines, texts, parentsGoals })),
    versions: versions.map((version, index) => versionView(reader, { version, before: versions[index - 1], isNewest: index === versions.length - 1, active: versions.findLast(({ value }) => value.activated !== undefined), parts, holders, coordinates })).reverse(),
    ...evaluateOnIn(reader, versions), evaluations: evaluationsIn(reader), plain: plainPlanIn(reader, parts, versions.at(-1)),
    ...practiceCardIn(reader, holders, coordinates),
  }
}

/** Whether the newest version waits for a word of this reader. */
export const isAskedAboutPlan = (reader: Reader): boolean => {
  const newest = shown(reader.opened, 'planVersion').at(-1)?.item
  return reader.isPortal && newest !== undefined && holdersIn(reader).includes(reader.person) &&
    !shown(reader.opened, 'planAnswer').some(({ item: { value } }) => value.planVersionId === newest.id && speakerOf(value) === reader.person)
}

/** Whether the practice card waits for a yes or a no of this reader. */
export const isAskedAboutCard = (reader: Reader): boolean => {
  const card = practiceCardIn(reader, holdersIn(reader), false).practiceCard
  return card?.mayAnswer === true && card.yourAnswer === undefined
}

const who = (reader: Reader, people: readonly PersonId[]): readonly WhoAgrees[] => people.map((memberId) => ({ memberId, firstName: firstName(reader, memberId) }))

/** Whose word counts, by the facts of authority that this reader reads; before birth who is pregnant. */
const holdersIn = (reader: Reader): readonly PersonId[] => {
  const { opened, today } = reader
  const child = [...opened.named.values()].find(({ isIndexChild }) => isIndexChild)
  if (child === undefined || child.role === 'unbornChild') {
    const carrier = shown(opened, 'member').map(({ item }) => item.value).find(({ role, isIndexChild }) => role === 'unbornChild' && isIndexChild)?.carriedBy
    return carrier === undefined ? [] : [carrier]
  }
  const facts = { authorities: shown(opened, 'authority').map(({ item }) => item.value), members: shown(opened, 'member').map(({ item }) => item.value), jurisdiction: opened.head.jurisdiction }
  return holdersOf(facts, child.memberId, today)
}

// ── The plan that is worked at

const linesView = (reader: Reader, parts: readonly Part[]): readonly PlanLine[] => {
  const ends = new Map(shown(reader.opened, 'planLineEnd').map(({ item }) => [item.value.lineId, item.value.words]))
  return parts.flatMap(({ value: { content, of, isCurrent, version }, at, by }): readonly PlanLine[] => {
    if (content.kind !== 'line' || !isCurrent) return []
    const { route, text, forParents, carriedBy } = content
    const ended = ends.get(of)
    // Somebody of whom the reader doesn't know leaves no trace.
    const carrier = carriedBy === undefined ? undefined : knownName(reader, carriedBy)
    return [{
      id: of, version, route, text, changedAt: at, changedBy: actorName(reader, by), ...(forParents !== undefined && { forParents }),
      ...(carrier !== undefined && { carriedBy: carrier, carriedById: carriedBy }), ...(ended !== undefined && { endedBecause: ended }),
    }]
  })
}

const textsView = (reader: Reader, parts: readonly Part[]): readonly PlanText[] =>
  parts.flatMap(({ value: { content, isCurrent, version }, at, by }) =>
    content.kind === 'text' && isCurrent ? [{ topic: content.topic, version, text: content.text, changedAt: at, changedBy: actorName(reader, by) }] : [])

const parentsGoalsView = (reader: Reader, parts: readonly Part[]): readonly ParentsGoal[] =>
  parts.flatMap(({ value: { content, of, isCurrent, version }, at, by }) => content.kind === 'parentsGoal' && isCurrent ? [{
    parentId: of, firstName: firstName(reader, of), version, text: content.text, changedAt: at, isYours: of === reader.person,
    ...(content.spoken !== undefined && { spoken: spokenView(reader, content.spoken, by.person) }),
  }] : [])

const factsIn = (reader: Reader, { lines, texts, parentsGoals }: Pick<FamilyPlan, 'lines' | 'texts' | 'parentsGoals'>): PlanFacts => {
  const { opened, today } = reader
  const ended = new Set(shown(opened, 'goalEnd').map(({ item }) => item.value.goalId))
  const goals = shown(opened, 'goal').filter(({ item }) => !ended.has(item.id)).map(({ item }) => item.value)
  const topics = texts.map(({ topic }) => topic)
  return {
    hasQuestion: shown(opened, 'guidingQuestion').length > 0, hasParentsGoal: parentsGoals.length > 0 || goals.some(({ isParentsOwn }) => isParentsOwn),
    measuredGoals: goals.filter(({ isMentalising }) => !isMentalising).length, hasMentalising: goals.some(({ isMentalising }) => isMentalising),
    hypotheses: shown(opened, 'hypothesis').length, hasReasonForFewer: topics.includes('fewerHypotheses'), hasPort: shown(opened, 'portOfEntry').length > 0,
    lineRoutes: lines.filter(({ endedBecause }) => endedBecause === undefined).map(({ route }) => route as PlanFacts['lineRoutes'][number]),
    hasContacts: shown(opened, 'member').some(({ place }) => place?.phone !== undefined), members: opened.named.size,
    professionals: shown(opened, 'teamMember').filter(({ item }) => covers(item.value, today)).length, topics, actions: shown(opened, 'action').length,
  }
}

// ── Versions

type OfVersion = {
  readonly version: ItemOf<'planVersion'>
  readonly before: ItemOf<'planVersion'> | undefined
  readonly isNewest: boolean
  readonly active: ItemOf<'planVersion'> | undefined
  readonly parts: readonly Part[]
  readonly holders: readonly PersonId[]
  readonly coordinates: boolean
}

const versionView = (reader: Reader, { version: { id, at, by, value }, before, isNewest, active, parts, holders, coordinates }: OfVersion): PlanVersion => {
  const wordingOf = (ref: PartRef): Part | undefined => parts.find((part) => part.value.version === ref.version)
  const { came, changed, went } = compareParts(before?.value.parts ?? [], value.parts)
  const isIn = (refs: readonly PartRef[], ref: PartRef) => refs.some((one) => one.version === ref.version)
  const answers = shown(reader.opened, 'planAnswer').filter(({ item }) => item.value.planVersionId === id).map(({ item }) => item)
  const own = answers.find(({ value: answer }) => speakerOf(answer) === reader.person)
  const isAsked = isNewest
  return {
    id, number: value.number, variant: value.variant, state: active?.id === id ? 'inForce' : isNewest ? 'drawn' : 'former', drawnAt: at, by: actorName(reader, by), ...(value.note !== undefined && { note: value.note }),
    ...(value.activated !== undefined && { inForceSince: value.activated.at }), ...(!reader.isPortal && value.activated?.without !== undefined && { without: value.activated.without }),
    parts: value.parts.flatMap((ref): readonly PlanPart[] => {
      const part = wordingOf(ref)
      if (part === undefined) return []
      const was = changed.find(({ after }) => after.version === ref.version)?.before
      const former = was === undefined ? undefined : wordingOf(was)
      const read = partView(reader, part)
      return [{ ...read, change: before === undefined || former === undefined && !isIn(came, ref) ? 'same' : isIn(came, ref) ? 'new' : 'changed', ...(former !== undefined && { before: partInWords(partView(reader, former)) }) }]
    }),
    went: went.flatMap((ref) => { const part = wordingOf(ref); return part === undefined ? [] : [{ ...partView(reader, part), change: 'same' }] }),
    answers: answers.flatMap(({ at: saidAt, by: notedBy, value: answer }) => {
      const speaker = speakerOf(answer)
      return speaker === undefined ? [] : [{
        memberId: speaker, firstName: firstName(reader, speaker), answer: answer.answer, at: saidAt, ...(answer.words !== undefined && { words: answer.words }),
        ...(answer.spoken !== undefined && { spoken: spokenView(reader, answer.spoken, notedBy.person) }),
      }]
    }),
    awaited: coordinates && isAsked ? who(reader, awaitedIn(reader, holders, answers)) : [],
    mayAnswer: isAsked && (reader.isPortal ? holders.includes(reader.person) : false), ...(own !== undefined && { yourAnswer: own.value.answer }),
  }
}

/** In Belgium a yes speaks for the other parent too, unless it is known that they disagree: who decides that is the command, not the screen. */
const awaitedIn = (reader: Reader, holders: readonly PersonId[], answers: readonly ItemOf<'planAnswer'>[]): readonly PersonId[] =>
  agreementOf(holders, new Map(answers.flatMap(({ value }) => {
    const speaker = speakerOf(value)
    return speaker === undefined ? [] : [[speaker, value.answer] as const]
  })), reader.opened.head.jurisdiction === 'NL').awaited

/** Shows the words of a part as they were, with its name in the reader's language. */
const partView = (reader: Reader, { id, value: { content, of } }: Part): Omit<PlanPart, 'change' | 'before'> => {
  const { text } = reader
  switch (content.kind) {
    case 'question': return { id, kind: content.kind, title: text('plan.question'), text: content.text }
    case 'parentsGoal': return { id, kind: content.kind, title: text('plan.parentsGoal', { name: firstName(reader, of) }), text: content.text }
    case 'goal': return { id, kind: content.kind, title: content.title, text: content.levels.toSorted((a, b) => a.value - b.value).map((level) => level.text).join('\n'), route: content.route, ...(content.forParents !== undefined && { forParents: content.forParents }) }
    case 'line': return { id, kind: content.kind, title: content.text, route: content.route, ...(content.forParents !== undefined && { forParents: content.forParents }) }
    case 'card': return { id, kind: content.kind, title: content.title, text: [content.text, ...(content.atHome === undefined ? [] : [text('plan.atHome', { text: content.atHome })]), ...(content.inGroup === undefined ? [] : [text('plan.inGroup', { text: content.inGroup })])].join('\n') }
    case 'text': return { id, kind: content.kind, title: text(`plan.topic.${content.topic}`), text: content.text, topic: content.topic }
  }
}

const partInWords = ({ title, text, forParents }: Pick<PlanPart, 'title' | 'text' | 'forParents'>): string => [title, text, forParents].filter((line) => line !== undefined).join('\n')

// ── In plain words

/**
 * What parents read: of the newest version, so that what who coordinates is still writing isn't read before it is said. Where nothing was
 * written for parents there is nothing; only a goal that is marked as theirs may stand there by its own title.
 */
const plainPlanIn = (reader: Reader, parts: readonly Part[], newest: ItemOf<'planVersion'> | undefined): PlainPlan => {
  const { opened } = reader
  const goals = new Map(shown(opened, 'goal').map(({ item }) => [item.id, item]))
  const ends = new Map(shown(opened, 'goalEnd').map(({ item }) => [item.value.goalId, item.value.outcome]))
  const lineEnds = new Set(shown(opened, 'planLineEnd').map(({ item }) => item.value.lineId))
  const meant = newest === undefined
    ? parts.filter(({ value }) => value.isCurrent && !(value.content.kind === 'line' && lineEnds.has(value.of)))
    : newest.value.parts.flatMap((ref) => parts.find((part) => part.value.version === ref.version) ?? [])
  const ofGoals = newest === undefined
    ? [...goals.values()].map(({ id, value }) => ({ id, content: value }))
    : meant.flatMap(({ value: { of, content } }) => content.kind === 'goal' ? [{ id: of, content }] : [])
  const plainGoals = ofGoals.flatMap(({ id, content: { forParents, isParentsOwn, title } }) => {
    const words = forParents ?? (isParentsOwn ? title : undefined)
    return words === undefined ? [] : [{ id, words, ...standsOf(reader, id) }]
  })
  const looked = shown(opened, 'evaluation').findLast(({ item }) => item.value.forParents !== undefined)?.item.value
  const question = meant.flatMap(({ value: { content } }) => content.kind === 'text' && content.topic === 'questionForParents' ? [content.text] : [])[0]
  return {
    ...(newest !== undefined && { number: newest.value.number }), ...(question !== undefined && { question }),
    goals: plainGoals.filter(({ id }) => !ends.has(id)), reached: plainGoals.filter(({ id }) => ends.get(id) === 'reached'),
    lines: meant.flatMap(({ value: { of, content } }): readonly PlainPart[] => content.kind === 'line' && content.forParents !== undefined
      ? [{ id: of, words: content.forParents, ...doneBy(reader, content.carriedBy) }] : []),
    ...(looked?.forParents !== undefined && { looked: looked.forParents, lookedOn: looked.on }),
  }
}

/** By whom something is done: oneself, somebody of the family, a professional of whom one knows, or nobody who is mentioned. */
const doneBy = (reader: Reader, carrier: PersonId | undefined): Pick<PlainPart, 'carriedBy'> => {
  const name = carrier === undefined ? undefined : knownName(reader, carrier)
  if (carrier === undefined || name === undefined) return {}
  return { carriedBy: carrier === reader.person ? reader.text('plan.doneByYou') : reader.text(reader.opened.named.has(carrier) ? 'plan.doneByFamily' : 'plan.doneWithYou', { name }) }
}

/** Where a goal stands, by the newest score that has words for the parents. */
const standsOf = (reader: Reader, goalId: string): Pick<PlainPart, 'stands' | 'standsOn'> => {
  const told = shown(reader.opened, 'goalScore').map(({ item }) => item.value).filter((score) => score.goalId === goalId && score.forParents !== undefined)
  const newest = told.toSorted((a, b) => a.on < b.on ? -1 : a.on > b.on ? 1 : 0).at(-1)
  return newest?.forParents === undefined ? {} : { stands: newest.forParents, standsOn: newest.on }
}

// ── How it went, and the card for others

const evaluateOnIn = (reader: Reader, versions: readonly ItemOf<'planVersion'>[]): Pick<FamilyPlan, 'evaluateOn'> => {
  const holds = versions.findLast(({ value }) => value.activated !== undefined)?.value.activated
  const on = reader.isPortal || holds === undefined ? undefined : evaluationDue(dayIn(reader, holds.at), shown(reader.opened, 'evaluation').map(({ item }) => item.value))
  return on === undefined ? {} : { evaluateOn: on }
}

const evaluationsIn = (reader: Reader): FamilyPlan['evaluations'] => {
  const scores = shown(reader.opened, 'goalScore').map(({ item }) => item.value)
  const titles = new Map(shown(reader.opened, 'goal').map(({ item }) => [item.id, reader.isPortal ? item.value.forParents ?? item.value.title : item.value.title]))
  return shown(reader.opened, 'evaluation').map(({ item: { id, by, value: { on, helped, next, nextStep, forParents } } }) => ({
    id, on, by: actorName(reader, by), helped, next, nextStep, ...(forParents !== undefined && { forParents }),
    goals: scores.flatMap((score): readonly EvaluatedGoal[] => {
      const title = titles.get(score.goalId)
      return score.evaluationId !== id || title === undefined ? [] : [{ goalId: score.goalId, title, value: score.value, ...(score.words !== undefined && { words: score.words }), ...(score.forParents !== undefined && { forParents: score.forParents }) }]
    }),
  })).reverse()
}

const practiceCardIn = (reader: Reader, holders: readonly PersonId[], coordinates: boolean): { readonly practiceCard?: PracticeCard } => {
  const card = shown(reader.opened, 'practiceCard')[0]?.item
  if (card === undefined) return {}
  const answers = shown(reader.opened, 'practiceCardAnswer').map(({ item }) => item).filter(({ value }) => value.version === card.value.version)
  const own = answers.find(({ value }) => speakerOf(value) === reader.person)
  const said = new Set(answers.flatMap(({ value }) => speakerOf(value) ?? []))
  return {
    practiceCard: {
      version: card.value.version, ...wordsOf(card.value), isWhole: isWhole(card.value), changedAt: card.at, changedBy: actorName(reader, card.by), ...releaseIn(reader, card.value, coordinates),
      answers: answers.flatMap(({ at, by, value }) => {
        const speaker = speakerOf(value)
        return speaker === undefined ? [] : [{ memberId: speaker, firstName: firstName(reader, speaker), isYes: value.isYes, at, ...(value.spoken !== undefined && { spoken: spokenView(reader, value.spoken, by.person) }) }]
      }),
      awaited: coordinates ? who(reader, holders.filter((person) => !said.has(person))) : [], mayAnswer: reader.isPortal && holders.includes(reader.person), ...(own !== undefined && { yourAnswer: own.value.isYes }),
    },
  }
}

const wordsOf = ({ title, situation, talk, tried, whatHelped, whatDidNot, insight, ages = [], routes = [], settings = [] }: ItemOf<'practiceCard'>['value']) => ({
  situation, whatHelped, ages, routes, settings, ...(title !== undefined && { title }), ...(talk !== undefined && { talk }), ...(tried !== undefined && { tried }), ...(whatDidNot !== undefined && { whatDidNot }), ...(insight !== undefined && { insight }),
})

/** How it is called where colleagues find it, only who coordinates learns. */
const releaseIn = ({ directory }: Reader, { release }: ItemOf<'practiceCard'>['value'], coordinates: boolean): { readonly release?: PracticeCardRelease } => {
  if (release === undefined) return {}
  const isThere = directory.onShelf(release.cardId)
  return { release: { placeOn: release.placeOn, isPlaced: release.step === 'placed' && isThere, isWithdrawn: release.step === 'placed' && !isThere, ...(coordinates && { cardId: release.cardId }) } }
}

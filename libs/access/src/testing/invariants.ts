/**
 * What must hold for every scene, whatever the policies say. Each invariant says when its premise doesn't hold, and brings a set
 * of policies with a bug that it must notice: a rule that never speaks, or that nothing could break, proves nothing.
 *
 * Not here: what only a running system shows, such as that hidden entries change no byte of any answer (5), and the edges of
 * time (14), which have a table of their own.
 */
import { covers } from '@samenspel/kernel'
import {
  comesFor, consentOnEntry, isAddressee, isAuthor, isCare, isCoordinatorInOffice, isInTeam, isLogLine, isOneOf, isOpenInEmergency, isOwner,
  isOwnOrganisation, isPortal, isPrivacyOfficer, isRecordedAfterTeam, startedInTeam,
} from '../circumstances.ts'
import { actions } from '../entries.ts'
import type { Consent, Facts } from '../facts.ts'
import { isSameRecord, ownersOf } from '../owners.ts'
import { decideScene, isAtMost, outcomeOf, questionOf, withAction, withFacts, without, withRule, type Decide } from './check.ts'
import type { Scene } from './scenes.ts'

export type Invariant = {
  readonly number: number
  readonly sentence: string
  /** Whether it holds for a scene; `vacuous` when its premise doesn't. */
  readonly check: (decide: Decide, scene: Scene) => boolean | 'vacuous'
  readonly bug: Decide
}

export const isNothingAtAll = (decide: Decide, scene: Scene): boolean =>
  actions.every((action) => outcomeOf(decide, withAction(scene, action)) === 'nothing')

/** The outcome never rises when the scene changes so. */
export const neverRaises = (decide: Decide, scene: Scene, changed: readonly Scene[]): boolean =>
  changed.every((other) => isAtMost(outcomeOf(decide, other), outcomeOf(decide, scene)))

/** A list once without each member that it may lose. */
const leaveOneOut = <Value>(list: readonly Value[], mayGo: (value: Value) => boolean): readonly (readonly Value[])[] =>
  list.filter(mayGo).map((gone) => list.filter((value) => value !== gone))

// ── 1 to 3: rights come from facts, and only from them

/** The same request without anything that could give a right. */
const withoutAnyGround = (scene: Scene): Scene => {
  const { facts, entry } = scene
  return {
    ...scene,
    entry: { ...entry, releasedTo: [], participants: [], addressees: [] },
    facts: { ...facts, consents: [], authority: [], team: [], breakGlass: [], groupDuties: [], safety: { ...facts.safety, members: [] } },
  }
}

const denyIsTheDefault: Invariant = {
  number: 1,
  sentence: 'without any ground there is nothing',
  check: (decide, scene) => {
    const question = questionOf(scene)
    if (isAuthor(question) || isOwner(question) || isPrivacyOfficer(question)) return 'vacuous'
    return isNothingAtAll(decide, withoutAnyGround(scene))
  },
  bug: withRule('P02', 'permit', (question) => isCare(question) && isOwnOrganisation(question)),
}

const oneGroundLess = (scene: Scene): readonly Scene[] => {
  const { viewer: { person }, entry, facts } = scene
  const { today } = questionOf(scene).now
  const others = (list: readonly string[]) => list.filter((one) => one !== person)
  return [
    ...leaveOneOut(facts.consents, ({ effect }) => effect === 'grant').map((consents) => withFacts(scene, { consents })),
    ...leaveOneOut(facts.team, (membership) => membership.person === person && covers(membership.period, today)).map((team) => withFacts(scene, { team })),
    ...(scene.viewer.kind === 'portal' ? leaveOneOut(facts.authority, ({ adult }) => adult === person).map((authority) => withFacts(scene, { authority })) : []),
    ...(facts.safety.members.includes(person) ? [withFacts(scene, { safety: { ...facts.safety, members: others(facts.safety.members) } })] : []),
    ...(entry.releasedTo.includes(person) ? [{ ...scene, entry: { ...entry, releasedTo: others(entry.releasedTo) } }] : []),
    ...(entry.participants.includes(person) ? [{ ...scene, entry: { ...entry, participants: others(entry.participants) } }] : []),
  ]
}

const aGrantLessNeverMore: Invariant = {
  number: 2,
  sentence: 'a ground less never gives more',
  check: (decide, scene) => {
    const lesser = oneGroundLess(scene)
    return lesser.length === 0 ? 'vacuous' : neverRaises(decide, scene, lesser)
  },
  bug: withRule('P12', 'permit', (question) => isCare(question) && startedInTeam(question) && consentOnEntry(question) === 'none'),
}

const oneObjectionMore = (scene: Scene): readonly Scene[] => {
  const { viewer, entry, facts } = scene
  const { children, adults } = ownersOf(entry, facts)
  const categories: readonly Consent['category'][] = entry.category === 'development' || entry.category === 'contact' ? ['*', entry.category] : ['*']
  const recipients: readonly Consent['recipient'][] = viewer.kind === 'care' && viewer.discipline !== undefined
    ? [{ kind: 'all' }, { kind: 'discipline', discipline: viewer.discipline }, { kind: 'organisation', organisation: viewer.organisation }]
    : [{ kind: 'all' }]
  const signedBy = [...adults, ...children, ...facts.authority.map(({ adult }) => adult)]
  return categories.flatMap((category) => recipients.map((recipient) => withFacts(scene, {
    consents: [...facts.consents, { effect: 'objection', subject: entry.subject, category, recipient, period: { from: '2020-01-01' }, signedBy }],
  })))
}

const anObjectionMoreNeverMore: Invariant = {
  number: 3,
  sentence: 'an objection more never gives more',
  check: (decide, scene) => isPortal(questionOf(scene)) ? 'vacuous' : neverRaises(decide, scene, oneObjectionMore(scene)),
  bug: withRule('P12', 'permit', (question) => isCare(question) && startedInTeam(question) && consentOnEntry(question) === 'objection'),
}

// ── 6 to 9: forbids, notes, offices, nesting

const oneForbidMore = (scene: Scene): readonly Scene[] => {
  const { viewer, entry, facts } = scene
  const { person } = viewer
  const during = { person, from: '2020-01-01T00:00:00.000Z' }
  return [
    { ...scene, viewer: { ...viewer, secondFactor: false } },
    ...(isAuthor(questionOf(scene)) ? [] : [{ ...scene, entry: { ...entry, draft: true } }]),
    { ...scene, entry: { ...entry, restricted: true } },
    { ...scene, entry: { ...entry, inConfidence: true } },
    { ...scene, entry: { ...entry, shields: [...entry.shields, during] } },
    withFacts(scene, { ownFamily: [...facts.ownFamily, person] }),
    withFacts(scene, { excluded: [...facts.excluded, person] }),
    withFacts(scene, { closings: [...facts.closings, during] }),
    withFacts(scene, { protections: [...facts.protections, { viewer: person, person: 'parent-1' }] }),
    withFacts(scene, { highConflict: ['parent-1', 'parent-2'] }),
    withFacts(scene, { safety: { ...facts.safety, investigated: [...facts.safety.investigated, person] } }),
    withFacts(scene, { employments: [] }),
  ]
}

const forbidsOnlyTakeAway: Invariant = {
  number: 6,
  sentence: 'a forbid more never gives more',
  check: (decide, scene) => neverRaises(decide, scene, oneForbidMore(scene)),
  bug: withRule('P12', 'permit', (question) => isCare(question) && question.entry.restricted && isOneOf(question, 'seeExistence', 'read')),
}

const privateStaysPrivate: Invariant = {
  number: 7,
  sentence: "a draft or working note is its author's alone",
  check: (decide, scene) => (scene.entry.draft || scene.entry.category === 'workingNote') && !isAuthor(questionOf(scene))
    ? isNothingAtAll(decide, scene)
    : 'vacuous',
  bug: without('F12'),
}

const officesSeeNoCase: Invariant = {
  number: 8,
  sentence: 'an office sees no case, and the privacy officer sees the log only',
  check: (decide, scene) => {
    if (scene.viewer.kind !== 'office') return 'vacuous'
    const { office } = scene.viewer
    return actions.every((action) => {
      const outcome = outcomeOf(decide, withAction(scene, action))
      return outcome === 'nothing' || office === 'privacyOfficer' && action === 'readAccessLog' && outcome === 'content'
    })
  },
  bug: without('F06'),
}

const actionsNest: Invariant = {
  number: 9,
  sentence: 'whoever may do more with an entry may read it, and whoever may read it may know of it',
  check: (decide, scene) => {
    const may = (action: Scene['action']) => outcomeOf(decide, withAction(scene, action))
    const doesMore = (['readLocating', 'annotate', 'correctByStatement', 'export'] as const).some((action) => may(action) === 'content')
    const reads = may('read') === 'content'
    if (!doesMore && !reads) return 'vacuous'
    return reads && may('seeExistence') === 'existence'
  },
  bug: withRule('P12', 'permit', (question) => isCare(question) && isAddressee(question) && isOneOf(question, 'annotate')),
}

// ── 15 to 20: emergency, existence, consent, ends, order

const breakGlassIsNarrow: Invariant = {
  number: 15,
  sentence: 'an emergency opens reading about one person, for four hours, and neither safety nor notes nor the log',
  check: (decide, scene) => {
    const { outcome, policies } = decideScene(decide, scene)
    if (outcome === 'nothing' || policies.filter((id) => id.startsWith('P')).join() !== 'P07') return 'vacuous'
    const question = questionOf(scene)
    // Whoever wrote a note, a draft or a safety entry knows it already.
    const isShut = ['safety', 'workingNote', 'accessLog'].includes(scene.entry.category) || scene.entry.draft
    return isOneOf(question, 'seeExistence', 'read', 'readLocating') && isOpenInEmergency(question) && scene.viewer.secondFactor &&
      comesFor(question, 'emergency') && (!isShut || isAuthor(question))
  },
  bug: without('F04', 'F12'),
}

const existenceIsRare: Invariant = {
  number: 17,
  sentence: 'existence shows to a coordinator in office, or of a restricted entry to who could read it otherwise',
  check: (decide, scene) => {
    const reading = withAction(scene, 'read')
    const { outcome, policies } = decideScene(decide, reading)
    if (outcome !== 'existence') return 'vacuous'
    const question = questionOf(reading)
    const unrestricted = { ...reading, entry: { ...reading.entry, restricted: false } }
    const { entry } = scene
    return !isPortal(question) &&
      (isCoordinatorInOffice(question) || entry.restricted && outcomeOf(decide, unrestricted) === 'content') &&
      !(policies.includes('P04') && (entry.subject.kind === 'unborn' || entry.secret))
  },
  bug: withRule('P04', 'permit', (question) => isInTeam(question) && isOneOf(question, 'seeExistence')),
}

const theSubjectAlone: Invariant = {
  number: 18,
  sentence: "nobody consents for another adult, nor about another person's record",
  check: (decide, scene) => {
    const { entry, facts } = scene
    const { children, adults } = ownersOf(entry, facts)
    const counts = (consent: Consent) => isSameRecord(consent.subject, entry.subject, facts) &&
      (children.length > 0 || adults.length > 1 || consent.signedBy.some((person) => adults.includes(person)))
    const consents = facts.consents.filter(counts)
    if (isPortal(questionOf(scene)) || consents.length === facts.consents.length) return 'vacuous'
    return isSameVerdict(decide, scene, withFacts(scene, { consents }))
  },
  bug: withRule('P03', 'permit', (question) => isCare(question) && isInTeam(question) && question.facts.consents.length > 1),
}

const endedMeansEnded: Invariant = {
  number: 19,
  sentence: 'after team or case reading along ends, and what a family could read stays',
  check: (decide, scene) => {
    const question = questionOf(scene)
    const closed = withFacts(scene, { state: 'closed' })
    if (isPortal(question)) {
      const reads = outcomeOf(decide, withAction(scene, 'read'))
      return scene.facts.state === 'closed' || reads === 'nothing' ? 'vacuous' : outcomeOf(decide, withAction(closed, 'read')) === reads
    }
    if (!isCare(question) || isOpenInEmergency(question)) return 'vacuous'
    const nothing = (action: Scene['action']) => outcomeOf(decide, withAction(scene, action)) === 'nothing'
    const hasLeft = startedInTeam(question) && !isInTeam(question)
    return (!hasLeft || (['annotate', 'export', 'readLocating'] as const).every(nothing)) &&
      (!hasLeft || !isRecordedAfterTeam(question) || isNothingAtAll(decide, scene)) &&
      (isOwnOrganisation(question) || isLogLine(question) || isNothingAtAll(decide, closed))
  },
  bug: without('F10'),
}

const orderMeansNothing: Invariant = {
  number: 20,
  sentence: 'the order of facts and their repetition mean nothing',
  check: (decide, scene) => isSameVerdict(decide, scene, { ...scene, facts: backwardsAndTwice(scene.facts), entry: backwardsAndTwice(scene.entry) }),
  bug: withRule('P12', 'permit', ({ viewer, facts }) => viewer.kind === 'care' && facts.consents[0]?.effect === 'grant'),
}

/** Every list backwards and twice, in a record of lists. */
const backwardsAndTwice = <Lists extends Facts | Scene['entry']>(lists: Lists): Lists => Object.fromEntries(
  Object.entries(lists).map(([key, value]: [string, unknown]) => [key, isList(value) ? [...value, ...value].reverse() : value])) as Lists

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

export const isSameVerdict = (decide: Decide, scene: Scene, other: Scene): boolean => {
  const [a, b] = [decideScene(decide, scene), decideScene(decide, other)]
  return a.outcome === b.outcome && a.policies.join('+') === b.policies.join('+')
}

export const generalInvariants: readonly Invariant[] = [
  denyIsTheDefault, aGrantLessNeverMore, anObjectionMoreNeverMore, forbidsOnlyTakeAway, privateStaysPrivate, officesSeeNoCase, actionsNest,
  breakGlassIsNarrow, existenceIsRare, theSubjectAlone, endedMeansEnded, orderMeansNothing,
]

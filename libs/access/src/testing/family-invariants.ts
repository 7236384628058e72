/** What must hold for everybody of the family: each adult apart, nobody located, nothing of safety before its time. */
import { holdsAuthority } from '../authority.ts'
import {
  hasLabel, hasLocatingPart, isCategory, isLogLine, isOfAChild, isOfAnotherAdult, isOneOf, isOwnAppointment, isPortal, isReleasedToViewer, isSoleOwner,
  protectedPersons,
} from '../circumstances.ts'
import { ownersOf } from '../owners.ts'
import { decideScene, outcomeOf, questionOf, withAction, withFacts, without, withRule } from './check.ts'
import { isNothingAtAll, isSameVerdict, neverRaises, type Invariant } from './invariants.ts'
import { parents, type Scene } from './scenes.ts'

const nobodyReadsAnotherAdult: Invariant = {
  number: 4,
  sentence: 'nobody reads about another adult in the portal, but an appointment in which they take part',
  check: (decide, scene) => {
    const question = questionOf(scene)
    return isPortal(question) && isOfAnotherAdult(question) && !isOwnAppointment(question) ? isNothingAtAll(decide, scene) : 'vacuous'
  },
  bug: without('F01'),
}

const noAddressUnderProtection: Invariant = {
  number: 10,
  sentence: 'whoever must not find somebody finds no place or time but their own',
  check: (decide, scene) => {
    const question = questionOf(scene)
    if (!isPortal(question) || protectedPersons(question).length === 0 || !hasLocatingPart(question) || isLogLine(question)) return 'vacuous'
    const isPlaceOrTime = isCategory(question, 'contact', 'planning')
    if (isPlaceOrTime && isSoleOwner(question) || isOwnAppointment(question)) return 'vacuous'
    return outcomeOf(decide, withAction(scene, 'readLocating')) === 'nothing' &&
      (!isPlaceOrTime || outcomeOf(decide, withAction(scene, 'seeExistence')) === 'nothing')
  },
  bug: without('F03'),
}

/** The viewer's authority a day less at either end, and not at all before or after today. */
const lessAuthority = (scene: Scene): readonly Scene[] => {
  const { viewer, facts } = scene
  const change = (period: { readonly from?: string; readonly until?: string }) => withFacts(scene, {
    authority: facts.authority.map((held) => held.adult !== viewer.person ? held : { ...held, period: {
      from: period.from !== undefined && period.from > held.period.from ? period.from : held.period.from,
      until: period.until !== undefined && period.until < (held.period.until ?? '9999-12-31') ? period.until : held.period.until,
    } }),
  })
  return ['2026-06-01', '2026-06-02', '2026-09-15', '2026-09-16'].flatMap((day) => [change({ from: day }), change({ until: day })])
}

const authorityIsNotRetroactive: Invariant = {
  number: 11,
  sentence: 'authority opens what was recorded while it was held, and only while it is held',
  check: (decide, scene) => {
    const { outcome, policies } = decideScene(decide, scene)
    if (outcome === 'nothing' || policies.join() !== 'P05') return 'vacuous'
    const { viewer, entry, facts } = scene
    const { today } = questionOf(scene).now
    return ownersOf(entry, facts).children.every((child) => [today, entry.recorded].every((day) => holdsAuthority(viewer.person, child, day, facts))) &&
      neverRaises(decide, scene, lessAuthority(scene))
  },
  bug: withRule('P05', 'permit', (question) => isPortal(question) && isOfAChild(question) && !isOneOf(question, 'readLocating') &&
    ownersOf(question.entry, question.facts).children.every((child) => holdsAuthority(question.viewer.person, child, question.now.today, question.facts))),
}

/** The same scene with each parent in the place of the other. */
const exchanged = (scene: Scene): Scene => {
  const [one, two] = parents
  return JSON.parse(JSON.stringify(scene).replaceAll(one, 'somebody').replaceAll(two, one).replaceAll('somebody', two)) as Scene
}

const twoParentsOneRule: Invariant = {
  number: 12,
  sentence: 'one rule for both parents (G-02)',
  check: (decide, scene) => scene.entry.subject.kind === 'unborn' ? 'vacuous' : isSameVerdict(decide, scene, exchanged(scene)),
  bug: withRule('F05', 'forbid', ({ viewer }) => viewer.person === parents[0]),
}

/** The same scene without anything that concerns other adults than the viewer. */
const alone = (scene: Scene): Scene => {
  const { viewer: { person }, entry, facts } = scene
  return {
    ...scene,
    entry: { ...entry, shields: entry.shields.filter((shield) => shield.person === person), releasedTo: entry.releasedTo.filter((other) => other === person) },
    facts: {
      ...facts,
      authority: facts.authority.filter(({ adult }) => adult === person),
      closings: facts.closings.filter((closing) => closing.person === person),
      protections: facts.protections.filter(({ viewer }) => viewer === person),
      safety: { ...facts.safety, investigated: facts.safety.investigated.filter((other) => other === person) },
    },
  }
}

const parentsAreSeparate: Invariant = {
  number: 13,
  sentence: 'what is true of one parent changes nothing for the other',
  check: (decide, scene) => isPortal(questionOf(scene)) ? isSameVerdict(decide, scene, alone(scene)) : 'vacuous',
  bug: withRule('F08', 'forbid', (question) => isPortal(question) && question.facts.closings.length > 0),
}

const safetyLeaksNothing: Invariant = {
  number: 16,
  sentence: 'of the safety track nothing shows in the portal before its time, and consent never touches it',
  check: (decide, scene) => {
    const question = questionOf(scene)
    const { consents, safety } = scene.facts
    if (scene.entry.category === 'safety' && !isPortal(question)) {
      return consents.length === 0 ? 'vacuous' : isSameVerdict(decide, scene, withFacts(scene, { consents: [] }))
    }
    const isTimely = isReleasedToViewer(question) || safety.discussedWithParents && !safety.investigated.includes(scene.viewer.person)
    return isPortal(question) && hasLabel(question, 'safety') && !isTimely ? isNothingAtAll(decide, scene) : 'vacuous'
  },
  bug: without('F04'),
}

export const familyInvariants: readonly Invariant[] = [
  nobodyReadsAnotherAdult, noAddressUnderProtection, authorityIsNotRetroactive, twoParentsOneRule, parentsAreSeparate, safetyLeaksNothing,
]

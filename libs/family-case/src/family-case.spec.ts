/** What holds whatever happens: random commands, sensible and senseless, in any order, by anyone. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays, categories, isRefused, subjectKey, system, type Actor, type Subject } from '@samenspel/kernel'
import { expectSameAtOnce } from '@samenspel/kernel/testing'
import { competenceDomains } from './classification/events.ts'
import { entries } from './entries.ts'
import { familyCase } from './family-case.ts'
import { familyCaseEvents, type FamilyCaseCommand, type FamilyCaseEvent } from './messages.ts'
import { openPrompt } from './overload/state.ts'
import { familyCaseRefusals } from './refusals.ts'
import type { OpenCase } from './state.ts'
import {
  aGoal, asFamily, at, brother, child, coach, coordinator, father, fiveLevels, grandmother, groupWorker, id, mother, past, sixLevels, standIn, stateOf, stranger, substitute,
  therapist,
} from './testing/case.ts'

const anyone = fc.constantFrom<Actor>(
  coordinator, substitute, standIn, groupWorker, coach, therapist, stranger, asFamily(mother), asFamily(father), asFamily(grandmother), system,
)
/** Mostly who may, sometimes anybody. */
const mostly = (...actors: readonly Actor[]) => fc.oneof({ arbitrary: fc.constantFrom(...actors), weight: 6 }, { arbitrary: anyone, weight: 1 })
/** Mostly valid values, sometimes others. */
const often = <Value>(valid: fc.Arbitrary<Value>, other: fc.Arbitrary<Value>) => fc.oneof({ arbitrary: valid, weight: 6 }, { arbitrary: other, weight: 1 })
const optional = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: undefined })

/** Few ids, so that they meet. */
const few = (from: number) => fc.integer({ min: from, max: from + 3 }).map(id)
const practitioner = often(fc.constantFrom(substitute.person, coordinator.person), fc.constantFrom(child, mother, groupWorker.person, id(98), id(99)))
const subject = often<Subject>(
  fc.constantFrom<Subject>({ kind: 'child', person: child }, { kind: 'adult', person: mother }, { kind: 'relation', persons: [child, mother] }),
  fc.constantFrom<Subject>({ kind: 'sibling', person: child }, { kind: 'adult', person: id(99) }, { kind: 'case' }),
)
const text = often(fc.constantFrom('One', 'Two', 'Three', '😊'), fc.constant(' '))
const day = (from: number, until: number) => fc.integer({ min: from, max: until }).map((days) => addDays('2027-01-04', days))
/** Days that have mostly come when something is asked, in the second half of a quarter. */
const pastDay = day(0, 60)
const value = fc.integer({ min: -3, max: 2 })
const goal = fc.record({ title: text, scale: fc.constantFrom('five' as const, 'six' as const), start: value, subject })
  .map(({ scale, ...content }) => ({ ...aGoal, ...content, scale, levels: scale === 'five' ? fiveLevels : sixLevels }))
const levels = fc.constant(fiveLevels)

type DataOf<Type> = Omit<Extract<FamilyCaseCommand, { type: Type }>, 'type' | 'by' | 'at' | 'registrationValid'>

const one = <Type extends FamilyCaseCommand['type']>(
  type: Type, by: fc.Arbitrary<Actor>, fields: Readonly<Record<keyof DataOf<Type>, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<FamilyCaseCommand> =>
  fc.record({
    ...fields as Record<string, fc.Arbitrary<unknown>>,
    by, at: day(50, 100).map((on) => at('12:00', on)), registrationValid: often(fc.constant(true), fc.constant(false)),
  }).map((data) => ({ type, ...data } as unknown as FamilyCaseCommand))

const axisContent = fc.oneof(
  text.map((said) => ({ axis: 'impression', text: said })),
  fc.constant({ axis: 'competence', lines: competenceDomains.map((domain) => ({ domain, rating: 'asExpected' })) }),
  fc.record({ axis: fc.constant('caregiving'), caregiver: fc.constantFrom(mother, father, id(99)), aspects: fc.constant([]), childAspects: fc.constant([]), level: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ axis: fc.constant('stressor'), group: fc.constant('family'), text, onsetMonths: fc.integer({ min: -30, max: 80 }), note: fc.constant('') }),
)

const suitable = fc.subarray([id(13), id(14), id(15)])
const proposal = fc.record({
  proposalId: few(1210), fewerWhy: optional(text),
  options: fc.uniqueArray(few(1220), { maxLength: 3 }).map((ids) => ids.map((optionId, index) => ({ optionId, serviceId: id(1230), organisation: id(13 + index), organisationName: 'Somewhere', name: 'Something' }))),
})

const leading = mostly(coordinator, coordinator, standIn, substitute)
const working = mostly(groupWorker, coach, therapist, coordinator)
const none = fc.constant(undefined)

const command: fc.Arbitrary<FamilyCaseCommand> = fc.oneof(
  one('HandOverCoordination', leading, {
    to: practitioner, successorRegistrationValid: often(fc.constant(true), fc.constant(false)),
    onCall: optional(fc.record({ practitionerId: practitioner, registrationValid: fc.boolean(), isAllowed: fc.boolean() })),
  }),
  one('AppointSubstitute', leading, { practitionerId: practitioner, substituteRegistrationValid: fc.boolean() }),
  one('EndTeamMembership', leading, { membershipId: few(31), until: day(40, 120), reason: optional(text) }),
  one('ChangeTeamMembership', leading, { membershipId: few(31), until: optional(day(0, 120)), isCoach: fc.boolean(), reason: text }),
  one('AddTeamMember', leading, {
    membershipId: few(200), practitionerId: practitioner, organisation: fc.constant(coordinator.organisation), discipline: fc.constantFrom('imhSpecialist', 'hospital'),
    from: pastDay, until: optional(day(0, 120)), isCoach: fc.boolean(), subject, category: fc.constantFrom(...categories),
  }),
  one('AddContribution', working, {
    id: few(300), kind: fc.constantFrom('note', 'fourPart'), subject, category: fc.constantFrom(...categories), setting: fc.constant('home'), occurredOn: pastDay, situation: text,
    parentsTold: optional(text), whatWeDo: none, possibleMeaning: none, childsVoice: none, forParents: none, window: none, procedure: none, screening: none, parentSignal: none, document: none, corrects: optional(few(300)), confidence: optional(fc.record({ safeguardId: few(990), reason: text })),
  }),
  one('AskColleague', working, {
    questionId: few(320), to: practitioner, wish: fc.constantFrom('answer', 'attention'), text, contributionId: optional(few(300)), subject, category: fc.constantFrom(...categories), mayBeRead: often(fc.constant(true), fc.constant(false)),
  }),
  one('AnswerColleague', working, { answerId: few(330), questionId: few(320), text, mayBeRead: fc.boolean() }),
  one('CloseColleagueQuestion', working, { questionId: few(320) }),
  one('AddStatement', mostly(asFamily(mother), groupWorker), {
    id: few(302), entry: few(300).map((entryId) => ({ kind: 'contribution', id: entryId })), entryBy: fc.constant(groupWorker.person), entryAbout: fc.constant({ kind: 'child', person: child }), entryCategory: fc.constant('development'), text,
  }),
  one('ChangeGuidingQuestion', leading, { questionId: few(500), from: optional(few(501)), version: few(501), text }),
  fc.tuple(goal, one('AddGoal', leading, {
    goalId: few(41), version: few(42), subject, title: text, route: none, scale: none, levels, start: value, isParentsOwn: fc.boolean(), forParents: none,
  })).map(([content, add]) => ({ ...add, ...content })),
  fc.tuple(goal, one('ChangeGoal', leading, {
    goalId: few(41), from: few(42), version: few(42), subject, title: text, route: none, scale: none, levels, start: value, isParentsOwn: fc.boolean(), forParents: none,
  })).map(([content, change]) => ({ ...change, ...content })),
  one('EndGoal', leading, { endingId: few(640), goalId: few(41), outcome: fc.constantFrom('reached', 'letGo'), words: text }),
  one('ScoreGoal', working, { scoreId: few(610), goalId: few(41), value, on: pastDay, words: none, forParents: optional(text) }),
  one('AddAgreementCard', working, { cardId: few(520), version: few(530), title: text, text, settings: fc.constant(['home']), atHome: optional(text), inGroup: none }),
  one('ChangeAgreementCard', working, { cardId: few(520), from: few(530), version: few(530), title: text, text, settings: fc.constant(['home']), atHome: optional(text), inGroup: none }),
  one('ChangeMember', leading, {
    memberId: fc.constantFrom(brother, grandmother), from: fc.constantFrom(brother, grandmother, id(870)), version: few(870), role: fc.constantFrom('sibling', 'grandparent'), firstName: text, name: none, birthDate: fc.constantFrom('2020-06-12', undefined),
    dueDate: none, inHousehold: fc.boolean(), drawnAs: none, phone: none, language: none, since: optional(pastDay), until: optional(pastDay),
  }),
  one('RecordSupport', leading, { supportId: few(880), from: optional(few(890)), version: few(890), name: text, kind: fc.constantFrom('school', 'work'), tie: none, helps: optional(text), since: none, until: none }),
  one('AddFactor', working, {
    factorId: few(540), version: few(550), subject, category: fc.constantFrom(...categories), origin: fc.constant('child'), domain: fc.constant('parentsOwn'), layer: fc.constant('micro'), direction: fc.constantFrom('risk', 'protective'),
    title: text, evidence: text, heardFrom: fc.constantFrom([], [mother], [id(99)]), setting: none,
  }),
  one('ChangeFactor', working, {
    factorId: few(540), from: few(550), version: few(550), category: fc.constant('medical'), origin: fc.constant('child'), domain: fc.constant('parentsOwn'), layer: fc.constant('micro'), direction: fc.constant('risk'),
    title: text, evidence: text, heardFrom: fc.constant([]), setting: none,
  }),
  one('DismissFactor', working, { factorId: few(540), judgementId: few(560), reason: text }),
  one('AddHypothesis', working, {
    hypothesisId: few(570), version: few(580), subject, category: fc.constant('social'), statement: text, mechanism: text, supporting: fc.constantFrom([], [id(540)]), opposing: fc.constantFrom([], [id(540)], [id(541)]),
    confidence: fc.constant('low'), nextTest: text,
  }),
  one('DecideHypothesis', leading, { hypothesisId: few(570), judgementId: few(560), outcome: fc.constantFrom('open', 'supported', 'dropped'), reason: text }),
  one('SetPortOfEntry', leading, { portId: few(590), subject, route: fc.constant('bond'), entryPerson: optional(practitioner), why: text, parentsQuestion: text, reviewOn: day(60, 200) }),
  one('StartClassification', working, { child: often(fc.constant(child), fc.constant(mother)), classificationId: few(1000), edition: fc.constant('dc05v2021'), occurredOn: pastDay, occasions: fc.integer({ min: 0, max: 3 }), settings: fc.constant(['home']) }),
  one('AddClassificationPart', working, { classificationId: few(1000), partId: few(1010), version: few(1020), content: axisContent }),
  one('ChangeClassificationPart', working, { partId: few(1010), from: few(1020), version: few(1020), content: axisContent }),
  one('RemoveClassificationPart', working, { partId: few(1010) }),
  one('DiscussBondRating', working, { partId: few(1010), reason: optional(text) }),
  one('CompleteClassification', leading, { classificationId: few(1000) }),
  one('SignalTooMuch', mostly(asFamily(mother), asFamily(father)), {
    signalId: few(700), choice: fc.constantFrom('callMe', 'pauseAppointments'), words: optional(text), closingDays: fc.constant([]),
  }),
  one('PassSignalToSubstitute', mostly(system), { signalId: few(700), closingDays: fc.constant([]) }),
  one('AnswerSignal', leading, { signalId: few(700) }),
  one('NoteLateCancellation', mostly(system), { appointmentId: few(800), on: pastDay, promptId: few(900) }),
  one('WithdrawLateCancellation', mostly(system), { appointmentId: few(800) }),
  one('NoteLateCancellation', mostly(system), { appointmentId: few(804), on: pastDay, promptId: few(900) }),
  one('CloseReflectionPrompt', leading, { promptId: few(900) }),
  one('AskHelp', leading, { searchId: few(1200), kind: fc.constant('eating'), why: text, area: none, language: none, subject, suitable, proposal }),
  one('ProposeProviders', leading, { searchId: few(1200), suitable, proposal }),
  fc.tuple(fc.constantFrom(mother, father), one('AnswerProviders', working, {
    searchId: few(1200), proposalId: few(1210), parent: none, optionId: optional(few(1220)), spoken: none, wordsId: few(1240), words: optional(text),
  })).map(([parent, answer]) => ({ ...answer, by: asFamily(parent), parent } as FamilyCaseCommand)),
  one('NoteNoRoom', leading, { searchId: few(1200), optionId: few(1220), words: optional(text) }),
  one('EndHelpSearch', leading, { searchId: few(1200), because: fc.constant('notNeeded'), words: optional(text) }),
  one('AnswerReflection', mostly(coach, coordinator), { answerId: few(950), promptId: few(900), text }),
)

const start = stateOf(past)
const next = (state: OpenCase, event: FamilyCaseEvent): OpenCase => familyCase.evolve(state, event) as OpenCase

/** Carries commands out one by one; refused ones change nothing. */
const run = (commands: readonly FamilyCaseCommand[], seen: (before: OpenCase, asked: FamilyCaseCommand, events: readonly FamilyCaseEvent[], after: OpenCase) => void) => {
  let before = start
  for (const asked of commands) {
    const decision = familyCase.decide(asked, before)
    const recorded = isRefused(decision) ? [] : decision.events
    const after = recorded.reduce(next, before)
    seen(before, asked, recorded, after)
    before = after
  }
}

describe('whatever is asked of a case', () => {
  const commands = fc.array(command, { minLength: 20, maxLength: 60, size: 'max' })

  test('it always has exactly one coordinator, who is in the team to stay (K-01)', () => {
    fc.assert(fc.property(commands, (asked) => {
      run(asked, (_, __, ___, { careTeam }) => {
        const leads = careTeam.specialistOnCall ?? careTeam.coordinator
        expect(careTeam.members.some((member) => member.practitionerId === leads && member.discipline === 'imhSpecialist' && member.until === undefined)).toBe(true)
        expect(careTeam.members.some((member) => member.practitionerId === careTeam.coordinator && member.until === undefined)).toBe(true)
        expect(careTeam.specialistOnCall).not.toBe(careTeam.coordinator)
        expect(careTeam.substitute).not.toBe(careTeam.coordinator)
      })
    }))
  })
  test('the mentalising goal is always among the goals, and there is one (K-05)', () => {
    fc.assert(fc.property(commands, (asked) => {
      run(asked, (_, __, ___, { plan }) => expect(plan.goals.filter((goal) => goal.isMentalising && goal.ended === undefined).map(({ goalId }) => goalId)).toEqual([id(41)]))
    }))
  })
  test('every goal has a text for each level, and no score lies outside its scale (K-09)', () => {
    fc.assert(fc.property(commands, (asked) => {
      run(asked, (_, __, ___, { plan }) => {
        for (const goal of plan.goals) {
          const levels = goal.levels.map(({ value: level }) => level)
          expect(levels).toHaveLength(goal.scale === 'five' ? 5 : 6)
          expect([goal.start, ...plan.scores.filter(({ goalId }) => goalId === goal.goalId).map((score) => score.value)].every((level) => levels.includes(level))).toBe(true)
        }
      })
    }))
  })
  test('no hypothesis rests on a factor that isn’t there, or has one on both sides', () => {
    fc.assert(fc.property(commands, (asked) => {
      run(asked, (_, __, ___, { analysis }) => {
        const known = analysis.factors.map(({ factorId }) => factorId)
        for (const { supporting, opposing } of analysis.hypotheses) {
          expect([...supporting, ...opposing].every((factor) => known.includes(factor))).toBe(true)
          expect(new Set([...supporting, ...opposing]).size).toBe(supporting.length + opposing.length)
        }
      })
    }))
  })
  test('at most one prompt is open, and none opens on what was heard before', () => {
    fc.assert(fc.property(commands, (asked) => {
      run(asked, (before, _, events, after) => {
        expect(after.overload.prompts.filter(({ closedAt }) => closedAt === undefined).length).toBeLessThanOrEqual(1)
        if (events.some(({ type }) => type === 'ReflectionPromptOpened')) {
          expect(openPrompt(before.overload)).toBeUndefined()
          expect(before.overload.lateCancellations.some(({ heardBy }) => heardBy === undefined)).toBe(true)
        }
      })
    }))
  })
  test('no refusal of help, and no provider without room, closes the case or ends a search (K-03)', () => {
    fc.assert(fc.property(commands, (asked) => {
      run(asked, (before, one, _, after) => {
        expect(after.course).toEqual([])
        const ended = ({ helpChoices }: OpenCase) => helpChoices.searches.filter((search) => search.ended !== undefined).length
        if (one.type !== 'EndHelpSearch') expect(ended(after)).toBe(ended(before))
        for (const { proposals } of after.helpChoices.searches) expect(proposals.every(({ options, fewerWhy }) => new Set(options.map(({ organisation }) => organisation)).size >= 2 || fewerWhy !== undefined)).toBe(true)
      })
    }))
  })
  test('every refusal has a known code, every fact a subject of this family, and every id stays one thing', () => {
    fc.assert(fc.property(commands, (asked) => {
      run(asked, (before, one, events, after) => {
        const decision = familyCase.decide(one, before)
        if (isRefused(decision)) expect(familyCaseRefusals).toContain(decision.refusal.code)
        for (const event of events) {
          expect(familyCaseEvents).toHaveProperty(event.type)
          expect(subjectKey(event.subject)).not.toContain(id(99))
          expect([event.by, event.at]).toEqual([one.by, one.at])
        }
        const ids = entries(after).map((entry) => `${entry.kind} ${entry.id}`)
        expect(new Set(ids).size).toBe(ids.length)
      })
    }))
  })
  test('it is the same case when its events come back as stored JSON, and when they are folded at once', () => {
    fc.assert(fc.property(commands, (asked) => {
      let events: readonly FamilyCaseEvent[] = past
      run(asked, (_, __, recorded) => { events = [...events, ...recorded] })
      expect(stateOf(JSON.parse(JSON.stringify(events)) as readonly FamilyCaseEvent[])).toEqual(stateOf(events))
      expectSameAtOnce(familyCase, events)
    }))
  })
})

describe('texts that several people edit', () => {
  type Edit = { readonly editor: number; readonly text: string }
  /** Editors who last saw the text at some moment, and write from what they saw. */
  const typed = fc.string({ minLength: 1, maxLength: 8 }).filter((some) => some.trim() !== '')
  const edits = fc.array(fc.record({ editor: fc.integer({ min: 0, max: 2 }), text: typed }), { maxLength: 12 })
  const looks = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })

  test('an edit replaces only what its writer had before their eyes; otherwise both texts come back', () => {
    fc.assert(fc.property(edits, looks, (asked: readonly Edit[], looksFirst) => {
      let state = start
      const eyes: { version?: string; text?: string }[] = [{}, {}, {}]
      asked.forEach(({ editor, text: words }, index) => {
        const current = state.plan.guidingQuestion
        if (looksFirst[index] && current !== undefined) eyes[editor] = { version: current.version, text: current.text }
        const { version: from, text: before } = eyes[editor]!
        const decision = familyCase.decide({
          type: 'ChangeGuidingQuestion', by: editor === 1 ? standIn : coordinator, at: at(), registrationValid: true,
          questionId: id(500 + editor), version: id(1000 + index), text: words,
          ...(from !== undefined && { from }),
        }, state)
        if (isRefused(decision)) {
          expect(decision.refusal).toEqual({ code: 'changed-meanwhile', about: { yours: words, theirs: current?.text, version: current?.version } })
          expect(current?.version).not.toBe(from)
          return
        }
        if (decision.events.length > 0) expect(current?.text).toBe(before)
        else expect(current?.text).toBe(words)
        state = decision.events.reduce(next, state)
        const written = state.plan.guidingQuestion!
        eyes[editor] = { version: written.version, text: written.text }
      })
    }))
  })
})

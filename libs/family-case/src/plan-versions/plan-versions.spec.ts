import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand, FamilyCaseEvent } from '../messages.ts'
import { compareParts } from '../plan/parts.ts'
import type { FamilyCase } from '../state.ts'
import { aGoal, asFamily, at, child, coordinating, coordinator, father, fiveLevels, grandmother, groupWorker, id, mother, now, openFamily, past, pastWith, play, stateOf } from '../testing/case.ts'
import { planRequirements, readiness, type PlanFacts } from './readiness.ts'
import { activeVersion } from './state.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>
const subject = { kind: 'child', person: child } as const

const question: Of<'ChangeGuidingQuestion'> = { type: 'ChangeGuidingQuestion', ...coordinating, questionId: id(500), version: id(501), text: 'What does Pim need now?' }
const own: Of<'WriteParentsGoal'> = { type: 'WriteParentsGoal', by: asFamily(mother), ...now, parent: mother, version: id(701), text: 'Eating without a fight' }
const goal: Of<'AddGoal'> = { type: 'AddGoal', ...coordinating, goalId: id(600), version: id(601), subject, ...aGoal, title: 'Eating', levels: fiveLevels }
const hypothesis = (number: number): Of<'AddHypothesis'> => ({
  type: 'AddHypothesis', ...coordinating, hypothesisId: id(number), version: id(number + 1), subject, category: 'social', statement: `Perhaps ${number}`, mechanism: 'One leads to the other', supporting: [], opposing: [], confidence: 'low', nextTest: 'Look again',
})
const port: Of<'SetPortOfEntry'> = { type: 'SetPortOfEntry', ...coordinating, portId: id(590), subject, route: 'bond', why: 'They want it most', parentsQuestion: 'How do we eat together?', reviewOn: '2027-04-01' }
const line: Of<'WritePlanLine'> = { type: 'WritePlanLine', ...coordinating, lineId: id(710), version: id(711), route: 'bond', text: 'Films of the two' }
const complete: readonly FamilyCaseCommand[] = [question, own, goal, hypothesis(570), hypothesis(572), port, line]
const draw: Of<'DrawPlanVersion'> = { type: 'DrawPlanVersion', ...coordinating, planVersionId: id(720), note: 'After two talks' }
const says = (parent: string, answer: 'yes' | 'no' | 'question', number: number): Of<'AnswerPlanVersion'> => ({ type: 'AnswerPlanVersion', by: asFamily(parent), ...now, answerId: id(number), planVersionId: id(720), parent, answer })
const activate: Of<'ActivatePlanVersion'> = { type: 'ActivatePlanVersion', ...coordinating, planVersionId: id(720) }
const agreed: readonly FamilyCaseCommand[] = [...complete, draw, says(mother, 'yes', 730), says(father, 'yes', 731)]

describe('a version', () => {
  test('is drawn from the plan as it stands, and names its wordings instead of copying them', () => {
    const version = stateOf(pastWith(...complete, draw)).planVersions.all[0]
    expect(version).toMatchObject({ number: 1, variant: 'heavy', portId: id(590), note: 'After two talks', subject, by: coordinator })
    expect(version?.parts.map(({ kind, version: of }) => `${kind} ${of}`)).toEqual([`question ${id(501)}`, `parentsGoal ${id(701)}`, `goal ${id(42)}`, `goal ${id(601)}`, `line ${id(711)}`])
    expect(JSON.stringify(version)).not.toContain('What does Pim need now?')
  })
  test('can be drawn before everything is there, to talk it over', () => {
    expect(stateOf(pastWith(draw)).planVersions.all).toHaveLength(1)
  })
  test('is not drawn twice from the same plan, nor by who does not coordinate', () => {
    aCase.given(...pastWith(draw)).when({ ...draw, planVersionId: id(721) }).thenRefused('plan-unchanged')
    aCase.given(...past).when({ ...draw, by: groupWorker }).thenRefused('not-coordinator')
  })
  test('shows beside the one before it what came, what went and what was worded anew', () => {
    const state = stateOf(pastWith(...complete, draw, { ...question, from: id(501), version: id(502), text: 'And what does Bas need?' },
      { type: 'EndPlanLine', ...coordinating, lineId: id(710), endingId: id(712), words: 'Done' }, { ...goal, goalId: id(602), version: id(603), title: 'Sleeping' }, { ...draw, planVersionId: id(721) }))
    const [first, second] = state.planVersions.all
    const { came, changed, went } = compareParts(first!.parts, second!.parts)
    expect([came.map(({ of }) => of), changed.map(({ after }) => after.version), went.map(({ of }) => of)]).toEqual([[id(602)], [id(502)], [id(710)]])
    expect(state.plan.parts.find(({ version }) => version === id(501))).toMatchObject({ content: { text: 'What does Pim need now?' } })
  })
})

describe('what a parent says to a version (G-01)', () => {
  const drawn = pastWith(...complete, draw)
  test('is of their own record, and stops nothing by itself: yes, no or a question, without a reason', () => {
    aCase.given(...drawn).when({ ...says(mother, 'question', 730), words: 'May grandmother read it?' }).then({
      type: 'PlanVersionAnswered', subject: { kind: 'adult', person: mother }, by: asFamily(mother), at: at(), category: 'plan', answerId: id(730), planVersionId: id(720), answer: 'question', words: 'May grandmother read it?',
    })
  })
  test('may be noted after it was said, with who, when and how', () => {
    const noted = { ...says(father, 'yes', 731), by: groupWorker, spoken: { how: 'atHome', on: '2027-01-11' } } as const
    aCase.given(...drawn).when(noted).then({ type: 'PlanVersionAnswered', subject: { kind: 'adult', person: father }, by: groupWorker, at: at(), category: 'plan', answerId: id(731), planVersionId: id(720), answer: 'yes', spoken: noted.spoken })
    aCase.given(...drawn).when({ ...says(father, 'yes', 731), by: groupWorker }).thenRefused('said-how-missing')
  })
  test('is theirs alone, counts by authority and never by role, and is about the newest version', () => {
    aCase.given(...drawn).when({ ...says(mother, 'yes', 730), by: asFamily(father) }).thenRefused('not-yours')
    aCase.given(...drawn).when(says(grandmother, 'yes', 730)).thenRefused('signer-without-standing')
    const again = pastWith(...complete, draw, { ...line, lineId: id(713), version: id(714) }, { ...draw, planVersionId: id(721) })
    aCase.given(...again).when(says(mother, 'yes', 730)).thenRefused('plan-version-old')
  })
})

describe('a version holds (K-04)', () => {
  test('when everything is there and both parents said yes', () => {
    aCase.given(...pastWith(...agreed)).when(activate).then({ type: 'PlanVersionActivated', subject, by: coordinator, at: at(), category: 'plan', planVersionId: id(720) })
    expect(activeVersion(stateOf(pastWith(...agreed, activate)).planVersions)?.number).toBe(1)
  })
  test.each<[string, readonly FamilyCaseCommand['type'][]]>([
    ['guidingQuestion', ['ChangeGuidingQuestion']], ['parentsGoal', ['WriteParentsGoal']], ['measuredGoal', ['AddGoal']], ['hypotheses', ['AddHypothesis']], ['portOfEntry', ['SetPortOfEntry']], ['lines', ['WritePlanLine']],
  ])('not without %s, and says so', (requirement, left) => {
    const commands = agreed.filter(({ type }) => !left.includes(type))
    expect(familyCase.decide(activate, stateOf(pastWith(...commands)))).toMatchObject({ refusal: { code: 'plan-incomplete', about: { missing: requirement } } })
  })
  test('one hypothesis will do with the reason why there is no other', () => {
    const reason: FamilyCaseCommand = { type: 'WritePlanText', ...coordinating, topic: 'fewerHypotheses', version: id(740), text: 'The hospital is sure of it' }
    const commands = [...complete.filter((one) => one !== complete[4]), reason, draw, says(mother, 'yes', 730), says(father, 'yes', 731), activate]
    expect(activeVersion(stateOf(pastWith(...commands)).planVersions)).toBeDefined()
  })
  test('without a yes only with the reason, which stays (G-01)', () => {
    aCase.given(...pastWith(...complete, draw, says(mother, 'yes', 730))).when(activate).thenRefused('agreement-missing')
    const state = stateOf(pastWith(...complete, draw, says(mother, 'yes', 730), { ...activate, without: 'Kees is at sea until March' }))
    expect(activeVersion(state.planVersions)).toMatchObject({ activated: { without: 'Kees is at sea until March' } })
  })
  test('a light plan asks other things than a heavy one (K-12)', () => {
    const nothing: PlanFacts = { hasQuestion: false, hasParentsGoal: false, measuredGoals: 0, hasMentalising: true, hypotheses: 0, hasReasonForFewer: false, hasPort: false, lineRoutes: [], hasContacts: false, members: 1, professionals: 0, topics: [], actions: 0 }
    expect(readiness('light', nothing).filter(({ isMet }) => isMet).map(({ requirement }) => requirement)).toEqual(['mentalising'])
    expect(planRequirements.light).toEqual(['contacts', 'familyMembers', 'network', 'professionals', 'strengths', 'worries', 'earlierHelp', 'parentsGoal', 'measuredGoal', 'mentalising', 'actions'])
    expect(readiness('light', { ...nothing, hasParentsGoal: true, measuredGoals: 1, hasContacts: true, members: 3, professionals: 2, topics: ['network', 'strengths', 'worries', 'earlierHelp'], actions: 1 }).every(({ isMet }) => isMet)).toBe(true)
  })
  test('before birth the pregnant woman alone is asked (G-09)', () => {
    const pregnant = play([{ ...openFamily, members: [
      { memberId: child, role: 'unbornChild', firstName: 'Pip', dueDate: '2027-06-01', carriedBy: mother, isIndexChild: true, inHousehold: true }, { memberId: mother, role: 'mother', firstName: 'Ina', isIndexChild: false, inHousehold: true },
      { memberId: father, role: 'father', firstName: 'Kees', isIndexChild: false, inHousehold: true },
    ] }])
    const drawn = [...pregnant, ...play([draw], stateOf(pregnant))]
    aCase.given(...drawn).when(says(father, 'yes', 731)).thenRefused('signer-without-standing')
    expect(play([says(mother, 'yes', 730)], stateOf(drawn))).toHaveLength(1)
  })
})

describe('an evaluation (K-09)', () => {
  const evaluate: Of<'EvaluatePlan'> = {
    type: 'EvaluatePlan', ...coordinating, evaluationId: id(750), on: '2027-01-11', helped: 'Quiet mornings', next: 'Once a month', nextStep: 'adjust', forParents: 'Quiet mornings help',
    goals: [{ scoreId: id(610), goalId: id(600), value: 1, words: 'Three spoons', forParents: 'Pim eats with you' }, { scoreId: id(611), goalId: id(41), value: 0 }],
  }
  test('says for each goal the level and words, what helped and what comes next', () => {
    const state = stateOf(pastWith(...agreed, activate, evaluate))
    expect(state.planVersions.evaluations).toMatchObject([{ planVersionId: id(720), helped: 'Quiet mornings', nextStep: 'adjust' }])
    expect(state.plan.scores).toMatchObject([{ goalId: id(600), value: 1, words: 'Three spoons', forParents: 'Pim eats with you', evaluationId: id(750) }, { goalId: id(41), value: 0 }])
  })
  test('is of a plan that holds, with at least one goal, each on its own scale', () => {
    aCase.given(...pastWith(...complete, draw)).when(evaluate).thenRefused('plan-version-unknown')
    aCase.given(...pastWith(...agreed, activate)).when({ ...evaluate, goals: [] }).thenRefused('evaluation-empty')
    aCase.given(...pastWith(...agreed, activate)).when({ ...evaluate, goals: [{ scoreId: id(610), goalId: id(600), value: -3 }] }).thenRefused('score-outside-scale')
  })
})

describe('what was erased', () => {
  const without = (events: readonly FamilyCaseEvent[], isErased: (event: FamilyCaseEvent) => boolean) => events.reduce<FamilyCase>((before, event) => isErased(event)
    ? familyCase.evolveErased!(before, { erased: true, type: event.type, subject: event.subject, at: event.at }) : familyCase.evolve(before, event), familyCase.initial)
  const isOf = (person: string) => ({ subject: about }: FamilyCaseEvent): boolean => about.kind === 'adult' && about.person === person
  test('of a wording the version keeps nothing', () => {
    expect(JSON.stringify(without(pastWith(...complete, draw), ({ type }) => type === 'ParentsGoalWritten'))).not.toContain('Eating without a fight')
  })
  test('was perhaps a no: where one parent speaks for both, then no longer (G-10)', () => {
    const inBelgium = (...commands: readonly FamilyCaseCommand[]) => pastWith(...complete, draw, ...commands).map((event) => event.type === 'FamilyOpened' ? { ...event, jurisdiction: 'BE' as const } : event)
    expect(familyCase.decide(activate, without(inBelgium(says(mother, 'yes', 730)), isOf(father)))).toMatchObject({ events: [{ type: 'PlanVersionActivated' }] })
    for (const events of [inBelgium(says(father, 'no', 731), says(mother, 'yes', 730)), inBelgium(says(mother, 'yes', 730), says(father, 'no', 731))]) {
      expect(familyCase.decide(activate, stateOf(events))).toMatchObject({ refusal: { code: 'agreement-missing' } })
      expect(familyCase.decide(activate, without(events, isOf(father)))).toMatchObject({ refusal: { code: 'agreement-missing' } })
    }
  })
  test('takes nobody\'s authority: in the Netherlands the yes of who was erased is still asked (G-01)', () => {
    const state = without(pastWith(...complete, draw, says(mother, 'yes', 730)), isOf(father))
    expect(familyCase.decide(activate, state)).toMatchObject({ refusal: { code: 'agreement-missing' } })
    expect(familyCase.decide({ ...activate, without: 'Kees had his record erased' }, state)).toMatchObject({ events: [{ type: 'PlanVersionActivated' }] })
  })
})

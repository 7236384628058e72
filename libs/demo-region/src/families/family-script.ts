import { createHash } from 'node:crypto'
import type { AgendaCommand, CalendarCommand, Caps, Modality, NeedDetails, RhythmBlock } from '@samenspel/agenda'
import type { AxisContent, CardContent, DyadContent, DyadKind, EvaluatedGoal, Evaluation, FactorContent, FamilyCaseCommand, GoalContent, HypothesisContent, HypothesisOutcome, MeetingTime, NewClassification, NewContribution, NewHelpSearch, NewLifeEvent, NewMember, NewPoint, NewPortOfEntry, NewProviderProposal, NewSupport, PlanAnswerKind, PlanLineContent, PlanTopic, PracticeCardContent, ReportContent, WishOfQuestion } from '@samenspel/family-case'
import type { Referrer } from '@samenspel/front-door'
import { addDays, daysBetween, minutesOf, system, zoneOf, type Actor, type Category, type Id, type IsoDate, type IsoInstant, type Jurisdiction, type PersonId, type Subject } from '@samenspel/kernel'
import { at, type Days } from '../days.ts'
import type { DemoDocument } from '../drawn.ts'
import { demoId } from '../ids.ts'
import { acting, type DemoPractitioner } from '../region/practitioners.ts'
import type { DemoOrganisation } from '../region/organisations.ts'
import { optionOf, suitableFor, type DemoService } from '../region/services.ts'
import type { Step } from '../step.ts'

/** A union with some keys left out of each of its members. */
export type Without<T, Keys extends string> = T extends unknown ? Omit<T, Keys> : never
type CaseRequest = Without<FamilyCaseCommand, 'by' | 'at'>
type AgendaRequest = Without<AgendaCommand, 'by' | 'at'>

/** An appointment that was agreed on. */
export type AgreedAppointment = {
  readonly label: string
  readonly purpose: string
  readonly subject: Subject
  readonly category: Category
  readonly attendees: readonly PersonId[]
  readonly adults: readonly PersonId[]
  readonly members: readonly PersonId[]
  readonly modality: 'onsite' | 'home' | 'digital'
  readonly homeMinutes: number
}

/** An appointment that was, and how it ended: it took place, or somebody cancelled it the evening before. */
export type PastAppointment = AgreedAppointment & {
  readonly ended: { readonly kind: 'tookPlace' } | { readonly kind: 'cancelledTheEveningBefore'; readonly by: PersonId }
}

/** A family member's actions are their own. */
export const member = (person: PersonId): Actor => ({ person, role: 'familyMember' })

/** The categories that a family usually shares about a child with who works with the child. */
export const everydayCategories: readonly Category[] = ['development', 'relationship', 'social', 'planning', 'plan', 'contact']

/** What a family wants to carry at most, unless it says otherwise. */
export const usualCaps: Caps = { childMinutesPerDay: 120, appointmentsPerDay: 4, tripsPerWeek: 3, eveningsPerWeek: 2, waitMinutes: 45, homeMinutes: 30 }

/**
 * Writes down what happened in one invented family as commands, in the order in which it happened.
 * Every helper says who did it, how many days ago and at what time on the clock of the case.
 */
export const familyScript = (key: string, jurisdiction: Jurisdiction, coordinator: DemoPractitioner, days: Days) => {
  const id = demoId(`family ${key}`)
  const zone = zoneOf(jurisdiction)
  const steps: Step[] = []
  let counter = 0
  const own = (name: string) => demoId(`${key} ${name}`)
  const next = (name: string) => own(`${name} ${counter += 1}`)
  const moment = (daysAgo: number, time: string): IsoInstant => at(days.ago(daysAgo), time, zone)

  const inCase = (by: Actor, when: IsoInstant, command: CaseRequest) => {
    steps.push({ to: 'family', id, command: { ...command, by, at: when } as FamilyCaseCommand })
  }
  const inAgenda = (by: Actor, when: IsoInstant, command: AgendaRequest) => {
    steps.push({ to: 'agenda', id, command: { ...command, by, at: when } as AgendaCommand })
  }
  const asCoordinator = acting(coordinator)
  const inCalendar = (practitioner: DemoPractitioner, when: IsoInstant, command: Without<CalendarCommand, 'by' | 'at'>) => {
    steps.push({ to: 'calendar', id: practitioner.id, command: { ...command, by: acting(practitioner), at: when } as CalendarCommand })
  }

  /** From the wishes to the moment on which every calendar has them: one visit, of which each part has its own form. The first form is the one that is agreed on. */
  const agreed = (date: IsoDate, { wishedAgo, agreedAgo }: Agreement, parts: readonly AgreedPart[]): readonly Id[] => {
    const [first] = parts
    if (first === undefined) return []
    const visit = own(`visit ${first.practitioner.id} ${date}`), proposalId = own(`proposal ${first.practitioner.id} ${date}`)
    const when = moment(agreedAgo, '19:30'), expiresAt = moment(agreedAgo, '19:32')
    const placed = parts.map((part) => ({ ...part, needId: own(`need ${part.practitioner.id} ${date}`), appointmentId: own(`appointment ${part.practitioner.id} ${date}`) }))
    for (const { practitioner, needId, start, end, modalities, appointment: { subject, members, label, purpose, attendees, category } } of placed) {
      inAgenda(acting(practitioner), moment(wishedAgo, '14:00'), {
        type: 'AddNeed', needId, subject, today: days.ago(wishedAgo), members, label, purpose,
        discipline: practitioner.organisation.discipline, organisation: practitioner.organisation.id, minutes: minutesOf(end) - minutesOf(start), urgency: 2,
        from: addDays(date, -6), deadline: date, preferred: addDays(date, -2), modalities, attendance: [attendees], staffing: [[practitioner.id]], category,
      })
    }
    inAgenda(asCoordinator, moment(agreedAgo, '10:00'), {
      type: 'SendProposals', adults: first.appointment.adults, zone,
      proposals: [{
        proposalId, kind: 'soonest', proven: true, travelDaysPossiblyFewer: 0, unplanned: [],
        parts: placed.map(({ practitioner, needId, appointmentId, start, end, modalities: [modality], appointment: { attendees, homeMinutes } }) =>
          ({ appointmentId, bundleId: visit, needId, date, start, end, modality, attendees, practitioners: [practitioner.id], evening: start >= '19:00', homeMinutes, glued: false })),
      }],
    })
    const asked = new Set(parts.flatMap(({ appointment: { attendees, adults } }) => attendees.filter((one) => adults.includes(one))))
    for (const person of asked) inAgenda(member(person), when, { type: 'AnswerProposal', proposalId, person, answer: 'yes', zone })
    for (const { practitioner, appointmentId, start, end, modalities: [modality], appointment: { subject } } of placed) {
      inCalendar(practitioner, when, { type: 'PlaceHold', appointmentId, familyId: id, subject, date, from: start, to: end, modality, expiresAt })
    }
    inAgenda(system, when, { type: 'ConfirmBundle', proposalId, held: placed.map(({ appointmentId, practitioner }) => ({ appointmentId, practitioner: practitioner.id })) })
    for (const { practitioner, appointmentId } of placed) inCalendar(practitioner, when, { type: 'ConfirmHold', appointmentId })
    return placed.map(({ appointmentId }) => appointmentId)
  }

  /** A visit of the past, for which each professional had offered the time. @param wished so many days before it was asked for, and `agreedOn` so many */
  const visited = (workingDaysAgo: number, parts: readonly VisitPart[], { wished, agreedOn }: { readonly wished: number; readonly agreedOn: number }) => {
    const date = days.workingDayAgo(workingDaysAgo)
    const daysAgo = daysBetween(date, days.today)
    const inForm = parts.map(({ practitioner, start, end, ...appointment }): AgreedPart => ({ practitioner, start, end, appointment, modalities: [modalityOf(practitioner, appointment)] }))
    for (const { practitioner, start, end, modalities: [modality] } of inForm) {
      inCalendar(practitioner, moment(daysAgo + 20, '08:30'), {
        type: 'OfferFreeTime', practitioner: practitioner.id, today: days.ago(daysAgo + 20), freeTimeId: own(`free past ${practitioner.id} ${date}`), date, from: start, to: end,
        modalities: [modality.kind], places: modality.kind === 'onsite' ? [modality.place] : [],
      })
    }
    return { daysAgo, appointmentIds: agreed(date, { wishedAgo: daysAgo + wished, agreedAgo: daysAgo + agreedOn }, inForm) }
  }

  return {
    id, own, moment, zone, steps, inCase, inAgenda,
    open: (daysAgo: number, name: string, caseNumber: string, members: readonly NewMember[], mentalising: GoalContent) => {
      inCase(asCoordinator, moment(daysAgo, '09:00'), {
        type: 'OpenFamily', registrationValid: true, familyId: id, name, jurisdiction, caseNumber, members,
        coordinator: { membershipId: own('coordinator'), practitionerId: coordinator.id, organisation: coordinator.organisation.id },
        mentalisingGoal: { goalId: own('mentalising'), version: next('version'), ...mentalising },
      })
    },
    /** What who referred told, with what the family asked itself: the first words of a file that begins at the front door. */
    referredBy: (daysAgo: number, { name, organisation }: Referrer, on: IsoDate, subject: Subject, situation: string, parentsTold: string) => {
      inCase(asCoordinator, moment(daysAgo, '09:02'), {
        type: 'AddContribution', id: own('words of the referral'), occurredOn: on, subject, kind: 'fourPart', category: 'social', setting: 'practice', situation: `Verwijzing van ${name} (${organisation}).\n\n${situation}`, parentsTold,
      })
    },
    dyad: (daysAgo: number, kind: DyadKind, a: PersonId, b: PersonId, more: Omit<DyadContent, 'kind'> = {}) => {
      inCase(asCoordinator, moment(daysAgo, '09:05'), { type: 'AddDyad', registrationValid: true, dyadId: next('dyad'), persons: [a, b], kind, ...more })
    },
    /** Something that stands around the family and is no person of it. */
    support: (daysAgo: number, support: Omit<NewSupport, 'supportId'>) => {
      inCase(asCoordinator, moment(daysAgo, '09:25'), { type: 'RecordSupport', registrationValid: true, supportId: next('support'), version: next('version'), ...support })
    },
    /** Two children were born of one pregnancy. */
    twins: (daysAgo: number, unborn: PersonId, firstName: string, other: { readonly memberId: PersonId; readonly firstName: string }) => {
      inCase(asCoordinator, moment(daysAgo - 2, '10:00'), {
        type: 'RecordBirth', registrationValid: true, memberId: unborn, birthDate: days.ago(daysAgo), firstName, drawnAs: 'female', goalVersion: next('version'), tieId: next('dyad'),
        others: [{ ...other, drawnAs: 'male', tieId: next('dyad'), twinTieId: next('dyad') }],
      })
    },
    authority: (daysAgo: number, child: PersonId, adult: PersonId, from: string) => {
      inCase(asCoordinator, moment(daysAgo, '09:10'), {
        type: 'RecordAuthority', registrationValid: true, authorityId: next('authority'), child, adult, status: 'verified', basis: 'byLaw', source: 'populationRegister', from,
      })
    },
    helpLine: (daysAgo: number, kind: 'ownGp' | 'outOfHoursGp', label: string, number: string) => {
      inCase(asCoordinator, moment(daysAgo, '09:15'), { type: 'RecordHelpLine', registrationValid: true, helpLineId: next('line'), kind, label, number })
    },
    home: (daysAgo: number, address: string, x: number, y: number) => {
      inCase(asCoordinator, moment(daysAgo, '09:20'), { type: 'RecordHome', registrationValid: true, homeId: own('home'), address, point: { x, y } })
    },
    team: (daysAgo: number, practitioner: DemoPractitioner, subject: Subject, category: Category, isCoach = false) => {
      inCase(asCoordinator, moment(daysAgo, '09:30'), {
        type: 'AddTeamMember', registrationValid: true, membershipId: next('membership'), practitionerId: practitioner.id,
        organisation: practitioner.organisation.id, discipline: practitioner.organisation.discipline, from: days.ago(daysAgo), isCoach, subject, category,
      })
    },
    /** A colleague who takes over when the coordinator is away; works for the same person. */
    substitute: (daysAgo: number, practitioner: DemoPractitioner, subject: Subject) => {
      inCase(asCoordinator, moment(daysAgo, '09:32'), {
        type: 'AddTeamMember', registrationValid: true, membershipId: next('membership'), practitionerId: practitioner.id,
        organisation: practitioner.organisation.id, discipline: practitioner.organisation.discipline, from: days.ago(daysAgo), isCoach: false, subject, category: 'social',
      })
      inCase(asCoordinator, moment(daysAgo, '09:35'), { type: 'AppointSubstitute', registrationValid: true, practitionerId: practitioner.id, substituteRegistrationValid: true })
    },
    /** One yes per category, signed by whom it concerns. */
    consent: (daysAgo: number, subject: Subject, categories: readonly Category[], to: DemoOrganisation, signedBy: readonly PersonId[]) => {
      for (const category of categories) {
        inCase(asCoordinator, moment(daysAgo, '09:40'), {
          type: 'GiveConsent', consentId: next('consent'), subject, category, recipient: { kind: 'organisation', organisation: to.id }, from: days.ago(daysAgo),
          signedBy, basis: 'written', askedBy: coordinator.id, howExplained: 'Samen gelezen aan de keukentafel, zin voor zin.',
        })
      }
    },
    /** A question that lies open with who may decide. */
    askConsent: (daysAgo: number, subject: Subject, category: Category, to: DemoOrganisation, why: string) => {
      inCase(asCoordinator, moment(daysAgo, '13:30'), {
        type: 'RequestConsent', requestId: next('consent request'), subject, category, recipient: { kind: 'organisation', organisation: to.id }, from: days.ago(daysAgo), until: days.coming(26, 5), why,
        howExplained: 'Aan de telefoon: wat zij dan lezen en wat niet. Een nee is ook goed.', answerBy: days.coming(3, 5),
      })
    },
    /** Whether the parents agree to a treatment of the child; each who is named said yes, as somebody of the team noted. */
    askTreatment: (by: DemoPractitioner, daysAgo: number, child: PersonId, what: string, treatedBy: string, yesBy: readonly PersonId[]) => {
      const treatmentId = next('treatment')
      inCase(acting(by), moment(daysAgo, '13:10'), { type: 'ProposeTreatment', treatmentId, child, what, treatedBy, isSubstantial: false })
      for (const parent of yesBy) inCase(acting(by), moment(daysAgo, '13:20'), { type: 'AnswerTreatment', treatmentId, parent, agrees: true, way: 'spoken', how: 'Bij het ophalen, in de gang.' })
    },
    /** Help that is sought for somebody, and whom who coordinates proposes for it. */
    seekHelp: (daysAgo: number, name: string, subject: Subject, { kind, why, area, ageMonths, proposes, fewerWhy }: Pick<NewHelpSearch, 'kind' | 'why'> & Pick<NewProviderProposal, 'fewerWhy'> & { readonly area: string; readonly ageMonths: number; readonly proposes: readonly DemoService[] }) => {
      inCase(asCoordinator, moment(daysAgo, '11:20'), {
        type: 'AskHelp', registrationValid: true, searchId: own(`help ${name}`), subject, kind, why, area, suitable: suitableFor(kind, ageMonths, area),
        proposal: { proposalId: own(`help proposal ${name}`), options: proposes.map((service) => optionOf(service, own(`help option ${name} ${service.id}`), days)), ...(fewerWhy !== undefined && { fewerWhy }) },
      })
    },
    /** What a parent chooses in the app, and why in their words. */
    choosesHelp: (daysAgo: number, name: string, parent: PersonId, service: DemoService, words?: string) => {
      inCase(member(parent), moment(daysAgo, '20:40'), {
        type: 'AnswerProviders', searchId: own(`help ${name}`), proposalId: own(`help proposal ${name}`), parent, optionId: own(`help option ${name} ${service.id}`), wordsId: own(`help words ${name} ${parent}`), ...(words !== undefined && { words }),
      })
    },
    /** A parent would rather have somebody else, and says so in the app. */
    asksForAnother: (daysAgo: number, parent: PersonId, than: DemoPractitioner, words: string) => {
      inCase(member(parent), moment(daysAgo, '20:50'), { type: 'MakeAsk', askId: own(`ask ${parent}`), kind: 'otherProvider', parent, about: than.id, words })
    },
    /** A question to somebody of another organisation, in words that name nobody. */
    invite: (daysAgo: number, practitioner: DemoPractitioner, subject: Subject, question: string) => {
      inCase(asCoordinator, moment(daysAgo, '13:40'), {
        type: 'InvitePartner', registrationValid: true, invitationId: own(`invitation ${practitioner.id}`), practitionerId: practitioner.id, organisation: practitioner.organisation.id,
        discipline: practitioner.organisation.discipline, subject, category: 'contact', question, from: days.coming(1, 1), until: days.coming(26, 5), answerBy: days.coming(3, 5),
      })
    },
    contribution: (by: DemoPractitioner, daysAgo: number, time: string, subject: Subject, text: Omit<NewContribution, 'id' | 'occurredOn'>) => {
      const occurredOn = days.workingDayAgo(daysAgo)
      const contribution = next('contribution')
      inCase(acting(by), at(occurredOn, time, zone), { type: 'AddContribution', id: contribution, occurredOn, subject, ...text })
      return contribution
    },
    /** A file that somebody kept with the case; at most one in a family of the region, so that its bytes come first in their stream. */
    document: (by: DemoPractitioner, daysAgo: number, subject: Subject, { name, type, bytes }: DemoDocument, text: Omit<NewContribution, 'id' | 'occurredOn' | 'kind' | 'document'>) => {
      const documentId = own('document')
      const occurredOn = days.workingDayAgo(daysAgo)
      const when = at(occurredOn, '16:20', zone)
      steps.push({ to: 'document', id, command: { type: 'KeepDocument', by: acting(by), at: when, documentId, subject, bytes: bytes.toString('base64') } })
      inCase(acting(by), when, {
        type: 'AddContribution', id: next('contribution'), occurredOn, subject, kind: 'document', ...text,
        document: { documentId, name, type, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), from: 0, parts: 1 },
      })
    },
    /** What somebody wrote down later than it happened. */
    told: (by: DemoPractitioner, daysAgo: number, occurredOn: IsoDate, subject: Subject, text: Omit<NewContribution, 'id' | 'occurredOn'>) => {
      inCase(acting(by), moment(daysAgo, '11:20'), { type: 'AddContribution', id: next('told'), occurredOn, subject, ...text })
    },
    /** A question to a colleague of the team. */
    askColleague: (by: DemoPractitioner, daysAgo: number, time: string, to: DemoPractitioner, subject: Subject, asked: { readonly category: Category; readonly wish: WishOfQuestion; readonly text: string; readonly contributionId?: string }) => {
      inCase(acting(by), moment(daysAgo, time), { type: 'AskColleague', questionId: next('question to a colleague'), to: to.id, subject, mayBeRead: true, ...asked })
    },
    /** The child is looked after in a group; who works there on a day sees the agreement cards. */
    inGroup: (by: DemoPractitioner, daysAgo: number, child: PersonId, groupId: Id) => {
      inCase(acting(by), moment(daysAgo, '16:10'), { type: 'PlaceInGroup', registrationValid: true, placementId: next('placement'), child, organisation: by.organisation.id, groupId, groups: [groupId], from: days.ago(daysAgo) })
    },
    lifeEvent: (by: DemoPractitioner, daysAgo: number, subject: Subject, event: Omit<NewLifeEvent, 'id'>) => {
      inCase(acting(by), moment(daysAgo, '11:00'), { type: 'AddLifeEvent', id: next('life event'), subject, ...event })
    },
    question: (daysAgo: number, text: string) => {
      inCase(asCoordinator, moment(daysAgo, '12:00'), { type: 'ChangeGuidingQuestion', registrationValid: true, questionId: own('question'), version: next('version'), text })
    },
    goal: (daysAgo: number, name: string, subject: Subject, goal: GoalContent) => {
      inCase(asCoordinator, moment(daysAgo, '12:10'), { type: 'AddGoal', registrationValid: true, goalId: own(name), version: next('version'), subject, ...goal })
    },
    score: (by: DemoPractitioner, daysAgo: number, name: string, value: number) => {
      const on = days.workingDayAgo(daysAgo)
      inCase(acting(by), at(on, '15:30', zone), { type: 'ScoreGoal', scoreId: next('score'), goalId: own(name), value, on })
    },
    card: (by: DemoPractitioner, daysAgo: number, title: string, text: string, places: Pick<CardContent, 'atHome' | 'inGroup'> = {}) => {
      inCase(acting(by), moment(daysAgo, '16:00'), { type: 'AddAgreementCard', cardId: next('card'), version: next('version'), title, text, settings: ['home', 'group'], ...places })
    },
    action: (daysAgo: number, text: string, owner: PersonId, dueOn: string) => {
      inCase(asCoordinator, moment(daysAgo, '12:30'), { type: 'AddAction', actionId: next('action'), text, owner, dueOn })
    },
    factor: (by: DemoPractitioner, daysAgo: number, name: string, subject: Subject, factor: FactorContent) => {
      inCase(acting(by), moment(daysAgo, '12:35'), { type: 'AddFactor', factorId: own(`factor ${name}`), version: next('version'), subject, ...factor })
    },
    /** `supporting` and `opposing` name factors. */
    hypothesis: (by: DemoPractitioner, daysAgo: number, name: string, subject: Subject, { supporting, opposing, ...hypothesis }: HypothesisContent) => {
      const factors = (names: readonly string[]) => names.map((one) => own(`factor ${one}`))
      inCase(acting(by), moment(daysAgo, '12:40'), { type: 'AddHypothesis', hypothesisId: own(`hypothesis ${name}`), version: next('version'), subject, ...hypothesis, supporting: factors(supporting), opposing: factors(opposing) })
    },
    /** What became of a hypothesis, after the team looked. */
    decided: (daysAgo: number, name: string, outcome: HypothesisOutcome, reason: string) => {
      inCase(asCoordinator, moment(daysAgo, '15:20'), { type: 'DecideHypothesis', registrationValid: true, hypothesisId: own(`hypothesis ${name}`), judgementId: own(`judgement ${name}`), outcome, reason })
    },
    port: (daysAgo: number, subject: Subject, port: Omit<NewPortOfEntry, 'portId'>) => {
      inCase(asCoordinator, moment(daysAgo, '12:45'), { type: 'SetPortOfEntry', registrationValid: true, portId: own('port of entry'), subject, ...port })
    },
    /** What a parent wants, as they told it at home to who coordinates. */
    parentsGoal: (daysAgo: number, parent: PersonId, text: string) => {
      inCase(asCoordinator, moment(daysAgo, '12:05'), { type: 'WriteParentsGoal', parent, version: next('version'), text, spoken: { how: 'atHome', on: days.ago(daysAgo) } })
    },
    line: (daysAgo: number, name: string, line: PlanLineContent) => {
      inCase(asCoordinator, moment(daysAgo, '12:50'), { type: 'WritePlanLine', registrationValid: true, lineId: own(`line ${name}`), version: next('version'), ...line })
    },
    endLine: (daysAgo: number, name: string, words: string) => {
      inCase(asCoordinator, moment(daysAgo, '12:52'), { type: 'EndPlanLine', registrationValid: true, lineId: own(`line ${name}`), endingId: own(`end of line ${name}`), words })
    },
    planText: (daysAgo: number, topic: PlanTopic, text: string) => {
      inCase(asCoordinator, moment(daysAgo, '12:55'), { type: 'WritePlanText', registrationValid: true, topic, version: next('version'), text })
    },
    lightPlan: (daysAgo: number) => {
      inCase(asCoordinator, moment(daysAgo, '11:55'), { type: 'ChoosePlanVariant', registrationValid: true, choiceId: own('variant'), variant: 'light' })
    },
    planVersion: (daysAgo: number, number: number, note: string) => {
      inCase(asCoordinator, moment(daysAgo, '16:10'), { type: 'DrawPlanVersion', registrationValid: true, planVersionId: own(`plan ${number}`), note })
    },
    /** What a parent says in the app. */
    saysToPlan: (daysAgo: number, number: number, parent: PersonId, answer: PlanAnswerKind, words?: string) => {
      inCase(member(parent), moment(daysAgo, '20:15'), { type: 'AnswerPlanVersion', answerId: next('plan answer'), planVersionId: own(`plan ${number}`), parent, answer, ...(words !== undefined && { words }) })
    },
    /** What a parent said aloud, noted by who heard it. */
    saidOfPlan: (by: DemoPractitioner, daysAgo: number, number: number, parent: PersonId, answer: PlanAnswerKind) => {
      inCase(acting(by), moment(daysAgo, '16:30'), { type: 'AnswerPlanVersion', answerId: next('plan answer'), planVersionId: own(`plan ${number}`), parent, answer, spoken: { how: 'atCentre', on: days.ago(daysAgo) } })
    },
    planInForce: (daysAgo: number, number: number) => {
      inCase(asCoordinator, moment(daysAgo, '21:00'), { type: 'ActivatePlanVersion', registrationValid: true, planVersionId: own(`plan ${number}`) })
    },
    /** `goals` by the names under which they were added. */
    evaluation: (daysAgo: number, { goals, ...evaluation }: Omit<Evaluation, 'evaluationId' | 'on'> & { readonly goals: readonly (Omit<EvaluatedGoal, 'scoreId' | 'goalId'> & { readonly name: string })[] }) => {
      const on = days.workingDayAgo(daysAgo)
      inCase(asCoordinator, at(on, '15:40', zone), {
        type: 'EvaluatePlan', registrationValid: true, evaluationId: next('evaluation'), on, ...evaluation, goals: goals.map(({ name, ...goal }) => ({ ...goal, goalId: own(name), scoreId: next('score') })),
      })
    },
    practiceCard: (daysAgo: number, content: PracticeCardContent) => {
      inCase(asCoordinator, moment(daysAgo, '16:40'), { type: 'WritePracticeCard', registrationValid: true, version: own('practice card'), traces: [], ...content })
    },
    releasedPracticeCard: (daysAgo: number) => {
      inCase(asCoordinator, moment(daysAgo, '17:20'), { type: 'ReleasePracticeCard', registrationValid: true, version: own('practice card'), cardId: own('practice card elsewhere'), traces: [] })
    },
    saidOfPracticeCard: (daysAgo: number, parent: PersonId, isYes: boolean) => {
      inCase(asCoordinator, moment(daysAgo, '17:00'), { type: 'AnswerPracticeCard', answerId: next('practice answer'), version: own('practice card'), parent, isYes, spoken: { how: 'byPhone', on: days.ago(daysAgo) } })
    },
    moveAction: (by: DemoPractitioner, daysAgo: number, name: string, dueOn: string, reason: string) => {
      inCase(acting(by), moment(daysAgo, '15:00'), { type: 'MoveAction', actionId: own(`action ${name}`), dueOn, reason })
    },
    doneAction: (daysAgo: number, name: string, owner: PersonId) => {
      inCase(member(owner), moment(daysAgo, '20:00'), { type: 'CompleteAction', actionId: own(`action ${name}`) })
    },
    doneActionBy: (by: DemoPractitioner, daysAgo: number, name: string) => {
      inCase(acting(by), moment(daysAgo, '16:00'), { type: 'CompleteAction', actionId: own(`action ${name}`) })
    },
    /** An action with a name, to tell more about later. */
    namedAction: (daysAgo: number, name: string, text: string, owner: PersonId, dueOn: string) => {
      inCase(asCoordinator, moment(daysAgo, '12:30'), { type: 'AddAction', actionId: own(`action ${name}`), text, owner, dueOn })
    },
    /** A meeting about the plan, at a time that was agreed on; whoever is named comes. */
    meeting: (daysAgo: number, name: string, { purpose, must, may = [], time }: { readonly purpose: string; readonly must: readonly PersonId[]; readonly may?: readonly PersonId[]; readonly time: MeetingTime }) => {
      inCase(asCoordinator, moment(daysAgo, '15:00'), {
        type: 'ConveneMeeting', registrationValid: true, meetingId: own(`meeting ${name}`), version: next('version'), purpose, fixed: time,
        attendees: [...must.map((person) => ({ person, presence: 'must' as const })), ...may.map((person) => ({ person, presence: 'may' as const }))],
      })
    },
    /** Points of who coordinates; about the plan, unless they name something of the file. */
    points: (daysAgo: number, name: string, ...points: readonly Omit<NewPoint, 'pointId'>[]) => {
      inCase(asCoordinator, moment(daysAgo, '15:10'), { type: 'AddMeetingPoints', meetingId: own(`meeting ${name}`), points: points.map((point, index) => ({ ...point, pointId: own(`point ${name} ${index}`) })) })
    },
    parentsPoint: (parent: PersonId, daysAgo: number, name: string, text: string, aboutSelf = false) => {
      inCase(member(parent), moment(daysAgo, '20:30'), { type: 'AddParentsPoint', meetingId: own(`meeting ${name}`), pointId: own(`point ${name} ${parent}`), text, aboutSelf })
    },
    meetingInput: (by: DemoPractitioner, daysAgo: number, name: string, subject: Subject, category: Category, text: string) => {
      inCase(acting(by), moment(daysAgo, '16:30'), { type: 'GiveMeetingInput', meetingId: own(`meeting ${name}`), inputId: next('input'), text, subject, category })
    },
    /** What happened at the table, and what the parents read of it; written down in the evening, when it was over. */
    held: (daysAgo: number, name: string, { present, minutes, actions, report }: Held) => {
      const meetingId = own(`meeting ${name}`)
      const done: (() => void)[] = []
      const when = (minute: number) => at(days.workingDayAgo(daysAgo), `21:${String(minute).padStart(2, '0')}`, zone)
      present.forEach((person, index) => { inCase(asCoordinator, when(index), { type: 'NotePresence', meetingId, person, present: true }) })
      minutes.forEach(({ point, by, notes, decision }, index) => { inCase(acting(by), when(20 + index), { type: 'WriteMinutes', meetingId, pointId: own(`point ${name} ${point}`), version: next('version'), notes, decision }) })
      actions.forEach(({ point, text, owner, dueOn, doneAgo }, index) => {
        const actionId = own(`action ${name} ${index}`)
        inCase(asCoordinator, when(40 + index), { type: 'AddMeetingAction', meetingId, pointId: own(`point ${name} ${point}`), actionId, text, owner: owner.id, dueOn })
        if (doneAgo !== undefined) done.push(() => { inCase(acting(owner), moment(doneAgo, '16:00'), { type: 'CompleteAction', actionId }) })
      })
      inCase(asCoordinator, when(50), { type: 'WriteReport', meetingId, reportId: own(`report ${name}`), version: next('version'), ...report })
      inCase(asCoordinator, when(55), { type: 'CloseMeeting', registrationValid: true, meetingId })
      for (const complete of done) complete()
    },
    /** `discussed` names parts that were talked about; one that is completed stands. */
    classification: (daysAgo: number, child: PersonId, frame: Omit<NewClassification, 'classificationId'>, parts: Readonly<Record<string, AxisContent>>, { discussed, isCompleted }: { readonly discussed: readonly string[]; readonly isCompleted: boolean }) => {
      const classificationId = own('classification')
      inCase(asCoordinator, moment(daysAgo, '12:50'), { type: 'StartClassification', classificationId, child, ...frame })
      for (const [name, content] of Object.entries(parts)) inCase(asCoordinator, moment(daysAgo, '12:52'), { type: 'AddClassificationPart', classificationId, partId: own(`part ${name}`), version: next('version'), content })
      for (const name of discussed) inCase(asCoordinator, moment(daysAgo, '12:55'), { type: 'DiscussBondRating', partId: own(`part ${name}`) })
      if (isCompleted) inCase(asCoordinator, moment(daysAgo, '12:58'), { type: 'CompleteClassification', registrationValid: true, classificationId })
    },
    rhythm: (daysAgo: number, subject: Subject, person: PersonId, blocks: readonly RhythmBlock[], members: readonly PersonId[]) => {
      // An adult's week is their own: the coordinator typed in what they said.
      const by = subject.kind === 'adult' ? { ...asCoordinator, onBehalfOf: person } : asCoordinator
      inAgenda(by, moment(daysAgo, '13:00'), { type: 'SetRhythm', subject, person, blocks, members })
    },
    limits: (daysAgo: number, caps: Caps, sitter: boolean) => {
      inAgenda(asCoordinator, moment(daysAgo, '13:05'), { type: 'SetLimits', caps, sitter })
    },
    /** An appointment of the past, from the wish to how it ended. Times on the quarter of an hour. */
    pastAppointment: (practitioner: DemoPractitioner, workingDaysAgo: number, start: string, end: string, { ended, ...past }: PastAppointment) => {
      const { daysAgo, appointmentIds: [appointmentId] } = visited(workingDaysAgo, [{ practitioner, start, end, ...past }], { wished: 18, agreedOn: 12 })
      if (appointmentId === undefined) return
      const asProfessional = acting(practitioner)
      if (ended.kind === 'tookPlace') {
        inAgenda(asProfessional, moment(daysAgo, '17:00'), { type: 'RecordOutcome', appointmentId, outcome: 'tookPlace', zone })
        return
      }
      const cancelled = moment(daysAgo + 1, '20:45')
      inAgenda(member(ended.by), cancelled, { type: 'CancelAppointment', appointmentId, zone })
      inCalendar(practitioner, cancelled, { type: 'CancelBooking', appointmentId })
      inAgenda(asProfessional, moment(daysAgo, '09:00'), { type: 'WithdrawNeed', needId: own(`need ${practitioner.id} ${days.ago(daysAgo)}`) })
    },
    /** A visit of the past in which several appointments were one, as each of the professionals noted; in the evening after nine. */
    pastVisit: (workingDaysAgo: number, ...parts: readonly VisitPart[]) => {
      const { daysAgo, appointmentIds } = visited(workingDaysAgo, parts, { wished: 9, agreedOn: 6 })
      for (const [index, { practitioner }] of parts.entries()) {
        const appointmentId = appointmentIds[index]
        if (appointmentId !== undefined) inAgenda(acting(practitioner), moment(daysAgo, '21:30'), { type: 'RecordOutcome', appointmentId, outcome: 'tookPlace', zone })
      }
    },
    /** An appointment that stands fixed in the coming weeks, in time that its practitioner offers; it may also become digital. */
    comingAppointment: (practitioner: DemoPractitioner, date: IsoDate, start: string, end: string, coming: AgreedAppointment) => {
      agreed(date, lately, [{ practitioner, start, end, appointment: coming, modalities: [modalityOf(practitioner, coming), { kind: 'digital' }] }])
    },
    /** Appointments that stand fixed in the coming weeks as one visit, in time that their practitioners offer. */
    comingVisit: (date: IsoDate, ...parts: readonly VisitPart[]) => {
      agreed(date, lately, parts.map(({ practitioner, start, end, ...appointment }) => ({ practitioner, start, end, appointment, modalities: [modalityOf(practitioner, appointment)] })))
    },
    /** One appointment comes before another, with so many days between at least. */
    order: (daysAgo: number, before: Id, after: Id, minDays: number) => {
      inAgenda(asCoordinator, moment(daysAgo, '14:30'), { type: 'AddOrderRule', before, after, minDays })
    },
    need: (by: DemoPractitioner, daysAgo: number, name: string, subject: Subject, members: readonly PersonId[], need: Omit<NeedDetails, 'needId' | 'discipline' | 'organisation'>) => {
      inAgenda(acting(by), moment(daysAgo, '14:00'), {
        type: 'AddNeed', needId: own(name), subject, members, today: days.ago(daysAgo), discipline: by.organisation.discipline, organisation: by.organisation.id, ...need,
      })
    },
  }
}

/** What one family's past is written with. */
export type FamilyScript = ReturnType<typeof familyScript>

/** A meeting as it went. Points are named by their place among those of who coordinates, or by the parent who brought them. */
type Held = {
  readonly present: readonly PersonId[]
  readonly minutes: readonly { readonly point: number | PersonId; readonly by: DemoPractitioner; readonly notes: string; readonly decision: string }[]
  readonly actions: readonly { readonly point: number | PersonId; readonly text: string; readonly owner: DemoPractitioner; readonly dueOn: IsoDate; /** Absent while it is still to be done. */ readonly doneAgo?: number }[]
  readonly report: ReportContent
}

/** How an appointment came about: how many days ago it was wished for and agreed on. */
type Agreement = { readonly wishedAgo: number; readonly agreedAgo: number }
const lately: Agreement = { wishedAgo: 9, agreedAgo: 5 }

/** One part of a visit: with whom, when, and in which forms it may be. */
type AgreedPart = { readonly practitioner: DemoPractitioner; readonly start: string; readonly end: string; readonly modalities: readonly [Modality, ...Modality[]]; readonly appointment: AgreedAppointment }
type VisitPart = Omit<AgreedPart, 'modalities' | 'appointment'> & AgreedAppointment

const modalityOf = ({ organisation }: DemoPractitioner, { modality }: AgreedAppointment): Modality =>
  modality === 'onsite' ? { kind: 'onsite', place: organisation.location.id } : { kind: modality }

/** Five levels of a goal, from clearly less (−2) to much more (+2) than hoped for. */
export const fiveLevels = (...texts: readonly [string, string, string, string, string]) =>
  texts.map((text, index) => ({ value: index - 2, text }))

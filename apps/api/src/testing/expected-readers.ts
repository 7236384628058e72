/** Who may find a token of the demo region in an answer, from where it was written. Beside `who-may-read.ts`; neither asks the policies. */
import { demoId, type Step } from '@samenspel/demo-region'
import { placeOf, type Recipient } from '@samenspel/family-case'
import type { Subject } from '@samenspel/kernel'
import type { Marked } from './marked-region.ts'
import { calledBy, familyNames, idOf, indexOf, mayRead, personaIds, personas, type FamilyName, type PersonaId, type Reading } from './who-may-read.ts'

/** `may`: who may find it. `must`: who does, when everything is asked. */
export type Expected = { readonly may: ReadonlySet<PersonaId>; readonly must: ReadonlySet<PersonaId> }

/** Professionals whom each persona knows of: those who are in a team where that may be known, and who looked at their own child's file. */
const knows: Readonly<Record<PersonaId, string>> = {
  // Whom she can invite for a team: everybody of the register, with what they do and where.
  'coordinator': 'hanne mirjam lotte sanne ruud karim eva ties bram femke nadia lien wout griet saskia jan',
  // Besides the teams: who works in the group that one of them leads, and in the organisation whose keys the other keeps.
  'pedagogical-worker': 'hanne mirjam lotte sanne ruud karim eva ties bram femke',
  'coach': 'hanne mirjam lotte sanne ruud karim eva ties bram femke',
  'paediatrician': 'hanne mirjam lotte ruud karim eva ties bram femke',
  'youth-care-worker': 'hanne mirjam lotte ruud karim eva ties bram femke',
  'therapist': 'hanne mirjam lotte ruud karim eva ties bram femke nadia',
  'mother': 'hanne mirjam lotte ruud karim eva ties bram femke nadia',
  // Nadia reads the plan of Sem, as both parents signed, and so stands in the access log of his file: there, and nowhere else.
  'father': 'hanne mirjam lotte ruud karim eva ties bram femke nadia',
  // Besides her own team: everybody who asks for her file by name in vain has a line in her log.
  'pregnant-woman': 'lien saskia griet wout hanne lotte ruud eva femke nadia',
  // Besides who stands in the log: everybody of the own organisation, whose keys the officer keeps.
  'privacy-officer': 'hanne mirjam lotte ruud eva femke nadia',
}

const fromLogAlone: Readonly<Partial<Record<PersonaId, string>>> = { 'father': 'nadia', 'pregnant-woman': 'hanne lotte ruud eva femke nadia', 'privacy-officer': 'lotte ruud eva femke nadia' }

const worksAt: Readonly<Record<string, string>> = {
  hanne: 'schakel', mirjam: 'schakel', lotte: 'wilgenboom', sanne: 'wilgenboom', ruud: 'wilgenboom', karim: 'wilgenboom', eva: 'ziekenhuis', ties: 'ziekenhuis', bram: 'ziekenhuis', femke: 'brug', nadia: 'linde',
  lien: 'rank', wout: 'rank', griet: 'beuk', saskia: 'wieg', jan: 'anker',
}

/** Whose appointments, and so which places, each persona may know. */
const places: Readonly<Record<PersonaId, string>> = {
  'coordinator': 'schakel wilgenboom ziekenhuis brug linde',
  // What is medical about Noor is shared with the day centre, and so where she sees her doctors.
  'pedagogical-worker': 'wilgenboom brug ziekenhuis',
  'coach': 'wilgenboom brug ziekenhuis',
  'paediatrician': 'ziekenhuis wilgenboom',
  'youth-care-worker': 'brug wilgenboom',
  'therapist': 'linde',
  'mother': 'wilgenboom ziekenhuis brug linde',
  'father': 'wilgenboom ziekenhuis brug',
  'pregnant-woman': 'wieg beuk',
  'privacy-officer': '',
}

/** Of which organisation somebody keeps the register: its places, and what the places of others are called, beside which one of its own may lie. */
const keepsRegister: Readonly<Partial<Record<PersonaId, string>>> = { 'coach': 'wilgenboom', 'privacy-officer': 'schakel' }

const parentsAtHome: Readonly<Partial<Record<FamilyName, readonly string[]>>> = { verhoeven: ['anouk', 'joost'] }

const who = (test: (persona: PersonaId) => boolean): ReadonlySet<PersonaId> => new Set(personaIds.filter(test))
const nobody: ReadonlySet<PersonaId> = new Set()
const includes = (list: string, name: string): boolean => list.split(' ').includes(name)

/** Somebody of whom anything opens knows how the family is called. */
const belongsTo = (id: PersonaId, family: FamilyName): boolean => {
  const persona = personas[id]
  return 'children' in persona ? idOf(family, persona.is) === personIds.get(id) : (persona.teams as readonly string[]).includes(family)
}
const personIds = new Map<PersonaId, string>([['mother', demoId('verhoeven anouk')], ['father', demoId('verhoeven joost')], ['pregnant-woman', demoId('claes theresa')]])

const familyOf = ({ to, id }: Step): FamilyName | undefined => to === 'family' || to === 'agenda' ? familyNames.find((name) => demoId(`family ${name}`) === id) : undefined
const nameIn = (names: Iterable<string>, prefix: string, id: string): string => [...names].find((name) => demoId(`${prefix} ${name}`) === id) ?? 'nobody'
const practitionerName = (id: string): string => nameIn(Object.keys(worksAt), 'practitioner', id)
const organisationName = (id: string): string => nameIn(new Set(Object.values(worksAt)), 'organisation', id)

/** @returns where everybody whom the text concerns may find it. */
export const expectedFor = ({ step, field, of }: Marked): Expected => {
  if (step.to === 'referral' || step.to === 'consultation') return atDoor(step)
  const family = familyOf(step)
  return family === undefined ? ofRegister(step, field) : ofFamily(step, family, field, of)
}

/** What came in at a front door is for the specialists who received it; of those one can sign in here, and opens one of each kind. */
const atDoor = ({ id }: Step): Expected => {
  const opened = ['referral waiting', 'consultation open'].some((name) => demoId(name) === id)
  const received = opened || ['referral urgent', 'family verhoeven', 'family bosman', 'family el amrani'].some((name) => demoId(name) === id)
  const may = new Set<PersonaId>(received ? ['coordinator'] : [])
  return { may, must: opened ? may : nobody }
}

const ofRegister = ({ to, id, command: { type } }: Step, field: string): Expected => {
  if (to === 'practitioner') {
    const name = practitionerName(id)
    const known = who((persona) => includes(knows[persona], name))
    // Of whom somebody knows from the log alone, they read a name and a title, never how to reach them.
    if (field === 'phone') return { may: who((persona) => includes(knows[persona], name) && !includes(fromLogAlone[persona] ?? '', name)), must: nobody }
    return { may: known, must: known }
  }
  const organisation = organisationName(id)
  // What is offered to families, and what was learned with some, is read by everybody who works for an organisation.
  const atWork = who((persona) => !('children' in personas[persona]) && persona !== 'privacy-officer')
  if (type === 'OfferService' || type === 'PlaceShelfCard') return { may: atWork, must: atWork }
  // How a group is called, its own organisation knows, and who reads where one of its children is looked after.
  if (type === 'OpenGroup') {
    const inGroup = [['bosman', 'noor'], ['el amrani', 'yasmina']] as const
    const known = who((persona) => worksAt[personas[persona].is] === organisation || inGroup.some(([family, about]) => mayRead(persona, { family, about, labels: ['contact'], from: organisation })))
    return { may: known, must: known }
  }
  if (type === 'AddLocation') return { may: who((persona) => includes(places[persona], organisation) || keepsRegister[persona] === organisation || (field === 'name' && keepsRegister[persona] !== undefined)), must: nobody }
  const known = who((persona) => knows[persona].split(' ').some((name) => worksAt[name] === organisation))
  // Who decides about erasing somebody is told which organisations recorded something; a parent chooses among all with whom to share.
  return { may: new Set([...known, ...atWork, 'privacy-officer', ...who((persona) => 'children' in personas[persona])] as const), must: new Set([...known, ...atWork]) }
}

const ofFamily = ({ command }: Step, family: FamilyName, field: string, of: Readonly<Record<string, unknown>>): Expected => {
  const from = 'organisation' in command.by && command.by.organisation !== undefined ? organisationName(command.by.organisation) : 'the family'
  const index = indexOf(family)
  const read = (about: string, labels: readonly string[], more: Partial<Reading> = {}) => who((persona) => mayRead(persona, { family, about, labels, from, ...more }))
  const same = (may: ReadonlySet<PersonaId>): Expected => ({ may, must: may })
  const subjectOf = (asked: { readonly subject: Subject }) => calledBy(asked.subject)
  switch (command.type) {
    case 'OpenFamily': {
      if (field === 'caseNumber') return same(new Set(['privacy-officer']))
      if (of === command) return same(who((persona) => belongsTo(persona, family)))
      if (!('memberId' in of)) return same(read(index, ['plan']))
      const about = calledBy({ kind: 'adult', person: of['memberId'] as string })
      // A first name goes with whatever tells about somebody; the rest is that person's own.
      if (field === 'firstName') return { may: who((persona) => belongsTo(persona, family)), must: read(about, ['contact']) }
      return same(read(about, ['contact']))
    }
    case 'RecordHelpLine': return same(read(index, ['contact']))
    // Where a household lives is known to who plans from there, and to nobody else.
    case 'RecordHome': return same(who((persona) => persona === 'coordinator' && belongsTo(persona, family)))
    // A consent is read by who may read what it is about, and of the professionals among them only by who recorded it or whom it is for;
    // at home also by who signed it, as both parents did here.
    case 'GiveConsent': return same(new Set([...read(subjectOf(command), [command.category])].filter((id) => isOfFamilyOr(id, from, command.recipient))))
    case 'RequestConsent': return same(new Set([...read(subjectOf(command), [command.category])].filter((id) => isOfFamilyOr(id, from))))
    // Who is invited reads the question, and nothing else of the family.
    case 'InvitePartner': return same(new Set([...[...read(subjectOf(command), [command.category])].filter((id) => isOfFamilyOr(id, from)), ...who((persona) => personas[persona].is === practitionerName(command.practitionerId))]))
    // From whom help could come, the coordinator and the parents know; why a parent chose so, where that parent's own record opens too.
    case 'AskHelp': return same(new Set([...read(subjectOf(command), ['plan'])].filter((id) => isOfFamilyOr(id, from))))
    case 'AnswerProviders': return same(new Set([...read(calledBy({ kind: 'adult', person: command.parent }), ['plan'])].filter((id) => isOfFamilyOr(id, 'schakel'))))
    // What a parent asks about who helps is for whom that parent addresses, and opens to nobody by consent.
    case 'MakeAsk': return same(who((persona) => persona === 'coordinator' && belongsTo(persona, family)))
    case 'RecordSupport': return same(read(`around ${index}`, ['social']))
    // A first name goes with whatever tells about somebody.
    case 'RecordBirth': return { may: who((persona) => belongsTo(persona, family)), must: nobody }
    case 'AskColleague':
    case 'AddContribution':
    case 'AddLifeEvent': return same(read(subjectOf(command), [command.category]))
    case 'AddFactor':
    case 'AddHypothesis': return same(read(subjectOf(command), [command.category]))
    case 'StartClassification': return same(nobody)
    // Without the frame around it a part shows nowhere, and a bond's rating that wasn't talked about to nobody but who coordinates.
    case 'AddClassificationPart': {
      const { subject, category } = placeOf(command.content, idOf(family, index))
      return { may: read(calledBy(subject), [category]), must: nobody }
    }
    case 'SetPortOfEntry':
    case 'AddGoal': return same(read(subjectOf(command), ['plan']))
    case 'WriteParentsGoal': return same(read(calledBy({ kind: 'adult', person: command.parent }), ['plan'], { from: 'schakel' }))
    case 'AnswerPlanVersion': return same(read(calledBy({ kind: 'adult', person: command.parent }), ['plan']))
    case 'EvaluatePlan': return same(read('goalId' in of ? aboutGoal(family, of['goalId'] as string) : index, ['plan']))
    case 'WritePlanLine':
    case 'EndPlanLine':
    case 'WritePlanText':
    case 'DrawPlanVersion':
    case 'WritePracticeCard':
    case 'MoveAction':
    case 'ChangeGuidingQuestion':
    case 'AddAction': return same(read(index, ['plan']))
    case 'AddAgreementCard': return same(who((persona) => mayRead(persona, { family, about: index, labels: ['plan'], from }) || !('children' in personas[persona]) && belongsTo(persona, family)))
    // A meeting is known to who is asked, and to whom both the plan and what is planned open.
    case 'ConveneMeeting': {
      const asked = command.attendees.map(({ person }) => asKnown(person))
      return same(read(index, ['planning', 'plan'], { with: asked }))
    }
    // What belongs to it is read where the meeting is known, and where that may be read which it is about.
    case 'AddMeetingPoints': return same(ofMeeting(family, command.meetingId, read(subjectOf(of as { readonly subject: Subject }), [of['category'] as string])))
    case 'AddParentsPoint': {
      const author = asKnown(command.by.person)
      return same(ofMeeting(family, command.meetingId, read(command.aboutSelf ? author : index, ['plan'], { author })))
    }
    case 'GiveMeetingInput': return same(ofMeeting(family, command.meetingId, read(subjectOf(command), [command.category])))
    case 'WriteMinutes': {
      const [about, label] = aboutPoint(command.pointId) ?? [index, 'plan']
      return same(ofMeeting(family, command.meetingId, read(about, [label])))
    }
    case 'AddMeetingAction': return same(read(index, ['plan']))
    case 'WriteReport': return same(ofMeeting(family, command.meetingId, read(index, ['plan'])))
    // How a parent was told is for the professionals, and for that parent in a copy of their own.
    case 'InformParent': return same(new Set([...ofMeeting(family, command.meetingId, read(index, ['plan']))].filter((id) => !('children' in personas[id]) || personas[id].is === asKnown(command.parent))))
    // The week of a child is known to the parents at whose home the child lives; that of an adult to nobody else.
    case 'SetRhythm': return same(read(subjectOf(command), ['planning'], { locates: true, with: [calledBy({ kind: 'adult', person: command.person }), ...(command.subject.kind === 'adult' ? [] : parentsAtHome[family] ?? [])] }))
    // What a family told of the weeks in which it rests is theirs, and of who plans with them.
    case 'PausePlanning': return { may: read(subjectOf(command), ['planning']), must: nobody }
    case 'AddNeed': {
      const about = subjectOf(command)
      const labels = ['planning', command.category]
      const comesAlong = [...command.attendance.flat().map((person) => calledBy({ kind: 'adult', person })), ...command.staffing.flat().map(practitionerName)]
      const may = read(about, labels, { with: comesAlong })
      return { may, must: field === 'label' ? read(about, labels) : nobody }
    }
    default: throw new Error(`nobody said who may read ${command.type}`)
  }
}

/** Whom the goals are about that were looked back at. */
const aboutGoal = (family: FamilyName, goalId: string): string => {
  const abouts: Readonly<Record<string, string>> = { comfort: 'anouk+sem', rest: 'around sem' }
  return Object.entries(abouts).find(([name]) => idOf(family, name) === goalId)?.[1] ?? indexOf(family)
}

const asKnown = (person: string): string => practitionerName(person) === 'nobody' ? calledBy({ kind: 'adult', person }) : practitionerName(person)

/** Whom each meeting of the region asks. */
const askedTo: Readonly<Record<string, string>> = {
  [demoId('verhoeven meeting autumn')]: 'hanne lotte karim femke anouk joost', [demoId('verhoeven meeting coming')]: 'hanne lotte ruud karim eva femke anouk joost',
  [demoId('bosman meeting table')]: 'hanne lotte ruud bram eva ilse mark', [demoId('el amrani meeting sleeping')]: 'mirjam lotte ruud hafsa said',
}

/** Of those who may read what a part is about, who knows of its meeting. */
const ofMeeting = (family: FamilyName, meetingId: string, readers: ReadonlySet<PersonaId>): ReadonlySet<PersonaId> =>
  new Set([...readers].filter((id) => mayRead(id, { family, about: indexOf(family), labels: ['planning', 'plan'], from: 'schakel', with: askedTo[meetingId]?.split(' ') ?? [] })))

/** What the points of a meeting are about that aren't about the plan of the child. */
const aboutPoint = (pointId: string): readonly [about: string, label: string] | undefined => ({
  [demoId('verhoeven point autumn 1')]: ['around sem', 'social'], [demoId('bosman point table 0')]: ['noor', 'development'], [demoId('el amrani point sleeping 0')]: ['yasmina', 'development'],
} as const)[pointId]

/** A parent, or somebody of one of these organisations. */
const isOfFamilyOr = (id: PersonaId, organisation: string, recipient?: Recipient): boolean => {
  const persona = personas[id]
  return 'children' in persona || persona.works === organisation || (recipient?.kind === 'organisation' && organisationName(recipient.organisation) === persona.works)
}

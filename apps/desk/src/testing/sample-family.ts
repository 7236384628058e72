/** An invented family as the API would tell of it; each call gives a new one, so that a test may change it. */
const day = (days: number): string => Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days }).toString()
const moment = (hours: number): string => Temporal.Now.instant().add({ hours }).toString()

const organisation = { id: 'kdc', name: 'KDC De Wilgenboom', discipline: 'DAY_CENTRE' }
const lotte = { id: 'lotte', name: 'Lotte Jansen', title: 'pedagogisch medewerker', discipline: 'DAY_CENTRE', organisation }
export const hanne = { id: 'hanne', name: 'Hanne de Wit', title: 'IMH-specialist', discipline: 'IMH_SPECIALIST', organisation: { id: 'schakel', name: 'De Schakel' } }

export const coordinator = { ...hanne, role: 'PROFESSIONAL', jurisdiction: 'NL', app: 'DESK', language: 'NL', keepsKeys: false }
export const privacyOfficer = { id: 'paul', name: 'Paul Vermeer', title: 'functionaris gegevensbescherming', role: 'PRIVACY_OFFICER', jurisdiction: 'NL', app: 'DESK', language: 'NL', keepsKeys: false }

const aboutSem = { kind: 'CHILD', memberIds: ['sem'], label: 'Sem' }
const noBurden = { unplanned: 0, restTouched: 0, travelDays: 0, trips: 0, careDays: 0, minutes: 0, lateness: 0 }

export const contribution = (id: string, situation: string) => ({
  id, kind: 'NOTE', subject: aboutSem, category: 'DEVELOPMENT', setting: 'GROUP', occurredOn: day(0), recordedAt: moment(-1), author: lotte, situation, window: 'ABOVE', isNew: true,
  firstId: id, isOwn: false, earlier: [] as unknown[], procedure: null as unknown, screening: null as unknown, parentSignal: null as unknown, document: null as unknown,
})

export const goal = {
  id: 'goal', version: 'v1', title: 'Samen eten', subject: aboutSem, route: 'BOND', scale: 'FIVE', start: -2, current: -1, scores: [], isMentalising: false, isParentsOwn: true, isNew: false,
  levels: [-2, -1, 0, 1, 2].map((value) => ({ value, text: `stap ${value}` })),
}

const part = { id: 'a1', bundleId: 'b1', needId: 'n1', label: 'Kinderarts', discipline: 'HOSPITAL', organisation: { id: 'z', name: 'Ziekenhuis Druivendal' }, professionals: [], attendees: ['sem'], date: day(7), start: '09:45', end: '10:15', modality: 'ONSITE', isEvening: false, status: 'PROPOSED', cancelledLate: false, canBecomeDigital: false, canCancel: false }

export const proposal = (id: string, kind = 'FEWEST_TRAVEL_DAYS') => ({
  id, kind, status: 'DRAFT', proven: true, eveningReasons: ['Jeugdhulp kan via beeld.'], moves: [] as string[], answers: [], awaitsMe: false,
  unplanned: [{ needId: 'n9', label: 'Ouderavond', reason: 'Alleen op woensdagmiddag.', rules: [] }],
  bundles: [{ id: `b-${id}`, kind: 'VISIT', date: day(7), start: '09:45', end: '10:15', parts: [{ ...part, id: `a-${id}` }], travel: { leaveAt: '09:20', backAt: '10:40', minutes: 50 } }],
  savings: { before: { ...noBurden, travelDays: 4 }, after: { ...noBurden, travelDays: 1 }, sentences: ['Vier reisdagen worden er één.'] },
})

export type SampleFamily = ReturnType<typeof sampleFamily>

export const sampleFamily = () => ({
  id: 'verhoeven', name: 'Gezin Verhoeven', jurisdiction: 'NL', zone: 'Europe/Amsterdam',
  members: [
    { id: 'sem', role: 'CHILD', firstName: 'Sem', age: '1 jaar', isIndexChild: true, inHousehold: true, passed: null as unknown },
    { id: 'anouk', role: 'MOTHER', firstName: 'Anouk', phone: '06 5555 0112', isIndexChild: false, inHousehold: true },
    { id: 'joost', role: 'FATHER', firstName: 'Joost', isIndexChild: false, inHousehold: true },
  ],
  dyads: [{ id: 'd', memberIds: ['anouk', 'sem'], kind: 'parentAndChild' }],
  authorities: [],
  team: [{ id: 't', professional: hanne, isCoordinator: true, isSubstitute: false, isCoach: false, from: day(-100) }],
  coordinator: hanne,
  guidingQuestion: { id: 'q', version: 'v1', text: 'Wat heeft Sem nu nodig?', changedAt: moment(-48), changedBy: 'Hanne de Wit' },
  goals: [goal],
  agreementCards: [] as unknown[],
  actions: [] as unknown[],
  lifeLine: [] as unknown[],
  notes: [contribution('c1', 'Sem zocht de hand van Lotte.')],
  statements: [] as unknown[],
  questions: [] as unknown[],
  existence: [],
  bundles: [] as unknown[],
  appointments: [],
  proposals: [] as unknown[],
  needs: [],
  rhythm: [],
  changes: [{ id: 'ch', at: moment(-1), by: 'Lotte Jansen', kind: 'CONTRIBUTION', text: 'schreef een bijdrage over Sem' }],
  lastVisit: moment(-48),
  worksOnSafety: false,
  answersOnSafety: false,
  closing: null as { readonly words: string; readonly by: string; readonly at: string } | null,
  placements: [] as object[],
  emergencies: [] as unknown[],
  reflectionPrompts: [] as unknown[],
  overloadSignals: [] as unknown[], meetings: [] as unknown[],
  changeRequests: [] as unknown[],
  fellAway: [] as unknown[],
  silence: null as unknown,
  pace: { lighterWeeks: [] as string[], pause: null as unknown },
  rhythms: [],
  dayCentres: [],
  helpLines: [],
  consents: [] as unknown[],
  consentEffects: [] as unknown[],
  consentRequests: [] as unknown[],
  treatments: [] as unknown[],
  helpSearches: [] as unknown[],
  invitations: [] as unknown[],
  can: { contribute: true, coordinate: true, plan: true, readAccessLog: true, signalTooMuch: false },
  hasNews: true,
})

export const overloadSignal = () => ({ id: 's', memberId: 'anouk', firstName: 'Anouk', choice: 'CALL_ME', words: 'Te veel ritten.', at: moment(-1), callBy: moment(2), caller: hanne, passedToSubstitute: false, answeredAt: null as string | null, remindersPaused: true })

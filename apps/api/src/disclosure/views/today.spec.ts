import { describe, expect, test } from '@jest/globals'
import { viewText } from '@samenspel/intl/views'
import type { Item } from '../items.ts'
import { asking, familyToday, inOrder, type Seen } from './today.ts'

const person = 'hanne', today = '2026-11-30', now = '2026-11-30T09:00:00.000Z'

type Change = { readonly peace?: 'rest'; readonly view?: object; readonly items?: readonly object[]; readonly coordinates?: boolean; readonly tasks?: readonly object[] }
const offers = new Map<string, readonly object[]>()

/** A family in which nothing is to be done, but for what a test says. */
const seen = ({ peace, view = {}, items = [], coordinates = true, tasks = [] }: Change): Seen => ({
  coordinates, tasks,
  reader: { person, today, now, newSince: '2026-11-28T09:00:00.000Z', zone: 'Europe/Amsterdam', text: viewText('nl'), directory: { offers: (id: string) => offers.get(id) ?? [], practitioner: (id: string) => id === 'lotte' ? { name: 'Lotte Jansen' } : undefined }, opened: { named: new Map(), head: { peace }, items: items.map((item) => ({ item, policies: [] })) } },
  view: {
    id: 'f', name: 'Gezin Verhoeven', zone: 'Europe/Amsterdam', can: { plan: coordinates }, members: [], overloadSignals: [], changeRequests: [], fellAway: [], reflectionPrompts: [], statements: [], actions: [],
    invitations: [], proposals: [], consentRequests: [], treatments: [], helpSearches: [], asks: [], analysis: { ports: [] }, consents: [], changes: [], emergencies: [], meetings: [], questions: [], goals: [], plan: { versions: [] }, ...view,
  },
}) as unknown as Seen
const told = (change: Change) => familyToday(seen(change)).items.map(({ group, text, place, isOverdue }) => ({ group, text, place, isOverdue }))
const item = (kind: Item['kind'], id: string, value: object, by = 'lotte') => ({ kind, id, at: '2026-11-29T09:00:00.000Z', by: { person: by, role: 'professional' }, value })

describe('what stands on the start page', () => {
  test('nothing, where nothing is to be done: then it is no look at the family either', () => {
    expect(familyToday(seen({}))).toEqual({ items: [], shows: new Set() })
  })

  test('a call goes to who coordinates and to who calls, and to nobody else', () => {
    const view = {
      members: [{ id: 'anouk', phone: '06 5555 0112' }],
      overloadSignals: [{ id: 's', memberId: 'anouk', firstName: 'Anouk', choice: 'callMe', callBy: '2026-11-30T08:00:00.000Z', caller: { id: 'mirjam', name: 'Mirjam Postma' } }, { id: 'old', answeredAt: now, caller: { id: person } }],
    }
    expect(told({ view })).toEqual([{ group: 'call', text: 'Voor Anouk is het nu te veel en graag een telefoontje. Mirjam Postma belt.', place: 'family', isOverdue: true }])
    expect(familyToday(seen({ view })).items[0]?.phone).toBe('06 5555 0112')
    expect(told({ view, coordinates: false })).toEqual([])
    expect(told({ view: { ...view, overloadSignals: [{ ...view.overloadSignals[0], caller: { id: person } }] }, coordinates: false })).toHaveLength(1)
  })

  test('an own task is asked of who has it; that of another is looked at again by who coordinates, once its day has passed', () => {
    const actions = [{ id: 'own', text: 'Bel de huisarts', owner: 'Hanne', done: false, dueOn: '2026-11-29' }, { id: 'late', text: 'Vraag de lepel', owner: 'Lotte', done: false, dueOn: '2026-11-29' }, { id: 'later', text: 'x', owner: 'Lotte', done: false, dueOn: today }]
    const items = [item('action', 'own', { owner: person, text: 'Bel de huisarts', dueOn: '2026-11-29' }), item('action', 'done', { owner: person, text: 'y', completedAt: now })]
    expect(told({ view: { actions }, items })).toEqual([
      { group: 'asked', text: 'Uw taak in het plan: Bel de huisarts', place: 'plan', isOverdue: true },
      { group: 'review', text: 'Nog niet gedaan, voor Lotte: Vraag de lepel', place: 'plan', isOverdue: true },
    ])
    expect(told({ view: { actions }, items, coordinates: false }).map(({ group }) => group)).toEqual(['asked'])
  })

  test('a wish for which nobody offers time asks for it, of whom it names; who plans sees for whom it waits, unless the family rests', () => {
    const need = (id: string, more: object = {}) => item('need', id, { needId: id, label: `Oefenen ${id}`, status: 'open', staffing: [['lotte']], from: '2026-12-01', deadline: '2026-12-28', modalities: [{ kind: 'onsite', place: 'p' }], ...more })
    const items = [need('a'), need('own', { staffing: [[person]] }), need('planned', { status: 'planned' }), need('late', { deadline: '2026-11-29' }), need('far', { from: '2027-02-01', deadline: '2027-02-28' })]
    expect(told({ items })).toEqual([
      { group: 'asked', text: 'Uw tijd voor Oefenen own: u biedt daar nog geen uren voor aan.', place: 'freeTime', isOverdue: false },
      { group: 'waiting', text: 'Tijd van Lotte Jansen voor Oefenen a.', place: 'planner', isOverdue: false },
    ])
    expect(told({ items, coordinates: false }).map(({ place }) => place)).toEqual(['freeTime'])
    expect(told({ items, peace: 'rest' })).toEqual([])
    offers.set('lotte', [{ freeTimeId: 'f', date: '2026-12-02', from: '09:00', to: '10:00', modalities: ['onsite'], places: ['p'] }])
    expect(told({ items, coordinates: true }).map(({ place }) => place)).toEqual(['freeTime'])
    offers.clear()
  })

  test('who has not answered a proposal stands there once, for who plans', () => {
    const proposals = [{ status: 'sent', sentAt: now, answers: [{ memberId: 'joost', firstName: 'Joost' }, { memberId: 'anouk', firstName: 'Anouk', answer: 'yes' }] }, { status: 'sent', sentAt: now, answers: [{ memberId: 'joost', firstName: 'Joost' }] }]
    expect(told({ view: { proposals } })).toEqual([{ group: 'waiting', text: 'Antwoord van Joost op een voorstel.', place: 'planner', isOverdue: false }])
    expect(told({ view: { proposals }, coordinates: false })).toEqual([])
  })

  test('of help that is sought, who coordinates sees what is theirs to do and for whom it waits (K-03)', () => {
    const search = (status: string, more: object = {}) => ({ id: status, subject: { kind: 'child', memberIds: ['sem'], label: 'Sem' }, status, askedOn: '2026-11-20', silent: ['Anouk', 'Joost'], chosenId: 'o', proposals: [{ proposedOn: '2026-11-25', options: [{ id: 'o', organisation: { name: 'De Brug' } }] }], ...more })
    const view = { helpSearches: ['again', 'differ', 'chosen', 'open', 'asked', 'joined', 'ended'].map((status) => search(status)) }
    expect(told({ view }).map(({ group, text, place }) => [group, text, place])).toEqual([
      ['asked', 'Hulp gezocht voor Sem: stel nieuwe aanbieders voor.', 'help'], ['asked', 'Hulp voor Sem: de ouders kiezen verschillend. Bespreek het samen.', 'help'], ['asked', 'Hulp voor Sem: De Brug is gekozen. Vraag het daar, zonder naam.', 'help'],
      ['waiting', 'Keuze van Anouk en Joost: wie Sem helpt.', 'help'],
    ])
    expect(told({ view, coordinates: false })).toEqual([])
    // Nobody is sent on for a child who died, nor for a pregnancy that ended; for a brother they are.
    const members = [{ id: 'sem', role: 'child', passed: { status: 'died' } }, { id: 'tijn', role: 'sibling' }, { id: 'baby', role: 'unbornChild', passed: { status: 'lost' } }]
    expect(told({ view: { ...view, members } })).toEqual([])
    const of = (subject: object) => told({ view: { members, helpSearches: [search('chosen', { subject })] } })
    expect(of({ kind: 'unborn', memberIds: ['anouk'], label: 'de zwangerschap van Anouk' })).toEqual([])
    expect(of({ kind: 'child', memberIds: ['tijn'], label: 'Tijn' })).toHaveLength(1)
    expect(of({ kind: 'adult', memberIds: ['anouk'], label: 'Anouk' })).toHaveLength(1)
  })

  test('what a parent asks about who helps stands there for whom it was put to, and until it is so for who coordinates', () => {
    const ask = (kind: string, more: object) => ({ id: kind, kind, parent: { firstName: 'Anouk' }, about: { name: 'Femke Bos' }, askedOn: '2026-11-20', mayAnswer: false, mayPassOn: false, isComing: false, ...more })
    const view = { asks: [ask('otherProvider', { mayAnswer: true }), ask('otherCoordinator', { mayPassOn: true }), ask('noSharedFile', { mayAnswer: true }), ask('otherProvider', { id: 'agreed', isComing: true }), ask('otherProvider', { id: 'old' })] }
    expect(told({ view }).map(({ group, text, place }) => [group, text, place])).toEqual([
      ['asked', 'Anouk wil liever iemand anders dan Femke Bos. Praat er eerst over met Anouk.', 'team'], ['asked', 'Anouk wil liever een andere coördinator. Praat erover met Anouk.', 'team'],
      ['asked', 'Anouk wil geen gedeeld dossier. Spreek af hoe de zorg doorgaat.', 'team'], ['asked', 'Afgesproken met Anouk: iemand anders dan Femke Bos. Dat is nog niet geregeld.', 'team'],
    ])
    expect(told({ view, coordinates: false })).toHaveLength(3)
  })

  test('a rest is looked at again when its day comes, by who coordinates; everybody hears once that it began (K-13)', () => {
    const rest = (days: object, coordinates = true) => told({ coordinates, view: { silence: { since: '2026-11-01T09:00:00.000Z', isRest: true, rest: { from: '2026-11-01', ...days } } } }).map(({ group, text, isOverdue }) => [group, text, isOverdue])
    const asks = 'Dit gezin heeft een pauze. Vraag hoe het gaat, en of de pauze nog goed is.'
    expect(rest({ reviewOn: '2026-12-07' })).toEqual([['review', asks, false]])
    expect(rest({ reviewOn: '2026-11-29' })).toEqual([['review', asks, true]])
    expect(rest({ reviewOn: '2026-12-08' })).toEqual([])
    expect(rest({ reviewOn: '2026-11-29' }, false)).toEqual([])
    expect(rest({ reviewOn: '2026-12-02', until: '2026-12-01' })).toEqual([['review', 'Dit gezin is weg, en komt weer terug.', false]])
    expect(told({ coordinates: false, view: { silence: { since: '2026-11-29T09:00:00.000Z', isRest: true, rest: { from: today, reviewOn: '2026-12-14' } } } })).toEqual([{ group: 'changed', text: 'Dit gezin heeft een pauze.', place: 'family', isOverdue: false }])
    expect(told({ view: { silence: { since: '2026-11-29T09:00:00.000Z', isRest: false } } })).toEqual([])
  })

  test('while a family rests nothing is late or waited for that it has to do, and what it asked for stands (K-13)', () => {
    const view = {
      proposals: [{ status: 'sent', sentAt: now, answers: [{ memberId: 'joost', firstName: 'Joost' }] }],
      consentRequests: [{ id: 'r', state: 'open', mayWithdraw: true, what: 'x', recipient: { label: 'y' }, askedOn: today, answerBy: today }],
      treatments: [{ id: 't', mayEnd: true, status: 'incomplete', missing: ['Joost'], what: 'x', askedOn: today }],
      plan: { versions: [{ id: 'v', number: 1, state: 'drawn', drawnAt: now, answers: [], awaited: [{ memberId: 'joost', firstName: 'Joost' }] }], evaluateOn: '2026-11-01' },
      goals: [{ id: 'g', title: 'eten', scores: [{ on: '2026-08-01' }] }],
      actions: [{ id: 'late', text: 'x', owner: 'Joost', done: false, dueOn: '2026-11-01' }],
      changeRequests: [{ id: 'c', isOpen: true, firstName: 'Anouk', at: now }],
    }
    const items = [item('action', 'own', { owner: person, text: 'x', dueOn: '2026-11-29' })]
    expect(told({ view, items })).toHaveLength(9)
    expect(told({ view, items, peace: 'rest' }).map(({ group, isOverdue }) => [group, isOverdue])).toEqual([['asked', false], ['asked', false]])
  })

  test('a version of the plan waits for the parents who have not said what they think of it; who has a question is talked to, and when all agree it can begin', () => {
    const version = (answers: readonly string[], awaited: readonly string[], state = 'drawn') => ({ plan: { versions: [{ id: 'v', number: 2, state, drawnAt: now, answers: answers.map((answer, index) => ({ memberId: ['joost', 'anouk'][index], firstName: ['Joost', 'Anouk'][index], answer, at: now })), awaited: awaited.map((memberId) => ({ memberId, firstName: memberId })) }] } })
    const said = (view: object, coordinates = true) => told({ view, coordinates }).map(({ group, text, place }) => [group, text, place])
    expect(said(version([], ['joost', 'anouk']))).toEqual([['waiting', 'Antwoord van joost en anouk op versie 2 van het plan.', 'familyPlan']])
    expect(said(version(['question'], ['joost', 'anouk']))).toEqual([['asked', 'Praat met Joost over versie 2 van het plan.', 'familyPlan'], ['waiting', 'Antwoord van anouk op versie 2 van het plan.', 'familyPlan']])
    expect(said(version(['yes', 'yes'], []))).toEqual([['asked', 'De ouders zijn het eens met versie 2 van het plan. U kunt het laten ingaan.', 'familyPlan']])
    expect(said(version(['yes'], ['anouk'], 'inForce'))).toEqual([])
    expect(said(version([], ['joost']), false)).toEqual([])
  })

  test('a practice card waits for the parents, then for who publishes it, and for nobody once one says no or it was taken back', () => {
    const card = (answers: readonly boolean[], awaited: readonly string[], more: object = {}) => ({ version: 'w', isWhole: true, changedAt: now, awaited: awaited.map((firstName) => ({ memberId: firstName, firstName })), answers: answers.map((isYes) => ({ isYes, at: now })), ...more })
    const said = (answers: readonly boolean[], awaited: readonly string[], more: object = {}, kept: object = {}, coordinates = true) =>
      told({ coordinates, items: [item('practiceCard', 'c', { version: 'w', ...kept })], view: { plan: { versions: [], practiceCard: card(answers, awaited, more) } } }).map(({ group, text, place }) => [group, text, place])
    expect(said([true, true], [])).toEqual([['asked', 'Alle ouders zeggen ja op de praktijkkaart. U kunt haar vrijgeven.', 'familyPlan']])
    for (const nothing of [said([true, false], []), said([true, true], [], { release: {} }), said([true, true], [], { isWhole: false }), said([true, true], [], {}, { isHeldBack: true }), said([true, true], [], {}, {}, false), said([], [])]) expect(nothing).toEqual([])
    expect(said([true], ['Joost'])).toEqual([['waiting', 'Ja of nee van Joost op de praktijkkaart.', 'familyPlan']])
    expect(said([false], ['Joost'])).toEqual([])
    expect(said([true], ['Joost'], { release: {} })).toEqual([])
    expect(said([true], ['Joost'], {}, {}, false)).toEqual([])
  })

  test('the plan is looked back at in time, and a goal without a score for eight weeks is named, the longest first', () => {
    const goal = (id: string, on: string | undefined, more: object = {}) => ({ id, title: id, scores: on === undefined ? [] : [{ on }], ...more })
    const goals = [goal('slapen', '2026-10-05'), goal('eten', '2026-09-01'), goal('nieuw', '2026-10-06'), goal('klaar', '2026-01-01', { ended: {} }), goal('altijd', '2026-01-01', { isMentalising: true })]
    expect(told({ view: { goals, plan: { versions: [], evaluateOn: '2026-12-07' } } }).map(({ text }) => text)).toEqual(['Kijk met de ouders terug op het plan.', 'Al lang geen nieuwe score: eten'])
    expect(familyToday(seen({ view: { goals } })).items[0]?.more).toBe(1)
    expect(told({ view: { plan: { versions: [], evaluateOn: '2026-12-08' } } })).toEqual([])
    expect(told({ view: { goals, plan: { versions: [], evaluateOn: today } }, coordinates: false })).toEqual([])
    expect(told({ view: { goals, plan: { versions: [], evaluateOn: today }, closing: {} } })).toEqual([])
  })

  test('a meeting is asked of who is asked, until its day; its time is found by who leads it; and who was not there is told', () => {
    const meeting = (id: string, more: object) => ({ id, purpose: 'hoe verder', isAsked: true, can: { lead: false }, toTell: [], ...more })
    const view = { meetings: [
      meeting('fixed', { status: 'fixed', when: { date: '2026-12-02', from: '20:15' } }), meeting('others', { status: 'fixed', isAsked: false }), meeting('over', { status: 'held', toTell: ['Joost', 'Anouk'], closedAt: now }),
      meeting('to plan', { status: 'toPlan', dueOn: '2026-12-09', can: { lead: true } }), meeting('cancelled', { status: 'cancelled' }),
    ] }
    expect(familyToday(seen({ view })).items.map(({ text, targetId, until, at }) => ({ text, targetId, until: until ?? at }))).toEqual([
      { text: 'U bent gevraagd bij het overleg: hoe verder', targetId: 'fixed', until: '2026-12-02T19:15:00.000Z' },
      { text: 'Zoek een moment voor het overleg: hoe verder', targetId: 'to plan', until: '2026-12-09' },
      { text: 'Vertel Joost en Anouk wat er is besproken: hoe verder', targetId: 'over', until: undefined },
    ])
  })

  test('a question of a colleague is asked until it is answered, and waits with who asked it', () => {
    const question = (id: string, more: object) => ({ id, isMine: false, isOwn: false, isDone: false, askedBy: { name: 'Lotte' }, askedOf: { name: 'Eva' }, subject: { label: 'Sem' }, recordedAt: now, answers: [], ...more })
    const view = { questions: [question('1', { isMine: true }), question('2', { isMine: true, answers: [{ isOwn: true }] }), question('3', { isMine: true, isDone: true }), question('4', { isOwn: true }), question('5', { isOwn: true, answers: [{ isOwn: false }] }), question('6', {})] }
    expect(told({ view }).map(({ group, text }) => [group, text])).toEqual([['asked', 'Lotte vraagt u iets over Sem.'], ['waiting', 'Antwoord van Eva op uw vraag over Sem.']])
  })

  test('what opened newly is told to who reads it, and what ends to who coordinates', () => {
    const consents = [{ id: 'c', effect: 'grant', state: 'inForce', what: 'hoe het gaat', recipient: { label: 'De Wilgenboom' }, from: today, until: '2026-12-20', endsSoon: true }]
    const items = [item('consent', 'c', {}), item('teamMember', 't', { practitionerId: person, from: '2026-11-25' })]
    expect(told({ view: { consents }, items }).map(({ group }) => group)).toEqual(['ending'])
    expect(told({ view: { consents }, items, coordinates: false })).toEqual([
      { group: 'shared', text: 'U hoort nu bij het team.', place: 'family', isOverdue: false }, { group: 'shared', text: 'U kunt nu lezen: hoe het gaat.', place: 'family', isOverdue: false },
    ])
  })

  test('news is one line for each family, and says how much more there is', () => {
    const changes = [{ id: '2', by: 'Lotte', kind: 'contribution', text: 'schreef een bijdrage over Sem', at: now }, { id: '1', by: 'Lotte', kind: 'team', text: 'x', at: now }]
    const { items, shows } = familyToday(seen({ view: { changes } }))
    expect(items).toMatchObject([{ group: 'changed', text: 'Lotte schreef een bijdrage over Sem', more: 1, familyName: 'Gezin Verhoeven' }])
    expect(shows).toEqual(new Set(['changes']))
    expect(asking.has('changed')).toBe(false)
  })

  test('what ends first stands first, then what waits longest, then the latest news', () => {
    const line = (id: string, more: object) => ({ id, group: 'asked', zone: 'Europe/Amsterdam', text: id, isOverdue: false, place: 'family', more: 0, ...more })
    const items = [line('news', { group: 'changed', at: '2026-11-29T09:00:00.000Z' }), line('latest', { group: 'changed', at: now }), line('meeting', { at: '2026-12-02T19:15:00.000Z' }), line('short', { since: '2026-11-20' }), line('long', { since: '2026-11-01' }), line('soon', { until: '2026-12-01' }), line('call', { before: '2026-11-30T12:00:00.000Z' })]
    expect(inOrder(items).map(({ id }) => id)).toEqual(['call', 'soon', 'meeting', 'long', 'short', 'latest', 'news'])
  })
})

import { describe, expect, test } from '@jest/globals'
import { fold, type Actor, type PersonId, type Subject } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import fc from 'fast-check'
import { safetyTracks } from './decide.ts'
import { considerationsOf, outcomes, steps, type Consideration, type Outcome, type StepContent, type TrackCommand, type TrackEvent } from './events.ts'
import { isDiscussed, missingIn, nextStep, shieldsOf, unansweredOf } from './state.ts'

const id = (n: number): PersonId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [lotte, femke, ruud, mother, father, child, trackId] = [1, 2, 3, 4, 5, 6, 7].map(id) as [PersonId, PersonId, PersonId, PersonId, PersonId, PersonId, PersonId]
const about: Subject = { kind: 'child', person: child }
const today = '2026-11-24'
const at = '2026-11-24T09:00:00.000Z'
const by: Actor = { person: lotte, role: 'professional', discipline: 'dayCentre' }
const asked = { by, at, team: [lotte, femke, ruud], today, trackId }
const stamp = { subject: { kind: 'case' }, by, at } as const

const signals = { step: 'signals', words: 'Schrikt van harde stemmen.' } as const
const opening = { type: 'OpenTrack', ...asked, about, jurisdiction: 'NL', investigated: [], adults: [mother, father], noteId: id(20), taskId: id(30), signals } as const satisfies TrackCommand
const opened = (jurisdiction: 'NL' | 'BE' = 'NL'): readonly TrackEvent[] => [
  { type: 'CircleOpened', ...stamp, trackId, about, jurisdiction, investigated: [] },
  { type: 'CircleNoteAdded', ...stamp, trackId, noteId: id(20), content: signals },
  { type: 'CircleTaskAdded', ...stamp, trackId, taskId: id(30), kind: 'plan', owner: lotte },
]
const considering = (jurisdiction: 'NL' | 'BE', yes: readonly Consideration[]) => considerationsOf[jurisdiction].map((consideration) => ({ consideration, yes: yes.includes(consideration) }))
const contents = {
  signals,
  consultation: { step: 'consultation', words: 'Eerst met de ouders praten.', on: today, adviser: 'veiligThuis', anonymous: true },
  talk: { step: 'talk', words: 'De ouders vertelden hoe moe ze zijn.', on: today, spokenWith: [mother, father] },
  weighing: { step: 'weighing', words: 'De zorg is kleiner geworden.', examinations: 'Geen onderzoek.', results: 'Geen.' },
  decision: { step: 'decision', words: 'Hulp aan huis.', considerations: considering('NL', ['suspicion', 'canHelp', 'helpAccepted', 'helpWorks']), outcome: 'help', consent: 'obtained' },
} as const satisfies Record<string, StepContent>
const note = (n: number, content: StepContent): TrackEvent => ({ type: 'CircleNoteAdded', ...stamp, trackId, noteId: id(n), content })
const taking = (content: StepContent, more: Partial<Extract<TrackCommand, { type: 'TakeStep' }>> = {}): TrackCommand => ({ type: 'TakeStep', ...asked, noteId: id(40), content, members: [mother, father, child], ...more })
const upTo = (n: number): readonly TrackEvent[] => steps.slice(1, n).map((step, i) => note(21 + i, contents[step]))
const planned: TrackEvent = { type: 'CircleTaskDone', ...stamp, trackId, taskId: id(30) }
const { given } = specify(safetyTracks)

describe('a worry about safety', () => {
  test('S-08: opens a track with its signals, and a plan at once', () => { given().when(opening).then(...opened()) })
  test('is of who works in the team today', () => { given().when({ ...opening, team: [femke] }).thenRefused('not-in-team') })
  test('is no parent\'s to record here', () => { given().when({ ...opening, by: { person: mother, role: 'familyMember' } }).thenRefused('not-a-professional') })
  test('is about a child', () => { given().when({ ...opening, about: { kind: 'adult', person: mother } }).thenRefused('not-about-a-child') })
  test('names nobody outside the family', () => { given().when({ ...opening, investigated: [id(99)] }).thenRefused('not-of-this-family') })
  test('goes on in the track where one works already', () => { given(...opened()).when({ ...opening, trackId: id(8) }).thenRefused('in-a-track-already') })
  test('S-04: opens a track of its own for who knows of no other, so that the answer tells of none', () => {
    const colleague = { ...opening, by: { ...by, person: femke }, trackId: id(8), noteId: id(22), taskId: id(32) }
    const without = safetyTracks.decide(colleague, fold(safetyTracks, []))
    expect(safetyTracks.decide(colleague, fold(safetyTracks, opened()))).toEqual(without)
    expect(without).toHaveProperty('events.length', 3)
  })
  test('S-05: who treats adults looks at their children first (NL)', () => {
    const therapist = { ...opening, by: { ...by, discipline: 'adultMentalHealth' } } as const
    given().when(therapist).thenRefused('kindcheck-missing')
    given().when({ ...therapist, jurisdiction: 'BE' }).then(...opened('BE').map((event) => ({ ...event, by: therapist.by })))
    expect(safetyTracks.decide({ ...therapist, signals: { ...signals, kindcheck: 'concern' } }, new Map())).toHaveProperty('events.1.content.kindcheck', 'concern')
  })
  test('keeps nothing that a caller sent along', () => {
    given().when({ ...opening, signals: { ...signals, more: 1 } as typeof signals }).then(...opened())
  })
})

describe('S-01: the five steps', () => {
  test.each(steps.slice(2).map((step, i) => [step, i + 1] as const))('%s waits for the one before it', (step, i) => {
    given(...opened(), ...upTo(i)).when(taking(contents[step])).thenRefused('step-too-early')
    given(...opened(), ...upTo(i + 1)).when(taking(contents[step])).then(note(40, contents[step]))
  })
  test.each(steps.map((step) => [step]))('%s can be taken again', (step) => {
    given(...opened(), ...upTo(5)).when(taking(contents[step])).then(note(40, contents[step]))
  })
  test('the talk is left out for the safety of child or professional alone', () => {
    const skipping = (skipped: string) => taking({ step: 'talk', words: 'Dan zou het thuis gevaarlijk worden.', skipped } as StepContent)
    given(...opened(), ...upTo(2)).when(skipping('noTime')).thenRefused('choice-unknown')
    for (const skipped of ['safetyOfChild', 'safetyOfProfessional'] as const) {
      given(...opened(), ...upTo(2)).when(skipping(skipped)).then(note(40, { step: 'talk', words: 'Dan zou het thuis gevaarlijk worden.', skipped }))
    }
    given(...opened(), ...upTo(2)).when(taking({ step: 'talk', words: ' ', skipped: 'safetyOfChild' })).thenRefused('text-empty')
  })
  test('a talk was with somebody of this family, on a day that has come', () => {
    given(...opened(), ...upTo(2)).when(taking({ ...contents.talk, spokenWith: [] })).thenRefused('spoken-with-nobody')
    given(...opened(), ...upTo(2)).when(taking({ ...contents.talk, spokenWith: [id(99)] })).thenRefused('not-of-this-family')
    given(...opened(), ...upTo(2)).when(taking({ ...contents.talk, on: '2026-11-25' })).thenRefused('date-in-future')
    given(...opened(), ...upTo(2)).when(taking({ ...contents.talk, on: '2026-02-30' })).thenRefused('date-impossible')
  })
  test('a talk that was left out is no talk', () => {
    const track = (content: StepContent) => fold(safetyTracks, [...opened(), ...upTo(2), note(40, content)]).get(trackId)
    expect(isDiscussed(track(contents.talk)!)).toBe(true)
    expect(isDiscussed(track({ step: 'talk', words: 'x', skipped: 'safetyOfChild' })!)).toBe(false)
    expect(nextStep(track({ step: 'talk', words: 'x', skipped: 'safetyOfChild' })!)).toBe('weighing')
  })
  test('S-06: advice is asked where the country gives it', () => {
    const advice = { ...contents.consultation, adviser: 'confidenceCentre' } as const
    given(...opened()).when(taking(advice)).thenRefused('adviser-not-here')
    given(...opened('BE')).when(taking(advice)).then(note(40, advice))
    given(...opened('BE')).when(taking(contents.consultation)).thenRefused('adviser-not-here')
  })
})

describe('S-02: a decision', () => {
  const deciding = (jurisdiction: 'NL' | 'BE', yes: readonly Consideration[], outcome: Outcome): StepContent => ({ ...contents.decision, considerations: considering(jurisdiction, yes), outcome })
  const first = (jurisdiction: 'NL' | 'BE') => [...opened(jurisdiction), ...upTo(4).map((event) => event)]
  test('walks all considerations of the country', () => {
    given(...first('NL')).when(taking({ ...contents.decision, considerations: contents.decision.considerations.slice(1) })).thenRefused('considerations-missing')
    given(...first('NL')).when(taking({ ...contents.decision, considerations: [...contents.decision.considerations.slice(1), contents.decision.considerations[1]!] })).thenRefused('considerations-missing')
    given(...first('BE')).when(taking(contents.decision)).thenRefused('considerations-missing')
  })
  test('NL: whatever else is considered, acute or structural unsafety is reported', () => {
    let reported = 0, refused = 0
    fc.assert(fc.property(fc.subarray([...considerationsOf.NL]), fc.constantFrom(...outcomes), (yes, outcome) => {
      const decision = safetyTracks.decide(taking(deciding('NL', yes, outcome)), fold(safetyTracks, first('NL')))
      const mayBe = !yes.includes('danger') || outcome === 'report' || outcome === 'reportAndHelp'
      if (yes.includes('danger')) { if (mayBe) reported++; else refused++ }
      expect(decision).toMatchObject(mayBe ? { events: [{ type: 'CircleNoteAdded' }] } : { refusal: { code: 'danger-must-be-reported' } })
    }))
    expect(Math.min(reported, refused)).toBeGreaterThan(0)
  })
  test('S-06: BE: the right to speak has its conditions', () => {
    const conditions: readonly Consideration[] = ['suspicion', 'danger', 'consulted', 'cannotProtect']
    given(...first('BE')).when(taking(deciding('BE', conditions, 'report'))).then(note(40, deciding('BE', conditions, 'report')))
    for (const without of ['danger', 'consulted', 'cannotProtect']) {
      given(...first('BE')).when(taking(deciding('BE', conditions.filter((one) => one !== without), 'report'))).thenRefused('speaking-right-conditions')
    }
    given(...first('BE')).when(taking(deciding('BE', [...conditions, 'solutionWithin'], 'reportAndHelp'))).thenRefused('speaking-right-conditions')
    given(...first('BE')).when(taking(deciding('BE', ['danger'], 'none'))).thenRefused('danger-needs-help')
  })
})

describe('S-03: a track closes', () => {
  const closing = { type: 'CloseTrack', ...asked, words: 'Het gaat goed, de groep blijft kijken.' } as const
  const whole = [...opened(), ...upTo(5), planned]
  test('when each step was taken and the plan is made', () => { given(...whole).when(closing).then({ type: 'CircleClosed', ...stamp, trackId, words: closing.words }) })
  test.each([1, 2, 3, 4].map((n) => [steps.slice(n).join(', '), n] as const))('not while it lacks %s', (_, n) => {
    expect(safetyTracks.decide(closing, fold(safetyTracks, [...opened(), ...upTo(n), planned]))).toEqual({ refusal: { code: 'track-incomplete', about: { missing: steps.slice(n).join(' ') } } })
  })
  test('not while there is no plan', () => { expect(missingIn(fold(safetyTracks, whole.slice(0, -1)).get(trackId)!)).toEqual(['plan']) })
  test('not before newer signals were weighed, and what was weighed was decided about', () => {
    const missing = (...more: readonly TrackEvent[]) => missingIn(fold(safetyTracks, [...whole, ...more]).get(trackId)!)
    expect(missing(note(41, signals))).toEqual(['weighing'])
    expect(missing(note(41, signals), note(42, contents.weighing))).toEqual(['decision'])
    expect(missing(note(41, signals), note(42, contents.weighing), note(43, contents.decision))).toEqual([])
    expect(missing(note(41, contents.consultation))).toEqual([])
  })
  test('for good: a new worry is a new track', () => {
    const closed: TrackEvent = { type: 'CircleClosed', ...stamp, trackId, words: 'Goed.' }
    given(...whole, closed).when(taking(signals)).thenRefused('track-closed')
    given(...whole, closed).when({ ...opening, trackId: id(8) }).then(...opened().map((event) => ({ ...event, trackId: id(8) })))
  })
})

describe('the circle', () => {
  const adding: TrackCommand = { type: 'AddTrackMember', ...asked, person: femke }
  const added: TrackEvent = { type: 'CircleMemberAdded', ...stamp, trackId, person: femke }
  test('is of the team', () => {
    given(...opened()).when(adding).then(added)
    given(...opened(), added).when(adding).thenNothing()
    given(...opened()).when({ ...adding, person: id(99) }).thenRefused('member-not-in-team')
  })
  test('is left by who goes, but not by the last', () => {
    const leaving: TrackCommand = { type: 'RemoveTrackMember', ...asked, person: lotte }
    given(...opened()).when(leaving).thenRefused('last-member')
    given(...opened(), added).when(leaving).then({ type: 'CircleMemberLeft', ...stamp, trackId, person: lotte })
    given(...opened()).when({ ...leaving, person: femke }).thenNothing()
  })
  test('S-04: is all who may do anything: for others there is no such track, whatever they ask', () => {
    const stranger = { ...asked, by: { ...by, person: ruud } }
    const commands: readonly TrackCommand[] = [
      taking(signals, stranger), { type: 'AddTrackMember', ...stranger, person: ruud }, { type: 'RemoveTrackMember', ...stranger, person: lotte }, { type: 'NameInvestigated', ...stranger, investigated: [], adults: [] },
      { type: 'ReleaseNotes', ...stranger, noteIds: [id(20)], person: mother, adults: [mother] }, { type: 'AddTrackTask', ...stranger, taskId: id(50), words: 'x', owner: lotte },
      { type: 'ShieldNote', ...stranger, noteId: id(20), person: mother, reason: 'x', reviewOn: '2026-12-24', adults: [mother] }, { type: 'LiftNoteShield', ...stranger, noteId: id(20), person: mother, reason: 'x' },
      { type: 'AnswerWords', ...stranger, answers: id(60), wordsId: id(61), words: 'x' },
      { type: 'CompleteTrackTask', ...stranger, taskId: id(30) }, { type: 'CloseTrack', ...stranger, words: 'x' },
    ]
    for (const command of commands) for (const past of [[], opened()]) given(...past).when(command).thenRefused('track-unknown')
  })
  test('ends with the team', () => { given(...opened()).when(taking(signals, { team: [femke] })).thenRefused('not-in-team') })
  test('names who may have to do with it', () => {
    given(...opened()).when({ type: 'NameInvestigated', ...asked, investigated: [father, father], adults: [mother, father] }).then({ type: 'CirclePersonsNamed', ...stamp, trackId, investigated: [father] })
  })
  test('releases what was written to one person', () => {
    const releasing: TrackCommand = { type: 'ReleaseNotes', ...asked, noteIds: [id(20)], person: mother, adults: [mother] }
    const released: TrackEvent = { type: 'CircleNotesReleased', ...stamp, trackId, noteIds: [id(20)], person: mother }
    given(...opened()).when(releasing).then(released)
    given(...opened()).when({ ...releasing, noteIds: [id(99)] }).thenRefused('note-unknown')
    given(...opened()).when({ ...releasing, person: id(99) }).thenRefused('not-of-this-family')
    expect(fold(safetyTracks, [...opened(), released, released]).get(trackId)?.notes[0]?.releasedTo).toEqual([mother])
  })
  test('keeps one note from one person, with a reason and a day to look again; said anew, both are others', () => {
    const shielding = { type: 'ShieldNote', ...asked, noteId: id(20), person: mother, reason: 'Nog niet besproken.', reviewOn: '2026-12-24', adults: [mother, father] } as const
    const shielded: TrackEvent = { type: 'CircleNoteShielded', ...stamp, trackId, noteId: id(20), person: mother, reason: shielding.reason, reviewOn: shielding.reviewOn }
    given(...opened()).when(shielding).then(shielded)
    given(...opened(), shielded).when(shielding).thenNothing()
    given(...opened(), shielded).when({ ...shielding, reviewOn: '2027-01-24' }).then({ ...shielded, reviewOn: '2027-01-24' })
    given(...opened()).when({ ...shielding, noteId: id(99) }).thenRefused('note-unknown')
    given(...opened()).when({ ...shielding, person: id(99) }).thenRefused('not-of-this-family')
    given(...opened()).when({ ...shielding, reason: ' ' }).thenRefused('text-empty')
    for (const [reviewOn, code] of [['2026-13-01', 'date-impossible'], [today, 'date-in-past'], ['2027-11-26', 'date-too-late']] as const) given(...opened()).when({ ...shielding, reviewOn }).thenRefused(code)
    const [note] = fold(safetyTracks, [...opened(), shielded, { ...shielded, at: '2026-12-24T09:00:00.000Z', reviewOn: '2027-01-24' }]).get(trackId)?.notes ?? []
    expect(note?.shields).toMatchObject([{ person: mother, at, reviewOn: '2027-01-24' }])
  })
  test('opens it again for that person, with a reason; all of it also when the track has closed', () => {
    const lifting = { type: 'LiftNoteShield', ...asked, noteId: id(20), person: mother, reason: 'Er is gesproken.' } as const
    const shielded: TrackEvent = { type: 'CircleNoteShielded', ...stamp, trackId, noteId: id(20), person: mother, reason: 'Nog niet besproken.', reviewOn: '2026-12-24' }
    const lifted: TrackEvent = { type: 'CircleNoteShieldLifted', ...stamp, trackId, noteId: id(20), person: mother, reason: lifting.reason }
    const closed: TrackEvent = { type: 'CircleClosed', ...stamp, trackId, words: 'Klaar.' }
    given(...opened(), shielded, closed).when(lifting).then(lifted)
    given(...opened(), shielded, lifted).when(lifting).thenNothing()
    given(...opened(), shielded).when({ ...lifting, reason: '' }).thenRefused('text-empty')
    expect(fold(safetyTracks, [...opened(), shielded, lifted]).get(trackId)?.notes.flatMap(shieldsOf)).toEqual([])
    given(...opened(), closed).when({ type: 'ShieldNote', ...asked, noteId: id(20), person: mother, reason: shielded.reason, reviewOn: shielded.reviewOn, adults: [mother] }).then(shielded)
  })
  test('divides what is to be done', () => {
    const adding = { type: 'AddTrackTask', ...asked, taskId: id(50), words: 'Bellen met de wijkverpleegkundige.', owner: lotte } as const
    given(...opened()).when(adding).then({ type: 'CircleTaskAdded', ...stamp, trackId, taskId: id(50), kind: 'other', words: adding.words, owner: lotte })
    given(...opened()).when({ ...adding, owner: femke }).thenRefused('track-unknown')
    given(...opened(), planned).when({ type: 'CompleteTrackTask', ...asked, taskId: id(30) }).thenNothing()
    given(...opened()).when({ type: 'CompleteTrackTask', ...asked, taskId: id(31) }).thenRefused('task-unknown')
  })
})

describe('P-03: own words beside a note', () => {
  const parent: Actor = { person: mother, role: 'familyMember' }
  const adding = { type: 'AddWords', by: parent, at, trackId, noteId: id(20), wordsId: id(60), words: 'Die avond ging het anders.', adults: [mother, father] } as const satisfies TrackCommand
  const added: TrackEvent = { type: 'CircleWordsAdded', ...stamp, by: parent, trackId, noteId: id(20), wordsId: id(60), words: adding.words }
  const answering = { type: 'AnswerWords', ...asked, answers: id(60), wordsId: id(61), words: 'Dat nemen wij mee.' } as const satisfies TrackCommand
  const answered: TrackEvent = { type: 'CircleWordsAdded', ...stamp, trackId, noteId: id(20), wordsId: id(61), words: answering.words, answers: id(60) }
  const closed: TrackEvent = { type: 'CircleClosed', ...stamp, trackId, words: 'Klaar.' }
  test('are of an adult of the family, and change nothing of the note; also when the track has closed', () => {
    for (const past of [opened(), [...opened(), closed]]) given(...past).when(adding).then(added)
    const [before, after] = [opened(), [...opened(), added]].map((past) => fold(safetyTracks, past).get(trackId)?.notes[0])
    expect(after).toEqual({ ...before, beside: [{ by: parent, at, wordsId: id(60), words: adding.words }] })
    for (const by of [asked.by, { ...parent, person: id(99) }]) given(...opened()).when({ ...adding, by }).thenRefused('track-unknown')
  })
  test('are beside a note that is there, and say something', () => {
    given(...opened()).when({ ...adding, trackId: id(8) }).thenRefused('track-unknown')
    given(...opened()).when({ ...adding, noteId: id(99) }).thenRefused('note-unknown')
    given(...opened()).when({ ...adding, words: ' ' }).thenRefused('text-empty')
    given(...opened(), added).when(adding).thenRefused('id-in-use')
  })
  test('are answered by anybody of the circle, also when it has closed; both stay', () => {
    given(...opened(), added).when(answering).then(answered)
    given(...opened(), added, closed).when(answering).then(answered)
    given(...opened(), added).when({ ...answering, by: { ...by, person: femke } }).thenRefused('track-unknown')
    given(...opened()).when(answering).thenRefused('statement-unknown')
    given(...opened(), added, answered).when({ ...answering, answers: id(61), wordsId: id(62) }).thenRefused('statement-unknown')
    given(...opened(), added, answered).when(answering).thenRefused('id-in-use')
    given(...opened(), added).when({ ...answering, words: '' }).thenRefused('text-empty')
    const waiting = (...more: readonly TrackEvent[]) => fold(safetyTracks, [...opened(), added, ...more]).get(trackId)?.notes.flatMap(unansweredOf).map(({ wordsId }) => wordsId)
    expect([waiting(), waiting(answered)]).toEqual([[id(60)], []])
  })
})

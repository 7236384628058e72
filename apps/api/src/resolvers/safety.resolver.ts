import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { StepContent } from '@samenspel/safety'
import { TrackCommandAsked } from '../commands/commands.ts'
import { SAFETY } from '../composition/tokens.ts'
import type { Desk } from '../disclosure/desk.ts'
import type { Safety } from '../disclosure/safety.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Refused } from '../graphql/refused.ts'
import { SafetySignalsInput, SafetyStepInput } from '../graphql/safety-inputs.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { SafetyNote, SafetyTrack } from '../graphql/types/safety.ts'
import { withoutNulls } from './inputs.ts'

const id = { type: () => ID } as const
const ids = { type: () => [ID] } as const

type TrackAsk = TrackCommandAsked['ask']
type Made = Awaited<ReturnType<TrackAsk['make']>>

/** What every command about a track carries. */
const asked = ({ by, at, today, team }: Desk, trackId: string) => ({ by, at, today, trackId, team: team.map(({ practitionerId }) => practitionerId) })

/** The safety tracks of a family: for who isn't in a circle there are none. */
@Resolver()
export class SafetyResolver {
  constructor(@Inject(SAFETY) private readonly safety: Safety, private readonly commands: CommandBus) {}

  @Query(() => [SafetyTrack])
  async safetyTracks(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<readonly SafetyTrack[]> {
    const tracks = await this.safety.tracks(signedIn(context), familyId)
    if (tracks === undefined) throw new Refused('not-found')
    return tracks
  }

  @Query(() => [SafetyNote], { description: 'What of safety tracks was shared with the viewer, as somebody of the family.' })
  async sharedSafetyNotes(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<readonly SafetyNote[]> {
    return this.safety.shared(signedIn(context), familyId)
  }

  @Mutation(() => Done, { description: 'Writes down signals, and opens a track with them: whoever does is in its circle.' })
  openSafetyTrack(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: SafetySignalsInput, @Context() context: RequestContext): Promise<Done> {
    const { childId, words, kindcheck, investigated } = withoutNulls(input)
    return this.carryOut(context, 'openSafetyTrack', { familyId, commandId }, (desk) => {
      for (const person of [childId, ...investigated]) desk.mustKnow(person)
      return {
        type: 'OpenTrack', ...asked(desk, desk.id('made')), noteId: desk.id('note'), taskId: desk.id('task'), about: desk.subjectOf(childId), jurisdiction: desk.jurisdiction, investigated, adults: desk.adults,
        signals: { step: 'signals', words, ...(kindcheck !== undefined && { kindcheck }) },
      }
    })
  }

  @Mutation(() => Done)
  takeSafetyStep(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('trackId', id) trackId: string, @Args('input') input: SafetyStepInput, @Context() context: RequestContext): Promise<Done> {
    const content = contentOf(withoutNulls(input))
    return this.carryOut(context, 'takeSafetyStep', { familyId, commandId, madeId: trackId }, (desk) =>
      ({ type: 'TakeStep', ...asked(desk, trackId), noteId: desk.id('note'), content, members: desk.members }))
  }

  @Mutation(() => Done)
  addSafetyMember(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('trackId', id) trackId: string, @Args('personId', id) person: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'addSafetyMember', { familyId, commandId, madeId: trackId }, (desk) => {
      desk.mustKnow(person)
      return { type: 'AddTrackMember', ...asked(desk, trackId), person }
    })
  }

  @Mutation(() => Done)
  removeSafetyMember(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('trackId', id) trackId: string, @Args('personId', id) person: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'removeSafetyMember', { familyId, commandId, madeId: trackId }, (desk) => ({ type: 'RemoveTrackMember', ...asked(desk, trackId), person }))
  }

  @Mutation(() => Done, { description: 'Who may have to do with it: these read nothing of it, also after the talk.' })
  nameInvestigated(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('trackId', id) trackId: string, @Args('personIds', ids) investigated: readonly string[], @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'nameInvestigated', { familyId, commandId, madeId: trackId }, (desk) => ({ type: 'NameInvestigated', ...asked(desk, trackId), investigated, adults: desk.adults }))
  }

  @Mutation(() => Done)
  releaseSafetyNotes(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('trackId', id) trackId: string, @Args('noteIds', ids) noteIds: readonly string[], @Args('personId', id) person: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'releaseSafetyNotes', { familyId, commandId, madeId: trackId }, (desk) => ({ type: 'ReleaseNotes', ...asked(desk, trackId), noteIds, person, adults: desk.adults }))
  }

  @Mutation(() => Done, { description: 'Keeps one note from one person of the family, with a reason and a day to look again; said anew, both are others.' })
  shieldSafetyNote(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('trackId', id) trackId: string, @Args('noteId', id) noteId: string, @Args('personId', id) person: string,
    @Args('reason') reason: string, @Args('reviewOn', { type: () => DateScalar }) reviewOn: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'shieldSafetyNote', { familyId, commandId, madeId: trackId, discreet: true }, (desk) => ({ type: 'ShieldNote', ...asked(desk, trackId), noteId, person, reason, reviewOn, adults: desk.adults }))
  }

  @Mutation(() => Done, { description: 'This person reads the note again, as far as the rest lets them.' })
  liftSafetyShield(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('trackId', id) trackId: string, @Args('noteId', id) noteId: string, @Args('personId', id) person: string, @Args('reason') reason: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'liftSafetyShield', { familyId, commandId, madeId: trackId, discreet: true }, (desk) => ({ type: 'LiftNoteShield', ...asked(desk, trackId), noteId, person, reason }))
  }

  @Mutation(() => Done, { description: 'Own words of somebody of the family beside a note that they read, which stays as it was.' })
  addSafetyStatement(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('noteId', id) noteId: string, @Args('text') words: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'addSafetyStatement', { familyId, commandId }, (desk) => {
      const { by, at, adults } = desk
      return { type: 'AddWords', by, at, adults, trackId: desk.trackOf(noteId), noteId, wordsId: desk.id('made'), words }
    })
  }

  @Mutation(() => Done, { description: 'What the circle says to own words of somebody of the family. Both stay.' })
  answerSafetyStatement(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('trackId', id) trackId: string, @Args('statementId', id) answers: string, @Args('text') words: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'answerSafetyStatement', { familyId, commandId, madeId: trackId }, (desk) => ({ type: 'AnswerWords', ...asked(desk, trackId), answers, wordsId: desk.id('words'), words }))
  }

  @Mutation(() => Done)
  addSafetyTask(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('trackId', id) trackId: string, @Args('words') words: string, @Args('ownerId', id) owner: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'addSafetyTask', { familyId, commandId, madeId: trackId }, (desk) => ({ type: 'AddTrackTask', ...asked(desk, trackId), taskId: desk.id('task'), words, owner }))
  }

  @Mutation(() => Done)
  completeSafetyTask(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('trackId', id) trackId: string, @Args('taskId', id) taskId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'completeSafetyTask', { familyId, commandId, madeId: trackId }, (desk) => ({ type: 'CompleteTrackTask', ...asked(desk, trackId), taskId }))
  }

  @Mutation(() => Done)
  closeSafetyTrack(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('trackId', id) trackId: string, @Args('words') words: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'closeSafetyTrack', { familyId, commandId, madeId: trackId }, (desk) => ({ type: 'CloseTrack', ...asked(desk, trackId), words }))
  }

  private async carryOut(context: RequestContext, operation: string, { madeId, ...ask }: Pick<TrackAsk, 'familyId' | 'commandId' | 'discreet'> & { readonly madeId?: string }, make: (desk: Desk) => Made): Promise<Done> {
    let made = madeId
    await this.commands.execute(new TrackCommandAsked({ session: signedIn(context), operation, ...ask, make: (desk) => { made ??= desk.id('made'); return make(desk) } }))
    return { id: made ?? ask.commandId, familyId: ask.familyId }
  }
}

/** What a step needs and wasn't given is empty, and so refused with the field that misses. */
const contentOf = ({ step, words, on = '', adviser, anonymous = false, spokenWith = [], skipped, kindcheck, examinations = '', results = '', considerations = [], outcome, consent }: ReturnType<typeof withoutNulls<SafetyStepInput>>): StepContent => {
  const missing = (field: string): never => { throw new Refused('choice-unknown', { field }) }
  switch (step) {
    case 'signals': return { step, words, ...(kindcheck !== undefined && { kindcheck }) }
    case 'consultation': return { step, words, on, adviser: adviser ?? missing('adviser'), anonymous }
    case 'talk': return skipped === undefined ? { step, words, on, spokenWith } : { step, words, skipped }
    case 'weighing': return { step, words, examinations, results }
    case 'decision': return { step, words, considerations, outcome: outcome ?? missing('outcome'), consent: consent ?? missing('consent') }
  }
}

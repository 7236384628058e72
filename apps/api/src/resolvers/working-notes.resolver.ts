import { Inject } from '@nestjs/common'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { createDates, type Language } from '@samenspel/intl'
import { copyText } from '@samenspel/intl/copy'
import { isId, longestText, refuseText, zoneOf, type Zone } from '@samenspel/kernel'
import { DISCLOSING, PEOPLE, WORKING_NOTES } from '../composition/tokens.ts'
import type { Disclosing } from '../disclosure/disclosing.ts'
import type { People } from '../disclosure/people.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Refused } from '../graphql/refused.ts'
import { Done } from '../graphql/types/commands.ts'
import { WorkingNote } from '../graphql/types/working-notes.ts'
import type { Session } from '../sessions/sessions.ts'
import { mostNotes, type WorkingNotes } from '../sessions/working-notes.ts'

const id = { type: () => ID } as const

/** Notes as they are handed over, oldest first: whose they are, when each was last changed, and no more of the family than its author wrote. */
const copyOfNotes = (language: Language, zone: Zone, author: string, notes: readonly WorkingNote[]): string => {
  const text = copyText(language)
  const dates = createDates(language, zone)
  return [text('notes.title', { name: author }), text('notes.what'), ...notes.toReversed().map((note) => `${dates.fullMoment(note.changedAt)}\n${note.text}`)].join('\n\n').concat('\n')
}

/** What a professional notes about a family for themselves alone. */
@Resolver()
export class WorkingNotesResolver {
  constructor(@Inject(WORKING_NOTES) private readonly notes: WorkingNotes, @Inject(DISCLOSING) private readonly disclosing: Disclosing, @Inject(PEOPLE) private readonly people: People) {}

  @Query(() => [WorkingNote])
  async workingNotes(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<readonly WorkingNote[]> {
    const session = await this.mayNote(context, familyId, 'workingNotes', 'readOwn')
    const { jurisdiction } = await this.people.me(session)
    return this.notes.all(session.person, familyId, zoneOf(jurisdiction === 'BE' ? 'BE' : 'NL'))
  }

  @Query(() => String, { description: 'The viewer\'s own notes as a text to hand over, when somebody asked to inspect them: that goes by hand, to nobody but whom the author gives it.' })
  async workingNotesCopy(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<string> {
    const session = await this.mayNote(context, familyId, 'workingNotesCopy', 'exportOwn')
    const { name, jurisdiction } = await this.people.me(session)
    const zone = zoneOf(jurisdiction === 'BE' ? 'BE' : 'NL')
    return copyOfNotes(session.language, zone, name, await this.notes.all(session.person, familyId, zone))
  }

  @Mutation(() => Done, { description: 'A new note, or a change of one: then with its id and the version that is changed.' })
  async keepWorkingNote(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('text') text: string,
    @Args('noteId', { ...id, nullable: true }) noteId: string | undefined, @Args('version', { ...id, nullable: true }) version: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    const session = await this.mayNote(context, familyId, 'keepWorkingNote', 'writeOwn')
    if (!isId(commandId)) throw new Refused('request-invalid')
    const objection = refuseText('text', text, longestText)
    if (objection !== undefined) throw new Refused(objection.refusal.code, objection.refusal.about)
    const { id: own, refusal } = await this.notes.keep(session.person, familyId, { commandId, text, ...(noteId != null && { changes: { id: noteId, version: version ?? undefined } }) })
    if (refusal !== undefined) throw new Refused(refusal, refusal === 'notes-too-many' ? { most: mostNotes } : undefined)
    return { id: own, familyId }
  }

  @Mutation(() => Done)
  async removeWorkingNote(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('noteId', id) noteId: string, @Context() context: RequestContext): Promise<Done> {
    const session = await this.mayNote(context, familyId, 'removeWorkingNote', 'writeOwn')
    if (!isId(commandId)) throw new Refused('request-invalid')
    await this.notes.drop(session.person, familyId, noteId)
    return { id: noteId, familyId }
  }

  /** A professional may note something about a family of which anything opens. */
  private async mayNote(context: RequestContext, familyId: string, operation: string, action: 'readOwn' | 'writeOwn' | 'exportOwn'): Promise<Session> {
    const session = signedIn(context)
    if (!await this.disclosing.keeps(session, familyId, operation, action)) throw new Refused('not-found')
    if (session.role !== 'professional') throw new Refused('not-a-professional')
    return session
  }
}

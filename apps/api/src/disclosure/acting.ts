/**
 * What people do. A command goes in here: who may see nothing of a family may do nothing there, and can't tell it from a family
 * that isn't; what it is about must have opened to who asks; what was done has its line in the access log before the answer.
 */
import type { AgendaCommand } from '@samenspel/agenda'
import { indexSubject, labelOf, substituteOn, type FamilyCaseCommand } from '@samenspel/family-case'
import { dayOf, isId, isSameSubject, zoneOf, type Category, type FamilyId, type Id } from '@samenspel/kernel'
import type { TrackCommand } from '@samenspel/safety'
import { Refused } from '../graphql/refused.ts'
import type { Handled } from '../composition/files.ts'
import type { Session } from '../sessions/sessions.ts'
import { lookToAct, type DisclosingParts, type ToAct } from './disclosing.ts'
import { keepsFromSomebody, madeAndKept } from './items.ts'
import { refusedLines, writeLines, type Occasion, type Written } from './log-lines.ts'
import { loadRecord } from './record.ts'
import { askingOf } from './viewer.ts'
import { ownId } from '../ids/own-id.ts'
import { deskOf, type Desk } from './desk.ts'

/** A command as somebody asks it. */
export type Ask<Command> = {
  readonly session: Session
  readonly familyId: FamilyId
  /** Random, made by who asks: the same again is the same command. */
  readonly commandId: Id
  readonly operation: string
  /** What it is about is nothing that a member of the family may find in the access log: the line is about the case itself. */
  readonly discreet?: boolean
  readonly make: (desk: Desk) => Command | Promise<Command>
}

export type Acting = {
  readonly inCase: (ask: Ask<FamilyCaseCommand>) => Promise<void>
  readonly inAgenda: (ask: Ask<AgendaCommand>) => Promise<void>
  readonly inTracks: (ask: Ask<TrackCommand>) => Promise<void>
}

/**
 * What follows by itself, done before the answer: `settle` brings calendars and agenda to agree after somebody asked something of an agenda,
 * `keepSilence` takes back what is asked of a family that is to be left in peace, `settleCards` takes a card that was called back from the shelf.
 */
export type Following = Readonly<Record<'settle' | 'keepSilence' | 'settleCards', (family: FamilyId) => Promise<void>>>

/** What may call a practice card back. */
const recalling: ReadonlySet<string> = new Set(['writePracticeCard', 'answerPracticeCard', 'recallPracticeCard'])

export const openActing = (parts: DisclosingParts, { settle, keepSilence, settleCards }: Following): Acting => {
  /** @param label of what a stream records that names no label itself */
  const act = async <Command>({ session, familyId, commandId, operation, discreet, make }: Ask<Command>, label: Category, handle: (command: Command, commandId: Id) => Promise<Handled>): Promise<void> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const found = await lookToAct(parts, await askingOf(session, parts.files, operation), familyId, operation)
    if (found === undefined) throw new Refused('not-found')
    const looked = onBehalf(found)
    const { occasion } = looked
    const about: Written[] = []
    const usually: Written = { subject: indexSubject(occasion.record.file.family), category: label }
    const written = (...lists: readonly (readonly Written[])[]) => discreet === true ? [aboutTheCase] : firstFilled(...lists)
    try {
      const command = await make(deskOf(looked, commandId, (item) => {
        const taken = looked.opened().items.find((one) => one.item === item)?.inherited
        about.push({ subject: item.subject, category: label === 'planning' ? label : item.category, ...(taken !== undefined && { inherited: taken }) })
      }))
      const { refusal, position, recorded } = await handle(command, ownId(session.person, commandId, 'command'))
      if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
      await parts.sessions.wrote(session, position)
      await parts.log.write(familyId, writeLines(occasion, written(writtenAs(label, recorded, [...about, ...await madeBy(occasion)]), about, [usually])))
    } catch (error) {
      if (error instanceof Refused) await parts.log.write(familyId, refusedLines(occasion, written(about, [usually])))
      throw error
    }
  }
  /** What a command made that is kept from somebody. */
  const madeBy = async ({ record, now }: Occasion): Promise<readonly Written[]> => {
    if (!keepsFromSomebody(record)) return []
    const after = await loadRecord(parts.files, record.familyId, now)
    return after === undefined ? [] : madeAndKept(record, after, dayOf(now, zoneOf(record.file.family.jurisdiction)))
      .map(({ item: { subject, category }, inherited }) => ({ subject, category, inherited }))
  }
  return {
    inCase: async (ask) => {
      await act(ask, 'plan', (command, id) => parts.files.cases.handle(ask.familyId, command, id))
      if (ask.operation === 'recordLoss') await keepSilence(ask.familyId)
      if (recalling.has(ask.operation)) await settleCards(ask.familyId)
    },
    inTracks: (ask) => act(ask, 'safety', (command, id) => parts.files.tracks.handle(ask.familyId, command, id)),
    inAgenda: async (ask) => {
      await act(ask, 'planning', (command, id) => parts.files.agendas.handle(ask.familyId, command, id))
      await settle(ask.familyId)
    },
  }
}

/**
 * What was recorded about somebody; that something happened to the case itself goes without saying. What was written beside something that
 * is kept from somebody is kept from them too.
 */
const writtenAs = (label: Category, recorded: Handled['recorded'], about: readonly Written[]): readonly Written[] => recorded.flatMap(({ subject, category = label }) => {
  if (subject.kind === 'case') return []
  const inherited = about.find((one) => one.inherited !== undefined && isSameSubject(one.subject, subject))?.inherited
  return [{ subject, category: labelOf(category), ...(inherited !== undefined && { inherited }) }]
})

/** Nobody's record, and so a line that only an office reads. */
const aboutTheCase: Written = { subject: { kind: 'case' }, category: 'unlabelled' }

const firstFilled = <One>(...lists: readonly (readonly One[])[]): readonly One[] => lists.find((list) => list.length > 0) ?? []

/** Who stands in for the coordinator does everything in the coordinator's name, and says so. */
const onBehalf = (looked: ToAct): ToAct => {
  const { occasion } = looked
  const { asking, record: { file: { family, careTeam } }, now } = occasion
  const { actor } = asking
  const standsIn = careTeam.coordinator !== undefined && careTeam.coordinator !== actor.person && substituteOn(careTeam, dayOf(now, zoneOf(family.jurisdiction))) === actor.person
  return standsIn ? { ...looked, occasion: { ...occasion, asking: { ...asking, actor: { ...actor, onBehalfOf: careTeam.coordinator } } } } : looked
}

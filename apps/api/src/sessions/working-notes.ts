/**
 * Working notes of a professional about a family (C-15): for their author alone, no part of the file and in no event, sealed, and gone
 * after a term. They lie beside the log because what is in the log stays, and these must not
 * (docs/decisions/032-safeguards-and-working-notes.md).
 */
import type { KeyObject } from 'node:crypto'
import { addDays, dayOf, type Clock, type FamilyId, type Id, type IsoDate, type IsoInstant, type PersonId, type Zone } from '@samenspel/kernel'
import { derivedId } from '../ids/derived-id.ts'
import { seal, unseal } from '../sealing/sealing.ts'
import type { StateDatabase } from './state-database.ts'

export type WorkingNote = { readonly id: Id; readonly text: string; readonly changedAt: IsoInstant; readonly version: Id; readonly keptUntil: IsoDate }

/** `changes`: which note, and the version of it that its author saw; absent for a new note. */
export type NoteChange = { readonly commandId: Id; readonly text: string; readonly changes?: { readonly id: Id; readonly version: Id | undefined } }

export type WorkingNotes = {
  /** Newest first. */
  readonly all: (person: PersonId, family: FamilyId, zone: Zone) => Promise<readonly WorkingNote[]>
  /** The same command twice has one effect. @returns the id of the note, or why it was not kept */
  readonly keep: (person: PersonId, family: FamilyId, change: NoteChange) => Promise<{ readonly id: Id; readonly refusal?: 'note-unknown' | 'note-changed' | 'notes-too-many' }>
  readonly drop: (person: PersonId, family: FamilyId, id: Id) => Promise<void>
  /** Everybody's notes about a family: after somebody of it was erased, since a note may name anybody. @param until without it, also what was changed since */
  readonly dropFamily: (family: FamilyId, until?: IsoInstant) => Promise<void>
}

/** So many notes somebody may have about one family. */
export const mostNotes = 100

/** @param keptDays days after its last change on which a note is still there; the day after them it is gone */
export const openWorkingNotes = (database: StateDatabase, key: KeyObject, clock: Clock, keptDays: number): WorkingNotes => {
  const dropOld = async (): Promise<void> => {
    await database.deleteFrom('working_note').where('changed_at', '<=', Temporal.Instant.from(clock()).subtract({ hours: 24 * keptDays }).toString({ fractionalSecondDigits: 3 })).execute()
  }
  const ownRows = (person: PersonId, family: FamilyId) => database.selectFrom('working_note').selectAll().where('person', '=', person).where('family', '=', family)
  return {
    all: async (person, family, zone) => {
      await dropOld()
      const rows = await ownRows(person, family).orderBy('changed_at', 'desc').execute()
      return rows.flatMap(({ id, sealed, changed_at: changedAt, version }) => {
        const text = unseal(key, placeOf(person, family, id), sealed)
        return text === undefined ? [] : [{ id, text, changedAt, version, keptUntil: addDays(dayOf(changedAt, zone), keptDays) }]
      })
    },
    keep: async (person, family, { commandId, text, changes }) => {
      await dropOld()
      const id = changes?.id ?? derivedId(`${person} ${commandId} note`)
      const version = derivedId(`${person} ${commandId} version`)
      const refusal = await database.transaction().execute(async (transaction) => {
        const known = await transaction.selectFrom('working_note').select(['person', 'family', 'version']).where('id', '=', id).executeTakeFirst()
        const isOwn = known?.person === person && known.family === family
        if (isOwn && known.version === version) return undefined
        const row = { id, person, family, version, sealed: seal(key, placeOf(person, family, id), text), changed_at: clock() }
        if (changes === undefined) {
          if (known !== undefined) return 'note-changed'
          const { count } = await transaction.selectFrom('working_note').select(({ fn }) => fn.countAll<number | string>().as('count')).where('person', '=', person).where('family', '=', family).executeTakeFirstOrThrow()
          if (Number(count) >= mostNotes) return 'notes-too-many'
          await transaction.insertInto('working_note').values(row).execute()
          return undefined
        }
        if (!isOwn) return 'note-unknown'
        const changed = await transaction.updateTable('working_note').set(row).where('id', '=', id).where('version', '=', changes.version ?? '').executeTakeFirst()
        return changed.numUpdatedRows === 0n ? 'note-changed' : undefined
      })
      return refusal === undefined ? { id } : { id, refusal }
    },
    drop: async (person, family, id) => { await database.deleteFrom('working_note').where('id', '=', id).where('person', '=', person).where('family', '=', family).execute() },
    dropFamily: async (family, until) => {
      await database.deleteFrom('working_note').where('family', '=', family).$if(until !== undefined, (some) => some.where('changed_at', '<=', until!)).execute()
    },
  }
}

/** A sealed note opens only in the place it was written for. */
const placeOf = (person: PersonId, family: FamilyId, id: Id): string => JSON.stringify(['note', person, family, id])

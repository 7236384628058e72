import type { KeyObject } from 'node:crypto'
import type { Clock, FamilyId, IsoInstant, PersonId } from '@samenspel/kernel'
import { seal, unseal } from '../sealing/sealing.ts'
import type { StateDatabase } from './state-database.ts'

export type Draft = { readonly form: string; readonly content: string; readonly savedAt: IsoInstant }

/** Texts half written, each for its author alone, sealed, and dropped after a while. */
export type Drafts = {
  readonly find: (person: PersonId, family: FamilyId, form: string) => Draft | undefined
  readonly save: (person: PersonId, family: FamilyId, form: string, content: string) => Draft
  readonly drop: (person: PersonId, family: FamilyId, form: string) => void
}

const keptDays = 14

/** @param key of 32 bytes; another key finds no draft. */
export const openDrafts = (database: StateDatabase, key: KeyObject, clock: Clock): Drafts => {
  const select = database.prepare('select sealed, saved_at from draft where person = ? and family = ? and form = ?')
  const write = database.prepare('insert into draft values (?, ?, ?, ?, ?) on conflict do update set sealed = excluded.sealed, saved_at = excluded.saved_at')
  const remove = database.prepare('delete from draft where person = ? and family = ? and form = ?')
  const sweep = database.prepare('delete from draft where saved_at < ?')

  return {
    find: (person, family, form) => {
      const row = select.get(person, family, form) as { sealed: Uint8Array; saved_at: IsoInstant } | undefined
      const content = row === undefined ? undefined : unseal(key, placeOf(person, family, form), row.sealed)
      return row === undefined || content === undefined ? undefined : { form, content, savedAt: row.saved_at }
    },
    save: (person, family, form, content) => {
      const savedAt = clock()
      sweep.run(Temporal.Instant.from(savedAt).subtract({ hours: keptDays * 24 }).toString({ fractionalSecondDigits: 3 }))
      write.run(person, family, form, seal(key, placeOf(person, family, form), content), savedAt)
      return { form, content, savedAt }
    },
    drop: (person, family, form) => { remove.run(person, family, form) },
  }
}

/** A sealed draft opens only in the place it was written for. */
const placeOf = (person: PersonId, family: FamilyId, form: string): string => JSON.stringify([person, family, form])

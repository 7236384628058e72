import type { KeyObject } from 'node:crypto'
import type { Clock, FamilyId, IsoInstant, PersonId } from '@samenspel/kernel'
import { seal, unseal } from '../sealing/sealing.ts'
import type { StateDatabase } from './state-database.ts'

export type Draft = { readonly form: string; readonly content: string; readonly savedAt: IsoInstant }

/** Texts half written, each for its author alone, sealed, and dropped after a while. */
export type Drafts = {
  readonly find: (person: PersonId, family: FamilyId, form: string) => Promise<Draft | undefined>
  readonly save: (person: PersonId, family: FamilyId, form: string, content: string) => Promise<Draft>
  readonly drop: (person: PersonId, family: FamilyId, form: string) => Promise<void>
  /** Drops a form of everybody, in whatever family. @param until without it, whenever it was saved */
  readonly dropForm: (form: string, until?: IsoInstant) => Promise<void>
  /**
   * Drops everything half written in a family by somebody, or in which that somebody is named by id, in its name or in what it holds, as a form names whom it is about.
   * @param until without it, whenever it was saved
   */
  readonly dropAbout: (person: PersonId, family: FamilyId, until?: IsoInstant) => Promise<void>
}

const keptDays = 14

/** The form of somebody who seeks a record in an emergency: it is of no family yet. */
export const emergencyForm = 'emergency'

/** @param key of 32 bytes; another key finds no draft. */
export const openDrafts = (database: StateDatabase, key: KeyObject, clock: Clock): Drafts => ({
  find: async (person, family, form) => {
    const row = await database.selectFrom('draft').select(['sealed', 'saved_at']).where('person', '=', person).where('family', '=', family).where('form', '=', form).executeTakeFirst()
    const content = row === undefined ? undefined : unseal(key, placeOf(person, family, form), row.sealed)
    return row === undefined || content === undefined ? undefined : { form, content, savedAt: row.saved_at }
  },
  save: async (person, family, form, content) => {
    const savedAt = clock()
    const oldest = Temporal.Instant.from(savedAt).subtract({ hours: keptDays * 24 }).toString({ fractionalSecondDigits: 3 })
    const sealed = seal(key, placeOf(person, family, form), content)
    await database.deleteFrom('draft').where('saved_at', '<', oldest).execute()
    await database.insertInto('draft').values({ person, family, form, sealed, saved_at: savedAt })
      .onConflict((conflict) => conflict.columns(['person', 'family', 'form']).doUpdateSet({ sealed, saved_at: savedAt })).execute()
    return { form, content, savedAt }
  },
  drop: async (person, family, form) => {
    await database.deleteFrom('draft').where('person', '=', person).where('family', '=', family).where('form', '=', form).execute()
  },
  dropForm: async (form, until) => { await database.deleteFrom('draft').where('form', '=', form).$if(until !== undefined, (some) => some.where('saved_at', '<=', until!)).execute() },
  dropAbout: async (about, family, until) => {
    const saved = database.selectFrom('draft').select(['person', 'form', 'sealed']).where('family', '=', family).$if(until !== undefined, (some) => some.where('saved_at', '<=', until!))
    for (const { person, form, sealed } of await saved.execute()) {
      // One that doesn't open is of no use to anybody.
      const isAbout = person === about || form.includes(about) || unseal(key, placeOf(person, family, form), sealed)?.includes(about) !== false
      if (isAbout) await database.deleteFrom('draft').where('person', '=', person).where('family', '=', family).where('form', '=', form).execute()
    }
  },
})

/** A sealed draft opens only in the place it was written for. */
const placeOf = (person: PersonId, family: FamilyId, form: string): string => JSON.stringify([person, family, form])

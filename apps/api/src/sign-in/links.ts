import { createHmac, type KeyObject } from 'node:crypto'
import type { Clock, FamilyId, IsoInstant, PersonId } from '@samenspel/kernel'
import type { Identity, SignInApp as App } from '../sessions/identity.ts'
import { appOf } from '../sessions/sessions.ts'
import type { StateDatabase } from '../sessions/state-database.ts'
import type { Maker } from '../tablets/tablets.ts'
import { hashSecret, isSameHash, newCode, readCode, writeCode } from './invitation-code.ts'
import type { InvitationRow, Named, SignInLinkRow } from './sign-in-tables.ts'

/** Who is invited to sign in; of a member of a family, which family. */
export type Invited = Identity & { readonly family?: FamilyId }

/**
 * Which sign-in belongs to which person. A server proves that somebody is the one who signed in before; who that is in the
 * register or in a family, an invitation says, which somebody handed over who knows the person.
 */
export type Links = {
  /** What a server calls somebody, as it is kept here: nobody reads from it who that is. */
  readonly subjectOf: (iss: string, sub: string) => string
  readonly find: (subject: string, app: App) => Promise<Identity | undefined>
  /**
   * Gives a sign-in to who was invited. However many try at once, one succeeds.
   * @param typed the code as somebody typed it
   * @param mayBe whether who is invited is still somebody here
   * @returns nothing for a code that doesn't work: whether it never was, was used, is too old or for the other app, nobody is told
   */
  readonly redeem: (subject: string, app: App, typed: string, mayBe: (invited: Invited) => Promise<boolean>) => Promise<Identity | undefined>
}

/** Hours in which a code works, and wrong tries after which it is dead. */
export const codeHours = 72
export const mostTries = 5

/** @param key hides what servers call people from whoever reads the database */
export const openLinks = (database: StateDatabase, key: KeyObject, clock: Clock): Links => {
  const links: Links = {
    subjectOf: (iss, sub) => createHmac('sha256', key).update(JSON.stringify([iss, sub])).digest('base64url'),
    find: async (subject, app) => {
      const row = await database.selectFrom('sign_in_link').selectAll().where('subject', '=', subject).where('app', '=', app).executeTakeFirst()
      return row === undefined ? undefined : identityOf(row)
    },
    redeem: async (subject, app, typed, mayBe) => {
      const code = readCode(typed)
      if (code === undefined) return undefined
      const now = clock()
      // The try is counted before it is looked at: so many guesses at once are still so many guesses.
      const tried = await database.updateTable('invitation').set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
        .where('id', '=', code.invitation).where('used_at', 'is', null).where('tries', '<', mostTries).where('expires_at', '>', now).returningAll().executeTakeFirst()
      const hash = await hashSecret(code)
      // Whoever is somebody here already stays that person.
      if (await links.find(subject, app) !== undefined) return undefined
      if (tried === undefined || !isSameHash(tried.secret_hash, hash) || tried.app !== app || !await mayBe(invitedOf(tried))) return undefined
      return database.transaction().execute(async (transaction) => {
        const won = await transaction.updateTable('invitation').set({ used_at: now }).where('id', '=', code.invitation).where('used_at', 'is', null).executeTakeFirst()
        if (won.numUpdatedRows !== 1n) return undefined
        const { person, role, organisation, name } = tried
        const link: SignInLinkRow = { subject, app, person, role, organisation, name, linked_at: now }
        await transaction.insertInto('sign_in_link').values(link).execute()
        return identityOf(link)
      })
    },
  }
  return links
}

/**
 * Makes a code for somebody. Codes that were made for them before stop working.
 * @param maker who made it at the desk; absent when it was made where Samenspel runs
 * @returns the code, which is nowhere else; and until when it works
 */
export const invite = async (database: StateDatabase, invited: Invited, now: IsoInstant, maker?: Maker): Promise<{ readonly code: string; readonly until: IsoInstant }> => {
  const code = newCode()
  const until = Temporal.Instant.from(now).add({ hours: codeHours }).toString({ fractionalSecondDigits: 3 })
  const { person, role, organisation, name, family } = invited
  await database.deleteFrom('invitation').where('person', '=', person).execute()
  await database.insertInto('invitation').values({
    id: code.invitation, secret_hash: await hashSecret(code), app: appOf(role), person, role, organisation: organisation ?? null, name: name ?? null, family: family ?? null,
    made_at: now, expires_at: until, tries: 0, used_at: null,
  }).execute()
  if (maker !== undefined) await database.insertInto('invitation_maker').values({ invitation: code.invitation, made_by: maker.person, made_by_name: maker.name ?? null }).execute()
  return { code: writeCode(code), until }
}

/** Ends the codes of somebody that weren't used; how they sign in already stays. */
export const withdrawCodes = async (database: StateDatabase, person: PersonId): Promise<void> => {
  await database.deleteFrom('invitation').where('person', '=', person).where('used_at', 'is', null).execute()
}

/**
 * Takes away how somebody signs in, their codes, their PINs, the keys they keep, and their sessions.
 * @param until without it, also what came since
 * @returns how many sign-ins they had
 */
export const withdraw = async (database: StateDatabase, person: PersonId, until?: IsoInstant): Promise<number> => {
  const isSome = until !== undefined
  await database.deleteFrom('invitation').where('person', '=', person).$if(isSome, (some) => some.where('made_at', '<=', until!)).execute()
  const { numDeletedRows } = await database.deleteFrom('sign_in_link').where('person', '=', person).$if(isSome, (some) => some.where('linked_at', '<=', until!)).executeTakeFirstOrThrow()
  await database.deleteFrom('tablet_worker').where('person', '=', person).$if(isSome, (some) => some.where('chosen_at', '<=', until!)).execute()
  await database.deleteFrom('keeper').where('person', '=', person).$if(isSome, (some) => some.where('since', '<=', until!)).execute()
  await database.deleteFrom('session').where('person', '=', person).$if(isSome, (some) => some.where('signed_in_at', '<=', until!)).execute()
  // Of an office no register says that it ended: it gets no mail any more either. One that asked for mail since still has an address here.
  const offices = database.deleteFrom('mail_office').where('person', '=', person)
    .$if(isSome, (some) => some.where((where) => where.not(where.exists(where.selectFrom('mail_person').select('mail_person.person').where('mail_person.person', '=', person)))))
  if ((await offices.executeTakeFirstOrThrow()).numDeletedRows > 0n) await database.deleteFrom('mail_person').where('person', '=', person).execute()
  return Number(numDeletedRows)
}

const identityOf = ({ person, role, organisation, name }: Named): Identity =>
  ({ person, role, ...(organisation !== null && { organisation }), ...(name !== null && { name }) })
const invitedOf = (row: InvitationRow): Invited => ({ ...identityOf(row), ...(row.family !== null && { family: row.family }) })

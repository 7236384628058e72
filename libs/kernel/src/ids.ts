/**
 * Ids are random and tell nothing: no order, no date, no name (P-12).
 * A new one is an argument of a command, never made inside a decision.
 */
export type Id = string
export type PersonId = Id
export type FamilyId = Id
export type OrganisationId = Id
export type LocationId = Id

/** A new random id (UUID v4). */
export const newId = (): Id => crypto.randomUUID()

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside has the form of an id. */
export const isId = (text: string): text is Id => pattern.test(text)

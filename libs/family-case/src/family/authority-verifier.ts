import type { AuthoritySource, NewAuthority, SeenProof } from './events.ts'

/** What somebody says about authority, as it is asked about. */
export type AuthorityClaim = Pick<NewAuthority, 'child' | 'adult' | 'basis' | 'from' | 'until'>

/** Proof of a claim: where it was seen, what was seen, and when. */
export type AuthorityProof = SeenProof & { readonly source: AuthoritySource }

/**
 * Where the software asks whether somebody has authority (G-08): a register that answers by itself, or the professional at the
 * desk who saw a document. Without a proof a fact stays unverified, and shows so.
 * @param seen what the professional who asks saw with their own eyes; a register needs none
 * @returns nothing when it could not be confirmed
 */
export type AuthorityVerifier = (claim: AuthorityClaim, seen: AuthorityProof | undefined) => Promise<AuthorityProof | undefined>

/** The professional is the one who looked: what they saw is the proof. */
export const verifiedByHand: AuthorityVerifier = (_claim, seen) => Promise.resolve(seen)

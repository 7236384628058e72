import type { IsoInstant, PersonId, Recorded, Subject } from '@samenspel/kernel'
import { entryOf } from '../fact.ts'
import type { ConsentEvent, NewConsent } from './events.ts'

/** A yes (`grant`) or a no (`objection`), with everybody who signed so far. */
export type Consent = Recorded & NewConsent & {
  readonly effect: 'grant' | 'objection'
  readonly subject: Subject
  /** From this very moment on it no longer applies. */
  readonly withdrawnAt?: IsoInstant
  readonly withdrawnBy?: PersonId
}

export const evolveConsents = (consents: readonly Consent[], event: ConsentEvent): readonly Consent[] => {
  switch (event.type) {
    case 'ConsentGiven':
      return [...consents, { ...entryOf(event), effect: 'grant' }]
    case 'ObjectionMade':
      return [...consents, { ...entryOf(event), effect: 'objection' }]
    case 'ConsentSigned':
      return consents.map((consent) => consent.consentId === event.consentId ? { ...consent, signedBy: [...consent.signedBy, event.signer] } : consent)
    case 'ConsentWithdrawn':
      return consents.map((consent) => consent.consentId === event.consentId
        ? { ...consent, withdrawnAt: event.at, withdrawnBy: event.withdrawnBy }
        : consent)
  }
}

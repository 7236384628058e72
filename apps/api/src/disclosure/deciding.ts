import { consentOn, explainConsent, hasStanding, missingSigners, momentIn, type Facts, type Moment } from '@samenspel/access'
import { answersTo, type Consent } from '@samenspel/family-case'
import type { Subject } from '@samenspel/kernel'
import { consentFact, factsOf } from './facts.ts'
import { shown, type Opened } from './gate.ts'
import type { Occasion } from './log-lines.ts'
import type { Deciding } from './views/consents.ts'

/**
 * What the policies say about consents for who looks. A parent is told from what opened to that parent alone, so that what somebody
 * else said shows only where it may be known; a professional who may read a question may know what became of it.
 */
export const decidingOf = ({ asking, record, now }: Pick<Occasion, 'asking' | 'record' | 'now'>, opened: Opened): Deciding => {
  const all = factsOf(record, asking)
  const moment = momentIn(all.jurisdiction, now)
  const isPortal = asking.viewer.kind === 'portal'
  const known = isPortal ? shown(opened, 'consent').map(({ item }) => item.value) : record.file.consents
  const facts: Facts = isPortal ? { ...all, consents: known.map(consentFact) } : all
  const { person } = asking.viewer
  const named = shown(opened, 'consent').map(({ item: { value } }) => ({ ...consentFact(value), consentId: value.consentId }))
  const stands = (consent: Consent): boolean => holds(consent, facts, moment)
  return {
    stands,
    mayDecide: (subject) => isPortal && holds({ effect: 'objection', subject, signedBy: [person] }, facts, moment),
    isOverruled: ({ subject, category, recipient }) => {
      if (recipient.kind !== 'organisation') return false
      const discipline = record.directory.organisation(recipient.organisation)?.discipline
      const reader = { organisation: recipient.organisation, ...(discipline !== undefined && { discipline }) }
      return consentOn(subject, category === '*' ? 'plan' : category, reader, facts, moment) === 'objection'
    },
    explain: (subject, label, organisation) => {
      const discipline = record.directory.organisation(organisation)?.discipline
      const reader = { organisation, ...(discipline !== undefined && { discipline }) }
      try { return explainConsent(subject, label, reader, facts, named, moment) } catch { return { outcome: 'none', decides: [], givesWay: [] } }
    },
    alsoSigns: (subject) => {
      try { return missingSigners({ subject, signedBy: [person] }, facts, moment) } catch { return [] }
    },
    answersTo: (requestId) => answersTo(requestId, known),
    coordinates: opened.head.coordinator === person || opened.head.substitute === person,
  }
}

/** A signature for a child of whom a fact is missing counts for nothing. */
const holds = (consent: { readonly effect: Consent['effect']; readonly subject: Subject; readonly signedBy: readonly string[] }, facts: Facts, now: Moment): boolean => {
  try { return hasStanding(consent, facts, now) } catch { return false }
}

/**
 * Consent: whose yes or no counts, and which of them wins (C-01, C-03, C-05).
 *
 * Facts that don't apply are dropped first; then a fact gives way to a more specific one; among those that no other beats an
 * objection wins, then a grant. No consent is `none`, which refuses without being a no.
 */
import { covers, type Category, type Discipline, type OrganisationId, type PersonId, type Subject } from '@samenspel/kernel'
import { holdersOfAuthority, isMinor } from './authority.ts'
import type { Consent, Facts, Recipient } from './facts.ts'
import { hasCome, type Moment } from './moments.ts'
import { adultsOfRelation, carrierOf, isChild, isSameRecord } from './owners.ts'

export type ConsentOutcome = 'grant' | 'objection' | 'none'

/** The professional whom consent would let in. */
export type Reader = { readonly organisation: OrganisationId; readonly discipline?: Discipline; readonly context?: string }

/** What consent says about one label of one subject's record, for one reader, now. It never speaks about `safety`. */
export const consentOn = (subject: Subject, label: Category, reader: Reader, facts: Facts, now: Moment): ConsentOutcome =>
  outcomeOf(unbeatenOf(facts.consents.filter((consent) => applies(consent, subject, label, reader, facts, now))))

/** Why consent says what it says: which yes or no decides, and which apply as well and give way. */
export type Explanation<One extends Consent = Consent> = { readonly outcome: ConsentOutcome; readonly decides: readonly One[]; readonly givesWay: readonly One[] }

/**
 * As `consentOn`, with the reason (C-03). Its outcome is always that of `consentOn` for the same facts.
 * @param consents as they are to be named in the answer; those of the facts play no part
 */
export const explainConsent = <One extends Consent>(subject: Subject, label: Category, reader: Reader, facts: Facts, consents: readonly One[], now: Moment): Explanation<One> => {
  const applying = consents.filter((consent) => applies(consent, subject, label, reader, facts, now))
  const unbeaten = unbeatenOf(applying)
  const outcome = outcomeOf(unbeaten)
  const decides = unbeaten.filter(({ effect }) => effect === outcome)
  return { outcome, decides, givesWay: applying.filter((consent) => !decides.includes(consent)) }
}

const unbeatenOf = <One extends Consent>(applying: readonly One[]): readonly One[] =>
  applying.filter((consent) => !applying.some((other) => isMoreSpecific(other, consent)))

const outcomeOf = (unbeaten: readonly Consent[]): ConsentOutcome =>
  unbeaten.some(({ effect }) => effect === 'objection') ? 'objection' : unbeaten.length > 0 ? 'grant' : 'none'

/** What consent says about several labels together: a no to one is a no; a yes needs every one. */
export const consentOnAll = (subject: Subject, labels: readonly Category[], reader: Reader, facts: Facts, now: Moment): ConsentOutcome => {
  const outcomes = labels.map((label) => consentOn(subject, label, reader, facts, now))
  if (outcomes.includes('objection')) return 'objection'
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'grant') ? 'grant' : 'none'
}

const applies = (consent: Consent, subject: Subject, label: Category, reader: Reader, facts: Facts, now: Moment): boolean =>
  label !== 'safety' &&
  (consent.category === '*' || consent.category === label) &&
  isSameRecord(consent.subject, subject, facts) &&
  names(consent.recipient, reader) &&
  (consent.context === undefined || consent.context === reader.context) &&
  covers(consent.period, now.today) &&
  (consent.withdrawnAt === undefined || !hasCome(consent.withdrawnAt, now)) &&
  hasStanding(consent, facts, now)

const names = (recipient: Recipient, reader: Reader): boolean => {
  switch (recipient.kind) {
    case 'organisation': return recipient.organisation === reader.organisation
    case 'discipline': return recipient.discipline === reader.discipline
    case 'all': return true
  }
}

// ── Standing: whose signature counts.

/** Whether enough of those who may decide signed: for a grant everybody who must, for an objection anybody who may. */
export const hasStanding = (consent: Pick<Consent, 'effect' | 'subject' | 'signedBy'>, facts: Facts, now: Moment): boolean => {
  const signed = (person: PersonId) => consent.signedBy.includes(person)
  const parties = partiesTo(consent.subject, facts, now)
  if (consent.effect === 'objection') return parties.some((party) => party.persons.some(signed))
  return parties.length > 0 && parties.every((party) => party.allNeeded ? party.persons.length > 0 && party.persons.every(signed) : party.persons.some(signed))
}

/** Whose yes a grant still needs besides its signatures; of those of whom one is enough, all of them. */
export const missingSigners = ({ subject, signedBy }: Pick<Consent, 'subject' | 'signedBy'>, facts: Facts, now: Moment): readonly PersonId[] => {
  const signed = (person: PersonId) => signedBy.includes(person)
  return [...new Set(partiesTo(subject, facts, now).flatMap(({ persons, allNeeded }) => allNeeded || !persons.some(signed) ? persons.filter((person) => !signed(person)) : []))]
}

/** People who decide together: all of them, or one for the others. */
type Party = { readonly persons: readonly PersonId[]; readonly allNeeded: boolean }

/** Everybody whose yes a grant needs, party by party. */
const partiesTo = (subject: Subject, facts: Facts, now: Moment): readonly Party[] => {
  switch (subject.kind) {
    case 'child': case 'sibling': case 'surroundings': return [partyForChild(subject.person, facts, now)]
    case 'adult': return [alone(subject.person)]
    case 'unborn': return [alone(carrierOf(subject.person, facts))]
    case 'relation': return [
      ...subject.persons.filter((person) => isChild(person, facts)).map((child) => partyForChild(child, facts, now)),
      ...adultsOfRelation(subject, facts).filter((adult) => !isProfessional(adult, facts)).map(alone),
    ]
    case 'case': return []
  }
}

const alone = (person: PersonId): Party => ({ persons: [person], allNeeded: true })

/** NL: all holders of authority. BE: one of them, unless it is known that they disagree (G-10). From eighteen: the person alone. */
const partyForChild = (child: PersonId, facts: Facts, now: Moment): Party =>
  isMinor(child, now.today, facts)
    ? { persons: holdersOfAuthority(child, now.today, facts), allNeeded: facts.jurisdiction === 'NL' || facts.holdersDisagree }
    : alone(child)

const isProfessional = (person: PersonId, facts: Facts): boolean => facts.team.some((membership) => membership.person === person)

// ── Precedence: the more specific fact wins; what can't be compared is equal.

const recipientRank: Record<Recipient['kind'], number> = { organisation: 2, discipline: 1, all: 0 }

const ranksOf = ({ recipient, category, context }: Consent): readonly [number, number, number] =>
  [recipientRank[recipient.kind], category === '*' ? 0 : 1, context === undefined ? 0 : 1]

/** Whether `a` says at least as exactly as `b` to whom, about what and in which meeting it applies, and one of these more exactly. */
export const isMoreSpecific = (a: Consent, b: Consent): boolean => {
  const [ranksA, ranksB] = [ranksOf(a), ranksOf(b)]
  return ranksA.every((rank, i) => rank >= ranksB[i]!) && ranksA.some((rank, i) => rank > ranksB[i]!)
}

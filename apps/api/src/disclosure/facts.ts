import { noFacts, type Facts } from '@samenspel/access'
import { authorities, isChild, standing, type Consent, type Measure, type Safeguard } from '@samenspel/family-case'
import { dayOf, zoneOf, type IsoDate, type Period } from '@samenspel/kernel'
import type { CaseRecord } from './record.ts'
import type { Asking } from './viewer.ts'

/**
 * What is true of a case now, as the policies ask for it: folded from its events and from the register. Of safety tracks it says
 * nothing: each has a circle of its own, so each is decided with its own facts (`tracks.ts`), and what is outside all of them can't
 * change with them.
 */
export const factsOf = ({ file, directory, openings }: CaseRecord, { employment }: Asking): Facts => {
  const { family, careTeam, consents, safeguards } = file
  const opened = dayOf(family.openedAt, zoneOf(family.jurisdiction))
  const staff = careTeam.members.flatMap(({ practitionerId }) => {
    const organisation = directory.practitioner(practitionerId)?.organisation
    return organisation === undefined ? [] : [{ person: practitionerId, organisation }]
  })
  return {
    ...noFacts(family.jurisdiction),
    children: family.members.filter(isChild).map(({ memberId, birthDate }) => ({ person: memberId, ...(birthDate !== undefined && { born: birthDate }), letsParentsRead: false })),
    pregnancies: family.members.flatMap(({ memberId, carriedBy }) => carriedBy === undefined ? [] : [{ unborn: memberId, carriedBy }]),
    authority: authorities(family).filter(({ status }) => status !== 'none')
      .map(({ child, adult, status, from, until }) => ({ child, adult, period: period(from, until), verified: status === 'verified' })),
    consents: consents.map(consentFact),
    team: careTeam.members.map(({ practitionerId, organisation, discipline, from, until }) =>
      ({ person: practitionerId, organisation, discipline, role: practitionerId === careTeam.coordinator ? 'coordinator' : 'member', period: period(from, until) })),
    registrations: careTeam.members.flatMap(({ practitionerId }) =>
      (directory.practitioner(practitionerId)?.registrations ?? []).map(({ from, until }) => ({ person: practitionerId, period: period(from, until) }))),
    ...safeguarded(standing(safeguards)),
    breakGlass: openings.map(({ by, about, at }) => ({ by: by.person, person: about.person, at })),
    employments: [...staff, ...(employment === undefined ? [] : [employment])].map((held) => ({ ...held, period: { from: opened } })),
  }
}

/** What holds by the decision of a professional, until it is lifted. What is shielded or given stands with the entries themselves. */
const safeguarded = (measures: readonly Safeguard[]): Pick<Facts, 'protections' | 'closings' | 'holdersDisagree' | 'highConflict'> => {
  const ofKind = <Kind extends Measure['kind']>(kind: Kind) => measures.flatMap(({ measure, at }) => isOfKind(measure, kind) ? [{ measure, at }] : [])
  const inConflict = ofKind('highConflict').flatMap(({ measure }) => measure.persons)
  return {
    protections: ofKind('protection').map(({ measure: { person, from } }) => ({ viewer: from, person })),
    closings: ofKind('closing').map(({ measure: { from: person }, at: from }) => ({ person, from })),
    holdersDisagree: ofKind('disagreement').length > 0,
    ...(inConflict.length > 0 && { highConflict: [...new Set(inConflict)] }),
  }
}

const isOfKind = <Kind extends Measure['kind']>(measure: Measure, kind: Kind): measure is Extract<Measure, { kind: Kind }> => measure.kind === kind

/** A consent as the policies know it. */
export const consentFact = ({ effect, subject, category, recipient, from, until, signedBy, withdrawnAt }: Consent): Facts['consents'][number] =>
  ({ effect, subject, category, recipient, period: period(from, until), signedBy, ...(withdrawnAt !== undefined && { withdrawnAt }) })

const period = (from: IsoDate, until: IsoDate | undefined): Period => until === undefined ? { from } : { from, until }

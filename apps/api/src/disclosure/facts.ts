import { noFacts, type Facts } from '@samenspel/access'
import { authorities, closingOf, isChild, standing, type CareTeam, type Consent, type Measure, type Member, type OpenCase, type Safeguard } from '@samenspel/family-case'
import { dayOf, zoneOf, type IsoDate, type PersonId, type Period } from '@samenspel/kernel'
import type { CaseRecord } from './case-record.ts'
import { employmentOf, standingOf, type Asking } from './viewer.ts'

/**
 * What is true of a case now, as the policies ask for it: folded from its events and from the register, once for each who asks. Of safety
 * tracks it says nothing: each has a circle of its own, so each is decided with its own facts (`tracks.ts`), and what is outside all of
 * them can't change with them.
 */
export const factsOf = (record: CaseRecord, asking: Asking): Facts => {
  const { file: { family, ...file }, directory, openings } = record
  const of = [directory, openings, ...restingOn.map((part) => file[part])]
  const known = folded.get(family)
  const byWhom = known !== undefined && known.of.every((one, index) => one === of[index]) ? known.byWhom : new Map<string, Facts>()
  if (byWhom !== known?.byWhom) folded.set(family, { of, byWhom })
  const key = standingOf(asking)
  const facts = byWhom.get(key) ?? foldFacts(record, asking)
  byWhom.set(key, facts)
  return facts
}

/** The parts of a file from which facts are folded, besides the family itself: what is written day by day is none of them. */
const restingOn = ['careTeam', 'consents', 'course', 'safeguards', 'placements'] as const satisfies readonly (keyof OpenCase)[]

/** By family, what its facts were folded from last: as long as every part of that is the same, so are they. */
const folded = new WeakMap<OpenCase['family'], { readonly of: readonly unknown[]; readonly byWhom: Map<string, Facts> }>()

/** What facts are folded from, so that what is forgotten above can't be used below. */
type FoldedFrom = Pick<CaseRecord, 'directory' | 'openings'> & { readonly file: Pick<OpenCase, 'family' | (typeof restingOn)[number]> }

const foldFacts = ({ file, directory, openings }: FoldedFrom, { employment, viewer, duties }: Asking): Facts => {
  const { family, careTeam, consents, course } = file
  const safeguards = standing(file.safeguards)
  const opened = dayOf(family.openedAt, zoneOf(family.jurisdiction))
  const staff = careTeam.members.flatMap(({ practitionerId }) => {
    const known = directory.practitioner(practitionerId)
    return known === undefined ? [] : [employmentOf(known)]
  })
  return {
    ...noFacts(family.jurisdiction),
    // A family that rests reads as before: its agenda keeps the rest, day by day (K-13).
    state: closingOf(course) === undefined ? 'active' : 'closed',
    children: family.members.filter(isChild).map((member) => childFact(member, safeguards)),
    pregnancies: family.members.flatMap(({ memberId, carriedBy }) => carriedBy === undefined ? [] : [{ unborn: memberId, carriedBy }]),
    authority: authorities(family).filter(({ status }) => status !== 'none')
      .map(({ child, adult, status, from, until }) => ({ child, adult, period: period(from, until), verified: status === 'verified' })),
    consents: consents.map(consentFact),
    team: careTeam.members.map(({ practitionerId, organisation, discipline, from, until }) =>
      ({ person: practitionerId, organisation, discipline, role: roleOf(practitionerId, careTeam), period: period(from, until) })),
    registrations: [
      ...careTeam.members.flatMap(({ practitionerId }) =>
        (directory.practitioner(practitionerId)?.registrations ?? []).map(({ from, until }) => ({ person: practitionerId, period: period(from, until) }))),
      ...onCallFor(file, directory),
    ],
    ...safeguarded(safeguards),
    groupDuties: dutiesWith(file, viewer.person, duties ?? []),
    breakGlass: openings.map(({ by, about, at }) => ({ by: by.person, person: about.person, at })),
    employments: [...staff, ...(employment === undefined ? [] : [employment])].map(({ from = opened, until, ...held }) => ({ ...held, period: period(from < opened ? opened : from, until) })),
  }
}

const roleOf = (person: PersonId, { coordinator, substitute }: CareTeam): Facts['team'][number]['role'] =>
  person === coordinator ? 'coordinator' : person === substitute ? 'substitute' : 'member'

/** Behind a coordinator of the first line: the days on which the specialist on call is in the team and registered. */
const onCallFor = ({ careTeam: { members, coordinator, specialistOnCall } }: Pick<OpenCase, 'careTeam'>, directory: CaseRecord['directory']): Facts['registrations'] =>
  coordinator === undefined || specialistOnCall === undefined ? [] : members.filter(({ practitionerId, discipline }) => practitionerId === specialistOnCall && discipline === 'imhSpecialist').flatMap((member) =>
    (directory.practitioner(specialistOnCall)?.registrations ?? []).flatMap((registration) => {
      const days = common([member, registration])
      return days === undefined ? [] : [{ person: coordinator, period: days }]
    }))

/** A child with what was judged of it and what it said itself (G-12). */
const childFact = ({ memberId, birthDate }: Member, measures: readonly Safeguard[]): Facts['children'][number] => {
  const judged = ofKind(measures, 'capacity').findLast(({ measure }) => measure.child === memberId)?.measure.isCapable
  return {
    person: memberId, ...(birthDate !== undefined && { born: birthDate }), ...(judged !== undefined && { judgedCapable: judged }),
    letsParentsRead: ofKind(measures, 'openness').some(({ measure }) => measure.child === memberId),
  }
}

/**
 * When somebody works in a group in which a child of this family is looked after, while somebody of that organisation is in the team:
 * the days that all three have in common (K-14).
 */
const dutiesWith = ({ placements, careTeam }: Pick<OpenCase, 'placements' | 'careTeam'>, person: PersonId, duties: NonNullable<Asking['duties']>): Facts['groupDuties'] =>
  duties.flatMap((duty) => placements.filter(({ groupId }) => groupId === duty.groupId).flatMap((placement) =>
    careTeam.members.filter(({ organisation }) => organisation === placement.organisation && organisation === duty.organisation).flatMap((member) => {
      const days = common([duty, placement, member])
      return days === undefined ? [] : [{ person, period: days }]
    })))

/** The days that are in all of some periods; nothing when there are none. */
const common = (periods: readonly { readonly from: IsoDate; readonly until?: IsoDate }[]): Period | undefined => {
  const [from = ''] = periods.map((one) => one.from).sort().reverse()
  const [until] = periods.flatMap((one) => one.until ?? []).sort()
  return until !== undefined && until < from ? undefined : period(from, until)
}

const ofKind = <Kind extends Measure['kind']>(measures: readonly Safeguard[], kind: Kind) => measures.flatMap(({ measure, at }) => isOfKind(measure, kind) ? [{ measure, at }] : [])

/** What holds by the decision of a professional or by somebody's word, until it is lifted. What is shielded, given or told in confidence stands with the entries themselves. */
const safeguarded = (
  measures: readonly Safeguard[],
): Pick<Facts, 'protections' | 'closings' | 'holdersDisagree' | 'highConflict' | 'ownFamily' | 'excluded' | 'youthCareExchanges'> => {
  const inConflict = ofKind(measures, 'highConflict').flatMap(({ measure }) => measure.persons)
  return {
    protections: ofKind(measures, 'protection').map(({ measure: { person, from } }) => ({ viewer: from, person })),
    closings: ofKind(measures, 'closing').map(({ measure: { from: person }, at: from }) => ({ person, from })),
    holdersDisagree: ofKind(measures, 'disagreement').length > 0,
    ownFamily: ofKind(measures, 'ownFamily').map(({ measure }) => measure.professional),
    excluded: ofKind(measures, 'exclusion').map(({ measure }) => measure.professional),
    youthCareExchanges: ofKind(measures, 'exchange').map(({ measure: { about: subject, recipient, agreement } }) => ({ subject, recipient, agreement })),
    ...(inConflict.length > 0 && { highConflict: [...new Set(inConflict)] }),
  }
}

const isOfKind = <Kind extends Measure['kind']>(measure: Measure, kind: Kind): measure is Extract<Measure, { kind: Kind }> => measure.kind === kind

/** A consent as the policies know it. */
export const consentFact = ({ effect, subject, category, recipient, from, until, signedBy, withdrawnAt }: Consent): Facts['consents'][number] =>
  ({ effect, subject, category, recipient, period: period(from, until), signedBy, ...(withdrawnAt !== undefined && { withdrawnAt }) })

const period = (from: IsoDate, until: IsoDate | undefined): Period => until === undefined ? { from } : { from, until }

/**
 * From a row of the matrix to what `decide` takes. The names of the matrix (`mother`, `kdc-1`) serve as ids here;
 * what a row doesn't say gets the matrix's defaults.
 */
import {
  categories, disciplines, relation, zoneOf, type Category, type Discipline, type IsoInstant, type OrganisationId, type PersonId, type Subject,
} from '@samenspel/kernel'
import { actions, plainEntry, type Action, type Entry, type Label } from '../entries.ts'
import { noFacts, type Authority, type Consent, type Facts, type Recipient } from '../facts.ts'
import type { CareViewer, OfficeViewer, Purpose, Viewer } from '../viewers.ts'
import { readIntervals, readMoment, readName, readNotation, readOpenings, readShields, type Notation, type WrittenConsent } from './notation.ts'
import type { MatrixRow } from './rows.ts'

export type Scene = { readonly viewer: Viewer; readonly action: Action; readonly entry: Entry; readonly facts: Facts; readonly now: IsoInstant }

const firstOrganisation: Record<Discipline, OrganisationId> = {
  dayCentre: 'kdc-1', hospital: 'zkh-1', youthCare: 'jz-1', adultMentalHealth: 'ggz-1', gp: 'gp-1', midwife: 'vk-1', childHealthClinic: 'cb-1',
  imhSpecialist: 'imh-1', homeSupport: 'hs-1', neighbourhoodTeam: 'wt-1', juvenileCourt: 'jr-1',
}
const always = { from: '1900-01-01' }
const family: readonly PersonId[] = ['mother', 'father', 'guardian', 'grandmother', 'stepfather', 'fosterMother', 'otherAdult', 'child', 'sibling']
const children: readonly PersonId[] = ['child', 'sibling']

const portalKinds = ['parentWithAuthority', 'parentWithoutAuthority', 'caregiver'] as const
const careKinds = ['coordinator', 'partner', 'outsider', 'referrer'] as const
const officeKinds = ['orgAdmin', 'privacyOfficer', 'support', 'policyViewer'] as const
const purposes = ['treatment', 'emergency', 'legalClaim', 'research', 'administration', 'accountability', 'support', 'policy', 'ownRights'] as const
const purposeOfOffice: Record<(typeof officeKinds)[number], Purpose> =
  { orgAdmin: 'administration', privacyOfficer: 'accountability', support: 'support', policyViewer: 'policy' }

const known = <Word extends string>(words: readonly Word[], written: string): Word => {
  const word = words.find((candidate) => candidate === written)
  if (word === undefined) throw new RangeError(`cannot read "${written}"`)
  return word
}
const isOneOf = <Word extends string>(words: readonly Word[], written: string): written is Word => words.some((word) => word === written)

/** @throws RangeError naming the part that can't be read. */
export const sceneOf = (row: MatrixRow): Scene => {
  const notation = readNotation(row.circumstances)
  const jurisdiction = notation.oneOf('jurisdiction', ['NL', 'BE'], 'NL')
  const viewer = viewerOf(row, notation)
  const subjects = subjectsOf(notation)
  return {
    viewer,
    action: known(actions, row.action),
    entry: entryOf(row, notation, viewer, subjects),
    facts: { ...noFacts(jurisdiction), ...factsOf(row, notation, viewer, subjects) },
    now: readMoment(notation.text('now') ?? '2026-09-15T10:00', zoneOf(jurisdiction)),
  }
}

// ── The viewer

const viewerOf = (row: MatrixRow, notation: Notation): Viewer => {
  const secondFactor = notation.oneOf('mfa', ['yes', 'no'], 'yes') === 'yes'
  if (isOneOf(portalKinds, row.viewer)) return { kind: 'portal', person: readName(row.viewer_detail), secondFactor }
  const [discipline = '', organisation = '', ...more] = row.viewer_detail.split('/')
  // Who has no discipline may have no organisation either.
  const isRead = more.length === 0 && (discipline === '-' && (organisation === '' || organisation === '-') || readName(organisation) !== '')
  if (!isRead) throw new RangeError(`cannot read "${row.viewer_detail}"`)
  const named = notation.oneOf('purpose', purposes, undefined)
  // At work nobody comes for their own rights: it opens as little as research does.
  const purpose = named === 'ownRights' ? 'research' : named
  const staff = { person: 'viewer', organisation, secondFactor } as const
  if (isOneOf(officeKinds, row.viewer)) {
    const office: OfficeViewer = { ...staff, kind: 'office', office: row.viewer, purpose: purpose ?? purposeOfOffice[row.viewer] }
    return discipline === '-' ? office : { ...office, discipline: known(disciplines, discipline) }
  }
  known(careKinds, row.viewer)
  const care: CareViewer = { ...staff, kind: 'care', ...(discipline !== '-' && { discipline: known(disciplines, discipline) }), purpose: purpose ?? 'treatment' }
  const context = notation.text('context')
  return context === undefined ? care : { ...care, context }
}

// ── Whom it is about

type Subjects = (written: string) => Subject

const subjectsOf = (notation: Notation): Subjects => (written) => {
  switch (written) {
    case 'child': case 'sibling': return { kind: written, person: written }
    case 'surroundings': return { kind: 'surroundings', person: 'child' }
    case 'unborn': return { kind: 'unborn', person: 'mother' }
    case 'mother': case 'father': return { kind: 'adult', person: written }
    case 'otherAdult': return { kind: 'adult', person: readName(notation.text('person') ?? 'otherAdult') }
    case 'relation': {
      const [a, b, ...rest] = (notation.text('dyad') ?? 'mother-child').split('-')
      if (a === undefined || b === undefined || rest.length > 0) throw new RangeError('cannot read the dyad')
      return relation(readName(a), readName(b))
    }
    default: throw new RangeError(`cannot read "${written}"`)
  }
}

// ── The entry

const labels: readonly Label[] = [...categories, 'unlabelled', 'workingNote']

const entryOf = (row: MatrixRow, notation: Notation, viewer: Viewer, subjects: Subjects): Entry => {
  const jurisdiction = notation.oneOf('jurisdiction', ['NL', 'BE'], 'NL')
  const recorded = notation.day('recorded') ?? '2026-06-01'
  const shielded = notation.text('shielded')
  const viewerIf = (yes: boolean) => yes ? [viewer.person] : []
  return {
    ...plainEntry,
    kind: notation.oneOf('kind', ['ordinary', 'card', 'feedback', 'consult', 'invitation'], 'ordinary'),
    subject: subjects(row.subject),
    category: known<Entry['category']>([...labels, 'accessLog'], row.category),
    author: authorOf(row, notation, viewer),
    recorded,
    occurred: notation.day('occurred') ?? recorded,
    draft: notation.isYes('draft'),
    locating: notation.isYes('locating'),
    secret: notation.isYes('secret'),
    inConfidence: notation.isYes('confidence'),
    restricted: notation.isYes('restricted'),
    identified: notation.oneOf('identified', ['yes', 'no'], 'yes') === 'yes',
    current: notation.oneOf('current', ['yes', 'no'], 'yes') === 'yes',
    mentions: notation.persons('mentions') ?? [],
    participants: viewerIf(notation.isYes('participant')),
    addressees: viewerIf(notation.isYes('addressee')),
    releasedTo: viewerIf(notation.isYes('released')),
    shields: shielded === undefined ? [] : readShields(shielded, zoneOf(jurisdiction)),
    ...(row.category === 'accessLog' && logLineOf(notation, viewer)),
  }
}

const authorOf = (row: MatrixRow, notation: Notation, viewer: Viewer): Entry['author'] => {
  const person = notation.oneOf('author', ['self'], undefined) === 'self' ? viewer.person : 'somebody-else'
  if (row.author_discipline === 'parent' || row.author_discipline === 'system') return { person }
  const discipline = known(disciplines, row.author_discipline)
  return { person, discipline, organisation: readName(notation.text('org') ?? firstOrganisation[discipline]) }
}

/** A professional who looked is written as a discipline. */
const logLineOf = (notation: Notation, viewer: Viewer): Pick<Entry, 'about' | 'lookedBy'> => {
  const about = known(labels, notation.text('about') ?? 'development')
  const actor = notation.text('actor') ?? 'professional'
  if (actor === 'professional' || isOneOf(disciplines, actor)) return { about }
  if (actor !== 'self') return { about, lookedBy: known(family, actor) }
  return viewer.kind === 'portal' ? { about, lookedBy: viewer.person } : { about }
}

// ── The facts

const factsOf = (row: MatrixRow, notation: Notation, viewer: Viewer, subjects: Subjects): Omit<Facts, 'jurisdiction'> => {
  const jurisdiction = notation.oneOf('jurisdiction', ['NL', 'BE'], 'NL')
  const zone = zoneOf(jurisdiction)
  const { person } = viewer
  const opening = notation.text('breakGlass')
  const closing = notation.text('closedForSafety')
  return {
    state: notation.oneOf('case', ['active', 'paused', 'closed'], 'active'),
    children: childrenOf(notation),
    pregnancies: [{ unborn: 'unborn', carriedBy: 'mother' }],
    authority: authorityOf(row, notation, viewer),
    holdersDisagree: notation.isYes('disagreement'),
    consents: notation.consents.map((written) => consentOf(written, notation, subjects, (at) => readMoment(at, zone))),
    team: [...teamOf(row, notation, viewer), ...professionalsIn(notation)],
    registrations: (notation.periods('registration') ?? [{ from: '2024-01-01', until: '2028-12-31' }]).map((period) => ({ person, period })),
    employments: viewer.kind === 'portal' || notation.oneOf('employed', ['yes', 'no'], 'yes') === 'no' ? [] : [{ person, organisation: viewer.organisation, period: always }],
    groupDuties: notation.isYes('groupWorker') ? [{ person, period: always }] : [],
    ownFamily: notation.isYes('ownFamily') ? [person] : [],
    excluded: notation.isYes('excluded') ? [person] : [],
    breakGlass: opening === undefined ? [] : readOpenings(opening, zone).map((opened) => ({ by: person, ...opened })),
    youthCareExchanges: exchangesOf(row, notation, viewer, subjects),
    safety: {
      members: notation.isYes('trackMember') ? [person] : [],
      discussedWithParents: notation.oneOf('step3', ['done', 'no'], 'no') === 'done',
      investigated: notation.isYes('investigated') ? [person] : [],
    },
    protections: (notation.persons('protectedFrom') ?? []).map((absent) => ({ viewer: person, person: absent })),
    ...(notation.isYes('highConflict') && { highConflict: ['mother', 'father'] }),
    closings: closing === undefined ? [] : readIntervals(closing, zone).map((interval) => ({ person, ...interval })),
  }
}

const childrenOf = (notation: Notation): Facts['children'] => {
  const capable = notation.oneOf('capable', ['yes', 'no'], undefined)
  const said = { letsParentsRead: notation.isYes('childConsent'), ...(capable !== undefined && { judgedCapable: capable === 'yes' }) }
  return [
    { person: 'child', born: notation.day('born') ?? '2024-03-10', ...said },
    { person: 'sibling', born: notation.day('siblingBorn') ?? '2020-05-01', ...said },
  ]
}

const holdersIn = (notation: Notation): readonly PersonId[] => notation.persons('holders') ?? ['mother', 'father']

/** Who signs where nobody is said to: it stands for whoever may, also when a row names no holder. */
const whoMay = 'who-may-sign'

/** The holders decide about consent, for either child; what a portal viewer holds the row says apart from that. */
const authorityOf = (row: MatrixRow, notation: Notation, viewer: Viewer): readonly Authority[] => {
  const named = holdersIn(notation)
  const holders = (named.length === 0 ? [whoMay] : named).filter((adult) => adult !== viewer.person)
  const held = holders.flatMap((adult) => children.map((child): Authority => ({ child, adult, period: always, verified: true })))
  if (viewer.kind !== 'portal') return held
  const verified = notation.oneOf('authorityStatus', ['verified', 'unverified'], 'verified') === 'verified'
  const own = notation.periods('authority') ?? (row.viewer === 'parentWithAuthority' ? [{ from: '2020-01-01' }] : [])
  const ofSibling = notation.periods('siblingAuthority') ?? []
  const over = (child: PersonId) => (period: Authority['period']): Authority => ({ child, adult: viewer.person, period, verified })
  return [...held, ...own.map(over('child')), ...ofSibling.map(over('sibling'))]
}

const teamOf = (row: MatrixRow, notation: Notation, viewer: Viewer): Facts['team'] => {
  if (viewer.kind === 'portal' || viewer.discipline === undefined) return []
  const { person, organisation, discipline } = viewer
  const role = row.viewer === 'coordinator' ? 'coordinator' : 'member'
  const usual = row.viewer === 'coordinator' || row.viewer === 'partner' ? [{ from: '2026-01-01' }] : []
  return (notation.periods('team') ?? usual).map((period) => ({ person, organisation, discipline, role, period }))
}

/** A professional in a dyad is written as a discipline, and is in the team. */
const professionalsIn = (notation: Notation): Facts['team'] => (notation.text('dyad') ?? '').split('-')
  .filter((person) => isOneOf(disciplines, person))
  .map((discipline) => ({ person: discipline, organisation: firstOrganisation[discipline], discipline, role: 'member', period: always }))

/** `ijh` speaks of the exchange in which the viewer would receive this entry. */
const exchangesOf = (row: MatrixRow, notation: Notation, viewer: Viewer, subjects: Subjects): Facts['youthCareExchanges'] => {
  const agreement = notation.oneOf('ijh', ['obtained', 'soughtNotObtained', 'no'], 'no')
  return viewer.kind === 'portal' || agreement === 'no' ? [] : [{ subject: subjects(row.subject), recipient: viewer.organisation, agreement }]
}

// ── Consent

/** Without signers standing is given: then everybody signed who could have to. */
const consentOf = (written: WrittenConsent, notation: Notation, subjects: Subjects, moment: (at: string) => IsoInstant): Consent => {
  const subject = subjects(written.subject)
  const { effect, period, withdrawnAt, context } = written
  return {
    effect, subject, period,
    category: known<Category | '*'>([...categories, '*'], written.category),
    recipient: recipientOf(written.recipient),
    signedBy: written.signedBy ?? [...new Set([...family, whoMay, ...holdersIn(notation), ...personsOf(subject)])],
    ...(withdrawnAt !== undefined && { withdrawnAt: moment(withdrawnAt) }),
    ...(context !== undefined && { context }),
  }
}

const personsOf = (subject: Subject): readonly PersonId[] => {
  switch (subject.kind) {
    case 'case': return []
    case 'relation': return subject.persons
    default: return [subject.person]
  }
}

const recipientOf = (written: string): Recipient => {
  if (written === 'all') return { kind: 'all' }
  const [kind, name = ''] = written.split(':')
  switch (kind) {
    case 'org': return { kind: 'organisation', organisation: readName(name) }
    case 'disc': return { kind: 'discipline', discipline: known(disciplines, name) }
    default: throw new RangeError(`cannot read "${written}"`)
  }
}

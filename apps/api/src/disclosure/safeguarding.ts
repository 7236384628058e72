/**
 * Authority and safeguards as the people see them who decide: who has which authority, on what proof, what is shielded from whom and
 * why, and what was read in days on which it turned out that somebody had no authority. Of all this a family sees nothing, and its
 * access log has no line that they find (docs/decisions/032-safeguards-and-working-notes.md).
 */
import { authorities, exclusionsBy, guardedEntry, isAdult, isChild, isOwnNo, personsOf, professionalOf, standing, toReview, verifiedByHand, type AuthorityGap as Gap, type AuthorityProof, type AuthorityVerifier, type GuardedEntry, type Measure, type Safeguard } from '@samenspel/family-case'
import { covers, dayOf, zoneOf, type FamilyId, type Id, type IsoDate, type PersonId, type Subject } from '@samenspel/kernel'
import { viewText } from '@samenspel/intl/views'
import { Refused } from '../graphql/refused.ts'
import type { AuthorityFact, AuthorityGap, GapRead, OwnExclusions, Safeguard as SafeguardView, Safeguarding as SafeguardingView } from '../graphql/types/safeguards.ts'
import type { Session } from '../sessions/sessions.ts'
import type { LogLine } from './access-log.ts'
import { openLines, whatView } from './access-log-reading.ts'
import { entryOfItem, writerOf } from './copying/entries.ts'
import { coordinatesHere, look, type DisclosingParts, type Looked } from './disclosing.ts'
import { shown, type Shown } from './gate.ts'
import { guardedAs } from './items.ts'
import { gapReadByOfficeLine, gapReadLine, nothingSharedLine, safeguardLine } from './log-lines.ts'
import { officeOccasion } from './office.ts'
import type { CaseRecord, Directory } from './case-record.ts'
import { loadDirectory, loadRecord } from './record.ts'
import { refuse } from './refuse.ts'
import { askingOf } from './viewer.ts'
import { actorName, nameOf, organisation, subjectRef, type Reader } from './views/reader.ts'
import { teamView } from './views/people.ts'

export type Safeguarding = {
  /** @throws Refused `not-found` for a family of which nothing opens, and for everybody who is no professional */
  readonly of: (session: Session, family: FamilyId) => Promise<SafeguardingView>
  /** For who coordinates, and for a privacy officer, who sees kinds and numbers in place of names. @throws Refused `not-found`, `not-coordinator` */
  readonly gaps: (session: Session, family: FamilyId) => Promise<readonly AuthorityGap[]>
  /** Asks whether a fact about authority is so. @throws Refused `authority-fact-unknown`, `authority-unconfirmed` */
  readonly confirm: (family: FamilyId, authorityId: Id, seen: AuthorityProof | undefined) => Promise<AuthorityProof>
  /** Whom somebody of the family keeps out, in their own words to themselves. @throws Refused `not-found` for everybody else */
  readonly exclusions: (session: Session, family: FamilyId) => Promise<OwnExclusions>
  /** Whether the register knows a professional. */
  readonly isRegistered: (person: PersonId) => Promise<boolean>
  /** How many looks there were in a gap, for the fact that somebody went through them. */
  readonly readsIn: (family: FamilyId, gapId: string) => Promise<number>
}

/** @param verifier where it is asked whether somebody has authority; without one the professional says what they saw */
export const openSafeguarding = (parts: DisclosingParts, verifier: AuthorityVerifier = verifiedByHand): Safeguarding => {
  const lookAs = async (session: Session, family: FamilyId, operation: string): Promise<Looked> => {
    const looked = await look(parts, await askingOf(session, parts.files), family, operation)
    if (looked === undefined) throw new Refused('not-found')
    return session.role === 'professional' ? looked : refuse(parts, looked.occasion, 'read', 'not-found')
  }
  const readsOf = async (family: FamilyId, gap: Gap, record: CaseRecord): Promise<readonly LogLine[]> => (await parts.log.read(family)).filter((line) => isReadIn(gap, line, record))
  return {
    of: async (session, family) => {
      const looked = await lookAs(session, family, 'safeguarding')
      await parts.log.write(family, [safeguardLine(looked.occasion, looked.opened)])
      return viewOf(looked, await keptOut(parts, looked))
    },
    exclusions: async (session, family) => {
      const looked = await look(parts, await askingOf(session, parts.files), family, 'ownExclusions')
      if (looked === undefined) throw new Refused('not-found')
      if (session.role !== 'familyMember') return refuse(parts, looked.occasion, 'read', 'not-found')
      await parts.log.write(family, [nothingSharedLine(looked.occasion)])
      return exclusionsOf(looked, await keptOut(parts, looked))
    },
    isRegistered: async (person) => await parts.files.practitioners.state(person) !== undefined,
    gaps: async (session, family) => {
      if (session.role === 'privacyOfficer') return gapsForOffice(parts, session, family)
      const looked = await lookAs(session, family, 'authorityGaps')
      const { occasion, reader } = looked
      const { record } = occasion
      if (!coordinates(looked)) return refuse(parts, occasion, 'readAccessLog', 'not-coordinator')
      await parts.log.write(family, [gapReadLine(occasion, looked.opened)])
      return Promise.all(record.file.family.authorityGaps.map(async (gap) => gapView(gap, {
        child: nameOf(reader, gap.child), adult: nameOf(reader, gap.adult), reviewedBy: gap.reviewed === undefined ? undefined : actorName(reader, gap.reviewed.by),
        reads: readsView(await readsOf(family, gap, record), reader.text, (subject) => subjectRef(reader, subject).label, record),
      })))
    },
    confirm: async (family, authorityId, seen) => {
      const file = await parts.files.cases.state(family)
      const fact = file.isOpen ? file.family.authorities.find((one) => one.authorityId === authorityId) : undefined
      if (fact === undefined) throw new Refused('authority-fact-unknown')
      const proof = await verifier(fact, seen)
      if (proof === undefined) throw new Refused('authority-unconfirmed')
      return proof
    },
    readsIn: async (family, gapId) => {
      const record = await loadRecord(parts.files, family)
      const gap = record?.file.family.authorityGaps.find((one) => one.gapId === gapId)
      return record === undefined || gap === undefined ? 0 : (await readsOf(family, gap, record)).length
    },
  }
}

/** The coordinator, or who stands in today. */
const coordinates = ({ occasion: { asking, record, now } }: Looked): boolean => coordinatesHere(record, asking, now)

// ── What there is

/** What is known of the professionals who are kept out; they need not be of the team. */
type KeptOut = Pick<Directory, 'practitioner' | 'organisation'>

const keptOut = (parts: DisclosingParts, { occasion: { record } }: Looked): Promise<KeptOut> =>
  loadDirectory(parts.files, record.file.safeguards.flatMap(({ measure }) => professionalOf(measure) ?? []))

const exclusionsOf = ({ occasion: { record: { familyId, file: { family, safeguards } } }, reader }: Looked, { practitioner, organisation: works }: KeptOut): OwnExclusions => {
  const own = exclusionsBy(safeguards, reader.person)
  const isOut = (id: PersonId): boolean => own.some(({ measure }) => professionalOf(measure) === id)
  const holds = authorities(family).some(({ adult, status, ...period }) => adult === reader.person && status === 'verified' && covers(periodOf(period), reader.today))
  return {
    familyId, mayExclude: holds || family.members.some(({ role, carriedBy }) => role === 'unbornChild' && carriedBy === reader.person),
    excluded: own.flatMap(({ safeguardId, measure, at }) => {
      const known = practitioner(professionalOf(measure) ?? '')
      return known === undefined ? [] : [{ id: safeguardId, name: known.name, what: [known.title, reader.opened.isGuarded ? undefined : works(known.organisation)?.name].filter(Boolean).join(', '), since: dayOf(at, reader.zone) }]
    }),
    team: teamView(reader, false).filter(({ isCoordinator, professional: { id } }) => !isCoordinator && !isOut(id)).map((one) => one.professional),
  }
}

const viewOf = (looked: Looked, out: KeptOut): SafeguardingView => {
  const { occasion: { record, asking }, opened, reader } = looked
  const { family } = record.file
  const isCoordinating = coordinates(looked)
  const named = [...opened.named.values()].map(({ memberId, role }) => ({ id: memberId, name: nameOf(reader, memberId), role }))
  const facts = shown(opened, 'authority').map(({ item }) => item.value)
  const team = teamView(reader, false)
  return {
    familyId: record.familyId, name: opened.head.name, zone: reader.zone, jurisdiction: family.jurisdiction, coordinates: isCoordinating,
    children: named.filter(isChild), adults: named.filter(isAdult),
    team: team.map((one) => one.professional), organisations: [...new Map(team.map(({ professional: { organisation: of } }) => [of.id, of])).values()],
    maySayOwnFamily: !isCoordinating && team.some(({ professional: { id } }) => id === asking.actor.person),
    authority: facts.map((fact): AuthorityFact => {
      const { authorityId, child, adult, status, basis, source, from, until, by, at, verification, mistaken } = fact
      return {
        id: authorityId, childId: child, adultId: adult, status, basis, source, from, ...(until !== undefined && { until }), recordedBy: actorName(reader, by), recordedAt: at,
        ...(verification !== undefined && { check: { ...verification, by: actorName(reader, verification.by) } }), isCheckDue: isCheckDue(fact, reader.today),
        ...(mistaken !== undefined && { mistake: mistaken.reason }),
      }
    }),
    today: authorities({ authorities: facts, members: shown(opened, 'member').map(({ item }) => item.value), jurisdiction: family.jurisdiction }).filter((held) => covers(periodOf(held), reader.today)).map(({ child, adult, status }) => ({ childId: child, adultId: adult, status })),
    safeguards: record.file.safeguards.filter((one) => isTheirs(one, looked)).map((one) => safeguardView(one, looked, out)),
  }
}

/**
 * Who coordinates knows of every measure but those about a part that is secret to them; everybody else of what they set about parts.
 * A measure about a secret part would tell that there is one.
 */
const isTheirs = ({ measure, by }: Safeguard, looked: Looked): boolean => {
  const { occasion: { record, asking }, opened } = looked
  const { safeguards } = record.file
  const entry = guardedEntry(measure)
  if (entry !== undefined && by.person === asking.actor.person) return true
  if (!coordinates(looked)) return false
  if (entry === undefined) return true
  const isSecret = measure.kind === 'secret' || standing(safeguards).some((one) => one.measure.kind === 'secret' && one.measure.entry.kind === entry.kind && one.measure.entry.id === entry.id)
  return !isSecret || opened.items.some(isPart(entry, record))
}

const safeguardView = (safeguard: Safeguard, { opened: { items }, reader, occasion: { record } }: Looked, out: KeptOut): SafeguardView => {
  const { safeguardId, measure, by, at, reviewOn, liftedAt, explained } = safeguard
  const entry = guardedEntry(measure)
  const item = entry === undefined ? undefined : items.findLast(isPart(entry, record))
  const words = item === undefined ? undefined : wordsOf(reader, item)
  return {
    id: safeguardId, kind: measure.kind, personIds: personsOf(measure), setBy: actorName(reader, by), setAt: at, ...(reviewOn !== undefined && { reviewOn }),
    isDue: toReview([safeguard], reader.today).length > 0, mayLift: liftedAt === undefined && !isOwnNo(safeguard), ...(liftedAt !== undefined && { liftedAt }),
    ...(entry !== undefined && { entryKind: entry.kind, entryId: entry.id }), ...(words !== undefined && { entry: words }),
    ...more(measure, reader, out),
    reasons: explained.map((one) => ({ step: one.step, text: one.reason, by: actorName(reader, one.by), at: one.at })),
  }
}

const isPart = ({ kind, id }: GuardedEntry, record: CaseRecord) => ({ item }: Shown): boolean => item.kind === kind && guardedAs(item, record).id === id

/** What a measure says besides whom it is about. */
const more = (measure: Measure, reader: Reader, { practitioner, organisation: works }: KeptOut): Partial<SafeguardView> => {
  switch (measure.kind) {
    case 'capacity': return { isCapable: measure.isCapable }
    case 'exchange': return { about: subjectRef(reader, measure.about).label, organisation: organisation(reader, measure.recipient).name, agreement: measure.agreement }
    case 'ownFamily':
    case 'exclusion': {
      const known = practitioner(measure.professional)
      return known === undefined ? {} : { professional: [known.name, works(known.organisation)?.name].filter(Boolean).join(', ') }
    }
    default: return {}
  }
}

/** The first words of a part of the file, to know it by. */
const wordsOf = (reader: Reader, one: Shown): string => {
  const { item } = one
  switch (item.kind) {
    case 'contribution': return shortened(item.value.situation)
    case 'correction':
    case 'guidingQuestion': return shortened(item.value.text)
    default: return shortened(entryOfItem(writerOf(reader), one).title)
  }
}

const shortest = 90
const shortened = (words: string): string => words.length <= shortest ? words : `${words.slice(0, shortest).trimEnd()}…`

const periodOf = ({ from, until }: { readonly from: IsoDate; readonly until?: IsoDate }) => until === undefined ? { from } : { from, until }

const isCheckDue = ({ verification, mistaken }: { readonly verification?: { readonly checkOn?: IsoDate }; readonly mistaken?: unknown }, today: IsoDate): boolean =>
  mistaken === undefined && verification?.checkOn !== undefined && verification.checkOn <= today

// ── What is to be done

/** Something that somebody has to look at again: a safeguard, a proof of authority, or what was read without authority. */
export type SafeguardTask = { readonly id: string; readonly kind: 'review' | 'check' | 'gap'; readonly since: IsoDate }

export const tasksOf = (looked: Looked): readonly SafeguardTask[] => {
  const { occasion: { record: { file: { family, safeguards } } }, reader } = looked
  const isCoordinating = coordinates(looked)
  const task = (kind: SafeguardTask['kind'], id: string, since: IsoDate): SafeguardTask => ({ id: `${kind} ${id}`, kind, since })
  const own = toReview(safeguards, reader.today).filter((one) => isTheirs(one, looked))
  return [
    ...own.map((one) => task('review', one.safeguardId, one.reviewOn ?? reader.today)),
    ...isCoordinating ? family.authorities.filter((fact) => isCheckDue(fact, reader.today)).map((fact) => task('check', fact.authorityId, fact.verification?.checkOn ?? reader.today)) : [],
    ...isCoordinating ? family.authorityGaps.filter(({ reviewed }) => reviewed === undefined).map((gap) => task('gap', gap.gapId, dayOf(gap.knownAt, reader.zone))) : [],
  ]
}

// ── What was read without authority

/** A look of that adult at something of that child, on one of those days and before anybody knew. */
const isReadIn = ({ adult, child, from, until, knownAt }: Gap, line: LogLine, { file: { family } }: CaseRecord): boolean => {
  const day = dayOf(line.at, zoneOf(family.jurisdiction))
  return line.by.person === adult && line.outcome === 'done' && line.action !== 'write' && isOfChild(line.subject, child) && from <= day && day <= until && Temporal.Instant.compare(line.at, knownAt) < 0
}

const isOfChild = (subject: Subject, child: PersonId): boolean => {
  switch (subject.kind) {
    case 'case': return false
    case 'relation': return subject.persons.includes(child)
    default: return subject.person === child
  }
}

const readsView = (lines: readonly LogLine[], text: Reader['text'], about: (subject: Subject) => string, { file: { family } }: CaseRecord): readonly GapRead[] => {
  const views = lines.map((line): GapRead => ({
    on: dayOf(line.at, zoneOf(family.jurisdiction)), action: text(`log.${line.action}`), what: whatView(text, line.action, line.category, about(line.subject)), times: 1,
  }))
  return [...Map.groupBy(views, ({ on, action, what }) => `${on} ${action} ${what}`).values()].flatMap((same) => same[0] === undefined ? [] : [{ ...same[0], times: same.length }])
}

const gapView = ({ gapId, from, until, knownAt, reviewed }: Gap, more: Pick<AuthorityGap, 'child' | 'adult' | 'reads'> & { readonly reviewedBy: string | undefined }): AuthorityGap => {
  const { reviewedBy, ...rest } = more
  return {
    id: gapId, from, until, knownAt, ...rest,
    ...(reviewed !== undefined && { reviewNote: reviewed.note, reviewedAt: reviewed.at }), ...(reviewedBy !== undefined && { reviewedBy }),
  }
}

/** What an office sees: the lines that open to it, and kinds and numbers for people. */
const gapsForOffice = async (parts: DisclosingParts, session: Session, family: FamilyId): Promise<readonly AuthorityGap[]> => {
  const occasion = await officeOccasion(parts, session, family, 'authorityGaps', 'readAccessLog')
  if (occasion === undefined) throw new Refused('not-found')
  const { record } = occasion
  const { shown: lines, policies } = await openLines(parts, occasion)
  await parts.log.write(family, [gapReadByOfficeLine(occasion, policies)])
  const text = viewText(session.language)
  const code = (person: PersonId): string => person.slice(0, 4)
  return record.file.family.authorityGaps.map((gap) => {
    // What the coordinator wrote may name somebody.
    return gapView({ ...gap, ...(gap.reviewed !== undefined && { reviewed: { ...gap.reviewed, note: '' } }) }, {
      child: `${text('kind.child')} ${code(gap.child)}`, adult: `${text('kind.adult')} ${code(gap.adult)}`, reviewedBy: undefined,
      reads: readsView(lines.filter((line) => isReadIn(gap, line, record)), text, ({ kind }) => text(`kind.${kind}`), record),
    })
  })
}

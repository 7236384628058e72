/**
 * A family's days as a system lives them: what is recorded is folded by the case file, opened by the gate's own facts and entries,
 * and shown, counted, searched and told. Bugs that others have made can be put in, to see that they are found.
 */
import { disclose, type Entry, type Facts, type Viewer } from '@samenspel/access'
import { emptyAgenda } from '@samenspel/agenda'
import { familyCase, type FamilyCase, type FamilyCaseEvent } from '@samenspel/family-case'
import { addDays, momentOf, type Actor, type Category, type Discipline, type IsoDate, type IsoInstant, type Subject } from '@samenspel/kernel'
import { practitioner as practitioners, usualUse } from '@samenspel/register'
import { safetyTracks } from '@samenspel/safety'
import { factsOf } from '../disclosure/facts.ts'
import { candidates } from '../disclosure/items.ts'
import type { CaseRecord } from '../disclosure/case-record.ts'
import type { Asking } from '../disclosure/viewer.ts'

// ── Who and what there is

export const workers = { worker: ['centre', 'dayCentre'], colleague: ['centre', 'dayCentre'], doctor: ['hospital', 'hospital'] } as const satisfies Record<string, readonly [string, Discipline]>
export const parents = ['mother', 'father'] as const
export type Worker = keyof typeof workers
export type Parent = (typeof parents)[number]
export type Person = Worker | Parent
export const people: readonly Person[] = ['worker', 'colleague', 'doctor', 'mother', 'father']
export const labels = ['medical', 'social'] as const satisfies readonly Category[]
export type Label = (typeof labels)[number]
export type About = 'child' | 'mother'
export type Recipient = 'centre' | 'hospital' | 'all'

/** What can happen in a day; `days` says for how long, and absent that it stays. Entries and consents are named by their number. */
export type Happening =
  | { readonly type: 'day' }
  | { readonly type: 'join' | 'leave'; readonly who: Worker }
  | { readonly type: 'give' | 'object'; readonly about: About; readonly label: Label | '*'; readonly to: Recipient; readonly signed: readonly Parent[]; readonly days?: number }
  | { readonly type: 'withdraw'; readonly about: About; readonly label: Label | '*'; readonly to: Recipient }
  | { readonly type: 'entry'; readonly who: Worker; readonly about: About; readonly label: Label }
  | { readonly type: 'shield'; readonly entry: number; readonly from: Parent }
  | { readonly type: 'look' | 'search' | 'subscribe'; readonly who: Person }

export const bugs = ['stale cache', 'unfiltered search', 'stale subscription', 'ignored expiry', 'revoke removing one of two grants'] as const
export type Bug = (typeof bugs)[number]

export type Lived = {
  /** @returns what the happening shows: the entries somebody sees, how many a search counts, or whom it is told of. */
  readonly live: (happening: Happening) => string
}

const firstDay: IsoDate = '2026-03-25'
const zone = 'Europe/Amsterdam'
const subjectOf = (about: About): Subject => about === 'child' ? { kind: 'child', person: 'child' } : { kind: 'adult', person: 'mother' }
const acting = (who: Worker): Actor => ({ person: who, role: 'professional', organisation: workers[who][0], discipline: workers[who][1] })
const isWorker = (who: Person): who is Worker => who in workers

const opened = (at: IsoInstant): readonly FamilyCaseEvent[] => {
  const recorded = { by: acting('doctor'), at }
  const member = (memberId: string, role: 'child' | Parent, birthDate?: IsoDate): FamilyCaseEvent => ({
    type: 'MemberAdded', subject: { kind: role === 'child' ? 'child' : 'adult', person: memberId }, category: 'contact', ...recorded, memberId, role, firstName: memberId,
    ...(birthDate !== undefined && { birthDate }), isIndexChild: role === 'child', inHousehold: true,
  })
  return [
    { type: 'FamilyOpened', subject: { kind: 'case' }, ...recorded, familyId: 'family', name: 'name', jurisdiction: 'NL', caseNumber: '1' },
    member('mother', 'mother'), member('father', 'father'), member('child', 'child', '2024-03-10'),
    ...parents.map((adult): FamilyCaseEvent => ({
      type: 'AuthorityRecorded', subject: { kind: 'child', person: 'child' }, category: 'contact', ...recorded, authorityId: adult, child: 'child', adult, status: 'verified', basis: 'byLaw',
      source: 'authorityRegister', from: '2024-03-10',
    })),
  ]
}

const directory: CaseRecord['directory'] = {
  practitioner: (id) => id in workers ? practitioners.evolve(undefined, {
    type: 'PractitionerRegistered', subject: { kind: 'adult', person: id }, by: acting('doctor'), at: momentOf(firstDay, '08:00', zone), practitionerId: id, name: id, title: id,
    discipline: workers[id as Worker][1], organisation: workers[id as Worker][0],
  }) : undefined,
  organisation: () => undefined, place: () => undefined, offers: () => [], meetingWay: () => undefined, fallen: () => undefined, onShelf: () => false, use: () => usualUse,
}

/** Begins a family's days. @param bug a mistake to make, or none */
export const live = (bug?: Bug): Lived => {
  let minute = 8 * 60
  let today = firstDay
  const now = (): IsoInstant => momentOf(today, `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`, zone)
  let file = opened(now()).reduce<FamilyCase>(familyCase.evolve, familyCase.initial)
  let recorded = 0
  const shields = new Map<string, Entry['shields']>()
  const cached = new Map<Person, { readonly entries: number; readonly seen: readonly string[] }>()
  const subscribed = new Map<Person, { readonly facts: Facts }>()
  const told = new Map<Person, ReadonlySet<string>>()

  const record = (event: FamilyCaseEvent): void => { file = familyCase.evolve(file, event) }
  const askingOf = (who: Person): Asking & { readonly viewer: Viewer } => ({
    viewer: isWorker(who)
      ? { kind: 'care', person: who, organisation: workers[who][0], discipline: workers[who][1], secondFactor: true, purpose: 'treatment' }
      : { kind: 'portal', person: who, secondFactor: true },
    actor: { person: who, role: isWorker(who) ? 'professional' : 'familyMember' }, employment: isWorker(who) ? { person: who, organisation: workers[who][0] } : undefined,
    session: { person: who, role: isWorker(who) ? 'professional' : 'familyMember', app: 'desk', language: 'nl', key: who, secondFactor: true },
  })
  const recordOf = (): CaseRecord => {
    if (!file.isOpen) throw new Error('no case')
    return { familyId: 'family', file, agenda: emptyAgenda, tracks: safetyTracks.initial, openings: [], restricted: new Set(), restrictedUnseen: [], directory }
  }
  const factsFor = (who: Person): Facts => {
    const facts = factsOf(recordOf(), askingOf(who))
    return bug === 'ignored expiry' ? { ...facts, consents: facts.consents.map((consent) => ({ ...consent, period: { from: consent.period.from } })) } : facts
  }
  const all = () => candidates(recordOf(), today).filter(({ item }) => item.kind === 'contribution')
  const seenBy = (who: Person, facts: Facts): readonly string[] => {
    const sealed = all().flatMap(({ entries, item }) => entries.map((entry) => ({ entry: { ...entry, shields: shields.get(item.id) ?? [] }, content: item.id })))
    return disclose(askingOf(who).viewer, sealed, facts, now()).flatMap((one) => one.outcome === 'content' ? [one.content] : [])
  }
  const look = (who: Person): readonly string[] => {
    const known = cached.get(who)
    if (bug === 'stale cache' && known?.entries === all().length) return known.seen
    const seen = seenBy(who, factsFor(who))
    cached.set(who, { entries: all().length, seen })
    return seen
  }
  /** Everybody who listens hears what they see now and did not see before. */
  const tell = (): string => people.filter((who) => subscribed.has(who)).flatMap((who) => {
    const seen = seenBy(who, bug === 'stale subscription' ? subscribed.get(who)!.facts : factsFor(who))
    const fresh = seen.filter((id) => told.get(who)?.has(id) !== true)
    told.set(who, new Set([...told.get(who) ?? [], ...seen]))
    return fresh.map((id) => `${who} hears of ${id}`)
  }).join()

  const happen = (happening: Happening): string => {
    switch (happening.type) {
      case 'day': today = addDays(today, 1); minute = 8 * 60; return ''
      case 'join':
        record({ type: 'TeamMemberAdded', subject: { kind: 'case' }, category: 'contact', by: acting('doctor'), at: now(), membershipId: `membership-${recorded += 1}`, practitionerId: happening.who,
          organisation: workers[happening.who][0], discipline: workers[happening.who][1], from: today, isCoach: false })
        return tell()
      case 'leave':
        for (const { membershipId, practitionerId, until } of recordOf().file.careTeam.members) {
          if (practitionerId === happening.who && until === undefined) record({ type: 'TeamMembershipEnded', subject: { kind: 'case' }, category: 'contact', by: acting('doctor'), at: now(), membershipId, until: today })
        }
        return tell()
      case 'give': case 'object': {
        const { about, label, to, signed: [first, ...others], days } = happening
        const consentId = `consent-${recorded += 1}`
        record({
          type: happening.type === 'give' ? 'ConsentGiven' : 'ObjectionMade', subject: subjectOf(about), by: acting('doctor'), at: now(), consentId, category: label,
          recipient: to === 'all' ? { kind: 'all' } : { kind: 'organisation', organisation: to }, from: today, ...(days !== undefined && { until: addDays(today, days) }),
          signedBy: first === undefined ? [] : [first], basis: 'written', askedBy: 'doctor', howExplained: 'spoken',
        })
        for (const signer of others) record({ type: 'ConsentSigned', subject: subjectOf(about), by: acting('doctor'), at: now(), consentId, signer, basis: 'written' })
        return tell()
      }
      case 'withdraw': {
        const { about, label, to } = happening
        const given = recordOf().file.consents.filter((consent) => consent.withdrawnAt === undefined && consent.effect === 'grant' && consent.category === label &&
          JSON.stringify(consent.subject) === JSON.stringify(subjectOf(about)) && (consent.recipient.kind === 'organisation' ? consent.recipient.organisation : consent.recipient.kind) === to)
        const withdrawn = bug === 'revoke removing one of two grants' ? given.slice(0, 1) : given
        for (const { consentId } of withdrawn) record({ type: 'ConsentWithdrawn', subject: subjectOf(about), by: acting('doctor'), at: now(), consentId, withdrawnBy: 'mother' })
        return tell()
      }
      case 'entry':
        record({ type: 'ContributionAdded', subject: subjectOf(happening.about), by: acting(happening.who), at: now(), id: `entry-${all().length + 1}`, kind: 'note', category: happening.label, setting: 'home', occurredOn: today, situation: 'text' })
        return tell()
      case 'shield': {
        const id = `entry-${happening.entry}`
        shields.set(id, [...shields.get(id) ?? [], { person: happening.from, from: now() }])
        return tell()
      }
      case 'look': return look(happening.who).join()
      case 'search': return String(bug === 'unfiltered search' ? all().length : look(happening.who).length)
      case 'subscribe': {
        const facts = factsFor(happening.who)
        subscribed.set(happening.who, { facts })
        told.set(happening.who, new Set(seenBy(happening.who, facts)))
        return ''
      }
    }
  }
  return { live: (happening) => { minute = Math.min(minute + 1, 23 * 60 + 59); return happen(happening) } }
}

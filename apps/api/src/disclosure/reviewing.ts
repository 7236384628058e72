/**
 * The review of the access log (L-13): which looks stand out, and how a privacy officer judged them. Only lines that open to the officer
 * are looked at; who sees findings of a family, or judges one, leaves a line in its log.
 */
import type { PolicyId } from '@samenspel/access'
import { findingsAcross, findingsInFile, inOrder, rules, type Finding as Found, type Look, type Looks, type Rule, type Verdict } from '@samenspel/accountability'
import { viewText } from '@samenspel/intl/views'
import { dayOf, isId, zoneOf, type FamilyId, type Id, type PersonId } from '@samenspel/kernel'
import { derivedId } from '../ids/derived-id.ts'
import { Refused } from '../graphql/refused.ts'
import type { Finding, ReviewReport } from '../graphql/types/review.ts'
import type { Session } from '../sessions/sessions.ts'
import type { LogLine } from './access-log.ts'
import { isOwn, linesInWords, openLines, openLog } from './access-log-reading.ts'
import { ownId } from '../ids/own-id.ts'
import type { DisclosingParts } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { openKeptReviews } from './kept-reviews.ts'
import { logReadLine, reviewLine, type Occasion } from './log-lines.ts'
import { officeOccasion } from './office.ts'
import type { Directory } from './case-record.ts'
import { loadDirectory } from './record.ts'
import { refuse } from './refuse.ts'

/** `month` as 2026-11. */
export type FindingFilter = { readonly month?: string; readonly isOpen?: boolean }

export type Reviewing = {
  /** Open ones first, then the newest; nothing for who is no privacy officer. */
  readonly findings: (session: Session, filter: FindingFilter) => Promise<readonly Finding[]>
  /** @throws Refused `date-impossible` for what is no month */
  readonly report: (session: Session, month: string) => Promise<ReviewReport>
  /** @throws Refused `not-found`, and what the review refuses */
  readonly judge: (session: Session, family: FamilyId, commandId: Id, findingId: Id, verdict: Verdict, word: string) => Promise<void>
  readonly reopen: (session: Session, family: FamilyId, commandId: Id, findingId: Id) => Promise<void>
  readonly watch: (session: Session, family: FamilyId, commandId: Id, isWatched: boolean) => Promise<void>
}

/** A family as the officer reviews its log: by which rules it is open, and the looks as the rules of the review see them. */
type Reviewed = { readonly policies: readonly PolicyId[]; readonly looks: Looks; readonly people: readonly PersonId[] }
type Opened = Reviewed & { readonly occasion: Occasion }
type Placed = { readonly id: Id; readonly found: Found; readonly opened: Opened }

/** Lists of one's own families: many stand in one answer, and none was opened by name. */
const lists = new Set(['families', 'today', 'colleagueQuestions', 'planningBoard', 'myCalendar'])

export const openReviewing = (parts: DisclosingParts): Reviewing => {
  const kept = openKeptReviews<Reviewed>()
  const foundIn = new WeakMap<Looks, { readonly names: string; readonly found: readonly Found[] }>()

  /**
   * The looks into one file. Whether its log is open to this officer was decided just now; what the lines come to is kept in memory for as
   * long as the log, the case and what was noted about it stay what they were, and worked out anew with the first thing that is different.
   */
  const review = async (occasion: Occasion): Promise<Reviewed | undefined> => {
    const { record, asking } = occasion
    const { file, tracks, familyId } = record
    const [position, state] = await Promise.all([parts.log.position(familyId), parts.files.reviews.state(familyId)])
    const of = [position, tracks, state.isWatched, JSON.stringify([asking.viewer, asking.employment])]
    const known = kept.find(file, asking.viewer.person, of)
    if (known !== undefined) return known
    const opened = await openLog(parts, occasion)
    if (opened === undefined) return undefined
    const { shown, policies } = opened
    const looks = shown.filter(isLook).map(lookOf)
    const reviewed = { policies, looks: { ...watchedIn(occasion, state.isWatched), looks }, people: [...new Set(looks.map(({ person }) => person))] }
    kept.keep(file, asking.viewer.person, of, reviewed)
    return reviewed
  }

  /** What stands out in one file; the names of who looked belong to the rules. */
  const findingsOf = ({ looks, people }: Opened, nameOf: (person: PersonId) => string | undefined): readonly Found[] => {
    const names = JSON.stringify(people.map(nameOf))
    const before = foundIn.get(looks)
    if (before?.names === names) return before.found
    const found = findingsInFile(looks, nameOf)
    foundIn.set(looks, { names, found })
    return found
  }

  const all = async (session: Session, operation: string): Promise<{ readonly placed: readonly Placed[]; readonly directory: Directory; readonly opened: readonly Opened[] }> => {
    const opened: Opened[] = []
    for (const { familyId } of await parts.participations.cases(session)) {
      const occasion = await officeOccasion(parts, session, familyId, operation, 'quietly')
      const reviewed = occasion === undefined ? undefined : await review(occasion)
      if (occasion !== undefined && reviewed !== undefined) opened.push({ occasion, ...reviewed })
    }
    const directory = await loadDirectory(parts.files, new Set(opened.flatMap(({ people }) => people)))
    const nameOf = (person: PersonId) => directory.practitioner(person)?.name
    const byFamily = new Map(opened.map((one) => [one.looks.family, one] as const))
    const found = inOrder([...opened.flatMap((one) => findingsOf(one, nameOf)), ...findingsAcross(opened.map(({ looks }) => looks))])
    const placed = found.flatMap((one) => {
      const own = byFamily.get(one.family)
      return own === undefined ? [] : [{ id: derivedId(one.key), found: one, opened: own }]
    })
    return { placed, directory, opened }
  }

  const viewOf = async ({ id, found, opened: { occasion } }: Placed, shown: readonly LogLine[], directory: Directory): Promise<Finding> => {
    const { record, asking: { session: { language } } } = occasion
    const text = viewText(language)
    const judgement = (await parts.files.reviews.state(record.familyId)).judged.get(id)
    const practitioner = directory.practitioner(found.person)
    const organisation = found.organisation === undefined ? undefined : directory.organisation(found.organisation)?.name
    const own = new Set(found.lines)
    const words = await linesInWords(parts, occasion, shown.filter((line) => own.has(line.id)))
    return {
      id, familyId: record.familyId, caseNumber: record.file.family.caseNumber, rule: found.rule, why: text(`review.${found.rule}`, { count: found.families ?? 0 }),
      who: practitioner?.name ?? text('somebodyOfTeam'), role: practitioner?.title ?? '', ...(organisation !== undefined && { organisation }),
      firstAt: found.firstAt, lastAt: found.lastAt, lines: found.looks, what: [...new Set(words.map(({ view }) => `${view.refused ? text('review.tried') : view.action} ${view.what}`))],
      ...(judgement !== undefined && { verdict: judgement.verdict, word: judgement.word, judgedAt: judgement.at }),
    }
  }

  /** A privacy officer decides about a finding, or about the watch over a case. */
  const decide = async (session: Session, family: FamilyId, commandId: Id, operation: string, make: (occasion: Occasion) => Promise<Parameters<typeof parts.files.reviews.handle>[1]>): Promise<void> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const occasion = await officeOccasion(parts, session, family, operation, 'reviewAccessLog')
    if (occasion === undefined) throw new Refused('not-found')
    const reviewed = await review(occasion)
    if (reviewed === undefined) return refuse(parts, occasion, 'reviewAccessLog', 'not-found')
    const { policies } = reviewed
    const { refusal, position } = await parts.files.reviews.handle(family, await make(occasion), ownId(session.person, commandId, 'command'))
    const line = reviewLine(occasion, policies)
    await parts.log.write(family, [refusal === undefined ? line : { ...line, outcome: 'refused', policies: ['default'] }])
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    await parts.sessions.wrote(session, position)
  }
  const stamp = ({ asking: { actor }, now }: Occasion) => ({ by: actor, at: now })

  return {
    findings: async (session, { month, isOpen }) => {
      const { placed, directory } = await all(session, 'accessReview')
      const chosen: Placed[] = []
      for (const one of placed) {
        const isJudged = (await parts.files.reviews.state(one.found.family)).judged.has(one.id)
        if ((month === undefined || one.found.day.startsWith(month)) && (isOpen === undefined || isOpen !== isJudged)) chosen.push(one)
      }
      for (const [family, [first]] of Map.groupBy(chosen, ({ found }) => found.family)) if (first !== undefined) await parts.log.write(family, [logReadLine(first.opened.occasion, first.opened.policies)])
      const lines = new Map(await Promise.all([...new Set(chosen.map(({ opened }) => opened))].map(async (opened) => [opened, (await openLines(parts, opened.occasion)).shown] as const)))
      const views = await Promise.all(chosen.map((one) => viewOf(one, lines.get(one.opened) ?? [], directory)))
      return views.sort((a, b) => Number(a.verdict !== undefined) - Number(b.verdict !== undefined) || (a.lastAt < b.lastAt ? 1 : -1))
    },
    report: async (session, month) => {
      if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Refused('date-impossible', { field: 'month' })
      const { placed, opened } = await all(session, 'accessReviewReport')
      const own = placed.filter(({ found }) => found.day.startsWith(month))
      for (const [family, [first]] of Map.groupBy(own, ({ found }) => found.family)) if (first !== undefined) await parts.log.write(family, [logReadLine(first.opened.occasion, first.opened.policies)])
      const verdicts = await Promise.all(own.map(async ({ id, found }) => ({ rule: found.rule, verdict: (await parts.files.reviews.state(found.family)).judged.get(id)?.verdict })))
      return { month, lines: opened.flatMap(({ looks: { zone, looks } }) => looks.filter(({ at }) => dayOf(at, zone).startsWith(month))).length, counts: rules.map((rule) => countOf(rule, verdicts)) }
    },
    judge: (session, family, commandId, findingId, verdict, word) => decide(session, family, commandId, 'judgeLook', async (occasion) => {
      const found = (await all(session, 'judgeLook')).placed.find(({ id, found: { family: own } }) => id === findingId && own === family)
      if (found === undefined) throw new Refused('not-found')
      return { type: 'JudgeLook', ...stamp(occasion), findingId, rule: found.found.rule, verdict, word }
    }),
    reopen: (session, family, commandId, findingId) => decide(session, family, commandId, 'reopenLook', (occasion) => Promise.resolve({ type: 'ReopenLook', ...stamp(occasion), findingId })),
    watch: (session, family, commandId, isWatched) => decide(session, family, commandId, 'setExtraWatch', (occasion) => Promise.resolve({ type: 'SetExtraWatch', ...stamp(occasion), isWatched })),
  }
}

/** Whose file it is, as far as the rules must know. */
const watchedIn = ({ record, asking }: Occasion, isWatched: boolean): Omit<Looks, 'looks'> => {
  const { family: { name, members, jurisdiction }, careTeam } = record.file
  return {
    family: record.familyId, zone: zoneOf(jurisdiction), names: [name, ...members.flatMap(({ name: full }) => full ?? [])], members: members.map(({ memberId }) => memberId), ownFamily: factsOf(record, asking).ownFamily, isWatched,
    team: careTeam.members.map(({ practitionerId, from, until }) => ({ person: practitionerId, from, ...(until !== undefined && { until }) })),
  }
}

const countOf = (rule: Rule, all: readonly { readonly rule: Rule; readonly verdict: Verdict | undefined }[]) => {
  const own = all.filter((one) => one.rule === rule)
  const judged = (verdict: Verdict | undefined) => own.filter((one) => one.verdict === verdict).length
  return { rule, found: own.length, open: judged(undefined), fits: judged('fits'), doesNotFit: judged('doesNotFit') }
}

/** What a professional did with a file, other than with what is their own beside it. */
const isLook = ({ by, action }: LogLine): boolean => by.role === 'professional' && !isOwn(action)

const lookOf = ({ id, at, by, outcome, emergency, operation, accessPoint }: LogLine): Look => ({
  id, at, person: by.person, ...(by.organisation !== undefined && { organisation: by.organisation }), isRefused: outcome === 'refused', isEmergency: emergency,
  isOfOneFamily: accessPoint === 'desk' && !lists.has(operation),
})

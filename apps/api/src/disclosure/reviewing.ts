/**
 * The review of the access log (L-13): which looks stand out, and how a privacy officer judged them. Only lines that open to the officer
 * are looked at; who sees findings of a family, or judges one, leaves a line in its log.
 */
import { findingsIn, rules, type Finding as Found, type Look, type Looks, type Rule, type Verdict } from '@samenspel/accountability'
import { viewText } from '@samenspel/intl/views'
import { isId, zoneOf, type FamilyId, type Id } from '@samenspel/kernel'
import { derivedId } from '../composition/derived-id.ts'
import { Refused } from '../graphql/refused.ts'
import type { Finding, ReviewReport } from '../graphql/types/review.ts'
import type { Session } from '../sessions/sessions.ts'
import type { LogLine } from './access-log.ts'
import { linesInWords, openLines } from './access-log-reading.ts'
import { ownId } from './acting.ts'
import { recordNamed, type DisclosingParts } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { logReadLine, refusedLine, reviewLine, type Occasion } from './log-lines.ts'
import { loadDirectory, loadRecord, type Directory } from './record.ts'
import { askingOf } from './viewer.ts'

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

/** A family's log as it opened to the officer, and what the rules must know of the family. */
type Opened = { readonly occasion: Occasion; readonly shown: readonly LogLine[]; readonly policies: Parameters<typeof logReadLine>[1]; readonly looks: Looks }
type Placed = { readonly id: Id; readonly found: Found; readonly opened: Opened }

/** Lists of one's own families: many stand in one answer, and none was opened by name. */
const lists = new Set(['families', 'planningBoard', 'myCalendar'])

export const openReviewing = (parts: DisclosingParts): Reviewing => {
  const openFamily = async (session: Session, family: FamilyId, operation: string): Promise<Opened | undefined> => {
    const asking = await askingOf(session, parts.files)
    const record = asking.viewer.kind === 'office' ? await loadRecord(parts.files, family) : undefined
    if (record === undefined) return undefined
    const occasion: Occasion = { asking, record, operation, now: parts.clock() }
    const [{ shown, policies }, { isWatched }] = await Promise.all([openLines(parts, occasion), parts.files.reviews.state(family)])
    if (shown.length === 0) return undefined
    const { family: { name, members, jurisdiction }, careTeam } = record.file
    return {
      occasion, shown, policies,
      looks: {
        family, zone: zoneOf(jurisdiction), names: [name, ...members.flatMap(({ name: full }) => full ?? [])], members: members.map(({ memberId }) => memberId), ownFamily: factsOf(record, asking).ownFamily, isWatched,
        team: careTeam.members.map(({ practitionerId, from, until }) => ({ person: practitionerId, from, ...(until !== undefined && { until }) })),
        looks: shown.filter(isLook).map(lookOf),
      },
    }
  }

  const all = async (session: Session, operation: string): Promise<{ readonly placed: readonly Placed[]; readonly directory: Directory; readonly lines: readonly (readonly [Opened, Look])[] }> => {
    const opened: Opened[] = []
    for (const { familyId } of await parts.participations.cases(session)) {
      const one = await openFamily(session, familyId, operation)
      if (one !== undefined) opened.push(one)
    }
    const people = new Set(opened.flatMap(({ looks: { looks } }) => looks.map(({ person }) => person)))
    const directory = await loadDirectory(parts.files, people)
    const byFamily = new Map(opened.map((one) => [one.looks.family, one] as const))
    const placed = findingsIn(opened.map(({ looks }) => looks), (person) => directory.practitioner(person)?.name).flatMap((found) => {
      const own = byFamily.get(found.family)
      return own === undefined ? [] : [{ id: derivedId(found.key), found, opened: own }]
    })
    return { placed, directory, lines: opened.flatMap((one) => one.looks.looks.map((look) => [one, look] as const)) }
  }

  const viewOf = async ({ id, found, opened: { occasion, shown } }: Placed, directory: Directory): Promise<Finding> => {
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
    const asking = await askingOf(session, parts.files)
    const record = await recordNamed(parts, asking, family, operation, 'reviewAccessLog')
    if (record === undefined) throw new Refused('not-found')
    const occasion: Occasion = { asking, record, operation, now: parts.clock() }
    const { policies, shown } = await openLines(parts, occasion)
    if (asking.viewer.kind !== 'office' || shown.length === 0) {
      await parts.log.write(family, [refusedLine(occasion, 'reviewAccessLog')])
      throw new Refused('not-found')
    }
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
      const views = await Promise.all(chosen.map((one) => viewOf(one, directory)))
      return views.sort((a, b) => Number(a.verdict !== undefined) - Number(b.verdict !== undefined) || (a.lastAt < b.lastAt ? 1 : -1))
    },
    report: async (session, month) => {
      if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Refused('date-impossible', { field: 'month' })
      const { placed, lines } = await all(session, 'accessReviewReport')
      const own = placed.filter(({ found }) => found.day.startsWith(month))
      for (const [family, [first]] of Map.groupBy(own, ({ found }) => found.family)) if (first !== undefined) await parts.log.write(family, [logReadLine(first.opened.occasion, first.opened.policies)])
      const verdicts = await Promise.all(own.map(async ({ id, found }) => ({ rule: found.rule, verdict: (await parts.files.reviews.state(found.family)).judged.get(id)?.verdict })))
      return { month, lines: lines.filter(([{ looks: { zone } }, { at }]) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString().startsWith(month)).length, counts: rules.map((rule) => countOf(rule, verdicts)) }
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

const countOf = (rule: Rule, all: readonly { readonly rule: Rule; readonly verdict: Verdict | undefined }[]) => {
  const own = all.filter((one) => one.rule === rule)
  const judged = (verdict: Verdict | undefined) => own.filter((one) => one.verdict === verdict).length
  return { rule, found: own.length, open: judged(undefined), fits: judged('fits'), doesNotFit: judged('doesNotFit') }
}

/** What a professional did with a file, other than with what is their own beside it. */
const isLook = ({ by, action }: LogLine): boolean => by.role === 'professional' && action !== 'readOwn' && action !== 'writeOwn'

const lookOf = ({ id, at, by, outcome, emergency, operation, accessPoint }: LogLine): Look => ({
  id, at, person: by.person, ...(by.organisation !== undefined && { organisation: by.organisation }), isRefused: outcome === 'refused', isEmergency: emergency,
  isOfOneFamily: accessPoint === 'desk' && !lists.has(operation),
})

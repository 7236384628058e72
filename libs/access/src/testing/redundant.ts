/**
 * What may be wrong in the code without anybody getting another answer, and why. Whoever changes what the reason names finds these still
 * standing; all else that can be wrong must be noticed.
 */
type Reason = string

const speed: Reason = 'what is remembered is worked out again, to the same answer'
const types: Reason = 'without it a fact that is missing fails a moment later, which refuses as well'
const ranks: Reason = 'ranks are compared, never counted: any three numbers in that order do'
const order: Reason = 'no two lines have one key, and any number above or below zero orders two lines'
const undefinedIsNobody: Reason = 'what is dropped falls through to the same answer'

const reasons: readonly (readonly [reason: Reason, ...names: readonly string[]])[] = [
  [speed,
    'moments: momentIn: false for last?.at === now && last.jurisdiction === jurisdiction',
    'moments: mostDates: 10001 for 10000 in mostDates = 10_000', 'moments: mostDates: 9999 for 10000 in mostDates = 10_000', 'moments: isKnownDate: false for dates.has(text)',
    'moments: isKnownDate: true for dates.size >= mostDates', 'moments: isKnownDate: false for dates.size >= mostDates', 'moments: isKnownDate: > in dates.size >= mostDates',
    'disclose: disclose: only the second of decided.get(key) ?? decideClass(viewer, action, sealed.entry, facts, now)', 'disclose: decideClass: without hasLocatingPart({ entry })'],
  [types, 'moments: ageOn: without born === undefined', 'circumstances: childOwners: false for known === undefined', 'circumstances: isEmployed: without staff !== undefined'],
  [ranks,
    'consent: recipientRank: 3 for 2 in organisation: 2', 'consent: recipientRank: -1 for 0 in all: 0', 'consent: ranksOf: -1 for 0 in category === \'*\' ? 0 : 1',
    'consent: ranksOf: 2 for 1 in category === \'*\' ? 0 : 1', 'consent: ranksOf: -1 for 0 in context === undefined ? 0 : 1', 'consent: ranksOf: 2 for 1 in context === undefined ? 0 : 1'],
  [order,
    'disclose: mergeExistence: <= in a < b', 'disclose: mergeExistence: 2 for 1 in -1', 'disclose: mergeExistence: 2 for 1 in a < b ? -1 : 1', 'disclose: mergeExistence: 0 for 1 in a < b ? -1 : 1'],
  [undefinedIsNobody, 'circumstances: soleSubject: without the case \'relation\'', 'circumstances: soleSubject: without the case \'surroundings\'', 'circumstances: soleSubject: without the case \'case\''],
  ['of one person all is any', 'consent: alone: false for true'],
  ['only an office has an office', 'circumstances: isPrivacyOfficer: without viewer.kind === \'office\''],
  ['nobody in the portal has an organisation, a discipline or a purpose', 'circumstances: staffOf: false for viewer.kind === \'portal\'', 'circumstances: hasMembership: without viewer.kind !== \'portal\'', 'permits: P03: without !isPortal(question)'],
  ['nobody in the portal is in a team', 'permits: P02: without !isPortal(question)'],
  ['at work everybody has an organisation, and only there it is asked', 'circumstances: isOwnOrganisation: without organisation !== undefined'],
  ['who has no discipline is in no team', 'circumstances: isOwnDiscipline: without discipline !== undefined'],
  ['consent is asked at work only', 'circumstances: readerOf: false for staff === undefined'],
  ['who begins today is in the team, so hasn\'t left it', 'circumstances: isRecordedAfterTeam: < in period.from <= question.now.today'],
  ['who has a period without an end hasn\'t left', 'circumstances: isRecordedAfterTeam: without period.until === undefined'],
  ['it is asked only where there is a conflict', 'circumstances: mentionsOtherParent: only the first of facts.highConflict ?? []'],
  ['a line of the log has one action, which no label at work gives or takes', 'circumstances: labels: true for isPortal(question)', 'forbids: isOutsideSafetyTrack: without !isLogLine(question)'],
  ['F10 leaves an emergency nothing else', 'permits: P07: without isOneOf(question, \'seeExistence\', \'read\', \'readLocating\')'],
  ['a line of the log answers to nothing else', 'permits: P13: without isOneOf(question, \'readAccessLog\')'],
  ['and nothing else answers to that', 'permits: P13: without isLogLine(question)'],
  ['the place shows with the content only', 'disclose: decideClass: without verdict.outcome === \'content\''],
]

/** By the name of the mutant. */
export const redundant: ReadonlyMap<string, Reason> = new Map(reasons.flatMap(([reason, ...names]) => names.map((name) => [name, reason] as const)))

/**
 * What the model of access says, by somebody who read its sentences and none of the code beside this. It is of another shape on purpose:
 * a sheet with, for each rule, the letters of all actions that it gives or takes, worked out at once for somebody at home or at work;
 * moments are milliseconds, a birthday is a day, and whose yes is needed is a list of groups of which each must sign.
 *
 * Only tests ask it. It takes whole facts: what becomes of a missing one is the decision's own concern.
 */
import type { Category, PersonId, Subject } from '@samenspel/kernel'
import type { Action, Entry } from '../entries.ts'
import type { Consent, Facts } from '../facts.ts'
import type { Viewer } from '../viewers.ts'

export type Said = { readonly outcome: 'nothing' | 'existence' | 'content'; readonly policies: readonly string[] }

const letterOf: Readonly<Record<Action, string>> = { seeExistence: 'E', read: 'R', readLocating: 'L', annotate: 'A', correctByStatement: 'S', export: 'X', readAccessLog: 'G' }
const every = 'ERLASXG'

/** Which letters each rule gives, and which each takes. */
type Sheet = { readonly gives: Map<string, string>; readonly takes: Map<string, string> }

/** Who looks at what, and what is so then. */
type Case = { readonly viewer: Viewer; readonly entry: Entry; readonly facts: Facts; readonly today: string; readonly at: number }

export const modelSays = (viewer: Viewer, action: Action, entry: Entry, facts: Facts, now: string): Said => {
  const letter = letterOf[action]
  const sheet = sheetOf({ viewer, entry, facts, today: civilDay(now, facts.jurisdiction), at: Date.parse(now) })
  const naming = (rules: ReadonlyMap<string, string>, one: string): readonly string[] => [...rules].filter(([, letters]) => letters.includes(one)).map(([id]) => id)
  const [taken, given] = [naming(sheet.takes, letter), fits(letter, entry) ? naming(sheet.gives, letter) : []]
  if (taken.length === 0 && given.length > 0) return { outcome: letter === 'E' ? 'existence' : 'content', policies: given }
  const known = letter === 'R' && fits('E', entry) && naming(sheet.takes, 'E').length === 0 ? naming(sheet.gives, 'E') : []
  if (known.length > 0) return { outcome: 'existence', policies: [...known, ...taken] }
  return { outcome: 'nothing', policies: taken.length > 0 ? taken : ['default'] }
}

const fits = (letter: string, { category, locating }: Entry): boolean =>
  category === 'accessLog' ? letter === 'G' : letter !== 'G' && (letter !== 'L' || locating || category === 'contact' || category === 'planning')

const sheetOf = (one: Case): Sheet => {
  const sheet: Sheet = { gives: new Map(), takes: new Map() }
  const { viewer, entry } = one
  if (!viewer.secondFactor) sheet.takes.set('F05', every)
  const wrote = entry.author.person === viewer.person
  if ((entry.draft || entry.category === 'workingNote') && !wrote) sheet.takes.set('F12', every)
  if (entry.category === 'planning' && entry.participants.includes(viewer.person)) sheet.gives.set('P09', 'ERL')
  if (viewer.kind === 'portal') atHome(one, wrote, sheet)
  else atWork(one, viewer, wrote, sheet)
  return sheet
}

// ── At home

const atHome = (one: Case, wrote: boolean, { gives, takes }: Sheet): void => {
  const { viewer: { person: me }, entry, facts, today, at } = one
  const { kids, grown } = recordOf(entry, facts)
  const marks = labelsAtHome(entry)
  const comesAlong = entry.category === 'planning' && entry.participants.includes(me)
  const isMineAlone = kids.length === 0 && grown.length === 1 && grown[0] === me
  const released = entry.releasedTo.includes(me)
  const named = mentionedIn(entry, facts)
  const mayNotMeet = facts.protections.filter(({ viewer }) => viewer === me).map(({ person }) => person)

  if (wrote) gives.set('P01', 'ERLAX')
  const heldFor = (kid: PersonId, day: string) => facts.authority.some(({ adult, child, verified, period }) => verified && adult === me && child === kid && isIn(period, day)) && ageOf(kid, facts, day) < 18
  if (kids.length > 0 && kids.every((kid) => heldFor(kid, today) && heldFor(kid, entry.recorded))) gives.set('P05', marks.has('planning') ? 'ERASXG' : every)
  if (kids.length === 0 && grown.includes(me)) gives.set('P06', every)
  if (released) gives.set('P08', 'ER')

  if (grown.some((adult) => adult !== me) && !comesAlong) takes.set('F01', every)
  if (named.some((person) => mayNotMeet.includes(person)) && !isMineAlone && !wrote) takes.set('F02', every)
  const isOwnWhereabouts = (entry.category === 'contact' || entry.category === 'planning') && isMineAlone || comesAlong
  if (!isOwnWhereabouts) {
    const isWhole = mayNotMeet.length > 0 && (marks.has('contact') || marks.has('planning')) || facts.highConflict !== undefined && marks.has('planning')
    const isPlace = mayNotMeet.length > 0 || named.some((person) => person !== me && facts.highConflict?.includes(person) === true)
    if (isWhole || isPlace) takes.set('F03', isWhole ? every : 'L')
  }
  const talkedWith = facts.safety.discussedWithParents && !facts.safety.investigated.includes(me)
  if (marks.has('safety') && !released && !talkedWith) takes.set('F04', every)
  const isNow = ({ from, until }: { readonly from: string; readonly until?: string }) => Date.parse(from) <= at && (until === undefined || at < Date.parse(until))
  const isShielded = entry.shields.some((shield) => shield.person === me && isNow(shield))
  const isShut = facts.closings.some((closing) => closing.person === me && isNow(closing))
  if (isShielded || isShut && kids.length > 0) takes.set('F08', every)
  if (kids.some((kid) => isForTheYoungToSay(kid, one))) takes.set('F09', every)
  if (isOver(facts)) takes.set('F10', 'A')
}

const isForTheYoungToSay = (kid: PersonId, { entry, facts, today }: Case): boolean => {
  const child = facts.children.find(({ person }) => person === kid)
  const [age, weighs] = [ageOf(kid, facts, today), child?.judgedCapable]
  const isFlemishAndCapable = facts.jurisdiction === 'BE' && weighs === true
  const decides = facts.jurisdiction === 'NL' ? age >= 16 && weighs !== false : isFlemishAndCapable
  return decides && child?.letsParentsRead !== true || entry.inConfidence && (age >= 12 || isFlemishAndCapable)
}

/** A line of the log carries the label of what was looked at; without one it counts as all. */
const labelsAtHome = ({ category, about }: Entry): ReadonlySet<string> => {
  const label = category === 'accessLog' ? about ?? 'unlabelled' : category
  return new Set(label === 'workingNote' ? [] : label === 'unlabelled' ? [...ordinary, 'safety'] : [label])
}

const ordinary = ['development', 'medical', 'mentalHealth', 'relationship', 'social', 'contact', 'planning', 'plan'] as const satisfies readonly Category[]

// ── At work

const atWork = (one: Case, viewer: Exclude<Viewer, { kind: 'portal' }>, wrote: boolean, { gives, takes }: Sheet): void => {
  const { entry, facts, today, at } = one
  const { person: me, organisation: house, discipline: trade, purpose } = viewer
  const isCare = viewer.kind === 'care'
  const isLine = entry.category === 'accessLog'
  const ownHouse = entry.author.organisation === house
  const stays = facts.team.filter((stay) => stay.person === me && stay.organisation === house && stay.discipline === trade && stay.period.from <= today)
  const isThere = stays.some(({ period }) => isIn(period, today))
  const addressed = entry.addressees.includes(me)
  const inTrack = facts.safety.members.includes(me)
  const whole: readonly Category[] = entry.category === 'unlabelled' ? ordinary : isLine || entry.category === 'workingNote' ? [] : [entry.category]
  const answers = whole.map((label) => answerOn(label, one, viewer))
  const isNo = answers.includes('no')
  const isYes = answers.length > 0 && answers.every((answer) => answer === 'yes')
  const opened = isCare && purpose === 'emergency' && !isLine && facts.breakGlass.some(({ by, person, at: from }) =>
    by === me && person === inNeed(entry.subject, facts) && Date.parse(from) <= at && at - Date.parse(from) < 4 * 60 * 60 * 1000)

  if (wrote && ownHouse) gives.set('P01', 'ERLAX')
  if (stays.length > 0 && ownHouse && trade !== undefined && entry.author.discipline === trade) gives.set('P02', 'ERLAX')
  if (stays.length > 0 || addressed && (entry.kind === 'feedback' || entry.kind === 'consult')) {
    const passesYouthCare = facts.jurisdiction === 'BE' && !ownHouse && (trade === 'youthCare' || entry.author.discipline === 'youthCare')
    const agreed = facts.youthCareExchanges.filter(({ subject, recipient }) => recipient === house && isOneRecord(subject, entry.subject, facts)).map(({ agreement }) => agreement)
    const aboutAChild = entry.subject.kind === 'child' || entry.subject.kind === 'sibling' || entry.subject.kind === 'surroundings'
    const isOpen = passesYouthCare ? agreed.length > 0 && isYes || agreed.includes('soughtNotObtained') && aboutAChild && !isNo : isYes
    const tellsWhere = entry.category === 'contact' || entry.category === 'planning' || answerOn('contact', one, viewer) === 'yes'
    if (isOpen) gives.set('P03', stays.length === 0 ? 'ER' : `ERA${tellsWhere ? 'L' : ''}${entry.category === 'plan' ? 'X' : ''}`)
  }
  const coordinates = stays.some(({ role, period }) => role === 'coordinator' && isIn(period, today)) && facts.registrations.some(({ person, period }) => person === me && isIn(period, today))
  if (coordinates && entry.subject.kind !== 'unborn' && !entry.secret && !isNo) gives.set('P04', 'E')
  if (opened) gives.set('P07', 'ERL')
  const inGroup = facts.groupDuties.some(({ person, period }) => person === me && isIn(period, today))
  if (isCare && entry.kind === 'card' && entry.current && (isThere || inGroup)) gives.set('P10', 'ER')
  if (entry.category === 'safety' && inTrack) gives.set('P11', 'ERLA')
  if (isCare && (entry.kind === 'consult' || entry.kind === 'invitation') && !entry.identified && addressed) gives.set('P12', 'ERA')
  const reviews = viewer.kind === 'office' && viewer.office === 'privacyOfficer'
  if (reviews && isLine) gives.set('P13', 'G')

  const isSafety = entry.category === 'safety' || entry.category === 'unlabelled'
  if (isSafety && !inTrack && !wrote) takes.set('F04', every)
  const comesRightly = isCare && purpose === 'treatment' || opened || isCare && purpose === 'legalClaim' && ownHouse || reviews && purpose === 'accountability' && isLine
  if (!comesRightly) takes.set('F06', every)
  if (facts.ownFamily.includes(me) || facts.excluded.includes(me) && !ownHouse || facts.jurisdiction === 'BE' && trade === 'juvenileCourt') takes.set('F07', every)
  const ended = endOf(one, { isCare, opened, ownHouse, stays, isThere, isEmployed: facts.employments.some(({ person, organisation, period }) => person === me && organisation === house && isIn(period, today)) })
  if (ended !== '') takes.set('F10', ended)
  if (entry.restricted && purpose !== 'legalClaim' && !isLine) takes.set('F11', 'RLASXG')
}

type Standing = { readonly isCare: boolean; readonly opened: boolean; readonly ownHouse: boolean; readonly stays: Facts['team']; readonly isThere: boolean; readonly isEmployed: boolean }

/** What ends with the work, the case or the team. */
const endOf = ({ entry, facts }: Case, { isCare, opened, ownHouse, stays, isThere, isEmployed }: Standing): string => {
  if (!isEmployed) return every
  if (!isCare) return ''
  if (opened) return 'ASXG'
  const closed = !isOver(facts) ? '' : ownHouse ? 'A' : every
  const lastDay = stays.map(({ period }) => period.until ?? '9999-12-31').sort().at(-1)
  const left = lastDay === undefined || isThere ? '' : entry.recorded > lastDay ? every : 'AXL'
  return closed + left
}

const isOver = ({ state }: Facts): boolean => state === 'closed'

/** Whom an emergency must be about for this entry to open. */
const inNeed = (subject: Subject, facts: Facts): PersonId | undefined =>
  subject.kind === 'child' || subject.kind === 'sibling' || subject.kind === 'adult' ? subject.person : subject.kind === 'unborn' ? pregnant(subject.person, facts) : undefined

// ── Yes and no

const answerOn = (label: Category, { entry, facts, today, at }: Case, reader: Exclude<Viewer, { kind: 'portal' }>): 'yes' | 'no' | 'nothing' => {
  if (label === 'safety') return 'nothing'
  const meeting = reader.kind === 'care' ? reader.context : undefined
  const spoken = facts.consents.filter(({ subject, category, recipient, period, withdrawnAt, context, ...rest }) => {
    const forReader = recipient.kind === 'all' || (recipient.kind === 'discipline' ? recipient.discipline === reader.discipline : recipient.organisation === reader.organisation)
    const isStanding = isIn(period, today) && (withdrawnAt === undefined || at < Date.parse(withdrawnAt)) && (context === undefined || context === meeting)
    return (category === '*' || category === label) && isOneRecord(subject, entry.subject, facts) && forReader && isStanding && isSigned({ ...rest, subject }, facts, today)
  })
  const final = spoken.filter((weak) => !spoken.some((strong) => outdoes(exactness(strong), exactness(weak))))
  return final.some(({ effect }) => effect === 'objection') ? 'no' : final.length > 0 ? 'yes' : 'nothing'
}

/** Three digits: to whom, about what, in which meeting; a higher one is more exact. */
const exactness = ({ recipient: { kind }, category, context }: Consent): string =>
  `${kind === 'all' ? 0 : kind === 'discipline' ? 1 : 2}${category === '*' ? 0 : 1}${context === undefined ? 0 : 1}`
const outdoes = (strong: string, weak: string): boolean => strong !== weak && [...strong].every((digit, i) => digit >= weak.charAt(i))

const isSigned = ({ effect, subject, signedBy }: Pick<Consent, 'effect' | 'subject' | 'signedBy'>, facts: Facts, today: string): boolean => {
  const groups = groupsFor(subject, facts, today)
  const hasSigned = (group: readonly PersonId[]) => group.some((person) => signedBy.includes(person))
  return effect === 'objection' ? groups.some(hasSigned) : groups.length > 0 && groups.every(hasSigned)
}

/** Who must sign: somebody of each group; a group of nobody can't. */
const groupsFor = (subject: Subject, facts: Facts, today: string): readonly (readonly PersonId[])[] => {
  switch (subject.kind) {
    case 'child': case 'sibling': case 'surroundings': return groupsForChild(subject.person, facts, today)
    case 'adult': return [[subject.person]]
    case 'unborn': return [[pregnant(subject.person, facts)]]
    case 'relation': return subject.persons.flatMap((person) => isKid(person, facts) ? groupsForChild(person, facts, today) : facts.team.some((stay) => stay.person === person) ? [] : [[pregnant(person, facts)]])
    case 'case': return []
  }
}

const groupsForChild = (kid: PersonId, facts: Facts, today: string): readonly (readonly PersonId[])[] => {
  if (ageOf(kid, facts, today) >= 18) return [[kid]]
  const holders = [...new Set(facts.authority.filter(({ child, verified, period }) => child === kid && verified && isIn(period, today)).map(({ adult }) => adult))]
  const isOneEnough = facts.jurisdiction === 'BE' && !facts.holdersDisagree
  return holders.length === 0 || isOneEnough ? [holders] : holders.map((holder) => [holder])
}

// ── Whose record, and whom it names

const recordOf = ({ subject, lookedBy }: Entry, facts: Facts): { readonly kids: readonly PersonId[]; readonly grown: readonly PersonId[] } => {
  const looked = lookedBy === undefined ? [] : [lookedBy]
  switch (subject.kind) {
    case 'child': case 'sibling': case 'surroundings': return { kids: [subject.person], grown: looked }
    case 'adult': return { kids: [], grown: [...new Set([subject.person, ...looked])] }
    case 'unborn': return { kids: [], grown: [...new Set([pregnant(subject.person, facts), ...looked])] }
    case 'relation': {
      const kids = subject.persons.filter((person) => isKid(person, facts))
      return { kids, grown: [...new Set([...kids.length > 0 ? [] : subject.persons.map((person) => pregnant(person, facts)), ...looked])] }
    }
    case 'case': return { kids: [], grown: looked }
  }
}

const mentionedIn = ({ subject, mentions }: Entry, facts: Facts): readonly PersonId[] =>
  subject.kind === 'relation' ? [...mentions, ...subject.persons.filter((person) => !isKid(person, facts)).map((person) => pregnant(person, facts))] : mentions

const isKid = (person: PersonId, { children }: Facts): boolean => children.some((child) => child.person === person)
const pregnant = (person: PersonId, { pregnancies }: Facts): PersonId => pregnancies.find(({ unborn }) => unborn === person)?.carriedBy ?? person

const isOneRecord = (a: Subject, b: Subject, facts: Facts): boolean => {
  const name = (subject: Subject): string => {
    switch (subject.kind) {
      case 'case': return 'case'
      case 'relation': return `relation ${[...subject.persons].sort().join(' ')}`
      case 'unborn': return `unborn ${pregnant(subject.person, facts)}`
      default: return `${subject.kind} ${subject.person}`
    }
  }
  return name(a) === name(b)
}

// ── Time

const isIn = ({ from, until }: { readonly from: string; readonly until?: string }, day: string): boolean => !(day < from) && !(until !== undefined && day > until)

const clocks = {
  NL: new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }),
  BE: new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Brussels', dateStyle: 'short' }),
}
const civilDays = new Map<string, string>()
const civilDay = (now: string, jurisdiction: Facts['jurisdiction']): string => {
  const key = `${jurisdiction} ${now}`
  const known = civilDays.get(key) ?? clocks[jurisdiction].format(Date.parse(now))
  civilDays.set(key, known)
  return known
}

/** How many birthdays a child has had; one on 29 February is on 1 March where there is none. */
const ageOf = (kid: PersonId, { children }: Facts, day: string): number => {
  const born = children.find(({ person }) => person === kid)?.born ?? ''
  const year = Number(day.slice(0, 4))
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const birthday = born.endsWith('02-29') && !isLeap ? `${day.slice(0, 4)}-03-01` : day.slice(0, 4) + born.slice(4)
  return year - Number(born.slice(0, 4)) - (day < birthday ? 1 : 0)
}

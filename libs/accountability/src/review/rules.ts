/**
 * Which looks into files stand out, so that somebody asks why (L-13). A finding says nothing about anybody: many turn out to be work.
 * Looks of one person into one file on one day are one finding for each rule.
 */
import { compareTexts, covers, dayOf, type FamilyId, type Id, type IsoDate, type IsoInstant, type OrganisationId, type PersonId } from '@samenspel/kernel'
import type { Look, Looks, Watched } from './looks.ts'

export const rules = ['outsideTeam', 'refused', 'emergency', 'sameSurname', 'ownFamily', 'afterHours', 'extraWatch', 'manyFamilies'] as const
/**
 * `outsideTeam`: looked without being in the team that day; access closes by itself, so this shows what was opened to an author who left.
 * `refused`: opened by name a file of which nothing opened. `emergency`: opened in an emergency.
 */
export type Rule = (typeof rules)[number]

/** Civil hours in the zone of the case in which hardly anybody works: from the first on, until before the second. */
export const nightHours = { from: 22, until: 6 } as const
/** More different families than this that one person opened within an hour. */
export const mostFamiliesAnHour = 12
const hour = 3_600_000

export type Finding = {
  /** The same looks again: the same key. */
  readonly key: string
  readonly rule: Rule
  readonly family: FamilyId
  readonly person: PersonId
  readonly organisation?: OrganisationId
  readonly day: IsoDate
  readonly firstAt: IsoInstant
  readonly lastAt: IsoInstant
  readonly looks: number
  readonly lines: readonly Id[]
  /** How many families, for the rule that counts them. */
  readonly families?: number
}

/**
 * Everything that stands out, oldest first.
 * @param nameOf the full name of a professional; nothing for who isn't in the register
 */
export const findingsIn = (files: readonly Looks[], nameOf: (person: PersonId) => string | undefined): readonly Finding[] =>
  inOrder([...files.flatMap((file) => findingsInFile(file, nameOf)), ...findingsAcross(files)])

/** Findings as they are read: oldest first. */
export const inOrder = (findings: readonly Finding[]): readonly Finding[] => findings.toSorted((a, b) => compareTexts(a.firstAt, b.firstAt) || compareTexts(a.key, b.key))

/** What stands out in one file by itself. */
export const findingsInFile = (file: Looks, nameOf: (person: PersonId) => string | undefined): readonly Finding[] => {
  const groups = Map.groupBy(file.looks, (look) => `${look.person} ${dayOf(look.at, file.zone)}`)
  const surnames = surnamesOf(file.names)
  return [...groups.values()].flatMap((looks) => rules.flatMap((rule) => {
    const standOut = looks.filter((look) => standsOut(rule, look, file, surnames, nameOf(look.person)))
    const [first] = standOut
    return first === undefined ? [] : [findingOf(rule, file, first, standOut)]
  }))
}

const findingOf = (rule: Rule, { family, zone }: Watched, first: Look, looks: readonly Look[]): Finding => {
  const day = dayOf(first.at, zone)
  return {
    key: [rule, family, first.person, day].join(' '), rule, family, person: first.person, ...(first.organisation !== undefined && { organisation: first.organisation }), day,
    firstAt: first.at, lastAt: looks.at(-1)?.at ?? first.at, looks: looks.length, lines: looks.map(({ id }) => id),
  }
}

const standsOut = (rule: Rule, look: Look, file: Watched, surnames: ReadonlySet<string>, name: string | undefined): boolean => {
  const isInTeam = file.team.some(({ person, ...period }) => person === look.person && covers(period, dayOf(look.at, file.zone)))
  switch (rule) {
    case 'outsideTeam': return !look.isRefused && !look.isEmergency && !isInTeam
    // What a team member was refused is a button pressed too late; who isn't in the team had no business there.
    case 'refused': return look.isRefused && !isInTeam
    case 'emergency': return look.isEmergency
    case 'sameSurname': return name !== undefined && [...surnamesOf([name])].some((one) => surnames.has(one))
    case 'ownFamily': return file.members.includes(look.person) || file.ownFamily.includes(look.person)
    case 'afterHours': return isAtNight(look.at, file)
    case 'extraWatch': return file.isWatched
    case 'manyFamilies': return false
  }
}

const isAtNight = (at: IsoInstant, { zone }: Watched): boolean => {
  const { hour: civil } = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return civil >= nightHours.from || civil < nightHours.until
}

/** Small words before a surname, and words for a household, tell nobody apart. */
const smallWords = new Set(['de', 'den', 'der', 'het', 't', 'van', 'von', 'ten', 'ter', 'te', 'la', 'le', 'el', 'al', 'da', 'di', 'du', 'dos', 'gezin', 'familie', 'family', 'en', 'and'])

/**
 * The surnames in names as they are written, without accents and small words. Of a name of two words or more the first is a first name;
 * of both halves of a double name each counts.
 */
export const surnamesOf = (names: readonly string[]): ReadonlySet<string> => new Set(names.flatMap((name) => {
  const words = name.normalize('NFD').replaceAll(/\p{Diacritic}/gu, '').toLowerCase().split(/[^\p{Letter}]+/u).filter((word) => word !== '')
  return words.slice(words.length > 1 ? 1 : 0).filter((word) => word.length > 1 && !smallWords.has(word))
}))

/** What stands out across files. One finding for each person and day, in the file with which it became too many. */
export const findingsAcross = (files: readonly Looks[]): readonly Finding[] => {
  const all = files.flatMap((file) => file.looks.filter(({ isOfOneFamily }) => isOfOneFamily).map((look) => ({ file, look, at: Date.parse(look.at) })))
  return [...Map.groupBy(all, ({ look }) => look.person).values()].flatMap((own) => {
    const inTime = own.toSorted((a, b) => a.at - b.at)
    const found = new Map<IsoDate, { readonly file: Watched; readonly looks: ReadonlySet<Look>; readonly families: number }>()
    const within = new Map<FamilyId, number>()
    let first = 0
    for (const [last, one] of inTime.entries()) {
      within.set(one.file.family, (within.get(one.file.family) ?? 0) + 1)
      for (let oldest = inTime[first]; oldest !== undefined && one.at - oldest.at >= hour; oldest = inTime[++first]) {
        const left = (within.get(oldest.file.family) ?? 0) - 1
        if (left > 0) within.set(oldest.file.family, left)
        else within.delete(oldest.file.family)
      }
      if (within.size <= mostFamiliesAnHour) continue
      const day = dayOf(one.look.at, one.file.zone)
      const { file, looks, families } = found.get(day) ?? { file: one.file, looks: new Set<Look>(), families: 0 }
      found.set(day, { file, looks: new Set([...looks, ...inTime.slice(first, last + 1).map(({ look }) => look)]), families: Math.max(families, within.size) })
    }
    return [...found].flatMap(([day, { file, looks, families }]) => {
      const [earliest] = looks
      return earliest === undefined ? [] : [{ ...findingOf('manyFamilies', file, earliest, [...looks]), key: ['manyFamilies', earliest.person, day].join(' '), day, families }]
    })
  })
}

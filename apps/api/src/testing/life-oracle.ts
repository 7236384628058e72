/**
 * What a family's life should show, by somebody who read the model and none of the code: what happened is kept as it was told, days are
 * numbers, and what is true is looked up for the day that is asked about. Who may do what then says `modelSays`, written as far from the
 * code as this.
 */
import { modelSays } from '@samenspel/access/oracle'
import type { Entry, Facts, Viewer } from '@samenspel/access'
import { relation, zoneOf, type Subject } from '@samenspel/kernel'
import { carers, clockFrom, type About, type Beginning, type Carer, type Decision, type Event, type Life, type Onlooker } from './life.ts'

/** Those of a union that can be of this type; a member may have several. */
type Of<Type extends Event['type'], One = Event> = One extends { readonly type: infer Own } ? Type extends Own ? One & { readonly type: Type } : never : never
type DecisionOf<Kind extends Decision['kind'], One = Decision> = One extends { readonly kind: infer Own } ? Kind extends Own ? One & { readonly kind: Kind } : never : never
/** On which day, at which moment, and which of all it was: two may be in one minute. */
type Told = { readonly day: number; readonly at: string; readonly order: number }

const isoDay = (number: number): string => new Date(Date.UTC(2026, 2, 25 + number)).toISOString().slice(0, 10)

const records: Readonly<Record<About, Subject>> = {
  child: { kind: 'child', person: 'child' }, sibling: { kind: 'sibling', person: 'sibling' }, mother: { kind: 'adult', person: 'mother' }, father: { kind: 'adult', person: 'father' }, unborn: { kind: 'unborn', person: 'mother' },
  surroundings: { kind: 'surroundings', person: 'child' }, bond: relation('child', 'mother'), couple: relation('father', 'mother'),
}

const blank = {
  kind: 'ordinary', draft: false, locating: false, secret: false, inConfidence: false, restricted: false, identified: true, current: false, mentions: [], participants: [], addressees: [], releasedTo: [], shields: [],
} as const satisfies Partial<Entry>

const isAtWork = (who: string): who is Carer => Object.hasOwn(carers, who)
const writer = (who: string): Entry['author'] => isAtWork(who) ? { person: who, organisation: carers[who][0], discipline: carers[who][1] } : { person: who }
const nameAtHome = (who: string): readonly string[] => isAtWork(who) ? [] : [who]

export const foretell = ({ country, born }: Beginning): Life => {
  const clock = clockFrom(zoneOf(country))
  const told: (Event & Told)[] = []
  const all = <Type extends Event['type']>(...types: readonly Type[]) => told.filter((one) => types.some((type) => type === one.type)) as unknown as readonly (Of<Type> & Told)[]

  // ── What is so on a day

  /** Decisions that stand, or stood before something happened: made, and not lifted since. */
  const standing = (before: number): readonly (Decision & Told)[] => {
    const made = all('decided')
    return made.filter((one, number) => one.order < before && !all('lifted').some((lifted) => lifted.decision === number && lifted.order > one.order && lifted.order < before)).map(({ decision, day, at, order }) => ({ ...decision, day, at, order }))
  }
  const those = <Kind extends Decision['kind']>(kind: Kind, before = Infinity) => standing(before).filter((one) => one.kind === kind) as unknown as readonly (DecisionOf<Kind> & Told)[]
  const stays = (): readonly { readonly who: Carer; readonly first: number; readonly last: number }[] => all('joins').map((join) => {
    const end = all('leaves').find((leave) => leave.who === join.who && leave.order > join.order)
    return { who: join.who, first: join.day, last: end?.day ?? Infinity }
  })
  const holds = (adult: string, kid: string, day: number): boolean => {
    const last = all('authority').findLast((one) => one.adult === adult && one.kid === kid && one.day + one.from <= day && (one.days === undefined || day <= one.day + one.from + one.days))
    return last === undefined ? kid === 'child' && (adult === 'mother' || adult === 'father') : last.status === 'verified'
  }
  const isOver = (): boolean => all('closed', 'reopened').at(-1)?.type === 'closed'
  const isInGroup = (who: string): boolean => {
    const today = clock.number()
    const lasts = (one: Told & { readonly days?: number }): boolean => today <= one.day + (one.days ?? Infinity)
    return all('onDuty').some((duty) => duty.who === who && lasts(duty)) && all('placed').some(lasts) && stays().some((stay) => carers[stay.who][0] === 'centre' && today <= stay.last)
  }
  const circle = (): { readonly members: readonly string[]; readonly investigated: readonly string[]; readonly discussed: boolean } | undefined => {
    const [worry] = all('worry')
    if (worry === undefined) return undefined
    const members = new Set<string>([worry.by])
    for (const one of all('circleJoined', 'circleLeft')) {
      if (one.order < worry.order) continue
      if (one.type === 'circleJoined') members.add(one.who)
      else members.delete(one.who)
    }
    return { members: [...members], investigated: worry.investigated, discussed: all('talked').some((talk) => !talk.skipped && isAfterWorry(talk)) }
  }
  const isAfterWorry = ({ order }: Told): boolean => {
    const [worry] = all('worry')
    return worry !== undefined && worry.order < order
  }

  const period = (first: number, last: number) => last === Infinity ? { from: isoDay(first) } : { from: isoDay(first), until: isoDay(last) }

  /** The same for everybody, until something happens. */
  const common = (): Omit<Facts, 'authority' | 'groupDuties' | 'safety'> => {
    const conflict = those('highConflict').length > 0
    return {
      jurisdiction: country, state: isOver() ? 'closed' : 'active', holdersDisagree: those('disagreement').length > 0,
      children: [['child', born], ['sibling', '2020-05-01']].map(([person = '', date = '']) => {
        const judged = those('capacity').findLast(({ kid }) => kid === person)
        return { person, born: date, letsParentsRead: those('openness').some(({ kid }) => kid === person), ...(judged !== undefined && { judgedCapable: judged.isCapable }) }
      }),
      pregnancies: [{ unborn: 'unborn-child', carriedBy: 'mother' }],
      consents: all('yes', 'no').map((one, number) => {
        const withdrawn = all('withdrawn').find(({ consent, order }) => consent === number && order > one.order)
        const [kind, name = ''] = one.towards.split(' ')
        return {
          effect: one.type === 'yes' ? 'grant' : 'objection', subject: records[one.about], category: one.label, period: period(one.day, one.day + (one.days ?? Infinity)), signedBy: one.signed, ...(withdrawn !== undefined && { withdrawnAt: withdrawn.at }),
          recipient: kind === 'all' ? { kind } : kind === 'org' ? { kind: 'organisation', organisation: name } : { kind: 'discipline', discipline: name },
        } as Facts['consents'][number]
      }),
      team: stays().map((stay) => ({ person: stay.who, organisation: carers[stay.who][0], discipline: carers[stay.who][1], role: stay.who === 'guide' ? 'coordinator' : 'member', period: period(stay.first, stay.last) })),
      registrations: all('registered').map(({ day, days: lasting }) => ({ person: 'guide', period: period(day, day + lasting) })),
      employments: [...Object.entries(carers).map(([person, [organisation]]) => ({ person, organisation, period: period(0, all('quits').findLast((quit) => quit.who === person)?.day ?? Infinity) })), { person: 'officer', organisation: 'centre', period: period(0, Infinity) }],
      ownFamily: those('ownFamily').map(({ carer }) => carer), excluded: those('exclusion').map(({ carer }) => carer),
      breakGlass: all('opened').map(({ by, person, at }) => ({ by, person, at })),
      youthCareExchanges: those('exchange').map(({ about, with: recipient, agreement }) => ({ subject: records[about], recipient, agreement })),
      protections: those('protection').map(({ whom, from }) => ({ viewer: from, person: whom })),
      closings: those('closing').map(({ whom, at }) => ({ person: whom, from: at })),
      ...(conflict && { highConflict: ['mother', 'father'] }),
    }
  }

  /** What is so for one part: of authority, on the days that count for it. */
  const held = (days: readonly number[]): Facts['authority'] =>
    ['mother', 'father', 'grandmother'].flatMap((adult) => ['child', 'sibling'].flatMap((kid) => days.filter((day) => holds(adult, kid, day)).map((day) => ({ adult, child: kid, verified: true, period: period(day, day) }))))

  // ── What there is

  type Part = { readonly name: string; readonly day: number; readonly entry: Entry; readonly safety: Facts['safety'] }
  const nowhere: Facts['safety'] = { members: [], discussedWithParents: false, investigated: [] }

  const parts = (): readonly Part[] => {
    let number = 0
    const round = circle()
    const made: Part[] = []
    for (const one of told) made.push(...partsOf(one))
    return made

    function partsOf(one: Event & Told): readonly Part[] {
      const days = { recorded: isoDay(one.day), occurred: isoDay(one.day) }
      const own = (entry: Pick<Entry, 'subject' | 'category'> & Partial<Entry>, part: number): Entry => ({
        ...blank, author: {}, ...days, ...entry,
        shields: those('shield').filter((shield) => shield.part === part).map(({ whom, at }) => ({ person: whom, from: at })), releasedTo: those('release').filter((release) => release.part === part).map(({ whom }) => whom),
        inConfidence: those('confidence').some((told) => told.part === part), secret: those('secret').some((kept) => kept.part === part),
      })
      const isShut = (part: number) => all('restricted', 'unrestricted').findLast((asked) => asked.part === part && asked.order > one.order)?.type === 'restricted'
      switch (one.type) {
        case 'written': {
          const part = number++
          return [{ name: `part-${part}/0`, day: one.day, safety: nowhere, entry: own({ subject: records[one.about], category: one.label, author: writer(one.by), occurred: isoDay(one.day - one.daysAgo), mentions: nameAtHome(one.by), restricted: isShut(part) }, part) }]
        }
        case 'card': {
          const part = number++
          return [{ name: `part-${part}/0`, day: one.day, safety: nowhere, entry: own({ subject: records.child, category: 'plan', author: writer(one.by), kind: 'card', current: true, restricted: isShut(part) }, part) }]
        }
        case 'appointment': {
          const part = number++
          return (['planning', one.label] as const).map((category, i) => ({ name: `part-${part}/${i}`, day: one.day, safety: nowhere, entry: own({ subject: records[one.about], category, author: writer(one.by), mentions: [one.by, ...one.goes], participants: one.goes }, part) }))
        }
        case 'invited': return [{ name: `part-${number++}/0`, day: one.day, safety: nowhere, entry: { ...blank, ...days, subject: records.child, category: 'plan', author: writer('guide'), kind: 'invitation', identified: false, addressees: ['guest'] } }]
        case 'looked': {
          const safety = one.label === 'safety' && round !== undefined ? { members: [], discussedWithParents: round.discussed, investigated: round.investigated } : nowhere
          return [{ name: `part-${number++}`, day: one.day, safety, entry: { ...blank, ...days, author: {}, subject: records[one.about], category: 'accessLog', about: one.label, ...(!isAtWork(one.who) && { lookedBy: one.who }) } }]
        }
        case 'lookedAt': {
          const seen = made.filter(({ name }) => name.startsWith(`part-${one.part}/`))
          const [first] = seen
          if (first === undefined) return []
          const part = number++
          // What stood at the look and stands still; of whom it told, as far as that had to be kept from somebody.
          const wasThere = (made: Told): boolean => made.order < one.order
          const kept = [...those('protection', one.order).map(({ whom }) => whom), ...those('highConflict', one.order).length > 0 ? ['mother', 'father'] : []]
          const entry: Entry = {
            ...blank, ...days, author: {}, subject: first.entry.subject, category: 'accessLog', ...(!isAtWork(one.who) && { lookedBy: one.who }), mentions: first.entry.mentions.filter((person) => kept.some((one) => one === person)),
            shields: those('shield').filter((shield) => shield.part === one.part && wasThere(shield)).map(({ whom, at }) => ({ person: whom, from: at })), inConfidence: those('confidence').some((told) => told.part === one.part && wasThere(told)),
          }
          const label = (seen[1] ?? first).entry.category as NonNullable<Entry['about']>
          return [{ name: `part-${part}`, day: one.day, safety: nowhere, entry: { ...entry, about: label } }, ...seen.length > 1 && kept.length > 0 ? [{ name: `part-${part}+planning`, day: one.day, safety: nowhere, entry: { ...entry, about: 'planning' as const } }] : []]
        }
        case 'noted': case 'talked': {
          if (round === undefined || !isAfterWorry(one)) return []
          const part = number++
          const releasedTo = all('noteReleased').filter((release) => release.part === part && release.order > one.order).map(({ to }) => to)
          return [{ name: `part-${part}`, day: one.day, safety: { members: round.members, discussedWithParents: round.discussed, investigated: round.investigated }, entry: { ...blank, ...days, subject: records.child, category: 'safety', author: writer(one.by), releasedTo } }]
        }
        default: return []
      }
    }
  }

  /** All that is so now, worked out once for everybody who looks. */
  const now = () => {
    const key = `${told.length} ${clock.now()}`
    if (latest?.key !== key) latest = { key, common: common(), parts: parts().map((part) => ({ ...part, authority: held([...new Set([part.day, clock.number()])]) })) }
    return latest
  }
  let latest: { readonly key: string; readonly common: ReturnType<typeof common>; readonly parts: readonly (Part & { readonly authority: Facts['authority'] })[] } | undefined

  const viewerOf = ({ who, purpose, secondFactor }: Onlooker): Viewer => {
    if (who === 'officer') return { kind: 'office', office: 'privacyOfficer', person: who, organisation: 'centre', secondFactor, purpose: 'accountability' }
    return isAtWork(who) ? { kind: 'care', person: who, organisation: carers[who][0], discipline: carers[who][1], secondFactor, purpose: purpose === 'own' ? 'treatment' : purpose } : { kind: 'portal', person: who, secondFactor }
  }

  return {
    live: (event) => {
      clock.pass(0, 1)
      // A measure about a part counts only for one that is there by then, and of a kind that can have it.
      const has = (part: number, ...kinds: readonly string[]): boolean => parts().some(({ name, entry }) => (name === `part-${part}/0` || name === `part-${part}`) &&
        kinds.includes(entry.kind === 'card' || entry.kind === 'invitation' ? entry.kind : entry.category === 'planning' ? 'appointment' : entry.category === 'safety' ? 'note' : entry.category === 'accessLog' ? 'line' : 'written'))
      if (event.type === 'later') { clock.pass(event.days, event.minutes); return }
      const idle = { type: 'later', days: 0, minutes: 0 } as const
      const counts = event.type === 'decided' && 'part' in event.decision ? has(event.decision.part, 'written', 'card', 'appointment')
        : event.type === 'lookedAt' ? has(event.part, 'written', 'card', 'appointment') : event.type === 'restricted' ? has(event.part, 'written', 'card') : event.type === 'noteReleased' ? has(event.part, 'note')
        : event.type === 'closed' ? !isOver() : event.type === 'reopened' ? isOver() : event.type === 'worry' ? all('worry').length === 0 : true
      // What came to nothing still has its number.
      const kept: Event = counts ? event : event.type === 'decided' ? { type: 'decided', decision: { kind: 'secret', part: -1 } } : idle
      told.push({ ...kept, day: clock.number(), at: clock.now(), order: told.length })
    },
    shown: (onlooker) => {
      const viewer = viewerOf(onlooker)
      const today = clock.number()
      const lines: string[] = []
      const hinted = new Set<string>()
      const known = now()
      const groupDuties = isInGroup(onlooker.who) ? [{ person: onlooker.who, period: period(today, today) }] : []
      for (const { name, authority, entry, safety } of known.parts) {
        const facts: Facts = { ...known.common, groupDuties, authority, safety }
        const may = (action: Parameters<typeof modelSays>[1]) => modelSays(viewer, action, entry, facts, clock.now()).outcome
        if (entry.category === 'accessLog') {
          if (may('readAccessLog') === 'content') lines.push(`${name} G`)
          continue
        }
        const reading = may('read')
        if (reading === 'existence') hinted.add(`${entry.occurred} ${entry.author.discipline ?? ''}`)
        if (reading !== 'content') continue
        const letters = ([['readLocating', 'L'], ['annotate', 'A'], ['correctByStatement', 'S'], ['export', 'X']] as const).filter(([action]) => may(action) === 'content').map(([, letter]) => letter)
        lines.push(`${name} ${['R', ...letters].join('')}`)
      }
      return [...lines, ...[...hinted].sort().map((hint) => {
        const [day = '', discipline] = hint.split(' ')
        return `${discipline === undefined || discipline === '' ? 'family' : discipline} on ${day}`
      })]
    },
  }
}

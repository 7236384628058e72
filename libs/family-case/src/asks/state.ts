import type { IsoInstant, PersonId, Recorded } from '@samenspel/kernel'
import type { CareTeam } from '../care-team/state.ts'
import { entryOf, type Labelled } from '../fact.ts'
import type { AskEvent, AskOutcome, NewAsk } from './events.ts'

export type FamilyAsk = Labelled & NewAsk & {
  readonly passedAt?: IsoInstant
  readonly answer?: Recorded & { readonly outcome: AskOutcome; readonly words: string }
  readonly withdrawnAt?: IsoInstant
}

export const evolveAsks = (asks: readonly FamilyAsk[], event: AskEvent): readonly FamilyAsk[] => {
  const change = (what: Partial<FamilyAsk>): readonly FamilyAsk[] => asks.map((ask) => ask.askId === event.askId ? { ...ask, ...what } : ask)
  switch (event.type) {
    case 'AskMade': return [...asks, entryOf(event)]
    case 'AskPassed': return change({ passedAt: event.at })
    case 'AskAnswered': return change({ answer: { by: event.by, at: event.at, outcome: event.outcome, words: event.words } })
    case 'AskWithdrawn': return change({ withdrawnAt: event.at })
  }
}

/** Whether it waits for an answer. */
export const isOpenAsk = ({ answer, withdrawnAt }: FamilyAsk): boolean => answer === undefined && withdrawnAt === undefined

/**
 * Whether it holds: a parent without a shared file says so until they take it back, the rest until it is answered. Only then it can be
 * taken back, and isn't asked again beside it.
 */
export const isStandingAsk = (ask: FamilyAsk): boolean => ask.withdrawnAt === undefined && (ask.kind === 'noSharedFile' || isOpenAsk(ask))

/** Whether somebody is in the team to stay. */
export const staysInTeam = ({ members }: CareTeam, person: PersonId): boolean => members.some(({ practitionerId, until }) => practitionerId === person && until === undefined)

/**
 * Who reads what a parent asks: whom that parent addresses, and nobody by consent. Where it is about who coordinates, with whom the parent
 * chose to talk, until that one passed it on or leaves. From whom a parent wants to change never reads it by this, and hears it from a
 * person. After the answer it stays with who gave it: who comes later begins without it. That there is no shared file everybody knows who
 * coordinates. What was taken back nobody reads any more.
 */
export const askReaders = (ask: FamilyAsk, team: CareTeam): readonly PersonId[] => {
  const { kind, about, through, passedAt, answer, withdrawnAt } = ask
  const leading = [...new Set([team.coordinator, team.substitute])].filter((person) => person !== undefined)
  const own = through === undefined ? [] : [through]
  if (withdrawnAt !== undefined) return []
  if (kind === 'noSharedFile') return leading
  if (answer !== undefined) return [...new Set([...own, answer.by.person])]
  if (kind === 'otherCoordinator') return passedAt === undefined && through !== undefined && staysInTeam(team, through) ? own : [...new Set([...own, ...leading])]
  const others = leading.filter((person) => person !== about)
  return others.length > 0 ? others : leading
}

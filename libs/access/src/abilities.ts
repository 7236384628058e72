import type { IsoInstant, PersonId, Subject } from '@samenspel/kernel'
import { actsAsCoordinator, isInTeam, isPortal, isPrivacyOfficer, staffOf, type Viewing } from './circumstances.ts'
import { holdsAuthority } from './authority.ts'
import { decide, type Verdict } from './decide.ts'
import { plainEntry, type Entry } from './entries.ts'
import type { Facts } from './facts.ts'
import { momentIn } from './moments.ts'
import type { Viewer } from './viewers.ts'

/** Which buttons to offer in a case. A hint for a screen: the command is decided again when it comes. */
export type Abilities = {
  /** Add something of one's own to a child's file: a team member, or who holds authority; before birth, who is pregnant. */
  readonly contribute: boolean
  /** Act as the coordinator: who coordinates or stands in today, with a registration that covers today (K-01). */
  readonly coordinate: boolean
  /** Ask for proposals and send them: who coordinates or stands in, while the case is active. Days of rest are kept by the agenda (K-13). */
  readonly plan: boolean
  /** Open the access log: the privacy officer, and everybody in the portal for what concerns them. */
  readonly readAccessLog: boolean
  /** Decide about erasing somebody's record: the privacy officer, who for that opens no record (P-08, P-09). */
  readonly decideErasure: boolean
}

export const noAbilities: Abilities = { contribute: false, coordinate: false, plan: false, readAccessLog: false, decideErasure: false }

/** What to offer this viewer now; nothing at all when a fact is missing. */
export const abilities = (viewer: Viewer, facts: Facts, now: IsoInstant): Abilities => {
  try {
    const viewing = { viewer, facts, now: momentIn(facts.jurisdiction, now) }
    const contribute = facts.children.some(({ person }) => mayContributeAbout(person, viewing)) || stillCarried(facts).some((carrier) => mayAnnotate({ kind: 'unborn', person: carrier }, viewing))
    const coordinate = contribute && actsAsCoordinator(viewing)
    const readAccessLog = readingLog(viewer, facts, now).outcome === 'content'
    return { contribute, coordinate, plan: coordinate && facts.state === 'active', readAccessLog, decideErasure: readAccessLog && isPrivacyOfficer(viewing) }
  } catch { return noAbilities }
}

/** No forbid stands against writing in the own record, and the viewer belongs here today. */
const mayContributeAbout = (child: PersonId, viewing: Viewing): boolean => {
  const { viewer, facts, now } = viewing
  return mayAnnotate({ kind: 'child', person: child }, viewing) && (isPortal(viewing) ? holdsAuthority(viewer.person, child, now.today, facts) : isInTeam(viewing))
}

/** Who carries a child that is not born. A case may begin before birth: then it is about the pregnancy, and of the family only who carries it writes in it (G-09). */
const stillCarried = ({ pregnancies, children }: Facts): readonly PersonId[] =>
  pregnancies.filter(({ unborn }) => !children.some(({ person }) => person === unborn)).map(({ carriedBy }) => carriedBy)

const mayAnnotate = (subject: Subject, viewing: Viewing): boolean => {
  const { viewer, facts, now } = viewing
  const own: Entry = { ...today(viewing), category: 'development', subject }
  return decide(viewer, 'annotate', own, facts, now.at).outcome === 'content'
}

/** Whether this viewer opens the access log, and why, also while nothing stands in it that opens to them: as they would open a line of today about themselves. */
export const readingLog = (viewer: Viewer, facts: Facts, now: IsoInstant): Verdict => {
  const line: Entry = { ...today({ viewer, facts, now: momentIn(facts.jurisdiction, now) }), category: 'accessLog', about: 'development', subject: { kind: 'adult', person: viewer.person } }
  return decide(viewer, 'readAccessLog', line, facts, now)
}

/** An entry by this viewer, of today. */
const today = (viewing: Viewing): Omit<Entry, 'subject' | 'category'> => ({
  ...plainEntry, recorded: viewing.now.today, occurred: viewing.now.today,
  author: { person: viewing.viewer.person, organisation: staffOf(viewing)?.organisation, discipline: staffOf(viewing)?.discipline },
})

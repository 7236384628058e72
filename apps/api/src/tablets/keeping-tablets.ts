/** Tablets as people at the desk see them: who keeps the keys of an organisation, and who works at its tablets. */
import { longestLine, refuseText, type Clock, type Id } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import { Refused } from '../graphql/refused.ts'
import type { GroupTablet, GroupTabletCode, MadeCode, OwnTablet } from '../graphql/types/tablets.ts'
import type { Session } from '../sessions/sessions.ts'
import { mustKeep, type Keepers } from './keepers.ts'
import { isPin, isWeakPin } from './pin.ts'
import type { Maker, Tablet, Tablets } from './tablets.ts'
import { worksAt } from './working-here.ts'

export type KeepingTablets = {
  /** @throws Refused `not-keeper`, as everything of who keeps the keys does */
  readonly all: (session: Session) => Promise<{ readonly tablets: readonly GroupTablet[]; readonly codes: readonly GroupTabletCode[] }>
  /** @throws Refused `text-empty`, `text-too-long`, `choice-unknown`, `tablets-too-many` */
  readonly makeCode: (session: Session, name: string, lockSeconds: number) => Promise<MadeCode>
  readonly withdrawCode: (session: Session, id: Id) => Promise<void>
  readonly revoke: (session: Session, id: Id) => Promise<void>
  /** The tablets of the organisation for which somebody works, with whether they have a PIN there. */
  readonly own: (session: Session) => Promise<readonly OwnTablet[]>
  /** @throws Refused `pin-six-digits`, `pin-weak`, `tablet-unknown` */
  readonly choosePin: (session: Session, pin: string, tablets: readonly Id[]) => Promise<void>
  readonly leave: (session: Session, tablet: Id) => Promise<void>
}

/** Seconds without a touch after which a tablet may lock. */
export const lockChoices = [45, 75, 120] as const

/** Of one organisation, with the codes that still work. */
const mostTablets = 50

type Parts = { readonly tablets: Tablets; readonly keepers: Keepers; readonly files: Pick<AllFiles, 'practitioners' | 'organisations'>; readonly clock: Clock }

export const openKeepingTablets = ({ tablets, keepers, files, clock }: Parts): KeepingTablets => {
  const nameOf = async ({ person, name }: Maker): Promise<string> => name ?? (await files.practitioners.state(person))?.name ?? ''
  const ownTablets = async ({ person, role, app }: Session): Promise<readonly Tablet[]> => {
    const organisation = role !== 'professional' || app !== 'desk' ? undefined : (await files.practitioners.state(person))?.organisation
    return organisation === undefined || !await worksAt(files, organisation, person, clock()) ? [] : tablets.all(organisation)
  }
  return {
    all: async (session) => {
      const organisation = await mustKeep(keepers, session)
      const [known, codes] = await Promise.all([tablets.all(organisation), tablets.codes(organisation)])
      return {
        tablets: await Promise.all(known.map(async ({ id, name, lockSeconds, enrolledAt, seenAt, madeBy }) =>
          ({ id, name, lockSeconds, enrolledAt, seenAt, madeBy: await nameOf(madeBy), workers: (await Promise.all((await tablets.workers(id)).map(({ person }) => nameOf({ person })))).sort() }))),
        codes: await Promise.all(codes.map(async ({ id, name, lockSeconds, madeBy, madeAt, until }) => ({ id, name, lockSeconds, madeBy: await nameOf(madeBy), madeAt, until }))),
      }
    },
    makeCode: async (session, name, lockSeconds) => {
      const organisation = await mustKeep(keepers, session)
      const objection = refuseText('name', name, longestLine)
      if (objection !== undefined) throw new Refused(objection.refusal.code, objection.refusal.about)
      if (!lockChoices.some((choice) => choice === lockSeconds)) throw new Refused('choice-unknown', { field: 'lockSeconds' })
      if ((await tablets.all(organisation)).length + (await tablets.codes(organisation)).length >= mostTablets) throw new Refused('tablets-too-many', { most: mostTablets })
      return tablets.makeCode({ organisation, name: name.trim(), lockSeconds, madeBy: { person: session.person, ...(session.name !== undefined && { name: session.name }) } })
    },
    withdrawCode: async (session, id) => { await tablets.withdrawCode(await mustKeep(keepers, session), id) },
    revoke: async (session, id) => { await tablets.revoke(await mustKeep(keepers, session), id) },
    own: async (session) => {
      const mine = new Map((await tablets.of(session.person)).map((worker) => [worker.tablet, worker]))
      return (await ownTablets(session)).map(({ id, name }) => ({ id, name, hasPin: mine.has(id), isLocked: mine.get(id)?.isLocked ?? false }))
    },
    choosePin: async (session, pin, chosen) => {
      const known = new Set((await ownTablets(session)).map(({ id }) => id))
      if (chosen.length === 0 || chosen.some((id) => !known.has(id))) throw new Refused('tablet-unknown')
      if (!isPin(pin)) throw new Refused('pin-six-digits')
      if (isWeakPin(pin)) throw new Refused('pin-weak')
      for (const id of new Set(chosen)) await tablets.choosePin(id, session.person, pin)
    },
    leave: async (session, tablet) => { await tablets.leave(tablet, session.person) },
  }
}

/**
 * Groups of children of an organisation, and who works in them on which days (K-14). Nothing here tells of a family: that a child is
 * in a group stands in its own file, and opens there.
 */
import { covers, dayOf, isId, zoneOf, type Id, type IsoDate, type PersonId, type Zone } from '@samenspel/kernel'
import { worksOn, type Group, type GroupDuty, type Organisation, type OrganisationCommand, type PractitionerCommand } from '@samenspel/register'
import { Refused } from '../graphql/refused.ts'
import type { ChildrenGroup, OwnGroups } from '../graphql/types/groups.ts'
import type { Professional } from '../graphql/types/people.ts'
import type { Partners } from '../read-models/partners.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import type { DisclosingParts } from './disclosing.ts'
import type { Directory } from './case-record.ts'
import { loadDirectory } from './record.ts'
import { askingOf, type Asking } from './viewer.ts'

export type Groups = {
  /** @throws Refused `not-found` for who works for no organisation */
  readonly own: (session: Session) => Promise<OwnGroups>
  /** @returns the id of the group */
  readonly open: (session: Session, commandId: Id, name: string) => Promise<Id>
  /** @throws Refused `group-unknown`, `not-group-leader`, `works-elsewhere` */
  readonly appointLeader: (session: Session, commandId: Id, groupId: Id, leader: PersonId) => Promise<void>
  /** @returns the id of the duty @throws as the register does */
  readonly record: (session: Session, commandId: Id, duty: { readonly groupId: Id; readonly professional: PersonId; readonly from: IsoDate; readonly until?: IsoDate }) => Promise<Id>
  readonly end: (session: Session, commandId: Id, duty: { readonly dutyId: Id; readonly professional: PersonId; readonly until: IsoDate }) => Promise<void>
  /** The groups of an organisation. */
  readonly idsOf: (organisation: string) => Promise<readonly Id[]>
}

type Owner = { readonly asking: Asking; readonly organisation: Organisation; readonly now: string; readonly today: IsoDate; readonly zone: Zone }

export const openGroups = ({ files, sessions, clock }: DisclosingParts, partners: Partners): Groups => {
  const ownerOf = async (session: Session): Promise<Owner> => {
    const asking = await askingOf(session, files)
    const id = asking.viewer.kind === 'care' ? asking.viewer.organisation : undefined
    const organisation = id === undefined ? undefined : await files.organisations.state(id)
    if (organisation === undefined) throw new Refused('not-found')
    const now = clock()
    const zone = zoneOf(organisation.jurisdiction)
    return { asking, organisation, now, zone, today: dayOf(now, zone) }
  }
  const colleaguesOf = async (session: Session, { organisation, today }: Owner): Promise<{ readonly ids: readonly PersonId[]; readonly directory: Directory }> => {
    const everybody = await partners.everybody(session)
    const directory = await loadDirectory(files, everybody)
    return { directory, ids: everybody.filter((id) => directory.practitioner(id)?.organisation === organisation.id && worksOn(directory.practitioner(id), today)) }
  }
  const done = async (session: Session, { refusal, position }: Awaited<ReturnType<typeof files.organisations.handle>>): Promise<void> => {
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    await sessions.wrote(session, position)
  }
  const inOrganisation = async (session: Session, commandId: Id, make: (owner: Owner) => OrganisationCommand | Promise<OrganisationCommand>): Promise<void> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const owner = await ownerOf(session)
    await done(session, await files.organisations.handle(owner.organisation.id, await make(owner), ownId(session.person, commandId, 'group')))
  }
  const ofPractitioner = async (session: Session, commandId: Id, person: PersonId, make: (owner: Owner, duties: readonly GroupDuty[]) => PractitionerCommand): Promise<void> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const owner = await ownerOf(session)
    const practitioner = await files.practitioners.state(person)
    if (practitioner?.organisation !== owner.organisation.id) throw new Refused('works-elsewhere')
    await done(session, await files.practitioners.handle(person, make(owner, practitioner.duties), ownId(session.person, commandId, 'duty')))
  }
  const leaderOf = ({ organisation }: Owner, groupId: Id | undefined): PersonId => {
    const group = organisation.groups.find((one) => one.groupId === groupId)
    if (group === undefined) throw new Refused('group-unknown')
    return group.leader
  }

  return {
    own: async (session) => {
      const owner = await ownerOf(session)
      const { organisation, today, asking: { viewer } } = owner
      const { ids, directory } = await colleaguesOf(session, owner)
      const leads = organisation.groups.some(({ leader }) => leader === viewer.person)
      return {
        today, groups: organisation.groups.map((group) => groupView(group, viewer.person, ids, directory, today)).sort((a, b) => a.name < b.name ? -1 : 1),
        colleagues: leads ? ids.flatMap((id) => professionalView(directory, id)).sort((a, b) => a.name < b.name ? -1 : 1) : [],
      }
    },
    open: async (session, commandId, name) => {
      const groupId = ownId(session.person, commandId, 'made')
      await inOrganisation(session, commandId, ({ asking, now }) => ({ type: 'OpenGroup', by: asking.actor, at: now, groupId, name }))
      return groupId
    },
    appointLeader: (session, commandId, groupId, leader) => inOrganisation(session, commandId, async ({ asking, now, today, organisation }) => {
      const known = await files.practitioners.state(leader)
      return { type: 'AppointGroupLeader', by: asking.actor, at: now, groupId, leader, worksHere: known?.organisation === organisation.id && worksOn(known, today) }
    }),
    record: async (session, commandId, { groupId, professional, from, until }) => {
      const dutyId = ownId(session.person, commandId, 'made')
      await ofPractitioner(session, commandId, professional, (owner) => ({
        type: 'RecordGroupDuty', by: owner.asking.actor, at: owner.now, dutyId, groupId, organisation: owner.organisation.id, leader: leaderOf(owner, groupId), from, ...(until !== undefined && { until }),
      }))
      return dutyId
    },
    end: (session, commandId, { dutyId, professional, until }) => ofPractitioner(session, commandId, professional, (owner, duties) =>
      ({ type: 'EndGroupDuty', by: owner.asking.actor, at: owner.now, dutyId, until, leader: leaderOf(owner, duties.find((duty) => duty.dutyId === dutyId)?.groupId) })),
    idsOf: async (organisation) => (await files.organisations.state(organisation))?.groups.map(({ groupId }) => groupId) ?? [],
  }
}

const groupView = ({ groupId, name, leader }: Group, viewer: PersonId, colleagues: readonly PersonId[], directory: Directory, today: IsoDate): ChildrenGroup => {
  const isLeader = leader === viewer
  const dutiesOf = (id: PersonId) => (directory.practitioner(id)?.duties ?? []).filter((duty) => duty.groupId === groupId)
  return {
    id: groupId, name, leader: directory.practitioner(leader)?.name ?? '', isLeader, isOnDuty: dutiesOf(viewer).some((duty) => covers(duty, today)),
    duties: isLeader ? colleagues.flatMap((id) => dutiesOf(id).filter(({ until }) => until === undefined || until >= today).flatMap((duty) =>
      professionalView(directory, id).map((professional) => ({ id: duty.dutyId, professional, from: duty.from, ...(duty.until !== undefined && { until: duty.until }), isToday: covers(duty, today) })))) : [],
  }
}

const professionalView = ({ practitioner, organisation }: Directory, id: PersonId): readonly Professional[] => {
  const known = practitioner(id)
  const works = known === undefined ? undefined : organisation(known.organisation)
  return known === undefined || works === undefined ? [] : [{ id, name: known.name, title: known.title, discipline: known.discipline, organisation: { id: works.id, name: works.name, discipline: works.discipline } }]
}

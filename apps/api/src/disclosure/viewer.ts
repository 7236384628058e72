import type { Viewer } from '@samenspel/access'
import { dayOf, zoneOf, type Actor, type IsoDate, type IsoInstant, type Jurisdiction, type OrganisationId, type PersonId } from '@samenspel/kernel'
import type { GroupDuty, Practitioner } from '@samenspel/register'
import type { AllFiles } from '../composition/files.ts'
import { Refused } from '../graphql/refused.ts'
import type { Session } from '../sessions/sessions.ts'
import { mustServeTablet } from './on-tablet.ts'

export type Employment = { readonly person: PersonId; readonly organisation: OrganisationId; readonly from?: IsoDate; readonly until?: IsoDate }

/** Who asks: as the policies know a viewer, and as facts know an actor. Of rights it holds nothing. */
export type Asking = {
  readonly session: Session
  readonly viewer: Viewer
  readonly actor: Actor
  /** For whom somebody of an office or of care works, and until which day: sign-in or the register says so. */
  readonly employment: Employment | undefined
  /** In which groups of children a professional works, and when. */
  readonly duties?: readonly GroupDuty[]
}

/** For whom somebody works, and in which groups, as one text: all that facts say of who asks. */
export const standingOf = ({ viewer: { person }, employment, duties }: Asking): string => JSON.stringify([person, employment, duties])

/**
 * @param operation what is asked, where a group's tablet may ask it too; whoever leaves it out serves none
 * @throws Refused `not-signed-in` when the register doesn't know a professional (any more); `not-on-tablet`
 */
export const askingOf = async (session: Session, files: AllFiles, operation?: string): Promise<Asking> => {
  mustServeTablet(session, operation)
  const { person, role, organisation, secondFactor } = session
  switch (role) {
    case 'familyMember':
      return { session, viewer: { kind: 'portal', person, secondFactor }, actor: { person, role }, employment: undefined }
    case 'privacyOfficer': {
      if (organisation === undefined) throw new Refused('not-signed-in')
      return {
        session, actor: { person, role, organisation }, employment: { person, organisation },
        viewer: { kind: 'office', office: 'privacyOfficer', person, organisation, secondFactor, purpose: 'accountability' },
      }
    }
    case 'professional': {
      const known = await files.practitioners.state(person)
      if (known === undefined) throw new Refused('not-signed-in')
      const { discipline } = known
      return {
        session, actor: { person, role, organisation: known.organisation, discipline }, employment: employmentOf(known),
        viewer: { kind: 'care', person, organisation: known.organisation, discipline, secondFactor, purpose: 'treatment' }, duties: known.duties,
      }
    }
  }
}

/** For whom somebody of the register works, from the day that was recorded as the first until the one recorded as the last (F10). */
export const employmentOf = ({ id: person, organisation, details, employedUntil: until }: Practitioner): Employment =>
  ({ person, organisation, ...(details?.from !== undefined && { from: details.from }), ...(until !== undefined && { until }) })

export const todayIn = (jurisdiction: Jurisdiction, now: IsoInstant): string => dayOf(now, zoneOf(jurisdiction))

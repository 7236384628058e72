import { dayOf, zoneOf, type IsoInstant, type OrganisationId, type PersonId } from '@samenspel/kernel'
import { worksOn } from '@samenspel/register'
import type { AllFiles } from '../composition/files.ts'

/**
 * Whether somebody may work at a tablet of an organisation now, or come in by a code of it: whom the register has among its people, and who
 * didn't leave. The one place that says so; a list of who is on duty in a group narrows it here.
 */
export const worksAt = async (files: Pick<AllFiles, 'practitioners' | 'organisations'>, organisation: OrganisationId, person: PersonId, now: IsoInstant): Promise<boolean> => {
  const [known, there] = await Promise.all([files.practitioners.state(person), files.organisations.state(organisation)])
  return there !== undefined && known?.organisation === organisation && worksOn(known, dayOf(now, zoneOf(there.jurisdiction)))
}

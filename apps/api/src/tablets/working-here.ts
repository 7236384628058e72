import type { OrganisationId, PersonId } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'

/**
 * Whether somebody may work at a tablet of an organisation now: whom the register has among its people. The one place that says so; a
 * list of who is on duty in a group narrows it here.
 */
export const worksAt = async (files: Pick<AllFiles, 'practitioners'>, organisation: OrganisationId, person: PersonId): Promise<boolean> =>
  (await files.practitioners.state(person))?.organisation === organisation

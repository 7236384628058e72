/** By whose registration somebody coordinates a family (K-01): asked here for commands, for codes and for what is printed. */
import { registeredThrough, type OpenCase } from '@samenspel/family-case'
import type { IsoDate, PersonId } from '@samenspel/kernel'
import { hasValidRegistration } from '@samenspel/register'
import type { Directory } from './case-record.ts'

/** The own registration, or that of the specialist on call behind a coordinator of the first line. */
export const isRegisteredHere = ({ careTeam }: OpenCase, directory: Directory, person: PersonId, today: IsoDate): boolean =>
  registeredThrough(careTeam, person, today).some((one) => hasValidRegistration(directory.practitioner(one), today))

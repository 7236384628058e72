/**
 * Carries out a list of people that an organisation decided to bring in, or of organisations that were decided on with it. The decision
 * stands as a whole in the organisation's own stream; here each row reaches the stream that it is about. Stopped anywhere, it goes on
 * where it was: a row that was carried out has the same id the next time, and changes nothing (decisions 080 and 093).
 */
import type { Position } from '@samenspel/event-store'
import type { Clock, OrganisationId } from '@samenspel/kernel'
import type { OrganisationEvent, OrganisationsImport, StaffImport } from '@samenspel/register'
import { derivedId } from '../ids/derived-id.ts'
import type { AllFiles } from '../composition/files.ts'

export const importingTypes = ['StaffImportDecided', 'OrganisationsDecided'] as const satisfies readonly OrganisationEvent['type'][]

export type RegisterImports = {
  /** @returns from where in the log on it shows, row by row; nothing where there was nothing to carry out */
  readonly carryOut: (organisation: OrganisationId) => Promise<readonly Position[]>
}

export const openRegisterImports = ({ organisations, practitioners }: Pick<AllFiles, 'organisations' | 'practitioners'>, clock: Clock): RegisterImports => {
  const bringInPeople = async (id: OrganisationId, { importId, by, rows }: StaffImport): Promise<readonly Position[]> => {
    const shownFrom: Position[] = []
    for (const row of rows) {
      const { position } = await practitioners.handle(row.person, { type: 'CarryOutStaffRow', by, at: clock(), row, organisation: id }, derivedId(`staff row ${importId} ${row.person}`))
      shownFrom.push(position)
    }
    const { position } = await organisations.handle(id, { type: 'CarryOutStaffImport', by, at: clock(), importId }, derivedId(`staff import ${importId}`))
    return [...shownFrom, position]
  }
  const register = async (id: OrganisationId, { importId, by, organisations: listed }: OrganisationsImport): Promise<readonly Position[]> => {
    const shownFrom: Position[] = []
    for (const one of listed) {
      // One that is there by now was registered in the same moment from another list: its id is the same, and it stays as it is.
      const { position } = await organisations.handle(one.organisationId, { type: 'RegisterOrganisations', by, at: clock(), importId, organisations: [one] }, derivedId(`organisation ${importId} ${one.organisationId}`))
      shownFrom.push(position)
    }
    const { position } = await organisations.handle(id, { type: 'CarryOutOrganisations', by, at: clock(), importId }, derivedId(`organisations ${importId}`))
    return [...shownFrom, position]
  }
  return {
    carryOut: async (id) => {
      const { importing, registering } = await organisations.state(id) ?? {}
      return [...registering === undefined ? [] : await register(id, registering), ...importing === undefined ? [] : await bringInPeople(id, importing)]
    },
  }
}

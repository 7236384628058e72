/**
 * Carries out a list of people that an organisation decided to bring in. The decision stands as a whole in the organisation's own
 * stream; here each row reaches the stream of its person. Stopped anywhere, it goes on where it was: a row that was carried out has the
 * same id the next time, and changes nothing (decision 080).
 */
import type { Position } from '@samenspel/event-store'
import type { Clock, OrganisationId } from '@samenspel/kernel'
import type { OrganisationEvent } from '@samenspel/register'
import { derivedId } from '../composition/derived-id.ts'
import type { AllFiles } from '../composition/files.ts'

export const importingTypes = ['StaffImportDecided'] as const satisfies readonly OrganisationEvent['type'][]

export type StaffImports = {
  /** @returns from where in the log on it shows, row by row; nothing where there was nothing to carry out */
  readonly carryOut: (organisation: OrganisationId) => Promise<readonly Position[]>
}

export const openStaffImports = ({ organisations, practitioners }: Pick<AllFiles, 'organisations' | 'practitioners'>, clock: Clock): StaffImports => ({
  carryOut: async (id) => {
    const importing = (await organisations.state(id))?.importing
    if (importing === undefined) return []
    const { importId, by, rows } = importing
    const shownFrom: Position[] = []
    for (const row of rows) {
      const { position } = await practitioners.handle(row.person, { type: 'CarryOutStaffRow', by, at: clock(), row, organisation: id }, derivedId(`staff row ${importId} ${row.person}`))
      shownFrom.push(position)
    }
    const { position } = await organisations.handle(id, { type: 'CarryOutStaffImport', by, at: clock(), importId }, derivedId(`staff import ${importId}`))
    return [...shownFrom, position]
  },
})

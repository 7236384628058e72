import { planOrganisationsImport, type Organisation, type OrganisationsPlan } from '@samenspel/register'
import type { Jurisdiction } from '@samenspel/kernel'
import { derivedId } from '../ids/derived-id.ts'
import { readOrganisations } from './read-organisations.ts'
import type { Neighbour } from './read-places.ts'

type Register = {
  readonly known: readonly Organisation[]
  /** Beside which a place can lie. */
  readonly neighbours: readonly Neighbour[]
  /** Where a row says nothing of it. */
  readonly usual: { readonly country?: Jurisdiction; readonly point: Neighbour['point'] }
}

/** What a list of organisations comes to. @throws Refused as reading a list does */
export const planOrganisations = (content: string, { known, neighbours, usual }: Register): OrganisationsPlan & { readonly unread: readonly string[] } => {
  const { rows: listed, unread } = readOrganisations(content, neighbours)
  return { ...planOrganisationsImport(listed, { known, usual, ids: (knownBy) => ({ organisation: derivedId(`organisation ${knownBy}`), location: derivedId(`first place ${knownBy}`) }) }), unread }
}

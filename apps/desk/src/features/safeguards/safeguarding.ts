import type { SafeguardsQuery, AuthoritySource } from '@samenspel/graphql-documents/desk'

/** Authority and safeguards of a family, as they are for who looks. */
export type Safeguarding = SafeguardsQuery['safeguards']

/** Names people of the family; somebody whom the viewer may not know stays nobody. */
export const nameIn = ({ children, adults }: Pick<Safeguarding, 'children' | 'adults'>) => (id: string | undefined): string =>
  [...children, ...adults].find((one) => one.id === id)?.name ?? '…'

export type AuthorityFact = Safeguarding['authority'][number]

/** Where authority can be read differs by country. */
export const sourcesOf: Readonly<Record<Safeguarding['jurisdiction'], readonly AuthoritySource[]>> = {
  NL: ['STATEMENT', 'POPULATION_REGISTER', 'AUTHORITY_REGISTER', 'COURT', 'AUTHORITY_SERVICE'],
  BE: ['STATEMENT', 'NATIONAL_REGISTER', 'BIRTH_CERTIFICATE', 'COURT'],
}

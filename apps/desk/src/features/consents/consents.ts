/** What the page about consent reads from an answer of the API: pure functions. */
import type { Category, ConsentsOfFamilyQuery, RecipientInput, RecipientKind } from '@samenspel/graphql-documents/desk'

export type ConsentFamily = NonNullable<ConsentsOfFamilyQuery['family']>
export type Consent = ConsentFamily['consents'][number]
export type ConsentRequest = ConsentFamily['consentRequests'][number]
export type SentInvitation = ConsentFamily['invitations'][number]

/** Labels that consent speaks about; safety is none of them. */
export const sharedCategories = ['DEVELOPMENT', 'MEDICAL', 'MENTAL_HEALTH', 'RELATIONSHIP', 'SOCIAL', 'CONTACT', 'PLANNING', 'PLAN'] as const satisfies readonly Category[]

/** Whether it says something about today or later. */
export const isCurrent = ({ state }: Consent): boolean => state !== 'WITHDRAWN' && state !== 'ENDED'

/** What of one consent is the same for several categories: they then stand in one line. */
export type Line = { readonly key: string; readonly effect: Consent['effect']; readonly state: Consent['state']; readonly until: string | null; readonly categories: readonly (Category | null)[] }
export type Row = { readonly subject: string; readonly cells: readonly (readonly Line[])[] }
export type Matrix = { readonly columns: readonly string[]; readonly rows: readonly Row[] }

/** Whom it is about by row, who reads by column, every organisation of the team among them; in each cell what holds now, with until when. */
export const matrixOf = ({ consents, team }: Pick<ConsentFamily, 'consents' | 'team'>): Matrix => {
  const current = consents.filter(isCurrent)
  const columns = [...new Set([...current.map(({ recipient }) => recipient.label), ...team.map(({ professional }) => professional.organisation.name)])].toSorted((a, b) => a.localeCompare(b))
  const rows = [...Map.groupBy(current, ({ subject }) => subject.label)].map(([subject, own]): Row => ({
    subject, cells: columns.map((column) => linesOf(own.filter(({ recipient }) => recipient.label === column))),
  }))
  return { columns, rows }
}

const linesOf = (consents: readonly Consent[]): readonly Line[] =>
  [...Map.groupBy(consents, ({ effect, state, until }) => [effect, state, until ?? ''].join(' '))].flatMap(([key, same]): readonly Line[] => {
    const [first] = same
    return first === undefined ? [] : [{ key, effect: first.effect, state: first.state, until: first.until, categories: [...new Set(same.map(({ category }) => category))].toSorted((a, b) => order(a) - order(b)) }]
  }).toSorted((a, b) => a.key.localeCompare(b.key))

const order = (category: Category | null): number => category === null ? -1 : sharedCategories.findIndex((one) => one === category)

/** A recipient as one text, for a select. */
export const recipientKey = ({ kind, organisationId, discipline }: RecipientInput): string => [kind, organisationId ?? discipline ?? ''].join(':')

export const recipientOf = (key: string): RecipientInput => {
  const [kind, value = ''] = key.split(':') as [RecipientKind, string?]
  switch (kind) {
    case 'ORGANISATION': return { kind, organisationId: value }
    case 'DISCIPLINE': return { kind, discipline: value as NonNullable<RecipientInput['discipline']> }
    case 'ALL': return { kind }
  }
}

/** Those whose word can be noted: the adults of the family. */
export const adultsOf = ({ members }: ConsentFamily): ConsentFamily['members'] =>
  members.filter(({ role, isErased }) => isErased !== true && role !== 'CHILD' && role !== 'SIBLING' && role !== 'UNBORN_CHILD')

/** What the page about consent reads from an answer of the API: pure functions. */
import type { Category, ConsentsOfFamilyQuery, RecipientInput, RecipientKind } from '@samenspel/graphql-documents/desk'

export type ConsentFamily = NonNullable<ConsentsOfFamilyQuery['family']>
export type Consent = ConsentFamily['consents'][number]
export type ConsentRequest = ConsentFamily['consentRequests'][number]
export type SentInvitation = ConsentFamily['invitations'][number]

/** Labels that consent speaks about; safety is none of them. */
export const sharedCategories = ['DEVELOPMENT', 'MEDICAL', 'MENTAL_HEALTH', 'RELATIONSHIP', 'SOCIAL', 'CONTACT', 'PLANNING', 'PLAN'] as const satisfies readonly Category[]

type Effect = ConsentFamily['consentEffects'][number]
export type Organisation = Effect['organisation']

/** Why some labels are open or shut: what decides, and what applies as well and gives way. */
export type Reason = { readonly decides: readonly Consent[]; readonly givesWay: readonly Consent[] }
/** What is open or shut until the same day stands in one line, whichever yes or no decides about each label. */
export type Line = { readonly key: string; readonly effect: Consent['effect']; readonly until: string | null; readonly categories: readonly Category[]; readonly reasons: readonly Reason[] }
/** What holds for one organisation about one subject, and what is on its way: a yes that waits or begins later, and a question. */
export type Cell = { readonly organisation: Organisation; readonly lines: readonly Line[]; readonly coming: readonly Consent[]; readonly asked: readonly ConsentRequest[] }
export type Row = { readonly key: string; readonly subject: string; readonly cells: readonly Cell[] }
export type Matrix = { readonly columns: readonly Organisation[]; readonly rows: readonly Row[] }

/** Whom it is about by row, which organisation reads by column; what decides in each cell the server worked out (C-03). */
export const matrixOf = ({ consents, consentEffects, consentRequests }: Pick<ConsentFamily, 'consents' | 'consentEffects' | 'consentRequests'>): Matrix => {
  const byId = new Map(consents.map((consent) => [consent.id, consent]))
  const named = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const columns = [...new Map(consentEffects.map(({ organisation }) => [organisation.id, organisation])).values()].toSorted((a, b) => a.name.localeCompare(b.name))
  const rows = [...Map.groupBy(consentEffects, ({ subject }) => keyOf(subject))].map(([key, own]): Row => ({
    key, subject: own[0]?.subject.label ?? '',
    cells: columns.map((organisation): Cell => ({
      organisation,
      lines: linesOf((own.find((effect) => effect.organisation.id === organisation.id)?.reasons ?? []).map(({ effect, categories, decides, givesWay }) => ({
        effect, categories, until: endOf(named(decides)), decides: named(decides), givesWay: named(givesWay),
      }))),
      coming: consents.filter(({ subject, recipient, state }) => keyOf(subject) === key && reaches(recipient, organisation) && (state === 'WAITING' || state === 'COMING')),
      asked: consentRequests.filter(({ subject, recipient, state }) => keyOf(subject) === key && reaches(recipient, organisation) && state === 'OPEN'),
    })),
  }))
  return { columns, rows }
}

const linesOf = (reasons: readonly (Reason & Pick<Line, 'effect' | 'until' | 'categories'>)[]): readonly Line[] =>
  [...Map.groupBy(reasons, ({ effect, until }) => `${effect} ${until ?? ''}`)].flatMap(([key, same]): readonly Line[] => {
    const [first] = same
    return first === undefined ? [] : [{ key, effect: first.effect, until: first.until, categories: same.flatMap(({ categories }) => categories), reasons: same }]
  })

/** Whether a parent said yes to an organisation, or was asked to: without it its people read what they wrote themselves, also who coordinates. */
export const isAskedFor = ({ consents, consentRequests }: Pick<ConsentFamily, 'consents' | 'consentRequests'>, organisation: Pick<Organisation, 'id' | 'discipline'>): boolean =>
  consents.some(({ effect, state, recipient }) => effect === 'GRANT' && (state === 'IN_FORCE' || state === 'COMING' || state === 'WAITING') && reaches(recipient, organisation)) ||
  consentRequests.some(({ state, recipient }) => (state === 'OPEN' || state === 'ONE_MORE_YES') && reaches(recipient, organisation))

const keyOf = ({ kind, memberIds }: Consent['subject']): string => [kind, ...memberIds].join(' ')

const reaches = ({ kind, organisation, discipline }: Consent['recipient'], one: Pick<Organisation, 'id' | 'discipline'>): boolean =>
  kind === 'ALL' || (kind === 'ORGANISATION' ? organisation?.id === one.id : discipline === one.discipline)

/** Until when it stays so: the last day of what decides together; none when one of them has no end. */
const endOf = (decides: readonly Consent[]): string | null =>
  decides.some(({ until }) => until === null) ? null : decides.map(({ until }) => until).toSorted().at(-1) ?? null

/** By which rule one consent gives way to another (C-03). */
export const ruleOf = (decides: Pick<Consent, 'effect' | 'category' | 'recipient'>, givesWay: Pick<Consent, 'effect' | 'category' | 'recipient'>): 'same' | 'recipient' | 'category' | 'both' | 'no' => {
  if (decides.effect === givesWay.effect) return 'same'
  const moreOn = { recipient: rank[decides.recipient.kind] - rank[givesWay.recipient.kind], category: Number(decides.category !== null) - Number(givesWay.category !== null) }
  if (moreOn.recipient < 0 || moreOn.category < 0 || (moreOn.recipient === 0 && moreOn.category === 0)) return 'no'
  return moreOn.recipient > 0 ? moreOn.category > 0 ? 'both' : 'recipient' : 'category'
}

const rank: Readonly<Record<RecipientKind, number>> = { ORGANISATION: 2, DISCIPLINE: 1, ALL: 0 }

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

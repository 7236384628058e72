import type { PlanningBoardQuery } from '@samenspel/graphql-documents/desk'
import { waitingIn, type Waiting } from '../families/waiting.ts'

export type BoardData = PlanningBoardQuery['planningBoard']
export type BoardFamily = BoardData['families'][number]
export type Moment = BoardFamily['moments'][number]
export type BoardNeed = BoardFamily['needs'][number]
export type FreeTime = BoardData['freeTime'][number]
type Part = Moment['bundle']['parts'][number]

/** What somebody wants to see of it: one family, one organisation, or all. */
export type Filter = { readonly familyId?: string; readonly organisationId?: string }

/** The families as a filter leaves them; of an organisation, those with something of it, and only that. */
export const filtered = (families: readonly BoardFamily[], { familyId, organisationId }: Filter): readonly BoardFamily[] => {
  const chosen = families.filter(({ id }) => familyId === undefined || id === familyId)
  if (organisationId === undefined) return chosen
  return chosen.map((family) => ({
    ...family,
    moments: family.moments.filter(({ bundle }) => bundle.parts.some(({ organisation }) => organisation?.id === organisationId)),
    needs: family.needs.filter(({ organisation }) => organisation.id === organisationId),
  })).filter(({ moments, needs }) => moments.length + needs.length > 0)
}

/** Every organisation that has or asks something here, by name. */
export const organisationsIn = (families: readonly BoardFamily[]): readonly { readonly id: string; readonly name: string }[] =>
  [...new Map(families.flatMap(({ needs, moments }) => [...needs, ...moments.flatMap(({ bundle }) => bundle.parts)]).flatMap(({ organisation }) => organisation === null ? [] : [[organisation.id, { id: organisation.id, name: organisation.name }] as const])).values()]
    .toSorted((a, b) => a.name.localeCompare(b.name))

export const momentsOn = (moments: readonly Moment[], date: string): readonly Moment[] =>
  moments.filter(({ bundle }) => bundle.date === date).toSorted((a, b) => (a.bundle.start ?? '').localeCompare(b.bundle.start ?? ''))

/** The days on which something is. */
export const usedDays = (families: readonly BoardFamily[]): ReadonlySet<string> => new Set(families.flatMap(({ moments }) => moments.map(({ bundle }) => bundle.date)))

/** Who waits for whom. */
export const waitingFor = (family: BoardFamily): readonly Waiting[] => waitingIn({ ...family, reflectionPrompts: [], fellAway: [], changeRequests: family.changeRequests.map((one) => ({ ...one, memberId: '', at: '', proposalId: null, appointmentId: null, words: null })) })

/** What the newest proposal that stands or lies with the parents saves, in trips and days; nothing where there is none to compare with. */
export const savedIn = ({ proposals }: BoardFamily): { readonly trips: number; readonly travelDays: number; /** It stands in all calendars. */ readonly isSure: boolean } | undefined => {
  const newest = proposals.find(({ status, savings }) => savings !== null && ['SENT', 'CONFIRMING', 'CONFIRMED'].includes(status))
  return newest?.savings == null ? undefined : { trips: Math.max(0, newest.savings.before.trips - newest.savings.after.trips), travelDays: Math.max(0, newest.savings.before.travelDays - newest.savings.after.travelDays), isSure: newest.status === 'CONFIRMED' }
}

/** What one professional does and offers, for the families on this board. */
export type ProfessionalRow = {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly booked: readonly { readonly family: BoardFamily; readonly moment: Moment; readonly part: Part }[]
  readonly free: readonly FreeTime[]
}

export const professionalsIn = (families: readonly BoardFamily[], freeTime: readonly FreeTime[], filter: Filter): readonly ProfessionalRow[] => {
  const rows = new Map<string, { name: string; organisation: string; organisationId: string; booked: ProfessionalRow['booked'][number][]; free: FreeTime[] }>()
  const rowOf = ({ id, name, organisation }: FreeTime['professional']) => {
    const row = rows.get(id) ?? { name, organisation: organisation.name, organisationId: organisation.id, booked: [], free: [] }
    rows.set(id, row)
    return row
  }
  for (const family of families) for (const moment of family.moments) for (const part of moment.bundle.parts) for (const professional of part.professionals) rowOf(professional).booked.push({ family, moment, part })
  const asked = new Set(families.flatMap(({ needs }) => needs.flatMap(({ professionals }) => professionals.map(({ id }) => id))))
  for (const time of freeTime) if (asked.has(time.professional.id)) rowOf(time.professional).free.push(time)
  return [...rows].filter(([, { organisationId }]) => filter.organisationId === undefined || organisationId === filter.organisationId)
    .map(([id, { name, organisation, booked, free }]) => ({ id, name, organisation, booked, free }))
    .toSorted((a, b) => a.organisation.localeCompare(b.organisation) || a.name.localeCompare(b.name))
}

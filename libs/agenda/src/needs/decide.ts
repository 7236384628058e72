import { addDays, longestLine, nothingToDo, record, refuse, refuseText, without, type Decision } from '@samenspel/kernel'
import type { Agenda } from '../state.ts'
import { firstRefusal, hasDouble, refuseDate } from '../checks.ts'
import type { ProposalsEvent } from '../proposals/events.ts'
import { needStatus, partsOf, proposalsWith } from '../statuses.ts'
import { gridMinutes, ofTheCase, type Fact, type Modality, type NeedId } from '../terms.ts'
import type { NeedDetails, NeedsCommand, NeedsEvent, OrderRule } from './events.ts'
import { askedAs, isAskedWith } from './occurrence.ts'

/** The longest appointment that can be asked, in minutes. */
export const longestAppointment = 240

/**
 * Refusals: `text-empty`, `text-too-long`, `length-invalid`, `urgency-invalid`, `date-invalid`, `window-reversed`, `window-past`,
 * `modality-missing`, `attendance-missing`, `not-of-this-family`, `staffing-missing`, `interpreter-missing`, `preparation-invalid`, `series-missing`, `series-too-long`, `recurrence-invalid`, `need-known`, `unknown-need`, `need-planned`,
 * `being-confirmed`, `gap-invalid`, `order-circular`.
 */
export const decideNeeds = (command: NeedsCommand, agenda: Agenda): Decision<NeedsEvent | ProposalsEvent> => {
  switch (command.type) {
    case 'AddNeed': {
      const { today, members, furtherWeeks = [], comesAfter } = command
      const need = without(command, 'type', 'today', 'members', 'furtherWeeks', 'comesAfter')
      const ids = [need.needId, ...furtherWeeks]
      if (hasDouble(ids) || ids.some((id) => agenda.needs.byId.has(id))) return refuse('need-known')
      return firstRefusal(
        () => refuseTexts(need),
        () => refuseNumbers(need),
        () => refuseWindow(need, today),
        () => refuseSets(need, members),
        () => refuseInterpreter(need),
        () => refuseSeries(need, ids.length),
        () => refuseRecurrence(need, ids.length),
        () => comesAfter === undefined ? undefined : refuseOrdered(agenda, comesAfter.needId) ?? refuseDays(comesAfter),
      ) ?? record<NeedsEvent>(
        ...ids.map((needId, week) => ({ ...need, ...weeksLater(need, week), needId, type: 'NeedAdded' } as const)),
        ...comesAfter === undefined ? [] : ids.map((needId, week) => orderAdded(need, { before: comesAfter.needId, after: needId, minDays: comesAfter.minDays, ...(week === 0 && comesAfter.maxDays !== undefined && { maxDays: comesAfter.maxDays }) })),
      )
    }
    case 'WithdrawNeed':
      return withdraw(command, agenda)
    case 'AddOrderRule':
      return addOrder(command, agenda)
    case 'WithdrawOrderRule': {
      const { by, at, before, after } = command
      const later = agenda.needs.byId.get(after)
      if (later === undefined || !agenda.needs.byId.has(before)) return refuse('unknown-need')
      return ruleFor(agenda, command) === undefined ? nothingToDo : record({ type: 'OrderRuleWithdrawn', subject: later.subject, by, at, before, after })
    }
  }
}

/** The most weeks that a series is asked for at once. */
export const longestSeries = 26
/** The longest preparation or recovery, in minutes. */
export const longestPreparation = 120

const weeksLater = ({ from, deadline, preferred }: NeedDetails, weeks: number) =>
  ({ from: addDays(from, 7 * weeks), deadline: addDays(deadline, 7 * weeks), preferred: addDays(preferred, 7 * weeks) })

const refuseSeries = ({ series, sameTime }: NeedDetails, weeks: number) => {
  if (weeks > longestSeries) return refuse('series-too-long', { longest: longestSeries })
  return series === undefined && (weeks > 1 || sameTime === true) ? refuse('series-missing') : undefined
}

/** The most weeks between two times of what is asked again and again. */
export const longestPause = 26

const refuseRecurrence = ({ recurrence }: NeedDetails, weeks: number) => {
  if (recurrence === undefined) return undefined
  const { everyWeeks, toleranceDays } = recurrence
  const isWhole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most
  // No two windows touch, so that nothing comes twice in one period.
  return weeks === 1 && isWhole(everyWeeks, 1, longestPause) && isWhole(toleranceDays, 0, Math.floor((everyWeeks * 7 - 1) / 2)) ? undefined : refuse('recurrence-invalid', { longest: longestPause })
}

const refuseInterpreter = ({ interpreter, staffing }: NeedDetails) => {
  if (interpreter === undefined) return undefined
  const { language, by } = interpreter
  return refuseText('language', language, longestLine)
    ?? (by.length === 0 || hasDouble(by) || by.some((one) => staffing.flat().includes(one)) ? refuse('interpreter-missing') : undefined)
}

const refuseTexts = ({ label, purpose, bring, equipment = [] }: NeedDetails) =>
  refuseText('label', label, longestLine)
  ?? (purpose === undefined ? undefined : refuseText('purpose', purpose, longestLine))
  ?? (bring === undefined ? undefined : refuseText('bring', bring, longestLine))
  ?? firstRefusal(...equipment.map((one) => () => refuseText('equipment', one, longestLine)))

const refuseNumbers = ({ minutes, urgency, preparationMinutes = 0, recoveryMinutes = 0 }: NeedDetails) => {
  if (!(minutes >= gridMinutes && minutes <= longestAppointment && minutes % gridMinutes === 0)) return refuse('length-invalid', { longest: longestAppointment })
  if (![preparationMinutes, recoveryMinutes].every((one) => one >= 0 && one <= longestPreparation && one % 5 === 0)) return refuse('preparation-invalid', { longest: longestPreparation })
  return [1, 2, 3].includes(urgency) ? undefined : refuse('urgency-invalid')
}

const refuseWindow = ({ from, deadline, preferred }: NeedDetails, today: string) => {
  const invalid = refuseDate('from', from) ?? refuseDate('deadline', deadline) ?? refuseDate('preferred', preferred)
  if (invalid !== undefined) return invalid
  if (!(from <= preferred && preferred <= deadline)) return refuse('window-reversed')
  return deadline < today ? refuse('window-past') : undefined
}

const refuseSets = ({ modalities, attendance, staffing }: NeedDetails, members: readonly string[]) => {
  if (modalities.length === 0 || hasDouble(modalities.map(modalityKey))) return refuse('modality-missing')
  if (!areAlternatives(attendance)) return refuse('attendance-missing')
  if (!attendance.flat().every((person) => members.includes(person))) return refuse('not-of-this-family')
  return areAlternatives(staffing) ? undefined : refuse('staffing-missing')
}

const modalityKey = (modality: Modality): string => modality.kind === 'onsite' ? `onsite ${modality.place}` : modality.kind

const areAlternatives = (sets: readonly (readonly string[])[]): boolean =>
  sets.length > 0 && sets.every((set) => set.length > 0 && !hasDouble(set))

/** A withdrawn need takes the proposals along that would plan it: nobody says yes to what isn't asked any more. */
const withdraw = ({ by, at, needId }: NeedsCommand & { readonly type: 'WithdrawNeed' }, agenda: Agenda): Decision<NeedsEvent | ProposalsEvent> => {
  const asked = askedAs(agenda.needs, needId)
  const need = agenda.needs.byId.get(asked)
  if (need === undefined) return refuse('unknown-need')
  if (need.withdrawn) return nothingToDo
  // Of what is asked again and again the times that stand stay; no other follows.
  if (need.recurrence === undefined && needStatus(agenda, need) === 'planned') return refuse('need-planned')
  const isOfIt = isAskedWith(agenda.needs, asked)
  const touched = proposalsWith(agenda, 'sent', 'confirming').filter(({ proposalId }) => partsOf(agenda, proposalId).some((part) => isOfIt(part.needId)))
  if (touched.some(({ progress }) => progress.status === 'confirming')) return refuse('being-confirmed')
  return record<NeedsEvent | ProposalsEvent>(
    { type: 'NeedWithdrawn', subject: need.subject, by, at, needId: asked },
    ...touched.map(({ proposalId }) => ({ type: 'ProposalWithdrawn', subject: ofTheCase, by, at, proposalId, because: 'need-withdrawn' } as const)),
  )
}

/** The longest that two needs can be asked apart, in days. */
const longestBetween = 366

const refuseDays = ({ minDays, maxDays }: Pick<OrderRule, 'minDays' | 'maxDays'>) => {
  const isDays = (days: number) => Number.isInteger(days) && days >= 0 && days <= longestBetween
  return isDays(minDays) && (maxDays === undefined || (isDays(maxDays) && minDays <= maxDays)) ? undefined : refuse('gap-invalid')
}

/** Only what is still asked, or planned, can come in an order. */
const refuseOrdered = ({ needs }: Agenda, ...needIds: readonly NeedId[]) =>
  needIds.every((needId) => needs.byId.get(needId)?.withdrawn === false) ? undefined : refuse('unknown-need')

const ruleFor = ({ needs }: Agenda, { before, after }: Pick<OrderRule, 'before' | 'after'>): OrderRule | undefined =>
  needs.order.find((rule) => rule.before === before && rule.after === after)

const orderAdded = ({ subject, by, at }: Fact, rule: OrderRule) => ({ type: 'OrderRuleAdded', subject, by, at, ...rule } as const)

const addOrder = (command: NeedsCommand & { readonly type: 'AddOrderRule' }, agenda: Agenda): Decision<NeedsEvent> => {
  const { by, at, before, after, minDays, maxDays, known } = command
  const { needs } = agenda
  const later = needs.byId.get(after)
  const refusal = refuseOrdered(agenda, before, after) ?? refuseDays(command)
  if (later === undefined || refusal !== undefined) return refusal ?? refuse('unknown-need')
  const former = ruleFor(agenda, command)
  if (former?.minDays === minDays && former.maxDays === maxDays) return nothingToDo
  const isKnown = (needId: NeedId) => (known === undefined || known.includes(needId)) && needs.byId.get(needId)?.withdrawn === false
  if (before === after || comesAfter(needs.order.filter((rule) => isKnown(rule.before) && isKnown(rule.after)), after).has(before)) return refuse('order-circular')
  return record<NeedsEvent>(
    ...former === undefined ? [] : [{ type: 'OrderRuleWithdrawn', subject: later.subject, by, at, before, after } as const],
    orderAdded({ subject: later.subject, by, at }, { before, after, minDays, ...(maxDays !== undefined && { maxDays }) }),
  )
}

/** What rules put after a need, directly or over others. */
const comesAfter = (order: Agenda['needs']['order'], early: NeedId, found: ReadonlySet<NeedId> = new Set()): ReadonlySet<NeedId> =>
  order.reduce((some, { before, after }) => before === early && !some.has(after) ? comesAfter(order, after, new Set([...some, after])) : some, found)

import { calendarsToSettle, contains, nextStep, partsOf, proposalsWith, type Agenda, type AgendaEvent, type Appointment, type Calendar, type CalendarEvent } from '@samenspel/agenda'
import { newId, type Clock, type FamilyId, type PersonId } from '@samenspel/kernel'
import { openOn } from '@samenspel/register'
import type { AllFiles } from '../composition/files.ts'

type Files = Pick<AllFiles, 'agendas' | 'calendars' | 'organisations'>

/**
 * After each of these a family is settled. A hold is among them: whoever placed it may have been slow, and the family may have let
 * its proposal go meanwhile; then nothing else would ever tell that this hold still stands.
 */
export const settlingTypes = ['AnswerGiven', 'ConfirmationStarted', 'BundleConfirmed', 'BundleReleased', 'ProposalWithdrawn', 'AppointmentCancelled', 'ReinstatementStarted', 'AppointmentReinstated', 'ReinstatementReleased', 'HoldPlaced'] as const satisfies readonly (AgendaEvent | CalendarEvent)['type'][]

/** The family that an event of one of these types is about. */
export const familyOf = (stream: string, event: { readonly type: string; readonly familyId?: FamilyId }): FamilyId =>
  event.type === 'HoldPlaced' && event.familyId !== undefined ? event.familyId : stream.slice('agenda-'.length)

/** More steps than any confirmation takes: one over all parts and their calendars is a few dozen. */
const mostSteps = 1_000

export type Confirmations = {
  /** Brings the calendars of a family's professionals and its agenda to agree; settles when nothing is left to do. */
  readonly settle: (family: FamilyId) => Promise<void>
}

/**
 * Confirms, releases and cancels over several calendars, step by step. What to do next follows from what is recorded alone, so
 * whoever was killed half-way is followed by a next run that goes on. Within this process one run a family works at a time.
 */
export const openConfirmations = (files: Files, clock: Clock): Confirmations => {
  const running = new Map<FamilyId, Promise<void>>()
  const settle = (family: FamilyId): Promise<void> => {
    const mine = (running.get(family) ?? Promise.resolve()).catch(() => undefined).then(() => settleOne(files, clock, family, []))
    const done = () => { if (running.get(family) === mine) running.delete(family) }
    running.set(family, mine)
    mine.then(done, done)
    return mine
  }
  return { settle }
}

/** @param waiting the families that wait for this one, so that two never wait for each other. */
const settleOne = async (files: Files, clock: Clock, familyId: FamilyId, waiting: readonly FamilyId[]): Promise<void> => {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const agenda = await files.agendas.state(familyId)
    const calendars = await calendarsOf(files, calendarsToSettle(agenda))
    const step = nextStep({ familyId, agenda, calendars, isOpen: await openPlaces(files, agenda), now: clock() })
    if (step === undefined) return
    switch (step.kind) {
      case 'ask-agenda':
        await files.agendas.handle(familyId, step.command, newId())
        break
      case 'ask-calendar':
        await files.calendars.handle(step.practitioner, step.command, newId())
        break
      case 'settle-other':
        if (waiting.includes(step.familyId)) return
        await settleOne(files, clock, step.familyId, [...waiting, familyId])
        break
    }
  }
  throw new Error('A confirmation does not come to an end')
}

/** Whether the places of what is being confirmed, or taken back, are open then. What a place says now counts, and not what it said when it was proposed. */
const openPlaces = async ({ organisations }: Files, agenda: Agenda): Promise<(part: Appointment) => boolean> => {
  const parts = [...proposalsWith(agenda, 'confirming').flatMap(({ proposalId }) => partsOf(agenda, proposalId)), ...[...agenda.proposals.appointments.values()].filter(({ course }) => course.kind === 'cancelled' && course.reinstating !== undefined)]
  const asked = new Set(parts.flatMap(({ needId, modality }) => modality.kind === 'onsite' ? agenda.needs.byId.get(needId)?.organisation ?? [] : []))
  const uses = new Map((await Promise.all([...asked].map(organisations.state))).flatMap((organisation) => [...organisation?.uses ?? []].map(([place, { use }]) => [place, use] as const)))
  return ({ modality, date, start, end }) => {
    const use = modality.kind === 'onsite' ? uses.get(modality.place) : undefined
    return use === undefined || contains(openOn(use, date), { from: start, to: end })
  }
}

const calendarsOf = async ({ calendars }: Files, practitioners: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Calendar>> =>
  new Map(await Promise.all(practitioners.map(async (id) => [id, await calendars.state(id)] as const)))

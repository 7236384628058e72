import { start } from '@samenspel/event-store'
import { demoRegion, type KeepDocument, type Step } from '@samenspel/demo-region'
import { dayOf, type Clock, type FamilyId } from '@samenspel/kernel'
import { derivedId } from '../ids/derived-id.ts'
import type { AllFiles, Handled } from '../composition/files.ts'
import { StartProblem } from '../start-problem.ts'
import type { StateDatabase } from '../sessions/state-database.ts'
import { dayBegun, markBegun, markOpen } from './region-state.ts'

/**
 * Plays the past of Druivendal through the real command handlers. Streams don't wait for each other, a stream keeps its order. When it
 * is stopped half-way, the next start goes on: the same commands on the same day have the same ids, and so no second effect.
 */
export const openRegion = async (files: AllFiles, state: StateDatabase, clock: Clock, progress: (done: number, all: number) => void): Promise<void> => {
  const today = await dayBegun(state) ?? dayOf(clock(), 'Europe/Amsterdam')
  await markBegun(state, today)
  const steps = demoRegion(today)
  let done = 0
  for (const group of rounds) {
    const own = steps.map((step, index) => ({ step, index })).filter(({ step }) => group.includes(step.to))
    const streams = Map.groupBy(own, ({ step }) => `${step.to} ${step.id}`)
    await Promise.all([...streams.values()].map(async (stream) => {
      for (const { step, index } of stream) {
        const { refusal } = await carryOut(files, step, commandId(today, index))
        if (refusal !== undefined) throw new StartProblem(`The demo region could not be opened: step ${index} (${step.to} ${step.command.type}) was refused with ${refusal.code}.`)
        done += 1
        if (done % 50 === 0 || done === steps.length) progress(done, steps.length)
      }
    }))
  }
  await markOpen(state, today)
}

/** The register first: it is what the others name. An agenda after the files: what is asked in it rests on who takes part in the family (G-11). */
export const rounds: readonly (readonly Step['to'][])[] = [['organisation', 'practitioner'], ['calendar', 'family', 'shelf'], ['agenda', 'referral', 'consultation', 'document']]

/** Carries out one command of the region's past. */
export const carryOut = (files: AllFiles, step: Step, id: string): Promise<Handled> => {
  switch (step.to) {
    case 'organisation': return files.organisations.handle(step.id, step.command, id)
    case 'practitioner': return files.practitioners.handle(step.id, step.command, id)
    case 'calendar': return files.calendars.handle(step.id, step.command, id)
    case 'family': return files.cases.handle(step.id, step.command, id)
    case 'referral': return files.referrals.handle(step.id, step.command, id)
    case 'consultation': return files.consultations.handle(step.id, step.command, id)
    case 'shelf': return files.shelf.handle(step.id, step.command, id)
    case 'document': return keepDocument(files, step.id, step.command)
    case 'agenda': return files.agendas.handle(step.id, step.command, id)
  }
}

/** When the opening was cut off just here the bytes are kept twice, and the first are read. */
const keepDocument = async (files: AllFiles, family: FamilyId, { bytes, ...document }: KeepDocument): Promise<Handled> => {
  await files.keepDocument(family, { ...document, bytes: Buffer.from(bytes, 'base64') })
  return { position: start, recorded: [] }
}

const commandId = (today: string, index: number): string => derivedId(`Druivendal ${today} ${index}`, '9')

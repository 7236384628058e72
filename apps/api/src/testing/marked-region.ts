/** The demo region with a token of its own in every text that people wrote, to find each of them back wherever it comes out. */
import { demoRegion, type Step } from '@samenspel/demo-region'
import type { Id, IsoDate } from '@samenspel/kernel'
import { newId } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import type { Stores } from '../composition/stores.ts'
import { carryOut, rounds } from '../demo/open-region.ts'
import { markBegun, markOpen } from '../demo/region-state.ts'

/** Where a token stands: in which field, of which part of which command. */
export type Marked = { readonly token: string; readonly step: Step; readonly field: string; readonly of: Readonly<Record<string, unknown>> }

/** Gives tokens that occur nowhere else. */
export const tokens = () => {
  let count = 0
  return (): string => `tk${String(count += 1).padStart(4, '0')}x`
}

/** All tokens in a text. */
export const tokensIn = (text: string): ReadonlySet<string> => new Set(text.match(/tk\d{4}x/g))

const textFields: ReadonlySet<string> = new Set([
  'name', 'firstName', 'caseNumber', 'phone', 'title', 'text', 'label', 'purpose', 'bring', 'situation', 'parentsTold', 'whatWeDo', 'possibleMeaning', 'childsVoice', 'forParents',
  'address', 'number', 'note', 'howExplained', 'words', 'evidence', 'statement', 'mechanism', 'nextTest', 'talk', 'tried', 'whatDidNot', 'insight', 'why', 'parentsQuestion', 'whatHelped', 'instrument', 'score', 'norm', 'availability', 'askAbout', 'story', 'urgencyReason', 'reach',
  'discussed', 'agreed', 'next', 'notes', 'decision',
])

/** @returns the steps of the region with a token in every text, and where each token stands. */
export const markedRegion = (today: IsoDate, next: () => string): { readonly steps: readonly Step[]; readonly marked: readonly Marked[] } => {
  const marked: Marked[] = []
  /** What is one thing to several people has one text. */
  const ofThing = new Map<string, string>()
  const steps = demoRegion(today).map((step): Step => {
    const write = (value: unknown, field: string, of: Readonly<Record<string, unknown>>): unknown => {
      if (Array.isArray(value)) return value.map((one: unknown) => write(one, field, of))
      if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, write(inner, key, value as Readonly<Record<string, unknown>>)]))
      if (typeof value !== 'string' || !textFields.has(field)) return value
      const thing = field === 'label' && typeof of['id'] === 'string' ? of['id'] : undefined
      const token = (thing === undefined ? undefined : ofThing.get(thing)) ?? next()
      if (thing !== undefined) ofThing.set(thing, token)
      marked.push({ token, step, field, of })
      return `${value} ${token}`
    }
    return { ...step, command: write(step.command, '', {}) } as Step
  })
  return { steps, marked }
}

/** Plays these steps on an empty folder, so that it holds a region that is open. */
export const play = async ({ state }: Stores, files: AllFiles, today: IsoDate, steps: readonly Step[]): Promise<void> => {
  await markBegun(state, today)
  for (const round of rounds) {
    const streams = Map.groupBy(steps.filter(({ to }) => round.includes(to)), ({ to, id }) => `${to} ${id}`)
    await Promise.all([...streams.values()].map(async (stream) => {
      for (const step of stream) await accepted(files, step, newId())
    }))
  }
  await markOpen(state, today)
}

/** @throws Error when the command is refused */
export const accepted = async (files: AllFiles, step: Step, commandId: Id = newId()): Promise<void> => {
  const { refusal } = await carryOut(files, step, commandId)
  if (refusal !== undefined) throw new Error(`${step.command.type} was refused: ${refusal.code}`)
}

/** Brings the whole event from one version to the next. Pure; its input is what was once stored. */
export type Upcast = (event: Readonly<Record<string, unknown>>) => Record<string, unknown>

/** For each type, the steps from version 1 to 2, from 2 to 3, …: the current version is one more than there are steps. */
export type EventTable<Event extends { readonly type: string } = { readonly type: string }> = Readonly<Record<Event['type'], readonly Upcast[]>>

export type EventTypes = {
  readonly types: readonly string[]
  /** @throws UnknownEvent `unknown-event-type` */
  readonly currentVersion: (type: string) => number
  /** @throws UnknownEvent `unknown-event-type`, `newer-event-version` */
  readonly toCurrent: (type: string, version: number, event: Record<string, unknown>) => Record<string, unknown>
}

/** This program does not know the event. Reading on without it would give a wrong state, so nobody does. */
export class UnknownEvent extends Error {
  readonly code: 'unknown-event-type' | 'newer-event-version'
  constructor(code: UnknownEvent['code'], type: string, version?: number) {
    super(version === undefined ? `${code}: ${type}` : `${code}: ${type} version ${version}`)
    this.name = 'UnknownEvent'
    this.code = code
  }
}

/**
 * All events that can be written and read. A type stands in one table only.
 * @example registerEvents(familyCaseEvents, { ...agendaEvents, RhythmSet: [addCaps] })
 */
export const registerEvents = (...tables: readonly EventTable[]): EventTypes => {
  const steps = new Map<string, readonly Upcast[]>()
  for (const [type, upcasts] of tables.flatMap(table => Object.entries(table))) {
    if (steps.has(type)) throw new Error(`two event tables define ${type}`)
    steps.set(type, upcasts)
  }
  const stepsOf = (type: string) => {
    const upcasts = steps.get(type)
    if (upcasts === undefined) throw new UnknownEvent('unknown-event-type', type)
    return upcasts
  }
  return {
    types: [...steps.keys()],
    currentVersion: type => stepsOf(type).length + 1,
    toCurrent: (type, version, event) => {
      const upcasts = stepsOf(type)
      if (version > upcasts.length + 1) throw new UnknownEvent('newer-event-version', type, version)
      let current = event
      for (let step = version - 1; step < upcasts.length; step += 1) current = upcasts[step]!(current)
      return current
    },
  }
}

/** Why a follower of the log isn't where it should be: fit to be printed, and nothing of what an event says. */
export type Trouble = {
  readonly follower: string
  /** Tries again until it works; went on without one event; does nothing more until the program starts again. */
  readonly what: 'held-up' | 'set-aside' | 'stopped'
  /** A stable word for what went wrong. */
  readonly code: string
  /** The event it was about, when it is known. */
  readonly eventId?: string
}

/** Told once when trouble begins, not at every try. */
export type Report = (trouble: Trouble) => void

/**
 * Signals that somebody of the first line may see in a young child and around it, in four groups. They help to look; they add up to
 * nothing, and no number of them decides anything.
 */
export const checklist = {
  child: ['crying', 'eating', 'sleeping', 'outbursts', 'partingHard', 'withdrawn', 'developing', 'medical'],
  parents: ['wornOut', 'lowMood', 'worried', 'ownPast', 'hardStart', 'standsAlone'],
  relation: ['tension', 'littleJoy', 'hardToSoothe', 'readingSignals', 'keepsDistance'],
  surroundings: ['littleSupport', 'moneyOrHome', 'partingParents', 'illnessOrLoss', 'manyHelpers'],
} as const

export type SignalGroup = keyof typeof checklist
export const signalGroups = ['child', 'parents', 'relation', 'surroundings'] as const satisfies readonly SignalGroup[]

/** What was ticked in one group. What is about parents, or about the bond with one, says which (`about`); otherwise it is about all who are named. */
export type Ticked = { readonly group: SignalGroup; readonly about?: string; readonly signals: readonly string[] }

/** Whether every signal stands in the list of its group. */
export const areKnownSignals = ({ group, signals }: Ticked): boolean =>
  signalGroups.includes(group) && signals.every((signal) => (checklist[group] as readonly string[]).includes(signal))

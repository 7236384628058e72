/** The two logs that are proven whole, each with a tree of its own. */
export const logNames = ['events', 'access-log'] as const
export type LogName = (typeof logNames)[number]

/** File of a log in the data folder. */
export const fileOfLog = (log: LogName): string => `${log}.sqlite`

/** Files of the data folder that belong to the proof. */
export const checkpointsFile = 'checkpoints.sqlite'
export const signingKeyFile = 'signing-key.json'

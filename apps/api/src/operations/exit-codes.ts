/** How a command ends; the higher ones are those of sysexits.h. */
export const exit = {
  fine: 0,
  /** It ran, and what it looked at is not what it should be. */
  foundSomethingWrong: 1,
  usage: 64,
  /** What it should read isn't there, or isn't what it should be. */
  noInput: 66,
  software: 70,
  cannotCreate: 73,
  inputOutput: 74,
  /** Not now: the application works on the same data. */
  tryLater: 75,
  wrongSetting: 78,
} as const

export type ExitCode = (typeof exit)[keyof typeof exit]

/** A command can't be carried out: one sentence for the operator, and how the program ends. */
export class OperationStopped extends Error {
  readonly exitCode: ExitCode
  constructor(exitCode: ExitCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'OperationStopped'
    this.exitCode = exitCode
  }
}

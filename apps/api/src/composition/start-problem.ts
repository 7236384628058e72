/** Why the application can't start, in one sentence for the operator. */
export class StartProblem extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'StartProblem'
  }
}

import type { Refusal } from '@samenspel/kernel'

/** A refusal on its way out: a stable code, never a text. `errors.ts` turns it into words for the person who asked. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(code: string, about?: Refusal['about']) {
    super(code)
    this.name = 'Refused'
    this.refusal = about === undefined ? { code } : { code, about }
  }
}

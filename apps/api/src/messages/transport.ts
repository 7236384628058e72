/** The port through which mail leaves. */
export type Delivery = {
  readonly from: string
  readonly to: string
  readonly bytes: Buffer
  /** Asked right before the text is given away. False: it is not this sender's any more, and nothing may be given. */
  readonly handOver: () => Promise<boolean>
}

/**
 * `refused`: the server won't have this mail, now or later. `not-now`: it was not delivered, and may be later; `isServer` when no other
 * mail would be either. `uncertain`: the text was given, and the answer never came. `code` is a word without anything of the mail.
 */
export type Delivered =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'not-now'; readonly code: string; readonly isServer: boolean }
  | { readonly kind: 'uncertain'; readonly code: string }
  | { readonly kind: 'not-ours' }

export type Transport = { readonly deliver: (delivery: Delivery) => Promise<Delivered> }

/** For the demo: nothing leaves this machine, and what would have left can be read on a page. */
export const readableOutbox: Transport = {
  deliver: async ({ handOver }) => await handOver() ? { kind: 'sent' } : { kind: 'not-ours' },
}

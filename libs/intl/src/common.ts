import type { common } from './nl/common.ts'

/** The keys of the texts that both apps speak, and that the shared elements of the screens need. */
export type CommonText = keyof typeof common

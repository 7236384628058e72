/** Why a command was refused, by its code. Dutch is the source; `en/refusals.ts` has the same keys. */
export const refusals = {
  'text-empty': 'Hier staat nog geen tekst.',
  'text-too-long': 'Deze tekst is te lang. Er passen {longest} tekens in.',
} as const

/** Texts that both apps speak. Dutch is the source; `en/common.ts` has the same keys. */
export const common = {
  'action.retry': 'Opnieuw proberen',
  'action.save': 'Opslaan',
  'action.send': 'Versturen',
  'action.cancel': 'Annuleren',
  'action.back': 'Terug',
  'action.signOut': 'Uitloggen',
  'action.skip': 'Naar de inhoud',

  'state.loading': 'Even geduld. Wij halen het op.',
  'state.failed': 'Dit lukt nu niet.',
  'state.failedHint': 'Misschien is er even geen internet.',
  'state.empty': 'Hier is nog niets.',
  'state.stale': 'Wij kunnen nu niets nieuws ophalen. U ziet wat er al was.',
  'list.end': 'U bent aan het eind van de lijst.',
  'state.offline': 'U bent nu niet met internet verbonden.',
  'state.signedOut': 'U bent niet ingelogd.',
  'state.signIn': 'Inloggen',
  'state.draftKept': 'Uw tekst is bewaard.',

  'language.nl': 'Nederlands',
  'language.en': 'English',
} as const

/** Settings, and pages that are not there. */
export const settings = {
  'settings.title': 'Instellingen',
  'settings.language': 'Taal',
  'settings.languageKept': 'Uw taal is bewaard.',
  'settings.account': 'U bent ingelogd als',
  'settings.signOutHint': 'Doe dit als iemand anders deze telefoon ook gebruikt.',
  'settings.stillSignedIn': 'U bent nog ingelogd. Uitloggen lukte niet. Probeer het nog een keer.',
  'page.unknown': 'Deze pagina is er niet',
  'page.home': 'Naar Vandaag',
  'settings.ownSessions': 'Waar u bent ingelogd',
} as const

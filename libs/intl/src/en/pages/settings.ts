import type { settings as nl } from '../../nl/pages/settings.ts'

export const settings: Readonly<Record<keyof typeof nl, string>> = {
  'settings.title': 'Settings',
  'settings.language': 'Language',
  'settings.languageKept': 'Your language has been saved.',
  'settings.account': 'You are signed in as',
  'settings.signOutHint': 'Do this when somebody else uses this phone too.',
  'settings.stillSignedIn': 'You are still signed in. Signing out did not work. Please try again.',
  'page.unknown': 'This page does not exist',
  'page.home': 'To Today',
  'settings.ownSessions': 'Where you are signed in',
}

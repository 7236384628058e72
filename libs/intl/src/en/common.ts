import type { common as nl } from '../nl/common.ts'

export const common: Record<keyof typeof nl, string> = {
  'action.retry': 'Try again',
  'action.save': 'Save',
  'action.send': 'Send',
  'action.cancel': 'Cancel',
  'action.back': 'Back',
  'action.signOut': 'Sign out',
  'action.skip': 'To the content',

  'state.loading': 'One moment. We are fetching it.',
  'state.failed': 'This does not work right now.',
  'state.failedHint': 'Maybe there is no internet for a moment.',
  'state.empty': 'There is nothing here yet.',
  'state.stale': 'We cannot fetch anything new right now. You see what was already here.',
  'list.end': 'You are at the end of the list.',
  'state.offline': 'You are not connected to the internet right now.',
  'state.signedOut': 'You are not signed in.',
  'state.signIn': 'Sign in',
  'state.draftKept': 'Your text has been kept.',

  'language.nl': 'Nederlands',
  'language.en': 'English',
}

import type { messages as nl } from '../../nl/refusals/messages.ts'

export const messages: Record<keyof typeof nl, string> = {
  'spoken-missing': 'Fill in how and when the parent said yes.',
  'spoken-yes-only': 'Only a yes can be recorded here.',
  'spoken-on-another-day': 'Choose a day from the proposal until today.',
  'mail-not-here': 'This installation sends no mail.',
  'mail-address-invalid': 'This mail address is not right. Please check it.',
  'mail-code-wrong': 'This code is not right. Look in the last mail that you got.',
  'mail-code-ended': 'This code no longer works. Ask for a new one.',
  'mail-too-many-codes': 'Many codes were sent already. Try again tomorrow.',
  'mail-hours-impossible': 'Choose a reminder from one hour to seven days before.',
  'quiet-hours-impossible': 'This time does not exist. Write the time as 20:00.',
  'visit-unknown': 'This visit is not there, or this parent may not see it.',
}

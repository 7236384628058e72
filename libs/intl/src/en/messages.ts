import type { messages as nl } from '../nl/messages.ts'

export const messages: Record<keyof typeof nl, string> = {
  'from': 'Samenspel',

  'news.subject': 'There is a message for you',
  'news.text': 'A message is waiting for you in Samenspel.',
  'reminder.subject': 'A reminder from Samenspel',
  'reminder.text': 'Something is coming up soon. Sign in to see what and when.',
  'work.subject': 'There is a message for you',
  'work.text': 'Something has changed, or somebody asks something of you.',
  'urgent.subject': 'There is a message for you',
  'urgent.text': 'Somebody is waiting for you. Sign in as soon as you can.',
  'confirm.subject': 'Your code for Samenspel',
  'confirm.text': 'Your code is {code}. Fill it in at your settings. The code works for one day.',
  'confirm.notYou': 'You did not ask for this? Then there is nothing you have to do.',

  'signIn': 'Sign in:',
  'noAnswer': 'This mail was sent automatically. An answer does not arrive.',
  'stop': 'No mail, or at other times? You choose that at your settings.',
}

/**
 * Mail that leaves the house. Dutch is the source; `en/messages.ts` has the same keys. Nothing of a case ever stands in it: what is
 * filled in is an address to sign in at, or a code, and nothing else (C-13; a phone may be shared).
 */
export const messages = {
  'from': 'Samenspel',

  'news.subject': 'Er is een bericht voor u',
  'news.text': 'Er staat een bericht voor u klaar in Samenspel.',
  'reminder.subject': 'Een herinnering van Samenspel',
  'reminder.text': 'Er komt binnenkort iets aan. Log in om te zien wat en wanneer.',
  'work.subject': 'Er is een bericht voor u',
  'work.text': 'Er is iets veranderd, of iemand vraagt iets van u.',
  'urgent.subject': 'Er is een bericht voor u',
  'urgent.text': 'Iemand wacht op u. Log in zodra u kunt.',
  'confirm.subject': 'Uw code voor Samenspel',
  'confirm.text': 'Uw code is {code}. Vul hem in bij uw instellingen. De code werkt één dag.',
  'confirm.notYou': 'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen.',

  'signIn': 'Inloggen:',
  'noAnswer': 'Deze mail is automatisch verstuurd. Een antwoord komt niet aan.',
  'stop': 'Wilt u geen mail, of op andere tijden? Dat kiest u bij uw instellingen.',
} as const

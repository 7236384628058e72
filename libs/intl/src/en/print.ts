import type { print as nl } from '../nl/print.ts'

export const print: Record<keyof typeof nl, string> = {
  'print.for': 'For {name}',
  'print.visit': 'Your visit',
  'print.home': 'A visit at your home',
  'print.evening': 'An appointment in the evening, by video',
  'print.digital': 'An appointment by video',
  'print.times': 'from {start} until {end}',
  'print.leave': 'Leave home at {leave}. You are back at {back}.',
  'print.where': 'Where',
  'print.atHome': 'At your home',
  'print.byPicture': 'By video, at your home',
  'print.outside': 'We will tell you where',
  'print.with': 'With',
  'print.goes': 'Who goes',
  'print.bring': 'Bring',
  'print.minding': 'Who minds the children',
  'print.appointment': 'Appointment',
  'print.cancelTitle': 'You can not come?',
  'print.cancel': 'Call {name}: {phone}.',
  'print.cancelNoPhone': 'Tell {name}.',
  'print.cancelHint': 'That is fine. We look for another moment together.',
}

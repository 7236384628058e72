import type { families as nl } from '../../nl/desk/families.ts'

export const families: Record<keyof typeof nl, string> = {
  'families.title': 'My families',
  'families.caption': 'Families that are shared with you',
  'families.empty': 'No family is shared with you yet.',
  'families.emptyHint': 'As soon as a coordinator asks you to join a family and the parents agree, it is here.',
  'families.more': 'More families',
  'families.column.family': 'Family',
  'families.column.new': 'New since your last visit',
  'families.column.waiting': 'Who waits for whom',
  'families.column.coordinator': 'Coordinator',
  'families.nothingNew': 'Nothing new',
  'families.moreNews': '{count, plural, one {and # more} other {and # more}}',
  'families.nobodyWaits': 'Nobody waits',
  'families.waitsFor': 'Answer of {name}',
  'families.otherMoment': '{name} asks for another moment',
  'families.confirming': 'Being confirmed',
  'families.reflection': 'A question to reflect on',
  'families.noCoordinator': 'Nobody yet',
  'families.you': 'You',
}

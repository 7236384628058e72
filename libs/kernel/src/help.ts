/** What kind of help a family can get, as people of the field name it: a service is of one kind, and help is sought by kind. */
export const helpKinds = [
  'aroundBirth', 'cryingAndSleeping', 'eating', 'parentAndChild', 'atHome', 'development', 'dayTreatment', 'parentsOwn', 'afterLoss', 'otherParents',
] as const
export type HelpKind = (typeof helpKinds)[number]

/** What stands in the two forms of the front door, and how it is sent. */
export const agreements = ['yes', 'no', 'notAsked'] as const
export const roles = ['mother', 'father', 'parent', 'stepParent', 'fosterParent', 'guardian'] as const
export const disciplines = ['gp', 'midwife', 'maternityCare', 'childHealthClinic', 'neighbourhoodTeam', 'childcare', 'preschool', 'hospital', 'homeSupport', 'youthCare', 'adultMentalHealth', 'other'] as const
export const urgencies = ['ordinary', 'soon', 'urgent'] as const
export const channels = ['own', 'phone', 'mail'] as const
export const groups = ['child', 'relation', 'parents', 'surroundings'] as const
export const ages = ['-5', '1', '7', '18', '30', '42', '60'] as const
export const signals = {
  child: ['crying', 'eating', 'sleeping', 'outbursts', 'partingHard', 'withdrawn', 'developing', 'medical'],
  parents: ['wornOut', 'lowMood', 'worried', 'ownPast', 'hardStart', 'standsAlone'],
  relation: ['tension', 'littleJoy', 'hardToSoothe', 'readingSignals', 'keepsDistance'],
  surroundings: ['littleSupport', 'moneyOrHome', 'partingParents', 'illnessOrLoss', 'manyHelpers'],
} as const
export type Group = (typeof groups)[number]

export type FormParent = { readonly role: (typeof roles)[number]; readonly firstName: string; readonly name: string; readonly reach: string; readonly agrees: (typeof agreements)[number] | ''; readonly toldOn: string }

/** Of both forms: whoever changes their mind about names loses nothing. */
export type Form = {
  /** Names what is sent: trying again after a lost answer has no second effect. */
  readonly commandId: string
  readonly kind: 'refer' | 'ask'
  readonly receiver: string
  readonly channel: (typeof channels)[number]
  readonly name: string
  readonly discipline: string
  readonly organisation: string
  readonly reach: string
  readonly isUnborn: boolean
  readonly firstName: string
  readonly birthDate: string
  readonly dueDate: string
  readonly parents: readonly FormParent[]
  /** As `child.crying`. */
  readonly ticked: readonly string[]
  /** About which parent what was ticked in a group is; about all when it isn't said. */
  readonly about: Readonly<Partial<Record<Group, number>>>
  readonly family: string
  readonly story: string
  readonly urgency: (typeof urgencies)[number]
  readonly urgencyReason: string
  readonly question: string
  readonly age: string
  readonly isNamed: boolean
  readonly how: string
  readonly on: string
}

export const emptyParent: FormParent = { role: 'mother', firstName: '', name: '', reach: '', agrees: '', toldOn: '' }
export const emptyForm = (kind: Form['kind'] = 'refer'): Form => ({
  commandId: crypto.randomUUID(), kind, receiver: '', channel: 'own', name: '', discipline: '', organisation: '', reach: '', isUnborn: false, firstName: '', birthDate: '', dueDate: '', parents: [emptyParent], ticked: [], about: {}, family: '', story: '',
  urgency: 'ordinary', urgencyReason: '', question: '', age: '', isNamed: false, how: '', on: '',
})

/** Which parts of a referral are filled in. @param isKnown whether the page knows who sends it */
export const partsDone = (form: Form, isKnown: boolean) => ({
  who: (isKnown && form.channel === 'own') || [form.name, form.discipline, form.organisation, form.reach].every((text) => text.trim() !== ''),
  family: (form.isUnborn ? form.dueDate !== '' : form.firstName.trim() !== '' && form.birthDate !== '') && form.parents.every(({ firstName, agrees }) => firstName.trim() !== '' && agrees !== '') && form.parents.some(({ agrees }) => agrees === 'yes'),
  seen: form.ticked.length > 0,
  words: (form.family + form.story).trim() !== '' && (form.urgency === 'ordinary' || form.urgencyReason.trim() !== ''),
})

const childOf = ({ isUnborn, firstName, birthDate, dueDate }: Form) => ({ isUnborn, firstName, ...(isUnborn ? { dueDate } : { birthDate }) })
const referrerOf = ({ name, discipline, organisation, reach }: Form) => ({ name, discipline, organisation, reach })
const addressOf = ({ commandId, receiver, channel }: Form, link: string | undefined, isKnown: boolean) => ({
  commandId, ...(link === undefined ? { organisation: receiver } : { link }), ...(isKnown && channel !== 'own' && { channel }),
})

/** @param isKnown whether the page knows who sends it; somebody else's words still say whose they are */
export const referralBody = (form: Form, link: string | undefined, isKnown: boolean): object => ({
  ...addressOf(form, link, isKnown), ...((!isKnown || form.channel !== 'own') && { referrer: referrerOf(form) }), child: childOf(form), parents: form.parents.map(({ toldOn, ...parent }) => ({ ...parent, ...(parent.agrees !== 'notAsked' && { toldOn }) })),
  ticked: groups.map((group) => ({ group, signals: form.ticked.filter((one) => one.startsWith(`${group}.`)).map((one) => one.slice(group.length + 1)), ...(form.parents.length > 1 && form.about[group] !== undefined && { parent: form.about[group] }) })),
  family: form.family, story: form.story, urgency: form.urgency, ...(form.urgency !== 'ordinary' && { urgencyReason: form.urgencyReason }),
})

/** @param sender who is signed in, whose word it is unless they write down somebody else's */
export const questionBody = (form: Form, link: string | undefined, sender: string | undefined): object => {
  const isKnown = sender !== undefined
  const agreeing = form.parents.map((parent) => ({ ...parent, agrees: 'yes', toldOn: form.on }))
  return {
    ...addressOf(form, link, isKnown), ...((!isKnown || form.channel !== 'own') && { referrer: referrerOf(form) }), text: form.question, ...(form.age !== '' && { ageMonths: Number(form.age) }),
    ...(form.isNamed && { named: { child: childOf(form), parents: agreeing, consent: { parents: agreeing.map((_, index) => index), how: form.how, on: form.on, askedBy: isKnown && form.channel === 'own' ? sender : form.name } } }),
  }
}

import type { Category, Modality, NeedInput } from '@samenspel/graphql-documents/desk'

/** How many ways of coming along a form offers. */
export const ways = [0, 1, 2] as const

/** What is asked of the family, as a form holds it; several ids in one field stand beside each other with spaces between. */
export type NeedValues = Readonly<Record<
  'label' | 'purpose' | 'bring' | 'organisationId' | 'category' | 'minutes' | 'urgency' | 'from' | 'deadline' | 'preferred' | 'modalities' | 'places'
  | 'way0' | 'way1' | 'way2' | 'professionals' | 'together' | 'weeks' | 'sameTime' | 'howOften' | 'everyWeeks' | 'toleranceDays' | 'language' | 'interpreters' | 'equipment' | 'preparation' | 'recovery', string>>

export const categories = ['DEVELOPMENT', 'MEDICAL', 'MENTAL_HEALTH', 'RELATIONSHIP', 'SOCIAL'] as const satisfies readonly Category[]
export const modalities = ['ONSITE', 'HOME', 'DIGITAL'] as const satisfies readonly Modality[]
export const lengths = [15, 30, 45, 60, 75, 90, 120, 150, 180, 240] as const
export const urgencies = [1, 2, 3] as const

/** @param from the first day that can be planned; four weeks from then on unless somebody says otherwise. */
export const newNeed = ({ from, until, organisationId }: { readonly from: string; readonly until: string; readonly organisationId: string }): NeedValues => ({
  label: '', purpose: '', bring: '', organisationId, category: 'MEDICAL', minutes: '30', urgency: '2', from, deadline: until, preferred: from, modalities: 'ONSITE', places: '',
  way0: '', way1: '', way2: '', professionals: '', together: '', weeks: '1', sameTime: '', howOften: 'series', everyWeeks: '2', toleranceDays: '3', language: '', interpreters: '', equipment: '', preparation: '0', recovery: '0',
})

export const idsIn = (field: string): readonly string[] => field.split(' ').filter((id) => id !== '')
export const withId = (field: string, id: string, isIn: boolean): string => [...idsIn(field).filter((one) => one !== id), ...isIn ? [id] : []].join(' ')

/** Asked again and again, instead of once or for some weeks. */
export const isRolling = ({ howOften }: NeedValues): boolean => howOften === 'rolling'

export const inputOf = (values: NeedValues): NeedInput => {
  const weeks = isRolling(values) ? 1 : Number(values.weeks)
  const said = <Key extends string>(key: Key, value: string) => value.trim() === '' ? {} : { [key]: value.trim() } as Record<Key, string>
  const minutes = <Key extends string>(key: Key, value: string) => Number(value) > 0 ? { [key]: Number(value) } as Record<Key, number> : {}
  const equipment = values.equipment.split(',').map((one) => one.trim()).filter((one) => one !== '')
  return {
    label: values.label.trim(), ...said('purpose', values.purpose), ...said('bring', values.bring), organisationId: values.organisationId, category: values.category as Category,
    minutes: Number(values.minutes), urgency: Number(values.urgency), from: values.from, deadline: values.deadline, ...said('preferred', values.preferred),
    modalities: modalities.filter((one) => idsIn(values.modalities).includes(one)), placeIds: idsIn(values.modalities).includes('ONSITE') ? [...idsIn(values.places)] : [],
    attendance: ways.map((way) => [...idsIn(values[`way${way}`])]).filter((together) => together.length > 0),
    professionalIds: [...idsIn(values.professionals)], allTogether: values.together === 'yes',
    ...(weeks > 1 && { weeks, ...(values.sameTime === 'yes' && { sameTime: true }) }),
    ...(isRolling(values) && { everyWeeks: Number(values.everyWeeks), toleranceDays: Number(values.toleranceDays) }),
    ...(values.language.trim() !== '' && { language: values.language.trim(), interpreterIds: [...idsIn(values.interpreters)] }),
    ...(equipment.length > 0 && { equipment }), ...minutes('preparationMinutes', values.preparation), ...minutes('recoveryMinutes', values.recovery),
  }
}

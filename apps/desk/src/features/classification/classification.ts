import type {
  Axis, ClassificationEdition, ClassificationPartInput, ClassificationsQuery, CompetenceDomain, CompetenceRating, DisorderCluster, RatingValue, StressorGroup,
} from '@samenspel/graphql-documents/desk'

/** A family with its classifications, as they show to who looks. */
export type ClassifiedFamily = NonNullable<ClassificationsQuery['family']>
export type Classification = ClassifiedFamily['classifications'][number]
export type Part = Classification['parts'][number]

export const editions = ['DC05V2021', 'DC05V2016', 'DC03RV2005'] as const satisfies readonly ClassificationEdition[]
export const clusters = ['NEURODEVELOPMENT', 'SENSORY', 'ANXIETY', 'MOOD', 'COMPULSION', 'SLEEP_EATING_CRYING', 'TRAUMA_DEPRIVATION', 'RELATIONSHIP', 'OTHER'] as const satisfies readonly DisorderCluster[]
export const ratings = ['STRENGTH', 'NO_CONCERN', 'CONCERN'] as const satisfies readonly RatingValue[]
export const levels = [1, 2, 3, 4] as const
export const stressors = ['FAMILY', 'CAREGIVER', 'LOSS', 'HEALTH', 'HOME', 'MONEY', 'CARE', 'COMMUNITY', 'OTHER'] as const satisfies readonly StressorGroup[]
export const domains = ['EMOTIONAL', 'SOCIAL_RELATIONAL', 'LANGUAGE_COMMUNICATION', 'COGNITIVE', 'MOVEMENT_PHYSICAL'] as const satisfies readonly CompetenceDomain[]
export const abilities = ['EXCEEDS', 'AS_EXPECTED', 'EMERGING', 'NOT_YET'] as const satisfies readonly CompetenceRating[]

/** Aspects of a bond, of what a child brings to it, and of how caregivers do it together: the keys of their words. */
export const bondAspects = ['safety', 'dailyCare', 'warmth', 'rhythm', 'noticing', 'comfort', 'learning', 'play', 'sharedLife', 'limits', 'understanding', 'repair'] as const
export const ownAspects = ['temperament', 'senses', 'health', 'development', 'mood', 'contact'] as const
export const togetherAspects = ['solvingTogether', 'conflict', 'dividingTasks', 'practicalHelp', 'talking', 'feelings', 'siblings', 'network'] as const
export type Aspect = (typeof bondAspects | typeof ownAspects | typeof togetherAspects)[number]

/** The axes as a page shows them, each with the parts that it holds. */
export const axisGroups = [
  { key: 'I', axes: ['DISORDER'] }, { key: 'II', axes: ['CAREGIVING', 'ENVIRONMENT'] }, { key: 'III', axes: ['HEALTH'] }, { key: 'IV', axes: ['STRESSOR'] }, { key: 'V', axes: ['COMPETENCE'] }, { key: 'whole', axes: ['IMPRESSION'] },
] as const satisfies readonly { readonly key: string; readonly axes: readonly Axis[] }[]

/** What only one part can say: the others can be added again and again. */
const single: readonly Axis[] = ['ENVIRONMENT', 'COMPETENCE', 'IMPRESSION']

export const mayAdd = ({ parts }: Classification, axis: Axis): boolean => !single.includes(axis) || !parts.some((part) => part.axis === axis)

/** What it still lacks to be completed, of what the viewer reads (K-07). */
export const lacking = ({ parts }: Classification): readonly ('competence' | 'impression' | 'discussed')[] => [
  ...parts.some(({ axis }) => axis === 'COMPETENCE') ? [] : ['competence' as const], ...parts.some(({ axis }) => axis === 'IMPRESSION') ? [] : ['impression' as const], ...parts.some(({ isDraft }) => isDraft) ? ['discussed' as const] : [],
]

// ── A part as a form holds it: `<aspect>` has its rating, `<aspect> note` what was noted, `<domain>` the ability

export type PartValues = Readonly<Record<string, string>>

const aspects = [...bondAspects, ...ownAspects, ...togetherAspects]

export const emptyPart: PartValues = {
  version: '', label: '', code: '', cluster: 'SLEEP_EATING_CRYING', isPrimary: '', caregiver: '', level: '', text: '', since: '', group: 'HEALTH', onset: '', note: '',
  ...Object.fromEntries(aspects.flatMap((aspect) => [[aspect, ''], [`${aspect} note`, '']])), ...Object.fromEntries(domains.map((domain) => [domain, ''])),
}

export const partValues = (part: Part): PartValues => ({
  ...emptyPart, version: part.version, label: part.label ?? '', code: part.code ?? '', cluster: part.cluster ?? 'OTHER', isPrimary: part.isPrimary === true ? 'yes' : '', caregiver: part.caregiver?.personId ?? '',
  level: part.level?.toString() ?? '', text: part.text ?? '', since: part.since ?? '', group: part.group ?? 'OTHER', onset: part.onsetMonths?.toString() ?? '', note: part.note ?? '',
  ...Object.fromEntries([...part.aspects ?? [], ...part.childAspects ?? []].flatMap(({ aspect, value, note }) => [[aspect, value], [`${aspect} note`, note ?? '']])),
  ...Object.fromEntries((part.lines ?? []).map(({ domain, rating }) => [domain, rating])),
})

export const partInput = (axis: Axis, values: PartValues): ClassificationPartInput => {
  const of = (field: string): string => values[field] ?? ''
  const given = (field: 'code' | 'caregiver' | 'since') => of(field) === '' ? {} : { [field]: of(field) }
  const rated = (keys: readonly Aspect[]) => keys.filter((key) => of(key) !== '').map((aspect) => ({ aspect, value: of(aspect) as RatingValue, ...(of(`${aspect} note`) !== '' && { note: of(`${aspect} note`) }) }))
  const level = Number(of('level'))
  switch (axis) {
    case 'DISORDER': return { axis, cluster: of('cluster') as DisorderCluster, label: of('label'), isPrimary: of('isPrimary') === 'yes', ...given('code'), ...given('caregiver') }
    case 'CAREGIVING': return { axis, ...given('caregiver'), level, aspects: rated(bondAspects), childAspects: rated(ownAspects) }
    case 'ENVIRONMENT': return { axis, level, aspects: rated(togetherAspects) }
    case 'HEALTH': return { axis, text: of('text'), ...given('code'), ...given('since') }
    case 'STRESSOR': return { axis, group: of('group') as StressorGroup, text: of('text'), note: of('note'), ...(of('onset').trim() !== '' && { onsetMonths: Number(of('onset').replace('−', '-')) }) }
    case 'COMPETENCE': return { axis, lines: domains.filter((domain) => of(domain) !== '').map((domain) => ({ domain, rating: of(domain) as CompetenceRating })) }
    case 'IMPRESSION': return { axis, text: of('text') }
  }
}

import type {
  AnalysisQuery, Category, Confidence, EcologicalLayer, FactorDirection, FactorInput, FactorOrigin, HypothesisInput, ProcessDomain, Setting,
} from '@samenspel/graphql-documents/desk'

/** A family as its analysis shows it to who looks. */
export type AnalysisFamily = NonNullable<AnalysisQuery['family']>
export type Analysis = AnalysisFamily['analysis']
export type Factor = Analysis['factors'][number]
export type Hypothesis = Analysis['hypotheses'][number]
export type Judgement = Hypothesis['judgements'][number]

export const origins = ['CHILD', 'PARENT', 'RELATION', 'SURROUNDINGS'] as const satisfies readonly FactorOrigin[]
export const domains = ['PARENTS_OWN', 'CHILD_CHARACTERISTICS', 'CONTEXT_OF_STRESS_AND_SUPPORT'] as const satisfies readonly ProcessDomain[]
export const layers = ['MICRO', 'MESO', 'EXO', 'MACRO', 'CHRONO'] as const satisfies readonly EcologicalLayer[]
export const directions = ['RISK', 'PROTECTIVE'] as const satisfies readonly FactorDirection[]
export const confidences = ['LOW', 'MEDIUM', 'HIGH'] as const satisfies readonly Confidence[]
/** Labels that fit what plays a part. */
export const labels = ['DEVELOPMENT', 'MEDICAL', 'MENTAL_HEALTH', 'RELATIONSHIP', 'SOCIAL'] as const satisfies readonly Category[]

/** Factors that count. */
export const counting = (factors: readonly Factor[]): readonly Factor[] => factors.filter(({ dismissed }) => dismissed === null)

// ── A factor as a form holds it

export type FactorValues = Readonly<Record<'version' | 'subject' | 'category' | 'origin' | 'domain' | 'layer' | 'direction' | 'title' | 'evidence' | 'heardFrom' | 'setting', string>>

export const newFactor = (subject: string): FactorValues =>
  ({ version: '', subject, category: 'DEVELOPMENT', origin: 'CHILD', domain: 'CHILD_CHARACTERISTICS', layer: 'MICRO', direction: 'RISK', title: '', evidence: '', heardFrom: '', setting: '' })

export const factorValues = (factor: Factor): FactorValues => ({
  version: factor.version, subject: '', category: factor.category, origin: factor.origin, domain: factor.domain, layer: factor.layer, direction: factor.direction, title: factor.title, evidence: factor.evidence,
  heardFrom: factor.heardFrom.map(({ personId }) => personId).join(' '), setting: factor.setting ?? '',
})

export const heardIn = ({ heardFrom }: FactorValues): readonly string[] => heardFrom.split(' ').filter((id) => id !== '')

export const factorInput = (values: FactorValues): FactorInput => ({
  category: values.category as Category, origin: values.origin as FactorOrigin, domain: values.domain as ProcessDomain, layer: values.layer as EcologicalLayer, direction: values.direction as FactorDirection,
  title: values.title, evidence: values.evidence, heardFrom: [...heardIn(values)], ...(values.setting !== '' && { setting: values.setting as Setting }),
})

export const factorInWords = ({ title, evidence }: Factor): string => `${title}\n${evidence}`

// ── A hypothesis as a form holds it; `links` has `<factor>:for` and `<factor>:against`

export type HypothesisValues = Readonly<Record<'version' | 'subject' | 'category' | 'statement' | 'mechanism' | 'confidence' | 'nextTest' | 'links', string>>
export type Link = 'none' | 'for' | 'against'

export const newHypothesis = (subject: string): HypothesisValues => ({ version: '', subject, category: 'RELATIONSHIP', statement: '', mechanism: '', confidence: 'LOW', nextTest: '', links: '' })

export const hypothesisValues = (one: Hypothesis): HypothesisValues => ({
  version: one.version, subject: '', category: one.category, statement: one.statement, mechanism: one.mechanism, confidence: one.confidence, nextTest: one.nextTest,
  links: [...one.supporting.map((id) => `${id}:for`), ...one.opposing.map((id) => `${id}:against`)].join(' '),
})

const linked = (links: string, side: Link): readonly string[] => links.split(' ').flatMap((link) => link.endsWith(`:${side}`) ? [link.slice(0, -side.length - 1)] : [])

export const linkOf = ({ links }: HypothesisValues, factor: string): Link => linked(links, 'for').includes(factor) ? 'for' : linked(links, 'against').includes(factor) ? 'against' : 'none'

export const withLink = ({ links }: HypothesisValues, factor: string, link: Link): string =>
  [...links.split(' ').filter((one) => one !== '' && !one.startsWith(`${factor}:`)), ...(link === 'none' ? [] : [`${factor}:${link}`])].join(' ')

export const hypothesisInput = (values: HypothesisValues): HypothesisInput => ({
  category: values.category as Category, statement: values.statement, mechanism: values.mechanism, confidence: values.confidence as Confidence, nextTest: values.nextTest,
  supporting: [...linked(values.links, 'for')], opposing: [...linked(values.links, 'against')],
})

export const hypothesisInWords = ({ statement, mechanism, nextTest }: Hypothesis): string => [statement, mechanism, nextTest].join('\n')

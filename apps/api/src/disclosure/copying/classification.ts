import type { AspectRating, AxisContent } from '@samenspel/family-case'
import type { CopyText, copyText } from '@samenspel/intl/copy'
import { outside } from '../../graphql/enums.ts'

type Part = { readonly title: string; readonly lines: readonly (readonly [label: string | undefined, text: string | undefined])[] }
type Words = ReturnType<typeof copyText>

/** A part of a classification as it reads in a copy. `name` and `day` say people and days. */
export const partInWords = (text: Words, content: AxisContent, nameOf: (person: string) => string, day: (date: string) => string): Part => {
  const title = text(`axis.${outside(content.axis)}`)
  const label = (key: Extract<CopyText, `label.${string}`>, value: string | undefined) => [text(key), value] as const
  const ratings = (aspects: readonly AspectRating[]) => aspects.map(({ aspect, value, note }) =>
    [text(`aspect.${aspect}` as CopyText), `${text(`rating.${outside(value)}`)}${note === undefined ? '' : `: ${note}`}`] as const)
  switch (content.axis) {
    case 'disorder': return { title, lines: [label('label.text', content.code === undefined ? content.label : `${content.label} (${content.code})`), label('label.cluster', text(`cluster.${outside(content.cluster)}`)), ...(content.caregiver === undefined ? [] : [label('label.entryPerson', nameOf(content.caregiver))])] }
    case 'caregiving': return { title, lines: [label('label.rank', text(`level.${content.level}`)), ...ratings(content.aspects), ...ratings(content.childAspects)] }
    case 'environment': return { title, lines: [label('label.rank', text(`level.${content.level}`)), ...ratings(content.aspects)] }
    case 'health': return { title, lines: [label('label.text', content.code === undefined ? content.text : `${content.text} (${content.code})`), ...(content.since === undefined ? [] : [label('label.since', day(content.since))])] }
    case 'stressor': return { title, lines: [label('label.text', content.text), label('label.cluster', text(`stressor.${outside(content.group)}`)), label('label.onset', onset(text, content.onsetMonths)), label('label.note', content.note)] }
    case 'competence': return { title, lines: content.lines.map(({ domain, rating }) => [text(`competence.${outside(domain)}`), text(`ability.${outside(rating)}`)] as const) }
    case 'impression': return { title, lines: [label('label.text', content.text)] }
  }
}

const onset = (text: Words, months: number): string => months === 0 ? text('onset.birth') : text(months < 0 ? 'onset.before' : 'onset.after', { count: Math.abs(months) })

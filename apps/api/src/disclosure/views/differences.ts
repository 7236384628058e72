/** What one plan asks of a family more and less than another, in words. */
import { burdenParts, type Burden, type PricePart } from '@samenspel/bundling'
import type { ViewText } from '@samenspel/intl/views'
import type { Difference } from '../../graphql/types/proposals.ts'
import type { Reader } from './reader.ts'

/** Parts of a difference in order of weight. What is left out is told by name elsewhere, and not counted here. */
export const differenceView = ({ text }: Pick<Reader, 'text'>, price: readonly PricePart[]): Difference => {
  const told = price.filter(({ part }) => part !== 'unplanned')
  const words = (sign: 'more' | 'less', isTold: (more: number) => boolean): readonly string[] =>
    told.flatMap(({ part, more }) => isTold(more) ? [text(`price.${part as Told}.${sign}` satisfies ViewText, { count: Math.abs(more) })] : [])
  return { more: words('more', (more) => more > 0), less: words('less', (more) => more < 0) }
}

type Told = Exclude<PricePart['part'], 'unplanned'>

export const partsOfDifference = (of: Burden, than: Burden): readonly PricePart[] =>
  burdenParts.flatMap((part) => of[part] === than[part] ? [] : [{ part, more: of[part] - than[part] }])

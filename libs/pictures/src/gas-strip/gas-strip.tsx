import { useText } from '../frame/text.ts'
import styles from './gas-strip.module.css'

/** The boxes of a scale: five from −2 to +2, six from −3 to +2 (K-09). */
export const scaleValues = (scale: 'FIVE' | 'SIX'): readonly number[] => scale === 'FIVE' ? [-2, -1, 0, 1, 2] : [-3, -2, -1, 0, 1, 2]

/** A value as people write it on the scale, with a real minus. */
export const writeScore = (value: number): string => value > 0 ? `+${value}` : String(value).replace('-', '−')

type Props = {
  /** The goal this strip belongs to. */
  readonly title: string
  readonly scale: 'FIVE' | 'SIX'
  readonly start: number
  readonly current: number | null
}

/** Goal Attainment Scaling in one glance: where it began has an outline, where it is now is filled, what was hoped for is 0. */
export const GasStrip = ({ title, scale, start, current }: Props) => {
  const text = useText()
  const words = current === null
    ? text('picture.gas.notScored', { title, start: writeScore(start) })
    : text('picture.gas.scored', { title, start: writeScore(start), current: writeScore(current) })
  return (
    <div role="img" aria-label={words} className={styles['strip']}>
      {scaleValues(scale).map((value) => (
        <span key={value} className={styles['box']} data-start={value === start || undefined} data-now={value === current || undefined}>{writeScore(value)}</span>
      ))}
    </div>
  )
}

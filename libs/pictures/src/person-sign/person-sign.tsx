import type { Sign } from '../family-map/layout.ts'
import styles from './person-sign.module.css'

export type SignedPerson = { readonly sign: Sign; readonly isIndexChild: boolean; readonly isUnborn: boolean; readonly isPassed?: boolean; readonly inHousehold: boolean }

type Props = {
  readonly person: SignedPerson
  /** From the middle of the sign to its edge, in pixels. */
  readonly size?: number
  /** Who lives in the house is filled with colour. */
  readonly isTinted?: boolean
}

/**
 * The sign of one person in a genogram, around 0,0: square, circle or diamond; a triangle for who isn't born, also where a pregnancy ended; a
 * double outline for the child it is about; a cross through who died or was not born.
 */
export const PersonSign = ({ person, size = 20, isTinted = false }: Props) => {
  const shape = (half: number, name: string | undefined) => {
    if (person.isUnborn) return <path className={name} d={`M0 ${-half}L${half} ${half * 0.8}H${-half}Z`} />
    switch (person.sign) {
      case 'square': return <rect className={name} x={-half} y={-half} width={2 * half} height={2 * half} rx="2" />
      case 'circle': return <circle className={name} r={half} />
      case 'diamond': return <rect className={name} x={-half * 0.8} y={-half * 0.8} width={half * 1.6} height={half * 1.6} rx="2" transform="rotate(45)" />
    }
  }
  return (
    <g className={styles['person']} data-home={(isTinted && person.inHousehold) || undefined}>
      {shape(size, styles['sign'])}
      {person.isIndexChild && <g transform={person.isUnborn ? `translate(0 ${size * 0.16})` : undefined}>{shape(size * (person.isUnborn ? 0.6 : 0.72), styles['inner'])}</g>}
      {person.isPassed === true && <path className={styles['passed']} d={`M${-size} ${size}L${size} ${-size}M${-size} ${-size}L${size} ${size}`} />}
    </g>
  )
}

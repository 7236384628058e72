import { Picture } from '../frame/picture.tsx'
import { useText } from '../frame/text.ts'
import { useWidth } from '../frame/use-width.ts'
import { PersonSign } from '../person-sign/person-sign.tsx'
import { useWordsOf } from '../person-sign/use-words-of.ts'
import styles from './family-map.module.css'
import { layoutFamilyMap, type Around, type Relative, type Tie } from './layout.ts'

type Props = {
  readonly title: string
  readonly relatives: readonly Relative[]
  readonly ties: readonly Tie[]
  readonly around: readonly Around[]
}

/** Who is who: the family as a genogram, and around it whoever helps. */
export const FamilyMap = ({ title, relatives, ties, around }: Props) => {
  const text = useText()
  const wordsOf = useWordsOf()
  const [ref, width] = useWidth()
  const map = layoutFamilyMap(relatives, ties, around, width)
  const nameOf = (id: string) => relatives.find((one) => one.id === id)?.name ?? ''
  return (
    <Picture
      title={title}
      drawing={(
        <div ref={ref}>
          <div className={styles['map']} style={{ blockSize: map.height }}>
            <svg width={map.width} height={map.height} aria-hidden="true">
              {map.home !== undefined && <rect className={styles['home']} {...map.home} rx="18" />}
              {map.lines.map((line) => <path key={line.id} className={styles[line.kind]} d={line.path} />)}
              {map.around.map((one) => <circle key={one.id} className={styles['helper']} cx={one.x} cy={one.y} r="6" />)}
              {map.relatives.map((one) => <g key={one.id} transform={`translate(${one.x} ${one.y})`}><PersonSign person={one} /></g>)}
            </svg>
            {map.relatives.map((one) => (
              <div key={one.id} className={styles['person']} style={{ insetInlineStart: one.x, insetBlockStart: one.y + 26 }}>
                <strong>{one.name}</strong>
                {one.note !== undefined && <span>{one.note}</span>}
              </div>
            ))}
            {map.around.map((one) => (
              <div key={one.id} className={styles['organisation']} data-side={one.side} style={{ insetInlineStart: one.side === 'start' ? 0 : one.x + 12, inlineSize: one.side === 'start' ? one.x - 12 : map.width - one.x - 12, insetBlockStart: one.y - 10 }}>
                <strong>{one.name}</strong>
                <span>{one.people}</span>
              </div>
            ))}
          </div>
        </div>
      )}
      legend={<span className={styles['legend']}>{text('picture.family.legend')}{relatives.some(({ isPassed }) => isPassed) && ` ${text('picture.family.passed')}`}</span>}
      list={(
        <div className={styles['list']}>
          <ul>
            {relatives.map((one) => (
              <li key={one.id}>
                <strong>{one.name}</strong>{wordsOf(one)}
              </li>
            ))}
          </ul>
          {ties.length > 0 && <ul>{ties.map((tie) => <li key={tie.id}>{nameOf(tie.between[0])} – {nameOf(tie.between[1])}: {tie.label}</li>)}</ul>}
          {around.length > 0 && <ul>{around.map((one) => <li key={one.id}><strong>{one.name}</strong>: {one.people}</li>)}</ul>}
        </div>
      )}
    />
  )
}

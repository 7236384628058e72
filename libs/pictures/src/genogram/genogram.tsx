import type { Relative } from '../family-map/layout.ts'
import { ChoiceInList, Spot, type Choice } from '../frame/choice.tsx'
import { Picture } from '../frame/picture.tsx'
import { useText } from '../frame/text.ts'
import { useWidth } from '../frame/use-width.ts'
import { PersonSign } from '../person-sign/person-sign.tsx'
import { useWordsOf } from '../person-sign/use-words-of.ts'
import styles from './genogram.module.css'
import { half, layoutGenogram, type GenogramTie } from './layout.ts'

type Props = Choice & {
  readonly title: string
  readonly people: readonly Relative[]
  readonly ties: readonly GenogramTie[]
}

/** A family over three generations in the usual signs. People and partner bonds can be chosen by mouse and by keyboard. */
export const Genogram = ({ title, people, ties, chosen, onChoose }: Props) => {
  const text = useText()
  const wordsOf = useWordsOf()
  const [ref, width] = useWidth()
  const drawing = layoutGenogram(people, ties, width)
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? ''
  const inWords = (tie: GenogramTie) => `${nameOf(tie.between[0])} – ${nameOf(tie.between[1])}: ${tie.label}`
  return (
    <Picture
      title={title}
      isInteractive={onChoose !== undefined}
      drawing={(
        <div ref={ref} className={styles['scroll']}>
          <div className={styles['drawing']} style={{ inlineSize: drawing.width, blockSize: drawing.height }}>
            <svg width={drawing.width} height={drawing.height} aria-hidden="true">
              {drawing.lines.map((line) => <path key={line.id} className={styles[line.kind]} data-line={line.line} data-chosen={line.id === chosen || undefined} d={line.path} />)}
              {drawing.cuts.map((cut) => <path key={cut.id} className={styles['cut']} d={cut.path} />)}
              {drawing.people.map((one) => (
                <g key={one.id} transform={`translate(${one.x} ${one.y})`}>
                  {one.id === chosen && <circle className={styles['ring']} r={half + 9} />}
                  <PersonSign person={one} isTinted />
                </g>
              ))}
            </svg>
            {drawing.people.map((one) => {
              const words = <><strong>{one.name}</strong>{one.note !== undefined && <span>{one.note}</span>}</>
              const place = { left: one.x, insetBlockStart: one.y - half - 6 }
              return onChoose === undefined
                ? <div key={one.id} className={styles['person']} style={place}>{words}</div>
                : <button key={one.id} type="button" data-print="words" className={styles['person']} style={place} aria-pressed={one.id === chosen} onClick={() => onChoose(one.id)}>{words}</button>
            })}
            {drawing.spots.map(({ tieId, x, y }) => {
              const tie = ties.find(({ id }) => id === tieId)
              return tie === undefined ? null : <Spot key={tieId} id={tieId} chosen={chosen} onChoose={onChoose} x={x} y={y} name={inWords(tie)} />
            })}
          </div>
        </div>
      )}
      legend={<span className={styles['legend']}>{text('picture.genogram.legend')}{ties.some(({ cuts }) => cuts !== undefined) && ` ${text('picture.genogram.cuts')}`}{people.some(({ isUnborn }) => isUnborn) && ` ${text('picture.genogram.unborn')}`}{people.some(({ isPassed }) => isPassed) && ` ${text('picture.family.passed')}`}</span>}
      list={(
        <div className={styles['list']}>
          <ul>
            {people.map((one) => (
              <li key={one.id}>
                <ChoiceInList id={one.id} chosen={chosen} onChoose={onChoose}><strong>{one.name}</strong>{wordsOf(one)}</ChoiceInList>
              </li>
            ))}
          </ul>
          {ties.length > 0 && <ul>{ties.map((tie) => <li key={tie.id}><ChoiceInList id={tie.id} chosen={chosen} onChoose={onChoose}>{inWords(tie)}</ChoiceInList></li>)}</ul>}
        </div>
      )}
    />
  )
}

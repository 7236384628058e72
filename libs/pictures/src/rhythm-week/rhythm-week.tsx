import { Picture } from '../frame/picture.tsx'
import { useText } from '../frame/text.ts'
import { layoutRhythmWeek, type RhythmBlock, type RhythmKind } from './layout.ts'
import styles from './rhythm-week.module.css'

type Props = {
  readonly title: string
  readonly blocks: readonly RhythmBlock[]
  /** The names of the days, Monday first: short and whole. */
  readonly days: readonly { readonly short: string; readonly long: string }[]
}

const lane = 14
const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

/** The week of a family: naps, day centre, school, rest, on one scale of hours. */
export const RhythmWeek = ({ title, blocks, days }: Props) => {
  const text = useText()
  const week = layoutRhythmWeek(blocks)
  const span = week.lastHour - week.firstHour
  const hours = Array.from({ length: span + 1 }, (_, index) => week.firstHour + index).filter((hour) => hour % 4 === 0)
  return (
    <Picture
      title={title}
      drawing={(
        <div className={styles['week']}>
          <div className={styles['scale']}>
            {hours.map((hour) => <span key={hour} style={{ insetInlineStart: percent((hour - week.firstHour) / span) }}>{hour}</span>)}
          </div>
          {week.days.map((day, index) => (
            <div key={day.weekday} className={styles['day']}>
              <span className={styles['name']}>{days[index]?.short}</span>
              <div className={styles['row']} style={{ blockSize: day.lanes * (lane + 2) + 4 }}>
                {hours.map((hour) => <i key={hour} style={{ insetInlineStart: percent((hour - week.firstHour) / span) }} />)}
                {day.blocks.map((block) => (
                  <b
                    key={block.id}
                    data-kind={block.kind}
                    className={styles['block']}
                    style={{ insetInlineStart: percent(block.start), inlineSize: percent(block.end - block.start), insetBlockStart: 2 + block.lane * (lane + 2), blockSize: lane }}
                  />
                ))}
              </div>
            </div>
          ))}
        </div>
      )}
      legend={<ul className={styles['legend']}>{week.kinds.map((kind) => <li key={kind}><Swatch kind={kind} />{text(`picture.rhythm.${kind}`)}</li>)}</ul>}
      list={(
        <dl className={styles['list']}>
          {week.days.map((day, index) => (
            <div key={day.weekday}>
              <dt>{days[index]?.long}</dt>
              <dd>
                {day.blocks.length === 0 ? text('picture.rhythm.empty') : (
                  <ul className={styles['times']}>
                    {day.blocks.map((block) => <li key={block.id}><span>{block.from}–{block.to}</span> {block.label}</li>)}
                  </ul>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    />
  )
}

const Swatch = ({ kind }: { readonly kind: RhythmKind }) => <b data-kind={kind} className={styles['swatch']} aria-hidden="true" />

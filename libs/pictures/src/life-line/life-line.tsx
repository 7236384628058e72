import { Picture } from '../frame/picture.tsx'
import { useText } from '../frame/text.ts'
import { useWidth } from '../frame/use-width.ts'
import { layoutLifeLine, type LifeLineBead, type LifeLineEvent, type LifeLineLayout, type LifeLineWeight } from './layout.ts'
import styles from './life-line.module.css'
import { Sign } from './signs.tsx'

/** An event with its words: when it was, as exactly as is known, whom it is about, where it was, when it was written down, and more if there is more. */
export type LifeLineStory = LifeLineEvent & Readonly<{ when: string } & Partial<Record<'about' | 'where' | 'recorded' | 'text', string | undefined>>>

type Props = {
  readonly title: string
  readonly events: readonly LifeLineStory[]
  /** Today, `YYYY-MM-DD`. */
  readonly now: string
}

const weights = ['strain', 'strength', 'neutral', 'birth'] as const satisfies readonly LifeLineWeight[]
const lineAt = 96
/** Below the line stand words, or only "now". */
const heightOf = (layout: AcrossProps['layout']): number => lineAt + (layout.beads.some((bead) => bead.lane === 'below') ? 96 : 34)

/** A life as one thread with beads, from before birth to now. */
export const LifeLine = ({ title, events, now }: Props) => {
  const text = useText()
  const [ref, width] = useWidth()
  const layout = layoutLifeLine(events, { width, now })
  const storyOf = (id: string) => events.find((event) => event.id === id)
  const shown = weights.filter((weight) => events.some((event) => event.weight === weight))
  const inOrder = [...events].sort((a, b) => a.on.localeCompare(b.on))
  return (
    <Picture
      title={title}
      drawing={(
        <div ref={ref}>
          {layout.kind === 'across' ? <Across layout={layout} width={width} storyOf={storyOf} now={text('picture.now')} /> : <Down beads={inOrder} now={text('picture.now')} />}
        </div>
      )}
      legend={(
        <ul className={styles['legend']}>
          {shown.map((weight) => <li key={weight}><Bead weight={weight} />{text(`picture.lifeLine.${weight}`)}</li>)}
        </ul>
      )}
      list={(
        <ol className={styles['list']}>
          {inOrder.map((event) => (
            <li key={event.id}>
              <span className={styles['when']}>{event.when}</span>
              <div>
                <strong>{event.title}</strong> <span className={styles['soft']}>{[text(`picture.lifeLine.${event.weight}`), event.about, event.where].filter(Boolean).join(' · ')}</span>
                {event.text !== undefined && <p>{event.text}</p>}
                {event.recorded !== undefined && <p className={styles['soft']}>{event.recorded}</p>}
              </div>
            </li>
          ))}
        </ol>
      )}
    />
  )
}

const Bead = ({ weight }: { readonly weight: LifeLineWeight }) => (
  <svg className={styles['bead']} viewBox="-10 -10 20 20" width="20" height="20" aria-hidden="true"><Sign weight={weight} /></svg>
)

type AcrossProps = { readonly layout: Extract<LifeLineLayout, { kind: 'across' }>; readonly width: number; readonly storyOf: (id: string) => LifeLineStory | undefined; readonly now: string }

const Across = ({ layout, width, storyOf, now }: AcrossProps) => {
  const start = layout.beads[0]?.x ?? 12
  const birthX = layout.birthX ?? start
  const height = heightOf(layout)
  return (
    <div className={styles['across']} style={{ blockSize: height }}>
      <svg width={width} height={height} aria-hidden="true">
        {birthX > start && <path className={styles['before']} d={`M${start} ${lineAt}H${birthX}`} />}
        <path className={styles['thread']} d={`M${birthX} ${lineAt}H${layout.nowX}`} />
        <path className={styles['end']} d={`M${layout.nowX} ${lineAt - 8}v16`} />
        {layout.beads.map((bead) => <path key={bead.id} className={styles['stem']} d={`M${bead.x} ${lineAt}v${bead.lane === 'above' ? -22 : 22}`} />)}
        {layout.beads.map((bead) => bead.untilX !== undefined && bead.untilX > bead.x && (
          <path key={bead.id} className={styles['stretch']} data-weight={bead.weight} d={`M${bead.x} ${lineAt}H${bead.untilX}`} />
        ))}
        {layout.beads.map((bead) => <g key={bead.id} transform={`translate(${bead.x} ${lineAt})`}><Sign weight={bead.weight} /></g>)}
      </svg>
      {layout.beads.map((bead) => <Label key={bead.id} bead={bead} width={layout.labelWidth} height={height} when={storyOf(bead.id)?.when ?? ''} />)}
      {/* Not on the side of the last words: those may reach to the end of the line. */}
      <span className={styles['now']} style={{ insetInlineEnd: width - layout.nowX, ...(layout.beads.at(-1)?.lane === 'below' ? { insetBlockEnd: height - lineAt + 10 } : { insetBlockStart: lineAt + 10 }) }}>{now}</span>
    </div>
  )
}

const Label = ({ bead, width, height, when }: { readonly bead: LifeLineBead; readonly width: number; readonly height: number; readonly when: string }) => (
  <div
    className={styles['label']}
    style={{ insetInlineStart: bead.x - 8, maxInlineSize: width, ...(bead.lane === 'above' ? { insetBlockEnd: height - lineAt + 24 } : { insetBlockStart: lineAt + 24 }) }}
  >
    <span className={styles['soft']}>{when}</span>
    <span className={styles['words']}>{bead.title}</span>
  </div>
)

const Down = ({ beads, now }: { readonly beads: readonly LifeLineStory[]; readonly now: string }) => (
  <div className={styles['down']}>
    {beads.map((event) => (
      <div key={event.id} className={styles['row']}>
        <Bead weight={event.weight} />
        <div><span className={styles['soft']}>{event.when}</span><br />{event.title}</div>
      </div>
    ))}
    <div className={styles['row']}><span className={styles['tick']} /><span className={styles['soft']}>{now}</span></div>
  </div>
)

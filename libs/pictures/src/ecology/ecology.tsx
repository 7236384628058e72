import { Picture } from '../frame/picture.tsx'
import { useText } from '../frame/text.ts'
import { useWidth } from '../frame/use-width.ts'
import styles from './ecology.module.css'
import { layoutEcology, type EcologyItem } from './layout.ts'

type Props = {
  readonly title: string
  /** Whom it is about, in the middle. */
  readonly centre: string
  /** Layers from the inside out, with their words. */
  readonly layers: readonly { readonly layer: string; readonly label: string }[]
  readonly items: readonly EcologyItem[]
}

/** What plays a part around a child, in rings from near to far: a circle protects, a square weighs. */
export const Ecology = ({ title, centre, layers, items }: Props) => {
  const text = useText()
  const [ref, width] = useWidth()
  const { size, rings, items: placed } = layoutEcology(layers.map(({ layer }) => layer), items, width)
  const wordOf = (layer: string): string => layers.find((one) => one.layer === layer)?.label ?? ''
  const middle = size / 2
  return (
    <Picture
      title={title}
      drawing={(
        <div className={styles['both']}>
          <div ref={ref} className={styles['rings']}><svg width={size} height={size} aria-hidden="true">
            {rings.toReversed().map(({ layer, radius }) => <circle key={layer} className={styles['ring']} cx={middle} cy={middle} r={radius} />)}
            {rings.map(({ layer, radius }) => <text key={layer} className={styles['layer']} x={middle} y={middle - radius + 15}>{wordOf(layer)}</text>)}
            <text className={styles['centre']} x={middle} y={middle + 5}>{centre}</text>
            {placed.map((item) => (
              <g key={item.id} className={styles[item.direction]} transform={`translate(${item.x} ${item.y})`}>
                {item.direction === 'risk' ? <rect x="-10" y="-10" width="20" height="20" rx="3" /> : <circle r="11" />}
                <text y="0.36em">{item.number}</text>
              </g>
            ))}
          </svg></div>
          <ol className={styles['names']}>{placed.map((item) => <li key={item.id} value={item.number}>{item.title}</li>)}</ol>
        </div>
      )}
      legend={<span>{text('picture.ecology.legend')}</span>}
      list={(
        <div className={styles['list']}>
          {layers.map(({ layer, label }) => {
            const own = placed.filter((item) => item.layer === layer)
            return (
              <section key={layer}>
                <h3>{label}</h3>
                {own.length === 0 ? <p>{text('picture.ecology.empty')}</p> : <ul>{own.map((item) => <li key={item.id}>{item.title} ({text(`picture.ecology.${item.direction}`)})</li>)}</ul>}
              </section>
            )
          })}
        </div>
      )}
    />
  )
}

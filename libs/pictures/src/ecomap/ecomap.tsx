import type { Relative } from '../family-map/layout.ts'
import { ChoiceInList, Spot, type Choice } from '../frame/choice.tsx'
import { Picture } from '../frame/picture.tsx'
import { useText } from '../frame/text.ts'
import { useWidth } from '../frame/use-width.ts'
import { PersonSign } from '../person-sign/person-sign.tsx'
import styles from './ecomap.module.css'
import { layoutEcomap, type EcomapNode, type EcomapTie, type TieLine } from './layout.ts'

type Props = Choice & {
  readonly title: string
  readonly household: readonly Relative[]
  readonly nodes: readonly EcomapNode[]
}

const lines = ['strong', 'weak', 'stressful', 'broken'] as const satisfies readonly TieLine[]

/** The household and what stands around it, with how strong each tie is. Everything can be chosen by mouse and by keyboard. */
export const Ecomap = ({ title, household, nodes, chosen, onChoose }: Props) => {
  const text = useText()
  const [ref, width] = useWidth()
  const map = layoutEcomap(household, nodes, width)
  const lineInWords = (line: TieLine) => line === 'plain' ? undefined : text(`picture.ecomap.${line}`)
  const nameOf = (id: string | undefined) => household.find((one) => one.id === id)?.name ?? text('picture.ecomap.household')
  const inWords = (node: EcomapNode, tie: EcomapTie) => `${nameOf(tie.with)} – ${node.name}: ${[tie.label, lineInWords(tie.line)].filter((part) => part !== undefined && part !== '').join(', ')}`
  const used = lines.filter((line) => nodes.some(({ ties }) => ties.some((tie) => tie.line === line)))
  return (
    <Picture
      title={title}
      isInteractive={onChoose !== undefined}
      drawing={(
        <div ref={ref}>
          <div className={styles['map']} style={{ blockSize: map.height }}>
            <svg width={map.width} height={map.height} aria-hidden="true">
              <circle className={styles['house']} cx={map.house.x} cy={map.house.y} r={map.house.radius} />
              {map.isNarrow && map.ties.length > 0 && <path className={styles['trunk']} d={`M20 ${map.house.y + map.house.radius * 0.7}V${Math.max(...map.nodes.map(({ y }) => y))}`} />}
              {map.ties.map((tie) => <path key={tie.id} className={styles['tie']} data-tie={tie.line} data-chosen={tie.id === chosen || undefined} d={tie.path} />)}
              {map.nodes.map((node) => <circle key={node.id} className={styles['node']} data-kind={node.kind} data-chosen={node.id === chosen || undefined} cx={node.x} cy={node.y} r={node.radius} />)}
              {map.people.map((one) => <g key={one.id} transform={`translate(${one.x} ${one.y})`}><PersonSign person={one} size={14} isTinted /></g>)}
            </svg>
            {map.people.map((one) => <div key={one.id} className={styles['person']} style={{ left: one.x, insetBlockStart: one.y + 16 }}><span>{one.name}</span></div>)}
            {map.nodes.map((node) => {
              const words = <><strong>{node.name}</strong>{node.note !== undefined && <span>{node.note}</span>}</>
              const place = map.isNarrow ? { left: node.x + node.radius + 6, insetBlockStart: node.y - 20, inlineSize: map.width - node.x - node.radius - 10 } : { left: node.x, insetBlockStart: node.isAbove ? node.y + node.radius : node.y - node.radius }
              return onChoose === undefined || node.kind === 'helper'
                ? <div key={node.id} className={styles['words']} data-narrow={map.isNarrow || undefined} data-above={node.isAbove || undefined} style={place}>{words}</div>
                : <button key={node.id} type="button" data-print="words" className={styles['words']} data-narrow={map.isNarrow || undefined} data-above={node.isAbove || undefined} style={place} aria-pressed={node.id === chosen} onClick={() => onChoose(node.id)}>{words}</button>
            })}
            {map.ties.map((tie) => {
              const node = nodes.find(({ id }) => id === tie.nodeId)
              return node === undefined || node.kind !== 'person' ? null : <Spot key={tie.id} id={tie.id} chosen={chosen} onChoose={onChoose} x={tie.spot.x} y={tie.spot.y} name={inWords(node, tie)} />
            })}
          </div>
        </div>
      )}
      legend={(
        <span className={styles['legend']}>
          {text('picture.ecomap.legend')}
          {used.map((line) => <span key={line} className={styles['sample']}><svg width="36" height="14" aria-hidden="true"><path className={styles['tie']} data-tie={line} d={samples[line]} /></svg> {text(`picture.ecomap.${line}`)}</span>)}
        </span>
      )}
      list={nodes.length === 0 ? <p>{text('picture.ecomap.empty')}</p> : (
        <ul className={styles['list']}>
          {nodes.map((node) => (
            <li key={node.id}>
              <ChoiceInList id={node.id} chosen={chosen} onChoose={node.kind === 'helper' ? undefined : onChoose}><strong>{node.name}</strong></ChoiceInList>{node.note !== undefined && `, ${node.note}`}
              {node.kind === 'person'
                ? <ul>{node.ties.map((tie) => <li key={tie.id}><ChoiceInList id={tie.id} chosen={chosen} onChoose={onChoose}>{inWords(node, tie)}</ChoiceInList></li>)}</ul>
                : node.ties.map((tie) => [tie.label, lineInWords(tie.line)].filter((part) => part !== undefined && part !== '').map((part) => `, ${part}`).join(''))}
            </li>
          ))}
        </ul>
      )}
    />
  )
}

const samples: Readonly<Record<TieLine, string>> = {
  plain: 'M2 7H34', strong: 'M2 7H34', weak: 'M2 7H34', stressful: 'M2 7L7 2L13 12L19 2L25 12L30 2L34 7', broken: 'M2 7H14M14 1V13M21 1V13M21 7H34',
}

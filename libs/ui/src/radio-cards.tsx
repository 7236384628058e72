import type { ReactNode } from 'react'
import styles from './radio-cards.module.css'

type Props<Value extends string> = {
  readonly name: string
  readonly legend: ReactNode
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly lang?: string }[]
  /** Nothing is chosen beforehand where a choice means something. */
  readonly chosen: Value | undefined
  readonly onChoose: (value: Value) => void
  /** Beside each other where there is room. */
  readonly inline?: boolean
}

/** One choice out of a few, each on a card that is easy to hit: native radio buttons. */
export const RadioCards = <Value extends string>({ name, legend, options, chosen, onChoose, inline = false }: Props<Value>) => (
  <fieldset className={[styles['cards'], inline ? styles['inline'] : ''].join(' ')}>
    <legend className={styles['legend']}>{legend}</legend>
    {options.map(({ value, label, lang }) => (
      <label key={value} className={styles['card']} lang={lang}>
        <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => { onChoose(value) }} />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
)

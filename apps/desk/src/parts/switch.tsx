import styles from './switch.module.css'

type Props<Choice extends string> = {
  /** What is chosen, for whoever hears it. */
  readonly label: string
  readonly value: Choice
  readonly options: readonly { readonly id: Choice; readonly label: string }[]
  readonly onChoose: (choice: Choice) => void
}

/** One of a few, each always in sight. */
export const Switch = <Choice extends string>({ label, value, options, onChoose }: Props<Choice>) => (
  <div className={styles['switch']} role="group" aria-label={label}>
    {options.map((option) => <button key={option.id} type="button" aria-pressed={option.id === value} onClick={() => onChoose(option.id)}>{option.label}</button>)}
  </div>
)
